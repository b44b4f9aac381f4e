"""Days that come every year, by rule and by name."""

from __future__ import annotations

from datetime import date

import pytest

from articles.extraction.festivals import FixedDay, FromEaster, NthWeekday, easter
from tests.articles.extraction.texts import dates, days


# Dates of Easter as the United States Census Bureau lists them.
@pytest.mark.parametrize(
    "expected",
    ["1818-03-22", "1943-04-25", "1961-04-02", "1998-04-12", "2000-04-23", "2013-03-31", "2024-03-31", "2038-04-25"],
)
def test_easter_falls_where_the_church_has_it(expected: str) -> None:
    day = date.fromisoformat(expected)
    assert easter(day.year) == day


def test_easter_is_always_a_sunday_between_the_22nd_of_march_and_the_25th_of_april() -> None:
    for year in range(1583, 3000):
        day = easter(year)
        assert day.weekday() == 6
        assert (3, 22) <= (day.month, day.day) <= (4, 25)


@pytest.mark.parametrize(
    ("rule", "year", "expected"),
    [
        (NthWeekday(11, 3, 4), 1998, date(1998, 11, 26)),
        (NthWeekday(5, 0, -1), 2024, date(2024, 5, 27)),
        (NthWeekday(11, 0, 1, days=1), 2016, date(2016, 11, 8)),
        (NthWeekday(2, 0, 5), 2023, None),
        (FixedDay(2, 29), 2023, None),
        (FromEaster(-2), 1998, date(1998, 4, 10)),
        (FromEaster(0), 1200, None),
    ],
)
def test_a_rule_gives_the_day_of_a_year(
    rule: FixedDay | NthWeekday | FromEaster, year: int, expected: date | None
) -> None:
    assert rule.in_year(year) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on Thanksgiving.", "2023-11-23"),
        ("They will meet on Thanksgiving.", "2024-11-28"),
        ("They met on Labor Day 2012.", "2012-09-03"),
        ("They met on Good Friday.", "2024-03-29"),
        ("They met on Easter Monday.", "2024-04-01"),
        ("They have met since last Easter.", "2024-03-31"),
        ("They met on Martin Luther King Jr. Day.", "2024-01-15"),
        ("They met on New Year’s Eve.", "2023-12-31"),
        ("They met on the day after Christmas.", "2023-12-26"),
        ("They met the week before Labor Day 2012.", "2012-08-27..2012-09-02"),
        ("They will meet on Memorial Day.", "2024-05-27"),
        ("They met on Independence Day last year.", "2023-07-04"),
        ("It was the worst since Black Monday.", "1987-10-19"),
        ("It was planned before 9/11.", "2001-09-11"),
        ("It was planned after the Sept. 11 attacks.", "2001-09-11"),
        ("They met on Election Day in 2016.", "2023-11-07"),
    ],
)
def test_a_festival_is_its_day(text: str, expected: str) -> None:
    assert days(dates(text)[0]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They cut Christmas trees in the Easter holidays.",
        "They labor day by day.",
        "The Good Friday Agreement holds.",
        "Sales on the Thanksgiving weekend rose.",
    ],
)
def test_what_a_festival_names_is_no_date(text: str) -> None:
    assert dates(text) == []
