"""What a rate is counted by: "a year", "per barrel", "each"."""

from __future__ import annotations

from typing import Final

from articles.extraction.en.noun_words import ADVERBS, STOPS
from articles.extraction.en.nouns import is_counted, is_plural
from articles.extraction.en.number_words import CARDINALS, MAGNITUDES
from articles.extraction.en.unit_symbols import LENGTHS, PRODUCTS, RATED, SQUARE
from articles.extraction.en.units import MEASURES, RATE_WORDS, RATES
from articles.extraction.tokens import Tokens

# No divisor in words is longer, and no claim keeps more.
LONGEST: Final = 32
LONGEST_NOUN: Final = 5
FULL: Final = {"kg": "kilogram", "kilo": "kilogram", "km": "kilometre", "hr": "hour", "annum": "year"}
# "Lost $5 a bit later", "paid $5 a spokesman said", "gave $5, a sum that": no divisors.
AMOUNTS: Final = frozenset("lot bit little few couple while deal".split())
CLAUSES: Final = frozenset("said says say told that who which whose to is was are were has had".split())


def read_rate(tokens: Tokens, last: int) -> tuple[int, str | None]:
    """ "a year", "per barrel", "an hour", "each", "/day" after an amount: where it ends, and the divisor."""
    low = tokens.low
    if low[last + 2] in ("ago", "earlier", "later", "before", "after") and low[last] in ("a", "an"):
        return last, None
    if low[last] in ("a", "an", "per", "/", "each", "every") and low[last + 1] in RATES:
        return last + 2, FULL.get(low[last + 1], low[last + 1])
    if low[last] == "-" and low[last + 1] in ("a", "per") and low[last + 2] == "-" and low[last + 3] in RATES:
        return last + 4, low[last + 3]
    if low[last] in ("a", "an", "per", "/") and (found := _read_measure(tokens, last))[1] is not None:
        return found
    if low[last] == "per" or (low[last] == "/" and low[last + 2] in LENGTHS):
        return _read_divisor(tokens, last)
    if low[last] in RATED:
        return last + 1, RATED[low[last]][1]
    if low[last] in RATE_WORDS and not is_counted(tokens, last + 1):
        return last + 1, RATE_WORDS[low[last]]
    if low[last] == "each" and (not tokens.word[last + 1][:1].isalpha() or low[last + 1] in STOPS):
        return last + 1, "each"
    return last, None


def read_price_rate(tokens: Tokens, last: int) -> tuple[int, str | None]:
    """ "99 cents a song", "$40 a carton": money is paid by any noun that stands alone after its article."""
    low, noun = tokens.low, last + 1
    if low[last] not in ("a", "an") or not low[noun].isalpha() or not tokens.word[noun].islower():
        return last, None
    if low[noun] in STOPS or low[noun] in ADVERBS or low[noun] in CARDINALS or is_plural(low[noun]):
        return last, None
    following = low[noun + 1]
    if following in ("ago", "earlier", "later", "before", "after"):
        # "From 98 cents a year earlier" is dated.
        return last, None
    if low[noun] in AMOUNTS or following in CLAUSES or (following.isalpha() and following not in STOPS):
        return last, None
    return (noun + 1, low[noun]) if len(low[noun]) <= LONGEST else (last, None)


def _read_divisor(tokens: Tokens, last: int) -> tuple[int, str | None]:
    """ "per 100,000 people", "per million British thermal units", "per kilowatt", "/100km"."""
    low, end = tokens.low, last + 2
    if tokens.word[last + 1][:1].isdecimal() or low[last + 1] in MAGNITUDES:
        while (
            low[end].isalpha() and end < last + LONGEST_NOUN and not is_counted(tokens, end) and low[end] not in STOPS
        ):
            end += 1
        end = end + 1 if is_counted(tokens, end) or low[end] in LENGTHS else last + 2
    elif not low[last + 1].isalpha():
        return last, None
    elif low[end] in RATES and low[last + 1] not in RATES:
        return end + 1, low[end]  # "per diluted share"
    elif low[last + 1] in MEASURES:
        return end, MEASURES[low[last + 1]]
    divisor = tokens.slice(last + 1, end)
    return (end, divisor) if len(divisor) <= LONGEST else (last, None)


def _read_measure(tokens: Tokens, last: int) -> tuple[int, str | None]:
    """ "a square foot", "per kilowatt-hour": a divisor of two words, which is a measure."""
    low, index = tokens.low, last + 1
    if low[index] in SQUARE:
        name = MEASURES.get(low[index + 1])
        return (last, None) if name is None else (index + 2, f"{SQUARE[low[index]]} {name}")
    second = index + 1 + (low[index + 1] == "-")
    product = PRODUCTS.get((low[index], low[second]))
    return (last, None) if product is None else (second + 1, product)
