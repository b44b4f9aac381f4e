"""Claims are put under facts, and each fact's standing is worked out anew: what the comparison says, written down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import combinations

from django.contrib.auth.models import User
from django.db.models import Max, Q, Window
from django.db.models.functions import RowNumber

from factsheet.actions import lookups
from factsheet.actions.arithmetic import check_together
from factsheet.actions.log import record
from factsheet.actions.rulings import read_links
from factsheet.models import Act, Decision, Evidence, Fact, FactSheet, PolicyChoice
from factsheet.reconcile import (
    PlacedFact,
    Placement,
    Policy,
    Relation,
    RelationKind,
    Side,
    Silence,
    Suggestion,
    place,
    relate,
    status_of,
    weigh,
)
from factsheet.reconcile.lookup import find_near
from factsheet.reconcile.placing import MOST_SIDES
from factsheet.sides import (
    choose_telling,
    is_live,
    key_of_fact,
    load_sides,
    number_of_fact,
    origins_of,
    side_of_answer,
    side_of_suggestion,
    traced_entries,
    voices_of,
    write_suggestion,
)

# Rows updated by one statement; its cost grows with the square of them.
BATCH = 200

CONTRADICTING = frozenset({RelationKind.CONFLICT, RelationKind.TENSION})


def arrange(sheet: FactSheet, new: Sequence[tuple[Evidence, Side]], *, by: User | None, at: datetime) -> None:
    """Propose a place for claims that have none, and refresh the facts that gained one.

    Each is led by its marks to the few facts and lone claims that it may belong with, and only those are read: the cost
    follows the number of new claims, not the size of the sheet. Claims of two or more articles that speak of the same
    fact become a proposed fact; a claim that stands alone waits in the inbox. What is placed already stays where it is,
    and what editors said of these claims holds.

    Args:
        sheet: prepared by `lookups.prepare`, its lock held.
        new: claims with their sides, counted by `lookups.count_claims`.
        by: whose act brings them.
        at: when.
    """
    sides = [side for _, side in new]
    evidence = {side.key: item for item, side in new}
    marks = lookups.find_marks(sides, lookups.read_counts(sheet, sides))
    holders = lookups.look_up(sheet, marks)
    near = find_near(marks.values(), holders)
    alone = {int(key) for key in near.alone}
    links = read_links([*map(int, evidence), *alone])
    facts = links.facts | {number_of_fact(key) for key in near.facts}
    others = {*_choose_known(facts), *alone, *links.evidence} - {item.pk for item, _ in new}
    known = load_sides(sheet.evidence.filter(pk__in=others))
    # Those that editors spoke of may have no claim any more.
    spoken_of = sheet.facts.filter(pk__in=links.facts).values_list("pk", flat=True) if links.facts else ()
    placed: dict[str, list[Side]] = defaultdict(list, {key_of_fact(pk): [] for pk in spoken_of})
    for item, side in known:
        if item.fact_id is None:
            evidence[side.key] = item
        else:
            placed[key_of_fact(item.fact_id)].append(side)
    unplaced = [side for item, side in known if item.fact_id is None]
    found = place(
        sides,
        [PlacedFact(key, tuple(members)) for key, members in placed.items()],
        unplaced,
        counts=lookups.read_counts(sheet, [*sides, *(side for _, side in known)]),
        must=links.must,
        cannot=links.cannot,
    )
    moved = _propose(sheet, found, evidence)
    homes = {str(item.pk): key_of_fact(item.fact_id) for item in moved if item.fact_id}
    lookups.enter(sheet, marks, homes, holders)
    refresh_facts(sheet, (item.fact_id for item in moved if item.fact_id), by=by, at=at)


def _choose_known(facts: Iterable[int]) -> list[int]:
    """The evidence that facts are known by: of each the first and the last few, what editors accepted first."""
    order = ("state", "id")
    ranked = (
        Evidence.objects.filter(fact__in=facts)
        .annotate(
            first=Window(RowNumber(), partition_by="fact", order_by=order),
            last=Window(RowNumber(), partition_by="fact", order_by=("-state", "-id")),
        )
        .filter(Q(first__lte=MOST_SIDES // 2) | Q(last__lte=MOST_SIDES // 2))
    )
    return list(ranked.values_list("pk", flat=True))


def _propose(sheet: FactSheet, found: Iterable[Placement], evidence: Mapping[str, Evidence]) -> list[Evidence]:
    """Write proposed places down, making the facts that are new."""
    groups = [(placement, [evidence[key] for key in placement.keys]) for placement in found]
    worthy = [
        (placement, items)
        for placement, items in groups
        if placement.fact or len({item.claim.article_id for item in items}) > 1
    ]
    new = _make_facts(sheet, [placement for placement, _ in worthy if placement.fact is None])
    moved: list[Evidence] = []
    for placement, items in worthy:
        pk = number_of_fact(placement.fact) if placement.fact else next(new).pk
        for item in items:
            item.fact_id = pk
            item.placed_because = placement.reasons.get(str(item.pk), "")[:300]
            item.confidence = placement.confidence
        moved += items
    Evidence.objects.bulk_update(moved, ["fact", "placed_because", "confidence"], batch_size=BATCH)
    return moved


def _make_facts(sheet: FactSheet, new: Sequence[Placement]) -> Iterator[Fact]:
    last = (sheet.facts.aggregate(last=Max("position"))["last"] or 0) if new else 0
    facts = [
        Fact(
            sheet=sheet,
            label=placement.label[:200],
            kind=placement.kind,
            unit=(placement.unit or "")[:64],
            position=position,
            proposed=True,
        )
        for position, placement in enumerate(new, start=last + 1)
    ]
    return iter(Fact.objects.bulk_create(facts))


def refresh_facts(sheet: FactSheet, facts: Iterable[int], *, by: User | None, at: datetime) -> None:
    """Refresh facts whose evidence changed, see `refresh_and_challenge`, and check what they say together."""
    keys = list(dict.fromkeys(facts))
    for pk in keys:
        refresh_and_challenge(pk, by=by, at=at)
    check_together(sheet, keys)


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
    loaded = load_sides(fact.evidence.exclude(state=Evidence.State.REJECTED))
    evidence = [item for item, _ in loaded]
    entries = list(traced_entries(fact.sheet_id, {item.claim.article_id for item in evidence}))
    origins = origins_of(evidence, entries)
    standing = [side for item, side in loaded if is_live(item)]
    live = choose_telling(standing, origins)
    relations = [relate(a, b) for a, b in combinations(live, 2)]
    voices = voices_of(standing, origins, entries)
    suggestion = weigh(live, relations, voices, read_policy(fact.kind))
    fact.status = status_of(relations, origins).value
    fact.origins = len({origin.number for origin in voices.values()})
    fact.suggestion = write_suggestion(suggestion)
    answer = _answer_to_compare(fact, decision or fact.decision, suggestion)
    settles = decision is not None and decision.outcome == Decision.Outcome.SETTLED
    changed = []
    for item, side in loaded:
        before = (item.relation, item.relation_reason, item.stance)
        relation = relate(side, answer) if answer else None
        item.relation = relation.kind.value if relation else Evidence.Relation.NONE
        item.relation_reason = relation.reason[:400] if relation else ""
        if settles and item.weighed_by_id is None and is_live(item):
            item.stance = _stance_of(relation)
        if before != (item.relation, item.relation_reason, item.stance):
            changed.append(item)
    Evidence.objects.bulk_update(changed, ["relation", "relation_reason", "stance"], batch_size=BATCH)
    return evidence


def read_policy(kind: str) -> Policy:
    """By which policy the newsroom wants answers to facts of a kind suggested."""
    chosen = PolicyChoice.objects.filter(kind=kind).values_list("policy", flat=True).first()
    return Policy(chosen) if chosen else Policy.MOST_ORIGINS


def _stance_of(relation: Relation | None) -> Evidence.Stance:
    if relation is None:
        return Evidence.Stance.UNWEIGHED
    return Evidence.Stance.CONTRADICTS if relation.kind in CONTRADICTING else Evidence.Stance.SUPPORTS


def _answer_to_compare(fact: Fact, decision: Decision | None, suggestion: Suggestion | Silence) -> Side | None:
    if decision is not None and decision.outcome == Decision.Outcome.SETTLED:
        return side_of_answer(fact, decision)
    return side_of_suggestion(fact, suggestion) if isinstance(suggestion, Suggestion) else None
