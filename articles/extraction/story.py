"""What a text has told of its dates so far, and whether it is a history or news.

News counts from its publication date; a history counts from the date named last. Which of the two a text is, the text
itself tells: how many of its dates stand far from the publication with month and year (HeidelTime, Strötgen and Gertz
2013, keeps the same two strategies, but must be told).
"""

from __future__ import annotations

from datetime import date
from typing import Final

from articles.extraction.calendar import Days, shift_day
from articles.extraction.moments import Base, DatePhrase, Moment
from articles.extraction.occurrences import looks_ahead, whole
from articles.values import Precision

FINE: Final = {Precision.DAY: 0, Precision.WEEKEND: 1, Precision.WEEK: 1, Precision.MONTH: 2, Precision.SEASON: 2}
COMPARED: Final = frozenset({Precision.MONTH, Precision.QUARTER, Precision.HALF, Precision.YEAR})
VAST: Final = frozenset({Precision.DECADE, Precision.CENTURY})
# A date so many years from the publication is background in news, and the story itself in a history.
FAR_YEARS: Final = 1
# A day within a month of the last one goes on with it; a month so many before the last is the next year's.
RUN_DAYS: Final = 31
ROLLOVER: Final = 10
# A bare year so far from the story is a glance aside.
GLANCE_YEARS: Final = 10


class Story:
    """The dates told so far: the last day, the last month, the last year, and the last period of figures."""

    def __init__(self, published: date | None, phrases: list[DatePhrase]) -> None:
        """Begin before the first phrase; all of them are looked at to tell a history from news."""
        self._published = published
        self.is_history = is_history(published, phrases)
        self.day: date | None = None
        self._day_in = -9
        self.month: date | None = None
        self.year: date | None = None
        self._told_years = {each.moment.year for each in phrases if each.moment.month is not None}
        self._fine: date | None = None
        self._full: date | None = None
        self._full_in = -9
        self._quarter: tuple[date | None, int] = (None, -9)
        self._reported: dict[Precision, date] = {}
        self._compared: tuple[date, Precision] | None = None
        self._compared_in = -9

    def remember(
        self, moment: Moment, days: Days, precision: Precision, sentence: int, *, is_since: bool = False
    ) -> None:
        """Take in a date that was set on the calendar, for those that count from it.

        A period `is_since` which something lasts is none of which figures are given.
        """
        day = days.low
        if day is None or precision in VAST or moment.is_alike:
            return
        if self.is_history and (self._is_glance(moment, day) or looks_ahead(moment)):
            return
        fine = FINE.get(precision, 3)
        self.year = day
        if fine <= 2:
            self.month = self._fine = day
        # What has lasted since a day is told of now, not of that day.
        if fine == 0 and (self.is_history or not is_since):
            self.day, self._day_in = day, sentence
        if moment.base is Base.NAMED and moment.year is not None and moment.month is not None:
            self._full, self._full_in = day, sentence
        elif self._full is not None and moment.year is None and day.year != self._full.year:
            self._full = None
        if precision is Precision.QUARTER:
            self._quarter = (day, sentence)
        is_over = self._published is None or (days.high is not None and days.high <= self._published)
        if precision in COMPARED and not is_since and (is_over or precision is Precision.YEAR):
            self._reported[precision] = day
            self._compared, self._compared_in = (day, precision), sentence

    def base_for(self, moment: Moment, sentence: int) -> date | None:
        """The last date as fine as the moment, from which "the following week" or "a month later" counts."""
        fine = FINE.get(moment.precision, 3)
        if moment.precision is Precision.QUARTER and not moment.is_yearly:
            told, told_in = self._quarter
            return told if told_in == sentence else self._reported.get(Precision.QUARTER)
        if moment.precision is Precision.MONTH and moment.shift == 0 and not self.is_history:
            return self._reported.get(Precision.MONTH) or self.month
        if moment.is_yearly or fine > 2:
            return self.year
        if fine == 0:
            return self.day
        return self.day or self.month if fine == 1 else self.month

    def is_told_just_now(self, sentence: int) -> bool:
        """Whether the last day was told in this sentence or the one before."""
        return sentence - self._day_in <= 1

    def is_ahead(self, sentence: int) -> bool:
        """Whether the last day of this sentence lies after the publication."""
        published, day = self._published, self.day
        return sentence == self._day_in and published is not None and day is not None and day > published

    def compared(self, sentence: int) -> tuple[date, Precision] | None:
        """The period of which this or the last sentence gives figures: its first day and its size."""
        quarter, told_in = self._quarter
        if quarter is not None and told_in == sentence > self._compared_in:
            return quarter, Precision.QUARTER
        return self._compared if sentence - self._compared_in <= 1 else None

    def full_date(self, sentence: int) -> date | None:
        """The date with month and year that stands in this sentence."""
        return self._full if sentence == self._full_in else None

    def year_for(self, moment: Moment) -> date | None:
        """The year in which a history stands: that of its last date, but a year named aside breaks no run of days."""
        fine, year = self._fine, self.year
        if fine is None or year is None or moment.month is None:
            return year
        if moment.day is not None and year.year != fine.year:
            near = whole(moment, fine.year)
            if near is not None and near.low is not None and 0 <= (near.low - fine).days <= RUN_DAYS:
                return fine
        if year == fine and fine.month - moment.month >= ROLLOVER:
            return shift_day(fine, Precision.YEAR, 1)
        return year

    def _is_glance(self, moment: Moment, day: date) -> bool:
        """Whether a bare year far from the story is a glance aside: the text tells no month of it."""
        if moment.month is not None or self.year is None or day.year in self._told_years:
            return False
        return abs(day.year - self.year.year) > GLANCE_YEARS


def is_history(published: date | None, phrases: list[DatePhrase]) -> bool:
    """Whether most of the dates stand far from the publication: then they count from one another.

    Words that count from the publication ("yesterday", "on Friday") weigh twice as much as dates in full.
    """
    far = near = counted = 0
    for phrase in phrases:
        moment = phrase.moment
        if moment.base is Base.PUBLISHED or moment.weekday is not None or moment.which is not None:
            counted += 1
        elif moment.base is Base.NAMED and moment.year is not None and moment.month is not None:
            if published is None or abs(published.year - moment.year) > FAR_YEARS:
                far += 1
            else:
                near += 1
    # Without a publication date nothing tells what is near: only a text that names full dates throughout is a history.
    if published is None:
        return far >= 3 and far > 3 * counted
    return far >= 2 and far > 2 * counted and far > near
