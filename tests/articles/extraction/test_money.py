"""Amounts of money: signs, codes and names, and whose money a name means."""

from __future__ import annotations

import pytest

from articles.extraction import to_json
from articles.values import Kind
from tests.articles.extraction.texts import bounds, figure, figures


@pytest.mark.parametrize(
    ("text", "span", "expected", "unit"),
    [
        ("It cost R$ 40 million.", "R$ 40 million", "40000000", "BRL"),
        ("It cost NT$200 million.", "NT$200 million", "200000000", "TWD"),
        ("It cost Rp5,000.", "Rp5,000", "5000", "IDR"),
        ("It cost ₺250.", "₺250", "250", "TRY"),
        ("It cost €2t.", "€2t", "2000000000000", "EUR"),
        ("It cost 20 zł.", "20 zł", "20", "PLN"),
        ("It cost 40m kronor.", "40m kronor", "40000000", "SEK"),
        ("It cost 120 MEUR.", "120 MEUR", "120000000", "EUR"),
        ("It cost R500 million.", "R500 million", "500000000", "ZAR"),
        ("It cost N5bn.", "N5bn", "5000000000", "NGN"),
        ("It cost N1,540.", "N1,540", "1540", "NGN"),
        ("It cost R18.93.", "R18.93", "18.93", "ZAR"),
        ("It cost Euro 3 million.", "Euro 3 million", "3000000", "EUR"),
        ("It cost 3m €.", "3m €", "3000000", "EUR"),
        ("It cost 75 USD million.", "75 USD million", "75000000", "USD"),
        ("It cost 500,000 South African rand.", "500,000 South African rand", "500000", "ZAR"),
        ("It cost 3 million New Zealand dollars.", "3 million New Zealand dollars", "3000000", "NZD"),
        ("It cost 20 million Danish kroner.", "20 million Danish kroner", "20000000", "DKK"),
        ("It cost 5 billion North Korean won.", "5 billion North Korean won", "5000000000", "KPW"),
        ("It cost fifteen dollars fifty.", "fifteen dollars fifty", "15.5", "USD"),
        ("It cost $4.53-1/2.", "$4.53-1/2", "4.535", "USD"),
        ("It cost 3-1/4 cents.", "3-1/4 cents", "0.0325", "USD"),
        ("It cost 30 euro cents.", "30 euro cents", "0.3", "EUR"),
    ],
)
def test_money_has_the_code_of_its_currency(text: str, span: str, expected: str, unit: str) -> None:
    reading = figure(text)
    assert (reading.kind, reading.text, bounds(reading), reading.unit) == (
        Kind.MONEY,
        span,
        f"[{expected}, {expected}]",
        unit,
    )


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("KARACHI, May 3 - It cost 3 million rupees.", "PKR"),
        ("BELGRADE (Reuters) - It cost 3 million dinars.", "RSD"),
        ("The central bank of Iraq sold 3 million dinars.", "IQD"),
        ("Traders in Argentina paid 3 million pesos.", "ARS"),
        ("Traders in Argentina and Mexico paid 3 million pesos.", "MXN"),
        ("They paid 3 million dinars.", "dinar"),
        ("They paid 3 million pesos.", "MXN"),
        ("CAIRO - It cost 500 pounds.", "EGP"),
        ("It weighs 500 pounds.", "pound"),
        ("They had 3 won games.", None),
    ],
)
def test_a_name_that_countries_share_is_the_money_of_the_one_the_text_tells(text: str, unit: str | None) -> None:
    assert [reading.unit for reading in figures(text) if reading.unit != "game"] in ([unit], [])


@pytest.mark.parametrize(
    ("text", "timezone", "units"),
    [
        ("SYDNEY - It cost $5 million.", "UTC", ["AUD"]),
        ("SYDNEY (Reuters) - It cost $5 million.", "UTC", ["USD"]),
        ("SYDNEY - It cost $5 million.", "America/New_York", ["USD"]),
        ("It cost A$5 million ($3.3 million).", "Australia/Sydney", ["AUD"]),
        ("It cost A$5 million; the other $3 million.", "Australia/Sydney", ["AUD", "USD"]),
        ("It cost US$5 million; the other $3 million.", "America/Toronto", ["USD", "CAD"]),
        ("It cost 40 cents.", "America/Toronto", ["CAD"]),
    ],
)
def test_a_bare_dollar_is_the_home_dollar_unless_the_text_marks_that(
    text: str, timezone: str, units: list[str]
) -> None:
    assert [reading.unit for reading in figures(text, timezone)] == units


def test_cents_keep_their_figure_and_are_bounded_in_dollars() -> None:
    claim = to_json(figure("It earned more than 98 cents a share."))
    assert (claim["number"], claim["low"], claim["high"], claim["unit"]) == ("98", "0.98", None, "USD")


def test_the_lines_of_a_picture_are_no_pence() -> None:
    assert [reading.unit for reading in figures("It has a 1080p screen. Shares rose to 720p.")] == ["GBP"]


def test_figures_of_two_currencies_are_no_range() -> None:
    read = figures("It costs US$1,299 or C$1,700.")
    assert [(reading.text, reading.unit) for reading in read] == [("US$1,299", "USD"), ("C$1,700", "CAD")]


def test_a_letter_that_marks_money_once_marks_it_in_the_whole_text() -> None:
    read = figures("It costs R18, up from R15.50.")
    assert [(reading.text, reading.unit) for reading in read] == [("R18", "ZAR"), ("R15.50", "ZAR")]


def test_money_on_top_of_money_is_no_bound() -> None:
    assert [reading.text for reading in figures("It paid £42m plus £8m.")] == ["£42m", "£8m"]


def test_a_letter_before_a_figure_without_a_magnitude_marks_no_money() -> None:
    assert [reading for reading in figures("The R500 was shown at Euro 2016.") if reading.kind is Kind.MONEY] == []
