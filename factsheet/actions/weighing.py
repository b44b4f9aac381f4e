"""Evidence under a fact is weighed: an editor says how it bears on the fact, where the values alone do not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factsheet.actions.arranging import refresh_facts
from factsheet.actions.log import lock, record, touch
from factsheet.actions.overtaken import check_seen
from factsheet.models import Act, Evidence
from factsheet.policies import Refused
from factsheet.sides import WITHDRAWN


@transaction.atomic
def weigh(
    evidence: Evidence,
    *,
    stance: str,
    by: User,
    at: datetime,
    reason: str = "",
    was: Mapping[str, str] | None = None,
) -> Evidence:
    """Say how a piece of evidence bears on its fact.

    `was` is how it was weighed when a form was drawn, by `weight_values`.

    Raises:
        Overtaken: when it is weighed otherwise now, or under another fact; nothing is saved.
        Refused: when evidence is withdrawn without a reason.
    """
    reason = " ".join(reason.split())[:300]
    if stance in WITHDRAWN and not reason:
        raise Refused(_("Say why this evidence does not count."))
    lock(evidence.sheet_id)
    evidence = Evidence.objects.select_related("claim", "fact__sheet").get(pk=evidence.pk)
    check_seen(was, weight_values(evidence))
    fact = evidence.fact
    if fact is None:
        raise Refused(_("This claim is under no fact yet. Place it first."))
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
        facts=[fact.pk],
        before=before,
        after=describe_weight(evidence),
    )
    refresh_facts(fact.sheet, [fact.pk], by=by, at=at)
    touch(fact.sheet, at=at)
    return evidence


def weight_values(evidence: Evidence) -> dict[str, str]:
    """How a piece of evidence is weighed and under which fact, as a form is drawn with it."""
    return {"stance": evidence.stance, "reason": evidence.reason, "fact": str(evidence.fact_id or "")}


def write_weight(evidence: Evidence, *, stance: str, reason: str, weighed_by: int | None) -> None:
    """Write down how a piece of evidence bears on its fact, and who judged so; refreshing the fact is the caller's."""
    evidence.stance, evidence.reason, evidence.weighed_by_id = stance, reason, weighed_by
    evidence.save(update_fields=["stance", "reason", "weighed_by"])


def describe_weight(item: Evidence) -> dict[str, Any]:
    """How a piece of evidence is weighed, as the log keeps it."""
    return {"stance": item.stance, "reason": item.reason, "weighed_by": item.weighed_by_id}
