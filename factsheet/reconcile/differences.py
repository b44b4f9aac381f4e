"""What a difference looks like: a later count, another date, another scope. Said as a hint, never as a finding."""

from __future__ import annotations

import re
from decimal import Decimal

from articles.values import Kind, share_apart
from factsheet.reconcile.frames import Frame
from factsheet.reconcile.lexicon.outcomes import COUNTED_ON, CUMULATIVE, RISING
from factsheet.reconcile.lexicon.words import DEFINITION_WORDS
from factsheet.reconcile.measures import decimals_of
from factsheet.reconcile.profiles import FULL, Profile, profile_of
from factsheet.reconcile.sides import Side
from factsheet.reconcile.tokens import Sense, stem, tokenise
from factsheet.reconcile.verdicts import Difference, RelationKind, Verdict

ALARMS = (RelationKind.TENSION, RelationKind.CONFLICT)
CLOSE = FULL // 2
REACH = 40


def explain_difference(a: Side, b: Side, verdict: Verdict) -> Verdict:
    """`verdict` with the kind of difference named where the words or dates show one; `a` was published no later than
    `b`.

    Figures that their own articles set apart - as an earlier count, as a forecast or a demand, as one part of a whole -
    contradict nothing.
    """
    if not (a.is_live and b.is_live) and verdict.kind in ALARMS:
        return Verdict(RelationKind.CONSISTENT, Difference.REVISION)
    if verdict.kind not in ALARMS or verdict.difference in SAID_APART or a.kind is Kind.TIME:
        return verdict
    if a.kind is Kind.DATE:
        # The days on which something was said are as many as there were sayings.
        told = Frame.FORMER in profile_of(a).frames & profile_of(b).frames
        return Verdict(RelationKind.CONSISTENT, Difference.AS_OF) if told else verdict
    if apart := _set_apart(profile_of(a), profile_of(b)):
        return Verdict(RelationKind.CONSISTENT, apart)
    if verdict.difference is not None:
        return verdict
    if is_revision(a, b):
        return Verdict(RelationKind.CONSISTENT, Difference.REVISION)
    if may_still_move(a, b):
        return Verdict(RelationKind.TENSION, Difference.REVISION)
    if a.as_of and b.as_of and a.as_of != b.as_of:
        return Verdict(verdict.kind, Difference.AS_OF)
    if (profile_of(a).scope ^ profile_of(b).scope) & DEFINITION_WORDS:
        return Verdict(verdict.kind, Difference.DEFINITION)
    return Verdict(verdict.kind, Difference.SCOPE) if differ_in_scope(a, b) else verdict


SAID_APART = frozenset({Difference.DIRECTION, Difference.UNIT})

BY_FRAME: dict[Frame, Difference] = {
    Frame.FORMER: Difference.REVISION,
    Frame.EARLIER: Difference.AS_OF,
    Frame.FORECAST: Difference.EXPECTED,
    Frame.WISHED: Difference.EXPECTED,
    Frame.PART: Difference.PART,
}


def _set_apart(a: Profile, b: Profile) -> Difference | None:
    """What sets one of two figures apart from the other by the words of its own clause."""
    if Frame.PART in a.frames & b.frames and a.event != b.event:
        return Difference.PART
    frames = a.frames ^ b.frames
    found = next((difference for frame, difference in BY_FRAME.items() if frame in frames), None)
    # What a later article tells as former was not replaced by what an earlier one says.
    return Difference.AS_OF if found is Difference.REVISION and Frame.FORMER in b.frames else found


def is_revision(a: Side, b: Side) -> bool:
    """Whether `b` is a later count of what `a` counted: a running count, told on a later day, that moved as such
    counts move.
    """
    x, y = decimals_of(a), decimals_of(b)
    if x is None or y is None or a.published is None or b.published is None or a.published >= b.published:
        return False
    events = {profile_of(a).event, profile_of(b).event} & CUMULATIVE
    if not (events or MOVING.search(_near(b))) or _looks_back(a) or _looks_back(b):
        return False
    earlier, later = x.low if x.low is not None else x.high, y.low if y.low is not None else y.high
    return earlier is not None and later is not None and (later > earlier or not events & RISING)


def may_still_move(a: Side, b: Side) -> bool:
    """Whether two figures of one day are of a running count, so that each may be right at its hour."""
    x, y = decimals_of(a), decimals_of(b)
    if x is None or y is None or a.published is None or a.published != b.published:
        return False
    if _looks_back(a) or _looks_back(b):
        return False
    if profile_of(a).event != profile_of(b).event or profile_of(a).event not in COUNTED_ON:
        return False
    earlier, later = x.low if x.low is not None else x.high, y.low if y.low is not None else y.high
    return earlier is not None and later is not None and share_apart(earlier, later) <= MOVED_BY


MOVED_BY = Decimal("0.35")
"""By how much, at most, a count moves within a day in which nobody calls it wrong."""

MOVING = re.compile(
    r"\b(?:now|so far|to date|latest|updated|revised|up from|down from|up #|ha(?:s|ve|d) (?:since |now )?"
    r"(?:risen|climbed|grown|reached|passed|mounted|fallen|dropped))\b",
    re.IGNORECASE,
)
PAST_PERIOD = re.compile(
    r"\b(?:since (?:\w+ ){0,3}(?:19|20)\d\d|since then|annual(?:ly)?|an? year|per year|last year|years|decades?)\b",
    re.IGNORECASE,
)


def _near(side: Side) -> str:
    """The words beside the figure, which is "#"."""
    end = side.offset + side.end - side.start
    return f"{side.sentence[max(side.offset - REACH, 0) : side.offset]}#{side.sentence[end : end + REACH]}"


def _looks_back(side: Side) -> bool:
    """Whether the count runs over a past period ("since 2013") and so does not move from one day to the next."""
    return bool(PAST_PERIOD.search(f"{side.before[-REACH:] if side.offset < REACH else ''} {_near(side)}"))


def differ_in_scope(a: Side, b: Side) -> bool:
    """Whether the nouns differ, or what happened to those counted, or only one side narrows what it counts."""
    one, other = _noun_stems(a), _noun_stems(b)
    if one and other and one != other:
        return True
    p, q = profile_of(a), profile_of(b)
    return p.scope != q.scope or _said_differently(p, q)


def _noun_stems(side: Side) -> frozenset[str]:
    return frozenset(
        stem(token.text) for token in tokenise(side.noun or "") if token.sense not in (Sense.EMPTY, Sense.BREAK)
    )


def _said_differently(a: Profile, b: Profile) -> bool:
    if a.event is None or b.event is None or a.event == b.event:
        return False
    return min(a.events.get(a.event, 0), b.events.get(b.event, 0)) >= CLOSE
