"""The unit after a figure: percent, money, a measure, a duration, or the noun that is counted."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from articles.extraction.en.noun_words import GENERIC
from articles.extraction.en.nouns import read_noun_phrase
from articles.extraction.en.units import (
    CENTS,
    CODE_WORDS,
    CURRENCIES,
    DOLLARS,
    HOME_DOLLARS,
    MEASURES,
    NATIONAL,
    PERCENT,
    RATE_WORDS,
    RATES,
    SIGNS,
    SQUARE,
    TEMPERATURES,
    TIMES,
)
from articles.extraction.tokens import Tokens
from articles.values import Kind

# A unit of one or two letters counts only straight after digits, and never these, which are words or initials too.
SHORT_MEASURES: Final = frozenset("l v w g ha hp nm gal rad deg".split())
AS_METRES: Final = frozenset(
    "deep high tall wide long away above below race dash sprint hurdles freestyle final".split()
)
MILLIONS_MARK: Final = "m"


class Unit(NamedTuple):
    """What a figure is a figure of; `last` is the token after it, `factor` what the words multiply by."""

    kind: Kind
    last: int
    name: str | None
    noun: tuple[int, int] | None = None
    factor: Decimal = Decimal(1)


def read_unit_after(tokens: Tokens, last: int, timezone: str, value: Decimal) -> Unit | None:
    """The unit that begins at a token, or None; the noun phrase is tried last."""
    low = tokens.low
    index = last + 1 if low[last] in ("-", "–") and tokens.touches(last) and tokens.touches(last + 1) else last
    hyphened = index > last
    if low[index] in ("[", "<", "(") and low[index + 1] in MEASURES and low[index + 2] in ("]", ">", ")"):
        return Unit(Kind.QUANTITY, index + 3, MEASURES[low[index + 1]])
    found = (
        _read_percent(tokens, index)
        or _read_money(tokens, index, timezone, value)
        or _read_time(tokens, index)
        or _read_measure(tokens, index, glued=tokens.touches(index))
    )
    if found is not None:
        return found
    if hyphened and not (low[index].isalpha() and low[index] not in ("and", "to", "or")):
        return None
    if low[index] == "of" and low[index + 1] in ("the", "its", "their", "his", "her", "those", "these"):
        return _read_whole(tokens, last, index + 2)
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
    if not tokens.low[index].isdecimal():
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


def _read_money(tokens: Tokens, index: int, timezone: str, value: Decimal) -> Unit | None:
    """ "dollars", "US dollars", "euros", "cents", "USD", and the sign after the figure."""
    low = tokens.low
    for step in (index, index + 1, index + 2):
        word = low[step]
        if word in CURRENCIES:
            code = NATIONAL.get((low[step - 1], word.rstrip("s"))) if step > index else None
            if step > index and code is None:
                return None
            if word == "won" and value < 100:
                return None
            if code is None:
                code = CURRENCIES[word]
                if code == "USD":
                    code = home_dollar(timezone)
            last = step + 1
            if low[last : last + 2] in (["and", low[last + 1]],) and low[last + 2] in CENTS:
                return Unit(Kind.MONEY, last, code)
            return Unit(Kind.MONEY, last, code)
        if step == index and word in SIGNS and not tokens.word[step + 1][:1].isdecimal():
            return Unit(Kind.MONEY, step + 1, SIGNS[word])
        if step == index and word in CODE_WORDS and (tokens.word[step].isupper() or word in ("rmb", "usd", "eur")):
            return Unit(Kind.MONEY, step + 1, CODE_WORDS[word])
        if step == index and word == "p" and tokens.touches(step) and low[step + 1] != ".":
            return Unit(Kind.MONEY, step + 1, "GBP", factor=Decimal("0.01"))
        if step == index and word in CENTS:
            return Unit(Kind.MONEY, step + 1, CENTS[word], factor=Decimal("0.01"))
        if step == index and word in ("pound", "pounds"):
            if low[step + 1] == "sterling" or value >= 10**5 or timezone == "Europe/London":
                return Unit(Kind.MONEY, step + 1 + (low[step + 1] == "sterling"), "GBP")
            return Unit(Kind.QUANTITY, step + 1, "pound")
        if not word.isalpha() and word != "u.s.":
            return None
    return None


def home_dollar(timezone: str) -> str:
    """The dollar that a bare sign means in a text of this time zone: the American, unless its country has its own."""
    return HOME_DOLLARS.get(timezone) or HOME_DOLLARS.get(timezone.partition("/")[0], "USD")


def read_sign_before(tokens: Tokens, first: int, floor: int, timezone: str) -> tuple[int, str] | None:
    """The currency sign or code that ends before a token: where it begins, and the ISO code."""
    low, word = tokens.low, tokens.word
    if first <= floor:
        return None
    sign = low[first - 1]
    if sign in SIGNS:
        first -= 1
        if first > floor and low[first - 1] in DOLLARS and (sign == "$"):
            if tokens.touches(first) or low[first - 1] in ("us", "u.s.", "c", "a", "hk", "nz"):
                return first - 1, DOLLARS[low[first - 1]]
        return first, home_dollar(timezone) if sign == "$" else SIGNS[sign]
    if sign in CODE_WORDS and (word[first - 1].isupper() or (sign == "rs" and word[first - 1] == "Rs")):
        return first - 1, CODE_WORDS[sign]
    if sign == "." and first - 2 >= floor and low[first - 2] == "rs":
        return first - 2, "INR"
    return None


def _read_time(tokens: Tokens, index: int) -> Unit | None:
    """ "six months", "nine-year-old", "29 years of age", "87 yo"."""
    low = tokens.low
    step = index + (
        low[index] in ("more", "full", "straight", "consecutive", "whole", "long", "additional", "calendar")
    )
    name = TIMES.get(low[step])
    if name is None:
        return None
    last = step + 1
    if low[last] in ("'", "’") and low[last + 1][:1].isalpha():
        last += 1
    if low[step] == "day" and last == index + 1 and low[index - 1] == "one" and low[last] != "-":
        if index < 2 or low[index - 2] not in (
            "in",
            "for",
            "within",
            "after",
            "just",
            "only",
            "than",
            "least",
            "about",
        ):
            return None
    if low[last] == "-" and low[last + 1] in ("old", "olds", "long"):
        last += 2
    elif low[last] == "old":
        last += 1
    elif low[last] == "of" and low[last + 1] == "age":
        last += 2
    return Unit(Kind.DURATION, last, name)


def _read_measure(tokens: Tokens, index: int, *, glued: bool) -> Unit | None:
    low = tokens.low
    prefix, step = SQUARE.get(low[index]), index
    if prefix is not None:
        step += 1 + (low[step + 1] == ".")
    word = low[step]
    name = MEASURES.get(word)
    if word == "°":
        return _read_degrees(tokens, step)
    following = tokens.word[step + 1][:1]
    if word in ("f", "c") and tokens.word[step].isupper() and not following.isalnum():
        return Unit(Kind.QUANTITY, step + 1, TEMPERATURES[word])
    if len(word) <= 2 and tokens.touches(step + 1) and (following.isdecimal() or following == "-"):
        return None
    if name is None:
        if word == MILLIONS_MARK and tokens.word[step] == "m" and (glued or low[step + 1] in AS_METRES):
            return Unit(Kind.QUANTITY, step + 1, "metre")
        return None
    if word in SHORT_MEASURES and not (tokens.word[index - 1][:1].isdecimal() and tokens.word[step].islower()):
        return None
    if name == "degree":
        return _read_degrees(tokens, step)
    if len(word) <= 3 and not tokens.word[step - 1][-1:].isdecimal() and prefix is None:
        return None
    if low[step + 1] in ("of",) and word in ("foot", "head"):
        return None
    return Unit(Kind.QUANTITY, step + 1, f"{prefix} {name}" if prefix else name)


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
    if low[last] == "per" and low[last + 1].isalpha():
        return last + 2, low[last + 1]
    if low[last] in RATE_WORDS:
        return last + 1, RATE_WORDS[low[last]]
    if low[last] == "each" and not tokens.word[last + 1][:1].isalpha():
        return last + 1, "each"
    return last, None
