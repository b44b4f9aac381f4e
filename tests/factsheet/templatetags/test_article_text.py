"""The text on the page of an article: character by character as it was taken in, its header folded."""

from __future__ import annotations

import re
from decimal import Decimal
from html import unescape

import pytest
from django.contrib.auth.models import User
from django.template.loader import render_to_string

from articles.intake import describe
from articles.models import Article, Claim
from factsheet.models import Evidence, Fact, FactSheet, SheetArticle
from factsheet.queries.article import ArticlePage, cut_passages

HEADER = "---\ntitle: The mission ends\npublished: 2023-06-30\n---"
TEXT = f"{HEADER}\n\nBy Ada Wire\n\nThe mission has 13,000 troops & 400 police.\nIt ends\n\n\n tomorrow.\n"
WORDS = re.compile(r'<div class="words[^"]*"[^>]*>(.*?)</div>', re.DOTALL)


def _render(text: str, *marked: str, **claim: object) -> str:
    furniture = [[mark.span.start, mark.span.end, str(mark.reason)] for mark in describe(text).marks]
    article = Article(pk=7, text=text, furniture=furniture)
    starts = {words: text.index(words) for words in marked}
    claims = [
        Claim(pk=n, text=words, start=at, end=at + len(words), **claim)
        for n, (words, at) in enumerate(starts.items(), 1)
    ]
    sheet = FactSheet(slug="mission")
    notes = [Evidence(claim=claim, fact=Fact(pk=3, label="Troops", sheet=sheet)) for claim in claims]
    page = ArticlePage(
        sheet, SheetArticle(), article, cut_passages(article, notes), notes, None, None, None, None, frozenset()
    )
    return render_to_string("articles/text.html", {"article": article, "page": page, "sheet": sheet}).strip()


def _read(page: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", "".join(WORDS.findall(page))))


@pytest.mark.parametrize(
    "marked",
    [
        (),
        ("13,000 troops",),
        ("2023-06-30",),
        ("The mission ends", "mission has 13,000", "13,000 troops"),
        ("police.\nIt ends\n\n\n tomorrow", "tomorrow."),
    ],
)
def test_the_page_holds_the_text_character_by_character(marked: tuple[str, ...]) -> None:
    assert _read(_render(TEXT, *marked)) == TEXT


@pytest.mark.parametrize("text", ["\n\n", " \r\n\r\nA 👩‍👩‍👧 of 4.\r\nB.\r\n", "x", "\n x\n\n\ny", "<b>1 & 2</b>"])
def test_no_line_end_of_a_text_is_lost(text: str) -> None:
    assert _read(_render(text)) == text


def test_each_passage_says_at_which_code_point_it_begins() -> None:
    places = [int(place) for place in re.findall(r'data-at="(\d+)"', _render("A 👩‍👩‍👧 of 4.\r\n\r\nB é.\nC."))]
    assert places == [0, 17, 22]
    assert len(_render(TEXT, "13,000 troops").split("data-at")) == 6


def test_the_header_is_folded_and_other_furniture_is_not() -> None:
    page = _render(TEXT, "13,000 troops")
    folded = page.partition("<details")[2].partition("</details>")[0]
    assert HEADER in folded
    assert ">By Ada Wire\n\n</div>" in page
    assert "Not read: byline" in page
    assert '<mark id="claim-1">13,000 troops</mark>' in page


@pytest.mark.parametrize("marked", ["2023-06-30", HEADER])
def test_a_header_in_which_something_is_marked_stays_open(marked: str) -> None:
    page = _render(TEXT, marked)
    assert "<details" not in page
    assert 'id="claim-1"' in page


def test_a_text_without_a_header_has_nothing_to_fold() -> None:
    assert "<details" not in _render("The mission has 13,000 troops.\n")


def test_a_note_stands_beside_its_passage_and_leads_to_its_place() -> None:
    page = _render("One.\n\nThe mission has 13,000 troops.\n\nThree.", "13,000 troops")
    passage = page.split('class="passage"')[2]
    assert '<a href="#claim-1">13,000 troops</a>' in passage
    assert 'href="/sheets/mission/facts/3/">Troops</a>' in passage
    assert 'href="/sheets/mission/articles/7/claims/1/"' in passage
    assert page.count("<li>") == 1


def test_a_correction_says_whose_it_is_and_what_was_read_before() -> None:
    before = Claim(pk=9, kind="quantity", text="13,000", low=Decimal(13000), high=Decimal(13000))
    maker = User(username="<Ada>")
    page = _render("It has 13,000 troops.", "13,000", read_by="editor", made_by=maker, corrects=before)
    assert "by hand, &lt;Ada&gt;" in page
    assert "before: 13,000" in page
