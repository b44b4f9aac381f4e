"""The number of a day of the month: "16", "16th", "sixteenth", "twenty-first"."""

from __future__ import annotations

from typing import Final

from articles.extraction.en.number_words import ORDINAL_ENDINGS, ORDINALS, TENS
from articles.extraction.tokens import Tokens

LONGEST_MONTH: Final = 31
# A noun after an ordinal makes it a rank: "in May second graders", "the third week".
RANKED: Final = frozenset(
    """
    quarter quarters half time times week weeks day days place year years grade grader graders degree degrees round
    rounds anniversary straight consecutive century period party world person one base base street avenue floor term
    edition season game leg test child son daughter man woman group class class rate reading hand look phase stage
    division district amendment army fleet
    """.split()
)


def read_day(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The day of a month at a token, and the token after it; None where there is none."""
    word = tokens.word[index]
    if word.isdecimal():
        if len(word) > 2 or not 1 <= int(word) <= LONGEST_MONTH:
            return None
        return int(word), index + 1 + has_ending(tokens, index + 1)
    return _read_day_in_words(tokens, index)


def has_ending(tokens: Tokens, index: int) -> bool:
    """Whether a token is the "th" of the figure before it."""
    return tokens.low[index] in ORDINAL_ENDINGS and tokens.touches(index)


def _read_day_in_words(tokens: Tokens, index: int) -> tuple[int, int] | None:
    low = tokens.low
    day, last = ORDINALS.get(low[index]), index + 1
    if day is None and low[index] in TENS:
        last += low[last] == "-"
        unit = ORDINALS.get(low[last], 0)
        day, last = (TENS[low[index]] + unit if 0 < unit < 10 else None), last + 1
    return (day, last) if day is not None and 1 <= day <= LONGEST_MONTH else None


def ends_a_day(tokens: Tokens, index: int) -> bool:
    """Whether no noun follows, at this token, that would make a rank of an ordinal in words."""
    return tokens.low[index] not in RANKED and tokens.low[index] != "-"
