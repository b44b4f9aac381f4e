"""What a rate is counted by: "a year", "per barrel", "each"."""

from __future__ import annotations

from articles.extraction.en.nouns import is_counted
from articles.extraction.en.units import LENGTHS, RATE_WORDS, RATED, RATES
from articles.extraction.tokens import Tokens


def read_rate(tokens: Tokens, last: int) -> tuple[int, str | None]:
    """ "a year", "per barrel", "an hour", "each", "/day" after an amount: where it ends, and the divisor."""
    low = tokens.low
    if low[last + 2] in ("ago", "earlier", "later", "before", "after") and low[last] in ("a", "an"):
        return last, None
    if low[last] in ("a", "an", "per", "/", "each", "every") and low[last + 1] in RATES:
        return last + 2, {"kg": "kilogram", "km": "kilometre", "hr": "hour"}.get(low[last + 1], low[last + 1])
    if low[last] == "-" and low[last + 1] in ("a", "per") and low[last + 2] == "-" and low[last + 3] in RATES:
        return last + 4, low[last + 3]
    if low[last] in ("per", "/") and tokens.word[last + 1][:1].isdecimal():
        end = last + 2 + (is_counted(tokens, last + 2) or low[last + 2] in LENGTHS)
        return end, tokens.slice(last + 1, end)
    if low[last] == "per" and low[last + 1].isalpha():
        return last + 2, low[last + 1]
    if low[last] in RATED:
        return last + 1, RATED[low[last]][1]
    if low[last] in RATE_WORDS and not is_counted(tokens, last + 1):
        return last + 1, RATE_WORDS[low[last]]
    if low[last] == "each" and not tokens.word[last + 1][:1].isalpha():
        return last + 1, "each"
    return last, None
