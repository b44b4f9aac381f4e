"""Thousands of claims are sorted, and sorted back, by as few statements as two, and facts stand as if one by one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.contrib.auth.models import User

from factsheet import actions
from factsheet.actions.arranging import refresh_facts
from factsheet.models import Activity, Fact, FactSheet
from tests.factories import NOON, make_sheet
from tests.factsheet.newsroom import LATER, add_figure, decide, make_fact_with

pytestmark = pytest.mark.django_db


def propose(sheet: FactSheet, facts: int) -> list[int]:
    """So many proposed facts, each with two candidates in conflict; the keys of the candidates."""
    for number in range(facts):
        fact = make_fact_with(sheet=sheet, label=f"Troops of district {number}", proposed=True)
        for figure in ("13000", "15000"):
            add_figure(fact, figure, state="candidate", placed_because="the same words", confidence="0.40")
    refresh_facts(sheet, sheet.facts.values_list("pk", flat=True), by=None, at=NOON)
    return list(sheet.evidence.values_list("pk", flat=True))


def read(sheet: FactSheet) -> list[Any]:
    """How facts stand, and all that sorting may change of their evidence, but for when and by whom it was done."""
    facts = sheet.facts.order_by("pk").values_list("label", "status", "suggestion", "origins", "challenged_at")
    columns = ("fact__label", "state", "reason", "stance", "weighed_by", "relation", "relation_reason")
    rows = sheet.evidence.order_by("pk").values_list("pk", "placed_because", "confidence", *columns)
    return [*facts, *rows]


ACTS: dict[str, Callable[[FactSheet, list[int], User], object]] = {
    "accept": lambda sheet, chosen, by: actions.accept(sheet, chosen, by=by, at=LATER),
    "undo": lambda sheet, _chosen, by: actions.undo(sheet.activity.latest("id"), by=by, at=LATER),
}


def test_claims_accepted_and_given_back_together_cost_no_more_statements_than_a_few(
    editor: User, count_queries: Callable[[Callable[[], object]], int]
) -> None:
    counts = []
    for size in (1, 20):
        sheet = make_sheet()
        chosen = propose(sheet, size)
        before = read(sheet)
        counts.append([count_queries(partial(act, sheet, chosen, editor)) for act in ACTS.values()])
        assert read(sheet) == before
    assert counts[0] == counts[1]


def test_accepting_leaves_how_facts_stand_and_tells_who_has_one_open(editor: User) -> None:
    sheet = make_sheet()
    chosen = propose(sheet, 3)
    versions = list(sheet.facts.order_by("pk").values_list("version", flat=True))
    actions.accept(sheet, chosen, by=editor, at=LATER)
    assert list(sheet.facts.order_by("pk").values_list("version", flat=True)) == [number + 1 for number in versions]
    accepted = read(sheet)
    assert {row[4] for row in accepted[3:]} == {"accepted"}
    refresh_facts(sheet, sheet.facts.values_list("pk", flat=True), by=editor, at=LATER)
    assert read(sheet) == accepted


def test_a_candidate_challenges_an_answer_before_and_after_it_is_accepted(editor: User) -> None:
    fact = make_fact_with("13000")
    decide(fact, "13000", by=editor)
    late = add_figure(fact, "21000", state="candidate")
    refresh_facts(fact.sheet, [fact.pk], by=None, at=NOON)
    actions.accept(fact.sheet, [late.pk], by=editor, at=LATER)
    assert Fact.objects.get(pk=fact.pk).challenged_at == NOON
    assert Activity.objects.filter(act="fact.challenged").count() == 1


def test_claims_rejected_for_several_reasons_go_back_with_each_and_facts_stand_without_them(editor: User) -> None:
    sheet = make_sheet()
    first, second, *others = propose(sheet, 2)
    for key, reason in ((first, "Vague."), (second, "Said twice.")):
        actions.reject(sheet, [key], reason=reason, by=editor, at=LATER)
    standing = read(sheet)[: sheet.facts.count()]
    actions.restore(sheet, [first, second], by=editor, at=LATER)
    ACTS["undo"](sheet, others, editor)
    assert read(sheet)[: sheet.facts.count()] == standing
    reasons = {first: "Vague.", second: "Said twice."}
    assert dict(sheet.evidence.filter(state="rejected").values_list("pk", "reason")) == reasons
