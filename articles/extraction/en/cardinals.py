"""Numbers in words, composed as English composes them: "two hundred and two thousand", "twenty-seven hundred"."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from articles.extraction.composition import Composition
from articles.extraction.en.changes import DIRECTIONS
from articles.extraction.en.noun_words import STOPS
from articles.extraction.en.number_words import (
    COLLECTIVES,
    HUNDRED,
    MAGNITUDES,
    ORDINALS,
    PARTS,
    SMALL,
    TENS,
)
from articles.extraction.numerals import ROUNDING, Form, Numeral, checked
from articles.extraction.tokens import Tokens

SHARE_REACH = 5
COMPARED = frozenset("more less fewer higher lower larger smaller bigger cheaper faster slower longer shorter".split())
BEFORE_HALF = frozenset("than nearly almost about over roughly around".split())
# Before "a third" with no noun after it: how much, and of what went before.
SHARING = BEFORE_HALF | frozenset("for represent represents represented owns holds controls".split())
AFTER_SHARE = COMPARED | {"last", "next", "compared", "year"}
LONGEST_DECIMALS = 12


@dataclass(slots=True)
class _Count(Composition):
    """A number as far as its English words have been read."""

    is_ordinal: bool = field(default=False)

    def take(self, word: str) -> bool:
        """Add a word, or say that it does not belong to this number."""
        if (small := SMALL.get(word)) is not None:
            if self.closed or self.current % 10 or self.current % 100 == 10:
                return False
            self.current, self.closed = self.current + small, True
        elif (tens := TENS.get(word)) is not None:
            if self.current % 100 or self.closed:
                return False
            self.current += tens
        elif word == HUNDRED:
            if self.current >= 100:
                return False
            self.current, self.closed = (self.current or 1) * 100, False
        elif (magnitude := MAGNITUDES.get(word)) is not None:
            return self.take_magnitude(magnitude)
        else:
            return self._take_ordinal(ORDINALS.get(word))
        return True

    def _take_ordinal(self, rank: int | None) -> bool:
        if rank is None or self.is_part(rank):
            return False
        if rank >= 100:
            self.total, self.current = self.total + (self.current or 1) * rank, 0
        elif self.closed or (self.current % 10 and rank < 20) or (self.current % 100 and rank >= 20):
            return False
        else:
            self.current += rank
        self.is_ordinal = True
        return True

    def is_part(self, rank: int) -> bool:
        """Whether "third" after "two" or "one" is a part and no rank: "two thirds", "one fifth"."""
        return 0 < self.current + self.total < 20 and rank > 2

    def goes_on_with_and(self) -> bool:
        """Whether "and" may stand here: after hundreds or a magnitude."""
        return not self.closed and (self.current >= 100 or (not self.current and self.total > 0))


def read_cardinal(tokens: Tokens, index: int) -> Numeral | None:
    """The number in words that begins at a token: a cardinal, an ordinal, or one with a fraction; else None."""
    low, count = tokens.low, _Count()
    position = last = index
    while not count.is_ordinal:
        word = low[position]
        if count.take(word):
            position += 1
            last = position
        elif position == index or not _is_joint(tokens, position, count):
            break
        else:
            position += 1
    if last == index:
        return None
    value = Decimal(count.total + count.current)
    if not count.is_ordinal:
        return _read_tail(tokens, index, last, value)
    if last == index + 1 and low[index - 1] in ("a", "one") and (value >= 100 or low[last] == "of"):
        return read_share(tokens, index, last, ROUNDING.divide(Decimal(1), value))
    if last == index + 1 and value > 2 and is_share_of_change(tokens, index, last):
        return read_share(tokens, index, last, ROUNDING.divide(Decimal(1), value))
    return checked(index, last, value, Form.ORDINAL)


def _is_joint(tokens: Tokens, position: int, count: _Count) -> bool:
    """Whether a hyphen or "and" joins the words before and after it into one number."""
    low = tokens.low
    if low[position] == "-":
        return tokens.touches(position) and low[position - 1] != "-" and low[position + 1] != "-"
    if low[position] != "and" or not count.goes_on_with_and():
        return False
    following = low[position + 1]
    return (following in SMALL and low[position + 2] not in PARTS) or following in TENS


def _read_tail(tokens: Tokens, first: int, last: int, value: Decimal) -> Numeral | None:
    """What may follow a cardinal: "dozen", a part ("thirds"), "point five", "and a half"."""
    low = tokens.low
    if low[last] in COLLECTIVES and value:
        return checked(first, last + 1, value * COLLECTIVES[low[last]], Form.WORDS)
    step = last + (low[last] == "-")
    if (over := PARTS.get(low[step])) is not None and value and (value == 1 or low[step][-1] == "s"):
        return read_share(tokens, first, step + 1, ROUNDING.divide(value, Decimal(over)))
    if low[last] == "point" and (low[last + 1] in SMALL or low[last + 1] in TENS):
        return _read_decimals(tokens, first, last + 1, value)
    if low[last : last + 4] == ["-", "and", "-", "a"] and low[last + 4] == "-" and low[last + 5] in PARTS:
        whole = ROUNDING.add(value, ROUNDING.divide(Decimal(1), Decimal(PARTS[low[last + 5]])))
        end = last + 6
        step = end + (low[end] == "-" and tokens.touches(end))
        if low[step] in MAGNITUDES:
            return checked(first, step + 1, whole * MAGNITUDES[low[step]], Form.WORDS)
        return Numeral(first, end, whole, Form.WORDS)
    if low[last] == "and" and low[last + 2] in PARTS and (low[last + 1] == "a" or low[last + 1] in SMALL):
        return _add_part(tokens, first, last, value)
    return checked(first, last, value, Form.WORDS)


def _add_part(tokens: Tokens, first: int, last: int, value: Decimal) -> Numeral | None:
    """ "one and a half million", "five billion and three quarters"."""
    low, end = tokens.low, last + 3
    part = ROUNDING.divide(Decimal(SMALL.get(low[last + 1], 1)), Decimal(PARTS[low[last + 2]]))
    if low[end] in MAGNITUDES:
        magnitude = MAGNITUDES[low[end]]
        named = value * magnitude if value < magnitude else value
        return checked(first, end + 1, named + part * magnitude, Form.WORDS)
    whole = MAGNITUDES.get(low[last - 1], 1) if value >= 10**6 else 1
    return Numeral(first, end, ROUNDING.add(value, part * whole), Form.WORDS)


def is_share_of_change(tokens: Tokens, index: int, last: int) -> bool:
    """Whether "a third" says how much: "fell by a third", "accounts for nearly a quarter"; "a third man" is a rank.

    A noun after it makes it a rank, but for the words that say when or what is more.
    """
    low = tokens.low
    if low[index - 1] not in ("a", "one", "by") and (low[index] != "half" or low[index - 1] not in BEFORE_HALF):
        return False
    if low[last].isalpha() and low[last] not in STOPS and low[last] not in AFTER_SHARE:
        return False
    if low[last] in COMPARED or (low[index - 1] in ("a", "one") and low[index - 2] in SHARING):
        return True
    before = low[max(index - SHARE_REACH, 0) : index]
    return "by" in before or any(word in DIRECTIONS for word in before)


def read_share(tokens: Tokens, first: int, last: int, value: Decimal) -> Numeral | None:
    """A fraction, of a magnitude where one follows: "two thirds", "three quarters of a million"."""
    step = last + (tokens.low[last] == "of")
    step += tokens.low[step] in ("a", "an")
    factor = MAGNITUDES.get(tokens.low[step])
    if factor is not None:
        return checked(first, step + 1, value * factor, Form.WORDS)
    return Numeral(first, last, value, Form.FRACTION)


def _read_decimals(tokens: Tokens, first: int, position: int, value: Decimal) -> Numeral | None:
    """ "five point two", "two hundred point seventy-one": the digits in their order."""
    low, digits = tokens.low, ""
    while len(digits) < LONGEST_DECIMALS:
        if low[position] in SMALL:
            digits += str(SMALL[low[position]])
        elif low[position] in TENS:
            tens = TENS[low[position]]
            step = position + 1 + (low[position + 1] == "-")
            if 0 < SMALL.get(low[step], 0) < 10:
                tens, position = tens + SMALL[low[step]], step
            digits += str(tens)
        else:
            break
        position += 1
    whole = value + Decimal(f"0.{digits}")
    if low[position] in MAGNITUDES:
        whole, position = whole * MAGNITUDES[low[position]], position + 1
    return checked(first, position, whole, Form.WORDS)
