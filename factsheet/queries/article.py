"""The article: its text with every claim marked, furniture set apart."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Count

from articles.models import Article
from factsheet.models import Evidence, FactSheet, SheetArticle


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text in which nothing begins or ends: the claims it lies in, and those that begin with it."""

    text: str
    claims: tuple[int, ...]
    starts: tuple[int, ...]
    furniture: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article in a sheet; `notes` are its claims with their place, in the order of the text."""

    sheet: FactSheet
    entry: SheetArticle
    article: Article
    pieces: list[Piece]
    notes: list[Evidence]
    previous: SheetArticle | None
    next: SheetArticle | None


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article of a sheet with the number of its claims."""

    entry: SheetArticle
    claims: int


def article_list(sheet: FactSheet) -> list[ArticleRow]:
    """The articles of a sheet in the order of its columns; one query."""
    entries = (
        sheet.entries.select_related("article__source", "added_by", "origin_with")
        .defer("article__text", "article__furniture")
        .annotate(claims=Count("article__claims"))
        .order_by("position")
    )
    return [ArticleRow(entry, entry.claims) for entry in entries]


def article_page(sheet: FactSheet, article_id: int) -> ArticlePage | None:
    """An article of the sheet with its claims, or None where the sheet does not hold it; three queries."""
    entries = list(
        sheet.entries.order_by("position").only("article_id", "position", "origin", "origin_reason", "sheet_id")
    )
    place = next((n for n, entry in enumerate(entries) if entry.article_id == article_id), None)
    if place is None:
        return None
    article = Article.objects.select_related("source").get(pk=article_id)
    notes = list(
        sheet.evidence.filter(claim__article=article)
        .select_related("claim", "fact__sheet")
        .order_by("claim__start", "claim__end")
    )
    return ArticlePage(
        sheet=sheet,
        entry=entries[place],
        article=article,
        pieces=cut_pieces(article, notes),
        notes=notes,
        previous=entries[place - 1] if place else None,
        next=entries[place + 1] if place + 1 < len(entries) else None,
    )


def cut_pieces(article: Article, notes: list[Evidence]) -> list[Piece]:
    """Cut the text wherever a claim or a stretch of furniture begins or ends, so that overlaps never break the page.

    The pieces joined are the text. The cost grows with the text and with the claims that overlap one another, not with
    their product.
    """
    claims = [item.claim for item in notes]
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    for claim in claims:
        opens.setdefault(claim.start, []).append(claim.pk)
        closes.setdefault(claim.end, []).append(claim.pk)
    reasons = {start: (end, reason) for start, end, reason in article.furniture}
    ends = {end for end, _reason in reasons.values()}
    cuts = sorted({0, len(article.text), *opens, *closes, *reasons, *ends})
    pieces: list[Piece] = []
    inside: dict[int, None] = {}
    furniture, until = "", 0
    for start, end in pairwise(cuts):
        for pk in closes.get(start, ()):
            inside.pop(pk, None)
        starts = tuple(opens.get(start, ()))
        inside.update(dict.fromkeys(starts))
        if start in reasons:
            until, furniture = reasons[start]
        elif start >= until:
            furniture = ""
        pieces.append(Piece(article.text[start:end], tuple(inside), starts, furniture))
    return pieces
