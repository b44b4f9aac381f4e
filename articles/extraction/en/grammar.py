"""Which English grammar reads what an anchor gives away, and the order in which they try."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from articles.extraction.day_order import order_of_zone, put_in_order
from articles.extraction.en.ages import read_age_date
from articles.extraction.en.calendar_words import MONTHS, UNITS, WEEKDAYS
from articles.extraction.en.counted_dates import read_beside, read_counted_date
from articles.extraction.en.date_frames import READERS, join_dates, read_date
from articles.extraction.en.ellipses import complete
from articles.extraction.en.number_words import ANCHORS, MAGNITUDES, VAGUE, VAGUE_COUNTS
from articles.extraction.en.numerals import read_numeral
from articles.extraction.en.quantities import read_amount
from articles.extraction.en.relative_dates import FORTNIGHT
from articles.extraction.en.retractions import retract
from articles.extraction.en.sentences import ABBREVIATIONS, FUNCTION_WORDS, STARTERS
from articles.extraction.en.speech import EnglishSpeech
from articles.extraction.en.tense import read_tense
from articles.extraction.en.times import read_time
from articles.extraction.en.timings import read_timing
from articles.extraction.language import Language, Phrase
from articles.extraction.phrases import Amount
from articles.extraction.tokens import TILE, Tokens

DATE_WORDS: Final = frozenset(READERS) | {FORTNIGHT}


def read_anchor(tokens: Tokens, index: int, floor: int, timezone: str) -> Phrase | None:
    """The reading that the token at `index` gives away, using no token before `floor`."""
    word = tokens.low[index]
    if tokens.low[index + 1] == "-" and word in UNITS and tokens.low[index + 2] not in MAGNITUDES:
        return read_age_date(tokens, index, floor) or read_date(tokens, index, floor)
    if ":" in word and (timing := read_timing(tokens, index, floor)) is not None:
        return timing
    if word in DATE_WORDS or word[0].isdecimal():
        clock = read_time(tokens, index, floor)
        if clock is not None:
            return clock
        date = read_beside(tokens, index, floor) or read_date(tokens, index, floor)
        if date is not None and date.moment.either is not None:
            return replace(date, moment=put_in_order(date.moment, order_of_zone(timezone)))
        if date is not None:
            return date
    if word not in ANCHORS and not word[0].isdecimal() and word[0] != ".":
        return None
    numeral = read_numeral(tokens, index)
    counted = read_counted_date(tokens, index, floor, numeral)
    return counted or read_amount(tokens, index, floor, timezone, numeral)


def _review(tokens: Tokens, amounts: list[Amount]) -> list[Amount]:
    """The figures with the units that they leave unsaid, and marked where the text takes them back."""
    return retract(tokens, complete(tokens, amounts))


ENGLISH: Final = Language(
    code="en",
    function_words=FUNCTION_WORDS,
    pattern=TILE,
    abbreviations=ABBREVIATIONS,
    starters=STARTERS,
    months=MONTHS,
    weekdays=WEEKDAYS,
    anchors=frozenset(DATE_WORDS | ANCHORS),
    read=read_anchor,
    join=join_dates,
    review=_review,
    tense=read_tense,
    speech=EnglishSpeech,
    clock_links=frozenset(", on at the of early late morning afternoon evening night".split()),
    vague=VAGUE | VAGUE_COUNTS,
)
