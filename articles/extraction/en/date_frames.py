"""The words around a date: "the end of", "early", and the preposition that says how it bounds what happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from articles.extraction.en.calendar_words import (
    BOUNDS,
    DEICTIC_DAYS,
    LONGEST_BOUND,
    MONTHS,
    PARTS,
    PARTS_OF_DAY,
    SEASONS,
    UNITS,
    WEEKDAYS,
    WHOLE,
)
from articles.extraction.en.dates import read_figure_date, read_month
from articles.extraction.en.festivals import FESTIVALS, find_festival, read_festival
from articles.extraction.en.number_words import ORDINALS
from articles.extraction.en.part_words import SHORT_PARTS
from articles.extraction.en.periods import BEFORE_AN_END, read_unit
from articles.extraction.en.relative_dates import edge_of, read_deictic_day, read_overnight, read_part_of_day
from articles.extraction.en.spoken_years import DECADES, read_spoken_decade
from articles.extraction.en.weekdays import read_weekday
from articles.extraction.en.year_parts import read_half, read_season, read_short_part
from articles.extraction.lending import lend_years
from articles.extraction.moments import DatePhrase, Edge, Found
from articles.extraction.tokens import Tokens
from articles.extraction.year_figures import is_year
from articles.values import Hedge, Precision

Reader = Callable[[Tokens, int], Found | None]
_READERS: Final[dict[str, Reader]] = {
    **dict.fromkeys(SEASONS, read_season),
    **dict.fromkeys(PARTS_OF_DAY, read_part_of_day),
    **dict.fromkeys(UNITS, read_unit),
    **dict.fromkeys(DEICTIC_DAYS, read_deictic_day),
    **dict.fromkeys(WEEKDAYS, read_weekday),
    **dict.fromkeys(MONTHS, read_month),
    **dict.fromkeys(DECADES, read_spoken_decade),
    "half": read_half,
    **dict.fromkeys(SHORT_PARTS, read_short_part),
    "overnight": read_overnight,
}


def _festival_or(reader: Reader | None) -> Reader:
    """Read a festival where the token gives one away ("Good Friday"), else what the token is on other days."""

    def read(tokens: Tokens, index: int) -> Found | None:
        if find_festival(tokens, index) is not None or reader is None:
            return read_festival(tokens, index)
        return reader(tokens, index)

    return read


READERS: Final = _READERS | {word: _festival_or(_READERS.get(word)) for word in FESTIVALS}
PIECES: Final = frozenset("part half days weeks months hours years stages".split())
# "By end-May", "at end March", as British papers write.
EDGES: Final = {"end": Edge.END, "start": Edge.START}
ONWARDS: Final = frozenset({"on", "onward", "onwards", "forward"})
RANGE_JOINERS: Final = frozenset({"to", "until", "till", "through", "-", "–", "—"})
NEAR_PARTS: Final = frozenset({"early", "late", "mid", "earlier", "later"})
SPANS: Final = frozenset("year years months weeks days hours quarter quarters".split())
RANKS: Final = frozenset({"last", "final", "opening", "closing"})


def read_date(tokens: Tokens, index: int, floor: int) -> DatePhrase | None:
    """The date given away by the token at `index`, with the words around it, from the token `floor` on."""
    low = tokens.low[index]
    found = None
    if low[0].isdecimal():
        found = read_figure_date(tokens, index)
    elif (reader := READERS.get(low)) is not None:
        found = reader(tokens, index)
    if found is None or found.first < floor:
        return None
    return frame(tokens, found, floor)


def frame(tokens: Tokens, found: Found, floor: int) -> DatePhrase:
    """A date with the words before it that say which part of the period it is, and what it bounds."""
    low = tokens.low
    first, edge = _take_parts(tokens, found.first, floor)
    moment = found.moment if edge is None else replace(found.moment, edge=edge)
    first, hedge = _take_bound(tokens, first, floor)
    if hedge is Hedge.EXACT and low[first] == "from" and (low[found.last] in ONWARDS or _goes_on(tokens, found.last)):
        hedge = Hedge.SINCE
    if low[first] in WHOLE and first < found.first and moment.precision not in (Precision.DAY, Precision.SEASON):
        moment = replace(moment, edge=Edge.END)
    return DatePhrase(
        first,
        found.last,
        moment,
        hedge,
        found.split,
        is_aside=_is_aside(tokens, first, found, hedge),
        is_pair=found.split > 0 and low[found.split - 1] in ("and", "or"),
        is_as_of=low[first : first + 2] == ["as", "of"],
    )


def _is_aside(tokens: Tokens, first: int, found: Found, hedge: Hedge) -> bool:
    """Whether a date moves no story on: a year in brackets, what figures are compared with, a quarter's last day."""
    low, precision = tokens.low, found.moment.precision
    if precision is Precision.YEAR and low[found.last] == ")":
        return True
    if hedge is Hedge.EXACT and (low[first] == "from" or low[first - 1] in ("than", "of", "against")):
        return precision is not Precision.DAY
    return low[first - 1] in ("ended", "ending") and low[first - 2] in _PERIODS


def _take_parts(tokens: Tokens, first: int, floor: int) -> tuple[int, Edge | None]:
    """ "early", "the end of", "later in", "the last week of": where they begin, and the edge they name."""
    edge = None
    while first > floor:
        length, named = _part_before(tokens, first)
        if length == 1 and _is_article_of_noun(tokens, first):
            break
        if not length or first - length < floor:
            break
        first, edge = first - length, named or edge
    return first, edge


def _is_article_of_noun(tokens: Tokens, first: int) -> bool:
    """Whether "the" before a year is that of a noun after it: "the 2012 uprising", but not "since the 2012 coup"."""
    low = tokens.low
    if low[first - 1] != "the" or not is_year(tokens, first) or low[first + 1] in ("s", "'s", "’s"):
        return False
    return BOUNDS.get((low[first - 2],), Hedge.EXACT) is Hedge.EXACT


def _part_before(tokens: Tokens, first: int) -> tuple[int, Edge | None]:
    """How many tokens before a date belong to it, and the edge they name."""
    low = tokens.low
    word, before = low[first - 1], low[first - 2]
    if word == "the" or word in NEAR_PARTS:
        return 1, None
    if word in ("-", "–") and before in EDGES:
        return 2, EDGES[before]
    if word == "end" and before in BEFORE_AN_END:
        return 1, Edge.END
    if (word in ("-", "–") and before in ("mid", "early", "late")) or (word == "in" and before in NEAR_PARTS):
        return 2, None
    if word != "of":
        return 0, None
    if before in PARTS:
        return 2, edge_of(before)
    is_ranked = low[first - 3] in PARTS or low[first - 3] in ORDINALS or low[first - 3] in RANKS
    if before in PIECES:
        return (3 if is_ranked else 0), None
    return (2 + is_ranked if before in PARTS_OF_DAY or before in UNITS else 0), None


def _take_bound(tokens: Tokens, first: int, floor: int) -> tuple[int, Hedge]:
    """The first token with the preposition, and how it bounds what happened: "by about 1990" is by 1990."""
    low, hedge = tokens.low, Hedge.EXACT
    for _ in range(2):
        if low[first - 1] == "least" and low[first - 2] == "at" and first - 2 > floor:
            first -= 2
        if low[first - 1] == "to" and first > floor and _ends_a_date(tokens, first - 2 - (low[first - 2] == ",")):
            return first - 1, Hedge.UNTIL
        if low[first - 3] == "-" and low[first - 2 : first] == ["up", "to"]:
            # "In the run-up to Christmas" bounds nothing.
            break
        length = next((n for n in range(LONGEST_BOUND, 0, -1) if tuple(low[first - n : first]) in BOUNDS), 0)
        if not length or first - length < floor:
            break
        bound = BOUNDS[tuple(low[first - length : first])]
        first, hedge = first - length, hedge if bound is Hedge.EXACT else bound
        if bound is not Hedge.ABOUT:
            break
    return first, hedge


def _ends_a_date(tokens: Tokens, index: int) -> bool:
    """Whether a token ends a date or a length of time that "to" leads on from: "the 12 months to June"."""
    index -= tokens.low[index] in PARTS_OF_DAY
    low = tokens.low[index]
    return index >= 0 and (low in MONTHS or low in WEEKDAYS or low.isdecimal() or low in SPANS)


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
    return lend_years(tokens, phrases, _LENDING)


_PERIODS: Final = frozenset("quarter quarters month months week weeks year years half period".split())
_LENDING: Final = frozenset(["and", "to", "or", "-", "–", "—", ",", "through", "until", "/", "the"])
