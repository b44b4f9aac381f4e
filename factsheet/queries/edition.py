"""Editions as readers get them, rendered from the very bytes that are served; and what became of each later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from factsheet.export.content import EditionContent
from factsheet.export.differences import Difference, compare_editions
from factsheet.export.edition import read_edition
from factsheet.models import Edition, FactSheet
from factsheet.queries.differences import WordedDifference, word_difference

Kind = Edition.Kind

# The gravest first: what a reader of an old edition has to be told before anything else.
GRAVITY: Sequence[str] = (Kind.WITHDRAWAL, Kind.CORRECTION, Kind.CLARIFICATION, Kind.UPDATE, "")


@dataclass(frozen=True, slots=True)
class EditionPage:
    """One edition with what came after it, newest first, and the numbers of all of its sheet's."""

    sheet: FactSheet
    edition: Edition
    content: EditionContent
    numbers: list[int]
    later: list[Edition]

    @property
    def is_newest(self) -> bool:
        """Whether no later edition replaced it."""
        return self.edition.number == self.numbers[0]

    @property
    def verdict(self) -> Edition | None:
        """The later edition that matters most to who reads this one; None where there is none."""
        return find_gravest(self.later)

    @property
    def previous(self) -> int | None:
        """The number of the edition before."""
        return self.edition.number - 1 if self.edition.number > 1 else None


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition in a list, with the later one that matters most to who has it."""

    edition: Edition
    verdict: Edition | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two editions of a sheet, and everything that is different from the first to the second."""

    sheet: FactSheet
    before: Edition
    after: Edition
    difference: Difference
    numbers: list[int]

    @property
    def words(self) -> WordedDifference:
        """The difference, word by word."""
        return word_difference(self.difference)


class Numbered(Protocol):
    """An edition, of which more or less was read."""

    @property
    def number(self) -> int:
        """From 1."""

    @property
    def kind(self) -> str:
        """Why it replaced the one before."""


Later = TypeVar("Later", bound=Numbered)


def find_gravest(later: Iterable[Later]) -> Later | None:
    """Of editions that came later, the newest of the gravest kind: a withdrawal, a correction and so on."""
    return min(later, key=lambda edition: (GRAVITY.index(edition.kind), -edition.number), default=None)


def edition_list(sheet: FactSheet) -> list[EditionLine]:
    """The editions of a sheet, newest first, without their bodies, each with what became of it; one query."""
    editions = list(_read_heads(sheet))
    return [EditionLine(edition, find_gravest(editions[:place])) for place, edition in enumerate(editions)]


def edition_page(sheet: FactSheet, number: int) -> EditionPage | None:
    """An edition of the sheet, or None where there is none of that number; two queries."""
    edition = sheet.editions.select_related("published_by").filter(number=number).first()
    if edition is None:
        return None
    heads = list(_read_heads(sheet))
    later = [head for head in heads if head.number > number]
    content = read_edition(bytes(edition.body)).content
    return EditionPage(sheet, edition, content, [head.number for head in heads], later)


def edition_comparison(sheet: FactSheet, before: int, after: int) -> Comparison | None:
    """What is different from one edition of the sheet to another, or None where one of them is not there; two queries.

    Both may be the same, and the first the later one.
    """
    editions = {edition.number: edition for edition in sheet.editions.filter(number__in={before, after})}
    if editions.keys() != {before, after}:
        return None
    contents = {number: read_edition(bytes(edition.body)).content for number, edition in editions.items()}
    difference = compare_editions(contents[before], contents[after])
    numbers = list(sheet.editions.order_by("-number").values_list("number", flat=True))
    return Comparison(sheet, editions[before], editions[after], difference, numbers)


def _read_heads(sheet: FactSheet) -> Iterable[Edition]:
    return sheet.editions.select_related("published_by").defer("body").order_by("-number")
