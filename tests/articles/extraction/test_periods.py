"""Periods told by rank, by comparison, by what ends in them, and by number of periods."""

from __future__ import annotations

from datetime import date

import pytest

from tests.articles.extraction.texts import dates, days

NOVEMBER = date(1989, 11, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net rose to $6 million in the third quarter from $5 million a year earlier.", "1988-07-01..1988-09-30"),
        ("Prices rose 4% in September from a year earlier.", "1988-09-01..1988-09-30"),
        ("In 1988 it earned $5 million, up from $4 million a year earlier.", "1987-01-01..1987-12-31"),
        ("Net rose 3% in the third quarter. In the year-ago quarter it fell.", "1988-07-01..1988-09-30"),
        ("It earned $3 million; the year-ago quarter was worse.", "1988-07-01..1988-09-30"),
        ("Net rose 3% in the third quarter, from the same quarter last year.", "1988-07-01..1988-09-30"),
        ("He was hired in May 1985. A year earlier he had left school.", "1984-01-01..1984-12-31"),
        ("It lost money in the latest quarter.", "1989-07-01..1989-09-30"),
        ("Third-quarter profit fell; in the quarter, sales rose.", "1989-07-01..1989-09-30"),
        ("Analysts expect third-quarter earnings to rise.", "1989-07-01..1989-09-30"),
        ("It fell in the quarter ended Sept. 30.", "1989-09-30"),
        ("It will end by year's end.", "1989-12-31"),
        ("At year-end 1988 it had 400.", "1988-01-01..1988-12-31"),
        ("It began in H1 1989.", "1989-01-01..1989-06-30"),
        ("Its 3Q 1988 loss grew.", "1988-07-01..1988-09-30"),
        ("It began in FY1988.", "1988-01-01..1988-12-31"),
        ("Sales rose 5% in the first half.", "1989-01-01..1989-06-30"),
        ("It rose in 1988's third quarter.", "1988-07-01..1988-09-30"),
        ("It rose in the 1988 third quarter.", "1988-07-01..1988-09-30"),
        ("It rose in last year's first half.", "1988-01-01..1988-06-30"),
        ("It rose in the September quarter.", "1989-07-01..1989-09-30"),
        ("It rose in 2012-Q1.", "2012-01-01..2012-03-31"),
        ("It rose in 3Q12.", "2012-07-01..2012-09-30"),
        ("It rose in the third quarter of this year.", "1989-07-01..1989-09-30"),
        ("It will close by end-May 1990.", "1990-05-31"),
        ("It was so in 1988; that summer it grew.", "1988-06-01..1988-08-31"),
        ("It was so in the late 1800s.", "1800-01-01..1899-12-31"),
        ("It will end June 30; in the prior year, it lost money.", "1988-01-01..1988-12-31"),
    ],
)
def test_a_period_of_business_is_read_by_what_it_is_compared_with(text: str, expected: str) -> None:
    assert days(dates(text, NOVEMBER)[-1]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It falls on the first Monday in October 1990.", "1990-10-01"),
        ("It falls on the last Sunday of March 1990.", "1990-03-25"),
        ("It falls in the third week of June 1990.", "1990-06-11..1990-06-17"),
        ("It falls on the last day of February 1988.", "1988-02-29"),
        ("It falls in the last week of 1990.", "1990-12-31..1991-01-06"),
        ("It fell in the week of Oct. 9.", "1989-10-09..1989-10-15"),
        ("It fell in the week beginning Oct. 9.", "1989-10-09..1989-10-15"),
        ("It fell on Friday the 13th.", "1989-10-13"),
        ("It fell two years before 1988.", "1986-01-01..1986-12-31"),
        ("It fell a week ago Friday.", "1989-10-27"),
        ("It will fall a week from Friday.", "1989-11-10"),
        ("It fell a year ago today.", "1988-11-02"),
        ("It will fall the week after next.", "1989-11-13..1989-11-19"),
        ("It fell the year before last.", "1987-01-01..1987-12-31"),
        ("They meet next week on Tuesday.", "1989-11-07"),
        ("Snow fell overnight.", "1989-11-01..1989-11-02"),
        ("He left later in the day.", "1989-11-02"),
    ],
)
def test_a_period_is_found_by_its_rank_or_its_distance(text: str, expected: str) -> None:
    (reading,) = dates(text, NOVEMBER)
    assert days(reading) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was so in nineteen ninety-eight.", "1998-01-01..1998-12-31"),
        ("It was so in nineteen oh five.", "1905-01-01..1905-12-31"),
        ("It was so in twenty thirteen.", "2013-01-01..2013-12-31"),
        ("It was so in the year two thousand.", "2000-01-01..2000-12-31"),
        ("It was so in January two thousand and five.", "2005-01-01..2005-01-31"),
        ("It was so on February thirteenth, nineteen ninety-eight.", "1998-02-13"),
        ("It was so on the fourth of July, 1988.", "1988-07-04"),
        ("It was so in the nineteen sixties.", "1960-01-01..1969-12-31"),
        ("It was so in the early eighties.", "1980-01-01..1989-12-31"),
        ("It was so in the '30s.", "1930-01-01..1939-12-31"),
        ("It was so in the 1960s-era code.", "1960-01-01..1969-12-31"),
    ],
)
def test_years_and_days_are_read_in_words(text: str, expected: str) -> None:
    (reading,) = dates(text, NOVEMBER)
    assert days(reading) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She is in her eighties, and highs will be in the eighties.",
        "They sent nineteen fifty-gallon drums to two thousand people.",
        "He scored 12 points in the third quarter of the game.",
        "The second graders left before the first quarter-final.",
        "It is the decade-long war's five-and-a-half-year toll, a 24-year low.",
        "They work on Mondays and every Friday, every second Tuesday and the last Friday of each month.",
        "The Sunday Times, Saturday Night Live and Bloody Sunday are names.",
        "They live in the 2000 block of Oak Street with Windows 2000.",
        "It was an overnight stay, and to this day a quarter of a mile.",
        "She met April Glaspie; the March on Washington failed.",
    ],
)
def test_what_only_sounds_like_a_period_is_none(text: str) -> None:
    assert dates(text, NOVEMBER) == []
