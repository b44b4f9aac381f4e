"""Figures that count nothing, and what is no part of the article."""

from __future__ import annotations

import pytest

from articles.extraction import extract
from articles.extraction.readings import Reading
from articles.values import Span
from tests.articles.extraction.texts import WEDNESDAY


def read(text: str, *furniture: Span) -> list[Reading]:
    return extract(text, published=WEDNESDAY, furniture=furniture)


@pytest.mark.parametrize(
    "text",
    [
        "The A320 and the B-52 landed.",
        "The G7 spoke of COVID-19.",
        "A Boeing 737 landed.",
        "A Boeing 737-800 and an Airbus A321neo took off.",
        "Traffic on the M25 and Route 66 stopped near Junction 12.",
        "Call 0800 123 456 or visit Room 12.",
        "The phones have 5G and 3D screens.",
        "See page 12, Fig. 3 and No. 10.",
        "See Section 230 and Chapter 11.",
        "Call +1-222-222-2222 or 555-0100 today".replace(" today", ""),
        "Call 020 7946 0958.",
        "It runs version 2.0.1 on 192.168.0.1.",
        "See https://example.org/a/123?b=30%25.",
        "The office at 123 Random Street is shut.",
        "It is open 24/7 now.",
        "1. Open the door",
        "(3) Close it",
        "No one knows which one it was.",
        "This one, or one of them, one day.",
        "One must go; on the one hand it is late.",
        "He was seconded to the unit.",
        "It was so at first; second, it was dear.",
        "They may march on.",
        "Resolution 1701 was adopted.",
        "Trade between the two grew.",
        "It runs on iOS 7.1 and Android 4.4 now.",
        "Xbox 360 sales fell, and Windows 7 users left.",
        "Fans of the BMW 3 Series and of 7-Eleven met.",
        "The Big Three and the Group of Seven spoke to BBC Two about it.",
        "The Group of 20 met.",
        "A 911 call was made, and somebody dialled 999.",
        "It is a 501(c)(3) body with a 401(k) plan.",
        "The rapper 50 Cent sang.",
        "The under-17 side lost to the U-21 side.",
        "It trades as 600519.SS (7203.T) there.",
        "It is so [3], he wrote.",
        "Call (202) 555-0147 now.",
        "She lives on Fifth Avenue near 42nd Street with the First Lady.",
        "The P5+1 met at latitude 35.6 and longitude 139.7.",
        "See figures 1 and 2, and rooms 12 to 14.",
        "Phase two began in reactor 3 after round 2.",
        "It was a two-way, one-on-one, first-class deal.",
        "He is three under par.",
        "It lies at 40°26'N.",
        "Fortune 500 companies and FTSE 100 firms did well.",
        "The 4K television is here.",
        "It has some parts: 1. Ships. 2. Men.",
        "Ocean's Eleven was shown to the 5+1 group.",
        "It was a three-pronged, four-legged attack by the 4th Circuit.",
        "It was the first time in its first year.",
        "He has type 2 diabetes.",
        "One official said so, but one problem remains.",
        "Version 3.0 has Bluetooth 5.2.",
        "Their Sweet 16 opponents left with the Six Nations team.",
        "The firm Halo 360 reckons the idea is good.",
        'He made three-pointers with a "13" on his arm and dialled 311.',
        "Its 4K camera broke.",
        "The GoShare 360 reckons so.",
        "It was colder than 2010's.",
    ],
)
def test_what_only_looks_like_a_figure_is_no_claim(text: str) -> None:
    assert [reading.text for reading in read(text)] == []


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("The firm issues 12 bonds.", ["12 bonds"]),
        ("They stage 300 shows.", ["300 shows"]),
        ("It has two floors.", ["two floors"]),
        ("THREE DEAD in Lima.", ["THREE DEAD"]),
        ("Bomb Kills Three In Lima.", ["Three"]),
        ("The blast killed one.", ["one"]),
        ("Three fled and one was killed.", ["Three", "one"]),
        ("It was a two-tier, four-door deal.", ["two-tier", "four-door"]),
        ("He owns 3 SUVs.", ["3 SUVs"]),
        ("It breaks Article 50 and 12 other clauses.", ["12 other clauses"]),
        ("Of the Americans 12 were freed.", ["12"]),
        ("In the Gulf 12 ships sank.", ["12 ships"]),
        ("One guard was shot.", ["One guard"]),
        ("It won 12 caps and one cup.", ["12 caps", "one cup"]),
        ("She won the title 6-2 there.", ["6-2"]),
        ("It was the 42nd such case.", ["42nd"]),
    ],
)
def test_what_only_looks_like_a_name_is_a_figure(text: str, spans: list[str]) -> None:
    assert [reading.text for reading in read(text)] == spans


def test_nothing_inside_furniture_is_a_claim() -> None:
    text = "12 people died on Friday.\nSHARE THIS: 300 likes, “we love it here”\nThen 15 people left."
    start = text.index("SHARE")
    readings = read(text, Span(start, text.index("\nThen")))
    assert [reading.text for reading in readings] == ["12 people", "on Friday", "15 people"]


def test_a_claim_does_not_run_over_a_paragraph() -> None:
    assert [reading.text for reading in read("The vote was 12\n\nPeople left.")] == ["12"]
