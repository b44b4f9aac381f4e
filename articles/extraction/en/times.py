"""Times of day: "10:30", "5 p.m.", "15:00 GMT", "noon"."""

from __future__ import annotations

from datetime import time
from typing import Final

from articles.extraction.language import ClockPhrase
from articles.extraction.tokens import Tokens
from articles.values import Hedge, Interval

MERIDIEMS: Final = {"am": 0, "a.m.": 0, "pm": 12, "p.m.": 12}
ZONES: Final = frozenset("gmt utc est edt cst cdt pst pdt mst mdt bst cet cest eet ist jst msk et pt ct local".split())
BOUNDS: Final = {
    "by": Hedge.BY,
    "until": Hedge.UNTIL,
    "since": Hedge.SINCE,
    "before": Hedge.BEFORE,
    "after": Hedge.AFTER,
}
PREPOSITIONS: Final = frozenset({"at", "around", "about"}) | set(BOUNDS)


def read_time(tokens: Tokens, index: int, floor: int) -> ClockPhrase | None:
    """The time of day that begins at a token, or None."""
    word, low = tokens.word[index], tokens.low
    if not word[0].isdecimal() or len(word) > 8:
        return None
    last = index + 1
    if ":" in word:
        parts = [int(part) for part in word.split(":")]
        hour, minute = parts[0], parts[1]
    elif low[last] in MERIDIEMS and (word.isdecimal() or (len(word) <= 5 and word.replace(".", "").isdecimal())):
        whole, _, rest = word.partition(".")
        hour, minute = int(whole), int(rest or 0)
    elif low[last] in ("o'clock", "oclock") and word.isdecimal():
        hour, minute = int(word), 0
    else:
        return None
    if low[last] in MERIDIEMS:
        if hour > 12 and low[last] not in ("pm", "p.m."):
            return None
        hour = hour % 12 + MERIDIEMS[low[last]] if hour <= 12 else hour
        last += 1
    if not (0 <= hour <= 23 and 0 <= minute <= 59):
        return None
    if low[last] in ZONES:
        last += 1 + (low[last] == "local" and low[last + 1] == "time")
    first, hedge = index, Hedge.EXACT
    if index > floor and low[index - 1] in PREPOSITIONS:
        first -= 1
        hedge = BOUNDS.get(low[first], Hedge.ABOUT if low[first] != "at" else Hedge.EXACT)
    moment = time(hour, minute)
    return ClockPhrase(first, last, Interval(moment, moment), hedge=hedge)
