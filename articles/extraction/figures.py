"""Figures in digits read as decimals, whatever marks group them."""

from __future__ import annotations

import re
from decimal import Decimal

MAX_DIGITS = 30
GROUPED = re.compile(
    r"[0-9]{1,3}(?:[,'’\u00a0\u2009\u202f][0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?"
)
EUROPEAN = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,}")
PLAIN = re.compile(r"[0-9]*\.?[0-9]+")
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
        return Decimal(word)
    if GROUPED.fullmatch(word):
        return Decimal(word.translate(GROUP_MARKS))
    if EUROPEAN.fullmatch(word):
        return Decimal(word.translate(POINT_TO_COMMA))
    return None


def read_comma_figure(word: str) -> Decimal | None:
    """The number that a token of digits spells where a comma stands before the decimals: 1 200,5 and 1.200."""
    if word.isdecimal():
        return Decimal(word) if word.isascii() and len(word) <= MAX_DIGITS else None
    if len(word) > MAX_DIGITS + 12:
        return None
    if COMMA_GROUPED.fullmatch(word):
        return Decimal(word.translate(COMMA_GROUP_MARKS))
    return Decimal(word.replace(",", ".")) if COMMA_PLAIN.fullmatch(word) else None
