"""Answers that cannot all be true are found when one of them changes, and forgotten when they can."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import User

from articles.models import Article
from factsheet import actions
from factsheet.models import Decision, Evidence, Fact, FactSheet, Mismatch, PolicyChoice
from tests.factories import make_claim, make_evidence, make_sheet
from tests.factsheet.newsroom import LATER, decide, make_fact_with, take_in_texts

pytestmark = pytest.mark.django_db

TEXT = "Police arrested 88 of the 275 protesters on Friday."


@pytest.fixture
def sheet(editor: User) -> FactSheet:
    """A sheet in which one sentence ties two facts: those arrested are some of those who protested."""
    sheet = make_sheet()
    actions.add_articles(sheet, take_in_texts(TEXT), by=editor, at=LATER)
    for label, words in (("Arrested", "88"), ("Protesters", "275")):
        item = sheet.evidence.get(claim__text__startswith=words)
        actions.place(sheet, [item.pk], fact=None, label=label, by=editor, at=LATER)
    return sheet


def fact(sheet: FactSheet, label: str) -> Fact:
    return Fact.objects.get(sheet=sheet, label=label)


def found(sheet: FactSheet) -> list[tuple[str, set[str]]]:
    rows = Mismatch.objects.filter(sheet=sheet)
    return [(row.reason, {fact.label for fact in row.facts.all()}) for row in rows]


def test_a_part_that_is_more_than_its_whole_is_found_and_forgotten(sheet: FactSheet, editor: User) -> None:
    assert found(sheet) == []
    decide(fact(sheet, "Arrested"), "312", by=editor, rationale="The court says so.", cite=[arrested(sheet)])
    reason = "“Arrested” (312) is told to be a part of “Protesters” (275 protesters), and cannot be more than it."
    assert found(sheet) == [(reason, {"Arrested", "Protesters"})]
    assert Mismatch.objects.get().sentence == TEXT
    decide(fact(sheet, "Protesters"), "400", by=editor, cite=[protesters(sheet)], rationale="Counted anew.")
    assert found(sheet) == []


def test_what_two_sentences_of_an_article_say_together_is_checked(editor: User) -> None:
    sheet = make_sheet()
    text = "The strike began on 3 March 2025. Trains were full. The strike ended on 10 March 2025."
    actions.add_articles(sheet, take_in_texts(text), by=editor, at=LATER)
    for label, words in (("Strike begun", "3 March"), ("Strike ended", "10 March")):
        item = sheet.evidence.get(claim__text__contains=words)
        actions.place(sheet, [item.pk], fact=None, label=label, by=editor, at=LATER)
    assert found(sheet) == []
    begun = fact(sheet, "Strike begun")
    cited = Evidence.objects.get(fact=begun).pk
    later = date(2025, 3, 13)
    answer = actions.Answer(
        outcome=Decision.Outcome.SETTLED, method="own", text="13 March 2025", low_day=later, high_day=later
    )
    decide(begun, answer, by=editor, cite=[cited], rationale="The union says so.")
    assert [facts for _, facts in found(sheet)] == [{"Strike begun", "Strike ended"}]


def arrested(sheet: FactSheet) -> int:
    return Evidence.objects.get(sheet=sheet, fact__label="Arrested").pk


def protesters(sheet: FactSheet) -> int:
    return Evidence.objects.get(sheet=sheet, fact__label="Protesters").pk


def test_it_is_forgotten_with_what_ties_the_facts(sheet: FactSheet, editor: User) -> None:
    decide(fact(sheet, "Arrested"), "312", by=editor, cite=[arrested(sheet)], rationale="So.")
    assert found(sheet)
    actions.weigh(Evidence.objects.get(pk=protesters(sheet)), stance="set_aside", reason="A plan.", by=editor, at=LATER)
    assert found(sheet) == []


def test_it_is_told_by_the_new_name_of_a_fact(sheet: FactSheet, editor: User) -> None:
    decide(fact(sheet, "Arrested"), "312", by=editor, cite=[arrested(sheet)], rationale="So.")
    row = fact(sheet, "Arrested")
    actions.change_fact(
        row, version=row.version, label="Taken away", scope="", as_of=None, heading="", by=editor, at=LATER
    )
    assert found(sheet)[0][0].startswith("“Taken away” (312)")


def test_a_policy_is_chosen_for_a_kind_of_fact(editor: User) -> None:
    made = make_fact_with("41", "41.0", "57", label="Dead")
    item = made.evidence.order_by("pk")[0]
    for kind, expected in (("money", ("most_origins", "41.0 troops")), ("quantity", ("range", "41 to 57"))):
        PolicyChoice.objects.create(kind=kind, policy="range")
        actions.weigh(item, stance="supports", by=editor, at=LATER)
        made.refresh_from_db()
        assert made.suggestion is not None
        assert (made.suggestion["policy"], made.suggestion["text"]) == expected


def test_one_figure_from_one_voice_is_one_origin_of_its_fact(editor: User) -> None:
    sheet = make_sheet()
    texts = (
        "The flood in Harva killed 41 people, according to the United Nations.",
        "According to the U.N., the flood in Harva killed 41 people.",
    )
    actions.add_articles(sheet, take_in_texts(*texts), by=editor, at=LATER)
    made = Fact.objects.get(sheet=sheet)
    assert (made.origins, made.status) == (1, "agree")
    assert Article.objects.count() == 2
    assert make_evidence(make_claim("7 trucks"), sheet=sheet).fact is None
