"""Dates told by a number of periods or by their rank: "two days later", "a week from Friday", "the last week of"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articles.extraction.en.calendar_words import UNITS, WEEKDAYS
from articles.extraction.en.date_frames import READERS, frame, read_date
from articles.extraction.en.dates import read_ordinal_day
from articles.extraction.en.number_words import ORDINALS, TENS
from articles.extraction.en.relative_dates import FORTNIGHT, STOPS, one, read_deadline, read_shift
from articles.extraction.en.spoken_years import read_spoken_year
from articles.extraction.en.tense import read_tense
from articles.extraction.moments import Base, DatePhrase, Found, Moment, Tense
from articles.extraction.numerals import Form, Numeral
from articles.extraction.tokens import Tokens
from articles.values import Hedge, Precision

OFFSETS: Final = {"before": -1, "after": 1, "from": 1, "following": 1}
ENDS: Final = {"last": -1, "final": -1, "closing": -1, "opening": 1}
# "The week after next", "the year before last".
BEYOND: Final = {1: "next", -1: "last"}
WITHIN: Final = frozenset("of in commencing beginning starting".split())
TIMES_ON: Final = tuple([mark, "time"] for mark in ("'", "’", "'s", "’s"))
ARTICLES: Final = frozenset({"a", "an", "the"})
LARGEST_RANK: Final = 53


def read_counted_date(tokens: Tokens, index: int, floor: int, numeral: Numeral | None) -> DatePhrase | None:
    """ "two days later", "six months ago", "within six months", "in two weeks", "nineteen ninety-eight".

    `numeral` is the number that begins at the token, if one does.
    """
    found = read_spoken_year(tokens, index) or read_ordinal_day(tokens, index)
    if found is not None:
        return frame(tokens, found, floor)
    if numeral is None or numeral.first < floor:
        return None
    if numeral.form is Form.ORDINAL:
        # "The first Monday of May": the ordinal gives it away, the weekday tells what it is.
        return _read_ranked(tokens, numeral.last, floor) if _is_ranked(tokens, numeral.last) else None
    pointed = _read_pointed(tokens, numeral)
    if pointed is not None:
        return frame(tokens, pointed, floor)
    return _read_deadline(tokens, numeral, floor)


def read_beside(tokens: Tokens, index: int, floor: int) -> DatePhrase | None:
    """What a period or a weekday names together with the words on both sides of it.

    "A year later", "a week from Friday", "the day after Thanksgiving", "the third week of June".
    """
    low = tokens.low
    if low[index] not in UNITS and low[index] not in WEEKDAYS and low[index] != FORTNIGHT:
        return None
    if index and low[index + 1] in WITHIN and (ranked := _read_ranked(tokens, index, floor)) is not None:
        return ranked
    found = None
    if index and low[index] in WEEKDAYS:
        found = _read_weekday_beside(tokens, index) if low[index - 1] == "the" else None
    elif index and low[index - 1] in ARTICLES:
        found = _read_one_later(tokens, index)
    return None if found is None or found.first < floor else frame(tokens, found, floor)


def _read_one_later(tokens: Tokens, index: int) -> Found | None:
    """ "a year later", "a week from Friday", "the day after Thanksgiving", at the unit."""
    numeral = one(index - 1, index)
    if tokens.low[index - 1] != "the":
        return _read_pointed(tokens, numeral)
    sign = OFFSETS.get(tokens.low[index + 1])
    if sign is None or tokens.low[index + 1] == "from" or tokens.low[index] not in UNITS:
        return None
    precision = UNITS[tokens.low[index]]
    if tokens.low[index + 2] == BEYOND.get(sign) and precision is not Precision.DAY:
        return Found(index - 1, index + 3, Moment(precision, shift=2 * sign, base=Base.PUBLISHED))
    other = _read_origin(tokens, index + 2)
    if other is None:
        return None
    beside = Moment(precision, shift=sign, origin=other.moment)
    return Found(index - 1, other.last, beside if precision is Precision.DAY else _period_of(precision, beside))


def _read_weekday_beside(tokens: Tokens, index: int) -> Found | None:
    """ "The Monday after Thanksgiving", "the Friday before": the first such day on that side of a date."""
    low, sign = tokens.low, OFFSETS.get(tokens.low[index + 1])
    if sign is None or low[index + 1] == "from":
        return None
    last_told = Found(index, index + 2, Moment(Precision.DAY, shift=0, base=Base.REFERENCE))
    other = last_told if low[index + 2] in STOPS else _read_origin(tokens, index + 2)
    if other is None:
        return None
    moment = Moment(Precision.DAY, weekday=WEEKDAYS[low[index]], shift=sign, origin=other.moment)
    return Found(index - 1, other.last, moment)


def _is_ranked(tokens: Tokens, index: int) -> bool:
    """Whether a token is a period or a weekday within another: "week of"."""
    low = tokens.low
    return low[index + 1] in ("of", "in") and (low[index] in UNITS or low[index] in WEEKDAYS)


def _read_ranked(tokens: Tokens, index: int, floor: int) -> DatePhrase | None:
    """ "the third week of June", "the last Sunday in October", "the week of Nov. 6", at the unit or the weekday."""
    low = tokens.low
    first, rank = _read_rank(tokens, index)
    weekday = WEEKDAYS.get(low[index])
    precision = UNITS.get(low[index], Precision.DAY)
    if rank is None and (low[index] not in ("week", "weekend") or low[index + 1] == "in"):
        return None
    if rank is not None and low[index + 1] not in ("of", "in"):
        return None
    other = _read_origin(tokens, index + 2)
    if other is None or first < floor:
        return None
    origin = other.moment
    if rank is None:
        if origin.precision is not Precision.DAY:
            return None
        return frame(tokens, Found(index, other.last, _period_of(precision, origin)), floor)
    if weekday is not None and origin.precision is not Precision.MONTH:
        return None
    moment = Moment(precision, weekday=weekday, nth=rank, origin=origin)
    return frame(tokens, Found(first, other.last, moment), floor)


def _read_rank(tokens: Tokens, index: int) -> tuple[int, int | None]:
    """The rank before a unit, below zero where it counts from the end, and the token where it begins."""
    low, place = tokens.low, index - 1
    if low[place] in ENDS:
        return place, ENDS[low[place]]
    if low[place] in ORDINALS:
        rank = ORDINALS[low[place]]
        tens = place - 1 - (low[place - 1] == "-")
        if rank < 10 and low[tens] in TENS:
            place, rank = tens, rank + TENS[low[tens]]
    elif low[place] in ("st", "nd", "rd", "th") and place and low[place - 1].isdecimal() and len(low[place - 1]) <= 2:
        place -= 1
        rank = int(low[place])
    else:
        return index, None
    return place, rank if 0 < rank <= LARGEST_RANK else None


def _period_of(precision: Precision, origin: Moment) -> Moment:
    """The week, month or year in which another date lies."""
    return Moment(precision, shift=0, origin=origin)


def _read_pointed(tokens: Tokens, numeral: Numeral) -> Found | None:
    """ "two weeks later", "two weeks before Christmas", "a week ago Friday", "a year ago today"."""
    low = tokens.low
    unit = read_deadline(tokens, numeral)
    shifted = read_shift(tokens, numeral)
    if shifted is not None and (unit is None or shifted.moment.base is not Base.PUBLISHED or low[shifted.last] == ","):
        return shifted
    if unit is None:
        return shifted
    pointer = numeral.last + 1
    if shifted is not None and low[shifted.last - 1] == "ago":
        other = _read_origin(tokens, shifted.last)
        if other is None or low[shifted.last] == "in":
            return shifted
        weekday = other.moment.weekday
        if weekday is not None and unit.moment.precision is Precision.WEEK:
            return Found(numeral.first, other.last, replace(other.moment, shift=shifted.moment.shift))
        if weekday is None and other.moment.base is not Base.PUBLISHED:
            return shifted
        moment = Moment(unit.moment.precision, shift=shifted.moment.shift, origin=other.moment)
        return Found(numeral.first, other.last, moment)
    sign = OFFSETS.get(low[pointer])
    other = _read_origin(tokens, pointer + 1) if sign is not None else None
    if sign is None or other is None:
        return shifted
    moment = Moment(unit.moment.precision, shift=sign * (unit.moment.shift or 0), origin=other.moment)
    return Found(numeral.first, other.last, moment)


def _read_origin(tokens: Tokens, start: int) -> Found | None:
    """The date that begins at a token, with no bound before it."""
    low = tokens.low
    if low[start] in ("the", "that") and low[start + 1] in UNITS:
        base = Base.PUBLISHED if low[start] == "the" else Base.REFERENCE
        return Found(start, start + 2, Moment(UNITS[low[start + 1]], shift=0, base=base))
    for place in range(start, start + 3):
        if low[place] in READERS or low[place][:1].isdecimal():
            other = read_date(tokens, place, start)
            if other is None or other.first != start or other.hedge is not Hedge.EXACT:
                return None
            # "The Oct. 17 earthquake" is no day to count from, but a thing of that day.
            if low[start] == "the" and other.moment.month is not None and tokens.word[other.last][:1].isalpha():
                return None
            return Found(other.first, other.last, other.moment)
    return None


def _read_deadline(tokens: Tokens, numeral: Numeral, floor: int) -> DatePhrase | None:
    """ "within six months", "in two weeks", "in the next 90 days"."""
    low, first = tokens.low, numeral.first
    if first - 2 >= floor and low[first - 1] in ("next", "coming") and low[first - 2] == "the":
        first -= 2
    before = low[first - 1] if first > floor else ""
    if before not in ("within", "in"):
        return None
    deadline = read_deadline(tokens, numeral)
    if deadline is not None and before == "in" and low[deadline.last : deadline.last + 2] in TIMES_ON:
        # "In two weeks' time" is always of the future.
        return DatePhrase(first - 1, deadline.last + 2, deadline.moment)
    if deadline is None or low[deadline.last] in ("of", "'", "’", "old", "-"):
        return None
    is_span = before == "within" or first < numeral.first
    if read_tense(tokens, first - 1, deadline.last) is not Tense.FUTURE:
        return None
    return DatePhrase(first - 1, deadline.last, deadline.moment, Hedge.WITHIN if is_span else Hedge.EXACT)
