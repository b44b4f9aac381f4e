"""Dates that name their day, month, year, decade or weekday; each read forward from the token that gives it away."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from articles.extraction.en.calendar_words import (
    BEFORE_CHRIST,
    CHRISTIAN_ERA,
    FESTIVALS,
    MONTHS,
    MONTHS_THAT_ARE_WORDS,
    PARTS_OF_DAY,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    WHICH,
)
from articles.extraction.en.number_words import MAGNITUDES, ORDINAL_ENDINGS
from articles.extraction.en.nouns import is_counted, is_person
from articles.extraction.en.units import CURRENCIES, MEASURES, TIMES
from articles.extraction.moments import Base, Moment, Which
from articles.extraction.tokens import Tokens
from articles.values import Precision

NUMERIC: Final = re.compile(r"([0-9]{1,4})([-/.])([0-9]{1,2})[-/.]([0-9]{1,4})")
DASHES: Final = frozenset("-–—")
JOINERS: Final = DASHES | {"to", "through", "until"}
# What stands before a bare figure of four digits that is a year.
NOT_BEFORE_A_YEAR: Final = frozenset(
    "above below over under exceeding exceeded exceeds least most nearly almost some approximately = > < plus minus "
    "total totaling totalling number numbered".split()
)
BEFORE_A_YEAR: Final = frozenset(
    "in since by until till from during before after between through throughout early late mid year years of circa "
    "around fiscal to and or spring summer autumn fall winter then q1 q2 q3 q4 class".split()
)
# Before a year that stands with a noun: "the 1948 elections", "its 2006 highs".
OWNERS: Final = frozenset(["the", "its", "their", "his", "her", "'s", "’s", "our", "this"])
# After "2003-04": one season or financial year, no range of two.
SEASON_NOUNS: Final = frozenset("season seasons school academic fiscal financial budget campaign edition term".split())
EARLIEST, LATEST = 1000, 2199


class Found(NamedTuple):
    """A moment and the tokens that name it, `last` exclusive; `split` is where the second end of a range begins."""

    first: int
    last: int
    moment: Moment
    split: int = 0


def read_figure_date(tokens: Tokens, index: int) -> Found | None:
    """A date that begins with digits: 2023-06-30, 16 June 2023, 2013, 1990s, '99."""
    word = tokens.word[index]
    if not word.isdecimal():
        return _read_numeric(tokens, index) if word.count(word[-5:-4] or " ") or "-" in word or "/" in word else None
    if len(word) <= 2:
        return _read_day_first(tokens, index) or _read_short_year(tokens, index)
    if len(word) == 4:
        return _read_year(tokens, index)
    return None


def _read_numeric(tokens: Tokens, index: int) -> Found | None:
    match = NUMERIC.fullmatch(tokens.word[index])
    if match is None:
        return None
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4 and len(match[4]) <= 2:
        moment = Moment(Precision.DAY, first, second, third)
    elif len(match[4]) in (2, 4) and len(match[1]) <= 2 and (match[2] != "." or len(match[4]) == 4):
        year = third if len(match[4]) == 4 else third + (1900 if third > 50 else 2000)
        if first > 12 or match[2] == ".":
            moment = Moment(Precision.DAY, year, second, first)
        else:
            moment = Moment(Precision.DAY, year, first, second)
            if second <= 12 and first != second:
                moment = replace(moment, either=Moment(Precision.DAY, year, second, first))
    else:
        return None
    if not (1 <= (moment.month or 0) <= 12 and 1 <= (moment.day or 0) <= 31):
        return None
    return Found(index, index + 1, moment)


def _read_day_first(tokens: Tokens, index: int) -> Found | None:
    """ "16 June 2023", "the 16th of June", "5-10 June", "1 and 5 June" (the two days apart)."""
    low, day = tokens.low, int(tokens.word[index])
    if not 1 <= day <= 31:
        return None
    last, until = index + 1, 0
    if tokens.touches(last) and low[last] in ORDINAL_ENDINGS:
        last += 1
    if (low[last] in JOINERS or low[last] in ("and", ",", "or")) and _is_day(tokens, last + 1):
        after = last + 2
        if tokens.touches(after) and low[after] in ORDINAL_ENDINGS:
            after += 1
        if _month_at(tokens, after + (low[after] == "of")):
            split = last + 1
            if low[last] in JOINERS:
                until = int(tokens.word[last + 1])
            last, borrowed = after, low[last] not in JOINERS
            month, year, end = _read_month_year(tokens, last + (low[last] == "of"))
            if borrowed:
                return Found(index, index + 1, Moment(Precision.DAY, year, month, day))
            moment = Moment(Precision.DAY, year, month, day, until=Moment(Precision.DAY, year, month, until))
            return Found(index, end, moment, split) if day < until <= 31 else None
    bare = low[last] == "of" and low[last + 1] in ("that", "this", "the") and low[last + 2 : last + 3] == ["month"]
    if bare:
        base = Base.PUBLISHED if low[last + 1] == "this" else Base.REFERENCE
        return Found(index, last + 3, Moment(Precision.DAY, day=day, shift=0, base=base))
    step = last + (low[last] == "of")
    if step < len(low) and low[step] in DASHES and tokens.touches(step):
        step += 1
    if not _month_at(tokens, step):
        if last > index + 1 and index and low[index - 1] == "the" and low[index - 2] in ("on", "by", "until"):
            return None if low[last][:1].isalpha() else Found(index, last, Moment(Precision.DAY, day=day))
        return None
    month, year, end = _read_month_year(tokens, step)
    moment = Moment(Precision.DAY, year, month, day)
    return Found(index, *_with_year_words(tokens, end, moment))


def _is_day(tokens: Tokens, index: int) -> bool:
    word = tokens.word[index]
    return word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31


def _month_at(tokens: Tokens, index: int) -> int | None:
    low = tokens.low[index]
    return MONTHS.get(low) if tokens.word[index][:1].isupper() or low not in MONTHS_THAT_ARE_WORDS else None


def _read_month_year(tokens: Tokens, index: int) -> tuple[int, int | None, int]:
    """The month at a token, the year after it where there is one, and the token that follows."""
    low = tokens.low
    month, last = MONTHS[low[index]], index + 1
    if low[last] == "." and low[index] in SHORT_MONTHS and low[last + 1] != "":
        last += 1
    year, end = _year_after(tokens, last)
    if year is None and low[last - 1] == "." and not _goes_on(tokens, last):
        end = last - 1
    return month, year, end


def _goes_on(tokens: Tokens, index: int) -> bool:
    return tokens.word[index][:1].islower() or tokens.word[index] in (",", ")", ";")


def _year_after(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """ "2013", ", 2013", "of 2013", "'13" after a month or a day of it."""
    low = tokens.low
    step = index + 1 if low[index] in (",", "of", "-", "/") else index
    if _is_year(tokens, step) and not (step > index and is_counted(tokens, step + 1)):
        return int(tokens.word[step]), step + 1
    if low[step] in ("'", "’") and tokens.touches(step + 1) and low[step + 1].isdecimal() and len(low[step + 1]) == 2:
        short = int(low[step + 1])
        return short + (1900 if short > 40 else 2000), step + 2
    return None, index


def _is_year(tokens: Tokens, index: int) -> bool:
    word = tokens.word[index]
    return len(word) == 4 and word.isdecimal() and EARLIEST <= int(word) <= LATEST


def _read_year(tokens: Tokens, index: int) -> Found | None:
    """ "2013", "1990s", "2013-14", "2020 and 2021" where they are one phrase."""
    low, year = tokens.low, int(tokens.word[index])
    if not EARLIEST <= year <= LATEST:
        return None
    last = index + 1
    if tokens.touches(last) and low[last] in ("s", "'s", "’s") and year % 10 == 0 and low[last + 1] != "-":
        precision = (
            Precision.CENTURY if year % 100 == 0 and low[index - 1] == "the" and year < 2000 else Precision.DECADE
        )
        return Found(index, last + 1, Moment(precision, year))
    if low[last] in BEFORE_CHRIST:
        return None
    if low[last] in CHRISTIAN_ERA:
        last += 1
    before = low[index - 1] if index else ""
    if (
        tokens.touches(index)
        and before not in "(/[\"“‘'’-–—,;"
        or low[last] in MAGNITUDES
        or low[last] in ("%", "percent")
    ):
        return None
    if before in DASHES and tokens.touches(index) and index > 1 and tokens.word[index - 2][-1:].isalpha():
        if low[index - 2] not in ("mid", "early", "late", "pre", "post") and low[index - 2] not in MONTHS:
            return None
    if before in NOT_BEFORE_A_YEAR or (before == "than" and low[index - 2] not in ("later", "earlier")):
        return None
    if before not in BEFORE_A_YEAR and not 1700 <= year <= 2100:
        return None
    if (
        before not in BEFORE_A_YEAR
        and not _names_things(tokens, last, year)
        and is_counted(tokens, last)
        and not (before in OWNERS and 1500 <= year <= 2100)
    ):
        return None
    if low[last] in DASHES and tokens.touches(last) and tokens.touches(last + 1):
        until = _short_until(tokens, last + 1, year)
        if until == year + 1 and len(low[last + 1]) == 2 and low[last + 2] in SEASON_NOUNS:
            return Found(index, last + 2, Moment(Precision.YEAR, year, until=Moment(Precision.YEAR, until)))
        if until is not None:
            return Found(index, last + 2, Moment(Precision.YEAR, year, until=Moment(Precision.YEAR, until)), last + 1)
    if low[last] == "/" and tokens.touches(last) and tokens.touches(last + 1):
        until = _short_until(tokens, last + 1, year)
        if until == year + 1:
            return Found(index, last + 2, Moment(Precision.YEAR, year, until=Moment(Precision.YEAR, until)))
    if low[last] == "and" and before == "in" and _is_year(tokens, last + 1) and int(low[last + 1]) == year + 1:
        if not is_counted(tokens, last + 2):
            return Found(index, last + 2, Moment(Precision.YEAR, year, until=Moment(Precision.YEAR, year + 1)))
    return Found(index, last, Moment(Precision.YEAR, year))


def _names_things(tokens: Tokens, last: int, year: int) -> bool:
    """Whether a bare figure before a plural is a year: a count would have a comma, as the style guides ask."""
    word = tokens.low[last]
    return 1900 <= year <= 2050 and not (is_person(word) or word in MEASURES or word in TIMES or word in CURRENCIES)


def _short_until(tokens: Tokens, index: int, year: int) -> int | None:
    word = tokens.word[index]
    if not word.isdecimal() or len(word) not in (2, 4):
        return None
    until = int(word) if len(word) == 4 else year // 100 * 100 + int(word)
    return until if year < until <= LATEST else None


def _read_short_year(tokens: Tokens, index: int) -> Found | None:
    """ "'99" and "the '90s"; the century is the one that fits the text."""
    low = tokens.low
    if not index or low[index - 1] not in ("'", "’", "‘") or not tokens.touches(index) or len(low[index]) != 2:
        if low[index] in ("90", "80", "70", "60", "50") and low[index + 1] in ("s", "'s") and low[index - 1] == "the":
            return Found(index, index + 2, Moment(Precision.DECADE, 1900 + int(low[index])))
        return None
    if low[index + 1] == "s" and tokens.touches(index + 1):
        short = int(low[index])
        return Found(index - 1, index + 2, Moment(Precision.DECADE, (1900 if short > 20 else 2000) + short // 10 * 10))
    if tokens.touches(index + 1) and low[index + 1][:1].isalnum():
        return None
    return Found(index - 1, index + 1, Moment(Precision.YEAR, int(low[index])))


def read_month(tokens: Tokens, index: int) -> Found | None:
    """ "June", "June 16, 2023", "Dec. 31", "October of that year", "June 5-10", "last July"."""
    found = _read_plain_month(tokens, index)
    if found is None or found.moment.year is not None or not index:
        return found
    which = tokens.low[index - 1]
    if which in ("last", "next", "this", "that", "past", "coming", "previous", "following"):
        _, base, choice = WHICH[which]
        if base is Base.PUBLISHED or choice is Which.SAME:
            base = Base.NAMED
        return found._replace(first=index - 1, moment=replace(found.moment, which=choice, base=base))
    return found


def _read_plain_month(tokens: Tokens, index: int) -> Found | None:
    low = tokens.low
    if not _is_month(tokens, index):
        return None
    if tokens.word[index][0].islower() and (low[index] in MONTHS_THAT_ARE_WORDS or not low[index + 1].isdecimal()):
        return None
    month, last = MONTHS[low[index]], index + 1
    if low[last] == "." and low[index] in SHORT_MONTHS:
        last += 1
    if low[last] in DASHES and tokens.touches(last) and _is_day(tokens, last + 1):
        last += 1
    if not _is_day(tokens, last) or is_counted(tokens, last + 1) or _is_clock(tokens, last + 1):
        month, year, end = _read_month_year(tokens, index)
        return Found(index, *_with_year_words(tokens, end, Moment(Precision.MONTH, year, month)))
    day, last = int(low[last]), last + 1
    if tokens.touches(last) and low[last] in ORDINAL_ENDINGS:
        last += 1
    if low[last] in JOINERS and _is_day(tokens, last + 1) and not is_counted(tokens, last + 2):
        until = int(low[last + 1])
        if day < until and not _month_at(tokens, last + 2):
            year, end = _year_after(tokens, last + 2)
            moment = Moment(Precision.DAY, year, month, day, until=Moment(Precision.DAY, year, month, until))
            return Found(index, end, moment, last + 1)
    if low[last] in ("and", "or") and _is_day(tokens, last + 1) and not is_counted(tokens, last + 2):
        return _read_two_days(tokens, index, last, Moment(Precision.DAY, None, month, day))
    year, end = _year_after(tokens, last)
    return Found(index, *_with_year_words(tokens, end, Moment(Precision.DAY, year, month, day)))


def _read_two_days(tokens: Tokens, index: int, last: int, moment: Moment) -> Found:
    """ "May 6 and 7, 1954": two days of one month."""
    after, second = last + 2, int(tokens.word[last + 1])
    if _month_at(tokens, after) or second > 31:
        return Found(index, last, moment)
    if tokens.touches(after) and tokens.low[after] in ORDINAL_ENDINGS:
        after += 1
    year, end = _year_after(tokens, after)
    first = replace(moment, year=year)
    return Found(index, end, replace(first, until=replace(first, day=second)), last + 1)


def _is_clock(tokens: Tokens, index: int) -> bool:
    return tokens.low[index] in ("a.m.", "p.m.", "am", "pm", ":")


def _is_month(tokens: Tokens, index: int) -> bool:
    """Whether a word that is also a verb or a name ("May", "March", "April") is the month here."""
    low = tokens.low
    if low[index] not in MONTHS_THAT_ARE_WORDS and low[index] not in SHORT_MONTHS:
        return True
    following = low[index + 1] if low[index + 1] != "." or low[index] not in SHORT_MONTHS else low[index + 2]
    if following.isdecimal() or (following == "of" and tokens.word[index + 2].isdecimal()):
        return True
    if following in DASHES and (_month_at(tokens, index + 2) or _is_year(tokens, index + 2)):
        return True
    if low[index] in SHORT_MONTHS:
        return False
    before = low[index - 1] if index else ""
    if before in _BEFORE_A_MONTH or before in WHICH or before.isdecimal() or before in ORDINAL_ENDINGS:
        return True
    if before in ("the", "a", "an") or before in OWNERS:
        return low[index] != "march" or tokens.word[index + 1][:1].islower()
    if low[index] in ("may", "march"):
        return False
    return not tokens.word[index + 1][:1].isupper()


_BEFORE_A_MONTH: Final = frozenset(
    "in by since until till of early late mid - from during before after between through throughout to and on "
    "around late or earlier later ,".split()
)


def _with_year_words(tokens: Tokens, last: int, moment: Moment) -> tuple[int, Moment]:
    """Add "of that year", "of the same year", "last year", "this year" to a month or day without a year."""
    low = tokens.low
    if moment.year is not None:
        return last, moment
    step = last + (low[last] in ("of", ","))
    if low[step] == "the" and low[step + 1] in ("same", "following", "previous", "next", "preceding"):
        step += 1
    if low[step] in WHICH and low[step + 1] == "year":
        shift, base, _ = WHICH[low[step]]
        if low[step - 1] == "the":
            base = Base.REFERENCE
        return step + 2, replace(moment, shift=shift, base=base)
    return last, moment


def read_weekday(tokens: Tokens, index: int) -> Found | None:
    """ "Friday", "Friday night", "Friday, June 16, 2023", "Friday 16 June", "last Friday", "Friday week"."""
    low = tokens.low
    if not tokens.word[index][0].isupper():
        return None
    weekday, last = WEEKDAYS[low[index]], index + 1
    short = low[index] in SHORT_WEEKDAYS
    if short and low[last] == ".":
        last += 1
    step = last + (low[last] == ",")
    step += low[step] == "the"
    dated = None
    if low[step] in MONTHS:
        dated = read_month(tokens, step)
    elif _is_day(tokens, step):
        dated = _read_day_first(tokens, step)
    if dated is not None and dated.moment.day is not None and dated.first == step:
        return Found(index, dated.last, replace(dated.moment, weekday=weekday))
    if short:
        return None
    if low[last] in PARTS_OF_DAY:
        last += 1
    moment = Moment(Precision.DAY, weekday=weekday)
    step = last + (low[last] == "of")
    if low[step] in ("last", "next", "this") and low[step + 1] == "week":
        return Found(index, step + 2, replace(moment, shift=WHICH[low[step]][0]))
    if index and low[index - 1] in ("last", "next", "this", "past", "coming", "previous"):
        which = WHICH[low[index - 1]][2]
        first = index - 1
        return Found(first, last, replace(moment, which=which))
    return Found(index, last, moment)


def read_festival(tokens: Tokens, index: int) -> Found | None:
    """Festivals with a fixed day, with or without the year."""
    low = tokens.low
    if not tokens.word[index][0].isupper():
        return None
    for length in (4, 2, 1):
        day = FESTIVALS.get(tuple(low[index : index + length]))
        if day is not None:
            year, end = _year_after(tokens, index + length)
            return Found(index, end, Moment(Precision.DAY, year, day[0], day[1]))
    return None
