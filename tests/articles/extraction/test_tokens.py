"""A text cut into tokens and sentences."""

from __future__ import annotations

import pytest

from articles.extraction.en.sentences import ABBREVIATIONS, STARTERS
from articles.extraction.tokens import Tokens, tokenise


def cut(text: str) -> Tokens:
    return tokenise(text, ABBREVIATIONS, STARTERS)


def words(text: str) -> list[str]:
    tokens = cut(text)
    return tokens.word[: tokens.count]


def sentences(text: str) -> list[str]:
    tokens = cut(text)
    return [tokens.slice(*tokens.sentence(index)) for index in tokens.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost $1,200.50.", ["It", "cost", "$", "1,200.50", "."]),
        ("the year's 30k", ["the", "year", "'s", "30", "k"]),
        ("the U.N. at 5 p.m.", ["the", "U.N.", "at", "5", "p.m."]),
        ("2023-06-30 or 30/6/2023", ["2023-06-30", "or", "30/6/2023"]),
        ("1.200.000 and 12,34,567", ["1.200.000", "and", "12,34,567"]),
        ("at 15:30", ["at", "15:30"]),
        ("1\u202f234\u202f567 tonnes", ["1\u202f234\u202f567", "tonnes"]),
        ("rose .5 points", ["rose", ".5", "points"]),
        ("1.2.3", ["1.2.3"]),
        ("one\n\ntwo", ["one", "", "two"]),
        ("one\ntwo", ["one", "two"]),
        ("", []),
        ("   ", [""]),
    ],
)
def test_a_text_is_cut_into_words_figures_and_marks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_every_token_stands_where_it_says() -> None:
    text = "  The toll, officials said,\n\nrose to 1,234 — “a record”.  "
    tokens = cut(text)
    assert all(text[tokens.start[i] : tokens.end[i]] == tokens.word[i] for i in range(tokens.count))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. We left.", ["It rained.", "We left."]),
        ("Mr. Brown met Gov. Reed. They spoke.", ["Mr. Brown met Gov. Reed.", "They spoke."]),
        ("He joined the U.S. Army in 1990. It was cold.", ["He joined the U.S. Army in 1990.", "It was cold."]),
        ("They left the U.N. The vote failed.", ["They left the U.N.", "The vote failed."]),
        ("“Go away.” She left.", ["“Go away.”", "She left."]),
        ("It grew 1.5 percent. Then it fell.", ["It grew 1.5 percent.", "Then it fell."]),
        ("A headline\n\nThe first line of it.", ["A headline", "The first line of it."]),
        ("Is it? Yes! Good…", ["Is it?", "Yes!", "Good…"]),
        ("J. K. Miller wrote it.", ["J. K. Miller wrote it."]),
    ],
)
def test_a_text_is_cut_into_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected
