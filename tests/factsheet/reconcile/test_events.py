"""Whole events, from files to facts, measured against gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factsheet.reconcile import compare
from factsheet.reconcile.reports import report
from tests.factsheet.reconcile.scoring import read_articles, score

ROOT = Path(__file__).parents[3]
EVENTS = ROOT / "tests" / "events"
SHARED = ROOT.parent / "shared"


def test_the_originals_are_grouped_and_their_conflicts_found() -> None:
    gold = SHARED / "gold" / "minusma.json"
    if not gold.exists():
        pytest.skip("the original articles stand beside the project, in ../shared, and are not there")
    found = score(gold, SHARED / "seeds")
    assert found.grouping >= 0.95
    assert found.conflicts_found == 5
    assert found.false_conflicts == 0
    assert found.intruders <= 0.5


FLOORS = {
    "quake": (0.94, 0.75),
    "election": (0.93, 0.75),
    "budget": (0.93, 0.85),
    "results": (0.95, 0.85),
    "court": (0.94, 0.8),
    "cup": (0.9, 0.7),
    "outbreak": (0.9, 0.6),
    "ferry": (0.88, 0.55),
    "cholera": (0.87, 0.65),
    "strike": (0.88, 0.7),
    "property-tax": (0.9, 0.7),
    "airline": (0.84, 0.55),
    "border": (0.77, 0.3),
    "derailment": (0.85, 0.45),
    "garrison": (0.81, 0.45),
    "merger": (0.82, 0.45),
    "museum": (0.83, 0.55),
    "raid": (0.79, 0.55),
    "wildfire": (0.8, 0.35),
}
"""What the grouping and the conflicts of each event must reach, a little under what they do."""


@pytest.mark.parametrize(("event", "floors"), FLOORS.items())
def test_the_facts_of_an_event_are_grouped_and_their_conflicts_found(event: Any, floors: Any) -> None:
    found = score(EVENTS / event / "gold.json", EVENTS / event)
    assert (found.grouping >= floors[0], found.conflicts >= floors[1]) == (True, True)
    assert found.intruders <= 0.6


def test_every_event_has_a_floor() -> None:
    assert {path.parent.name for path in EVENTS.glob("*/gold.json")} == set(FLOORS)


def test_the_order_of_articles_makes_no_difference() -> None:
    gold = json.loads((EVENTS / "quake" / "gold.json").read_text(encoding="utf-8"))
    articles = read_articles(gold, EVENTS / "quake")
    there, back = compare(articles), compare(articles[::-1])
    assert there == back
    assert report(there, articles)["facts"] == report(back, articles)["facts"]
