"""Quotations of an English text and their speakers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articles.extraction.en.references import References
from articles.extraction.en.speakers import Speakers
from articles.extraction.language import Quotation
from articles.extraction.narration import narrate
from articles.extraction.quotations import find_quoted, is_quotation
from articles.extraction.tokens import Tokens
from articles.values import Span

# Small words that titles leave in lower case.
IN_TITLES: Final = frozenset("a an the of and or in on at to for from by with".split())


def read_quotations(tokens: Tokens) -> Iterator[Quotation]:
    """Every quotation of a text with its speaker; names and titles in quotation marks are none."""
    quoted = list(find_quoted(tokens.text))
    narration = narrate(tokens, quoted)
    told = narration.tokens
    speakers = Speakers(narration, References(told))
    for (opened, closed), place, speaker in zip(quoted, narration.quotes, speakers.find(), strict=True):
        words = tokens.text[opened:closed]
        start, end = closed - len(words.lstrip()), opened + len(words.rstrip())
        if place >= 0 and (place in speakers.tied or is_quotation(words.strip(), IN_TITLES)):
            span = None if speaker is None else Span(told.start[speaker[0]], told.end[speaker[1] - 1])
            yield Quotation(Span(start, end), span)
