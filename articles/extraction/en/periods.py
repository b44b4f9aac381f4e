"""A period by its common name, "year" or "quarter", read by the words on both sides of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from articles.extraction.en.calendar_words import MONTHS, UNITS, WHICH
from articles.extraction.en.relative_dates import STOPS, read_day_beside, read_part_of_current, read_which
from articles.extraction.en.year_parts import read_century, read_quarter
from articles.extraction.moments import Base, Edge, Found, Moment
from articles.extraction.tokens import Tokens
from articles.extraction.year_figures import is_year
from articles.values import Precision

BEFORE_AN_END: Final = frozenset("by at before until till through since around after toward towards".split())
BEFORE_THE_NEW_YEAR: Final = frozenset("in into early before until till by after of through for during since".split())
COMPARED: Final = {
    "quarter": Precision.QUARTER,
    "month": Precision.MONTH,
    "half": Precision.HALF,
    "week": Precision.WEEK,
}
REPORTING: Final = frozenset({"for", "in", "during"})
AFTER_REPORTED: Final = frozenset(
    "ended ending was were rose fell from to a an compared as with on at increased".split()
)


def read_unit(tokens: Tokens, index: int) -> Found | None:
    """A period by its common name, "year" or "week", with the words beside it that say which."""
    precision = UNITS[tokens.low[index]]
    for reader in READERS:
        found = reader(tokens, index, precision)
        if found is not None:
            return found
    return None


def _read_numbered(tokens: Tokens, index: int, precision: Precision) -> Found | None:
    """ "The nineteenth century", "the third quarter", "the year 1990"."""
    if precision is Precision.CENTURY:
        return read_century(tokens, index)
    if precision is Precision.QUARTER:
        return read_quarter(tokens, index)
    if precision is Precision.YEAR and is_year(tokens, index + 1):
        return Found(index, index + 2, Moment(precision, int(tokens.low[index + 1])))
    return None


def _read_new_year(tokens: Tokens, index: int, precision: Precision) -> Found | None:
    """ "In the new year": the one that begins with the nearest first of January; no "new year" of any other kind."""
    low = tokens.low
    if precision is not Precision.YEAR or low[index - 1] != "new" or low[index - 2] != "the" or index < 3:
        return None
    if low[index - 3] not in BEFORE_THE_NEW_YEAR or tokens.word[index + 1][:1].isupper() or low[index + 1] == "'s":
        return None
    first_day = Moment(Precision.DAY, month=1, day=1)
    return Found(index - 2, index + 1, Moment(precision, shift=0, origin=first_day))


def _read_end(tokens: Tokens, index: int, precision: Precision) -> Found | None:
    """ "Year-end 1988", "the year's end", "by year end": the period, of which they name the edge."""
    low, last = tokens.low, 0
    if low[index + 1] in ("'s", "’s", "-") and low[index + 2] == "end":
        last = index + 3
    elif low[index + 1] == "end" and low[index - 1] in BEFORE_AN_END:
        last = index + 2
    if not last or low[index - 1] in WHICH:
        return None
    if precision is Precision.YEAR and is_year(tokens, last):
        return Found(index, last + 1, Moment(precision, int(low[last]), edge=Edge.END))
    return Found(index, last, Moment(precision, shift=0, base=Base.PUBLISHED, edge=Edge.END))


def _read_year_ago(tokens: Tokens, index: int, precision: Precision) -> Found | None:
    """ "The year-ago quarter", "a year-earlier profit": the period compared, a year before."""
    low, last = tokens.low, index + 3
    if precision is not Precision.YEAR or low[index + 1] != "-" or low[index + 2] not in ("ago", "earlier"):
        return None
    first = index - (low[index - 1] == "the")
    if low[last] in COMPARED:
        size = COMPARED[low[last]]
        now = Moment(size, shift=0, base=Base.REFERENCE)
        then = Moment(precision, shift=-1, origin=now)
        return Found(first, last + 1, Moment(size, shift=0, origin=then, is_alike=True))
    return Found(first, last, Moment(precision, shift=-1, base=Base.PUBLISHED, is_alike=True))


def _read_same(tokens: Tokens, index: int, precision: Precision) -> Found | None:
    """ "The same quarter last year", "the same month a year earlier": the one named last, a year before."""
    low, last = tokens.low, index + 1
    if low[index - 1] != "same" or precision not in COMPARED.values():
        return None
    last += low[last] == "of"
    last += low[last] == "the"
    if low[last] in ("last", "previous", "preceding") and low[last + 1] == "year":
        end = last + 2
    elif low[last : last + 2] == ["a", "year"] and low[last + 2] in ("earlier", "ago", "before"):
        end = last + 3
    else:
        return None
    then = Moment(Precision.YEAR, shift=-1, origin=Moment(precision, shift=0, base=Base.REFERENCE))
    return Found(index - 2, end, Moment(precision, shift=0, origin=then, is_alike=True))


def _read_reported(tokens: Tokens, index: int, precision: Precision) -> Found | None:
    """ "For the quarter", "in the month": the one named last, else the last that is over."""
    low = tokens.low
    if precision not in (Precision.QUARTER, Precision.MONTH) or low[index - 1] != "the":
        return None
    if index < 2 or low[index - 2] not in REPORTING:
        return None
    if low[index + 1] not in STOPS and low[index + 1] not in AFTER_REPORTED:
        return None
    if low[index + 1] in ("ended", "ending") and low[index + 2] in MONTHS:
        return _read_ended(tokens, index, precision)
    return Found(index - 1, index + 1, Moment(precision, shift=0, base=Base.REFERENCE))


def _read_ended(tokens: Tokens, index: int, precision: Precision) -> Found | None:
    """ "The quarter ended Sept. 30": that of the calendar, where it ends with one."""
    month = MONTHS[tokens.low[index + 2]]
    if precision is not Precision.QUARTER or month % 3:
        return None
    return Found(index - 1, index + 1, Moment(precision, part=month // 3))


def _read_beside(tokens: Tokens, index: int, precision: Precision) -> Found | None:
    """ "The weekend", "the day before", "(later in) the year", "last week"."""
    low = tokens.low
    if low[index - 1] != "the" or index == 0:
        found = read_day_beside(tokens, index) if precision is Precision.DAY and index == 0 else None
        return found or read_which(tokens, index, precision)
    if precision is Precision.WEEKEND and low[index + 1] not in ("of", "before", "after"):
        return Found(index - 1, index + 1, Moment(precision, base=Base.PUBLISHED))
    if low[index + 1 : index + 3] == ["before", "that"]:
        # "The year before that": before the one just told.
        return Found(index - 1, index + 3, Moment(precision, shift=-1, base=Base.REFERENCE))
    if precision is Precision.DAY:
        return read_day_beside(tokens, index)
    return read_part_of_current(tokens, index, precision)


READERS: Final[tuple[Callable[[Tokens, int, Precision], Found | None], ...]] = (
    _read_numbered,
    _read_new_year,
    _read_end,
    _read_year_ago,
    _read_same,
    _read_beside,
    _read_reported,
)
