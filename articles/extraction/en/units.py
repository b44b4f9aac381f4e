"""Units of measure and of money.

Measures carry the singular English name; currencies their ISO 4217 code.
"""

from __future__ import annotations

from typing import Final

# Words of time (durations).
TIMES: Final = {
    word: name
    for name, words in {
        "nanosecond": "nanoseconds nanosecond",
        "microsecond": "microseconds microsecond",
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
        "picometre": "picometre picometres picometer picometers",
        "nanometre": "nanometre nanometres nanometer nanometers",
        "micrometre": "micrometre micrometres micrometer micrometers micron microns μm µm",
        "millimetre": "millimetre millimetres millimeter millimeters mm",
        "centimetre": "centimetre centimetres centimeter centimeters cm",
        "decimetre": "decimetre decimetres decimeter decimeters dm",
        "metre": "metre metres meter meters",
        "kilometre": "kilometre kilometres kilometer kilometers km kms",
        "inch": "inch inches",
        "foot": "foot feet ft",
        "yard": "yard yards yds",
        "mile": "mile miles",
        "fathom": "fathom fathoms",
        "furlong": "furlong furlongs",
        "nautical mile": "nmi",
        "hectare": "hectare hectares ha",
        "acre": "acre acres",
        "square metre": "sqm",
        "square kilometre": "sqkm",
        "square foot": "sqft",
        "cubic centimetre": "cc",
        "gram": "gram grams gramme grammes g",
        "milligram": "milligram milligrams mg",
        "nanogram": "nanogram nanograms ng",
        "picogram": "picogram picograms pg",
        "microgram": "microgram micrograms mcg μg µg",
        "kilogram": "kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs",
        "tonne": "tonne tonnes",
        "megatonne": "megatonne megatonnes",
        "gigatonne": "gigatonne gigatonnes gigaton gigatons",
        "ton": "ton tons",
        "kiloton": "kiloton kilotons",
        "megaton": "megaton megatons",
        "pound": "lb lbs",
        "stone": "stone st",
        "ounce": "ounce ounces oz",
        "litre": "litre litres liter liters l",
        "centilitre": "centilitre centilitres cl",
        "decilitre": "decilitre decilitres deciliter deciliters dl",
        "hectolitre": "hectolitre hectolitres hl",
        "millilitre": "millilitre millilitres milliliter milliliters ml",
        "gallon": "gallon gallons gal",
        "pint": "pint pints",
        "quart": "quart quarts",
        "barrel": "barrel barrels bbl bbls",
        "bushel": "bushel bushels",
        "teaspoon": "teaspoon teaspoons tsp",
        "tablespoon": "tablespoon tablespoons tbsp",
        "milliwatt": "milliwatt milliwatts",
        "watt": "watt watts w",
        "kilowatt": "kilowatt kilowatts kw",
        "megawatt": "megawatt megawatts mw",
        "gigawatt": "gigawatt gigawatts gw",
        "terawatt": "terawatt terawatts",
        "watt hour": "wh",
        "kilowatt hour": "kwh",
        "megawatt hour": "mwh",
        "gigawatt hour": "gwh",
        "terawatt hour": "twh",
        "joule": "joule joules",
        "kilojoule": "kilojoule kilojoules kj",
        "megajoule": "megajoule megajoules mj",
        "gigajoule": "gigajoule gigajoules gj",
        "British thermal unit": "btu btus",
        "million British thermal units": "mmbtu",
        "ampere": "ampere amperes amp amps",
        "milliampere": "milliamp milliamps",
        "milliampere hour": "mah",
        "ampere hour": "ah",
        "kilovolt": "kilovolt kilovolts kv",
        "newton": "newton newtons",
        "pascal": "pascal pascals",
        "hectopascal": "hpa hectopascal hectopascals",
        "kilopascal": "kpa kilopascal kilopascals",
        "megapascal": "mpa",
        "bar": "bar bars",
        "millibar": "millibar millibars mbar",
        "pound per square inch": "psi",
        "millimetre of mercury": "mmhg",
        "becquerel": "becquerel becquerels bq",
        "sievert": "sievert sieverts sv",
        "millisievert": "millisievert millisieverts msv",
        "microsievert": "microsievert microsieverts µsv μsv",
        "lumen": "lumen lumens",
        "nit": "nits",
        "lux": "lux",
        "mole": "mol",
        "millimole": "mmol",
        "volt": "volt volts v",
        "horsepower": "horsepower hp bhp",
        "calorie": "calorie calories",
        "kilocalorie": "kilocalorie kilocalories kcal",
        "byte": "byte bytes",
        "bit": "bit bits",
        "kilobit": "kilobit kilobits",
        "megabit": "megabit megabits",
        "terabit": "terabit terabits",
        "gigabit": "gigabit gigabits",
        "kilobit per second": "kbps",
        "megabit per second": "mbps",
        "gigabit per second": "gbps",
        "terabit per second": "tbps",
        "kilobyte": "kilobyte kilobytes kb",
        "megabyte": "megabyte megabytes mb",
        "gigabyte": "gigabyte gigabytes gb",
        "terabyte": "terabyte terabytes tb",
        "petabyte": "petabyte petabytes pb",
        "exabyte": "exabyte exabytes",
        "zettabyte": "zettabyte zettabytes",
        "teraflop": "teraflop teraflops",
        "petaflop": "petaflop petaflops",
        "pixel": "pixel pixels",
        "megapixel": "megapixel megapixels",
        "hertz": "hertz hz",
        "kilohertz": "kilohertz khz",
        "megahertz": "megahertz mhz",
        "gigahertz": "gigahertz ghz",
        "terahertz": "terahertz thz",
        "revolution per minute": "rpm",
        "frame per second": "fps",
        "mile per gallon": "mpg",
        "beat per minute": "bpm",
        "part per million": "ppm",
        "part per billion": "ppb",
        "knot": "knots",
        "mile per hour": "mph",
        "kilometre per hour": "kph kmh kmph",
        "degree": "degree degrees deg",
        "decibel": "decibel decibels db",
        "magnitude": "magnitude",
        "carat": "carat carats karat karats",
        "radian": "rad",
        "kelvin": "kelvin",
        "light year": "lightyears lightyear",
        "parsec": "parsec parsecs",
        "twenty-foot equivalent unit": "teu teus",
        "deadweight ton": "dwt",
    }.items()
    for word in words.split()
}
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
# How many times, or how many times as much: "25-fold", "1.5x", "three times earnings".
MULTIPLES: Final = frozenset({"fold", "x", "times"})
MULTIPLE: Final = "time"
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
# Abbreviations of a share or of a difference of shares, straight after digits.
SHARE_LETTERS: Final = {
    "pc": "percent",
    "pp": "percentage point",
    "ppt": "percentage point",
    "ppts": "percentage point",
    "bp": "basis point",
    "bps": "basis point",
}
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
