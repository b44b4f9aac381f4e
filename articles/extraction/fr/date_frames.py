"""The words around a date: "début", "la fin de", and the preposition that says how it bounds what happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from articles.extraction.fr.calendar_words import (
    BOUNDS,
    DEICTIC_DAYS,
    EDGES,
    FESTIVALS,
    LONGEST_BOUND,
    MONTHS,
    NEIGHBOURING_DAYS,
    OWNERS,
    PARTS,
    PARTS_OF_DAY,
    SEASONS,
    UNITS,
    WEEKDAYS,
)
from articles.extraction.fr.dates import read_figure_date, read_month, read_weekday
from articles.extraction.fr.relative_dates import (
    read_deictic_day,
    read_festival,
    read_neighbouring_day,
    read_part_of_day,
    read_season,
    read_short_quarter,
    read_unit,
    read_weekend,
)
from articles.extraction.lending import lend_years
from articles.extraction.moments import DatePhrase, Edge, Found
from articles.extraction.tokens import Tokens
from articles.values import Hedge, Precision

Reader = Callable[[Tokens, int], Found | None]
READERS: Final[dict[str, Reader]] = {
    **dict.fromkeys((words[0] for words in FESTIVALS if words[0] not in ("la", "lundi")), read_festival),
    **dict.fromkeys(SEASONS, read_season),
    **dict.fromkeys(PARTS_OF_DAY, read_part_of_day),
    **dict.fromkeys(UNITS, read_unit),
    **dict.fromkeys(DEICTIC_DAYS, read_deictic_day),
    **dict.fromkeys(NEIGHBOURING_DAYS, read_neighbouring_day),
    **dict.fromkeys(WEEKDAYS, read_weekday),
    **dict.fromkeys(MONTHS, read_month),
    "t": read_short_quarter,
    "week": read_weekend,
}
LENDING: Final = frozenset(["et", "au", "à", "ou", "-", "–", "—", ",", "le", "jusqu'", "du", "l'"])
# A bound that opens a range only: "du 3 mai au 5 juin", "de juin à août".
OPENING: Final = frozenset({("du",), ("de",), ("d'",)})
CLOSING: Final = frozenset({"à", "au", "aux", "-", "–", "jusqu'", "jusque"})


def read_date(tokens: Tokens, index: int, floor: int) -> DatePhrase | None:
    """The date given away by the token at `index`, with the words around it, from the token `floor` on."""
    low = tokens.low[index]
    if low[:1].isdecimal():
        found = read_figure_date(tokens, index)
    else:
        reader = READERS.get(low)
        found = None if reader is None else reader(tokens, index)
        if found is None and low == "jour":
            found = read_festival(tokens, index)
    return None if found is None or found.first < floor else frame(tokens, found, floor)


def frame(tokens: Tokens, found: Found, floor: int) -> DatePhrase:
    """A date with the words before it that say which part of the period it is, and what it bounds."""
    low = tokens.low
    first, edge = _take_parts(tokens, found.first, floor)
    moment = found.moment if edge is None else replace(found.moment, edge=edge)
    first, hedge = _take_bound(tokens, first, floor, found)
    return DatePhrase(
        first,
        found.last,
        moment,
        hedge,
        found.split,
        is_aside=moment.precision is Precision.YEAR and low[found.last] == ")",
        is_as_of=low[first - 2 : first] in (["à", "la"], ["en", "date"]) and low[first - 1] == "date",
    )


def _take_parts(tokens: Tokens, first: int, floor: int) -> tuple[int, Edge | None]:
    """ "fin juin", "mi-2023", "début juin", "la fin de l'année": where they begin, and the edge they name."""
    low = tokens.low
    step = first
    if step - 1 > floor and low[step - 1] in ("-", "de", "du", "d'") and low[step - 2] in PARTS:
        step -= 1
    elif step - 2 > floor and low[step - 1] in OWNERS and low[step - 2] == "de" and low[step - 3] in PARTS:
        step -= 2
    if step - 1 < floor or low[step - 1] not in PARTS:
        return first, None
    edge = EDGES.get(low[step - 1])
    step -= 1
    step -= step > floor and low[step - 1] in ("la", "le")
    return step, edge


def _take_bound(tokens: Tokens, first: int, floor: int, found: Found) -> tuple[int, Hedge]:
    """The first token with the preposition, and how it bounds what happened."""
    low = tokens.low
    if first > floor and low[first - 1] in ("à", "au", "aux") and _ends_a_date(tokens, first - 2, floor):
        return first - 1, Hedge.UNTIL
    for length in range(min(LONGEST_BOUND, first - floor), 0, -1):
        bound = BOUNDS.get(tuple(low[first - length : first]))
        if bound is None:
            continue
        if tuple(low[first - length : first]) in OPENING and not (found.split or low[found.last] in CLOSING):
            return first, Hedge.EXACT
        if low[first - 1] == "après" and low[first - 2] == "d'":
            return first, Hedge.EXACT
        return first - length, bound
    return (first - (low[first - 1] in ("à", "dans")) if first > floor else first), Hedge.EXACT


def _ends_a_date(tokens: Tokens, index: int, floor: int) -> bool:
    """Whether a token ends a date that "au" leads on from: "du 3 mai au 5 juin"."""
    low = tokens.low[index]
    return (
        index >= floor - 1 and index >= 0 and (low in MONTHS or low in WEEKDAYS or (low.isdecimal() and len(low) == 4))
    )


def join_dates(tokens: Tokens, phrases: list[DatePhrase]) -> list[DatePhrase]:
    """Lend the year to a date that stands before one with a year: "du 5 juin au 3 juillet 2023"."""
    return lend_years(tokens, phrases, LENDING)
