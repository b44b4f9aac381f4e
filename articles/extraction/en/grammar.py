"""Which English grammar reads what an anchor gives away, and the order in which they try."""

from __future__ import annotations

from typing import Final

from articles.extraction.en.ages import read_age_date
from articles.extraction.en.attribution import read_attribution
from articles.extraction.en.calendar_words import DEICTIC_DAYS, MONTHS, SEASONS, UNITS, WEEKDAYS
from articles.extraction.en.changes import retract
from articles.extraction.en.date_frames import READERS, frame, join_dates, read_date
from articles.extraction.en.number_words import ANCHORS
from articles.extraction.en.numerals import read_numeral
from articles.extraction.en.quantities import read_amount
from articles.extraction.en.quotes import read_quotations
from articles.extraction.en.relative_dates import read_deadline, read_shift
from articles.extraction.en.sentences import ABBREVIATIONS, FUNCTION_WORDS, STARTERS
from articles.extraction.en.tense import read_tense
from articles.extraction.en.times import read_time
from articles.extraction.language import Language, Phrase
from articles.extraction.moments import DatePhrase, Found, Moment, Tense
from articles.extraction.numerals import Form, Numeral
from articles.extraction.tokens import TILE, Tokens
from articles.values import Hedge

DATE_WORDS: Final = frozenset(MONTHS) | set(WEEKDAYS) | set(UNITS) | set(DEICTIC_DAYS) | set(SEASONS) | set(READERS)


def read_anchor(tokens: Tokens, index: int, floor: int, timezone: str) -> Phrase | None:
    """The reading that the token at `index` gives away, using no token before `floor`."""
    word = tokens.low[index]
    if tokens.low[index + 1] == "-" and word in UNITS:
        return read_age_date(tokens, index, floor) or read_date(tokens, index, floor)
    if word in DATE_WORDS or word[0].isdecimal():
        clock = read_time(tokens, index, floor)
        if clock is not None:
            return clock
        date = read_date(tokens, index, floor)
        if date is not None:
            return date
    if word not in ANCHORS and not word[0].isdecimal() and word[0] != ".":
        return None
    return _read_counted_date(tokens, index, floor) or read_amount(tokens, index, floor, timezone)


def _read_counted_date(tokens: Tokens, index: int, floor: int) -> DatePhrase | None:
    """ "two days later", "six months ago", "within six months", "in two weeks"."""
    numeral = read_numeral(tokens, index)
    if numeral is None or numeral.form is Form.ORDINAL or numeral.first < floor:
        return None
    shifted = read_shift(tokens, numeral)
    if shifted is not None:
        return frame(tokens, shifted, floor)
    if tokens.low[numeral.last + 1] in OFFSETS and (offset := _read_offset(tokens, numeral, floor)) is not None:
        return offset
    low = tokens.low
    first = index
    if first - 2 >= floor and low[first - 1] in ("next", "coming") and low[first - 2] == "the":
        first -= 2
    before = low[first - 1] if first > floor else ""
    if before not in ("within", "in"):
        return None
    deadline = read_deadline(tokens, numeral)
    if deadline is None or low[deadline.last] in ("of", "'", "’", "old", "-"):
        return None
    is_span = before == "within" or first < index
    tense = read_tense(tokens, first - 1, deadline.last)
    if tense is not Tense.FUTURE:
        return None
    return DatePhrase(first - 1, deadline.last, deadline.moment, Hedge.WITHIN if is_span else Hedge.EXACT)


def _read_offset(tokens: Tokens, numeral: Numeral, floor: int) -> DatePhrase | None:
    """ "two weeks before Christmas", "three weeks from tomorrow": a number of periods from another date."""
    unit, start = read_deadline(tokens, numeral), numeral.last + 2
    if unit is None:
        return None
    for place in range(start, start + 3):
        low = tokens.low[place]
        if low in DATE_WORDS or low[:1].isdecimal():
            other = read_date(tokens, place, start)
            if other is None or other.first != start or other.hedge is not Hedge.EXACT:
                return None
            shift = (unit.moment.shift or 0) * OFFSETS[tokens.low[start - 1]]
            moment = Moment(unit.moment.precision, shift=shift, origin=other.moment)
            return frame(tokens, Found(numeral.first, other.last, moment), floor)
    return None


OFFSETS: Final = {"before": -1, "after": 1, "from": 1}

ENGLISH: Final = Language(
    code="en",
    function_words=FUNCTION_WORDS,
    pattern=TILE,
    abbreviations=ABBREVIATIONS,
    starters=STARTERS,
    anchors=frozenset(DATE_WORDS | ANCHORS),
    read=read_anchor,
    join=join_dates,
    retract=retract,
    tense=read_tense,
    quotations=read_quotations,
    attribute=read_attribution,
)
