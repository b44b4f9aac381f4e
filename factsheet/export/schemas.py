"""The JSON Schemas (draft 2020-12) of what the CMS is served, and the check of an edition against its own.

They are data, served as they stand under `/api/schemas/`. An unknown key is refused everywhere: a CMS that validates
learns of a change of the contract from the schema's name, never from a surprise in the data.
"""

from __future__ import annotations

import json
from typing import Any

from articles.values import Hedge, Kind, Precision
from factsheet.export.differences import PARTS
from factsheet.export.edition import EditionError

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
COUNT: Schema = {"type": "integer", "minimum": 0}
ID: Schema = {"type": "integer", "minimum": 1}
DAY: Schema = {"type": "string", "format": "date"}
CLOCK: Schema = {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}
MOMENT: Schema = {"type": "string", "format": "date-time", "pattern": "Z$"}
SHA256: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
# An address that a reader may follow: never javascript:, data: or the like.
ADDRESS: Schema = {"type": "string", "format": "uri", "pattern": "^https?://"}
FIGURE: Schema = {"type": "string", "pattern": "^-?(0|[1-9][0-9]*)([.][0-9]+)?$"}
# Why an edition replaces the one before it.
EDITION_KIND: Schema = {"enum": ["correction", "clarification", "update", "withdrawal", None]}
SLUG: Schema = {"type": "string", "pattern": "^[-a-zA-Z0-9_]+$"}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _one_of(*words: str | None) -> Schema:
    return {"enum": list(words)}


def _object(*, later: Schema | None = None, **properties: Schema) -> Schema:
    """An object with these keys; `later` are those that what was published before them goes without, all together."""
    later = later or {}
    return {
        "type": "object",
        "required": list(properties),
        "additionalProperties": False,
        "properties": properties | later,
        **({"dependentRequired": {name: [*later] for name in later}} if later else {}),
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


BOUND = _or_null({"anyOf": [FIGURE, DAY, CLOCK]})

VALUE: dict[str, Schema] = {
    "low": BOUND,
    "high": BOUND,
    "low_open": {"type": "boolean"},
    "high_open": {"type": "boolean"},
    "hedge": _one_of(*Hedge),
    "unit": _or_null(TEXT),
    "per": _or_null(TEXT),
    "precision": _one_of(*Precision, None),
}

CITATION = _object(
    number=ID,
    evidence_id=ID,
    claim_id=ID,
    source=_or_null(TEXT),
    article=_object(id=ID, title=_or_null(TEXT), url=_or_null(ADDRESS), published=_or_null(DAY), sha256=SHA256),
    quote=_object(text=TEXT, start=COUNT, end=ID, sentence=TEXT),
    value=_object(**VALUE),
    stance=_one_of("supports", "contradicts", "superseded", "different_scope", "set_aside", None),
    relation=_one_of("same", "consistent", "rounding", "tension", "conflict", None),
    relation_reason=_or_null(TEXT),
    attribution=_or_null(TEXT),
)

_STATED: Schema = {
    "answer": {"type": "object"},
    "decided_at": MOMENT,
    "decided_by": TEXT,
    "citations": {"minItems": 1},
}
_DECIDED: Schema = {"decided_at": MOMENT, "decided_by": TEXT}
_UNDECIDED: Schema = {
    "answer": {"type": "null"},
    "rationale": {"type": "null"},
    "decided_at": {"type": "null"},
    "decided_by": {"type": "null"},
}


def _when(*states: str, then: Schema) -> Schema:
    return {"if": {"properties": {"state": _one_of(*states)}}, "then": {"properties": then}}


FACT: Schema = {
    **_object(
        id=ID,
        label=TEXT,
        kind=_one_of(*Kind),
        unit=_or_null(TEXT),
        per=_or_null(TEXT),
        scope=_or_null(TEXT),
        as_of=_or_null(DAY),
        heading=_or_null(TEXT),
        position=COUNT,
        state=_one_of("open", "settled", "disputed", "not_established"),
        status=_one_of("single", "agree", "revision", "rounding", "tension", "conflict"),
        answer=_or_null(_object(text=TEXT, **VALUE)),
        rationale=_or_null(TEXT),
        decided_at=_or_null(MOMENT),
        decided_by=_or_null(TEXT),
        origins=COUNT,
        citations=_list(_ref("citation")),
        dissent=_list(_ref("citation")),
    ),
    "allOf": [
        _when("settled", "disputed", then=_STATED),
        _when("not_established", then=_DECIDED),
        _when("open", then=_UNDECIDED),
    ],
}

EDITION: Schema = {
    "$schema": DRAFT,
    "title": "factsheet.edition/1",
    "description": (
        "One published edition of a fact sheet. content_sha256 is the SHA-256 of content in the canonical form of "
        "RFC 8785; previous_sha256 that of the stored bytes of the edition before. Figures are decimal strings, days "
        "inclusive ISO 8601 dates, times of day HH:MM in the zone that is their unit, moments RFC 3339 in UTC, offsets "
        "Unicode code points with the end not included."
    ),
    **_object(
        schema={"const": "factsheet.edition/1"},
        content_sha256=SHA256,
        content=_object(
            site_url=ADDRESS,
            sheet=_object(slug=SLUG, title=TEXT, summary=_or_null(TEXT), language=TEXT),
            edition=_object(
                number=ID,
                url=ADDRESS,
                published_at=MOMENT,
                published_by=TEXT,
                approved_at=_or_null(MOMENT),
                approved_by=_or_null(TEXT),
                previous_sha256=_or_null(SHA256),
                note=_or_null(TEXT),
                later={
                    "kind": EDITION_KIND,
                    "approved_alone": {"type": "array", "items": ID, "uniqueItems": True},
                },
            ),
            facts=_list(_ref("fact")),
            references=_list(
                _object(
                    article_id=ID,
                    source=_or_null(TEXT),
                    title=_or_null(TEXT),
                    url=_or_null(ADDRESS),
                    published=_or_null(DAY),
                    sha256=SHA256,
                    citations={"type": "array", "items": ID, "minItems": 1, "uniqueItems": True},
                )
            ),
        ),
    ),
    "$defs": {"fact": FACT, "citation": CITATION},
}

EDITIONS: Schema = {
    "$schema": DRAFT,
    "title": "factsheet.editions/1",
    "description": "The editions of one sheet, newest first; next is the address of older ones, null at the end.",
    **_object(
        schema={"const": "factsheet.editions/1"},
        sheet=SLUG,
        editions=_list(
            _object(
                number=ID,
                url=ADDRESS,
                published_at=MOMENT,
                sha256=SHA256,
                previous_sha256=_or_null(SHA256),
                kind=EDITION_KIND,
                note=_or_null(TEXT),
                replaced=_or_null(
                    _object(number=ID, url=ADDRESS, published_at=MOMENT, kind=EDITION_KIND, note=_or_null(TEXT))
                ),
            )
        ),
        next=_or_null(ADDRESS),
    ),
}

_NUMBERED: dict[str, Schema] = {
    "number": ID,
    "url": ADDRESS,
    "published_at": MOMENT,
    "sha256": SHA256,
    "kind": EDITION_KIND,
    "note": _or_null(TEXT),
}
_PARTS = _list(
    _object(
        name=_one_of(*PARTS),
        before=_or_null(TEXT),
        after=_or_null(TEXT),
        words=_list(_object(fate=_one_of("kept", "gone", "new"), words=TEXT)),
    )
)

DIFFERENCE: Schema = {
    "$schema": DRAFT,
    "title": "factsheet.difference/1",
    "description": "What is different from one edition of a sheet to another, other figures first.",
    **_object(
        schema={"const": "factsheet.difference/1"},
        sheet=SLUG,
        **{"from": _object(**_NUMBERED)},
        to=_object(**_NUMBERED),
        head=_PARTS,
        lines=_list(
            _object(
                id=ID,
                label=TEXT,
                change=_one_of("changed", "added", "removed"),
                figure={"type": "boolean"},
                parts=_PARTS,
            )
        ),
        kept=COUNT,
    ),
}

CORRECTIONS: Schema = {
    "$schema": DRAFT,
    "title": "factsheet.corrections/1",
    "description": "Every edition that replaced another, newest first; next is the address of older ones.",
    **_object(
        schema={"const": "factsheet.corrections/1"},
        corrections=_list(
            _object(
                sheet=_object(slug=SLUG, title=TEXT),
                **_NUMBERED,
                replaces=ADDRESS,
                difference=ADDRESS,
            )
        ),
        next=_or_null(ADDRESS),
    ),
}

PROBLEM: Schema = {
    "$schema": DRAFT,
    "title": "factsheet.problem/1",
    "description": "Why a request was refused, as RFC 9457 says it (application/problem+json).",
    **_object(
        type={"const": "about:blank"},
        title=TEXT,
        status={"type": "integer", "minimum": 400, "maximum": 599},
        detail=TEXT,
        instance=TEXT,
    ),
}

# By the file name under which each is served.
SCHEMAS: dict[str, Schema] = {
    "edition-1": EDITION,
    "editions-1": EDITIONS,
    "difference-1": DIFFERENCE,
    "corrections-1": CORRECTIONS,
    "problem-1": PROBLEM,
}


def write_schema(name: str, *, address: str) -> bytes:
    """A schema of `SCHEMAS` as readable JSON, with the address it is served under as its `$id`."""
    return (json.dumps({"$id": address, **SCHEMAS[name]}, ensure_ascii=False, indent=2) + "\n").encode()


def validate_edition(body: bytes) -> None:
    """Check the bytes of an edition against the schema, formats included.

    Raises:
        EditionError: with the place and the fault of each of the first five errors.
    """
    # Loaded when asked for: serving what is stored needs no validator.
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(EDITION, format_checker=Draft202012Validator.FORMAT_CHECKER)
    try:
        document = json.loads(body)
    except ValueError as error:
        raise EditionError(f"this is no JSON: {error}") from error
    errors = sorted(validator.iter_errors(document), key=lambda error: error.json_path)
    if errors:
        faults = [f"{error.json_path}: {error.message[:200]}" for error in errors[:5]]
        raise EditionError("; ".join(faults))
