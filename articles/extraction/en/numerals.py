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
    SHORT_MAGNITUDES,
    SMALL,
    TENS,
    VAGUE,
)
from articles.extraction.en.units import MEASURES, PERCENT, TIMES
from articles.extraction.figure_groups import add_fraction, add_spaced_groups
from articles.extraction.figures import VULGAR, read_figure
from articles.extraction.numerals import LARGEST, ROUNDING, Form, Numeral, checked
from articles.extraction.tokens import Tokens

# "One in 1,000" is a share still; "2 in 2008" is a year.
LARGEST_SHARE: Final = 1000
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
    if tokens.touches(last) and low[last] in ORDINAL_ENDINGS:
        return Numeral(index, last + 1, value, Form.ORDINAL)
    value, last = add_spaced_groups(tokens, index, value, after=MONTHS)
    value, last = add_fraction(tokens, value, last)
    if _has_short_magnitude(tokens, last, value):
        return checked(index, last + 1, value * SHORT_MAGNITUDES[low[last]], Form.FIGURE)
    if low[last] in RATIO_WORDS:
        return _read_ratio(tokens, index, last, value, Form.FIGURE)
    return _read_magnitudes(tokens, index, last, value)


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
        if low[last].isdecimal() and (factor_of(low[last + 1]) or factor == 100):
            rest = _read_smaller(tokens, last, factor)
            return checked(index, rest.last, value + rest.value, Form.FIGURE) if rest else None
    return None


def _read_smaller(tokens: Tokens, index: int, least: int) -> Numeral | None:
    """What follows a magnitude in the same number: the "3 hundred 21" of "4 thousand 3 hundred 21"."""
    low, value, last = tokens.low, Decimal(0), index
    while low[last].isdecimal() and (figure := read_figure(low[last])) is not None:
        factor = factor_of(low[last + 1]) or 1
        if figure * factor >= least:
            break
        value, last, least = value + figure * factor, last + 1 + (factor > 1), factor
    return Numeral(index, last, value, Form.FIGURE) if last > index else None


def factor_of(word: str) -> int | None:
    """What a word after a number multiplies it by: "hundred", "dozen", "million"."""
    return MAGNITUDES.get(word) or COLLECTIVES.get(word) or (100 if word == HUNDRED else None)


def _has_short_magnitude(tokens: Tokens, last: int, value: Decimal) -> bool:
    """Whether a letter multiplies the figure before it: "30k", "1.2bn"; "m" is left to the unit, "5G" is a name."""
    letter = tokens.low[last]
    if letter not in SHORT_MAGNITUDES or (letter == "g" and value < 10):
        return False
    return letter != "m" if tokens.touches(last) else _is_loose_magnitude(tokens, last)


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
    if low[last] == "in" and (value > 9 or low[step + 1] in MONTHS):
        return checked(index, last, value, form)
    return Numeral(index, step + 1, ROUNDING.divide(value, over), Form.FRACTION)


def _read_words(tokens: Tokens, index: int) -> Numeral | None:
    numeral = read_cardinal(tokens, index)
    if numeral is None or numeral.form is not Form.WORDS or tokens.low[numeral.last] not in RATIO_WORDS:
        return numeral
    return _read_ratio(tokens, index, numeral.last, numeral.value, Form.WORDS)


def _read_vague(tokens: Tokens, index: int) -> Numeral | None:
    """ "dozens", "hundreds of thousands", "tens of millions"."""
    low = tokens.low
    if low[index] in ("tens", "scores") and low[index + 1] != "of":
        return None
    value, last = Decimal(VAGUE[low[index]]), index + 1
    if low[last] == "of" and (low[last + 1] in VAGUE):
        value, last = value * VAGUE[low[last + 1]] / 2, last + 2
    return checked(index, last, value, Form.VAGUE)


def _read_part_of_magnitude(tokens: Tokens, index: int) -> Numeral | None:
    """ "half a million", "half a dozen", "a quarter of a million"; "half" alone is a fraction of something named."""
    low = tokens.low
    if index and (low[index - 1] in ORDINALS or low[index - 1] in ("latter", "other", "better")):
        return None
    part = HALF if low[index] == "half" else HALF / 2
    last = index + 1
    step = last + (low[last] == "of")
    step += low[step] in ("a", "an")
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
