"""Units of measure beside their figures, in words and in symbols."""

from __future__ import annotations

import pytest

from articles.measures import dimension_of
from tests.articles.extraction.texts import bounds, figure, figures


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("64GB", "gigabyte"),
        ("3,000 mAh", "milliampere hour"),
        ("12MP", "megapixel"),
        ("a 5.5-inch screen", "inch"),
        ("2.4GHz", "gigahertz"),
        ("100Mbps", "megabit per second"),
        ("300 gigabits per second", "gigabit per second"),
        ("550MB/s", "megabyte per second"),
        ("75 kWh", "kilowatt hour"),
        ("5 kilowatt-hours", "kilowatt hour"),
        ("350bhp", "horsepower"),
        ("400 Nm", "newton metre"),
        ("295 lb-ft", "pound-foot"),
        ("202 pound-feet", "pound-foot"),
        ("45 mpg", "mile per gallon"),
        ("95g/km", "gram per kilometre"),
        ("140 mg/dL", "milligram per decilitre"),
        ("35 micrograms per cubic metre", "microgram per cubic metre"),
        ("15 ppm", "part per million"),
        ("400 parts per million", "part per million"),
        ("30 µg", "microgram"),
        ("-5C", "degree Celsius"),
        ("45 sq km", "square kilometre"),
        ("190 km²", "square kilometre"),
        ("40 sq. ft", "square foot"),
        ("39 billion cubic metres", "cubic metre"),
        ("1.5 million km", "kilometre"),
        ("5 metric tons", "tonne"),
        ("400 IU", "international unit"),
        ("120 million C for a second", "degree Celsius"),
        ("a 7,300-square-foot house", "square foot"),
        ("0.62 of a share", "share"),
        ("half a length", "length"),
        ("eight F-35 jets", "jet"),
        ("25 ng/ml", "nanogram per millilitre"),
        ("9st", "stone"),
        ("a 155-mm shell", "millimetre"),
        ("a 5nm process", "nanometre"),
        ("12 nm off the coast", "nautical mile"),
        ("60W", "watt"),
        ("a 25-fold rise", "time"),
        ("1.5x", "time"),
        ("1.8 times earnings", "time"),
        ("25bp", "basis point"),
        ("5pc", "percent"),
    ],
)
def test_a_unit_has_its_singular_english_name(words: str, unit: str) -> None:
    assert figures(f"It was {words}.")[0].unit == unit


@pytest.mark.parametrize(
    ("words", "unit", "per"),
    [
        ("1.2 million bpd", "barrel", "day"),
        ("400,000 barrels per day", "barrel", "day"),
        ("5.2 litres per 100 km", "litre", "100 km"),
        ("5.2L/100km", "litre", "100km"),
        ("1.4 billion monthly users", None, None),
        ("12 cents per kilowatt-hour", "USD", "kilowatt hour"),
        ("$50 a square foot", "USD", "square foot"),
        ("$3.57 per million British thermal units", "USD", "million British thermal units"),
        ("9.4 deaths per 1,000 live births", "death", "1,000 live births"),
        ("12 per 1,000", None, "1,000"),
    ],
)
def test_a_rate_is_told_by_what_it_is_counted_by(words: str, unit: str | None, per: str | None) -> None:
    reading = figure(f"It was {words}.")
    assert (reading.unit if unit else None, reading.per) == (unit, per)


def test_a_unit_that_holds_a_number_multiplies_the_figure() -> None:
    reading = figure("It sold 55 bcm of gas.")
    assert (bounds(reading), reading.unit) == ("[55000000000, 55000000000]", "cubic metre")


@pytest.mark.parametrize("text", ["It has 5G and a 4K screen.", "The 4x100 relay.", "They held 135,000 KPA prisoners."])
def test_a_letter_that_is_no_unit_makes_no_measure(text: str) -> None:
    assert [reading for reading in figures(text) if dimension_of(reading.unit)] == []


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("She won in 2:11:53.", "7913"),
        ("He ran 1:43.25 in Rome.", "103.25"),
        ("He ran the mile in 3:51.", "231"),
    ],
)
def test_a_result_in_the_spelling_of_a_clock_is_a_length_of_time(text: str, seconds: str) -> None:
    reading = figure(text)
    assert (bounds(reading), reading.unit) == (f"[{seconds}, {seconds}]", "second")


@pytest.mark.parametrize("text", ["It began at 10:30:15.", "It began at 15:30.", "By 2:11:53 p.m. it was over."])
def test_a_time_of_day_is_no_length_of_time(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "expected", "unit"),
    [
        ("It has 1.3m new subscribers.", "1300000", "person"),
        ("It has 5.5m Scots.", "5500000", "person"),
        ("It has 200m cubic metres.", "200000000", "cubic metre"),
        ("She ran the 100m hurdles.", "100", "metre"),
        ("It has a 20m wall.", "20", "metre"),
        ("The wall is 3m high.", "3", "metre"),
    ],
)
def test_an_m_is_millions_before_what_is_counted_and_metres_elsewhere(text: str, expected: str, unit: str) -> None:
    reading = figure(text)
    assert (bounds(reading), reading.unit) == (f"[{expected}, {expected}]", unit)
