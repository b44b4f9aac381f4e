"""Versions of an article come onto a sheet in any order, and only the newest says anything."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.actions import take_in
from articles.intake import describe
from articles.models import Article
from factsheet import actions
from factsheet.models import Challenge
from tests.factories import NOON
from tests.factsheet.newsroom import LATER
from tests.factsheet.versions import ADDRESS, AGAIN, TEXT, edit, evidence, open_sheet, settled

pytestmark = pytest.mark.django_db


def test_a_version_that_the_sheet_missed_comes_along(editor: User) -> None:
    sheet = open_sheet(editor)
    settled(sheet, editor)
    between = take_in(describe(TEXT.replace("40 trucks", "41 trucks")), by=None, at=LATER, url=ADDRESS).article
    after = edit(sheet, editor, ("40 trucks", "42 trucks"))
    assert list(sheet.entries.order_by("position").values_list("article", flat=True))[-2:] == [between.pk, after.pk]
    assert evidence(sheet, after, "13,000 troops").state == "accepted"
    assert not Challenge.objects.exists()


def test_an_older_version_that_comes_later_says_nothing(editor: User) -> None:
    article = take_in(describe(TEXT), by=None, at=NOON, url=ADDRESS).article
    sheet = actions.create_sheet(title="Late", by=editor, at=NOON)
    edit(sheet, editor, ("40 trucks", "42 trucks"))
    actions.add_articles(sheet, [article], by=editor, at=LATER)
    assert set(sheet.evidence.filter(claim__article=article).values_list("state", "reason")) == {
        ("rejected", "A newer version of the article is on this sheet.")
    }


def take_in_versions() -> list[Article]:
    known: dict[str, Any] = {"by": None, "at": NOON, "url": ADDRESS}
    return [take_in(describe(TEXT.replace("40 trucks", f"{n} trucks")), **known).article for n in (40, 41, 42)]


def test_an_older_version_says_nothing_where_the_one_between_is_not_on_the_sheet(editor: User) -> None:
    oldest, between, newest = take_in_versions()
    sheet = actions.create_sheet(title="Late", by=editor, at=NOON)
    for article in (newest, oldest):
        actions.add_articles(sheet, [article], by=editor, at=LATER)
    assert set(sheet.entries.values_list("article", flat=True)) == {oldest.pk, newest.pk}
    live = sheet.evidence.exclude(state="rejected")
    assert set(live.values_list("claim__article", flat=True)) == {newest.pk}
    actions.add_articles(sheet, [between], by=editor, at=AGAIN)
    assert set(live.values_list("claim__article", flat=True)) == {newest.pk}


def test_the_version_between_comes_along_with_those_around_it(editor: User) -> None:
    oldest, between, newest = take_in_versions()
    sheet = actions.create_sheet(title="Both ends", by=editor, at=NOON)
    actions.add_articles(sheet, [oldest, newest], by=editor, at=LATER)
    assert list(sheet.entries.order_by("position").values_list("article", flat=True)) == [
        version.pk for version in (oldest, between, newest)
    ]
    live = sheet.evidence.exclude(state="rejected")
    assert set(live.values_list("claim__article", flat=True)) == {newest.pk}


def test_versions_that_come_in_together_count_once(editor: User) -> None:
    known: dict[str, Any] = {"by": None, "at": NOON, "url": ADDRESS}
    versions = [take_in(describe(text), **known).article for text in (TEXT, TEXT.replace("40 trucks", "42 trucks"))]
    sheet = actions.create_sheet(title="Both", by=editor, at=NOON)
    actions.add_articles(sheet, versions, by=editor, at=NOON)
    assert set(sheet.evidence.filter(state="candidate").values_list("claim__article", flat=True)) == {versions[1].pk}
    assert len(set(sheet.entries.values_list("origin", flat=True))) == 1
