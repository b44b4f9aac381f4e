"""Dates that count from the publication date or from the date named before."""

from __future__ import annotations

from datetime import date

import pytest

from tests.articles.extraction.texts import WEDNESDAY, dates, days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met yesterday.", "2024-05-14"),
        ("They will meet tomorrow night.", "2024-05-16"),
        ("They met the day before yesterday.", "2024-05-13"),
        ("They met last week.", "2024-05-06..2024-05-12"),
        ("They meet next week.", "2024-05-20..2024-05-26"),
        ("They met last weekend.", "2024-05-11..2024-05-12"),
        ("They met last month.", "2024-04-01..2024-04-30"),
        ("They met earlier this month.", "2024-05-01..2024-05-31"),
        ("They met last quarter.", "2024-01-01..2024-03-31"),
        ("They met last year.", "2023-01-01..2023-12-31"),
        ("They met last July.", "2023-07-01..2023-07-31"),
        ("They meet next March.", "2025-03-01..2025-03-31"),
        ("They met in June last year.", "2023-06-01..2023-06-30"),
        ("They met two days ago.", "2024-05-13"),
        ("They met six months ago.", "2023-11-01..2023-11-30"),
        ("They met a decade ago.", "2014-01-01..2014-12-31"),
        ("They met last night.", "2024-05-14"),
        ("They met last summer.", "2023-06-01..2023-08-31"),
        ("They met on Tuesday of last week.", "2024-05-07"),
        ("It will end in three weeks.", "2024-06-03..2024-06-09"),
        ("They met two weeks before Christmas.", "2023-12-11"),
        ("They will meet three weeks from tomorrow.", "2024-06-06"),
    ],
)
def test_words_are_counted_from_publication(text: str, expected: str) -> None:
    (reading,) = dates(text)
    assert days(reading) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council voted on Friday.", "2024-05-10"),
        ("The council will vote on Friday.", "2024-05-17"),
        ("On Friday, the council voted.", "2024-05-10"),
        ("The vote is set for Friday.", "2024-05-17"),
        ("It is expected to be held by Friday.", "2024-05-17"),
        ("It was held on Wednesday.", "2024-05-15"),
        ("It orders them to start on Thursday.", "2024-05-16"),
        ("It ordered them to start on Tuesday.", "2024-05-14"),
        ("They met last Wednesday.", "2024-05-08"),
        ("They will meet next Wednesday.", "2024-05-22"),
        ("It rained in October.", "2023-10-01..2023-10-31"),
        ("It will rain in October.", "2024-10-01..2024-10-31"),
        ("It was signed on Dec. 3.", "2023-12-03"),
        ("It takes effect on July 1.", "2024-07-01"),
        ("They met on Monday, May 6.", "2024-05-06"),
        ("He was held at about 3 a.m. Sunday.", "2024-05-12"),
        ("They are about to leave on Sunday.", "2024-05-19"),
        ("They called a strike for June 5.", "2024-06-05"),
        ("The court ordered a hearing for Monday.", "2024-05-20"),
        ("It was put off until June 2.", "2024-06-02"),
        ("He promised water for all by Sunday.", "2024-05-19"),
        ("By Sunday, 300 had died.", "2024-05-12"),
        ("The minister leaves for Rome on Friday.", "2024-05-17"),
        ("The talks begin on Monday.", "2024-05-20"),
        ("It has been shut since Monday.", "2024-05-13"),
        ("He was told it was closed on May 28.", "2024-05-28"),
        ("You will recall that it was on Dec. 15 that he fell.", "2023-12-15"),
        ("Crude for July delivery fell.", "2024-07-01..2024-07-31"),
        ("Join us Saturday.", "2024-05-18"),
        ("On Monday he asked for troops; by Friday, there will be more.", "2024-05-13"),
        ("The dividend is payable June 8.", "2024-06-08"),
        ("I am leaving on Monday.", "2024-05-20"),
        ("He leaves for Rome after meeting Monday with the king.", "2024-05-13"),
        ("Monday's attack is the worst.", "2024-05-13"),
        ("Ahead of Sunday's vote, thousands marched.", "2024-05-19"),
        ("They have until Monday.", "2024-05-20"),
        ("They may stay to guard it through May, as was asked.", "2024-05-31"),
        ("He was sentenced to death on Feb. 4.", "2024-02-04"),
        ("Starts climbed less than expected in April.", "2024-04-01..2024-04-30"),
        ("We'll know more when April retail sales come out.", "2024-04-01..2024-04-30"),
        ("It will be tested by the index for April, due soon.", "2024-04-01..2024-04-30"),
        ("At Friday's close of $61, it was up.", "2024-05-10"),
        ("It fell in the winter of 1978-79.", "1978-12-01..1979-02-28"),
        ("It fell in march of last year.", "2023-03-01..2023-03-31"),
        ("Snow is likely Sunday.", "2024-05-19"),
        ("Sales fell in the year to 31 March.", "2024-03-31"),
    ],
)
def test_the_verb_decides_between_the_last_and_the_next(text: str, expected: str) -> None:
    assert days(dates(text)[0]) == expected


def test_a_weekday_without_a_verb_shows_both_readings() -> None:
    (reading,) = dates("Friday in brief")
    assert days(reading) == "2024-05-10"
    assert [str(other.low) for other in reading.alternatives] == ["2024-05-17"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began in 2012. It grew the following year.", "2013-01-01..2013-12-31"),
        ("It began last July. A month later it ended.", "2023-08-01..2023-08-31"),
        ("It began on 3 May 2023. Two days later it ended.", "2023-05-05"),
        ("It began on 3 May 2023. The same day it ended.", "2023-05-03"),
        ("It began in 1994 and was renewed five years later.", "1999-01-01..1999-12-31"),
        ("It began in March 1990 and ended in June of that year.", "1990-06-01..1990-06-30"),
        ("It began on 7 October 2023, and again on the 14th.", "2023-10-14"),
    ],
)
def test_the_following_year_counts_from_the_date_named_before(text: str, expected: str) -> None:
    assert days(dates(text)[-1]) == expected


def test_a_year_in_the_background_does_not_move_a_month_of_the_news() -> None:
    text = "The mission has cost lives since 2013, the council said. The minister spoke on May 6."
    assert days(dates(text)[-1]) == "2024-05-06"


def test_a_month_goes_with_the_full_date_beside_it() -> None:
    assert days(dates("He was arrested on 5 March 2013 and freed in April.")[-1]) == "2013-04-01..2013-04-30"


def test_a_range_ends_after_it_begins() -> None:
    assert [days(each) for each in dates("It was put off from June to April.")] == [
        "2023-06-01..2023-06-30",
        "2024-04-01..2024-04-30",
    ]


HISTORY = (
    "On September 1, 1939, the war broke out. On September 17, 1939, a second front was opened. "
    "By early October, the country was divided. It was, says a book of 2005, the end. On December 3, the city fell. "
    "In February, the thaw came."
)


def test_a_history_counts_from_its_own_dates() -> None:
    assert [days(each) for each in dates(HISTORY)] == [
        "1939-09-01",
        "1939-09-17",
        "1939-10-01..1939-10-31",
        "2005-01-01..2005-12-31",
        "1939-12-03",
        "1940-02-01..1940-02-29",
    ]


def test_without_a_publication_date_a_claim_says_what_it_needs() -> None:
    (reading,) = dates("The council voted on Friday.", None)
    assert reading.interval is None
    assert reading.needs_published
    assert "publication date" in reading.read_as


def test_a_date_in_full_needs_no_publication_date() -> None:
    (reading,) = dates("The council voted on June 16, 2023.", None)
    assert (days(reading), reading.needs_published) == ("2023-06-16", False)


def test_at_the_edge_of_the_calendar_nothing_is_read() -> None:
    assert dates("They met last year.", date(1, 1, 1)) == []
    assert dates("They will meet next century.", date(9999, 12, 31)) == []


def test_each_reading_says_what_it_was_counted_from() -> None:
    (reading,) = dates("They met last July.")
    assert reading.read_as == f"'last July', counted from {WEDNESDAY} -> 2023-07-01..2023-07-31"


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("Oslo accused Rome last year of spying.", "last year", "2023-01-01..2023-12-31"),
        ("They were warned last week of a flood.", "last week", "2024-05-06..2024-05-12"),
        ("The decade-old mission ends.", "decade-old", "2014-01-01..2014-12-31"),
        ("Prices rose in the 12 months to June.", "to June", "2023-06-01..2023-06-30"),
        ("She is to speak on Friday.", "on Friday", "2024-05-17"),
    ],
)
def test_a_period_is_read_beside_any_verb(text: str, span: str, expected: str) -> None:
    (reading,) = dates(text)
    assert (reading.text, days(reading)) == (span, expected)


@pytest.mark.parametrize("text", ["It was the last year of the war.", "Her last week of work was hard."])
def test_the_last_part_of_something_else_is_no_date(text: str) -> None:
    assert dates(text) == []
