"""Values on a line, for drawing: where each interval lies between 0 and 100, and the ticks beneath."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum

from articles.values import ROUND_SHARE, Hedge, Interval, Precision
from articles.zones import DAY, HOUR
from factsheet.reconcile.clocks import line_up
from factsheet.reconcile.date_relations import days_of
from factsheet.reconcile.measures import decimals_of, to_base
from factsheet.reconcile.sides import Side

LENGTH = Decimal(100)
MARGIN = Decimal(8)
"""Left free at both ends, so that an open end can be drawn running out."""

LOG_SPREAD = 50
"""From this ratio of the largest to the smallest figure, a linear line would press the small ones together."""

MOST_TICKS = 6
STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
CLOCK_STEPS = (5, 10, 15, 30, 60, 120, 180, 360)
"""Minutes from one tick of a clock to the next."""

TENTH = Decimal("0.1")


class ScaleKind(StrEnum):
    """What the line measures, and how."""

    LINEAR = "linear"
    LOG = "log"
    CALENDAR = "calendar"
    CLOCK = "clock"
    HISTORY = "history"


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval on the line: positions 0..100 with `low <= high`; an end that is open runs to the line's end.

    Of a figure that is only "about" so high, `reach` is how far that may mean.
    """

    key: str
    low: Decimal
    high: Decimal
    open_below: bool
    open_above: bool
    reach: tuple[Decimal, Decimal] | None = None


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the line at `position` (0..100), of a day as precise as it is to be told."""

    position: Decimal
    value: Decimal | date | time
    precision: Precision | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """The line, its bars in the order of the sides, and its ticks ascending. Without values there are neither.

    `unit` is that of all figures where they share one; "UTC" where clocks of several zones are set to it.
    """

    kind: ScaleKind
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    unit: str | None = None


def scale(sides: Sequence[Side]) -> Scale:
    """The line on which all values of `sides` can be drawn; quotations and unresolved dates have no place on it."""
    if days := [(side.key, _ordinals(period)) for side in sides if (period := days_of(side))]:
        return _calendar(days)
    clocks, in_utc = line_up(sides)
    if clocks:
        return _clock(list(clocks.items()), in_utc)
    units = {side.unit for side in sides if decimals_of(side)}
    figures = [
        (side.key, interval if len(units) == 1 else to_base(interval, side.unit))
        for side in sides
        if (interval := decimals_of(side))
    ]
    about = frozenset(side.key for side in sides if side.hedge is Hedge.ABOUT)
    return _numbers(figures, units.pop() if len(units) == 1 else None, about)


def history(sides: Sequence[Side]) -> Scale:
    """The line of days on which figures follow one another: each at the day it is as of, or was published.

    Figures of which no day is known have no place on it.
    """
    days = [(side.key, day) for side in sides if decimals_of(side) and (day := side.as_of or side.published)]
    if not days:
        return Scale(ScaleKind.HISTORY, (), ())
    points = [(key, Decimal(day.toordinal())) for key, day in days]
    return replace(_calendar([(key, Interval(point, point)) for key, point in points]), kind=ScaleKind.HISTORY)


def _ordinals(interval: Interval[date]) -> Interval[Decimal]:
    """Days as numbers; the last day of a period reaches to its end."""
    low, high = interval.low, interval.high
    return Interval(Decimal(low.toordinal()) if low else None, Decimal(high.toordinal() + 1) if high else None)


def _numbers(figures: Sequence[tuple[str, Interval[Decimal]]], unit: str | None, about: Set[str]) -> Scale:
    bounds = _bounds(figures)
    if bounds and bounds[0] > 0 and bounds[-1] / bounds[0] >= LOG_SPREAD:
        powers = _log_ticks(bounds[0], bounds[-1])
        return _drawn(ScaleKind.LOG, figures, zip(powers, powers, strict=True), Decimal.log10, unit, about)
    steps = _linear_ticks(bounds[0], bounds[-1]) if bounds else []
    return _drawn(ScaleKind.LINEAR, figures, zip(steps, steps, strict=True), lambda number: number, unit, about)


def _calendar(figures: Sequence[tuple[str, Interval[Decimal]]]) -> Scale:
    bounds = _bounds(figures)
    days, precision = _day_ticks(_day(bounds[0]), _day(bounds[-1]))
    ticks = [(Decimal(day.toordinal()), day) for day in days]
    return _drawn(ScaleKind.CALENDAR, figures, ticks, lambda number: number, None, precision=precision)


def _clock(figures: Sequence[tuple[str, Interval[Decimal]]], in_utc: bool) -> Scale:
    bounds = _bounds(figures)
    span = bounds[-1] - bounds[0]
    step = next((step for step in CLOCK_STEPS if span / step <= MOST_TICKS - 2), CLOCK_STEPS[-1])
    first, last = (
        (bounds[0] / step).to_integral_value(ROUND_FLOOR),
        (bounds[-1] / step).to_integral_value(ROUND_CEILING),
    )
    minutes = (number * step for number in range(int(first), int(last) + 1))
    ticks = [(Decimal(minute), time(*divmod(minute % DAY, HOUR))) for minute in minutes]
    return _drawn(ScaleKind.CLOCK, figures, ticks, lambda number: number, "UTC" if in_utc else None)


def _day(ordinal: Decimal) -> date:
    return date.fromordinal(max(1, min(int(ordinal), date.max.toordinal())))


def _bounds(figures: Sequence[tuple[str, Interval[Decimal]]]) -> list[Decimal]:
    return sorted(bound for _, interval in figures for bound in (interval.low, interval.high) if bound is not None)


def _drawn(
    kind: ScaleKind,
    figures: Sequence[tuple[str, Interval[Decimal]]],
    ticks: Iterable[tuple[Decimal, Decimal | date | time]],
    measure: Callable[[Decimal], Decimal],
    unit: str | None,
    about: Set[str] = frozenset(),
    precision: Precision | None = None,
) -> Scale:
    ticks = list(ticks)
    ends = [measure(bound) for bound in _bounds(figures)] + [measure(number) for number, _ in ticks]
    low, high = (min(ends), max(ends)) if ends else (Decimal(0), Decimal(0))

    def position(number: Decimal) -> Decimal:
        if high == low:
            return LENGTH / 2
        return (MARGIN + (LENGTH - 2 * MARGIN) * (measure(number) - low) / (high - low)).quantize(TENTH)

    def reach(interval: Interval[Decimal]) -> tuple[Decimal, Decimal]:
        low, high = interval.low, interval.high
        first = Decimal(0) if low is None else position(low - abs(low) * ROUND_SHARE)
        last = LENGTH if high is None else position(high + abs(high) * ROUND_SHARE)
        return max(first, Decimal(0)), min(last, LENGTH)

    bars = tuple(
        Bar(
            key,
            position(interval.low) if interval.low is not None else Decimal(0),
            position(interval.high) if interval.high is not None else LENGTH,
            open_below=interval.low is None,
            open_above=interval.high is None,
            reach=reach(interval) if key in about else None,
        )
        for key, interval in figures
    )
    return Scale(kind, bars, tuple(Tick(position(number), value, precision) for number, value in ticks), unit)


def _linear_ticks(low: Decimal, high: Decimal) -> list[Decimal]:
    """Multiples of 1, 2 or 5 times a power of ten that enclose the figures (Heckbert, "Nice numbers for graph
    labels", 1990).
    """
    span = high - low or abs(high) / 2 or Decimal(1)
    power = Decimal(10) ** ((span / (MOST_TICKS - 2)).adjusted())
    step = next(factor * power for factor in STEPS if span / (factor * power) <= MOST_TICKS - 2)
    first, last = (low / step).to_integral_value(ROUND_FLOOR), (high / step).to_integral_value(ROUND_CEILING)
    return [step * (first + i) for i in range(int(last - first) + 1)]


def _log_ticks(low: Decimal, high: Decimal) -> list[Decimal]:
    first, last = low.adjusted(), high.adjusted() + (high.normalize().as_tuple().digits != (1,))
    stride = max(1, -(-(last - first) // (MOST_TICKS - 1)))
    return [Decimal(10) ** power for power in range(first, last + stride, stride)]


def _day_ticks(low: date, high: date) -> tuple[list[date], Precision]:
    """Days, first days of months, or New Year's Days, as many as are easily read."""
    days = (high - low).days
    if days <= 2 * MOST_TICKS:
        stride = -(-max(days, 1) // MOST_TICKS)
        return [low + timedelta(days=i) for i in range(0, days + 1, stride)], Precision.DAY
    months = (high.year - low.year) * 12 + high.month - low.month
    if months <= 3 * MOST_TICKS:
        stride = -(-max(months, 1) // MOST_TICKS)
        return [_month(low, i) for i in range(0, months + 1, stride)], Precision.MONTH
    stride = -(-(high.year - low.year) // MOST_TICKS)
    return [date(year, 1, 1) for year in range(low.year, high.year + 1, stride)], Precision.YEAR


def _month(start: date, ahead: int) -> date:
    months = start.year * 12 + start.month - 1 + ahead
    return date(months // 12, months % 12 + 1, 1)
