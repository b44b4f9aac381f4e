"""Times of day."""

from __future__ import annotations

import pytest

from articles.extraction import extract
from articles.values import Hedge, Kind
from tests.articles.extraction.texts import WEDNESDAY


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
    ("text", "zone"),
    [
        ("It began at 15:00 GMT.", "GMT"),
        ("It began at 6 p.m. local time.", "local"),
        ("It began at 6 p.m. ET on Monday.", "ET"),
        ("It began at 6 p.m. on Monday.", None),
    ],
)
def test_the_zone_is_the_unit_of_a_time(text: str, zone: str | None) -> None:
    assert next(each.unit for each in extract(text, published=WEDNESDAY) if each.kind is Kind.TIME) == zone


@pytest.mark.parametrize(
    "text",
    ["The score was 25:71.", "It was a midnight feast.", "In 1530 they fled.", "Version 2.0.1 pm is out.", "2.0.1pm"],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert times(text) == []
