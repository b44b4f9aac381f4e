"""Periods of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from articles.extraction.calendar import Days, day_of, months_of, period_of, season_of, shift_day, years_of
from articles.values import Precision


def spell(days: Days | None) -> str | None:
    return None if days is None else f"{days.low}..{days.high}"


@pytest.mark.parametrize(
    ("precision", "expected"),
    [
        (Precision.DAY, "2024-05-15..2024-05-15"),
        (Precision.WEEK, "2024-05-13..2024-05-19"),
        (Precision.WEEKEND, "2024-05-18..2024-05-19"),
        (Precision.MONTH, "2024-05-01..2024-05-31"),
        (Precision.QUARTER, "2024-04-01..2024-06-30"),
        (Precision.HALF, "2024-01-01..2024-06-30"),
        (Precision.YEAR, "2024-01-01..2024-12-31"),
        (Precision.DECADE, "2020-01-01..2029-12-31"),
        (Precision.CENTURY, "2000-01-01..2099-12-31"),
    ],
)
def test_a_day_lies_in_its_periods(precision: Precision, expected: str) -> None:
    assert spell(period_of(date(2024, 5, 15), precision)) == expected


@pytest.mark.parametrize(
    ("day", "precision", "count", "expected"),
    [
        (date(2024, 1, 31), Precision.MONTH, 1, date(2024, 2, 29)),
        (date(2023, 12, 31), Precision.MONTH, -10, date(2023, 2, 28)),
        (date(2024, 2, 29), Precision.YEAR, 1, date(2025, 2, 28)),
        (date(2024, 5, 15), Precision.WEEK, -2, date(2024, 5, 1)),
        (date(2024, 5, 15), Precision.DECADE, 1, date(2034, 5, 15)),
        (date(9999, 12, 31), Precision.DAY, 1, None),
        (date(1, 1, 1), Precision.YEAR, -1, None),
    ],
)
def test_a_day_moves_by_periods(day: date, precision: Precision, count: int, expected: date | None) -> None:
    assert shift_day(day, precision, count) == expected


def test_winter_runs_into_the_next_year() -> None:
    assert spell(season_of(2023, 3)) == "2023-12-01..2024-02-29"


def test_what_the_calendar_has_not_is_none() -> None:
    assert day_of(2023, 2, 29) is None
    assert months_of(0, 1, 1) is None
    assert years_of(9995, 10) is None


def test_the_last_month_of_all_has_its_days() -> None:
    assert spell(months_of(9999, 12, 1)) == "9999-12-01..9999-12-31"
