"""Claims made ready for being compared many times: what each is about, its value, and how common both are in the
event.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from articles.values import Hedge, Interval, Kind, significant_digits
from factsheet.reconcile.counts import Counts, Traits, count_traits
from factsheet.reconcile.date_relations import days_of
from factsheet.reconcile.frames import Frame
from factsheet.reconcile.measures import decimals_of, family_of, to_base
from factsheet.reconcile.profiles import Profile, Vector, profile_of, vector_of
from factsheet.reconcile.sides import Side

RELATIVE = re.compile(r"\b(?:last|this|next|previous)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """A side with all that its likeness to another is judged by.

    `figure` is the one number that stands for a figure or a time (in its base unit; a range by its middle), `written`
    the same in the unit of its article, `days`
    the first and last day of a date as ordinals. `value_density` is how many claims of its value an article has on
    average, in tenths (10 when each article that gives the value gives it once), and `unit_density` the same of its
    unit. `tellers` are the articles that give its value as the figure of any claim of its family, `places` the
    names nearby that are rare in the event. `sentence` is where its sentence stands: two sides with the same one share
    it. `is_dateline` marks the day of filing, `is_former` a value told as what was said before, `is_relative` a date
    named from the day of writing.
    """

    side: Side
    family: str
    profile: Profile
    vector: Vector
    figure: Decimal | None
    written: Decimal | None
    digits: int
    days: tuple[int, int] | None
    sentence: tuple[str, int]
    bound: str | None
    is_relative: bool
    is_former: bool
    is_dateline: bool
    tellers: frozenset[str]
    places: frozenset[str]
    value_density: int
    unit_density: int


def subjects_of(sides: Sequence[Side], counts: Counts | None = None) -> dict[str, Subject]:
    """Each side with what it is judged by, by key and in the order of the keys; the keys must differ.

    `counts` are those of the whole event where `sides` are only some of its claims.
    """
    ordered = sorted(sides, key=lambda side: side.key)
    families = [family_of(side) for side in ordered]
    profiles = [profile_of(side) for side in ordered]
    traits = [traits_of(side) for side in ordered]
    counts = counts or count_traits(traits)
    rarity = counts.rarities(name for one in traits for name in one.words)
    tellers = _tellers(ordered, families, profiles)
    return {
        side.key: _subject(side, family, profile, rarity, counts.value_density(one), counts.unit_density(one), told)
        for side, family, profile, one, told in zip(ordered, families, profiles, traits, tellers, strict=True)
    }


def traits_of(side: Side) -> Traits:
    """What is counted of a side."""
    profile, family, interval = profile_of(side), family_of(side), side.interval
    value = f"{_spell(interval.low, interval.low_open)} {_spell(interval.high, interval.high_open)}" if interval else ""
    return Traits(
        article=side.article,
        sentence=side.start - side.offset,
        words=frozenset((*profile.words, *profile.events)),
        value=f"{family} {value}",
        unit=f"{family} {bound_of(side) or profile.role or profile.head}",
    )


def _spell(bound: object, is_open: bool) -> str:
    plain = f"{bound.normalize():f}" if isinstance(bound, Decimal) else str(bound)
    return f"{plain}{'*' if is_open else ''}"


DATELINE = re.compile(r"(?:[A-Z][\w.’'-]+ ?){1,4},(?: [A-Z][\w.]+,?)?")
"""What stands before the day on which a text was filed: "OMBAR," "Ombar, Tessaly,"."""


def _is_former(side: Side, profile: Profile) -> bool:
    return not side.is_live or Frame.FORMER in profile.frames or Frame.EARLIER in profile.frames


def _tellers(sides: Sequence[Side], families: Sequence[str], profiles: Sequence[Profile]) -> list[frozenset[str]]:
    """For each claim, the articles that give its value as what holds; a small count is told only by what it counts."""
    values: list[Hashable] = []
    for side, family, profile in zip(sides, families, profiles, strict=True):
        figure = figure_of(side)
        noun = profile.role or profile.head if figure is not None and significant_digits(figure) < TELLING else None
        values.append((family, noun, figure if figure is not None else side.interval))
    articles: dict[Hashable, set[str]] = defaultdict(set)
    for value, side, profile in zip(values, sides, profiles, strict=True):
        if not _is_former(side, profile):
            articles[value].add(side.article)
    shared = {value: frozenset(found) for value, found in articles.items()}
    return [shared.get(value, frozenset()) for value in values]


TELLING = 2
"""A figure of fewer significant digits is told only together with what it counts."""


def _subject(
    side: Side,
    family: str,
    profile: Profile,
    rarity: Mapping[str, int],
    value: int,
    unit: int,
    told: frozenset[str],
) -> Subject:
    figure, days = figure_of(side), _ordinals(side)
    return Subject(
        side=side,
        family=family,
        profile=profile,
        vector=vector_of(profile, rarity),
        figure=figure,
        written=number_of(interval) if (interval := decimals_of(side)) else None,
        digits=significant_digits(figure) if figure is not None else 0,
        days=days,
        sentence=(side.article, side.start - side.offset),
        bound=bound_of(side),
        is_relative=bool(RELATIVE.search(side.text)),
        is_dateline=side.kind is Kind.DATE and bool(DATELINE.fullmatch(side.sentence[: side.offset].strip())),
        is_former=_is_former(side, profile),
        tellers=told,
        places=frozenset(name for name in profile.places if rarity.get(name, 0) >= RARE),
        value_density=value,
        unit_density=unit,
    )


RARE = 450
"""A name rarer than this tells claims apart; those of the whole event do not."""


def bound_of(side: Side) -> str | None:
    """How a date bounds what happens: "end" for a deadline, "last" for how long something lasts, else None."""
    if side.kind is not Kind.DATE:
        return None
    if side.hedge is Hedge.UNTIL:
        # What does not happen until a day begins on it.
        return None if NEGATED.search(side.sentence[: side.offset]) else "last"
    return "end" if side.hedge in ENDS else None


NEGATED = re.compile(r"(?:n['’]t|\bnot)\b[\w\s]{1,24}$")


ENDS = frozenset({Hedge.BY, Hedge.WITHIN, Hedge.BEFORE})


def figure_of(side: Side) -> Decimal | None:
    """One number that stands for the side's figure: its only bound or the middle of both, in the base unit; minutes
    of a time.
    """
    if interval := decimals_of(side):
        return number_of(to_base(interval, side.unit))
    bound = side.interval and (side.interval.low or side.interval.high)
    return Decimal(60 * bound.hour + bound.minute) if isinstance(bound, time) else None


def number_of(interval: Interval[Decimal]) -> Decimal | None:
    """The only bound of an interval, or the middle of both."""
    low, high = interval.low, interval.high
    if low is None or high is None:
        return low if high is None else high
    return low if low == high else (low + high) / 2


def _ordinals(side: Side) -> tuple[int, int] | None:
    """The first and last day, an open end counting as the other one."""
    period = days_of(side)
    bounds = [bound for bound in (period.low, period.high) if isinstance(bound, date)] if period else []
    return (bounds[0].toordinal(), bounds[-1].toordinal()) if bounds else None
