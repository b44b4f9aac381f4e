"""Short readings for tables: one claim of a text as the words a test compares."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from articles.extraction import extract
from articles.extraction.explanations import plain
from articles.extraction.readings import Reading
from articles.values import Kind

WEDNESDAY = date(2024, 5, 15)
FIGURES = {Kind.QUANTITY, Kind.MONEY, Kind.PERCENTAGE, Kind.DURATION, Kind.ORDINAL}


def figures(text: str, timezone: str = "UTC") -> list[Reading]:
    """The figures of a text, in order."""
    return [each for each in extract(text, published=WEDNESDAY, timezone=timezone) if each.kind in FIGURES]


def figure(text: str, timezone: str = "UTC") -> Reading:
    """The only figure of a text."""
    (only,) = figures(text, timezone)
    return only


def dates(text: str, published: date | None = WEDNESDAY) -> list[Reading]:
    """The dates of a text, in order."""
    return [each for each in extract(text, published=published) if each.kind is Kind.DATE]


def days(reading: Reading) -> str:
    """The days of a date: "2024-05-15", or "2024-05-01..2024-05-31" for a longer period."""
    if reading.interval is None:
        return "unknown"
    low, high = reading.interval.low, reading.interval.high
    return f"{low}" if low == high else f"{low}..{high}"


def bounds(reading: Reading) -> str:
    """The bounds of a figure in the notation of intervals: "[5, 5]", "(15000, ..", ".., 20)"."""
    interval = reading.interval
    assert interval is not None
    low = ".." if interval.low is None else ("(" if interval.low_open else "[") + spell(interval.low)
    high = ".." if interval.high is None else spell(interval.high) + (")" if interval.high_open else "]")
    return f"{low}, {high}"


def spell(number: object) -> str:
    """A decimal in plain digits."""
    assert isinstance(number, Decimal)
    return plain(number)
