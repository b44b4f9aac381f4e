"""Figures that count nothing, and what is no part of the article."""

from __future__ import annotations

import pytest

from articles.extraction import extract
from articles.extraction.readings import Reading
from articles.values import Span
from tests.articles.extraction.texts import WEDNESDAY


def read(text: str, *furniture: Span) -> list[Reading]:
    return extract(text, published=WEDNESDAY, furniture=furniture)


@pytest.mark.parametrize(
    "text",
    [
        "The A320 and the B-52 landed.",
        "The G7 spoke of COVID-19.",
        "A Boeing 737 landed.",
        "A Boeing 737-800 and an Airbus A321neo took off.",
        "Traffic on the M25 and Route 66 stopped near Junction 12.",
        "Call 0800 123 456 or visit Room 12.",
        "The phones have 5G and 3D screens.",
        "See page 12, Fig. 3 and No. 10.",
        "See Section 230 and Chapter 11.",
        "Call +1-222-222-2222 or 555-0100 today".replace(" today", ""),
        "Call 020 7946 0958.",
        "It runs version 2.0.1 on 192.168.0.1.",
        "See https://example.org/a/123?b=30%25.",
        "The office at 123 Random Street is shut.",
        "Open 24/7 since the attacks of 9/11.",
        "1. Open the door",
        "(3) Close it",
        "No one knows which one it was.",
        "This one, or one of them, one day.",
        "One must go; on the one hand it is late.",
        "He was seconded to the unit.",
        "It was so at first; second, it was dear.",
        "They may march on.",
        "Resolution 1701 was adopted.",
        "Trade between the two grew.",
    ],
)
def test_what_only_looks_like_a_figure_is_no_claim(text: str) -> None:
    assert [reading.text for reading in read(text)] == []


def test_nothing_inside_furniture_is_a_claim() -> None:
    text = "12 people died on Friday.\nSHARE THIS: 300 likes, “we love it here”\nThen 15 people left."
    start = text.index("SHARE")
    readings = read(text, Span(start, text.index("\nThen")))
    assert [reading.text for reading in readings] == ["12 people", "on Friday", "15 people"]


def test_a_claim_does_not_run_over_a_paragraph() -> None:
    assert [reading.text for reading in read("The vote was 12\n\nPeople left.")] == ["12"]
