"""Whole pages in, title, outlet, day and furniture out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articles.intake import describe
from tests.articles.intake.pages import PAGES, Page

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def furniture_of(page: Page) -> list[str]:
    return [page.text[span.start : span.end] for span in describe(page.text).furniture]


@every_page
def test_what_a_page_says_of_itself_is_found(page: Page) -> None:
    document = describe(page.text)
    found = (document.title, document.source, document.published, document.timezone)
    assert found == (page.title, page.source, page.published, page.timezone)


@every_page
def test_the_furniture_and_nothing_else_is_marked(page: Page) -> None:
    assert furniture_of(page) == [page.text[span.start : span.end] for span in page.furniture]
    assert describe(page.text).furniture == page.furniture


@every_page
def test_windows_line_ends_change_nothing_but_the_offsets(page: Page) -> None:
    windows = replace(page, marked=page.marked.replace("\n", "\r\n"))
    assert describe(windows.text).furniture == windows.furniture
    assert furniture_of(windows) == furniture_of(page)
    assert describe(windows.text).title == page.title


@every_page
def test_what_was_looked_for_and_not_found_is_said(page: Page) -> None:
    expected = [
        words
        for words, value in (("title", page.title), ("outlet", page.source), ("publication date", page.published))
        if value is None
    ]
    document = describe(page.text)
    assert list(document.missing) == expected
    assert document.published_from == ("text" if page.published else "unknown")
