"""Articles are put into a sheet, with all their claims; a newer version into every sheet that holds the one before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max

from articles.models import Article, Claim
from factsheet.actions import lookups
from factsheet.actions.arranging import arrange
from factsheet.actions.log import lock, record, touch
from factsheet.actions.origins import trace_origins
from factsheet.actions.revising import supersede, withdraw_older
from factsheet.models import Act, Evidence, FactSheet, SheetArticle
from factsheet.reconcile import Side
from factsheet.sides import load_sides, side_of_evidence

State = Evidence.State


@transaction.atomic
def add_articles(sheet: FactSheet, new: Iterable[Article], *, by: User | None, at: datetime) -> list[SheetArticle]:
    """Put articles into the sheet with all their claims, trace their origins, and propose a place for each claim.

    An article that is in the sheet already is passed over. A claim whose very sentence was rejected here before stays
    rejected, with the same reason. A newer version takes the place of the one before, on every sheet that holds that.

    Returns:
        The entries that are new in this sheet.
    """
    # One text may have been handed in twice, under two names.
    given = {article.pk: article for article in new}
    versions = {key: _read_versions(article) for key, article in given.items() if article.previous_id is not None}
    before = {article.pk for earlier in versions.values() for article in earlier}
    others = list(FactSheet.objects.filter(entries__article__in=before).exclude(pk=sheet.pk).distinct().order_by("pk"))
    lock(sheet.pk, *(other.pk for other in others))
    for other in others:
        revised = [given[key] for key, earlier in versions.items() if _holds(other, earlier)]
        _add(other, revised, versions, by=by, at=at)
    return _add(sheet, given.values(), versions, by=by, at=at)


def _read_versions(article: Article) -> list[Article]:
    """The versions before an article, the oldest first."""
    found: list[Article] = []
    key = article.previous_id
    while key is not None:
        found.insert(0, Article.objects.select_related("source").get(pk=key))
        key = found[0].previous_id
    return found


def _holds(sheet: FactSheet, some: Iterable[Article]) -> bool:
    return sheet.entries.filter(article__in=[article.pk for article in some]).exists()


def _add(
    sheet: FactSheet,
    new: Iterable[Article],
    versions: Mapping[int, Sequence[Article]],
    *,
    by: User | None,
    at: datetime,
) -> list[SheetArticle]:
    missing = _find_missing(sheet, new, versions)
    last = sheet.entries.aggregate(last=Max("position"))["last"] or 0
    entries = [
        SheetArticle(sheet=sheet, article=article, position=place, origin=place, added_at=at, added_by=by)
        for place, article in enumerate(missing, start=last + 1)
    ]
    if not entries:
        return []
    lookups.prepare(sheet)
    SheetArticle.objects.bulk_create(entries)
    trace_origins(sheet)
    for entry in entries:
        # The digest makes the text itself a part of the chain.
        after = {"position": entry.position, "sha256": entry.article.sha256}
        record(Act.ARTICLE_ADDED, sheet=sheet, actor=by, at=at, subject=entry.article, before=None, after=after)
    loaded = _add_claims(sheet, missing)
    lookups.count_claims(sheet, [side for _, side in loaded])
    if _revise(sheet, missing, by=by, at=at):
        keys = [item.pk for item, _side in loaded]
        loaded = load_sides(sheet.evidence.filter(pk__in=keys, fact=None))
    arrange(sheet, [(item, side) for item, side in loaded if item.state == State.CANDIDATE], by=by, at=at)
    lookups.keep_up(sheet)
    touch(sheet, at=at)
    return entries


def _find_missing(sheet: FactSheet, new: Iterable[Article], versions: Mapping[int, Sequence[Article]]) -> list[Article]:
    """Of articles those that the sheet does not hold, each after the versions between it and one held or given."""
    wanted: dict[int, Article] = {}
    known = set(sheet.entries.values_list("article_id", flat=True)) if versions else set()
    there = known | {article.pk for article in new}
    for article in new:
        earlier = versions.get(article.pk, ())
        held = max((n for n, version in enumerate(earlier) if version.pk in there), default=None)
        between = [] if held is None else earlier[held + 1 :]
        wanted |= {version.pk: version for version in (*between, article)}
    known |= set(sheet.entries.filter(article__in=wanted).values_list("article_id", flat=True))
    return [article for key, article in wanted.items() if key not in known]


def _add_claims(sheet: FactSheet, new: Sequence[Article]) -> list[tuple[Evidence, Side]]:
    """Everything that the articles claim, as evidence with its side."""
    by_key = {article.pk: article for article in new}
    claims = list(Claim.objects.filter(article__in=by_key, correction=None).order_by("article_id", "start", "pk"))
    for claim in claims:
        claim.article = by_key[claim.article_id]
    rejected = lookups.find_rejected(sheet, claims)
    evidence = Evidence.objects.bulk_create(
        Evidence(sheet=sheet, claim=claim, state=State.REJECTED, reason=rejected[claim.pk])
        if claim.pk in rejected
        else Evidence(sheet=sheet, claim=claim)
        for claim in claims
    )
    loaded = [(item, side_of_evidence(item)) for item in evidence]
    lookups.enter_rejected(sheet, [side for item, side in loaded if item.state == State.REJECTED])
    return loaded


def _revise(sheet: FactSheet, new: Sequence[Article], *, by: User | None, at: datetime) -> bool:
    """Let newer versions take the places of those before; whether any of the articles is one or has one here."""
    held = set(sheet.entries.values_list("article_id", flat=True))
    newer = _find_newer(new, held)
    keys = {article.pk for article in new}
    revised = False
    for article in sorted(new, key=lambda article: article.pk):
        if article.previous is not None and article.previous_id in held:
            supersede(sheet, article.previous, article, by=by, at=at)
            revised = True
        if article.pk in newer and newer[article.pk] not in keys:
            withdraw_older(sheet, article, at=at)
    return revised or bool(newer)


def _find_newer(articles: Iterable[Article], held: Collection[int]) -> dict[int, int]:
    """Of articles the next version that the sheet holds, which may miss some between; a query for each version on."""
    found: dict[int, int] = {}
    reached = {article.pk: article.pk for article in articles}
    while reached:
        rows = Article.objects.filter(previous__in=reached).values_list("previous_id", "pk")
        steps = {after: reached[before] for before, after in rows}
        found |= {article: after for after, article in steps.items() if after in held}
        reached = {after: article for after, article in steps.items() if after not in held}
    return found
