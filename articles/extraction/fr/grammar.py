"""Which French grammar reads what an anchor gives away, and the order in which they try."""

from __future__ import annotations

from functools import partial
from typing import Final

from articles.extraction.fr.attribution import read_attribution
from articles.extraction.fr.calendar_words import MONTHS, WEEKDAYS
from articles.extraction.fr.changes import retract
from articles.extraction.fr.date_frames import READERS, frame, join_dates, read_date
from articles.extraction.fr.number_words import ANCHORS, ONES, VAGUE, VAGUE_COUNTS
from articles.extraction.fr.numerals import read_numeral
from articles.extraction.fr.quantities import read_amount
from articles.extraction.fr.quotes import read_quotations
from articles.extraction.fr.relative_dates import count_periods, read_shift
from articles.extraction.fr.sentences import ABBREVIATIONS, FUNCTION_WORDS, PATTERN, SPELLINGS, STARTERS
from articles.extraction.fr.tense import read_tense
from articles.extraction.fr.times import NAMED, read_time
from articles.extraction.language import Language, Phrase, SpeechInParts
from articles.extraction.moments import DatePhrase, Found, Tense
from articles.extraction.numerals import Form
from articles.extraction.tokens import Tokens
from articles.values import Hedge

DATE_WORDS: Final = frozenset(READERS)


def read_anchor(tokens: Tokens, index: int, floor: int, timezone: str) -> Phrase | None:
    """The reading that the token at `index` gives away, using no token before `floor`."""
    word = tokens.low[index]
    is_figure = word[0].isdecimal()
    if is_figure or word in NAMED:
        clock = read_time(tokens, index, floor)
        if clock is not None:
            return clock
    if is_figure or word in ANCHORS:
        counted = _read_counted_date(tokens, index, floor)
        if counted is not None:
            return counted
    if is_figure or word in DATE_WORDS:
        date = read_date(tokens, index, floor)
        if date is not None:
            return date
    return read_amount(tokens, index, floor, timezone) if is_figure or word in ANCHORS else None


def _read_counted_date(tokens: Tokens, index: int, floor: int) -> DatePhrase | None:
    """ "il y a deux ans", "six mois plus tard", "dans six mois", "d'ici deux ans"."""
    low = tokens.low
    if low[index] in ONES and low[index + 1] not in DATE_WORDS and low[index + 1] != "-":
        return None
    numeral = read_numeral(tokens, index)
    if numeral is None or numeral.form is Form.ORDINAL or numeral.first < floor:
        return None
    shifted = read_shift(tokens, numeral)
    if shifted is not None:
        return None if shifted.first < floor else frame(tokens, shifted, floor)
    moment = count_periods(tokens, numeral)
    if moment is None or index - 1 < floor:
        return None
    last = numeral.last + 1
    if low[index - 2 : index] == ["d'", "ici"] or low[index - 3 : index] == ["d'", "ici", "à"]:
        first = index - 2 - (low[index - 1] == "à")
        return DatePhrase(first, last, moment, Hedge.WITHIN)
    is_span = low[index - 1] == "les" and low[index - 2] == "dans"
    if low[index - 1] != "dans" and not is_span:
        return None
    if read_tense(tokens, index - 1, last) is Tense.PAST:
        return None
    first = index - 1 - is_span
    return (
        DatePhrase(first, last, moment, Hedge.WITHIN) if is_span else frame(tokens, Found(first, last, moment), floor)
    )


FRENCH: Final = Language(
    code="fr",
    function_words=FUNCTION_WORDS,
    pattern=PATTERN,
    abbreviations=ABBREVIATIONS,
    starters=STARTERS,
    spellings=SPELLINGS,
    months=MONTHS,
    weekdays=WEEKDAYS,
    anchors=frozenset(DATE_WORDS | ANCHORS | set(NAMED)),
    read=read_anchor,
    join=join_dates,
    review=retract,
    tense=read_tense,
    clock_links=frozenset(", le ce de du à matin soir nuit après-midi".split()),
    speech=partial(SpeechInParts, read_quotations=read_quotations, read_source=read_attribution),
    vague=VAGUE | VAGUE_COUNTS,
)
