"""The reading of a span that an editor selected by hand."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date

from articles.extraction.en.grammar import ENGLISH
from articles.extraction.pipeline import extract, find_phrases, settle
from articles.extraction.readings import Reading
from articles.extraction.tokens import tokenise
from articles.values import Kind


def read_claim(
    text: str, start: int, end: int, *, published: date | None = None, timezone: str = "UTC"
) -> Reading | None:
    """The best reading of exactly the words from `start` to `end`, or None where they hold nothing that can be read.

    What stands before the span still counts: it tells the date that "a month later" counts from, and the tense. Where
    the span lies in quotation marks and holds no figure, it is read as a quotation.
    """
    start, end = _trimmed(text, start, end)
    if start >= end:
        return None
    language = ENGLISH
    whole = tokenise(text, language.abbreviations, language.starters)
    cut = tokenise(text[:end], language.abbreviations, language.starters)
    tokens = whole if whole.end[: cut.count] == cut.end[: cut.count] else cut
    floor = bisect_left(cut.start, start)
    earlier = find_phrases(cut, language, timezone, frozenset(range(floor, cut.count)))
    selected = find_phrases(cut, language, timezone, floor=floor)
    readings = settle(tokens, language, earlier + selected, published)
    found = [reading for reading in readings if reading.start >= start]
    if found:
        best = max(found, key=lambda reading: (reading.end - reading.start, -reading.start))
        return replace(best, start=start, end=end, text=text[start:end])
    for reading in extract(text, published=published, timezone=timezone):
        if reading.kind is Kind.QUOTE and reading.start <= start and end <= reading.end:
            return replace(reading, start=start, end=end, text=text[start:end])
    return None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = max(start, 0), min(end, len(text))
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))
