"""Facts that gain a claim are worked out anew without relating again what was related before."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factsheet import actions
from factsheet.actions import pairs
from factsheet.actions.arranging import refresh_facts
from factsheet.models import Evidence, Fact, FactSheet, Standing
from factsheet.placed import read_placed
from factsheet.reconcile import Difference, Relation, Side, relate
from factsheet.sides import load_sides
from tests.factories import make_article, make_claim, make_evidence, make_sheet
from tests.factsheet.newsroom import LATER, add_figure, make_fact_with, take_in_texts

pytestmark = pytest.mark.django_db

TOLLS = (
    "The flood in Harva killed 41 people, the mayor said on Monday.",
    "At least 38 people were killed by the flood in Harva.",
    "The flood in Harva has killed about 60 people so far, the army said.",
    "The flood in Harva killed 44 people, according to the United Nations.",
    "According to the U.N., the flood in Harva killed 44 people.",
)


@pytest.fixture
def related(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """The pairs of sides that are related, as it happens."""
    found: list[set[str]] = []

    def relate_and_tell(a: Side, b: Side) -> Relation:
        found.append({a.key, b.key})
        return relate(a, b)

    monkeypatch.setattr(pairs, "relate", relate_and_tell)
    return found


def refresh(fact: Fact) -> None:
    refresh_facts(fact.sheet, [fact.pk], by=None, at=LATER)


def test_only_a_new_claim_is_related_to_the_others(related: list[set[str]]) -> None:
    fact = make_fact_with("41", "38", "60")
    refresh(fact)
    assert len(related) == 3
    refresh(fact)
    assert len(related) == 3
    new = str(add_figure(fact, "44").pk)
    refresh(fact)
    assert len(related) == 6
    assert all(new in pair for pair in related[3:])


def test_a_claim_that_changed_is_related_again(related: list[set[str]]) -> None:
    fact = make_fact_with("41", "38", "60")
    refresh(fact)
    changed = fact.evidence.select_related("claim__article").first()
    assert changed is not None
    article = changed.claim.article
    article.published = date(2023, 7, 9)
    article.published_from = "argument"
    article.save()
    refresh(fact)
    assert len(related) == 5
    assert all(str(changed.pk) in pair for pair in related[3:])


def test_everything_is_related_again_by_new_rules(related: list[set[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    fact = make_fact_with("41", "38", "60")
    refresh(fact)
    monkeypatch.setattr(pairs, "_digest_rules", lambda: b"another program")
    refresh(fact)
    assert len(related) == 6


def test_the_rules_are_known_by_the_text_of_the_program() -> None:
    assert len(pairs._digest_rules()) == 32


def stand(sheet: FactSheet) -> tuple[list[object], list[object]]:
    """How the facts and the evidence of a sheet stand."""
    facts = Fact.objects.filter(sheet=sheet).order_by("pk")
    evidence = Evidence.objects.filter(sheet=sheet).order_by("pk")
    return (
        list(facts.values_list("pk", "status", "origins", "suggestion")),
        list(evidence.values_list("pk", "fact", "stance", "relation", "relation_reason")),
    )


def test_what_is_kept_of_pairs_changes_nothing_of_what_is_found(editor: User) -> None:
    sheet = make_sheet()
    for day, text in enumerate(TOLLS, start=1):
        new = take_in_texts(text, published=date(2023, 6, day))
        actions.add_articles(sheet, new, by=editor, at=LATER)
    (fact,) = Fact.objects.filter(sheet=sheet)
    assert fact.evidence.count() == len(TOLLS)
    before = stand(sheet)
    assert Standing.objects.filter(fact=fact).exists()
    Standing.objects.all().delete()
    refresh(fact)
    assert stand(sheet) == before


def read_tolls() -> list[Side]:
    """Sides of one fact; the last was published first, so that it is named first."""
    fact = make_fact_with()
    for day, figure in enumerate((41, 38, 60, 57)):
        text = f"The flood has killed {figure} people so far."
        article = make_article(text, published=date(2023, 6, 20 - day))
        claim = make_claim(f"{figure} people", article=article, low=figure, high=figure, numbers=[str(figure)],
                           unit="person", noun="people", sentence_start=0, sentence_end=len(text))  # fmt: skip
        make_evidence(claim, sheet=fact.sheet, fact=fact)
    return [placed.side for placed in read_placed(Evidence.objects.filter(fact=fact))]


def test_kept_pairs_say_all_of_a_relation_but_its_reason() -> None:
    sides = read_tolls()
    found, kept = pairs.relate_all(sides, pairs.Kept())
    again, same = pairs.relate_all(sides, kept)
    assert same == kept
    assert again == [Relation(one.a, one.b, one.kind, one.difference, "") for one in found]
    assert {one.difference for one in found} >= {Difference.REVISION}
    assert all(one.a == two.key for one, two in zip(found[:3], sides[1:], strict=True))
    fewer, _ = pairs.relate_all([sides[0], sides[2], sides[3]], kept)
    assert fewer == [again[1], again[2], again[5]]
    backwards, _ = pairs.relate_all(sides[::-1], kept)
    assert {(one.a, one.b, one.kind) for one in backwards} == {(one.a, one.b, one.kind) for one in found}


def test_placed_evidence_has_the_sides_of_loaded_evidence() -> None:
    fact = make_fact_with("41", "38")
    claim = make_claim("7 troops", low="7", numbers=["7"], unit="person", attribution="the mayor", attribution_start=0,
                       attribution_end=9, alternatives=[["1", "2", "EUR"]])  # fmt: skip
    make_evidence(claim, sheet=fact.sheet, fact=fact, stance="set_aside", reason="A plan.")
    make_evidence(make_claim("9 troops"), sheet=fact.sheet, state="rejected", reason="Nonsense.")
    placed = list(read_placed(Evidence.objects.filter(fact=fact)))
    loaded = load_sides(fact.evidence.all())
    assert [item.side for item in placed] == [side for _, side in loaded]
    assert [item.pk for item in placed] == [item.pk for item, _ in loaded]
    assert [item.is_live for item in placed] == [True, True, False]


def test_the_number_of_queries_does_not_grow_with_the_facts(editor: User) -> None:
    asked = []
    for count in (2, 10):
        sheet = make_sheet()
        facts = [make_fact_with("41", "38", sheet=sheet, label=f"Fact {n}").pk for n in range(count)]
        with CaptureQueriesContext(connection) as queries:
            refresh_facts(sheet, facts, by=editor, at=LATER)
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 14
