"""What templates need to show things: icons of the sprite, times and readings as people say them, pairs, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from articles.models import Claim
from factsheet.export.content import Citation, EditionContent
from factsheet.queries.panel import Pair
from factsheet.reconcile import RelationKind

register = template.Library()

RECENT_DAYS = 7

# What both outlets say can be true, and neither is rounded.
AGREEING = frozenset({RelationKind.SAME, RelationKind.CONSISTENT})


@register.simple_tag
def icon(name: str) -> SafeString:
    """The drawing called `name` in icons.svg, hidden from screen readers: a word always stands beside it."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>',
        static("factsheet/icons.svg"),
        name or "none",
    )


@register.filter
def ago(moment: datetime | None) -> SafeString | str:
    """A `<time>` that says how long ago `moment` was (the day, after a week), with the exact time on hover."""
    if moment is None:
        return ""
    now = timezone.now()
    local = timezone.localtime(moment)
    if (now - moment).days >= RECENT_DAYS:
        words = date_format(local, "DATE_FORMAT")
    elif (now - moment).total_seconds() < 60:
        words = _("just now")
    else:
        words = _("%(period)s ago") % {"period": timesince(moment, now, depth=1)}
    return format_html(
        '<time datetime="{}" title="{}">{}</time>', moment.isoformat(), date_format(local, "DATETIME_FORMAT"), words
    )


# What the engine writes after the words it read (articles/extraction/explanations.py).
_READING = re.compile(r"(?:, counted from (?P<against>\S+))? -> (?P<value>.+)|: (?P<choice>.+)", re.DOTALL)
_DAY = r"(\d{4}-\d{2}-\d{2}|None)"
_DAYS = re.compile(rf"\b{_DAY}\.\.{_DAY}\b")


@register.filter
def reading(claim: Claim) -> str:
    """How a claim was read, as people say it: its days as elsewhere on the screens, and without its words.

    The words stand beside it wherever it is shown. Empty where there is nothing to say; what is not understood is
    given as it is stored.
    """
    match = _READING.fullmatch(claim.read_as.removeprefix(f"'{claim.text}'"))
    if match is None:
        return "" if claim.read_as == f"'{claim.text}'" else claim.read_as
    try:
        value = _DAYS.sub(_say_days, match["value"] or match["choice"])
        if match["against"] is None:
            return value
        return _("%(value)s, counted from %(day)s") % {"value": value, "day": _say_day(match["against"])}
    except ValueError:
        return claim.read_as


def _say_days(days: re.Match[str]) -> str:
    first, last = (None if day == "None" else _say_day(day) for day in days.groups())
    if first is None:
        return _("until %(day)s") % {"day": last} if last else _("any day")
    if last is None:
        return _("from %(day)s") % {"day": first}
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}


def _say_day(day: str) -> str:
    return date_format(date.fromisoformat(day), "SHORT_DATE_FORMAT")


@register.filter
def percent(share: str | None) -> str:
    """A share of 1, as it is stored, in whole hundredths: "75%"."""
    return _("%(n)d%%") % {"n": round(Decimal(share or 0) * 100)}


@register.filter
def at(values: Mapping[Any, Any], key: object) -> Any:
    """The value of a key that stands in a variable; empty where there is none."""
    return values.get(key, "")


@register.filter
def agreeing(pairs: list[Pair]) -> list[Pair]:
    """The pairs that say the same or can both be true, in their order."""
    return [pair for pair in pairs if pair.relation.kind in AGREEING]


@register.filter
def differing(pairs: list[Pair]) -> list[Pair]:
    """The pairs that `agreeing` leaves: conflicts, tensions and roundings, in their order."""
    return [pair for pair in pairs if pair.relation.kind not in AGREEING]


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered footnote of an edition: a citation in its sentence, cut around its words."""

    citation: Citation
    before: str
    words: str
    after: str


@register.filter
def notes(content: EditionContent) -> list[Note]:
    """The footnotes of an edition by number, each once however often it is referred to."""
    by_number = {citation.number: citation for citation in content.iterate_citations()}
    return [Note(by_number[number], *_cut(by_number[number])) for number in sorted(by_number)]


def _cut(citation: Citation) -> tuple[str, str, str]:
    return citation.sentence.partition(citation.text)
