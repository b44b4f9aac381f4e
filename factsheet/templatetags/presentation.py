"""What templates need to show things: icons of the sprite, times and readings as people say them, pairs, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.template import Context
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from articles.addresses import web_address
from articles.models import Claim
from articles.spelling import name_unit, spell_claim, spell_zone
from articles.values import Kind
from factsheet.export.content import Citation, EditionContent
from factsheet.marks import Mark
from factsheet.models import Fact
from factsheet.phrasebook import say
from factsheet.queries.panel import Pair
from factsheet.reconcile import RelationKind

register = template.Library()

RECENT_DAYS = 7

# What both outlets say can be true, and neither is rounded.
AGREEING = frozenset({RelationKind.SAME, RelationKind.CONSISTENT})


@register.simple_tag
def icon(name: str) -> SafeString:
    """The drawing called `name` in icons.svg, hidden from screen readers: a word always stands beside it."""
    return _draw(static("factsheet/icons.svg"), name or "none")


@lru_cache(maxsize=256)
def _draw(sprite: str, name: str) -> SafeString:
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', sprite, name)


register.filter(web_address)


QUOTED = re.compile(r"(?<=[“«])(\s*)([^“”«»]+?)(\s*)(?=[”»])")


@register.simple_block_tag(takes_context=True)
def traced(context: Context, content: SafeString, mark: Mark | Claim | None) -> SafeString:
    """A figure as a link to its marked sentence, or to the one that it rests on; bare where there is none."""
    return _link(context, content, mark) if mark and content.strip() else content


def _link(context: Context, words: str, mark: Mark | Claim) -> SafeString:
    article = reverse("article", args=[context["sheet"].slug, mark.article_id])
    key = mark.pk if isinstance(mark, Claim) else mark.claim_id
    return format_html('<a class="traced" href="{}#claim-{}">{}</a>', article, key, words)


@register.simple_tag(takes_context=True)
def quoting(context: Context, sentence: str, marks: Mapping[str, Mark]) -> SafeString:
    """A sentence with each claim and each answer that it quotes as a link to the marked sentence, by their words."""
    parts = ((_link(context, part, marks[part]) if part in marks else part,) for part in QUOTED.split(sentence))
    return format_html_join("", "{}", parts)


@register.simple_tag(takes_context=True)
def said_of(context: Context, sentence: str, marks: Mapping[str, Mark]) -> SafeString:
    """As `said`, quoting."""
    words = say(sentence)
    linked = quoting(context, sentence if words is None else words, marks)
    return linked if words is not None else format_html('<span lang="en">{}</span>', linked)


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
def reading(claim: Claim) -> str:
    """How a claim was read, as people say it in the language of the page; empty where there is nothing to say."""
    return spell_claim(claim)


@register.filter
def unit_name(fact: Fact) -> str:
    """The unit of a fact as it is printed: "people", "US dollars"; of a time, its zone."""
    if fact.kind == Kind.TIME:
        return spell_zone(fact.unit, None)
    return name_unit(fact.unit) if fact.unit else ""


@register.filter
def said(sentence: str) -> SafeString | str:
    """What the engine says, in the reader's language; what cannot be said in it is marked as English."""
    words = say(sentence)
    return format_html('<span lang="en">{}</span>', sentence) if words is None else words


@register.filter
def why(reason: str) -> str:
    """Why a claim is rejected or set aside: what the program says in the reader's language, else an editor's words."""
    return say(reason) or _(reason)


@register.filter
def said_plainly(sentence: str) -> str:
    """As `said`, for where no mark can stand: in an attribute."""
    return say(sentence) or sentence


@register.filter
def percent(share: str | None) -> str:
    """A share of 1, as it is stored, in whole hundredths: "75%"."""
    return _("%(n)d%%") % {"n": round(Decimal(share or 0) * 100)}


@register.filter
def correction_state(kind: str) -> str:
    """The state by whose shape and colour a kind of edition is shown."""
    return {"withdrawal": "withdrawn", "correction": "warning", "clarification": "info"}.get(kind, "corrected")


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
