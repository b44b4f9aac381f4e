"""Who says what in an English text: its quotations, and the sources of its figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from articles.extraction.en.attribution import find_source
from articles.extraction.en.references import References
from articles.extraction.en.speakers import Speakers
from articles.extraction.language import Quotation
from articles.extraction.names import Run
from articles.extraction.narration import narrate
from articles.extraction.quotations import find_quoted, is_quotation
from articles.extraction.tokens import Tokens
from articles.values import Span

# Small words that titles leave in lower case.
IN_TITLES: Final = frozenset("a an the of and or in on at to for from by with".split())
LONGEST_TITLE: Final = 100


class EnglishSpeech:
    """The speech of one text, read past its quotations."""

    def __init__(self, tokens: Tokens) -> None:
        """Find the quotations and their speakers."""
        self._tokens = tokens
        self._quoted = list(find_quoted(tokens.text))
        self._narration = narrate(tokens, self._quoted)
        self._references = References(self._narration.tokens)
        self._speakers = Speakers(self._narration, self._references)
        self._found = self._speakers.find()

    def quotations(self) -> Iterator[Quotation]:
        """Every quotation with its speaker; names and titles in quotation marks are none."""
        text = self._tokens.text
        for (opened, closed), place, speaker in zip(self._quoted, self._narration.quotes, self._found, strict=True):
            words = text[opened:closed]
            if place >= 0 and (place in self._speakers.tied or self._is_quotation(words)):
                start, end = closed - len(words.lstrip()), opened + len(words.rstrip())
                yield Quotation(Span(start, end), self._span(speaker))

    def _is_quotation(self, words: str) -> bool:
        return len(words) > LONGEST_TITLE or is_quotation(words.strip(), IN_TITLES)

    def source(self, first: int, last: int) -> Span | None:
        """Whoever the text says a figure is from; one within a quotation is its speaker's."""
        told = self._narration.tokens
        if self._quoted:
            start, end = self._tokens.start[first], self._tokens.end[last - 1]
            number = bisect_right(self._quoted, (start, len(self._tokens.text))) - 1
            if number >= 0 and start < self._quoted[number][1]:
                return self._span(self._found[number])
            first, last = bisect_left(told.start, start), bisect_left(told.start, end)
        return self._span(find_source(told, self._references, first, last))

    def _span(self, run: Run | None) -> Span | None:
        told = self._narration.tokens
        return None if run is None else Span(told.start[run[0]], told.end[run[1] - 1])
