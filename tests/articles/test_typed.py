"""What an editor types, by the rules of the page's language."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.typed import Doubt, read_day, read_number, read_time, rewrite_figures

NUMBERS = [
    ("en", "15000", "15000", None),
    ("en", "15,000", "15000", None),
    ("en", "15 000", "15000", None),
    ("en", "3.5", "3.5", None),
    ("en", "3.500", "3.500", Doubt.DECIMALS),
    ("en", "0.125", "0.125", None),
    ("en", "1,234,567.125", "1234567.125", None),
    ("en", "3.5 million", "3500000", None),
    ("en", "2.4bn", "2400000000", None),
    ("fr", "15000", "15000", None),
    ("fr", "15 000", "15000", None),
    ("fr", "15\u202f000,5", "15000.5", None),
    ("fr", "3,5", "3.5", None),
    ("fr", "3.5", "3.5", None),
    ("fr", "3,500", "3.500", Doubt.DECIMALS),
    ("fr", "0,125", "0.125", None),
    ("fr", "1.000,5", "1000.5", None),
    ("fr", "1.234.567", "1234567", None),
    ("fr", "3,5 millions", "3500000", None),
    ("fr", "2,4 Md", "2400000000", None),
]
NO_NUMBERS = [
    ("en", "3,5"),
    ("en", "1,0000"),
    ("en", "1.000,5"),
    ("en", "3,5 million"),
    ("fr", "15.000"),
    ("fr", "15,000,000"),
    ("fr", "3 billions"),
    ("en", "3 milliards"),
    ("en", "15 trucks"),
    ("en", "$15"),
    ("en", "1e3"),
    ("en", ""),
]


@pytest.mark.parametrize(("language", "words", "number", "doubt"), NUMBERS)
def test_a_figure_is_read_as_the_language_of_the_page_writes_it(
    language: str, words: str, number: str, doubt: Doubt | None
) -> None:
    found = read_number(words, language)
    assert found is not None
    assert (found.value.low, found.value.high, found.doubt) == (Decimal(number), Decimal(number), doubt)


@pytest.mark.parametrize(("language", "words"), NO_NUMBERS)
def test_what_the_language_leaves_open_is_not_guessed(language: str, words: str) -> None:
    assert read_number(words, language) is None


@pytest.mark.parametrize(
    ("words", "unit", "number"),
    [("12%", "percent", 12), ("12 %", "percent", 12), ("$2.4bn", "USD", 2400000000), ("USD 5", "USD", 5),
     ("€5", "USD", None), ("12%", "person", None)],
)  # fmt: skip
def test_the_sign_of_a_unit_may_be_typed_but_not_another_s(words: str, unit: str, number: int | None) -> None:
    found = read_number(words, "en", unit)
    assert (found.value.low if found else None) == number


DAYS = [
    ("2023-06-24", date(2023, 6, 24), None),
    ("24 June 2023", date(2023, 6, 24), None),
    ("24 juin 2023", date(2023, 6, 24), None),
    ("le 1er juin 2023", date(2023, 6, 1), None),
    ("1st June 2023", date(2023, 6, 1), None),
    ("Dec. 31, 2023", date(2023, 12, 31), None),
    ("31 déc. 2023", date(2023, 12, 31), None),
    ("24/06/2023", date(2023, 6, 24), None),
    ("06/24/2023", date(2023, 6, 24), None),
    ("05/06/2023", date(2023, 6, 5), Doubt.DAY_FIRST),
    ("31.12.2023", date(2023, 12, 31), None),
]


@pytest.mark.parametrize(("words", "day", "doubt"), DAYS)
def test_a_day_is_typed_in_either_language(words: str, day: date, doubt: Doubt | None) -> None:
    found = read_day(words)
    assert found is not None
    assert (found.value.low, found.value.high, found.doubt) == (day, day, doubt)


@pytest.mark.parametrize(("words", "last"), [("June 2023", 30), ("février 2024", 29), ("Dec. 2023", 31)])
def test_a_month_is_all_its_days(words: str, last: int) -> None:
    found = read_day(words)
    assert found is not None
    assert found.value.low is not None
    assert found.value.high is not None
    assert (found.value.low.day, found.value.high.day) == (1, last)


@pytest.mark.parametrize(
    "words", ["2023-02-29", "31 June 2023", "12 smarch 2023", "Friday", "2023", "00/00/2023", "24-06/2023"]
)
def test_what_is_no_day_is_not_read(words: str) -> None:
    assert read_day(words) is None


@pytest.mark.parametrize(
    ("words", "clock"),
    [("18:30", time(18, 30)), ("18 h 30", time(18, 30)), ("18h", time(18)), ("6.30 p.m.", time(18, 30)),
     ("6 pm", time(18)), ("12:15 am", time(0, 15)), ("18", None), ("24:00", None), ("18:60", None), ("18:30 pm", None),
     ("18.", None)],
)  # fmt: skip
def test_a_time_is_typed_as_clocks_are_read(words: str, clock: time | None) -> None:
    found = read_time(words)
    assert (found.value.low if found else None) == clock


@given(st.text(max_size=20), st.sampled_from(["en", "fr", "de"]))
def test_nothing_typed_is_too_odd(words: str, language: str) -> None:
    read_number(words, language)
    read_day(words)
    read_time(words)


@pytest.mark.parametrize(
    ("words", "page", "article", "rewritten"),
    [
        ("environ 3,5 millions", "fr", "en", "environ 3.5 millions"),
        ("15 000 soldats", "fr", "en", "15000 soldats"),
        ("about 13,000 troops", "en", "fr", "about 13000 troops"),
        ("15.000 soldats", "fr", "en", "15.000 soldats"),
        ("24/06/2023", "fr", "en", "24/06/2023"),
        ("13,000 troops", "en", "en", "13,000 troops"),
    ],
)
def test_figures_go_over_into_the_writing_of_the_article(words: str, page: str, article: str, rewritten: str) -> None:
    assert rewrite_figures(words, page, article) == rewritten
