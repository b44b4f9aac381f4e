"""Times of day: "10:30", "5 p.m.", "15:00 GMT", "1500 GMT", "shortly after midnight", "6 p.m. Eastern"."""

from __future__ import annotations

from datetime import time
from typing import Final

from articles.extraction.clocks import ClockPhrase, ClockWords, frame_clock
from articles.extraction.en.zone_words import read_zone
from articles.extraction.tokens import Tokens
from articles.values import Hedge

MERIDIEMS: Final = {"am": 0, "a.m.": 0, "pm": 12, "p.m.": 12}
NAMED: Final = {"noon": time(12), "midday": time(12), "midnight": time(0)}
# The tokens of "o'clock", and its other spelling.
OCLOCK: Final = (["o", "'", "clock"], ["o", "’", "clock"], ["oclock"])
# "3 in the morning", "8 o'clock in the evening".
PARTS: Final = {"morning": 0, "afternoon": 12, "evening": 12}
# After four figures without a colon: "0900 hours".
HOURS: Final = frozenset({"hours", "hrs"})
PREPOSITIONS: Final = {
    "at": Hedge.EXACT,
    "around": Hedge.ABOUT,
    "about": Hedge.ABOUT,
    "approximately": Hedge.ABOUT,
    "roughly": Hedge.ABOUT,
    "by": Hedge.BY,
    "until": Hedge.UNTIL,
    "till": Hedge.UNTIL,
    "since": Hedge.SINCE,
    "before": Hedge.BEFORE,
    "after": Hedge.AFTER,
    "past": Hedge.AFTER,
}
WORDS: Final = ClockWords(
    PREPOSITIONS,
    near=frozenset("shortly just soon right immediately moments minutes".split()),
    loose=frozenset("sometime time well long".split()),
)


def read_time(tokens: Tokens, index: int, floor: int) -> ClockPhrase | None:
    """The time of day that begins at a token, or None."""
    word, low = tokens.word[index], tokens.low
    if low[index] in NAMED:
        is_time = index > floor and low[index - 1] in PREPOSITIONS and low[index - 1] != "since"
        return _frame(tokens, index, index + 1, floor, NAMED[low[index]]) if is_time else None
    if not word[0].isdecimal() or len(word) > 8:
        return None
    if word == "12" and low[index + 1] in NAMED:
        return _frame(tokens, index, index + 2, floor, NAMED[low[index + 1]])
    clock = _read_clock(tokens, index)
    if clock is None:
        return None
    hour, minute, last = clock
    if low[last] in MERIDIEMS:
        if hour > 12 and low[last] not in ("pm", "p.m."):
            return None
        hour = hour % 12 + MERIDIEMS[low[last]] if hour <= 12 else hour
        last += 1
    elif 1 <= hour <= 12 and _names_part(tokens, last):
        hour, last = hour % 12 + PARTS[low[last + 2]], last + 3
    if not (0 <= hour <= 23 and 0 <= minute <= 59):
        return None
    return _frame(tokens, index, last, floor, time(hour, minute))


def _frame(tokens: Tokens, index: int, last: int, floor: int, moment: time) -> ClockPhrase:
    zone, last = read_zone(tokens, last) or (None, last)
    return frame_clock(tokens, index, last, floor, moment, WORDS, zone)


def _read_clock(tokens: Tokens, index: int) -> tuple[int, int, int] | None:
    """The hour and minute that figures name, and the token after what says that they do; None where nothing does."""
    word, following = tokens.word[index], tokens.low[index + 1]
    if ":" in word:
        hour, minute = word.split(":")[:2]
        return int(hour), int(minute.partition(".")[0]), index + 1 + (following in HOURS)
    if following in MERIDIEMS and (word.isdecimal() or (len(word) <= 5 and word.replace(".", "", 1).isdecimal())):
        hour, _, minute = word.partition(".")
        return int(hour), int(minute or 0), index + 1
    if not word.isdecimal():
        return None
    for spelling in OCLOCK if following in ("o", "oclock") else ():
        if tokens.low[index + 1 : index + 1 + len(spelling)] == spelling:
            return int(word), 0, index + 1 + len(spelling)
    if len(word) <= 2 and _names_part(tokens, index + 1):
        return int(word), 0, index + 1
    if len(word) == 4 and (following in HOURS or read_zone(tokens, index + 1)):
        return int(word[:2]), int(word[2:]), index + 1 + (following in HOURS)
    return None


def _names_part(tokens: Tokens, index: int) -> bool:
    return tokens.low[index : index + 2] == ["in", "the"] and tokens.low[index + 2] in PARTS
