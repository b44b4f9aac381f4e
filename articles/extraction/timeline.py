"""Moments set on the calendar: against the publication date, or against the date that the text named before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from articles.extraction.calendar import (
    Days,
    day_of,
    is_as_long,
    nth_period,
    nth_weekday,
    period_of,
    shift_day,
    years_of,
)
from articles.extraction.day_order import order_of_text, put_in_order
from articles.extraction.moments import Base, DatePhrase, Edge, Moment, Tense, Which
from articles.extraction.occurrences import choose, could_be, direction, full_year, holds, whole
from articles.extraction.story import Story
from articles.values import Hedge, Interval, Precision

BOUNDING: Final = frozenset({Hedge.BY, Hedge.UNTIL, Hedge.BEFORE, Hedge.SINCE, Hedge.AFTER})
NEAREST: Final = (None, Which.SAME)
LENGTHS: Final = {Precision.CENTURY: 100, Precision.DECADE: 10}


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
        self._story = Story(published, phrases)
        self._day_first = order_of_text(phrases)

    def resolve(self, phrase: DatePhrase, tense: Tense, sentence: int) -> Resolution:
        """Set a phrase on the calendar, and remember it for those that count from it.

        `sentence` is the number of its sentence: a date with month and year is what the bare months of the same and the
        next sentence belong to.
        """
        moment = put_in_order(phrase.moment, self._day_first)
        result = None
        if phrase.follows and moment.year is None and moment.month is not None and self._story.day is not None:
            result = Resolution(whole(moment, self._story.day.year), moment.precision, self._story.day)
        if result is None or result.days is None:
            result = self._resolve(moment, phrase.hedge, tense, sentence)
        if result.days is None:
            return result
        if moment.until is not None:
            upper = self._resolve(moment.until, phrase.hedge, tense, sentence).days
            if upper is None or upper.high is None or result.days.low is None or upper.high < result.days.low:
                return result
            result = Resolution(Interval(result.days.low, upper.high), Precision.PERIOD, result.against)
        if not phrase.is_aside and result.days is not None:
            self._story.remember(moment, result.days, result.precision, sentence)
        return result

    def _resolve(self, moment: Moment, hedge: Hedge, tense: Tense, sentence: int) -> Resolution:
        if moment.origin is not None:
            return self._resolve_counted(moment, moment.origin, tense, sentence)
        if moment.either is not None:
            return self._resolve_either(moment, moment.either, hedge, tense, sentence)
        if moment.is_alike and (alike := self._resolve_alike(moment, sentence)) is not None:
            return alike
        if moment.base is Base.NAMED or (moment.which is not None and moment.shift is None):
            days, against, other = self._named(moment, hedge, tense, sentence)
        else:
            days, against = self._relative(moment, tense)
            other = ()
        if days is None or (moment.is_stamp and days.low != self.published):
            needs = self.published is None and against is None and moment.base is not Base.REFERENCE
            return Resolution(None, moment.precision, None, needs and not moment.is_stamp and could_be(moment))
        if moment.edge is not None and hedge in BOUNDING:
            edge = days.low if moment.edge is Edge.START else days.high
            # Only a deadline ahead is the day itself; "by the end of 1944", looking back, tells the year.
            if edge is not None and (self.published is None or edge >= self.published):
                return Resolution(Interval(edge, edge), Precision.DAY, against)
        if hedge is Hedge.WITHIN and against is not None and days.high is not None and against <= days.high:
            return Resolution(Interval(against, days.high), Precision.PERIOD, against)
        return Resolution(days, moment.precision, against, alternatives=other)

    def _resolve_counted(self, moment: Moment, origin: Moment, tense: Tense, sentence: int) -> Resolution:
        """ "Two weeks before Christmas", from the day on which that begins; "the third week of June", within it."""
        known = self._resolve(origin, Hedge.EXACT, tense, sentence)
        within, needs = known.days, self.published is None and known.days is None
        if moment.nth is not None:
            days = None
            if within is not None and moment.weekday is None:
                days = nth_period(within, moment.precision, moment.nth)
            elif within is not None and within.low is not None and moment.weekday is not None:
                day = nth_weekday(within.low, moment.weekday, moment.nth)
                days = None if day is None else Interval(day, day)
            return Resolution(days, moment.precision, known.against, needs_published=needs)
        shift = moment.shift or 0
        base = None if within is None else within.low if shift < 0 else within.high
        if base is not None and shift == 0:
            days = period_of(base, moment.precision)
            return Resolution(days, moment.precision, base)
        day = None if base is None else shift_day(base, moment.precision, shift)
        # Two years before 1990 is a year; two days before a date is a day.
        size = known.precision if is_as_long(moment.precision, known.precision) else Precision.DAY
        return Resolution(None if day is None else period_of(day, size), size, base, needs_published=needs)

    def _resolve_either(self, moment: Moment, either: Moment, hedge: Hedge, tense: Tense, sentence: int) -> Resolution:
        """A date such as 5/6/2023, whose order of day and month nothing decides but publication and the verb."""
        one = replace(moment, either=None)
        readings = [self._resolve(each, hedge, tense, sentence).days for each in (one, either)]
        found = [days for days in readings if days is not None and days.low is not None]
        published = self.published
        if published is not None and len(found) == 2:
            for days in found:
                if days.low == published:
                    return Resolution(days, moment.precision)
            past = [days for days in found if days.low is not None and days.low <= published]
            if len(past) == 1 and tense in (Tense.PAST, Tense.FUTURE):
                days = past[0] if tense is Tense.PAST else next(each for each in found if each is not past[0])
                return Resolution(days, moment.precision)
        return Resolution(None, moment.precision, alternatives=tuple(found))

    def _resolve_alike(self, moment: Moment, sentence: int) -> Resolution | None:
        """ "A year earlier", beside figures of a quarter: that quarter, so many years before."""
        compared = self._story.compared(sentence)
        if self._story.is_history or compared is None:
            return None
        base, precision = compared
        day = shift_day(base, moment.precision, moment.shift or 0)
        return None if day is None else Resolution(period_of(day, precision), precision, base)

    def _named(
        self, moment: Moment, hedge: Hedge, tense: Tense, sentence: int
    ) -> tuple[Days | None, date | None, tuple[Days, ...]]:
        year, story = moment.year, self._story
        if moment.precision in LENGTHS:
            return years_of(year or 0, LENGTHS[moment.precision]), None, ()
        if year is not None and year < 100 and moment.precision is Precision.YEAR:
            base = story.year if story.is_history and story.year else self.published
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
        story = self._story
        told = story.full_date(sentence) if tense in (Tense.PAST, Tense.OPEN) else None
        counts_from = None
        if moment.which in NEAREST:
            counts_from = story.year_for(moment) if story.is_history else told
        if moment.day is not None and moment.month is None:
            return self._day_of_month(moment, told, tense)
        if counts_from is not None:
            days = whole(moment, counts_from.year)
            # In news, only what goes on from the date named is told of its year.
            if story.is_history or days is None or days.high is None or days.high >= counts_from:
                return days, counts_from, ()
        base = self.published
        if moment.base is Base.REFERENCE or (story.is_history and story.month is not None):
            base = story.month
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

    def _day_of_month(
        self, moment: Moment, told: date | None, tense: Tense
    ) -> tuple[Days | None, date | None, tuple[Days, ...]]:
        """ "The 14th": of the month told last, else of the month of the weekday or the tense beside it."""
        assert moment.day is not None
        base = self._story.month if self._story.is_history else (told or self.published)
        if base is None:
            return None, None, ()
        around = [shift_day(base.replace(day=1), Precision.MONTH, shift) for shift in (0, -1, 1)]
        days = [found for day in around if day is not None and (found := day_of(day.year, day.month, moment.day))]
        if moment.weekday is not None:
            days = [each for each in days if each.low is not None and each.low.weekday() == moment.weekday]
        elif base is not self.published or tense is Tense.OPEN:
            return day_of(base.year, base.month, moment.day), base, ()
        return choose(days, base, tense), base, ()

    def _weekday(self, moment: Moment, hedge: Hedge, tense: Tense) -> tuple[Days | None, date | None, tuple[Days, ...]]:
        assert moment.weekday is not None
        told = self._story.day if self._story.is_history else None
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
        if moment.base is Base.REFERENCE or (self._story.is_history and self._story.year is not None):
            base = self._story.base_for(moment)
            if base is None and moment.precision is Precision.QUARTER and self.published is not None:
                base = shift_day(self.published, Precision.QUARTER, -1)
            if base is None and moment.precision is not Precision.DAY:
                base = self.published
        if base is None:
            return None, None
        shift = moment.shift or 0
        if moment.shift is None and moment.precision is Precision.WEEKEND:
            shift = 0 if tense is not Tense.PAST or base.weekday() >= 5 else -1
        day = shift_day(base, Precision.YEAR if moment.is_yearly else moment.precision, shift)
        if day is None:
            return None, base
        if moment.is_yearly:
            return whole(moment, day.year), base
        if moment.day is not None:
            return day_of(day.year, day.month, moment.day), base
        return period_of(day, moment.precision), base
