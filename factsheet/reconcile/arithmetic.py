"""What the answers of a sheet say together, checked: parts against wholes, shares, sums, periods and ages.

Each answer may be right beside its own evidence, and yet they cannot all be true. A check is made only where an article
ties the facts in a sentence (`ties`), and fails only where no values within the stated intervals and their
rounding could satisfy it: interval arithmetic (Moore, "Interval Analysis", 1966), so that "more than 100" of "275"
is no error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce

from articles.values import (
    COUNTED_ONE_BY_ONE,
    ROUND_SHARE,
    Hedge,
    Interval,
    Kind,
    unit_of_rounding,
)
from factsheet.reconcile.date_relations import days_of
from factsheet.reconcile.measures import decimals_of, to_base
from factsheet.reconcile.sides import Side
from factsheet.reconcile.ties import Tie, TieKind, find_ties

Figures = Interval[Decimal]


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
    ties = find_ties({key: line.sides for key, line in answered.items()})
    found = [mismatch for tie in ties if (mismatch := _check(tie, answered))]
    order = {line.key: place for place, line in enumerate(lines)}
    return sorted(found, key=lambda one: ([order[key] for key in one.facts], one.kind))


def _check(tie: Tie, lines: Mapping[str, Line]) -> Mismatch | None:
    tied, told = [lines[key] for key in tie.facts], tie.sides[0]
    fails = CHECKS[tie.kind]
    why = fails([line.answer for line in tied if line.answer is not None], told)
    # Whoever wrote the sentence meant it to be true: where its own figures break the tie, it is no such tie.
    if not why or fails(tie.sides, told):
        return None
    words = [f"“{line.label}” ({_written(line.answer)})" for line in tied]
    return Mismatch(tie.kind, tie.facts, why.format(*words, parts=_listed(words[:-1]), whole=words[-1]), told)


def _part(answers: Sequence[Side], _told: Side) -> str:
    part, whole = map(_figures, answers)
    if part is None or whole is None or _can_be_at_most(part, whole):
        return ""
    return "{0} is told to be a part of {1}, and cannot be more than it."


def _sum(answers: Sequence[Side], _told: Side) -> str:
    *parts, whole = map(_figures, answers)
    known = [part for part in parts if part is not None]
    if whole is None or len(known) < len(parts) or _meet(reduce(_plus, known), whole):
        return ""
    return "{parts} are told to make up {whole}, and do not add up to it."


def _share(answers: Sequence[Side], _told: Side) -> str:
    share, part, whole = map(_figures, answers)
    if share is None or part is None or whole is None or not whole.low or not whole.high or part.low is None:
        return ""
    least = 100 * part.low / whole.high
    most = None if part.high is None else 100 * part.high / whole.low
    if _meet(share, Interval(least, most)):
        return ""
    return "{0} is told to be the share that {1} is of {2}, and is not."


def _period(answers: Sequence[Side], _told: Side) -> str:
    start, end = map(days_of, answers)
    if start is None or end is None or start.low is None or end.high is None or start.low <= end.high:
        return ""
    return "{0} begins after {1}, which is told to be its end."


def _age(answers: Sequence[Side], told: Side) -> str:
    """Whole years between the birth and the day on which the age was told; the birth may be known to a year only."""
    age, birth = decimals_of(answers[0]), days_of(answers[1])
    day = answers[0].as_of or told.published
    if age is None or birth is None or day is None or birth.low is None or birth.high is None:
        return ""
    if _meet(age, Interval(Decimal(_years(birth.high, day)), Decimal(_years(birth.low, day)))):
        return ""
    return f"{{0}} does not go with {{1}}: on {day} that makes another age."


CHECKS: Mapping[TieKind, Callable[[Sequence[Side], Side], str]] = {
    TieKind.PART: _part,
    TieKind.SUM: _sum,
    TieKind.SHARE: _share,
    TieKind.PERIOD: _period,
    TieKind.AGE: _age,
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


def _listed(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
