"""Figures with their unit, noun, hedge and rate."""

from __future__ import annotations

import pytest

from articles.values import Change, ClaimStatus, Hedge, Kind
from tests.articles.extraction.texts import bounds, figure, figures


@pytest.mark.parametrize(
    ("text", "span", "unit", "noun"),
    [
        ("It has 15,000 foreign troops there.", "15,000 foreign troops", "person", "foreign troops"),
        ("It has 13,000 troops and police.", "13,000 troops and police", "person", "troops and police"),
        ("Then 303 peacekeepers have been killed.", "303 peacekeepers", "person", "peacekeepers"),
        ("Some 12 countries and 3 unions met.", "Some 12 countries", "country", "countries"),
        ("They saw 1,000 Wagner troops there.", "1,000 Wagner troops", "person", "Wagner troops"),
        ("It lost two separate bridges in May.", "two separate bridges", "bridge", "separate bridges"),
        ("They found four more bodies.", "four more bodies", "body", "bodies"),
        ("They counted 45 dead.", "45 dead", "person", "dead"),
        ("A 27-nation bloc met.", "27-nation", "nation", "nation"),
        ("A 1,500-strong force met.", "1,500-strong", "person", None),
        ("It flew 30,000 feet up.", "30,000 feet", "foot", None),
        ("It is 48 km away.", "48 km", "kilometre", None),
        ("It covers 190,000 square metres.", "190,000 square metres", "square metre", None),
        ("It reached 45 degrees Celsius.", "45 degrees Celsius", "degree Celsius", None),
        ("He is 6ft 2in tall.", "6ft 2in", "foot", None),
        ("They fired 155mm shells.", "155mm", "millimetre", None),
        ("Dozens of protesters came.", "Dozens of protesters", "person", "protesters"),
        ("Half of the members left.", "Half of the members", "person", "members"),
        ("Twelve of 15 judges agreed.", "15 judges", "person", "judges"),
    ],
)
def test_a_figure_counts_the_noun_phrase_after_it(text: str, span: str, unit: str, noun: str | None) -> None:
    reading = figures(text)[-1] if text.startswith("Twelve") else figures(text)[0]
    assert (reading.text, reading.unit, reading.noun) == (span, unit, noun)


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 15 and wounded 20.",
        "Dozens were injured.",
        "Another 120 are missing.",
        "By then 12 remained missing.",
        "The firm employs 4,300.",
        "Of them, 23 were killed.",
    ],
)
def test_people_are_counted_where_the_verb_says_so(text: str) -> None:
    assert {reading.unit for reading in figures(text)} == {"person"}


@pytest.mark.parametrize(
    ("text", "span", "expected", "hedge"),
    [
        ("It has 170 staff.", "170 staff", "[170, 170]", Hedge.EXACT),
        ("It has about 170 staff.", "about 170 staff", "[170, 170]", Hedge.ABOUT),
        ("It has nearly 170 staff.", "nearly 170 staff", "[170, 170]", Hedge.ABOUT),
        ("It has more than 170 staff.", "more than 170 staff", "(170, ..", Hedge.MORE_THAN),
        ("It has well over 170 staff.", "well over 170 staff", "(170, ..", Hedge.MORE_THAN),
        ("It has at least 170 staff.", "at least 170 staff", "[170, ..", Hedge.AT_LEAST),
        ("It has no fewer than 170 staff.", "no fewer than 170 staff", "[170, ..", Hedge.AT_LEAST),
        ("It has fewer than 170 staff.", "fewer than 170 staff", ".., 170)", Hedge.LESS_THAN),
        ("It has no more than 170 staff.", "no more than 170 staff", ".., 170]", Hedge.AT_MOST),
        ("It has up to 170 staff.", "up to 170 staff", ".., 170]", Hedge.UP_TO),
        ("It has as many as 170 staff.", "as many as 170 staff", ".., 170]", Hedge.UP_TO),
        ("It has 170 or more staff.", "170 or more staff", "[170, ..", Hedge.AT_LEAST),
        ("It has 170+ staff.", "170+ staff", "[170, ..", Hedge.AT_LEAST),
        ("It has about 170 staff or more.", "about 170 staff or more", "[170, ..", Hedge.AT_LEAST),
        ("It has 10 to 12 staff.", "10 to 12 staff", "[10, 12]", Hedge.EXACT),
        ("It has 10-12 staff.", "10-12 staff", "[10, 12]", Hedge.EXACT),
        ("It has between 10 and 12 staff.", "between 10 and 12 staff", "[10, 12]", Hedge.EXACT),
        ("It has from 10 to 12 staff.", "from 10 to 12 staff", "[10, 12]", Hedge.EXACT),
        ("It has two to three million users.", "two to three million users", "[2000000, 3000000]", Hedge.EXACT),
        ("It has hundreds of users.", "hundreds of users", "[200, ..", Hedge.AT_LEAST),
        ("It has several thousand users.", "several thousand users", "[3000, ..", Hedge.AT_LEAST),
        ("It has a million users.", "a million users", "[1000000, 1000000]", Hedge.EXACT),
    ],
)
def test_a_hedge_bounds_a_figure_and_stands_in_its_span(text: str, span: str, expected: str, hedge: Hedge) -> None:
    reading = figure(text)
    assert (reading.text, bounds(reading), reading.hedge) == (span, expected, hedge)


def test_two_bounds_make_one_interval() -> None:
    assert bounds(figure("More than 10 but fewer than 20 ships sank.")) == "[10, 20]"


@pytest.mark.parametrize(
    ("text", "kind", "span", "expected", "unit", "per"),
    [
        ("It costs $1.2 billion a year.", Kind.MONEY, "$1.2 billion a year", "1200000000", "USD", "year"),
        ("It costs $4m now.", Kind.MONEY, "$4m", "4000000", "USD", None),
        ("It costs €50bn now.", Kind.MONEY, "€50bn", "50000000000", "EUR", None),
        ("It costs CHF 3 billion now.", Kind.MONEY, "CHF 3 billion", "3000000000", "CHF", None),
        ("It costs Rs 500 crore now.", Kind.MONEY, "Rs 500 crore", "5000000000", "INR", None),
        ("It costs HK$3 million now.", Kind.MONEY, "HK$3 million", "3000000", "HKD", None),
        ("It costs US$ 3 million now.", Kind.MONEY, "US$ 3 million", "3000000", "USD", None),
        ("It costs 5,000 Swiss francs.", Kind.MONEY, "5,000 Swiss francs", "5000", "CHF", None),
        ("It costs 3 million U.S. dollars.", Kind.MONEY, "3 million U.S. dollars", "3000000", "USD", None),
        ("It costs 40 cents.", Kind.MONEY, "40 cents", "0.4", "USD", None),
        ("It costs 75p.", Kind.MONEY, "75p", "0.75", "GBP", None),
        ("It costs 13 dollars and 45 cents.", Kind.MONEY, "13 dollars and 45 cents", "13.45", "USD", None),
        ("It costs $82.50 a barrel.", Kind.MONEY, "$82.50 a barrel", "82.5", "USD", "barrel"),
        ("It costs $2.10 per share.", Kind.MONEY, "$2.10 per share", "2.1", "USD", "share"),
        ("It reached 61.5 per cent.", Kind.PERCENTAGE, "61.5 per cent", "61.5", "percent", None),
        ("It reached 4%.", Kind.PERCENTAGE, "4%", "4", "percent", None),
        ("It won by 8 percentage points.", Kind.PERCENTAGE, "8 percentage points", "8", "percentage point", None),
        ("It lasted nine years.", Kind.DURATION, "nine years", "9", "year", None),
        ("It lasted two and a half hours.", Kind.DURATION, "two and a half hours", "2.5", "hour", None),
        ("It lasted half an hour.", Kind.DURATION, "half an hour", "0.5", "hour", None),
        ("A 38-year-old fell.", Kind.DURATION, "38-year-old", "38", "year", None),
        ("Maria Lopez, 34, fell.", Kind.DURATION, "34", "34", "year", None),
        ("The driver, 34, fell.", Kind.DURATION, "34", "34", "year", None),
        ("It is the 21st such case.", Kind.ORDINAL, "21st", "21", None, None),
    ],
)
def test_a_figure_has_its_kind_and_unit(
    text: str, kind: Kind, span: str, expected: str, unit: str | None, per: str | None
) -> None:
    reading = figure(text)
    assert (reading.kind, reading.text, reading.unit, reading.per) == (kind, span, unit, per)
    assert bounds(reading) == f"[{expected}, {expected}]"


@pytest.mark.parametrize(
    ("timezone", "unit"),
    [("UTC", "USD"), ("America/New_York", "USD"), ("Australia/Sydney", "AUD"), ("America/Toronto", "CAD")],
)
def test_a_bare_dollar_is_that_of_the_country_of_the_text(timezone: str, unit: str) -> None:
    assert figure("It costs $5 million.", timezone).unit == unit


def test_both_currencies_of_a_twin_value_are_read() -> None:
    assert [(each.text, each.unit) for each in figures("He paid CHF 3 billion ($3.25 billion).")] == [
        ("CHF 3 billion", "CHF"),
        ("$3.25 billion", "USD"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales fell by 12%.", [Change.DOWN]),
        ("Oil rose 19 cents.", [Change.UP]),
        ("Oil rose to $80.", [None]),
        ("A 5% rise followed.", [Change.UP]),
        ("Stocks were 2% lower.", [Change.DOWN]),
        ("They raised $5 million.", [None]),
        ("They raised it by $5 million.", [Change.UP]),
        ("It rose from 3% to 4%.", [None, None]),
    ],
)
def test_an_amount_of_change_has_a_direction(text: str, expected: list[Change | None]) -> None:
    assert [reading.change for reading in figures(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll is 275, not 288.", [ClaimStatus.LIVE, ClaimStatus.DENIED]),
        ("The toll, earlier put at 288, is 275.", [ClaimStatus.SUPERSEDED, ClaimStatus.LIVE]),
        ("The toll dropped from 115 to 97.", [ClaimStatus.SUPERSEDED, ClaimStatus.LIVE]),
        ("The toll is 97, down from 115.", [ClaimStatus.LIVE, ClaimStatus.SUPERSEDED]),
        ("The toll is 97.", [ClaimStatus.LIVE]),
    ],
)
def test_a_figure_that_the_article_takes_back_is_marked(text: str, expected: list[ClaimStatus]) -> None:
    assert [reading.status for reading in figures(text)] == expected


def test_a_figure_stands_as_of_the_day_its_sentence_names() -> None:
    reading = figure("As of May 14, there were 812 cases.")
    assert str(reading.as_of) == "2024-05-14"


def test_a_share_of_people_is_a_fraction_of_them() -> None:
    reading = figure("One in five Americans agreed.")
    assert (reading.text, bounds(reading), reading.unit) == ("One in five Americans", "[0.2, 0.2]", "person")
