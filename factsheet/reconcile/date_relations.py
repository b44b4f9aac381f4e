"""How two dates stand to one another."""

from __future__ import annotations

import re
from datetime import date, timedelta

from articles.values import Hedge, Interval, Precision, days_between, intersect
from factsheet.reconcile.sides import Side
from factsheet.reconcile.verdicts import Difference, RelationKind, Verdict

DEADLINES = frozenset({Hedge.BY, Hedge.UNTIL})
"""Hedges whose day is itself the fact: "by Dec. 31" and "by Jan. 1" name two deadlines, although every day before the
first meets both.
"""

FAR_DAYS = 31
"""Through an open end, dates further apart than a month are in tension: the days' counterpart of "10 % apart"."""


def days_of(side: Side) -> Interval[date] | None:
    """The side's interval where it is one of days."""
    return side.interval_of(date)


def relate_dates(a: Side, b: Side) -> Verdict:
    """The relation of two dates by the period their words name and by how it bounds the event."""
    x, y = days_of(a), days_of(b)
    if x is None or y is None:
        return Verdict(RelationKind.CONSISTENT, Difference.PRECISION)
    if x == y and bound_alike(a.hedge, b.hedge):
        return Verdict(RelationKind.SAME)
    if {a.hedge, b.hedge} & DEADLINES and _last_day(a.hedge, x) == _last_day(b.hedge, y) is not None:
        return Verdict(RelationKind.SAME)
    if (a.hedge in DEADLINES) == (b.hedge in DEADLINES):
        return _compare(a, b, _reach(a.hedge, x), _reach(b.hedge, y))
    return _meet_deadline(x, y) if a.hedge in DEADLINES else _meet_deadline(y, x)


def _last_day(hedge: Hedge, period: Interval[date]) -> date | None:
    """The last day that a deadline leaves: "before 2028" and "by the end of 2027" leave the same."""
    if hedge is Hedge.BEFORE and period.low is not None:
        return period.low - timedelta(days=1)
    return period.high if hedge in DEADLINES else None


def bound_alike(a: Hedge, b: Hedge) -> bool:
    """Whether two hedges leave the event in the same place: "on Saturday" and "from Saturday" do."""
    starts = {Hedge.EXACT, Hedge.SINCE, Hedge.WITHIN}
    return a is b or {a, b} <= starts or {a, b} <= DEADLINES


def _reach(hedge: Hedge, period: Interval[date]) -> Interval[date]:
    if hedge is Hedge.BEFORE and period.low is not None:
        return Interval(None, period.low, high_open=True)
    if hedge is Hedge.AFTER and period.high is not None:
        return Interval(period.high, None, low_open=True)
    return period


def _compare(a: Side, b: Side, x: Interval[date], y: Interval[date]) -> Verdict:
    if intersect(x, y) is not None:
        if {a.hedge, b.hedge} & {Hedge.BEFORE, Hedge.AFTER} and _bounds_apart(x, y) > FAR_DAYS:
            return Verdict(RelationKind.TENSION)
        return Verdict(RelationKind.CONSISTENT, None if x == y else Difference.PRECISION)
    days = days_between(x, y)
    if Hedge.ABOUT in (a.hedge, b.hedge) and days <= max(_length(x), _length(y)):
        return Verdict(RelationKind.ROUNDING, Difference.ROUNDING)
    if {a.hedge, b.hedge} & {Hedge.BEFORE, Hedge.AFTER} and a.interval == b.interval:
        # "Before Christmas" and "at Christmas" name one day, and disagree by no more than a word.
        return Verdict(RelationKind.TENSION, Difference.ADJACENT_DAY)
    if days <= 1 and (_is_night_before(a, x, y) or _is_night_before(b, y, x)):
        return Verdict(RelationKind.TENSION, Difference.ADJACENT_DAY)
    adjacent = days <= 1 and (_names_a_day(a) or _names_a_day(b))
    return Verdict(RelationKind.CONFLICT, Difference.ADJACENT_DAY if adjacent else _slip(x, y))


def _is_night_before(side: Side, night: Interval[date], day: Interval[date]) -> bool:
    """Whether a side names the night that ends on the other's day: "last night" and "on Thursday" may be one hour."""
    return bool(NIGHT.search(side.text)) and night.low is not None and day.low is not None and night.low < day.low


NIGHT = re.compile(r"\b(?:night|midnight)\b", re.IGNORECASE)


def _meet_deadline(deadline: Interval[date], event: Interval[date]) -> Verdict:
    """A deadline against a day or a period in which the event falls: the event must not lie past the deadline."""
    if deadline.high is None or event.low is None or event.low > deadline.high:
        adjacent = deadline.high is not None and event.low is not None and (event.low - deadline.high).days == 1
        return Verdict(RelationKind.CONFLICT, Difference.ADJACENT_DAY if adjacent else None)
    if event.high is not None and (deadline.high - event.high).days > FAR_DAYS:
        return Verdict(RelationKind.TENSION)
    return Verdict(RelationKind.CONSISTENT)


def _names_a_day(side: Side) -> bool:
    return side.precision in (Precision.DAY, None)


def _bounds_apart(x: Interval[date], y: Interval[date]) -> int:
    ours = [bound for bound in (x.low, x.high) if bound is not None]
    theirs = [bound for bound in (y.low, y.high) if bound is not None]
    return min((abs((p - q).days) for p in ours for q in theirs), default=0)


def _length(period: Interval[date]) -> int:
    return (period.high - period.low).days + 1 if period.low is not None and period.high is not None else 1


def _slip(x: Interval[date], y: Interval[date]) -> Difference | None:
    """Day and month changed places, or the same day in the neighbouring year: how dates are mistyped."""
    p, q = x.low, y.low
    if p is None or q is None or x.low != x.high or y.low != y.high:
        return None
    if (p.year, p.month, p.day) == (q.year, q.day, q.month) or (
        (p.month, p.day) == (q.month, q.day) and p.year != q.year
    ):
        return Difference.TRANSCRIPTION
    return None
