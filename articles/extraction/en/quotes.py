"""Quotations."""

from __future__ import annotations

from collections.abc import Iterable

from articles.extraction.language import Quotation
from articles.extraction.tokens import Tokens


def read_quotations(tokens: Tokens) -> Iterable[Quotation]:
    """Every quotation of a text."""
    return ()
