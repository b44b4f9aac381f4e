"""How times and readings are said, icons drawn, and the footnotes of an edition gathered."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import override

from articles.claims import claim_fields
from articles.extraction import extract
from articles.models import Claim
from factsheet.export.content import Citation, EditionContent, FactLine
from factsheet.marks import Mark
from factsheet.models import Fact, FactSheet
from factsheet.templatetags.presentation import ago, icon, notes, quoting, reading, traced, unit_name
from tests.factories import NOON


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=5), "5\xa0minutes ago"),
        (timedelta(hours=3, minutes=40), "3\xa0hours ago"),
        (timedelta(days=6), "6\xa0days ago"),
        (timedelta(days=7), "24 June 2023"),
    ],
)
def test_a_moment_is_said_by_its_distance_for_a_week_and_then_by_its_day(before: timedelta, words: str) -> None:
    with time_machine.travel(NOON, tick=False):
        said = ago(NOON - before)
    assert f">{words}</time>" in said
    assert f'datetime="{(NOON - before).isoformat()}"' in said


def test_the_exact_moment_stands_beside_its_distance() -> None:
    with time_machine.travel(NOON, tick=False):
        assert 'title="1 July 2023, 09:30 UTC"' in ago(datetime(2023, 7, 1, 9, 30, tzinfo=UTC))


def test_what_never_happened_says_nothing() -> None:
    assert ago(None) == ""


def test_an_icon_is_silent_and_its_name_escaped() -> None:
    assert 'aria-hidden="true"' in icon("conflict")
    assert "#conflict" in icon("conflict")
    assert "<script>" not in icon('"><script>')


def test_a_reading_is_said_as_the_page_spells_values_and_without_its_words() -> None:
    (claim,) = (
        Claim(**claim_fields(each)) for each in extract("They will be gone by Friday.", published=date(2023, 7, 3))
    )
    assert reading(claim) == "by 7 July 2023, counted from 3 July 2023"
    with override("fr"):
        assert reading(claim) == "au plus tard le 7 juillet 2023, compté à partir du 3 juillet 2023"


@pytest.mark.parametrize(
    ("kind", "unit", "name"),
    [("quantity", "person", "people"), ("money", "USD", "US dollars"), ("time", "local", "local time"),
     ("date", "", "")],
)  # fmt: skip
def test_a_unit_is_named_as_it_is_printed(kind: str, unit: str, name: str) -> None:
    assert unit_name(Fact(kind=kind, unit=unit)) == name


def _citation(number: int, text: str, sentence: str) -> Citation:
    return Citation(number, number, 1, "The mission ends", "0" * 64, text, 0, len(text), sentence, number=number)


def _edition(*facts: FactLine) -> EditionContent:
    return EditionContent("https://desk.example", "mission", "The mission", 1, NOON, "Ada", facts)


def test_a_citation_that_lines_share_is_one_footnote() -> None:
    first, second = _citation(1, "13,000", "It has 13,000 troops."), _citation(2, "15,000", "It has 15,000 troops.")
    line = FactLine(1, "Troops", "quantity", 1, "settled", "conflict", citations=(second, first), dissent=(second,))
    assert [note.citation.number for note in notes(_edition(line, line))] == [1, 2]


@pytest.mark.parametrize(
    ("text", "sentence", "parts"),
    [
        ("13,000", "It has 13,000 troops.", ("It has ", "13,000", " troops.")),
        ("13,000", "The sentence was cut.", ("The sentence was cut.", "", "")),
    ],
)
def test_a_footnote_marks_the_cited_words_in_their_sentence(
    text: str, sentence: str, parts: tuple[str, str, str]
) -> None:
    line = FactLine(1, "Troops", "quantity", 1, "settled", "agree", citations=(_citation(1, text, sentence),))
    (note,) = notes(_edition(line))
    assert (note.before, note.words, note.after) == parts


ON_SHEET = Context({"sheet": FactSheet(slug="mission")})
LINK = '<a class="traced" href="/sheets/mission/articles/3/#claim-7">{}</a>'


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“174” and “303” cannot both be true.", "“174” and “{}” cannot both be true."),
        (
            "«\xa0174\xa0» et «\xa0303\xa0».",
            "«\xa0174\xa0» et «\xa0{}\xa0».",
        ),
        ("303 is quoted by nobody, “<b>” is.", "303 is quoted by nobody, “&lt;b&gt;” is."),
    ],
)
def test_what_a_sentence_quotes_leads_to_its_mark(sentence: str, expected: str) -> None:
    assert quoting(ON_SHEET, sentence, {"303": Mark(3, 7)}) == expected.format(LINK.format("303"))


def test_what_rests_on_nothing_and_what_says_nothing_is_no_link() -> None:
    assert traced(ON_SHEET, SafeString("303"), Mark(3, 7)) == LINK.format("303")
    assert traced(ON_SHEET, SafeString("303"), None) == "303"
    assert traced(ON_SHEET, SafeString(" "), Mark(3, 7)) == " "
