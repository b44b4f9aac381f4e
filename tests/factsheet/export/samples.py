"""Editions to write and read back, made of plain keyword defaults."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from factsheet.export.content import Answer, Citation, EditionContent, FactLine, Value

AT = datetime(2023, 7, 3, 9, 30, tzinfo=UTC)


def make_citation(evidence_id: int = 41, **changes: Any) -> Citation:
    defaults: dict[str, Any] = {
        "evidence_id": evidence_id,
        "claim_id": evidence_id + 100,
        "article_id": 7,
        "article_title": "Ferry service ends",
        "article_sha256": "a" * 64,
        "article_url": "https://harbour.example/ferry",
        "article_published": date(2023, 6, 30),
        "source": "Harbour Daily",
        "text": "more than 1,200 seats",
        "start": 10,
        "end": 31,
        "sentence": "There were more than 1,200 seats on board.",
        "stance": "supports",
        "relation": "same",
        "relation_reason": "the same figure",
        "attribution": "the operator",
        "value": Value(low=Decimal(1200), low_open=True, hedge="more_than", unit="seat"),
    }
    return Citation(**{**defaults, **changes})


def make_fact(fact_id: int = 1, **changes: Any) -> FactLine:
    defaults: dict[str, Any] = {
        "id": fact_id,
        "label": "Seats on the ferry",
        "kind": "quantity",
        "position": fact_id,
        "state": "settled",
        "status": "conflict",
        "unit": "seat",
        "scope": "upper and lower deck",
        "as_of": date(2023, 6, 1),
        "heading": "The ship",
        "answer": Answer("more than 1,200", Value(low=Decimal(1200), low_open=True, hedge="more_than", unit="seat")),
        "rationale": "The operator's own count.",
        "decided_at": AT,
        "decided_by": "Ada Editor",
        "origins": 2,
        "citations": (make_citation(),),
        "dissent": (make_citation(42, stance="contradicts", article_id=8, relation="conflict"),),
    }
    return FactLine(**{**defaults, **changes})


def make_open_fact(fact_id: int = 9, **changes: Any) -> FactLine:
    undecided: dict[str, Any] = {
        "state": "open",
        "answer": None,
        "rationale": "",
        "decided_at": None,
        "decided_by": "",
        "citations": (),
        "dissent": (),
    }
    return make_fact(fact_id, **{**undecided, **changes})


def make_content(*facts: FactLine, **changes: Any) -> EditionContent:
    defaults: dict[str, Any] = {
        "site_url": "https://desk.example",
        "slug": "ferry",
        "title": "The end of the ferry",
        "summary": "What is known.",
        "number": 1,
        "published_at": AT,
        "published_by": "Pia Publisher",
        "approved_by": "Rob Reviewer",
        "approved_at": AT,
        "facts": facts or (make_fact(),),
    }
    return EditionContent(**{**defaults, **changes})
