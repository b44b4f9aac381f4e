"""Claims that speak of one fact, put together: candidates by shared rare words and values, then average linkage.

Average linkage (Sokal and Michener, 1958) within blocks of one kind and measure: two groups are joined while their
members are, on average, more likely of one fact than not. Everything is ordered by the claims' own keys first, so the
order in which articles arrive makes no difference.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from articles.values import Kind
from factsheet.reconcile.affinity import affinity
from factsheet.reconcile.candidates import find_candidates
from factsheet.reconcile.clusters import Clusters, Pair
from factsheet.reconcile.labels import label_of, tell_apart
from factsheet.reconcile.sides import Side
from factsheet.reconcile.subjects import Subject, subjects_of

MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Group:
    """Claims taken to speak of one fact.

    `reasons` says for each key why it is here; `score` is the mean affinity, 0 for a claim alone.
    """

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
    clusters = _linked(subjects, _known(must, subjects), _known(cannot, subjects))
    groups = [describe(clusters, members) for members in clusters.merge()]
    groups.sort(key=lambda found: _place(subjects[found.keys[0]].side))
    labels = tell_apart([[subjects[key] for key in found.keys] for found in groups])
    return [replace(found, label=label) for found, label in zip(groups, labels, strict=True)]


def link_groups(subjects: Mapping[str, Subject]) -> Clusters:
    """The groups that claims of one value make, before any two with different values are joined."""
    clusters = _linked(subjects, (), ())
    clusters.merge_values()
    return clusters


def _linked(subjects: Mapping[str, Subject], must: Sequence[Pair], cannot: Sequence[Pair]) -> Clusters:
    """Every claim with the likely others of its family; `subjects` are in the order of their keys."""
    clusters = Clusters(subjects, must=must, cannot=cannot)
    blocks: dict[str, list[Subject]] = defaultdict(list)
    for subject in subjects.values():
        blocks[subject.family].append(subject)
    for _, block in sorted(blocks.items()):
        clusters.link(find_candidates(block))
    return clusters


def _known(pairs: Iterable[Pair], subjects: Mapping[str, Subject]) -> list[Pair]:
    return [pair for pair in pairs if pair[0] in subjects and pair[1] in subjects]


def _place(side: Side) -> tuple[str, int, str]:
    return (side.article, side.start, side.key)


def describe(clusters: Clusters, members: Sequence[str]) -> Group:
    """The group that some keys of the clusters are."""
    subjects = sorted((clusters.subjects[key] for key in members), key=lambda subject: _place(subject.side))
    units = Counter(subject.side.unit for subject in subjects)
    return Group(
        keys=tuple(subject.side.key for subject in subjects),
        label=label_of(subjects),
        kind=subjects[0].side.kind,
        unit=min(units, key=lambda unit: (-units[unit], unit or "")),
        reasons={subject.side.key: reason_for(clusters, subject.side.key, members) for subject in subjects},
        score=clusters.cohesion(members),
    )


def reason_for(clusters: Clusters, key: str, members: Sequence[str]) -> str:
    """Why a key stands among the members of its group."""
    if len(members) == 1:
        return "no other claim speaks of this"
    closest = clusters.closest(key, members)
    found = affinity(clusters.subjects[key], clusters.subjects[closest])
    return "; ".join(found.reasons[:MOST_REASONS]) or "put here by an editor"
