"""Figures, days and times are read as an editor types them, and what is none is asked for again."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.utils.translation import override

from factsheet.models import Fact
from tests.factsheet.forms.answers import WHY, answer_of, clock_of, fill
from tests.factsheet.newsroom import decide

pytestmark = pytest.mark.django_db

NUMBERS = [
    ("15000", "15000"), ("15,000", "15000"), ("15 000", "15000"), ("15\u202f000", "15000"),
    ("1,234,567.5", "1234567.5"), (" 15000 ", "15000"),
    ("-3.50", "-3.50"), ("+7", "7"), ("0", "0"), ("007", "7"), ("1234567", "1234567"),
    ("15 million", "15000000"), ("٤٢", "42"), ("9" * 40, "9" * 40), ("0." + "1" * 38, "0." + "1" * 38),
]  # fmt: skip

NO_NUMBERS = [
    "1e999999", "1e-999999", "1E3", "NaN", "sNaN", "Infinity", "-inf", "3,5", "1,00", "1,0000", "1.000,5", "1.2.3",
    "1_000", "0x10", "½", "²", "fifteen", "15k", "$15", "15%", "--1", "1 2",
    ",", ".", "5.", ".5", "2023-12-31", "\u202e15",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "number"), NUMBERS)
def test_a_figure_is_read_to_the_last_digit(troops: Fact, typed: str, number: str) -> None:
    answer = answer_of(fill(troops, choice="own", low=typed, answer="so many", **WHY))
    assert answer.low == Decimal(number)


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_what_is_no_plain_figure_is_asked_for_again(troops: Fact, typed: str) -> None:
    form = fill(troops, choice="own", low=typed, answer="so many", **WHY)
    assert "is not understood on a page in this language. Write it as 15000, 15,000, 3.5." in str(form.errors["low"])


UNDERSTOOD = [
    ("en", {"low": "15,000", "hedge": "more_than"}, "more than 15,000 people", []),
    ("fr", {"low": "3,5 millions"}, "3,5\xa0millions de personnes", []),
    ("en", {"low": "3.500"}, "3.5 people", ["For thousands write 3,500."]),
    ("fr", {"low": "3,500"}, "3,5\xa0personnes", ["3\u202f500"]),
    ("en", {"choice": "range", "high": "14000"}, "13,000 to 14,000 people", []),
    ("en", {"low": "3,5"}, "", []),
    ("en", {}, "", []),
]


@pytest.mark.parametrize(("language", "data", "words", "doubts"), UNDERSTOOD)
def test_what_is_typed_is_said_as_it_is_understood_before_it_is_saved(
    troops: Fact, language: str, data: dict[str, str], words: str, doubts: list[str]
) -> None:
    with override(language):
        form = fill(troops, **{"choice": "own", **data})
        assert form.understood == words
    assert len(form.doubts) == len(doubts)
    assert all(doubt in said for doubt, said in zip(doubts, form.doubts, strict=True))


def test_a_month_typed_as_an_own_value_is_all_its_days(withdrawal: Fact) -> None:
    answer = answer_of(fill(withdrawal, choice="own", low="June 2023", answer="in June", **WHY))
    assert (answer.low_day, answer.high_day) == (date(2023, 6, 1), date(2023, 6, 30))


def test_the_ends_of_the_evidence_are_its_own_in_every_language(troops: Fact) -> None:
    with override("fr"):
        form = fill(troops, choice="range")
        assert form.ends_in_words == ("13\u202f000\xa0personnes", "15\u202f000\xa0personnes")
        answer = answer_of(form)
    assert (answer.low, answer.high, answer.text) == (13000, 15000, "13,000 to 15,000")


def test_a_figure_longer_than_its_box_is_refused(troops: Fact) -> None:
    assert "low" in fill(troops, choice="own", low="9" * 41, answer="so many", **WHY).errors


def test_the_longest_figures_can_be_stored_and_read_back(troops: Fact, editor: User) -> None:
    for typed in ("9" * 40, "0." + "1" * 38, "-" + "9" * 39):
        form = fill(Fact.objects.get(pk=troops.pk), choice="own", low=typed, answer="so many", **WHY)
        decision = decide(troops, answer_of(form), by=editor, cite=[troops.evidence.order_by("pk")[0].pk])
        decision.refresh_from_db()
        assert decision.low == Decimal(typed)


DAYS = [
    ("2023-12-31", date(2023, 12, 31)), (" 2024-02-29 ", date(2024, 2, 29)), ("31 décembre 2023", date(2023, 12, 31)),
]  # fmt: skip
NO_DAYS = ["2023-02-29", "Dec. 31", "2023", "15000", "0000-01-01", "10000-01-01", "２０２３"]


@pytest.mark.parametrize(("typed", "day"), DAYS)
def test_a_day_is_read_as_it_is_typed(withdrawal: Fact, typed: str, day: date) -> None:
    answer = answer_of(fill(withdrawal, choice="own", low=typed, answer="then", **WHY))
    assert (answer.low_day, answer.high_day, answer.low, answer.high) == (day, day, None, None)


@pytest.mark.parametrize("typed", NO_DAYS)
def test_what_is_no_day_is_asked_for_again(withdrawal: Fact, typed: str) -> None:
    form = fill(withdrawal, choice="own", low=typed, answer="then", **WHY)
    assert "Write it as 31 December 2023." in str(form.errors["low"])


def test_days_the_wrong_way_round_are_said(withdrawal: Fact) -> None:
    form = fill(withdrawal, choice="range", low="2024-01-01", high="2023-12-31")
    assert "lies before its start" in str(form.errors["high"])


@pytest.mark.parametrize(("typed", "clock"), [("18:30", time(18, 30)), (" 0:05 ", time(0, 5)), ("23:59", time(23, 59))])
def test_a_time_is_typed_as_the_clock_shows_it(strike: Fact, typed: str, clock: time) -> None:
    answer = answer_of(fill(strike, choice="own", low=typed, answer="then", **WHY))
    assert clock_of(answer) == (clock, clock, "GMT", 0)
    assert (answer.low, answer.low_day) == (None, None)


@pytest.mark.parametrize("typed", ["18", "24:00", "18:60", "16:30 pm", "18:30:15", "2023-12-31", "-1:00"])
def test_what_is_no_time_is_asked_for_again(strike: Fact, typed: str) -> None:
    form = fill(strike, choice="own", low=typed, answer="then", **WHY)
    assert "Write it as 18:30." in str(form.errors["low"])


def test_a_range_of_times_is_printed_as_such(strike: Fact) -> None:
    answer = answer_of(fill(strike, choice="range", low="18:00", high="18:30"))
    assert (answer.text, clock_of(answer)) == ("18:00 to 18:30", (time(18), time(18, 30), "GMT", 0))
