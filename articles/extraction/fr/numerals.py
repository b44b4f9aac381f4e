"""Numbers in figures and in words, read forward from their first token."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from articles.extraction.composition import Composition
from articles.extraction.currencies import SIGNS
from articles.extraction.figure_groups import add_fraction
from articles.extraction.figures import VULGAR, read_comma_figure
from articles.extraction.fr.noun_words import STOPS
from articles.extraction.fr.number_words import (
    COLLECTIVES,
    HALF,
    HALVES,
    HUNDREDS,
    MAGNITUDES,
    ONES,
    ORDINAL_ENDINGS,
    ORDINALS,
    PART_WORDS,
    PARTS,
    PLURALS,
    SHORT_MAGNITUDES,
    TEENS,
    TENS,
    VAGUE,
    is_number_word,
)
from articles.extraction.fr.units import CURRENCIES, MEASURES, TIMES
from articles.extraction.numerals import LARGEST, ROUNDING, Form, Numeral, checked
from articles.extraction.tokens import Tokens
from articles.extraction.vagueness import Vague

# "Un sur mille" is a share still.
LARGEST_SHARE: Final = 1000
OF: Final = frozenset({"de", "d'"})
JOINED_BY_ET: Final = frozenset({"un", "une", "onze", "unième", "onzième"})


@dataclass(slots=True)
class _Count(Composition):
    """A number as far as its French words have been read; after "dix" only seven to nine may follow."""

    after_ten: bool = False
    is_ordinal: bool = False

    def take(self, word: str) -> bool:
        """Add a word, or say that it does not belong to this number."""
        if (ones := ONES.get(word)) is not None:
            return self._take_ones(ones)
        if (teens := TEENS.get(word)) is not None:
            return self._take_teens(teens)
        if (tens := TENS.get(word)) is not None:
            return self._take_tens(tens)
        if word in HUNDREDS:
            if self.current >= 20 or self.current == 10:
                return False
            self.current, self.closed, self.after_ten = (self.current or 1) * 100, False, False
            return True
        if (magnitude := MAGNITUDES.get(word)) is not None and self.take_magnitude(magnitude):
            self.after_ten = False
            return True
        return self._take_ordinal(word)

    def _take_ones(self, ones: int) -> bool:
        if self.closed or (self.after_ten and ones < 7) or (not self.after_ten and self.current % 10):
            return False
        self.current, self.closed = self.current + ones, True
        return True

    def _take_teens(self, teens: int) -> bool:
        """Ten to sixteen stand alone, after sixty ("soixante-douze") and after eighty ("quatre-vingt-douze")."""
        if self.closed or self.current % 100 not in (0, 60, 80):
            return False
        self.current, self.closed, self.after_ten = self.current + teens, teens > 10, teens == 10
        return True

    def _take_tens(self, tens: int) -> bool:
        if tens == 20 and self.current % 100 == 4:
            self.current, self.closed = self.current + 76, False  # four times twenty
            return True
        if self.closed or self.current % 100:
            return False
        self.current += tens
        return True

    def _take_ordinal(self, word: str) -> bool:
        rank = ORDINALS.get(word)
        if rank is None or (rank > 2 and 0 < self.value < 20 and not self.after_ten):
            return False
        taken = True
        if rank == 1 and word == "unième":
            self.current += 1
        elif rank >= 100:
            self.total, self.current = self.total + (self.current or 1) * rank, 0
        elif rank >= 20:
            taken = self._take_tens(rank)
        elif rank >= 10:
            taken = self._take_teens(rank)
        else:
            taken = self._take_ones(rank)
        self.is_ordinal = taken
        return taken


def read_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """The number that begins at a token, or None. Signs, hedges and units are read by others."""
    word, low = tokens.word[index], tokens.low[index]
    if word[:1].isdecimal() or word in VULGAR:
        return _read_digits(tokens, index)
    if low in COLLECTIVES:
        return _with_magnitude(tokens, index, index + 1, Decimal(COLLECTIVES[low]), Form.WORDS)
    if low in VAGUE:
        return _read_vague(tokens, index)
    if low in PARTS:
        return _read_part(tokens, index)
    return _read_words(tokens, index)


def _read_digits(tokens: Tokens, index: int) -> Numeral | None:
    value = VULGAR.get(tokens.word[index]) or read_comma_figure(tokens.word[index])
    if value is None:
        return None
    low, last = tokens.low, index + 1
    if tokens.touches(last) and low[last] in ORDINAL_ENDINGS and tokens.word[index].isdecimal():
        return Numeral(index, last + 1, value, Form.ORDINAL)
    value, last = add_fraction(tokens, value, last)
    if low[last] in SHORT_MAGNITUDES and _is_short_magnitude(tokens, last):
        return checked(index, last + 1, value * SHORT_MAGNITUDES[low[last]], Form.FIGURE)
    return _with_magnitude(tokens, index, last, value, Form.FIGURE)


def _is_short_magnitude(tokens: Tokens, index: int) -> bool:
    """Whether a letter multiplies the figure before it, as it does before money: "3,5 M€", "12 Md d'euros"."""
    following = tokens.low[index + 1 + (tokens.low[index + 1] in OF)]
    return following in SIGNS or following in CURRENCIES or following in ("eur", "usd", "chf")


def _with_magnitude(tokens: Tokens, first: int, last: int, value: Decimal, form: Form) -> Numeral | None:
    """The words that multiply a number: "1,2 million", "une dizaine de milliers", "3 millions et demi"."""
    low = tokens.low
    while value < LARGEST:
        step = last + (low[last] in OF)
        factor = MAGNITUDES.get(low[step]) or (PLURALS["milliers"] if low[step] == "milliers" else None)
        if factor is None:
            break
        value, last = value * factor, step + 1
        if low[last] == "et" and low[last + 1] in HALVES:
            return checked(first, last + 2, value + HALF * factor, form)
    return _read_share(tokens, first, last, value, form)


def _read_words(tokens: Tokens, index: int) -> Numeral | None:
    count, last = _count(tokens, index)
    if last == index:
        return None
    value = Decimal(count.value)
    return checked(index, last, value, Form.ORDINAL) if count.is_ordinal else _read_tail(tokens, index, last, value)


def _count(tokens: Tokens, index: int, *, below: Container[str] = ()) -> tuple[_Count, int]:
    """The number in words that begins at a token, and the token after it; it stops before a word of `below`."""
    low, count, position, last = tokens.low, _Count(), index, index
    while not count.is_ordinal and low[position] not in below:
        if count.take(low[position]):
            position += 1
            last = position
        elif position == index or not _is_joint(tokens, position, count):
            break
        else:
            position += 1
    return count, last


def _read_tail(tokens: Tokens, first: int, last: int, value: Decimal) -> Numeral | None:
    """What may follow a cardinal: a part ("tiers"), a collective ("douzaines"), "virgule cinq", "et demi"."""
    low, word = tokens.low, tokens.low[last]
    if word in HALVES and value == 1 and (half := _read_part(tokens, last)) is not None:
        return Numeral(first, half.last, half.value, half.form)
    if word in PART_WORDS and word not in HALVES and 0 < value < 20:
        return Numeral(first, last + 1, ROUNDING.divide(value, Decimal(PART_WORDS[word])), Form.FRACTION)
    collective = COLLECTIVES.get(word) or COLLECTIVES.get(word.rstrip("s"))
    if collective is not None:
        return _with_magnitude(tokens, first, last + 1, value * collective, Form.WORDS)
    if word == "virgule":
        decimals, end = _count(tokens, last + 1, below=MAGNITUDES)
        if end > last + 1:
            return _with_magnitude(tokens, first, end, value + Decimal(f"0.{decimals.value}"), Form.WORDS)
    if word == "et" and low[last + 1] in HALVES and low[last - 1] in MAGNITUDES:
        return checked(first, last + 2, value + HALF * MAGNITUDES[low[last - 1]], Form.WORDS)
    return _with_magnitude(tokens, first, last, value, Form.WORDS)


def _is_joint(tokens: Tokens, position: int, count: _Count) -> bool:
    """Whether a hyphen or "et" joins the words before and after it: "vingt-deux", "soixante et onze"."""
    low = tokens.low
    if low[position] == "-":
        return tokens.touches(position) and low[position - 1] != "-" and low[position + 1] != "-"
    is_tens = 20 <= count.current % 100 <= 70 and not count.closed
    return low[position] == "et" and is_tens and low[position + 1 + (low[position + 1] == "-")] in JOINED_BY_ET


def _read_part(tokens: Tokens, index: int) -> Numeral | None:
    """ "la moitié des", "le tiers de", "un quart", "un demi-million", "une demi-heure"."""
    low, last = tokens.low, index + 1
    if low[index] in HALVES:
        step = last + (low[last] == "-")
        factor = MAGNITUDES.get(low[step]) or COLLECTIVES.get(low[step])
        if factor is not None:
            return checked(index, step + 1, HALF * factor, Form.WORDS)
        if step > last and (low[step] in TIMES or low[step] in MEASURES):
            return Numeral(index, step, HALF, Form.FRACTION)
        return None
    if low[index] != "moitié" and low[index - 1] not in ("un", "le", "du", "d'un", "au"):
        return None
    if low[index] == "quart" and low[last] in ("d'", "de", "temps") and low[last + 1] in ("heure", "finale", "temps"):
        return None
    if low[index] == "moitié" and low[index - 1] not in ("la", "une"):
        return None
    return Numeral(index, last, ROUNDING.divide(Decimal(1), Decimal(PARTS[low[index]])), Form.FRACTION)


def _read_vague(tokens: Tokens, index: int) -> Numeral | None:
    """ "des dizaines de", "des centaines de milliers", "des millions d'euros"."""
    low = tokens.low
    times, last = Decimal(1), index + 1
    if low[last] in OF and low[last + 1] in PLURALS:
        times, last = Decimal(PLURALS[low[last + 1]]), last + 2
    return Numeral(index, last, VAGUE[low[index]] * times, Form.VAGUE, Vague(low[index], times))


def _read_share(tokens: Tokens, first: int, last: int, value: Decimal, form: Form) -> Numeral | None:
    """ "un sur cinq", "neuf sur 10", "un Français sur deux": a fraction; else the number alone."""
    low = tokens.low
    step = last if low[last] == "sur" else last + 1
    if low[step] == "sur" and (step == last or (low[last].isalpha() and low[last] not in STOPS)):
        whole = _read_whole(tokens, step + 1)
        if whole is not None and 0 < value < whole.value <= LARGEST_SHARE and not _is_measured(tokens, whole.last):
            return Numeral(first, whole.last, ROUNDING.divide(value, whole.value), Form.FRACTION)
    return checked(first, last, value, form)


def _read_whole(tokens: Tokens, index: int) -> Numeral | None:
    low = tokens.low
    if low[index].isdecimal():
        figure = read_comma_figure(low[index])
        return None if figure is None else Numeral(index, index + 1, figure, Form.FIGURE)
    if not is_number_word(low[index]):
        return None
    whole = _read_words(tokens, index)
    return whole if whole is not None and whole.form is Form.WORDS else None


def _is_measured(tokens: Tokens, index: int) -> bool:
    word = tokens.low[index]
    return word in TIMES or word in MEASURES or word in ("%", "mois", "ans")
