"""An answer to propose, by the policy of the newsroom, with its reasons; or none where two are equally good."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from articles.phrasing import gettext_noop as _
from articles.values import Hedge, Interval, Kind
from factsheet.reconcile.answers import AnyBound, Policy, Silence, Suggestion
from factsheet.reconcile.contenders import Contender, find_contenders
from factsheet.reconcile.date_relations import days_of
from factsheet.reconcile.measures import decimals_of
from factsheet.reconcile.origins import Origin
from factsheet.reconcile.rankings import RANKINGS
from factsheet.reconcile.relations import Relation
from factsheet.reconcile.sides import Side
from factsheet.reconcile.spelling import spell_day

HUNDREDTH = Decimal("0.01")
NAMED_HEDGES = frozenset({Hedge.EXACT, Hedge.BY, Hedge.UNTIL, Hedge.SINCE, Hedge.BEFORE, Hedge.AFTER})
"""Hedges of a date that can be written before it in one word, or in none."""

LEFT_OPEN, NO_EVIDENCE = _("This kind of fact is left open for an editor."), _("No evidence stands.")
ONLY_ONE, ONE_OF_SEVERAL = _("Only one origin speaks of it."), _("Only one of {n} origins stands behind it.")
TOGETHER = _("{n} of {total} independent origins can be true together with it.")
MOST_EXACT = _("It is the most exact of the figures that agree.")
NO_RANGE = _("A range needs figures or dates.")
SPAN = _("From the lowest to the highest of {n} figures.")
ONE_FIGURE = _("From the lowest to the highest of {n} figure.")


def suggest(
    sides: Sequence[Side],
    relations: Iterable[Relation],
    origins: Mapping[str, Origin],
    policy: Policy = Policy.MOST_ORIGINS,
) -> Suggestion | None:
    """The answer that `policy` finds among the live sides, or None where it finds none or two equally good ones.

    `origins` maps the key of each live side to its origin, as for `status_of`. `weigh` says why there is none.
    """
    found = weigh(sides, relations, origins, policy)
    return found if isinstance(found, Suggestion) else None


def weigh(
    sides: Sequence[Side],
    relations: Iterable[Relation],
    origins: Mapping[str, Origin],
    policy: Policy = Policy.MOST_ORIGINS,
) -> Suggestion | Silence:
    """As `suggest`, with the reason where there is no answer."""
    live = [side for side in sorted(sides, key=lambda side: side.key) if side.is_live and side.key in origins]
    if policy is Policy.LEAVE_OPEN:
        return Silence(LEFT_OPEN)
    if not live:
        return Silence(NO_EVIDENCE)
    total = len({origins[side.key].number for side in live})
    if policy is Policy.RANGE:
        return _range(live, total)
    best, why = RANKINGS[policy](find_contenders(live, list(relations), origins), total)
    if isinstance(best, Silence):
        return best
    return _answer(best, why, policy, total)


def _answer(best: Contender, why: str, policy: Policy, total: int) -> Suggestion:
    side, interval = best.side, best.side.interval
    if best.origins == 1:
        reasons = [_sentence(why)] if policy is not Policy.MOST_ORIGINS else []
        reasons.append(ONE_OF_SEVERAL.format(n=total) if total > 1 else ONLY_ONE)
    else:
        reasons = [_sentence(why), TOGETHER.format(n=best.origins, total=total)]
    if len({(other.interval, other.hedge) for other in best.supporters}) > 1:
        reasons.append(MOST_EXACT)
    return Suggestion(
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        low_open=bool(interval and interval.low_open),
        high_open=bool(interval and interval.high_open),
        hedge=side.hedge,
        unit=side.unit,
        text=in_print(side),
        reasons=tuple(reasons),
        confidence=_confidence(best.origins, total),
        policy=policy,
        keys=tuple(
            other.key for other in best.supporters if (other.interval, other.utc_offset) == (interval, side.utc_offset)
        ),
        utc_offset=side.utc_offset,
    )


def _confidence(origins: int, total: int) -> Decimal:
    """The share of the origins that agree, each of which halves the doubt that is left: 1 of 1 is 0.5, 3 of 3 0.88."""
    share = Decimal(origins) / Decimal(max(total, 1))
    return (share * (1 - Decimal("0.5") ** origins)).quantize(HUNDREDTH)


def _range(live: Sequence[Side], total: int) -> Suggestion | Silence:
    """From the lowest to the highest figure that an article stands by (the BBC's way with figures that differ)."""
    bounds: list[tuple[AnyBound, Side]] = [
        (bound, side)
        for side in live
        if (found := decimals_of(side) or days_of(side))
        for bound in (found.low, found.high)
        if bound is not None and side.kind is live[0].kind
    ]
    if not bounds:
        return Silence(NO_RANGE)
    low, high = min(bounds, key=_place), max(bounds, key=_place)
    ends = _end(*low), _end(*high)
    return Suggestion(
        low=low[0], high=high[0], low_open=False, high_open=False, hedge=Hedge.EXACT, unit=live[0].unit,
        text=ends[0] if low[0] == high[0] else " to ".join(ends),
        reasons=((ONE_FIGURE if len(live) == 1 else SPAN).format(n=len(live)),),
        confidence=_confidence(total, total),
        policy=Policy.RANGE,
        keys=tuple(side.key for side in live),
    )  # fmt: skip


def _place(end: tuple[AnyBound, Side]) -> tuple[Decimal, str]:
    bound, side = end
    return (
        bound if isinstance(bound, Decimal) else Decimal(bound.toordinal() if isinstance(bound, date) else 0)
    ), side.key


def _end(bound: AnyBound, side: Side) -> str:
    """An end of a range in print: a count by its figure, a date as a day, anything else in the words of its article."""
    if isinstance(bound, date):
        return spell_day(bound)
    if isinstance(bound, Decimal) and side.kind is Kind.QUANTITY:
        return f"{bound.normalize():,f}"
    return in_print(side)


def in_print(side: Side) -> str:
    """The words of the article, or the date that they name where they need the article to be understood ("Monday")."""
    days = days_of(side)
    words = " ".join(side.text.split())
    if days is None or any(letter.isdigit() for letter in words) or side.hedge not in NAMED_HEDGES:
        return words
    period = _spell_period(days)
    return period if side.hedge is Hedge.EXACT or not period else f"{side.hedge.value} {period}"


def _spell_period(days: Interval[date]) -> str:
    low, high = days.low, days.high
    if low is None or high is None:
        known = low or high
        return spell_day(known) if known else ""
    last = monthrange(high.year, high.month)[1]
    if (low.day, high.day, low.year) == (1, last, high.year):
        if (low.month, high.month) == (1, 12):
            return f"{low.year}"
        if low.month == high.month:
            return f"{low:%B} {low.year}"
    return spell_day(low) if low == high else f"{spell_day(low)} to {spell_day(high)}"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
