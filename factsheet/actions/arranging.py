"""Claims are put under facts, and each fact's standing is worked out anew: what the comparison says, written down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from itertools import combinations

from django.contrib.auth.models import User

from factsheet.actions.log import record
from factsheet.models import Act, Decision, Evidence, Fact, FactSheet, SheetArticle
from factsheet.reconcile import (
    Group,
    Relation,
    RelationKind,
    Side,
    Silence,
    Suggestion,
    confidence_of,
    group,
    relate,
    status_of,
    weigh,
)
from factsheet.sides import (
    choose_telling,
    is_live,
    load_evidence,
    origins_of,
    side_of_answer,
    side_of_evidence,
    side_of_suggestion,
    write_suggestion,
)

# Rows updated by one statement; its cost grows with the square of them.
BATCH = 200

CONTRADICTING = frozenset({RelationKind.CONFLICT, RelationKind.TENSION})


def arrange(sheet: FactSheet, *, by: User | None, at: datetime) -> None:
    """Propose a place for every claim of the sheet that has none, and refresh the facts that gained one.

    Claims of two or more articles that speak of the same fact become a proposed fact; a claim that stands alone waits
    in the inbox. What is placed already stays where it is.
    """
    evidence = load_evidence(sheet.evidence.exclude(state=Evidence.State.REJECTED))
    by_key = {str(item.pk): item for item in evidence}
    placed: dict[int, list[str]] = defaultdict(list)
    for key, item in by_key.items():
        if item.fact_id is not None:
            placed[item.fact_id].append(key)
    must = [(keys[0], other) for keys in placed.values() for other in keys[1:]]
    cannot = list(combinations((keys[0] for keys in placed.values()), 2))
    sides = [side_of_evidence(item) for item in evidence]
    moved: list[Evidence] = []
    facts = {fact.pk: fact for fact in sheet.facts.select_related("decision")}
    position = max((fact.position for fact in facts.values()), default=0)
    for found in group(sides, must=must, cannot=cannot):
        members = [by_key[key] for key in found.keys]
        new = [item for item in members if item.fact_id is None]
        fact = next((facts[item.fact_id] for item in members if item.fact_id is not None), None)
        if fact is None and len({item.claim.article_id for item in members}) > 1:
            position += 1
            fact = Fact.objects.create(
                sheet=sheet,
                label=found.label[:200],
                kind=found.kind,
                unit=(found.unit or "")[:64],
                position=position,
                proposed=True,
            )
            facts[fact.pk] = fact
        if fact is not None and new:
            _propose(fact, new, found)
            moved += new
    Evidence.objects.bulk_update(moved, ["fact", "placed_because", "confidence"], batch_size=BATCH)
    gained = dict.fromkeys(item.fact_id for item in moved if item.fact_id)
    for pk in gained:
        refresh_and_challenge(pk, by=by, at=at)


def _propose(fact: Fact, new: Iterable[Evidence], found: Group) -> None:
    for item in new:
        item.fact = fact
        item.placed_because = found.reasons.get(str(item.pk), "")[:300]
        item.confidence = confidence_of(found.score)


def refresh_and_challenge(pk: int, *, by: User | None, at: datetime) -> None:
    """Refresh a fact whose evidence changed: a conflict that its answer did not weigh challenges it, while it lasts.

    The fact is read here, under the lock of its sheet: what a caller holds may be older than a colleague's decision.
    """
    fact = Fact.objects.select_related("sheet", "decision").get(pk=pk)
    against = _unanswered(fact, refresh_fact(fact))
    if not against:
        fact.challenged_at = None
    elif fact.challenged_at is None:
        fact.challenged_at = at
        record(
            Act.FACT_CHALLENGED,
            sheet=fact.sheet,
            actor=by,
            at=at,
            subject=fact,
            claims=[{"claim": item.claim_id, "text": item.claim.text} for item in against],
        )
    fact.version += 1
    fact.save(update_fields=["status", "suggestion", "origins", "challenged_at", "version"])


def _unanswered(fact: Fact, evidence: Iterable[Evidence]) -> list[Evidence]:
    """The evidence in conflict with a settled answer that was not there, or not in conflict, when it was given."""
    if fact.state != Fact.State.SETTLED or fact.decision is None:
        return []
    known = {item["evidence"] for item in fact.decision.weighed if item["relation"] == RelationKind.CONFLICT}
    conflicts = (item for item in evidence if is_live(item) and item.relation == RelationKind.CONFLICT)
    return [item for item in conflicts if item.pk not in known]


def refresh_fact(fact: Fact, *, decision: Decision | None = None) -> list[Evidence]:
    """Work out how the fact's evidence stands, and write it to the evidence; the fact itself is left to be saved.

    A decision that settles the fact weighs what no editor has weighed, by the values.

    Args:
        fact: gets its status, suggestion and number of origins.
        decision: the answer to measure against, where it is not the fact's own yet.

    Returns:
        The fact's evidence but for what was rejected, in the order of articles and of their text.
    """
    evidence = load_evidence(fact.evidence.exclude(state=Evidence.State.REJECTED))
    sides = {item.pk: side_of_evidence(item) for item in evidence}
    origins = origins_of(evidence, SheetArticle.objects.filter(sheet_id=fact.sheet_id))
    live = choose_telling((sides[item.pk] for item in evidence if is_live(item)), origins)
    relations = [relate(a, b) for a, b in combinations(live, 2)]
    suggestion = weigh(live, relations, origins)
    fact.status = status_of(relations, origins).value
    fact.origins = len({origin.number for origin in origins.values()})
    fact.suggestion = write_suggestion(suggestion)
    answer = _answer_to_compare(fact, decision or fact.decision, suggestion)
    settles = decision is not None and decision.outcome == Decision.Outcome.SETTLED
    for item in evidence:
        relation = relate(sides[item.pk], answer) if answer else None
        item.relation = relation.kind if relation else Evidence.Relation.NONE
        item.relation_reason = relation.reason[:400] if relation else ""
        if settles and item.weighed_by_id is None and is_live(item):
            item.stance = _stance_of(relation)
    Evidence.objects.bulk_update(evidence, ["relation", "relation_reason", "stance"], batch_size=BATCH)
    return evidence


def _stance_of(relation: Relation | None) -> Evidence.Stance:
    if relation is None:
        return Evidence.Stance.UNWEIGHED
    return Evidence.Stance.CONTRADICTS if relation.kind in CONTRADICTING else Evidence.Stance.SUPPORTS


def _answer_to_compare(fact: Fact, decision: Decision | None, suggestion: Suggestion | Silence) -> Side | None:
    if decision is not None and decision.outcome == Decision.Outcome.SETTLED:
        return side_of_answer(fact, decision)
    return side_of_suggestion(fact, suggestion) if isinstance(suggestion, Suggestion) else None
