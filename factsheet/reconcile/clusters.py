"""Claims put together: those that give one value by average linkage, then groups whose values differ by their bonds.

Pairs that an editor said belong together stay together, and pairs that were told apart stay apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

from factsheet.reconcile.affinity import give_one_value, score_of
from factsheet.reconcile.bonds import Bond, Meeting, clearness_of, most_besides, most_points, points_of, strengths_of
from factsheet.reconcile.links import NEVER, NO_LINK, Link
from factsheet.reconcile.partitions import Partition
from factsheet.reconcile.subjects import Subject
from factsheet.reconcile.weights import BONDED

Pair = tuple[str, str]
Entry = tuple[int, str, str, int, bool]
"""Points with the sign turned, two groups, their size, and whether the points are judged or the most there may be."""

REPRESENTATIVES = 4
"""Before two groups whose pairs were not all scored are joined, this many of each are compared in full."""

MOST_MARGIN = 200
"""Being each other's best match adds at most this many points."""

ALONE = 150
"""Where an article has no second claim to choose from, the best is measured against a match this far below nothing."""

FARTHEST = 400
"""Groups whose mean score falls this far below nothing are not looked at again."""


Judge = Callable[[str, str, int], int]
"""Points for joining two groups by their names and the mean score of their pairs; above 0 they should be joined."""

UNKNOWN = 600
"""Two claims that were not scored are taken to score this far below nothing."""

Limit = Callable[[Link], int]
"""The most points that two groups may have, by what is between them; quicker to tell than what they have."""


def _most_alike(link: Link) -> int:
    return link.mean if link.has_one_value else 0


def _most_bound(link: Link) -> int:
    mean = link.mean
    return most_points(mean, link.best, mean + UNKNOWN, BONDED, MOST_BESIDES) if mean > -FARTHEST else 0


MOST_BESIDES = most_besides(BONDED)


class Clusters:
    """Groups in the making; each is named by the smallest key in it.

    Between two groups the sum and the number of their scored pairs are kept, which gives the average at once (Lance and
    Williams, 1967), and whether they have a value in common. In a block where every pair was scored that is average
    linkage to the letter; in a large one, where only candidates were, a join is checked on representatives first.
    """

    def __init__(self, subjects: Mapping[str, Subject], *, must: Sequence[Pair], cannot: Sequence[Pair]) -> None:
        self.subjects = subjects
        partition = Partition(subjects)
        for one, other in must:
            partition.join(one, other)
        self._members = {part[0]: part for part in partition.parts()}
        self._article_of = {key: subject.side.article for key, subject in subjects.items()}
        self._articles = {name: {self._article_of[key] for key in part} for name, part in self._members.items()}
        self._home = {key: name for name, part in self._members.items() for key in part}
        self._links: dict[str, dict[str, Link]] = {name: {} for name in self._members}
        self._scores: dict[str, dict[str, int]] = defaultdict(dict)
        self._extra: dict[tuple[str, str], int] = {}
        self._rivals: dict[str, dict[str, list[tuple[int, str]]]] = {}
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
                link = Link(score, 1, score, give_one_value(self.subjects[one], self.subjects[other]))
                self._links[a][b] = self._links[b][a] = self._links[a].get(b, NO_LINK) + link

    def _mutual_bests(self, scored: Mapping[Pair, int]) -> dict[Pair, int]:
        """Pairs in which each is the other's likest claim in that article, with how clearly: an article tells a fact
        once.
        """
        best: dict[tuple[str, str], tuple[int, str]] = {}
        second: dict[tuple[str, str], int] = {}
        articles = self._article_of
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
        """Join what gives one value, then what is bound by more than values; the members of each group, sorted."""
        self.merge_values()
        self._merge(_most_bound, self._bound)
        return list(self._members.values())

    def merge_values(self) -> None:
        """Join groups that have a value in common and whose claims are, on average, likelier of one fact than not."""
        self._merge(_most_alike, self._alike)

    def find_bonds(self) -> Iterator[tuple[Sequence[str], Sequence[str], dict[Bond, int]]]:
        """Every two groups that might be one fact, with what binds them."""
        for a, b in self._pairs():
            if self._links[a][b].mean > -FARTHEST:
                yield self._members[a], self._members[b], self._bonds(a, b, self._links[a][b].mean)

    def _pairs(self) -> list[Pair]:
        return [(a, b) for a, links in self._links.items() for b in links if a < b]

    def _merge(self, limit: Limit, judge: Judge) -> None:
        """Join two by two, the likest first, as long as `judge` gives points for it.

        Two groups are judged when no others may be liker. What they are to one another changes only when one of them
        grows: what the heap holds of them counts as long as they are of the size that it was told for.
        """
        heap = [entry for a, b in self._pairs() if (entry := self._entry(a, b, limit))]
        heapify(heap)
        while heap:
            _, a, b, size, is_judged = heappop(heap)
            if a not in self._members or b not in self._members or size != self._size(a, b):
                continue
            if not is_judged:
                if (points := judge(a, b, self._links[a][b].mean)) > 0:
                    heappush(heap, (-points, a, b, size, True))
            elif self._holds(a, b, judge):
                self._join(a, b)
                for other in self._links[a]:
                    if grown := self._entry(*((a, other) if a < other else (other, a)), limit):
                        heappush(heap, grown)

    def _entry(self, a: str, b: str, limit: Limit) -> Entry | None:
        """What the heap holds of two linked groups until they are judged; None where they cannot be joined."""
        most = limit(self._links[a][b])
        return None if most <= 0 or b in self._apart.get(a, ()) else (-most, a, b, self._size(a, b), False)

    def _size(self, a: str, b: str) -> int:
        return len(self._members[a]) + len(self._members[b])

    def _alike(self, a: str, b: str, mean: int) -> int:
        return mean if self._links[a][b].has_one_value else 0

    def _bound(self, a: str, b: str, mean: int) -> int:
        return points_of(self._bonds(a, b, mean), BONDED) if mean > -FARTHEST else 0

    def _bonds(self, a: str, b: str, mean: int) -> dict[Bond, int]:
        return {**strengths_of(self._meeting(a, b, mean)), **self._clearness(a, b, mean)}

    def _clearness(self, a: str, b: str, mean: int) -> dict[Bond, int]:
        return clearness_of(mean - self._next_best(a, b), mean - self._next_best(b, a))

    def _meeting(self, a: str, b: str, mean: int) -> Meeting:
        return Meeting(
            mean,
            self._links[a][b].best,
            (self._known(a), self._known(b)),
            (self._articles[a], self._articles[b]),
        )

    def _known(self, name: str) -> list[Subject]:
        """The claims that a group is known by."""
        return [self.subjects[key] for key in _spread(self._members[name])]

    def _next_best(self, a: str, b: str) -> int:
        """The mean score of the likest other claim that the articles of `b` have for `a`."""
        if a not in self._rivals:
            self._rivals[a] = self._find_rivals(a)
        rivals, own, home = self._rivals[a], (a, b), self._home
        best = -UNKNOWN
        for article in self._articles[b] & rivals.keys():
            for mean, other in rivals[article]:
                if mean <= best:
                    break
                if home[other] not in own:
                    best = mean
                    break
        return best

    def _find_rivals(self, a: str) -> dict[str, list[tuple[int, str]]]:
        """For each article its claims that were scored with those of a group, with the mean, the likest first."""
        ours = _spread(self._members[a])
        sums: dict[str, int] = defaultdict(int)
        for key in ours:
            for other, score in self._scores[key].items():
                sums[other] += score + UNKNOWN
        rivals: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for other, total in sums.items():
            rivals[self._article_of[other]].append((total // len(ours) - UNKNOWN, other))
        for found in rivals.values():
            found.sort(reverse=True)
        return rivals

    def _holds(self, a: str, b: str, judge: Judge) -> bool:
        """Whether groups of which not every pair was scored are alike all the same; if not, their link is cut."""
        ours, theirs = self._members[a], self._members[b]
        if self._links[a][b].number >= min(len(ours), REPRESENTATIVES) * min(len(theirs), REPRESENTATIVES):
            return True
        scores = [self.score(p, q) for p in _spread(ours) for q in _spread(theirs)]
        if judge(a, b, sum(scores) // len(scores)) > 0:
            return True
        del self._links[a][b], self._links[b][a]
        return False

    def _join(self, a: str, b: str) -> None:
        for name in (a, b):
            self._rivals.pop(name, None)
        self._members[a] = sorted((*self._members[a], *self._members.pop(b)))
        self._articles[a] |= self._articles.pop(b)
        del self._links[a][b]
        for key in self._members[a]:
            self._home[key] = a
        for other, link in self._links.pop(b).items():
            if other != a:
                del self._links[other][b]
                self._links[a][other] = self._links[other][a] = self._links[a].get(other, NO_LINK) + link
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
            pair = (one, other) if one < other else (other, one)
            found = self._extra.get(pair)
            if found is None:
                found = self._extra[pair] = score_of(self.subjects[one], self.subjects[other])
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
