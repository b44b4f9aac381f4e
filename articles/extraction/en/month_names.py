"""Which words are months: "May", "March" and "April" are also verbs and names, and "jan" and "mar" other words."""

from __future__ import annotations

from typing import Final

from articles.extraction.en.calendar_words import (
    MONTHS,
    MONTHS_THAT_ARE_WORDS,
    SHORT_MONTHS,
    WHICH,
    WORDS_IN_LOWER_CASE,
)
from articles.extraction.en.number_words import ORDINAL_ENDINGS
from articles.extraction.en.years import DASHES, OWNERS
from articles.extraction.tokens import Tokens
from articles.extraction.year_figures import is_year

SURE: Final = frozenset("in since from until till late early".split())
MARCHING: Final = frozenset("on of for against to through from by in at was is".split())
FIRST_NAMES: Final = frozenset({"april", "june", "may", "august", "jan"})
UNSURE: Final = frozenset("and or to of by from on before after between with ,".split())
BEFORE_A_MONTH: Final = frozenset(
    "in by since until till of early late mid - from during before after between through throughout to and on "
    "around or earlier later ,".split()
)


def month_of(tokens: Tokens, index: int) -> int | None:
    """The number of the month that a token names beside a day; in lower case only where it is no other word."""
    low = tokens.low[index]
    return MONTHS.get(low) if tokens.word[index][:1].isupper() or low not in WORDS_IN_LOWER_CASE else None


def is_month(tokens: Tokens, index: int) -> bool:
    """Whether a word that is also a verb or a name ("May", "March", "April") is the month here."""
    word, low = tokens.word, tokens.low
    if word[index][0].islower():
        is_dated = low[index + 1].isdecimal() or (low[index + 1] == "of" and low[index + 3] == "year")
        return is_dated or low[index] not in WORDS_IN_LOWER_CASE
    if low[index] not in MONTHS_THAT_ARE_WORDS and low[index] not in SHORT_MONTHS:
        return True
    step = index + 1 + (low[index + 1] == "." and low[index] in SHORT_MONTHS)
    if low[step].isdecimal() or (low[step] == "of" and low[step + 1].isdecimal()):
        return True
    if low[step] in DASHES and (month_of(tokens, step + 1) or is_year(tokens, step + 1) or _is_stamp(tokens, step)):
        return True
    if low[step] == "," and is_year(tokens, step + 1):
        return True
    if low[index] in SHORT_MONTHS:
        return low[index - 1] in SURE and low[index] not in FIRST_NAMES
    return _is_used_as_month(tokens, index)


def _is_stamp(tokens: Tokens, step: int) -> bool:
    """Whether figures follow a month as in "Sep-23-2020"."""
    return tokens.touches(step) and tokens.touches(step + 1) and tokens.low[step + 1].isdecimal()


def _is_used_as_month(tokens: Tokens, index: int) -> bool:
    low, word, before = tokens.low, tokens.word, tokens.low[index - 1]
    if low[index + 1] == "of" and word[index + 2][:1].isupper():
        return False
    # "And April Glaspie said": a first name, unless what stands before it is sure of the month.
    if low[index] in FIRST_NAMES and word[index + 1][:1].isupper() and before in UNSURE:
        return False
    if before == "for" and (low[index] != "may" or low[index + 1] == "delivery"):
        return True
    if before in BEFORE_A_MONTH or before in WHICH or before.isdecimal() or before in ORDINAL_ENDINGS:
        return True
    if before in ("a", "an") or before in OWNERS:
        # "The March elections", but "the March on Washington".
        return low[index] != "march" or (word[index + 1][:1].islower() and low[index + 1] not in MARCHING)
    # "The coldest March in 50 years".
    return (low[index] not in ("may", "march") or before[-3:] == "est") and not tokens.word[index + 1][:1].isupper()
