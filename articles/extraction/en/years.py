"""Years, decades and the years that stand after a month."""

from __future__ import annotations

from typing import Final

from articles.extraction.en.calendar_words import BEFORE_CHRIST, CHRISTIAN_ERA, MONTHS
from articles.extraction.en.currency_words import MONEY_WORDS
from articles.extraction.en.nouns import is_counted, is_person
from articles.extraction.en.number_words import MAGNITUDES
from articles.extraction.en.part_words import read_part_after
from articles.extraction.en.spoken_years import CENTURIES, is_decade_of, read_spoken_year
from articles.extraction.en.units import MEASURES, TIMES
from articles.extraction.moments import Found, Moment
from articles.extraction.tokens import Tokens
from articles.extraction.year_figures import is_year, later_year, span_of_years
from articles.values import Precision

DASHES: Final = frozenset("-–—")
# What stands before a bare figure of four digits that is a year, or is none.
BEFORE_A_YEAR: Final = frozenset(
    "in since by until till from during before after between through throughout early late mid year years of circa "
    "around fiscal to and or spring summer autumn fall winter then q1 q2 q3 q4 class".split()
)
NOT_BEFORE_A_YEAR: Final = frozenset(
    "above below over under exceeding exceeded exceeds least most nearly almost some approximately = > < plus minus "
    "total totaling totalling number numbered section sections page pages room resolution resolutions flight route "
    "chapter article paragraph rule bill windows office suite apartment channel gate highway interstate building "
    "lot box volume psalm".split()
)
# "Until at least 2027" tells a year, "at least 2027" a figure.
BEFORE_AT_LEAST: Final = frozenset("until till through since by before into".split())
# Before a year that stands with a noun: "the 1948 elections", "its 2006 highs".
OWNERS: Final = frozenset(["the", "its", "their", "his", "her", "'s", "’s", "our", "this"])
# "The 1988 quarter" is the one that is compared with another year's.
ALIKE: Final = frozenset({"quarter", "period", "month", "half"})
# Before the hyphen of "mid-1990", "pre-2010".
PREFIXES: Final = frozenset({"mid", "early", "late", "pre", "post", "end", "start"})
# Against a year: "FY2013".
FISCAL: Final = frozenset({"fy", "cy"})
BRACKETS: Final = frozenset("(/[\"“‘'’-–—,;")
# After "2003-04": one season or financial year, no range of two.
SEASON_NOUNS: Final = frozenset("season seasons school academic fiscal financial budget campaign edition term".split())
ROUND_DECADES: Final = frozenset({"20", "30", "40", "50", "60", "70", "80", "90"})
BEFORE_A_DECADE: Final = frozenset({"the", "early", "mid", "late", "-"})


def read_year_after(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """ "2013", ", 2013", "of 2013", "'13" after a month or a day of it: the year, and the token that follows."""
    low = tokens.low
    step = index + 1 if low[index] in (",", "of", "-", "/") else index
    if is_year(tokens, step) and not (step > index and is_counted(tokens, step + 1)):
        return int(tokens.word[step]), step + 1
    if low[step] in ("'", "’") and tokens.touches(step + 1) and low[step + 1].isdecimal() and len(low[step + 1]) == 2:
        short = int(low[step + 1])
        return short + (1900 if short > 40 else 2000), step + 2
    if (low[step] in CENTURIES or low[step : step + 2] == ["two", "thousand"]) and (
        spoken := read_spoken_year(tokens, step)
    ) is not None:
        return spoken.moment.year, spoken.last
    return None, index


def read_year(tokens: Tokens, index: int) -> Found | None:
    """ "2013", "1990s", "2013-14", "2020 and 2021" where they are one phrase."""
    if not is_year(tokens, index):
        return None
    low, year, last = tokens.low, int(tokens.word[index]), index + 1
    if year % 10 == 0 and _is_decade(tokens, last):
        is_century = year % 100 == 0 and year < 2000
        return Found(index, last + 1, Moment(Precision.CENTURY if is_century else Precision.DECADE, year))
    if (part := read_part_after(tokens, last)) is not None:
        return Found(index, part.last, Moment(part.precision, year, part=part.number))
    if low[last] in ALIKE and low[index - 1] in OWNERS:
        return Found(index, last + 1, Moment(Precision.YEAR, year, is_alike=True))
    if low[last] in BEFORE_CHRIST or _is_glued(tokens, index) or not _is_dated(tokens, index, year):
        return None
    last += low[last] in CHRISTIAN_ERA
    return _read_second_year(tokens, index, last, year) or Found(index, last, Moment(Precision.YEAR, year))


def _is_decade(tokens: Tokens, last: int) -> bool:
    """Whether an ending makes a decade of a year: "1990s", "the 1990's"; but not "1990's biggest hit"."""
    low = tokens.low
    if not tokens.touches(last):
        return False
    return low[last] == "s" or (low[last] in ("'s", "’s") and low[last - 2] in BEFORE_A_DECADE)


def _is_glued(tokens: Tokens, index: int) -> bool:
    """Whether the figure is part of a longer name or number: "X2000", "F-2000", "2000%", "2012 DA14"."""
    low, before, following = tokens.low, tokens.low[index - 1], tokens.low[index + 1]
    if following in MAGNITUDES or following in ("%", "percent"):
        return True
    if tokens.word[index + 1].isupper() and low[index + 2].isdecimal() and tokens.touches(index + 2):
        return True
    if not tokens.touches(index):
        return False
    if before in FISCAL or (before == "." and low[index - 2] in ("c", "ca")):
        return False
    if before in DASHES and tokens.word[index - 2][-1:].isalpha():
        return low[index - 2] not in PREFIXES and low[index - 2] not in MONTHS
    return before not in BRACKETS


def _is_dated(tokens: Tokens, index: int, year: int) -> bool:
    """Whether the words beside a bare figure make it a year and no count."""
    low, before, last = tokens.low, tokens.low[index - 1], index + 1
    if before == "least" and low[index - 3] in BEFORE_AT_LEAST:
        return not is_counted(tokens, last)
    if before in NOT_BEFORE_A_YEAR or (before == "than" and low[index - 2] not in ("later", "earlier")):
        return False
    if low[last] == "block" or (before == "." and low[index - 2] == "no"):
        return False
    if before in BEFORE_A_YEAR:
        return True
    if low[last] == "of" and low[last + 1] in ("them", "us", "the", "those", "these"):
        return False
    if not 1700 <= year <= 2100:
        return False
    return not is_counted(tokens, last) or _names_things(low[last], year) or before in OWNERS


def _names_things(word: str, year: int) -> bool:
    """Whether a bare figure before a plural is a year: a count would have a comma, as the style guides ask."""
    return 1900 <= year <= 2050 and not (is_person(word) or word in MEASURES or word in TIMES or word in MONEY_WORDS)


def _read_second_year(tokens: Tokens, index: int, last: int, year: int) -> Found | None:
    """ "1939-1945", "2013-14", "2030/31", "two coups in 2020 and 2021"."""
    low, mark = tokens.low, tokens.low[last]
    if mark == "and":
        is_next = is_year(tokens, last + 1) and int(low[last + 1]) == year + 1 and not is_counted(tokens, last + 2)
        return span_of_years(index, last + 2, year, year + 1) if is_next and _are_several(tokens, index) else None
    if (mark not in DASHES and mark != "/") or not (tokens.touches(last) and tokens.touches(last + 1)):
        return None
    until = later_year(low[last + 1], year)
    if until is None or (mark == "/" and until != year + 1):
        return None
    is_season = mark == "/" or (until == year + 1 and len(low[last + 1]) == 2 and low[last + 2] in SEASON_NOUNS)
    return span_of_years(index, last + 2, year, until, 0 if is_season else last + 1)


def _are_several(tokens: Tokens, index: int) -> bool:
    """Whether several things lie "in" the years from a token on, together in both: "two coups", but not "it fell"."""
    low = tokens.low
    before = index - 2 - (low[index - 2] == ",")
    return low[index - 1] == "in" and before >= 0 and (low[before] == "twice" or low[before][-1:] == "s")


def read_short_year(tokens: Tokens, index: int) -> Found | None:
    """ "'99" and "the '90s"; the century is the one that fits the text."""
    low = tokens.low
    if len(low[index]) != 2:
        return None
    if low[index - 1] not in ("'", "’", "‘") or not tokens.touches(index):
        if low[index] in ROUND_DECADES and low[index + 1] in ("s", "'s", "’s") and is_decade_of(tokens, index):
            return Found(index, index + 2, Moment(Precision.DECADE, 1900 + int(low[index])))
        return None
    short = int(low[index])
    if low[index + 1] == "s" and tokens.touches(index + 1):
        decade = (1900 if short > 20 else 2000) + short // 10 * 10
        return Found(index - 1, index + 2, Moment(Precision.DECADE, decade))
    if tokens.touches(index + 1) and low[index + 1][:1].isalnum():
        return None
    return Found(index - 1, index + 1, Moment(Precision.YEAR, short))
