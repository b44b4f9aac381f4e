"""What stands against a number: the determiner of "a hundred", the minus, the "m" of millions."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articles.extraction.currencies import skip_sign
from articles.extraction.en.currency_words import MONEY_WORDS
from articles.extraction.en.measures import AS_METRES
from articles.extraction.en.nouns import is_counted, read_noun_phrase
from articles.extraction.en.number_words import HUNDRED, MAGNITUDES, PARTS, SHORT_MAGNITUDES, UNIT_LETTERS, VAGUE_COUNTS
from articles.extraction.en.unit_symbols import SQUARE
from articles.extraction.en.units import MEASURES
from articles.extraction.numerals import Form, Numeral
from articles.extraction.tokens import Tokens
from articles.extraction.vagueness import Vague

DETERMINERS: Final = frozenset({"a", "an"})
MINUSES: Final = frozenset({"minus", "negative", "-", "−", "–"})


def take_determiner(tokens: Tokens, numeral: Numeral, floor: int) -> tuple[int, Numeral]:
    """ "a hundred", "a third", "several thousand", "a few hundred", "a couple of hundred": where the number begins."""
    low, first = tokens.low, numeral.first
    step = first - 1
    if step < floor:
        return first, numeral
    if low[first] in PARTS:
        return (step if low[step] in DETERMINERS else first), numeral
    if numeral.form is not Form.WORDS or (low[first] not in MAGNITUDES and low[first] not in (HUNDRED, "dozen")):
        return first, numeral
    step -= step > floor and low[step] == "of" and low[step - 1] == "couple"
    count = VAGUE_COUNTS.get(low[step])
    if count is not None:
        first = step - 1 if step > floor and low[step - 1] in DETERMINERS else step
        vague = Vague(low[step], numeral.value)
        return first, replace(numeral, value=numeral.value * count, form=Form.VAGUE, vague=vague)
    return (step if low[step] in DETERMINERS else first), numeral


def take_minus(tokens: Tokens, first: int, floor: int, numeral: Numeral) -> tuple[int, Numeral]:
    """A minus before a number, where it is no hyphen, bullet, dash or "plus or minus"."""
    low, sign = tokens.low, tokens.low[first - 1]
    if first <= floor or sign not in MINUSES or low[first - 2] == "or":
        return first, numeral
    if sign in "-–" and (tokens.touches(first - 1) or not tokens.touches(first)):
        return first, numeral
    return first - 1, replace(numeral, value=-numeral.value)


def has_million_mark(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the "m" against a figure means millions: "30m people", "40m kronor"."""
    last = numeral.last
    if tokens.low[last] != "m" or not tokens.touches(last):
        return False
    following, beyond = tokens.low[last + 1], skip_sign(tokens, last + 1)
    if beyond > last + 1 and not tokens.word[beyond][:1].isdecimal():
        return True
    if following in MONEY_WORDS or (following in SQUARE and tokens.low[last + 2] in MEASURES):
        return True
    if following in AS_METRES or not following.isalpha():
        return False
    is_one = tokens.low[numeral.first - 1] in DETERMINERS and not is_counted(tokens, last + 1)
    return not is_one and read_noun_phrase(tokens, last + 1) is not None


def take_million_mark(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The number with the "m" or "t" against it in millions or trillions: "$5m", "€2t"."""
    last = numeral.last
    if tokens.low[last] in UNIT_LETTERS and tokens.touches(last):
        return replace(numeral, value=numeral.value * SHORT_MAGNITUDES[tokens.low[last]], last=last + 1)
    return numeral
