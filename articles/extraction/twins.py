"""One amount said twice: "CHF 3 billion ($3.25 billion)", "155 mph (250 km/h)".

The words outside the brackets are the claim; what stands inside is the same amount in another currency or measure, as
the Reuters and AP style guides ask for amounts that readers abroad do not know.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import Final

from articles.extraction.phrases import Amount
from articles.extraction.tokens import Tokens
from articles.values import Kind

REACH: Final = 6

Reader = Callable[[Tokens, int, int, str], Amount | None]


@dataclass(frozen=True, slots=True)
class TwinWords:
    """The words of a language that tell a twin: those of numbers, "or" in brackets, and the names of measures."""

    anchors: Container[str]
    joiners: Container[str]
    measures: Container[str]


def read_twin(tokens: Tokens, amount: Amount, timezone: str, read: Reader, words: TwinWords) -> Amount | None:
    """The amount in brackets after another that says the same in another unit, or None; `read` reads one figure."""
    low, begin = tokens.low, amount.last + 1
    if low[amount.last] != "(" or not _is_convertible(amount, words):
        return None
    for place in range(begin, begin + REACH):
        if low[place][:1].isdecimal() or low[place] in words.anchors:
            other = read(tokens, place, begin, timezone)
            if other is None or other.first > begin + (low[begin] in words.joiners) or low[other.last] != ")":
                return None
            is_same = other.kind is amount.kind and other.unit != amount.unit and _is_convertible(other, words)
            return other if is_same and len(other.numbers) == len(amount.numbers) else None
    return None


def _is_convertible(amount: Amount, words: TwinWords) -> bool:
    """Whether an amount has a unit in which another amount could be said as well."""
    if amount.kind is Kind.MONEY:
        return True
    unit = amount.unit or ""
    return amount.kind is Kind.QUANTITY and (unit in words.measures or unit.split(" ")[-1] in words.measures)
