"""Facts that sentences tie together: one is a part of another, parts make up a whole, a share is of two counts.

A tie is taken from an article's own words, never from the values alone: the figures must stand in one sentence, joined
by words that say so ("88 of 275", "275 people, including 88 women") or add up there to the last digit, as an author who
lists parts of a whole makes them do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import combinations, pairwise

from articles.values import Hedge, Kind, figure, unit_of_rounding
from factsheet.reconcile.date_relations import days_of
from factsheet.reconcile.measures import decimals_of, family_of, is_measure
from factsheet.reconcile.sides import Side


class TieKind(StrEnum):
    """What a sentence says of two or three facts together."""

    PART = "part"
    SUM = "sum"
    SHARE = "share"
    PERIOD = "period"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class Tie:
    """Facts that one sentence ties, by their keys in the order that the kind gives them.

    PART: part, whole. SUM: the parts, the whole last. SHARE: percentage, part, whole. PERIOD: start, end.
    AGE: age, birth. `sides` are the claims of the sentence that say so, in the same order.
    """

    kind: TieKind
    facts: tuple[str, ...]
    sides: tuple[Side, ...]


_WORDS = r"(?:[\w’'-]+\s+){0,4}"
# The counted noun stands in the claim itself: what else stands before "of" has its own ("a crew of 24").
PART_OF = re.compile(
    r"^\s*(?:out\s+)?of\s+(?:a\s+total\s+of\s+|the\s+|its\s+|their\s+|all\s+|some\s+)*$", re.IGNORECASE
)
WITH_PART = re.compile(
    rf"^\s*{_WORDS}[,(—–-]?\s*(?:including|among\s+them|of\s+whom|of\s+which|of\s+them|of\s+those)\s+{_WORDS}$",
    re.IGNORECASE,
)
OF_THEM = re.compile(r"^\s+of\s+(?:whom|which|them|those)\b", re.IGNORECASE)
IN_LIST = re.compile(r"^[^.;:!?\d]{0,60}(?:,|\band\b|\bplus\b|;)[^.;:!?\d]{0,30}$")
BETWEEN_DATES = re.compile(
    r"\b(?:to|until|till|and|end(?:ed|s|ing)?|finish\w*|clos\w+|expir\w+|through)\b|[-–]", re.IGNORECASE
)
STARTING = re.compile(
    r"\b(?:from|between|since|began|begins?|start(?:ed|s|ing)?|opened|opens|launched)\b", re.IGNORECASE
)
START_REACH = 40
BORN = re.compile(r"\bborn\b", re.IGNORECASE)

FEWEST_TO_ADD_UP = Decimal(10)
"""A whole so small is the sum of its neighbours by chance."""

MOST_PARTS = 6


def find_ties(facts: Mapping[str, Sequence[Side]]) -> list[Tie]:
    """Every tie between facts that a sentence of an article tells, each once for the same facts and kind.

    `facts` gives the claims under each fact by its key. The result does not depend on the order of anything.
    """
    sentences: dict[tuple[str, int], list[tuple[str, Side]]] = defaultdict(list)
    for key, sides in facts.items():
        for side in sides:
            if side.is_live:
                sentences[side.article, side.start - side.offset].append((key, side))
    found: dict[tuple[TieKind, tuple[str, ...]], Tie] = {}
    for _, told in sorted(sentences.items()):
        if len({key for key, _ in told}) > 1:
            for tie in _ties_of(sorted(told, key=lambda one: (one[1].start, one[1].key))):
                found.setdefault((tie.kind, tie.facts), tie)
    return [found[key] for key in sorted(found)]


def _ties_of(told: Sequence[tuple[str, Side]]) -> Iterator[Tie]:
    """The ties of one sentence, its claims in the order of the text."""
    yield from _parts(told)
    yield from _sums(told)
    yield from _shares(told)
    yield from _periods(told)
    yield from _ages(told)


def _parts(told: Sequence[tuple[str, Side]]) -> Iterator[Tie]:
    for (one, a), (two, b) in pairwise(told):
        if one == two or not _add_up_in_kind(a, b):
            continue
        between = _between(a, b)
        if PART_OF.match(between):
            yield Tie(TieKind.PART, (one, two), (a, b))
        elif WITH_PART.match(between) or OF_THEM.match(_after(b)):
            yield Tie(TieKind.PART, (two, one), (b, a))


def _sums(told: Sequence[tuple[str, Side]]) -> Iterator[Tie]:
    """Neighbouring figures that add up to another figure of the sentence: "12 people, 7 men and 5 women"."""
    numbers = [_number(side) for _, side in told]
    for first, last in combinations(range(len(told) + 1), 2):
        parts = range(first, last)
        if not 2 <= len(parts) <= MOST_PARTS or any(numbers[i] is None or numbers[i] == 0 for i in parts):
            continue
        if not all(IN_LIST.match(_between(told[i][1], told[i + 1][1])) for i in parts[:-1]):
            continue
        total = sum(numbers[i] or Decimal(0) for i in parts)
        if total < FEWEST_TO_ADD_UP:
            continue
        for whole in (i for i in range(len(told)) if i not in parts and numbers[i] == total):
            listed = sorted((told[i] for i in parts), key=lambda one: one[0])
            keys, sides = zip(*listed, told[whole], strict=True)
            if len(set(keys)) == len(keys) and all(_add_up_in_kind(sides[-1], side) for side in sides[:-1]):
                yield Tie(TieKind.SUM, keys, sides)


def _shares(told: Sequence[tuple[str, Side]]) -> Iterator[Tie]:
    """A percentage beside two counts of which, in this sentence, it is the share."""
    counts = [(key, side) for key, side in told if side.kind in (Kind.QUANTITY, Kind.MONEY) and not side.change]
    for share, percentage in told:
        if percentage.kind is not Kind.PERCENTAGE or percentage.unit != "percent" or percentage.change:
            continue
        for (one, a), (two, b) in combinations(counts, 2):
            part, whole = sorted(((one, a), (two, b)), key=lambda told: (_number(told[1]) or Decimal(0), told[0]))
            least, most, said = _number(part[1]), _number(whole[1]), _number(percentage)
            if len({share, one, two}) < 3 or not _add_up_in_kind(a, b) or not least or not most or said is None:
                continue
            # Shares are told to a point, however round they are.
            if abs(100 * least / most - said) <= min(unit_of_rounding(said), Decimal(1)) / 2:
                yield Tie(TieKind.SHARE, (share, part[0], whole[0]), (percentage, part[1], whole[1]))


def _periods(told: Sequence[tuple[str, Side]]) -> Iterator[Tie]:
    dates = [(key, side) for key, side in told if side.kind is Kind.DATE]
    for (one, a), (two, b) in pairwise(dates):
        before = a.sentence[max(a.offset - START_REACH, 0) : a.offset]
        begins = bool(STARTING.search(before)) or a.hedge is Hedge.SINCE
        ends = b.hedge in (Hedge.UNTIL, Hedge.BY) or BETWEEN_DATES.search(_between(a, b)[-START_REACH:])
        x, y = days_of(a), days_of(b)
        in_order = x and y and x.low and y.high and x.low <= y.high
        if one != two and begins and ends and in_order:
            yield Tie(TieKind.PERIOD, (one, two), (a, b))


def _ages(told: Sequence[tuple[str, Side]]) -> Iterator[Tie]:
    """Somebody's age beside the day or year of birth: "Maria Lopez, 34, who was born in 1989"."""
    for age, old in told:
        if old.kind is not Kind.DURATION or old.unit != "year":
            continue
        for birth, born in told:
            near = born.sentence[max(born.offset - START_REACH, 0) : born.offset]
            if birth != age and born.kind is Kind.DATE and BORN.search(near):
                yield Tie(TieKind.AGE, (age, birth), (old, born))


def _number(side: Side) -> Decimal | None:
    interval = decimals_of(side)
    return figure(interval) if interval and not side.change else None


def _add_up_in_kind(a: Side, b: Side) -> bool:
    """Whether one can be part of the other: counts of things, one currency, or units of one measure."""
    if a.kind is not b.kind or a.kind not in (Kind.QUANTITY, Kind.MONEY, Kind.DURATION) or a.per != b.per:
        return False
    if a.kind is Kind.MONEY:
        return a.unit == b.unit
    return family_of(a) == family_of(b) and is_measure(a) == is_measure(b)


def _between(a: Side, b: Side) -> str:
    """The words of the sentence between two of its claims."""
    return a.sentence[a.offset + a.end - a.start : b.offset]


def _after(side: Side) -> str:
    return side.sentence[side.offset + side.end - side.start :]
