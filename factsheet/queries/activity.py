"""The activity of a sheet, newest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q

from factsheet.models import Activity, Evidence, FactSheet
from factsheet.policies import KINDS, UNDOABLE
from factsheet.queries.paging import cut_page, read_key

PAGE = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log. `can_be_undone` unless it cannot, or something of its kind followed.

    `together` are the facts that were settled by one act with this one, on the newest of their lines; `done_to` the
    claim that it was done to, and `quotes` those that it names.
    """

    activity: Activity
    can_be_undone: bool
    together: int
    done_to: Evidence | None
    quotes: list[Evidence]


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """A page of the log; `after` is the key of the next, older page, empty on the last."""

    sheet: FactSheet
    entries: list[Entry]
    after: str


def activity(sheet: FactSheet, *, after: str = "", size: int = PAGE) -> ActivityPage:
    """The newest acts, or those older than the key; one query, and one more where claims are told of."""
    rows = sheet.activity.select_related("actor").order_by("-id")
    rows = rows.annotate(is_newest=ExpressionWrapper(is_undoable(), output_field=BooleanField()))
    key = read_key(after)
    if key is not None:
        rows = rows.filter(id__lt=key)
    acts, more = cut_page(list(rows[: size + 1]), size)
    claims = _find_claims(sheet, acts)
    by_key, by_claim = ({getattr(item, name): item for item in claims} for name in ("pk", "claim_id"))
    at_once = Counter(_act_of(act) for act in acts)
    entries = []
    for act in acts:
        # Said on the newest line alone.
        together = at_once.pop(_act_of(act), 0) if act.details.get("together") else 0
        done_to = by_key.get(act.subject_id) if act.subject_type == "evidence" else None
        quotes = [by_claim[key] for key in _quoted(act) if key in by_claim]
        entries.append(Entry(act, act.is_newest, together, done_to, quotes))
    return ActivityPage(sheet, entries, str(acts[-1].pk) if more else "")


def _find_claims(sheet: FactSheet, acts: Sequence[Activity]) -> list[Evidence]:
    """The claims that acts were done to or name."""
    done_to = [act.subject_id for act in acts if act.subject_type == "evidence"]
    quoted = [key for act in acts for key in _quoted(act)]
    return list(sheet.evidence.select_related("claim").filter(Q(pk__in=done_to) | Q(claim__in=quoted)))


def _quoted(activity: Activity) -> list[int]:
    return [told["claim"] for told in activity.details.get("claims", ())]


def _act_of(activity: Activity) -> tuple[object, ...]:
    """By what lines of the log are known that one act wrote."""
    return activity.act, activity.at, activity.actor_id


def is_undoable() -> Any:
    """The condition that an act can be undone: it is the newest of its kind on what it was done to."""
    same = {name: OuterRef(name) for name in ("subject_type", "subject_id")}
    later = Activity.objects.filter(**same, pk__gt=OuterRef("pk"))
    return reduce(or_, (Q(act__in=kind & UNDOABLE) & ~Exists(later.filter(act__in=kind)) for kind in KINDS))
