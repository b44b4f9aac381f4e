"""What templates need to show things: icons of the sprite, times as people say them, pairs apart, footnotes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

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
