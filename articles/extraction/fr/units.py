"""Units of measure, of time and of money, by the names that the claims have in every language.

Measures carry the singular English name and currencies their ISO 4217 code, so that the claims of a French and of an
English article on one event can be compared.
"""

from __future__ import annotations

from typing import Final


def _table(names: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in names.items() for word in words.split()}


TIMES: Final = _table(
    {
        "second": "seconde secondes",
        "minute": "minute minutes min",
        "hour": "heure heures h",
        "day": "jour jours journée journées",
        "night": "nuit nuits",
        "week": "semaine semaines",
        "weekend": "week-ends",
        "month": "mois",
        "quarter": "trimestre trimestres",
        "semester": "semestre semestres",
        "year": "an ans année années",
        "decade": "décennie décennies",
        "century": "siècle siècles",
        "millennium": "millénaire millénaires",
        "generation": "générations",
    }
)
MEASURES: Final = _table(
    {
        "millimetre": "millimètre millimètres mm",
        "centimetre": "centimètre centimètres cm",
        "metre": "mètre mètres m",
        "kilometre": "kilomètre kilomètres km kms",
        "inch": "pouces",
        "foot": "pieds",
        "mile": "mile miles",
        "hectare": "hectare hectares ha",
        "acre": "acre acres",
        "gram": "gramme grammes g",
        "milligram": "milligramme milligrammes mg",
        "microgram": "microgramme microgrammes µg μg",
        "kilogram": "kilogramme kilogrammes kilo kilos kg",
        "tonne": "tonne tonnes",
        "kiloton": "kilotonne kilotonnes",
        "megaton": "mégatonne mégatonnes",
        "litre": "litre litres l",
        "millilitre": "millilitre millilitres ml",
        "hectolitre": "hectolitre hectolitres hl",
        "gallon": "gallon gallons",
        "barrel": "baril barils",
        "watt": "watt watts",
        "kilowatt": "kilowatt kilowatts kw",
        "megawatt": "mégawatt mégawatts mw",
        "gigawatt": "gigawatt gigawatts gw",
        "kilowatt hour": "kilowattheure kilowattheures kwh",
        "megawatt hour": "mégawattheure mégawattheures mwh",
        "gigawatt hour": "gigawattheure gigawattheures gwh",
        "terawatt hour": "térawattheure térawattheures twh",
        "volt": "volt volts",
        "horsepower": "chevaux-vapeur",
        "calorie": "calorie calories kcal",
        "byte": "octet octets",
        "kilobyte": "ko",
        "megabyte": "mégaoctets mo",
        "gigabyte": "gigaoctets go",
        "terabyte": "téraoctets",
        "hertz": "hertz hz",
        "megahertz": "mégahertz mhz",
        "gigahertz": "gigahertz ghz",
        "knot": "nœud nœuds noeuds",
        "degree": "degré degrés",
        "decibel": "décibel décibels db",
        "carat": "carat carats",
    }
)
# After a measure: "mètres carrés", "km²", "m3".
SQUARE: Final = {
    "carré": "square",
    "carrés": "square",
    "²": "square",
    "2": "square",
    "cube": "cubic",
    "cubes": "cubic",
    "³": "cubic",
    "3": "cubic",
}
TEMPERATURES: Final = {
    "celsius": "degree Celsius",
    "c": "degree Celsius",
    "fahrenheit": "degree Fahrenheit",
    "f": "degree Fahrenheit",
}
MEASURE_NAMES: Final = frozenset(MEASURES.values()) | set(TEMPERATURES.values())
PERCENT: Final = frozenset({"%", "％"})
CURRENCIES: Final = _table(
    {
        "EUR": "euro euros",
        "USD": "dollar dollars",
        "GBP": "sterling",
        "CHF": "franc francs",
        "JPY": "yen yens",
        "CNY": "yuan yuans renminbi",
        "RUB": "rouble roubles",
        "INR": "roupie roupies",
        "TRY": "lire lires",
        "ILS": "shekel shekels",
        "BRL": "réal réaux reais",
        "MXN": "peso pesos",
        "ZAR": "rand rands",
        "KRW": "won wons",
        "MAD": "dirham dirhams",
        "DZD": "dinar dinars",
        "SAR": "riyal riyals",
        "IRR": "rial rials",
        "UAH": "hryvnia hryvnias",
        "PLN": "zloty zlotys",
        "NGN": "naira nairas",
        "GHS": "cedi cedis",
        "HTG": "gourde gourdes",
        "MRU": "ouguiya ouguiyas",
        "MGA": "ariary",
        "BTC": "bitcoin bitcoins",
    }
)
# The country after the name, without its endings of number: "dollars canadiens".
NATIONAL: Final = {
    ("dollar", "américain"): "USD",
    ("dollar", "canadien"): "CAD",
    ("dollar", "australien"): "AUD",
    ("dollar", "néo-zélandais"): "NZD",
    ("franc", "cfa"): "XOF",
    ("franc", "suisse"): "CHF",
    ("franc", "français"): "FRF",
    ("franc", "belge"): "BEF",
    ("franc", "congolais"): "CDF",
    ("franc", "rwandais"): "RWF",
    ("franc", "guinéen"): "GNF",
    ("franc", "djiboutien"): "DJF",
    ("dinar", "algérien"): "DZD",
    ("dinar", "tunisien"): "TND",
    ("dinar", "libyen"): "LYD",
    ("dinar", "irakien"): "IQD",
    ("dinar", "koweïtien"): "KWD",
    ("dinar", "jordanien"): "JOD",
    ("dinar", "serbe"): "RSD",
    ("dirham", "marocain"): "MAD",
    ("dirham", "émirati"): "AED",
    ("riyal", "saoudien"): "SAR",
    ("riyal", "qatari"): "QAR",
    ("livre", "sterling"): "GBP",
    ("livre", "britannique"): "GBP",
    ("livre", "égyptienne"): "EGP",
    ("livre", "libanaise"): "LBP",
    ("livre", "syrienne"): "SYP",
    ("livre", "turque"): "TRY",
    ("lire", "turque"): "TRY",
    ("lire", "italienne"): "ITL",
    ("couronne", "suédoise"): "SEK",
    ("couronne", "norvégienne"): "NOK",
    ("couronne", "danoise"): "DKK",
    ("couronne", "tchèque"): "CZK",
    ("peso", "argentin"): "ARS",
    ("peso", "chilien"): "CLP",
    ("peso", "mexicain"): "MXN",
    ("peso", "colombien"): "COP",
    ("roupie", "pakistanaise"): "PKR",
    ("roupie", "indienne"): "INR",
    ("réal", "brésilien"): "BRL",
    ("rouble", "russe"): "RUB",
    ("deutsche", "mark"): "DEM",
    ("shilling", "kényan"): "KES",
}
SHARED_NAMES: Final = frozenset("livre livres couronne couronnes shilling shillings".split())
CENTS: Final = {"centime": "EUR", "centimes": "EUR"}
# What a rate is counted by: "par an", "le baril", "par habitant".
RATES: Final = TIMES | {
    "tête": "head",
    "personne": "person",
    "habitant": "capita",
    "ménage": "household",
    "foyer": "household",
    "famille": "family",
    "action": "share",
    "titre": "share",
    "once": "ounce",
    "tonne": "tonne",
    "baril": "barrel",
    "gallon": "gallon",
    "litre": "litre",
    "kilo": "kilogram",
    "kilogramme": "kilogram",
    "kilomètre": "kilometre",
    "km": "kilometre",
    "hectare": "hectare",
    "mètre": "metre",
    "unité": "unit",
    "pièce": "item",
    "billet": "ticket",
    "véhicule": "vehicle",
    "passager": "passenger",
    "salarié": "employee",
    "élève": "student",
    "étudiant": "student",
    "patient": "patient",
    "match": "match",
    "enfant": "child",
}
