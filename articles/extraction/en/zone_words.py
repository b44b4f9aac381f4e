"""The zone of a time of day, in English: "GMT", "ET", "Eastern Daylight Time", "Moscow time", "local time", "UTC+3"."""

from __future__ import annotations

from typing import Final

from articles.extraction.tokens import Tokens
from articles.zones import ABBREVIATIONS, LOCAL, PLACES

# Words that are written like an abbreviation in headlines, and mean no zone after a figure.
WORDS_TOO: Final = frozenset({"EAT", "CAT", "ART", "PET", "WEST"})
UNIVERSAL: Final = frozenset({"gmt", "utc"})
# The zones of North America, which need no "time" after them.
REGIONS: Final = {"eastern": "ET", "central": "CT", "mountain": "MT", "pacific": "PT"}
# What stands before "time"; towns and countries are those of `zones`.
NAMES: Final = {
    **REGIONS,
    **{f"{region} standard": f"{zone[0]}ST" for region, zone in REGIONS.items()},
    **{f"{region} daylight": f"{zone[0]}DT" for region, zone in REGIONS.items()},
    "greenwich mean": "GMT",
    "coordinated universal": "UTC",
    "universal": "UTC",
    "british": "Europe/London",
    "british summer": "BST",
    "irish": "Europe/Dublin",
    "western european": "WET",
    "central european": "Europe/Paris",
    "central european summer": "CEST",
    "eastern european": "Europe/Athens",
    "eastern european summer": "EEST",
    "atlantic": "America/Halifax",
    "east africa": "EAT",
    "east african": "EAT",
    "west africa": "WAT",
    "west african": "WAT",
    "central africa": "CAT",
    "central african": "CAT",
    "south africa": "SAST",
    "south african": "SAST",
    "israeli": "Asia/Jerusalem",
    "indian": "Asia/Kolkata",
    "indian standard": "Asia/Kolkata",
    "india standard": "Asia/Kolkata",
    "pakistan standard": "PKT",
    "nepali": "NPT",
    "china standard": "Asia/Shanghai",
    "japanese": "JST",
    "japan standard": "JST",
    "korea standard": "KST",
    "korean": "KST",
    "gulf standard": "GST",
    "australian eastern": "AET",
    "australian eastern standard": "AEST",
    "australian eastern daylight": "AEDT",
    "australian western standard": "AWST",
}
LONGEST: Final = 3
MOST_HOURS: Final = 14


def read_zone(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The zone named from a token on, alone or in brackets, and the token after it; None where none is."""
    if tokens.low[index] != "(":
        return _read_name(tokens, index)
    found = _read_name(tokens, index + 1)
    return (found[0], found[1] + 1) if found is not None and tokens.low[found[1]] == ")" else None


def _read_name(tokens: Tokens, index: int) -> tuple[str, int] | None:
    word, low = tokens.word[index], tokens.low
    if low[index] == LOCAL:
        # "At 6 p.m. local officials said" names no zone.
        is_zone = low[index + 1] == "time" or not low[index + 1].isalpha()
        return (LOCAL, index + 1 + (low[index + 1] == "time")) if is_zone else None
    if not word[:1].isupper():
        return ("UTC" if low[index] == "utc" else "GMT", index + 1) if low[index] in UNIVERSAL else None
    name = word.replace(".", "").upper()
    if name in ABBREVIATIONS and word.isupper() and name not in WORDS_TOO:
        return (name, index + 1) if name.lower() not in UNIVERSAL else _read_distance(tokens, index, name)
    for last in range(index + 1, index + 1 + LONGEST):
        if low[last] == "time":
            named = " ".join(low[index:last])
            zone = NAMES.get(named) or PLACES.get(named)
            return None if zone is None else (zone, last + 1)
    # "6 p.m. Eastern", but not "6 p.m. Pacific Coast".
    is_region = low[index] in REGIONS and not tokens.word[index + 1][:1].isupper()
    return (REGIONS[low[index]], index + 1) if is_region else None


def _read_distance(tokens: Tokens, index: int, name: str) -> tuple[str, int]:
    """ "GMT" itself, or how far a clock is from it: "GMT+3", "UTC-4:30"."""
    sign, figures = tokens.low[index + 1], tokens.low[index + 2]
    hours, _, minutes = figures.partition(":")
    is_distance = sign in ("+", "-", "−") and tokens.touches(index + 1) and tokens.touches(index + 2)
    if not (is_distance and hours.isdecimal() and len(hours) <= 2 and int(hours) <= MOST_HOURS):
        return name, index + 1
    minutes = f":{minutes}" if minutes.isdecimal() and int(minutes) else ""
    return f"UTC{'+' if sign == '+' else '-'}{int(hours)}{minutes}", index + 3
