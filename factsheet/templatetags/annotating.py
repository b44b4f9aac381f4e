"""An article with its marks and its notes: a long one has thousands, which a template each would take seconds for."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from articles.models import Claim
from factsheet.models import Evidence
from factsheet.queries.article import ArticlePage, Passage, Piece
from factsheet.templatetags.presentation import ago, icon, reading

register = template.Library()

SHOWN = 90
"""So many characters of a claim's words stand in its note; all of them stand beside it in the text."""


@register.filter
def marked(passage: Passage) -> SafeString:
    """The words of a passage, those of claims marked, each mark known as `claim-` and the key of its claim."""
    return format_html_join("", "{}", ((_mark(piece),) for piece in passage.pieces))


def _mark(piece: Piece) -> str | SafeString:
    if not piece.claims:
        return piece.text
    name, *others = piece.starts or ("",)
    anchors = format_html_join("", '<span id="claim-{}"></span>', ((pk,) for pk in others))
    known = format_html(' id="claim-{}"', name) if name else ""
    overlap = format_html(' class="{}"', "overlap") if len(piece.claims) > 1 else ""
    return format_html("<mark{}{}>{}{}</mark>", known, overlap, anchors, piece.text)


@register.simple_tag
def margin(page: ArticlePage, passage: Passage, cannot_sort: str) -> SafeString:
    """The notes of a passage as list items: each claim with its place on the sheet and how it is read."""
    inbox = reverse("inbox", args=[page.sheet.slug])
    return format_html_join("", "{}", ((_note(page, note, inbox, not cannot_sort),) for note in passage.notes))


def _note(page: ArticlePage, note: Evidence, inbox: str, can_correct: bool) -> SafeString:
    words = Truncator(note.claim.text).chars(SHOWN)
    link: str | SafeString = ""
    if can_correct:
        address = reverse("article-reading", args=[page.sheet.slug, page.article.pk, note.claim_id])
        hidden = format_html('<span class="visually-hidden"> {}</span>', words)
        link = format_html(' <a href="{}">{}{}</a>', address, _("Correct"), hidden)
    return format_html(
        '<li><a href="#claim-{}">{}</a> {}<p class="hint">{}{}{}</p></li>',
        note.claim_id,
        words,
        _place(note, inbox),
        reading(note.claim),
        _hand(note.claim) if note.claim.read_by == Claim.ReadBy.EDITOR else "",
        link,
    )


def _place(note: Evidence, inbox: str) -> SafeString:
    """Where the claim stands on the sheet."""
    state = note.get_state_display()
    if note.state == Evidence.State.REJECTED:
        return format_html('{} <span class="hint">{}</span>', _badge("none", state), note.reason)
    if note.fact is None:
        return format_html('<a href="{}">{}</a>', inbox, state)
    badge: Any = _badge(note.relation, note.get_relation_display()) if note.relation else ""
    hint: Any = format_html(' <span class="hint">({})</span>', state) if note.state == Evidence.State.CANDIDATE else ""
    return format_html('{} <a href="{}">{}</a>{}', badge, note.fact.get_absolute_url(), note.fact.label, hint)


def _badge(state: str, word: str) -> SafeString:
    """As components/state.html draws it."""
    return format_html('<span class="badge is-{}">{} {}</span>', state, icon(state), word)


def _hand(claim: Claim) -> SafeString:
    """Whose reading it is, since when, and what was read before."""
    maker = (claim.made_by.get_full_name() or claim.made_by.username) if claim.made_by else "–"
    hand = format_html(" · {}, {}", _("by hand, %(who)s") % {"who": maker}, ago(claim.made_at))
    if claim.corrects is None:
        return hand
    said = reading(claim.corrects) or claim.corrects.text
    return format_html("{} · {}", hand, _("before: %(before)s") % {"before": said})
