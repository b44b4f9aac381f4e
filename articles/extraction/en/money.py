"""Currencies after a figure: signs, codes and names."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

from articles.extraction.currencies import CODE_WORDS, CODES, SIGNS, home_dollar
from articles.extraction.en.currency_words import ALONE, CURRENCIES, HUNDREDTHS, MONEY_WORDS, OBSOLETE, SHARED
from articles.extraction.en.number_words import MAGNITUDES
from articles.extraction.homes import country_of_dateline, country_of_zone
from articles.extraction.phrases import Unit
from articles.extraction.tokens import Tokens
from articles.values import Kind

HUNDREDTH: Final = Decimal("0.01")
MILLION: Final = Decimal(10**6)
# "200 pounds" weigh; from here on, or in a text from where pounds are paid, they are money.
POUNDS_PAID_FROM: Final = 10**5
WHERE_POUNDS_ARE_PAID: Final = frozenset({"GB", "EG", "LB", "SY", "SD", "SS"})
# What fewer are called otherwise: "3 won" are victories, "90 marks" an exam's.
LEAST: Final = {"won": 100, "mark": 1000, "marks": 1000, "crown": 100, "crowns": 100, "soles": 100, "kip": 100}
LOWER_CODES: Final = frozenset({"rmb", "usd", "eur"})
# Lines of a picture: "1080p".
LINES: Final = frozenset({480, 720, 1080, 1440, 2160})


def read_money(tokens: Tokens, index: int, timezone: str, value: Decimal) -> Unit | None:
    """ "dollars", "US dollars", "euros", "cents", "USD", and the sign after the figure."""
    word, last = tokens.low[index], index + 1
    if word in MONEY_WORDS:
        return _read_name(tokens, index, timezone, value)
    if word in SIGNS:
        is_other = tokens.word[last][:1].isdecimal()
        return None if is_other else Unit(Kind.MONEY, last, _at_home(tokens, SIGNS[word], timezone))
    if word in HUNDREDTHS:
        return Unit(Kind.MONEY, last, _at_home(tokens, HUNDREDTHS[word], timezone), part=HUNDREDTH)
    if word == "p" and tokens.touches(index) and not _is_picture(tokens, index, value):
        return Unit(Kind.MONEY, last, "GBP", part=HUNDREDTH)
    return _read_code(tokens, index) or _read_national(tokens, index)


def _at_home(tokens: Tokens, code: str, timezone: str) -> str:
    return home_dollar(tokens, timezone) if code == "USD" else code


def _read_name(tokens: Tokens, index: int, timezone: str, value: Decimal) -> Unit | None:
    word, last = tokens.low[index], index + 1
    if word in ("pound", "pounds"):
        return _read_pounds(tokens, last, timezone, value)
    if value < LEAST.get(word, 0):
        return None
    if word == "euro" and tokens.low[last] in ("cent", "cents"):
        return Unit(Kind.MONEY, last + 1, "EUR", part=HUNDREDTH)
    return Unit(Kind.MONEY, last, CURRENCIES.get(word) or find_owner(tokens, word, timezone))


def _is_picture(tokens: Tokens, index: int, value: Decimal) -> bool:
    """Whether "1080p" counts the lines of a picture and no pence."""
    return value in LINES and tokens.low[index - 2] not in ("at", "to", "by")


def _read_code(tokens: Tokens, index: int) -> Unit | None:
    """ "USD", "75 USD million", "120 MEUR"."""
    word, last = tokens.low[index], index + 1
    if not (tokens.word[index].isupper() or word in LOWER_CODES):
        return None
    if word in CODE_WORDS:
        factor = MAGNITUDES.get(tokens.low[last], 1)
        return Unit(Kind.MONEY, last + (factor > 1), CODE_WORDS[word], factor=Decimal(factor))
    if word[0] == "m" and word[1:].upper() in CODES:
        return Unit(Kind.MONEY, last, word[1:].upper(), factor=MILLION)
    return None


def _read_pounds(tokens: Tokens, last: int, timezone: str, value: Decimal) -> Unit | None:
    if tokens.low[last] == "-" and tokens.touches(last):
        return None  # "pound-feet"
    if tokens.low[last] == "sterling":
        return Unit(Kind.MONEY, last + 1, "GBP")
    if value >= POUNDS_PAID_FROM or country_of(tokens, timezone) in WHERE_POUNDS_ARE_PAID:
        return Unit(Kind.MONEY, last, find_owner(tokens, "pound", timezone))
    return Unit(Kind.QUANTITY, last, "pound")


def _read_national(tokens: Tokens, index: int) -> Unit | None:
    """ "Swiss francs", "Hong Kong dollars", "Canadian cents": the country before the name decides whose."""
    low = tokens.low
    for step in (index + 1, index + 2):
        name = low[step]
        if name in SHARED:
            is_north = low[step - 2 : step] == ["north", "korean"]
            code = "KPW" if is_north else SHARED[name].get(low[step - 1])
            return None if code is None else Unit(Kind.MONEY, step + 1, code)
        if name in CURRENCIES:
            is_named = all(word[:1].isupper() for word in tokens.word[index:step])
            return Unit(Kind.MONEY, step + 1, CURRENCIES[name]) if is_named else None
        if name in ("cent", "cents"):
            code = SHARED["dollar"].get(low[step - 1])
            return None if code is None else Unit(Kind.MONEY, step + 1, code, part=HUNDREDTH)
        if not name.isalpha():
            return None
    return None


def country_of(tokens: Tokens, timezone: str) -> str | None:
    """The country of a text, by its dateline, else by its time zone."""
    return country_of_dateline(tokens)[0] or country_of_zone(timezone)


def find_owner(tokens: Tokens, name: str, timezone: str) -> str:
    """The ISO code of a name that several countries share, or the bare name where nothing tells whose it is.

    The country of the dateline decides, else the only one of the owners that the text names, else the time zone.
    """
    if name in ("dollar", "dollars"):
        return home_dollar(tokens, timezone)
    owners = SHARED[name]
    codes = {code[:2]: code for code in owners.values() if code not in OBSOLETE}
    for country in (country_of_dateline(tokens)[0], country_of_zone(timezone)):
        if country in codes:
            return codes[country]
    named = {code for word, code in owners.items() if code not in OBSOLETE and word in _words_of(tokens)}
    if len(named) == 1:
        return named.pop()
    return ALONE.get(name) or name.rstrip("s")


@lru_cache(maxsize=1)
def _words_of(tokens: Tokens) -> frozenset[str]:
    return frozenset(tokens.low)
