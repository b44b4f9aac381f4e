"""Dates that count from another day: "la semaine dernière", "deux jours plus tard", "il y a six mois", "demain"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articles.extraction.fr.calendar_words import (
    DEICTIC_DAYS,
    EDGES,
    FESTIVALS,
    NEIGHBOURING_DAYS,
    OWNERS,
    PARTS_OF_DAY,
    RANKS,
    ROMAN,
    SEASONS,
    THIS,
    UNITS,
    WHICH_AFTER,
)
from articles.extraction.fr.dates import read_decade
from articles.extraction.fr.number_words import is_number_word
from articles.extraction.moments import Base, Found, Moment, Which
from articles.extraction.numerals import Numeral
from articles.extraction.tokens import Tokens
from articles.extraction.year_figures import is_year
from articles.values import Precision

LARGEST_SHIFT: Final = 10_000
LATER: Final = (("plus", "tard"), ("après",), ("d'après",), ("ensuite",))
EARLIER: Final = (("plus", "tôt"), ("auparavant",), ("avant",))
STOPS: Final = frozenset(["", ".", ",", ";", ":", ")", "!", "?", "—", "–", "»", "et", "mais"])
WITHIN_SEASON: Final = frozenset("à pendant durant dès depuis avant après d'ici dans fin début de cours".split())


def read_deictic_day(tokens: Tokens, index: int) -> Found | None:
    """ "hier soir", "demain", "avant-hier", "après-demain"."""
    low, shift, first, last = tokens.low, DEICTIC_DAYS[tokens.low[index]], index, index + 1
    if low[index - 1] == "-" and tokens.touches(index) and low[index - 2] in ("avant", "après"):
        first, shift = index - 2, shift * 2
    last += low[last] in PARTS_OF_DAY
    if low[last : last + 3] == ["après", "-", "midi"]:
        last += 3
    return Found(first, last, Moment(Precision.DAY, shift=shift, base=Base.PUBLISHED))


def read_neighbouring_day(tokens: Tokens, index: int) -> Found | None:
    """ "le lendemain", "la veille", "l'avant-veille", "le surlendemain": from the day named last."""
    low, shift, first, last = tokens.low, NEIGHBOURING_DAYS[tokens.low[index]], index, index + 1
    if low[first - 2 : first] == ["avant", "-"]:
        first, shift = first - 2, shift * 2
    if low[first - 1] not in OWNERS and low[first - 1] not in ("au", "dès"):
        return None
    if low[last] in ("de", "du", "des", "d'") and not is_number_word(low[last + 1]):
        return None  # "la veille du scrutin"
    first -= low[first - 1] in OWNERS
    last += low[last] in PARTS_OF_DAY
    return Found(first, last, Moment(Precision.DAY, shift=shift, base=Base.REFERENCE))


def read_weekend(tokens: Tokens, index: int) -> Found | None:
    """ "ce week-end", "le week-end dernier", "week-end prochain": at "week"."""
    low, last = tokens.low, index + 3
    if low[index + 1 : last] != ["-", "end"] or low[index - 1] not in OWNERS | THIS:
        return None
    moment = Moment(Precision.WEEKEND, base=Base.PUBLISHED)
    if low[last] in WHICH_AFTER:
        shift, base, _ = WHICH_AFTER[low[last]]
        return Found(index - 1, last + 1, replace(moment, shift=shift, base=base))
    return Found(index - 1, last, moment)


def read_part_of_day(tokens: Tokens, index: int) -> Found | None:
    """ "ce matin", "cette nuit", "ce soir", "la nuit dernière": the day they belong to."""
    low = tokens.low
    if low[index - 1] in THIS:
        is_that = low[index + 1 : index + 3] == ["-", "là"]
        base = Base.REFERENCE if is_that else Base.PUBLISHED
        return Found(index - 1, index + 1 + 2 * is_that, Moment(Precision.DAY, shift=0, base=base))
    if low[index - 1] in OWNERS and low[index + 1] in WHICH_AFTER:
        shift, base, _ = WHICH_AFTER[low[index + 1]]
        return Found(index - 1, index + 2, Moment(Precision.DAY, shift=shift, base=base))
    return None


def read_unit(tokens: Tokens, index: int) -> Found | None:
    """A period by its common name with the word that says which: "la semaine dernière", "cette année", "l'an 2000"."""
    low, precision = tokens.low, UNITS[tokens.low[index]]
    before, after = low[index - 1], low[index + 1]
    if precision is Precision.CENTURY:
        return _read_century(tokens, index)
    if low[index] == "années" and (decade := read_decade(tokens, index)) is not None:
        return decade
    if precision in (Precision.QUARTER, Precision.HALF) and before in RANKS:
        return _read_part(tokens, index, precision, RANKS[before])
    if precision is Precision.YEAR and is_year(tokens, index + 1):
        return Found(index - (before in OWNERS), index + 2, Moment(precision, int(low[index + 1])))
    if before in THIS:
        step = index + 1 + 2 * (after == "-" and low[index + 2] in ("là", "ci"))
        is_that = low[step - 1] == "là" or (precision is Precision.DAY and low[step - 1] != "ci")
        base = Base.REFERENCE if is_that else Base.PUBLISHED
        return Found(index - 1, step, Moment(precision, shift=0, base=base))
    if after in WHICH_AFTER and low[index] not in ("ans", "années", "jours", "semaines"):
        if before not in OWNERS and before not in ("mois", "du", "au", "an", "de", "le", "d'"):
            return None
        shift, base, _ = WHICH_AFTER[after]
        return Found(index - (before in OWNERS), index + 2, Moment(precision, shift=shift, base=base))
    if before == "même" and low[index - 2] in OWNERS:
        return Found(index - 2, index + 1, Moment(precision, shift=0, base=Base.REFERENCE))
    if before in ("prochain", "prochaine", "dernier", "dernière") and low[index - 2] in OWNERS | {"du", "au"}:
        return None
    return _read_current(tokens, index, precision)


def _read_current(tokens: Tokens, index: int, precision: Precision) -> Found | None:
    """ "la fin de l'année", "au début du mois", "d'ici la fin de la semaine": the current one."""
    low = tokens.low
    is_contracted = low[index - 1] == "du" and low[index - 2] in EDGES
    is_linked = low[index - 1] in OWNERS and low[index - 2] == "de" and low[index - 3] in EDGES
    if precision is Precision.DAY or not (is_contracted or is_linked) or low[index + 1] in ("de", "du", "d'", "où"):
        return None
    return Found(index - is_linked, index + 1, Moment(precision, shift=0, base=Base.PUBLISHED))


def _read_century(tokens: Tokens, index: int) -> Found | None:
    """ "le XXe siècle", "au 19e siècle"."""
    low, first = tokens.low, index - 1
    if low[first] in ("e", "ème", "er") and tokens.touches(first):
        first -= 1
    word = low[first].rstrip("e") if low[first][:1].isalpha() else low[first]
    rank = int(word) if word.isdecimal() and len(word) <= 2 else _read_roman(word)
    if not 1 <= rank <= 30 or (low[first].isalpha() and not tokens.word[first][:1].isupper()):
        return None
    return Found(first, index + 1, Moment(Precision.CENTURY, (rank - 1) * 100 or 1))


def _read_roman(word: str) -> int:
    """The value of a Roman numeral of a century, 0 for any other word."""
    values = [ROMAN.get(letter, 0) for letter in word]
    if not values or not all(values) or len(values) > 6:
        return 0
    following = [*values[1:], 0]
    return sum(-one if one < two else one for one, two in zip(values, following, strict=True))


def _read_part(tokens: Tokens, index: int, precision: Precision, part: int) -> Found | None:
    """ "le premier trimestre 2023", "au second semestre de l'an dernier", "au premier trimestre"."""
    low, last = tokens.low, index + 1
    part = min(part, 2) if precision is Precision.HALF else part
    step = last + (low[last] == "de")
    if is_year(tokens, step):
        return Found(index - 1, step + 1, Moment(precision, int(low[step]), part=part))
    moment = Moment(precision, part=part)
    if low[step] == "l'" and low[step + 1] in ("année", "an"):
        shift, base, _ = WHICH_AFTER.get(low[step + 2], (0, Base.PUBLISHED, None))
        end = step + 2 + (low[step + 2] in WHICH_AFTER)
        return Found(index - 1, end, replace(moment, shift=shift, base=base))
    if low[step] == "cette" and low[step + 1] == "année":
        return Found(index - 1, step + 2, replace(moment, shift=0, base=Base.PUBLISHED))
    is_dated = low[index - 2] in ("au", "du", "le", "ce", "un")
    return Found(index - 1, last, moment) if is_dated and low[index - 1] != "dernier" and low[step] != "de" else None


def read_short_quarter(tokens: Tokens, index: int) -> Found | None:
    """ "T1 2023": the letter and the figure are two tokens that touch."""
    low = tokens.low
    if low[index + 1] not in ("1", "2", "3", "4") or not tokens.touches(index + 1) or not is_year(tokens, index + 2):
        return None
    return Found(index, index + 3, Moment(Precision.QUARTER, int(low[index + 2]), part=int(low[index + 1])))


def read_season(tokens: Tokens, index: int) -> Found | None:
    """ "l'été 2023", "cet hiver", "l'été dernier", "à l'automne"; "a été" is a verb."""
    low, before, last = tokens.low, tokens.low[index - 1], index + 1
    moment = Moment(Precision.SEASON, part=SEASONS[low[index]])
    step = last + (low[last] == "de")
    if before in OWNERS | THIS | {"au", "du", "en", "d'", "fin", "début", "un"} and is_year(tokens, step):
        return Found(index - (before in OWNERS), step + 1, replace(moment, year=int(low[step])))
    if before in OWNERS and low[last] in WHICH_AFTER:
        _, base, which = WHICH_AFTER[low[last]]
        named = Base.REFERENCE if base is Base.REFERENCE else Base.NAMED
        return Found(index - 1, last + 1, replace(moment, which=which, base=named))
    if before in THIS:
        return Found(index - 1, last, replace(moment, which=Which.THIS))
    if (before in OWNERS and low[index - 2] in WITHIN_SEASON) or (before == "au" and low[index] == "printemps"):
        return Found(index - (before in OWNERS), last, moment)
    return None


def read_festival(tokens: Tokens, index: int) -> Found | None:
    """Festivals with or without the year: "Noël", "Pâques 2024", "le jour de l'An"."""
    for length in (4, 3, 2, 1):
        festival = FESTIVALS.get(tuple(tokens.low[index : index + length]))
        if festival is not None and (length > 1 or tokens.word[index][:1].isupper()):
            last = index + length
            year = int(tokens.low[last]) if is_year(tokens, last) else None
            return Found(index, last + (year is not None), Moment(Precision.DAY, year, festival=festival))
    return None


def read_shift(tokens: Tokens, numeral: Numeral) -> Found | None:
    """ "il y a deux ans", "deux jours plus tard", "six mois auparavant"."""
    low, last = tokens.low, numeral.last
    moment = count_periods(tokens, numeral)
    if moment is None:
        return None
    last += 1 + (low[last] == "week" and 2)
    shift = moment.shift or 0
    if low[numeral.first - 3 : numeral.first] == ["il", "y", "a"]:
        return Found(numeral.first - 3, last, replace(moment, shift=-shift, base=Base.PUBLISHED))
    for words, sign in (*((each, 1) for each in LATER), *((each, -1) for each in EARLIER)):
        end = last + len(words)
        if tuple(low[last:end]) == words and (len(words) > 1 or low[end] in STOPS):
            return Found(numeral.first, end, replace(moment, shift=sign * shift, base=Base.REFERENCE))
    return None


def count_periods(tokens: Tokens, numeral: Numeral) -> Moment | None:
    """The periods that a number counts, as a shift from publication; None where it counts no whole ones."""
    precision, value = UNITS.get(tokens.low[numeral.last]), numeral.value
    if precision is None or value != value.to_integral_value() or not 0 < value <= LARGEST_SHIFT:
        return None
    return Moment(precision, shift=int(value), base=Base.PUBLISHED)
