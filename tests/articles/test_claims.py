"""A reading becomes the columns of a claim, and a claim a reading again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest

from articles.claims import claim_fields, reading_of
from articles.extraction.readings import Mention, Reading, Twin
from articles.models import Claim
from articles.values import Change, ClaimStatus, Hedge, Interval, Kind, Precision, Span
from tests.factories import make_article

FIGURE = Reading(
    kind=Kind.QUANTITY,
    start=10,
    end=33,
    text="more than 15,000 troops",
    sentence=Span(0, 60),
    interval=Interval(Decimal(15000), None, low_open=True),
    numbers=(Decimal(15000),),
    hedge=Hedge.MORE_THAN,
    unit="person",
    noun="troops",
    per="year",
    as_of=date(2023, 6, 30),
    status=ClaimStatus.SUPERSEDED,
    change=Change.UP,
    mention=Mention("the U.N.", 40, 48),
    read_as="more than 15,000 persons",
)
DAY = replace(
    FIGURE,
    kind=Kind.DATE,
    interval=Interval(date(2023, 6, 1), date(2023, 6, 30)),
    numbers=(),
    hedge=Hedge.BY,
    precision=Precision.MONTH,
    unit=None,
    per=None,
    change=None,
)
PAID = replace(
    FIGURE, kind=Kind.MONEY, unit="CHF", twin=Twin(Interval(Decimal(3250000000), Decimal(3250000000)), "USD")
)
UNREAD = Reading(kind=Kind.DATE, start=0, end=5, text="later", sentence=Span(0, 5), needs_published=True)
CLOCK = replace(
    DAY,
    kind=Kind.TIME,
    interval=Interval(time(17, 30), time(18), low_open=True),
    hedge=Hedge.AFTER,
    unit="local",
    precision=None,
    utc_offset=180,
)
CLOCK_OF_THE_WEST = replace(CLOCK, interval=Interval(time(0), time(0)), unit="Pacific/Honolulu", utc_offset=-600)
QUOTE = Reading(kind=Kind.QUOTE, start=0, end=5, text="leave", sentence=Span(0, 5))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "reading",
    [FIGURE, DAY, PAID, CLOCK, CLOCK_OF_THE_WEST, UNREAD, QUOTE],
    ids=["figure", "day", "twin", "time", "time west of UTC", "unread day", "quotation"],
)
def test_a_reading_that_was_stored_reads_back_as_it_was(reading: Reading) -> None:
    claim = Claim.objects.create(article=make_article("x" * 80), **claim_fields(reading))
    assert reading_of(Claim.objects.get(pk=claim.pk)) == reading


def test_the_bounds_of_a_figure_and_of_a_day_have_columns_of_their_own() -> None:
    fields = claim_fields(FIGURE)
    assert (fields["low"], fields["high"], fields["low_open"], fields["low_day"]) == (Decimal(15000), None, True, None)
    fields = claim_fields(DAY)
    assert (fields["low"], fields["low_day"], fields["high_day"]) == (None, date(2023, 6, 1), date(2023, 6, 30))


def test_an_end_that_is_open_keeps_the_column_of_the_other() -> None:
    fields = claim_fields(replace(DAY, interval=Interval(None, date(2023, 6, 30))))
    assert (fields["low_day"], fields["high_day"], fields["high"]) == (None, date(2023, 6, 30), None)


def test_a_time_of_day_has_columns_of_its_own_with_how_far_its_clock_is_ahead() -> None:
    fields = claim_fields(CLOCK)
    assert (fields["low_time"], fields["high_time"], fields["utc_offset"]) == (time(17, 30), time(18), 180)
    assert [fields[name] for name in ("low", "high", "low_day", "high_day")] == [None] * 4


@pytest.mark.parametrize(
    ("number", "written"), [("15000", "15000"), ("1.2E+9", "1200000000"), ("0.30", "0.30"), ("-1E-7", "-0.0000001")]
)
def test_figures_are_stored_in_plain_digits(number: str, written: str) -> None:
    assert claim_fields(replace(FIGURE, numbers=(Decimal(number),)))["numbers"] == [written]


def test_other_readings_are_stored_as_text() -> None:
    alternatives = (Interval(date(2023, 6, 5), date(2023, 6, 5)), Interval(Decimal("1.5"), None))
    assert claim_fields(replace(UNREAD, alternatives=alternatives))["alternatives"] == [
        ["2023-06-05", "2023-06-05"],
        ["1.5", None],
    ]


def test_words_longer_than_their_columns_are_cut() -> None:
    long = "x" * 900
    fields = claim_fields(replace(FIGURE, unit=long, noun=long, per=long, mention=Mention(long, 0, 900)))
    assert [len(fields[name]) for name in ("unit", "noun", "per", "attribution")] == [64, 200, 32, 300]


@pytest.mark.django_db
def test_the_longest_words_can_be_stored() -> None:
    long = "x" * 900
    reading = replace(FIGURE, unit=long, noun=long, per=long, mention=Mention(long, 0, 60))
    Claim.objects.create(article=make_article("x" * 80), **claim_fields(reading))
