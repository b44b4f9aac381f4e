"""The reading of a span that an editor selected by hand."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date

from articles.extraction.clocks import pair_clocks
from articles.extraction.languages import choose_language, find_language
from articles.extraction.pipeline import NO_TABLES, extract, find_phrases, revalue_all, settle
from articles.extraction.readings import Reading
from articles.extraction.vagueness import VagueTables
from articles.values import Kind


def read_claim(
    text: str,
    start: int,
    end: int,
    *,
    published: date | None = None,
    timezone: str = "UTC",
    language: str | None = None,
    vague: VagueTables = NO_TABLES,
) -> Reading | None:
    """The best reading of exactly the words from `start` to `end`, or None where they hold nothing that can be read.

    What stands before the span still counts: it tells the date that "a month later" counts from, and the tense. Where
    the span lies in quotation marks and holds no figure, it is read as a quotation. The language is that of the whole
    text, unless `language` (an ISO 639-1 code) tells another; `vague` as for `extract`.
    """
    start, end = _trimmed(text, start, end)
    if start >= end:
        return None
    grammar = choose_language(text) if language is None else find_language(language)
    whole = grammar.tokenise(text)
    cut = grammar.tokenise(text[:end])
    tokens = whole if whole.end[: cut.count] == cut.end[: cut.count] else cut
    floor = bisect_left(cut.start, start)
    earlier = find_phrases(cut, grammar, timezone, frozenset(range(floor, cut.count)))
    selected = revalue_all(find_phrases(cut, grammar, timezone, floor=floor), vague.get(grammar.code))
    # Apart, so that the words selected stay a claim of their own.
    phrases = pair_clocks(tokens, earlier) + pair_clocks(tokens, selected)
    readings = settle(tokens, grammar, grammar.speech(tokens), phrases, published, timezone)
    found = [reading for reading in readings if reading.start >= start]
    if found:
        best = max(found, key=lambda reading: (reading.end - reading.start, -reading.start))
        return replace(best, start=start, end=end, text=text[start:end])
    for reading in extract(text, published=published, timezone=timezone, language=grammar.code):
        if reading.kind is Kind.QUOTE and reading.start <= start and end <= reading.end:
            return replace(reading, start=start, end=end, text=text[start:end])
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = max(start, 0), min(end, len(text))
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
