"""How likely two groups with different values speak of one fact: points for and against, from what their claims share.

Claims that give one value are put together by their own affinity. That two groups with other values speak of one fact
is judged of the groups: which articles they come from, how clearly each is what the other lacks, how alike their
closest claims are. It is what makes a conflict, or a false alarm, so it is fitted on its own (`weights.BONDED`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

LOWEST, WIDEST = -6, 2.5
"""Scores below this many units say no more, nor do margins beyond."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two groups side by side: the pairs of their claims with their scores, the articles of each, and by how many
    points each is likelier than the next best claim of the other's articles.
    """

    pairs: Sequence[tuple[Subject, Subject, int]]
    articles: tuple[frozenset[str], frozenset[str]]
    margins: tuple[int, int]


def strengths_of(meeting: Meeting) -> dict[Bond, int]:
    """How strong each feature of two groups is, in thousandths; symmetric."""
    pairs = meeting.pairs
    scores = [score for _, _, score in pairs]
    ours, theirs = meeting.articles
    fewest = min(len(ours), len(theirs))
    low, high = sorted(meeting.margins)
    return {
        Bond.PRIOR: FULL,
        Bond.MEAN: _units(sum(scores) // len(scores)),
        Bond.BEST: _units(max(scores)),
        Bond.BOTH_ALONE: FULL if len(ours) == len(theirs) == 1 else 0,
        Bond.WIDELY_TOLD: FULL * (min(len(ours) * len(theirs), MANY) - 1) // (MANY - 1),
        Bond.SHARED_ARTICLES: FULL * len(ours & theirs) // fewest,
        Bond.ONE_FORMER: FULL if any(a.is_former is not b.is_former for a, b, _ in pairs) else 0,
        Bond.CLEAR: _bounded(low),
        Bond.CLEAR_ONE_WAY: _bounded(high),
        Bond.BOTH_EARLY: FULL * sum(max(a.side.start, b.side.start) < EARLY for a, b, _ in pairs) // len(pairs),
    }


MANY = 6
"""Groups told by so many pairs of articles are widely told."""


def points_of(strengths: Mapping[Bond, int], weights: Mapping[Bond, int]) -> int:
    """The sum of points; above 0 the groups are taken to be one fact."""
    return sum(weights[bond] * strength // FULL for bond, strength in strengths.items())


def _units(points: int) -> int:
    return FULL * max(points, LOWEST * UNIT) // UNIT


def _bounded(margin: int) -> int:
    widest = int(WIDEST * UNIT)
    return FULL * max(-widest, min(margin, widest)) // UNIT
