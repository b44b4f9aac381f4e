"""Sheets are opened, and what is known of their articles is corrected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.validators import slug_re
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext as _

import articles.actions
from articles.models import Article, Claim
from factsheet.actions import lookups
from factsheet.actions.arranging import arrange, refresh_facts
from factsheet.actions.confiding import confide
from factsheet.actions.log import lock, record, touch
from factsheet.actions.origins import trace_origins
from factsheet.actions.overtaken import check_seen
from factsheet.actions.watching import watch_by_working
from factsheet.models import Act, Evidence, FactSheet, SheetArticle
from factsheet.policies import Refused
from factsheet.sides import load_sides

State = Evidence.State
Ruling = SheetArticle.Ruling

# What stands in a sheet's place in other addresses.
RESERVED = frozenset({"new"})


@transaction.atomic
def create_sheet(
    *, title: str, by: User | None, at: datetime, summary: str = "", slug: str = "", confidential: bool = False
) -> FactSheet:
    """Open a sheet; its address is made from the title where none is given, with a number when that is taken.

    One that is confidential is so before anybody else can have seen it.

    Raises:
        Refused: for an address that is none, or that is taken.
    """
    title = " ".join(title.split())[:200]
    if slug:
        check_address(slug)
    sheet = FactSheet(title=title, summary=summary, created_at=at, changed_at=at, created_by=by)
    _save_under_address(sheet, slug)
    if by is not None:
        watch_by_working(sheet, by)
    after = {"title": sheet.title, "slug": sheet.slug, "summary": sheet.summary}
    record(Act.SHEET_CREATED, sheet=sheet, actor=by, at=at, subject=sheet, before=None, after=after)
    return confide(sheet, by=by, at=at) if confidential and by else sheet


def _save_under_address(sheet: FactSheet, slug: str) -> None:
    """Save a new sheet under the address that is given, or under one that is free.

    An address that was free when it was looked for may be taken a moment later, by a sheet with the same title.
    """
    while True:
        sheet.slug = slug or _free_slug(sheet.title)
        try:
            with transaction.atomic():
                sheet.save(force_insert=True)
        except IntegrityError:
            if not FactSheet.objects.filter(slug=sheet.slug).exists():
                raise
            if slug:
                check_address(slug)
        else:
            return


def check_address(slug: str) -> None:
    """Refuse an address that cannot be a new sheet's.

    Raises:
        Refused: for one that is none, or that is taken.
    """
    if not slug_re.match(slug) or len(slug) > 80 or slug in RESERVED:
        raise Refused(_("“%(slug)s” cannot be a sheet's address. Use letters, digits and hyphens.") % {"slug": slug})
    if FactSheet.objects.filter(slug=slug).exists():
        raise Refused(_("There is a sheet at “%(slug)s” already.") % {"slug": slug})


def _free_slug(title: str) -> str:
    stem = slugify(title)[:70].strip("-") or "sheet"
    taken = RESERVED | set(FactSheet.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (stem, *numbered) if slug not in taken)


@transaction.atomic
def set_published(
    sheet: FactSheet,
    article: Article,
    *,
    published: date | None,
    by: User,
    at: datetime,
    was: Mapping[str, str] | None = None,
) -> Sequence[str]:
    """Set an article's publication date, read its relative dates anew, and refresh the facts they stand under.

    Every sheet that holds the article changes with it, and says so in its log.

    `was` is the date as a form was drawn with it, by `article_values`.

    Returns:
        The words of the claims whose value changed.

    Raises:
        Overtaken: when another date was set since; nothing is saved.
    """
    sheets = FactSheet.objects.filter(entries__article=article).order_by("pk")
    lock(sheet.pk, *sheets.values_list("pk", flat=True))
    article.refresh_from_db(fields=["published", "published_from"])
    check_seen(was, {"published": article_values(article)["published"]})
    before = _describe_date(article)
    changed = articles.actions.set_published(article, published=published)
    words = [claim.text for claim in changed]
    after = _describe_date(article)
    for holder in sheets:
        read_again(holder, article, changed, by=by, at=at)
        record(
            Act.ARTICLE_DATED,
            sheet=holder,
            actor=by,
            at=at,
            subject=article,
            before=before,
            after=after,
            read_again=words,
        )
        touch(holder, at=at)
    return words


def _describe_date(article: Article) -> dict[str, str | None]:
    day = article.published
    return {"published": day.isoformat() if day else None, "published_from": article.published_from}


@transaction.atomic
def describe_article(
    sheet: FactSheet,
    article: Article,
    *,
    title: str,
    source: str,
    url: str,
    by: User,
    at: datetime,
    was: Mapping[str, str] | None = None,
) -> None:
    """Correct an article's title, source and address, which its citations carry and its origin may follow.

    Every sheet that holds the article changes with it, and says so in its log. `was` is what a form was drawn with, by
    `article_values`.

    Raises:
        Overtaken: when that is no longer what is known; nothing is saved.
    """
    sheets = FactSheet.objects.filter(entries__article=article).order_by("pk")
    lock(sheet.pk, *sheets.values_list("pk", flat=True))
    article.refresh_from_db(fields=["title", "source", "url"])
    check_seen(was, {name: value for name, value in article_values(article).items() if name != "published"})
    before = articles.actions.describe(article, title=title, source=source, url=url)
    after = {name: str(getattr(article, name) or "") for name in before}
    for holder in sheets if before else ():
        trace_origins(holder)
        _refresh_facts(holder, holder.evidence.filter(claim__article=article), by=by, at=at)
        record(Act.ARTICLE_DESCRIBED, sheet=holder, actor=by, at=at, subject=article, before=before, after=after)
        touch(holder, at=at)


def article_values(article: Article) -> dict[str, str]:
    """What is known about an article, as a form is drawn with it."""
    return {name: str(getattr(article, name) or "") for name in ("title", "source", "url", "published")}


@transaction.atomic
def correct_origin(
    sheet: FactSheet,
    article: Article,
    *,
    ruling: str,
    other: Article | None,
    reason: str,
    by: User,
    at: datetime,
    was: Mapping[str, str] | None = None,
) -> None:
    """Say where an article comes from, against what the program traced; it holds until somebody says otherwise.

    `ruling` is one of `SheetArticle.Ruling`, `other` whose origin it is where that is WITH, and `reason` why, in a few
    words; none is needed to go back to what is traced. `was` is what a form was drawn with, by `origin_values`.

    Raises:
        Overtaken: when somebody said otherwise since; nothing is saved.
        Refused: when no reason or no other article of the sheet is given where one is needed.
    """
    lock(sheet.pk)
    entries = {entry.article_id: entry for entry in _read_entries(sheet)}
    entry = entries[article.pk]
    check_seen(was, origin_values(entry, entries.values()))
    target = entries.get(other.pk) if other and ruling == Ruling.WITH else None
    reason = " ".join(reason.split())[:200]
    if ruling == Ruling.WITH and (target is None or target.pk == entry.pk):
        raise Refused(_("Choose another article of this sheet."))
    if ruling != Ruling.TRACED and not reason:
        raise Refused(_("Say why: colleagues will ask how the origins were counted."))
    said = _describe_origin(entry, entries.values())
    entry.origin_ruling, entry.origin_with = ruling, target
    entry.origin_because = reason if ruling != Ruling.TRACED else ""
    entry.save(update_fields=["origin_ruling", "origin_with", "origin_because"])
    before = _bundle(entries.values())
    trace_origins(sheet)
    traced = _read_entries(sheet)
    after = _bundle(traced)
    moved = [key for key, together in after.items() if together != before[key]]
    _refresh_facts(sheet, sheet.evidence.filter(claim__article__in=moved), by=by, at=at)
    record(
        Act.ARTICLE_TRACED,
        sheet=sheet,
        actor=by,
        at=at,
        subject=article,
        before=said,
        after=_describe_origin(next(other for other in traced if other.pk == entry.pk), traced),
        ruling=ruling,
        other=str(other) if target and other else "",
        reason=entry.origin_because,
    )
    touch(sheet, at=at)


def origin_values(entry: SheetArticle, entries: Iterable[SheetArticle]) -> dict[str, str]:
    """What is said of an article's origin, as a form is drawn with it."""
    said = _describe_origin(entry, entries)
    return {name: str(said[name] or "") for name in ("ruling", "other", "reason")}


def _describe_origin(entry: SheetArticle, others: Iterable[SheetArticle]) -> dict[str, Any]:
    """What is said of an article's origin, as the log keeps it; `other` is the article that it is said to go with."""
    other = next((other.article_id for other in others if other.pk == entry.origin_with_id), None)
    reason = entry.origin_because
    return {"ruling": entry.origin_ruling, "other": other, "reason": reason, "origin": entry.origin}


def _read_entries(sheet: FactSheet) -> list[SheetArticle]:
    return list(sheet.entries.order_by("position"))


def _bundle(entries: Iterable[SheetArticle]) -> dict[int, frozenset[int]]:
    """Of each article those of its origin."""
    bundles: dict[int, set[int]] = {}
    articles = {entry.article_id: entry.origin for entry in entries}
    for article, origin in articles.items():
        bundles.setdefault(origin, set()).add(article)
    return {article: frozenset(bundles[origin]) for article, origin in articles.items()}


def read_again(sheet: FactSheet, article: Article, changed: Sequence[Claim], *, by: User, at: datetime) -> None:
    """Bring in what was found only now, refresh the facts that the changed claims are under, and place the others."""
    lookups.prepare(sheet)
    present = set(sheet.evidence.filter(claim__article=article).values_list("claim_id", flat=True))
    found = Evidence.objects.bulk_create(
        Evidence(sheet=sheet, claim=claim) for claim in changed if claim.pk not in present
    )
    _refresh_facts(sheet, sheet.evidence.filter(claim__in=changed), by=by, at=at)
    loaded = load_sides(sheet.evidence.filter(claim__in=changed, fact=None, state=State.CANDIDATE))
    keys = {item.pk for item in found}
    lookups.count_claims(sheet, [side for item, side in loaded if item.pk in keys])
    arrange(sheet, loaded, by=by, at=at)


def _refresh_facts(sheet: FactSheet, evidence: QuerySet[Evidence], *, by: User, at: datetime) -> None:
    placed = evidence.filter(fact__isnull=False).values_list("fact_id", flat=True)
    refresh_facts(sheet, sorted(pk for pk in set(placed) if pk), by=by, at=at)
