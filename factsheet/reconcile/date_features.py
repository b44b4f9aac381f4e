"""What two dates have in common and what sets them apart: how they bound what happens, and how far apart they lie."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from articles.values import Hedge
from factsheet.reconcile.features import Feature, Strength, same_value, tell_apart
from factsheet.reconcile.profiles import FULL
from factsheet.reconcile.subjects import Subject

RARE = 12
"""Up to this density, in tenths, deadlines are rare."""

WIDER = 40
"""A period says something of a day in it up to a month; that both lie in one year is no likeness."""

LONG = 31
"""In a year many things happen, on a day few."""

ROUGHLY = 10
"""A deadline told by a length of time is meant to a tenth of it."""


def features_of_dates(a: Subject, b: Subject, alike: int) -> Iterator[Strength]:
    """The features of two dates; `alike` is how alike the words around them are, 0 to FULL."""
    yield from _bounds(a, b)
    yield from _days(a, b, alike)


def _bounds(a: Subject, b: Subject) -> Iterator[Strength]:
    if a.bound != b.bound:
        yield Feature.OTHER_BOUND, FULL
    elif a.bound:
        rare = max(a.unit_density, b.unit_density) <= RARE
        yield Feature.SAME_BOUND, FULL if rare else FULL // 2


def _days(a: Subject, b: Subject, alike: int) -> Iterator[Strength]:
    if a.days is None or b.days is None:
        return
    if a.days == b.days:
        yield from same_value(a, b)
        if a.days[1] - a.days[0] > LONG:
            yield Feature.LONG_VALUE, FULL
        elif _horizon(a, b) > WEEK:
            yield Feature.PRECISE_VALUE, FULL
        return
    yield from tell_apart(a, b, alike)
    if a.is_dateline or b.is_dateline:
        yield Feature.DATELINE, FULL
    if _is_misread(a.days, b.days):
        yield Feature.ONE_DIGIT, FULL
    yield from _distance(a, a.days, b, b.days)


def _distance(a: Subject, x: tuple[int, int], b: Subject, y: tuple[int, int]) -> Iterator[Strength]:
    """How far apart two different periods lie, for their length."""
    gap = max(x[0], y[0]) - min(x[1], y[1])
    short, long = sorted((x[1] - x[0] + 1, y[1] - y[0] + 1))
    both_bound = bool(a.bound and b.bound)
    is_rough = Hedge.WITHIN in (a.side.hedge, b.side.hedge)
    if long > WIDER * short and not both_bound:
        yield Feature.OTHER_SCALE, FULL
    if both_bound and abs(x[1] - y[1]) <= (long // ROUGHLY if is_rough else 1):
        # "within six months" and "by the end of the year" set one deadline, though one is a period and one a day
        yield Feature.CLOSE_VALUE, FULL
    elif gap <= 0 and (is_rough or not both_bound):
        if long <= WIDER * short:
            yield Feature.CLOSE_VALUE, FULL
    elif a.is_relative and b.is_relative:
        # "last year" and "this year" are told apart on purpose, 2020 and 2021 may be a mistake
        yield Feature.FAR_VALUE, 2 * FULL
    elif gap == 1 and a.bound == b.bound:
        # The next day is often the same; the next year is no nearer than any other, and no further.
        yield Feature.CLOSE_VALUE, FULL if short == 1 else 0
    elif gap > (near := max(3 * long, _horizon(a, b))):
        yield Feature.FAR_VALUE, min(FULL * gap // near, 2 * FULL)
    else:
        yield Feature.OTHER_VALUE, FULL


def _horizon(a: Subject, b: Subject) -> int:
    """How many days the nearer of two dates lies from the day of writing: what is far off is told less exactly, and one
    week more or less of a plan for next month is no other thing.
    """
    distances = [
        abs(subject.days[0] - subject.side.published.toordinal())
        for subject in (a, b)
        if subject.days is not None and subject.side.published is not None
    ]
    return min(distances, default=0)


def _is_misread(x: tuple[int, int], y: tuple[int, int]) -> bool:
    """Whether two days, or two years, differ as by one digit or by the month alone: 12 and 22 September, 1 July and 1
    August, 1991 and 1994.
    """
    (one, last), (other, end) = ((date.fromordinal(first), date.fromordinal(last)) for first, last in (x, y))
    if (one, other) == (last, end):
        if one.year != other.year:
            return (one.month, one.day) == (other.month, other.day)
        if one.month != other.month:
            return one.day == other.day
        return min(one.day, other.day) > 9 and (one.day // 10 == other.day // 10 or one.day % 10 == other.day % 10)
    are_years = all(last - first >= YEAR for first, last in (x, y))
    return are_years and one.year // 10 == other.year // 10


YEAR, WEEK = 364, 7
