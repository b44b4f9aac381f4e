"""What editors do in the text of an article: make claims, correct readings, say what is part of the story.

An article is one for all sheets that hold it, so each of these acts reaches all of them, and stands in the log of each.
The rows that the program wrote stay: a claim made by hand is a row of its own, which says whose it is and what it
corrects. What an editor used is never taken away; where its reading is corrected it is set aside, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

import articles.actions
from articles.models import Article, Claim
from articles.passages import paragraph_around
from articles.reading import furniture_of, read_span, value_of
from articles.spelling import spell_claim
from articles.values import Span
from factsheet.actions import lookups
from factsheet.actions.arranging import arrange, refresh_facts
from factsheet.actions.evidence import refresh_or_drop
from factsheet.actions.log import lock, record, touch
from factsheet.actions.overtaken import Overtaken
from factsheet.actions.rulings import Word, rule
from factsheet.actions.sheets import read_again
from factsheet.models import Act, Evidence, FactSheet
from factsheet.policies import Refused
from factsheet.sides import load_sides

State = Evidence.State

TAKEN_OUT = "taken out by an editor"
"""The reason of a stretch that an editor set apart, where the program's own are "byline", "sharing" and so on."""

NOT_PART = "Not part of the article"
"""Why claims are rejected that nobody had sorted yet when their paragraph was taken out."""


def make_claim(sheet: FactSheet, article: Article, span: Span, *, words: str = "", by: User, at: datetime) -> Claim:
    """Make a claim of a span of the article, read as the words that are typed, or else as its own.

    Raises:
        Refused: when the span is a claim already.
    """
    # Before the transaction, in which nobody else can write to SQLite: a long text takes seconds to read.
    claim = read_span(article, span, words)
    with transaction.atomic():
        holders = _lock_holders(sheet, article)
        if article.claims.filter(start=span.start, end=span.end, correction=None).exists():
            raise Refused(_("These words are a claim already: correct how it is read."))
        articles.actions.add_claim(claim, by=by, at=at)
        for holder in holders:
            read_again(holder, article, [claim], by=by, at=at)
            told = {"before": None, "after": _describe(claim), "note": _say(claim), "typed": words}
            record(Act.CLAIM_MADE, sheet=holder, actor=by, at=at, subject=claim, **told)
            touch(holder, at=at)
    return claim


class Corrected(Overtaken):
    """Somebody else corrected the reading since it was opened; nothing was saved. `claim` is what stands now."""

    def __init__(self, claim: Claim) -> None:
        super().__init__(reading_values(claim), _("Somebody corrected this claim since you opened it."))
        self.claim = claim


def correct_claim(
    sheet: FactSheet, claim: Claim, *, span: Span | None = None, words: str = "", by: User, at: datetime
) -> Claim:
    """Read a claim anew: as the words that are typed, or as those of another span; it takes the claim's place.

    Raises:
        Corrected: when somebody corrected it since; nothing is saved.
        Refused: when it is read so already.
    """
    span = span or Span(claim.start, claim.end)
    return _correct(sheet, claim, read_span(claim.article, span, words), by=by, at=at)


def return_to_program(sheet: FactSheet, claim: Claim, *, by: User, at: datetime) -> Claim:
    """Take a correction back by a new one: the claim is read as the program read it at first.

    Raises:
        Corrected: when somebody corrected it since; nothing is saved.
        Refused: when the program never read it, or that is how it is read.
    """
    again = first_reading(claim)
    if again.read_by != Claim.ReadBy.ENGINE:
        raise Refused(_("The program did not read these words; reject the claim in the inbox instead."))
    again.pk, again.read_by = None, Claim.ReadBy.EDITOR
    return _correct(sheet, claim, again, by=by, at=at)


def first_reading(claim: Claim) -> Claim:
    """The claim that a correction goes back to, by way of all that it corrects; a row of its own in memory."""
    while claim.corrects_id is not None:
        claim = Claim.objects.get(pk=claim.corrects_id)
    return Claim.objects.get(pk=claim.pk)


def reading_values(claim: Claim) -> dict[str, str]:
    """How a claim is read, as a form is drawn with it: its words and where they stand, and what is read in them."""
    return {"words": claim.text, "start": str(claim.start), "typed": claim.typed, "reading": spell_claim(claim)}


def _correct(sheet: FactSheet, old: Claim, new: Claim, *, by: User, at: datetime) -> Claim:
    with transaction.atomic():
        holders = _lock_holders(sheet, old.article)
        newest = old
        while (following := Claim.objects.filter(corrects=newest.pk).first()) is not None:
            newest = following
        if newest is not old:
            raise Corrected(newest)
        if _sign(old) == _sign(new):
            raise Refused(_("It is read so already."))
        articles.actions.add_claim(new, by=by, at=at, corrects=old)
        for holder in holders:
            _replace(holder, old, new, by=by, at=at)
            record(
                Act.CLAIM_CORRECTED,
                sheet=holder,
                actor=by,
                at=at,
                subject=new,
                before=_describe(old),
                after=_describe(new),
                note=f"{_say(new)}; before: {_say(old)}",
                typed=new.typed,
                corrects=old.pk,
            )
            touch(holder, at=at)
    return new


def _sign(claim: Claim) -> tuple[object, ...]:
    """What makes two readings one and the same."""
    value = (*value_of(claim), claim.hedge, claim.unit, claim.per, claim.precision, claim.noun, claim.change)
    return claim.start, claim.end, claim.kind, *value


def _say(claim: Claim) -> str:
    """How a claim is read, without the words that stand beside it in the log."""
    return claim.read_as.partition(" -> ")[2] or claim.typed or claim.kind


def _describe(claim: Claim) -> dict[str, Any]:
    """A claim and how it is read, as the log keeps it."""
    place = {"claim": claim.pk, "start": claim.start, "end": claim.end, "text": claim.text}
    return {**place, "kind": claim.kind, "read_as": claim.read_as, "typed": claim.typed}


def _replace(sheet: FactSheet, old: Claim, new: Claim, *, by: User, at: datetime) -> None:
    """Put a correction in the place of what it corrects: under the same fact where an editor accepted that."""
    lookups.prepare(sheet)
    before = sheet.evidence.filter(claim=old).select_related("fact").first()
    item = Evidence.objects.create(sheet=sheet, claim=new)
    reason = f"Read by hand as {_say(new)}"[:300]
    if before and before.state == State.ACCEPTED and before.fact:
        item.fact, item.state, item.sorted_at, item.sorted_by = before.fact, State.ACCEPTED, at, by
        item.save(update_fields=["fact", "state", "sorted_at", "sorted_by"])
        rule([(item, item.fact, Word.TOGETHER)], act=Act.CLAIM_CORRECTED, by=by, at=at)
        before.stance, before.reason, before.weighed_by = Evidence.Stance.SET_ASIDE, reason, by
        before.save(update_fields=["stance", "reason", "weighed_by"])
        refresh_facts(sheet, [before.fact.pk], by=by, at=at)
        return
    if before and before.state == State.CANDIDATE:
        _reject(sheet, [before], reason, by=by, at=at)
    arrange(sheet, load_sides(sheet.evidence.filter(pk=item.pk)), by=by, at=at)


@transaction.atomic
def take_out(sheet: FactSheet, article: Article, span: Span, *, by: User, at: datetime) -> int:
    """Say that the paragraph around a span is no part of the article; its claims that nobody used are rejected.

    Returns:
        How many claims stay although their paragraph is taken out, because an editor accepted or made them.

    Raises:
        Refused: when some of it is set apart already.
    """
    holders = _lock_holders(sheet, article)
    paragraph = paragraph_around(article.text, span)
    if any(paragraph.overlaps(other) for other in furniture_of(article)):
        raise Refused(_("Part of this paragraph is set apart already."))
    stretch = (paragraph.start, paragraph.end, TAKEN_OUT)
    changed = articles.actions.set_furniture(article, [*map(tuple, article.furniture), stretch])
    kept: set[int] = set()
    for holder in holders:
        inside = _evidence_in(holder, article, paragraph)
        unused = inside.filter(state=State.CANDIDATE, claim__read_by=Claim.ReadBy.ENGINE)
        _reject(holder, list(unused), NOT_PART, by=by, at=at)
        kept |= set(inside.exclude(state=State.REJECTED).values_list("claim_id", flat=True))
        _finish(Act.ARTICLE_TRIMMED, holder, article, paragraph, changed, by=by, at=at)
    return len(kept)


@transaction.atomic
def put_back(sheet: FactSheet, article: Article, start: int, *, by: User, at: datetime) -> int:
    """Say that what was set apart at a place is part of the article after all, and read the article with it.

    Returns:
        How many claims came with it, to this sheet.

    Raises:
        Refused: when nothing is set apart there, as when a colleague put it back before.
    """
    holders = _lock_holders(sheet, article)
    found = next((stretch for stretch in article.furniture if stretch[0] == start), None)
    if found is None:
        raise Refused(_("Nothing is set apart there any more."))
    changed = articles.actions.set_furniture(article, [tuple(other) for other in article.furniture if other != found])
    stretch = Span(found[0], found[1])
    came = 0
    for holder in holders:
        before = _evidence_in(holder, article, stretch).exclude(state=State.REJECTED).count()
        back = _evidence_in(holder, article, stretch).filter(state=State.REJECTED, reason=NOT_PART)
        claims = [item.claim for item in back]
        back.update(state=State.CANDIDATE, reason="", sorted_at=None, sorted_by=None)
        _finish(Act.ARTICLE_RESTORED, holder, article, stretch, [*changed, *claims], by=by, at=at)
        if holder.pk == sheet.pk:
            came = _evidence_in(holder, article, stretch).exclude(state=State.REJECTED).count() - before
    return came


def _lock_holders(sheet: FactSheet, article: Article) -> QuerySet[FactSheet]:
    """Hold every sheet with the article, and bring in what a colleague changed in it meanwhile."""
    holders = FactSheet.objects.filter(entries__article=article).order_by("pk")
    lock(sheet.pk, *holders.values_list("pk", flat=True))
    article.refresh_from_db(fields=["furniture", "published"])
    return holders


def _evidence_in(sheet: FactSheet, article: Article, span: Span) -> QuerySet[Evidence]:
    """The evidence whose claim touches a span, as it is read; what is corrected is no longer."""
    touches = Q(claim__start__lt=span.end, claim__end__gt=span.start)
    return sheet.evidence.filter(touches, claim__article=article, claim__correction=None).select_related("claim")


def _reject(sheet: FactSheet, items: Sequence[Evidence], reason: str, *, by: User, at: datetime) -> None:
    """Take candidates out of the sheet; nothing is said of their facts, and nothing of the same words elsewhere."""
    left = {item.fact_id for item in items if item.fact_id is not None}
    for item in items:
        item.fact, item.state, item.reason, item.sorted_at, item.sorted_by = None, State.REJECTED, reason, at, by
        item.relation, item.relation_reason = "", ""
    fields = ["fact", "state", "reason", "sorted_at", "sorted_by", "relation", "relation_reason"]
    Evidence.objects.bulk_update(items, fields, batch_size=200)
    refresh_or_drop(sheet, left, by=by, at=at)


def _finish(
    act: Act, sheet: FactSheet, article: Article, span: Span, changed: Iterable[Claim], *, by: User, at: datetime
) -> None:
    read_again(sheet, article, list(changed), by=by, at=at)
    words = " ".join(article.text[span.start : span.end].split())[:200]
    was_part = act == Act.ARTICLE_TRIMMED
    record(
        act,
        sheet=sheet,
        actor=by,
        at=at,
        subject=article,
        before={"part_of_article": was_part},
        after={"part_of_article": not was_part},
        note=words,
        start=span.start,
        end=span.end,
    )
    touch(sheet, at=at)
