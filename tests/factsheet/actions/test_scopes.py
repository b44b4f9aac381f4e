"""A fact that mixes two scopes is split, and two that ask the same are merged."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User

from factsheet import actions
from factsheet.models import Activity, Fact, FactSheet, Ruling
from tests.factories import make_fact, make_sheet
from tests.factsheet.newsroom import LATER, acts_of, add_figure, assert_refused, decide, figure_of, make_fact_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def fact(db: None) -> Fact:
    return make_fact_with("13000", "15000", heading="Forces", scope="all personnel", unit="person")


def fresh(fact: Fact) -> Fact:
    return Fact.objects.select_related("sheet").get(pk=fact.pk)


def split(fact: Fact, *figures: str, by: User, **changes: Any) -> Fact:
    said: dict[str, Any] = {"label": "", "scope": "soldiers only", "version": fresh(fact).version, **changes}
    return actions.split(fact, [figure_of(fact, figure).pk for figure in figures], **said, by=by, at=LATER)


def test_the_evidence_chosen_goes_to_a_new_fact_with_its_scope_in_one_act(fact: Fact, editor: User) -> None:
    after = make_fact("Dead", sheet=fact.sheet)
    new: list[Fact] = []
    assert acts_of(lambda: new.append(split(fact, "15000", by=editor, rationale="The UN counts police too."))) == [
        "fact.split"
    ]
    (made,) = (fresh(fact) for fact in new)
    assert (made.label, made.scope, made.heading, made.kind, made.unit) == (
        "Troops", "soldiers only", "Forces", "quantity", "person"
    )  # fmt: skip
    assert [item.claim.text for item in made.evidence.all()] == ["15000 troops"]
    assert (made.status, fresh(fact).status) == ("single", "single")
    assert list(Fact.objects.order_by("position")) == [fact, made, after]
    line = Activity.objects.latest("id")
    assert (line.subject, line.details["other"], line.details["rationale"]) == (
        "Troops", "Troops (soldiers only)", "The UN counts police too."
    )  # fmt: skip
    assert FactSheet.objects.get().facts_in_conflict == 0


def test_what_was_split_off_is_told_apart_for_ever(fact: Fact, editor: User) -> None:
    new = split(fact, "15000", by=editor)
    said = Ruling.objects.filter(evidence=figure_of(new, "15000")).order_by("id").values_list("fact", "word")
    assert list(said) == [(fact.pk, "apart"), (new.pk, "together")]


def test_an_editors_weight_goes_with_the_evidence(fact: Fact, editor: User) -> None:
    actions.weigh(figure_of(fact, "15000"), stance="superseded", reason="Older.", by=editor, at=LATER)
    new = split(fact, "15000", by=editor)
    item = figure_of(new, "15000")
    assert (item.stance, item.reason, item.weighed_by) == ("superseded", "Older.", editor)


def test_a_split_that_is_none_is_refused(fact: Fact, editor: User) -> None:
    assert_refused(lambda: split(fact, by=editor), "Choose the evidence")
    assert_refused(lambda: split(fact, "13000", "15000", by=editor), "Something has to stay")
    assert_refused(lambda: split(fact, "15000", by=editor, scope=""), "Say what the new fact counts")
    elsewhere = make_fact_with("7", label="Elsewhere")
    act = lambda: actions.split(  # noqa: E731
        fact, [figure_of(elsewhere, "7").pk], version=fresh(fact).version, label="", scope="x", by=editor, at=LATER
    )
    assert_refused(act, "Choose the evidence")


def test_a_split_of_what_a_colleague_changed_saves_nothing(fact: Fact, editor: User, publisher: User) -> None:
    version = fresh(fact).version
    decide(fact, "13000", by=publisher)
    with pytest.raises(actions.Stale):
        split(fact, "15000", by=editor, version=version)
    assert Fact.objects.count() == 1


def merge(fact: Fact, into: Fact, by: User) -> None:
    actions.merge(fact, into, version=fresh(fact).version, by=by, at=LATER)


def test_all_evidence_of_a_merged_fact_is_under_the_other_and_the_fact_is_left_out(fact: Fact, editor: User) -> None:
    same = make_fact_with("13000.0", sheet=fact.sheet, label="Soldiers", proposed=True)
    add_figure(same, "13000.00", state="candidate")
    assert acts_of(lambda: merge(same, fact, editor)) == ["fact.merged"]
    assert sorted(fact.evidence.values_list("claim__text", "state")) == [
        ("13000 troops", "accepted"), ("13000.0 troops", "accepted"), ("13000.00 troops", "accepted"),
        ("15000 troops", "accepted"),
    ]  # fmt: skip
    gone = fresh(same)
    assert gone.decision is not None
    assert (gone.state, gone.decision.rationale, gone.evidence.count()) == ("left_out", "Merged into “Troops”.", 0)
    line = Activity.objects.latest("id")
    assert (line.subject, line.details["other"]) == ("Troops", "Soldiers")


def test_only_another_fact_of_the_sheet_and_of_the_kind_takes_a_fact_in(fact: Fact, editor: User) -> None:
    elsewhere = make_fact("Elsewhere", sheet=make_sheet())
    dates = make_fact("When", sheet=fact.sheet, kind="date")
    assert_refused(lambda: merge(fact, fact, editor), "Choose another fact")
    assert_refused(lambda: merge(fact, elsewhere, editor), "Choose another fact")
    assert_refused(lambda: merge(fact, dates, editor), "of one kind")
