"""Parts of the year and the century: quarters, halves and seasons, with the year they belong to."""

from __future__ import annotations

from typing import Final

from articles.extraction.en.calendar_words import SEASONS, WHICH
from articles.extraction.en.number_words import ORDINAL_ENDINGS, ORDINALS
from articles.extraction.en.part_words import HALVES, QUARTERS, SHORT_PARTS
from articles.extraction.en.tense import read_tense
from articles.extraction.en.years import read_year_after
from articles.extraction.moments import Base, Found, Moment, Tense
from articles.extraction.tokens import Tokens
from articles.extraction.year_figures import is_year, later_year
from articles.values import Precision

# Before a season without an article that is one of this or the next year: "by summer", "late spring".
BEFORE_A_SEASON: Final = frozenset("early late mid by until till since through before after during as".split())
BEFORE_THE_SEASON: Final = frozenset("in during by until till since through throughout before after over for".split())
# "The fall" is as often a drop: what follows, or has come before, where it is no season.
AFTER_A_FALL: Final = frozenset("of in from to".split())
HURT: Final = frozenset("hurt injured injuries died killed broke broken fractured survived bones hip".split())
LATEST_CENTURY: Final = 30
BEFORE_CHRIST: Final = frozenset({"bc", "b.c.", "bce", "b.c.e."})
# A quarter or half of a game is none of the year; a half of the year without its year is told with figures of business.
GAMES: Final = frozenset(
    """
    points point touchdown touchdowns game games lead led yards yard score scored scoring halftime quarterback goal
    goals pointer basket rebounds rebound interception punt kick season championship bowl coach foul fouls minutes shot
    shots penalty match overtime playoff playoffs
    """.split()
)
BUSINESS: Final = frozenset(
    """
    % percent $ million billion profit profits sales earnings revenue revenues results loss losses economy growth gdp
    income trade output orders exports imports figures production deficit surplus rate inflation
    """.split()
)
REACH: Final = 20


def read_century(tokens: Tokens, index: int) -> Found | None:
    """ "The nineteenth century", "21st century"."""
    low, first = tokens.low, index - 1
    # "A 12th-century bath" is no date.
    if first < 0 or low[first] == "-":
        return None
    rank = ORDINALS.get(low[first])
    if rank is not None and first > 1 and low[first - 1] == "-" and low[first - 2] == "twenty":
        rank, first = rank + 20, first - 2
    if rank is None and low[first] in ORDINAL_ENDINGS and low[first - 1].isdecimal() and len(low[first - 1]) <= 2:
        first -= 1
        rank = int(low[first])
    if rank is None or not 2 <= rank <= LATEST_CENTURY or low[index + 1] in BEFORE_CHRIST:
        return None
    return Found(first, index + 1, Moment(Precision.CENTURY, (rank - 1) * 100))


def read_quarter(tokens: Tokens, index: int) -> Found | None:
    """ "The third quarter", "third-quarter profit", "the final quarter of 1989"."""
    low, first = tokens.low, index - 1
    if first > 0 and low[first] == "-":
        first -= 1
    part = QUARTERS.get(low[first])
    return None if part is None or first < 0 else _read_part(tokens, first, index + 1, Precision.QUARTER, part)


def read_half(tokens: Tokens, index: int) -> Found | None:
    """ "The second half of 2009", "first-half profit", "the latter half of the year"."""
    low, first = tokens.low, index - 1
    if first > 0 and low[first] == "-":
        first -= 1
    part = HALVES.get(low[first])
    return None if part is None or first < 0 else _read_part(tokens, first, index + 1, Precision.HALF, part)


def _read_part(tokens: Tokens, first: int, last: int, precision: Precision, part: int) -> Found | None:
    """A part of the year with "of 2023", "of the year", "last year" after it, or a year before it."""
    low = tokens.low
    found = _read_with_year(tokens, first, last, precision, part)
    if found is not None:
        return found
    if low[last] in ("of", "final") or (low[last] == "-" and low[last + 1].startswith("final")):
        return None
    return Found(first, last, Moment(precision, part=part)) if _is_of_the_year(tokens, first, precision) else None


def _read_with_year(tokens: Tokens, first: int, last: int, precision: Precision, part: int) -> Found | None:
    low = tokens.low
    year, end = read_year_after(tokens, last + (low[last] == "of" and low[last + 1] in ("fiscal", "calendar")))
    if year is not None:
        return Found(first, end, Moment(precision, year, part=part))
    step = last + (low[last] == "of")
    determined = low[step] in ("the", "that") and low[step + 1] in WHICH
    if low[step + determined] in WHICH and low[step + determined + 1] == "year":
        shift, base, _ = WHICH[low[step + determined]]
        base = Base.REFERENCE if determined else base
        return Found(first, step + determined + 2, Moment(precision, part=part, shift=shift, base=base))
    if low[last] == "of" and low[step] == "the" and low[step + 1] == "year":
        return Found(first, step + 2, Moment(precision, part=part, shift=0, base=Base.PUBLISHED))
    if is_year(tokens, first - 1) and first > 0:
        return Found(first - 1, last, Moment(precision, int(low[first - 1]), part=part))
    return None


def _is_of_the_year(tokens: Tokens, first: int, precision: Precision) -> bool:
    start, end = tokens.sentence(first)
    words = tokens.low[max(start, first - REACH) : min(end, first + REACH)]
    if precision is Precision.QUARTER:
        return GAMES.isdisjoint(words) or not BUSINESS.isdisjoint(words)
    return GAMES.isdisjoint(words) and not BUSINESS.isdisjoint(words)


def read_short_part(tokens: Tokens, index: int) -> Found | None:
    """ "Q1 2023", "2023 Q1", "H1", "3Q 2012", "3Q12": the letter and the figure are two tokens that touch."""
    low = tokens.low
    precision, parts = SHORT_PARTS[low[index]]
    if low[index + 1] in parts and tokens.touches(index + 1):
        part, first, last = int(low[index + 1]), index, index + 2
    elif index and low[index - 1] in parts and tokens.touches(index):
        part, first, last = int(low[index - 1]), index - 1, index + 1
        if tokens.touches(last) and low[last].isdecimal():
            year = Moment(precision, int(low[last]) + 2000, part=part)
            return Found(first, last + 1, year) if len(low[last]) == 2 else None
    else:
        return None
    found = _read_with_year(tokens, first, last, precision, part)
    return found or Found(first, last, Moment(precision, part=part))


def _is_the_season(tokens: Tokens, index: int) -> bool:
    """Whether "the" and a season date something: "before the autumn", "the busiest weekend of the fall"."""
    low, before, last = tokens.low, tokens.low[index - 2], tokens.low[index + 1]
    if last == "of" or last == "-" or tokens.word[index + 1][:1].isupper():
        return False
    is_fall = low[index] == "fall"
    if before == "of":
        return any(word.endswith("est") or word in ("most", "first", "last") for word in low[max(index - 6, 0) : index])
    if is_fall and (before in ("after", "for", "over", "since") or last in AFTER_A_FALL):
        return False
    if is_fall and not HURT.isdisjoint(low[max(index - 6, 0) : index]):
        return False
    return before in BEFORE_THE_SEASON


def _is_one_season(tokens: Tokens, index: int) -> bool:
    """Whether "in spring" is that of one year, as the verb tells: "is due in spring", not "they breed in spring"."""
    if tokens.low[index] == "fall" or tokens.word[index + 1][:1].isalpha():
        return False
    return read_tense(tokens, index - 1, index + 1) in (Tense.PAST, Tense.FUTURE)


def read_season(tokens: Tokens, index: int) -> Found | None:
    """ "Last summer", "the spring of 1794", "winter 2007"."""
    low, season, last = tokens.low, SEASONS[tokens.low[index]], index + 1
    if low[last] in ("games", "olympics", "paralympics"):
        return None
    before = low[index - 1] if index else ""
    year, end = read_year_after(tokens, last)
    if year is not None and low[last] != ",":
        if low[end] in ("-", "–", "/") and tokens.touches(end) and later_year(low[end + 1], year) == year + 1:
            # "The winter of 1978-79" is one.
            end += 2
        return Found(index, end, Moment(Precision.SEASON, year, part=season))
    if low[last] == "of" and low[last + 1] == "that" and low[last + 2] == "year":
        return Found(index, last + 3, Moment(Precision.SEASON, part=season, shift=0, base=Base.REFERENCE))
    if before == "the" and index > 1 and _is_the_season(tokens, index):
        return Found(index - 1, last, Moment(Precision.SEASON, part=season))
    if before in ("last", "this", "next", "past", "coming") and low[index - 2] != "the":
        return Found(index - 1, last, Moment(Precision.SEASON, part=season, which=WHICH[before][2]))
    if before == "that":
        return Found(index - 1, last, Moment(Precision.SEASON, part=season, shift=0, base=Base.REFERENCE))
    is_mid = before == "-" and low[index - 2] == "mid"
    if before in BEFORE_A_SEASON or is_mid or (before == "in" and _is_one_season(tokens, index)):
        return Found(index, last, Moment(Precision.SEASON, part=season))
    if before in ("following", "next", "previous") and low[index - 2] == "the":
        return Found(
            index - 2, last, Moment(Precision.SEASON, part=season, which=WHICH[before][2], base=Base.REFERENCE)
        )
    return None
