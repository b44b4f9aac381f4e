"""Claims are sorted: accepted, placed, rejected, restored; and evidence under a fact is weighed.

What an editor says so of where a claim belongs is kept as a ruling and holds in every later arrangement.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from factsheet.actions import lookups
from factsheet.actions.arithmetic import forget_mismatches
from factsheet.actions.arranging import arrange, refresh_facts
from factsheet.actions.facts import create_fact
from factsheet.actions.log import lock, record, touch
from factsheet.actions.rulings import Word, rule, take_back_rejections
from factsheet.models import Act, Evidence, Fact, FactSheet
from factsheet.policies import Refused
from factsheet.sides import WITHDRAWN, load_sides


@transaction.atomic
def accept(sheet: FactSheet, evidence: Sequence[int], *, by: User, at: datetime) -> list[Evidence]:
    """Accept candidates where the program proposes to put them.

    Raises:
        Refused: when one has no proposed place; nothing is saved.
    """
    lock(sheet.pk)
    items = _load(sheet, evidence)
    homeless = [item for item in items if item.fact is None]
    if homeless:
        raise Refused(f"“{homeless[0].claim}” has no proposed place. Choose a fact for it, or make a new one.")
    rule(((item, item.fact, Word.TOGETHER) for item in items), act=Act.CLAIM_ACCEPTED, by=by, at=at)
    for item in items:
        _settle_in(item, item.fact, by=by, at=at)
        record(Act.CLAIM_ACCEPTED, sheet=sheet, actor=by, at=at, subject=item, fact=str(item.fact))
    refresh_or_drop(sheet, {item.fact_id for item in items if item.fact_id}, by=by, at=at)
    touch(sheet, at=at)
    return items


@transaction.atomic
def place(
    sheet: FactSheet,
    evidence: Sequence[int],
    *,
    by: User,
    at: datetime,
    fact: Fact | None = None,
    label: str = "",
) -> list[Evidence]:
    """Put claims under a fact of the sheet, or under a new one with this label.

    Raises:
        Refused: when neither a fact of this sheet nor a label is given.
    """
    lock(sheet.pk)
    items = _load(sheet, evidence)
    label = " ".join(label.split())
    if fact is None and not label:
        raise Refused("Choose a fact, or type the name of a new one.")
    if fact is not None and fact.sheet_id != sheet.pk:
        raise Refused("That fact is on another sheet.")
    if fact is None:
        first = items[0].claim
        fact = create_fact(sheet, label=label, kind=first.kind, unit=first.unit, by=by, at=at)
    left = {item.fact_id for item in items if item.fact_id is not None}
    before = {item.pk: describe_place(item) for item in items}
    move(items, fact, act=Act.CLAIM_PLACED, by=by, at=at)
    for item in items:
        record(Act.CLAIM_PLACED, sheet=sheet, actor=by, at=at, subject=item, fact=str(fact), before=before[item.pk])
    refresh_or_drop(sheet, {fact.pk, *left}, by=by, at=at)
    touch(sheet, at=at)
    return items


@transaction.atomic
def reject(sheet: FactSheet, evidence: Sequence[int], *, reason: str, by: User, at: datetime) -> list[Evidence]:
    """Take claims out of the sheet, each with the reason; they stay findable and can be restored.

    Raises:
        Refused: when no reason is given.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise Refused("Say why it is rejected.")
    lock(sheet.pk)
    items = _load(sheet, evidence)
    left = {item.fact_id for item in items if item.fact_id is not None}
    rule(((item, item.fact, Word.APART) for item in items), act=Act.CLAIM_REJECTED, by=by, at=at)
    lookups.enter_rejected(sheet, [side for _, side in load_sides(sheet.evidence.filter(pk__in=evidence))])
    for item in items:
        item.fact, item.state, item.reason, item.stance = None, Evidence.State.REJECTED, reason[:300], ""
        item.relation, item.relation_reason, item.weighed_by = "", "", None
        item.sorted_at, item.sorted_by = at, by
        item.save()
        record(Act.CLAIM_REJECTED, sheet=sheet, actor=by, at=at, subject=item, reason=reason)
    refresh_or_drop(sheet, left, by=by, at=at)
    touch(sheet, at=at)
    return items


@transaction.atomic
def restore(sheet: FactSheet, evidence: Sequence[int], *, by: User, at: datetime) -> list[Evidence]:
    """Put rejected claims back into the inbox, with a place proposed anew; what was said before the rejection holds.

    Raises:
        Refused: when one of them is not rejected, as when a colleague restored it before.
    """
    lock(sheet.pk)
    items = _load(sheet, evidence)
    if any(item.state != Evidence.State.REJECTED for item in items):
        raise Refused("Only a rejected claim can be restored.")
    lookups.prepare(sheet)
    take_back_rejections(items, by=by, at=at)
    for item in items:
        item.state, item.reason, item.sorted_at, item.sorted_by = Evidence.State.CANDIDATE, "", None, None
        item.save()
        record(Act.CLAIM_RESTORED, sheet=sheet, actor=by, at=at, subject=item)
    arrange(sheet, load_sides(sheet.evidence.filter(pk__in=evidence)), by=by, at=at)
    touch(sheet, at=at)
    return items


@transaction.atomic
def weigh(evidence: Evidence, *, stance: str, by: User, at: datetime, reason: str = "") -> Evidence:
    """Say how a piece of evidence bears on its fact, where the values alone do not.

    Raises:
        Refused: when evidence is withdrawn without a reason.
    """
    reason = " ".join(reason.split())[:300]
    if stance in WITHDRAWN and not reason:
        raise Refused("Say why this evidence does not count.")
    lock(evidence.sheet_id)
    (evidence,) = _load(evidence.sheet, [evidence.pk])
    fact = evidence.fact
    if fact is None:
        raise Refused("This claim is under no fact yet. Place it first.")
    before = describe_weight(evidence)
    write_weight(evidence, stance=stance, reason=reason, weighed_by=by.pk if stance else None)
    record(
        Act.EVIDENCE_WEIGHED,
        sheet=fact.sheet,
        actor=by,
        at=at,
        subject=evidence,
        stance=stance,
        reason=reason,
        fact=str(fact),
        before=before,
    )
    refresh_facts(fact.sheet, [fact.pk], by=by, at=at)
    touch(fact.sheet, at=at)
    return evidence


def write_weight(evidence: Evidence, *, stance: str, reason: str, weighed_by: int | None) -> None:
    """Write down how a piece of evidence bears on its fact, and who judged so; refreshing the fact is the caller's."""
    evidence.stance, evidence.reason, evidence.weighed_by_id = stance, reason, weighed_by
    evidence.save(update_fields=["stance", "reason", "weighed_by"])


def describe_weight(item: Evidence) -> dict[str, Any]:
    """How a piece of evidence is weighed, as the log keeps it."""
    return {"stance": item.stance, "reason": item.reason, "weighed_by": item.weighed_by_id}


def describe_place(item: Evidence) -> dict[str, Any]:
    """Where a piece of evidence stands, as the log keeps it; the label is for when its fact is gone."""
    return {"fact": item.fact_id, "label": str(item.fact or ""), "state": item.state, "weight": describe_weight(item)}


def move(items: Sequence[Evidence], fact: Fact, *, act: Act, by: User, at: datetime) -> None:
    """Put evidence under a fact, with an editor's word on it; refreshing the facts is the caller's.

    How it was weighed was said of the fact it leaves.
    """
    apart = [(item, item.fact, Word.APART) for item in items if item.fact != fact]
    rule([*apart, *((item, fact, Word.TOGETHER) for item in items)], act=act, by=by, at=at)
    for item in items:
        _settle_in(item, fact, by=by, at=at)


def unsort(items: Sequence[Evidence], *, act: Act, by: User, at: datetime) -> None:
    """Make accepted claims candidates again, under the facts where they are; refreshing those is the caller's."""
    rule(((item, item.fact, Word.OPEN) for item in items), act=act, by=by, at=at)
    for item in items:
        item.state, item.sorted_at, item.sorted_by = Evidence.State.CANDIDATE, None, None
        item.save(update_fields=["state", "sorted_at", "sorted_by"])


def _load(sheet: FactSheet, evidence: Sequence[int]) -> list[Evidence]:
    items = list(sheet.evidence.filter(pk__in=evidence).select_related("claim", "fact__sheet").order_by("pk"))
    if not items:
        raise Refused("Choose at least one claim.")
    if len(items) != len(set(evidence)):
        raise Refused("One of these claims is not on this sheet.")
    return items


def _settle_in(item: Evidence, fact: Fact | None, *, by: User, at: datetime) -> None:
    if item.fact != fact:
        item.placed_because, item.confidence = "", Evidence._meta.get_field("confidence").default
        item.stance, item.weighed_by = Evidence.Stance.UNWEIGHED, None
    item.fact, item.state, item.reason = fact, Evidence.State.ACCEPTED, ""
    item.sorted_at, item.sorted_by = at, by
    item.save()


def refresh_or_drop(sheet: FactSheet, facts: Iterable[int], *, by: User, at: datetime) -> None:
    """Refresh facts that evidence left or came to; the program's own proposals of which nothing is left are dropped."""
    gone = Fact.objects.filter(pk__in=facts, proposed=True, decision=None, evidence=None)
    empty = set(gone.values_list("pk", flat=True))
    forget_mismatches(empty)
    Fact.objects.filter(pk__in=empty).delete()
    refresh_facts(sheet, sorted(set(facts) - empty), by=by, at=at)
