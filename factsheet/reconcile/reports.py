"""A comparison as the JSON that other programs read: `factsheet.compare/1`.

Numbers are strings, days ISO dates, offsets code points with the end exclusive; the claims of a relation are named by
their place in the fact's list. `mismatches` says which suggestions cannot all be true together: `kind` is one of part,
sum, share, period, age, change, length and rate, `facts` are places in the list of facts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from articles.extraction.contract import spell
from factsheet.reconcile.answers import Suggestion
from factsheet.reconcile.arithmetic import Mismatch
from factsheet.reconcile.comparisons import ArticleReadings, ComparedFact, Comparison
from factsheet.reconcile.relations import FactStatus
from factsheet.reconcile.sides import Side

SCHEMA = "factsheet.compare/1"


def report(comparison: Comparison, articles: Sequence[ArticleReadings]) -> dict[str, Any]:
    """The whole comparison, articles in the order given, their `id` being their key."""
    return {
        "schema": SCHEMA,
        "articles": [
            {
                "id": article.key,
                "file": article.key,
                "title": article.title or None,
                "source": article.source or None,
                "published": article.published.isoformat() if article.published else None,
                "origin": comparison.origins[article.key].number,
                "origin_reason": comparison.origins[article.key].reason,
            }
            for article in articles
        ],
        "facts": [_fact(fact) for fact in comparison.facts],
        "mismatches": [_mismatch(found) for found in comparison.mismatches],
    }


def _mismatch(found: Mismatch) -> dict[str, Any]:
    """Suggestions that cannot all be true, their facts named by their place, and the claim whose words tie them."""
    side = found.side
    return {
        "kind": str(found.kind),
        "facts": [int(key) for key in found.facts],
        "reason": found.reason,
        "article": side.article,
        "start": side.start,
        "end": side.end,
    }


def _fact(fact: ComparedFact) -> dict[str, Any]:
    place = {side.key: number for number, side in enumerate(fact.sides)}
    return {
        "label": fact.label,
        "kind": str(fact.kind),
        "unit": fact.unit,
        # A running count that was updated is no disagreement; that it moved is said by its relations.
        "status": str(FactStatus.AGREE if fact.status is FactStatus.REVISION else fact.status),
        "claims": [_claim(side, fact.reasons[side.key]) for side in fact.sides],
        "relations": [
            {
                "a": min(place[relation.a], place[relation.b]),
                "b": max(place[relation.a], place[relation.b]),
                "relation": str(relation.kind),
                "difference": str(relation.difference) if relation.difference else None,
                "reason": relation.reason,
            }
            for relation in fact.relations
        ],
        "origins": fact.origins,
        "suggestion": _suggestion(fact.suggestion) if fact.suggestion else None,
        "silence": fact.silence or None,
    }


def _claim(side: Side, reason: str) -> dict[str, Any]:
    interval = side.interval
    return {
        "article": side.article,
        "kind": str(side.kind),
        "start": side.start,
        "end": side.end,
        "text": side.text,
        "low": spell(interval.low) if interval else None,
        "high": spell(interval.high) if interval else None,
        "low_open": bool(interval and interval.low_open),
        "high_open": bool(interval and interval.high_open),
        "hedge": str(side.hedge),
        "unit": side.unit,
        "noun": side.noun,
        "per": side.per,
        "status": str(side.status),
        "reason": reason,
    }


def _suggestion(suggestion: Suggestion) -> dict[str, Any]:
    return {
        "low": spell(suggestion.low),
        "high": spell(suggestion.high),
        "low_open": suggestion.low_open,
        "high_open": suggestion.high_open,
        "hedge": str(suggestion.hedge),
        "unit": suggestion.unit,
        "text": suggestion.text,
        "reasons": list(suggestion.reasons),
        "confidence": str(suggestion.confidence),
        "policy": str(suggestion.policy),
    }
