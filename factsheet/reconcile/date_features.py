"""What two dates have in common and what sets them apart: how they bound what happens, and how far apart they lie."""

from __future__ import annotations

from collections.abc import Iterator

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
        return
    yield from tell_apart(a, b, alike)
    if a.is_dateline or b.is_dateline:
        yield Feature.DATELINE, FULL
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
    elif gap > 3 * long:
        yield Feature.FAR_VALUE, min(FULL * gap // (3 * long), 2 * FULL)
    else:
        yield Feature.OTHER_VALUE, FULL


def days_are_close(a: Subject, b: Subject) -> bool:
    """Whether two dates touch."""
    return a.days is not None and b.days is not None and max(a.days[0], b.days[0]) - min(a.days[1], b.days[1]) <= 1
