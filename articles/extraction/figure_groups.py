"""What joins figures into one number: groups after spaces, and fractions."""

from __future__ import annotations

from collections.abc import Container
from decimal import Decimal
from typing import Final

from articles.extraction.figures import VULGAR, read_figure
from articles.extraction.numerals import ROUNDING
from articles.extraction.tokens import Tokens

MAX_GROUPS: Final = 5
DENOMINATORS: Final = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})


def add_spaced_groups(tokens: Tokens, index: int, value: Decimal, *, after: Container[str]) -> tuple[Decimal, int]:
    """ "40 000": groups of three after single spaces, the value with them and the token that follows.

    None are taken where a word of `after` stands before, a month: "June 16 170 people".
    """
    word, last = tokens.word, index + 1
    if not (word[index].isdecimal() and len(word[index]) <= 3 and value) or (index and tokens.low[index - 1] in after):
        return value, last
    while len(word[last]) == 3 and word[last].isdecimal() and tokens.start[last] - tokens.end[last - 1] == 1:
        value, last = value * 1000 + int(word[last]), last + 1
        if last - index > MAX_GROUPS:
            break
    return value, last


def add_fraction(tokens: Tokens, value: Decimal, last: int) -> tuple[Decimal, int]:
    """Add "1/2" to "10 1/2", "½" to "2½"; or make the fraction itself, "1/4"."""
    word = tokens.word
    if word[last] in VULGAR:
        return value + VULGAR[word[last]], last + 1
    if word[last] == "-" and word[last + 2] == "/" and tokens.touches(last) and tokens.touches(last + 1):
        last += 1  # "3-1/4 cents"
    if word[last] == "/" and tokens.touches(last) and tokens.touches(last + 1):
        over = read_figure(word[last + 1])
        if over is not None and _is_fraction(value, over) and word[last + 2] != "/":
            return ROUNDING.divide(value, over), last + 2
    if word[last + 1] == "/" and not word[last - 1].isalpha() and word[last].isdecimal():
        is_apart = word[last - 1] == "-" or not tokens.touches(last)
        part, over = read_figure(word[last]), read_figure(word[last + 2])
        if is_apart and part is not None and over is not None and _is_fraction(part, over):
            return value + ROUNDING.divide(part, over) * _last_place(value), last + 3
    return value, last - (word[last - 1] == "-")


def _last_place(value: Decimal) -> Decimal:
    """What the last digit of a figure counts: a fraction after "$4.53" is one of a cent, as grain is priced."""
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)


def _is_fraction(part: Decimal, over: Decimal) -> bool:
    return 0 < part < over <= 64 and over in DENOMINATORS
