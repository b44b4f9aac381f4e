"""Days that come every year, by the rule that sets them: a fixed day, an nth weekday, or so far from Easter.

Only days with a rule of arithmetic are here; a day that is proclaimed or sighted (Ramadan) is not. Easter is computed
as Meeus gives it ("Astronomical Algorithms", ch. 8: the anonymous Gregorian algorithm of 1876).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from articles.extraction.calendar import nth_weekday


@dataclass(frozen=True, slots=True)
class FixedDay:
    """The same day of the same month every year."""

    month: int
    day: int

    def in_year(self, year: int) -> date | None:
        """The day in a year, or None where the calendar has none such."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The nth weekday (Monday is 0) of a month, from its end where `nth` is below zero, and so many `days` on."""

    month: int
    weekday: int
    nth: int
    days: int = 0

    def in_year(self, year: int) -> date | None:
        """The day in a year, or None where the calendar has none such."""
        try:
            day = nth_weekday(date(year, self.month, 1), self.weekday, self.nth)
        except ValueError:
            return None
        return None if day is None else day + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class FromEaster:
    """So many days after Easter Sunday, or before it where `days` is below zero."""

    days: int

    def in_year(self, year: int) -> date | None:
        """The day in a year, or None before the Gregorian calendar."""
        return None if not 1583 <= year <= 9998 else easter(year) + timedelta(days=self.days)


Festival = FixedDay | NthWeekday | FromEaster


def easter(year: int) -> date:
    """Easter Sunday of a year of the Gregorian calendar (from 1583 on)."""
    golden = year % 19
    century, in_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    lunar = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - lunar + 15) % 30
    weekday = (32 + 2 * rest + 2 * (in_century // 4) - epact - in_century % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)
