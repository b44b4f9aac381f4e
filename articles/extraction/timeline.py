"""Moments set on the calendar: against the publication date, or against the date that the text named before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from articles.extraction.calendar import Days, is_as_long, nth_period, nth_weekday, period_of, shift_day
from articles.extraction.day_order import order_of_text, put_in_order
from articles.extraction.moments import Base, DatePhrase, Edge, Moment, Tense
from articles.extraction.occurrences import choose, could_be, whole
from articles.extraction.placement import Placement
from articles.extraction.records import record
from articles.extraction.story import Story
from articles.values import Hedge, Interval, Precision

BOUNDING: Final = frozenset({Hedge.BY, Hedge.UNTIL, Hedge.BEFORE, Hedge.SINCE, Hedge.AFTER})


@record(frozen=True, slots=True)
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
        self._placement = Placement(published, self._story)
        self._day_first = order_of_text(phrases)
        self._begun: tuple[int, Days] | None = None

    def resolve(self, phrase: DatePhrase, tense: Tense, sentence: int) -> Resolution:
        """Set a phrase on the calendar, and remember it for those that count from it.

        `sentence` is the number of its sentence: a date with month and year is what the bare months of the same and the
        next sentence belong to.
        """
        moment = put_in_order(phrase.moment, self._day_first)
        result = None
        if phrase.follows and moment.year is None and moment.month is not None and self._story.day is not None:
            result = Resolution(whole(moment, self._story.day.year), moment.precision, self._story.day)
        if result is None and self._ends_range(phrase):
            result = self._resolve_end(moment)
        if result is None or result.days is None:
            result = self._resolve(moment, phrase.hedge, tense, sentence)
        if result.days is None:
            return result
        if moment.until is not None:
            upper = self._resolve(moment.until, phrase.hedge, tense, sentence).days
            if upper is None or upper.high is None or result.days.low is None or upper.high < result.days.low:
                return result
            result = Resolution(Interval(result.days.low, upper.high), Precision.PERIOD, result.against)
        if result.days is None:
            return result
        self._begun = (phrase.last, result.days) if phrase.hedge is Hedge.SINCE else None
        if not phrase.is_aside:
            is_since = phrase.hedge is Hedge.SINCE
            self._story.remember(moment, result.days, result.precision, sentence, is_since=is_since)
        return result

    def _ends_range(self, phrase: DatePhrase) -> bool:
        """Whether the phrase is the end of a range that the last one began: "from June to November"."""
        moment = phrase.moment
        if self._begun is None or phrase.hedge is not Hedge.UNTIL or phrase.first - self._begun[0] > 1:
            return False
        return moment.year is None and moment.base is Base.NAMED and (moment.is_yearly or moment.weekday is not None)

    def _resolve_end(self, moment: Moment) -> Resolution | None:
        """The first such day or month from the beginning of the range on."""
        begin = None if self._begun is None else self._begun[1].low
        if begin is None:
            return None
        if moment.is_yearly:
            choices = [days for year in (begin.year, begin.year + 1) if (days := whole(moment, year)) is not None]
            days = choose(choices, begin, Tense.FUTURE)
        else:
            day = shift_day(begin, Precision.DAY, ((moment.weekday or 0) - begin.weekday()) % 7)
            days = None if day is None else Interval(day, day)
        return None if days is None else Resolution(days, moment.precision, begin)

    def _resolve(self, moment: Moment, hedge: Hedge, tense: Tense, sentence: int) -> Resolution:
        if moment.origin is not None:
            return self._resolve_counted(moment, moment.origin, tense, sentence)
        if moment.either is not None:
            return self._resolve_either(moment, moment.either, hedge, tense, sentence)
        if moment.is_alike and (alike := self._resolve_alike(moment, sentence)) is not None:
            return alike
        if moment.base is Base.NAMED or (moment.which is not None and moment.shift is None):
            days, against, other = self._placement.named(moment, hedge, tense, sentence)
        else:
            days, against, other = self._placement.counted(moment, tense, sentence)
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
        if moment.weekday is not None:
            return self._resolve_weekday_beside(moment, moment.weekday, known)
        shift = moment.shift or 0
        base = None if within is None else within.low if shift < 0 else within.high
        if base is not None and shift == 0:
            days = period_of(base, moment.precision)
            return Resolution(days, moment.precision, base)
        day = None if base is None else shift_day(base, moment.precision, shift)
        # Two years before 1990 is a year; two days before a date is a day.
        size = known.precision if is_as_long(moment.precision, known.precision) else Precision.DAY
        return Resolution(None if day is None else period_of(day, size), size, base, needs_published=needs)

    def _resolve_weekday_beside(self, moment: Moment, weekday: int, known: Resolution) -> Resolution:
        """ "The Monday after Thanksgiving": the first such weekday on one side of a date."""
        if known.days is None or known.days.low is None or known.days.high is None:
            return replace(known, precision=Precision.DAY)
        base, sign = (known.days.high, 1) if (moment.shift or 0) > 0 else (known.days.low, -1)
        is_told = moment.origin is not None and moment.origin.base is Base.REFERENCE
        if is_told and sign < 0 and self.published is not None:
            # What is before a plan is before the news of it.
            base = min(base, self.published)
        steps = sign * (weekday - base.weekday()) % 7 or 7
        day = shift_day(base, Precision.DAY, sign * steps)
        return Resolution(None if day is None else Interval(day, day), Precision.DAY, base)

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
        """ "A year earlier", "the 1988 period", beside figures of a quarter: that quarter of the other year."""
        compared = self._story.compared(sentence)
        if self._story.is_history or compared is None:
            return None
        base, precision = compared
        shift = moment.shift or 0 if moment.year is None else moment.year - base.year
        day = shift_day(base, moment.precision, shift)
        return None if day is None else Resolution(period_of(day, precision), precision, base)
