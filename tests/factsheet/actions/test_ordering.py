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
