"""Units of measure and of money.

Measures carry the singular English name; currencies their ISO 4217 code.
"""

from __future__ import annotations

from typing import Final

# Words of time (durations).
TIMES: Final = {
    word: name
    for name, words in {
        "millisecond": "milliseconds millisecond ms",
        "second": "seconds second sec secs",
        "minute": "minutes minute min mins",
        "hour": "hours hour hr hrs",
        "day": "days day",
        "night": "nights night",
        "week": "weeks week wk wks",
        "weekend": "weekends",
        "fortnight": "fortnights fortnight",
        "month": "months month mo",
        "quarter": "quarters",
        "semester": "semesters semester",
        "season": "seasons",
        "year": "years year yr yrs yo",
        "decade": "decades decade",
        "century": "centuries century",
        "millennium": "millennia millenniums",
        "generation": "generations",
    }.items()
    for word in words.split()
}
# Abbreviations that are a unit only straight after a figure, in lower or upper case as here.
MEASURES: Final = {
    word: name
    for name, words in {
        "millimetre": "millimetre millimetres millimeter millimeters mm",
        "centimetre": "centimetre centimetres centimeter centimeters cm",
        "decimetre": "dm",
        "metre": "metre metres meter meters",
        "kilometre": "kilometre kilometres kilometer kilometers km kms",
        "inch": "inch inches",
        "foot": "foot feet ft",
        "yard": "yard yards yds",
        "mile": "mile miles",
        "nautical mile": "nm",
        "hectare": "hectare hectares ha",
        "acre": "acre acres",
        "square kilometre": "sqkm",
        "gram": "gram grams gramme grammes g",
        "milligram": "milligram milligrams mg",
        "microgram": "microgram micrograms mcg μg µg",
        "kilogram": "kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs",
        "tonne": "tonne tonnes",
        "ton": "ton tons",
        "kiloton": "kiloton kilotons",
        "megaton": "megaton megatons",
        "pound": "lb lbs",
        "ounce": "ounce ounces oz",
        "litre": "litre litres liter liters l",
        "millilitre": "millilitre millilitres milliliter milliliters ml",
        "gallon": "gallon gallons gal",
        "barrel": "barrel barrels bbl",
        "bushel": "bushel bushels",
        "teaspoon": "teaspoon teaspoons tsp",
        "tablespoon": "tablespoon tablespoons tbsp",
        "watt": "watt watts w",
        "kilowatt": "kilowatt kilowatts kw",
        "megawatt": "megawatt megawatts mw",
        "gigawatt": "gigawatt gigawatts gw",
        "kilowatt hour": "kwh",
        "megawatt hour": "mwh",
        "volt": "volt volts v",
        "horsepower": "horsepower hp",
        "calorie": "calorie calories",
        "byte": "byte bytes",
        "bit": "bit bits",
        "kilobyte": "kilobyte kilobytes kb",
        "megabyte": "megabyte megabytes mb",
        "gigabyte": "gigabyte gigabytes gb",
        "terabyte": "terabyte terabytes tb",
        "hertz": "hertz hz",
        "megahertz": "megahertz mhz",
        "gigahertz": "gigahertz ghz",
        "knot": "knots",
        "mile per hour": "mph",
        "kilometre per hour": "kph kmh",
        "degree": "degree degrees deg",
        "decibel": "decibel decibels db",
        "magnitude": "magnitude",
        "carat": "carat carats karat karats",
        "radian": "rad",
        "kelvin": "kelvin",
        "light year": "lightyears lightyear",
    }.items()
    for word in words.split()
}
SQUARE: Final = {"square": "square", "sq": "square", "cubic": "cubic", "metric": "metric", "nautical": "nautical"}
TEMPERATURES: Final = {
    "celsius": "degree Celsius",
    "celcius": "degree Celsius",
    "centigrade": "degree Celsius",
    "fahrenheit": "degree Fahrenheit",
    "farenheit": "degree Fahrenheit",
    "c": "degree Celsius",
    "f": "degree Fahrenheit",
}
PERCENT: Final = frozenset({"%", "percent", "percents", "pct", "percentage", "٪", "％"})
# What a rate is counted by: "a year", "per barrel", "each".
RATES: Final = frozenset(
    "second minute hour day night week month quarter year season head person capita household family share ounce ton "
    "tonne barrel gallon litre liter pound kilogram kilo mile kilometre kilometer km hectare acre bushel unit ticket "
    "vehicle passenger worker employee student patient vote game match round item piece metre meter hr kg".split()
)
RATE_WORDS: Final = {
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "apiece": "item",
}
