"""Times of day."""

from __future__ import annotations

from datetime import date

import pytest

from articles.extraction import extract
from articles.extraction.readings import Reading
from articles.extraction.selections import read_claim
from articles.values import Hedge, Kind
from tests.articles.extraction.texts import WEDNESDAY


def clocks(text: str, published: date | None = WEDNESDAY, timezone: str = "UTC") -> list[Reading]:
    return [each for each in extract(text, published=published, timezone=timezone) if each.kind is Kind.TIME]


def times(text: str) -> list[tuple[str, str, Hedge]]:
    return [
        (each.text, f"{each.interval.low:%H:%M}", each.hedge)
        for each in extract(text, published=WEDNESDAY)
        if each.kind is Kind.TIME and each.interval is not None
    ]


@pytest.mark.parametrize(
    ("text", "span", "expected", "hedge"),
    [
        ("It began at 10:30.", "at 10:30", "10:30", Hedge.EXACT),
        ("It began at 5 p.m. on Monday.", "at 5 p.m.", "17:00", Hedge.EXACT),
        ("It began at about 4.30pm.", "about 4.30pm", "16:30", Hedge.ABOUT),
        ("It began at 12:15 a.m. local time.", "at 12:15 a.m. local time", "00:15", Hedge.EXACT),
        ("It fell 2% by 1530 GMT.", "by 1530 GMT", "15:30", Hedge.BY),
        ("It began at 15:00 GMT.", "at 15:00 GMT", "15:00", Hedge.EXACT),
        ("It took effect at midnight.", "at midnight", "00:00", Hedge.EXACT),
        ("Stay in until noon.", "until noon", "12:00", Hedge.UNTIL),
    ],
)
def test_a_time_of_day_is_hours_and_minutes(text: str, span: str, expected: str, hedge: Hedge) -> None:
    assert times(text) == [(span, expected, hedge)]


@pytest.mark.parametrize(
    ("text", "span", "expected", "hedge"),
    [
        ("It began shortly after midnight.", "shortly after midnight", "00:00-00:30", Hedge.AFTER),
        ("It began just before 3 p.m.", "just before 3 p.m.", "14:30-15:00", Hedge.BEFORE),
        ("It began soon after 11:45 p.m.", "soon after 11:45 p.m.", "23:45-23:59", Hedge.AFTER),
        ("It ended shortly before midnight.", "shortly before midnight", "23:30-23:59", Hedge.BEFORE),
        ("It began shortly before 12:10 a.m.", "shortly before 12:10 a.m.", "00:00-00:10", Hedge.BEFORE),
        ("It began sometime after 10 p.m.", "sometime after 10 p.m.", "22:00", Hedge.AFTER),
        ("It ended by about 6 p.m.", "by about 6 p.m.", "18:00", Hedge.BY),
        ("It ended until around noon.", "until around noon", "12:00", Hedge.UNTIL),
        ("It began at around 3 a.m.", "around 3 a.m.", "03:00", Hedge.ABOUT),
        ("It began at approximately 3 a.m.", "approximately 3 a.m.", "03:00", Hedge.ABOUT),
        ("It began around 3 in the morning.", "around 3 in the morning", "03:00", Hedge.ABOUT),
        ("It began at 8 o'clock in the evening.", "at 8 o'clock in the evening", "20:00", Hedge.EXACT),
        ("It began at 5 o’clock.", "at 5 o’clock", "05:00", Hedge.EXACT),
        ("It began at 12 noon.", "at 12 noon", "12:00", Hedge.EXACT),
        ("It began at 0830 local time.", "at 0830 local time", "08:30", Hedge.EXACT),
        ("It began at 0900 hours.", "at 0900 hours", "09:00", Hedge.EXACT),
    ],
)
def test_the_words_around_a_time_bound_it(text: str, span: str, expected: str, hedge: Hedge) -> None:
    (found,) = clocks(text)
    assert found.interval is not None
    low, high = (f"{bound:%H:%M}" for bound in (found.interval.low, found.interval.high))
    assert (found.text, low if low == high else f"{low}-{high}", found.hedge) == (span, expected, hedge)


@pytest.mark.parametrize(
    ("words", "zone", "offset"),
    [
        ("at 15:00 GMT", "GMT", 0),
        ("at 2330 GMT", "GMT", 0),
        ("at 1500 gmt", "GMT", 0),
        ("at 15:00 (GMT)", "GMT", 0),
        ("at 15:00 Greenwich Mean Time", "GMT", 0),
        ("at 6 p.m. local time", "local", None),
        ("at 6 p.m. (local time)", "local", None),
        ("at 6 p.m. ET", "ET", -240),
        ("at 6 p.m. E.T.", "ET", -240),
        ("at 6 p.m. Eastern", "ET", -240),
        ("at 6 p.m. Eastern time", "ET", -240),
        ("at 6 p.m. Eastern Standard Time", "EST", -300),
        ("at 6 p.m. Eastern Daylight Time", "EDT", -240),
        ("at 6 p.m. Central European Time", "Europe/Paris", 120),
        ("at 6 p.m. Central European Summer Time", "CEST", 120),
        ("at 6 p.m. Australian Eastern Standard Time", "AEST", 600),
        ("at 6 p.m. Moscow time", "Europe/Moscow", 180),
        ("at 6 p.m. Hong Kong time", "Asia/Hong_Kong", 480),
        ("at 6 p.m. IST", "IST", None),
        ("at 18:00 UTC+3", "UTC+3", 180),
        ("at 18:00 GMT+5:30", "UTC+5:30", 330),
        ("at 18:00 UTC-04:00", "UTC-4", -240),
        ("at 6 p.m.", None, None),
    ],
)
def test_the_zone_is_the_unit_of_a_time(words: str, zone: str | None, offset: int | None) -> None:
    (found,) = clocks(f"It began {words}, they said.")
    assert (found.text, found.unit, found.utc_offset) == (words, zone, offset)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("At 6 p.m. local officials closed the road.", "At 6 p.m."),
        ("At 6 p.m. Pacific Coast residents left.", "At 6 p.m."),
        ("At 6 p.m. Central Bank staff left.", "At 6 p.m."),
        ("At 6 p.m. CAT scans were done.", "At 6 p.m."),
        ("They met at 6 p.m. et al.", "at 6 p.m."),
    ],
)
def test_what_only_begins_like_a_zone_is_none(text: str, span: str) -> None:
    (found,) = clocks(text)
    assert (found.text, found.unit) == (span, None)


def test_the_season_of_the_day_decides_how_far_a_clock_is_ahead() -> None:
    text = "It began at 6 p.m. ET on January 10 and at 6 p.m. ET on July 10."
    assert [(found.as_of, found.utc_offset) for found in clocks(text)] == [
        (date(2024, 1, 10), -300),
        (date(2024, 7, 10), -240),
    ]
    (unknown,) = clocks("It began at 6 p.m. ET.", published=None)
    assert unknown.utc_offset is None


def test_the_zone_of_the_text_decides_whose_abbreviation_it_is() -> None:
    for timezone, offset in (("Asia/Kolkata", 330), ("Asia/Jerusalem", 180), ("Europe/Dublin", 60)):
        (found,) = clocks("It began at 6 p.m. IST.", timezone=timezone)
        assert found.utc_offset == (offset if offset != 180 else None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell at 5:30 p.m. (1430 GMT).", [("at 5:30 p.m. (1430 GMT)", None, 180)]),
        ("It fell at 5:30 p.m. local time (1430 GMT).", [("at 5:30 p.m. local time (1430 GMT)", "local", 180)]),
        ("It fell at 1430 GMT (5:30 p.m. local time).", [("at 1430 GMT (5:30 p.m. local time)", "GMT", 0)]),
        ("It fell at 6 p.m. (11 a.m. ET, 1500 GMT).", [("at 6 p.m. (11 a.m. ET, 1500 GMT)", None, 180)]),
        ("It fell at 8 p.m. ET/5 p.m. PT.", [("at 8 p.m. ET/5 p.m. PT", "ET", -240)]),
        ("It fell at 3:15 a.m. (2130 GMT).", [("at 3:15 a.m. (2130 GMT)", None, 345)]),
        ("It fell at 8 p.m. ET (6 p.m. PT).", [("at 8 p.m. ET", "ET", -240), ("6 p.m. PT", "PT", -420)]),
        ("It fell at 8 p.m. (9 p.m.).", [("at 8 p.m.", None, None), ("9 p.m.", None, None)]),
        ("It fell at 5:37 p.m. (1430 GMT).", [("at 5:37 p.m.", None, None), ("1430 GMT", "GMT", 0)]),
        (
            "It fell at 9:30 p.m. on Monday (0130 GMT on Tuesday).",
            [("at 9:30 p.m.", None, -240), ("0130 GMT", "GMT", 0)],
        ),
        (
            "It fell at 5 p.m. (1400 GMT). Another fell at 6 p.m. local time, a third at 7 p.m. EDT.",
            [
                ("at 5 p.m. (1400 GMT)", None, 180),
                ("at 6 p.m. local time", "local", 180),
                ("at 7 p.m. EDT", "EDT", -240),
            ],
        ),
        (
            "It fell at 5 p.m. (1400 GMT) here, at 5 p.m. (1500 GMT) there, and at 6 p.m. local time.",
            [
                ("at 5 p.m. (1400 GMT)", None, 180),
                ("at 5 p.m. (1500 GMT)", None, 120),
                ("at 6 p.m. local time", "local", None),
            ],
        ),
    ],
)
def test_a_time_said_twice_is_one_time_and_tells_how_far_the_clock_is_ahead(
    text: str, found: list[tuple[str, str | None, int | None]]
) -> None:
    assert [(each.text, each.unit, each.utc_offset) for each in clocks(text)] == found


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It began about 3 a.m. on Saturday.", date(2024, 5, 11)),
        ("It began at 3 a.m. Saturday.", date(2024, 5, 11)),
        ("It began on Saturday at 3 a.m. local time.", date(2024, 5, 11)),
        ("It began on Saturday night, shortly before 11 p.m.", date(2024, 5, 11)),
        ("It began at 5:30 p.m. (1430 GMT) on 1 May 2024.", date(2024, 5, 1)),
        ("It began at midnight on Saturday.", None),
        ("It began at 3 a.m. and ended on Saturday.", None),
        ("It began at 3 a.m. in May 2024.", None),
        ("It ended on Saturday. At 3 a.m. it began.", None),
    ],
)
def test_the_day_beside_a_time_is_its_day(text: str, day: date | None) -> None:
    (found,) = clocks(text)
    assert found.as_of == day


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("at 5 p.m. GMT", "17:00 GMT"),
        ("at 5 p.m. EDT", "17:00 EDT (UTC-4)"),
        ("by 5 p.m. UTC+3", "by 17:00 UTC+3"),
        ("at 5:30 p.m. (1430 GMT)", "17:30 (UTC+3)"),
        ("shortly after noon", "12:00 to 12:30"),
        ("about 5 p.m.", "about 17:00"),
    ],
)
def test_a_time_says_how_it_was_read(text: str, words: str) -> None:
    (found,) = clocks(f"It began {text}.")
    assert found.read_as == f"'{text}' -> {words}"


def test_words_selected_in_a_bracket_stay_a_time_of_their_own() -> None:
    text = "It fell at 5:30 p.m. (1430 GMT)."
    found = read_claim(text, text.index("1430"), text.index(")"), published=WEDNESDAY)
    assert found is not None
    assert (found.text, found.unit, found.utc_offset) == ("1430 GMT", "GMT", 0)


@pytest.mark.parametrize(
    "text",
    ["The score was 25:71.", "It was a midnight feast.", "In 1530 they fled.", "Version 2.0.1 pm is out.", "2.0.1pm"],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert times(text) == []
