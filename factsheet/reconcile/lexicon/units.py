"""Measures that are one another in other units: factors to a base unit, exact by definition where marked by an
integer ratio.

NIST Special Publication 811 (2008), appendix B.8, for length, mass, area, volume and speed; a month and a year of a
duration are the Gregorian means (30.436875 and 365.2425 days).
"""

from decimal import Decimal

MEASURES: dict[str, tuple[str, Decimal]] = {
    "second": ("time", Decimal(1)),
    "minute": ("time", Decimal(60)),
    "hour": ("time", Decimal(3600)),
    "day": ("time", Decimal(86400)),
    "week": ("time", Decimal(604800)),
    "fortnight": ("time", Decimal(1209600)),
    "month": ("time", Decimal(2629746)),
    "quarter": ("time", Decimal(7889238)),
    "year": ("time", Decimal(31556952)),
    "decade": ("time", Decimal(315569520)),
    "century": ("time", Decimal(3155695200)),
    "millimetre": ("length", Decimal("0.001")),
    "centimetre": ("length", Decimal("0.01")),
    "metre": ("length", Decimal(1)),
    "kilometre": ("length", Decimal(1000)),
    "inch": ("length", Decimal("0.0254")),
    "foot": ("length", Decimal("0.3048")),
    "yard": ("length", Decimal("0.9144")),
    "mile": ("length", Decimal("1609.344")),
    "nautical mile": ("length", Decimal(1852)),
    "gram": ("mass", Decimal("0.001")),
    "kilogram": ("mass", Decimal(1)),
    "tonne": ("mass", Decimal(1000)),
    "ton": ("mass", Decimal("907.18474")),
    "pound": ("mass", Decimal("0.45359237")),
    "ounce": ("mass", Decimal("0.028349523125")),
    "square metre": ("area", Decimal(1)),
    "square foot": ("area", Decimal("0.09290304")),
    "square kilometre": ("area", Decimal(1000000)),
    "square mile": ("area", Decimal("2589988.110336")),
    "hectare": ("area", Decimal(10000)),
    "acre": ("area", Decimal("4046.8564224")),
    "litre": ("volume", Decimal(1)),
    "gallon": ("volume", Decimal("3.785411784")),
    "barrel": ("volume", Decimal("158.987294928")),
    "kilometre per hour": ("speed", Decimal(1000)),
    "mile per hour": ("speed", Decimal("1609.344")),
    "kph": ("speed", Decimal(1000)),
    "mph": ("speed", Decimal("1609.344")),
    "knot": ("speed", Decimal(1852)),
    "watt": ("power", Decimal(1)),
    "kilowatt": ("power", Decimal(1000)),
    "megawatt": ("power", Decimal(1000000)),
    "gigawatt": ("power", Decimal(1000000000)),
}
