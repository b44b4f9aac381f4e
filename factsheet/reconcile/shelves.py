"""A sheet held in memory: articles are put in one after another, each claim finding its place among those before.

The database keeps the same four things for a sheet: claims under marks, counts, and claims under facts or alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import count

from factsheet.reconcile.clusters import Pair
from factsheet.reconcile.counts import Count, Counts, count_traits
from factsheet.reconcile.lookup import Holder, Marks, Near, choose_entries, find_near, marks_of
from factsheet.reconcile.placing import PlacedFact, Placement, choose_known, place
from factsheet.reconcile.sides import Side
from factsheet.reconcile.subjects import subjects_of, traits_of


class Shelf:
    """Claims by the fact that they are under, with all that new ones are placed by."""

    def __init__(self) -> None:
        self.facts: dict[str, list[Side]] = defaultdict(list)
        self.alone: dict[str, Side] = {}
        self._counts: dict[str, Count] = {}
        self._holders: dict[str, list[str]] = defaultdict(list)
        self._standing: dict[str, Holder] = {}
        self._numbers = count(1)

    def add(self, article: Sequence[Side], *, must: Iterable[Pair] = (), cannot: Iterable[Pair] = ()) -> None:
        """Put all claims of an article (or of several) in, each where it belongs."""
        self._count(article)
        marks = self._marks(article)
        holders = self._look_up(marks)
        for placement in self._place(article, find_near(marks.values(), holders), must, cannot):
            articles = {self._side(key, article).article for key in placement.keys}
            fact = placement.fact or (f"fact {next(self._numbers)}" if len(articles) > 1 else None)
            for key in placement.keys:
                self._put(self._side(key, article), fact)
        self._enter(marks, holders)

    def put(self, article: Sequence[Side], homes: Mapping[str, str]) -> None:
        """Put all claims of an article in where an editor says; those without a fact in `homes` stay alone."""
        self._count(article)
        for side in article:
            self._put(side, homes.get(side.key))
        marks = self._marks(article)
        self._enter(marks, self._look_up(marks))

    def find_places(self, article: Sequence[Side]) -> list[Placement]:
        """Where the claims of an article belong; nothing is changed."""
        marks = self._marks(article)
        return self._place(article, find_near(marks.values(), self._look_up(marks)), (), ())

    def _place(
        self, article: Sequence[Side], near: Near, must: Iterable[Pair], cannot: Iterable[Pair]
    ) -> list[Placement]:
        facts = [PlacedFact(fact, choose_known(self.facts[fact])) for fact in near.facts]
        alone = [self.alone[key] for key in sorted(near.alone)]
        return place(article, facts, alone, counts=Counts(self._counts), must=must, cannot=cannot)

    def _count(self, article: Sequence[Side]) -> None:
        for term, (times, articles) in count_traits(map(traits_of, article)).found.items():
            before = self._counts.get(term, (0, 0))
            self._counts[term] = (before[0] + times, before[1] + articles)

    def _marks(self, article: Sequence[Side]) -> dict[str, Marks]:
        return {key: marks_of(subject) for key, subject in subjects_of(article, Counts(self._counts)).items()}

    def _side(self, key: str, article: Sequence[Side]) -> Side:
        return self.alone.get(key) or next(side for side in article if side.key == key)

    def _put(self, side: Side, fact: str | None) -> None:
        self._standing[side.key] = Holder(side.key, fact)
        if fact is None:
            self.alone[side.key] = side
        else:
            self.alone.pop(side.key, None)
            self.facts[fact].append(side)

    def _enter(self, marks: Mapping[str, Marks], holders: Mapping[str, Sequence[Holder]]) -> None:
        homes = {key: self._standing[key].fact for key in marks}
        for mark, key in choose_entries(marks, homes, holders):
            self._holders[mark].append(key)

    def _look_up(self, marks: Mapping[str, Marks]) -> dict[str, list[Holder]]:
        """What stands under the marks of some claims."""
        return {
            mark: [self._standing[key] for key in self._holders[mark]]
            for told in marks.values()
            for mark in told
            if mark in self._holders
        }
