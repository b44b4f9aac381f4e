"""Who else is here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User

from factsheet.models import FactSheet, Presence
from factsheet.snapshot import name_of

PRESENT = timedelta(seconds=60)
"""Who was not seen for so long is gone; a page says every twenty seconds that it is open."""


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody on a sheet, and the fact that they have open."""

    name: str
    fact: int | None


def present(sheets: Iterable[FactSheet], *, by: User, at: datetime) -> dict[int, list[Here]]:
    """Of each of some sheets, which are `by`'s to see, who else is on it; one query."""
    rows = Presence.objects.filter(sheet__in=list(sheets), seen_at__gte=at - PRESENT).exclude(person=by)
    found: dict[int, list[Here]] = defaultdict(list)
    for row in rows.select_related("person").order_by("person__first_name", "person__username"):
        found[row.sheet_id].append(Here(name_of(row.person), row.fact_id))
    return dict(found)
