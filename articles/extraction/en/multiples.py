"""How many times as much, in one word: "twice as many", "a tenfold rise"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from articles.extraction.en.hedges import read_hedge_before
from articles.extraction.en.number_words import FOLDS, ITERATIVES
from articles.extraction.en.units import MULTIPLE
from articles.extraction.phrases import Amount
from articles.extraction.tokens import Tokens
from articles.values import Hedge, Kind

# "Twice the size", "twice as many"; without what is compared it says how often: "he won twice".
COMPARED: Final = frozenset({"as", "the", "that", "what", "its", "their"})


def read_multiple(tokens: Tokens, index: int, floor: int) -> Amount | None:
    """The multiple that the word at a token names, or None where it names none."""
    word = tokens.low[index]
    value = FOLDS.get(word) or (ITERATIVES.get(word) if tokens.low[index + 1] in COMPARED else None)
    if value is None or index < floor:
        return None
    first, hedge = read_hedge_before(tokens, index, floor)
    return Amount(first, index + 1, Kind.QUANTITY, (Decimal(value),), hedge or Hedge.EXACT, MULTIPLE)
