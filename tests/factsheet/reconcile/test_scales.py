"""Values on a line between 0 and 100."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.values import Interval
from factsheet.reconcile import ScaleKind, scale
from factsheet.reconcile.scales import history
from tests.factsheet.reconcile.samples import clock, day, figure, people, quote


def test_figures_lie_on_a_line_in_their_order_with_round_ticks() -> None:
    found = scale([people(f"It has <{count} people>.") for count in (170, 174, 303)])
    assert found.kind is ScaleKind.LINEAR
    assert found.unit == "person"
    positions = [bar.low for bar in found.bars]
    assert positions == sorted(positions)
    assert [tick.value for tick in found.ticks] == [150, 200, 250, 300, 350]


def test_an_open_end_runs_to_the_end_of_the_line_and_says_so() -> None:
    low, high = scale([people("It has <at least 170 people>."), people("It has <up to 303 people>.")]).bars
    assert (low.high, low.open_above, low.open_below) == (Decimal(100), True, False)
    assert (high.low, high.open_below, high.open_above) == (Decimal(0), True, False)


def test_figures_far_apart_are_drawn_by_powers_of_ten() -> None:
    found = scale([people("It has <20 people>."), people("It has <90,000 people>.")])
    assert found.kind is ScaleKind.LOG
    assert [tick.value for tick in found.ticks] == [10, 100, 1_000, 10_000, 100_000]


def test_one_figure_alone_and_zero_have_a_place() -> None:
    assert 0 <= scale([people("It has <170 people>.")]).bars[0].low <= 100
    assert 0 <= scale([people("It has <0 people>.")]).bars[0].low <= 100


def test_figures_in_two_units_share_a_line() -> None:
    miles, metres = figure("It ran <10 miles>.", unit="mile"), figure("It ran <16,093 metres>.", unit="metre")
    found = scale([miles, metres, figure("It ran <2 miles>.", unit="mile")])
    assert abs(found.bars[0].low - found.bars[1].low) <= Decimal("0.5")
    assert found.unit is None


CALENDARS = [
    ("2023-06-30", "2023-07-03", "day", ["06-30", "07-01", "07-02", "07-03", "07-04"]),
    ("2023-06-30", "2023-12-31", "month", ["06-01", "08-01", "10-01", "12-01"]),
    ("2013-01-01", "2023-12-31", "year", ["01-01"] * 6),
]


@pytest.mark.parametrize(("first", "last", "precision", "days"), CALENDARS)
def test_dates_lie_on_a_calendar(first: Any, last: Any, precision: Any, days: Any) -> None:
    found = scale([day("It ends <then>.", first), day("It ends <then>.", last)])
    assert found.kind is ScaleKind.CALENDAR
    assert {tick.precision for tick in found.ticks} == {precision}
    assert [f"{tick.value:%m-%d}" for tick in found.ticks] == days


def test_what_has_no_value_has_no_bar() -> None:
    found = scale([quote("no figure in it")])
    assert (found.bars, found.ticks) == ((), ())


bounds = st.integers(0, 10**9).map(Decimal)


@given(st.lists(st.tuples(bounds, bounds).map(sorted), min_size=1, max_size=6))
def test_every_bar_and_tick_lies_on_the_line_and_order_is_kept(pairs: Any) -> None:
    sides = [people("It has <1 person>.", interval=Interval(low, high)) for low, high in pairs]
    found = scale(sides)
    assert all(0 <= bar.low <= bar.high <= 100 for bar in found.bars)
    assert all(0 <= tick.position <= 100 for tick in found.ticks)
    assert 1 <= len(found.ticks) <= 8
    by_value = sorted(zip((low for low, _ in pairs), (bar.low for bar in found.bars), strict=True))
    assert [position for _, position in by_value] == sorted(bar.low for bar in found.bars)


days = st.dates(date(1800, 1, 1), date(2200, 1, 1))


@given(st.lists(st.tuples(days, days).map(sorted), min_size=1, max_size=6))
def test_every_period_has_its_place_on_the_calendar(pairs: Any) -> None:
    found = scale([day("It ends <then>.", low.isoformat(), high.isoformat()) for low, high in pairs])
    assert all(0 <= bar.low <= bar.high <= 100 for bar in found.bars)
    assert all(0 <= tick.position <= 100 for tick in found.ticks)
    assert 1 <= len(found.ticks) <= 14


def test_times_lie_on_the_clock_of_their_place() -> None:
    found = scale([clock("It fell at <6 p.m.>", "18:00"), clock("It fell at <7:30 p.m.>", "19:30")])
    assert (found.kind, found.unit) == (ScaleKind.CLOCK, None)
    assert [f"{tick.value:%H:%M}" for tick in found.ticks] == ["18:00", "18:30", "19:00", "19:30"]
    assert found.bars[0].low < found.bars[1].low


def test_clocks_of_two_zones_are_set_to_utc() -> None:
    zones = [("<18:00 GMT>", "18:00", 0), ("<2 p.m. EDT>", "14:00", -240), ("<2:30 p.m. EDT>", "14:30", -240)]
    found = scale([clock(f"It fell at {words}", at, utc_offset=offset) for words, at, offset in zones])
    assert (found.kind, found.unit) == (ScaleKind.CLOCK, "UTC")
    assert found.bars[0].low == found.bars[1].low < found.bars[2].low
    assert [found.ticks[0].value, found.ticks[-1].value] == [time(18), time(18, 30)]


def test_a_local_clock_that_another_article_sets_is_set_to_utc_too() -> None:
    pair = clock("It fell at <5:30 p.m. (1430 GMT)>", "17:30", utc_offset=180)
    local, known = (
        clock("It fell at <6 p.m.>", "18:00"),
        clock("It fell at <1500 GMT>", "15:00", unit="GMT", utc_offset=0),
    )
    found = scale([pair, local, known])
    assert found.unit == "UTC"
    assert found.bars[0].low < found.bars[1].low == found.bars[2].low


def test_midnight_does_not_tear_times_apart() -> None:
    found = scale([clock("It fell at <11:50 p.m.>", "23:50"), clock("It fell at <0:10 a.m.>", "00:10")])
    assert [f"{tick.value:%H:%M}" for tick in found.ticks] == ["23:50", "23:55", "00:00", "00:05", "00:10"]
    assert found.bars[0].low < found.bars[1].low


def test_a_revised_figure_lies_at_the_day_it_is_as_of_or_was_published() -> None:
    sides = [
        people("It has <41 people>.", published=date(2023, 7, 1)),
        people("It has <57 people>.", published=date(2023, 7, 9), as_of=date(2023, 7, 5)),
        people("It has <60 people>.", published=date(2023, 7, 9)),
        people("It has <70 people>.", published=None),
        quote("no"),
    ]
    found = history(sides)
    assert found.kind is ScaleKind.HISTORY
    first, second, third = (bar.low for bar in found.bars)
    assert first < second < third
    assert third - second == second - first
    assert all(bar.low == bar.high for bar in found.bars)
    assert [tick.value for tick in found.ticks] == [date(2023, 7, n) for n in (1, 3, 5, 7, 9)]


def test_without_days_there_is_no_history() -> None:
    assert history([people("It has <41 people>.", published=None)]).bars == ()
    assert history([]).ticks == ()


def test_what_is_only_about_so_high_says_how_far_it_reaches() -> None:
    exact, vague = scale([people("It has <13,000 people>."), people("It has <about 15,000 people>.")]).bars
    assert exact.reach is None
    assert vague.reach is not None
    assert vague.reach[0] < vague.low < vague.reach[1]
    assert vague.low - vague.reach[0] <= vague.low - exact.low


@given(st.lists(st.tuples(st.integers(1, 10**9), st.sampled_from(["", "about "])), min_size=1, max_size=6))
def test_whatever_reaches_stays_on_the_line(figures: list[tuple[int, str]]) -> None:
    for bar in scale([people(f"It has <{hedge}{count} people>.") for count, hedge in figures]).bars:
        assert bar.reach is None or 0 <= bar.reach[0] <= bar.low <= bar.high <= bar.reach[1] <= 100
