"""Facts that a sentence ties together: one is a part of another, parts make up a whole, a share is of two counts.

A tie is taken from an article's own words, never from the values alone: the figures must stand in one sentence, joined
by words that say so ("88 of 275", "275 people, including 88 women") or add up there to the last digit, as an author who
lists parts of a whole makes them do. What several sentences of an article tie is found in `far_ties`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import combinations, pairwise

from articles.values import Hedge, Kind, figure, unit_of_rounding
from factsheet.reconcile.date_relations import days_of
from factsheet.reconcile.measures import decimals_of, family_of, is_measure
from factsheet.reconcile.sides import Side

Told = tuple[str, Side]
"""A claim with the key of its fact before it."""


class TieKind(StrEnum):
    """What an article says of two or three facts together."""

    PART = "part"
    SUM = "sum"
    SHARE = "share"
    PERIOD = "period"
    AGE = "age"
    CHANGE = "change"
    LENGTH = "length"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Tie:
    """Facts that an article ties, by their keys in the order that the kind gives them.

    PART: part, whole. SUM: the parts, the whole last. SHARE: percentage, part, whole. PERIOD: start, end.
    AGE: age, birth. CHANGE: percentage, after, before. LENGTH: duration, start, end. RATE: amount per unit of time,
    duration, amount. `sides` are the claims that say so, in the same order; `given` is a further one that no fact
    answers for. Where the words alone say it (`is_told`: "88 of the 275"), it holds even if the article's own figures
    break it; else these are what shows that it is one.
    """

    kind: TieKind
    facts: tuple[str, ...]
    sides: tuple[Side, ...]
    is_told: bool = False
    given: Side | None = None


_WORDS = r"(?:[\w’'-]+\s+){0,4}"
# The counted noun stands in the claim itself: what else stands before "of" has its own ("a crew of 24").
PART_OF = re.compile(
    r"^\s*(?:out\s+)?of\s+(?:a\s+total\s+of\s+|the\s+|its\s+|their\s+|all\s+|some\s+)*$", re.IGNORECASE
)
WITH_PART = re.compile(
    rf"^\s*{_WORDS}[,(—–-]?\s*(?:including|among\s+them|of\s+whom|of\s+which|of\s+them|of\s+those)\s+{_WORDS}$",
    re.IGNORECASE,
)
OF_ALL = re.compile(
    r"(?:^|[,;:]\s+|\b[Bb]ut\s+)(?:[Oo]f|[Oo]ut\s+of|[Aa]mong)\s+(?:(?:the|its|their|all|those|these|some)\s+)+$"
)
THEN_PART = re.compile(r"^[^.;:!?\d]{0,40},\s+(?:(?:only|just|at\s+least|about|some|nearly)\s+)*$")
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

BARE = re.compile(r"[\d.,]+(?:\s(?:million|billion|thousand))?|[a-z]+(?:-[a-z]+)?", re.IGNORECASE)
WHOLE = re.compile(r"\b(?:the|its|their|all|out|total)\b", re.IGNORECASE)
"""A part with a noun of its own is none of what follows "of" without one of these: "three teams of ten people"."""

OR_SHARE = re.compile(r"^[^.;\d]{0,40}?,?\s*\(?\s*(?:or|i\.e\.|that is)\s+(?:about\s+|some\s+|nearly\s+|almost\s+)?$")
FROM, TO = re.compile(r"\bfrom\s+(?:\w+\s+){0,2}$"), re.compile(r"\bto\s+(?:\w+\s+){0,2}$")

FEWEST_TO_ADD_UP = Decimal(10)
"""A whole so small is the sum of its neighbours by chance."""

MOST_PARTS = 6


def ties_of_sentence(told: Sequence[Told], taken_back: Sequence[Side] = ()) -> Iterator[Tie]:
    """The ties of one sentence, its live claims with the keys of their facts in the order of the text.

    `taken_back` are its other claims, what was so before.
    """
    yield from _parts(told)
    yield from _sums(told)
    yield from _shares(told)
    yield from _changes(told, taken_back)
    periods = list(_periods(told))
    yield from periods
    for period in periods:
        yield from _lengths(told, period)
    yield from _ages(told)


def _parts(told: Sequence[Told]) -> Iterator[Tie]:
    for (one, a), (two, b) in pairwise(told):
        if one == two or not add_up_in_kind(a, b):
            continue
        words = between(a, b)
        if PART_OF.match(words) and (BARE.fullmatch(a.text) or WHOLE.search(words)):
            yield Tie(TieKind.PART, (one, two), (a, b), is_told=bool(BARE.fullmatch(a.text) and b.noun))
        elif OF_ALL.search(_before(a)) and THEN_PART.match(words):
            yield Tie(TieKind.PART, (two, one), (b, a), is_told=True)
        elif WITH_PART.match(words) or OF_THEM.match(_after(b)):
            yield Tie(TieKind.PART, (two, one), (b, a))


def _sums(told: Sequence[Told]) -> Iterator[Tie]:
    """Neighbouring figures that add up to another figure of the sentence: "12 people, 7 men and 5 women"."""
    numbers = [_number(side) for _, side in told]
    for first, last in combinations(range(len(told) + 1), 2):
        parts = range(first, last)
        if not 2 <= len(parts) <= MOST_PARTS or any(numbers[i] is None or numbers[i] == 0 for i in parts):
            continue
        if not all(IN_LIST.match(between(told[i][1], told[i + 1][1])) for i in parts[:-1]):
            continue
        total = sum(numbers[i] or Decimal(0) for i in parts)
        if total < FEWEST_TO_ADD_UP:
            continue
        for whole in (i for i in range(len(told)) if i not in parts and numbers[i] == total):
            listed = sorted((told[i] for i in parts), key=lambda one: one[0])
            keys, sides = zip(*listed, told[whole], strict=True)
            if len(set(keys)) == len(keys) and all(add_up_in_kind(sides[-1], side) for side in sides[:-1]):
                yield Tie(TieKind.SUM, keys, sides)


def _shares(told: Sequence[Told]) -> Iterator[Tie]:
    """A percentage beside two counts of which, in this sentence, it is the share."""
    counts = [(key, side) for key, side in told if side.kind in (Kind.QUANTITY, Kind.MONEY) and not side.change]
    for share, percentage in told:
        if percentage.kind is not Kind.PERCENTAGE or percentage.unit != "percent" or percentage.change:
            continue
        for (one, a), (two, b) in combinations(counts, 2):
            part, whole = sorted(((one, a), (two, b)), key=lambda told: (_number(told[1]) or Decimal(0), told[0]))
            least, most, said = _number(part[1]), _number(whole[1]), _number(percentage)
            if len({share, one, two}) < 3 or not add_up_in_kind(a, b) or not least or not most or said is None:
                continue
            keys, sides = (share, part[0], whole[0]), (percentage, part[1], whole[1])
            is_told = bool(PART_OF.match(between(*sides[1:])) and OR_SHARE.match(between(whole[1], percentage)))
            # Shares are told to a point, however round they are.
            if is_told or abs(100 * least / most - said) <= min(unit_of_rounding(said), Decimal(1)) / 2:
                yield Tie(TieKind.SHARE, keys, sides, is_told)


def _changes(told: Sequence[Told], taken_back: Sequence[Side]) -> Iterator[Tie]:
    """A percentage by which, in this sentence, one amount became another: "up 12 percent to $28 from $25".

    The amount before is often no fact of its own any more.
    """
    numbers = [one for one in told if one[1].kind in (Kind.QUANTITY, Kind.MONEY)]
    after = [one for one in numbers if TO.search(_before(one[1]))]
    before = [one for one in (*numbers, *((None, side) for side in taken_back)) if FROM.search(_before(one[1]))]
    for share, percentage in told:
        if percentage.kind is not Kind.PERCENTAGE or percentage.unit != "percent":
            continue
        for two, new in after:
            for one, old in before:
                if not add_up_in_kind(old, new) or not _moves_by(percentage, old, new):
                    continue
                if one is None:
                    yield Tie(TieKind.CHANGE, (share, two), (percentage, new), given=old)
                elif len({share, one, two}) == 3:
                    yield Tie(TieKind.CHANGE, (share, two, one), (percentage, new, old))


def _moves_by(percentage: Side, old: Side, new: Side) -> bool:
    said, least, most = _figure(percentage), _figure(old), _figure(new)
    if said is None or not least or most is None:
        return False
    moved = abs(100 * (most - least) / least)
    # All three are rounded: the percentage to a point, the amounts to their last digit.
    slack = Decimal("0.5") + 50 * (unit_of_rounding(least) + unit_of_rounding(most)) / abs(least)
    return abs(moved - said) <= min(slack, said / 4)


def _lengths(told: Sequence[Told], period: Tie) -> Iterator[Tie]:
    """A duration beside the two dates of which, in this sentence, it is the distance."""
    for key, side in told:
        if key not in period.facts and lasts_between(side, *period.sides):
            yield Tie(TieKind.LENGTH, (key, *period.facts), (side, *period.sides))


DAYS_OF_UNIT = {"day": Decimal(1), "week": Decimal(7), "month": Decimal("30.44"), "year": Decimal("365.25")}
FEWEST_UNITS = 3
"""One or two of a unit lie between any two dates."""


def lasts_between(duration: Side, start: Side, end: Side) -> bool:
    """Whether an exact duration is the time between two days, give or take one of its units."""
    number, unit = _figure(duration), DAYS_OF_UNIT.get(duration.unit or "")
    first, last = days_of(start), days_of(end)
    if duration.kind is not Kind.DURATION or number is None or unit is None or number < FEWEST_UNITS:
        return False
    if not first or not last or first.low is None or first.low != first.high or last.high is None:
        return False
    return last.low == last.high and abs((last.high - first.low).days - number * unit) <= unit


def _periods(told: Sequence[Told]) -> Iterator[Tie]:
    dates = [(key, side) for key, side in told if side.kind is Kind.DATE]
    for (one, a), (two, b) in pairwise(dates):
        before = a.sentence[max(a.offset - START_REACH, 0) : a.offset]
        begins = bool(STARTING.search(before)) or a.hedge is Hedge.SINCE
        ends = b.hedge in (Hedge.UNTIL, Hedge.BY) or BETWEEN_DATES.search(between(a, b)[-START_REACH:])
        x, y = days_of(a), days_of(b)
        in_order = x and y and x.low and y.high and x.low <= y.high
        if one != two and begins and ends and in_order:
            yield Tie(TieKind.PERIOD, (one, two), (a, b))


def _ages(told: Sequence[Told]) -> Iterator[Tie]:
    """Somebody's age beside the day or year of birth: "Maria Lopez, 34, who was born in 1989"."""
    for age, old in told:
        if old.kind is not Kind.DURATION or old.unit != "year":
            continue
        for birth, born in told:
            near = born.sentence[max(born.offset - START_REACH, 0) : born.offset]
            if birth != age and born.kind is Kind.DATE and BORN.search(near):
                yield Tie(TieKind.AGE, (age, birth), (old, born))


def _number(side: Side) -> Decimal | None:
    return None if side.change else _figure(side)


def _figure(side: Side) -> Decimal | None:
    interval = decimals_of(side)
    return figure(interval) if interval else None


def add_up_in_kind(a: Side, b: Side) -> bool:
    """Whether one can be part of the other: counts of things, one currency, or units of one measure."""
    if a.kind is not b.kind or a.kind not in (Kind.QUANTITY, Kind.MONEY, Kind.DURATION) or a.per != b.per:
        return False
    if a.kind is Kind.MONEY:
        return a.unit == b.unit
    return family_of(a) == family_of(b) and is_measure(a) == is_measure(b)


def between(a: Side, b: Side) -> str:
    """The words of the sentence between two of its claims."""
    return a.sentence[a.offset + a.end - a.start : b.offset]


def _before(side: Side) -> str:
    return side.sentence[: side.offset]


def _after(side: Side) -> str:
    return side.sentence[side.offset + side.end - side.start :]
