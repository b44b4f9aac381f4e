"""Short readings of French sentences for tables, whatever language their few words would tell."""

from __future__ import annotations

from datetime import date

from articles.extraction import extract
from articles.extraction.readings import Reading
from articles.values import Kind
from tests.articles.extraction.texts import FIGURES, WEDNESDAY


def read(text: str, published: date | None = WEDNESDAY) -> list[Reading]:
    """The readings of a French text, in order."""
    return extract(text, published=published, language="fr")


def figures(text: str) -> list[Reading]:
    """The figures of a text, in order."""
    return [each for each in read(text) if each.kind in FIGURES]


def figure(text: str) -> Reading:
    """The only figure of a text."""
    (only,) = figures(text)
    return only


def dates(text: str, published: date | None = WEDNESDAY) -> list[Reading]:
    """The dates of a text, in order."""
    return [each for each in read(text, published) if each.kind is Kind.DATE]


def quotes(text: str) -> list[tuple[str, str | None]]:
    """The quotations of a text, each with its speaker."""
    return [(each.text, who(each)) for each in read(text) if each.kind is Kind.QUOTE]


def who(reading: Reading) -> str | None:
    """Whom a reading is from, where the text names them."""
    return None if reading.mention is None else reading.mention.text
