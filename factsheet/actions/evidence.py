"""Claims are sorted: accepted, placed, rejected, restored.

What an editor says so of where a claim belongs is kept as a ruling and holds in every later arrangement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factsheet.actions import lookups
from factsheet.actions.arithmetic import forget_mismatches
from factsheet.actions.arranging import arrange, refresh_facts, renew
from factsheet.actions.facts import create_fact
from factsheet.actions.log import lock, record, touch
from factsheet.actions.overtaken import check_seen
from factsheet.actions.rows import overwrite
from factsheet.actions.rulings import Word, rule, take_back_rejections
from factsheet.actions.weighing import describe_weight, weight_values
from factsheet.models import Act, Evidence, Fact, FactSheet
from factsheet.policies import Refused
from factsheet.sides import load_sides

SORTED = (
    *("fact", "state", "reason", "stance", "weighed_by"),
    *("placed_because", "confidence", "sorted_at", "sorted_by"),
)
"""What of a piece of evidence may change when it is sorted."""


@transaction.atomic
def accept(sheet: FactSheet, evidence: Sequence[int], *, by: User, at: datetime) -> list[Evidence]:
    """Accept candidates where the program proposes to put them.

    Raises:
        Refused: when one has no proposed place; nothing is saved.
    """
    lock(sheet.pk)
    items = _load(sheet, evidence)
    if homeless := next((item for item in items if item.fact is None), None):
        words = _("“%(claim)s” has no proposed place. Choose a fact for it, or make a new one.")
        raise Refused(words % {"claim": homeless.claim})
    return _accept(sheet, items, by=by, at=at)


@transaction.atomic
def accept_waiting(sheet: FactSheet, evidence: Sequence[int], *, by: User, at: datetime) -> list[Evidence]:
    """Of these, accept what still waits with a proposed place; what a colleague sorted meanwhile stays as it is.

    Raises:
        Refused: when nothing does.
    """
    lock(sheet.pk)
    waiting = sheet.evidence.filter(pk__in=evidence, state=Evidence.State.CANDIDATE, fact__isnull=False)
    items = list(waiting.select_related("claim", "fact__sheet").order_by("pk"))
    if not items:
        raise Refused(_("None of these claims waits with a proposed place any more."))
    return _accept(sheet, items, by=by, at=at)


def _accept(sheet: FactSheet, items: list[Evidence], *, by: User, at: datetime) -> list[Evidence]:
    before = describe_places(items)
    rule(((item, item.fact, Word.TOGETHER) for item in items), act=Act.CLAIM_ACCEPTED, by=by, at=at)
    write_all(items, state=Evidence.State.ACCEPTED, reason="", sorted_at=at, sorted_by=by)
    record_sorting(Act.CLAIM_ACCEPTED, sheet, items, by=by, at=at, before=before)
    # A candidate counts under its fact already, so there is nothing to work out anew.
    renew({item.fact_id for item in items if item.fact_id})
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
    was: Mapping[str, str] | None = None,
) -> list[Evidence]:
    """Put claims under a fact of the sheet, or under a new one with this label.

    `was` is how a single claim was weighed when a form was drawn, by `weight_values`.

    Raises:
        Overtaken: when it is weighed otherwise now, or under another fact; nothing is saved.
        Refused: when neither a fact of this sheet nor a label is given.
    """
    lock(sheet.pk)
    items = _load(sheet, evidence)
    check_seen(was, weight_values(items[0]))
    label = " ".join(label.split())
    if fact is None and not label:
        raise Refused(_("Choose a fact, or type the name of a new one."))
    if fact is not None and fact.sheet_id != sheet.pk:
        raise Refused(_("That fact is on another sheet."))
    if fact is None:
        first = items[0].claim
        fact = create_fact(sheet, label=label, kind=first.kind, unit=first.unit, by=by, at=at)
    left = {item.fact_id for item in items if item.fact_id is not None}
    before = describe_places(items, leaving=True)
    move([(item, fact) for item in items], act=Act.CLAIM_PLACED, by=by, at=at)
    record_sorting(Act.CLAIM_PLACED, sheet, items, by=by, at=at, before=before)
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
        raise Refused(_("Say why it is rejected."))
    lock(sheet.pk)
    items = _load(sheet, evidence)
    left = {item.fact_id for item in items if item.fact_id is not None}
    before = describe_places(items)
    withdraw(sheet, items, reason=reason, by=by, at=at)
    record_sorting(Act.CLAIM_REJECTED, sheet, items, by=by, at=at, before=before, reason=reason)
    refresh_or_drop(sheet, left, by=by, at=at)
    touch(sheet, at=at)
    return items


def withdraw(sheet: FactSheet, items: Sequence[Evidence], *, reason: str, by: User, at: datetime) -> None:
    """Take claims out of the sheet, with an editor's word on it; refreshing the facts they leave is the caller's."""
    rule(((item, item.fact, Word.APART) for item in items), act=Act.CLAIM_REJECTED, by=by, at=at)
    rows = sheet.evidence.filter(pk__in=[item.pk for item in items])
    lookups.enter_rejected(sheet, [side for _item, side in load_sides(rows)])
    write_all(
        items,
        fact=None,
        state=Evidence.State.REJECTED,
        reason=reason[:300],
        stance="",
        relation="",
        relation_reason="",
        weighed_by=None,
        sorted_at=at,
        sorted_by=by,
    )


@transaction.atomic
def restore(sheet: FactSheet, evidence: Sequence[int], *, by: User, at: datetime) -> list[Evidence]:
    """Put rejected claims back into the inbox, with a place proposed anew; what was said before the rejection holds.

    Raises:
        Refused: when one of them is not rejected, as when a colleague restored it before.
    """
    lock(sheet.pk)
    items = _load(sheet, evidence)
    if any(item.state != Evidence.State.REJECTED for item in items):
        raise Refused(_("Only a rejected claim can be restored."))
    lookups.prepare(sheet)
    before = describe_places(items)
    take_back_rejections(items, by=by, at=at)
    write_all(items, state=Evidence.State.CANDIDATE, reason="", sorted_at=None, sorted_by=None)
    record_sorting(Act.CLAIM_RESTORED, sheet, items, by=by, at=at, before=before)
    arrange(sheet, load_sides(sheet.evidence.filter(pk__in=evidence)), by=by, at=at)
    touch(sheet, at=at)
    return items


def describe_places(items: Sequence[Evidence], *, leaving: bool = False) -> list[dict[str, Any]]:
    """Where claims stand, as the log keeps it to undo an act: each place with all its claims.

    The label is for when the fact is gone. Claims that are `leaving` for another fact lose why they were proposed where
    they are; that is kept too.
    """
    groups: dict[str, dict[str, Any]] = {}
    for item in items:
        place: dict[str, Any] = {"fact": item.fact_id, "label": str(item.fact or ""), "state": item.state}
        place["weight"] = describe_weight(item)
        if leaving and item.placed_because:
            place |= {"placed_because": item.placed_because, "confidence": str(item.confidence)}
        groups.setdefault(repr(place), {**place, "claims": []})["claims"].append(item.pk)
    return list(groups.values())


def record_sorting(
    act: Act,
    sheet: FactSheet,
    items: Sequence[Evidence],
    *,
    by: User,
    at: datetime,
    before: Sequence[Mapping[str, Any]],
    **details: Any,
) -> None:
    """Write the one line of the log for claims that were sorted together; of several it is a line of the sheet.

    `before` are the places where they stood; `facts` and `articles` of the line are those that it touches.
    """
    after = describe_places(items)
    details["facts"] = sorted({place["fact"] for place in (*before, *after) if place["fact"] is not None})
    details["articles"] = sorted({item.claim.article_id for item in items})
    facts = {str(item.fact) for item in items if item.fact is not None}
    if len(facts) == 1 and act != Act.CLAIM_RESTORED:
        details["fact"] = facts.pop()
    if len(items) > 1:
        details["claims_sorted"] = len(items)
    subject = items[0] if len(items) == 1 else sheet
    record(act, sheet=sheet, actor=by, at=at, subject=subject, before=before, after=after, **details)


def move(places: Sequence[tuple[Evidence, Fact]], *, act: Act, by: User, at: datetime) -> None:
    """Put evidence under facts, with an editor's word on each; refreshing the facts is the caller's.

    How it was weighed was said of the fact it leaves.
    """
    moved = [(item, fact) for item, fact in places if item.fact_id != fact.pk]
    apart = [(item, item.fact, Word.APART) for item, _fact in moved]
    rule([*apart, *((item, fact, Word.TOGETHER) for item, fact in places)], act=act, by=by, at=at)
    for item, fact in moved:
        item.fact = fact
        item.placed_because, item.confidence = "", Evidence._meta.get_field("confidence").default
        item.stance, item.weighed_by = Evidence.Stance.UNWEIGHED, None
    for item, _fact in places:
        item.state, item.reason, item.sorted_at, item.sorted_by = Evidence.State.ACCEPTED, "", at, by
    overwrite(Evidence.objects, [item for item, _fact in places], SORTED)


def unsort(items: Sequence[Evidence], *, act: Act, by: User, at: datetime) -> None:
    """Make accepted claims candidates again, under the facts where they are; refreshing those is the caller's."""
    rule(((item, item.fact, Word.OPEN) for item in items), act=act, by=by, at=at)
    write_all(items, state=Evidence.State.CANDIDATE, sorted_at=None, sorted_by=None)


def write_all(items: Iterable[Evidence], **values: Any) -> None:
    """Give rows the same values, by one statement however many they are."""
    items = list(items)
    for item in items:
        for name, value in values.items():
            setattr(item, name, value)
    Evidence.objects.filter(pk__in=[item.pk for item in items]).update(**values)


def _load(sheet: FactSheet, evidence: Sequence[int]) -> list[Evidence]:
    items = list(sheet.evidence.filter(pk__in=evidence).select_related("claim", "fact__sheet").order_by("pk"))
    if not items:
        raise Refused(_("Choose at least one claim."))
    if len(items) != len(set(evidence)):
        raise Refused(_("One of these claims is not on this sheet."))
    return items


def refresh_or_drop(sheet: FactSheet, facts: Iterable[int], *, by: User | None, at: datetime) -> None:
    """Refresh facts that evidence left or came to; the program's own proposals of which nothing is left are dropped."""
    gone = Fact.objects.filter(pk__in=facts, proposed=True, decision=None, evidence=None)
    empty = set(gone.values_list("pk", flat=True))
    forget_mismatches(empty)
    Fact.objects.filter(pk__in=empty).delete()
    refresh_facts(sheet, sorted(set(facts) - empty), by=by, at=at)
