"""How likely two groups with different values speak of one fact: points for and against, from what their claims share.

Claims that give one value are put together by their own affinity. That two groups with other values speak of one fact
is judged of the groups: which articles they come from, how clearly each is what the other lacks, how alike their
closest claims are. It is what makes a conflict, or a false alarm, so it is fitted on its own (`weights.BONDED`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import IntEnum, auto

from factsheet.reconcile.features import EARLY
from factsheet.reconcile.profiles import FULL
from factsheet.reconcile.subjects import Subject


class Bond(IntEnum):
    """What speaks for or against two groups being one fact."""

    PRIOR = auto()
    MEAN = auto()
    BEST = auto()
    BOTH_ALONE = auto()
    WIDELY_TOLD = auto()
    SHARED_ARTICLES = auto()
    ONE_FORMER = auto()
    CLEAR = auto()
    CLEAR_ONE_WAY = auto()
    BOTH_EARLY = auto()


UNIT = 150
"""Points to a unit of log-odds; scores and margins are counted in it."""

LOWEST, WIDEST = -6000, 2500
"""Scores below this many thousandths of a unit say no more, nor do margins beyond."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two groups side by side: the mean and the best score of their pairs, and the articles of each."""

    mean: int
    best: int
    claims: tuple[Sequence[Subject], Sequence[Subject]]
    articles: tuple[AbstractSet[str], AbstractSet[str]]


def strengths_of(meeting: Meeting) -> dict[Bond, int]:
    """How strong each feature of two groups is, in thousandths; symmetric."""
    ours, theirs = meeting.articles
    return {
        Bond.PRIOR: FULL,
        Bond.MEAN: _units(meeting.mean),
        Bond.BEST: _units(meeting.best),
        Bond.BOTH_ALONE: FULL if len(ours) == len(theirs) == 1 else 0,
        Bond.WIDELY_TOLD: FULL * (min(len(ours) * len(theirs), MANY) - 1) // (MANY - 1),
        Bond.SHARED_ARTICLES: FULL * len(ours & theirs) // min(len(ours), len(theirs)),
        Bond.ONE_FORMER: FULL if len({claim.is_former for group in meeting.claims for claim in group}) > 1 else 0,
        Bond.BOTH_EARLY: _share_early(meeting.claims[0]) * _share_early(meeting.claims[1]) // FULL,
    }


def clearness_of(one: int, other: int) -> dict[Bond, int]:
    """How clearly each of two groups is what the other lacks, by how many points it is likelier than the next best
    claim of its articles; in thousandths.
    """
    low, high = sorted((one, other))
    return {Bond.CLEAR: _bounded(low), Bond.CLEAR_ONE_WAY: _bounded(high)}


def _share_early(claims: Sequence[Subject]) -> int:
    return FULL * sum(claim.side.start < EARLY for claim in claims) // len(claims)


MANY = 6
"""Groups told by so many pairs of articles are widely told."""


def points_of(strengths: Mapping[Bond, int], weights: Mapping[Bond, int]) -> int:
    """The sum of points; above 0 the groups are taken to be one fact."""
    return sum(weights[bond] * strength // FULL for bond, strength in strengths.items())


def most_points(mean: int, best: int, margin: int, weights: Mapping[Bond, int], besides: int) -> int:
    """The most points that two groups may have, by the mean and best score of their pairs, the widest margin that
    either may have, and the most that all else may give (`most_besides`).
    """
    told = weights[Bond.MEAN] * _units(mean) // FULL + weights[Bond.BEST] * _units(best) // FULL
    clear = _bounded(margin)
    return besides + told + weights[Bond.CLEAR] * clear // FULL + weights[Bond.CLEAR_ONE_WAY] * clear // FULL


def most_besides(weights: Mapping[Bond, int]) -> int:
    """The most points that two groups may have for what is neither of their scores nor of their margins."""
    return weights[Bond.PRIOR] + sum(max(weights[bond], 0) for bond in Bond if bond not in TOLD_BY_SCORES)


TOLD_BY_SCORES = frozenset({Bond.PRIOR, Bond.MEAN, Bond.BEST, Bond.CLEAR, Bond.CLEAR_ONE_WAY})


def _units(points: int) -> int:
    return max(FULL * points // UNIT, LOWEST)


def _bounded(margin: int) -> int:
    return max(-WIDEST, min(FULL * margin // UNIT, WIDEST))
