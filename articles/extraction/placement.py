"""Periods put in their year, month or week: by the story so far, the publication date, and the tense of the verb."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from articles.extraction.calendar import Days, day_of, period_of, shift_day, years_of
from articles.extraction.moments import Base, Moment, Tense, Which
from articles.extraction.occurrences import choose, direction, full_year, holds, whole
from articles.extraction.story import Story
from articles.values import Hedge, Interval, Precision

NEAREST: Final = (None, Which.SAME)
LENGTHS: Final = {Precision.CENTURY: 100, Precision.DECADE: 10}
WINTER: Final = 3
# A leap day, or a weekday on its day of the month, comes round within eight years.
AROUND: Final = (-8, -1, 0, 1, 8)
NEXT_TO: Final = (-1, 0, 1)
LEAP_DAY: Final = (2, 29)


class Placed(NamedTuple):
    """Where a period lies, the day it was counted from, and equally good readings."""

    days: Days | None
    against: date | None = None
    other: tuple[Days, ...] = ()


class Placement:
    """Where the moments of a text lie, given its publication date and what it has told."""

    def __init__(self, published: date | None, story: Story) -> None:
        """Place by a story that grows as its dates are told."""
        self.published = published
        self.story = story

    def named(self, moment: Moment, hedge: Hedge, tense: Tense, sentence: int) -> Placed:
        """A period that the words name: "1990", "June 16", "Friday", "the third quarter"."""
        year, story = moment.year, self.story
        if moment.precision in LENGTHS:
            return Placed(years_of(year or 0, LENGTHS[moment.precision]))
        if year is not None and year < 100 and moment.precision is Precision.YEAR:
            base = story.year if story.is_history and story.year else self.published
            year = None if base is None else full_year(year, base.year)
            return Placed(None if year is None else years_of(year), base)
        if year is not None:
            return Placed(whole(moment, year))
        if moment.weekday is not None and moment.month is None and moment.day is None:
            return self._weekday(moment, hedge, tense, sentence)
        if moment.day is not None and moment.month is None:
            return self._day_of_month(moment, hedge, tense, sentence)
        return self._told(moment, tense, sentence) or self._nearest(moment, hedge, tense)

    def counted(self, moment: Moment, tense: Tense, sentence: int) -> Placed:
        """A period that is counted from another: "last week", "two months later"."""
        base = self.published
        if moment.base is Base.REFERENCE or (self.story.is_history and self.story.year is not None):
            base = self._reference(moment, sentence)
            is_back = (moment.shift or 0) < 0 and tense is not Tense.FUTURE
            if base is not None and self.published is not None and is_back:
                # What is before a plan is before the news of it.
                base = min(base, self.published)
        if base is None:
            return Placed(None)
        shift = moment.shift or 0
        if moment.shift is None and moment.precision is Precision.WEEKEND:
            shift = 0 if tense is not Tense.PAST or base.weekday() >= 5 else -1
        day = shift_day(base, Precision.YEAR if moment.is_yearly else moment.precision, shift)
        if day is None:
            return Placed(None, base)
        if moment.is_yearly:
            return Placed(whole(moment, day.year), base)
        if moment.day is not None:
            return Placed(day_of(day.year, day.month, moment.day), base)
        is_day = moment.is_measured and moment.precision is Precision.WEEK and base == self.story.day
        return Placed(period_of(day, Precision.DAY if is_day else moment.precision), base)

    def _reference(self, moment: Moment, sentence: int) -> date | None:
        """The date told before from which the words count, else the publication.

        News that looks back ("a day earlier") does so from its own day, unless it has just told of another.
        """
        base = self.story.base_for(moment, sentence)
        if self._looks_back(moment) and not self.story.is_told_just_now(sentence):
            return self.published
        if base is None and moment.precision is Precision.QUARTER and self.published is not None:
            # What is reported is the quarter that is over.
            return shift_day(self.published, Precision.QUARTER, -1)
        if base is None and moment.is_measured and (moment.shift or 0) > 0:
            # What came "18 months later" did so after something told, of which the month is not.
            return None
        if base is None and (moment.precision is not Precision.DAY or moment.shift == 0):
            return self.published
        return base

    def _looks_back(self, moment: Moment) -> bool:
        """Whether news counts days or weeks back: "a day earlier", "the week before"."""
        is_short = moment.precision in (Precision.DAY, Precision.WEEK)
        return is_short and (moment.shift or 0) < 0 and not self.story.is_history

    def _told(self, moment: Moment, tense: Tense, sentence: int) -> Placed | None:
        """A month or day of the year that the text has told, or of a year that its name tells; None for others."""
        story = self.story
        named = None if moment.named_year is None else whole(moment, moment.named_year)
        if named is not None and named.low is not None and (self.published is None or named.low <= self.published):
            return Placed(named)
        if moment.which not in NEAREST:
            return None
        told = story.full_date(sentence) if tense in (Tense.PAST, Tense.OPEN) else None
        if moment.which is Which.SAME:
            told = told or story.year
        base = story.year_for(moment) if story.is_history else told
        if base is None:
            return None
        days = whole(moment, base.year)
        # In news, only what goes on from the date named is told of its year.
        if story.is_history or days is None or days.high is None or days.high >= base:
            return Placed(days, base)
        return None

    def _nearest(self, moment: Moment, hedge: Hedge, tense: Tense) -> Placed:
        """The last or next of the periods that come every year."""
        story, base = self.story, self.published
        if moment.base is Base.REFERENCE or (story.is_history and story.month is not None):
            base = story.month
        if base is None:
            return Placed(None)
        # "This winter" may have begun last year.
        if moment.which is Which.THIS and moment.part != WINTER:
            return Placed(whole(moment, base.year), base)
        comes_yearly = moment.festival is None and moment.weekday is None and (moment.month, moment.day) != LEAP_DAY
        around = [
            days
            for shift in (NEXT_TO if comes_yearly else AROUND)
            if (days := whole(moment, base.year + shift)) is not None
        ]
        if moment.weekday is not None:
            around = [days for days in around if days.low and days.low.weekday() == moment.weekday] or around
        is_told = moment.which in (Which.LAST, Which.NEXT)
        if is_told:
            around = [days for days in around if not holds(days, base)]
        wanted = Tense.PRESENT if moment.which is Which.THIS else direction(moment.which, hedge, tense)
        is_near = not is_told and (moment.day is not None or moment.precision is Precision.QUARTER)
        return Placed(choose(around, base, wanted, is_near=is_near), base)

    def _day_of_month(self, moment: Moment, hedge: Hedge, tense: Tense, sentence: int) -> Placed:
        """ "The 14th": of the month told last, else of the month that the weekday or the tense beside it tells."""
        assert moment.day is not None
        story = self.story
        told = story.full_date(sentence) if tense in (Tense.PAST, Tense.OPEN) else None
        base = story.month if story.is_history else (told or self.published)
        if base is None:
            return Placed(None)
        around = [shift_day(base.replace(day=1), Precision.MONTH, shift) for shift in (0, -1, 1)]
        days = [found for day in around if day is not None and (found := day_of(day.year, day.month, moment.day))]
        wanted = direction(None, hedge, tense)
        if moment.weekday is not None:
            days = [each for each in days if each.low is not None and each.low.weekday() == moment.weekday]
        elif base is not self.published or wanted in (Tense.OPEN, Tense.PRESENT):
            return Placed(day_of(base.year, base.month, moment.day), base)
        return Placed(choose(days, base, wanted), base)

    def _weekday(self, moment: Moment, hedge: Hedge, tense: Tense, sentence: int) -> Placed:
        assert moment.weekday is not None
        told = self.story.day if self.story.is_history else None
        base = told or self.published
        if base is None:
            return Placed(None)
        if moment.shift is not None:
            week = shift_day(base, Precision.WEEK, moment.shift)
            monday = None if week is None else shift_day(week, Precision.DAY, moment.weekday - week.weekday())
            return Placed(None if monday is None else Interval(monday, monday), base)
        back = (base.weekday() - moment.weekday) % 7
        ahead = (7 - back) % 7
        if moment.which in (Which.LAST, Which.NEXT):
            back, ahead = back or 7, ahead or 7
        wanted = Tense.FUTURE if told is not None else direction(moment.which, hedge, tense)
        if ahead == 0 and wanted is Tense.FUTURE and self.story.is_ahead(sentence):
            # "Sold Tuesday, Wednesday and Thursday": a list runs on, and does not come back to today.
            back = ahead = 7
        earlier = shift_day(base, Precision.DAY, -back)
        later = shift_day(base, Precision.DAY, ahead)
        choices = [Interval(day, day) for day in (earlier, later) if day is not None]
        chosen = choose(choices, base, wanted)
        other = tuple(days for days in choices if days != chosen) if wanted is Tense.OPEN else ()
        return Placed(chosen, base, other)
