"""Claims are accepted, placed, rejected, restored and weighed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User

from factsheet import actions
from factsheet.models import Activity, Evidence, Fact, FactSheet
from tests.factories import NOON, make_claim, make_evidence, make_fact, make_sheet
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


def again(row: Evidence) -> Evidence:
    return Evidence.objects.select_related("fact").get(pk=row.pk)


def test_an_accepted_claim_stays_where_the_program_put_it(editor: User) -> None:
    fact = make_fact_with(proposed=True)
    items = [add_figure(fact, figure, state="candidate", placed_because="the same words") for figure in ("1", "2")]
    told = acts_of(lambda: actions.accept(fact.sheet, [item.pk for item in items], by=editor, at=LATER))
    assert told == ["claim.accepted"]
    for item in items:
        row = again(item)
        assert (row.state, row.fact, row.sorted_by, row.sorted_at) == ("accepted", fact, editor, LATER)
        assert row.placed_because == "the same words"
    line = Activity.objects.latest("id")
    assert (line.subject_type, line.subject_id) == ("factsheet", fact.sheet_id)
    assert (line.details["claims_sorted"], line.details["fact"]) == (2, "Troops")


def test_one_claim_without_a_proposed_place_keeps_all_from_being_accepted(editor: User) -> None:
    fact = make_fact()
    placed = add_figure(fact, "1", state="candidate")
    homeless = make_evidence(make_claim("2 troops"), sheet=fact.sheet)
    both = [placed.pk, homeless.pk]
    assert_refused(
        lambda: actions.accept(fact.sheet, both, by=editor, at=LATER), "“2 troops” has no proposed place. Choose a fact"
    )


def test_a_claim_is_placed_under_a_fact_and_the_fact_stands_anew(editor: User) -> None:
    fact = make_fact_with("13000")
    waiting = make_evidence(make_claim("15000 troops", low="15000", high="15000", unit="person"), sheet=fact.sheet)
    assert acts_of(lambda: actions.place(fact.sheet, [waiting.pk], fact=fact, by=editor, at=LATER)) == ["claim.placed"]
    row = again(waiting)
    assert (row.state, row.fact, row.sorted_by, row.stance) == ("accepted", fact, editor, "")
    fact.refresh_from_db()
    assert (fact.status, fact.origins, fact.version) == ("conflict", 2, 2)


def test_a_claim_is_placed_under_a_new_fact_of_its_kind(editor: User) -> None:
    waiting = make_evidence(make_claim("13,000 troops"))
    told = acts_of(lambda: actions.place(waiting.sheet, [waiting.pk], label=" Troops \n of all ", by=editor, at=LATER))
    assert told == ["fact.created", "claim.placed"]
    fact = Fact.objects.get()
    assert (fact.label, fact.kind, fact.unit, fact.proposed) == ("Troops of all", "quantity", "person", False)
    assert again(waiting).fact == fact


def test_a_claim_that_moves_leaves_its_stance_and_its_old_fact_stands_anew(editor: User) -> None:
    old = make_fact_with("13000", "15000")
    new = make_fact("Police", sheet=old.sheet)
    moved = figure_of(old, "15000")
    actions.weigh(moved, stance="contradicts", by=editor, at=NOON)
    actions.place(old.sheet, [moved.pk], fact=new, by=editor, at=LATER)
    row = again(moved)
    assert (row.fact, row.stance, row.weighed_by, row.placed_because) == (new, "", None, "")
    assert row.confidence == 1
    old.refresh_from_db()
    assert (old.status, old.origins) == ("single", 1)


def test_a_claim_placed_where_it_is_keeps_its_stance(editor: User) -> None:
    fact = make_fact_with("13000")
    item = figure_of(fact, "13000")
    actions.weigh(item, stance="contradicts", by=editor, at=NOON)
    actions.place(fact.sheet, [item.pk], fact=fact, by=editor, at=LATER)
    assert again(item).stance == "contradicts"


def test_a_proposed_fact_goes_with_its_last_claim(editor: User) -> None:
    proposed = make_fact_with("13000", proposed=True)
    by_hand = make_fact("Police", sheet=proposed.sheet)
    actions.place(proposed.sheet, [figure_of(proposed, "13000").pk], fact=by_hand, by=editor, at=LATER)
    assert list(Fact.objects.all()) == [by_hand]


@pytest.mark.parametrize("emptied", ["by hand", "decided"])
def test_a_fact_that_an_editor_had_a_hand_in_stays_without_claims(editor: User, emptied: str) -> None:
    fact = make_fact_with("13000", proposed=emptied != "by hand")
    if emptied == "decided":
        decide(fact, "13000", by=editor)
    actions.reject(fact.sheet, [figure_of(fact, "13000").pk], reason="Read wrongly.", by=editor, at=LATER)
    assert Fact.objects.filter(pk=fact.pk).exists()


def test_a_rejected_claim_keeps_its_reason_and_leaves_its_fact(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    item = figure_of(fact, "15000")
    actions.weigh(item, stance="set_aside", reason="A plan.", by=editor, at=NOON)
    told = acts_of(lambda: actions.reject(fact.sheet, [item.pk], reason="  A year,\nnot a count ", by=editor, at=LATER))
    assert told == ["claim.rejected"]
    row = again(item)
    assert (row.state, row.fact, row.reason, row.stance) == ("rejected", None, "A year, not a count", "")
    assert (row.relation, row.weighed_by, row.sorted_by, row.sorted_at) == ("", None, editor, LATER)
    assert Activity.objects.latest("id").details["reason"] == "A year, not a count"
    fact.refresh_from_db()
    assert fact.status == "single"


def test_a_restored_claim_waits_in_the_inbox_again(editor: User) -> None:
    item = make_evidence(state="rejected", reason="Too vague.", sorted_by=editor, sorted_at=NOON)
    assert acts_of(lambda: actions.restore(item.sheet, [item.pk], by=editor, at=LATER)) == ["claim.restored"]
    row = again(item)
    assert (row.state, row.reason, row.sorted_by, row.sorted_at) == ("candidate", "", None, None)
    assert FactSheet.objects.get().claims_to_sort == 1


@pytest.mark.parametrize("state", ["candidate", "accepted"])
def test_only_what_is_rejected_can_be_restored(editor: User, state: str) -> None:
    item = add_figure(make_fact(), "13000", state=state)
    assert_refused(lambda: actions.restore(item.sheet, [item.pk], by=editor, at=LATER), "Only a rejected claim")


def test_a_rejected_claim_can_be_placed_after_all(editor: User) -> None:
    fact = make_fact()
    item = make_evidence(sheet=fact.sheet, state="rejected", reason="Too vague.")
    actions.place(fact.sheet, [item.pk], fact=fact, by=editor, at=LATER)
    assert (again(item).state, again(item).reason) == ("accepted", "")


@pytest.mark.parametrize("stance", ["superseded", "different_scope", "set_aside"])
def test_withdrawn_evidence_needs_a_reason_and_counts_no_more(editor: User, stance: str) -> None:
    fact = make_fact_with("13000", "15000")
    item = figure_of(fact, "15000")
    assert_refused(lambda: actions.weigh(item, stance=stance, reason=" ", by=editor, at=LATER), "Say why")
    told = acts_of(lambda: actions.weigh(item, stance=stance, reason="A plan.", by=editor, at=LATER))
    assert told == ["evidence.weighed"]
    fact.refresh_from_db()
    assert (fact.status, fact.origins) == ("single", 1)
    assert (again(item).stance, again(item).reason, again(item).weighed_by) == (stance, "A plan.", editor)
    before = {"stance": "", "reason": "", "weighed_by": None}
    line = Activity.objects.latest("id")
    after = {"stance": stance, "reason": "A plan.", "weighed_by": editor.pk}
    words = {"stance": stance, "reason": "A plan.", "fact": "Troops", "facts": [fact.pk]}
    assert line.details == {**words, "before": before, "after": after}


def test_a_claim_under_no_fact_cannot_be_weighed(editor: User) -> None:
    item = make_evidence()
    assert_refused(lambda: actions.weigh(item, stance="supports", by=editor, at=LATER), "under no fact yet")


def test_a_claim_that_a_colleague_rejected_meanwhile_cannot_be_weighed(editor: User) -> None:
    fact = make_fact_with("13000")
    seen = figure_of(fact, "13000")
    actions.reject(fact.sheet, [seen.pk], reason="Read wrongly.", by=editor, at=NOON)
    assert_refused(lambda: actions.weigh(seen, stance="supports", by=editor, at=LATER), "under no fact yet")


def test_weighing_never_takes_a_colleagues_decision_back(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    seen = Evidence.objects.select_related("fact__sheet", "claim").get(claim__text="15000 troops")
    decide(fact, "13000", by=editor)
    actions.weigh(seen, stance="set_aside", reason="A plan.", by=editor, at=LATER)
    fact.refresh_from_db()
    assert (fact.state, fact.version) == ("settled", 3)


Sort = Callable[[FactSheet, list[int], User], object]
SORTS: dict[str, Sort] = {
    "accept": lambda sheet, keys, by: actions.accept(sheet, keys, by=by, at=LATER),
    "place": lambda sheet, keys, by: actions.place(sheet, keys, label="Troops", by=by, at=LATER),
    "reject": lambda sheet, keys, by: actions.reject(sheet, keys, reason="Too vague.", by=by, at=LATER),
    "restore": lambda sheet, keys, by: actions.restore(sheet, keys, by=by, at=LATER),
}


@pytest.mark.parametrize("sort", SORTS.values(), ids=SORTS)
def test_no_claim_chosen_is_refused(editor: User, sort: Sort) -> None:
    sheet = make_sheet()
    assert_refused(lambda: sort(sheet, [], editor), "Choose at least one claim")


@pytest.mark.parametrize("sort", SORTS.values(), ids=SORTS)
def test_claims_of_another_sheet_cannot_be_sorted_here(editor: User, sort: Sort) -> None:
    here, there = make_evidence(), make_evidence()
    assert_refused(lambda: sort(here.sheet, [here.pk, there.pk], editor), "One of these claims is not on this sheet")


def test_a_place_must_be_a_fact_of_the_sheet_or_have_a_name(editor: User) -> None:
    item, elsewhere = make_evidence(), make_fact()
    place = actions.place
    assert_refused(lambda: place(item.sheet, [item.pk], label=" \n", by=editor, at=LATER), "Choose a fact, or type")
    assert_refused(lambda: place(item.sheet, [item.pk], fact=elsewhere, by=editor, at=LATER), "on another sheet")


def test_a_claim_is_not_rejected_without_a_reason(editor: User) -> None:
    item = make_evidence()
    assert_refused(lambda: actions.reject(item.sheet, [item.pk], reason=" \t", by=editor, at=LATER), "Say why")


def test_a_reason_longer_than_its_column_is_cut(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    actions.reject(fact.sheet, [figure_of(fact, "15000").pk], reason="x" * 900, by=editor, at=LATER)
    actions.weigh(figure_of(fact, "13000"), stance="set_aside", reason="x" * 900, by=editor, at=LATER)
    assert {len(reason) for reason in Evidence.objects.values_list("reason", flat=True)} == {300}


def challenge(editor: User) -> tuple[Fact, Evidence]:
    """A settled fact with a claim in conflict that was placed under it afterwards."""
    fact = make_fact_with("13000")
    decide(fact, "13000", by=editor)
    item = make_evidence(make_claim("15000 troops", low="15000", high="15000", unit="person"), sheet=fact.sheet)
    actions.place(fact.sheet, [item.pk], fact=fact, by=editor, at=LATER)
    fact.refresh_from_db()
    return fact, item


def test_a_conflicting_claim_placed_under_a_settled_fact_challenges_it(editor: User) -> None:
    fact, item = challenge(editor)
    assert fact.challenged_at == LATER
    assert FactSheet.objects.get().facts_challenged == 1
    line = Activity.objects.get(act="fact.challenged")
    (told,) = line.details["claims"]
    assert (told["claim"], told["text"]) == (item.claim_id, "15000 troops")


TAKE_AWAY: dict[str, Callable[[Evidence, User], object]] = {
    "rejected": lambda item, by: actions.reject(item.sheet, [item.pk], reason="Wrong.", by=by, at=LATER),
    "moved": lambda item, by: actions.place(item.sheet, [item.pk], label="Plans", by=by, at=LATER),
    "set aside": lambda item, by: actions.weigh(item, stance="set_aside", reason="A plan.", by=by, at=LATER),
}


@pytest.mark.parametrize("take_away", TAKE_AWAY.values(), ids=TAKE_AWAY)
def test_a_challenge_ends_with_the_evidence_that_raised_it(
    editor: User, take_away: Callable[[Evidence, User], object]
) -> None:
    fact, item = challenge(editor)
    take_away(item, editor)
    fact.refresh_from_db()
    assert fact.challenged_at is None
    assert FactSheet.objects.get().facts_challenged == 0


def test_a_conflict_that_the_decision_weighed_challenges_nothing(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    decide(fact, "13000", by=editor)
    actions.weigh(figure_of(fact, "13000"), stance="supports", by=editor, at=LATER)
    fact.refresh_from_db()
    assert fact.challenged_at is None


def test_what_is_left_out_is_not_challenged(editor: User) -> None:
    fact = make_fact_with("13000")
    decide(fact, actions.Answer(outcome="left_out"), by=editor)
    item = make_evidence(make_claim("15000 troops", low="15000", high="15000", unit="person"), sheet=fact.sheet)
    actions.place(fact.sheet, [item.pk], fact=fact, by=editor, at=LATER)
    fact.refresh_from_db()
    assert fact.challenged_at is None


def test_what_a_colleague_sorted_meanwhile_is_left_when_the_rest_is_accepted(editor: User) -> None:
    fact = make_fact_with()
    waits, gone, alone = (add_figure(fact, figure, state="candidate") for figure in ("1", "2", "3"))
    actions.reject(fact.sheet, [gone.pk], reason="Vague.", by=editor, at=NOON)
    Evidence.objects.filter(pk=alone.pk).update(fact=None)
    chosen = [waits.pk, gone.pk, alone.pk]
    assert actions.accept_waiting(fact.sheet, chosen, by=editor, at=LATER) == [waits]
    assert [again(item).state for item in (waits, gone, alone)] == ["accepted", "rejected", "candidate"]
    assert_refused(
        lambda: actions.accept_waiting(fact.sheet, chosen, by=editor, at=LATER), "None of these claims waits"
    )
