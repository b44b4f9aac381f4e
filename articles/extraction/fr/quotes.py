"""Quotations of a French text: « », “ ” and straight marks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articles.extraction import quotations
from articles.extraction.fr.speakers import find_speaker
from articles.extraction.language import Quotation
from articles.extraction.tokens import Tokens

# Small words that titles leave in lower case.
IN_TITLES: Final = frozenset("le la les l un une des de du d et ou à au aux en dans sur pour par".split())


def read_quotations(tokens: Tokens) -> Iterator[Quotation]:
    """Every quotation of a text with its speaker; names and titles in quotation marks are none."""
    return quotations.read_quotations(tokens, find_speaker, IN_TITLES)
