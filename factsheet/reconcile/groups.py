"""Claims that speak of one fact, put together: candidates by shared rare words and values, then average linkage.

Average linkage (Sokal and Michener, 1958) within blocks of one kind and measure: two groups are joined while their
members are, on average, more likely of one fact than not. Everything is ordered by the claims' own keys first, so the
order in which articles arrive makes no difference.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from articles.phrasing import gettext_noop as _
from articles.values import Kind
from factsheet.reconcile.affinity import affinity
from factsheet.reconcile.candidates import find_candidates
from factsheet.reconcile.clusters import Clusters, Pair
from factsheet.reconcile.labels import label_of, tell_apart
from factsheet.reconcile.sides import Side
from factsheet.reconcile.subjects import Subject, subjects_of

MOST_REASONS = 3
ALONE, BY_AN_EDITOR = _("no other claim speaks of this"), _("put here by an editor")


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
    groups = sorted((_in_order(subjects, members) for members in clusters.merge()), key=lambda group: _place(group[0]))
    return [describe(clusters, group, label) for group, label in zip(groups, tell_apart(groups), strict=True)]


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
    for family in sorted(blocks):
        clusters.link(find_candidates(blocks[family]))
    return clusters


def _known(pairs: Iterable[Pair], subjects: Mapping[str, Subject]) -> list[Pair]:
    return [pair for pair in pairs if pair[0] in subjects and pair[1] in subjects]


def _in_order(subjects: Mapping[str, Subject], members: Sequence[str]) -> list[Subject]:
    return sorted((subjects[key] for key in members), key=_place)


def _place(subject: Subject) -> tuple[str, int, str]:
    return (subject.side.article, subject.side.start, subject.side.key)


def describe_members(clusters: Clusters, members: Sequence[str]) -> Group:
    """The group that some keys of the clusters are, with a label of its own."""
    subjects = _in_order(clusters.subjects, members)
    return describe(clusters, subjects, label_of(subjects))


def describe(clusters: Clusters, subjects: Sequence[Subject], label: str) -> Group:
    """The group that some claims of the clusters are, in their order."""
    members = [subject.side.key for subject in subjects]
    units = Counter(subject.side.unit for subject in subjects)
    return Group(
        keys=tuple(members),
        label=label,
        kind=subjects[0].side.kind,
        unit=min(units, key=lambda unit: (-units[unit], unit or "")),
        reasons={subject.side.key: reason_for(clusters, subject.side.key, members) for subject in subjects},
        score=clusters.cohesion(members),
    )


def reason_for(clusters: Clusters, key: str, members: Sequence[str]) -> str:
    """Why a key stands among the members of its group."""
    if len(members) == 1:
        return ALONE
    closest = clusters.closest(key, members)
    found = affinity(clusters.subjects[key], clusters.subjects[closest])
    return "; ".join(found.reasons[:MOST_REASONS]) or BY_AN_EDITOR
