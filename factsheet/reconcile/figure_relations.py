"""How two figures stand to one another: counts, money, percentages, durations and ordinals."""

from __future__ import annotations

import re
from decimal import Decimal

from articles.values import (
    COUNTED_ONE_BY_ONE,
    ROUND_SHARE,
    Hedge,
    Interval,
    Kind,
    figure,
    intersect,
    is_digit_swap,
    is_factor_of_ten,
    is_unbounded,
    rounds_to,
    share_apart,
    significant_digits,
)
from factsheet.reconcile.measures import decimals_of, family_of, is_measure, to_base
from factsheet.reconcile.sides import Side
from factsheet.reconcile.verdicts import Difference, RelationKind, Verdict

CONVERSION_SHARE = Decimal("0.03")
"""Two units of one measure meet within this share: writers round after converting ("10 miles (16 km)" is 0.6 % off)."""

VAGUE = re.compile(r"\b(dozens|scores|hundreds|thousands|millions|billions|several|a few)\b", re.IGNORECASE)
VAGUE_REACH = 5
"""A vague plural is taken to reach five times the least it can be: "hundreds" (200) up to 1,000."""


def relate_figures(a: Side, b: Side) -> Verdict:
    """The relation of two claims that carry decimals, whatever their units."""
    x, y = decimals_of(a), decimals_of(b)
    if x is None or y is None:
        return Verdict(RelationKind.CONSISTENT, Difference.PRECISION)
    if a.change and b.change and a.change is not b.change:
        return Verdict(RelationKind.CONFLICT, Difference.DIRECTION)
    if a.per != b.per and a.per and b.per:
        return Verdict(RelationKind.ROUNDING, Difference.UNIT)
    if is_pair(a) and is_pair(b):
        return _compare_pairs(a, b)
    if a.unit == b.unit:
        return _compare(a, b, x, y)
    if a.kind is Kind.MONEY:
        return _compare_currencies(a, b, x, y)
    if {a.unit, b.unit} == PERCENT_OR_POINTS:
        same = intersect(x, y) is not None
        return Verdict(RelationKind.TENSION if same else RelationKind.ROUNDING, Difference.POINTS)
    if family_of(a) != family_of(b):
        return Verdict(RelationKind.ROUNDING, Difference.UNIT)
    if is_measure(a) and is_measure(b):
        return _compare_converted(a, b, to_base(x, a.unit), to_base(y, b.unit))
    return _compare(a, b, x, y)


PERCENT_OR_POINTS = {"percent", "percentage point"}
"""A share that goes from 40 to 44 percent rises by 4 points and by 10 percent: the same figure of both is a mistake."""

PAIR_UNITS = frozenset({"vote", "score", "ratio"})
RANGE = re.compile(r"\b(?:between|from)\b", re.IGNORECASE)


def is_pair(side: Side) -> bool:
    """Whether the figures are two counts that stand against one another ("218-211"), and no range."""
    return len(side.numbers) == 2 and side.unit in PAIR_UNITS and not RANGE.search(side.text)


def _compare_pairs(a: Side, b: Side) -> Verdict:
    """Votes and results count by both figures; which side is named first is a matter of who tells it."""
    if a.numbers == b.numbers or sorted(a.numbers) == sorted(b.numbers):
        return Verdict(RelationKind.SAME if a.numbers == b.numbers else RelationKind.CONSISTENT)
    slips = (_slip(p, q) for p, q in zip(sorted(a.numbers), sorted(b.numbers), strict=True) if p != q)
    return Verdict(RelationKind.CONFLICT, next(slips, None))


def _compare_currencies(a: Side, b: Side, x: Interval[Decimal], y: Interval[Decimal]) -> Verdict:
    """Amounts in two currencies: by the amount that one of them gives in the other's, else only roughly.

    The very same figure in both is no rate of exchange: one of them names the wrong currency.
    """
    for side, other, told in ((a, b, y), (b, a, x)):
        if side.twin is not None and side.twin.unit == other.unit:
            verdict = _compare(side, other, side.twin.interval, told)
            if (
                verdict.kind is RelationKind.CONFLICT
                and share_apart(*_facing_bounds(side.twin.interval, told)) <= EXCHANGE
            ):
                return Verdict(RelationKind.ROUNDING, Difference.CURRENCY)
            is_alarm = verdict.kind in (RelationKind.TENSION, RelationKind.CONFLICT)
            kind = RelationKind.CONSISTENT if verdict.kind is RelationKind.SAME else verdict.kind
            return verdict if is_alarm else Verdict(kind, Difference.CURRENCY)
    if x == y and figure(x) is not None and significant_digits(figure(x) or Decimal(0)) > 1:
        return Verdict(RelationKind.CONFLICT, Difference.CURRENCY)
    return Verdict(RelationKind.ROUNDING, Difference.UNIT)


EXCHANGE = Decimal("0.05")
"""Rates of exchange move from day to day, and writers round what they convert."""


def _compare(a: Side, b: Side, x: Interval[Decimal], y: Interval[Decimal]) -> Verdict:
    if x == y:
        return Verdict(RelationKind.SAME) if a.hedge is b.hedge else Verdict(RelationKind.CONSISTENT)
    if intersect(x, y) is None:
        p, q = _facing_bounds(x, y)
        if _meet_by_rounding(a, b, p, q):
            return Verdict(RelationKind.ROUNDING, Difference.ROUNDING)
        if a.kind is Kind.QUANTITY and bool(a.per) is not bool(b.per):
            return Verdict(RelationKind.TENSION, Difference.UNIT)
        return Verdict(RelationKind.CONFLICT, _slip(p, q))
    if (
        (is_unbounded(x) or is_unbounded(y))
        and _figures_apart(x, y) > ROUND_SHARE
        and not _within_vague_reach(a, b, x, y)
    ):
        return Verdict(RelationKind.TENSION)
    return Verdict(RelationKind.CONSISTENT)


def _compare_converted(a: Side, b: Side, x: Interval[Decimal], y: Interval[Decimal]) -> Verdict:
    verdict = _compare(a, b, x, y)
    if verdict.kind is RelationKind.CONFLICT and share_apart(*_facing_bounds(x, y)) <= CONVERSION_SHARE:
        return Verdict(RelationKind.ROUNDING, Difference.UNIT)
    hinted = verdict.difference not in (None, Difference.ROUNDING)
    return verdict if hinted else Verdict(verdict.kind, Difference.UNIT)


def _facing_bounds(x: Interval[Decimal], y: Interval[Decimal]) -> tuple[Decimal, Decimal]:
    """The bounds nearest to one another of two intervals that do not meet."""
    if x.high is not None and y.low is not None and x.high <= y.low:
        return x.high, y.low
    if x.low is not None and y.high is not None:
        return x.low, y.high
    raise ValueError("the intervals meet")


def _figures_apart(x: Interval[Decimal], y: Interval[Decimal]) -> Decimal:
    """How far apart the nearest figures named by two intervals are, as a share of the larger."""
    ours = [bound for bound in (x.low, x.high) if bound is not None]
    theirs = [bound for bound in (y.low, y.high) if bound is not None]
    return min((share_apart(p, q) for p in ours for q in theirs), default=Decimal(0))


def _meet_by_rounding(a: Side, b: Side, p: Decimal, q: Decimal) -> bool:
    if p == q:
        return True
    if Hedge.ABOUT in (a.hedge, b.hedge) and share_apart(p, q) <= ROUND_SHARE:
        return True
    if a.kind is Kind.DURATION and max(abs(p), abs(q)) < COUNTED_ONE_BY_ONE:
        # Nobody rounds five and a half years to six without a word such as "nearly".
        return False
    return rounds_to(p, q) or rounds_to(q, p)


def _slip(p: Decimal, q: Decimal) -> Difference | None:
    if p and q and (is_factor_of_ten(p, q) or (abs(p) >= 100 and is_digit_swap(p, q))):
        return Difference.TRANSCRIPTION
    return None


def _within_vague_reach(a: Side, b: Side, x: Interval[Decimal], y: Interval[Decimal]) -> bool:
    for side, vague, other in ((a, x, y), (b, y, x)):
        if vague.low is not None and is_vague(side):
            least = other.low if other.low is not None else other.high
            if least is not None and least <= vague.low * VAGUE_REACH:
                return True
    return False


def is_vague(side: Side) -> bool:
    """Whether the words name no figure at all ("dozens", "hundreds of people")."""
    return bool(VAGUE.search(side.text)) and not any(map(str.isdigit, side.text))
