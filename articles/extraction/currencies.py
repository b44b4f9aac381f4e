"""Signs and codes of money (ISO 4217), and the currency that a sign means in a text from a given place.

A sign that several countries share is decided by the country the text comes from, else it is the currency that the sign
means in an international text. Names of money are words of a language and stand in its tables.
"""

from __future__ import annotations

from typing import Final

from articles.extraction.tokens import Tokens

SIGNS: Final = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
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
    "﷼": "IRR",
}
# The letters before a dollar sign, as the AP Stylebook and Reuters write them.
DOLLARS: Final = {
    "us": "USD",
    "u.s.": "USD",
    "a": "AUD",
    "au": "AUD",
    "aus": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "nt": "TWD",
    "r": "BRL",
    "z": "ZWL",
    "j": "JMD",
}
CODES: Final = frozenset(
    "USD EUR GBP JPY CHF AUD CAD NZD CNY HKD SGD SEK NOK DKK INR RUB BRL ZAR MXN KRW TRY PLN ILS AED SAR THB IDR MYR "
    "PHP CZK HUF RON UAH EGP NGN KES GHS PKR BDT LKR VND TWD ARS CLP COP PEN QAR KWD XOF XAF MAD TND DZD ETB".split()
)
CODE_WORDS: Final = {code.lower(): code for code in CODES} | {
    "rmb": "CNY",
    "rs": "INR",
    "chf": "CHF",
    "sfr": "CHF",
    "ntd": "TWD",
}
# The dollar (or pound) of the place a text comes from, by its time zone.
HOME_DOLLARS: Final = {
    "Australia": "AUD",
    "Canada": "CAD",
    "America/Toronto": "CAD",
    "America/Vancouver": "CAD",
    "America/Winnipeg": "CAD",
    "America/Halifax": "CAD",
    "America/Montreal": "CAD",
    "America/Edmonton": "CAD",
    "Pacific/Auckland": "NZD",
    "Asia/Singapore": "SGD",
    "Asia/Hong_Kong": "HKD",
    "Asia/Taipei": "TWD",
}
# "US $5" may stand apart; before "a $5 deal" is no Australia.
WRITTEN_APART: Final = frozenset({"us", "u.s.", "hk", "nz"})


def home_dollar(timezone: str) -> str:
    """The dollar that a bare sign means in a text of this time zone: the American, unless its country has its own."""
    return HOME_DOLLARS.get(timezone) or HOME_DOLLARS.get(timezone.partition("/")[0], "USD")


def read_sign_before(tokens: Tokens, first: int, floor: int, timezone: str) -> tuple[int, str] | None:
    """The currency sign or code that ends before a token: where it begins, and the ISO code."""
    low, sign = tokens.low, tokens.low[first - 1]
    if first <= floor:
        return None
    if sign in SIGNS:
        country = low[first - 2] if first - 2 >= floor and sign == "$" else ""
        if country in DOLLARS and (tokens.touches(first - 1) or country in WRITTEN_APART):
            return first - 2, DOLLARS[country]
        return first - 1, home_dollar(timezone) if sign == "$" else SIGNS[sign]
    if sign in CODE_WORDS and (tokens.word[first - 1].isupper() or tokens.word[first - 1] == "Rs"):
        return first - 1, CODE_WORDS[sign]
    if sign == "." and first - 2 >= floor and low[first - 2] == "rs":
        return first - 2, CODE_WORDS["rs"]
    return None
