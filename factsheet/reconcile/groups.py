"""Claims that speak of one fact, put together: candidates by shared rare words and values, then average linkage.

Average linkage (Sokal and Michener, 1958) within blocks of one kind and unit: two groups are joined while their members are,
on average, more likely of one fact than not. Everything is ordered by the claims' own keys first, so the order in which
articles arrive makes no difference.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from articles.values import Kind
from factsheet.reconcile.affinity import Affinity, Subject, affinity
from factsheet.reconcile.candidates import find_candidates
from factsheet.reconcile.labels import label_of
from factsheet.reconcile.measures import family_of
from factsheet.reconcile.partitions import Partition
from factsheet.reconcile.profiles import Profile, profile_of, rarities, vector_of
from factsheet.reconcile.sides import Side

Pair = tuple[str, str]
REPRESENTATIVES = 8
"""A group is judged by this many of its members, spread over it: exact for small groups, bounded for large ones."""

MOST_MARGIN = 250
"""Being each other's best match adds at most this many points."""


@dataclass(frozen=True, slots=True)
class Group:
    """Claims taken to speak of one fact. `reasons` says for each key why it is here; `score` is the mean affinity, 0 for one alone."""

    keys: tuple[str, ...]
    label: str
    kind: Kind
    unit: str | None
    reasons: Mapping[str, str]
    score: int


def group(sides: Sequence[Side], *, must: Iterable[Pair] = (), cannot: Iterable[Pair] = ()) -> list[Group]:
    """The facts that `sides` speak of, each side in exactly one, in the order of their first claim.

    Args:
        sides: claims with keys that differ from one another.
        must: pairs of keys that an editor confirmed to be one fact; they are kept together whatever the score.
        cannot: pairs of keys that an editor told apart; they are never put together (`must` wins where both are asked).
    """
    subjects = subjects_of(sides)
    clusters = _Clusters(subjects, _known(must, subjects), _known(cannot, subjects))
    blocks: dict[str, list[Subject]] = defaultdict(list)
    for subject in subjects.values():
        blocks[family_of(subject.side)].append(subject)
    for _, block in sorted(blocks.items()):
        clusters.link(find_candidates(block))
    return sorted(
        (_group(clusters, members) for members in clusters.merged()), key=lambda g: _place(subjects[g.keys[0]].side)
    )


def subjects_of(sides: Sequence[Side]) -> dict[str, Subject]:
    """Each side with what it is judged by, by key and in the order of the keys."""
    ordered = sorted(sides, key=lambda side: side.key)
    profiles = [profile_of(side) for side in ordered]
    rarity = rarities(ordered, profiles)
    articles = [side.article for side in ordered]
    values = _densities([(family_of(side), side.interval) for side in ordered], articles)
    units = _densities([_counted(*pair) for pair in zip(ordered, profiles, strict=True)], articles)
    return {
        side.key: Subject(side, profile, vector_of(profile, rarity), value_density=value, unit_density=unit)
        for side, profile, value, unit in zip(ordered, profiles, values, units, strict=True)
    }


def _densities(features: Sequence[Hashable], articles: Sequence[str]) -> list[int]:
    """For each claim, how often an article that has its feature has it, in tenths."""
    count = Counter(features)
    users = Counter(feature for feature, _ in set(zip(features, articles, strict=True)))
    return [10 * count[feature] // users[feature] for feature in features]


def _counted(side: Side, profile: Profile) -> tuple[str, str | None]:
    """The unit in which a side counts, people by their role."""
    return family_of(side), profile.role or profile.head


def _known(pairs: Iterable[Pair], subjects: Mapping[str, Subject]) -> list[Pair]:
    return [pair for pair in pairs if pair[0] in subjects and pair[1] in subjects]


def _place(side: Side) -> tuple[str, int, str]:
    return (side.article, side.start, side.key)


class _Clusters:
    """Groups in the making; each is named by the smallest key in it."""

    def __init__(self, subjects: Mapping[str, Subject], must: Sequence[Pair], cannot: Sequence[Pair]) -> None:
        self.subjects = subjects
        partition = Partition(subjects)
        for one, other in must:
            partition.join(one, other)
        self.members = {part[0]: part for part in partition.parts()}
        self._home = {key: name for name, part in self.members.items() for key in part}
        self._near: dict[str, set[str]] = {name: set() for name in self.members}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for one, other in cannot:
            self._apart[self._home[one]].add(self._home[other])
            self._apart[self._home[other]].add(self._home[one])
        self._scores: dict[Pair, int] = {}

    def link(self, pairs: Iterable[Pair]) -> None:
        """Let two claims be considered for one group; of two articles' claims, those that fit each other best fit better."""
        pairs = list(pairs)
        for one, other in pairs:
            a, b = self._home[one], self._home[other]
            if a != b:
                self._near[a].add(b)
                self._near[b].add(a)
        for pair, margin in self._mutual_bests(pairs):
            self._scores[pair] += margin

    def _mutual_bests(self, pairs: Sequence[Pair]) -> list[tuple[Pair, int]]:
        """Pairs in which each is the other's likest claim in that article, with how clearly (an article tells a fact once)."""
        ranked: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
        for one, other in pairs:
            p, q = self.subjects[one].side.article, self.subjects[other].side.article
            if p != q:
                score = self.score(one, other)
                ranked[one, q].append((score, other))
                ranked[other, p].append((score, one))
        margins: dict[tuple[str, str], int] = {}
        for (key, _), found in ranked.items():
            best, second = max(found), max((score for score, _ in sorted(found)[:-1]), default=-MOST_MARGIN)
            margins[key, best[1]] = min(best[0] - second, MOST_MARGIN)
        return [
            ((one, other), min(margin, margins[other, one]))
            for (one, other), margin in margins.items()
            if one < other and (other, one) in margins
        ]

    def merged(self) -> Iterator[list[str]]:
        """The members of each group after all joining that the scores support."""
        heap = [entry for a, near in self._near.items() for b in near if a < b and (entry := self._entry(a, b))]
        heapify(heap)
        while heap:
            _, a, b, sizes = heappop(heap)
            if a in self.members and b in self.members and sizes == (len(self.members[a]), len(self.members[b])):
                self._join(a, b)
                for other in self._near[a]:
                    if entry := self._entry(*sorted((a, other))):
                        heappush(heap, entry)
        yield from self.members.values()

    def _join(self, a: str, b: str) -> None:
        self.members[a] = sorted((*self.members[a], *self.members.pop(b)))
        for other in self._near.pop(b):
            self._near[other].discard(b)
            if other != a:
                self._near[other].add(a)
                self._near[a].add(other)
        for other in self._apart.pop(b, ()):
            self._apart[other].discard(b)
            self._apart[other].add(a)
            self._apart[a].add(other)

    def _entry(self, a: str, b: str) -> tuple[int, str, str, tuple[int, int]] | None:
        """The heap's entry for two groups that may and should be joined, the best first; stale once either has grown."""
        if b in self._apart.get(a, ()):
            return None
        score = self.linkage(self.members[a], self.members[b])
        return (-score, a, b, (len(self.members[a]), len(self.members[b]))) if score > 0 else None

    def linkage(self, ours: Sequence[str], theirs: Sequence[str]) -> int:
        """The mean affinity over the pairs of two groups' representatives."""
        pairs = [(p, q) for p in _spread(ours) for q in _spread(theirs)]
        return sum(self.score(p, q) for p, q in pairs) // len(pairs)

    def score(self, one: str, other: str) -> int:
        """The affinity of two claims, worked out once."""
        pair = (one, other) if one < other else (other, one)
        if pair not in self._scores:
            self._scores[pair] = self.affinity(*pair).score
        return self._scores[pair]

    def affinity(self, one: str, other: str) -> Affinity:
        """The affinity of two claims with its reasons."""
        return affinity(self.subjects[one], self.subjects[other])


def _spread(keys: Sequence[str]) -> Sequence[str]:
    """At most REPRESENTATIVES of the keys, evenly spread."""
    if len(keys) <= REPRESENTATIVES:
        return keys
    return [keys[i * (len(keys) - 1) // (REPRESENTATIVES - 1)] for i in range(REPRESENTATIVES)]


def _group(clusters: _Clusters, members: Sequence[str]) -> Group:
    subjects = [clusters.subjects[key] for key in members]
    subjects.sort(key=lambda subject: _place(subject.side))
    keys = tuple(subject.side.key for subject in subjects)
    reasons, scores = {}, []
    for key in keys:
        others = [other for other in _spread(keys) if other != key]
        if others:
            best = max(others, key=lambda other, key=key: (clusters.score(key, other), other))  # type: ignore[misc]
            scores.append(sum(clusters.score(key, other) for other in others) // len(others))
            reasons[key] = _because(clusters.affinity(*sorted((key, best))))
        else:
            reasons[key] = "no other claim speaks of this"
    first = subjects[0].side
    return Group(
        keys=keys,
        label=label_of(subjects),
        kind=first.kind,
        unit=Counter(s.side.unit for s in subjects).most_common(1)[0][0],
        reasons=reasons,
        score=sum(scores) // len(scores) if scores else 0,
    )


def _because(found: Affinity) -> str:
    return "; ".join(found.reasons[:3]) or "put here by an editor"
