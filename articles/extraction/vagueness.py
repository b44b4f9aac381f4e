"""Vague numbers: words such as "dozens" that mean at least so many, by a table that a newsroom may change.

A language brings its own values with their source (`Language.vague`). Other values change the bounds of a figure and
never the words that are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articles.extraction.phrases import Amount

# How many a word means at least, by the word in lower case; and such tables by the code of their language.
VagueTable = Mapping[str, Decimal | int]
VagueTables = Mapping[str, VagueTable]


@dataclass(frozen=True, slots=True)
class Vague:
    """What makes a number vague, and what the word counts: "several" of thousands, "tens" of millions."""

    word: str
    times: Decimal = Decimal(1)


def revalue(amount: Amount, table: VagueTable) -> Amount:
    """An amount as a table values its vague word; unchanged where it has none, or the table does not know it."""
    vague = amount.vague
    if vague is None or vague.word not in table:
        return amount
    return replace(amount, numbers=(table[vague.word] * vague.times,))
