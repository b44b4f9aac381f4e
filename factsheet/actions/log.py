"""The log of acts, and the sheet's counts: what every act leaves behind besides what it did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Count, Exists, Model, OuterRef, Q

from factsheet.actions.watching import tell
from factsheet.channel import current
from factsheet.models import DECIDED, IN_TROUBLE, Act, Activity, Evidence, Fact, FactSheet, MismatchedFact
from factsheet.policies import TRANSITIONS

# By which the advisory lock of the newsroom's own chain is known; any number that nobody else uses.
NEWSROOM = 7_352_001


def lock(*sheets: int) -> None:
    """Hold these sheets until the transaction ends: every act begins so, and of two on one sheet the second waits.

    What an act read before is stale by then, so it reads what it writes back after this. The sheets are held in the
    order of their keys, and nothing else is locked before them, so two acts never wait for each other.
    """
    held = FactSheet.objects.select_for_update().filter(pk__in=sheets).order_by("pk")
    list(held.values_list("pk", flat=True))


def record(
    act: Act,
    *,
    sheet: FactSheet | None,
    actor: User | None,
    at: datetime,
    subject: Model,
    before: Any = None,
    after: Any = None,
    **details: Any,
) -> None:
    """Write one line of the log, in the transaction of the act itself, by which the lock of the sheet is held.

    Args:
        act: what was done.
        sheet: on which; None for what belongs to no sheet.
        actor: by whom; None for the program.
        at: when.
        subject: what it was done to.
        before: what the act changed, as it was, in JSON; None for what was not there.
        after: the same as it is now; None for what is gone.
        details: whatever else a reader of the log needs. People stand in all of these by their keys, never by a name:
            a line cannot be changed when somebody asks to be forgotten.
    """
    record_all(act, [(subject, {**details, "before": before, "after": after})], sheet=sheet, actor=actor, at=at)


def record_all(
    act: Act,
    lines: Iterable[tuple[Model, dict[str, Any]]],
    *,
    sheet: FactSheet | None,
    actor: User | None,
    at: datetime,
) -> None:
    """Write a line of the log for each of some subjects to which one act did the same, with its details.

    The number of queries does not grow with them. What else to know stands at `record`.
    """
    if sheet is None:
        _lock_newsroom()
    channel = current()
    rows = [
        Activity(
            sheet=sheet,
            act=act,
            actor=actor,
            # Of a person, who may ask for that, no name is kept.
            subject="" if isinstance(subject, User) else str(subject)[:500],
            subject_type=subject._meta.model_name or "",
            subject_id=subject.pk,
            details=details,
            at=at,
            channel=channel.name,
            address=channel.address,
        )
        for subject, details in lines
    ]
    if rows:
        tell(Activity.objects.append_all(rows))


def _lock_newsroom() -> None:
    """Hold the chain of what belongs to no sheet until the transaction ends; on SQLite a transaction holds it all."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [NEWSROOM])


def touch(sheet: FactSheet, *, at: datetime) -> None:
    """Note that the sheet's content changed: its counts are taken anew, and it is a draft again."""
    facts = Fact.objects.filter(sheet=sheet).aggregate(
        facts_open=Count("id", filter=Q(state=Fact.State.OPEN)),
        facts_decided=Count("id", filter=DECIDED),
        facts_in_conflict=Count("id", filter=IN_TROUBLE),
        facts_challenged=Count("id", filter=Q(challenged_at__isnull=False)),
        facts_mismatched=Count("id", filter=Exists(MismatchedFact.objects.filter(fact=OuterRef("pk")))),
    )
    to_sort = Evidence.objects.filter(sheet=sheet, state=Evidence.State.CANDIDATE).count()
    for name, value in {**facts, "claims_to_sort": to_sort}.items():
        setattr(sheet, name, value)
    sheet.state = TRANSITIONS["change"][1]
    sheet.approved_at, sheet.approved_by, sheet.approved_sha256 = None, None, ""
    sheet.changed_at = at
    approval = ("state", "approved_at", "approved_by", "approved_sha256")
    sheet.save(update_fields=[*facts, "claims_to_sort", *approval, "changed_at"])
