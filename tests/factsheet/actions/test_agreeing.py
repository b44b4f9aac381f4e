"""What all agree on is settled as suggested, many facts by one act, and opened again by one."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from factsheet import actions, queries
from factsheet.models import Activity, Decision, Evidence, Fact, FactSheet
from tests.factories import make_sheet
from tests.factsheet.newsroom import (
    LATER,
    acts_of,
    add_figure,
    assert_refused,
    decide,
    make_agreed_fact,
    make_fact_with,
)

pytestmark = pytest.mark.django_db


def versions_of(*facts: Fact) -> dict[int, int]:
    return {fact.pk: fact.version for fact in facts}


def make_two() -> tuple[FactSheet, Fact, Fact]:
    sheet = make_sheet()
    return sheet, make_agreed_fact(sheet, "Arrested", "12"), make_agreed_fact(sheet, "Wounded", "7")


def test_each_fact_has_its_own_decision_and_line_of_the_log(editor: User) -> None:
    sheet, first, second = make_two()
    candidate = add_figure(first, "12.00", state="candidate")
    acts = acts_of(lambda: actions.accept_agreed(sheet, versions_of(first, second), by=editor, at=LATER))
    assert [act for act in acts if act.startswith("fact")] == ["fact.settled", "fact.settled"]
    for fact, answer in ((first, "12 troops"), (second, "7 troops")):
        decision = Decision.objects.get(fact=fact)
        assert (decision.outcome, decision.method, decision.answer) == ("settled", "suggestion", answer)
        assert decision.low == decision.high
        assert decision.citations.exists()
    assert Evidence.objects.get(pk=candidate.pk).state == "accepted"
    sheet.refresh_from_db()
    assert (sheet.facts_open, sheet.facts_decided) == (0, 2)


def test_what_changed_since_is_left_and_told(editor: User) -> None:
    sheet, first, second = make_two()
    seen = versions_of(first, second)
    Fact.objects.filter(pk=second.pk).update(version=second.version + 1)
    settled, left = actions.accept_agreed(sheet, seen, by=editor, at=LATER)
    assert [decision.fact_id for decision in settled] == [first.pk]
    assert left == [second]
    assert Fact.objects.get(pk=second.pk).state == "open"


def test_a_fact_in_conflict_or_decided_or_of_another_sheet_is_not_settled(editor: User) -> None:
    sheet, agreed, decided = make_two()
    decide(decided, "7", by=editor)
    conflict = make_fact_with("170", "303", sheet=sheet)
    Fact.objects.filter(pk=conflict.pk).update(status="conflict")
    elsewhere = make_agreed_fact(make_sheet())
    facts = Fact.objects.filter(pk__in=[agreed.pk, decided.pk, conflict.pk, elsewhere.pk])
    settled, left = actions.accept_agreed(sheet, versions_of(*facts), by=editor, at=LATER)
    assert [decision.fact_id for decision in settled] == [agreed.pk]
    assert {fact.pk for fact in left} == {decided.pk, conflict.pk}
    assert not elsewhere.decisions.exists()


def test_nothing_that_can_be_settled_is_refused(editor: User) -> None:
    sheet, first, _second = make_two()
    assert_refused(lambda: actions.accept_agreed(sheet, {}, by=editor, at=LATER), "Nothing was settled")
    assert_refused(lambda: actions.accept_agreed(sheet, {first.pk: 99}, by=editor, at=LATER), "Nothing was settled")


def settle_both(editor: User) -> tuple[FactSheet, Fact, Fact, list[Activity]]:
    sheet, first, second = make_two()
    decide(make_fact_with("5", sheet=sheet), "5", by=editor)
    settled, _left = actions.accept_agreed(sheet, versions_of(first, second), by=editor, at=LATER)
    return sheet, first, second, queries.settled_together(sheet, queries.settling_act(settled[0].fact_id) or 0)


def test_the_acts_done_together_are_found_and_undone_by_new_ones(editor: User) -> None:
    sheet, first, second, acts = settle_both(editor)
    assert [act.subject_id for act in acts] == [first.pk, second.pk]
    told = acts_of(lambda: actions.undo_together(acts, by=editor, at=LATER))
    assert told.count("fact.reopened") == 2
    assert set(Fact.objects.filter(pk__in=[first.pk, second.pk]).values_list("state", flat=True)) == {"open"}
    assert Decision.objects.filter(fact=first).count() == 2
    assert_refused(lambda: actions.undo_together(acts, by=editor, at=LATER), "since")
    assert queries.settled_together(sheet, 0) == []


def test_what_somebody_decided_since_stays_when_the_rest_is_undone(editor: User) -> None:
    _sheet, first, second, acts = settle_both(editor)
    decide(second, "7", by=editor)
    assert [act.subject_id for act in actions.undo_together(acts, by=editor, at=LATER)] == [first.pk]
    assert Fact.objects.get(pk=second.pk).state == "settled"
