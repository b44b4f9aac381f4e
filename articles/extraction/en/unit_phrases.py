"""The unit after a figure: percent, money, a measure, a duration, or the noun that is counted."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from articles.extraction.en.measures import read_measure
from articles.extraction.en.money import read_money
from articles.extraction.en.noun_words import GENERIC
from articles.extraction.en.nouns import POSSESSIVES, read_noun_phrase
from articles.extraction.en.number_words import MAGNITUDES, SMALL
from articles.extraction.en.unit_symbols import SHARE_LETTERS
from articles.extraction.en.units import MEASURES, MULTIPLE, MULTIPLES, PERCENT, TIMES
from articles.extraction.phrases import Unit
from articles.extraction.tokens import Tokens
from articles.values import Kind

OWNERS: Final = frozenset("the its their his her those these our".split())
# "Five of the northern province's eleven districts".
OWNER_REACH: Final = 4
BEFORE_TIMES: Final = frozenset("more full straight consecutive whole long additional calendar".split())
# No word of the language is longer, and no claim keeps more.
LONGEST_NOUN: Final = 60
BEFORE_ONE_DAY: Final = frozenset("in for within after just only than least about".split())


def read_unit_after(tokens: Tokens, last: int, timezone: str, value: Decimal) -> Unit | None:
    """The unit that begins at a token, or None; the noun phrase is tried last."""
    low = tokens.low
    index = last + 1 if low[last] in ("-", "–") and tokens.touches(last) and tokens.touches(last + 1) else last
    hyphened = index > last
    if low[index] in ("[", "<", "(") and low[index + 1] in MEASURES and low[index + 2] in ("]", ">", ")"):
        return Unit(Kind.QUANTITY, index + 3, MEASURES[low[index + 1]])
    found = (
        _read_percent(tokens, index)
        or read_money(tokens, index, timezone, value)
        or _read_time(tokens, index)
        or read_measure(tokens, index)
        or _read_multiple(tokens, index)
    )
    if found is not None:
        return found
    if hyphened and not (low[index].isalpha() and low[index] not in ("and", "to", "or")):
        return None
    if low[index] == "of":
        return _read_whole(tokens, last, index + 1 + (low[index + 1] in OWNERS))
    if hyphened and low[index] == "strong":
        return Unit(Kind.QUANTITY, index + 1, "person")
    beyond = _after_size(tokens, index)
    is_one = (value == 1 or low[index - 1] in ("a", "an")) and not hyphened
    phrase = read_noun_phrase(tokens, beyond or index, is_one=is_one, hyphened=hyphened)
    if phrase is None or len(phrase.head) > LONGEST_NOUN or (value == 1 and low[index] in GENERIC):
        return None
    end = phrase.last if beyond is None else last
    return Unit(Kind.QUANTITY, end, phrase.head, (phrase.first, phrase.last))


def _read_whole(tokens: Tokens, last: int, index: int) -> Unit | None:
    """The noun of the whole in "ten of the 15 judges", "two of its tanks", "five of Ohio's dams", counted too."""
    low = tokens.low
    owner = next((place for place in range(index, index + OWNER_REACH) if low[place] in POSSESSIVES), None)
    if owner is not None and all(low[place].isalpha() for place in range(index, owner)):
        index = owner + 1
    if tokens.word[index][:1].isdecimal() or (low[index] in SMALL and low[index] != "one"):
        index += 1
        while low[index] in MAGNITUDES:
            index += 1
    elif low[index - 1] not in OWNERS and low[index - 1] not in POSSESSIVES:
        return None
    phrase = read_noun_phrase(tokens, index)
    return None if phrase is None else Unit(Kind.QUANTITY, last, phrase.head, (phrase.first, phrase.last))


def _after_size(tokens: Tokens, index: int) -> int | None:
    """The token after the size in "two 17-year-old boys", "three 20-tonne trucks", whose noun the first one counts."""
    low = tokens.low
    if not low[index].isdecimal() or low[index + 1] != "-" or not low[index + 2].isalpha():
        return None
    return index + 5 if low[index + 2] in TIMES and low[index + 4] == "old" else index + 3


def _read_percent(tokens: Tokens, index: int) -> Unit | None:
    low, last = tokens.low, index + 1
    if low[index] == "basis" and low[last] in ("point", "points"):
        return Unit(Kind.PERCENTAGE, last + 1, "basis point")
    if low[index] in ("per", "percentage") and low[last] in ("cent", "point", "points", "pts"):
        last += 1
        if low[index] == "per" and low[last] in ("point", "points"):
            last += 1
    elif low[index] in SHARE_LETTERS:
        is_share = tokens.word[index - 1][-1:].isdecimal() and tokens.word[index].islower()
        return Unit(Kind.PERCENTAGE, last, SHARE_LETTERS[low[index]]) if is_share else None
    elif low[index] not in PERCENT:
        return None
    elif low[last] in ("point", "points"):
        last += 1
    name = "percentage point" if low[last - 1] in ("point", "points", "pts") else "percent"
    return Unit(Kind.PERCENTAGE, last, name)


def _read_multiple(tokens: Tokens, index: int) -> Unit | None:
    """ "25-fold", "1.5x": how many times as much."""
    word = tokens.low[index]
    if word not in MULTIPLES or (word == "x" and (not tokens.touches(index) or tokens.word[index + 1][:1].isdecimal())):
        return None
    return Unit(Kind.QUANTITY, index + 1, MULTIPLE)


def _read_time(tokens: Tokens, index: int) -> Unit | None:
    """ "six months", "nine-year-old", "29 years of age", "87 yo"; "one day" is no length of time."""
    low = tokens.low
    step = index + (low[index] in BEFORE_TIMES)
    name = TIMES.get(low[step])
    if name is None:
        return None
    last = step + 1
    last += low[last] in ("'", "’") and low[last + 1][:1].isalpha()
    if name == "day" and low[index - 1] == "one" and low[last] != "-" and low[index - 2] not in BEFORE_ONE_DAY:
        return None
    if (low[last] == "-" and low[last + 1] in ("old", "olds", "long")) or low[last : last + 2] == ["of", "age"]:
        last += 2
    return Unit(Kind.DURATION, last + (low[last] == "old"), name)
