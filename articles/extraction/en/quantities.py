"""Figures with everything that belongs to them: sign, range, unit, noun, rate, hedge."""

from __future__ import annotations

from dataclasses import replace
from decimal import Context, Decimal
from typing import Final

from articles.extraction.en.changes import DIRECTIONS, read_change, read_status
from articles.extraction.en.hedges import read_hedge_after, read_hedge_before
from articles.extraction.en.measures import Unit, read_rate, read_sign_before, read_unit_after
from articles.extraction.en.noun_words import CASUALTY_VERBS, STOPS
from articles.extraction.en.nouns import is_counted
from articles.extraction.en.number_words import ANCHORS, MAGNITUDES, PARTS, VAGUE_COUNTS
from articles.extraction.en.numerals import read_numeral
from articles.extraction.en.traps import is_name
from articles.extraction.en.units import PERCENT, SIGNS
from articles.extraction.figures import read_figure
from articles.extraction.numerals import Form, Numeral
from articles.extraction.phrases import Amount
from articles.extraction.tokens import Tokens
from articles.values import Hedge, Kind

# The parts of a larger unit and how many make one.
SMALLER_UNITS: Final = {
    "foot": (12, frozenset({"in", "inch", "inches"})),
    **dict.fromkeys(("USD", "EUR", "CAD", "AUD", "NZD"), (100, frozenset({"cent", "cents"}))),
    "GBP": (100, frozenset({"pence", "penny"})),
}
DASHES: Final = frozenset("-–—")
MILLION: Final = Decimal(10**6)
DETERMINERS: Final = frozenset({"a", "an"})
COUNTERPARTS: Final = dict.fromkeys(
    (Hedge.MORE_THAN, Hedge.AT_LEAST), (Hedge.LESS_THAN, Hedge.AT_MOST)
) | dict.fromkeys((Hedge.LESS_THAN, Hedge.AT_MOST), (Hedge.MORE_THAN, Hedge.AT_LEAST))
AFTER_OF: Final = frozenset("the its their his her our those these all a an".split())
OLDEST: Final = 120
OWNERS: Final = frozenset("the a an its his her their our my your 's ’s".split())
POINTERS: Final = frozenset("the this that no every each any which another such other only first last next".split())


def read_amount(tokens: Tokens, index: int, floor: int, timezone: str) -> Amount | None:
    """The figure that begins at a token, back to the token `floor` at most, or None where it counts nothing."""
    numeral = read_numeral(tokens, index)
    if numeral is None or _is_trap(tokens, numeral):
        return None
    if numeral.form is Form.ORDINAL:
        return _read_ordinal(tokens, numeral, floor)
    first, numeral = _take_determiner(tokens, numeral, floor)
    sign = read_sign_before(tokens, first, floor, timezone)
    if sign is not None:
        first = sign[0]
    first, numeral = _take_minus(tokens, first, floor, numeral)
    if sign is not None or _is_million_mark(tokens, numeral):
        numeral = _take_million_mark(tokens, numeral)
    numbers: tuple[Decimal, ...] = (numeral.value,)
    first, last, numbers = _take_range(tokens, first, floor, numeral, timezone, signed=sign is not None)
    unit = read_unit_after(tokens, _after_of(tokens, last, numeral), timezone, numbers[-1])
    last, after = _hedge_between(tokens, last, unit)
    if after is not None:
        unit = read_unit_after(tokens, last, timezone, numbers[-1])
    if sign is not None:
        unit = Unit(Kind.MONEY, _after_sign(tokens, last), sign[1])
    if unit is None and tokens.touches(numeral.last) and tokens.word[numeral.last][:1].isalpha():
        return None
    if unit is None and not _stands_alone(tokens, first, last, numeral, floor, hedged=after is not None):
        return None
    return _finish(tokens, first, last, floor, numeral, numbers, unit, after)


def _finish(
    tokens: Tokens,
    first: int,
    last: int,
    floor: int,
    numeral: Numeral,
    numbers: tuple[Decimal, ...],
    unit: Unit | None,
    after: Hedge | None,
) -> Amount | None:
    kind, name, noun = Kind.QUANTITY, None, None
    if unit is not None:
        kind, last, name, noun, factor = unit
        if factor != 1:
            numbers = tuple(number * factor for number in numbers)
    elif _is_age(tokens, first, last, numbers):
        kind, name = Kind.DURATION, "year"
    elif _are_casualties(tokens, first, last, floor):
        name = "person"
    if after is None:
        last, after = read_hedge_after(tokens, last)
    last, per = read_rate(tokens, last)
    first, before = read_hedge_before(tokens, first, floor)
    hedge = before or after or Hedge.EXACT
    if before is Hedge.ABOUT and after is not None:
        hedge = after
    vague = numeral.form is Form.VAGUE
    if vague and hedge in (Hedge.EXACT, Hedge.ABOUT):
        hedge = Hedge.AT_LEAST
    last, numbers = _take_smaller_unit(tokens, last, name, numbers)
    upper = _upper_bound(tokens, last, hedge, numbers)
    if upper is not None:
        last, numbers, hedge = upper
    change = (
        read_change(tokens, first, last, floor) if kind is not Kind.DURATION and tokens.low[last - 2] != "-" else None
    )
    status = read_status(tokens, first, last)
    return Amount(first, last, kind, numbers, hedge, name, noun, per, change, status, vague)


def _upper_bound(
    tokens: Tokens, last: int, hedge: Hedge, numbers: tuple[Decimal, ...]
) -> tuple[int, tuple[Decimal, ...], Hedge] | None:
    """The second bound of "more than 10 but fewer than 20", "at least 5 and at most 7"."""
    if hedge not in COUNTERPARTS or tokens.low[last] not in ("and", "but"):
        return None
    for place in range(last + 2, last + 8):
        if tokens.low[place][:1].isdecimal() or tokens.low[place] in ANCHORS:
            start, other = read_hedge_before(tokens, place, last + 1)
            numeral = read_numeral(tokens, place)
            if start != last + 1 or other not in COUNTERPARTS[hedge] or numeral is None:
                return None
            low, high = sorted((numbers[0], numeral.value))
            if low == high or (numbers[0] < numeral.value) is (hedge in (Hedge.LESS_THAN, Hedge.AT_MOST)):
                return None
            return numeral.last, (low, high), hedge
    return None


def _take_smaller_unit(
    tokens: Tokens, last: int, name: str | None, numbers: tuple[Decimal, ...]
) -> tuple[int, tuple[Decimal, ...]]:
    """ "5 feet 2 inches", "13 dollars and 45 cents": one amount in the larger unit."""
    smaller = SMALLER_UNITS.get(name or "")
    if smaller is None or len(numbers) > 1:
        return last, numbers
    start = last + (tokens.low[last] == "and")
    numeral = read_numeral(tokens, start) if tokens.low[start][:1].isdecimal() or tokens.low[start] in ANCHORS else None
    if numeral is None or tokens.low[numeral.last] not in smaller[1]:
        return last, numbers
    return numeral.last + 1, (Context(prec=16).add(numbers[0], numeral.value / smaller[0]),)


def _after_of(tokens: Tokens, last: int, numeral: Numeral) -> int:
    """The token after the "of" of "dozens of soldiers", "two thirds of members"."""
    if numeral.form in (Form.VAGUE, Form.FRACTION) and tokens.low[last] == "of":
        if tokens.low[last + 1] in AFTER_OF:
            return last + 2
        return last + 1
    if numeral.form is Form.FRACTION and tokens.low[last] in DETERMINERS:
        return last + 1
    return last


def _is_trap(tokens: Tokens, numeral: Numeral) -> bool:
    low, word = tokens.low, tokens.word
    if numeral.form is Form.FIGURE or word[numeral.first][0].isdecimal():
        return is_name(tokens, numeral.first, numeral.last) or _is_long_run(tokens, numeral)
    if low[numeral.first] == "one" and numeral.last == numeral.first + 1:
        before = low[numeral.first - 1] if numeral.first else ""
        if before in ("minus", "negative"):
            return False
        return before in POINTERS or not _is_counting_one(tokens, numeral.last)
    return False


def _is_counting_one(tokens: Tokens, index: int) -> bool:
    low = tokens.low
    if low[index] == "-":
        return low[index + 1] not in ("sided", "off", "way", "time", "on", "party", "another")
    return low[index] in ("percent", "per", "in", "out", "over") or (
        low[index].isalpha() and low[index] not in STOPS and not low[index].endswith("ly")
    )


def _is_long_run(tokens: Tokens, numeral: Numeral) -> bool:
    """Versions and addresses of four parts: "1.2.3", "192.168.0.1"."""
    low, last = tokens.low, numeral.last
    if low[last] == "." and tokens.touches(last) and tokens.touches(last + 1) and low[last + 1][:1].isdecimal():
        return True
    first = numeral.first
    return (
        first > 1
        and low[first - 1] == "."
        and tokens.touches(first)
        and low[first - 2][-1:].isdecimal()
        and (tokens.touches(first - 1))
    )


def _read_ordinal(tokens: Tokens, numeral: Numeral, floor: int) -> Amount | None:
    low, first, last = tokens.low, numeral.first, numeral.last
    before = low[first - 1] if first else ""
    if low[last] in ("quarter", "half", "century", "centuries") or before in ("at", "-") or first < floor:
        return None
    if low[last] == "-" and low[last + 1] in ("century", "quarter"):
        return None
    if last - first == 1 and numeral.value <= 3 and not (before in OWNERS and _is_noun(tokens, last)):
        return None
    return Amount(first, last, Kind.ORDINAL, (numeral.value,))


def _is_noun(tokens: Tokens, index: int) -> bool:
    return tokens.low[index].isalpha() and tokens.low[index] not in STOPS


def _take_determiner(tokens: Tokens, numeral: Numeral, floor: int) -> tuple[int, Numeral]:
    """ "a hundred", "several thousand", "a few hundred", "a couple of hundred"."""
    low, first = tokens.low, numeral.first
    step = first - 1
    if numeral.form is Form.FRACTION and step >= floor and low[step] in DETERMINERS and low[first] in PARTS:
        return step, numeral
    if numeral.form is not Form.WORDS or (low[first] not in MAGNITUDES and low[first] not in ("hundred", "dozen")):
        return (step if step >= floor and low[step] == "a" and low[first] in PARTS else first), numeral
    if step > floor and low[step] == "of" and low[step - 1] == "couple":
        step -= 1
    if step >= floor and low[step] in VAGUE_COUNTS and (count := VAGUE_COUNTS[low[step]]) is not None:
        first = step - 1 if step > floor and low[step - 1] in DETERMINERS else step
        return first, replace(numeral, value=numeral.value * count, form=Form.VAGUE)
    if step >= floor and low[step] in DETERMINERS:
        return step, numeral
    return first, numeral


def _take_minus(tokens: Tokens, first: int, floor: int, numeral: Numeral) -> tuple[int, Numeral]:
    low = tokens.low
    if first > 1 and low[first - 1] in ("minus", "-") and low[first - 2] == "or":
        return first, numeral
    if first <= floor or low[first - 1] not in ("minus", "negative", "-", "−", "–"):
        return first, numeral
    if low[first - 1] in "-–" and (tokens.touches(first - 1) or not tokens.touches(first)):
        if not (low[first - 1] == "-" and first - 1 == 0):
            return first, numeral
    return first - 1, replace(numeral, value=-numeral.value)


def _is_million_mark(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the "m" against a figure means millions: "30m people"."""
    last = numeral.last
    return tokens.low[last] == "m" and tokens.touches(last) and is_counted(tokens, last + 1)


def _take_million_mark(tokens: Tokens, numeral: Numeral) -> Numeral:
    last = numeral.last
    if tokens.low[last] == "m" and tokens.touches(last):
        return replace(numeral, value=numeral.value * MILLION, last=last + 1)
    return numeral


def _take_range(
    tokens: Tokens, first: int, floor: int, numeral: Numeral, timezone: str, *, signed: bool
) -> tuple[int, int, tuple[Decimal, ...]]:
    """ "10 to 12", "10-12", "between 10 and 12", "$10m-$12m", "two to three million", "5% to 6%"."""
    low, last = tokens.low, numeral.last
    alone = first, last, (numeral.value,)
    joint = last
    if low[joint] in ("%", "percent") or (low[joint] == "per" and low[joint + 1] == "cent"):
        joint += 1 + (low[joint] == "per")
    between = first > floor and low[first - 1] == "between"
    if low[joint] == "and" and between:
        pass
    elif low[joint] in ("to", "through", "or") or (low[joint] in DASHES):
        if low[joint] == "or" and (numeral.last - numeral.first > 1 or signed):
            return alone
    else:
        return alone
    second = joint + 1
    if low[second] in SIGNS:
        if not signed:
            return alone
        second += 1
    other = read_numeral(tokens, second)
    if other is None or other.form in (Form.ORDINAL, Form.VAGUE):
        return alone
    if signed:
        other = _take_million_mark(tokens, other)
    lower = numeral.value
    if joint == last:
        lower *= _shared_magnitude(tokens, numeral, other)
    if lower >= other.value or (low[joint] == "or" and other.value > lower * 2):
        return alone
    if joint > last and low[other.last] not in PERCENT and low[other.last] != "per":
        return alone
    if low[joint] in DASHES and low[other.last] in DASHES and tokens.touches(other.last):
        return alone
    if low[joint] == "to" and first > 1 and low[first - 1] == "from" and low[first - 2] in DIRECTIONS:
        return alone
    if between or (first > floor and low[first - 1] == "from" and low[joint] != "or"):
        first -= 1
    return first, other.last, (lower, other.value)


def _shared_magnitude(tokens: Tokens, one: Numeral, two: Numeral) -> int:
    """The million of "two to three million", which counts for both."""
    if one.last - one.first > 1:
        return 1
    magnitude = MAGNITUDES.get(tokens.low[two.last - 1], 100 if tokens.low[two.last - 1] == "hundred" else 0)
    if not magnitude or two.last - two.first < 2:
        return 1
    return magnitude if one.value < two.value / magnitude else 1


def _hedge_between(tokens: Tokens, last: int, unit: Unit | None) -> tuple[int, Hedge | None]:
    """The hedge between a figure and its noun: "12 or more people", "50+ aircraft"."""
    if tokens.low[last] in ("or", "+", "odd", "and", "plus") or (unit is None and tokens.low[last] == "at"):
        end, hedge = read_hedge_after(tokens, last)
        return (end, hedge) if hedge is not None else (last, None)
    return last, None


def _after_sign(tokens: Tokens, last: int) -> int:
    """The end of an amount whose sign stands before it; "US" or "dollars" may follow: "$5 US", "$10 dollars"."""
    return last + 1 if tokens.low[last] in ("dollars",) else last


def _is_age(tokens: Tokens, first: int, last: int, numbers: tuple[Decimal, ...]) -> bool:
    """Whether a figure between commas after a name is somebody's age: "Maria Lopez, 34, said"."""
    if first < 2 or tokens.low[first - 1] != "," or not tokens.word[first - 2][:1].isupper():
        return False
    return len(numbers) == 1 and 0 < numbers[0] <= OLDEST and tokens.low[last] in (",", ".", ")", "")


def _are_casualties(tokens: Tokens, first: int, last: int, floor: int) -> bool:
    """Whether a verb such as "killed" says that people are counted: "killing at least 50", "dozens were injured"."""
    low = tokens.low
    if any(word in CASUALTY_VERBS for word in low[max(first - 4, floor) : first]):
        return True
    step = last + (low[last] in ("others", "more"))
    while low[step] in ("were", "was", "are", "have", "had", "has", "been", "being", "also"):
        step += 1
    return low[step] in CASUALTY_VERBS or low[step] in ("died", "dead", "missing", "hurt")


def _stands_alone(tokens: Tokens, first: int, last: int, numeral: Numeral, floor: int, *, hedged: bool) -> bool:
    """Whether a figure without a unit is a count at all, and no name: "Boeing 737", "Resolution 2164"."""
    del last
    if hedged or numeral.form is not Form.FIGURE:
        return numeral.value != 1 or numeral.form is Form.FRACTION or hedged or numeral.last - numeral.first > 1
    before = tokens.word[first - 1] if first > floor else ""
    if not before[:1].isupper() or read_hedge_before(tokens, first, floor)[1] is not None:
        return True
    started = tokens.sentence(first)[0] == first - 1
    return started or read_figure(tokens.word[numeral.first]) is None or "," in tokens.word[numeral.first]
