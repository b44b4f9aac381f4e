"""How a figure of a story being written stands to the sheet: whether it may be printed as it is, and why.

What the sheet has settled must cover what the story says: a story may round the answer or say less, but not more, and
not something else. What is disputed must be attributed, what is not established must not be told as a fact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from articles.extraction.readings import Reading
from articles.phrasing import gettext_noop as _
from articles.values import (
    COUNTED_ONE_BY_ONE,
    Bound,
    Hedge,
    Interval,
    Kind,
    figure,
    intersect,
    is_unbounded,
    rounds_to,
    unit_of_rounding,
)
from factsheet.reconcile.date_relations import days_of
from factsheet.reconcile.figure_relations import is_pair
from factsheet.reconcile.lexicon.words import DEFINITION_WORDS
from factsheet.reconcile.measures import decimals_of, is_measure, to_base
from factsheet.reconcile.profiles import profile_of
from factsheet.reconcile.relations import Relation, relate
from factsheet.reconcile.sides import Side
from factsheet.reconcile.verdicts import SET_APART, Difference, RelationKind


class Standing(StrEnum):
    """How a claim of a story stands to the sheet."""

    AGREES = "agrees"
    DEVIATES = "deviates"
    DISPUTED = "disputed"
    NOT_ESTABLISHED = "not_established"
    OPEN = "open"
    UNKNOWN = "unknown"


class FactState(StrEnum):
    """How far a fact of the sheet has come."""

    OPEN = "open"
    SETTLED = "settled"
    DISPUTED = "disputed"
    NOT_ESTABLISHED = "not_established"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class SheetFact:
    """A fact of the sheet as a story is held against it.

    `label` is what it asks, with its scope. `sides` is the evidence by which it is known, of a disputed fact all that
    takes part. `answer` is what is settled, or suggested while the fact is open; None where it has no value. `words`
    are the answer as it is printed.
    """

    key: str
    state: FactState
    label: str
    kind: Kind
    unit: str | None
    sides: tuple[Side, ...] = ()
    answer: Side | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A standing with its reason, a sentence for whoever writes the story."""

    standing: Standing
    reason: str


WORDED = frozenset({Kind.QUOTE, Kind.STATEMENT})
CONTRADICTING = frozenset({RelationKind.TENSION, RelationKind.CONFLICT})


def as_printed(answer: Side, readings: Sequence[Reading]) -> Side:
    """The answer with the value that its printed words have, where `readings` of them find just one of its kind.

    An editor may print "more than 15,000" for what was counted as 15,209: what is printed is what holds.
    """
    found = [reading for reading in readings if reading.kind is answer.kind]
    if answer.kind in WORDED or len(found) != 1 or found[0].interval is None:
        return answer
    (read,) = found
    return replace(
        answer,
        interval=read.interval,
        hedge=read.hedge,
        unit=read.unit or answer.unit,
        per=read.per or answer.per,
        noun=read.noun,
        precision=read.precision,
        numbers=read.numbers,
        twin=read.twin,
        utc_offset=answer.utc_offset if read.utc_offset is None else read.utc_offset,
    )


def judge(said: Side, fact: SheetFact) -> Judgement:
    """How a claim that speaks of a fact stands to what the sheet says of it."""
    match fact.state:
        case FactState.LEFT_OUT:
            return Judgement(Standing.UNKNOWN, LEFT_OUT)
        case FactState.DISPUTED:
            return _judge_disputed(said, fact)
        case FactState.NOT_ESTABLISHED if said.attribution:
            return Judgement(Standing.AGREES, LEFT_TO.format(who=said.attribution))
        case FactState.NOT_ESTABLISHED:
            return Judgement(Standing.NOT_ESTABLISHED, NO_FACT)
    if fact.answer is None:
        is_open = fact.state is FactState.OPEN
        return Judgement(Standing.OPEN, NOT_SETTLED) if is_open else _judge_words(said, fact.words)
    judged = judge_value(said, fact.answer)
    if fact.state is FactState.OPEN:
        return Judgement(Standing.OPEN, NOT_SETTLED_BUT.format(said=SUGGESTED.get(judged.standing, judged.reason)))
    return judged


def _judge_words(said: Side, words: str) -> Judgement:
    if " ".join(said.text.split()).casefold() == words.casefold():
        return Judgement(Standing.AGREES, SAME)
    return Judgement(Standing.UNKNOWN, NO_VALUE)


SAME = _("The sheet says the same.")
SUGGESTED = {Standing.AGREES: _("The story goes with what is suggested.")}
LEFT_OUT = _("The sheet leaves this fact out.")
LEFT_TO = _("It is not established, and the story leaves it to {who} to say so.")
NO_FACT = _("It is not established, so it cannot be told as a fact.")
NOT_SETTLED, NOT_SETTLED_BUT = _("It is not settled yet."), _("It is not settled yet. {said}")
NO_VALUE = _("The answer has no value that the program can compare.")
NONE_GIVES_IT = _("The sources disagree, and none of the sheet’s gives this value.")
WHO_SAYS = _("The sources disagree: the story has to say who says it.")
ATTRIBUTED = _("The sources disagree, and the story attributes it to {who}.")
ATTRIBUTED_HERE = _("The sources disagree, and the story attributes it to {who}. On the sheet it is said by {tellers}.")
OTHER_KIND = _("The sheet says “{answer}”, which is not of the same kind.")
OTHER_DAY = _("The story gives the figure as of {day}, the sheet as of {other_day}.")
OTHER_RULE = _("The story calls it “{our_words}”, the sheet “{their_words}”.")
LEAVES_OUT = _("The sheet says “{answer}”: the story leaves out “{hedge}”.")
SAYS_MORE = _("The story says more than is settled: the sheet says “{answer}”.")


def _judge_disputed(said: Side, fact: SheetFact) -> Judgement:
    """A disputed value may be told by whoever tells it, where the sheet knows of somebody who gives that value."""
    tellers = [side for side in fact.sides if side.is_live and judge_value(said, side).standing is Standing.AGREES]
    if not tellers:
        return Judgement(Standing.DISPUTED, NONE_GIVES_IT)
    if not said.attribution:
        return Judgement(Standing.DISPUTED, WHO_SAYS)
    named = ", ".join(dict.fromkeys(side.attribution for side in tellers if side.attribution))
    template = ATTRIBUTED_HERE if named else ATTRIBUTED
    return Judgement(Standing.AGREES, template.format(who=said.attribution, tellers=named))


def judge_value(said: Side, answer: Side) -> Judgement:
    """How a claim stands to an answer that has a value."""
    if answer.kind is not said.kind:
        return Judgement(Standing.UNKNOWN, OTHER_KIND.format(answer=answer.text))
    if answer.unit is None:
        answer = replace(answer, unit=said.unit)
    relation = relate(said, answer)
    if relation.difference is Difference.UNKNOWN:
        return Judgement(Standing.UNKNOWN, relation.reason)
    if relation.kind is RelationKind.CONSISTENT and relation.difference in SET_APART:
        return Judgement(Standing.UNKNOWN, relation.reason)
    if relation.kind in CONTRADICTING or _cannot_be_converted(said, answer, relation):
        return Judgement(Standing.DEVIATES, relation.reason)
    if more := _other_scope(said, answer) or _says_more(said, answer, relation):
        return Judgement(Standing.DEVIATES, more)
    return Judgement(Standing.AGREES, SAME if relation.kind is RelationKind.SAME else relation.reason)


def _cannot_be_converted(said: Side, answer: Side, relation: Relation) -> bool:
    """Whether two units, or two currencies, are all that the relation could see."""
    if relation.kind is not RelationKind.ROUNDING or relation.difference not in (Difference.UNIT, Difference.POINTS):
        return False
    return said.per != answer.per or not (is_measure(said) and is_measure(answer))


def _other_scope(said: Side, answer: Side) -> str:
    """Why a claim of an agreeing value speaks of something else, by the words that both use to narrow it."""
    if said.as_of and answer.as_of and said.as_of != answer.as_of:
        return OTHER_DAY.format(day=said.as_of, other_day=answer.as_of)
    ours, theirs = (profile_of(side).scope & DEFINITION_WORDS for side in (said, answer))
    if ours and theirs and ours.isdisjoint(theirs):
        return OTHER_RULE.format(our_words=", ".join(sorted(ours)), their_words=", ".join(sorted(theirs)))
    return ""


def _says_more(said: Side, answer: Side, relation: Relation) -> str:
    """Why a claim that can be true together with the answer still goes beyond it; empty where it does not."""
    if said.kind in WORDED:
        return relation.reason if relation.kind is RelationKind.ROUNDING else ""
    if relation.kind is RelationKind.SAME or said.kind is Kind.TIME or is_pair(said):
        return ""
    if said.kind is Kind.DATE:
        x, y = days_of(said), days_of(answer)
        says_less = x is None or y is None or _covers(_reach(said.hedge, x), _reach(answer.hedge, y))
    else:
        says_less = _figure_covers(said, answer)
    if says_less:
        return ""
    if said.hedge is not answer.hedge and answer.hedge is not Hedge.EXACT and _name_one_value(said, answer):
        return LEAVES_OUT.format(answer=answer.text, hedge=answer.hedge.value.replace("_", " "))
    return SAYS_MORE.format(answer=answer.text)


def _name_one_value(said: Side, answer: Side) -> bool:
    return _point(said) is not None and _point(said) == _point(answer)


def _point(side: Side) -> Decimal | date | None:
    """The one figure, or the one day, that is named; of a period its last day."""
    if days := days_of(side):
        return days.high or days.low
    decimals = decimals_of(side)
    return figure(decimals) if decimals else None


def _covers(wide: Interval[Bound], narrow: Interval[Bound]) -> bool:
    return intersect(wide, narrow) == narrow


def _reach(hedge: Hedge, period: Interval[date]) -> Interval[date]:
    """The days on which a date, with its hedge, leaves the event possible."""
    low, high = period.low, period.high
    match hedge:
        case Hedge.BY | Hedge.UNTIL if high is not None:
            return Interval(None, high)
        case Hedge.BEFORE if low is not None:
            return Interval(None, low, high_open=True)
        case Hedge.AFTER if high is not None:
            return Interval(high, None, low_open=True)
    return period


def _figure_covers(said: Side, answer: Side) -> bool:
    """Whether a figure, taken as roughly as it is told, leaves room for all that the answer leaves room for.

    The two are known not to contradict one another.
    """
    x, y = decimals_of(said), decimals_of(answer)
    if x is None or y is None:
        return True
    if converted := said.unit != answer.unit and is_measure(said) and is_measure(answer):
        x, y = to_base(x, said.unit), to_base(y, answer.unit)
    if _covers(x, y):
        # The same figure without its "about": a round one is taken as roughly as that.
        return said.hedge is answer.hedge or answer.hedge is not Hedge.ABOUT or _is_round(figure(x))
    p, q = figure(x), figure(y)
    if p is None or q is None or is_unbounded(x) or is_unbounded(y):
        return False
    return converted or said.hedge is Hedge.ABOUT or rounds_to(p, q)


def _is_round(point: Decimal | None) -> bool:
    return point is None or (abs(point) >= COUNTED_ONE_BY_ONE and unit_of_rounding(point) > 1)
