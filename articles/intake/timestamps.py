"""Lines that say when a page was published or updated, in English, in French and in ISO 8601.

A day is read only where the words leave no doubt: "01/07/2023" may be January or July and gives none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from articles.extraction.languages import MONTHS, WEEKDAYS

# IANA names; abbreviations that several countries use (CST, IST, AST) say no zone.
_ZONES = {
    "utc": "UTC",
    "gmt": "UTC",
    "z": "UTC",
    "et": "America/New_York",
    "est": "America/New_York",
    "edt": "America/New_York",
    "ct": "America/Chicago",
    "cdt": "America/Chicago",
    "mt": "America/Denver",
    "mdt": "America/Denver",
    "pt": "America/Los_Angeles",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "bst": "Europe/London",
    "cet": "Europe/Brussels",
    "cest": "Europe/Brussels",
    "eet": "Europe/Athens",
    "eest": "Europe/Athens",
    "msk": "Europe/Moscow",
    "wat": "Africa/Lagos",
    "cat": "Africa/Maputo",
    "eat": "Africa/Nairobi",
    "sast": "Africa/Johannesburg",
    "pkt": "Asia/Karachi",
    "hkt": "Asia/Hong_Kong",
    "sgt": "Asia/Singapore",
    "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul",
    "aest": "Australia/Sydney",
    "aedt": "Australia/Sydney",
    "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland",
}

_PUBLISHED_WORDS = frozenset(
    (
        *("published", "posted", "post", "publication", "created", "issued", "released", "date", "dated", "first"),
        *("publié", "publiée", "paru", "parue", "ligne"),
    )
)
_UPDATED_WORDS = frozenset(("updated", "update", "modified", "revised", "edited", "jour", "actualisé", "modifié"))
_VOCABULARY = frozenset(
    (
        *_PUBLISHED_WORDS,
        *_UPDATED_WORDS,
        *WEEKDAYS,
        *_ZONES,
        *(
            "cst",
            "ist",
            "ast",
            "am",
            "pm",
            "a.m",
            "p.m",
            "noon",
            "midnight",
            "local",
            "time",
            "ago",
            "read",
            "reading",
            "estimated",
        ),
        *("last", "on", "at", "by", "close", "article", "story", "this", "was", "of", "the"),
        *("le", "à", "mis", "mise", "en", "et", "heure", "de", "paris", "dernière"),
    )
)

_MONTH = "(?P<{}>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = re.compile(
    r"(?<![\w/.-])(?:"
    r"(?P<iso_y>\d{4})[-/.](?P<iso_m>\d{1,2})[-/.](?P<iso_d>\d{1,2})"
    rf"|{_MONTH.format('us_m')}\s?(?P<us_d>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<us_y>\d{{4}})"
    rf"|(?P<eu_d>\d{{1,2}})(?:st|nd|rd|th|er)?[\s-](?:of\s)?{_MONTH.format('eu_m')},?[\s-](?P<eu_y>\d{{4}})"
    r"|(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4}|\d{2})"
    rf"|{_MONTH.format('month')}\s?\d{{1,2}}(?:st|nd|rd|th)?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH.format('month_after')}"
    r")(?![\w-]|/\d)|(?P<t_y>\d{4})-(?P<t_m>\d{2})-(?P<t_d>\d{2})(?=t\d)"
)
_CLOCK = re.compile(
    r"(?:\bt?|(?<=\d)t)(?:[01]?\d|2[0-4])"
    r"(?:[:.h][0-5]\d(?:[:.][0-5]\d(?:\.\d{1,6})?)?(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)(?=z\b|\b|\W|$)"
)
_OFFSET = re.compile(r"(?:\b(?:utc|gmt)\s?[+-]\d{1,2}|(?<=\d)\s?[+-]\d{2})(?::?\d{2})?(?!\d)")
_RELATIVE = re.compile(
    r"\b(?:an?|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[\s-]?"
    r"(?:min|mins|minutes?|h|hrs?|hours?|days?|weeks?|months?)\s(?:ago|read)\b"
    r"|\bread(?:ing)? time\b(?::?\s\d{1,3}(?:-\d{1,3})?\s(?:min|mins|minutes?)\b)?"
)
_LETTERS = re.compile(r"[^\W\d_]+")
# Every run of letters that a time stamp can hold: seen first, since nearly every line that is none holds another word.
_KNOWN_LETTERS = frozenset(
    (
        *(part for word in _VOCABULARY for part in word.split(".")),
        *MONTHS,
        *("st", "nd", "rd", "th", "er", "t", "h", "a", "p", "m", "an"),
        *("one", "two", "three", "four", "five", "six", "seven"),
        *("eight", "nine", "ten", "min", "mins", "minute", "minutes", "hr", "hrs", "hour", "hours", "day", "days"),
        *("week", "weeks", "month", "months"),
    )
)
_WORD = re.compile(r"[^\s,|·•()\[\]:;/–—-]+")
_MAX_LENGTH = 140


class Label(IntEnum):
    """How much a day on a line says about publication: the lower, the more."""

    PUBLISHED = 0
    NONE = 1
    UPDATED = 2


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A line that is nothing but a time stamp: its days with their labels, and its zone where it names one.

    `says_when` is True where it holds more than a bare day: a label, a time of day, or words such as "2 hours ago".
    """

    days: tuple[tuple[Label, date], ...]
    says_when: bool
    label: Label
    timezone: str | None


def read_day(words: str) -> date | None:
    """The first unambiguous calendar day that `words` name in full, else None."""
    return next((day for match in _DAY.finditer(words.casefold()) if (day := _day_of(match))), None)


def read_zone(words: str) -> str | None:
    """The IANA name for an abbreviation such as "EDT", else None."""
    return _ZONES.get(words.casefold().strip())


def find_day(folded: str) -> re.Match[str] | None:
    """The first day in `folded`, whether it can be read or not, else None."""
    return _DAY.search(folded)


def read_timestamp(folded: str) -> Timestamp | None:
    """The time stamp that the whole line is, None where it says anything else.

    Args:
        folded: a line in lower case with single spaces.
    """
    if not folded or len(folded) > _MAX_LENGTH:
        return None
    if any(word not in _KNOWN_LETTERS for word in _LETTERS.findall(folded)):
        return None
    rest, relatives = _RELATIVE.subn(" ", folded)
    matches = list(_DAY.finditer(rest))
    without_clock, clocks = _CLOCK.subn(" ", _OFFSET.sub(" ", _DAY.sub(" ", rest)))
    words = _WORD.findall(without_clock)
    words = [word.strip(".*_#") for word in words]
    if not all(word in _VOCABULARY or not word for word in words):
        return None
    label = _label_of(words)
    if not (matches or clocks or relatives or label is not Label.NONE):
        return None
    zone = next((_ZONES[word] for word in words if word in _ZONES), None) if clocks else None
    days = tuple((_label_before(rest, match.start()), day) for match in matches if (day := _day_of(match)))
    return Timestamp(days, bool(clocks or relatives or label is not Label.NONE), label, zone)


def _label_of(words: list[str]) -> Label:
    if _UPDATED_WORDS.intersection(words):
        return Label.UPDATED
    return Label.PUBLISHED if _PUBLISHED_WORDS.intersection(words) else Label.NONE


def _label_before(folded: str, position: int) -> Label:
    words = _WORD.findall(folded[:position])
    for word in reversed(words):
        label = _label_of([word.strip(".*_#")])
        if label is not Label.NONE:
            return label
    return Label.NONE


def _day_of(match: re.Match[str]) -> date | None:
    found = match.groupdict()
    try:
        if found["iso_y"]:
            return date(int(found["iso_y"]), int(found["iso_m"]), int(found["iso_d"]))
        if found["t_y"]:
            return date(int(found["t_y"]), int(found["t_m"]), int(found["t_d"]))
        if found["us_y"]:
            return date(int(found["us_y"]), MONTHS[found["us_m"]], int(found["us_d"]))
        if found["eu_y"]:
            return date(int(found["eu_y"]), MONTHS[found["eu_m"]], int(found["eu_d"]))
        if found["year"] and len(found["year"]) == 4:
            return _numeric_day(int(found["first"]), int(found["second"]), int(found["year"]))
    except ValueError:
        return None
    return None


def _numeric_day(first: int, second: int, year: int) -> date | None:
    if first > 12:
        return date(year, second, first)
    if second > 12 or first == second:
        return date(year, first, second)
    return None
