"""Somebody is on a sheet. That is no editorial act: nothing of it stands in the log, and it is forgotten soon."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from factsheet.models import FactSheet, Presence

KEPT = timedelta(minutes=10)
"""After so long a row is deleted; it is shown for a minute only (`queries.PRESENT`)."""


@transaction.atomic
def be_present(sheet: FactSheet, person: User, *, fact: int | None, at: datetime) -> None:
    """Note that somebody has a sheet open, and which fact of it."""
    Presence.objects.filter(seen_at__lt=at - KEPT).delete()
    row = Presence(sheet=sheet, person=person, fact_id=fact, seen_at=at)
    Presence.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["sheet", "person"], update_fields=["fact_id", "seen_at"]
    )


@transaction.atomic
def hide(person: User) -> None:
    """Forget at once where somebody is."""
    Presence.objects.filter(person=person).delete()
