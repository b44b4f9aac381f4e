"""The words of a quarter or half of the year, wherever its year stands."""

from __future__ import annotations

from typing import Final, NamedTuple

from articles.extraction.en.number_words import ORDINALS
from articles.extraction.tokens import Tokens
from articles.values import Precision

HALVES: Final = {"first": 1, "second": 2, "latter": 2, "former": 1}
QUARTERS: Final = {word: rank for word, rank in ORDINALS.items() if 1 <= rank <= 4} | {"final": 4}
SHORT_PARTS: Final = {"q": (Precision.QUARTER, frozenset("1234")), "h": (Precision.HALF, frozenset("12"))}
PARTS: Final = {"quarter": (Precision.QUARTER, QUARTERS), "half": (Precision.HALF, HALVES)}


class Part(NamedTuple):
    """A quarter or half of a year, numbered from 1, and the token after it."""

    precision: Precision
    number: int
    last: int


def read_part_after(tokens: Tokens, index: int) -> Part | None:
    """The part of the year that follows a year at once: "1988 third-quarter", "last year's first half", "2019-Q1"."""
    low = tokens.low
    short = index + (low[index] == "-")
    if low[short] in SHORT_PARTS and tokens.touches(short + 1):
        precision, numbers = SHORT_PARTS[low[short]]
        return Part(precision, int(low[short + 1]), short + 2) if low[short + 1] in numbers else None
    index += low[index] in ("'s", "’s")
    last = index + 1 + (low[index + 1] == "-")
    if low[last] not in PARTS:
        return None
    precision, ranks = PARTS[low[last]]
    return Part(precision, ranks[low[index]], last + 1) if low[index] in ranks else None
