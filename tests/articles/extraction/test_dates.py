"""Dates that name their own period, and what bounds them."""

from __future__ import annotations

from datetime import date

import pytest

from articles.extraction import extract
from articles.values import Hedge, Precision
from tests.articles.extraction.texts import WEDNESDAY, dates, days


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        ("It fell on June 16, 2023.", "2023-06-16", Precision.DAY),
        ("It fell on 16 June 2023.", "2023-06-16", Precision.DAY),
        ("It fell on the 16th of June, 2023.", "2023-06-16", Precision.DAY),
        ("It fell on Dec. 31, 2023.", "2023-12-31", Precision.DAY),
        ("It fell on Friday, June 16, 2023.", "2023-06-16", Precision.DAY),
        ("It fell on 2023-06-16.", "2023-06-16", Precision.DAY),
        ("It fell on 16.6.2023.", "2023-06-16", Precision.DAY),
        ("It fell on 30/6/2023.", "2023-06-30", Precision.DAY),
        ("It fell on Christmas Eve 2022.", "2022-12-24", Precision.DAY),
        ("It fell in June 2023.", "2023-06-01..2023-06-30", Precision.MONTH),
        ("It fell in Feb. 2024.", "2024-02-01..2024-02-29", Precision.MONTH),
        ("It fell in May of 2019.", "2019-05-01..2019-05-31", Precision.MONTH),
        ("It fell in 2013.", "2013-01-01..2013-12-31", Precision.YEAR),
        ("It fell in the 1950s.", "1950-01-01..1959-12-31", Precision.DECADE),
        ("It fell in the late '90s.", "1990-01-01..1999-12-31", Precision.DECADE),
        ("It fell in the nineteenth century.", "1800-01-01..1899-12-31", Precision.CENTURY),
        ("It fell in the first quarter of 2024.", "2024-01-01..2024-03-31", Precision.QUARTER),
        ("It fell in Q3 2022.", "2022-07-01..2022-09-30", Precision.QUARTER),
        ("It fell in the second half of 2009.", "2009-07-01..2009-12-31", Precision.HALF),
        ("It fell in the spring of 2001.", "2001-03-01..2001-05-31", Precision.SEASON),
        ("There were floods in 2020 and 2021.", "2020-01-01..2021-12-31", Precision.PERIOD),
        ("The 2003-04 season began.", "2003-01-01..2004-12-31", Precision.PERIOD),
        ("It fell in early March 2021.", "2021-03-01..2021-03-31", Precision.MONTH),
        ("It fell at the end of 1958.", "1958-01-01..1958-12-31", Precision.YEAR),
        ("It fell on the night of May 3, 2024.", "2024-05-03", Precision.DAY),
    ],
)
def test_a_date_is_the_period_its_words_name(text: str, expected: str, precision: Precision) -> None:
    (reading,) = dates(text)
    assert (days(reading), reading.precision) == (expected, precision)


@pytest.mark.parametrize(
    ("text", "span", "expected", "hedge"),
    [
        ("It ends by Dec. 31, 2025, they say.", "by Dec. 31, 2025", "2025-12-31", Hedge.BY),
        ("It lasts until September 30.", "until September 30", "2024-09-30", Hedge.UNTIL),
        ("It lasts through September.", "through September", "2024-09-30", Hedge.UNTIL),
        ("It has grown since 2012.", "since 2012", "2012-01-01..2012-12-31", Hedge.SINCE),
        ("There were coups, starting in 2020.", "starting in 2020", "2020-01-01..2020-12-31", Hedge.SINCE),
        ("It will end by the end of the year.", "by the end of the year", "2024-12-31", Hedge.BY),
        ("It will end by the end of this month.", "by the end of this month", "2024-05-31", Hedge.BY),
        ("It must close before August.", "before August", "2024-08-01..2024-08-31", Hedge.BEFORE),
        ("He left after May 3.", "after May 3", "2024-05-03", Hedge.AFTER),
        ("They will pay no later than Sept. 15.", "no later than Sept. 15", "2024-09-15", Hedge.BY),
        ("It will close within 90 days.", "within 90 days", "2024-05-15..2024-08-13", Hedge.WITHIN),
        ("They will need it in the next 90 days.", "in the next 90 days", "2024-05-15..2024-08-13", Hedge.WITHIN),
        ("It was founded around 1850.", "around 1850", "1850-01-01..1850-12-31", Hedge.ABOUT),
        ("It will last until at least May 20.", "until at least May 20", "2024-05-20", Hedge.UNTIL),
        ("As of May 1, it stands.", "As of May 1", "2024-05-01", Hedge.EXACT),
        ("The 2012 uprising began it.", "2012", "2012-01-01..2012-12-31", Hedge.EXACT),
        ("It broke the 2015 agreement.", "2015", "2015-01-01..2015-12-31", Hedge.EXACT),
        ("It is so since the 2012 coup.", "since the 2012", "2012-01-01..2012-12-31", Hedge.SINCE),
        ("He has vowed to veto it within two weeks.", "within two weeks", "2024-05-15..2024-06-02", Hedge.WITHIN),
        ("She said it needed the money by September.", "by September", "2024-09-01..2024-09-30", Hedge.BY),
        ("It came in the year 2015.", "in the year 2015", "2015-01-01..2015-12-31", Hedge.EXACT),
        ("All staff are to leave within six months.", "within six months", "2024-05-15..2024-11-30", Hedge.WITHIN),
        ("It rose in the year to April.", "to April", "2024-04-01..2024-04-30", Hedge.UNTIL),
    ],
)
def test_a_preposition_bounds_a_date_and_stands_in_its_span(text: str, span: str, expected: str, hedge: Hedge) -> None:
    (reading,) = dates(text)
    assert (reading.text, days(reading), reading.hedge) == (span, expected, hedge)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ran from 1998 to 2003.", [("1998", Hedge.SINCE), ("2003", Hedge.UNTIL)]),
        ("It ran 1939-1945.", [("1939", Hedge.SINCE), ("1945", Hedge.UNTIL)]),
        ("It met June 6-9, 2023.", [("2023-06-06", Hedge.SINCE), ("2023-06-09", Hedge.UNTIL)]),
        ("It met on 6-9 June 2023.", [("2023-06-06", Hedge.SINCE), ("2023-06-09", Hedge.UNTIL)]),
        ("It fell on May 6 and 7, 2022.", [("2022-05-06", Hedge.EXACT), ("2022-05-07", Hedge.EXACT)]),
    ],
)
def test_the_two_ends_of_a_range_are_two_claims(text: str, expected: list[tuple[str, Hedge]]) -> None:
    assert [(days(each).removesuffix("-01-01").split("-01-01")[0], each.hedge) for each in dates(text)] == expected


def test_a_year_said_once_counts_for_both_dates() -> None:
    assert [days(each) for each in dates("It ran from November 5 to January 3, 2020.")] == ["2019-11-05", "2020-01-03"]


def test_a_date_in_either_order_is_not_guessed() -> None:
    (reading,) = dates("He was freed on 12/02/2023.")
    assert reading.interval is None
    assert [str(other.low) for other in reading.alternatives] == ["2023-12-02", "2023-02-12"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was freed on 12/02/2024.", ["2024-02-12"]),
        ("He will be freed on 12/02/2024.", ["2024-12-02"]),
        ("He was held on 30/01/2023 and freed on 02/03/2023.", ["2023-01-30", "2023-03-02"]),
        ("He was held on 01/30/2023 and freed on 02/03/2023.", ["2023-01-30", "2023-02-03"]),
        ("He was held on 2 January 2023 and freed on 02/03/2023.", ["2023-01-02", "2023-03-02"]),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_tense_or_of_the_other_dates(text: str, expected: list[str]) -> None:
    assert [days(each) for each in dates(text)] == expected


@pytest.mark.parametrize(
    ("timezone", "expected"),
    [("America/New_York", "2023-12-02"), ("Europe/London", "2023-02-12"), ("Asia/Tokyo", "unknown")],
)
def test_the_order_of_day_and_month_is_that_of_the_country(timezone: str, expected: str) -> None:
    (reading,) = extract("He was freed on 12/02/2023.", published=WEDNESDAY, timezone=timezone)
    assert days(reading) == expected


def test_a_deadline_gone_by_is_the_period_its_words_name() -> None:
    assert [days(each) for each in dates("By the end of 2022 it was over.")] == ["2022-01-01..2022-12-31"]


def test_a_date_in_either_order_is_the_publication_day_where_one_is() -> None:
    (reading,) = dates("Posted 12/02/2024.", date(2024, 2, 12))
    assert days(reading) == "2024-02-12"


@pytest.mark.parametrize(
    "text",
    [
        "They may come and march on.",
        "It happened on February 30, 2023.",
        "He lived in 450 BC.",
        "It counted 2,000 votes.",
        "They sent 2000 soldiers.",
        "See section 2012 above 1990 metres.",
        "The sun and the sat nav wed them.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text) == []
