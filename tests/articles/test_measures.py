"""Units of measure that convert into one another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from articles.measures import MEASURES, convert, dimension_of, in_base_unit


@pytest.mark.parametrize(
    ("number", "unit", "other", "expected"),
    [
        ("100", "yard", "metre", "91.44"),
        ("6", "foot", "inch", "72"),
        ("1", "mile", "kilometre", "1.609344"),
        ("100", "mile per hour", "kilometre per hour", "160.9344"),
        ("104", "degree Fahrenheit", "degree Celsius", "40"),
        ("-40", "degree Celsius", "degree Fahrenheit", "-40"),
        ("0", "kelvin", "degree Celsius", "-273.15"),
        ("640", "acre", "square mile", "1"),
        ("1", "gigawatt", "megawatt", "1000"),
        ("25", "basis point", "percentage point", "0.25"),
        ("36", "month", "year", "3"),
    ],
)
def test_a_number_is_the_same_in_another_unit_of_its_measure(number: str, unit: str, other: str, expected: str) -> None:
    assert convert(Decimal(number), unit, other) == Decimal(expected)


@pytest.mark.parametrize(
    ("unit", "other"), [("mile", "kilogram"), ("person", "metre"), ("metre", "person"), ("USD", "EUR")]
)
def test_units_of_different_measures_do_not_convert(unit: str, other: str) -> None:
    assert convert(Decimal(1), unit, other) is None


def test_what_is_no_unit_of_measure_has_no_dimension_and_stays_as_it_is() -> None:
    assert dimension_of("person") is None
    assert dimension_of(None) is None
    assert in_base_unit(Decimal(12), "person") == Decimal(12)


def test_a_square_and_a_cube_follow_from_the_length_they_are_of() -> None:
    metre = Decimal(1)
    for name, (dimension, factor) in MEASURES.items():
        prefix, _, side = name.partition(" ")
        if prefix not in ("square", "cubic") or side not in MEASURES:
            continue
        length = MEASURES[side][1] / metre
        expected = length**2 if prefix == "square" else length**3 * 1000
        assert (dimension, factor) == ("area" if prefix == "square" else "volume", expected), name
