"""What grouping a sheet and placing one more article cost, as the sheet grows; measured on the made flood."""

from __future__ import annotations

import gc
import statistics
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from articles.extraction import extract
from factsheet.actions import add_articles
from factsheet.management.flooded_sheet import make_flooded_sheet, store_articles
from factsheet.management.floods import MadeArticle, make_articles
from factsheet.reconcile import ArticleReadings, Side, group, sides_of
from factsheet.reconcile.shelves import Shelf

GROUPED = (10, 30, 100)
PLACED = (100, 300, 1000)
"""So many articles are grouped, and stand on the sheet in which one more is placed."""

PROBES = 5
"""So many articles are placed one after another; the median is told."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What an act on so many articles with so many claims took of one core, in seconds."""

    articles: int
    claims: int
    seconds: float


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """A made article and its claims."""

    made: MadeArticle
    sides: list[Side]

    def homes(self, shared: Counter[int]) -> dict[str, str]:
        """The fact of each claim that another article tells too, by the claim's key."""
        begins = sorted(self.made.facts)
        told = {side.key: self.made.facts[begins[max(bisect_right(begins, side.start) - 1, 0)]] for side in self.sides}
        return {key: f"fact {fact}" for key, fact in told.items() if fact is not None and shared[fact] > 1}


def read_articles(count: int) -> list[ReadArticle]:
    """The first so many articles of the flood, read by the program."""
    return [
        ReadArticle(
            made, sides_of(ArticleReadings(made.key, made.text, tuple(extract(made.text, published=made.published))))
        )
        for made in make_articles(count)
    ]


def measure_grouping(articles: Sequence[ReadArticle], sizes: Sequence[int] = GROUPED) -> Iterator[Cost]:
    """What it takes to group all claims of the first so many articles at once."""
    for size in sizes:
        sides = [side for article in articles[:size] for side in article.sides]
        yield Cost(size, len(sides), _time(partial(group, sides)))


def measure_placing(articles: Sequence[ReadArticle], sizes: Sequence[int] = PLACED) -> Iterator[Cost]:
    """What one more article takes on a sheet of so many, held in memory; `claims` are those on the sheet.

    The articles after the largest size are placed.
    """
    shared = Counter(fact for article in articles for fact in article.made.facts.values() if fact is not None)
    for size in sizes:
        shelf = Shelf()
        for article in articles[:size]:
            shelf.put(article.sides, article.homes(shared))
        taken = [_time(partial(shelf.add, new.sides)) for new in articles[max(sizes) :]]
        yield Cost(size, sum(len(article.sides) for article in articles[:size]), statistics.median(taken))


def measure_adding(articles: Sequence[ReadArticle], size: int, *, at: datetime) -> Cost:
    """What it takes to put one more article into a sheet of so many in the database, with all that follows from it.

    Everything is written in the caller's transaction, to be undone.
    """
    sheet = make_flooded_sheet([article.made for article in articles[:size]], at=at)
    new = store_articles([article.made for article in articles[size : size + PROBES + 1]], at=at)
    # The first brings along that the articles' origins are traced.
    add_articles(sheet, new[:1], by=None, at=at)
    taken = [_time(partial(add_articles, sheet, [one], by=None, at=at)) for one in new[1:]]
    return Cost(size, sheet.evidence.count(), statistics.median(taken))


def _time(act: Callable[[], object]) -> float:
    # What is held only to be measured would be searched for garbage in the middle of the measurement.
    gc.collect()
    gc.freeze()
    try:
        begun = time.process_time()
        act()
        return time.process_time() - begun
    finally:
        gc.unfreeze()
