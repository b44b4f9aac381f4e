"""Who may do what, and when."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission, User

from factsheet import policies
from factsheet.actions import Answer
from factsheet.models import Citation, Decision, Fact, FactSheet
from factsheet.policies import ROLES, STATE_AFTER, TRANSITIONS, NotPermitted, Refused, check_transition, reason_against
from tests.factories import Role, make_decision, make_edition, make_evidence, make_fact, make_sheet, make_user
from tests.factsheet.newsroom import decide, make_fact_with, make_ready_sheet

pytestmark = pytest.mark.django_db

# Where each act leads from each state; what is not here is refused.
LEADS: dict[tuple[str, str], str] = {
    ("draft", "submit"): "in_review",
    ("in_review", "send_back"): "draft",
    ("approved", "send_back"): "draft",
    ("in_review", "approve"): "approved",
    ("approved", "publish"): "published",
    ("draft", "change"): "draft",
    ("in_review", "change"): "draft",
    ("approved", "change"): "draft",
    ("published", "change"): "draft",
    ("corrected", "change"): "draft",
    ("withdrawn", "change"): "draft",
    ("withdrawn", "submit"): "in_review",
    ("approved", "correct"): "corrected",
    ("draft", "withdraw"): "withdrawn",
    ("in_review", "withdraw"): "withdrawn",
    ("approved", "withdraw"): "withdrawn",
    ("published", "withdraw"): "withdrawn",
    ("corrected", "withdraw"): "withdrawn",
}
PAIRS = list(product(FactSheet.State.values, TRANSITIONS))

Check = Callable[[User], None]
CHECKS = ("settle", "sort", "take_in", "create_sheet", "submit", "send_back", "approve", "publish", "reopen")


def checks_of() -> dict[str, Check]:
    """Each check with a sheet or a fact to which nothing but the role can object."""
    other = make_user()
    draft, in_review, approved = (
        make_ready_sheet(by=other, state=state) for state in ("draft", "in_review", "approved")
    )
    decided = draft.facts.get()
    return {
        "settle": lambda user: policies.check_can_settle(user, decided),
        "sort": policies.check_can_sort,
        "take_in": policies.check_can_take_in,
        "create_sheet": policies.check_can_create_sheet,
        "submit": lambda user: policies.check_can_submit(user, draft),
        "send_back": lambda user: policies.check_can_send_back(user, in_review),
        "approve": lambda user: policies.check_can_approve(user, in_review),
        "publish": lambda user: policies.check_can_publish(user, approved),
        "reopen": lambda user: policies.check_can_reopen(user, decided),
    }


MAY: dict[Role | None, set[str]] = {
    None: set(),
    "Reporter": {"sort", "take_in"},
    "Editor": {"sort", "take_in", "settle", "reopen", "create_sheet", "submit"},
    "Publisher": set(CHECKS),
    "Administrator": set(CHECKS),
}


@pytest.mark.parametrize(("state", "act"), PAIRS)
def test_an_act_starts_only_from_the_states_in_the_table(state: str, act: str) -> None:
    reason = reason_against(check_transition, FactSheet(state=state), act)
    if (state, act) in LEADS:
        assert reason == ""
        assert TRANSITIONS[act][1] == LEADS[state, act]
    else:
        assert reason == f"This sheet is now “{FactSheet.State(state).label}”, so that cannot be done."


def test_every_outcome_leaves_its_fact_in_a_state() -> None:
    assert STATE_AFTER.keys() == set(Decision.Outcome.values)
    assert set(STATE_AFTER.values()) == set(Fact.State.values)


@pytest.mark.parametrize("role", MAY)
def test_each_role_may_do_what_the_table_says_and_nothing_else(role: Role | None) -> None:
    user = make_user(role=role)
    checks = checks_of()
    assert checks.keys() == set(CHECKS)
    for name, check in checks.items():
        if name in MAY[role]:
            check(user)
        else:
            with pytest.raises(NotPermitted, match="Ask an administrator"):
                check(user)


def test_nobody_signed_in_may_do_nothing() -> None:
    for check in (policies.check_can_sort, policies.check_can_settle, policies.check_can_take_in):
        assert reason_against(check, AnonymousUser())


def test_somebody_who_left_may_do_nothing() -> None:
    gone = make_user(role="Administrator", is_active=False)
    assert reason_against(policies.check_can_sort, gone)


@pytest.mark.parametrize("role", [role for role in ROLES if role != "Administrator"])
def test_a_group_in_the_database_holds_what_its_role_says(role: str) -> None:
    assert permissions_of(role) == set(ROLES[role])


def test_administrators_hold_every_permission_of_both_rooms_and_over_accounts() -> None:
    rooms = Permission.objects.filter(content_type__app_label__in=["articles", "factsheet", "auth"])
    assert permissions_of("Administrator") == {named(permission) for permission in rooms}
    assert permissions_of("Administrator") > set(ROLES["Administrator"])


def permissions_of(role: str) -> set[str]:
    group = Group.objects.get(name=role)
    return {named(permission) for permission in group.permissions.select_related("content_type")}


def named(permission: Permission) -> str:
    return f"{permission.content_type.app_label}.{permission.codename}"


OPEN_SENTENCES: list[tuple[dict[str, Any], str]] = [
    ({"facts_decided": 1}, ""),
    ({}, "No fact is settled yet, so there is nothing to publish."),
    ({"facts_open": 3}, "No fact is settled yet, so there is nothing to publish."),
    ({"facts_decided": 1, "facts_open": 3}, ""),
    (
        {"facts_decided": 1, "facts_in_conflict": 1},
        "1 fact is in conflict. That has to be settled, or left out, first.",
    ),
    (
        {"facts_decided": 4, "facts_in_conflict": 2, "facts_challenged": 1},
        "2 facts are in conflict and 1 fact is challenged. That has to be settled, or left out, first.",
    ),
    ({"facts_challenged": 3}, "3 facts are challenged. That has to be settled, or left out, first."),
]


@pytest.mark.parametrize(("counts", "sentence"), OPEN_SENTENCES)
def test_what_is_open_is_said_with_its_counts(counts: dict[str, Any], sentence: str) -> None:
    assert reason_against(policies.check_nothing_open, make_sheet(**counts)) == sentence


def test_an_answer_whose_evidence_was_taken_away_stands_in_the_way(editor: User) -> None:
    sheet = make_ready_sheet(by=editor)
    fact = sheet.facts.get()
    assert reason_against(policies.check_nothing_open, sheet) == ""
    fact.evidence.update(fact=make_fact("Elsewhere", sheet=sheet))
    assert reason_against(policies.check_nothing_open, sheet).startswith("1 answer lost all that it cites.")


def test_an_answer_that_keeps_some_of_its_evidence_stands(editor: User) -> None:
    sheet = make_sheet()
    fact = make_fact_with("13000", "13001", sheet=sheet)
    decide(fact, "13000", by=editor, cite=[item.pk for item in fact.evidence.all()])
    assert Citation.objects.count() == 2
    fact.evidence.filter(claim__low="13001").update(fact=make_fact("Elsewhere", sheet=sheet))
    sheet.refresh_from_db()
    assert reason_against(policies.check_nothing_open, sheet) == ""


@pytest.mark.parametrize("act", ["submit", "approve", "publish"])
def test_no_step_to_publication_passes_over_a_conflict(act: str) -> None:
    state = {"submit": "draft", "approve": "in_review", "publish": "approved"}[act]
    sheet = make_sheet(state=state, facts_decided=1, facts_in_conflict=1)
    check = getattr(policies, f"check_can_{act}")
    assert "1 fact is in conflict" in reason_against(check, make_user(role="Publisher"), sheet)


def test_a_sheet_can_be_sent_back_whatever_is_open_in_it() -> None:
    sheet = make_sheet(state="in_review", facts_in_conflict=5)
    assert reason_against(policies.check_can_send_back, make_user(role="Publisher"), sheet) == ""


def test_an_open_question_keeps_a_sheet_from_being_published_and_from_nothing_before() -> None:
    sheets = {state: make_ready_sheet(by=make_user(), state=state) for state in ("draft", "in_review", "approved")}
    for sheet in sheets.values():
        make_fact("Paid", sheet=sheet, question="What did it cost?")
        make_fact("Found", sheet=sheet, question="Where?")
        make_fact("Open, and nobody is asked", sheet=sheet)
    publisher = make_user(role="Publisher")
    assert reason_against(policies.check_can_submit, publisher, sheets["draft"]) == ""
    assert reason_against(policies.check_can_approve, publisher, sheets["in_review"]) == ""
    said = reason_against(policies.check_can_publish, publisher, sheets["approved"])
    assert said == "Publish: 2 open questions"
    Fact.objects.filter(sheet=sheets["approved"], label="Found").update(question="")
    decide(sheets["approved"].facts.get(label="Paid"), Answer(outcome="left_out"), by=make_user())
    sheets["approved"].state = FactSheet.State.APPROVED
    assert reason_against(policies.check_can_publish, publisher, sheets["approved"]) == ""


def test_what_is_not_published_or_is_withdrawn_is_not_withdrawn(publisher: User) -> None:
    sheet = make_ready_sheet(by=publisher)
    assert "Nothing of this sheet is published" in reason_against(policies.check_can_withdraw, publisher, sheet)
    make_edition(sheet)
    assert reason_against(policies.check_can_withdraw, publisher, sheet) == ""
    make_edition(sheet, kind="withdrawal", note="All wrong.")
    assert "withdraws this sheet already" in reason_against(policies.check_can_withdraw, publisher, sheet)
    with pytest.raises(NotPermitted):
        policies.check_can_withdraw(make_user(role="Editor"), sheet)


def test_an_open_fact_cannot_be_reopened(editor: User) -> None:
    assert reason_against(policies.check_can_reopen, editor, make_fact()) == "This fact is open already."
    assert reason_against(policies.check_can_reopen, editor, make_decision().fact) == ""


def test_a_reason_is_the_sentence_of_the_refusal_and_other_errors_go_their_way() -> None:
    def refuse() -> None:
        raise Refused("Not today.")

    def fail() -> None:
        raise ZeroDivisionError

    assert reason_against(refuse) == "Not today."
    with pytest.raises(ZeroDivisionError):
        reason_against(fail)


def test_rejected_evidence_is_no_evidence_for_an_answer(editor: User) -> None:
    sheet = make_ready_sheet(by=editor)
    make_evidence(sheet=sheet)
    sheet.facts.get().evidence.update(fact=None, state="rejected", reason="read wrongly")
    assert "lost all that it cites" in reason_against(policies.check_nothing_open, sheet)
