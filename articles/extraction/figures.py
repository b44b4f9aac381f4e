"""Figures in digits read as decimals, whatever marks group them."""

from __future__ import annotations

import re
from decimal import Context, Decimal

MAX_DIGITS = 30
"""What a number that is counted may have before the point."""
MAX_DECIMALS = 20
"""What it may have after the point, so that a part of it (cents, a third) stays within what is kept of a claim."""
LARGEST_POWER = 60
GROUPED = re.compile(
    r"[0-9]{1,3}(?:[,'’\u00a0\u2009\u202f][0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?"
)
EUROPEAN = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,}")
PLAIN = re.compile(r"[0-9]*\.?[0-9]+")
DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}|0,[0-9]+")
POWER = re.compile(r"([0-9]+(?:\.[0-9]+)?)([eE^])([+-]?[0-9]{1,3})")
# More digits than a power is known to are noise.
PRECISION = Context(prec=15)
# As most of Europe writes figures: a comma before the decimals, points or spaces between the groups (ISO 80000-1).
COMMA_GROUPED = re.compile(r"[0-9]{1,3}(?:[.'’ \u00a0\u2009\u202f][0-9]{3})+(?:,[0-9]+)?")
COMMA_PLAIN = re.compile(r"[0-9]+[,.][0-9]+")
GROUP_MARKS = str.maketrans("", "", ",'’\u00a0\u2009\u202f")
COMMA_GROUP_MARKS = str.maketrans({",": "."} | dict.fromkeys(".'’ \u00a0\u2009\u202f"))
POINT_TO_COMMA = str.maketrans({".": None, ",": "."})
VULGAR = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal("0.333333333333333"),
    "⅔": Decimal("0.666666666666667"),
    "⅕": Decimal("0.2"),
    "⅖": Decimal("0.4"),
    "⅗": Decimal("0.6"),
    "⅘": Decimal("0.8"),
    "⅙": Decimal("0.166666666666667"),
    "⅚": Decimal("0.833333333333333"),
    "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}


def read_figure(word: str) -> Decimal | None:
    """The number that a token of digits spells, or None: for a date, a time, or more digits than any count has."""
    if word.isdecimal():
        return Decimal(word) if word.isascii() and len(word) <= MAX_DIGITS else None
    if len(word) > MAX_DIGITS + 12:
        return None
    if PLAIN.fullmatch(word):
        return _bounded(Decimal(word))
    if DECIMAL_COMMA.fullmatch(word):
        return _bounded(Decimal(word.replace(",", ".")))
    if GROUPED.fullmatch(word):
        return _bounded(Decimal(word.translate(GROUP_MARKS)))
    if EUROPEAN.fullmatch(word):
        return _bounded(Decimal(word.translate(POINT_TO_COMMA)))
    return _read_power(word)


def is_counted_number(number: Decimal) -> bool:
    """Whether a number has no more digits on either side of the point than any count or measurement has."""
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and -exponent <= MAX_DIGITS and number.adjusted() < MAX_DIGITS


def _bounded(number: Decimal) -> Decimal | None:
    exponent = number.as_tuple().exponent
    is_fine = isinstance(exponent, int) and -exponent <= MAX_DECIMALS
    return number if is_fine and is_counted_number(number) else None


def _read_power(word: str) -> Decimal | None:
    """ "1e9", "10^6", "2.5^-1"."""
    match = POWER.fullmatch(word)
    if match is None or abs(int(match[3])) > LARGEST_POWER:
        return None
    base, exponent = Decimal(match[1]), int(match[3])
    number = base.scaleb(exponent) if match[2] != "^" else PRECISION.power(base, exponent) if base else base
    return number if is_counted_number(number) else None


def read_comma_figure(word: str) -> Decimal | None:
    """The number that a token of digits spells where a comma stands before the decimals: 1 200,5 and 1.200."""
    if word.isdecimal():
        return Decimal(word) if word.isascii() and len(word) <= MAX_DIGITS else None
    if len(word) > MAX_DIGITS + 12:
        return None
    if COMMA_GROUPED.fullmatch(word):
        return _bounded(Decimal(word.translate(COMMA_GROUP_MARKS)))
    return _bounded(Decimal(word.replace(",", "."))) if COMMA_PLAIN.fullmatch(word) else None
