"""Figures that the article itself takes back: "275, not 288", "earlier put at 288", "That number was wrong".

What is taken back stands beside the figure, or in one of the two sentences after it.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from articles.extraction.en.changes import DIRECTIONS
from articles.extraction.phrases import Amount
from articles.extraction.tokens import BREAK, Tokens
from articles.values import ClaimStatus, Kind

EARLIER: Final = frozenset("earlier previously initially originally first formerly".split())
EARLIER_KINDS: Final = EARLIER | frozenset("previous initial preliminary prior original early provisional".split())
# What is said and counted: "an earlier toll of 40", "reports of 500 dead".
HEARSAY: Final = frozenset(
    "report reports claim claims rumour rumours rumor rumors suggestion suggestions allegation allegations figure "
    "figures estimate estimates toll tolls count counts tally tallies number numbers statement".split()
)
COUNTS: Final = frozenset(
    "figure figures estimate estimates toll tolls count counts tally tallies number numbers".split()
)
TELLING: Final = frozenset(
    "put said reported given gave estimated counted stated claimed listed placed set cited quoted spoke spoken".split()
)
INSTEAD: Final = frozenset({("instead", "of"), ("rather", "than"), ("revised", "from")})
# "Denied that 200 died", "denied reports of 200 dead"; who denies killing 200 does not doubt the figure.
DENIALS: Final = frozenset("denied denies deny denying rejected rejects dismissed dismisses refuted refutes".split())
WRONG: Final = frozenset(
    "wrong false incorrect inaccurate untrue mistaken unfounded erroneous exaggerated inflated overstated misleading "
    "error withdrawn retracted disproved discredited debunked".split()
)
WITHDREW: Final = frozenset("withdrew withdrawn withdraw retracted retract recanted disowned corrected".split())
DISOWNING: Final = WRONG | WITHDREW
LATER: Final = frozenset("later since subsequently afterwards then".split())
# Where a figure goes to after it was revised, and what doubled it.
TURNS: Final = frozenset(DIRECTIONS) | {"doubled", "tripled", "trebled", "quadrupled", "halved", "revised", "changed"}
REVISED: Final = frozenset("revised corrected changed amended updated lowered raised cut reduced increased".split())
POINTING: Final = frozenset({"that", "this", "the", "those", "these", "which", "it", "its"})
BE: Final = frozenset("were was are is proved be been being".split())
CLAUSE_ENDS: Final = frozenset({",", ";", ".", "but", "and", BREAK})
DENIAL_REACH: Final = 8
TELLING_REACH: Final = 10
FROM_REACH: Final = 12
TURN_REACH: Final = 5
REVISION_REACH: Final = 14
SENTENCES: Final = 2
NEIGHBOURS: Final = 6


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
    return ClaimStatus.SUPERSEDED if _is_earlier(tokens, first) else ClaimStatus.LIVE


def _is_earlier(tokens: Tokens, first: int) -> bool:
    """ "An earlier toll of 40", "a previously reported 40", "had earlier put it at 288", "initially given as 40"."""
    low = tokens.low
    if (low[first - 2], low[first - 1]) in INSTEAD:
        return True
    if low[first - 1] == "from" and low[first - 2] in ("down", "up") and low[first - 3] == "revised":
        return True
    if low[first - 1] in TELLING and low[first - 2] in EARLIER:
        return True
    if low[first - 1] not in ("of", "at", "as", "that"):
        return False
    start = max(first - TELLING_REACH, tokens.sentence(first)[0])
    words = low[start : first - 1]
    if low[first - 1] == "of" and low[first - 2] in HEARSAY and not EARLIER_KINDS.isdisjoint(words[-4:]):
        return True
    told = any(word in EARLIER and after in TELLING for word, after in pairwise(words))
    return told and (low[first - 2] in TELLING or not COUNTS.isdisjoint(words))


def _is_denied(tokens: Tokens, first: int, last: int) -> bool:
    """ "Denied that 200 soldiers died", "reports of 500 dead were wrong"."""
    low = tokens.low
    for place in range(first - 1, max(first - DENIAL_REACH, -1), -1):
        word = low[place]
        if word in CLAUSE_ENDS:
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
        if low[step] in (",", ".", ";", "but", BREAK):
            return False
        if low[step] in BE:
            return not WRONG.isdisjoint(low[step + 1 : step + 4])
    return False


def _came_to(tokens: Tokens, place: int) -> bool:
    """Whether the figure before "from" is the new one: "rose to $3.4 billion from $2.9 billion"."""
    low = tokens.low
    place -= low[place - 1] == ","  # "slid to 3.2 percent, from 4.9 percent"
    for step in range(place - 1, max(place - FROM_REACH, tokens.sentence(place)[0]), -1):
        if low[step] in (".", ";", ","):
            return False
        if low[step] == "to":
            return not TURNS.isdisjoint(low[max(step - TURN_REACH, 0) : step])
    return False


def retract(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """Mark the figures that later words take back; the list is changed in place.

    "12 were missing, but that number was revised to eight"; "He spoke of 500 dead. That figure was wrong."
    """
    can_disown = not DISOWNING.isdisjoint(tokens.vocabulary)
    for place, amount in enumerate(amounts):
        if amount.status is not ClaimStatus.LIVE or amount.kind is Kind.ORDINAL:
            continue
        if _is_revision(tokens, amount):
            _supersede(tokens, amounts, place)
        following = amounts[place + 1] if place + 1 < len(amounts) else None
        if can_disown and _is_disowned(tokens, amount, following):
            amounts[place] = replace(amount, status=ClaimStatus.DENIED)
    return amounts


def _is_revision(tokens: Tokens, amount: Amount) -> bool:
    """Whether a figure is what another was corrected to: "later revised to 8", "That number was cut to 8"."""
    low, first = tokens.low, amount.first
    if low[first - 1] != "to":
        return False
    verb = first - 2 - (low[first - 2] in ("down", "up", "upwards", "downwards"))
    start = max(verb - REVISION_REACH, tokens.sentence(first)[0])
    for place in range(verb, max(verb - NEIGHBOURS, start - 1), -1):
        if low[place] in REVISED:
            subject = low[start:place]
            named = not COUNTS.isdisjoint(low[place + 1 : verb + 1])
            if named and "from" not in low[place:verb]:
                return True
            if place != verb:
                return False
            return low[place - 1] in LATER or (not POINTING.isdisjoint(subject) and not HEARSAY.isdisjoint(subject))
    return False


def _supersede(tokens: Tokens, amounts: list[Amount], place: int) -> None:
    """Mark the figure that the one at `place` corrects: the last of its sort, at most two sentences before."""
    amount = amounts[place]
    start = _earlier_sentence(tokens, amount.first)
    for index in range(place - 1, max(place - NEIGHBOURS, -1), -1):
        other = amounts[index]
        if other.first < start:
            return
        is_like = other.kind is amount.kind and (amount.unit is None or other.unit == amount.unit)
        if is_like and other.numbers != amount.numbers:
            if other.status is ClaimStatus.LIVE and other.change is None:
                amounts[index] = replace(other, status=ClaimStatus.SUPERSEDED)
            return


def _earlier_sentence(tokens: Tokens, index: int) -> int:
    """The first token of the sentence two before that of a token."""
    start = tokens.sentence(index)[0]
    for _ in range(SENTENCES):
        if start > 1:
            start = tokens.sentence(start - 1)[0]
    return start


def _is_disowned(tokens: Tokens, amount: Amount, following: Amount | None) -> bool:
    """Whether the words between a figure and the next say that it was wrong, or that it was withdrawn."""
    limit = tokens.count if following is None else following.first
    end = tokens.sentence(amount.last - 1)[1]
    if _is_withdrawn(tokens, amount.last, min(end, limit)):
        return True
    for _ in range(SENTENCES):
        start = end
        while start < tokens.count and tokens.low[start] == BREAK:
            start += 1
        if start >= limit or start >= tokens.count:
            return False
        end = tokens.sentence(start)[1]
        if tokens.low[start] in POINTING and tokens.low[start + 1] in HEARSAY and _is_wrong(tokens, start + 2):
            return True
        if _is_withdrawn(tokens, start, min(end, limit)) and not HEARSAY.isdisjoint(
            tokens.low[start : min(end, start + REVISION_REACH)]
        ):
            return True
    return False


def _is_withdrawn(tokens: Tokens, start: int, end: int) -> bool:
    """ "..., which it later withdrew", "The agency has since retracted the report"."""
    low, limit = tokens.low, min(end, start + REVISION_REACH)
    if LATER.isdisjoint(low[start:limit]):
        return False
    for place in range(start, limit):
        if low[place] in LATER and not WITHDREW.isdisjoint(low[place + 1 : min(place + 4, end)]):
            return "to" not in low[place : min(place + NEIGHBOURS, end)]
    return False
