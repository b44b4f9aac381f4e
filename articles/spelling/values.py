"""A whole value in words: its hedge, its range, its unit, and what the article says of it besides."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext, pgettext, pgettext_lazy

from articles.models import Claim, ValueFields
from articles.spelling.amounts import is_share, measure_name, name_divisor, spell_amount
from articles.spelling.days import name_period, spell_clock, spell_day, spell_period, spell_zone
from articles.spelling.figures import spell_number, spell_place
from articles.values import Change, ClaimStatus, Hedge, Interval, Kind
from articles.words import HEDGES

# The words of hedges around a figure, a day, a period and a clock: French has a word of its own before each.
FIGURES: dict[Hedge, Any] = {
    Hedge.ABOUT: pgettext_lazy("figure", "about %(value)s"),
    Hedge.MORE_THAN: pgettext_lazy("figure", "more than %(value)s"),
    Hedge.AT_LEAST: pgettext_lazy("figure", "at least %(value)s"),
    Hedge.LESS_THAN: pgettext_lazy("figure", "less than %(value)s"),
    Hedge.AT_MOST: pgettext_lazy("figure", "at most %(value)s"),
    Hedge.UP_TO: pgettext_lazy("figure", "up to %(value)s"),
}
DAYS: dict[Hedge, Any] = {
    Hedge.ABOUT: pgettext_lazy("day", "about %(value)s"),
    Hedge.BY: pgettext_lazy("day", "by %(value)s"),
    Hedge.UNTIL: pgettext_lazy("day", "until %(value)s"),
    Hedge.SINCE: pgettext_lazy("day", "since %(value)s"),
    Hedge.BEFORE: pgettext_lazy("day", "before %(value)s"),
    Hedge.AFTER: pgettext_lazy("day", "after %(value)s"),
}
PERIODS: dict[Hedge, Any] = {
    Hedge.ABOUT: pgettext_lazy("period", "about %(value)s"),
    Hedge.BY: pgettext_lazy("period", "by %(value)s"),
    Hedge.UNTIL: pgettext_lazy("period", "until %(value)s"),
    Hedge.SINCE: pgettext_lazy("period", "since %(value)s"),
    Hedge.WITHIN: pgettext_lazy("period", "within %(value)s"),
    Hedge.BEFORE: pgettext_lazy("period", "before %(value)s"),
    Hedge.AFTER: pgettext_lazy("period", "after %(value)s"),
}
CLOCKS: dict[Hedge, Any] = {
    Hedge.ABOUT: pgettext_lazy("clock", "about %(value)s"),
    Hedge.BY: pgettext_lazy("clock", "by %(value)s"),
    Hedge.UNTIL: pgettext_lazy("clock", "until %(value)s"),
    Hedge.SINCE: pgettext_lazy("clock", "since %(value)s"),
    Hedge.BEFORE: pgettext_lazy("clock", "before %(value)s"),
    Hedge.AFTER: pgettext_lazy("clock", "after %(value)s"),
}
CHANGES: dict[Change, Any] = {
    Change.UP: pgettext_lazy("change", "a rise of %(value)s"),
    Change.DOWN: pgettext_lazy("change", "a fall of %(value)s"),
}
STATUSES: dict[ClaimStatus, Any] = {
    ClaimStatus.SUPERSEDED: pgettext_lazy("claim", "the article has it as an earlier figure"),
    ClaimStatus.DENIED: pgettext_lazy("claim", "the article itself denies it"),
}
SCORE = "score"
# What the engine writes of a reading and keeps in no field (articles/extraction/explanations.py).
COUNTED_FROM = re.compile(r", counted from (\d{4}-\d{2}-\d{2}) -> ")
PAIR = re.compile(r" -> .*\d against \d")


def spell_claim(claim: Claim) -> str:
    """How a claim was read, without its words, which stand beside it wherever it is shown; empty where it has no value.

    Two readings of the same words are both told, and so is the publication date that a claim waits for.
    """
    if claim.interval is None:
        if others := [_read(claim, low, high) for low, high, *unit in claim.alternatives if not unit]:
            return gettext(" or ").join(spell_value(claim, claim.kind, interval=other) for other in others)
        return gettext("not known until the article has a publication date") if claim.needs_published else ""
    words = _spell_pair(claim) or spell_value(claim, claim.kind, noun=claim.noun)
    if claim.change:
        words = str(CHANGES[Change(claim.change)]) % {"value": words}
    more = [_spell_twin(claim), str(STATUSES.get(ClaimStatus(claim.status), ""))]
    if claim.kind == Kind.TIME and claim.as_of:
        more.insert(0, spell_day(claim.as_of))
    if match := COUNTED_FROM.search(claim.read_as):
        more.append(gettext("counted from %(day)s") % {"day": spell_day(date.fromisoformat(match[1]))})
    return ", ".join(filter(None, [words, *more]))


def spell_value(row: ValueFields, kind: str, *, noun: str = "", interval: Interval[Any] | None = None) -> str:
    """The value of a claim or a decision of this kind, or another interval in its place; empty where it has none."""
    found = interval or row.interval
    if found is None:
        return ""
    hedge = Hedge(row.hedge)
    bound = found.low if found.low is not None else found.high
    if isinstance(bound, date):
        return _spell_days(found, hedge, row.precision)
    if isinstance(bound, time):
        return _spell_clocks(found, hedge, spell_zone(row.unit, row.utc_offset))
    words = _spell_figures(found, kind, row.unit, noun)
    if row.per:
        words = gettext("%(value)s per %(unit)s") % {"value": words, "unit": name_divisor(row.per)}
    if hedge == Hedge.LESS_THAN and kind == Kind.QUANTITY and not measure_name(row.unit, Decimal(2)):
        return pgettext("figure", "fewer than %(value)s") % {"value": words}
    if hedge == Hedge.EXACT and (found.low is None or found.high is None):
        hedge = Hedge.UP_TO if found.low is None else Hedge.AT_LEAST
    return _hedged(FIGURES, hedge, words)


def spell_bound(bound: Decimal | date | time, kind: str, unit: str = "") -> str:
    """One bound alone, as it would be read in a sentence."""
    if isinstance(bound, date):
        return spell_day(bound)
    return spell_clock(bound) if isinstance(bound, time) else _spell_figures(Interval(bound, bound), kind, unit, "")


def _hedged(table: dict[Hedge, Any], hedge: Hedge, words: str) -> str:
    if hedge == Hedge.EXACT:
        return words
    return str(table[hedge]) % {"value": words} if hedge in table else f"{HEDGES[hedge]} {words}"


def _spell_figures(found: Interval[Any], kind: str, unit: str, noun: str) -> str:
    ends = [found.low] if found.low == found.high else [found.low, found.high]
    bounds: list[Decimal] = [bound for bound in ends if bound is not None]
    if kind == Kind.ORDINAL:
        spelled = [spell_place(bound) for bound in bounds]
    elif len(bounds) == 2 and kind != Kind.MONEY and unit != "percent" and not is_share(bounds[0], unit):
        # "10 to 12 people": what is counted is named once.
        spelled = [spell_number(bounds[0]), spell_amount(kind, bounds[1], unit, noun)]
    else:
        spelled = [spell_amount(kind, bound, unit, noun) for bound in bounds]
    if len(spelled) == 1:
        return spelled[0]
    return pgettext("figures", "%(low)s to %(high)s") % {"low": spelled[0], "high": spelled[1]}


def _spell_pair(claim: Claim) -> str:
    """Two figures against one another: votes for and against, a score; empty where a claim is no such pair."""
    if len(claim.numbers) != 2 or not PAIR.search(claim.read_as):
        return ""
    ours, theirs = (Decimal(number) for number in claim.numbers)
    if claim.unit == SCORE:
        return f"{spell_number(ours)}–{spell_number(theirs)}"
    first = spell_amount(claim.kind, ours, claim.unit, claim.noun)
    return pgettext("votes", "%(ours)s to %(theirs)s") % {"ours": first, "theirs": spell_number(theirs)}


def _spell_twin(claim: Claim) -> str:
    """The same amount in the other unit that the article gives."""
    for low, high, *unit in claim.alternatives:
        if unit:
            words = _spell_figures(_read(claim, low, high), claim.kind, unit[0], "")
            return gettext("also given as %(value)s") % {"value": words}
    return ""


def _read(claim: Claim, low: str | None, high: str | None) -> Interval[Any]:
    """An alternative as it is stored."""
    read = {Kind.DATE: date.fromisoformat, Kind.TIME: time.fromisoformat}.get(Kind(claim.kind), Decimal)
    first, last = (None if bound is None else read(bound) for bound in (low, high))
    return Interval(first, last)


def _spell_days(days: Interval[Any], hedge: Hedge, precision: str) -> str:
    low, high = days.low, days.high
    if low is None or high is None or low == high:
        if hedge == Hedge.EXACT and low != high:
            hedge = Hedge.UNTIL if low is None else Hedge.SINCE
        return _hedged(DAYS, hedge, spell_period(days))
    if hedge == Hedge.WITHIN:
        return gettext("between %(first)s and %(last)s") % {"first": spell_day(low), "last": spell_day(high)}
    if hedge == Hedge.EXACT or (name := name_period(days, precision)) == "":
        words = spell_period(days, precision)
        # "By the weekend": one of its days.
        return (
            words if hedge == Hedge.EXACT else _hedged(PERIODS, hedge, gettext("a day of %(days)s") % {"days": words})
        )
    return _hedged(PERIODS, hedge, name)


def _spell_clocks(found: Interval[Any], hedge: Hedge, zone: str) -> str:
    low, high = found.low, found.high
    if low is not None and high is not None and low != high:
        words = pgettext("clock", "%(low)s to %(high)s") % {"low": spell_clock(low), "high": spell_clock(high)}
        hedge = Hedge.EXACT
    else:
        words = spell_clock(low or high or time())
        if hedge == Hedge.EXACT and low != high:
            hedge = Hedge.UNTIL if low is None else Hedge.SINCE
        words = _hedged(CLOCKS, hedge, words)
    return f"{words} {zone}".strip()
