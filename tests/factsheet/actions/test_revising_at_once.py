"""Newer versions of an article that come in at the same moment, each in a thread and a connection of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User

from articles.actions import take_in
from articles.intake import describe
from articles.models import Article
from factsheet import actions
from factsheet.models import Activity, Challenge, Evidence, FactSheet
from factsheet.retrying import retry
from tests.databases import run_at_once
from tests.factories import NOON, make_user
from tests.factsheet.newsroom import LATER, decide, say

pytestmark = pytest.mark.usefixtures("own_database")

ADDRESS = "https://wire.example/mission"
TEXT = "The United Nations mission counts 13,000 troops in the north, the ministry said. It has 40 trucks there."


def open_sheets(by: User) -> list[FactSheet]:
    """Two sheets with the article, on which its figure is settled."""
    article = take_in(describe(TEXT), by=by, at=NOON, url=ADDRESS).article
    sheets = [actions.create_sheet(title=title, by=by, at=NOON) for title in ("One", "Another")]
    for sheet in sheets:
        actions.add_articles(sheet, [article], by=by, at=NOON)
        item = sheet.evidence.get(claim__text="13,000 troops")
        actions.place(sheet, [item.pk], label="Troops", by=by, at=NOON)
        decide(sheet.facts.get(), say("13000"), by=by)
    return sheets


def hand_in(sheet: FactSheet, text: str, by: User) -> Callable[[], Article]:
    """Take a text in and put it into a sheet, as the form does."""

    def act() -> Article:
        article = retry(lambda: take_in(describe(text), by=by, at=LATER, url=ADDRESS)).article
        retry(lambda: actions.add_articles(FactSheet.objects.get(pk=sheet.pk), [article], by=by, at=LATER))
        return article

    return act


def test_one_edit_is_told_once_on_each_sheet() -> None:
    editor, reporter = make_user(), make_user()
    sheets = open_sheets(editor)
    text = TEXT.replace("13,000", "15,000")
    results = run_at_once(*(hand_in(sheet, text, by) for sheet in sheets for by in (editor, reporter)))
    assert {type(result) for result in results} == {Article}
    assert Article.objects.count() == 2
    for sheet in sheets:
        assert sheet.entries.count() == 2
        assert sheet.activity.filter(act="article.revised").count() == 1
        assert sheet.activity.filter(act="fact.challenged").count() == 1
    assert Challenge.objects.count() == 2


def test_two_edits_follow_upon_each_other_on_each_sheet() -> None:
    editor = make_user()
    sheets = open_sheets(editor)
    texts = [TEXT.replace("13,000", f"{figure},000") for figure in (15, 16)]
    results = run_at_once(*(hand_in(sheet, text, editor) for sheet, text in zip(sheets, texts, strict=True)))
    assert {type(result) for result in results} == {Article}
    last = Article.objects.get(next=None)
    for sheet in sheets:
        assert sheet.entries.count() == 3
        challenges = Challenge.objects.filter(fact__sheet=sheet)
        assert list(challenges.values_list("evidence__claim__article", flat=True)) == [last.pk]
        live = Evidence.objects.filter(fact__sheet=sheet).exclude(stance="superseded")
        assert set(live.values_list("claim__article", flat=True)) == {last.pk}
    assert Activity.objects.filter(act="article.revised").count() == 4
