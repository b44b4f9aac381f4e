"""Symbols of units, and measures that are made of several: powers, products, rates in one word.

They are written as the SI Brochure (9th edition, section 5) has them and, beyond it, as the trade press does.
"""

from __future__ import annotations

from typing import Final

SQUARE: Final = {
    "square": "square",
    "sq": "square",
    "cubic": "cubic",
    "cu": "cubic",
}
# "190 km²", "5 m3": a power written after the length.
POWERS: Final = {"²": "square", "2": "square", "³": "cubic", "3": "cubic"}
LENGTHS: Final = {"m": "metre", "km": "kilometre", "cm": "centimetre", "mm": "millimetre", "ft": "foot", "mi": "mile"}
# Abbreviations that hold a number of their own, in the case of letters as here.
SCALED: Final = {
    "bcm": ("cubic metre", 10**9),
    "mcm": ("cubic metre", 10**6),
    "bcf": ("cubic foot", 10**9),
    "tcf": ("cubic foot", 10**12),
    "mmcf": ("cubic foot", 10**6),
    "Mt": ("tonne", 10**6),
    "Gt": ("tonne", 10**9),
}
# What differs by the case of its letters alone.
CASED: Final = {
    "Nm": "newton metre",
    "IU": "international unit",
    "MeV": "megaelectronvolt",
    "GeV": "gigaelectronvolt",
    "TeV": "teraelectronvolt",
    "nm": "nanometre",
    "Mb": "megabit",
    "Gb": "gigabit",
    "Mbit": "megabit",
    "Gbit": "gigabit",
    "mW": "milliwatt",
    "TW": "terawatt",
    "PS": "metric horsepower",
    "AU": "astronomical unit",
    "MP": "megapixel",
    "MPa": "megapascal",
    "t": "tonne",
    "mi": "mile",
    "dB": "decibel",
}
# Two units in one: "lb-ft", "kilowatt-hours".
PRODUCTS: Final = {
    **{
        (one, time): f"{name} hour"
        for name in ("watt", "kilowatt", "megawatt", "gigawatt", "terawatt", "ampere", "milliampere")
        for one in (name, name.replace("ampere", "amp"))
        for time in ("hour", "hours")
    },
    ("electron", "volt"): "electron volt",
    ("electron", "volts"): "electron volt",
    ("lb", "ft"): "pound-foot",
    ("pound", "feet"): "pound-foot",
    ("pounds", "feet"): "pound-foot",
    ("ft", "lb"): "pound-foot",
    ("ft", "lbs"): "pound-foot",
    ("foot", "pounds"): "pound-foot",
    ("newton", "metres"): "newton metre",
    ("newton", "meters"): "newton metre",
}
# A rate in one word: "1.2 million bpd".
RATED: Final = {
    "bpd": ("barrel", "day"),
    "bopd": ("barrel", "day"),
    "boepd": ("barrel", "day"),
    "tpa": ("tonne", "year"),
}
# Measures of two words, by both of them, where the second alone is another.
PAIRED: Final = {
    ("metric", "ton"): "tonne",
    ("metric", "tonne"): "tonne",
    ("short", "ton"): "ton",
    ("long", "ton"): "long ton",
    ("imperial", "gallon"): "imperial gallon",
    ("troy", "ounce"): "troy ounce",
    ("nautical", "mile"): "nautical mile",
}
# Abbreviations of a share or of a difference of shares, straight after digits.
SHARE_LETTERS: Final = {
    "pc": "percent",
    "pp": "percentage point",
    "ppt": "percentage point",
    "ppts": "percentage point",
    "bp": "basis point",
    "bps": "basis point",
}
