"""How long a race or a task took, in the spelling of a clock: "2:11:53", "1:43.25", "ran the mile in 3:51"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from articles.extraction.en.hedges import read_hedge_before
from articles.extraction.en.times import MERIDIEMS, PREPOSITIONS
from articles.extraction.en.zone_words import read_zone
from articles.extraction.phrases import Amount
from articles.extraction.tokens import Tokens
from articles.values import Hedge, Kind

# Before a result; a time of day takes "at", "by", "until".
BEFORE_TIMING: Final = frozenset({"in", "of"})
SIXTY: Final = 60
UNIT: Final = "second"


def read_timing(tokens: Tokens, index: int, floor: int) -> Amount | None:
    """The seconds that the figure at a token spells, or None for a time of day.

    Three parts are a result unless a word of the day's hours stands beside; so are hundredths of a second, and two
    parts after "in" or "of".
    """
    low, word = tokens.low, tokens.word[index]
    before = low[index - 1] if index > floor else ""
    if before in PREPOSITIONS or low[index + 1] in MERIDIEMS or read_zone(tokens, index + 1):
        return None
    if word.count(":") < 2 and "." not in word and before not in BEFORE_TIMING:
        return None
    seconds = Decimal(0)
    for part in word.split(":"):
        seconds = seconds * SIXTY + Decimal(part)
    first, hedge = read_hedge_before(tokens, index, floor)
    return Amount(first, index + 1, Kind.DURATION, (seconds,), hedge or Hedge.EXACT, UNIT)
