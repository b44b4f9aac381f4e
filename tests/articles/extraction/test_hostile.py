"""Texts made to hurt: runs of one thing, longer than any article has."""

from __future__ import annotations

import pytest

from articles.extraction import extract
from tests.articles.extraction.texts import WEDNESDAY, figures

LENGTH = 20_000


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,111,",
        "1.1.",
        "1-2-",
        "12 ",
        "1/2/",
        "1:30:",
        "million ",
        "3 hundred ",
        "5 million ",
        "hundred and ",
        "two hundred and ",
        "5 to 10 to ",
        "May 5, ",
        "2001-2002-",
        "last week of ",
        "the end of ",
        "1 in 5 in ",
        "$5 ",
        "Jane ",
        "“a b ",
        "‘a b ",
        "said 5 ",
        ", said, 5 ",
        "U.",
        "'s ",
        "((((",
        "“",
        "\n",
    ],
)
def test_a_run_of_one_thing_is_read_without_harm(piece: str) -> None:
    text = (piece * LENGTH)[:LENGTH]
    assert all(text[each.start : each.end] == each.text for each in extract(text, published=WEDNESDAY))


@pytest.mark.parametrize("text", ["9" * 50_000, "million " * 5_000, "1" + ",000" * 20_000, "0." + "1" * 50_000])
def test_no_count_is_larger_than_anything_is(text: str) -> None:
    assert all(number < 10**33 for each in figures(text) for number in each.numbers)
