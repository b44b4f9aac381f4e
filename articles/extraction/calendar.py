"""Periods of the calendar: the first and last day of a week, month, quarter, season, year, decade or century.

Weeks run from Monday to Sunday (ISO 8601). Seasons are the meteorological ones of the northern half of the earth
(World Meteorological Organization), as English-language histories and news use them.
"""

from __future__ import annotations

from datetime import date, timedelta

from articles.values import Interval, Precision

Days = Interval[date]
FIRST_MONTH_OF_SEASON = (3, 6, 9, 12)


def day_of(year: int, month: int, day: int) -> Days | None:
    """One day, or None where the calendar has none such."""
    try:
        only = date(year, month, day)
    except ValueError:
        return None
    return Interval(only, only)


def months_of(year: int, month: int, count: int) -> Days | None:
    """`count` months from the first of `month`; None outside the years 1 to 9999."""
    if not 1 <= year <= 9999:
        return None
    after = year * 12 + month - 1 + count
    try:
        end = date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
        return Interval(date(year, month, 1), end)
    except ValueError:
        return Interval(date(year, month, 1), date.max) if 1 <= month <= 12 and after >= 9999 * 12 else None


def years_of(year: int, count: int = 1) -> Days | None:
    """`count` whole years from `year` on."""
    if year < 1 or year + count - 1 > 9999:
        return None
    return Interval(date(year, 1, 1), date(year + count - 1, 12, 31))


def season_of(year: int, season: int) -> Days | None:
    """Spring is 0, winter is 3 and runs into the next year."""
    return months_of(year, FIRST_MONTH_OF_SEASON[season], 3)


def week_of(year: int, week: int) -> Days | None:
    """The week of a year by its ISO 8601 number, or None where the year has none such."""
    try:
        monday = date.fromisocalendar(year, week, 1)
        return Interval(monday, monday + timedelta(days=6))
    except (ValueError, OverflowError):
        return None


def period_of(day: date, precision: Precision) -> Days | None:
    """The week, month, year and so on in which a day lies."""
    match precision:
        case Precision.WEEK:
            return _around(day, -day.weekday(), 6)
        case Precision.WEEKEND:
            return _around(day, 5 - day.weekday(), 1)
        case Precision.MONTH:
            return months_of(day.year, day.month, 1)
        case Precision.QUARTER:
            return months_of(day.year, (day.month - 1) // 3 * 3 + 1, 3)
        case Precision.HALF:
            return months_of(day.year, (day.month - 1) // 6 * 6 + 1, 6)
        case Precision.YEAR:
            return years_of(day.year)
        case Precision.DECADE:
            return years_of(max(day.year // 10 * 10, 1), 10)
        case Precision.CENTURY:
            return years_of(max(day.year // 100 * 100, 1), 100)
        case _:
            return Interval(day, day)


def nth_weekday(first: date, weekday: int, nth: int) -> date | None:
    """The nth weekday (Monday is 0) of the month that begins on `first`, from its end where `nth` is below zero."""
    month = months_of(first.year, first.month, 1)
    if month is None or month.high is None:
        return None
    if nth > 0:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        day = month.high - timedelta(days=(month.high.weekday() - weekday) % 7 + 7 * (-nth - 1))
    return day if day.month == first.month else None


def nth_period(within: Days, precision: Precision, nth: int) -> Days | None:
    """The nth day, week or month of a longer period, from its end where `nth` is below zero.

    The first week is the one in which the period begins, the last the one in which it ends.
    """
    if within.low is None or within.high is None:
        return None
    start = shift_day(within.low, precision, nth - 1) if nth > 0 else shift_day(within.high, precision, nth + 1)
    return None if start is None or not within.low <= start <= within.high else period_of(start, precision)


def _around(day: date, offset: int, length: int) -> Days | None:
    try:
        first = day + timedelta(days=offset)
        return Interval(first, first + timedelta(days=length))
    except OverflowError:
        return None


MONTHS_IN = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.HALF: 6,
    Precision.SEASON: 12,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1200,
}


LENGTHS = (
    Precision.DAY,
    Precision.WEEKEND,
    Precision.WEEK,
    Precision.MONTH,
    Precision.QUARTER,
    Precision.HALF,
    Precision.YEAR,
    Precision.DECADE,
    Precision.CENTURY,
)


def is_as_long(one: Precision, other: Precision) -> bool:
    """Whether a period is at least as long as another."""
    return one in LENGTHS and other in LENGTHS and LENGTHS.index(one) >= LENGTHS.index(other)


def shift_day(day: date, precision: Precision, count: int) -> date | None:
    """The day `count` days, weeks, months or years on; the last day of a shorter month where the day is missing."""
    try:
        if precision in MONTHS_IN:
            total = day.year * 12 + day.month - 1 + count * MONTHS_IN[precision]
            year, month = divmod(total, 12)
            whole = months_of(year, month + 1, 1)
            if whole is None or whole.high is None:
                return None
            return date(year, month + 1, min(day.day, whole.high.day))
        return day + timedelta(days=count * (7 if precision in (Precision.WEEK, Precision.WEEKEND) else 1))
    except (OverflowError, ValueError):
        return None
