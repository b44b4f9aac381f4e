"""How words qualify the figure beside them.

The classes follow the hedging vocabulary of the Reuters and AP style guides; which side of a bound a figure belongs to
("more than" leaves it out, "at least" takes it in) is the plain meaning of the words.
"""

from __future__ import annotations

from typing import Final

from articles.extraction.en.number_words import SMALL
from articles.extraction.en.units import TIMES
from articles.extraction.hedge_phrases import HedgePhrases
from articles.extraction.tokens import Tokens
from articles.values import Hedge

_BEFORE: Final = {
    Hedge.ABOUT: """
        about|around|approximately|approx|approx .|roughly|some|circa|ca .|nearly|almost|near|close to|close on|nearer|
        an estimated|estimated at|estimated at about|a reported|in the region of|in the order of|
        in the neighborhood of|in the neighbourhood of|something like|more or less|give or take|just about|virtually|
        approaching|~|≈|somewhere around|somewhere near|just under|just short of|just over|a little over|
        slightly over|slightly more than|a little more than|slightly less than|just shy of|shy of|a bit more than|
        estimated|probably|perhaps|maybe|about another|an average of|on average
    """,
    Hedge.MORE_THAN: """
        more than|over|well over|far more than|much more than|greater than|larger than|bigger than|higher than|
        above|upwards of|upward of|in excess of|exceeding|exceeded|exceeds|exceed|topped|topping|tops|surpassed|
        surpassing|surpasses|north of|beyond|>|well above|older than|longer than|heavier than|taller than|
        has exceeded|have exceeded|well more than
    """,
    Hedge.AT_LEAST: """
        at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|at a minimum|
        at the very least|>=|≥|greater than or equal to|more than or equal to|at least or equal to|at the least|
        bigger or equal than|bigger than or equal to|no lower than|no smaller than
    """,
    Hedge.LESS_THAN: """
        less than|fewer than|under|below|well under|well below|smaller than|lower than|shorter than|younger than|<|
        far fewer than|far less than|much less than|not quite
    """,
    Hedge.AT_MOST: """
        at most|no more than|not more than|a maximum of|maximum of|at the most|<=|≤|less than or equal to|
        fewer than or equal to|no higher than|no greater than|smaller or equal than|smaller than or equal to|
        not exceeding|capped at
    """,
    Hedge.UP_TO: """
        up to|as many as|as much as|as high as|upto|as large as|as long as|up to about|up to around|as many as about
    """,
}
# "As few as 10" bounds from below and claims no more.
_LOW_AS: Final = "as few as|as little as|as low as"
_AFTER: Final = {
    Hedge.AT_LEAST: "or more|or above|or over|or higher|and above|and over|and up|or greater|plus|- plus|+|at least|"
    "and more|or older|or longer|or later|and older",
    Hedge.AT_MOST: "or less|or fewer|or below|or under|or lower|at most|tops|or younger|and under",
    Hedge.ABOUT: "or so|or thereabouts|more or less|give or take|odd|- odd",
}


# Before "over ten years", where it is more than ten; elsewhere it is how long something took.
LASTING: Final = frozenset(
    """
    for in of after within since a the to by from with than is was are were be been being aged lasted lasts last lasting
    spent spend spends spending took take takes taken taking served serving serve waited wait waiting just well now
    already had has have and or , — – ( jailed imprisoned lived living stayed survived worked
    """.split()
)
# "Edged up to 3.9 %" tells where it stands now and bounds nothing.
MOVES: Final = frozenset(
    "edged edges inched crept ticked nudged went goes going moved bumped stepped shot climbed rounded levelled pushed "
    "revised".split()
)
POINTERS: Final = frozenset("old ago later earlier after before since".split())


def is_span_over(tokens: Tokens, first: int, last: int, floor: int) -> bool:
    """Whether the "over" before a length of time says during: "$5 billion over five years", not "for over five years".

    It qualifies the length only after a preposition or a verb of lasting, and before "old" or a word that points.
    """
    low = tokens.low
    if first - 1 < floor or low[first - 1] != "over" or low[last - 1] not in TIMES or low[last] in POINTERS:
        return False
    return first - 1 == tokens.sentence(first)[0] or low[first - 2] not in LASTING


def _is_preposition(tokens: Tokens, start: int, words: tuple[str, ...]) -> bool:
    """Whether "over", "above" or "up to" is no hedge here: "won over 12 juries", "edged up to 3"."""
    if words == ("up", "to"):
        return tokens.low[start - 1] in MOVES if start else False
    if len(words) > 1:
        return False
    before = tokens.low[start - 1] if start else ""
    if words[0] in ("over", "above", "below", "under"):
        if before[-1:].isdecimal() or before in SMALL:
            return True
        return before in ("all", "spread", "took", "take", "hand", "won", "mulled", "control", "power", "half", "just")
    return False


def _adds(tokens: Tokens, end: int, words: tuple[str, ...]) -> bool:
    """Whether the words belong to what follows instead of leaving the figure open: "12 ships and more than 3 boats"."""
    following = tokens.low[end]
    if words[-1] in ("more", "less", "fewer", "higher", "lower") and following == "than":
        return True
    return (words == ("plus",) and following[:1].isalpha()) or (words == ("+",) and following[:1].isdecimal())


HEDGES: Final = HedgePhrases(
    _BEFORE | {Hedge.AT_LEAST: _BEFORE[Hedge.AT_LEAST] + "|" + _LOW_AS}, _AFTER, _is_preposition, _adds
)
read_hedge_before: Final = HEDGES.read_before
read_hedge_after: Final = HEDGES.read_after
