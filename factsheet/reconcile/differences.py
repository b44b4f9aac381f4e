"""What a difference looks like: a later count, another date, another scope. Said as a hint, never as a finding."""

from __future__ import annotations

from articles.values import Kind
from factsheet.reconcile.lexicon.events import CUMULATIVE, RISING
from factsheet.reconcile.lexicon.words import SCOPE_WORDS
from factsheet.reconcile.measures import decimals_of
from factsheet.reconcile.profiles import FULL, Profile, profile_of
from factsheet.reconcile.sides import Side
from factsheet.reconcile.tokens import Sense, stem, tokenise
from factsheet.reconcile.verdicts import Difference, RelationKind, Verdict

ALARMS = (RelationKind.TENSION, RelationKind.CONFLICT)
CLOSE = FULL // 2


def explain_difference(a: Side, b: Side, verdict: Verdict) -> Verdict:
    """`verdict` with the kind of difference named where the words or dates show one; `a` was published no later than
    `b`.
    """
    if not (a.is_live and b.is_live) and verdict.kind in ALARMS:
        return Verdict(RelationKind.CONSISTENT, Difference.REVISION)
    if verdict.kind not in ALARMS or verdict.difference is not None or a.kind in (Kind.DATE, Kind.TIME):
        return verdict
    if is_revision(a, b):
        return Verdict(RelationKind.CONSISTENT, Difference.REVISION)
    if a.as_of and b.as_of and a.as_of != b.as_of:
        return Verdict(verdict.kind, Difference.AS_OF)
    return Verdict(verdict.kind, Difference.SCOPE) if differ_in_scope(a, b) else verdict


def is_revision(a: Side, b: Side) -> bool:
    """Whether `b` is a later count of what `a` counted: a running count, told on a later day, that moved as such
    counts move.
    """
    x, y = decimals_of(a), decimals_of(b)
    if x is None or y is None or a.published is None or b.published is None or a.published >= b.published:
        return False
    event = profile_of(b).event
    if event not in CUMULATIVE or _looks_back(a) or _looks_back(b):
        return False
    earlier, later = x.low if x.low is not None else x.high, y.low if y.low is not None else y.high
    return earlier is not None and later is not None and (later > earlier or event not in RISING)


def _looks_back(side: Side) -> bool:
    """Whether the count runs over a past period ("since 2013") and so does not move from one day to the next."""
    names = {token.text.lower() for token in tokenise(f"{side.before[-40:]} {side.sentence}")}
    return bool(names & {"since", "annual", "annually", "year", "years", "decade", "decades"})


def differ_in_scope(a: Side, b: Side) -> bool:
    """Whether the nouns differ, or what happened to those counted, or only one side narrows what it counts."""
    one, other = _noun_stems(a), _noun_stems(b)
    if one and other and one != other:
        return True
    if _qualifiers(a) != _qualifiers(b):
        return True
    return _said_differently(profile_of(a), profile_of(b))


def _noun_stems(side: Side) -> frozenset[str]:
    return frozenset(
        stem(token.text) for token in tokenise(side.noun or "") if token.sense not in (Sense.EMPTY, Sense.BREAK)
    )


def _qualifiers(side: Side) -> frozenset[str]:
    """The narrowing words right beside the figure."""
    end = side.offset + side.end - side.start
    near = side.sentence[max(side.offset - 30, 0) : end + 40].lower()
    return frozenset(
        word for word in SCOPE_WORDS if f" {word.replace('+', ' ')} " in f" {near} ".replace(",", " ").replace(".", " ")
    )


def _said_differently(a: Profile, b: Profile) -> bool:
    if a.event is None or b.event is None or a.event == b.event:
        return False
    return min(a.events.get(a.event, 0), b.events.get(b.event, 0)) >= CLOSE
