"""The words around a date: "the end of", "early", and the preposition that says how it bounds what happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from articles.extraction.en.calendar_words import (
    BEGINNINGS,
    BOUNDS,
    DEICTIC_DAYS,
    FESTIVALS,
    MONTHS,
    PARTS,
    PARTS_OF_DAY,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from articles.extraction.en.dates import read_figure_date, read_month
from articles.extraction.en.number_words import ORDINALS
from articles.extraction.en.relative_dates import (
    FORTNIGHT,
    edge_of,
    one,
    read_deictic_day,
    read_half,
    read_part_of_day,
    read_season,
    read_shift,
    read_short_quarter,
    read_unit,
)
from articles.extraction.en.weekdays import read_festival, read_weekday
from articles.extraction.moments import Base, DatePhrase, Edge, Found
from articles.extraction.tokens import Tokens
from articles.values import Hedge, Precision


def read_nothing(tokens: Tokens, index: int) -> Found | None:  # noqa: ARG001
    """A word that names a period only after "a": "a fortnight later"."""
    return None


Reader = Callable[[Tokens, int], Found | None]
READERS: Final[dict[str, Reader]] = {
    **dict.fromkeys(SEASONS, read_season),
    **dict.fromkeys(PARTS_OF_DAY, read_part_of_day),
    **dict.fromkeys(UNITS, read_unit),
    **dict.fromkeys(DEICTIC_DAYS, read_deictic_day),
    **dict.fromkeys(WEEKDAYS, read_weekday),
    **dict.fromkeys(MONTHS, read_month),
    **dict.fromkeys((words[0] for words in FESTIVALS), read_festival),
    "half": read_half,
    FORTNIGHT: read_nothing,
    "q": read_short_quarter,
}
ARTICLES: Final = frozenset({"a", "an"})
PIECES: Final = frozenset("part half days weeks months hours years stages".split())
RANGE_JOINERS: Final = frozenset({"to", "until", "till", "through", "-", "–", "—"})
NOT_IN_SPAN: Final = frozenset({"of", "for", "at", "over", "throughout", "dated"})


def read_date(tokens: Tokens, index: int, floor: int) -> DatePhrase | None:
    """The date given away by the token at `index`, with the words around it, from the token `floor` on."""
    low = tokens.low[index]
    found = None
    if low[0].isdecimal():
        found = read_figure_date(tokens, index)
    elif (reader := READERS.get(low)) is not None:
        if index and tokens.low[index - 1] in ARTICLES and (low in UNITS or low == FORTNIGHT):
            found = _read_one_later(tokens, index)
        else:
            found = reader(tokens, index)
    if found is None or found.first < floor:
        return None
    return frame(tokens, found, floor)


def _read_one_later(tokens: Tokens, index: int) -> Found | None:
    return read_shift(tokens, one(index - 1, index))


def frame(tokens: Tokens, found: Found, floor: int) -> DatePhrase:
    """A date with the words before it that say which part of the period it is, and what it bounds."""
    first, edge = _take_parts(tokens, found.first, floor)
    moment = found.moment if edge is None else replace(found.moment, edge=edge)
    first, hedge, whole = _take_preposition(tokens, first, floor)
    if hedge is Hedge.EXACT and tokens.low[first] == "from" and _goes_on(tokens, found.last):
        hedge = Hedge.SINCE
    if whole and moment.precision is not Precision.DAY:
        moment = replace(moment, edge=Edge.END)
    aside = moment.precision is Precision.YEAR and tokens.low[found.last] == ")"
    is_pair = found.split > 0 and tokens.low[found.split - 1] in ("and", "or")
    as_of = tokens.low[first : first + 2] == ["as", "of"]
    return DatePhrase(first, found.last, moment, hedge, found.split, aside, is_pair, is_as_of=as_of)


def _take_parts(tokens: Tokens, first: int, floor: int) -> tuple[int, Edge | None]:
    low, edge = tokens.low, None
    for _ in range(4):
        if first - 1 < floor:
            break
        word = low[first - 1]
        before = low[first - 2] if first - 2 >= floor else ""
        if word == "the":
            first -= 1
        elif word in ("-", "–") and before in ("mid", "early", "late"):
            first -= 2
        elif word in ("early", "late", "mid", "earlier", "later"):
            first -= 1
        elif word == "in" and before in ("early", "late", "earlier", "later"):
            first -= 2
        elif word == "of" and before in PARTS:
            edge = edge_of(before)
            first -= 2
        elif word == "of" and before in PIECES and first - 3 >= floor:
            if low[first - 3] not in PARTS and low[first - 3] not in ORDINALS and low[first - 3] != "last":
                break
            first -= 3
        elif word == "of" and (before in PARTS_OF_DAY or before in UNITS):
            first -= 2
            first -= first > floor and (low[first - 1] in ORDINALS or low[first - 1] in ("last", "final", "opening"))
        else:
            break
    return first, edge


def _take_preposition(tokens: Tokens, first: int, floor: int) -> tuple[int, Hedge, bool]:
    """The first token with the preposition, its bound, and whether it reaches to the end of the period."""
    low = tokens.low
    if first - 1 < floor:
        return first, Hedge.EXACT, False
    if low[first - 1] == "least" and first - 3 >= floor and low[first - 2] == "at":
        first -= 2
    word = low[first - 1]
    before = low[first - 2] if first - 2 >= floor else ""
    hedge = Hedge.EXACT
    if word in ("around", "about", "circa", "approximately", "roughly"):
        hedge, first = Hedge.ABOUT, first - 1
        word, before = before, (low[first - 2] if first - 2 >= floor else "")
    if word in BEGINNINGS:
        return first - 1, Hedge.SINCE, False
    if before in BEGINNINGS and word in ("in", "on", "from", "with"):
        return first - 2, Hedge.SINCE, False
    if word == "than" and before == "later" and low[first - 3] in ("no", "not"):
        return max(first - 3, floor), Hedge.BY, False
    if word == "to":
        if before == "prior":
            return first - 2, Hedge.BEFORE, False
        if before == "up":
            return first - 2, Hedge.UNTIL, False
        return (first - 1, Hedge.UNTIL, False) if _ends_a_date(tokens, first - 2) else (first, hedge, False)
    if word == "of" and before in ("as", "ahead"):
        return first - 2, Hedge.BEFORE if before == "ahead" else hedge, False
    if word in NOT_IN_SPAN or word not in BOUNDS:
        return first, hedge, False
    bound = BOUNDS[word]
    return first - 1, bound if bound is not Hedge.EXACT else hedge, word in ("through", "thru")


def _ends_a_date(tokens: Tokens, index: int) -> bool:
    low = tokens.low
    return (
        (index >= 0
        and (low[index] in MONTHS or low[index] in WEEKDAYS or low[index].isdecimal()))
        or low[index] == "year"
    )


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether "to", "until" or a dash and another date follow."""
    low = tokens.low
    if low[index] == ",":
        index += 1
    if low[index] not in RANGE_JOINERS:
        return False
    following = low[index + 1] if low[index + 1] not in ("the", "early", "late", "mid") else low[index + 2]
    return following[:1].isdecimal() or following in READERS or following in PARTS


def join_dates(tokens: Tokens, phrases: list[DatePhrase]) -> list[DatePhrase]:
    """Lend the year to a date that stands before one with a year: "between June 5 and July 3, 2023"."""
    for place in range(len(phrases) - 2, -1, -1):
        one_, two = phrases[place], phrases[place + 1]
        left, right = one_.moment, two.moment
        if left.month is None or left.year is not None or right.year is None or left.base is not Base.NAMED:
            continue
        if two.first - one_.last > 3 or right.month is None or left.which is not None:
            continue
        if any(word not in _LENDING for word in tokens.low[one_.last : two.first]):
            continue
        year = right.year if (left.month, left.day or 0) <= (right.month, right.day or 31) else right.year - 1
        phrases[place] = replace(one_, moment=replace(left, year=year))
    return phrases


_LENDING: Final = frozenset(["and", "to", "or", "-", "–", "—", ",", "through", "until", "/", "the"])
