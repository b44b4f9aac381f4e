"""Whom a figure is attributed to."""

from __future__ import annotations

from articles.extraction.tokens import Tokens
from articles.values import Span


def read_attribution(tokens: Tokens, first: int, last: int) -> Span | None:
    """Whoever the sentence of a figure says it is from, or None."""
    return None
