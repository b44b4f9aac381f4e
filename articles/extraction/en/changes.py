"""Whether a figure is an amount of change, and in which direction."""

from __future__ import annotations

from typing import Final

from articles.extraction.currencies import SIGNS
from articles.extraction.en.currency_words import HUNDREDTHS
from articles.extraction.en.noun_words import STOPS
from articles.extraction.tokens import Tokens
from articles.values import Change, Kind

_UP: Final = """
    rose rise rises rising risen increase increased increases increasing grew grow grows growing grown climbed climb
    climbs climbing jumped jump jumps jumping surged surge surges surging soared soar soars soaring gained gain gains
    gaining up added adding expanded expand expands advanced advance advances advancing higher raised raise
    raises raising boosted boost boosting leapt leaped leap leaps spiked spike spikes rallied rally rallies swelled
    swollen lifted lift lifts lifting hiked hike hikes hiking widen widens widened widening rocketed ballooned
    mushroomed rebounded rebound accelerated strengthened appreciated improved firmed inflated upped
"""
_DOWN: Final = """
    fell fall falls falling fallen decrease decreased decreases decreasing dropped drop drops dropping declined decline
    declines declining down lost losing slid slide slides sliding slipped slip slips slipping slumped slump
    slumps plunged plunge plunges plunging tumbled tumble tumbles sank sink sinks sunk shrank shrink shrinks shrunk
    shrinking cut cuts cutting reduced reduce reduces reducing lower lowered lowering eased ease eases easing dipped
    dip dips dipping contracted contract contracts contracting retreated retreat shed sheds shedding trimmed trim
    trimming slashed slash slashing narrow narrows narrowed narrowing plummeted plummet plummeting nosedived crashed
    sagged skidded weakened depreciated diminished dwindled receded subsided curbed curb downed
"""
DIRECTIONS: Final = dict.fromkeys(_UP.split(), Change.UP) | dict.fromkeys(_DOWN.split(), Change.DOWN)
# "Raised $5m" tells what was raised; only "raised by $5m" and "lost 5%" are changes.
TRANSITIVE: Final = frozenset(
    "raised raise raising cut cuts cutting reduced reduce reducing added adding lost losing boosted lowered "
    "raises lifted lift lifts lifting hiked hike hikes hiking trimmed trim trimming slashed slash slashing upped "
    "improved boost boosting curbed curb downed".split()
)
# "Shot down 87 drones", "set up 12 camps": the adverb belongs to the verb.
PHRASAL: Final = frozenset(
    "shot shoot shooting turned brought bring took taken take set setting made make makes put gave give picked pick "
    "blew blown backed rounded held hold signed sign lined broke tore torn gunned laid stepped struck locked burned "
    "splashed pinned knocked wound come came sat handed end clean cleaned opened bought snapped racked piled "
    "called chased hunted tracked".split()
)
LINKS: Final = frozenset(
    "a an of the another further additional some about only just total combined net full record whopping modest mere "
    "seasonally adjusted annualised annualized massive staggering sharp big huge".split()
)
# "Fell below 1,000", "rose above 80": where it stands now, and no amount of change.
LEVELS: Final = frozenset({"above", "below", "under", "beyond", "past", "at", "to"})
# What is lost or gained on the way to a level is a change: "lost $1.14 to settle at $94".
TO_LEVEL: Final = frozenset({"to", "at"})
SHARES: Final = frozenset({"%", "percent", "cent", "points", "point"})
NOUNS_AFTER: Final = dict.fromkeys(
    "rise rises increase increases jump gain surge growth advance climb hike hikes upturn rally uptick".split(),
    Change.UP,
) | dict.fromkeys(
    "drop drops fall decline decrease cut cuts reduction loss slump plunge slide dip contraction tumble downturn "
    "shortfall".split(),
    Change.DOWN,
)
# "$1.20 dearer", "0.3 percent weaker".
PRICED: Final = dict.fromkeys(("dearer", "firmer", "stronger", "warmer", "hotter"), Change.UP) | dict.fromkeys(
    ("weaker", "softer", "cheaper", "cooler", "colder"), Change.DOWN
)
# "12 percent up on last year".
UP_AND_DOWN: Final = {"up": Change.UP, "down": Change.DOWN}
# "20 percent more likely" compares two things; nothing changed.
QUALITIES: Final = frozenset(
    "likely expensive effective efficient powerful often common accurate productive popular attractive".split()
)
COMPARED: Final = {
    "more": Change.UP,
    "larger": Change.UP,
    "fewer": Change.DOWN,
    "less": Change.DOWN,
    "smaller": Change.DOWN,
}
# "By an average of 3 days", "by a total of 40".
DETERMINERS: Final = frozenset({"a", "an"})
# "Rose at least 30 percent".
BOUNDS: Final = frozenset({"least", "most"})
REACH: Final = 4
OBJECT_REACH: Final = 5
OWNERS: Final = frozenset("the its his her their our".split())
BY_REACH: Final = 10
NEAR: Final = 6


def read_change(tokens: Tokens, first: int, last: int, floor: int, kind: Kind) -> Change | None:
    """Up or down where the figure says by how much something changed: "fell by 12 %", "a 5 % rise", "a $2 cut"."""
    is_share = tokens.low[last - 1] in SHARES
    change = _change_before(tokens, first, last, floor, is_share=is_share)
    return change or _change_after(tokens, last, is_share=is_share, is_amount=is_share or kind is Kind.MONEY)


def _change_before(tokens: Tokens, first: int, last: int, floor: int, *, is_share: bool) -> Change | None:
    """ "fell by 12 %", "rose 19 cents", "cut its forecast by three points", "gave up 0.3 %"."""
    low = tokens.low
    if low[first - 1] in ("up", "down") and low[first - 2] in PHRASAL:
        return Change.DOWN if is_share and low[first - 1] == "up" and low[first - 2] == "gave" else None
    if (low[first] in LEVELS and low[first + 1] not in BOUNDS) or (
        low[first] == "as" and low[first + 1] in ("high", "low")
    ):
        return None
    place = first - 3 if low[first - 1] == "of" and low[first - 3] in DETERMINERS else first
    if low[place - 1] == "by":
        return _nearest_direction(tokens, place)
    least = max(floor - REACH, -1)
    for place in range(first - 1, max(first - 1 - REACH, least), -1):
        word = low[place]
        if word in DIRECTIONS:
            is_held = word in TRANSITIVE and not is_share and not _goes_to_level(tokens, last)
            return None if is_held else DIRECTIONS[word]
        if word not in LINKS and not word.endswith("ly"):
            break
    return _change_of_object(tokens, first, floor) if is_share else None


def _nearest_direction(tokens: Tokens, place: int) -> Change | None:
    """The verb of change in the clause before "by": "cuts the risk of a second heart attack by"."""
    low = tokens.low
    for step in range(place - 1, max(place - BY_REACH, 0) - 1, -1):
        if low[step] in DIRECTIONS:
            return DIRECTIONS[low[step]]
        if place - step > NEAR and not low[step].isalpha():
            return None
    return None


def _change_of_object(tokens: Tokens, first: int, floor: int) -> Change | None:
    """ "Lifted the cash rate 25 basis points", "cut its forecast 2 percent": the object stands between."""
    low = tokens.low
    for place in range(first - 1, max(first - 1 - OBJECT_REACH, floor - 1), -1):
        word = low[place]
        if word in TRANSITIVE:
            return DIRECTIONS[word] if place < first - 1 else None
        if not word.isalpha() or (word in STOPS and (word not in OWNERS or place == first - 1)):
            return None
    return None


def _goes_to_level(tokens: Tokens, last: int) -> bool:
    """Whether money lost or gained leads to a price: "lost $1.14 to settle at $94", "added 40 cents to $3.10"."""
    low = tokens.low
    if low[last : last + 2] == [",", "or"]:  # "lost $14, or 1.1 percent"; "raised $5, or 3 percent of its goal"
        share = next((place for place in range(last + 2, last + BY_REACH) if low[place] in SHARES), last)
        return share > last and low[share + 1] != "of"
    if low[last - 1] not in HUNDREDTHS and not low[last - 1][:1].isdecimal():
        return False
    if low[last : last + 3] == ["to", "settle", "at"] or low[last : last + 3] == ["to", "close", "at"]:
        return True
    return low[last] in TO_LEVEL and (low[last + 1] in SIGNS or low[last + 1][:1].isdecimal())


def _change_after(tokens: Tokens, last: int, *, is_share: bool, is_amount: bool) -> Change | None:
    """ "a 5 % rise", "2 % lower", "a $1,200 increase", "a 3 percent annual drop"."""
    low, following = tokens.low, tokens.low[last]
    if following in ("higher", "lower"):
        return DIRECTIONS[following]
    if following in PRICED:
        return PRICED[following]
    if not is_amount:
        return None
    if following in NOUNS_AFTER:
        return NOUNS_AFTER[following]
    if following.isalpha() and following not in STOPS and low[last + 1] in NOUNS_AFTER:
        return NOUNS_AFTER[low[last + 1]]
    if following in UP_AND_DOWN:
        return UP_AND_DOWN[following]
    return COMPARED.get(following) if is_share and low[last + 1] not in QUALITIES else None
