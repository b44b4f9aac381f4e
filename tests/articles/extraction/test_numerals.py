"""Numbers in figures and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from articles.extraction.en.numerals import read_numeral
from articles.extraction.en.sentences import ABBREVIATIONS, STARTERS
from articles.extraction.figures import MAX_DIGITS, read_comma_figure, read_figure
from articles.extraction.numerals import Form
from articles.extraction.tokens import tokenise


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("15", "15"),
        ("1,200", "1200"),
        ("12,34,567", "1234567"),
        ("1.200.000", "1200000"),
        ("1.200,5", "1200.5"),
        ("1’200", "1200"),
        ("1\u202f200", "1200"),
        ("0.75", "0.75"),
        (".5", "0.5"),
        ("007", "7"),
        ("1,5", "1.5"),
        ("0,125", "0.125"),
        ("1e9", "1000000000"),
        ("12.5e+2", "1250"),
        ("10^6", "1000000"),
        ("2.5^-1", "0.4"),
    ],
)
def test_marks_that_group_digits_are_read_through(word: str, value: str) -> None:
    assert read_figure(word) == Decimal(value)


@pytest.mark.parametrize(
    "word",
    ["15:30", "2023-06-30", "9" * (MAX_DIGITS + 1), "1." + "0" * 60, "0." + "1" * 25, "9^60", "1e300", "₀₁₂", "x", ""],
)
def test_what_is_no_number_is_none(word: str) -> None:
    assert read_figure(word) is None


@pytest.mark.parametrize(
    ("text", "value", "form"),
    [
        ("1.2 million", "1200000", Form.FIGURE),
        ("1.2bn", "1200000000", Form.FIGURE),
        ("30k", "30000", Form.FIGURE),
        ("3-million", "3000000", Form.FIGURE),
        ("12 lakh", "1200000", Form.FIGURE),
        ("1.5 lakh crore", "1500000000000", Form.FIGURE),
        ("3 million and a half", "3500000", Form.FIGURE),
        ("40 000", "40000", Form.FIGURE),
        ("10 1/2", "10.5", Form.FIGURE),
        ("2½", "2.5", Form.FIGURE),
        ("3 dozen", "36", Form.FIGURE),
        ("1.3×10^5", "130000", Form.FIGURE),
        ("3 hundred and 21", "321", Form.FIGURE),
        ("4 thousand 3 hundred and 21", "4321", Form.FIGURE),
        ("3 hundred and one", "301", Form.FIGURE),
        ("one billion and three quarters million", "1000750000", Form.WORDS),
        ("naught point five", "0.5", Form.WORDS),
        ("a dozen", "12", Form.WORDS),
        ("half-a-million", "500000", Form.WORDS),
        ("two-and-a-half million", "2500000", Form.WORDS),
        ("hundred thousand", "100000", Form.WORDS),
        ("21st", "21", Form.ORDINAL),
        ("seventeen", "17", Form.WORDS),
        ("twenty-seven", "27", Form.WORDS),
        ("twenty-seven hundred", "2700", Form.WORDS),
        ("one hundred and six", "106", Form.WORDS),
        ("two hundred and two thousand", "202000", Form.WORDS),
        ("two million three hundred thousand and five", "2300005", Form.WORDS),
        ("half a million", "500000", Form.WORDS),
        ("a quarter of a million", "250000", Form.WORDS),
        ("one and a half million", "1500000", Form.WORDS),
        ("five billion and three quarters", "5750000000", Form.WORDS),
        ("two point five million", "2500000", Form.WORDS),
        ("two dozen", "24", Form.WORDS),
        ("two thirds", "0.666666666666667", Form.FRACTION),
        ("three-quarters", "0.75", Form.FRACTION),
        ("one in five", "0.2", Form.FRACTION),
        ("nine out of 10", "0.9", Form.FRACTION),
        ("twenty-first", "21", Form.ORDINAL),
        ("one hundred twenty-fifth", "125", Form.ORDINAL),
        ("dozens", "24", Form.VAGUE),
        ("hundreds", "200", Form.VAGUE),
        ("tens of thousands", "20000", Form.VAGUE),
        ("hundreds of thousands", "200000", Form.VAGUE),
    ],
)
def test_a_number_is_read_whole(text: str, value: str, form: Form) -> None:
    tokens = tokenise(text, ABBREVIATIONS, STARTERS)
    start = 1 if text.startswith("a ") else 0
    numeral = read_numeral(tokens, start)
    assert numeral is not None
    assert (numeral.value, numeral.form, numeral.last) == (Decimal(value), form, tokens.count)


@pytest.mark.parametrize("text", ["apple", "and", "-", "15:30", "half past", "scores 10", "million", "dozen"])
def test_other_words_are_no_numbers(text: str) -> None:
    assert read_numeral(tokenise(text, ABBREVIATIONS, STARTERS), 0) is None


@pytest.mark.parametrize(
    ("text", "first"), [("twenty twenty", "20"), ("five six", "5"), ("2 in 2008", "2"), ("six in 50", "6")]
)
def test_two_numbers_in_a_row_stay_two(text: str, first: str) -> None:
    numeral = read_numeral(tokenise(text, ABBREVIATIONS, STARTERS), 0)
    assert numeral is not None
    assert (numeral.value, numeral.last) == (Decimal(first), 1)


def test_a_decimal_comma_keeps_no_more_digits_than_a_point() -> None:
    assert read_comma_figure("1,5") == Decimal("1.5")
    assert read_comma_figure("0," + "1" * 25) is None
