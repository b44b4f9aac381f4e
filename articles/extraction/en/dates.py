"""Days and months by name or in figures: "16 June 2023", "June 16", "2023-06-30", "October of that year"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articles.extraction.en.calendar_words import MONTHS, MONTHS_THAT_ARE_WORDS, SHORT_MONTHS, WHICH
from articles.extraction.en.day_numbers import ends_a_day, read_day
from articles.extraction.en.nouns import is_counted
from articles.extraction.en.number_words import ORDINAL_ENDINGS, ORDINALS
from articles.extraction.en.years import DASHES, OWNERS, read_short_year, read_year, read_year_after
from articles.extraction.moments import Base, Found, Moment, Which
from articles.extraction.numeric_dates import read_numeric_date
from articles.extraction.tokens import Tokens
from articles.extraction.year_figures import is_year
from articles.values import Precision

JOINERS: Final = DASHES | {"to", "through", "until"}
PAIRINGS: Final = frozenset({"and", ",", "or"})
CLOCKS: Final = frozenset({"a.m.", "p.m.", "am", "pm", ":"})
CHOICES: Final = frozenset("last next this that past coming previous following".split())
BEFORE_A_MONTH: Final = frozenset(
    "in by since until till of early late mid - from during before after between through throughout to and on "
    "around or earlier later ,".split()
)


def read_figure_date(tokens: Tokens, index: int) -> Found | None:
    """A date that begins with digits: 2023-06-30, 16 June 2023, 2013, 1990s, '99."""
    word = tokens.word[index]
    if not word.isdecimal():
        return read_numeric_date(tokens, index)
    if len(word) <= 2:
        return _read_day_first(tokens, index) or read_short_year(tokens, index)
    return read_year(tokens, index)


def _read_day_first(tokens: Tokens, index: int) -> Found | None:
    """ "16 June 2023", "the 16th of June", "5-10 June", "1 and 5 June" (the two days apart)."""
    begun = read_day(tokens, index)
    if begun is None:
        return None
    low, (day, last) = tokens.low, begun
    if (low[last] in JOINERS or low[last] in PAIRINGS) and (second := read_day(tokens, last + 1)):
        month_at = second[1] + (low[second[1]] == "of")
        if month_of(tokens, month_at):
            return _read_days_of_month(tokens, index, begun, second, month_at)
    if low[last] == "of" and low[last + 1] in ("that", "this", "the") and low[last + 2] == "month":
        base = Base.PUBLISHED if low[last + 1] == "this" else Base.REFERENCE
        return Found(index, last + 3, Moment(Precision.DAY, day=day, shift=0, base=base))
    step = last + (low[last] == "of")
    step += low[step] in DASHES and tokens.touches(step)
    if not month_of(tokens, step):
        alone = last > index + 1 and low[index - 1] == "the" and low[index - 2] in ("on", "by", "until", "from", "to")
        return Found(index, last, Moment(Precision.DAY, day=day)) if alone and not low[last][:1].isalpha() else None
    month, year, end = _read_month_year(tokens, step)
    return Found(index, *_with_year_words(tokens, end, Moment(Precision.DAY, year, month, day, day_first=True)))


def read_ordinal_day(tokens: Tokens, index: int) -> Found | None:
    """ "The fourth of July", "second of August": an ordinal in words before its month."""
    day = read_day(tokens, index)
    if day is None or tokens.low[day[1]] != "of" or not month_of(tokens, day[1] + 1):
        return None
    return _read_day_first(tokens, index)


def _read_days_of_month(
    tokens: Tokens, index: int, begun: tuple[int, int], ended: tuple[int, int], month_at: int
) -> Found | None:
    """ "5-10 June": both ends; "1 and 5 June": the first, the second is read in its own place."""
    month, year, end = _read_month_year(tokens, month_at)
    moment = Moment(Precision.DAY, year, month, begun[0], day_first=True)
    joiner = begun[1]
    if tokens.low[joiner] in PAIRINGS:
        return Found(index, joiner, moment)
    if begun[0] >= ended[0]:
        return None
    return Found(index, end, replace(moment, until=replace(moment, day=ended[0])), joiner + 1)


def month_of(tokens: Tokens, index: int) -> int | None:
    """The number of the month that a token names beside a day; in lower case only where it is no other word."""
    low = tokens.low[index]
    return MONTHS.get(low) if tokens.word[index][:1].isupper() or low not in MONTHS_THAT_ARE_WORDS else None


def _read_month_year(tokens: Tokens, index: int) -> tuple[int, int | None, int]:
    """The month at a token, the year after it where there is one, and the token that follows."""
    low = tokens.low
    month, last = MONTHS[low[index]], index + 1
    if low[last] == "." and low[index] in SHORT_MONTHS and low[last + 1] != "":
        last += 1
    year, end = read_year_after(tokens, last)
    if year is None and low[last - 1] == "." and not _goes_on(tokens, last):
        end = last - 1
    return month, year, end


def _goes_on(tokens: Tokens, index: int) -> bool:
    return tokens.word[index][:1].islower() or tokens.word[index] in (",", ")", ";")


def read_month(tokens: Tokens, index: int) -> Found | None:
    """ "June", "June 16, 2023", "Dec. 31", "October of that year", "June 5-10", "last July"."""
    if not _is_month(tokens, index):
        return None
    found = _read_month_day(tokens, index)
    if found is None:
        month, year, end = _read_month_year(tokens, index)
        found = Found(index, *_with_year_words(tokens, end, Moment(Precision.MONTH, year, month)))
    before = tokens.low[index - 1]
    if found.moment.year is not None or before not in CHOICES:
        return found
    _, base, which = WHICH[before]
    if base is Base.PUBLISHED or which is Which.SAME:
        base = Base.NAMED
    return Found(index - 1, found.last, replace(found.moment, which=which, base=base), found.split)


def _read_month_day(tokens: Tokens, index: int) -> Found | None:
    """ "June 16", "June 5-10", "May 6 and 7, 1954", "July the fourth"; None where no day of the month follows."""
    low, last = tokens.low, index + 1
    last += low[last] == "." and low[index] in SHORT_MONTHS
    last += low[last] in DASHES and tokens.touches(last) and low[last + 1].isdecimal()
    last += low[last] == "the" and (low[last + 1].isdecimal() or low[last + 1] in ORDINALS)
    begun = read_day(tokens, last)
    if begun is None or (not low[last].isdecimal() and not ends_a_day(tokens, begun[1])):
        return None
    if low[last].isdecimal() and (is_counted(tokens, last + 1) or low[last + 1] in CLOCKS):
        return None
    day, last = begun
    moment = Moment(Precision.DAY, None, MONTHS[low[index]], day, day_first=False)
    if low[last] in JOINERS or low[last] in ("and", "or"):
        ended = read_day(tokens, last + 1 + (low[last + 1] == "the"))
        if ended is not None and (low[last] not in JOINERS or ended[0] > day):
            second, after = ended
            if not is_counted(tokens, after) and not month_of(tokens, after) and ends_a_day(tokens, after):
                year, end = read_year_after(tokens, after)
                moment = replace(moment, year=year)
                return Found(index, end, replace(moment, until=replace(moment, day=second)), last + 1)
    year, end = read_year_after(tokens, last)
    return Found(index, *_with_year_words(tokens, end, replace(moment, year=year)))


def _is_month(tokens: Tokens, index: int) -> bool:
    """Whether a word that is also a verb or a name ("May", "March", "April") is the month here."""
    word, low = tokens.word, tokens.low
    if word[index][0].islower() and (low[index] in MONTHS_THAT_ARE_WORDS or not low[index + 1].isdecimal()):
        return False
    if low[index] not in MONTHS_THAT_ARE_WORDS and low[index] not in SHORT_MONTHS:
        return True
    step = index + 1 + (low[index + 1] == "." and low[index] in SHORT_MONTHS)
    if low[step].isdecimal() or (low[step] == "of" and low[step + 1].isdecimal()):
        return True
    if low[step] in DASHES and (month_of(tokens, step + 1) or is_year(tokens, step + 1)):
        return True
    return low[index] not in SHORT_MONTHS and _is_used_as_month(tokens, index)


def _is_used_as_month(tokens: Tokens, index: int) -> bool:
    low, before = tokens.low, tokens.low[index - 1]
    if before in BEFORE_A_MONTH or before in WHICH or before.isdecimal() or before in ORDINAL_ENDINGS:
        return True
    if before in ("a", "an") or before in OWNERS:
        return low[index] != "march" or tokens.word[index + 1][:1].islower()
    return low[index] not in ("may", "march") and not tokens.word[index + 1][:1].isupper()


def _with_year_words(tokens: Tokens, last: int, moment: Moment) -> tuple[int, Moment]:
    """Add "of that year", "of the same year", "last year", "this year" to a month or day without a year."""
    low = tokens.low
    if moment.year is not None:
        return last, moment
    step = last + (low[last] in ("of", ","))
    step += low[step] == "the" and low[step + 1] in ("same", "following", "previous", "next", "preceding")
    if low[step] not in WHICH or low[step + 1] != "year":
        return last, moment
    shift, base, _ = WHICH[low[step]]
    return step + 2, replace(moment, shift=shift, base=Base.REFERENCE if low[step - 1] == "the" else base)
