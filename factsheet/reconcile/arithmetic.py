"""What the answers of a sheet say together, checked: parts against wholes, sums, shares and changes, the order of days,
how long things last, ages, rates.

Each answer may be right beside its own evidence, and yet they cannot all be true. A check is made only where an article
ties the facts (`ties`, `far_ties`), and fails only where no values within the stated intervals and their
rounding could satisfy it: interval arithmetic (Moore, "Interval Analysis", 1966), so that "more than 100" of "275"
is no error.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce

from articles.phrasing import gettext_noop as _
from articles.values import (
    COUNTED_ONE_BY_ONE,
    ROUND_SHARE,
    Hedge,
    Interval,
    Kind,
    unit_of_rounding,
)
from factsheet.reconcile.date_relations import days_of
from factsheet.reconcile.far_ties import sums_of_passages, ties_of_article
from factsheet.reconcile.measures import decimals_of, to_base
from factsheet.reconcile.sides import Side
from factsheet.reconcile.spelling import spell_day, spell_list
from factsheet.reconcile.ties import DAYS_OF_UNIT, Tie, TieKind, Told, ties_of_sentence

Figures = Interval[Decimal]

WORDS: Mapping[TieKind, str] = {
    TieKind.PART: _("{first} is told to be a part of {second}, and cannot be more than it."),
    TieKind.SUM: _("{parts} are told to make up {whole}, and do not add up to it."),
    TieKind.SHARE: _("{first} is told to be the share that {second} is of {third}, and is not."),
    TieKind.PERIOD: _("{first} begins after {second}, which is told to be its end."),
    TieKind.CHANGE: _("{first} is told to be the change to {second} from {third}, and is not."),
    TieKind.LENGTH: _("{first} is told to be the time from {second} to {third}, and is not."),
    TieKind.RATE: _("{first}, for {second}, is told to come to {third}, and does not."),
    TieKind.AGE: _("{first} does not go with {second}: on {day} that makes another age."),
}
"""Why answers break a tie: each with its question, in the order of the tie."""

LINE = _("“{label}” ({answer})")
PLACES = ("first", "second", "third")


@dataclass(frozen=True, slots=True)
class Line:
    """A fact with its answer: what is settled, or what would be; no answer takes no part. `label` is its question."""

    key: str
    label: str
    answer: Side | None
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Answers that cannot all be true: the keys of their facts, why in a sentence, and the claim that ties them."""

    kind: TieKind
    facts: tuple[str, ...]
    reason: str
    side: Side


def check(lines: Sequence[Line]) -> list[Mismatch]:
    """Every tie between the facts whose answers break it, in the order of the lines."""
    answered = {line.key: line for line in lines if line.answer is not None}
    ties = find_ties({line.key: line.sides for line in lines})
    found = [mismatch for tie in ties if answered.keys() >= set(tie.facts) and (mismatch := _check(tie, answered))]
    order = {line.key: place for place, line in enumerate(lines)}
    return sorted(found, key=lambda one: ([order[key] for key in one.facts], one.kind))


def find_ties(facts: Mapping[str, Sequence[Side]]) -> list[Tie]:
    """Every tie between facts that an article tells, each once for the same facts and kind.

    `facts` gives the claims under each fact by its key. The result does not depend on the order of anything.
    """
    articles: dict[str, list[Told]] = defaultdict(list)
    for key, sides in facts.items():
        for side in sides:
            articles[side.article].append((key, side))
    found: dict[tuple[TieKind, tuple[str, ...]], Tie] = {}
    for article in sorted(articles):
        for tie in _ties_of(sorted(articles[article], key=lambda one: (one[1].start, one[1].key))):
            found.setdefault((tie.kind, tie.facts), tie)
    return [found[key] for key in sorted(found)]


def _ties_of(everything: Sequence[Told]) -> Iterator[Tie]:
    """The ties of one article, its claims in the order of the text."""
    told = [one for one in everything if one[1].is_live]
    sentences: dict[int, list[Told]] = defaultdict(list)
    for one in everything:
        sentences[one[1].start - one[1].offset].append(one)
    for sentence in sentences.values():
        live = [one for one in sentence if one[1].is_live]
        if len({key for key, _ in live}) > 1:
            yield from ties_of_sentence(live, [side for _, side in sentence if not side.is_live])
    yield from ties_of_article(told)
    yield from sums_of_passages(told)


def _check(tie: Tie, lines: Mapping[str, Line]) -> Mismatch | None:
    given, told = (tie.given,) if tie.given else (), tie.sides[0]
    tied = [lines[key] for key in tie.facts]
    fails = CHECKS[tie.kind]
    why = fails([*(line.answer for line in tied if line.answer is not None), *given], told)
    # Whoever wrote the sentence meant it to be true: where its own figures break the tie, it is no such tie, unless the
    # words leave no doubt.
    if not why or (not tie.is_told and fails((*tie.sides, *given), told)):
        return None
    words = [LINE.format(label=line.label, answer=_written(line.answer)) for line in tied] + [
        _written(side) for side in given
    ]
    slots = {**dict(zip(PLACES, words, strict=False)), "parts": spell_list(words[:-1]), "whole": words[-1]}
    return Mismatch(tie.kind, tie.facts, why.format(**slots), told)


def _part(answers: Sequence[Side], _told: Side) -> str:
    part, whole = map(_figures, answers)
    if part is None or whole is None or _can_be_at_most(part, whole):
        return ""
    return WORDS[TieKind.PART]


def _sum(answers: Sequence[Side], _told: Side) -> str:
    *parts, whole = map(_figures, answers)
    known = [part for part in parts if part is not None]
    if whole is None or len(known) < len(parts) or _meet(reduce(_plus, known), whole):
        return ""
    return WORDS[TieKind.SUM]


def _share(answers: Sequence[Side], _told: Side) -> str:
    share, part, whole = map(_figures, answers)
    if share is None or part is None or whole is None or not whole.low or not whole.high or part.low is None:
        return ""
    least = 100 * part.low / whole.high
    most = None if part.high is None else 100 * part.high / whole.low
    if _meet(share, Interval(least, most)):
        return ""
    return WORDS[TieKind.SHARE]


def _period(answers: Sequence[Side], _told: Side) -> str:
    start, end = map(days_of, answers)
    if start is None or end is None or start.low is None or end.high is None or start.low <= end.high:
        return ""
    return WORDS[TieKind.PERIOD]


def _age(answers: Sequence[Side], told: Side) -> str:
    """Whole years between the birth and the day on which the age was told; the birth may be known to a year only."""
    age, birth = decimals_of(answers[0]), days_of(answers[1])
    day = answers[0].as_of or told.published
    if age is None or birth is None or day is None or birth.low is None or birth.high is None:
        return ""
    if _meet(age, Interval(Decimal(_years(birth.high, day)), Decimal(_years(birth.low, day)))):
        return ""
    return WORDS[TieKind.AGE].format(first="{first}", second="{second}", day=spell_day(day))


def _change(answers: Sequence[Side], _told: Side) -> str:
    """The percentage by which one amount became the other, up or down."""
    share, after, before = map(_figures, answers)
    if share is None or before is None or after is None or not before.low or not before.high:
        return ""
    if after.low is None or after.high is None:
        return ""
    moves = [100 * (new - old) / old for new in (after.low, after.high) for old in (before.low, before.high)]
    sizes = sorted(map(abs, moves))
    crosses = min(moves) < 0 < max(moves)
    if _meet(share, Interval((Decimal(0) if crosses else sizes[0]) - POINT / 2, sizes[-1] + POINT / 2)):
        return ""
    return WORDS[TieKind.CHANGE]


POINT = Decimal(1)


def _length(answers: Sequence[Side], _told: Side) -> str:
    """The days from the start to the end against the duration, give or take one of its units."""
    lasting, start, end = answers
    number, unit = decimals_of(lasting), DAYS_OF_UNIT.get(lasting.unit or "")
    first, last = days_of(start), days_of(end)
    if number is None or unit is None or first is None or last is None:
        return ""
    if first.low is None or first.high is None or last.low is None or last.high is None:
        return ""
    slack = POINT + (number.low * ROUND_SHARE if number.low and lasting.hedge is Hedge.ABOUT else 0)
    least, most = (last.low - first.high).days / unit - slack, (last.high - first.low).days / unit + slack
    if _meet(number, Interval(least, most)):
        return ""
    return WORDS[TieKind.LENGTH]


def _rate(answers: Sequence[Side], _told: Side) -> str:
    each, times, total = _figures(answers[0]), decimals_of(answers[1]), _figures(answers[2])
    if each is None or times is None or total is None or None in (each.low, each.high, times.low, times.high):
        return ""
    least, most = each.low * times.low, each.high * times.high  # type: ignore[operator]
    if _meet(total, Interval(least * (1 - ROUNDED), most * (1 + ROUNDED))):
        return ""
    return WORDS[TieKind.RATE]


ROUNDED = Decimal("0.05")
"""What a product of rounded figures may be off by."""

CHECKS: Mapping[TieKind, Callable[[Sequence[Side], Side], str]] = {
    TieKind.PART: _part,
    TieKind.SUM: _sum,
    TieKind.SHARE: _share,
    TieKind.PERIOD: _period,
    TieKind.AGE: _age,
    TieKind.CHANGE: _change,
    TieKind.LENGTH: _length,
    TieKind.RATE: _rate,
}


def _figures(side: Side) -> Figures | None:
    """The side's figures in their base unit, as wide as their rounding and an "about" make them."""
    interval = decimals_of(side)
    if interval is None:
        return None
    low, high = interval.low, interval.high
    return to_base(
        Interval(
            None if low is None else low - _slack(low, side),
            None if high is None else high + _slack(high, side),
        ),
        side.unit,
    )


def _slack(number: Decimal, side: Side) -> Decimal:
    """Half the unit of a round figure ("15,000"), nothing for an exact count ("174"); shares are told to a point."""
    if side.hedge is Hedge.ABOUT:
        return abs(number) * ROUND_SHARE
    unit = unit_of_rounding(number)
    if side.kind is Kind.PERCENTAGE:
        return min(unit, Decimal(1)) / 2
    is_round = unit < 1 or abs(number) >= COUNTED_ONE_BY_ONE
    return min(unit / 2, abs(number) * ROUND_SHARE) if is_round and unit != 1 else Decimal(0)


def _can_be_at_most(part: Figures, whole: Figures) -> bool:
    return part.low is None or whole.high is None or part.low <= whole.high


def _plus(a: Figures, b: Figures) -> Figures:
    low = None if a.low is None or b.low is None else a.low + b.low
    high = None if a.high is None or b.high is None else a.high + b.high
    return Interval(low, high)


def _meet(a: Figures, b: Figures) -> bool:
    return _can_be_at_most(a, b) and _can_be_at_most(b, a)


def _years(born: date, told: date) -> int:
    return max(told.year - born.year - ((told.month, told.day) < (born.month, born.day)), 0)


def _written(answer: Side | None) -> str:
    return " ".join(answer.text.split()) if answer else ""
