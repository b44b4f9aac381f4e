"""What a date grammar hands on: a moment as the words name it, not yet a day of the calendar."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from typing import NamedTuple

from articles.extraction.festivals import Festival
from articles.extraction.records import record
from articles.values import Hedge, Precision


class Base(Enum):
    """What the words count from."""

    NAMED = auto()  # the words name the period themselves: "June 16", "2013", "Friday"
    PUBLISHED = auto()  # "yesterday", "last week"
    REFERENCE = auto()  # "the following year", "two days later": from the date named before


class Which(Enum):
    """Which of several such periods: "last July", "next Friday"."""

    LAST = auto()
    THIS = auto()
    NEXT = auto()
    SAME = auto()


class Edge(Enum):
    """The last or first day of a period, where a deadline names it ("by the end of the year")."""

    START = auto()
    END = auto()


class Tense(Enum):
    """What the verb beside a date says about it."""

    PAST = auto()
    FUTURE = auto()
    PRESENT = auto()
    OPEN = auto()


@record(frozen=True, slots=True)
class Moment:
    """A point or period of time in the words of a text.

    `part` numbers the quarter, half or week (from 1) or the season (from 0, spring). `shift` counts periods of
    `precision` from `base`, or from the moment `origin` ("two weeks before Christmas"); `nth` counts them within
    `origin` ("the third week of June"), from its end where it is below zero, and a weekday counts as such, as it does
    where `shift` says on which side of `origin` it lies ("the Monday after Thanksgiving"). `until`
    makes a period that runs to another moment ("in 2020 and 2021"); `either` is an equally good reading (5/6/2023).
    `is_alike` says that the period is as long as the one it is compared with: "a year earlier" beside a quarter is the
    quarter a year before; `is_measured`, that a length of time is laid off ("two weeks later", not "the following
    week"), so that weeks from a day lead to a day. `is_stamp` marks a bare figure that is a date only as the day of
    publication (19980227).
    `day_first` tells the order of day and month as written, `is_numeric` whether all of it is in figures.
    `named_year` is the year of a day that has become a name ("the Sept. 11 attacks").
    """

    precision: Precision
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: int | None = None
    shift: int | None = None
    base: Base = Base.NAMED
    which: Which | None = None
    edge: Edge | None = None
    until: Moment | None = None
    either: Moment | None = None
    origin: Moment | None = None
    nth: int | None = None
    festival: Festival | None = None
    is_alike: bool = False
    is_measured: bool = False
    is_stamp: bool = False
    is_numeric: bool = False
    day_first: bool | None = None
    named_year: int | None = None

    @property
    def is_yearly(self) -> bool:
        """Whether the words name a part of the year that comes every year: a month, a quarter, a festival."""
        return self.month is not None or self.part is not None or self.festival is not None

    @property
    def is_settled(self) -> bool:
        """Whether the words name their year and count from nothing, so that no verb beside them matters."""
        others = (self.until, self.either, self.origin)
        return self.year is not None and self.base is Base.NAMED and others == (None, None, None)


class Found(NamedTuple):
    """A moment and the tokens that name it, `last` exclusive; `split` is where the second end of a range begins."""

    first: int
    last: int
    moment: Moment
    split: int = 0


@record(frozen=True, slots=True)
class DatePhrase:
    """A moment with the tokens it stands on (`last` exclusive) and how a preposition bounds it.

    `split` is the token at which the second day of a range begins ("June 5-10"): its two ends are two claims, since one
    article tells the first, another the last, and a third both. A pair ("May 6 and 7") is two days, no range.
    An aside, a year in brackets, moves no story on.
    `follows` marks the second end, whose year is that of the first; `is_as_of` a date on
    which the figures of its sentence stood.
    """

    first: int
    last: int
    moment: Moment
    hedge: Hedge = Hedge.EXACT
    split: int = 0
    is_aside: bool = False
    is_pair: bool = False
    follows: bool = False
    is_as_of: bool = False

    def parts(self) -> tuple[DatePhrase, ...]:
        """The phrase, or its two ends where it is a range."""
        until = self.moment.until
        if not self.split or until is None:
            return (self,)
        start, end = (self.hedge, self.hedge) if self.is_pair else (Hedge.SINCE, Hedge.UNTIL)
        begin = DatePhrase(self.first, self.split - 1, replace(self.moment, until=None), start)
        return begin, DatePhrase(self.split, self.last, until, end, follows=True)
