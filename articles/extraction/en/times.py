"""Times of day: "10:30", "5 p.m.", "15:00 GMT", "1500 GMT", "at noon"."""

from __future__ import annotations

from datetime import time
from typing import Final

from articles.extraction.language import LOCAL, ClockPhrase, frame_clock
from articles.extraction.tokens import Tokens
from articles.values import Hedge

MERIDIEMS: Final = {"am": 0, "a.m.": 0, "pm": 12, "p.m.": 12}
ZONES: Final = frozenset("gmt utc est edt cst cdt pst pdt mst mdt bst cet cest eet ist jst msk et pt ct".split()) | {
    LOCAL
}
# After four digits without a colon: "by 1530 GMT".
MILITARY: Final = frozenset("gmt utc bst cet cest eet ist jst msk".split())
NAMED: Final = {"noon": time(12), "midday": time(12), "midnight": time(0)}
PREPOSITIONS: Final = {
    "at": Hedge.EXACT,
    "around": Hedge.ABOUT,
    "about": Hedge.ABOUT,
    "by": Hedge.BY,
    "until": Hedge.UNTIL,
    "since": Hedge.SINCE,
    "before": Hedge.BEFORE,
    "after": Hedge.AFTER,
}


def read_time(tokens: Tokens, index: int, floor: int) -> ClockPhrase | None:
    """The time of day that begins at a token, or None."""
    word, low = tokens.word[index], tokens.low
    if low[index] in NAMED:
        is_time = index > floor and low[index - 1] in PREPOSITIONS and low[index - 1] != "since"
        return frame_clock(tokens, index, index + 1, floor, NAMED[low[index]], PREPOSITIONS) if is_time else None
    if not word[0].isdecimal() or len(word) > 8:
        return None
    last = index + 1
    clock = _read_clock(word, low[last])
    if clock is None:
        return None
    hour, minute = clock
    if low[last] in MERIDIEMS:
        if hour > 12 and low[last] not in ("pm", "p.m."):
            return None
        hour = hour % 12 + MERIDIEMS[low[last]] if hour <= 12 else hour
        last += 1
    if not (0 <= hour <= 23 and 0 <= minute <= 59):
        return None
    zone = None
    if low[last] in ZONES:
        zone = LOCAL if low[last] == LOCAL else low[last].upper()
        last += 1 + (zone == LOCAL and low[last + 1] == "time")
    return frame_clock(tokens, index, last, floor, time(hour, minute), PREPOSITIONS, zone)


def _read_clock(word: str, following: str) -> tuple[int, int] | None:
    """The hour and minute that digits name before the word that follows them, or None."""
    if ":" in word:
        hour, minute = word.split(":")[:2]
        return int(hour), int(minute.partition(".")[0])
    if following in MERIDIEMS and (word.isdecimal() or (len(word) <= 5 and word.replace(".", "", 1).isdecimal())):
        hour, _, minute = word.partition(".")
        return int(hour), int(minute or 0)
    if following in ("o'clock", "oclock") and word.isdecimal():
        return int(word), 0
    if following in MILITARY and len(word) == 4 and word.isdecimal():
        return int(word[:2]), int(word[2:])
    return None
