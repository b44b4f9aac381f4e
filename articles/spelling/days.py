"""Days, periods and times of day: "24 June 2023", "June 2023", "24 to 26 June 2023"; "1er juin 2023"."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import get_month_names
from django.utils.translation import gettext, pgettext

from articles.spelling.figures import page_locale, spell_place
from articles.values import Interval, Precision
from articles.zones import LOCAL, spell_offset

YEAR, MONTH = 12, 1


def spell_day(day: date) -> str:
    """A day in full: "24 June 2023"."""
    return f"{_number(day)} {_month(page_locale(), day.month)} {day.year}"


def spell_briefly(day: date, precision: Precision) -> str:
    """A day as short as it can be told: "24 Jun", "Jun 2023", or the year alone."""
    month = get_month_names("abbreviated", context="format", locale=page_locale())[day.month]
    match precision:
        case Precision.DAY:
            return f"{_number(day)} {month}"
        case Precision.MONTH:
            return f"{month} {day.year}"
        case _:
            return str(day.year)


def is_day(days: Interval[date]) -> bool:
    """Whether an interval names one day, or begins or ends with one and is open."""
    return days.low is None or days.high is None or days.low == days.high


def name_period(days: Interval[date], precision: str = "") -> str:
    """A period by the name that it has: "2023", "June 2023", "the 1990s"; empty for one that has none."""
    low, high = days.low, days.high
    if low is None or high is None:
        return ""
    if precision == Precision.DECADE and high.year - low.year == 9:
        return gettext("the %(year)ss") % {"year": low.year}
    if precision == Precision.CENTURY and high.year - low.year == 99:
        return gettext("the %(nth)s century") % {"nth": spell_place(Decimal((high.year + 99) // 100))}
    months = _whole_months(low, high)
    if months == YEAR and low.month == 1:
        return str(low.year)
    if months == MONTH:
        return f"{_month(page_locale(), low.month)} {low.year}"
    if precision == Precision.QUARTER and months == 3:
        quarter = {"nth": spell_place(Decimal(low.month // 3 + 1)), "year": low.year}
        return gettext("the %(nth)s quarter of %(year)s") % quarter
    return ""


def spell_range(low: date, high: date) -> str:
    """From one day to another: "24 to 26 June 2023", "June to August 2023"."""
    last = spell_day(high)
    if months := _whole_months(low, high):
        first = _month(page_locale(), low.month)
        first = first if low.year == high.year else f"{first} {low.year}"
        last = f"{_month(page_locale(), high.month)} {high.year}"
        if months == YEAR * (high.year - low.year + 1):
            first, last = str(low.year), str(high.year)
        return pgettext("months", "%(first)s to %(last)s") % {"first": first, "last": last}
    if (low.year, low.month) == (high.year, high.month):
        first = _number(low)
    elif low.year == high.year:
        first = f"{_number(low)} {_month(page_locale(), low.month)}"
    else:
        first = spell_day(low)
    return pgettext("days", "%(first)s to %(last)s") % {"first": first, "last": last}


def spell_period(days: Interval[date], precision: str = "") -> str:
    """A day, a named period or a range of days, with neither end open."""
    if days.low is None or days.high is None:
        known = days.low or days.high
        return spell_day(known) if known else gettext("any day")
    if days.low == days.high:
        return spell_day(days.low)
    return name_period(days, precision) or spell_range(days.low, days.high)


def spell_clock(clock: time) -> str:
    """What a clock shows: "17:30", in both languages."""
    return f"{clock:%H:%M}"


def spell_zone(zone: str, offset: int | None) -> str:
    """A time zone as people name it, with its distance from UTC where that is known: "EDT (UTC-4)", "local time"."""
    if zone == LOCAL:
        name = gettext("local time")
    elif "/" in zone:
        name = gettext("%(place)s time") % {"place": zone.rpartition("/")[2].replace("_", " ")}
    else:
        name = zone
    if offset is None or zone.startswith(("GMT", "UTC")):
        return name
    return f"{name} ({spell_offset(offset)})" if name else f"({spell_offset(offset)})"


def _whole_months(low: date, high: date) -> int:
    """How many months a period has that begins with one and ends with one; 0 for any other."""
    if low.day != 1 or (high.day < 28 or (high != date.max and (high + timedelta(days=1)).day != 1)):
        return 0
    return (high.year - low.year) * 12 + high.month - low.month + 1


def _number(day: date) -> str:
    """The number of a day in its month; the first is "1er" in French (Imprimerie nationale, "dates")."""
    return "1er" if day.day == 1 and page_locale().language == "fr" else str(day.day)


@lru_cache(maxsize=64)
def _month(locale: Locale, month: int) -> str:
    return str(get_month_names("wide", context="format", locale=locale)[month])
