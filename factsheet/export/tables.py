"""An edition as CSV (RFC 4180): one row a fact, in UTF-8, with no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from factsheet.export.content import Citation, EditionContent, FactLine
from factsheet.export.edition import read_edition
from factsheet.export.encoding import write_bound, write_moment

COLUMNS = (
    "sheet",
    "edition",
    "published_at",
    "id",
    "position",
    "heading",
    "label",
    "kind",
    "scope",
    "as_of",
    "state",
    "status",
    "answer",
    "low",
    "high",
    "low_open",
    "high_open",
    "hedge",
    "unit",
    "per",
    "precision",
    "rationale",
    "decided_at",
    "decided_by",
    "origins",
    "citations",
    "dissent",
    # Of the edition again, and last: these came later.
    "edition_kind",
    "edition_note",
)

# What makes a spreadsheet compute, in ASCII and in full width, also behind space that an import trims:
# https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]")
FIGURE = re.compile(r"-?[0-9]+([.][0-9]+)?")


def write_csv(body: bytes) -> bytes:
    """The facts of the edition stored as `body`, one a row, under one row of headings.

    Raises:
        EditionError: when the bytes are no edition.
    """
    content = read_edition(body).content
    buffer = io.StringIO()
    table = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    table.writerow(COLUMNS)
    table.writerows([escape_cell(cell) for cell in _write_row(content, fact)] for fact in content.facts)
    return buffer.getvalue().encode()


def escape_cell(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would take it for a formula; a plain figure is left."""
    return f"'{text}" if FORMULA.match(text) and not FIGURE.fullmatch(text) else text


def _write_row(content: EditionContent, fact: FactLine) -> Iterable[str]:
    answer = fact.answer
    value = answer.value if answer else None
    return (
        content.slug,
        str(content.number),
        write_moment(content.published_at),
        str(fact.id),
        str(fact.position),
        fact.heading,
        fact.label,
        fact.kind,
        fact.scope,
        write_bound(fact.as_of) or "",
        fact.state,
        fact.status,
        answer.text if answer else "",
        (write_bound(value.low) or "") if value else "",
        (write_bound(value.high) or "") if value else "",
        _write_flag(value.low_open) if value else "",
        _write_flag(value.high_open) if value else "",
        value.hedge if value else "",
        (value.unit if value else "") or fact.unit,
        (value.per if value else "") or fact.per,
        value.precision if value else "",
        fact.rationale,
        write_moment(fact.decided_at) if fact.decided_at else "",
        fact.decided_by,
        str(fact.origins),
        _write_citations(fact.citations),
        _write_citations(fact.dissent),
        content.kind or "",
        content.note,
    )


def _write_flag(flag: bool) -> str:
    return str(flag).lower()


def _write_citations(citations: Iterable[Citation]) -> str:
    return "; ".join(
        f"[{citation.number}] {citation.source or citation.article_title}: {citation.text}" for citation in citations
    )
