"""Figures, days and times as people type them, by the rules of the language of the page.

English groups thousands by commas and spaces and marks decimals by a point; French groups by spaces and marks decimals
by a comma, or by the point of a numeric keypad (Unicode CLDR, "Number symbols"). So "3,500" is 3500 on an English page
and 3.5 on a French one, which `Typed.doubt` says. What a language leaves open ("15.000" on a French page, "3,5" on an
English one) is not read at all. Days in digits begin with the day, as in both countries.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from articles.extraction.currencies import CODES, SIGNS
from articles.extraction.en.calendar_words import MONTHS as ENGLISH_MONTHS
from articles.extraction.fr.calendar_words import MONTHS as FRENCH_MONTHS
from articles.values import Interval

Bound = TypeVar("Bound", Decimal, date, time)


class Doubt(StrEnum):
    """What the language of the page decided, where the words could mean something else elsewhere."""

    DECIMALS = "decimals"
    DAY_FIRST = "day first"


@dataclass(frozen=True, slots=True)
class Typed(Generic[Bound]):
    """What was typed, from its first to its last moment or figure, and what was decided about it."""

    value: Interval[Bound]
    doubt: Doubt | None = None


SPACES = " \u00a0\u2009\u202f"
# What groups thousands, what marks decimals, and which mark before exactly three digits leaves open what it is.
MARKS: dict[str, tuple[str, str, str]] = {"en": (f",{SPACES}", ".", ""), "fr": (SPACES, ",.", ".")}
# Where the marks leave no doubt French reads the points of thousands too.
POINTED = re.compile(r"([+-]?\d{1,3}(?:\.\d{3})+),(\d+)|([+-]?\d{1,3}(?:\.\d{3}){2,})")
SHORT_MAGNITUDES = {"m": 6, "mn": 6, "bn": 9, "tn": 12}
MAGNITUDES: dict[str, dict[str, int]] = {
    # "Billion" is a thousand times more in French and stands in French texts for the English one: it is not read there.
    "en": {"thousand": 3, "million": 6, "millions": 6, "billion": 9, "billions": 9, "trillion": 12, **SHORT_MAGNITUDES},
    "fr": {
        "mille": 3, "millier": 3, "milliers": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9,
        "m": 6, "md": 9, "mds": 9,
    },
}  # fmt: skip
FIGURE = re.compile(rf"([+-]?[\d.,{SPACES}]*\d)[{SPACES}]*([^\W\d_]*)", re.IGNORECASE)
RUN = re.compile(rf"(?<![\d/:-])\d(?:[.,{SPACES}]?\d)*(?![\d/:-])")
MONTHS = ENGLISH_MONTHS | FRENCH_MONTHS
ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
DIGITS = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
DAY_MONTH = re.compile(r"(?:le )?([0-9]{1,2})(?:er|st|nd|rd|th)? ([^\W\d_]+)\.?,? ([0-9]{4})")
MONTH_DAY = re.compile(r"([^\W\d_]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")
MONTH_YEAR = re.compile(r"([^\W\d_]+)\.? ([0-9]{4})")
CLOCK = re.compile(r"([0-9]{1,2}) ?[:.h] ?([0-9]{2})? ?([ap])?\.?m?\.?|([0-9]{1,2}) ?([ap])\.?m\.?")
NOON = 12


def read_number(words: str, language: str, unit: str = "") -> Typed[Decimal] | None:
    """A figure, with its magnitude and the sign of its unit if they are typed; None for what is not understood."""
    language = language if language in MARKS else "en"
    match = FIGURE.fullmatch(_without_unit(words.strip(), unit))
    if match is None:
        return None
    power = MAGNITUDES[language].get(match[2].lower()) if match[2] else 0
    found = _read_digits(match[1], language)
    if found is None or power is None:
        return None
    number, doubt = found
    # Multiplied in full: no digit of what was typed is lost.
    number = number.scaleb(power) if power else number
    return Typed(Interval(number, number), doubt)


def _without_unit(words: str, unit: str) -> str:
    """The words without the sign of the unit they are in; another's stays, and makes them no figure."""
    if unit == "percent":
        return words.removesuffix("%").rstrip(SPACES)
    if unit in CODES:
        for sign in (*(sign for sign, code in SIGNS.items() if code == unit), unit):
            words = words.removeprefix(sign).removesuffix(sign).strip(SPACES)
    return words


def _read_digits(digits: str, language: str) -> tuple[Decimal, Doubt | None] | None:
    groups, points, unsure = MARKS[language]
    if language == "fr" and (match := POINTED.fullmatch(digits)):
        whole = (match[1] or match[3]).replace(".", "")
        return Decimal(f"{whole}.{match[2]}" if match[2] else whole), None
    grouped = rf"[+-]?(?:\d+|\d{{1,3}}(?:[{groups}]\d{{3}})+)"
    match = re.fullmatch(rf"({grouped})(?:([{points}])(\d+))?", digits)
    if match is None:
        return None
    whole = re.sub(f"[{groups}]", "", match[1])
    if match[2] is None:
        return Decimal(whole), None
    could_group = len(match[3]) == 3 and re.fullmatch(r"[+-]?[1-9]\d{0,2}", match[1]) is not None
    if could_group and match[2] in unsure:
        return None
    return Decimal(f"{whole}.{match[3]}"), Doubt.DECIMALS if could_group else None


def rewrite_figures(words: str, language: str, other: str) -> str:
    """Words with each figure in the writing of another language: "3,5 millions" of a French page as "3.5 millions".

    What the first language leaves open stays as it is typed.
    """

    def rewrite(match: re.Match[str]) -> str:
        found = _read_digits(match[0], language)
        if found is None:
            return match[0]
        return f"{found[0]:f}".replace(".", "," if other == "fr" else ".")

    if language == other or language not in MARKS or other not in MARKS:
        return words
    # No day in digits is a figure, nor is a clock.
    return words if read_day(words) or read_time(words) else RUN.sub(rewrite, words)


def read_day(words: str) -> Typed[date] | None:
    """A day, a month or none, in digits or in the words of either language: "24 June 2023", "1er juin 2023"."""
    words = " ".join(words.split()).lower()
    try:
        if match := ISO_DAY.fullmatch(words):
            return _day(int(match[1]), int(match[2]), int(match[3]))
        if match := DIGITS.fullmatch(words):
            first, second, year = int(match[1]), int(match[3]), int(match[4])
            if second > NOON:
                return _day(year, first, second)
            return _day(year, second, first, Doubt.DAY_FIRST if first <= NOON and first != second else None)
        if match := DAY_MONTH.fullmatch(words):
            return _day(int(match[3]), MONTHS.get(match[2], 0), int(match[1]))
        if match := MONTH_DAY.fullmatch(words):
            return _day(int(match[3]), MONTHS.get(match[1], 0), int(match[2]))
        if match := MONTH_YEAR.fullmatch(words):
            first_day = date(int(match[2]), MONTHS.get(match[1], 0), 1)
            next_month = (first_day.replace(day=28) + timedelta(days=4)).replace(day=1)
            return Typed(Interval(first_day, next_month - timedelta(days=1)))
    except (ValueError, OverflowError):
        return None
    return None


def _day(year: int, month: int, day: int, doubt: Doubt | None = None) -> Typed[date]:
    found = date(year, month, day)
    return Typed(Interval(found, found), doubt)


def read_time(words: str) -> Typed[time] | None:
    """A time of day: "18:30", "18 h 30", "6.30 p.m."; a bare hour is none."""
    match = CLOCK.fullmatch(" ".join(words.split()).lower())
    if match is None or (match[1] and not match[2] and "h" not in match[0]):
        return None
    hours, half = int(match[1] or match[4]), match[3] or match[5]
    if half and not 1 <= hours <= NOON:
        return None
    try:
        clock = time(hours % NOON + (NOON if half == "p" else 0) if half else hours, int(match[2] or 0))
    except ValueError:
        return None
    return Typed(Interval(clock, clock))
