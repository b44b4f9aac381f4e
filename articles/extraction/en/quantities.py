"""Figures with everything that belongs to them: sign, range, unit, noun, rate, hedge."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from articles.extraction.currencies import read_sign_before
from articles.extraction.en.changes import SHARES, read_change
from articles.extraction.en.hedges import is_span_over, read_hedge_after, read_hedge_before
from articles.extraction.en.implied import read_implied, tells_fate
from articles.extraction.en.multiples import read_multiple
from articles.extraction.en.noun_words import CASUALTY_VERBS, STOPS
from articles.extraction.en.nouns import read_measured, read_noun_phrase
from articles.extraction.en.number_words import ANCHORS
from articles.extraction.en.numerals import read_numeral
from articles.extraction.en.pairs import RATIO, read_pair
from articles.extraction.en.ranges import add_smaller_unit, read_range, read_second_bound
from articles.extraction.en.rates import read_price_rate, read_rate
from articles.extraction.en.retractions import read_status
from articles.extraction.en.signs import DETERMINERS, has_million_mark, take_determiner, take_million_mark, take_minus
from articles.extraction.en.traps import is_named_rank, is_trap
from articles.extraction.en.unit_phrases import read_unit_after
from articles.extraction.en.unit_symbols import LENGTHS
from articles.extraction.en.units import MEASURES, TEMPERATURES, TIMES
from articles.extraction.hedge_phrases import strongest
from articles.extraction.numerals import LARGEST, Form, Numeral
from articles.extraction.phrases import Amount, Unit
from articles.extraction.tokens import Tokens
from articles.extraction.twins import TwinWords, read_twin
from articles.values import Change, Hedge, Kind

AFTER_OF: Final = frozenset("the its their his her our those these all a an".split())
OWNERS: Final = frozenset("the a an its his her their our my your 's ’s".split())
# "The first time", "its first year" tell when; nothing is ranked.
RANKLESS: Final = frozenset({"time", "times", "place", "hand", "degree", "sight", "glance"})
PERIODS: Final = frozenset({"quarter", "half", "century", "centuries"})
# "38 percent of the vote", "10,000 tonnes of rice": kinds that are of something.
MEASURED: Final = frozenset({Kind.QUANTITY, Kind.PERCENTAGE})
# "Within 40 miles of the coast"; with times it dates, with percentages it says how near.
REACHES: Final = frozenset(LENGTHS.values()) | {"mile", "yard", "inch", "nautical mile", "light year"}
HEDGES_BETWEEN: Final = frozenset({"or", "+", "odd", "and", "plus", "-"})
# "Trade between the two", "all three": so few, and already named.
FEW: Final = 12
PRONOMINAL: Final = frozenset("the these those all other".split())
TWIN_WORDS: Final = TwinWords(ANCHORS, frozenset({"or"}), frozenset(MEASURES.values()) | set(TEMPERATURES.values()))


def read_amount(tokens: Tokens, index: int, floor: int, timezone: str, numeral: Numeral | None) -> Amount | None:
    """The figure that begins at a token, back to the token `floor` at most, or None where it counts nothing.

    `numeral` is the number that begins there, if one does.
    """
    amount = _read_once(tokens, index, floor, timezone, numeral)
    if amount is not None and max(amount.numbers) >= LARGEST:
        return None
    twin = None if amount is None else read_twin(tokens, amount, timezone, _read_other, TWIN_WORDS)
    if amount is None or twin is None:
        return amount
    last, per = read_rate(tokens, twin.last + 1)
    return replace(amount, last=last, per=amount.per or per or twin.per, twin=twin)


def _read_other(tokens: Tokens, index: int, floor: int, timezone: str) -> Amount | None:
    return _read_once(tokens, index, floor, timezone, read_numeral(tokens, index))


def _read_once(tokens: Tokens, index: int, floor: int, timezone: str, numeral: Numeral | None) -> Amount | None:
    if numeral is None:
        return read_multiple(tokens, index, floor)
    if is_trap(tokens, numeral):
        return None
    if numeral.form is Form.ORDINAL:
        return _read_ordinal(tokens, numeral, floor)
    pair = read_pair(tokens, numeral.first, numeral)
    if pair is not None:
        first, before = read_hedge_before(tokens, numeral.first, floor) if pair.unit == RATIO else (numeral.first, None)
        hedge = before or Hedge.EXACT
        return Amount(first, pair.last, Kind.QUANTITY, pair.numbers, hedge, pair.unit, is_pair=True)
    first, numeral = take_determiner(tokens, numeral, floor)
    sign = read_sign_before(tokens, first, floor, timezone)
    if sign is not None:
        first = sign[0]
    first, numeral = take_minus(tokens, first, floor, numeral)
    if sign is not None or has_million_mark(tokens, numeral):
        numeral = take_million_mark(tokens, numeral)
    first, last, numbers, *_ = read_range(tokens, first, floor, numeral, signed=sign is not None)
    last, after, unit = _read_unit(tokens, last, numeral, numbers, timezone)
    if sign is not None:
        unit = Unit(Kind.MONEY, last + (tokens.low[last] == "dollars"), sign[1])
    if unit is not None and unit.noun is not None and unit.noun[0] == numeral.last and tokens.touches(numeral.last):
        return None
    if unit is None and not _stands_alone(tokens, first, numeral, floor, is_hedged=after is not None):
        return None
    return _finish(
        tokens, first, floor, numeral, numbers, unit or read_implied(tokens, first, last, floor, numbers), after
    )


def _read_unit(
    tokens: Tokens, last: int, numeral: Numeral, numbers: tuple[Decimal, ...], timezone: str
) -> tuple[int, Hedge | None, Unit | None]:
    """The unit after a figure, and the hedge between them: "12 or more people", "50+ aircraft"."""
    unit = read_unit_after(tokens, _after_of(tokens, last, numeral), timezone, numbers[-1])
    word = tokens.low[last]
    if word in HEDGES_BETWEEN or (unit is None and word == "at"):
        end, after = read_hedge_after(tokens, last)
        if after is not None:
            return end, after, read_unit_after(tokens, end, timezone, numbers[-1])
    return last, None, unit


def _finish(
    tokens: Tokens,
    first: int,
    floor: int,
    numeral: Numeral,
    numbers: tuple[Decimal, ...],
    unit: Unit,
    after: Hedge | None,
) -> Amount:
    """The figure with its rate, hedges, change and standing."""
    kind, last, name, noun, factor, part = unit
    if factor != 1:
        numbers = tuple(number * factor for number in numbers)
    if part == 1:
        _, last, numbers, *_ = add_smaller_unit(tokens, last, name, numbers)
    if after is None:
        last, after = read_hedge_after(tokens, last)
    last, per = read_rate(tokens, last)
    if per is None and kind is Kind.MONEY:
        last, per = read_price_rate(tokens, last)
    if noun is None and name is not None and kind in MEASURED and tokens.low[first - 1] != "within":
        noun = read_measured(tokens, last)
        if noun is not None and per is None:
            _, per = read_rate(tokens, noun[1])  # "barrels of oil a day"
    before = None
    if kind is not Kind.DURATION or not is_span_over(tokens, first, last, floor):
        first, before = read_hedge_before(tokens, first, floor)
    first, before = (first, before) if before or after else _read_reach(tokens, first, floor, name)
    hedge = strongest(before, after, is_vague=numeral.form is Form.VAGUE)
    bounded = read_second_bound(tokens, last, hedge, numbers[0])
    if bounded is None:
        change, status = _change_of(tokens, first, last, floor, kind, numeral), read_status(tokens, first, last)
        return Amount(
            first, last, kind, numbers, hedge, name, noun, per, change, status, part=part, vague=numeral.vague
        )
    last = bounded.last
    if name is None and (phrase := read_noun_phrase(tokens, last)) is not None:
        name, noun, last = phrase.head, (phrase.first, phrase.last), phrase.last
    return Amount(
        first,
        last,
        kind,
        bounded.numbers,
        hedge,
        name,
        noun,
        per,
        part=part,
        low_open=bounded.low_open,
        high_open=bounded.high_open,
    )


def _read_reach(tokens: Tokens, first: int, floor: int, unit: str | None) -> tuple[int, Hedge | None]:
    """The hedge of "within 40 miles of the coast", and where it begins."""
    is_reach = unit in REACHES and first > floor and tokens.low[first - 1] == "within"
    return (first - 1, Hedge.WITHIN) if is_reach else (first, None)


def _change_of(tokens: Tokens, first: int, last: int, floor: int, kind: Kind, numeral: Numeral) -> Change | None:
    is_joined = last > numeral.last and tokens.low[last - 2] == "-" and tokens.low[last - 1] not in SHARES
    return None if kind is Kind.DURATION or is_joined else read_change(tokens, first, last, floor, kind)


def _after_of(tokens: Tokens, last: int, numeral: Numeral) -> int:
    """The token after the "of" of "dozens of soldiers", "two thirds of the members", the "an" of "half an hour"."""
    is_part = numeral.form in (Form.VAGUE, Form.FRACTION) or (numeral.value < 1 and tokens.low[last + 1] in DETERMINERS)
    if is_part and tokens.low[last] == "of":
        return last + 1 + (tokens.low[last + 1] in AFTER_OF)
    return last + (numeral.form is Form.FRACTION and tokens.low[last] in DETERMINERS)


def _read_ordinal(tokens: Tokens, numeral: Numeral, floor: int) -> Amount | None:
    """An ordinal that ranks something; "first", "second" and "third" only between a determiner and a noun."""
    low, first, last = tokens.low, numeral.first, numeral.last
    before = low[first - 1]
    if first < floor or before in ("at", "-") or low[last + (low[last] == "-")] in PERIODS:
        return None
    if is_named_rank(tokens, first, last):
        return None
    if last - first == 1 and numeral.value <= 3 and not (before in OWNERS and _is_noun(tokens, last)):
        return None
    if numeral.value == 1 and (low[last] in RANKLESS or low[last] in TIMES):
        return None
    return Amount(first, last, Kind.ORDINAL, (numeral.value,))


def _is_noun(tokens: Tokens, index: int) -> bool:
    return tokens.low[index].isalpha() and tokens.low[index] not in STOPS


def _stands_alone(tokens: Tokens, first: int, numeral: Numeral, floor: int, *, is_hedged: bool) -> bool:
    """Whether a figure without a unit is a count at all, and no name: "Boeing 737", "3D"."""
    last, word = numeral.last, tokens.word
    if tokens.touches(last) and word[last][:1].isalpha():
        return False
    if is_hedged or numeral.form is Form.FRACTION or tells_fate(tokens, last):
        return True
    if numeral.form is Form.WORDS and numeral.value <= FEW and tokens.low[first - 1] in PRONOMINAL:
        return False
    if numeral.form is not Form.FIGURE:
        is_one = numeral.value == 1 and last - numeral.first == 1
        return not is_one or tokens.low[first - 1] in CASUALTY_VERBS or tells_fate(tokens, last)
    before = word[first - 1] if first > floor else ""
    if not before[:1].isupper() or read_hedge_before(tokens, first, floor)[1] is not None:
        return True
    return tokens.sentence(first)[0] == first - 1 or "," in word[numeral.first]
