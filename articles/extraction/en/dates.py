"""Days and months by name or in figures: "16 June 2023", "June 16", "2023-06-30", "October of that year"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articles.extraction.en.calendar_words import (
    MONTHS,
    PARTS_OF_DAY,
    SHORT_MONTHS,
    WHICH,
)
from articles.extraction.en.day_numbers import ends_a_day, read_day
from articles.extraction.en.month_names import is_month, month_of
from articles.extraction.en.nouns import is_counted
from articles.extraction.en.number_words import ORDINAL_ENDINGS, ORDINALS
from articles.extraction.en.years import DASHES, read_short_year, read_year, read_year_after
from articles.extraction.moments import Base, Found, Moment, Which
from articles.extraction.numeric_dates import read_numeric_date
from articles.extraction.occurrences import could_be
from articles.extraction.tokens import Tokens
from articles.values import Precision

# Days that have become names, with their year and what they are the name of (AP Stylebook, "9/11", "Jan. 6").
NAMED_DAYS: Final = {
    (9, 11): (2001, frozenset("attacks terrorist terror hijackings hijackers commission suicide".split())),
    (7, 7): (2005, frozenset("bombings bombers attacks".split())),
    (1, 6): (2021, frozenset("attack riot insurrection rioters committee hearings defendants capitol".split())),
    (10, 7): (2023, frozenset("attack attacks massacre assault".split())),
}
NAMED_IN_FIGURES: Final = {("9", "11"): (9, 11)}
JOINERS: Final = DASHES | {"to", "through", "until"}
PAIRINGS: Final = frozenset({"and", ",", "or"})
BEFORE_A_DAY: Final = frozenset("on by until till from to through since before after".split())
AFTER_A_DAY: Final = frozenset(
    """
    and to through until till at when but as or while where who which because after before with for in of by the a an
    his her its their our my this that he she it they we you i there was were is will had has would did could
    """.split()
)
BEFORE_A_NAMED_DAY: Final = frozenset("the 's ’s its his her their a after since before on for of".split())
SPANS_OF_MONTHS: Final = frozenset("quarter half period".split())
LONGEST_LIST: Final = 9
CLOCKS: Final = frozenset({"a.m.", "p.m.", "am", "pm", ":"})
CHOICES: Final = frozenset("last next this that past coming previous following".split())


def read_figure_date(tokens: Tokens, index: int) -> Found | None:
    """A date that begins with digits: 2023-06-30, 16 June 2023, 2013, 1990s, '99."""
    word = tokens.word[index]
    if not word.isdecimal():
        return read_numeric_date(tokens, index)
    if len(word) <= 2:
        found = _read_named_day(tokens, index) or _read_day_first(tokens, index) or read_short_year(tokens, index)
        return found or (_read_day_in_list(tokens, index) if tokens.low[index - 1] in PAIRINGS else None)
    if len(word) == 8:
        stamp = Moment(Precision.DAY, int(word[:4]), int(word[4:6]), int(word[6:]), is_stamp=True)
        return Found(index, index + 1, stamp) if could_be(stamp) else None
    return read_year(tokens, index)


def _read_named_day(tokens: Tokens, index: int) -> Found | None:
    """ "9/11": a day that has become a name."""
    low = tokens.low
    day = NAMED_IN_FIGURES.get((low[index], low[index + 2]))
    if day is None or low[index + 1] != "/" or low[index + 3] in ("/", "-"):
        return None
    if not (tokens.touches(index + 1) and tokens.touches(index + 2)):
        return None
    return Found(index, index + 3, Moment(Precision.DAY, None, *day, named_year=NAMED_DAYS[day][0]))


def _read_day_first(tokens: Tokens, index: int) -> Found | None:
    """ "16 June 2023", "the 16th of June", "5-10 June", "1 and 5 June" (the two days apart)."""
    begun = read_day(tokens, index)
    if begun is None:
        return None
    low, (day, last) = tokens.low, begun
    if (low[last] in JOINERS or low[last] in PAIRINGS) and (second := read_day(tokens, last + 1)):
        if low[second[1]] in PAIRINGS and low[last] == "," and (third := read_day(tokens, second[1] + 1)):
            # "On 5, 6 and 7 June".
            ended, month_at = third, third[1] + (low[third[1]] == "of")
        else:
            ended, month_at = second, second[1] + (low[second[1]] == "of")
        if month_of(tokens, month_at):
            return _read_days_of_month(tokens, index, begun, ended, month_at)
    if low[last] == "of" and low[last + 1] in ("that", "this", "the") and low[last + 2] == "month":
        base = Base.PUBLISHED if low[last + 1] == "this" else Base.REFERENCE
        return Found(index, last + 3, Moment(Precision.DAY, day=day, shift=0, base=base))
    step = last + (low[last] == "of")
    step += (low[step] in DASHES or low[step] == "/") and tokens.touches(step)
    if not month_of(tokens, step):
        return Found(index, last, Moment(Precision.DAY, day=day)) if _stands_alone(tokens, index, last) else None
    month, year, end = _read_month_year(tokens, step)
    return Found(index, *_with_year_words(tokens, end, Moment(Precision.DAY, year, month, day, day_first=True)))


def _read_day_in_list(tokens: Tokens, index: int) -> Found | None:
    """A day of "July 8, 15 and 22" after the first: "and" closes the list, and no noun stands after it."""
    low, place, last = tokens.low, index - 1, index
    while low[place] in PAIRINGS and low[place - 1].isdecimal() and index - place < LONGEST_LIST:
        place -= 2
    place -= low[place] == "." and low[place - 1] in SHORT_MONTHS
    if place == index - 1 or not month_of(tokens, place):
        return None
    while low[last - 1] == "," and low[last + 1] in PAIRINGS and last - index < LONGEST_LIST:
        last += 2
    day, end = read_day(tokens, index), read_day(tokens, last)
    if low[last - 1] == "," or day is None or end is None:
        return None
    if low[end[1]][:1].isalpha() and low[end[1]] not in AFTER_A_DAY:
        return None
    year, after = read_year_after(tokens, day[1]) if last == index else (None, day[1])
    return Found(index, after, Moment(Precision.DAY, year, MONTHS[low[place]], day[0], day_first=False))


def read_ordinal_day(tokens: Tokens, index: int) -> Found | None:
    """ "The fourth of July", "second of August": an ordinal in words before its month."""
    day = read_day(tokens, index)
    if day is None:
        return None
    is_dated = tokens.low[day[1]] == "of" and month_of(tokens, day[1] + 1) is not None
    return _read_day_first(tokens, index) if is_dated or _stands_alone(tokens, index, day[1]) else None


def _stands_alone(tokens: Tokens, index: int, last: int) -> bool:
    """Whether an ordinal without a month is a day: "on the 14th", "from the 27th to Oct. 11"."""
    low = tokens.low
    if low[index].isdecimal() and last == index + 1:
        return False
    is_parted = low[index - 2] == "of" and low[index - 3] in PARTS_OF_DAY
    # "On the 9th and the 11th".
    is_second = low[index - 2] in PAIRINGS and low[index - 3] in ORDINAL_ENDINGS
    is_after = low[index - 1] == "the" and (is_parted or is_second or low[index - 2] in BEFORE_A_DAY)
    return is_after and (not low[last][:1].isalpha() or low[last] in AFTER_A_DAY)


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
    if not is_month(tokens, index):
        return None
    found = _read_month_day(tokens, index)
    if found is None:
        month, year, end = _read_month_year(tokens, index)
        if year is None and (span := _read_span_of_months(tokens, index)) is not None:
            return span
        if tokens.low[end] == "quarter" and month % 3 == 0:
            return Found(index, end + 1, Moment(Precision.QUARTER, year, part=month // 3))
        found = Found(index, *_with_year_words(tokens, end, Moment(Precision.MONTH, year, month)))
    before = tokens.low[index - 1]
    if found.moment.year is None and tokens.low[found.last : found.last + 2] == ["before", "that"]:
        # "Last September and the September before that".
        moment = replace(found.moment, shift=-1, base=Base.REFERENCE)
        return Found(index, found.last + 2, moment)
    if found.moment.year is not None or before not in CHOICES:
        return found
    _, base, which = WHICH[before]
    if base is Base.PUBLISHED or which is Which.SAME:
        base = Base.NAMED
    return Found(index - 1, found.last, replace(found.moment, which=which, base=base), found.split)


def _read_span_of_months(tokens: Tokens, index: int) -> Found | None:
    """ "The January-March quarter", "the April-September half": one period, no range of two."""
    low = tokens.low
    if low[index + 1] not in DASHES or low[index + 2] not in MONTHS or low[index + 3] not in SPANS_OF_MONTHS:
        return None
    begin, end = MONTHS[low[index]], MONTHS[low[index + 2]]
    year, last = read_year_after(tokens, index + 4)
    if low[index + 3] == "quarter" and end - begin == 2 and end % 3 == 0:
        return Found(index, last, Moment(Precision.QUARTER, year, part=end // 3))
    until = Moment(Precision.MONTH, year if year is None or begin < end else year + 1, end)
    return Found(index, last, Moment(Precision.MONTH, year, begin, until=until))


def _read_month_day(tokens: Tokens, index: int) -> Found | None:
    """ "June 16", "June 5-10", "May 6 and 7, 1954", "July the fourth"; None where no day of the month follows."""
    low, last = tokens.low, index + 1
    last += low[last] == "." and low[index] in SHORT_MONTHS
    last += low[last] in DASHES and tokens.touches(last) and low[last + 1].isdecimal()
    last += low[last] == "the" and (low[last + 1].isdecimal() or low[last + 1] in ORDINALS)
    begun = read_day(tokens, last)
    if begun is None or (not low[last].isdecimal() and not ends_a_day(tokens, begun[1])):
        return None
    if low[last].isdecimal() and low[last + 1] in CLOCKS:
        return None
    # "In March 12 people died", but "after the May 3 elections".
    if low[last].isdecimal() and is_counted(tokens, begun[1]) and low[index - 1] not in BEFORE_A_NAMED_DAY:
        return None
    day, last = begun
    month = MONTHS[low[index]]
    if low[last] in JOINERS or low[last] in ("and", "or"):
        ended = read_day(tokens, last + 1 + (low[last + 1] == "the"))
        if ended is not None and (low[last] not in JOINERS or ended[0] > day):
            second, after = ended
            if not is_counted(tokens, after) and not month_of(tokens, after) and ends_a_day(tokens, after):
                year, end = read_year_after(tokens, after)
                until = Moment(Precision.DAY, year, month, second, day_first=False)
                return Found(
                    index, end, Moment(Precision.DAY, year, month, day, day_first=False, until=until), last + 1
                )
    year, end = read_year_after(tokens, last)
    named = NAMED_DAYS.get((month, day))
    if year is None and named is not None and low[end] in named[1]:
        return Found(index, end, Moment(Precision.DAY, None, month, day, day_first=False, named_year=named[0]))
    return Found(index, *_with_year_words(tokens, end, Moment(Precision.DAY, year, month, day, day_first=False)))


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
