"""Editions as readers get them, rendered from the very bytes that are served."""

from __future__ import annotations

from dataclasses import dataclass

from factsheet.export.content import EditionContent
from factsheet.export.edition import read_edition
from factsheet.models import Edition, FactSheet


@dataclass(frozen=True, slots=True)
class EditionPage:
    """One edition with the numbers of all of its sheet's, newest first."""

    sheet: FactSheet
    edition: Edition
    content: EditionContent
    numbers: list[int]

    @property
    def is_newest(self) -> bool:
        """Whether no later edition replaced it."""
        return self.edition.number == self.numbers[0]


def edition_list(sheet: FactSheet) -> list[Edition]:
    """The editions of a sheet, newest first, without their bodies; one query."""
    return list(sheet.editions.select_related("published_by").defer("body").order_by("-number"))


def edition_page(sheet: FactSheet, number: int) -> EditionPage | None:
    """An edition of the sheet, or None where there is none of that number; two queries."""
    edition = sheet.editions.select_related("published_by").filter(number=number).first()
    if edition is None:
        return None
    numbers = list(sheet.editions.order_by("-number").values_list("number", flat=True))
    return EditionPage(sheet, edition, read_edition(bytes(edition.body)).content, numbers)
