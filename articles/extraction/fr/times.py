"""Times of day: "18h30", "18 h", "15h GMT", "10:30", "à midi"."""

from __future__ import annotations

from datetime import time
from typing import Final

from articles.extraction.language import LOCAL, ClockPhrase, frame_clock
from articles.extraction.tokens import Tokens
from articles.values import Hedge

ZONES: Final = frozenset("gmt utc cet cest msk".split())
NAMED: Final = {"midi": time(12), "minuit": time(0)}
HOURS: Final = frozenset({"h", "heures", "heure"})
PREPOSITIONS: Final = {
    "à": Hedge.EXACT,
    "vers": Hedge.ABOUT,
    "avant": Hedge.BEFORE,
    "après": Hedge.AFTER,
    "dès": Hedge.SINCE,
    "depuis": Hedge.SINCE,
}
# Only after these is "18 heures" a time of day and no length of time.
BEFORE_A_CLOCK: Final = frozenset("à vers avant dès".split())


def read_time(tokens: Tokens, index: int, floor: int) -> ClockPhrase | None:
    """The time of day that begins at a token, or None."""
    low, word = tokens.low, tokens.word[index]
    if low[index] in NAMED:
        is_time = index > floor and low[index - 1] in PREPOSITIONS
        return frame_clock(tokens, index, index + 1, floor, NAMED[low[index]], PREPOSITIONS) if is_time else None
    minute = 0
    if ":" in word:
        parts = word.split(":")
        hour, minute, last = int(parts[0]), int(parts[1]), index + 1
    elif word.isdecimal() and len(word) <= 2 and low[index + 1] in HOURS:
        hour, last = int(word), index + 2
        if low[last].isdecimal() and len(low[last]) == 2:
            minute, last = int(low[last]), last + 1
        elif not tokens.touches(index + 1) and (index <= floor or low[index - 1] not in BEFORE_A_CLOCK):
            return None
    else:
        return None
    if hour > 23 or minute > 59:
        return None
    zone = None
    if low[last] in ZONES:
        zone, last = low[last].upper(), last + 1
    elif low[last : last + 2] == ["heure", "locale"] or low[last : last + 2] == ["heures", "locales"]:
        zone, last = LOCAL, last + 2
    return frame_clock(tokens, index, last, floor, time(hour, minute), PREPOSITIONS, zone)
