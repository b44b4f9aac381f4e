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
    assert found.grouping >= 0.9
    assert found.conflicts_found >= 4
    assert found.false_conflicts == 0
    assert found.intruders <= 0.3


@pytest.mark.parametrize("event", ["quake", "election", "budget", "results"])
def test_events_that_the_weights_were_set_by_are_grouped(event: Any) -> None:
    found = score(EVENTS / event / "gold.json", EVENTS / event)
    assert found.grouping >= 0.9
    assert found.intruders <= 0.3


@pytest.mark.parametrize("event", ["court", "cup", "outbreak"])
def test_events_that_the_weights_were_not_set_by_are_grouped(event: Any) -> None:
    found = score(EVENTS / event / "gold.json", EVENTS / event)
    assert found.grouping >= 0.85
    assert found.intruders <= 0.3


def test_the_order_of_articles_makes_no_difference() -> None:
    gold = json.loads((EVENTS / "quake" / "gold.json").read_text(encoding="utf-8"))
    articles = read_articles(gold, EVENTS / "quake")
    there, back = compare(articles), compare(articles[::-1])
    assert there == back
    assert report(there, articles)["facts"] == report(back, articles)["facts"]
