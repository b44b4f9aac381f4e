"""The words of the value algebra: kinds, hedges, precisions, and intervals of decimals or of days.

Nothing here knows Django, the clock or the language of a text. `low` and `high` are what the words say; the width
that rounding and hedges add is applied when two values are compared, so nothing is blurred in what is stored.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from operator import ne
from typing import Generic, TypeVar


class Kind(StrEnum):
    """What a claim is about."""

    QUANTITY = "quantity"
    MONEY = "money"
    PERCENTAGE = "percentage"
    DURATION = "duration"
    ORDINAL = "ordinal"
    DATE = "date"
    TIME = "time"
    QUOTE = "quote"
    STATEMENT = "statement"


class Hedge(StrEnum):
    """How the words qualify the value beside them."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    UP_TO = "up_to"
    BY = "by"
    UNTIL = "until"
    SINCE = "since"
    WITHIN = "within"
    BEFORE = "before"
    AFTER = "after"


class Precision(StrEnum):
    """The size of the period that the words of a date name."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    PERIOD = "period"


class ClaimStatus(StrEnum):
    """Whether the article itself stands by the value: only a live one takes part in conflicts."""

    LIVE = "live"
    SUPERSEDED = "superseded"
    DENIED = "denied"


class Change(StrEnum):
    """The direction, where a figure is an amount of change ("fell by 12 %")."""

    UP = "up"
    DOWN = "down"


Bound = TypeVar("Bound", Decimal, date, time)


@dataclass(frozen=True, slots=True)
class Interval(Generic[Bound]):
    """From `low` to `high`, both inclusive unless marked open; `None` is unbounded.

    Raises:
        ValueError: when `low` is above `high`, or a bound that is missing is marked open.
    """

    low: Bound | None
    high: Bound | None
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"the low bound {self.low} is above the high bound {self.high}")
        if (self.low is None and self.low_open) or (self.high is None and self.high_open):
            raise ValueError("a bound that is missing cannot be open")


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text: code points from `start` up to and not including `end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"{self.start}..{self.end} is no span of a text")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


ROUND_SHARE = Decimal("0.1")
"""How far, as a share of the larger figure, rounding or "about" may reach (DESIGN: figures more than 10 % apart
differ).
"""

COUNTED_ONE_BY_ONE = Decimal(100)
"""Whole figures below this are counts, not round figures: "20" is no rounding of "21"."""

FIGURES = 8192
"""The digits of so many figures are kept: each is compared with many."""


def intersect(a: Interval[Bound], b: Interval[Bound]) -> Interval[Bound] | None:
    """What two intervals share, or None when they do not meet; an end that is left out (open) is not shared."""
    low, low_open = _tighter(a.low, b.low, a.low_open, b.low_open, upper=False)
    high, high_open = _tighter(a.high, b.high, a.high_open, b.high_open, upper=True)
    if low is not None and high is not None and (low > high or (low == high and (low_open or high_open))):
        return None
    return Interval(low, high, low_open, high_open)


def _tighter(
    a: Bound | None,
    b: Bound | None,
    a_open: bool,
    b_open: bool,
    *,
    upper: bool,
) -> tuple[Bound | None, bool]:
    if a is None or b is None:
        return (b, b_open) if a is None else (a, a_open)
    if a == b:
        return a, a_open or b_open
    return (a, a_open) if (a < b) is upper else (b, b_open)


def is_unbounded(interval: Interval[Bound]) -> bool:
    """Whether one end is missing."""
    return interval.low is None or interval.high is None


def figure(interval: Interval[Bound]) -> Bound | None:
    """The bound that the words name: the only one there is, or the one both ends share; None for a range."""
    if interval.low is None or interval.high is None:
        return interval.low if interval.high is None else interval.high
    return interval.low if interval.low == interval.high else None


def unit_of_rounding(number: Decimal) -> Decimal:
    """The place value of the last digit that is not a padding zero: 15,000 -> 1000, 174 -> 1, 5.2 -> 0.1, 0 -> 1."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def significant_digits(number: Decimal) -> int:
    """How many digits carry information: 15,000 -> 2, 15,209 -> 5."""
    return len(number.normalize().as_tuple().digits)


def share_apart(a: Decimal, b: Decimal) -> Decimal:
    """The distance of two figures as a share of the larger one, 0 when they are equal."""
    largest = max(abs(a), abs(b))
    return abs(a - b) / largest if largest else Decimal(0)


def rounds_to(coarse: Decimal, fine: Decimal) -> bool:
    """Whether `coarse` is how one would round `fine`: 15,000 of 15,209 and 5.2 of 5.17, but not 20 of 21.

    A round figure reaches half a unit of its last significant digit to either side (Krifka, "Approximate interpretation
    of number words", 2007: the coarser the scale a number stands on, the wider it is taken), and no further than
    ROUND_SHARE, since "1,000" is no rounding of "1,400". Between decimals the half unit alone decides.
    """
    unit, finer = unit_of_rounding(coarse), unit_of_rounding(fine)
    if finer >= unit or abs(coarse - fine) > unit / 2:
        return False
    if finer < 1 and unit <= 1:
        return True
    return abs(coarse) >= COUNTED_ONE_BY_ONE and share_apart(coarse, fine) <= ROUND_SHARE


def is_factor_of_ten(a: Decimal, b: Decimal) -> bool:
    """Whether one figure is the other with the decimal point moved, the slip of "million" for "billion"."""
    return a != b and a != 0 and _digits(a) == _digits(b)


def is_digit_swap(a: Decimal, b: Decimal) -> bool:
    """Whether two neighbouring digits changed places between the two figures: 1,534 and 1,354."""
    one, other = _spell_plainly(a), _spell_plainly(b)
    if len(one) != len(other) or sorted(one) != sorted(other):
        return False
    places = [i for i, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    return len(places) == 2 and places[1] == places[0] + 1


def is_one_digit_off(a: Decimal, b: Decimal) -> bool:
    """Whether two figures of one magnitude and more than one digit differ in a single digit: 1,240 and 1,340, 1.8 and
    2.8.
    """
    if a.adjusted() != b.adjusted():
        return False
    one, other = _digits(a), _digits(b)
    size = max(len(one), len(other))
    return size > 1 and sum(map(ne, one.ljust(size, "0"), other.ljust(size, "0"))) == 1


@lru_cache(maxsize=FIGURES)
def _digits(number: Decimal) -> str:
    """The digits of a figure without its sign, its point and the zeros at its end."""
    return "".join(map(str, number.normalize().as_tuple().digits))


@lru_cache(maxsize=FIGURES)
def _spell_plainly(number: Decimal) -> str:
    """A figure in full without its sign: "1500", "0.25"."""
    return f"{abs(number.normalize()):f}"


def days_between(a: Interval[date], b: Interval[date]) -> int:
    """Days from the end of the earlier period to the start of the later one; 0 when they meet or touch an open end."""
    if a.high is not None and b.low is not None and a.high < b.low:
        return (b.low - a.high).days
    if b.high is not None and a.low is not None and b.high < a.low:
        return (a.low - b.high).days
    return 0
