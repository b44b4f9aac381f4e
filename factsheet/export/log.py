"""The log of a sheet as CSV and as JSON Lines.

A line of JSON holds the act as it was sealed, so that whoever has the whole of a sheet's log can check its chain with
any RFC 8785 library: `sha256` is that of the canonical form of `act`, in which stands the SHA-256 of the act before.
The name of who acted is not sealed; it is what the person is called today.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factsheet.export.edition import canonicalize
from factsheet.export.tables import escape_cell

COLUMNS = (
    *("number", "at", "who", "who_id", "act", "channel", "subject_type", "subject_id", "subject"),
    *("before", "after", "details", "sha256"),
)


@dataclass(frozen=True, slots=True)
class LogLine:
    """An act as it was sealed, its digest, and the name of who did it, "" for the program."""

    act: Mapping[str, Any]
    sha256: str
    who: str


def write_csv(lines: Iterable[LogLine]) -> Iterator[bytes]:
    """One row an act under one row of headings, with no cell that a spreadsheet takes for a formula."""
    yield _write_row(COLUMNS)
    for line in lines:
        yield _write_row(escape_cell(cell) for cell in _write_cells(line))


def write_jsonl(lines: Iterable[LogLine]) -> Iterator[bytes]:
    """One JSON object a line, in canonical form."""
    for line in lines:
        yield canonicalize({"act": line.act, "sha256": line.sha256, "who": line.who or None}) + b"\n"


def _write_cells(line: LogLine) -> Iterable[str]:
    act = line.act
    details = {**act["details"]}
    before, after = (details.pop(name, None) for name in ("before", "after"))
    subject = act["subject"]
    cells = (
        *(act["number"], act["at"], line.who, act["actor"], act["act"], act["channel"]),
        *(subject["type"], subject["id"], subject["name"]),
        *(None if value in (None, {}) else _spell(value) for value in (before, after, details)),
        line.sha256,
    )
    return ("" if cell is None else str(cell) for cell in cells)


def _spell(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def _write_row(cells: Iterable[str]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL).writerow(cells)
    return buffer.getvalue().encode()
