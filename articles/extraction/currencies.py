"""Signs and codes of money (ISO 4217), and the currency that a sign means in a text from a given place.

A sign that several countries share is decided by the country the text comes from, else it is the currency that the sign
means in an international text. Names of money are words of a language and stand in its tables.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from articles.extraction.homes import country_of_dateline, country_of_zone
from articles.extraction.tokens import Tokens

SIGNS: Final = {
    "$": "USD",
    "＄": "USD",
    "€": "EUR",
    "£": "GBP",
    "￡": "GBP",
    "¥": "JPY",
    "￥": "JPY",
    "₹": "INR",
    "₨": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "￦": "KRW",
    "₪": "ILS",
    "₴": "UAH",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
    "₡": "CRC",
    "₭": "LAK",
    "₺": "TRY",
    "₸": "KZT",
    "₾": "GEL",
    "₵": "GHS",
    "₮": "MNT",
    "₲": "PYG",
    "₼": "AZN",
    "֏": "AMD",
    "៛": "KHR",
    "৳": "BDT",
    "﷼": "IRR",
    "₿": "BTC",
}
# The letters before a dollar sign, as the AP Stylebook and Reuters write them.
DOLLARS: Final = {
    word: code
    for code, words in {
        "USD": "us u.s. usd",
        "AUD": "a au aus aud",
        "CAD": "c ca can cdn cad",
        "NZD": "nz",
        "HKD": "hk",
        "SGD": "s sg",
        "TWD": "nt",
        "BRL": "r",
        "MXN": "mx mex",
        "ARS": "ar",
        "CLP": "clp",
        "COP": "col",
        "DOP": "rd",
        "JMD": "j",
        "TTD": "tt",
        "BBD": "bds",
        "BSD": "b",
        "BZD": "bz",
        "XCD": "ec",
        "FJD": "fj",
        "GYD": "g gy",
        "LRD": "l",
        "NAD": "n",
        "ZWL": "z zw",
    }.items()
    for word in words.split()
}
# Those of ISO 4217 that news writes; left out are codes that are words in a headline (ALL, TOP, CUP, MOP, COP).
CODES: Final = frozenset(
    """
    USD EUR GBP JPY CHF AUD CAD NZD CNY HKD SGD SEK NOK DKK ISK INR RUB BRL ZAR MXN KRW TRY PLN ILS AED SAR THB IDR
    MYR PHP CZK HUF RON BGN RSD UAH BYN GEL AMD AZN KZT UZS EGP NGN KES UGX TZS GHS ZMW BWP NAD MUR PKR BDT LKR NPR
    MMK KHR VND TWD ARS CLP PEN UYU BOB DOP JMD TTD CRC GTQ QAR KWD BHD OMR JOD IQD IRR XOF XAF MAD TND DZD LYD ETB
    RWF BTC DEM FRF ITL ESP
    """.split()
)
CODE_WORDS: Final = {code.lower(): code for code in CODES} | {
    "rmb": "CNY",
    "rs": "INR",
    "rp": "IDR",
    "rm": "MYR",
    "tk": "BDT",
    "ksh": "KES",
    "kshs": "KES",
    "ush": "UGX",
    "tsh": "TZS",
    "dh": "AED",
    "dhs": "AED",
    "qr": "QAR",
    "chf": "CHF",
    "sfr": "CHF",
    "dm": "DEM",
    "ntd": "TWD",
}
# Words or initials of their own, which mark money only before a number with a magnitude: "R500 million", "Euro 3bn".
LETTERS: Final = {
    "r": "ZAR",
    "n": "NGN",
    "p": "PHP",
    "sh": "KES",
    "shs": "KES",
    "le": "EGP",
    "sr": "SAR",
    "ffr": "FRF",
    "euro": "EUR",
}
MAGNITUDES: Final = frozenset("million billion trillion crore lakh m mn mln bn bln tn trn".split())
# Hundredths or thousands apart, as no road, form or model is numbered.
MONEY_SHAPE: Final = re.compile(r"\d{1,3}(?:(?:,\d{2,3})+(?:\.\d\d)?|\.\d\d)")
# Written with a capital alone, and so told from other words: "Rs 500", "Rp5,000", "Dh3 million".
CAPITALISED: Final = frozenset({"Rs", "Rp", "Tk", "KSh", "Ksh", "Kshs", "USh", "Ush", "TSh", "Tsh", "Dh", "Dhs", "SFr"})
# The countries with a dollar of their own.
HOME_DOLLARS: Final = {code[:2]: code for code in "AUD CAD NZD SGD HKD TWD NAD JMD TTD BBD BSD".split()}
# "US $5" may stand apart; before "a $5 deal" is no Australia.
WRITTEN_APART: Final = frozenset({"us", "u.s.", "hk", "nz"})


def home_dollar(tokens: Tokens, timezone: str) -> str:
    """The dollar that a bare sign means in a text: the American, unless the text is from a country with its own.

    The time zone tells the country, else the dateline, if no agency that serves the world sent the text. Where the text
    marks its home dollar ("A$5m"), as wires do, the bare sign is the American; where it marks the American, its own.
    """
    zone = country_of_zone(timezone)
    country, is_wire = (zone, False) if zone is not None else country_of_dateline(tokens)
    home = HOME_DOLLARS.get(country or "")
    if home is None:
        return "USD"
    marked = marked_dollars(tokens)
    if "USD" in marked:
        return home
    return "USD" if is_wire or home in marked else home


@lru_cache(maxsize=1)
def marked_dollars(tokens: Tokens) -> frozenset[str]:
    """The dollars whose country a text writes before the sign: "US$5", "A$3m"."""
    low = tokens.low
    places = (place for place, word in enumerate(low) if word == "$" and place)
    return frozenset(DOLLARS[low[place - 1]] for place in places if low[place - 1] in DOLLARS and tokens.touches(place))


def skip_sign(tokens: Tokens, index: int) -> int:
    """The token after the sign or code of a currency that begins at a token; the token itself where none does."""
    low, word = tokens.low, tokens.word[index]
    if low[index] in SIGNS:
        return index + 1
    if low[index] in DOLLARS and low[index + 1] == "$" and tokens.touches(index + 1):
        return index + 2
    if low[index] in CODE_WORDS and (word.isupper() or word in CAPITALISED):
        return index + 1 + (low[index + 1] == "." and low[index] == "rs")
    return index


def read_sign_before(tokens: Tokens, first: int, floor: int, timezone: str) -> tuple[int, str] | None:
    """The currency sign or code that ends before a token: where it begins, and the ISO code."""
    low, sign = tokens.low, tokens.low[first - 1]
    if first <= floor:
        return None
    if sign in SIGNS:
        country = low[first - 2] if first - 2 >= floor and SIGNS[sign] == "USD" else ""
        if country in DOLLARS and (tokens.touches(first - 1) or country in WRITTEN_APART):
            return first - 2, DOLLARS[country]
        return first - 1, home_dollar(tokens, timezone) if SIGNS[sign] == "USD" else SIGNS[sign]
    if sign in CODE_WORDS and (tokens.word[first - 1].isupper() or tokens.word[first - 1] in CAPITALISED):
        return first - 1, CODE_WORDS[sign]
    if sign == "." and first - 2 >= floor and low[first - 2] == "rs":
        return first - 2, CODE_WORDS["rs"]
    return (first - 1, LETTERS[sign]) if is_letter_sign(tokens, first) else None


def is_letter_sign(tokens: Tokens, first: int) -> bool:
    """Whether the letters before a figure mark its currency: "R500 million", "R18.93", "N1,540"."""
    if tokens.low[first - 1] not in LETTERS or not tokens.word[first - 1][:1].isupper():
        return False
    if tokens.low[first + 1] in MAGNITUDES:
        return True
    if not tokens.touches(first):
        return False
    return MONEY_SHAPE.fullmatch(tokens.word[first]) is not None or tokens.low[first - 1] in marked_letters(tokens)


@lru_cache(maxsize=1)
def marked_letters(tokens: Tokens) -> frozenset[str]:
    """The letters that mark money beyond doubt somewhere in a text, and so mark "R350" in it too."""
    low, word = tokens.low, tokens.word
    places = (place for place, letter in enumerate(low) if letter in LETTERS and len(letter) == 1)
    return frozenset(
        low[place]
        for place in places
        if word[place].isupper() and tokens.touches(place + 1) and MONEY_SHAPE.fullmatch(low[place + 1])
    )
