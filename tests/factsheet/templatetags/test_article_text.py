"""The text on the page of an article: character by character as it was taken in, its header folded."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.template.loader import render_to_string

from articles.intake import describe
from articles.models import Article, Claim
from factsheet.models import Evidence
from factsheet.queries.article import cut_pieces

HEADER = "---\ntitle: The mission ends\npublished: 2023-06-30\n---"
TEXT = f"{HEADER}\n\nBy Ada Wire\n\nThe mission has 13,000 troops & 400 police.\n"
SUMMARY = re.compile(r"<summary[^>]*>.*?</summary>")


def _render(text: str, *marked: str) -> str:
    furniture = [[mark.span.start, mark.span.end, str(mark.reason)] for mark in describe(text).marks]
    article = Article(text=text, furniture=furniture)
    starts = {words: text.index(words) for words in marked}
    claims = [Claim(pk=n, text=words, start=at, end=at + len(words)) for n, (words, at) in enumerate(starts.items(), 1)]
    pieces = cut_pieces(article, [Evidence(claim=claim) for claim in claims])
    return render_to_string("articles/text.html", {"article": article, "pieces": pieces}).strip()


def _read(page: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", SUMMARY.sub("", page)))


@pytest.mark.parametrize(
    "marked", [(), ("13,000 troops",), ("2023-06-30",), ("The mission ends", "mission has 13,000", "13,000 troops")]
)
def test_the_page_holds_the_text_character_by_character(marked: tuple[str, ...]) -> None:
    assert _read(_render(TEXT, *marked)) == TEXT


def test_the_header_is_folded_and_other_furniture_is_not() -> None:
    page = _render(TEXT, "13,000 troops")
    folded = page.partition("<details")[2].partition("</details>")[0]
    assert folded.endswith(HEADER)
    assert '<span class="furniture" title="byline">By Ada Wire</span>' in page
    assert '<mark id="claim-1">13,000 troops</mark>' in page


@pytest.mark.parametrize("marked", ["2023-06-30", HEADER])
def test_a_header_in_which_something_is_marked_stays_open(marked: str) -> None:
    page = _render(TEXT, marked)
    assert "<details" not in page
    assert 'id="claim-1"' in page


def test_a_text_without_a_header_has_nothing_to_fold() -> None:
    assert "<details" not in _render("The mission has 13,000 troops.\n")
