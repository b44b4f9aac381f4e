"""Votes, scores and amounts said twice: two figures that make one claim."""

from __future__ import annotations

from decimal import Decimal

import pytest

from articles.extraction import extract, to_json
from tests.articles.extraction.texts import WEDNESDAY, bounds, figure, figures


@pytest.mark.parametrize(
    ("text", "span", "numbers", "unit"),
    [
        ("The bill passed 218-211 on Tuesday.", "218-211", (218, 211), "vote"),
        ("The motion was carried by 9 votes to 6.", "9 votes to 6", (9, 6), "vote"),
        ("The senate voted 52 to 48 against it.", "52 to 48", (52, 48), "vote"),
        ("It was approved by 61 to 14.", "61 to 14", (61, 14), "vote"),
        ("The council voted 15-0 to extend it.", "15-0", (15, 0), "vote"),
        ("The court ruled 6-3 that the law was valid.", "6-3", (6, 3), "vote"),
        ("A 5–4 ruling ended the case.", "5–4", (5, 4), "vote"),
        ("Arsenal won 3-1 at home.", "3-1", (3, 1), "score"),
        ("The hosts lost 1-2 to Ghana.", "1-2", (1, 2), "score"),
        ("They drew 0-0 in Rome.", "0-0", (0, 0), "score"),
        ("A 2-1 win sent them through.", "2-1", (2, 1), "score"),
        ("The Lakers beat the Celtics 112-104.", "112-104", (112, 104), "score"),
        ("The odds are 3:1.", "3:1", (3, 1), "ratio"),
        ("It did a two-for-one split.", "two-for-one", (2, 1), "ratio"),
        ("It gave 10-to-1 odds.", "10-to-1", (10, 1), "ratio"),
        ("They outnumber us two to one.", "two to one", (2, 1), "ratio"),
        ("She leads Brown 52 to 24.", "52 to 24", (52, 24), "ratio"),
        ("The odds are 60-40.", "60-40", (60, 40), "ratio"),
        ("Winners beat losers by about 3 to 2.", "about 3 to 2", (3, 2), "ratio"),
        ("It passed by a vote of 360 to 72.", "360 to 72", (360, 72), "vote"),
    ],
)
def test_a_vote_or_a_score_is_one_claim_with_two_numbers(
    text: str, span: str, numbers: tuple[int, int], unit: str
) -> None:
    reading = figure(text)
    assert (reading.text, reading.numbers, reading.unit) == (span, tuple(map(Decimal, numbers)), unit)
    assert bounds(reading) == f"[{min(numbers)}, {max(numbers)}]"


def test_the_sets_of_a_match_are_a_pair_each() -> None:
    read = figures("Ivanova won 6-4, 3-6, 7-6 (7-4), 6-2 in London.")
    assert [each.text for each in read] == ["6-4", "3-6", "7-6", "7-4", "6-2"]
    assert {each.unit for each in read} == {"score"}


@pytest.mark.parametrize(
    ("text", "span", "numbers"),
    [
        ("It takes 10-12 days.", "10-12 days", (10, 12)),
        ("Some 5-10 people saw it.", "Some 5-10 people", (5, 10)),
        ("They won 3-5 seats there.", "3-5 seats", (3, 5)),
        ("Growth of 2-3% is likely.", "2-3%", (2, 3)),
    ],
)
def test_a_range_stays_a_range(text: str, span: str, numbers: tuple[int, int]) -> None:
    reading = figure(text)
    assert (reading.text, reading.numbers) == (span, tuple(map(Decimal, numbers)))
    assert reading.unit not in ("vote", "score")


@pytest.mark.parametrize(
    ("text", "span", "unit", "other", "other_unit"),
    [
        ("It paid CHF 3 billion ($3.25 billion) then.", "CHF 3 billion ($3.25 billion)", "CHF", "3250000000", "USD"),
        (
            "It cost Rs 2,500 crore (about $300 million).",
            "Rs 2,500 crore (about $300 million)",
            "INR",
            "300000000",
            "USD",
        ),
        ("It sold for $5 million (£4m).", "$5 million (£4m)", "USD", "4000000", "GBP"),
        ("Winds hit 155 mph (250 km/h).", "155 mph (250 km/h)", "mile per hour", "250", "kilometre per hour"),
        ("It lies 12 miles (19 km) off.", "12 miles (19 km)", "mile", "19", "kilometre"),
        (
            "It was 104 degrees Fahrenheit (40C).",
            "104 degrees Fahrenheit (40C)",
            "degree Fahrenheit",
            "40",
            "degree Celsius",
        ),
    ],
)
def test_an_amount_said_twice_is_one_claim_with_an_alternative(
    text: str, span: str, unit: str, other: str, other_unit: str
) -> None:
    reading = figure(text)
    assert (reading.text, reading.unit) == (span, unit)
    assert to_json(reading)["alternatives"] == [{"low": other, "high": other, "unit": other_unit}]
    assert f"in other units {other} {other_unit}" in reading.read_as


@pytest.mark.parametrize(
    "text",
    [
        "It made $5 million ($3 million after tax).",
        "He has 12 dogs (3 cats).",
        "It cost $5 million (2022: $4 million).",
    ],
)
def test_another_amount_in_brackets_is_a_claim_of_its_own(text: str) -> None:
    read = [each for each in extract(text, published=WEDNESDAY) if each.numbers]
    assert len(read) == 2
    assert all(each.twin is None for each in read)
