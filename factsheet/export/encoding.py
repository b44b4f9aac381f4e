"""The content of an edition as JSON values: what is missing is null, figures are strings, days and moments ISO 8601."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from urllib.parse import quote

from factsheet.export.content import Bound, Citation, EditionContent, FactLine, Reference, Value

Json = Mapping[str, Any]

# RFC 3986, appendix B: scheme, authority, path, query, fragment; only of pages on the web, and without user names.
ADDRESS = re.compile(r"(https?)://([\w.%-]+(?::[0-9]+)?)(/[^?#]*)?(\?[^#]*)?(#.*)?", re.IGNORECASE | re.DOTALL)
# What may stand in those parts as it is, besides letters, digits and -._~; "%" only before two hex digits.
ADDRESS_MARKS = "%:/@!$&'()*+,;="
STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def write_content(content: EditionContent) -> Json:
    """The value of the member `content`."""
    return {
        "site_url": content.site_url,
        "sheet": {
            "slug": content.slug,
            "title": content.title,
            "summary": content.summary or None,
            "language": content.language,
        },
        "edition": {
            "number": content.number,
            "url": content.url,
            "published_at": write_moment(content.published_at),
            "published_by": content.published_by,
            "approved_at": content.approved_at and write_moment(content.approved_at),
            "approved_by": content.approved_by or None,
            "previous_sha256": content.previous_sha256 or None,
            "note": content.note or None,
            **_write_kind(content),
        },
        "facts": [write_fact(fact) for fact in content.facts],
        "references": [_write_reference(reference) for reference in content.references],
    }


def _write_kind(content: EditionContent) -> Json:
    """What came into editions later: those from before go without, so that they still read back to their bytes."""
    if content.kind is None:
        return {}
    return {"kind": content.kind or None, "approved_alone": list(content.approved_alone)}


def write_fact(fact: FactLine) -> Json:
    """One of the member `facts`."""
    return {
        "id": fact.id,
        "label": fact.label,
        "kind": fact.kind,
        "unit": fact.unit or None,
        "per": fact.per or None,
        "scope": fact.scope or None,
        "as_of": write_bound(fact.as_of),
        "heading": fact.heading or None,
        "position": fact.position,
        "state": fact.state,
        "status": fact.status,
        "answer": fact.answer and {"text": fact.answer.text, **_write_value(fact.answer.value)},
        "rationale": fact.rationale or None,
        "decided_at": fact.decided_at and write_moment(fact.decided_at),
        "decided_by": fact.decided_by or None,
        "origins": fact.origins,
        "citations": [_write_citation(citation) for citation in fact.citations],
        "dissent": [_write_citation(citation) for citation in fact.dissent],
    }


def _write_value(value: Value) -> Json:
    return {
        "low": write_bound(value.low),
        "high": write_bound(value.high),
        "low_open": value.low_open,
        "high_open": value.high_open,
        "hedge": value.hedge,
        "unit": value.unit or None,
        "per": value.per or None,
        "precision": value.precision or None,
    }


def _write_citation(citation: Citation) -> Json:
    return {
        "number": citation.number,
        "evidence_id": citation.evidence_id,
        "claim_id": citation.claim_id,
        "source": citation.source or None,
        "article": {
            "id": citation.article_id,
            "title": citation.article_title or None,
            "url": _write_address(citation.article_url),
            "published": write_bound(citation.article_published),
            "sha256": citation.article_sha256,
        },
        "quote": {
            "text": citation.text,
            "start": citation.start,
            "end": citation.end,
            "sentence": citation.sentence,
        },
        "value": _write_value(citation.value),
        "stance": citation.stance or None,
        "relation": citation.relation or None,
        "relation_reason": citation.relation_reason or None,
        "attribution": citation.attribution or None,
    }


def _write_reference(reference: Reference) -> Json:
    return {
        "article_id": reference.article_id,
        "source": reference.source or None,
        "title": reference.title or None,
        "url": _write_address(reference.url),
        "published": write_bound(reference.published),
        "sha256": reference.sha256,
        "citations": list(reference.citations),
    }


def _write_address(address: str) -> str | None:
    """The address as a URI, without what only an IRI may hold; None for one that is no page on the web."""
    parts = ADDRESS.fullmatch(STRAY_PERCENT.sub("%25", address))
    if parts is None:
        return None
    scheme, authority, path, query, fragment = (part or "" for part in parts.groups())
    tail = [quote(path, safe=ADDRESS_MARKS)]
    tail += [mark + quote(part[1:], safe=ADDRESS_MARKS + "?") for mark, part in (("?", query), ("#", fragment)) if part]
    return f"{scheme.lower()}://{quote(authority, safe='%:')}{''.join(tail)}"


def write_bound(bound: Bound | None) -> str | None:
    """A figure in plain notation, an ISO day or a time of day as HH:MM; None for an open end."""
    if bound is None:
        return None
    if isinstance(bound, date):
        return bound.isoformat()
    if isinstance(bound, time):
        return bound.isoformat(timespec="minutes")
    if not bound.is_finite():
        raise ValueError(f"{bound} is no figure")
    # Plain notation, and never a minus before a zero.
    return f"{abs(bound) if bound.is_zero() else bound:f}"


def write_moment(moment: datetime) -> str:
    """RFC 3339 in UTC, to the second."""
    if moment.utcoffset() is None:
        raise ValueError(f"{moment} has no time zone")
    return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
