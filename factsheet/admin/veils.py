"""What the admin shows of confidential sheets: to their members what stands on them, to everybody else nothing."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from articles.admin_base import VEILS, Veil
from articles.models import Article, Claim, Source
from factsheet.models import (
    Activity,
    Citation,
    Comment,
    Decision,
    Edition,
    Evidence,
    Fact,
    FactSheet,
    Ruling,
    SheetArticle,
    seen_by,
    visible_articles,
)

PATHS = {
    FactSheet: "",
    SheetArticle: "sheet",
    Fact: "sheet",
    Evidence: "sheet",
    Decision: "fact__sheet",
    Citation: "decision__fact__sheet",
    Ruling: "evidence__sheet",
    Comment: "fact__sheet",
    Edition: "sheet",
}
"""By which columns a row leads to its sheet."""


def _by(path: str) -> Veil:
    return lambda rows, request: rows.filter(seen_by(request.user, path))


def _of_activity(rows: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
    """Of the acts, also those that belong to no sheet."""
    return rows.filter(seen_by(request.user, "sheet")) | rows.filter(sheet=None)


def _of_articles(rows: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
    return rows.filter(Exists(visible_articles(cast("User", request.user)).filter(pk=OuterRef("pk"))))


def _of_claims(rows: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
    return rows.filter(Exists(visible_articles(cast("User", request.user)).filter(pk=OuterRef("article"))))


def _of_sources(rows: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
    """Who is heard on confidential sheets alone is a part of the secret."""
    said = Article.objects.filter(source=OuterRef("pk"))
    seen = visible_articles(cast("User", request.user)).filter(source=OuterRef("pk"))
    return rows.filter(~Exists(said) | Exists(seen))


VEILS.update({model: _by(path) for model, path in PATHS.items()})
VEILS.update({Activity: _of_activity, Source: _of_sources, Article: _of_articles, Claim: _of_claims})
