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
LINKS: Final = frozenset({"a", "an", "of", "the", "another", "further", "some", "about"})
SHARES: Final = frozenset({"%", "percent", "cent", "points", "point"})
NOUNS_AFTER: Final = dict.fromkeys("rise increase jump gain surge growth advance climb hike up".split(), Change.UP) | (
    dict.fromkeys("drop fall decline decrease cut reduction loss slump plunge slide dip down".split(), Change.DOWN)
)
REACH: Final = 3
BY_REACH: Final = 6
# What an article says of a figure that it no longer holds.
SUPERSEDED: Final = frozenset(
    tuple(phrase.split())
    for phrase in """
        earlier put at|previously put at|initially put at|originally put at|revised from|revised down from|
        revised up from|instead of|rather than|earlier reported|previously reported|initially reported|
        earlier estimate of|previous estimate of|initial estimate of|earlier toll of|previous toll of|
        initial toll of|earlier count of|previous count of|earlier figure of|previous figure of
    """.split("|")
)
LENGTHS: Final = (2, 3)


def read_change(tokens: Tokens, first: int, last: int, floor: int) -> Change | None:
    """Up or down where the figure says by how much something changed: "fell by 12 %", "a 5 % rise"."""
    return _change_before(tokens, first, floor) or _change_after(tokens, last)


def _change_before(tokens: Tokens, first: int, floor: int) -> Change | None:
    """ "fell by 12 %", "rose 19 cents", "cut its forecast by three points"."""
    low = tokens.low
    least = max(floor - REACH, -1)
    if low[first - 1] == "by":
        return next((DIRECTIONS[word] for word in low[max(first - BY_REACH, 0) : first] if word in DIRECTIONS), None)
    for place in range(first - 1, max(first - 1 - REACH, least), -1):
        word = low[place]
        if word in DIRECTIONS:
            return None if word in TRANSITIVE else DIRECTIONS[word]
        if word not in LINKS:
            return None
    return None


def _change_after(tokens: Tokens, last: int) -> Change | None:
    """ "a 5 % rise", "2 % lower"."""
    following, unit = tokens.low[last], tokens.low[last - 1]
    if following in ("higher", "lower"):
        return DIRECTIONS[following]
    if unit not in SHARES:
        return None
    return NOUNS_AFTER.get(following)


def read_status(tokens: Tokens, first: int) -> ClaimStatus:
    """Whether the words before a figure take it back: "275, not 288", "earlier put at 288", "up from 3"."""
    low = tokens.low
    if low[first - 1] == "not" and low[first - 2] in (",", "and", "but", "—", "–", "("):
        return ClaimStatus.DENIED
    if low[first - 1] == "from" and low[first - 2] in DIRECTIONS:
        return ClaimStatus.SUPERSEDED
    is_past = any(tuple(low[first - length : first]) in SUPERSEDED for length in LENGTHS if length <= first)
    return ClaimStatus.SUPERSEDED if is_past else ClaimStatus.LIVE
