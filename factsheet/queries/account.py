"""The page of somebody's own account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from factsheet.models import Session

MOST_SESSIONS = 50


@dataclass(frozen=True, slots=True)
class OwnSession:
    """Where somebody is signed in; `is_this` for the browser that asks."""

    began: datetime | None
    seen: datetime | None
    is_this: bool


def sessions_of(person: User, *, this: str | None, at: datetime) -> list[OwnSession]:
    """The person's live sessions, the one last used first, at most `MOST_SESSIONS` of them."""
    rows = Session.objects.filter(user=person, expire_date__gt=at).order_by("-seen")
    return [
        OwnSession(began, seen, key == this)
        for key, began, seen in rows.values_list("session_key", "began", "seen")[:MOST_SESSIONS]
    ]
