"""The JSON values of an edition as its content again, the reverse of `encoding`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from factsheet.export.content import Answer, Bound, Citation, EditionContent, FactLine, Value

Json = Mapping[str, Any]


def read_content(content: Json) -> EditionContent:
    """The content that the member `content` holds; a missing key is a `KeyError`, but for those that came later."""
    sheet, edition = content["sheet"], content["edition"]
    return EditionContent(
        site_url=content["site_url"],
        slug=sheet["slug"],
        title=sheet["title"],
        summary=sheet["summary"] or "",
        language=sheet["language"],
        number=edition["number"],
        published_at=datetime.fromisoformat(edition["published_at"]),
        published_by=edition["published_by"],
        approved_at=edition["approved_at"] and datetime.fromisoformat(edition["approved_at"]),
        approved_by=edition["approved_by"] or "",
        previous_sha256=edition["previous_sha256"] or "",
        note=edition["note"] or "",
        kind=(edition["kind"] or "") if "kind" in edition else None,
        approved_alone=tuple(edition.get("approved_alone", ())),
        facts=tuple(_read_fact(fact) for fact in content["facts"]),
    )


def _read_fact(fact: Json) -> FactLine:
    answer = fact["answer"]
    return FactLine(
        id=fact["id"],
        label=fact["label"],
        kind=fact["kind"],
        position=fact["position"],
        state=fact["state"],
        status=fact["status"],
        unit=fact["unit"] or "",
        per=fact["per"] or "",
        scope=fact["scope"] or "",
        as_of=_read_day(fact["as_of"]),
        heading=fact["heading"] or "",
        answer=answer and Answer(answer["text"], _read_value(answer)),
        rationale=fact["rationale"] or "",
        decided_at=fact["decided_at"] and datetime.fromisoformat(fact["decided_at"]),
        decided_by=fact["decided_by"] or "",
        origins=fact["origins"],
        citations=tuple(_read_citation(citation) for citation in fact["citations"]),
        dissent=tuple(_read_citation(citation) for citation in fact["dissent"]),
    )


def _read_value(value: Json) -> Value:
    return Value(
        low=_read_bound(value["low"]),
        high=_read_bound(value["high"]),
        low_open=value["low_open"],
        high_open=value["high_open"],
        hedge=value["hedge"],
        unit=value["unit"] or "",
        per=value["per"] or "",
        precision=value["precision"] or "",
    )


def _read_citation(citation: Json) -> Citation:
    article, quote = citation["article"], citation["quote"]
    return Citation(
        number=citation["number"],
        evidence_id=citation["evidence_id"],
        claim_id=citation["claim_id"],
        source=citation["source"] or "",
        article_id=article["id"],
        article_title=article["title"] or "",
        article_url=article["url"] or "",
        article_published=_read_day(article["published"]),
        article_sha256=article["sha256"],
        text=quote["text"],
        start=quote["start"],
        end=quote["end"],
        sentence=quote["sentence"],
        value=_read_value(citation["value"]),
        stance=citation["stance"] or "",
        relation=citation["relation"] or "",
        relation_reason=citation["relation_reason"] or "",
        attribution=citation["attribution"] or "",
    )


def _read_bound(bound: str | None) -> Bound | None:
    if bound is None:
        return None
    if ":" in bound:
        return time.fromisoformat(bound)
    # An ISO day has a dash inside, a number at most before its first digit.
    return date.fromisoformat(bound) if "-" in bound[1:] else Decimal(bound)


def _read_day(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
