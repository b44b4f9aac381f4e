"""Claims as the JSON contract spells them."""

from __future__ import annotations

import json

import pytest

from articles.extraction import extract, to_json
from tests.articles.extraction.texts import WEDNESDAY

COMMON = {"kind", "start", "end", "text", "sentence", "read_as"}
VALUED = COMMON | {"low", "high", "low_open", "high_open", "hedge", "status", "alternatives", "attribution"}
FIGURE = VALUED | {"number", "unit", "noun", "per", "as_of", "change"}


def claim(text: str) -> dict[str, object]:
    (only,) = extract(text, published=WEDNESDAY)
    return to_json(only)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("more than 15,000 personnel", FIGURE),
        ("$1.2 billion a year", FIGURE),
        ("4 percent", FIGURE),
        ("nine years", FIGURE),
        ("the 21st case", FIGURE),
        ("by Dec. 31, 2023", VALUED | {"precision", "needs_published"}),
        ("at 5 p.m.", VALUED | {"unit", "utc_offset", "as_of"}),
        ("He said it was “too late”", COMMON | {"speaker"}),
    ],
)
def test_each_kind_has_all_of_its_keys(text: str, keys: set[str]) -> None:
    assert set(claim(text)) == keys


def test_a_quantity_is_spelled_to_the_letter() -> None:
    text = "They sent more than 15,000 personnel, according to the U.N."
    found = claim(text)
    assert {key: found[key] for key in sorted(FIGURE - {"read_as"})} == {
        "kind": "quantity",
        "start": 10,
        "end": 36,
        "text": "more than 15,000 personnel",
        "number": "15000",
        "low": "15000",
        "high": None,
        "low_open": True,
        "high_open": False,
        "hedge": "more_than",
        "unit": "person",
        "noun": "personnel",
        "per": None,
        "as_of": None,
        "change": None,
        "status": "live",
        "alternatives": [],
        "sentence": [0, 59],
        "attribution": {"text": "the U.N.", "start": 51, "end": 59},
    }


def test_a_range_has_two_numbers() -> None:
    assert claim("10 to 12 ships")["number"] == ["10", "12"]


def test_numbers_are_plain_strings() -> None:
    assert [claim(text)["low"] for text in ("1.20 metres", "$4.5m", "3 trillion ships")] == [
        "1.2",
        "4500000",
        "3000000000000",
    ]


def test_a_time_is_hours_and_minutes() -> None:
    found = claim("at 5:30 p.m. GMT")
    assert (found["low"], found["high"], found["unit"]) == ("17:30", "17:30", "GMT")


def test_a_time_has_its_day_and_how_far_its_clock_is_ahead() -> None:
    *_, found = (to_json(each) for each in extract("on Friday at 5:30 p.m. (1430 GMT)", published=WEDNESDAY))
    assert (found["low"], found["unit"], found["utc_offset"], found["as_of"]) == ("17:30", None, "UTC+3", "2024-05-10")
    found = claim("at 6 p.m. local time")
    assert (found["unit"], found["utc_offset"], found["as_of"]) == ("local", None, None)


def test_equal_readings_are_alternatives() -> None:
    found = claim("on 12/02/2024")
    assert found["low"] is None
    assert found["alternatives"] == [
        {"low": "2024-12-02", "high": "2024-12-02"},
        {"low": "2024-02-12", "high": "2024-02-12"},
    ]


def test_the_hedge_of_an_amount_holds_for_the_amount_in_brackets() -> None:
    found = claim("up to 110 mph (177 kph)")
    assert found["alternatives"] == [{"low": None, "high": "177", "unit": "kilometre per hour"}]


def test_a_claim_survives_json() -> None:
    found = claim("more than 15,000 personnel")
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("They sent more than 15,000 personnel.", "more than 15000 person"),
        ("It fell by 2%.", "2 percent, a change down"),
        ("It paid $5 a barrel.", "5 USD per barrel"),
        ("Several thousand people came.", "at least 3000 person (several: 3 or more)"),
        ("It was earlier put at 288.", "288, superseded by the text itself"),
        ("It won by 3-1.", "3 against 1 score"),
    ],
)
def test_a_figure_says_how_it_was_read(text: str, read_as: str) -> None:
    found = claim(text)
    assert found["read_as"] == f"'{found['text']}' -> {read_as}"
