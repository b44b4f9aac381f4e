"""Articles that come one after another against all of them at once, on the invented events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from statistics import fmean

from factsheet.reconcile import Side, group, sides_of
from factsheet.reconcile.shelves import Shelf
from tests.factsheet.reconcile.scoring import read_articles

EVENTS = sorted(path.parent for path in (Path(__file__).parents[2] / "events").glob("*/gold.json"))
LEAST, LEAST_ON_AVERAGE = 0.9, 0.96


def read_event(folder: Path) -> list[list[Side]]:
    """The claims of each article of an event."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return [sides_of(article) for article in read_articles(gold, folder)]


def agree(one: Iterable[Sequence[str]], other: Iterable[Sequence[str]]) -> float:
    """How alike two groupings of the same keys are: the B-cubed F1 of the one against the other."""
    ours = {key: frozenset(found) for found in one for key in found}
    theirs = {key: frozenset(found) for found in other for key in found}
    shared = {key: len(ours[key] & theirs[key]) for key in ours}
    precision = sum(shared[key] / len(ours[key]) for key in ours) / len(ours)
    recall = sum(shared[key] / len(theirs[key]) for key in ours) / len(ours)
    return 2 * precision * recall / (precision + recall)


def put_in_turn(articles: Iterable[Sequence[Side]]) -> list[list[str]]:
    shelf = Shelf()
    for article in articles:
        shelf.add(article)
    alone = [[key] for key in shelf.alone]
    return [*([side.key for side in sides] for sides in shelf.facts.values()), *alone]


def compare_ways(folder: Path) -> list[float]:
    articles = read_event(folder)
    together = [found.keys for found in group([side for article in articles for side in article])]
    # What one article says twice is a fact only when another says it too.
    told = {side.key: side.article for article in articles for side in article}
    told_together = [
        part
        for keys in together
        for part in ([keys] if len({told[key] for key in keys}) > 1 else [(key,) for key in keys])
    ]
    return [agree(put_in_turn(order), told_together) for order in (articles, articles[::-1])]


def test_one_after_another_leads_nearly_where_all_at_once_do_and_on_average_nearer() -> None:
    found = {folder.name: compare_ways(folder) for folder in EVENTS}
    assert {name: likenesses for name, likenesses in found.items() if min(likenesses) < LEAST} == {}
    assert fmean(chain(*found.values())) >= LEAST_ON_AVERAGE
