"""What a language gives the engine: its tables and its grammars, behind one type.

A second language is a second folder that makes one more `Language`, and a line in `languages`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from articles.extraction.clocks import ClockPhrase
from articles.extraction.moments import DatePhrase, Tense
from articles.extraction.phrases import Amount
from articles.extraction.tokens import Tokens, tokenise
from articles.extraction.vagueness import VagueTable
from articles.values import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words, their marks apart, and the span of the name of whoever says them."""

    span: Span
    speaker: Span | None


class Speech(Protocol):
    """Who says what in one text."""

    def quotations(self) -> Iterable[Quotation]:
        """Every quotation, in order."""

    def source(self, first: int, last: int) -> Span | None:
        """Whoever the text says the figure on the tokens `first` to `last` (exclusive) is from."""


@dataclass(frozen=True, slots=True)
class SpeechInParts:
    """The speech of a language whose quotations and sources are read apart."""

    tokens: Tokens
    read_quotations: Callable[[Tokens], Iterable[Quotation]]
    read_source: Callable[[Tokens, int, int], Span | None]

    def quotations(self) -> Iterable[Quotation]:
        """Every quotation, in order."""
        return self.read_quotations(self.tokens)

    def source(self, first: int, last: int) -> Span | None:
        """Whoever the text says the figure on the tokens `first` to `last` (exclusive) is from."""
        return self.read_source(self.tokens, first, last)


Phrase = DatePhrase | Amount | ClockPhrase


@dataclass(frozen=True, slots=True)
class Language:
    """One language's part of the engine.

    `function_words` (lower case) tell it from the other languages, which have none of them. `pattern`, `abbreviations`,
    `starters` and `spellings` cut a text into tokens and sentences (`articles.extraction.tokens`).
    `months` and `weekdays` are numbered by their names (lower case), January from 1 and Monday from 0.
    `anchors` are the words (lower case) that can give a reading away; figures always do. `read` reads what stands
    around an anchor, from a floor on, in a time zone. `join` lets neighbouring dates lend one another what they
    share; `review` lends figures the units they leave unsaid and marks those that later words take back; `speech`
    tells who says what. `clock_links` may stand between a time of day and its day. `vague` are the words that mean at
    least so many, and how many.
    """

    code: str
    function_words: frozenset[str]
    pattern: re.Pattern[str]
    abbreviations: frozenset[str]
    starters: frozenset[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    anchors: frozenset[str]
    read: Callable[[Tokens, int, int, str], Phrase | None]
    join: Callable[[Tokens, list[DatePhrase]], list[DatePhrase]]
    review: Callable[[Tokens, list[Amount]], list[Amount]]
    tense: Callable[[Tokens, int, int], Tense]
    speech: Callable[[Tokens], Speech]
    clock_links: frozenset[str] = frozenset()
    spellings: Mapping[str, str] = field(default_factory=dict)
    vague: VagueTable = field(default_factory=dict)

    def tokenise(self, text: str) -> Tokens:
        """Cut a text into tokens and sentences as this language writes them."""
        return tokenise(text, self.abbreviations, self.starters, self.pattern, self.spellings)
