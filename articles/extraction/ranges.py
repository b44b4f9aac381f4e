"""Two numbers that bound one figure, as the grammars of a language find them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from articles.extraction.numerals import Numeral
from articles.extraction.tokens import Tokens


class Range(NamedTuple):
    """The tokens of one or two numbers, `last` exclusive, and which of two bounds the words leave out."""

    first: int
    last: int
    numbers: tuple[Decimal, ...]
    low_open: bool = False
    high_open: bool = False


def share_magnitude(tokens: Tokens, one: Numeral, two: Numeral, factor_of: Callable[[str], int]) -> int:
    """The million of "two to three million", which counts for both; `factor_of` gives that of a word, 0 for none."""
    magnitude = factor_of(tokens.low[two.last - 1])
    if not magnitude or factor_of(tokens.low[one.last - 1]) >= magnitude or two.last - two.first < 2:
        return 1
    return magnitude if one.value < two.value / magnitude else 1
