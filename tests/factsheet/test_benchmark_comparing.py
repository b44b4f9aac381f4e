"""`manage.py benchmark compare` and `suggest`: what grouping and placing cost as a sheet grows, and what answers are
worth.
"""

from __future__ import annotations

import re
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from factsheet.actions import lookups
from factsheet.management import floods, growth
from factsheet.management.benchmarks import comparing
from factsheet.management.floods import SENTENCES, make_articles
from factsheet.management.growth import read_articles
from factsheet.models import Evidence, FactSheet


def run(*arguments: str, **options: Any) -> list[str]:
    out = StringIO()
    call_command("benchmark", *arguments, stdout=out, **options)
    return out.getvalue().splitlines()


@pytest.fixture
def few_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles of a few sentences, and one of them placed: what is told does not depend on how much was measured."""
    monkeypatch.setattr(floods, "SENTENCES", 6)
    for module in (growth, comparing):
        monkeypatch.setattr(module, "PROBES", 1)


@pytest.mark.usefixtures("few_words")
def test_growth_is_told_for_each_size_up_to_the_largest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factsheet.management.benchmarks.comparing.GROUPED", (1, 2, 50))
    monkeypatch.setattr("factsheet.management.benchmarks.comparing.PLACED", (2, 50))
    lines = run("compare", articles=3)
    assert [line.split()[:2] for line in lines] == [["grouping:", n] for n in "123"] + [["placing:", "one"]] * 2
    assert all(re.fullmatch(r"grouping: \d articles, \d+ claims in [\d.]+ s of CPU = [\d.]+ ms a claim", line)
               for line in lines[:3])  # fmt: skip
    assert re.fullmatch(r"placing: one more article to 3, with \d+ claims, in \d+ ms of CPU", lines[-1])


@pytest.mark.usefixtures("few_words")
@pytest.mark.django_db
def test_a_sheet_in_the_database_is_measured_and_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    # More articles than one request would make ready.
    monkeypatch.setattr(lookups, "ARTICLES_AT_ONCE", 1)
    *_, line = run("compare", "--database", articles=2)
    assert re.fullmatch(r"adding: one more article to 2, with \d+ claims, in \d+ ms of CPU", line)
    assert not FactSheet.objects.exists()
    assert not Evidence.objects.exists()


def test_files_are_compared_as_before(tmp_path: Any) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The flood killed 12 people.", encoding="utf-8")
    (line,) = run("compare", str(article), times=1)
    assert line.startswith("compare: 1 texts, 0 KB, 1 claims in ")


def test_methods_of_answering_are_told_with_their_records() -> None:
    head, *lines = run("suggest", events=3, seed=5)
    assert head.split() == ["method", "asked", "answered", "accuracy", "recall"]
    records = {line[:20].strip(): line[20:].split() for line in lines}
    assert {"majority vote", "CRH", "most_origins"} <= records.keys()
    assert all(asked == "36" and 0 <= float(recall) <= float(accuracy) <= 100
               for asked, _, accuracy, recall in records.values())  # fmt: skip


@pytest.mark.parametrize(("part", "option"), [("compare", "articles"), ("suggest", "events")])
def test_a_size_that_makes_no_sense_is_refused(part: str, option: str) -> None:
    with pytest.raises(CommandError) as refused:
        run(part, **{option: 0})
    assert refused.value.returncode == 2


def test_the_first_articles_of_a_flood_are_the_same_however_many_follow() -> None:
    assert list(make_articles(2)) == list(make_articles(5))[:2]
    assert len({article.text for article in make_articles(5)}) == 5


def test_nearly_every_sentence_of_the_flood_tells_one_claim() -> None:
    for article in read_articles(3):
        assert len(article.made.facts) == SENTENCES
        assert 0.9 * SENTENCES <= len(article.sides) <= 1.2 * SENTENCES
