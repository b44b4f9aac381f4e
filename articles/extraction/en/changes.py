"""Whether a figure is an amount of change, and whether the article itself takes it back."""

from __future__ import annotations

from typing import Final

from articles.extraction.tokens import Tokens
from articles.values import Change, ClaimStatus

_UP: Final = """
    rose rise rises rising risen increase increased increases increasing grew grow grows growing grown climbed climb
    climbs climbing jumped jump jumps jumping surged surge surges surging soared soar soars soaring gained gain gains
    gaining up added adding expanded expand advanced advance higher raised raise raising boosted boost leapt spiked
    rallied swelled
"""
_DOWN: Final = """
    fell fall falls falling fallen decrease decreased decreases decreasing dropped drop drops dropping declined decline
    declines declining down lost losing slid slide slipped slip slumped slump plunged plunge tumbled tumble sank sink
    shrank shrink shrunk cut cuts cutting reduced reduce reducing lower lowered lowering eased ease dipped dip
    contracted contract retreated shed
"""
DIRECTIONS: Final = dict.fromkeys(_UP.split(), Change.UP) | dict.fromkeys(_DOWN.split(), Change.DOWN)
# "Raised $5m" tells what was raised; only "raised by 5%" is a change.
TRANSITIVE: Final = frozenset(
    "raised raise raising cut cuts cutting reduced reduce reducing added adding lost losing boosted lowered".split()
)
LINKS: Final = frozenset({"by", "a", "an", "of", "the", "another", "further", "some", "about"})
NOUNS_AFTER: Final = frozenset(
    "rise increase jump gain surge growth advance climb hike drop fall decline decrease cut reduction loss slump "
    "plunge slide dip".split()
)
# What an article says of a figure that it no longer holds.
SUPERSEDED: Final = (
    ("earlier", "put", "at"),
    ("previously", "put", "at"),
    ("initially", "put", "at"),
    ("originally", "put", "at"),
    ("revised", "from"),
    ("down", "from"),
    ("up", "from"),
    ("revised", "down", "from"),
    ("revised", "up", "from"),
    ("compared", "with", "an", "earlier"),
    ("instead", "of"),
    ("rather", "than"),
    ("earlier", "reported"),
    ("previously", "reported"),
    ("initially", "reported"),
    ("earlier", "estimate", "of"),
    ("previous", "estimate", "of"),
    ("earlier", "toll", "of"),
    ("previous", "toll", "of"),
    ("initial", "estimate", "of"),
    ("earlier", "count", "of"),
    ("earlier", "figure", "of"),
    ("previous", "figure", "of"),
)
LONGEST: Final = 4


def read_change(tokens: Tokens, first: int, last: int, floor: int) -> Change | None:
    """Up or down where the figure says by how much something changed: "fell by 12 %", "a 5 % rise"."""
    low, place = tokens.low, first - 1
    for _ in range(3):
        if place < max(floor - 3, 0):
            break
        word = low[place]
        if word in DIRECTIONS:
            return DIRECTIONS[word] if word not in TRANSITIVE or low[place + 1] == "by" else None
        if word not in LINKS:
            break
        place -= 1
    following = low[last] if low[last] != "-" else ""
    if following in NOUNS_AFTER and low[last - 1] in ("%", "percent", "cent", "points", "point"):
        return DIRECTIONS.get(following, Change.UP if following in ("growth", "hike") else Change.DOWN)
    if following in ("higher", "lower") or (
        following in ("up", "down") and low[last - 1] in ("%", "percent", "points")
    ):
        return DIRECTIONS[following]
    return None


def read_status(tokens: Tokens, first: int) -> ClaimStatus:
    """Whether the words before a figure take it back: "275, not 288", "earlier put at 288", "up from 3"."""
    low = tokens.low
    before = low[first - 1] if first else ""
    if before == "not" and first > 1 and low[first - 2] in (",", "and", "but", "—", "–", "("):
        return ClaimStatus.DENIED
    window = tuple(low[max(first - LONGEST, 0) : first])
    for words in SUPERSEDED:
        if window[-len(words) :] == words:
            return ClaimStatus.SUPERSEDED
    if before == "from" and first > 1 and low[first - 2] in DIRECTIONS:
        return ClaimStatus.SUPERSEDED
    return ClaimStatus.LIVE
