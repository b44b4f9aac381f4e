"""What a browser shows of the matrix already, and what of it has to be painted anew after an act."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from zlib import crc32

from factsheet.queries.matrix import Band, Matrix, Row

# A group as it is written: the mark of its head, then the key and mark of each row.
GROUP = re.compile(r"([0-9a-f]+):((?:\d{1,18}\.[0-9a-f]+)(?:,\d{1,18}\.[0-9a-f]+)*)?", re.ASCII)

LONGEST = 200_000
"""More than what some ten thousand rows take is none that a browser shows."""

Place = tuple[int, int]
"""A row by the number of its group and the key of its fact: one that changes groups goes, and comes anew."""


@dataclass(frozen=True, slots=True)
class ShownRows:
    """The heads of the groups and the rows that a browser shows, each with the mark of how it was painted.

    `frame` is the mark of what all rows share: the columns, and which groups there are.
    """

    frame: str
    heads: list[str]
    rows: dict[Place, str]

    @classmethod
    def of(cls, matrix: Matrix) -> ShownRows:
        """What a browser shows that was given this matrix."""
        columns = [(column.key, column.pin, column.source, column.entry.origin) for column in matrix.columns]
        groups = [(band.group.key, band.group.is_closed) for band in matrix.bands]
        return cls(
            _mark(columns, groups, matrix.arrangement.is_as_printed),
            [_mark_head(band) for band in matrix.bands],
            {(n, row.fact.pk): _mark_row(row) for n, band in enumerate(matrix.bands) for row in band.rows},
        )

    @classmethod
    def read(cls, text: str) -> ShownRows:
        """From what `text` wrote; of anything else nothing is shown."""
        frame, *written = text.split() or [""]
        heads, rows = list[str](), dict[Place, str]()
        for number, group in enumerate(written):
            found = GROUP.fullmatch(group)
            if found is None:
                return cls("", [], {})
            heads.append(found[1])
            for row in found[2].split(",") if found[2] else ():
                key, _dot, mark = row.partition(".")
                rows[number, int(key)] = mark
        return cls(frame, heads, rows)

    @property
    def text(self) -> str:
        """What `read` reads."""
        groups: list[list[str]] = [[] for _head in self.heads]
        for (number, key), mark in self.rows.items():
            groups[number].append(f"{key}.{mark}")
        return " ".join(
            [self.frame, *(f"{head}:{','.join(rows)}" for head, rows in zip(self.heads, groups, strict=True))]
        )


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row that comes: after that of the fact of this key, or as the first of the group of this number, from one."""

    row: Row
    group: int
    after: int | None


@dataclass(frozen=True, slots=True)
class RowRepaint:
    """What is to be done to a matrix, in this order; `heads` are groups with their numbers, from one.

    `shown` is what the browser shows then; empty where that is not known.
    """

    gone: list[int] = field(default_factory=list)
    heads: list[tuple[int, Band]] = field(default_factory=list)
    changed: list[Row] = field(default_factory=list)
    new: list[NewRow] = field(default_factory=list)
    shown: str = ""


def compare_rows(shown: ShownRows, matrix: Matrix) -> RowRepaint | None:
    """What makes this matrix of what is shown; None where it has to be drawn whole."""
    now = ShownRows.of(matrix)
    if shown.frame != now.frame:
        return None
    before, after = list(shown.rows), list(now.rows)
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    stay = {place for block in blocks for place in after[block.b : block.b + block.size]}
    rows = {(n, row.fact.pk): row for n, band in enumerate(matrix.bands) for row in band.rows}
    return RowRepaint(
        gone=[key for group, key in before if (group, key) not in stay],
        heads=[(n + 1, band) for n, band in enumerate(matrix.bands) if shown.heads[n : n + 1] != [now.heads[n]]],
        changed=[rows[place] for place in after if place in stay and shown.rows[place] != now.rows[place]],
        new=[
            NewRow(rows[place], place[0] + 1, _find_before(after, number))
            for number, place in enumerate(after)
            if place not in stay
        ],
        shown=now.text,
    )


def _find_before(places: Sequence[Place], number: int) -> int | None:
    """The fact whose row stands before that of this number, in the same group."""
    group, _key = places[number]
    return places[number - 1][1] if number and places[number - 1][0] == group else None


def _mark_head(band: Band) -> str:
    group = band.group
    return _mark(group.name, len(group.facts), group.is_closed and group.in_trouble)


def _mark_row(row: Row) -> str:
    """Of all that a row shows."""
    fact = row.fact
    return _mark(
        *(fact.version, fact.label, fact.state, fact.status, fact.challenged_at, fact.suggestion, fact.origins),
        *(fact.decision and fact.decision.answer, fact.assigned_to_id, fact.is_waiting, row.is_mismatched, row.mark),
        *(
            (item.claim_id, item.claim.text, item.state, item.stance, item.relation, item.relation_reason)
            for cell in row.cells
            for item in cell
        ),
    )


def _mark(*said: object) -> str:
    return format(crc32(repr(said).encode()), "x")
