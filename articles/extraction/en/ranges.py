"""Two numbers that bound one figure: "10 to 12", "between 10 and 12", "more than 10 but fewer than 20"."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Final

from articles.extraction.currencies import skip_sign
from articles.extraction.en.changes import DIRECTIONS
from articles.extraction.en.hedges import read_hedge_before
from articles.extraction.en.number_words import ANCHORS, HUNDRED, MAGNITUDES, SHORT_MAGNITUDES
from articles.extraction.en.numerals import read_numeral
from articles.extraction.en.signs import take_million_mark
from articles.extraction.en.units import PERCENT
from articles.extraction.numerals import Form, Numeral
from articles.extraction.ranges import Range, share_magnitude
from articles.extraction.tokens import Tokens
from articles.values import Hedge

DASHES: Final = frozenset("-–—")
LINKS: Final = DASHES | {"to", "through"}
LOWER: Final = (Hedge.MORE_THAN, Hedge.AT_LEAST)
UPPER: Final = (Hedge.LESS_THAN, Hedge.AT_MOST)
COUNTERPARTS: Final = dict.fromkeys(LOWER, UPPER) | dict.fromkeys(UPPER, LOWER)
# The parts of a larger unit and how many make one.
SMALLER_UNITS: Final = {
    "foot": (12, frozenset({"in", "inch", "inches", '"', "″", "”"})),
    "pound": (16, frozenset({"oz", "ounce", "ounces"})),
    "stone": (14, frozenset({"lb", "lbs", "pound", "pounds"})),
    **dict.fromkeys(("USD", "EUR", "CAD", "AUD", "NZD"), (100, frozenset({"cent", "cents"}))),
    "GBP": (100, frozenset({"pence", "penny", "p"})),
}
# What may stand after a smaller unit that is not named: "fifteen dollars fifty.", "6ft 2 tall".
AFTER_UNNAMED: Final = frozenset({".", ",", ";", ")", "", "tall", "high", "long", "wide", "deep"})
UPPER_REACH: Final = 8
# "Cut by €20m to €280m" is a change and a level; "by 20 to 30" is a range.
FARTHEST_CHANGE: Final = 5
# "Lifted its stake from 5 to 7 percent": the two ends of a change are figures of their own.
CHANGE_REACH: Final = 7
SHIFTS: Final = frozenset(
    "went goes go going gone moved changed swung shifted improved extended upgraded took doubled tripled trebled "
    "halved quadrupled doubling tripling halving".split()
)
RANGING: Final = frozenset("range ranges ranged ranging vary varies varied varying anywhere estimates".split())
SIXTEEN: Final = Context(prec=16)


def read_range(tokens: Tokens, first: int, floor: int, numeral: Numeral, *, signed: bool) -> Range:
    """A number, with the second where it begins a range; `signed` says that a currency sign stands before it.

    "From 3 to 4" after a verb of change is no range: its ends are two figures, and the first is past.
    """
    low, last = tokens.low, numeral.last
    alone = Range(first, last, (numeral.value,))
    joint = last + 1 if _is_suspended(tokens, last) else _after_unit(tokens, last)
    before = low[first - 1] if first > floor else ""
    if not _is_link(tokens, joint, before, numeral, signed=signed):
        return alone
    other = _read_second(tokens, joint, low[first : numeral.first] if signed else [])
    if other is None or (joint > last and low[joint - 1] != "-" and not _has_unit(tokens, other.last, low[last])):
        return alone
    if (numeral.form is Form.FRACTION) is not (other.form is Form.FRACTION):
        return alone
    lower = numeral.value * (share_magnitude(tokens, numeral, other, _factor_of) if joint == last else 1)
    is_falling = lower > other.value and low[joint] == "and"  # "between 45,000 and 43,000 years ago"
    if (lower >= other.value and not is_falling) or (low[joint] == "or" and other.value > lower * 2):
        return alone
    if low[joint] == "to" and _is_change(tokens, first, floor, is_apart=other.value > lower * FARTHEST_CHANGE):
        return alone
    if (
        low[joint] == "to"
        and (joint > last or skip_sign(tokens, joint + 1) > joint + 1)
        and _direction_before(tokens, first, floor)
    ):
        return alone
    if before == "between" or (before == "from" and low[joint] != "or"):
        first -= 1
    return Range(first, other.last, (lower, other.value))


def _is_suspended(tokens: Tokens, last: int) -> bool:
    """Whether a hyphen waits for the word after the second number: "12- to 15-year-olds"."""
    low = tokens.low
    return low[last] == "-" and tokens.touches(last) and low[last + 1] in ("to", "or")


def _is_change(tokens: Tokens, first: int, floor: int, *, is_apart: bool) -> bool:
    """Whether two figures tell a change and are no range: "rose from 3 to 4", "cut by 20 to 280"."""
    low = tokens.low
    before = low[first - 1] if first > floor else ""
    if before == "from":
        near = low[max(first - CHANGE_REACH, tokens.sentence(first)[0]) : first - 1]
        return any(word in DIRECTIONS or word in SHIFTS for word in near) and RANGING.isdisjoint(near)
    return is_apart and (before == "by" or _direction_before(tokens, first, floor))


def _direction_before(tokens: Tokens, first: int, floor: int) -> bool:
    """Whether a verb of change stands right before the figure and its hedges: "fell about $4 to $1,810"."""
    start, _ = read_hedge_before(tokens, first, floor)
    start -= start < first and tokens.low[start - 1] == "by"  # "grew by about 30 to 400"
    return start > 0 and tokens.low[start - 1] in DIRECTIONS


def _after_unit(tokens: Tokens, last: int) -> int:
    """The token after the unit of the first number, where both have it: "3% to 5%", "5 km to 10 km"."""
    low = tokens.low
    step = last + 1 + (low[last] == "per" and low[last + 1] == "cent")
    return step if low[last] not in LINKS and (low[step] in LINKS or low[step] in ("and", "or")) else last


def _has_unit(tokens: Tokens, place: int, unit: str) -> bool:
    """Whether the second number has the unit of the first: "one year to two years", "3% to 5 percent"."""
    word = tokens.low[place]
    return word == unit or word == unit + "s" or (unit in PERCENT and word in PERCENT)


def _is_link(tokens: Tokens, joint: int, before: str, numeral: Numeral, *, signed: bool) -> bool:
    word = tokens.low[joint]
    if word == "and":
        return before == "between"
    if word == "or":
        return numeral.last - numeral.first <= 3 and (not signed or skip_sign(tokens, joint + 1) > joint + 1)
    return word in LINKS


def _read_second(tokens: Tokens, joint: int, sign: list[str]) -> Numeral | None:
    """The second number of a range, or None: "9 to $165", "US$5 or C$7" and "555-0100-22" are none."""
    low, second = tokens.low, joint + 1
    second += low[second] == "-" and low[joint - 1] == "-" and tokens.touches(second)  # "six-to-eight-week"
    figure = skip_sign(tokens, second)
    if figure > second and not _is_same_sign(sign, low[second:figure]):
        return None
    second = figure
    other = read_numeral(tokens, second)
    if other is None or other.form in (Form.ORDINAL, Form.VAGUE):
        return None
    if low[joint] in DASHES and low[other.last] in DASHES and tokens.touches(other.last):
        return None
    return take_million_mark(tokens, other) if sign else other


def _is_same_sign(one: list[str], two: list[str]) -> bool:
    """Whether two marks are of one currency, a bare dollar being that of the other."""
    return one == two or (one[-1:] == two[-1:] == ["$"] and 1 in (len(one), len(two)))


def _factor_of(word: str) -> int:
    return MAGNITUDES.get(word) or SHORT_MAGNITUDES.get(word) or (100 if word == HUNDRED else 0)


def read_second_bound(tokens: Tokens, last: int, hedge: Hedge, number: Decimal) -> Range | None:
    """The other bound of "more than 10 but fewer than 20", "at least 5 and at most 7"; `first` is not used."""
    if hedge not in COUNTERPARTS or tokens.low[last] not in ("and", "but"):
        return None
    for place in range(last + 2, last + UPPER_REACH):
        if not _is_number(tokens, place):
            continue
        start, other = read_hedge_before(tokens, place, last + 1)
        numeral = read_numeral(tokens, place)
        if start != last + 1 or other not in COUNTERPARTS[hedge] or numeral is None:
            return None
        low, high = (number, numeral.value) if hedge in LOWER else (numeral.value, number)
        is_low_open, is_high_open = Hedge.MORE_THAN in (hedge, other), Hedge.LESS_THAN in (hedge, other)
        return Range(last, numeral.last, (low, high), is_low_open, is_high_open) if low < high else None
    return None


def _is_number(tokens: Tokens, index: int) -> bool:
    return tokens.low[index][:1].isdecimal() or tokens.low[index] in ANCHORS


def add_smaller_unit(tokens: Tokens, last: int, unit: str | None, numbers: tuple[Decimal, ...]) -> Range:
    """ "5 feet 2 inches", "13 dollars and 45 cents": one amount in the larger unit; else the numbers as they are."""
    smaller = SMALLER_UNITS.get(unit or "")
    start = last + (tokens.low[last] == "and")
    if smaller is None or len(numbers) > 1 or not _is_number(tokens, start):
        return Range(last, last, numbers)
    numeral = read_numeral(tokens, start)
    if numeral is None or not 0 < numeral.value < smaller[0]:
        return Range(last, last, numbers)
    is_named = tokens.low[numeral.last] in smaller[1]
    if not is_named and (start > last or tokens.low[numeral.last] not in AFTER_UNNAMED):
        return Range(last, last, numbers)
    return Range(last, numeral.last + is_named, (SIXTEEN.add(numbers[0], numeral.value / smaller[0]),))
