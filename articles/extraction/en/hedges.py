"""How words qualify the figure beside them.

The classes follow the hedging vocabulary of the Reuters and AP style guides; which side of a bound a figure belongs to
("more than" leaves it out, "at least" takes it in) is the plain meaning of the words.
"""

from __future__ import annotations

from typing import Final

from articles.extraction.currencies import SIGNS
from articles.extraction.en.changes import DIRECTIONS, TRANSITIVE
from articles.extraction.en.number_words import CARDINALS, SMALL
from articles.extraction.en.units import TIMES
from articles.extraction.hedge_phrases import HedgePhrases
from articles.extraction.tokens import Tokens
from articles.values import Change, Hedge

# How far past a bound, or how little: the side of it is what the words say.
_FAR: Final = "well|far|much|way|comfortably|considerably|significantly|substantially|even|still"
_NEAR: Final = "just|only just|slightly|a little|a bit|a touch|a shade|marginally|fractionally|narrowly|somewhat"
_ABOVE: Final = "more than|over|above|in excess of|beyond|greater than|higher than|larger than|north of"
_BELOW: Final = "less than|fewer than|under|below|lower than|smaller than|south of"
_SHORT: Final = "short of|shy of"


def _with(adverbs: str, bounds: str) -> str:
    """Each of the bounds after each of the adverbs."""
    return "|".join(f"{adverb} {bound}" for adverb in adverbs.split("|") for bound in bounds.split("|"))


_BEFORE: Final = {
    Hedge.ABOUT: f"""
        about|around|approximately|approx|approx .|roughly|some|circa|ca .|nearly|almost|near|close to|close on|nearer|
        an estimated|estimated at|estimated at about|a reported|in the region of|in the order of|on the order of|
        in the neighborhood of|in the neighbourhood of|in the vicinity of|something like|anything like|more like|
        more or less|give or take|just about|virtually|practically|approaching|nearing|~|≈|somewhere around|
        somewhere near|very nearly|pretty much|the best part of|the better part of|shy of|to around|
        estimated|probably|perhaps|maybe|about another|around another|an approximate|
        {_with(_NEAR, _SHORT)}
    """,
    Hedge.MORE_THAN: f"""
        {_ABOVE}|{_with(_FAR, _ABOVE)}|{_with(_NEAR, _ABOVE)}|
        bigger than|upwards of|upward of|exceeding|exceeded|exceeds|exceed|topped|
        topping|tops|top|surpassed|surpassing|surpasses|surpass|>|older than|longer than|heavier than|taller than|
        has exceeded|have exceeded|outnumbering
    """,
    Hedge.AT_LEAST: """
        at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of|at a minimum|
        at the very least|at the minimum|>=|≥|greater than or equal to|more than or equal to|at least or equal to|
        at the least|bigger or equal than|bigger than or equal to|no lower than|no smaller than|no shorter than|
        no younger than|a minimum
    """,
    Hedge.LESS_THAN: f"""
        {_BELOW}|{_with(_FAR, _BELOW)}|{_with(_NEAR, _BELOW)}|
        shorter than|younger than|cheaper than|<|not quite|far short of|well short of|
        fell short of|fall short of|falls short of|falling short of
    """,
    Hedge.AT_MOST: """
        at most|no more than|not more than|a maximum of|maximum of|at the most|at the very most|at a maximum|<=|≤|
        less than or equal to|fewer than or equal to|no higher than|no greater than|no larger than|no bigger than|
        no longer than|no older than|smaller or equal than|smaller than or equal to|not exceeding|capped at|
        a ceiling of|a limit of|not over|a maximum
    """,
    Hedge.UP_TO: """
        up to|as many as|as much as|as high as|upto|as large as|as long as|up to about|up to around|as many as about|
        as much as about|as big as|up to as many as|up to another
    """,
}
# "As few as 10" bounds from below and claims no more.
_LOW_AS: Final = "as few as|as little as|as low as"
_AFTER: Final = {
    Hedge.AT_LEAST: "or more|or even more|or above|or over|or higher|and above|and over|and up|and upwards|or upwards|"
    "or greater|plus|- plus|+|at least|at a minimum|at the very least|and more|or older|or longer|or later|and older|"
    "or better|and counting",
    Hedge.AT_MOST: "or less|or fewer|or below|or under|or lower|or younger|and under|and below|at most|at the most|"
    "at the very most|tops|max",
    Hedge.ABOUT: "or so|or thereabouts|more or less|give or take|odd|- odd|- ish|- some",
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
    "edged edges inched crept ticked nudged went go goes going moved bumped stepped shot climbed rounded levelled "
    "pushed revised".split()
)
POINTERS: Final = frozenset("old ago later earlier after before since".split())
# After these "over", "under" and "above" belong to the verb or the noun: "fears over two tests", "served under three".
BEFORE_PREPOSITIONS: Final = frozenset(
    """
    all spread took take taken taking takes hand handed win won mulled control power half just fears fear concern
    concerns dispute disputes row battle charged arrested questioned detained jailed protest protests victory lead
    influence authority debate debates talks negotiations tensions tension anger outrage criticism clash clashes
    clashed divided split resign resigned sued suing lawsuit case feud standoff deadlock doubts doubt worries
    controversy scandal uncertainty advantage edge presided preside flew flying hovering
    looming crossed argue argued quarrel hearing investigation inquiry probe agreement deal investigated mourned
    served serving worked buried trapped operates operating comes placed it
    """.split()
)
# After these "about" says of what: "a film about two brothers"; before a large number it is a hedge even so.
TOPICS: Final = frozenset(
    """
    film movie book story stories song play documentary article asked ask talk talks talked speak spoke think thought
    worry worried worries concern concerns concerned information question questions complained complain told know
    learned warned lied read wrote debate all what how report reports something nothing details happy sure
    """.split()
)
# After these "near" is a hedge; elsewhere it is a place.
LEVELS: Final = frozenset(
    "at to is are was were stood stands stand traded trading trade held hold holds record hit hovered hovering remain "
    "remains remained rate rates levels level prices price".split()
)
BEFORE_NUMBERS: Final = CARDINALS | {"a", "an"}
DETERMINERS: Final = frozenset("the a an its his her their our my your 's ’s both all".split())


def is_span_over(tokens: Tokens, first: int, last: int, floor: int) -> bool:
    """Whether the "over" before a length of time says during: "$5 billion over five years", not "for over five years".

    It qualifies the length only after a preposition or a verb of lasting, and before "old" or a word that points.
    """
    low = tokens.low
    if first - 1 < floor or low[first - 1] != "over" or low[last - 1] not in TIMES or low[last] in POINTERS:
        return False
    return first - 1 == tokens.sentence(first)[0] or low[first - 2] not in LASTING


def _is_other_use(tokens: Tokens, start: int, words: tuple[str, ...]) -> bool:
    """Whether a phrase is no hedge here: "won over 12 juries", "edged up to 3", "a film about two boys"."""
    if not start:
        return False
    before = tokens.low[start - 1]
    if words == ("up", "to"):
        return before in MOVES or (DIRECTIONS.get(before) is Change.UP and before not in TRANSITIVE)
    if len(words) > 1:
        return False
    match words[0]:
        case "over" | "above" | "below" | "under":
            return before[-1:].isdecimal() or before in SMALL or before in BEFORE_PREPOSITIONS or before == "-"
        case "about":
            return before in TOPICS and tokens.low[start + 1] in SMALL
        case "near":
            return before not in LEVELS
        case "top" | "tops":
            return before in DETERMINERS or tokens.word[start].istitle()
        case _:
            return False


def _adds(tokens: Tokens, end: int, words: tuple[str, ...]) -> bool:
    """Whether the words belong to what follows instead of leaving the figure open: "12 ships and more than 3 boats"."""
    following = tokens.low[end]
    if words[-1] in ("more", "less", "fewer", "higher", "lower", "greater") and following == "than":
        return True
    if words[0] == "and" and (following[:1].isdecimal() or following in BEFORE_NUMBERS):  # "above 10 and below 20"
        return True
    return (words == ("plus",) and (following[:1].isalpha() or following in SIGNS)) or (
        words == ("+",) and following[:1].isdecimal()
    )


HEDGES: Final = HedgePhrases(
    _BEFORE | {Hedge.AT_LEAST: _BEFORE[Hedge.AT_LEAST] + "|" + _LOW_AS}, _AFTER, _is_other_use, _adds
)
read_hedge_before: Final = HEDGES.read_before
read_hedge_after: Final = HEDGES.read_after
