"""How each policy chooses among contenders: the best one with the reason, or silence where two are equally good."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from articles.phrasing import gettext_noop as _
from articles.values import Hedge, Kind, significant_digits
from factsheet.reconcile.answers import Policy, Silence
from factsheet.reconcile.clocks import minutes_left_open
from factsheet.reconcile.contenders import Contender, moment_of
from factsheet.reconcile.date_relations import days_of
from factsheet.reconcile.lexicon.authorities import AUTHORITIES
from factsheet.reconcile.measures import decimals_of
from factsheet.reconcile.sides import Side
from factsheet.reconcile.spelling import spell_day
from factsheet.reconcile.voices import spell_name, teller_of

Ranked = tuple[Contender | Silence, str]
Ranking = Callable[[Sequence[Contender], int], Ranked]

MOST_AGREE, MORE_AGREE = _("most origins agree on it"), _("more origins agree on it than on any other figure")
ATTRIBUTED, LATEST = _("attributed to {who}"), _("the latest, of {day}")
LOWEST, EARLIEST = _("the lowest figure that an article stands by"), _("the earliest date that an article stands by")
EQUALLY_GOOD = _("“{one}” and “{other}” are equally good: {why} each.")
NO_AUTHORITY = _("No figure is attributed to an authority.")
NO_DATE, NO_LOWER_END = _("No figure is dated."), _("No figure has a lower end.")

SHORT = 3
"""A word of an attribution this short is compared whole: "un" begins "union"."""


def by_origins(contenders: Sequence[Contender], total: int) -> Ranked:
    """What most independent origins can agree on, of `total`."""
    most = max(contender.origins for contender in contenders)
    best = [contender for contender in contenders if contender.origins == most]
    return _settle(best, MOST_AGREE if 2 * most > total else MORE_AGREE)


def by_authority(contenders: Sequence[Contender], _total: int) -> Ranked:
    """What is attributed to the highest of the table of authorities."""
    rank = max(rank_of(contender.side) for contender in contenders)
    if rank == 0:
        return Silence(NO_AUTHORITY), ""
    named = [contender for contender in contenders if rank_of(contender.side) == rank]
    return _settle(named, ATTRIBUTED.format(who=teller_of(named[0].side)))


def by_recency(contenders: Sequence[Contender], _total: int) -> Ranked:
    """What is known of the latest day."""
    dated = [contender for contender in contenders if moment_of(contender.side)]
    if not dated:
        return Silence(NO_DATE), ""
    latest = max(moment_of(contender.side) or date.min for contender in dated)
    return _settle(
        [contender for contender in dated if moment_of(contender.side) == latest],
        LATEST.format(day=spell_day(latest)),
    )


def by_caution(contenders: Sequence[Contender], _total: int) -> Ranked:
    """The lowest figure, or the earliest day."""
    figured = [(least, contender) for contender in contenders if (least := _least(contender.side)) is not None]
    if not figured:
        return Silence(NO_LOWER_END), ""
    lowest = min(least for least, _ in figured)
    why = EARLIEST if figured[0][1].side.kind is Kind.DATE else LOWEST
    return _settle([contender for least, contender in figured if least == lowest], why)


RANKINGS: Mapping[Policy, Ranking] = {
    Policy.MOST_ORIGINS: by_origins,
    Policy.MOST_AUTHORITATIVE: by_authority,
    Policy.MOST_RECENT: by_recency,
    Policy.CONSERVATIVE: by_caution,
}


def rank_of(side: Side) -> int:
    """How high the table of authorities ranks the one whom the figure is attributed to, 0 for none."""
    said = f" {spell_name(teller_of(side))} "
    for rank, names in zip(range(len(AUTHORITIES), 0, -1), AUTHORITIES, strict=True):
        if any(f" {name} " in said or (len(name) > SHORT and f" {name}" in said) for name in names):
            return rank
    return 0


def _settle(equal: Sequence[Contender], why: str) -> Ranked:
    """The most telling of contenders that can all be true; silence where two of them cannot."""
    first = equal[0]
    for other in equal[1:]:
        if not all(one.side in two.supporters for one, two in ((first, other), (other, first))):
            return Silence(EQUALLY_GOOD.format(one=first.side.text, other=other.side.text, why=why)), ""
    return max(equal, key=lambda contender: (_exactness(contender), contender.side.key)), why


def _exactness(contender: Contender) -> tuple[int, int, Decimal, int, tuple[int, int], int]:
    """The narrower, the less hedged, the more exact figure; then the one that is clear by itself, then what more
    articles write.
    """
    side, number = contender.side, decimals_of(contender.side)
    days = days_of(side)
    bounded = int(side.interval is not None and side.interval.low is not None and side.interval.high is not None)
    width = Decimal(0)
    digits = 0
    if number and number.low is not None:
        width = -abs((number.high if number.high is not None else number.low) - number.low)
        digits = significant_digits(number.low)
    elif days and days.low and days.high:
        width = Decimal(-(days.high - days.low).days)
    elif side.kind is Kind.TIME:
        width = Decimal(-minutes_left_open(side))
    same = sum(other.interval == side.interval and other.hedge is side.hedge for other in contender.supporters)
    return bounded, int(side.hedge is not Hedge.ABOUT), width, digits if side.interval else 0, _clarity(side), same


def _clarity(side: Side) -> tuple[int, int]:
    """How far the words can be printed alone: "In 2008" before "that year", "220 passengers" before "220",
    "5:30 p.m. (1430 GMT)" before "5:30 p.m.".
    """
    digits = sum(letter.isdigit() for letter in side.text)
    if side.kind in (Kind.DATE, Kind.TIME):
        return digits, 0
    return int(bool(side.noun) and str(side.noun) in side.text), int(digits > 0)


def _least(side: Side) -> Decimal | None:
    if number := decimals_of(side):
        return number.low
    days = days_of(side)
    return Decimal(days.low.toordinal()) if days and days.low else None
