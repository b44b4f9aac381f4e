"""Intake measured on the five articles of the gold file, which stand beside the project and are no part of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from articles.intake import Document, Reason, read_document

SHARED = Path(__file__).parents[4] / "shared"
GOLD = SHARED / "gold" / "minusma.json"
pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="the gold file and the originals are not beside the project")

ARTICLES = ("000", "001", "002", "003", "004")
every_article = pytest.mark.parametrize("key", ARTICLES)


def gold() -> dict[str, Any]:
    content: dict[str, Any] = json.loads(GOLD.read_text(encoding="utf-8"))
    return content


def read(key: str) -> Document:
    name = gold()["articles"][key]["file"]
    return read_document((SHARED / "seeds" / name).read_bytes(), name)


def marked(document: Document, *reasons: Reason) -> str:
    spans = [mark.span for mark in document.marks if not reasons or mark.reason in reasons]
    return "\n".join(document.text[span.start : span.end] for span in spans)


@every_article
def test_title_and_outlet_are_the_golds(key: str) -> None:
    article = gold()["articles"][key]
    document = read(key)
    assert document.title == article["headline"]
    assert document.source == (None if article["outlet"].startswith("unknown") else article["outlet"])


@every_article
def test_the_day_is_found_where_the_text_tells_it_and_nowhere_else(key: str) -> None:
    article = gold()["articles"][key]
    document = read(key)
    told = document.published.isoformat() if document.published else None
    assert told == (article["published"] if article["published_in_text"] else None)


@every_article
def test_no_claim_and_no_quotation_stands_in_furniture(key: str) -> None:
    facts = [claim for fact in gold()["facts"] for claim in fact["claims"]] + gold()["quotes"]
    document = read(key)
    inside = [
        claim["quote"]
        for claim in facts
        if claim["article"] == key
        and any(span.start < claim["end"] and claim["start"] < span.end for span in document.furniture)
    ]
    assert inside == []


@pytest.mark.parametrize(
    ("key", "reason", "figures"),
    [
        ("000", Reason.TIMESTAMP, ["2023-06-30", "Jun 30, 2023", "8:37"]),
        ("002", Reason.CAPTION, ["June 8, 2017"]),
        ("003", Reason.CAPTION, ["December 8, 2021"]),
        ("004", Reason.BOILERPLATE, ["12+ years"]),
    ],
)
def test_the_figures_of_the_furniture_are_marked(key: str, reason: Reason, figures: list[str]) -> None:
    found = marked(read(key), reason)
    assert [figure for figure in figures if figure not in found] == []


def test_the_headlines_of_other_stories_are_marked_to_the_end_of_the_page() -> None:
    document = read("004")
    zone = marked(document, Reason.OTHER_STORIES)
    assert len(zone.splitlines()) == 10
    assert document.furniture[-1].end == len(document.text.rstrip())


@every_article
def test_all_that_is_left_is_paragraphs_and_headings_of_the_article(key: str) -> None:
    document = read(key)
    left = document.text
    for span in reversed(document.furniture):
        left = left[: span.start] + left[span.end :]
    assert not re.search(
        r"(?i)\bshare\b|sponsor|comments? (?:are )?closed|photo by|handout|profile picture|www\.", left
    )
