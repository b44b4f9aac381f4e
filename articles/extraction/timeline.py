"""Moments set on the calendar: against the publication date, or against the date that the text named before.

News counts from its publication date; a history counts from the date named last. Which of the two a text is, the text
itself tells: how many of its dates stand far from the publication with month and year (HeidelTime, Strötgen and Gertz
2013, keeps the same two strategies, but must be told).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from articles.extraction.calendar import Days, day_of, period_of, shift_day, years_of
from articles.extraction.moments import Base, DatePhrase, Edge, Moment, Tense, Which
from articles.extraction.occurrences import choose, could_be, direction, full_year, holds, looks_ahead, whole
from articles.values import Hedge, Interval, Precision

DEADLINES: Final = frozenset({Hedge.BY, Hedge.UNTIL, Hedge.BEFORE})
FINE: Final = {Precision.DAY: 0, Precision.WEEKEND: 1, Precision.WEEK: 1, Precision.MONTH: 2}
# A date so many years from the publication is background in news, and the story itself in a history.
FAR_YEARS: Final = 1
# A day within a month of the last one goes on with it; a month so many before the last is the next year's.
RUN_DAYS: Final = 31
ROLLOVER: Final = 10
# A bare year so far from the story is a glance aside.
GLANCE_YEARS: Final = 10
NEAREST: Final = (None, Which.SAME)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A moment set on the calendar.

    `days` is None where it cannot be: `needs_published` says that the publication date would help. `against` is the day
    it was counted from, None where the words name the period in full. `alternatives` are equally good readings.
    """

    days: Days | None
    precision: Precision
    against: date | None = None
    needs_published: bool = False
    alternatives: tuple[Days, ...] = ()


class Timeline:
    """The dates of one text in the order in which they are told."""

    def __init__(self, published: date | None, phrases: list[DatePhrase]) -> None:
        """Begin before the first phrase; all of them are looked at to tell a history from news."""
        self.published = published
        self.is_history = _is_history(published, phrases)
        self._told_years = {each.moment.year for each in phrases if each.moment.month is not None}
        self._day: date | None = None
        self._month: date | None = None
        self._year: date | None = None
        self._fine: date | None = None
        self._told_in = -9
        self._told: date | None = None

    def resolve(self, phrase: DatePhrase, tense: Tense, sentence: int) -> Resolution:
        """Set a phrase on the calendar, and remember it for those that count from it.

        `sentence` is the number of its sentence: a date with month and year is what the bare months of the same and the
        next sentence belong to.
        """
        moment = phrase.moment
        result = None
        if phrase.follows and moment.year is None and moment.month is not None and self._day is not None:
            result = Resolution(whole(moment, self._day.year), moment.precision, self._day)
        if result is None or result.days is None:
            result = self._resolve(moment, phrase.hedge, tense, sentence)
        if result.days is None:
            return result
        if moment.until is not None:
            upper = self._resolve(moment.until, phrase.hedge, tense, sentence).days
            if upper is None or upper.high is None or result.days.low is None or upper.high < result.days.low:
                return result
            result = Resolution(Interval(result.days.low, upper.high), Precision.PERIOD, result.against)
        self._remember(moment, result, sentence, is_aside=phrase.is_aside)
        return result

    def _resolve(self, moment: Moment, hedge: Hedge, tense: Tense, sentence: int) -> Resolution:
        if moment.origin is not None:
            return self._resolve_offset(moment, moment.origin, tense, sentence)
        if moment.either is not None:
            return self._resolve_either(moment, hedge, tense, sentence)
        if moment.base is Base.NAMED or (moment.which is not None and moment.shift is None):
            days, against, other = self._named(moment, hedge, tense, sentence)
        else:
            days, against = self._relative(moment, tense)
            other = ()
        if days is None:
            needs = self.published is None and against is None and moment.base is not Base.REFERENCE
            return Resolution(None, moment.precision, None, needs and could_be(moment))
        if moment.edge is not None and hedge in DEADLINES | {Hedge.SINCE, Hedge.AFTER}:
            edge = days.low if moment.edge is Edge.START else days.high
            return Resolution(Interval(edge, edge), Precision.DAY, against)
        if hedge is Hedge.WITHIN and against is not None and days.high is not None and against <= days.high:
            return Resolution(Interval(against, days.high), Precision.PERIOD, against)
        return Resolution(days, moment.precision, against, alternatives=other)

    def _resolve_offset(self, moment: Moment, origin: Moment, tense: Tense, sentence: int) -> Resolution:
        """ "Two weeks before Christmas": from the day on which the other date begins or ends."""
        known = self._resolve(origin, Hedge.EXACT, tense, sentence).days
        shift = moment.shift or 0
        base = None if known is None else known.low if shift < 0 else known.high
        day = None if base is None else shift_day(base, moment.precision, shift)
        days = None if day is None else Interval(day, day)
        return Resolution(days, Precision.DAY, base, needs_published=days is None and self.published is None)

    def _resolve_either(self, moment: Moment, hedge: Hedge, tense: Tense, sentence: int) -> Resolution:
        """A date such as 5/6/2023, whose order of day and month nothing decides."""
        assert moment.either is not None
        one = Moment(moment.precision, moment.year, moment.month, moment.day)
        readings = [self._resolve(each, hedge, tense, sentence).days for each in (one, moment.either)]
        for days in readings:
            if days is not None and days.low is not None and days.low == self.published:
                return Resolution(days, moment.precision)
        return Resolution(None, moment.precision, alternatives=tuple(each for each in readings if each is not None))

    def _remember(self, moment: Moment, result: Resolution, sentence: int, *, is_aside: bool) -> None:
        days = result.days
        if days is None or days.low is None or result.precision in (Precision.DECADE, Precision.CENTURY) or is_aside:
            return
        if self.is_history and (self._is_glance(moment, days.low) or looks_ahead(moment)):
            return
        fine = FINE.get(result.precision, 3)
        self._year = days.low
        if fine <= 2:
            self._month = self._fine = days.low
        if fine == 0:
            self._day = days.low
        if moment.base is Base.NAMED and moment.year is not None and fine <= 2:
            self._told, self._told_in = days.low, sentence

    def _is_glance(self, moment: Moment, day: date) -> bool:
        """Whether a bare year far from the story is a glance aside: the text tells no month of it."""
        if moment.month is not None or self._year is None or day.year in self._told_years:
            return False
        return abs(day.year - self._year.year) > GLANCE_YEARS

    def _named(
        self, moment: Moment, hedge: Hedge, tense: Tense, sentence: int
    ) -> tuple[Days | None, date | None, tuple[Days, ...]]:
        year = moment.year
        if moment.precision is Precision.CENTURY or moment.precision is Precision.DECADE:
            return years_of(year or 0, 100 if moment.precision is Precision.CENTURY else 10), None, ()
        if year is not None and year < 100 and moment.precision is Precision.YEAR:
            base = self._year if self.is_history and self._year else self.published
            year = None if base is None else full_year(year, base.year)
            return (None if year is None else years_of(year)), base, ()
        if moment.weekday is not None and moment.month is None and moment.day is None:
            return self._weekday(moment, hedge, tense)
        if year is None:
            return self._without_year(moment, hedge, tense, sentence)
        return whole(moment, year), None, ()

    def _without_year(
        self, moment: Moment, hedge: Hedge, tense: Tense, sentence: int
    ) -> tuple[Days | None, date | None, tuple[Days, ...]]:
        told = self._told if sentence - self._told_in <= 1 and tense in (Tense.PAST, Tense.OPEN) else None
        counts_from = (self._story_year(moment) if self.is_history else told) if moment.which in NEAREST else None
        if moment.day is not None and moment.month is None:
            counts_from = self._month if self.is_history else (told or self.published)
            if counts_from is None:
                return None, None, ()
            return day_of(counts_from.year, counts_from.month, moment.day), counts_from, ()
        if counts_from is not None:
            return whole(moment, counts_from.year), counts_from, ()
        base = self.published
        if moment.base is Base.REFERENCE or (self.is_history and self._month is not None):
            base = self._month
        if base is None:
            return None, None, ()
        if moment.which is Which.THIS:
            return whole(moment, base.year), base, ()
        around = [days for shift in (-8, -1, 0, 1, 8) if (days := whole(moment, base.year + shift)) is not None]
        if moment.weekday is not None and moment.day is not None:
            same = [days for days in around if days.low is not None and days.low.weekday() == moment.weekday]
            around = same or around
        if moment.which in (Which.LAST, Which.NEXT):
            around = [days for days in around if not holds(days, base)]
        days = choose(around, base, direction(moment.which, hedge, tense))
        return days, base, ()

    def _story_year(self, moment: Moment) -> date | None:
        """The year in which a history stands: that of its last date, but a year named aside breaks no run of days."""
        fine, year = self._fine, self._year
        if fine is None or year is None or moment.month is None:
            return year
        if moment.day is not None and year.year != fine.year:
            near = whole(moment, fine.year)
            if near is not None and near.low is not None and 0 <= (near.low - fine).days <= RUN_DAYS:
                return fine
        if year == fine and fine.month - moment.month >= ROLLOVER:
            return shift_day(fine, Precision.YEAR, 1)
        return year

    def _weekday(self, moment: Moment, hedge: Hedge, tense: Tense) -> tuple[Days | None, date | None, tuple[Days, ...]]:
        assert moment.weekday is not None
        told = self._day if self.is_history else None
        base = told or self.published
        if base is None:
            return None, None, ()
        if moment.shift is not None:
            week = shift_day(base, Precision.WEEK, moment.shift)
            monday = None if week is None else shift_day(week, Precision.DAY, moment.weekday - week.weekday())
            return (None if monday is None else Interval(monday, monday)), base, ()
        back = (base.weekday() - moment.weekday) % 7
        ahead = (7 - back) % 7
        if moment.which in (Which.LAST, Which.NEXT):
            back, ahead = back or 7, ahead or 7
        earlier = shift_day(base, Precision.DAY, -back)
        later = shift_day(base, Precision.DAY, ahead)
        choices = [Interval(day, day) for day in (earlier, later) if day is not None]
        wanted = Tense.FUTURE if told is not None else direction(moment.which, hedge, tense)
        chosen = choose(choices, base, wanted)
        other = tuple(days for days in choices if days != chosen) if wanted is Tense.OPEN else ()
        return chosen, base, other

    def _relative(self, moment: Moment, tense: Tense) -> tuple[Days | None, date | None]:
        base = self.published
        named = moment.month is not None or moment.part is not None
        if moment.base is Base.REFERENCE or (self.is_history and self._year is not None):
            fine = FINE.get(moment.precision, 3)
            if named:
                fine = 3
            base = self._day if fine == 0 else self._month if fine <= 2 else self._year
            if fine == 1:
                base = self._day or self._month
            if base is None and moment.precision is not Precision.DAY:
                base = self.published
        if base is None:
            return None, None
        shift = moment.shift or 0
        if moment.shift is None and moment.precision is Precision.WEEKEND:
            shift = 0 if tense is not Tense.PAST or base.weekday() >= 5 else -1
        day = shift_day(base, Precision.YEAR if named else moment.precision, shift)
        if day is None:
            return None, base
        if named:
            return whole(moment, day.year), base
        if moment.day is not None:
            return day_of(day.year, day.month, moment.day), base
        return period_of(day, moment.precision), base


def _is_history(published: date | None, phrases: list[DatePhrase]) -> bool:
    """Whether most of the dates stand far from the publication: then they count from one another."""
    far = near = 0
    for phrase in phrases:
        moment = phrase.moment
        if moment.base is Base.PUBLISHED or moment.weekday is not None or moment.which is not None:
            near += 1
        elif moment.base is Base.NAMED and moment.year is not None and moment.month is not None:
            if published is None or abs(published.year - moment.year) > FAR_YEARS:
                far += 1
            else:
                near += 1
    # Without a publication date nothing tells what is near: only a text that names full dates throughout is a history.
    return far >= 3 and far > 3 * near if published is None else far >= 2 and far > near
