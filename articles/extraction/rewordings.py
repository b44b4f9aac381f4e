"""The reading of words that an editor types in the place of a span: "13,000 soldiers" for "the battalions"."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import date

from articles.extraction.languages import choose_language, find_language
from articles.extraction.readings import Mention, Reading
from articles.extraction.selections import read_claim
from articles.extraction.vagueness import VagueTables
from articles.values import Kind, Span

NO_TABLES: VagueTables = {}


def read_reworded(
    text: str,
    span: Span,
    words: str = "",
    *,
    published: date | None = None,
    timezone: str = "UTC",
    language: str | None = None,
    vague: VagueTables = NO_TABLES,
) -> Reading:
    """How the words are understood where the span stands, or the span's own words where none are typed.

    They are read in their sentence, so that its tense, the dates told before and whom it is attributed to still count.
    The reading is one of the span: its place and its text are the article's. What holds nothing that can be read is a
    statement, which has no value.
    """
    code = choose_language(text).code if language is None else language
    words = words or text[span.start : span.end]
    changed = text[: span.start] + words + text[span.end :]
    stop = span.start + len(words)
    found = read_claim(changed, span.start, stop, published=published, timezone=timezone, language=code, vague=vague)
    reading = found or Reading(Kind.STATEMENT, span.start, stop, words, _sentence(changed, span.start, stop, code))
    shift = span.end - stop
    sentence = Span(
        min(reading.sentence.start, span.start),
        reading.sentence.end + shift if reading.sentence.end >= stop else span.end,
    )
    own = text[span.start : span.end]
    return replace(
        reading,
        start=span.start,
        end=span.end,
        text=own,
        sentence=sentence,
        mention=_shift(reading.mention, span.start, stop, shift),
        # The words stand beside it wherever it is shown.
        read_as=reading.read_as.replace(f"'{words}'", f"'{own}'", 1),
    )


def _sentence(text: str, start: int, end: int, language: str) -> Span:
    """The sentences in which a span stands."""
    tokens = find_language(language).tokenise(text)
    first = max(bisect_right(tokens.start, start, hi=tokens.count) - 1, 0)
    last = max(bisect_right(tokens.start, end - 1, hi=tokens.count) - 1, first)
    begin, stop = tokens.sentence(first)[0], tokens.sentence(last)[1]
    return Span(min(tokens.start[begin], start), max(tokens.end[stop - 1], end))


def _shift(mention: Mention | None, start: int, stop: int, shift: int) -> Mention | None:
    """Where a name stands in the article; one that only the typed words hold stands nowhere."""
    if mention is None or mention.end <= start:
        return mention
    return Mention(mention.text, mention.start + shift, mention.end + shift) if mention.start >= stop else None
