"""The page of somebody's own account."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from factsheet.models import Session

MOST_SESSIONS = 50


def name_session(key: str) -> str:
    """What a page calls the session of a key."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]


def find_session(person: User, name: str) -> str | None:
    """The key of the person's session of this name; None where there is none any more."""
    keys = Session.objects.filter(user=person).values_list("session_key", flat=True)
    return next((key for key in keys if name_session(key) == name), None)


@dataclass(frozen=True, slots=True)
class OwnSession:
    """Where somebody is signed in; `is_this` for the browser that asks.

    `name` tells it from the others, and nobody gets into it by that, as they would by its key.
    """

    name: str
    began: datetime | None
    seen: datetime | None
    is_this: bool


def sessions_of(person: User, *, this: str | None, at: datetime) -> list[OwnSession]:
    """The person's live sessions, the one last used first, at most `MOST_SESSIONS` of them."""
    rows = Session.objects.filter(user=person, expire_date__gt=at).order_by("-seen")
    return [
        OwnSession(name_session(key), began, seen, key == this)
        for key, began, seen in rows.values_list("session_key", "began", "seen")[:MOST_SESSIONS]
    ]
