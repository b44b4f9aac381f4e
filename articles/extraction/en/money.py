"""Currencies after a figure: signs, codes and names."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from articles.extraction.currencies import CODE_WORDS, SIGNS, home_dollar
from articles.extraction.en.units import CENTS, CURRENCIES, NATIONAL
from articles.extraction.phrases import Unit
from articles.extraction.tokens import Tokens
from articles.values import Kind

HUNDREDTH: Final = Decimal("0.01")
# "200 pounds" weigh; from here on, or in a British text, they are paid.
POUNDS_PAID_FROM: Final = 10**5
# "3 won" are victories, "3,000 won" are money.
LEAST_WON: Final = 100
# Names of money only after a country: "Norwegian crowns".
SHARED_NAMES: Final = frozenset({"pound", "pounds", "crown", "crowns"})
LOWER_CODES: Final = frozenset({"rmb", "usd", "eur"})


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
