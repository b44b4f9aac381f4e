"""Periods that come round every year or week, and which of them the words mean."""

from __future__ import annotations

from datetime import date
from typing import Final

from articles.extraction.calendar import Days, day_of, months_of, season_of, week_of, years_of
from articles.extraction.moments import Base, Moment, Tense, Which
from articles.values import Hedge, Interval, Precision

# A day of another year is named with its year (AP Stylebook, "years"): without it, whatever the tense, a day so long
# gone is the one that comes so soon, and the other way round. Quarters are reported when they are over.
FORGOTTEN_DAYS: Final = 240
SOON_DAYS: Final = 120
FAR_DAYS: Final = 200
RECENT_DAYS: Final = 60
JUST_DAYS: Final = 10


def whole(moment: Moment, year: int) -> Days | None:
    """The period that a moment names within a year."""
    if moment.festival is not None:
        day = moment.festival.in_year(year)
        return None if day is None else Interval(day, day)
    if moment.day is not None and moment.month is not None:
        return day_of(year, moment.month, moment.day)
    if moment.month is not None:
        return months_of(year, moment.month, 1)
    if moment.part is not None:
        match moment.precision:
            case Precision.QUARTER:
                return months_of(year, moment.part * 3 - 2, 3)
            case Precision.HALF:
                return months_of(year, moment.part * 6 - 5, 6)
            case Precision.WEEK:
                return week_of(year, moment.part)
            case _:
                return season_of(year, moment.part)
    return years_of(year)


def full_year(short: int, near: int) -> int:
    """The year of two digits that lies at most ten years after `near`: '99, told in 1917, is 1899."""
    return near + 10 - (near + 10 - short) % 100


def direction(which: Which | None, hedge: Hedge, tense: Tense) -> Tense:
    """Whether the words look back or ahead: "last", "next" and deadlines speak before the tense of the verb."""
    if which is Which.LAST:
        return Tense.PAST
    if which is Which.NEXT:
        return Tense.FUTURE
    if hedge in (Hedge.BY, Hedge.UNTIL, Hedge.WITHIN, Hedge.BEFORE) and tense is not Tense.PAST:
        return Tense.FUTURE
    return tense


def choose(choices: list[Days], base: date, direction: Tense, *, is_near: bool = False) -> Days | None:
    """The one of several like periods that the tense means: the latest begun, the next to end, or the nearest.

    `is_near` says that they are such as are named with their year when they are far: days by their number, quarters.
    """
    past = [days for days in choices if days.low is not None and days.low <= base]
    future = [days for days in choices if days.high is not None and days.high >= base]
    latest = max(past, key=lambda days: days.low or base, default=None)
    coming = min(future, key=lambda days: days.high or base, default=None)
    if latest is None or coming is None:
        return latest or coming
    ahead = (coming.low - base).days if coming.low is not None else 0
    behind = (base - latest.high).days if latest.high is not None else 0
    if direction is Tense.FUTURE:
        is_just_over = ahead > FAR_DAYS and behind < (RECENT_DAYS if is_near else JUST_DAYS)
        return latest if is_just_over and (is_near or latest.low == latest.high) else coming
    if direction is Tense.PAST:
        is_this_year = latest.low is not None and latest.low.year == base.year
        return coming if is_near and not is_this_year and behind > FORGOTTEN_DAYS and ahead < SOON_DAYS else latest
    # With no verb to tell, news is of the past: what comes must be three times as near.
    return coming if ahead * (1 if direction is Tense.PRESENT else 3) < behind else latest


def holds(days: Days, day: date) -> bool:
    """Whether a day lies in a period."""
    return days.low is not None and days.high is not None and days.low <= day <= days.high


def looks_ahead(moment: Moment) -> bool:
    """Whether the words tell a plan ("next summer") and not what happened then."""
    return moment.which is Which.NEXT or (moment.base is Base.PUBLISHED and (moment.shift or 0) > 0)


def could_be(moment: Moment) -> bool:
    """Whether the words name a real period at all (there is no 30 February in any year)."""
    return whole(moment, 2000) is not None
