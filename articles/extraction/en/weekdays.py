"""Weekdays, and festivals with a fixed day."""

from __future__ import annotations

from dataclasses import replace

from articles.extraction.en.calendar_words import FESTIVALS, MONTHS, PARTS_OF_DAY, SHORT_WEEKDAYS, WEEKDAYS, WHICH
from articles.extraction.en.dates import read_figure_date, read_month
from articles.extraction.en.years import read_year_after
from articles.extraction.moments import Found, Moment
from articles.extraction.tokens import Tokens
from articles.values import Precision


def read_weekday(tokens: Tokens, index: int) -> Found | None:
    """ "Friday", "Friday night", "Friday, June 16, 2023", "Friday 16 June", "last Friday", "Friday of last week"."""
    if not tokens.word[index][0].isupper():
        return None
    low, weekday, last = tokens.low, WEEKDAYS[tokens.low[index]], index + 1
    is_short = low[index] in SHORT_WEEKDAYS
    last += is_short and low[last] == "."
    dated = _read_date_after(tokens, last)
    if dated is not None:
        return Found(index, dated.last, replace(dated.moment, weekday=weekday))
    if is_short:
        return None
    last += low[last] in PARTS_OF_DAY
    moment = Moment(Precision.DAY, weekday=weekday)
    step = last + (low[last] == "of")
    if low[step] in ("last", "next", "this") and low[step + 1] == "week":
        return Found(index, step + 2, replace(moment, shift=WHICH[low[step]][0]))
    if low[index - 1] in ("last", "next", "this", "past", "coming", "previous"):
        return Found(index - 1, last, replace(moment, which=WHICH[low[index - 1]][2]))
    return Found(index, last, moment)


def _read_date_after(tokens: Tokens, last: int) -> Found | None:
    """The day of the month that follows a weekday: ", June 16", " 16 June", " the 16th of June"."""
    low = tokens.low
    step = last + (low[last] == ",")
    step += low[step] == "the"
    found = None
    if low[step] in MONTHS:
        found = read_month(tokens, step)
    elif low[step].isdecimal() and len(low[step]) <= 2:
        found = read_figure_date(tokens, step)
    is_day = found is not None and found.moment.day is not None and found.first == step
    return found if is_day else None


def read_festival(tokens: Tokens, index: int) -> Found | None:
    """Festivals with a fixed day, with or without the year."""
    if not tokens.word[index][0].isupper():
        return None
    for length in (4, 2, 1):
        day = FESTIVALS.get(tuple(tokens.low[index : index + length]))
        if day is not None:
            year, end = read_year_after(tokens, index + length)
            return Found(index, end, Moment(Precision.DAY, year, day[0], day[1]))
    return None
