"""The made flood as a sheet: what its articles share stands under facts, the rest waits to be sorted."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from articles.claims import claim_fields
from articles.extraction import extract
from articles.models import Article, Claim
from articles.values import Kind
from factsheet.actions.arranging import refresh_facts
from factsheet.actions.lookups import prepare_in_parts
from factsheet.management.floods import MadeArticle
from factsheet.models import Evidence, Fact, FactSheet, SheetArticle

BATCH = 50
"""So many articles are written at a time."""


def store_articles(told: Sequence[MadeArticle], *, at: datetime) -> list[Article]:
    """The articles in the archive, read by the program."""
    articles = Article.objects.bulk_create(
        Article(
            title=made.key,
            published=made.published,
            published_from=Article.PublishedFrom.ARGUMENT,
            text=made.text,
            sha256=Article.digest(made.text),
            taken_in_at=at,
        )
        for made in told
    )
    Claim.objects.bulk_create(
        Claim(article=article, **claim_fields(reading))
        for article in articles
        for reading in extract(article.text, published=article.published)
    )
    return articles


def make_flooded_sheet(told: Sequence[MadeArticle], *, at: datetime) -> FactSheet:
    """A sheet of these articles with every claim under the fact that it tells, where another article tells it too.

    Made by the rows, in the caller's transaction, as the program would have left it.
    """
    stem = f"flood-{at:%Y%m%d%H%M%S%f}"
    sheet = FactSheet.objects.create(title="The flood", slug=stem, created_at=at, changed_at=at)
    shared = Counter(fact for made in told for fact in made.facts.values() if fact is not None)
    facts: dict[int, Fact] = {}
    for first in range(0, len(told), BATCH):
        made_here = told[first : first + BATCH]
        articles = store_articles(made_here, at=at)
        SheetArticle.objects.bulk_create(
            SheetArticle(sheet=sheet, article=article, position=place, origin=place, added_at=at)
            for place, article in enumerate(articles, start=first + 1)
        )
        by_article = {article.pk: made for article, made in zip(articles, made_here, strict=True)}
        claims = list(Claim.objects.filter(article__in=articles))
        homes = {claim.pk: _fact_of(claim, by_article[claim.article_id]) for claim in claims}
        missing = {fact for fact in homes.values() if fact is not None and shared[fact] > 1} - facts.keys()
        facts |= zip(sorted(missing), _make_facts(sheet, sorted(missing), len(facts)), strict=True)
        Evidence.objects.bulk_create(
            Evidence(sheet=sheet, claim=claim, fact=facts.get(homes[claim.pk] or -1)) for claim in claims
        )
    refresh_facts(sheet, (fact.pk for fact in facts.values()), by=None, at=at)
    list(prepare_in_parts(sheet))
    return sheet


def _fact_of(claim: Claim, made: MadeArticle) -> int | None:
    begins = sorted(made.facts)
    return made.facts[begins[max(bisect_right(begins, claim.start) - 1, 0)]]


def _make_facts(sheet: FactSheet, numbers: Sequence[int], position: int) -> list[Fact]:
    return Fact.objects.bulk_create(
        Fact(sheet=sheet, label=f"Fact {number}", kind=Kind.QUANTITY, position=place, proposed=True)
        for place, number in enumerate(numbers, start=position + 1)
    )
