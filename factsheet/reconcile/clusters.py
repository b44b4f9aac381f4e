"""Average-link agglomeration with pairs that must and that cannot be together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from factsheet.reconcile.affinity import score_of, values_are_close
from factsheet.reconcile.partitions import Partition
from factsheet.reconcile.subjects import Subject

Pair = tuple[str, str]
Entry = tuple[int, str, str, int]

REPRESENTATIVES = 4
"""Before two groups whose pairs were not all scored are joined, this many of each are compared in full."""

MOST_MARGIN = 200
"""Being each other's best match adds at most this many points."""

ALONE, NEVER = 150, -(10**9)
"""Where an article has no second claim to choose from, the best is measured against a match this far below nothing."""

OPEN_PLACE = 100
"""Groups of different articles with close values are joined although their score falls short by this.

Each may have what the other lacks.
"""


class Clusters:
    """Groups in the making; each is named by the smallest key in it.

    Between two groups the sum and the number of their scored pairs are kept, which gives the average at once (Lance and
    Williams, 1967). In a block where every pair was scored that is average linkage to the letter; in a large one, where
    only candidates were, a join is checked on representatives first.
    """

    def __init__(self, subjects: Mapping[str, Subject], *, must: Sequence[Pair], cannot: Sequence[Pair]) -> None:
        self.subjects = subjects
        partition = Partition(subjects)
        for one, other in must:
            partition.join(one, other)
        self._members = {part[0]: part for part in partition.parts()}
        self._articles = {name: {subjects[key].side.article for key in part} for name, part in self._members.items()}
        self._home = {key: name for name, part in self._members.items() for key in part}
        self._links: dict[str, dict[str, tuple[int, int]]] = {name: {} for name in self._members}
        self._scores: dict[str, dict[str, int]] = defaultdict(dict)
        self._apart: dict[str, set[str]] = defaultdict(set)
        for one, other in cannot:
            self._part(self._home[one], self._home[other])

    def link(self, pairs: Iterable[Pair]) -> None:
        """Score pairs of keys; of two articles' claims, those that fit each other best fit better."""
        scored = {pair: score_of(self.subjects[pair[0]], self.subjects[pair[1]]) for pair in pairs}
        for pair, margin in self._mutual_bests(scored).items():
            scored[pair] += margin
        for (one, other), score in scored.items():
            self._scores[one][other] = self._scores[other][one] = score
            a, b = self._home[one], self._home[other]
            if a != b:
                total, count = self._links[a].get(b, (0, 0))
                self._links[a][b] = self._links[b][a] = (total + score, count + 1)

    def _mutual_bests(self, scored: Mapping[Pair, int]) -> dict[Pair, int]:
        """Pairs in which each is the other's likest claim in that article, with how clearly: an article tells a fact
        once.
        """
        best: dict[tuple[str, str], tuple[int, str]] = {}
        second: dict[tuple[str, str], int] = {}
        articles = {key: subject.side.article for key, subject in self.subjects.items()}
        for (one, other), score in scored.items():
            if articles[one] == articles[other]:
                continue
            for place, found in (((one, articles[other]), (score, other)), ((other, articles[one]), (score, one))):
                first = best.setdefault(place, found)
                if found is not first:
                    best[place] = max(first, found)
                    second[place] = max(second.get(place, NEVER), min(first, found)[0])
        margins = {
            (key, other): min(score - second.get((key, article), -ALONE), MOST_MARGIN)
            for (key, article), (score, other) in best.items()
        }
        return {
            (one, other): min(margin, margins[other, one])
            for (one, other), margin in margins.items()
            if (one, other) in scored and (other, one) in margins
        }

    def merge(self) -> list[list[str]]:
        """Join what the scores support, best first, then what fits an open place; the members of each group, sorted."""
        for slack in (0, OPEN_PLACE):
            self._merge(slack)
        return list(self._members.values())

    def _merge(self, slack: int) -> None:
        pairs = [(a, b) for a, links in self._links.items() for b in links if a < b]
        heap = [entry for a, b in pairs if (entry := self._entry(a, b, slack))]
        heapify(heap)
        while heap:
            entry = heappop(heap)
            _, a, b, _ = entry
            current = a in self._members and b in self._members and entry == self._entry(a, b, slack)
            if current and self._holds(a, b, slack):
                self._join(a, b)
                for other in self._links[a]:
                    if grown := self._entry(min(a, other), max(a, other), slack):
                        heappush(heap, grown)

    def _entry(self, a: str, b: str, slack: int) -> Entry | None:
        """What the heap holds of two groups that should be joined, the likest first; None where they should not."""
        total, count = self._links[a].get(b, (0, 0))
        if not count or total <= -slack * count or b in self._apart.get(a, ()):
            return None
        if total <= 0 and not self._is_open(a, b):
            return None
        return (-total // count, a, b, len(self._members[a]) + len(self._members[b]))

    def _is_open(self, a: str, b: str) -> bool:
        """Whether each of two groups may have what the other lacks: other articles, and values close to its own."""
        if not self._articles[a].isdisjoint(self._articles[b]):
            return False
        ours, theirs = _spread(self._members[a]), _spread(self._members[b])
        return any(values_are_close(self.subjects[p], self.subjects[q]) for p in ours for q in theirs)

    def _holds(self, a: str, b: str, slack: int) -> bool:
        """Whether groups of which not every pair was scored are alike all the same; if not, their link is cut."""
        ours, theirs = self._members[a], self._members[b]
        if self._links[a][b][1] >= min(len(ours), REPRESENTATIVES) * min(len(theirs), REPRESENTATIVES):
            return True
        pairs = [(p, q) for p in _spread(ours) for q in _spread(theirs)]
        if sum(self.score(p, q) for p, q in pairs) > -slack * len(pairs):
            return True
        del self._links[a][b], self._links[b][a]
        return False

    def _join(self, a: str, b: str) -> None:
        self._members[a] = sorted((*self._members[a], *self._members.pop(b)))
        self._articles[a] |= self._articles.pop(b)
        del self._links[a][b]
        for other, (total, count) in self._links.pop(b).items():
            if other != a:
                del self._links[other][b]
                more, number = self._links[a].get(other, (0, 0))
                self._links[a][other] = self._links[other][a] = (total + more, count + number)
        for other in self._apart.pop(b, set()):
            self._apart[other].discard(b)
            self._part(a, other)

    def _part(self, a: str, b: str) -> None:
        self._apart[a].add(b)
        self._apart[b].add(a)

    def score(self, one: str, other: str) -> int:
        """The score of two claims, worked out once."""
        found = self._scores[one].get(other)
        if found is None:
            found = score_of(self.subjects[one], self.subjects[other])
            self._scores[one][other] = self._scores[other][one] = found
        return found

    def closest(self, key: str, members: Sequence[str]) -> str:
        """The member of its group that a claim is likest to."""
        known = [(score, other) for other in members if (score := self._scores[key].get(other)) is not None]
        return max(known)[1] if known else next(other for other in members if other != key)

    def cohesion(self, members: Sequence[str]) -> int:
        """The mean score over the pairs of a group that were scored, 0 where none was."""
        scores = [
            score
            for i, one in enumerate(members)
            for other in members[i + 1 :]
            if (score := self._scores[one].get(other)) is not None
        ]
        return sum(scores) // len(scores) if scores else 0


def _spread(keys: Sequence[str]) -> Sequence[str]:
    """At most REPRESENTATIVES of the keys, evenly spread."""
    if len(keys) <= REPRESENTATIVES:
        return keys
    return [keys[i * (len(keys) - 1) // (REPRESENTATIVES - 1)] for i in range(REPRESENTATIVES)]
