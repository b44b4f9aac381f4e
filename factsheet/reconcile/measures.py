"""Figures in different units of one measure, brought to one."""

from __future__ import annotations

from decimal import Decimal

from articles.values import Interval, Kind
from factsheet.reconcile.lexicon.units import MEASURES
from factsheet.reconcile.sides import Side

CELSIUS, FAHRENHEIT = "degree celsius", "degree fahrenheit"


def family_of(side: Side) -> str:
    """What must agree before two sides are compared: the kind, or the measure for units that convert into one
    another.
    """
    if side.kind in (Kind.QUANTITY, Kind.DURATION):
        unit = (side.unit or "").lower()
        if unit in (CELSIUS, FAHRENHEIT):
            return "temperature"
        if unit in MEASURES:
            return MEASURES[unit][0]
    return str(side.kind)


def is_measure(side: Side) -> bool:
    """Whether the side's unit converts into others ("mile"), as a counted noun ("house") does not."""
    return (side.unit or "").lower() in {*MEASURES, CELSIUS, FAHRENHEIT}


def decimals_of(side: Side) -> Interval[Decimal] | None:
    """The side's interval where it is one of decimals."""
    interval = side.interval
    if interval is None or not isinstance(interval.low if interval.low is not None else interval.high, Decimal):
        return None
    return Interval(_decimal(interval.low), _decimal(interval.high), interval.low_open, interval.high_open)


def _decimal(bound: object) -> Decimal | None:
    return bound if isinstance(bound, Decimal) else None


def in_base_unit(number: Decimal, unit: str | None) -> Decimal:
    """`number` in the base unit of its measure; as it is for a unit without one."""
    name = (unit or "").lower()
    if name == FAHRENHEIT:
        return (number - 32) / Decimal("1.8")
    return number * MEASURES[name][1] if name in MEASURES else number


def to_base(interval: Interval[Decimal], unit: str | None) -> Interval[Decimal]:
    """`interval` in the base unit of its measure."""
    low, high = (None if bound is None else in_base_unit(bound, unit) for bound in (interval.low, interval.high))
    return Interval(low, high, interval.low_open, interval.high_open)
