"""What a reviewer approves: each line as it would be printed, known by its digest; and the title with the summary.

Where a line stands on the sheet, and the numbers of its notes, are no part of it: both follow from the other lines.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from factsheet.export.content import EditionContent, FactLine
from factsheet.export.edition import canonicalize
from factsheet.export.encoding import write_fact

HEAD = 0
"""Stands where the title and the summary are meant, in the place of a line's id."""


def digest_lines(content: EditionContent) -> dict[int, str]:
    """The SHA-256 of the head and of each line, in hexadecimal, by id."""
    head = {"title": content.title, "summary": content.summary, "language": content.language}
    return {HEAD: _digest(head)} | {fact.id: digest_line(fact) for fact in content.facts}


def digest_line(fact: FactLine) -> str:
    """The SHA-256 of all that a line prints and of who decided it when."""
    line = {key: value for key, value in write_fact(fact).items() if key != "position"}
    for key in ("citations", "dissent"):
        line[key] = [{name: value for name, value in cited.items() if name != "number"} for cited in line[key]]
    return _digest(line)


def digest_gap(fact: FactLine) -> str:
    """The SHA-256 that stands for a line which was printed so before, and no longer is."""
    return _digest({"gone": digest_line(fact)})


def digest_all(digests: Iterable[str]) -> str:
    """The SHA-256 of these digests in their order: one for a whole sheet."""
    return _digest(list(digests))


def _digest(value: Mapping[str, Any] | list[str]) -> str:
    return hashlib.sha256(canonicalize(value)).hexdigest()
