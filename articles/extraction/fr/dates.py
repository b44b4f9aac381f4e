"""Dates that name their day, month or year: "le 30 juin 2023", "1er juillet", "du 3 au 5 mai", "les années 1990"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articles.extraction.fr.calendar_words import MONTHS, PARTS_OF_DAY, SHORT_MONTHS, WEEKDAYS, WHICH_AFTER
from articles.extraction.fr.nouns import is_counted
from articles.extraction.fr.number_words import MAGNITUDES
from articles.extraction.fr.units import CURRENCIES
from articles.extraction.moments import Base, Found, Moment, Which
from articles.extraction.numeric_dates import read_numeric_date
from articles.extraction.tokens import Tokens
from articles.extraction.year_figures import is_year, later_year, span_of_years
from articles.values import Precision

DASHES: Final = frozenset("-–—")
JOINERS: Final = DASHES | {"au"}
PAIRINGS: Final = frozenset({"et", "ou"})
# Before a bare figure of four digits that is a year, or is none.
BEFORE_A_YEAR: Final = frozenset(
    "en depuis jusqu'en année an fin début mi courant avant après dès vers entre printemps été automne hiver "
    "trimestre semestre rentrée saison exercice millésime".split()
)
NOT_BEFORE_A_YEAR: Final = frozenset(
    "environ quelque quelques près moins plus que les des page pages article résolution numéro loi vol ° = < >".split()
)
ROUND_DECADES: Final = frozenset("20 30 40 50 60 70 80 90".split())


def read_figure_date(tokens: Tokens, index: int) -> Found | None:
    """A date that begins with digits: 2023-06-30, 16 juin 2023, 2013; slashed dates begin with the day."""
    word = tokens.word[index]
    if not word.isdecimal():
        return read_numeric_date(tokens, index, day_first=True)
    return _read_day(tokens, index) if len(word) <= 2 else _read_year(tokens, index)


def _read_day(tokens: Tokens, index: int) -> Found | None:
    """ "16 juin 2023", "1er juin", "3 au 5 mai", "5 et 6 juin" (the two days apart)."""
    if not is_day(tokens, index):
        return None
    low, day, last = tokens.low, int(tokens.word[index]), after_day(tokens, index)
    if low[last] in MONTHS and (low[last] not in SHORT_MONTHS or low[last + 1] == "." or tokens.word[last].islower()):
        month, year, end = _read_month_year(tokens, last)
        return Found(index, *with_year_words(tokens, end, Moment(Precision.DAY, year, month, day)))
    if low[last : last + 2] == ["du", "mois"] or low[last : last + 2] == ["de", "ce"]:
        return None
    step = last + 1 + (low[last + 1] == "le")
    if not (low[last] in JOINERS or low[last] in PAIRINGS) or not is_day(tokens, step):
        return None
    month_at = after_day(tokens, step)
    if low[month_at] not in MONTHS:
        return None
    month, year, end = _read_month_year(tokens, month_at)
    moment, second = Moment(Precision.DAY, year, month, day), int(tokens.word[step])
    if low[last] in PAIRINGS:
        return Found(index, after_day(tokens, index), moment)
    return Found(index, end, replace(moment, until=replace(moment, day=second)), step) if day < second else None


def is_day(tokens: Tokens, index: int) -> bool:
    """Whether a token is the figure of a day of the month."""
    word = tokens.word[index]
    return word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31


def after_day(tokens: Tokens, index: int) -> int:
    """The token after a day of the month, "1er" being two."""
    return index + 1 + (tokens.word[index] == "1" and tokens.touches(index + 1) and tokens.low[index + 1] == "er")


def _read_month_year(tokens: Tokens, index: int) -> tuple[int, int | None, int]:
    """The month at a token, the year after it where there is one, and the token that follows."""
    low, last = tokens.low, index + 1
    last += low[last] == "." and low[index] in SHORT_MONTHS and low[last + 1] != ""
    step = last + (low[last] == "de")
    if is_year(tokens, step) and not is_counted(tokens, step + 1):
        return MONTHS[low[index]], int(tokens.word[step]), step + 1
    return MONTHS[low[index]], None, last


def read_month(tokens: Tokens, index: int) -> Found | None:
    """ "juin", "juin 2023", "juin dernier", "au mois de juin"; a capital is a name but at the start of a sentence."""
    low, word = tokens.low, tokens.word[index]
    month, year, last = _read_month_year(tokens, index)
    if low[index] in SHORT_MONTHS and year is None:
        return None
    is_opening = tokens.sentence(index)[0] == index and not tokens.word[index + 1][:1].isupper()
    if word[:1].isupper() and year is None and (low[index] == "mars" or not is_opening):
        return None
    first = index
    if low[first - 1] in ("de", "d'") and low[first - 2] == "mois":
        first -= 2
        first -= low[first - 1] in ("le", "au", "du", "ce")
    return Found(first, *with_year_words(tokens, last, Moment(Precision.MONTH, year, month)))


def with_year_words(tokens: Tokens, last: int, moment: Moment) -> tuple[int, Moment]:
    """Add "dernier", "prochain", "de la même année", "de l'an dernier", "de cette année" to a date without a year."""
    low = tokens.low
    if moment.year is not None:
        return last, moment
    if low[last] in WHICH_AFTER:
        which = WHICH_AFTER[low[last]]
        base = Base.REFERENCE if which[1] is Base.REFERENCE else Base.NAMED
        return last + 1, replace(moment, which=which[2], base=base)
    step = last + (low[last] in ("de", ","))
    if low[step] == "l'" and low[step + 1] in ("an", "année") and low[step + 2] in WHICH_AFTER:
        shift, base, _ = WHICH_AFTER[low[step + 2]]
        return step + 3, replace(moment, shift=shift, base=base)
    if low[step] == "cette" and low[step + 1] == "année":
        is_that = low[step + 2] == "-" and low[step + 3] == "là"
        base = Base.REFERENCE if is_that else Base.PUBLISHED
        return step + 2 + 2 * is_that, replace(moment, shift=0, base=base)
    if low[step : step + 3] == ["la", "même", "année"]:
        return step + 3, replace(moment, shift=0, base=Base.REFERENCE)
    return last, moment


def _read_year(tokens: Tokens, index: int) -> Found | None:
    """ "2013", "2013-2014", "années 1990"."""
    if not is_year(tokens, index):
        return None
    low, year, last = tokens.low, int(tokens.word[index]), index + 1
    if not _is_dated(tokens, index, year):
        return None
    if (low[last] in DASHES or low[last] == "/") and tokens.touches(last) and tokens.touches(last + 1):
        until = later_year(low[last + 1], year)
        if until is not None:
            return span_of_years(index, last + 2, year, until, 0 if low[last] == "/" else last + 1)
    if low[last] == "et" and low[index - 1] == "en" and is_year(tokens, last + 1) and int(low[last + 1]) == year + 1:
        return span_of_years(index, last + 2, year, year + 1)
    return Found(index, last, Moment(Precision.YEAR, year))


def _is_dated(tokens: Tokens, index: int, year: int) -> bool:
    """Whether the words beside a bare figure make it a year and no count."""
    low, before, last = tokens.low, tokens.low[index - 1], index + 1
    if (
        low[last] in MAGNITUDES
        or low[last] in ("%", "€", "$")
        or low[last] in CURRENCIES
        or before in NOT_BEFORE_A_YEAR
    ):
        return False
    if tokens.touches(index) and before not in ("(", "'", "-", "–", "/", '"', "«", "“", "l'", "d'"):
        return False
    if before in BEFORE_A_YEAR or before in MONTHS:
        return True
    return 1700 <= year <= 2100 and not is_counted(tokens, last)


def read_decade(tokens: Tokens, index: int) -> Found | None:
    """ "les années 90", "les années 1990": at the word "années"."""
    low = tokens.low[index + 1]
    if is_year(tokens, index + 1) and low[-1] == "0":
        return Found(index, index + 2, Moment(Precision.DECADE, int(low)))
    return Found(index, index + 2, Moment(Precision.DECADE, 1900 + int(low))) if low in ROUND_DECADES else None


def read_weekday(tokens: Tokens, index: int) -> Found | None:
    """ "lundi", "lundi matin", "lundi 16 juin 2023", "lundi dernier", "ce lundi"; "le lundi" alone comes every week."""
    low, last = tokens.low, index + 1
    moment = Moment(Precision.DAY, weekday=WEEKDAYS[low[index]])
    if is_day(tokens, last):
        dated = _read_day(tokens, last)
        if dated is not None and dated.split == 0:
            return Found(index, dated.last, replace(dated.moment, weekday=moment.weekday))
        if not is_counted(tokens, after_day(tokens, last)):
            return Found(index, after_day(tokens, last), replace(moment, day=int(low[last])))
    if low[last] in PARTS_OF_DAY or low[last : last + 3] == ["après", "-", "midi"]:
        last += 1 if low[last] in PARTS_OF_DAY else 3
    if low[last] in WHICH_AFTER:
        _, base, which = WHICH_AFTER[low[last]]
        named = Base.REFERENCE if base is Base.REFERENCE else Base.NAMED
        return Found(index, last + 1, replace(moment, which=which, base=named))
    if low[index - 1] in ("le", "chaque", "les") and last == index + 1:
        return None
    if low[index - 1] == "ce":
        return Found(index - 1, last, replace(moment, which=Which.THIS))
    return Found(index, last, moment)
