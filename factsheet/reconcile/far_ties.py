"""Facts that several sentences of one article tie: what begins before it ends, whose age goes with which birth, what a
rate comes to, what parts of the next sentence add up to.

Each is taken only where the article's own figures bear it out, so that a chance likeness of words ties nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from articles.values import Kind, figure
from factsheet.reconcile.clauses import clause_of
from factsheet.reconcile.date_relations import days_of
from factsheet.reconcile.labels import NAME, NAME_REACH
from factsheet.reconcile.measures import decimals_of
from factsheet.reconcile.sides import Side
from factsheet.reconcile.ties import Tie, TieKind, Told, add_up_in_kind, lasts_between
from factsheet.reconcile.tokens import Sense, tokenise

IN_ORDER: frozenset[tuple[str, str]] = frozenset(
    {
        ("begun", "ended"), ("begun", "completed"), ("begun", "resumed"), ("begun", "suspended"),
        ("established", "ended"), ("born", "killed"), ("arrested", "convicted"), ("arrested", "sentenced"),
        ("accused", "convicted"), ("accused", "sentenced"), ("accused", "acquitted"), ("convicted", "sentenced"),
        ("elected", "sworn in"), ("proposed", "approved"), ("built", "opened"), ("hired", "laid off"),
    }
)  # fmt: skip
"""What happens to one thing or person, the first never after the second."""


class Deed(NamedTuple):
    """What befalls whom on the day of a claim."""

    told: Told
    whom: frozenset[str]
    event: str


def ties_of_article(told: Sequence[Told]) -> Iterator[Tie]:
    """The ties across the sentences of one article, its live claims in the order of the text."""
    yield from _orders(told)
    yield from _lives(told)
    yield from _rates(told)


def _orders(told: Sequence[Told]) -> Iterator[Tie]:
    """Two days of one thing that come in order, and with them how long it lasts."""
    deeds = [deed for one in told if one[1].kind is Kind.DATE and (deed := _deed(one))]
    for start, end in permutations(deeds, 2):
        (one, a), (two, b) = start.told, end.told
        if (start.event, end.event) in IN_ORDER and one != two and _is_same(start.whom, end.whom) and _is_before(a, b):
            yield Tie(TieKind.PERIOD, (one, two), (a, b))
            for key, side in told:
                if key not in (one, two) and lasts_between(side, a, b) and not start.whom.isdisjoint(_lasting(side)):
                    yield Tie(TieKind.LENGTH, (key, one, two), (side, a, b))


def _deed(told: Told) -> Deed | None:
    side = told[1]
    clause = clause_of(side)
    if not clause.verb or not clause.subject or clause.verb.is_negated:
        return None
    events = [token.name for token in tokenise(clause.verb.plain) if token.sense is Sense.EVENT]
    whom = _telling(clause.subject.words[-2:])
    return Deed(told, whom, events[0]) if events and whom else None


def _telling(words: Iterable[str]) -> frozenset[str]:
    return frozenset(token.name for token in tokenise(" ".join(words)) if token.sense in (Sense.EVENT, Sense.WORD))


def _is_same(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _is_before(a: Side, b: Side) -> bool:
    first, last = days_of(a), days_of(b)
    return bool(first and last and first.high and last.low and first.high <= last.low)


def _lasting(side: Side) -> frozenset[str]:
    """What lasts as long as a duration says, in the words beside it."""
    clause = clause_of(side)
    found = [chunk for chunk in (clause.named, clause.subject) if chunk]
    return frozenset().union(*(_telling(chunk.words[-2:]) for chunk in found))


def _lives(told: Sequence[Told]) -> Iterator[Tie]:
    """The age of somebody, and the birth of the one who has the same last name."""
    births = [deed for one in told if one[1].kind is Kind.DATE and (deed := _deed(one)) and deed.event == "born"]
    for age, old in told:
        if old.kind is not Kind.DURATION or old.unit != "year" or not births:
            continue
        if not (match := NAME.search(old.sentence, max(old.offset - NAME_REACH, 0), old.offset)):
            continue
        surname = match[1].split()[-1:]
        for birth in births:
            if birth.told[0] != age and _telling(surname) & birth.whom:
                yield Tie(TieKind.AGE, (age, birth.told[0]), (old, birth.told[1]))


NEARLY = Decimal("0.02")
"""A product of rounded figures is told rounded: within a fiftieth it is the one that is meant."""


def _rates(told: Sequence[Told]) -> Iterator[Tie]:
    """An amount for each day, how many days, and the amount that this comes to."""
    amounts = [one for one in told if one[1].kind in (Kind.MONEY, Kind.QUANTITY) and _number(one[1])]
    rates = [one for one in amounts if one[1].per]
    for rate, each in rates:
        for length, lasting in told:
            if lasting.kind is not Kind.DURATION or lasting.unit != each.per or not (times := _number(lasting)):
                continue
            product = (_number(each) or Decimal(0)) * times
            for total, whole in amounts:
                is_meant = times > 2 and abs((_number(whole) or Decimal(0)) - product) <= NEARLY * product
                is_alike = whole.kind is each.kind and whole.unit == each.unit and not whole.per
                if is_alike and is_meant and len({rate, length, total}) == 3:
                    yield Tie(TieKind.RATE, (rate, length, total), (each, lasting, whole))


def _number(side: Side) -> Decimal | None:
    interval = decimals_of(side)
    return figure(interval) if interval else None


PASSAGE = 400
"""A whole and its parts stand in two sentences so many characters apart at most."""


def sums_of_passages(told: Sequence[Told]) -> Iterator[Tie]:
    """Parts of one sentence that add up to a figure of one nearby: "The ferry had 312 people on board. It carried 287
    passengers and 25 crew".
    """
    for place, (one, a) in enumerate(told[:-1]):
        two, b = told[place + 1]
        if a.start - a.offset != b.start - b.offset or one == two or not add_up_in_kind(a, b):
            continue
        least, more = _number(a), _number(b)
        if not least or not more or " and " not in a.sentence[a.offset + a.end - a.start : b.offset + 1]:
            continue
        for key, whole in told:
            is_near = abs(whole.start - a.start) <= PASSAGE and whole.start - whole.offset != a.start - a.offset
            if (
                is_near
                and key not in (one, two)
                and _number(whole) == least + more >= FEWEST
                and (add_up_in_kind(whole, a) and a.unit == whole.unit)
            ):
                first, second = sorted(((one, a), (two, b)), key=lambda part: part[0])
                yield Tie(TieKind.SUM, (first[0], second[0], key), (first[1], second[1], whole))


FEWEST = Decimal(20)
"""A whole so small is the sum of two neighbours by chance."""
