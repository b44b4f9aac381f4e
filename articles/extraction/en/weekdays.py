"""Weekdays, alone or with the day of the month that they fall on."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articles.extraction.en.calendar_words import MONTHS, PARTS_OF_DAY, SHORT_WEEKDAYS, WEEKDAYS, WHICH
from articles.extraction.en.dates import read_figure_date, read_month, read_ordinal_day
from articles.extraction.en.day_numbers import ends_a_day, has_ending, read_day
from articles.extraction.en.number_words import ORDINALS
from articles.extraction.en.relative_dates import STOPS
from articles.extraction.moments import Base, Found, Moment, Which
from articles.extraction.tokens import Tokens
from articles.values import Precision

# "On Mondays", "every Friday": a time that comes again and again is no date.
REPEATED: Final = frozenset(word for word in WEEKDAYS if word.endswith("days"))
# Papers and programmes that a weekday names, and what makes the name of one day in history of a weekday.
PAPERS: Final = frozenset(
    "times telegraph mail mirror express herald post sun independent tribune star star-ledger world live football "
    "business review magazine".split()
)
SURNAMED: Final = frozenset("bloody black super ruby blue giving sheffield".split())
AFTER_ANY: Final = PARTS_OF_DAY | frozenset("in of when that and or at to was is for with after before".split())
# "A Sunday newspaper", "a Friday column" come every week.
PRINTED: Final = frozenset("newspaper newspapers paper papers tabloid column show programme magazine".split())
BESIDE: Final = {"following": 1, "previous": -1, "preceding": -1}
ANY: Final = frozenset("a every each any some most alternate other".split())


def read_weekday(tokens: Tokens, index: int) -> Found | None:
    """ "Friday", "Friday night", "Friday, June 16, 2023", "Friday 16 June", "last Friday", "Friday of last week"."""
    low, weekday, last = tokens.low, WEEKDAYS[tokens.low[index]], index + 1
    is_short = low[index] in SHORT_WEEKDAYS
    if (is_short and not tokens.word[index][0].isupper()) or low[index] in REPEATED or _is_any(tokens, index):
        return None
    if _is_in_name(tokens, index):
        return None
    last += is_short and low[last] == "."
    dated = _read_date_after(tokens, last)
    if dated is not None:
        return Found(index, dated.last, replace(dated.moment, weekday=weekday))
    if is_short:
        return None
    last += low[last] in PARTS_OF_DAY
    moment = Moment(Precision.DAY, weekday=weekday)
    step = last + (low[last] == "of")
    step += low[step] == ","
    if low[step] in ("last", "next", "this") and low[step + 1] == "week":
        return Found(index, step + 2, replace(moment, shift=WHICH[low[step]][0]))
    if low[last] == "week" and tokens.low[last + 1] in STOPS:
        # "On Sunday week", as the British say.
        return Found(index, last + 1, Moment(Precision.WEEK, shift=1, origin=replace(moment, which=Which.NEXT)))
    if low[last : last + 2] == ["before", "last"]:
        before = replace(moment, which=Which.LAST)
        return Found(index, last + 2, Moment(Precision.WEEK, shift=-1, origin=before))
    if low[index - 2] == "the" and low[index - 1] in BESIDE and index > 1:
        # "Until the following Monday", counted from the day told before.
        last_told = Moment(Precision.DAY, shift=0, base=Base.REFERENCE)
        return Found(index - 2, last, replace(moment, shift=BESIDE[low[index - 1]], origin=last_told))
    if low[index - 1] in ("last", "next", "this", "past", "coming", "previous"):
        return Found(index - 1, last, replace(moment, which=WHICH[low[index - 1]][2]))
    return Found(index, last, moment)


def _is_in_name(tokens: Tokens, index: int) -> bool:
    """Whether the weekday is part of a name: "Saturday Night Live", "the Sunday Times", "Bloody Sunday"."""
    following = index + 1
    if tokens.low[following] in PARTS_OF_DAY:
        return tokens.word[following].istitle() and tokens.word[following + 1][:1].isupper()
    if tokens.low[following] in PAPERS and tokens.word[following].istitle():
        return True
    return tokens.low[index - 1] in SURNAMED and tokens.word[index - 1][:1].isupper()


def _is_any(tokens: Tokens, index: int) -> bool:
    """Whether no one day is meant: "every Friday", "on a Friday"; but "a Friday deadline" and ", a Sunday" are days."""
    low = tokens.low
    if low[index + 1] == "of" and low[index + 2] in ANY:
        return True
    if low[index - 1] in ORDINALS and low[index - 2] in ANY:
        return True
    if low[index - 1] not in ANY or low[index - 2] == ",":
        return False
    if low[index - 1] == "a" and low[index + 1] in PRINTED:
        return True
    return low[index - 1] != "a" or not tokens.word[index + 1][:1].islower() or low[index + 1] in AFTER_ANY


def _read_date_after(tokens: Tokens, last: int) -> Found | None:
    """The day of the month that follows a weekday: ", June 16", " 16 June", " the 16th of June"."""
    low = tokens.low
    step = last + (low[last] == ",")
    step += low[step] == "the"
    found = None
    is_ordinal = low[step - 1] == "the" or has_ending(tokens, step + 1)
    if is_ordinal and (day := read_day(tokens, step)) and ends_a_day(tokens, day[1]):
        found = read_ordinal_day(tokens, step) if low[day[1]] == "of" else None
        if found is None and (low[step][:1].isdecimal() or low[last] != ","):
            # "Tuesday the third", but not "on Tuesday, the third this month".
            found = Found(step, day[1], Moment(Precision.DAY, day=day[0]))
    if low[step] in MONTHS:
        found = read_month(tokens, step)
    elif low[step].isdecimal() and len(low[step]) <= 2:
        found = read_figure_date(tokens, step) or found
    is_day = found is not None and found.moment.day is not None and found.first == step
    return found if is_day else None
