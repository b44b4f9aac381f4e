"""What looks for lost acts finds each kind of loss."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from factsheet import actions
from factsheet.models import Evidence, Fact, FactSheet
from tests.factsheet.collisions.audit import Before, find_broken, find_lost
from tests.factsheet.collisions.editors import Tried
from tests.factsheet.collisions.newsroom import make_lively_sheet
from tests.factsheet.newsroom import LATER, figure_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def facts(db: None) -> list[Fact]:
    """Three facts of one sheet, each with two figures."""
    sheet = FactSheet.objects.get(slug=make_lively_sheet(facts=3).slug)
    return list(sheet.facts.select_related("sheet").order_by("pk"))


def settle(fact: Fact, word: str, status: int = 302) -> Tried:
    """An act of the first editor on the fact as it was made."""
    return Tried(0, "settle", fact.pk, word, {"version": str(fact.version)}, status)


def give(fact: Fact, word: str, *, by: User) -> None:
    """What that act does."""
    answer = actions.Answer(outcome="not_established")
    version = Fact.objects.get(pk=fact.pk).version
    actions.decide(fact, answer, version=version, rationale=word, by=by, at=LATER)


def test_what_was_done_as_it_was_acknowledged_is_no_loss(facts: list[Fact], editor: User) -> None:
    before = Before.look()
    give(facts[0], "one", by=editor)
    actions.comment(facts[1], text="two", by=editor, at=LATER)
    actions.move_fact(facts[0], up=False, by=editor, at=LATER)
    actions.merge(facts[2], facts[1], version=facts[2].version, by=editor, at=LATER)
    tried = [
        settle(facts[0], "one"),
        settle(facts[0], "late", 409),
        Tried(0, "comment", facts[1].pk, "two", {"text": "two"}, 302),
        Tried(0, "move", facts[0].pk, "three", {"to": "down"}, 302),
        Tried(0, "merge", facts[2].pk, "four", {"version": "1", "into": str(facts[1].pk)}, 302),
    ]
    assert list(find_lost(tried, before, [editor.pk])) == []
    assert list(find_broken()) == []


def test_an_acknowledged_act_that_left_nothing_is_lost(facts: list[Fact], editor: User) -> None:
    lost = list(find_lost([settle(facts[0], "one")], Before.look(), [editor.pk]))
    assert lost[0] == "1 acts were acknowledged, and the log has 0"
    assert "settle one was answered 302" in lost[1]


def test_a_refused_act_that_left_something_is_seen(facts: list[Fact], editor: User) -> None:
    before = Before.look()
    give(facts[0], "one", by=editor)
    lost = list(find_lost([settle(facts[0], "one", 409)], before, [editor.pk]))
    assert any("answered 409, and is 1 times in the log" in line for line in lost)


def test_an_act_over_what_its_editor_had_not_seen_is_seen(facts: list[Fact], editor: User) -> None:
    before = Before.look()
    give(facts[0], "one", by=editor)
    give(facts[0], "two", by=editor)
    lost = list(find_lost([settle(facts[0], "one"), settle(facts[0], "two")], before, [editor.pk]))
    assert lost == [f"1 of 2 acts on version {facts[0].version} of fact {facts[0].pk} overwrote what nobody had seen"]


def test_an_order_that_the_log_does_not_lead_to_is_seen(facts: list[Fact], editor: User) -> None:
    before = Before.look()
    Fact.objects.filter(pk=facts[0].pk).update(position=9)
    assert "not in the order" in next(find_lost([], before, [editor.pk]))


def test_evidence_that_stands_elsewhere_than_the_log_says_is_seen(facts: list[Fact], editor: User) -> None:
    before = Before.look()
    Evidence.objects.filter(fact=facts[0]).update(fact=facts[1])
    assert list(find_lost([], before, [editor.pk])) == ["evidence is not where the log leads to"]


@pytest.mark.parametrize("half", ["state", "counts", "status", "place"])
def test_half_an_act_is_seen(facts: list[Fact], editor: User, half: str) -> None:
    give(facts[0], "one", by=editor)
    assert list(find_broken()) == []
    if half == "state":
        Fact.objects.filter(pk=facts[0].pk).update(state="disputed")
    elif half == "counts":
        FactSheet.objects.update(facts_open=7)
    elif half == "status":
        item = figure_of(facts[1], "15000")
        Evidence.objects.filter(pk=item.pk).update(fact=facts[0])
    else:
        Fact.objects.filter(pk=facts[1].pk).update(position=facts[0].position)
    assert list(find_broken())
