"""What comes to contradict an answer that is given challenges it, each claim by itself, until somebody answers that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from factsheet.actions.log import record
from factsheet.models import Act, Challenge, EditionLine, Fact, FactSheet
from factsheet.placed import Placed
from factsheet.reconcile import RelationKind
from factsheet.sides import WITHDRAWN

Worked = Sequence[tuple[Fact, Sequence[Placed]]]


def note_challenges(sheet: FactSheet, worked: Worked, *, by: User | None, at: datetime) -> None:
    """Write down which evidence newly challenges the answers of facts, and forget what no longer does.

    Each fact that gains a challenge is told of by one line of the log: by which claims, why, and in which editions its
    figure stands by then. The number of queries does not grow with the facts, but for those lines; saving
    `challenged_at` is the caller's.

    Args:
        sheet: of the facts, its lock held.
        worked: facts with their decisions, and their evidence as it stands now.
        by: whose act brought the evidence.
        at: when.
    """
    rows = {
        (row.fact_id, row.evidence_id): row for row in Challenge.objects.filter(fact__in=[fact for fact, _ in worked])
    }
    came: list[tuple[Fact, list[Placed]]] = []
    standing: dict[int, list[Placed]] = {}
    for fact, evidence in worked:
        against = _find_unanswered(fact, evidence)
        standing[fact.pk] = against
        new = [item for item in against if (fact.pk, item.pk) not in rows]
        kept = [rows[fact.pk, item.pk].at for item in against if (fact.pk, item.pk) in rows]
        fact.challenged_at = min([*kept, *([at] if new else [])], default=None)
        if new:
            came.append((fact, new))
    live = {(fact, item.pk) for fact, items in standing.items() for item in items}
    if gone := [row.pk for key, row in rows.items() if key not in live]:
        Challenge.objects.filter(pk__in=gone).delete()
    if not came:
        return
    Challenge.objects.bulk_create(
        Challenge(fact=fact, evidence_id=item.pk, at=at) for fact, new in came for item in new
    )
    printed = _find_editions(fact.pk for fact, _ in came)
    for fact, new in came:
        fresh = {item.pk for item in new}
        before = [item.claim for item in standing[fact.pk] if item.pk not in fresh]
        told: dict[str, Any] = {"claims": [_describe(item) for item in new], "editions": printed[fact.pk]}
        told |= {"before": before, "after": [item.claim for item in standing[fact.pk]]}
        record(Act.FACT_CHALLENGED, sheet=sheet, actor=by, at=at, subject=fact, **told)


def _find_unanswered(fact: Fact, evidence: Iterable[Placed]) -> list[Placed]:
    """The evidence in conflict with a settled answer that was not weighed, with the value it has, when that was given.

    What had been set aside then was not held against the answer.
    """
    if fact.state != Fact.State.SETTLED or fact.decision is None:
        return []
    known = {
        _sign(item)
        for item in fact.decision.weighed
        if item["relation"] == RelationKind.CONFLICT and item.get("stance") not in WITHDRAWN
    }
    conflicts = (item for item in evidence if item.is_live and item.relation == RelationKind.CONFLICT)
    return [item for item in conflicts if _sign(describe_weighed(item)) not in known]


def _sign(weighed: Mapping[str, Any]) -> tuple[Any, ...]:
    """A piece of evidence with the value that it had: the date of its article may give it another."""
    return tuple(weighed.get(name) for name in ("evidence", "low", "high", "hedge"))


def describe_weighed(item: Placed) -> dict[str, Any]:
    """A piece of evidence as a decision keeps it: its claim, words, value, stance and relation."""
    interval = item.side.interval
    return {
        "evidence": item.pk,
        "claim": item.claim,
        "text": item.side.text,
        "low": None if interval is None or interval.low is None else str(interval.low),
        "high": None if interval is None or interval.high is None else str(interval.high),
        "hedge": item.side.hedge.value,
        "stance": item.stance,
        "relation": item.relation,
    }


def _describe(item: Placed) -> dict[str, Any]:
    """A claim that challenges, as the log keeps it; `reason` is how it stands to the answer."""
    article = int(item.side.article)
    return {"claim": item.claim, "article": article, "text": item.side.text, "reason": item.relation_reason}


def _find_editions(facts: Iterable[int]) -> dict[int, list[int]]:
    """The numbers of the editions in which facts stand."""
    lines = EditionLine.objects.filter(fact_key__in=list(facts)).order_by("edition__number")
    found: dict[int, list[int]] = defaultdict(list)
    for fact, number in lines.values_list("fact_key", "edition__number"):
        found[fact].append(number)
    return found
