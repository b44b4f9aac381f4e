"""Years and decades in words, as broadcasts write what is said: "nineteen ninety-eight", "two thousand and five"."""

from __future__ import annotations

from typing import Final

from articles.extraction.en.calendar_words import MONTHS
from articles.extraction.en.number_words import ORDINALS, SMALL, TENS
from articles.extraction.moments import Found, Moment
from articles.extraction.tokens import Tokens
from articles.values import Precision

CENTURIES: Final = {"sixteen": 1600, "seventeen": 1700, "eighteen": 1800, "nineteen": 1900, "twenty": 2000}
ZEROES: Final = frozenset({"oh", "o", "aught"})
DECADES: Final = {word.removesuffix("y") + "ies": value for word, value in TENS.items() if word != "fourty"}
# Before "two thousand", which counts things as often as years.
BEFORE_THOUSAND: Final = frozenset("in since by until till year of from during before after through ,".split())
AFTER_A_YEAR: Final = frozenset(
    "and to through until till when as at on in of for by with was were is are the a he she it they we but or".split()
)
EARLY: Final = frozenset({"early", "late", "mid", "-", "roaring", "swinging", "dirty", "hungry"})
# "Highs in the eighties" is no decade.
DEGREES: Final = frozenset("high highs low lows temperature temperatures degrees reading mercury scores".split())
REACH: Final = 6


def read_spoken_year(tokens: Tokens, index: int) -> Found | None:
    """The year or decade in words that begins at a token."""
    low, century = tokens.low, CENTURIES.get(tokens.low[index])
    if low[index] == "two" and low[index + 1] == "thousand":
        return _read_two_thousand(tokens, index)
    if century is None or low[index - 1] == "-":
        return None
    place = index + 1 + (low[index + 1] == "-")
    if low[place] in DECADES and century < 2000:
        return Found(index, place + 1, Moment(Precision.DECADE, century + DECADES[low[place]]))
    if low[place] in ZEROES and 0 < SMALL.get(low[place + 1], 0) < 10:
        return _year(tokens, index, place + 2, century + SMALL[low[place + 1]])
    rest, last = _read_two_digits(tokens, place)
    return _year(tokens, index, last, century + rest) if rest >= 10 else None


def _read_two_thousand(tokens: Tokens, index: int) -> Found | None:
    low = tokens.low
    before = low[index - 1]
    if before not in BEFORE_THOUSAND and before not in MONTHS and before not in ORDINALS:
        return None
    last = index + 2
    rest, end = _read_two_digits(tokens, last + (low[last] == "and"))
    return _year(tokens, index, end if rest else last, 2000 + rest)


def _read_two_digits(tokens: Tokens, index: int) -> tuple[int, int]:
    """A number below a hundred in words, and the token after it; 0 where there is none."""
    low = tokens.low
    if low[index] in TENS:
        place = index + 1 + (low[index + 1] == "-")
        unit = SMALL.get(low[place], 0)
        return (TENS[low[index]] + unit, place + 1) if 0 < unit < 10 else (TENS[low[index]], index + 1)
    value = SMALL.get(low[index], 0)
    return (value, index + 1) if value else (0, index)


def _year(tokens: Tokens, first: int, last: int, year: int) -> Found | None:
    """A year in words, unless a noun follows that it counts: "nineteen fifty-gallon drums"."""
    counts = tokens.word[last][:1].islower() and tokens.low[last] not in AFTER_A_YEAR
    if tokens.low[last] == "-" or (counts and tokens.low[first - 1] not in BEFORE_THOUSAND):
        return None
    return Found(first, last, Moment(Precision.YEAR, year))


def read_spoken_decade(tokens: Tokens, index: int) -> Found | None:
    """ "The eighties", "the roaring twenties": of the twentieth century; not the eighties of a thermometer."""
    if not is_decade_of(tokens, index):
        return None
    return Found(index, index + 1, Moment(Precision.DECADE, 1900 + DECADES[tokens.low[index]]))


def is_decade_of(tokens: Tokens, index: int) -> bool:
    """Whether the decade at a token is that of a century, "in the early 80s", and not of ages or of a thermometer."""
    low, first = tokens.low, index
    while low[first - 1] in EARLY and first > 1:
        first -= 1
    return low[first - 1] == "the" and DEGREES.isdisjoint(low[max(index - REACH, 0) : index + REACH])
