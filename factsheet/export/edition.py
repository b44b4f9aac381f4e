"""An edition as the bytes that are stored and served, and those bytes read back.

The bytes are one JSON object in the canonical form of RFC 8785 (keys sorted, no space, UTF-8) and a newline:

    {"content": {...}, "content_sha256": "...", "schema": "factsheet.edition/1"}

Three digests, each of something else, since no text can hold its own:

- `content_sha256` in the object is the SHA-256 of the canonical form of `content`, so whoever holds the JSON, even
  re-indented by a CMS, can check it with any RFC 8785 library;
- the SHA-256 of the stored bytes, newline included, stands beside them: in the database, as the ETag and in the
  `Repr-Digest` header (RFC 9530);
- `content.edition.previous_sha256` is that SHA-256 of the stored bytes of the edition before, which chains them.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Any

from factsheet.export.content import Citation, EditionContent
from factsheet.export.decoding import read_content
from factsheet.export.encoding import write_content

SCHEMA = "factsheet.edition/1"


class EditionError(ValueError):
    """Bytes that are no edition of this schema, or no longer the one that was published."""


@dataclass(frozen=True, slots=True)
class PublishedEdition:
    """An edition read back from its bytes; its citations carry their numbers."""

    content: EditionContent
    content_sha256: str


def build_edition(content: EditionContent) -> bytes:
    """The bytes of an edition: the same for the same content, its citations numbered from 1 by first use.

    Raises:
        ValueError: when a moment has no time zone, a number is not finite, or a text is no valid Unicode.
    """
    inner = canonicalize(write_content(_number_citations(content)))
    digest = hashlib.sha256(inner).hexdigest()
    return b'{"content":%b,"content_sha256":"%b","schema":"%b"}\n' % (inner, digest.encode(), SCHEMA.encode())


def read_edition(body: bytes) -> PublishedEdition:
    """The edition that these bytes are.

    Raises:
        EditionError: when they are no edition of this schema, or their content does not match its digest.
    """
    try:
        document = json.loads(body)
        schema, content, digest = document["schema"], document["content"], document["content_sha256"]
        matches = digest == hashlib.sha256(canonicalize(content)).hexdigest()
        edition = PublishedEdition(read_content(content), digest)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise EditionError(f"this is no {SCHEMA}: {error!r}") from error
    if schema != SCHEMA:
        raise EditionError(f"the schema is {schema!r}, not {SCHEMA!r}")
    if not matches:
        raise EditionError("the content does not match its SHA-256")
    return edition


def canonicalize(value: Any) -> bytes:
    """JSON in the canonical form of RFC 8785, for what an edition holds: no floats, keys in ASCII."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")).encode()


def _number_citations(content: EditionContent) -> EditionContent:
    numbers: dict[int, int] = {}
    for citation in content.iterate_citations():
        numbers.setdefault(citation.evidence_id, len(numbers) + 1)

    def number(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        return tuple(replace(citation, number=numbers[citation.evidence_id]) for citation in citations)

    facts = (replace(fact, citations=number(fact.citations), dissent=number(fact.dissent)) for fact in content.facts)
    return replace(content, facts=tuple(facts))
