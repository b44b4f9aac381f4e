"""What neighbouring dates lend one another."""

from __future__ import annotations

from dataclasses import replace

from articles.extraction.moments import Base, DatePhrase
from articles.extraction.tokens import Tokens


def lend_years(tokens: Tokens, phrases: list[DatePhrase], links: frozenset[str]) -> list[DatePhrase]:
    """Lend the year to a date that stands before one with a year: "between June 5 and July 3, 2023".

    `links` are the words and marks that may stand between the two.
    """
    for place in range(len(phrases) - 2, -1, -1):
        one_, two = phrases[place], phrases[place + 1]
        left, right = one_.moment, two.moment
        if left.month is None or left.year is not None or right.year is None or left.base is not Base.NAMED:
            continue
        if two.first - one_.last > 3 or right.month is None or left.which is not None:
            continue
        if any(word not in links for word in tokens.low[one_.last : two.first]):
            continue
        year = right.year if (left.month, left.day or 0) <= (right.month, right.day or 31) else right.year - 1
        phrases[place] = replace(one_, moment=replace(left, year=year))
    return phrases
