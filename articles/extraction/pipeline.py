"""Text in, readings out: cut, find anchors, read around them, set dates on the calendar, attribute, explain."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from articles.extraction.clocks import ClockPhrase, has_day, is_beside, local_offset, offset_of, pair_clocks
from articles.extraction.explanations import explain_amount, explain_clock, explain_date
from articles.extraction.intervals import bound_amount, bound_twin
from articles.extraction.language import Language, Phrase, Quotation, Speech
from articles.extraction.languages import choose_language, find_language
from articles.extraction.moments import DatePhrase, Tense
from articles.extraction.phrases import Amount
from articles.extraction.readings import Mention, Reading, Twin
from articles.extraction.timeline import Timeline
from articles.extraction.tokens import BREAK, Tokens, find_places
from articles.extraction.vagueness import VagueTable, VagueTables, revalue
from articles.values import Kind, Span
from articles.zones import UNNAMED

# Words never end in a digit, figures always do (".5").
LAST_OF_FIGURE: Final = frozenset("0123456789")
NO_TABLES: Final[VagueTables] = {}


def extract(
    text: str,
    *,
    published: date | None = None,
    timezone: str = "UTC",
    furniture: Sequence[Span] = (),
    language: str | None = None,
    vague: VagueTables = NO_TABLES,
) -> list[Reading]:
    """Every figure, date, amount and quotation in a text, in the order in which they stand.

    Days are resolved against `published`, where the text does not name them in full; `timezone` (an IANA name) tells
    the country whose dollar a bare sign means. Nothing that touches a span of `furniture` is returned. The text itself
    tells its language, unless `language` (an ISO 639-1 code) does. `vague` are the newsroom's own values of vague
    numbers, a table for each language by its code. No text raises.

    Raises:
        KeyError: for the code of a language that the engine does not read.
    """
    grammar = choose_language(text) if language is None else find_language(language)
    tokens = grammar.tokenise(text)
    hidden = _hidden_tokens(tokens, furniture)
    phrases = revalue_all(find_phrases(tokens, grammar, timezone, hidden), vague.get(grammar.code))
    speech = grammar.speech(tokens)
    quotations = [each for each in speech.quotations() if not _is_hidden(each.span, furniture)]
    readings = settle(tokens, grammar, speech, pair_clocks(tokens, phrases), published, timezone)
    readings += [_quote_reading(tokens, quotation) for quotation in quotations]
    readings.sort(key=lambda reading: (reading.start, reading.end))
    return readings


def find_phrases(
    tokens: Tokens, language: Language, timezone: str, hidden: frozenset[int] = frozenset(), floor: int = 0
) -> list[Phrase]:
    """The phrases around every anchor from the token `floor` on, left to right; none overlaps another or is hidden."""
    anchors, read = language.anchors, language.read
    telling = {word for word in tokens.vocabulary if word in anchors or word[-1:] in LAST_OF_FIGURE}
    phrases: list[Phrase] = []
    for place in find_places(tokens.low, telling):
        if place < floor or place in hidden:
            continue
        phrase = read(tokens, place, floor, timezone)
        if phrase is not None and hidden.isdisjoint(range(phrase.first, phrase.last)):
            phrases += phrase.parts() if isinstance(phrase, DatePhrase) else (phrase,)
            floor = phrase.last
    return phrases


def revalue_all(phrases: list[Phrase], table: VagueTable | None) -> list[Phrase]:
    """The phrases with vague numbers as a table values them."""
    if not table:
        return phrases
    return [revalue(phrase, table) if isinstance(phrase, Amount) else phrase for phrase in phrases]


def settle(
    tokens: Tokens,
    language: Language,
    speech: Speech,
    phrases: list[Phrase],
    published: date | None,
    timezone: str,
) -> list[Reading]:
    """The readings of phrases: dates set on the calendar, bounds applied, figures attributed, clocks set."""
    dates = language.join(tokens, [phrase for phrase in phrases if isinstance(phrase, DatePhrase)])
    amounts = iter(language.review(tokens, [phrase for phrase in phrases if isinstance(phrase, Amount)]))
    timeline = Timeline(published, dates)
    following = iter(dates)
    found: list[Reading | None] = []
    clocks: list[int] = []
    for place, phrase in enumerate(phrases):
        if isinstance(phrase, DatePhrase):
            found.append(_date_reading(tokens, language, next(following), timeline))
        elif isinstance(phrase, Amount):
            found.append(_amount_reading(tokens, speech, next(amounts)))
        else:
            found.append(None)
            clocks.append(place)
    if clocks:
        _set_clocks(tokens, language, phrases, clocks, found, published, timezone)
    return _date_figures(tokens, dates, [reading for reading in found if reading is not None])


def _set_clocks(
    tokens: Tokens,
    language: Language,
    phrases: list[Phrase],
    places: list[int],
    found: list[Reading | None],
    published: date | None,
    timezone: str,
) -> None:
    """Put the times of day in their places, each on the day named beside it and with its distance to UTC."""
    told = [phrase for place in places if isinstance(phrase := phrases[place], ClockPhrase)]
    local = local_offset(told, published, timezone)
    for place, clock in zip(places, told, strict=True):
        day = _day_beside(tokens, language, phrases, place, found) if has_day(clock.interval) else None
        offset = offset_of(clock, day or published, timezone)
        if offset is None and clock.zone in UNNAMED:
            offset = local
        found[place] = _clock_reading(tokens, clock, day, offset)


def _day_beside(
    tokens: Tokens, language: Language, phrases: list[Phrase], place: int, found: list[Reading | None]
) -> date | None:
    """The day named right after a time, or else right before it: "3 a.m. on Saturday", "on Saturday at 3 a.m."."""
    clock, links = phrases[place], language.clock_links
    for step in (place + 1, place - 1):
        if not 0 <= step < len(phrases) or (reading := found[step]) is None or reading.kind is not Kind.DATE:
            continue
        other = phrases[step]
        first, last = (clock.last, other.first) if step > place else (other.last, clock.first)
        days = reading.interval
        if days is not None and days.low == days.high and is_beside(tokens, first, last, links):
            return days.low if isinstance(days.low, date) else None
    return None


def _date_figures(tokens: Tokens, dates: list[DatePhrase], readings: list[Reading]) -> list[Reading]:
    """Give the figures of a sentence that says "as of May 14" that day."""
    named = {tokens.start[phrase.first] for phrase in dates if phrase.is_as_of}
    if not named:
        return readings
    days = {
        reading.sentence.start: reading.interval.high
        for reading in readings
        if reading.start in named and reading.kind is Kind.DATE and reading.interval is not None
    }
    return [
        replace(reading, as_of=day)
        if reading.numbers and isinstance(day := days.get(reading.sentence.start), date)
        else reading
        for reading in readings
    ]


def _date_reading(tokens: Tokens, language: Language, phrase: DatePhrase, timeline: Timeline) -> Reading | None:
    number = bisect_right(tokens.sentences, phrase.first)
    tense = Tense.OPEN if phrase.moment.is_settled else language.tense(tokens, phrase.first, phrase.last)
    resolution = timeline.resolve(phrase, tense, number)
    if resolution.days is None and not resolution.needs_published and not resolution.alternatives:
        return None
    start, end = tokens.start[phrase.first], tokens.end[phrase.last - 1]
    text = tokens.text[start:end]
    return Reading(
        Kind.DATE,
        start,
        end,
        text,
        _sentence(tokens, phrase.first, phrase.last),
        resolution.days,
        hedge=phrase.hedge,
        precision=resolution.precision,
        needs_published=resolution.needs_published,
        alternatives=resolution.alternatives,
        read_as=explain_date(text, resolution),
    )


def _amount_reading(tokens: Tokens, speech: Speech, amount: Amount) -> Reading:
    start, end = tokens.start[amount.first], tokens.end[amount.last - 1]
    text = tokens.text[start:end]
    interval = bound_amount(amount)
    noun = None if amount.noun is None else tokens.slice(*amount.noun)
    speaker = speech.source(amount.first, amount.last)
    return Reading(
        amount.kind,
        start,
        end,
        text,
        _sentence(tokens, amount.first, amount.last),
        interval,
        amount.numbers,
        amount.hedge,
        amount.unit,
        noun,
        amount.per,
        status=amount.status,
        change=amount.change,
        mention=_mention(tokens, speaker),
        twin=None if amount.twin is None else Twin(bound_twin(amount, amount.twin), amount.twin.unit),
        read_as=explain_amount(text, amount),
    )


def _clock_reading(tokens: Tokens, clock: ClockPhrase, day: date | None, offset: int | None) -> Reading:
    start, end = tokens.start[clock.first], tokens.end[clock.last - 1]
    text = tokens.text[start:end]
    return Reading(
        Kind.TIME,
        start,
        end,
        text,
        _sentence(tokens, clock.first, clock.last),
        clock.interval,
        hedge=clock.hedge,
        unit=clock.zone,
        as_of=day,
        utc_offset=offset,
        read_as=explain_clock(text, clock, day, offset),
    )


def _quote_reading(tokens: Tokens, quotation: Quotation) -> Reading:
    span, speaker = quotation.span, _mention(tokens, quotation.speaker)
    text = tokens.text[span.start : span.end]
    said = f"said by {speaker.text}" if speaker is not None else "the text names no speaker"
    index = max(bisect_right(tokens.start, span.start) - 1, 0)
    last = max(bisect_right(tokens.start, span.end - 1), index + 1)
    return Reading(
        Kind.QUOTE,
        span.start,
        span.end,
        text,
        _sentence(tokens, index, last),
        mention=speaker,
        read_as=f"quotation, {said}",
    )


def _mention(tokens: Tokens, span: Span | None) -> Mention | None:
    return None if span is None else Mention(tokens.text[span.start : span.end], span.start, span.end)


def _sentence(tokens: Tokens, first: int, last: int) -> Span:
    """The sentence of the first token, drawn on to the sentence in which the last one stands."""
    start, end = tokens.sentence(first)
    end = max(end, last)
    return Span(tokens.start[start], tokens.end[end - 1])


def _hidden_tokens(tokens: Tokens, furniture: Sequence[Span]) -> frozenset[int]:
    hidden: set[int] = set()
    for span in furniture:
        first = max(bisect_right(tokens.end, span.start), 0)
        last = bisect_right(tokens.start, span.end - 1)
        # A span between two tokens of a line keeps what stands on its sides apart.
        is_between = first == last < tokens.count and tokens.word[first] != BREAK and span.start < span.end
        hidden.update(range(first, last + is_between))
    return frozenset(hidden)


def _is_hidden(span: Span, furniture: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in furniture)
