"""The reading of a span that an editor selected."""

from __future__ import annotations

from datetime import date

import pytest

from articles.extraction import read_claim
from articles.extraction.readings import Reading
from articles.values import Hedge, Kind
from tests.articles.extraction.texts import WEDNESDAY, bounds, days

TEXT = (
    "It began last July. A month later, more than 15,000 foreign troops left on Friday. "
    "“It is over now,” said Jane Green."
)


def select(words: str, published: date | None = WEDNESDAY) -> Reading | None:
    start = TEXT.index(words)
    return read_claim(TEXT, start, start + len(words), published=published, timezone="UTC")


@pytest.mark.parametrize(
    ("words", "expected", "hedge", "unit"),
    [
        ("more than 15,000 foreign troops", "(15000, ..", Hedge.MORE_THAN, "person"),
        ("more than 15,000", "(15000, ..", Hedge.MORE_THAN, None),
        ("15,000 foreign troops", "[15000, 15000]", Hedge.EXACT, "person"),
        ("15,000", "[15000, 15000]", Hedge.EXACT, None),
        ("15,000 foreign troops left on ", "[15000, 15000]", Hedge.EXACT, "person"),
    ],
)
def test_exactly_the_selected_words_are_read(words: str, expected: str, hedge: Hedge, unit: str | None) -> None:
    reading = select(words)
    assert reading is not None
    assert (reading.text, bounds(reading), reading.hedge, reading.unit) == (words.strip(), expected, hedge, unit)


@pytest.mark.parametrize(("words", "expected"), [("A month later", "2023-08-01..2023-08-31"), ("Friday", "2024-05-10")])
def test_what_stands_around_the_selection_still_counts(words: str, expected: str) -> None:
    reading = select(words)
    assert reading is not None
    assert (reading.text, days(reading)) == (words, expected)


def test_quoted_words_are_a_quotation_with_its_speaker() -> None:
    reading = select("It is over")
    assert reading is not None
    assert reading.mention is not None
    assert (reading.kind, reading.text, reading.mention.text) == (Kind.QUOTE, "It is over", "Jane Green")


@pytest.mark.parametrize(("start", "end"), [(0, 0), (0, 2), (5, 3), (-4, 1), (10_000, 20_000)])
def test_where_nothing_can_be_read_there_is_none(start: int, end: int) -> None:
    assert read_claim(TEXT, start, end, published=WEDNESDAY, timezone="UTC") is None


def test_the_selection_says_when_it_needs_the_publication_date() -> None:
    reading = select("Friday", None)
    assert reading is not None
    assert reading.needs_published
