"""A sheet as large as one wishes, for measuring: made by the rows, in the caller's transaction."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.contrib.auth.models import User

from articles.models import Article, Claim, Source
from articles.values import Hedge, Kind
from factsheet.models import Evidence, Fact, FactSheet, SheetArticle


def make_large_sheet(*, facts: int, articles: int, at: datetime) -> FactSheet:
    """A sheet on which each of the articles says a figure on each of the facts, every seventh of them another one.

    Args:
        facts: how many facts, each with as many claims as there are articles.
        articles: how many articles, each with as many sentences as there are facts.
        at: when everything is said to have happened.
    """
    stem = f"benchmark-{at:%Y%m%d%H%M%S%f}"
    sheet = FactSheet.objects.create(title="A large sheet", slug=stem, created_at=at, changed_at=at)
    lines = Fact.objects.bulk_create(
        Fact(sheet=sheet, label=f"People of district {n} moved", kind=Kind.QUANTITY, unit="person", position=n)
        for n in range(1, facts + 1)
    )
    for place in range(1, articles + 1):
        article = _make_article(place, facts, stem, at)
        SheetArticle.objects.create(sheet=sheet, article=article, position=place, origin=place, added_at=at)
        claims = Claim.objects.bulk_create(_make_claim(article, n, place) for n in range(1, facts + 1))
        Evidence.objects.bulk_create(
            Evidence(sheet=sheet, claim=claim, fact=fact, placed_because="the same noun and district")
            for claim, fact in zip(claims, lines, strict=True)
        )
    return sheet


def make_reader(stem: str) -> User:
    """Somebody who may do everything."""
    return User.objects.create_superuser(stem)


def _figure(n: int, place: int) -> int:
    return 1000 * n + (place if (n + place) % 7 == 0 else 0)


def _sentence(n: int, place: int) -> tuple[str, str]:
    words = f"{_figure(n, place):,} people"
    return f"Officials of district {n} said that {words} had moved there. ", words


def _make_article(place: int, facts: int, stem: str, at: datetime) -> Article:
    text = f"Report {place} of {stem}. " + "".join(_sentence(n, place)[0] for n in range(1, facts + 1))
    source, _created = Source.objects.get_or_create(name=f"Benchmark outlet {place}")
    return Article.objects.create(
        source=source,
        title=f"Report {place}",
        published=date(2024, 5, 1),
        published_from=Article.PublishedFrom.ARGUMENT,
        text=text,
        sha256=Article.digest(text),
        taken_in_at=at,
    )


def _make_claim(article: Article, n: int, place: int) -> Claim:
    sentence, words = _sentence(n, place)
    start = article.text.index(sentence)
    figure = Decimal(_figure(n, place))
    return Claim(
        article=article,
        kind=Kind.QUANTITY,
        start=start + sentence.index(words),
        end=start + sentence.index(words) + len(words),
        text=words,
        sentence_start=start,
        sentence_end=start + len(sentence),
        numbers=[str(figure)],
        low=figure,
        high=figure,
        hedge=Hedge.EXACT,
        unit="person",
        noun="people",
        read_as=f"{words!r} -> {figure} person",
    )
