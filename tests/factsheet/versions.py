"""An article that its outlet changes, on a sheet on which some of what it says was sorted."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib.auth.models import User

from articles.actions import take_in
from articles.intake import describe
from articles.models import Article
from factsheet import actions
from factsheet.models import Evidence, Fact, FactSheet
from tests.factories import NOON
from tests.factsheet.newsroom import LATER, decide, make_dossier, say

AGAIN = LATER + timedelta(hours=1)
ADDRESS = "https://wire.example/mission"
TEXT = """The United Nations mission counts 13,000 troops in the north, the ministry said on Monday.

It costs the members $1.2 billion a year. The weather was fine on that day.

The commander said “we leave in peace” at the airport, where 40 trucks stood."""
OTHER = "The United Nations mission counts 13,000 troops in the north, a spokesman said."
REWORDED = ("The weather was fine on that day.", "The sun shone on that day, and nothing else happened at all.")


def open_sheet(by: User, *, others: tuple[str, ...] = (OTHER,)) -> FactSheet:
    """A sheet with an article from an address, and others."""
    known: dict[str, Any] = {"published": date(2023, 6, 30), "by": None, "at": NOON}
    article = take_in(describe(TEXT), url=ADDRESS, source="The Wire", **known).article
    sheet = make_dossier(*others, by=by)
    actions.add_articles(sheet, [article], by=by, at=NOON)
    return sheet


def edit(sheet: FactSheet, by: User, *changes: tuple[str, str], text: str = TEXT) -> Article:
    """The article again, as its outlet changed it."""
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    article = take_in(describe(text), by=by, at=LATER, url=ADDRESS).article
    actions.add_articles(sheet, [article], by=by, at=LATER)
    return article


def evidence(sheet: FactSheet, article: Article | None, words: str) -> Evidence:
    """What an article says in these words, on the sheet; of no article, what its first version says."""
    rows = sheet.evidence.select_related("claim", "fact").filter(claim__correction=None)
    return rows.get(claim__article=article or first(sheet), claim__text=words)


def first(sheet: FactSheet) -> Article:
    """The first version of the article."""
    return Article.objects.get(url=ADDRESS, previous=None)


def other_article(sheet: FactSheet) -> Article:
    """The article beside it, which says the same in the north."""
    return sheet.entries.select_related("article").get(position=1).article


def settled(sheet: FactSheet, by: User) -> Fact:
    """The fact of the troops, settled."""
    fact = sheet.facts.get(kind="quantity", unit="person")
    decide(fact, say("13000", text="13,000"), by=by)
    return Fact.objects.get(pk=fact.pk)


def place(sheet: FactSheet, words: str, by: User, **options: Any) -> Evidence:
    """What the first version says in these words, put under a fact."""
    item = evidence(sheet, None, words)
    actions.place(sheet, [item.pk], by=by, at=NOON, **options)
    return evidence(sheet, None, words)
