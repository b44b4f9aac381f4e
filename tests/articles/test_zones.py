"""Time zones: how far ahead of UTC a clock is by its zone, on a day, and beside another clock."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.zones import (
    ABBREVIATIONS,
    DAY,
    EASTMOST,
    PLACES,
    WESTMOST,
    WORLD,
    minutes_of,
    offset_beside,
    offsets_of,
    resolve_offset,
    spell_offset,
)

WINTER, SUMMER = date(2024, 1, 15), date(2024, 7, 15)


@pytest.mark.parametrize(
    ("zone", "day", "offsets"),
    [
        ("GMT", None, (0,)),
        ("EDT", WINTER, (-240,)),
        ("ET", WINTER, (-300,)),
        ("ET", SUMMER, (-240,)),
        ("ET", None, (-300, -240)),
        ("AET", WINTER, (660,)),
        ("IST", SUMMER, (60, 120, 330)),
        ("Europe/London", SUMMER, (60,)),
        ("Asia/Kathmandu", SUMMER, (345,)),
        ("UTC+3", None, (180,)),
        ("UTC-3:30", None, (-210,)),
        ("UTC+15", None, ()),
        ("local", SUMMER, ()),
        (None, SUMMER, ()),
        ("nowhere", SUMMER, ()),
        ("Europe/Atlantis", SUMMER, ()),
        ("../zones", SUMMER, ()),
    ],
)
def test_a_zone_tells_how_far_its_clocks_can_be_ahead(zone: str | None, day: date | None, offsets: tuple[int]) -> None:
    assert offsets_of(zone, day) == offsets


def test_before_the_database_vouches_for_a_clock_both_seasons_are_possible() -> None:
    assert offsets_of("ET", date(1883, 11, 17)) == (-300, -240)


@pytest.mark.parametrize(
    ("zone", "home", "offset"),
    [
        ("IST", "Asia/Kolkata", 330),
        ("IST", "Europe/Dublin", 60),
        ("IST", "America/New_York", None),
        ("IST", None, None),
        ("GMT", "Asia/Kolkata", 0),
        ("local", "Asia/Kolkata", None),
    ],
)
def test_the_home_of_a_text_decides_an_ambiguous_zone(zone: str, home: str | None, offset: int | None) -> None:
    assert resolve_offset(zone, SUMMER, home) == offset


@pytest.mark.parametrize("zone", sorted({*ABBREVIATIONS, *PLACES.values()}))
def test_every_zone_of_the_tables_is_one_of_the_world(zone: str) -> None:
    for day in (WINTER, SUMMER):
        offsets = offsets_of(zone, day)
        assert offsets
        assert set(offsets) <= set(WORLD)


@pytest.mark.parametrize(
    ("clock", "other", "offset", "ahead"),
    [
        (time(17, 30), time(14, 30), 0, 180),
        (time(9, 30), time(1, 30), 0, 480),
        (time(21, 30), time(1, 30), 0, -240),
        (time(18), time(11), -240, 180),
        (time(3, 15), time(21, 30), 0, 345),
        (time(17, 37), time(14, 30), 0, None),
    ],
)
def test_a_clock_beside_another_tells_how_far_it_is_ahead(
    clock: time, other: time, offset: int, ahead: int | None
) -> None:
    assert offset_beside(clock, other, offset) == ahead


@given(st.times(), st.sampled_from([one for one in WORLD if WESTMOST < one <= -WESTMOST]))
def test_what_a_clock_shows_beside_utc_tells_its_zone(clock: time, offset: int) -> None:
    shown = time(*divmod((minutes_of(clock) + offset) % DAY, 60))
    assert offset_beside(shown, clock.replace(second=0, microsecond=0), 0) == offset


@pytest.mark.parametrize(
    ("offset", "words"), [(0, "UTC"), (180, "UTC+3"), (-210, "UTC-3:30"), (345, "UTC+5:45"), (-60, "UTC-1")]
)
def test_an_offset_is_spelled_as_a_zone(offset: int, words: str) -> None:
    assert spell_offset(offset) == words


@given(st.integers(WESTMOST, EASTMOST).filter(bool))
def test_what_is_spelled_is_read_again(offset: int) -> None:
    assert offsets_of(spell_offset(offset)) == (offset,)
