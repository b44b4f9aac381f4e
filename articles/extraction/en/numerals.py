"""Numbers in figures and in words, read forward from their first token."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from enum import Enum, auto

from articles.extraction.en.calendar_words import MONTHS
from articles.extraction.en.number_words import (
    COLLECTIVES,
    HALF,
    MAGNITUDES,
    ORDINAL_ENDINGS,
    ORDINALS,
    PARTS,
    SHORT_MAGNITUDES,
    SMALL,
    TENS,
    VAGUE,
)
from articles.extraction.en.units import TIMES
from articles.extraction.figures import VULGAR, read_figure
from articles.extraction.tokens import Tokens

LARGEST = Decimal(10) ** 33
# A third has no end in decimals: as many digits as a double holds.
ROUNDING = Context(prec=15)
MILLION = 10**6
MAX_GROUPS = 5
# "One in 1,000" is a share still; "2 in 2008" is a year.
LARGEST_SHARE = 1000


class Form(Enum):
    """What sort of number the words make."""

    FIGURE = auto()  # in digits
    WORDS = auto()
    ORDINAL = auto()
    FRACTION = auto()
    VAGUE = auto()  # "dozens": at least that many


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number and the tokens it stands on, `last` exclusive."""

    first: int
    last: int
    value: Decimal
    form: Form


def read_numeral(tokens: Tokens, index: int) -> Numeral | None:
    """The number that begins at a token, or None. Signs, hedges and units are read by others."""
    if tokens.word[index][:1].isdecimal() or tokens.word[index][:1] == "." or tokens.word[index] in VULGAR:
        return _read_digits(tokens, index)
    low = tokens.low
    if low[index] in VAGUE:
        return _read_vague(tokens, index)
    if low[index] in ("half", "quarter"):
        return _read_part_of_magnitude(tokens, index)
    return _read_words(tokens, index)


def _read_digits(tokens: Tokens, index: int) -> Numeral | None:
    value = VULGAR.get(tokens.word[index]) or read_figure(tokens.word[index])
    if value is None:
        return None
    low, last = tokens.low, index + 1
    if tokens.touches(last) and low[last] in ORDINAL_ENDINGS:
        return Numeral(index, last + 1, value, Form.ORDINAL)
    value, last = _with_spaced_groups(tokens, index, value)
    value, last = _with_fraction(tokens, value, last)
    if (
        low[last] in SHORT_MAGNITUDES
        and (low[last] != "g" or value >= 10)
        and (low[last] != "m" if tokens.touches(last) else _is_loose_magnitude(tokens, last))
    ):
        return _checked(index, last + 1, value * SHORT_MAGNITUDES[low[last]], Form.FIGURE)
    if low[last] in ("over", "out", "in"):
        return _read_ratio(tokens, index, last, value, Form.FIGURE)
    while True:
        step = last + 1 if low[last] == "-" and tokens.touches(last) and tokens.touches(last + 1) else last
        factor = MAGNITUDES.get(low[step]) or COLLECTIVES.get(low[step]) or (100 if low[step] == "hundred" else None)
        if factor is None:
            return _checked(index, last, value, Form.FIGURE)
        value, last = value * factor, step + 1
        if low[last : last + 3] == ["and", "a", "half"]:
            return _checked(index, last + 3, value + HALF * factor, Form.FIGURE)
        if low[last].isdecimal() and (low[last + 1] in MAGNITUDES or low[last + 1] == "hundred" or factor == 100):
            rest = _read_digits(tokens, last)
            if rest is not None and rest.value < factor:
                return _checked(index, rest.last, value + rest.value, Form.FIGURE)


def _is_loose_magnitude(tokens: Tokens, index: int) -> bool:
    """Whether a letter after a space is a magnitude: "2.33 k", "200.5 M", with nothing counted after it."""
    return tokens.word[index] in ("k", "K", "M", "B") and not tokens.word[index + 1][:1].isalnum()


def _read_ratio(tokens: Tokens, index: int, last: int, value: Decimal, form: Form) -> Numeral | None:
    """ "one in five", "nine out of 10", "one over three": a fraction; else the first number alone."""
    low = tokens.low
    step = last + 1 + (low[last] == "out" and low[last + 1] == "of")
    if low[last] == "out" and step == last + 1:
        return _checked(index, last, value, form)
    over = None
    if low[step] in SMALL or low[step] in TENS or low[step].isdecimal():
        over = read_figure(low[step]) if low[step].isdecimal() else None
        if over is None and (numeral := _read_cardinal(tokens, step)) is not None:
            over, step = numeral.value, numeral.last - 1
    if over is None or not 0 < value < over or over > LARGEST_SHARE or low[step + 1] in TIMES:
        return _checked(index, last, value, form)
    if low[last] == "in" and (value > 9 or low[step + 1] in MONTHS):
        return _checked(index, last, value, form)
    return Numeral(index, step + 1, ROUNDING.divide(value, over), Form.FRACTION)


def _with_spaced_groups(tokens: Tokens, index: int, value: Decimal) -> tuple[Decimal, int]:
    """ "40 000": groups of three after single spaces, unless a month stands before ("June 16 170 people")."""
    word, last = tokens.word, index + 1
    if not (word[index].isdecimal() and len(word[index]) <= 3 and value) or (index and tokens.low[index - 1] in MONTHS):
        return value, last
    while len(word[last]) == 3 and word[last].isdecimal() and tokens.start[last] - tokens.end[last - 1] == 1:
        value, last = value * 1000 + int(word[last]), last + 1
        if last - index > MAX_GROUPS:
            break
    return value, last


def _with_fraction(tokens: Tokens, value: Decimal, last: int) -> tuple[Decimal, int]:
    """Add "1/2" to "10 1/2", "½" to "2½"; or make the fraction itself, "1/4"."""
    word = tokens.word
    if word[last] in VULGAR:
        return value + VULGAR[word[last]], last + 1
    if word[last] == "/" and tokens.touches(last) and tokens.touches(last + 1):
        over = read_figure(word[last + 1])
        if over is not None and _is_fraction(value, over) and word[last + 2] != "/":
            return value / over, last + 2
    if word[last + 1 : last + 2] == ["/"] and not tokens.touches(last) and word[last].isdecimal():
        part, over = read_figure(word[last]), read_figure(word[last + 2])
        if part is not None and over is not None and _is_fraction(part, over):
            return value + part / over, last + 3
    return value, last


def _is_fraction(part: Decimal, over: Decimal) -> bool:
    return 0 < part < over <= 64 and over in (2, 3, 4, 5, 6, 8, 10, 16, 32, 64)


def _read_words(tokens: Tokens, index: int) -> Numeral | None:
    numeral = _read_cardinal(tokens, index)
    if numeral is None or numeral.form is not Form.WORDS or tokens.low[numeral.last] not in ("over", "out", "in"):
        return numeral
    return _read_ratio(tokens, index, numeral.last, numeral.value, Form.WORDS)


def _read_cardinal(tokens: Tokens, index: int) -> Numeral | None:
    """Cardinals as English composes them: "two hundred and two thousand", "twenty-seven hundred"."""
    low = tokens.low
    total = current = 0
    least = 10**18
    position, closed, last = index, False, index
    ordinal = False
    while True:
        word = low[position]
        if (small := SMALL.get(word)) is not None:
            if closed or current % 10 or (current % 100 and current % 100 < 20):
                break
            current, closed = current + small, True
        elif (tens := TENS.get(word)) is not None:
            if current % 100 or closed:
                break
            current += tens
        elif word == "hundred":
            if current >= 100:
                break
            current, closed = (current or 1) * 100, False
        elif (magnitude := MAGNITUDES.get(word)) is not None:
            if magnitude >= least and not current and total:
                total, position, last = total * magnitude, position + 1, position + 1
                continue
            if magnitude >= least:
                break
            total, current, least, closed = total + (current or 1) * magnitude, 0, magnitude, False
        elif (rank := ORDINALS.get(word)) is not None and not _is_part(tokens, index, position, current + total):
            if rank >= 100:
                total, current = total + (current or 1) * rank, 0
            elif closed or (current % 10 and rank < 20) or (current % 100 and rank >= 20):
                break
            else:
                current += rank
            ordinal, last = True, position + 1
            break
        elif position > index and word == "-" and tokens.touches(position) and low[position + 1] not in ("-",):
            position += 1
            continue
        elif position > index and word == "and" and (current >= 100 or (not current and total)):
            if (low[position + 1] not in SMALL and low[position + 1] not in TENS) or closed:
                break
            if low[position + 2] in PARTS and low[position + 1] in SMALL:
                break
            position += 1
            continue
        else:
            break
        position += 1
        last = position
    if last == index:
        return None
    value = Decimal(total + current)
    if (
        ordinal
        and last == index + 1
        and index
        and low[index - 1] in ("a", "one")
        and (value >= 100 or low[last] == "of")
    ):
        return _read_fraction(tokens, index, last, ROUNDING.divide(Decimal(1), value))
    if ordinal:
        return _checked(index, last, value, Form.ORDINAL)
    return _finish_words(tokens, index, last, value)


def _is_part(tokens: Tokens, index: int, position: int, sofar: int) -> bool:
    """Whether "third" after "two" or "one" is a part and no rank: "two thirds", "one fifth"."""
    return position > index and 0 < sofar < 20 and ORDINALS[tokens.low[position]] > 2


def _finish_words(tokens: Tokens, first: int, last: int, value: Decimal) -> Numeral | None:
    low = tokens.low
    if low[last] in COLLECTIVES and value:
        return _checked(first, last + 1, value * COLLECTIVES[low[last]], Form.WORDS)
    step = last + 1 if low[last] == "-" else last
    if (over := PARTS.get(low[step])) is not None and value and (value == 1 or low[step][-1] == "s"):
        return _read_fraction(tokens, first, step + 1, ROUNDING.divide(value, Decimal(over)))
    if low[last] == "point" and (low[last + 1] in SMALL or low[last + 1] in TENS):
        return _read_point(tokens, first, last + 1, value)
    if low[last] == "and":
        if low[last + 1] in ("a", "one") and low[last + 2] in PARTS:
            part = ROUNDING.divide(Decimal(1), Decimal(PARTS[low[last + 2]]))
            over_last = last + 3
        elif low[last + 1] in SMALL and low[last + 2] in PARTS:
            part = ROUNDING.divide(Decimal(SMALL[low[last + 1]]), Decimal(PARTS[low[last + 2]]))
            over_last = last + 3
        else:
            return _checked(first, last, value, Form.WORDS)
        if low[over_last] in MAGNITUDES:
            return _checked(first, over_last + 1, (value + part) * MAGNITUDES[low[over_last]], Form.WORDS)
        whole = MAGNITUDES.get(low[last - 1], 1) if value >= MILLION else 1
        return Numeral(first, over_last, ROUNDING.add(value, part * whole), Form.WORDS)
    return _checked(first, last, value, Form.WORDS)


def _read_fraction(tokens: Tokens, first: int, last: int, value: Decimal) -> Numeral | None:
    """ "two thirds", "three quarters of a million"."""
    step = last + (tokens.low[last] == "of")
    step += tokens.low[step] in ("a", "an")
    factor = MAGNITUDES.get(tokens.low[step])
    if factor is not None:
        return _checked(first, step + 1, value * factor, Form.WORDS)
    return Numeral(first, last, value, Form.FRACTION)


def _read_point(tokens: Tokens, first: int, position: int, value: Decimal) -> Numeral | None:
    """ "five point two", "two hundred point seventy-one": the digits in their order."""
    digits = ""
    low = tokens.low
    while len(digits) < 12:
        if low[position] in SMALL:
            digits += str(SMALL[low[position]])
        elif low[position] in TENS:
            tens = TENS[low[position]]
            step = position + 2 if low[position + 1] == "-" else position + 1
            if 0 < SMALL.get(low[step], 0) < 10:
                tens, position = tens + SMALL[low[step]], step
            digits += str(tens)
        else:
            break
        position += 1
    whole = value + Decimal(f"0.{digits}")
    if low[position] in MAGNITUDES:
        whole, position = whole * MAGNITUDES[low[position]], position + 1
    return _checked(first, position, whole, Form.WORDS)


def _read_vague(tokens: Tokens, index: int) -> Numeral | None:
    """ "dozens", "hundreds of thousands", "tens of millions"."""
    low = tokens.low
    if low[index] in ("tens", "scores") and low[index + 1] != "of":
        return None
    value, last = Decimal(VAGUE[low[index]]), index + 1
    if low[last] == "of" and (low[last + 1] in VAGUE):
        value, last = value * VAGUE[low[last + 1]] / 2, last + 2
    return _checked(index, last, value, Form.VAGUE)


def _read_part_of_magnitude(tokens: Tokens, index: int) -> Numeral | None:
    """ "half a million", "half a dozen", "a quarter of a million"; "half" alone is a fraction of something named."""
    low = tokens.low
    if index and (low[index - 1] in ORDINALS or low[index - 1] in ("latter", "other", "better")):
        return None
    part = HALF if low[index] == "half" else HALF / 2
    last = index + 1
    step = last + (low[last] == "of")
    step += low[step] in ("a", "an")
    factor = MAGNITUDES.get(low[step]) or COLLECTIVES.get(low[step]) or (100 if low[step] == "hundred" else None)
    if factor is not None:
        return _checked(index, step + 1, part * factor, Form.WORDS)
    if low[index] == "half" and low[last] in ("of", "the", "its", "their", "his", "her", "a", "an", "-"):
        return Numeral(index, last, part, Form.FRACTION)
    if index and low[index - 1] in ("a", "one") and (low[index] == "half" or low[last] == "of"):
        return Numeral(index, last, part, Form.FRACTION)
    return None


def _checked(first: int, last: int, value: Decimal, form: Form) -> Numeral | None:
    return Numeral(first, last, value, form) if value < LARGEST else None
