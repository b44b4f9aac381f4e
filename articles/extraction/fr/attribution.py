"""Whom a figure is attributed to: "selon l'ONU", "..., a indiqué le ministère", "la police a annoncé que ..."."""

from __future__ import annotations

from typing import Final

from articles.extraction.fr.names import NAMES
from articles.extraction.fr.speakers import after_source, read_speech, resolve, subject_after, subject_before
from articles.extraction.fr.speech_words import REPORTING
from articles.extraction.names import Run
from articles.extraction.tokens import Tokens
from articles.values import Span

REACH: Final = 60
MARKS: Final = frozenset([",", "»", "”", '"', "—", "–"])


def read_attribution(tokens: Tokens, first: int, last: int) -> Span | None:
    """Whoever the sentence of a figure on the tokens `first` to `last` says it is from, or None."""
    start, end = _clause(tokens, first, last)
    sources = [place for place in range(start, end) if after_source(tokens, place) is not None]
    if sources:
        nearest = min(sources, key=lambda place: place - last if place >= last else first - place)
        source = after_source(tokens, nearest)
        return None if source is None else _span(tokens, NAMES.speaker_from(tokens, source, end))
    for place in range(start, end):
        if first <= place < last:
            continue
        speech = read_speech(tokens, place, REPORTING)
        if speech is None:
            continue
        if place >= last:
            is_closing = tokens.low[place - 1] in MARKS
            found = subject_after(tokens, speech, end) if is_closing else None
        else:
            turned = speech.pronoun
            found = subject_before(tokens, place, start) if turned is None else (turned, turned + 1)
        if found is not None:
            return _span(tokens, found)
    return None


def _clause(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """The part between semicolons in which a figure stands."""
    low, (start, end) = tokens.low, tokens.sentence(first)
    start, end = max(start, first - REACH), min(end, last + REACH)
    start = next((place + 1 for place in range(first - 1, start, -1) if low[place] == ";"), start)
    return start, next((place for place in range(last, end) if low[place] == ";"), end)


def _span(tokens: Tokens, run: Run | None) -> Span | None:
    if run is None:
        return None
    first, last = resolve(tokens, run)
    return Span(tokens.start[first], tokens.end[last - 1])
