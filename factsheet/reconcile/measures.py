"""Figures in different units of one measure, brought to one."""

from __future__ import annotations

from decimal import Decimal

from articles.measures import dimension_of, in_base_unit
from articles.values import Interval, Kind
from factsheet.reconcile.sides import Side

CONVERTIBLE = (Kind.QUANTITY, Kind.DURATION, Kind.PERCENTAGE)


def family_of(side: Side) -> str:
    """What must agree before two sides are compared: the kind, or the measure for units that convert into one
    another.
    """
    dimension = dimension_of(side.unit) if side.kind in CONVERTIBLE else None
    # "90 minutes" and "9 p.m." are of time, and yet of two kinds.
    return f"measure of {dimension}" if dimension else str(side.kind)


def is_measure(side: Side) -> bool:
    """Whether the side's unit converts into others ("mile"), as a counted noun ("house") does not."""
    return dimension_of(side.unit) is not None


def decimals_of(side: Side) -> Interval[Decimal] | None:
    """The side's interval where it is one of decimals."""
    return side.interval_of(Decimal)


def to_base(interval: Interval[Decimal], unit: str | None) -> Interval[Decimal]:
    """`interval` in the base unit of its measure."""
    low, high = (None if bound is None else in_base_unit(bound, unit) for bound in (interval.low, interval.high))
    return Interval(low, high, interval.low_open, interval.high_open)
