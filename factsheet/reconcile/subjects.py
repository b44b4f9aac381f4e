"""Claims made ready for being compared many times: what each is about, its value, and how common both are in the
event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from articles.values import Hedge, Kind, significant_digits
from factsheet.reconcile.counts import Counts, Traits, count_traits
from factsheet.reconcile.date_relations import days_of
from factsheet.reconcile.measures import decimals_of, family_of, to_base
from factsheet.reconcile.profiles import Profile, Vector, profile_of, vector_of
from factsheet.reconcile.sides import Side

RELATIVE = re.compile(r"\b(?:last|this|next|previous)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subject:
    """A side with all that its likeness to another is judged by.

    `figure` is the one number that stands for a figure or a time (in its base unit; a range by its middle), `days`
    the first and last day of a date as ordinals. `value_density` is how many claims of its value an article has on
    average, in tenths (10 when each article that gives the value gives it once), and `unit_density` the same of its
    unit. `sentence` is where its sentence stands: two sides with the same one share it. `is_relative` marks a date
    named from the day of writing.
    """

    side: Side
    family: str
    profile: Profile
    vector: Vector
    figure: Decimal | None
    digits: int
    days: tuple[int, int] | None
    sentence: tuple[str, int]
    bound: str | None
    is_relative: bool
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
    return {
        side.key: _subject(
            side, family, profile, vector_of(profile, rarity), counts.value_density(one), counts.unit_density(one)
        )
        for side, family, profile, one in zip(ordered, families, profiles, traits, strict=True)
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


def _subject(side: Side, family: str, profile: Profile, vector: Vector, value: int, unit: int) -> Subject:
    figure = figure_of(side)
    return Subject(
        side=side,
        family=family,
        profile=profile,
        vector=vector,
        figure=figure,
        digits=significant_digits(figure) if figure is not None else 0,
        days=_ordinals(side),
        sentence=(side.article, side.start - side.offset),
        bound=bound_of(side),
        is_relative=bool(RELATIVE.search(side.text)),
        value_density=value,
        unit_density=unit,
    )


def bound_of(side: Side) -> str | None:
    """How a date bounds what happens: "end" for a deadline, "last" for how long something lasts, else None."""
    if side.kind is not Kind.DATE:
        return None
    return "last" if side.hedge is Hedge.UNTIL else "end" if side.hedge in ENDS else None


ENDS = frozenset({Hedge.BY, Hedge.WITHIN, Hedge.BEFORE})


def figure_of(side: Side) -> Decimal | None:
    """One number that stands for the side's figure: its only bound or the middle of both, in the base unit; minutes
    of a time.
    """
    if interval := decimals_of(side):
        base = to_base(interval, side.unit)
        if base.low is None or base.high is None:
            return base.low if base.high is None else base.high
        return base.low if base.low == base.high else (base.low + base.high) / 2
    bound = side.interval and (side.interval.low or side.interval.high)
    return Decimal(60 * bound.hour + bound.minute) if isinstance(bound, time) else None


def _ordinals(side: Side) -> tuple[int, int] | None:
    """The first and last day, an open end counting as the other one."""
    period = days_of(side)
    bounds = [bound for bound in (period.low, period.high) if isinstance(bound, date)] if period else []
    return (bounds[0].toordinal(), bounds[-1].toordinal()) if bounds else None
