"""Times of day on the clocks of their zones: how far ahead of UTC each is, and where each lies on one line of minutes.

A clock whose zone is known is set to UTC. One whose zone its article leaves out stands as it is told, or is set by what
another article on the same fact tells, or by the zone in which its article was written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from articles.values import Hedge, Interval, Kind
from articles.zones import DAY, UNNAMED, minutes_of, offsets_of
from factsheet.reconcile.date_relations import DEADLINES
from factsheet.reconcile.sides import Side

Minutes = Interval[Decimal]

ONE_SIDED = frozenset({Hedge.BEFORE, Hedge.AFTER, *DEADLINES})


def apart_on_one_clock(a: Side, b: Side) -> tuple[int, bool]:
    """Minutes between two times round the clock, and whether their clocks are known to be set to one.

    They are where both tell their distance from UTC, or leave out or name the same zone.
    """
    x, y = times_of(a), times_of(b)
    if x is None or y is None:
        return 0, False
    is_told = a.utc_offset is not None and b.utc_offset is not None
    ours, theirs = (a.utc_offset or 0, b.utc_offset or 0) if is_told else (0, 0)
    apart = (minutes_of(bound_of(x)) - ours - minutes_of(bound_of(y)) + theirs) % DAY
    return min(apart, DAY - apart), is_told or a.unit == b.unit


def minutes_left_open(side: Side) -> int:
    """How many minutes the words of a time leave open: those of its range, or a day's where a hedge bounds one end."""
    times = times_of(side)
    if times is None or times.low is None or times.high is None:
        return DAY
    if times.low == times.high and side.hedge in ONE_SIDED:
        return DAY
    return minutes_of(times.high) - minutes_of(times.low)


def lend_offsets(sides: Sequence[Side]) -> list[Side]:
    """The sides of one fact, with the clock of its place set by what other articles say twice ("5:30 p.m. (1430 GMT)").

    Where two articles set it differently, nothing is lent.
    """
    local = [side for side in sides if side.kind is Kind.TIME and side.unit in UNNAMED]
    told = {side.utc_offset for side in local if side.utc_offset is not None}
    if len(told) != 1:
        return list(sides)
    (offset,) = told
    return [
        replace(side, lent_offset=offset)
        if side.kind is Kind.TIME and side.unit in UNNAMED and side.utc_offset is None
        else side
        for side in sides
    ]


def line_up(sides: Sequence[Side]) -> tuple[dict[str, Interval[Decimal]], bool]:
    """The times among the sides, by their keys, as minutes from one midnight on, and whether that is midnight UTC.

    They are set to UTC where all have a zone and not all the same, else they stand as their clocks show them. Each lies
    within half a day of the first.
    """
    times = [side for side in lend_offsets(sides) if times_of(side)]
    offsets = [(side.lent_offset,) if side.lent_offset is not None else offsets_told(side) for side in times]
    in_utc = all(len(each) == 1 for each in offsets) and len(set(offsets)) > 1
    found: dict[str, Minutes] = {}
    first: Decimal | None = None
    for side, known in zip(times, offsets, strict=True):
        minutes = minutes_from(side, known[0] if in_utc else 0)
        first = minute_named(minutes) if first is None else first
        found[side.key] = move(minutes, round((first - minute_named(minutes)) / DAY))
    return found, in_utc


def times_of(side: Side) -> Interval[time] | None:
    """The side's interval where it is one of times of day."""
    return side.interval_of(time)


def bound_of(interval: Interval[time]) -> time:
    """The bound that there is; of two, the first."""
    return interval.low if interval.low is not None else interval.high or time()


def offsets_told(side: Side) -> tuple[int, ...]:
    """How far ahead of UTC the side's clock can be by what its article says; several where IST is India or Israel."""
    return (side.utc_offset,) if side.utc_offset is not None else offsets_of(side.unit, _day(side))


def offsets_at_home(side: Side) -> tuple[int, ...]:
    """How far ahead its clock is if that is the one of another article, or the one by which its own was written."""
    if side.lent_offset is not None:
        return offsets_told(side) or (side.lent_offset,)
    return offsets_told(side) or offsets_of(side.timezone, _day(side))


def _day(side: Side) -> date | None:
    return side.as_of or side.published


def minutes_from(side: Side, offset: int) -> Minutes:
    """A time as minutes from midnight UTC, on a clock that is so many minutes ahead of it."""
    interval = times_of(side) or Interval(None, None)
    low, high = (
        None if bound is None else Decimal(minutes_of(bound) - offset) for bound in (interval.low, interval.high)
    )
    return Interval(low, high, interval.low_open, interval.high_open)


def move(minutes: Minutes, days: int) -> Minutes:
    """The same time so many days later."""
    low, high = (None if bound is None else bound + days * DAY for bound in (minutes.low, minutes.high))
    return Interval(low, high, minutes.low_open, minutes.high_open)


def minute_named(minutes: Minutes) -> Decimal:
    """The minute that the words name; of two, the first."""
    return minutes.low if minutes.low is not None else minutes.high or Decimal(0)
