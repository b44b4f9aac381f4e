"""Units of measure that are one another in other units: one table of exact factors.

Sources: the SI Brochure (9th edition, 2019) for SI units, their prefixes and the units accepted beside them; NIST
Special Publication 811 (2008), appendix B.8, for all others, each there exact by definition; IAU 2012 resolution B2 for
the astronomical unit. A gallon, a ton and a barrel are those of the United States (the barrel is that of oil), a
calorie is the thermochemical one; a month and a year of a duration are the Gregorian means (30.436875, 365.2425 days).
Units without one exact factor (a bushel, a pint, a pound per square inch) are left out: they compare with nothing else.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

# Each dimension with its units, and how many of its base unit each of them is.
_FACTORS: Final = {
    "time": """
        nanosecond 1e-9, microsecond 1e-6, millisecond 0.001, second 1, minute 60, hour 3600, day 86400, week 604800,
        fortnight 1209600, month 2629746, quarter 7889238, year 31556952, decade 315569520, century 3155695200,
        millennium 31556952000
    """,
    "length": """
        picometre 1e-12, nanometre 1e-9, micrometre 1e-6, millimetre 0.001, centimetre 0.01, decimetre 0.1, metre 1,
        kilometre 1000, inch 0.0254, foot 0.3048, yard 0.9144, fathom 1.8288, furlong 201.168, mile 1609.344,
        nautical mile 1852, astronomical unit 149597870700, light year 9460730472580800
    """,
    "mass": """
        microgram 1e-9, milligram 1e-6, gram 0.001, kilogram 1, tonne 1000, kilotonne 1e6, megatonne 1e9, carat 0.0002,
        ounce 0.028349523125, troy ounce 0.0311034768, pound 0.45359237, stone 6.35029318, ton 907.18474
    """,
    "area": """
        square millimetre 1e-6, square centimetre 1e-4, square metre 1, hectare 1e4, square kilometre 1e6,
        square inch 0.00064516, square foot 0.09290304, square yard 0.83612736, acre 4046.8564224,
        square mile 2589988.110336
    """,
    "volume": """
        millilitre 0.001, cubic centimetre 0.001, centilitre 0.01, decilitre 0.1, litre 1, hectolitre 100,
        cubic metre 1000, cubic kilometre 1e12, cubic inch 0.016387064, cubic foot 28.316846592,
        cubic yard 764.554857984, gallon 3.785411784, barrel 158.987294928
    """,
    "speed": """
        kilometre per hour 1000, mile per hour 1609.344, knot 1852, metre per second 3600, foot per second 1097.28,
        kilometre per second 3600000, mile per second 5793638.4
    """,
    "power": """
        milliwatt 0.001, watt 1, kilowatt 1000, megawatt 1e6, gigawatt 1e9, terawatt 1e12,
        horsepower 745.69987158227022, metric horsepower 735.49875
    """,
    "energy": """
        joule 1, kilojoule 1000, megajoule 1e6, gigajoule 1e9, calorie 4.184, kilocalorie 4184, watt hour 3600,
        kilowatt hour 3.6e6, megawatt hour 3.6e9, gigawatt hour 3.6e12, terawatt hour 3.6e15,
        British thermal unit 1055.05585262
    """,
    "pressure": "pascal 1, hectopascal 100, kilopascal 1000, megapascal 1e6, millibar 100, bar 1e5",
    "frequency": "hertz 1, kilohertz 1000, megahertz 1e6, gigahertz 1e9, terahertz 1e12",
    "data": """
        bit 1, kilobit 1000, megabit 1e6, gigabit 1e9, terabit 1e12, byte 8, kilobyte 8e3, megabyte 8e6, gigabyte 8e9,
        terabyte 8e12, petabyte 8e15, exabyte 8e18, zettabyte 8e21
    """,
    "data rate": """
        kilobit per second 1000, megabit per second 1e6, gigabit per second 1e9, terabit per second 1e12,
        kilobyte per second 8e3, megabyte per second 8e6, gigabyte per second 8e9
    """,
    "share": "part per billion 0.001, part per million 1",
    "difference of percentages": "basis point 1, percentage point 100",
}
MEASURES: Final = {
    name.lower(): (dimension, Decimal(factor))
    for dimension, entries in _FACTORS.items()
    for name, _, factor in (entry.strip().rpartition(" ") for entry in entries.split(","))
}
# Degrees count from zeros of their own: Celsius = (number - zero) * rise.
_DEGREES: Final = {
    "degree celsius": (Decimal(0), Decimal(9)),
    "degree fahrenheit": (Decimal(32), Decimal(5)),
    "kelvin": (Decimal("273.15"), Decimal(9)),
}


def dimension_of(unit: str | None) -> str | None:
    """What a unit measures ("length"), the same for all units that convert into one another; None for any other word.

    Units are the singular English names that claims carry, in any case of letters.
    """
    name = (unit or "").lower()
    if name in _DEGREES:
        return "temperature"
    return MEASURES[name][0] if name in MEASURES else None


def in_base_unit(number: Decimal, unit: str | None) -> Decimal:
    """A number in the base unit of its measure (metre, kilogram, degree Celsius); as it is without one."""
    name = (unit or "").lower()
    if name in _DEGREES:
        zero, rise = _DEGREES[name]
        return (number - zero) * rise / 9
    return number * MEASURES[name][1] if name in MEASURES else number


def convert(number: Decimal, unit: str, other: str) -> Decimal | None:
    """A number of one unit in another, or None where the two measure different things or nothing."""
    dimension = dimension_of(unit)
    if dimension is None or dimension != dimension_of(other):
        return None
    if unit.lower() == other.lower():
        return number
    base, name = in_base_unit(number, unit), other.lower()
    if name in _DEGREES:
        zero, rise = _DEGREES[name]
        return base * 9 / rise + zero
    return base / MEASURES[name][1]
