"""Facts move up and down: within their heading, and with it past its edges."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from factsheet import actions
from factsheet.models import Fact, FactSheet, in_reading_order
from tests.factories import make_decision, make_fact, make_sheet
from tests.factsheet.newsroom import LATER, acts_of, assert_refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheet(db: None) -> FactSheet:
    """Two facts under a heading, one under another, two under none, and one that is left out between them."""
    sheet = make_sheet()
    for label, heading in (("a", "A"), ("b", "B"), ("c", "A"), ("x", "A"), ("d", ""), ("e", "")):
        make_fact(label, sheet=sheet, heading=heading)
    make_decision(Fact.objects.get(label="x"), outcome="left_out")
    return sheet


def order(sheet: FactSheet) -> str:
    return "".join(fact.label for fact in in_reading_order(sheet.facts.exclude(state="left_out")))


MOVES = [
    ("c", "up", "cabde"),
    ("a", "down", "cabde"),
    ("c", "down", "bacde"),
    ("b", "up", "bacde"),
    ("d", "down", "acbed"),
    ("e", "up", "acbed"),
]


@pytest.mark.parametrize(("label", "way", "expected"), MOVES, ids=[f"{label} {way}" for label, way, _ in MOVES])
def test_a_fact_changes_places_with_its_neighbour_or_its_heading_does(
    sheet: FactSheet, editor: User, label: str, way: str, expected: str
) -> None:
    fact = Fact.objects.get(label=label)
    assert order(sheet) == "acbde"
    assert acts_of(lambda: actions.move_fact(fact, up=way == "up", by=editor, at=LATER)) == ["fact.moved"]
    assert order(sheet) == expected
    assert FactSheet.objects.get().changed_at == LATER


@pytest.mark.parametrize(
    ("label", "up", "words"),
    [("a", True, "first already"), ("e", False, "last already"), ("b", False, "last already"),
     ("d", True, "first already"), ("x", True, "left out")],
)  # fmt: skip
def test_nothing_moves_past_the_edges(sheet: FactSheet, editor: User, label: str, up: bool, words: str) -> None:
    assert_refused(lambda: actions.move_fact(Fact.objects.get(label=label), up=up, by=editor, at=LATER), words)


def test_facts_that_share_a_place_are_told_apart(sheet: FactSheet, editor: User) -> None:
    sheet.facts.update(position=3)
    before = order(sheet)
    actions.move_fact(Fact.objects.get(label="e"), up=True, by=editor, at=LATER)
    assert order(sheet) == before[:-2] + before[-1] + before[-2]


PUTS = [
    ("c", "before", "a", "cabde", "A"),
    ("c", "after", "b", "abcde", "B"),
    ("b", "before", "c", "abcde", "A"),
    ("a", "after", "e", "cbdea", ""),
    ("d", "before", "a", "dacbe", "A"),
]


@pytest.mark.parametrize(("label", "side", "beside", "expected", "heading"), PUTS)
def test_a_fact_is_put_beside_another_under_its_heading_and_back_by_one_act(
    sheet: FactSheet, editor: User, label: str, side: str, beside: str, expected: str, heading: str
) -> None:
    fact, other = (Fact.objects.get(label=name) for name in (label, beside))
    was = fact.heading
    put = actions.put_fact
    assert acts_of(lambda: put(fact, beside=other, after=side == "after", by=editor, at=LATER)) == ["fact.moved"]
    assert order(sheet) == expected
    assert Fact.objects.get(label=label).heading == heading
    for stands, under in (("acbde", was), (expected, heading)):
        actions.undo(sheet.activity.latest("id"), by=editor, at=LATER)
        assert (order(sheet), Fact.objects.get(label=label).heading) == (stands, under)


@pytest.mark.parametrize(
    ("label", "beside", "words"), [("a", "x", "not on the sheet"), ("x", "a", "left out"), ("a", "a", "not on the")]
)
def test_a_fact_is_put_beside_another_that_is_shown(
    sheet: FactSheet, editor: User, label: str, beside: str, words: str
) -> None:
    fact, other = (Fact.objects.get(label=name) for name in (label, beside))
    assert_refused(lambda: actions.put_fact(fact, beside=other, after=True, by=editor, at=LATER), words)


def test_whoever_still_sees_the_old_heading_is_told(sheet: FactSheet, editor: User) -> None:
    fact, other = (Fact.objects.get(label=name) for name in ("a", "b"))
    actions.put_fact(fact, beside=other, after=True, by=editor, at=LATER)
    assert Fact.objects.get(label="a").version == fact.version + 1
