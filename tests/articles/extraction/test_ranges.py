"""Ranges in every spelling, and two figures that are none."""

from __future__ import annotations

import pytest

from tests.articles.extraction.texts import bounds, figure, figures


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("It costs $3-$5m.", "$3-$5m", "[3000000, 5000000]"),
        ("It costs $3m-$5m.", "$3m-$5m", "[3000000, 5000000]"),
        ("It costs $3-5 million.", "$3-5 million", "[3000000, 5000000]"),
        ("It costs between $3 million and $5 million.", "between $3 million and $5 million", "[3000000, 5000000]"),
        ("Rates range from 3% to 5%.", "from 3% to 5%", "[3, 5]"),
        ("It is 5 km to 10 km off.", "5 km to 10 km", "[5, 10]"),
        ("It takes six-to-eight weeks.", "six-to-eight weeks", "[6, 8]"),
        ("It sold twenty-five to thirty million.", "twenty-five to thirty million", "[25000000, 30000000]"),
        ("It costs $3 or $4.", "$3 or $4", "[3, 4]"),
        ("It costs US$3m to US$4m.", "US$3m to US$4m", "[3000000, 4000000]"),
        ("It costs Rs 500 crore to Rs 600 crore.", "Rs 500 crore to Rs 600 crore", "[5000000000, 6000000000]"),
        ("It costs Rs. 500-600 crore.", "Rs. 500-600 crore", "[5000000000, 6000000000]"),
        ("It took between 45 and 43 days.", "between 45 and 43 days", "[43, 45]"),
        ("They want more than 10 but less than 20.", "more than 10 but less than 20", "(10, 20)"),
        ("They want at least 5 and at most 7.", "at least 5 and at most 7", "[5, 7]"),
        ("It is above 1,000 and below 1,500.", "above 1,000 and below 1,500", "(1000, 1500)"),
    ],
)
def test_two_figures_bound_one_amount(text: str, span: str, expected: str) -> None:
    reading = figure(text)
    assert (reading.text, bounds(reading)) == (span, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gold fell $4.20 to $1,810.", ["4.2", "1810"]),
        ("Prices rose 0.2 percent to 4.1 percent.", ["0.2", "4.1"]),
        ("It raised its stake from 5 to 7 percent.", ["5", "7"]),
        ("The index rose 12 to 1,810.", ["12", "1810"]),
        ("Prices went from $3 to $5.", ["3", "5"]),
    ],
)
def test_a_change_and_a_level_are_two_figures(text: str, expected: list[str]) -> None:
    assert [str(number.normalize().__format__("f")) for each in figures(text) for number in each.numbers] == expected
