"""Currencies beside a figure: signs, codes and names."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from articles.extraction.en.units import CENTS, CODE_WORDS, CURRENCIES, DOLLARS, HOME_DOLLARS, NATIONAL, SIGNS
from articles.extraction.tokens import Tokens
from articles.values import Kind

HUNDREDTH: Final = Decimal("0.01")
# "200 pounds" weigh; from here on, or in a British text, they are paid.
POUNDS_PAID_FROM: Final = 10**5
# "3 won" are victories, "3,000 won" are money.
LEAST_WON: Final = 100
# "US $5" may stand apart; before "a $5 deal" is no Australia.
WRITTEN_APART: Final = frozenset({"us", "u.s.", "hk", "nz"})
# Names of money only after a country: "Norwegian crowns".
SHARED_NAMES: Final = frozenset({"pound", "pounds", "crown", "crowns"})
LOWER_CODES: Final = frozenset({"rmb", "usd", "eur"})


class Unit(NamedTuple):
    """What a figure is a figure of; `last` is the token after it, `factor` what the words multiply by."""

    kind: Kind
    last: int
    name: str | None
    noun: tuple[int, int] | None = None
    factor: Decimal = Decimal(1)


def read_money(tokens: Tokens, index: int, timezone: str, value: Decimal) -> Unit | None:
    """ "dollars", "US dollars", "euros", "cents", "USD", and the sign after the figure."""
    word, last = tokens.low[index], index + 1
    if word in CURRENCIES:
        is_money = word != "won" or value >= LEAST_WON
        code = home_dollar(timezone) if CURRENCIES[word] == "USD" else CURRENCIES[word]
        return Unit(Kind.MONEY, last, code) if is_money else None
    if word in SIGNS:
        return None if tokens.word[last][:1].isdecimal() else Unit(Kind.MONEY, last, SIGNS[word])
    if word in CODE_WORDS and (tokens.word[index].isupper() or word in LOWER_CODES):
        return Unit(Kind.MONEY, last, CODE_WORDS[word])
    if word in CENTS or (word == "p" and tokens.touches(index)):
        return Unit(Kind.MONEY, last, CENTS.get(word, "GBP"), factor=HUNDREDTH)
    if word in ("pound", "pounds"):
        is_sterling = tokens.low[last] == "sterling"
        is_paid = is_sterling or value >= POUNDS_PAID_FROM or timezone == "Europe/London"
        return Unit(Kind.MONEY, last + is_sterling, "GBP") if is_paid else Unit(Kind.QUANTITY, last, "pound")
    return _read_national(tokens, index)


def _read_national(tokens: Tokens, index: int) -> Unit | None:
    """ "Swiss francs", "Hong Kong dollars": the name of a country decides whose."""
    for step in (index + 1, index + 2):
        name = tokens.low[step]
        if name in CURRENCIES or name in SHARED_NAMES:
            code = NATIONAL.get((tokens.low[step - 1], name.rstrip("s")))
            code = code or NATIONAL.get((" ".join(tokens.low[step - 2 : step]), name.rstrip("s")))
            return None if code is None else Unit(Kind.MONEY, step + 1, code)
        if not name.isalpha():
            return None
    return None


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
