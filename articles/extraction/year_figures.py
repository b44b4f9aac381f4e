"""Years in digits."""

from __future__ import annotations

from articles.extraction.moments import Found, Moment
from articles.extraction.tokens import Tokens
from articles.values import Precision

EARLIEST, LATEST = 1000, 2199


def is_year(tokens: Tokens, index: int) -> bool:
    """Whether a token is four digits that can be a year."""
    word = tokens.word[index]
    return len(word) == 4 and word.isdecimal() and EARLIEST <= int(word) <= LATEST


def span_of_years(first: int, last: int, year: int, until: int, split: int = 0) -> Found:
    """The years from one to another, as `Found` has them."""
    return Found(first, last, Moment(Precision.YEAR, year, until=Moment(Precision.YEAR, until)), split)


def later_year(word: str, year: int) -> int | None:
    """The year after another that a word of two or four digits names: the 14 of "2013-14"."""
    if not word.isdecimal() or len(word) not in (2, 4):
        return None
    until = int(word) if len(word) == 4 else year // 100 * 100 + int(word)
    return until if year < until <= LATEST else None
