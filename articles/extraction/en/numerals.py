"""Numbers in figures and in words, read forward from their first token."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from articles.extraction.en.calendar_words import MONTHS
from articles.extraction.en.cardinals import is_share_of_change, read_cardinal
from articles.extraction.en.number_words import (
    COLLECTIVES,
    HALF,
    HUNDRED,
    MAGNITUDES,
    ORDINAL_ENDINGS,
    ORDINALS,
    PLURALS,
    SHORT_MAGNITUDES,
    SMALL,
    TENS,
    UNIT_LETTERS,
    VAGUE,
    VAGUE_COUNTS,
)
from articles.extraction.en.units import MEASURES, PERCENT, TIMES
from articles.extraction.figure_groups import add_fraction, add_spaced_groups
from articles.extraction.figures import VULGAR, read_figure
from articles.extraction.numerals import LARGEST, ROUNDING, Form, Numeral, checked
from articles.extraction.tokens import Tokens
from articles.extraction.vagueness import Vague

# "One in 1,000" is a share still; "2 in 2008" is a year.
LARGEST_SHARE: Final = 1000
# "Three in five", "nine in 10", "seven in 1,000"; "six in 50 overs" is no share.
SHARED_BY_TENS: Final = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 1000})
# A magnitude with no number before it counts only after a determiner: "a million", "the dozen", "a record billion".
BARE: Final = frozenset(MAGNITUDES) | {HUNDRED, "dozen"}
DETERMINERS: Final = frozenset("a an the another every per each".split())
RATIO_WORDS: Final = frozenset({"over", "out", "in"})
# After "half": of what it is half.
WHOLES: Final = frozenset("of the its their his her a an -".split())
# After "half-": "half-time" and "half-brother" count nothing.
AFTER_HALF: Final = frozenset(TIMES) | set(MEASURES) | set(PERCENT)


def read_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """The number that begins at a token, or None. Signs, hedges and units are read by others."""
    if tokens.word[index][:1].isdecimal() or tokens.word[index][:1] == "." or tokens.word[index] in VULGAR:
        return _read_digits(tokens, index)
    low = tokens.low
    if low[index] in BARE and not _has_determiner(tokens, index):
        return None
    if low[index] in VAGUE:
        return _read_vague(tokens, index)
    if low[index] in ("half", "quarter"):
        return _read_part_of_magnitude(tokens, index)
    return _read_words(tokens, index)


def _read_digits(tokens: Tokens, index: int) -> Numeral | None:
    value = VULGAR.get(tokens.word[index]) or read_figure(tokens.word[index])
    if value is None:
        return None
    low, last = tokens.low, index + 1
    if tokens.touches(last) and low[last] in ORDINAL_ENDINGS and _is_ending_of(low[last], tokens.word[index]):
        return Numeral(index, last + 1, value, Form.ORDINAL)
    value, last = add_spaced_groups(tokens, index, value, after=MONTHS)
    value, last = add_fraction(tokens, value, last)
    value, last = _times_power(tokens, value, last)
    if _has_short_magnitude(tokens, last):
        return checked(index, last + 1, value * SHORT_MAGNITUDES[low[last]], Form.FIGURE)
    if low[last] in RATIO_WORDS:
        return _read_ratio(tokens, index, last, value, Form.FIGURE)
    return _read_magnitudes(tokens, index, last, value)


def _is_ending_of(ending: str, figure: str) -> bool:
    """Whether a figure makes an ordinal with an ending: "9st" is nine stone, "11th" no "11st"."""
    if ending != "st":
        return True
    return figure[-1] == "1" and figure[-2:] != "11"


def _read_magnitudes(tokens: Tokens, index: int, last: int, value: Decimal) -> Numeral | None:
    """The words that multiply a figure: "1.2 million", "$3-billion", "1.5 lakh crore", "3 million and a half"."""
    low = tokens.low
    while value < LARGEST:
        step = last + (low[last] == "-" and tokens.touches(last) and tokens.touches(last + 1))
        factor = factor_of(low[step])
        if factor is None:
            return checked(index, last, value, Form.FIGURE)
        value, last = value * factor, step + 1
        if low[last : last + 3] == ["and", "a", "half"]:
            return checked(index, last + 3, value + HALF * factor, Form.FIGURE)
        following = last + (low[last] == "and")
        if low[following].isdecimal() and (following > last or factor_of(low[last + 1]) or factor == 100):
            rest = _read_smaller(tokens, following, factor)
            return checked(index, rest.last, value + rest.value, Form.FIGURE) if rest else None
        if following > last and factor == 100 and (low[following] in SMALL or low[following] in TENS):
            rest = read_cardinal(tokens, following)
            if rest is not None and rest.value < factor and rest.form is Form.WORDS:
                return checked(index, rest.last, value + rest.value, Form.FIGURE)
    return None


def _times_power(tokens: Tokens, value: Decimal, last: int) -> tuple[Decimal, int]:
    """ "1.3 × 10^5": the figure times the power of ten that follows it, and the token after both."""
    if tokens.low[last] in ("×", "x", "*") and tokens.low[last + 1].startswith("10^"):
        power = read_figure(tokens.low[last + 1])
        if power is not None:
            return value * power, last + 2
    return value, last


def _read_smaller(tokens: Tokens, index: int, least: int) -> Numeral | None:
    """What follows a magnitude in the same number: the "3 hundred 21" of "4 thousand 3 hundred 21"."""
    low, value, last = tokens.low, Decimal(0), index
    while low[last].isdecimal() and (figure := read_figure(low[last])) is not None:
        factor = factor_of(low[last + 1]) or 1
        if figure * factor >= least:
            break
        value, last, least = value + figure * factor, last + 1 + (factor > 1), factor
        last += low[last] == "and" and factor > 1 and low[last + 1].isdecimal()
    return Numeral(index, last, value, Form.FIGURE) if last > index else None


def factor_of(word: str) -> int | None:
    """What a word after a number multiplies it by: "hundred", "dozen", "million"."""
    return MAGNITUDES.get(word) or COLLECTIVES.get(word) or (100 if word == HUNDRED else None)


def _has_short_magnitude(tokens: Tokens, last: int) -> bool:
    """Whether a letter multiplies the figure before it: "30k", "1.2bn"; "m" and "t" are left to the unit."""
    letter = tokens.low[last]
    if letter not in SHORT_MAGNITUDES:
        return False
    return letter not in UNIT_LETTERS if tokens.touches(last) else _is_loose_magnitude(tokens, last)


def _is_loose_magnitude(tokens: Tokens, index: int) -> bool:
    """Whether a letter after a space is a magnitude: "2.33 k", "200.5 M", with nothing counted after it."""
    return tokens.word[index] in ("k", "K", "M", "B") and not tokens.word[index + 1][:1].isalnum()


def _read_ratio(tokens: Tokens, index: int, last: int, value: Decimal, form: Form) -> Numeral | None:
    """ "one in five", "nine out of 10", "one over three": a fraction; else the first number alone."""
    low = tokens.low
    step = last + 1 + (low[last] == "out" and low[last + 1] == "of")
    if low[last] == "out" and step == last + 1:
        return checked(index, last, value, form)
    over = None
    if low[step] in SMALL or low[step] in TENS or low[step].isdecimal():
        over = read_figure(low[step]) if low[step].isdecimal() else None
        if over is None and (numeral := read_cardinal(tokens, step)) is not None:
            over, step = numeral.value, numeral.last - 1
    if over is None or not 0 < value < over or over > LARGEST_SHARE or low[step + 1] in TIMES:
        return checked(index, last, value, form)
    if low[last] == "in" and (value > 9 or low[step + 1] in MONTHS or (value > 1 and over not in SHARED_BY_TENS)):
        return checked(index, last, value, form)
    return Numeral(index, step + 1, ROUNDING.divide(value, over), Form.FRACTION)


def _read_words(tokens: Tokens, index: int) -> Numeral | None:
    numeral = read_cardinal(tokens, index)
    if numeral is None and tokens.low[index] == "dozen":
        return Numeral(index, index + 1, Decimal(12), Form.WORDS)
    if numeral is None or numeral.form is not Form.WORDS or tokens.low[numeral.last] not in RATIO_WORDS:
        return numeral
    return _read_ratio(tokens, index, numeral.last, numeral.value, Form.WORDS)


def _has_determiner(tokens: Tokens, index: int) -> bool:
    """Whether a word right before a magnitude, or before its adjective, lets it count: "an estimated million"."""
    before, earlier = tokens.low[index - 1], tokens.low[index - 2]
    if tokens.low[index + 1] in BARE:  # "hundred thousand"
        return True
    if before in DETERMINERS or before in VAGUE_COUNTS or (before == "of" and earlier == "couple"):
        return True
    return earlier in ("a", "an") and before.isalpha()


def _read_vague(tokens: Tokens, index: int) -> Numeral | None:
    """ "dozens", "hundreds of thousands", "tens of millions"."""
    low = tokens.low
    if low[index] in ("tens", "scores") and low[index + 1] != "of":
        return None
    times, last = Decimal(1), index + 1
    if low[last] == "of" and low[last + 1] in VAGUE:
        times, last = Decimal(PLURALS[low[last + 1]]), last + 2
    return Numeral(index, last, VAGUE[low[index]] * times, Form.VAGUE, Vague(low[index], times))


def _read_part_of_magnitude(tokens: Tokens, index: int) -> Numeral | None:
    """ "half a million", "half a dozen", "a quarter of a million"; "half" alone is a fraction of something named."""
    low = tokens.low
    if index and (low[index - 1] in ORDINALS or low[index - 1] in ("latter", "other", "better")):
        return None
    part = HALF if low[index] == "half" else HALF / 2
    last = index + 1
    step = last + (low[last] in ("of", "-"))
    step += low[step] in ("a", "an")
    step += low[step] == "-" and low[step - 1] == "a"
    factor = factor_of(low[step])
    if factor is not None:
        return checked(index, step + 1, part * factor, Form.WORDS)
    if low[index] == "half" and low[last] in WHOLES and (low[last] != "-" or low[last + 1] in AFTER_HALF):
        return Numeral(index, last, part, Form.FRACTION)
    if index and low[index - 1] in ("a", "one") and (low[index] == "half" or low[last] == "of"):
        return Numeral(index, last, part, Form.FRACTION)
    if index and is_share_of_change(tokens, index, last):
        return Numeral(index, last, part, Form.FRACTION)
    return None
