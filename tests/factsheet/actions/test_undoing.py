"""Any act on a fact is undone by one more act, and that one too: what was there is there again, nothing is erased."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User

from factsheet import actions
from factsheet.actions.arranging import refresh_facts
from factsheet.actions.undoing import WAYS
from factsheet.models import Activity, Comment, Decision, Evidence, Fact, FactSheet
from factsheet.policies import UNDOABLE
from tests.factories import NOON, make_activity, make_claim, make_evidence, make_fact, make_user
from tests.factsheet.newsroom import (
    LATER,
    acts_of,
    add_figure,
    assert_refused,
    decide,
    figure_of,
    make_fact_with,
)

pytestmark = pytest.mark.django_db

Out = Decision.Outcome


def last_act(*acts: str) -> Activity:
    lines = Activity.objects.filter(act__in=acts or UNDOABLE)
    return lines.latest("id")


def undo(by: User, *acts: str) -> None:
    actions.undo(last_act(*acts), by=by, at=LATER)


def fresh(fact: Fact) -> Fact:
    return Fact.objects.get(pk=fact.pk)


def stand(sheet: FactSheet) -> dict[str, Any]:
    """What the sheet says: all that an undone act must put back, but for versions and for what is only ever added."""
    facts = Fact.objects.filter(sheet=sheet).exclude(state="left_out").order_by("position", "id")
    fields = ("label", "scope", "heading", "question", "ask_whom", "as_of", "state", "status", "assigned_to")
    return {
        "facts": [
            [fact.label] + [getattr(fact, name) for name in fields] for fact in facts.select_related("assigned_to")
        ],
        "answers": [fact.decision.answer if fact.decision else "" for fact in facts],
        "challenged": [fact.challenged_at is not None for fact in facts],
        "evidence": sorted(sheet.evidence.values_list("claim__text", "fact__label", "fact__scope", "state", "reason")),
        "weighed": sorted(sheet.evidence.exclude(weighed_by=None).values_list("claim__text", "stance", "weighed_by")),
        "said": sorted(
            Comment.objects.filter(fact__sheet=sheet, withdraws=None, withdrawal=None).values_list("text", flat=True)
        ),
    }


def change(fact: Fact, by: User, **values: Any) -> None:
    fact = fresh(fact)
    now = {name: getattr(fact, name) for name in ("label", "scope", "as_of", "heading", "question", "ask_whom")}
    actions.change_fact(fact, version=fact.version, **(now | values), by=by, at=LATER)


def split(fact: Fact, by: User, *figures: str, **values: Any) -> Fact:
    fact = fresh(fact)
    chosen = [figure_of(fact, figure).pk for figure in figures]
    said = {"label": fact.label, "scope": "soldiers only", **values}
    return actions.split(fact, chosen, version=fact.version, **said, by=by, at=LATER)


def merge(fact: Fact, into: Fact, by: User) -> None:
    actions.merge(fresh(fact), into, version=fresh(fact).version, by=by, at=LATER)


# Each on a sheet with two facts under one heading: 13,000, 13,000 and 15,000 troops; 41 and 57 troops.
ACTS: dict[str, Callable[[Fact, Fact, User], object]] = {
    "take a claim": lambda fact, _, by: decide(
        fact, actions.Answer.of_claim(figure_of(fact, "13000")), by=by, rationale="Counted."
    ),
    "dispute": lambda fact, _, by: decide(fact, actions.Answer(outcome=Out.DISPUTED, text="one or the other"), by=by),
    "not established": lambda fact, _, by: decide(fact, actions.Answer(outcome=Out.NOT_ESTABLISHED), by=by),
    "weigh": lambda fact, _, by: actions.weigh(
        figure_of(fact, "15000"), stance="set_aside", reason="A plan.", by=by, at=LATER
    ),
    "place": lambda fact, other, by: actions.place(
        fact.sheet, [figure_of(fact, "15000").pk], fact=other, by=by, at=LATER
    ),
    "change": lambda fact, _, by: change(fact, by, label="Soldiers", question="How many?", ask_whom="the ministry"),
    "move": lambda fact, _, by: actions.move_fact(fact, up=False, by=by, at=LATER),
    "split": lambda fact, _, by: split(fact, by, "15000"),
    "merge": lambda fact, other, by: merge(other, fact, by),
    "assign": lambda fact, _, by: actions.assign(fact, to=make_user("colleague", role="Editor"), by=by, at=LATER),
    "comment": lambda fact, _, by: actions.comment(fact, text="Ring them.", by=by, at=LATER),
}


@pytest.fixture
def fact(db: None) -> Fact:
    return make_fact_with("13000", "13000.0", "15000", heading="Forces")


@pytest.fixture
def other(fact: Fact) -> Fact:
    return make_fact_with("41", "57", sheet=fact.sheet, label="Dead", heading="Forces")


@pytest.mark.parametrize("name", ACTS)
def test_what_an_act_did_is_undone_by_one_more_and_done_again_by_another(
    fact: Fact, other: Fact, editor: User, name: str
) -> None:
    actions.weigh(figure_of(fact, "13000.0"), stance="supports", by=editor, at=LATER)
    actions.weigh(figure_of(other, "57"), stance="set_aside", reason="A rumour.", by=editor, at=LATER)
    before = stand(fact.sheet)
    ACTS[name](fact, other, editor)
    done = stand(fact.sheet)
    assert done != before
    lines, decisions = Activity.objects.count(), Decision.objects.count()
    assert len([act for act in acts_of(lambda: undo(editor)) if act != "fact.challenged"]) == 1
    assert stand(fact.sheet) == before
    assert Activity.objects.count() > lines
    assert Decision.objects.count() >= decisions
    if name != "comment":
        undo(editor)
        assert stand(fact.sheet) == done


def test_every_way_to_undo_is_offered() -> None:
    assert set(WAYS) == UNDOABLE


def test_an_answer_undone_gives_way_to_the_one_before_with_its_reason_and_citations(fact: Fact, editor: User) -> None:
    first = decide(fact, "13000", by=editor, rationale="Counted.", cite=[figure_of(fact, "13000.0").pk])
    decide(fact, "15000", by=editor, rationale="A newer count.")
    undo(editor)
    decision = fresh(fact).decision
    assert decision is not None
    assert (decision.number, decision.answer, decision.rationale) == (3, first.answer, "Counted.")
    assert [row.evidence.claim.text for row in decision.citations.all()] == ["13000.0 troops"]
    assert fact.decisions.count() == 3


def test_a_challenge_that_an_answer_met_stands_again_when_it_is_undone(fact: Fact, editor: User) -> None:
    decide(fact, "13000", by=editor)
    add_figure(fact, "21000", state="candidate")
    refresh_facts(fact.sheet, [fact.pk], by=None, at=LATER)
    assert fresh(fact).challenged_at is not None
    decide(fact, "21000", by=editor)
    assert fresh(fact).challenged_at is None
    undo(editor, "fact.settled")
    assert fresh(fact).challenged_at is not None


def test_candidates_that_a_decision_accepted_are_to_sort_again(fact: Fact, editor: User) -> None:
    late = add_figure(fact, "13000.00", state="candidate")
    decide(fact, "13000", by=editor)
    undo(editor)
    late.refresh_from_db()
    assert (late.state, late.fact, late.sorted_by) == ("candidate", fact, None)
    assert FactSheet.objects.get().claims_to_sort == 1


def test_a_claim_that_was_accepted_is_to_sort_again_where_it_was(fact: Fact, editor: User) -> None:
    late = add_figure(fact, "13000.00", state="candidate")
    actions.accept(fact.sheet, [late.pk], by=editor, at=LATER)
    undo(editor)
    late.refresh_from_db()
    assert (late.state, late.fact) == ("candidate", fact)


def test_a_claim_goes_back_to_a_proposal_that_had_gone_with_it(fact: Fact, editor: User) -> None:
    proposed = make_fact_with(sheet=fact.sheet, label="Proposed", proposed=True)
    claim = add_figure(proposed, "99")
    actions.place(fact.sheet, [claim.pk], fact=fact, by=editor, at=LATER)
    assert not Fact.objects.filter(label="Proposed").exists()
    undo(editor, "claim.placed")
    claim.refresh_from_db()
    assert claim.fact is not None
    assert claim.fact.label == "Proposed"


def test_a_rejected_claim_waits_in_the_inbox_again(fact: Fact, editor: User) -> None:
    vans = make_evidence(make_claim("9 vans"), sheet=fact.sheet)
    actions.reject(fact.sheet, [vans.pk], reason="Vague.", by=editor, at=LATER)
    undo(editor)
    vans.refresh_from_db()
    assert (vans.state, vans.reason) == ("candidate", "")


def test_only_the_newest_act_of_its_kind_is_undone(fact: Fact, editor: User) -> None:
    decide(fact, "13000", by=editor)
    first = last_act()
    decide(fact, "15000", by=editor)
    assert_refused(lambda: actions.undo(first, by=editor, at=LATER), "Something was done here since")


def test_acts_of_another_kind_stand_not_in_the_way(fact: Fact, editor: User) -> None:
    change(fact, editor, label="Soldiers")
    renamed = last_act()
    decide(fact, "13000", by=editor)
    actions.undo(renamed, by=editor, at=LATER)
    assert (fresh(fact).label, fresh(fact).state) == ("Troops", "settled")


def test_what_the_log_does_not_remember_is_not_undone(fact: Fact, editor: User) -> None:
    decide(fact, "13000", by=editor)
    line = make_activity(fact.sheet, act="fact.changed", subject_type="fact", subject_id=fact.pk, at=LATER)
    assert_refused(lambda: actions.undo(line, by=editor, at=LATER), "cannot be undone any more")
    for act in ("sheet.submitted", "fact.challenged"):
        line = make_activity(fact.sheet, act=act, at=LATER)
        assert_refused(lambda line=line: actions.undo(line, by=editor, at=LATER), "cannot be undone")  # type: ignore[misc]


def test_what_belongs_to_another_sheet_is_not_undone(fact: Fact, editor: User) -> None:
    line = make_activity(
        fact.sheet,
        act="fact.moved",
        subject_type="fact",
        subject_id=make_fact().pk,
        details={"up": True},
        at=LATER,
    )
    assert_refused(lambda: actions.undo(line, by=editor, at=LATER), "cannot be undone any more")


def test_a_fact_added_by_mistake_is_left_out(fact: Fact, editor: User) -> None:
    added = actions.create_fact(fact.sheet, label="Paid", kind="money", by=editor, at=LATER)
    undo(editor)
    assert fresh(added).state == "left_out"
    assert Evidence.objects.count() == 3


def test_claims_sorted_together_go_back_together_with_why_they_were_proposed(fact: Fact, editor: User) -> None:
    proposed = make_fact_with(sheet=fact.sheet, label="Proposed", proposed=True)
    first, second = (
        add_figure(proposed, figure, state="candidate", placed_because=f"says {figure}", confidence="0.40")
        for figure in ("98", "99")
    )
    alone = make_evidence(make_claim("9 vans"), sheet=fact.sheet)
    accepted = figure_of(fact, "15000")
    actions.weigh(accepted, stance="set_aside", reason="A plan.", by=editor, at=NOON)
    both = [first.pk, second.pk, alone.pk, accepted.pk]
    columns = ("claim__text", "fact__label", "state", "placed_because", "confidence", "stance", "reason", "weighed_by")

    def read() -> list[Any]:
        return list(Evidence.objects.filter(pk__in=both).order_by("pk").values_list(*columns))

    before = read()
    sorts: dict[str, Callable[[], object]] = {
        "claim.placed": lambda: actions.place(fact.sheet, both, label="Vehicles", by=editor, at=LATER),
        "claim.rejected": lambda: actions.reject(fact.sheet, both, reason="Vague.", by=editor, at=LATER),
    }
    for code, sort in sorts.items():
        assert [act for act in acts_of(sort) if act.startswith("claim")] == [code]
        assert not Fact.objects.filter(label="Proposed").exists()
        done = read()
        undo(editor)
        assert read() == before
        undo(editor)
        assert read() == done
        undo(editor)
        assert read() == before


def test_claims_are_not_taken_out_of_a_colleagues_hands(fact: Fact, editor: User) -> None:
    items = [add_figure(fact, figure, state="candidate") for figure in ("98", "99")]
    actions.accept(fact.sheet, [item.pk for item in items], by=editor, at=NOON)
    together = last_act()
    actions.reject(fact.sheet, [items[0].pk], reason="Vague.", by=editor, at=LATER)
    assert_refused(lambda: actions.undo(together, by=editor, at=LATER), "Something was done here since")


def test_a_line_from_before_claims_were_sorted_together_is_not_undone(fact: Fact, editor: User) -> None:
    item = figure_of(fact, "15000")
    line = make_activity(
        fact.sheet,
        act="claim.placed",
        subject_type="evidence",
        subject_id=item.pk,
        details={"before": {"fact": fact.pk, "label": "Troops", "state": "accepted"}},
        at=LATER,
    )
    assert_refused(lambda: actions.undo(line, by=editor, at=LATER), "cannot be undone any more")
