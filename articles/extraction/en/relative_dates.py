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
    STARTS,
    UNITS,
    WEEKDAYS,
    WHICH,
)
from articles.extraction.en.part_words import read_part_after
from articles.extraction.moments import Base, Edge, Found, Moment
from articles.extraction.numerals import Form, Numeral
from articles.extraction.tokens import Tokens
from articles.values import Precision

# A decade or century ago is a year, so many back.
YEARS_IN: Final = {Precision.DECADE: 10, Precision.CENTURY: 100}
LARGEST_SHIFT: Final = 10_000
STOPS: Final = frozenset(["", ".", ",", ";", ":", ")", "!", "?", "—", "–", "and", "but", "when"])
LATER: Final = frozenset({"later", "afterwards", "afterward", "thereafter"})
EARLIER: Final = frozenset({"earlier", "previously", "beforehand"})
DETERMINERS: Final = frozenset({"the", "that", "this", "a"})
TAKES_DETERMINER: Final = frozenset(
    "same very latest current coming upcoming past next following previous preceding prior subsequent".split()
)
OWNERS: Final = frozenset("the a its his her their every".split())
FORTNIGHT: Final = "fortnight"
TODAY: Final = Moment(Precision.DAY, shift=0, base=Base.PUBLISHED)
OVERNIGHT_THINGS: Final = frozenset("a an the his her its their almost virtually stay stayed staying become".split())
LINKS: Final = frozenset("in on and after as by at from near with when while to into that but killing leaving".split())
VERBS_BESIDE: Final = frozenset("had was were has have that".split())
# Between a word such as "from" or "than" and "a year earlier" stands what is compared.
COMPARING: Final = frozenset("; from than against versus vs compared with over up down below above of to".split())
COMPARED_WITHIN: Final = 12


def read_deictic_day(tokens: Tokens, index: int) -> Found | None:
    """ "yesterday", "tomorrow night", "the day before yesterday"."""
    low, shift, first, last = tokens.low, DEICTIC_DAYS[tokens.low[index]], index, index + 1
    if index > 2 and low[index - 2] == "day" and low[index - 1] in ("before", "after"):
        shift += -1 if low[index - 1] == "before" else 1
        first = index - 2
    if low[last] in PARTS_OF_DAY:
        last += 1
    # "USA Today", "the Today show".
    if tokens.word[index][0].isupper() and (low[index - 1] in ("usa", "the") or low[last] in ("show", "programme")):
        return None
    return Found(first, last, Moment(Precision.DAY, shift=shift, base=Base.PUBLISHED))


def read_overnight(tokens: Tokens, index: int) -> Found | None:
    """ "Overnight": from the day before into the day, or into the next; not "an overnight stay"."""
    low = tokens.low
    if low[index - 1] in OVERNIGHT_THINGS or (tokens.word[index + 1][:1].isalpha() and low[index + 1] not in LINKS):
        return None
    return Found(index, index + 1, Moment(Precision.DAY, shift=-1, base=Base.PUBLISHED, until=TODAY))


def read_which(tokens: Tokens, index: int, precision: Precision) -> Found | None:
    """ "last week", "this month", "the next day", "that year", "the same month"."""
    low, word = tokens.low, tokens.low[index - 1]
    determiner = low[index - 2]
    if word not in WHICH or (low[index + 1] == "of" and word in ("last", "next") and _is_counted_of(tokens, index)):
        return None
    base = _base_of(word, determiner, precision)
    if base is None or (word == "this" and low[index] == "day" and determiner == "to"):
        return None
    takes_determiner = word in TAKES_DETERMINER and determiner in DETERMINERS
    shift = WHICH[word][0]
    if precision is Precision.YEAR and (part := read_part_after(tokens, index + 1)) is not None:
        moment = Moment(part.precision, part=part.number, shift=shift, base=base)
        return Found(index - 1 - takes_determiner, part.last, moment)
    last = index + 1 + (precision is Precision.DAY and low[index + 1] in PARTS_OF_DAY)
    weekday = last + (low[last] == "on")
    if precision is Precision.WEEK and tokens.word[weekday][:1].isupper() and low[weekday] in WEEKDAYS:
        # "Next week on Tuesday" is that Tuesday.
        day = Moment(Precision.DAY, weekday=WEEKDAYS[low[weekday]], shift=shift)
        return Found(index - 1 - takes_determiner, weekday + 1, day) if base is Base.PUBLISHED else None
    return Found(index - 1 - takes_determiner, last, Moment(precision, shift=shift, base=base))


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
    if word in ("next", "following", "previous", "preceding", "prior", "subsequent"):
        if determiner in ("the", "a"):
            return Base.REFERENCE
        return base if word in ("next", "previous") else None
    if word == "latest":
        return base if precision in (Precision.QUARTER, Precision.MONTH, Precision.WEEK) else None
    if word == "very" and determiner not in DETERMINERS:
        return None
    if word == "this":
        return Base.REFERENCE if precision is Precision.DAY else base
    return Base.PUBLISHED if determiner == "this" else base


def read_day_beside(tokens: Tokens, index: int) -> Found | None:
    """ "the day before", "the day after", "the day following": from the day named last."""
    low = tokens.low
    if low[index - 2] in ("in", "that") and low[index - 3] in ("earlier", "later") and low[index + 1] != "of":
        return Found(index - 1, index + 1, Moment(Precision.DAY, shift=0, base=Base.REFERENCE))
    if low[index + 1] in ("before", "after", "following") and low[index + 2] in STOPS | VERBS_BESIDE:
        shift = -1 if low[index + 1] == "before" else 1
        first = index - (low[index - 1] == "the")
        return Found(first, index + 2, Moment(Precision.DAY, shift=shift, base=Base.REFERENCE))
    return None


def read_part_of_current(tokens: Tokens, index: int, precision: Precision) -> Found | None:
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


def read_part_of_day(tokens: Tokens, index: int) -> Found | None:
    """ "that afternoon", "this morning", "last night", "the next morning": the day they belong to."""
    low = tokens.low
    before = low[index - 1] if index else ""
    if before == "the":
        return read_day_beside(tokens, index)
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
    if precision in YEARS_IN:
        precision, count = Precision.YEAR, count * YEARS_IN[precision]
    pointer, last = low[index + 1], index + 2
    if pointer in ("later", "earlier") and low[last] == "than":
        # "A week later than planned" compares.
        return None
    if pointer in ("before", "after") and low[last] == "that" and low[last + 1] in STOPS:
        sign, base, last = 1 if pointer == "after" else -1, Base.REFERENCE, last + 1
    elif pointer in LATER or (pointer == "after" and low[last] in STOPS):
        sign, base = 1, Base.REFERENCE
    elif pointer in EARLIER or (pointer == "before" and low[last] in STOPS):
        sign, base = -1, Base.REFERENCE
    elif pointer == "ago":
        sign, base = -1, Base.PUBLISHED
    elif pointer == "hence" or (pointer == "from" and low[last] == "now"):
        sign, base, last = 1, Base.PUBLISHED, last + (pointer == "from")
    else:
        return None
    is_alike = precision is Precision.YEAR and sign < 0 and _is_compared(tokens, numeral.first)
    moment = Moment(
        precision, shift=sign * int(count), base=base, is_alike=is_alike, is_measured=base is Base.REFERENCE
    )
    return Found(numeral.first, last, moment)


def _is_compared(tokens: Tokens, first: int) -> bool:
    """Whether figures are compared with those of the time: "to $6 million from $5 million a year earlier"."""
    start = max(tokens.sentence(first)[0], first - COMPARED_WITHIN)
    words = tokens.low[start:first]
    return not COMPARING.isdisjoint(words) and any(word[:1].isdecimal() for word in words)


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
