"""Dates that count from another day: "last week", "the following year", "two days later", "tomorrow"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from articles.extraction.en.calendar_words import (
    DEICTIC_DAYS,
    ENDS,
    MONTHS,
    PARTS,
    PARTS_OF_DAY,
    PLURAL_UNITS,
    SEASONS,
    STARTS,
    UNITS,
    WHICH,
)
from articles.extraction.en.number_words import ORDINALS
from articles.extraction.moments import Base, Edge, Found, Moment
from articles.extraction.numerals import Form, Numeral
from articles.extraction.tokens import Tokens
from articles.values import Precision

LARGEST_SHIFT: Final = 10_000
STOPS: Final = frozenset(["", ".", ",", ";", ":", ")", "!", "?", "—", "–", "and", "but", "when"])
LATER: Final = frozenset({"later", "afterwards", "afterward", "thereafter"})
EARLIER: Final = frozenset({"earlier", "previously", "beforehand"})
DETERMINERS: Final = frozenset({"the", "that", "this", "a"})
TAKES_DETERMINER: Final = frozenset(
    "same very current coming upcoming past next following previous preceding subsequent".split()
)
OWNERS: Final = frozenset("the a its his her their every".split())
FORTNIGHT: Final = "fortnight"


def read_deictic_day(tokens: Tokens, index: int) -> Found | None:
    """ "yesterday", "tomorrow night", "the day before yesterday"."""
    low, shift, first, last = tokens.low, DEICTIC_DAYS[tokens.low[index]], index, index + 1
    if index > 2 and low[index - 2] == "day" and low[index - 1] in ("before", "after"):
        shift += -1 if low[index - 1] == "before" else 1
        first = index - 2
    if low[last] in PARTS_OF_DAY:
        last += 1
    return Found(first, last, Moment(Precision.DAY, shift=shift, base=Base.PUBLISHED))


def read_unit(tokens: Tokens, index: int) -> Found | None:
    """A period by its common name, "year" or "week", with the word before it that says which."""
    low = tokens.low
    precision = UNITS[low[index]]
    before = low[index - 1] if index else ""
    if precision is Precision.CENTURY:
        return _read_century(tokens, index)
    if precision is Precision.QUARTER and before in ORDINALS and ORDINALS[before] <= 4:
        return _read_part(tokens, index, Precision.QUARTER, ORDINALS[before])
    if precision is Precision.YEAR and low[index + 1].isdecimal() and len(low[index + 1]) == 4:
        year = int(low[index + 1])
        return Found(index, index + 2, Moment(precision, year)) if 1000 <= year <= 2199 else None
    if low[index + 1] in ("'s", "’s", "-") and low[index + 2] == "end" and before not in WHICH:
        return Found(index, index + 3, Moment(precision, shift=0, base=Base.PUBLISHED, edge=Edge.END))
    if precision is Precision.WEEKEND and before == "the" and low[index + 1] not in ("of", "before", "after"):
        return Found(index - 1, index + 1, Moment(precision, base=Base.PUBLISHED))
    if precision is Precision.DAY and before in ("the", ""):
        return _read_day_beside(tokens, index)
    if before == "the":
        return _read_part_of_current(tokens, index, precision)
    return _read_which(tokens, index, precision)


def _read_which(tokens: Tokens, index: int, precision: Precision) -> Found | None:
    """ "last week", "this month", "the next day", "that year", "the same month"."""
    low, word = tokens.low, tokens.low[index - 1]
    determiner = low[index - 2]
    if word not in WHICH or (low[index + 1] == "of" and word in ("last", "next") and _is_counted_of(tokens, index)):
        return None
    base = _base_of(word, determiner, precision)
    if base is None:
        return None
    takes_determiner = word in TAKES_DETERMINER and determiner in DETERMINERS
    last = index + 1 + (precision is Precision.DAY and low[index + 1] in PARTS_OF_DAY)
    return Found(index - 1 - takes_determiner, last, Moment(precision, shift=WHICH[word][0], base=base))


def _is_counted_of(tokens: Tokens, index: int) -> bool:
    """Whether "of" belongs to the period ("the last year of the war"), not to the verb ("accused it last year of")."""
    low, following = tokens.low, tokens.low[index + 2]
    if low[index - 2] in OWNERS or low[index - 2].endswith("s'") or low[index] == "day":
        return True
    return following in MONTHS or following[:1].isdecimal() or low[index - 2] in ("in", "during", "for", "by")


def _base_of(word: str, determiner: str, precision: Precision) -> Base | None:
    """What "last", "the next", "that same" count from, or None where they name no one period ("over the last year")."""
    base = WHICH[word][1]
    if word == "past":
        return base if determiner == "this" or precision is Precision.WEEKEND else None
    if word == "last":
        return None if determiner in OWNERS else base
    if word in ("next", "following", "previous", "preceding", "subsequent"):
        if determiner in ("the", "a"):
            return Base.REFERENCE
        return base if word in ("next", "previous") else None
    if word == "very" and determiner not in DETERMINERS:
        return None
    if word == "this":
        return Base.REFERENCE if precision is Precision.DAY else base
    return Base.PUBLISHED if determiner == "this" else base


def _read_day_beside(tokens: Tokens, index: int) -> Found | None:
    """ "the day before", "the day after", "the day following": from the day named last."""
    low = tokens.low
    if low[index + 1] in ("before", "after", "following") and low[index + 2] in STOPS:
        shift = -1 if low[index + 1] == "before" else 1
        first = index - (low[index - 1] == "the")
        return Found(first, index + 2, Moment(Precision.DAY, shift=shift, base=Base.REFERENCE))
    return None


def _read_part_of_current(tokens: Tokens, index: int, precision: Precision) -> Found | None:
    """ "the end of the year", "later in the month", "the rest of the year": the current one."""
    low = tokens.low
    if index < 3 or precision is Precision.DAY:
        return None
    linked = low[index - 2] in ("of", "in") and (low[index - 3] in PARTS or low[index - 3] in ("rest", "remainder"))
    parted = low[index - 2] == "of" and low[index - 3] in ("part", "half", "months", "days", "weeks")
    if low[index + 1] in ("before", "after", "ended", "ending", "of"):
        if low[index - 1] == "the" and low[index + 2] in STOPS and low[index + 1] in ("before", "after"):
            shift = -1 if low[index + 1] == "before" else 1
            return Found(index - 1, index + 2, Moment(precision, shift=shift, base=Base.REFERENCE))
        return None
    if linked or parted:
        return Found(index - 1, index + 1, Moment(precision, shift=0, base=Base.PUBLISHED))
    if low[index + 1] in ("before", "after") and low[index + 2] in STOPS:
        shift = -1 if low[index + 1] == "before" else 1
        return Found(index - 1, index + 2, Moment(precision, shift=shift, base=Base.REFERENCE))
    return None


def _read_century(tokens: Tokens, index: int) -> Found | None:
    """ "the nineteenth century", "21st century"."""
    low, first = tokens.low, index - 1
    if first > 0 and low[first] == "-":
        first -= 1
    if first < 0:
        return None
    rank = ORDINALS.get(low[first])
    if rank is not None and first > 1 and low[first - 1] == "-" and low[first - 2] == "twenty":
        rank, first = rank + 20, first - 2
    if (
        rank is None
        and low[first] in ("st", "nd", "rd", "th")
        and low[first - 1].isdecimal()
        and len(low[first - 1]) <= 2
    ):
        first -= 1
        rank = int(low[first])
    if rank is None or not 2 <= rank <= 30 or low[index + 1] in ("bc", "b.c.", "bce"):
        return _read_which(tokens, index, Precision.CENTURY)
    return Found(first, index + 1, Moment(Precision.CENTURY, (rank - 1) * 100))


def _read_part(tokens: Tokens, index: int, precision: Precision, part: int) -> Found | None:
    """ "the first quarter of 2023", "the second half of the year", "the third quarter"."""
    low, first, last = tokens.low, index - 1, index + 1
    step = last + (low[last] == "of")
    if low[step].isdecimal() and len(low[step]) == 4 and 1000 <= int(low[step]) <= 2199:
        return Found(first, step + 1, Moment(precision, int(low[step]), part=part))
    if low[last] == "of" and low[last + 1] in ("the", "this", "last", "next") and low[last + 2] == "year":
        shift = WHICH[low[last + 1]][0] if low[last + 1] != "the" else 0
        return Found(first, last + 3, Moment(precision, part=part, shift=shift, base=Base.PUBLISHED))
    if precision is Precision.QUARTER and low[last] not in ("of", "final", "-"):
        return Found(first, last, Moment(precision, part=part))
    return None


def read_half(tokens: Tokens, index: int) -> Found | None:
    """ "the second half of 2009", "the latter half of the year"."""
    before = tokens.low[index - 1] if index else ""
    part = {"first": 1, "second": 2, "latter": 2, "former": 1}.get(before)
    return None if part is None else _read_part(tokens, index, Precision.HALF, part)


def read_short_quarter(tokens: Tokens, index: int) -> Found | None:
    """ "Q1 2023": the letter and the figure are two tokens that touch."""
    low = tokens.low
    if low[index + 1] not in ("1", "2", "3", "4") or not tokens.touches(index + 1):
        return None
    year = low[index + 2] if low[index + 2].isdecimal() and len(low[index + 2]) == 4 else None
    moment = Moment(Precision.QUARTER, int(year) if year else None, part=int(low[index + 1]))
    return Found(index, index + (3 if year else 2), moment)


def read_season(tokens: Tokens, index: int) -> Found | None:
    """ "last summer", "the spring of 1794", "winter 2007"."""
    low, season, last = tokens.low, SEASONS[tokens.low[index]], index + 1
    before = low[index - 1] if index else ""
    step = last + (low[last] == "of")
    if low[step].isdecimal() and len(low[step]) == 4 and 1000 <= int(low[step]) <= 2199:
        return Found(index, step + 1, Moment(Precision.SEASON, int(low[step]), part=season))
    if low[last] == "of" and low[last + 1] == "that" and low[last + 2] == "year":
        return Found(index, last + 3, Moment(Precision.SEASON, part=season, shift=0, base=Base.REFERENCE))
    if before == "the" and index > 1 and low[index - 2] in ("in", "during", "by", "until", "since", "through"):
        return Found(index - 1, last, Moment(Precision.SEASON, part=season))
    if before in ("last", "this", "next") and low[index - 2] != "the":
        return Found(index - 1, last, Moment(Precision.SEASON, part=season, which=WHICH[before][2]))
    return None


def read_part_of_day(tokens: Tokens, index: int) -> Found | None:
    """ "that afternoon", "this morning", "last night", "the next morning": the day they belong to."""
    low = tokens.low
    before = low[index - 1] if index else ""
    if before not in WHICH or before in ("very", "current", "coming", "past"):
        return None
    shift, base, _ = WHICH[before]
    first = index - 1
    determiner = low[first - 1] if first else ""
    if determiner in ("the", "that", "this") and before in ("next", "following", "same", "previous"):
        first, base = first - 1, Base.REFERENCE
    elif determiner == "the":
        return None
    return Found(first, index + 1, Moment(Precision.DAY, shift=shift, base=base))


def read_shift(tokens: Tokens, numeral: Numeral) -> Found | None:
    """ "two days later", "six months ago", "a decade earlier": a number of periods and the word that points."""
    low, index = tokens.low, numeral.last
    unit = low[index]
    precision = PLURAL_UNITS.get(unit) or UNITS.get(unit)
    count = numeral.value
    if unit in (FORTNIGHT, "fortnights"):
        precision, count = Precision.WEEK, count * 2
    if precision is None or count != count.to_integral_value() or not 0 < count <= LARGEST_SHIFT:
        return None
    pointer, last = low[index + 1], index + 2
    if pointer in LATER or (pointer == "after" and low[last] in STOPS):
        sign, base = 1, Base.REFERENCE
    elif pointer in EARLIER or (pointer == "before" and low[last] in STOPS):
        sign, base = -1, Base.REFERENCE
    elif pointer == "ago":
        sign, base = -1, Base.PUBLISHED
    elif pointer == "hence" or (pointer == "from" and low[last] == "now"):
        sign, base, last = 1, Base.PUBLISHED, last + (pointer == "from")
    else:
        return None
    return Found(numeral.first, last, Moment(precision, shift=sign * int(count), base=base))


def read_deadline(tokens: Tokens, numeral: Numeral) -> Found | None:
    """The periods of "within six months", "in two weeks", counted on from publication; the caller checks the word."""
    low, index = tokens.low, numeral.last
    precision = PLURAL_UNITS.get(low[index]) or UNITS.get(low[index])
    if precision is None or numeral.value != numeral.value.to_integral_value():
        return None
    if not 0 < numeral.value <= LARGEST_SHIFT:
        return None
    moment = Moment(precision, shift=int(numeral.value), base=Base.PUBLISHED)
    return Found(numeral.first, index + 1, moment)


def one(first: int, last: int) -> Numeral:
    """The count that "a" stands for in "a year later"."""
    return Numeral(first, last, Decimal(1), Form.WORDS)


def edge_of(word: str) -> Edge | None:
    """The edge that "the end of" or "the beginning of" names."""
    return Edge.END if word in ENDS else Edge.START if word in STARTS else None
