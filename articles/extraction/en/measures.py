"""The unit after a figure: percent, money, a measure, a duration, or the noun that is counted."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from articles.extraction.en.money import read_money
from articles.extraction.en.noun_words import GENERIC
from articles.extraction.en.nouns import read_noun_phrase
from articles.extraction.en.number_words import SMALL
from articles.extraction.en.units import (
    MEASURES,
    PERCENT,
    RATE_WORDS,
    RATES,
    SQUARE,
    TEMPERATURES,
    TIMES,
)
from articles.extraction.phrases import Unit
from articles.extraction.tokens import Tokens
from articles.values import Kind

# A unit of one or two letters counts only straight after digits, and never these, which are words or initials too.
SHORT_MEASURES: Final = frozenset("l v w g ha hp nm gal rad deg".split())
AS_METRES: Final = frozenset(
    "deep high tall wide long away above below race dash sprint hurdles freestyle final".split()
)
METRES_OR_MILLIONS: Final = "m"
OWNERS: Final = frozenset("the its their his her those these our".split())
BEFORE_TIMES: Final = frozenset("more full straight consecutive whole long additional calendar".split())
BEFORE_ONE_DAY: Final = frozenset("in for within after just only than least about".split())


def read_unit_after(tokens: Tokens, last: int, timezone: str, value: Decimal) -> Unit | None:
    """The unit that begins at a token, or None; the noun phrase is tried last."""
    low = tokens.low
    index = last + 1 if low[last] in ("-", "–") and tokens.touches(last) and tokens.touches(last + 1) else last
    hyphened = index > last
    if low[index] in ("[", "<", "(") and low[index + 1] in MEASURES and low[index + 2] in ("]", ">", ")"):
        return Unit(Kind.QUANTITY, index + 3, MEASURES[low[index + 1]])
    found = (
        _read_percent(tokens, index)
        or read_money(tokens, index, timezone, value)
        or _read_time(tokens, index)
        or _read_measure(tokens, index)
    )
    if found is not None:
        return found
    if hyphened and not (low[index].isalpha() and low[index] not in ("and", "to", "or")):
        return None
    if low[index] == "of":
        return _read_whole(tokens, last, index + 1 + (low[index + 1] in OWNERS))
    if hyphened and low[index] == "strong":
        return Unit(Kind.QUANTITY, index + 1, "person")
    beyond = _after_age(tokens, index)
    phrase = read_noun_phrase(tokens, beyond or index, is_one=value == 1 and not hyphened, hyphened=hyphened)
    if phrase is None or (value == 1 and low[index] in GENERIC):
        return None
    end = phrase.last if beyond is None else last
    return Unit(Kind.QUANTITY, end, phrase.head, (phrase.first, phrase.last))


def _read_whole(tokens: Tokens, last: int, index: int) -> Unit | None:
    """The noun of the whole in "twelve of the 15 judges", which the part counts too."""
    if not (tokens.word[index][:1].isdecimal() or tokens.low[index] in SMALL) or tokens.low[index] == "one":
        return None
    phrase = read_noun_phrase(tokens, index + 1)
    return None if phrase is None else Unit(Kind.QUANTITY, last, phrase.head, (phrase.first, phrase.last))


def _after_age(tokens: Tokens, index: int) -> int | None:
    """The token after the age in "two 17-year-old boys", whose noun the first number counts."""
    low = tokens.low
    if low[index].isdecimal() and low[index + 1] == "-" and low[index + 2] in TIMES and low[index + 4] == "old":
        return index + 5
    return None


def _read_percent(tokens: Tokens, index: int) -> Unit | None:
    low, last = tokens.low, index + 1
    if low[index] == "basis" and low[last] in ("point", "points"):
        return Unit(Kind.PERCENTAGE, last + 1, "basis point")
    if low[index] in ("per", "percentage") and low[last] in ("cent", "point", "points", "pts"):
        last += 1
        if low[index] == "per" and low[last] in ("point", "points"):
            last += 1
    elif low[index] not in PERCENT:
        return None
    elif low[last] in ("point", "points"):
        last += 1
    name = "percentage point" if low[last - 1] in ("point", "points", "pts") else "percent"
    return Unit(Kind.PERCENTAGE, last, name)


def _read_time(tokens: Tokens, index: int) -> Unit | None:
    """ "six months", "nine-year-old", "29 years of age", "87 yo"; "one day" is no length of time."""
    low = tokens.low
    step = index + (low[index] in BEFORE_TIMES)
    name = TIMES.get(low[step])
    if name is None:
        return None
    last = step + 1
    last += low[last] in ("'", "’") and low[last + 1][:1].isalpha()
    if name == "day" and low[index - 1] == "one" and low[last] != "-" and low[index - 2] not in BEFORE_ONE_DAY:
        return None
    if (low[last] == "-" and low[last + 1] in ("old", "olds", "long")) or low[last : last + 2] == ["of", "age"]:
        last += 2
    return Unit(Kind.DURATION, last + (low[last] == "old"), name)


def _read_measure(tokens: Tokens, index: int) -> Unit | None:
    """ "30 miles", "12 km", "190,000 square metres", "45 degrees Celsius"."""
    low = tokens.low
    prefix, step = SQUARE.get(low[index]), index
    if prefix is not None:
        step += 1 + (low[step + 1] == ".")
    word, name = low[step], MEASURES.get(low[step])
    speed = _read_speed(tokens, step, name)
    if speed is not None:
        return speed
    if word == "light" and low[step + 1 + (low[step + 1] == "-")] in ("year", "years"):
        return Unit(Kind.QUANTITY, step + 2 + (low[step + 1] == "-"), "light year")
    if word == "°" or name == "degree":
        return _read_degrees(tokens, step)
    if len(word) <= 3 and prefix is None:
        return _read_abbreviation(tokens, step, name)
    if name is None:
        return None
    return Unit(Kind.QUANTITY, step + 1, f"{prefix} {name}" if prefix else name)


def _read_speed(tokens: Tokens, step: int, name: str | None) -> Unit | None:
    """ "km/h", "miles per hour", "m/s", "kilometres an hour": one measure, as "mph" is."""
    low = tokens.low
    name = "metre" if low[step] == "m" else name
    if name not in ("kilometre", "mile", "metre") or low[step + 1] not in ("/", "per", "an", "a"):
        return None
    time = TIMES.get(low[step + 2], "hour" if low[step + 2] == "h" else "second" if low[step + 2] == "s" else None)
    return Unit(Kind.QUANTITY, step + 3, f"{name} per {time}") if time in ("hour", "second") else None


def _read_abbreviation(tokens: Tokens, step: int, name: str | None) -> Unit | None:
    """ "12 km", "155mm", "113 F": a short unit stands after digits, and nothing is joined to it ("24703 L-202")."""
    low, word = tokens.low[step], tokens.word[step]
    following = tokens.word[step + 1][:1]
    is_apart = tokens.touches(step) if following.isalpha() and not tokens.touches(step + 1) else not following.isalnum()
    if low in ("f", "c") and word.isupper() and is_apart:
        return Unit(Kind.QUANTITY, step + 1, TEMPERATURES[low])
    if not tokens.word[step - 1][-1:].isdecimal() or (
        tokens.touches(step + 1) and (following.isdecimal() or following == "-")
    ):
        return None
    if word == METRES_OR_MILLIONS and (tokens.touches(step) or tokens.low[step + 1] in AS_METRES):
        return Unit(Kind.QUANTITY, step + 1, "metre")
    if name is None or (low in SHORT_MEASURES and not word.islower()):
        return None
    return Unit(Kind.QUANTITY, step + 1, name)


def _read_degrees(tokens: Tokens, step: int) -> Unit:
    low, last = tokens.low, step + 1
    last += low[last] == "." and low[last + 1] in TEMPERATURES
    if low[last] in TEMPERATURES and (len(low[last]) > 1 or tokens.word[last + 1][:1] not in ("'", "’")):
        return Unit(Kind.QUANTITY, last + 1, TEMPERATURES[low[last]])
    return Unit(Kind.QUANTITY, last, "degree")


def read_rate(tokens: Tokens, last: int) -> tuple[int, str | None]:
    """ "a year", "per barrel", "an hour", "each", "/day" after an amount: where it ends, and the divisor."""
    low = tokens.low
    if low[last + 2] in ("ago", "earlier", "later", "before", "after") and low[last] in ("a", "an"):
        return last, None
    if low[last] in ("a", "an", "per", "/", "each", "every") and low[last + 1] in RATES:
        return last + 2, {"kg": "kilogram", "km": "kilometre", "hr": "hour"}.get(low[last + 1], low[last + 1])
    if low[last] == "-" and low[last + 1] in ("a", "per") and low[last + 2] == "-" and low[last + 3] in RATES:
        return last + 4, low[last + 3]
    if low[last] == "per" and tokens.word[last + 1][:1].isdecimal() and low[last + 2].isalpha():
        return last + 3, tokens.slice(last + 1, last + 3)
    if low[last] == "per" and low[last + 1].isalpha():
        return last + 2, low[last + 1]
    if low[last] in RATE_WORDS:
        return last + 1, RATE_WORDS[low[last]]
    if low[last] == "each" and not tokens.word[last + 1][:1].isalpha():
        return last + 1, "each"
    return last, None
