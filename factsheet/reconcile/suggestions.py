"""An answer to propose, with its reasons, or none where two are equally good."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from articles.values import Hedge, significant_digits
from factsheet.reconcile.date_relations import days_of
from factsheet.reconcile.figure_relations import is_vague
from factsheet.reconcile.lexicon.authorities import AUTHORITIES
from factsheet.reconcile.measures import decimals_of
from factsheet.reconcile.origins import Origin
from factsheet.reconcile.relations import Relation
from factsheet.reconcile.sides import Side
from factsheet.reconcile.verdicts import Difference, RelationKind

AnyBound = Decimal | date | time
SUPPORTING = frozenset({RelationKind.SAME, RelationKind.CONSISTENT, RelationKind.ROUNDING})
ONE_ORIGIN_CONFIDENCE = Decimal("0.5")
HUNDREDTH = Decimal("0.01")


class Policy(StrEnum):
    """How a newsroom chooses between figures.

    Range and authority after the BBC's guidance on figures, the conservative figure after ACLED's codebook, independent
    originals after the Knight Science Journalism fact-checking guide, leaving open after Every Casualty's standards.
    """

    MOST_ORIGINS = "most_origins"
    MOST_AUTHORITATIVE = "most_authoritative"
    MOST_RECENT = "most_recent"
    CONSERVATIVE = "conservative"
    RANGE = "range"
    LEAVE_OPEN = "leave_open"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed answer; `keys` are the sides whose value it is, `reasons` the strongest first, `confidence` 0 to 1."""

    low: AnyBound | None
    high: AnyBound | None
    low_open: bool
    high_open: bool
    hedge: Hedge
    unit: str | None
    text: str
    reasons: tuple[str, ...]
    confidence: Decimal
    policy: Policy
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """No answer is proposed, and why."""

    why: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    side: Side
    supporters: tuple[Side, ...]
    origins: int


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
        return Silence("This kind of fact is left open for an editor.")
    if not live:
        return Silence("No evidence stands.")
    if policy is Policy.RANGE:
        return _range(live, origins)
    relations = list(relations)
    standing = _standing(live, relations)
    candidates = [found for found in _candidates(live, relations, origins) if found.side in standing]
    best, why = RANKINGS[policy](candidates)
    if isinstance(best, Silence):
        return best
    return _answer(best, why, policy, len({origins[side.key].number for side in live}))


def _standing(live: Sequence[Side], relations: Sequence[Relation]) -> list[Side]:
    """The sides that can be an answer: no count that a later one took the place of, and no "dozens" beside a figure."""
    keys = {side.key for side in live}
    older = {found.a for found in relations if found.difference is Difference.REVISION and {found.a, found.b} <= keys}
    newest = [side for side in live if side.key not in older] or list(live)
    return [side for side in newest if not is_vague(side)] or newest


def _candidates(live: Sequence[Side], relations: Sequence[Relation], origins: Mapping[str, Origin]) -> list[_Candidate]:
    said = defaultdict(set)
    for side in live:
        said[side.article, side.interval, side.hedge, side.text if side.interval is None else ""].add(side.key)
    friends = {key: set(keys) for keys in said.values() for key in keys}
    for relation in relations:
        supports = relation.kind in SUPPORTING and relation.difference is not Difference.REVISION
        if supports and relation.a in friends and relation.b in friends:
            friends[relation.a].add(relation.b)
            friends[relation.b].add(relation.a)
    found = []
    distinct = {
        (side.interval, side.hedge, side.text, side.attribution, _moment(side)): side for side in reversed(live)
    }
    for side in reversed(distinct.values()):
        supporters = _agreeing(side, [other for other in live if other.key in friends[side.key]], friends)
        found.append(_Candidate(side, supporters, len({origins[other.key].number for other in supporters})))
    return found


def _agreeing(side: Side, others: Sequence[Side], friends: Mapping[str, set[str]]) -> tuple[Side, ...]:
    """Those of a side's friends that can all be true together, the best befriended first; the side is one of them."""
    agreeing, open_to = [side], set(friends[side.key])
    for other in sorted(others, key=lambda one: (-len(friends[one.key]), one.key)):
        if other.key != side.key and other.key in open_to:
            agreeing.append(other)
            open_to &= friends[other.key]
    return tuple(agreeing)


Ranked = tuple[_Candidate | Silence, str]


def _by_origins(candidates: Sequence[_Candidate]) -> Ranked:
    most = max(candidate.origins for candidate in candidates)
    return _settle([candidate for candidate in candidates if candidate.origins == most], "what most origins agree on")


def _by_authority(candidates: Sequence[_Candidate]) -> Ranked:
    rank = max(_authority(candidate.side) for candidate in candidates)
    if rank == 0:
        return Silence("No figure is attributed to an authority."), ""
    named = [candidate for candidate in candidates if _authority(candidate.side) == rank]
    return _settle(named, f"attributed to {named[0].side.attribution}")


def _by_recency(candidates: Sequence[_Candidate]) -> Ranked:
    dated = [candidate for candidate in candidates if _moment(candidate.side)]
    if not dated:
        return Silence("No figure is dated."), ""
    latest = max(_moment(candidate.side) or date.min for candidate in dated)
    return _settle(
        [candidate for candidate in dated if _moment(candidate.side) == latest], f"the latest, of {latest.isoformat()}"
    )


def _by_caution(candidates: Sequence[_Candidate]) -> Ranked:
    figured = [(least, candidate) for candidate in candidates if (least := _least(candidate.side)) is not None]
    if not figured:
        return Silence("No figure has a lower end."), ""
    lowest = min(least for least, _ in figured)
    return _settle(
        [candidate for least, candidate in figured if least == lowest], "the lowest figure that an article stands by"
    )


RANKINGS: Mapping[Policy, Callable[[Sequence[_Candidate]], Ranked]] = {
    Policy.MOST_ORIGINS: _by_origins,
    Policy.MOST_AUTHORITATIVE: _by_authority,
    Policy.MOST_RECENT: _by_recency,
    Policy.CONSERVATIVE: _by_caution,
}


def _settle(equal: Sequence[_Candidate], why: str) -> Ranked:
    """The most telling of candidates that can all be true; silence where two of them cannot."""
    first = equal[0]
    for other in equal[1:]:
        if not all(one.side in two.supporters for one, two in ((first, other), (other, first))):
            return Silence(f"“{first.side.text}” and “{other.side.text}” are equally good: {why} each."), ""
    return max(equal, key=lambda candidate: (_precision(candidate), candidate.side.key)), why


def _precision(candidate: _Candidate) -> tuple[int, int, Decimal, int, int]:
    """The narrower, the less hedged, the more exact figure; then the one more articles write."""
    side, number = candidate.side, decimals_of(candidate.side)
    days = days_of(side)
    bounded = int(side.interval is not None and side.interval.low is not None and side.interval.high is not None)
    width = Decimal(0)
    digits = 0
    if number and number.low is not None:
        width = -abs((number.high if number.high is not None else number.low) - number.low)
        digits = significant_digits(number.low)
    elif days and days.low and days.high:
        width = Decimal(-(days.high - days.low).days)
    same = sum(other.interval == side.interval and other.hedge is side.hedge for other in candidate.supporters)
    return bounded, int(side.hedge is not Hedge.ABOUT), width, digits if side.interval else len(side.text), same


def _answer(best: _Candidate, why: str, policy: Policy, total: int) -> Suggestion:
    side, interval = best.side, best.side.interval
    share = Decimal(best.origins) / Decimal(max(total, 1))
    confidence = min(share, ONE_ORIGIN_CONFIDENCE) if best.origins == 1 else share
    if best.origins == 1:
        reasons = [_sentence(why)] if policy is not Policy.MOST_ORIGINS else []
        reasons.append(
            f"Only one of {_count(total, 'origin')} stands behind it." if total > 1 else "Only one origin speaks of it."
        )
    else:
        reasons = [_sentence(why), f"{best.origins} of {total} independent origins can be true together with it."]
        reasons += ["It is the most exact of the figures that agree."] * (len(best.supporters) > 1)
    return Suggestion(
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        low_open=bool(interval and interval.low_open),
        high_open=bool(interval and interval.high_open),
        hedge=side.hedge,
        unit=side.unit,
        text=side.text,
        reasons=tuple(reasons),
        confidence=confidence.quantize(HUNDREDTH),
        policy=policy,
        keys=tuple(other.key for other in best.supporters if other.interval == interval),
    )


def _range(live: Sequence[Side], origins: Mapping[str, Origin]) -> Suggestion | Silence:
    """From the lowest to the highest figure that an article stands by (the BBC's way with figures that differ)."""
    figures = [interval for side in live if (interval := decimals_of(side))]
    periods = [period for side in live if (period := days_of(side))]
    bounds: list[AnyBound] = [
        bound for found in (figures or periods) for bound in (found.low, found.high) if bound is not None
    ]
    if not bounds:
        return Silence("A range needs figures or dates.")
    low, high = min(bounds, key=_sortable), max(bounds, key=_sortable)
    return Suggestion(
        low=low, high=high, low_open=False, high_open=False, hedge=Hedge.EXACT, unit=live[0].unit,
        text=_written(low) if low == high else f"{_written(low)} to {_written(high)}",
        reasons=(f"From the lowest to the highest of {_count(len(live), 'figure')}.",),
        confidence=Decimal(1) if len({origins[side.key].number for side in live}) > 1 else ONE_ORIGIN_CONFIDENCE,
        policy=Policy.RANGE,
        keys=tuple(side.key for side in live),
    )  # fmt: skip


def _sortable(bound: AnyBound) -> Decimal:
    return (
        bound if isinstance(bound, Decimal) else Decimal(bound.toordinal() if isinstance(bound, date) else bound.hour)
    )


def _written(bound: AnyBound) -> str:
    return f"{bound.normalize():,f}" if isinstance(bound, Decimal) else bound.isoformat()


def _authority(side: Side) -> int:
    """How high the table of authorities ranks the one whom the figure is attributed to, 0 for none."""
    said = f" {(side.attribution or '').lower()} "
    return max((rank for rank, pattern in _AUTHORITY_PATTERNS if pattern.search(said)), default=0)


_AUTHORITY_PATTERNS = [
    (rank, re.compile(rf"\b(?:{'|'.join(map(re.escape, words.split()))})"))
    for rank, words in enumerate(reversed(AUTHORITIES), start=1)
]


def _moment(side: Side) -> date | None:
    return side.as_of or side.published


def _least(side: Side) -> Decimal | None:
    if number := decimals_of(side):
        return number.low
    days = days_of(side)
    return Decimal(days.low.toordinal()) if days and days.low else None


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
