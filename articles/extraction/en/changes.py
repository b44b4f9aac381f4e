"""Whether a figure is an amount of change, and whether the article itself takes it back."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articles.extraction.currencies import SIGNS
from articles.extraction.en.currency_words import HUNDREDTHS
from articles.extraction.en.noun_words import STOPS
from articles.extraction.phrases import Amount
from articles.extraction.tokens import Tokens
from articles.values import Change, ClaimStatus, Kind

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
    "called".split()
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
REACH: Final = 4
BY_REACH: Final = 6
# What an article says of a figure that it no longer holds.
SUPERSEDED: Final = frozenset(
    tuple(phrase.split())
    for phrase in """
        earlier put at|previously put at|initially put at|originally put at|revised from|revised down from|
        revised up from|instead of|rather than|earlier reported|previously reported|initially reported|
        earlier estimate of|previous estimate of|initial estimate of|earlier toll of|previous toll of|
        initial toll of|earlier reports of|earlier report of|initial reports of|previous reports of|early reports of|
        initially given as|earlier given as|previously given as|earlier figures of|first reported as|
        earlier count of|previous count of|earlier figure of|previous figure of
    """.split("|")
)
LENGTHS: Final = (2, 3)
# "Denied that 200 died", "denied reports of 200 dead"; who denies killing 200 does not doubt the figure.
DENIALS: Final = frozenset("denied denies deny denying rejected rejects dismissed dismisses refuted refutes".split())
HEARSAY: Final = frozenset(
    "report reports claim claims rumour rumours rumor rumors suggestion suggestions allegation allegations figure "
    "figures estimate estimates toll tolls count counts number numbers".split()
)
WRONG: Final = frozenset(
    "wrong false incorrect inaccurate untrue mistaken unfounded erroneous exaggerated inflated overstated misleading "
    "error".split()
)
DENIAL_REACH: Final = 8
# Where a figure goes to after it was revised, and what doubled it.
TURNS: Final = frozenset(DIRECTIONS) | {"doubled", "tripled", "trebled", "quadrupled", "halved", "revised", "changed"}
REVISED: Final = frozenset("revised corrected changed amended updated lowered raised cut".split())
FROM_REACH: Final = 12


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
    if low[first] in LEVELS:
        return None
    if low[first - 1] == "by":
        return next((DIRECTIONS[word] for word in low[max(first - BY_REACH, 0) : first] if word in DIRECTIONS), None)
    least = max(floor - REACH, -1)
    for place in range(first - 1, max(first - 1 - REACH, least), -1):
        word = low[place]
        if word in DIRECTIONS:
            is_held = word in TRANSITIVE and not is_share and not _goes_to_level(tokens, last)
            return None if is_held else DIRECTIONS[word]
        if word not in LINKS and not word.endswith("ly"):
            return None
    return None


def _goes_to_level(tokens: Tokens, last: int) -> bool:
    """Whether money lost or gained leads to a price: "lost $1.14 to settle at $94", "added 40 cents to $3.10"."""
    low = tokens.low
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
    if not is_amount:
        return None
    if following in NOUNS_AFTER:
        return NOUNS_AFTER[following]
    if following.isalpha() and following not in STOPS and low[last + 1] in NOUNS_AFTER:
        return NOUNS_AFTER[low[last + 1]]
    if following in UP_AND_DOWN:
        return UP_AND_DOWN[following]
    return COMPARED.get(following) if is_share and low[last + 1] not in QUALITIES else None


def read_status(tokens: Tokens, first: int, last: int) -> ClaimStatus:
    """Whether the words beside a figure on the tokens `first` to `last` (exclusive) take it back.

    "275, not 288", "earlier put at 288", "up from 3", "rose to 4 from 3", "reports of 500 dead were wrong".
    """
    low = tokens.low
    if low[first - 1] == "not" and low[first - 2] in (",", "and", "but", "—", "–", "("):
        return ClaimStatus.DENIED
    if _is_denied(tokens, first, last):
        return ClaimStatus.DENIED
    source = first - 1 - (low[first - 1] == "the")
    if low[source] == "from" and (low[source - 1] in DIRECTIONS or _came_to(tokens, source)):
        return ClaimStatus.SUPERSEDED
    is_past = any(tuple(low[first - length : first]) in SUPERSEDED for length in LENGTHS if length <= first)
    return ClaimStatus.SUPERSEDED if is_past else ClaimStatus.LIVE


def _is_denied(tokens: Tokens, first: int, last: int) -> bool:
    """ "Denied that 200 soldiers died", "reports of 500 dead were wrong"."""
    low, start = tokens.low, tokens.sentence(first)[0]
    for place in range(first - 1, max(first - DENIAL_REACH, start - 1), -1):
        word = low[place]
        if word in (",", ";", "but", "and"):
            break
        if word in DENIALS:
            return low[place + 1] == "that" or not HEARSAY.isdisjoint(low[place + 1 : min(place + 4, first)])
    if low[first - 1] not in ("of", "that") or low[first - 2] not in HEARSAY:
        return False
    return _is_wrong(tokens, last)


def _is_wrong(tokens: Tokens, place: int) -> bool:
    """ "... were wrong", "... was later found to be incorrect": what is said of the words before a token."""
    low = tokens.low
    for step in range(place, place + DENIAL_REACH):
        if low[step] in (",", ".", ";", "but", ""):
            return False
        if low[step] in ("were", "was", "are", "is", "proved", "be"):
            return not WRONG.isdisjoint(low[step + 1 : step + 4])
    return False


def _came_to(tokens: Tokens, place: int) -> bool:
    """Whether the figure before "from" is the new one: "rose to $3.4 billion from $2.9 billion"."""
    low = tokens.low
    for step in range(place - 1, max(place - FROM_REACH, tokens.sentence(place)[0]), -1):
        if low[step] in (".", ";", ","):
            return False
        if low[step] == "to":
            return low[step - 1] in TURNS
    return False


def retract(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Mark the figures that later words take back.

    "12 were missing, but that number was revised to eight"; "Earlier he spoke of 500 dead. That figure was wrong."
    """
    for place, amount in enumerate(amounts):
        if amount.status is not ClaimStatus.LIVE or amount.kind is Kind.ORDINAL:
            continue
        following = amounts[place + 1] if place + 1 < len(amounts) else None
        end = tokens.sentence(amount.last - 1)[1]
        if following is not None and _revises(tokens, amount, following):
            amounts[place] = replace(amount, status=ClaimStatus.SUPERSEDED)
        elif (following is None or following.first >= end) and _is_disowned(tokens, end):
            amounts[place] = replace(amount, status=ClaimStatus.DENIED)
    return amounts


def _revises(tokens: Tokens, amount: Amount, following: Amount) -> bool:
    """Whether the next figure is what the first was corrected to."""
    low, first = tokens.low, following.first
    if low[first - 1] != "to" or first - amount.last > REVISION_REACH:
        return False
    verb = first - 2 - (low[first - 2] in ("down", "up", "upwards", "downwards"))
    if low[verb] not in REVISED or not BACK.isdisjoint(low[verb + 1 : first - 1]) or following.kind is not amount.kind:
        return False
    if low[verb - 1] in ("later", "since", "subsequently"):
        return True
    return not POINTING.isdisjoint(low[amount.last : verb]) and not HEARSAY.isdisjoint(low[amount.last : verb])


def _is_disowned(tokens: Tokens, start: int) -> bool:
    """Whether the sentence that begins at a token says that the last figure was wrong: "That number was wrong"."""
    low = tokens.low
    while low[start] == "" and start < tokens.count:
        start += 1
    return low[start] in POINTING and low[start + 1] in HEARSAY and _is_wrong(tokens, start + 2)


REVISION_REACH: Final = 14
POINTING: Final = frozenset({"that", "this", "the", "those", "these", "which"})
BACK: Final = frozenset({"from"})
