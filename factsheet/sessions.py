"""Sessions in the database that know whose they are and end when they are not used, and some days after the sign-in.

It is Django's own engine with columns besides (`SESSION_ENGINE`). When a session was begun and last seen stands inside
it; to note that it was seen is a write, so it is noted once in a while.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import DatabaseError
from django.utils.timezone import now

from factsheet.models import GivenPassword, Session
from factsheet.trouble import find_trouble

BEGAN, SEEN = "began", "seen"
GIVEN, PROVED = "given", "proved"

RENEWALS = 12
"""A session that is used is written so many times until it would have ended unused."""


class SessionStore(DatabaseStore):
    """A session; of somebody signed in it holds when it began and was last seen."""

    # What was read, where nothing but being seen is to be written of it.
    _found: dict[str, Any] | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Where sessions are kept."""
        return Session

    def load(self) -> dict[str, Any]:
        """What the session holds; {} for one that has ended. One that was not written for a while will be."""
        data: dict[str, Any] = super().load()
        if SESSION_KEY in data:
            at = now()
            # One of before all this was kept has ended as well.
            if not (BEGAN in data and at < _find_end(data)):
                self._session_key = None
                return {}
            if at - datetime.fromisoformat(data[SEEN]) > settings.SESSION_IDLE / RENEWALS:
                self._found = {**data, SEEN: at.isoformat()}
                data[SEEN] = at.isoformat()
                self.modified = True
        return data

    def save(self, must_create: bool = False) -> None:
        """Write the session. Where the database does not take that it was seen, and there is no more, reading goes on.

        Raises:
            DatabaseError: where anything else would be lost.
        """
        try:
            super().save(must_create)
        except (DatabaseError, UpdateError) as error:
            # Django says of any row that could not be written that it is gone; why, stands behind that.
            reason = error.__context__ if isinstance(error, UpdateError) else error
            if self._found != dict(self.items()) or reason is None or find_trouble(reason) is None:
                raise

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row of a session, with whose it is."""
        row = super().create_model_instance(data)
        assert isinstance(row, Session)
        if SESSION_KEY in data:
            row.user_id = int(data[SESSION_KEY])
            row.began, row.seen = (_read(data, name) for name in (BEGAN, SEEN))
            row.expire_date = _find_end(data)
        return row


def begin(session: Any, person: User, *, at: datetime) -> None:
    """Note in the session of who signs in when that was, and whether the password is of their own choosing."""
    session[BEGAN] = session[SEEN] = at.isoformat()
    # Who comes in by a provider has none to change.
    session[GIVEN] = person.has_usable_password() and GivenPassword.objects.filter(user=person).exists()


def prove(session: Any, person: User) -> None:
    """Note in a session that somebody proved a second factor in it. It counts for nobody else who signs in there."""
    session[PROVED] = person.pk


def has_proved(session: Any, person: User) -> bool:
    """Whether somebody proved a second factor in a session."""
    return bool(session.get(PROVED) == person.pk)


def _read(data: dict[str, Any], name: str) -> datetime:
    return datetime.fromisoformat(data[name]) if name in data else now()


def _find_end(data: dict[str, Any]) -> datetime:
    """When the session ends, unless it is used again."""
    longest = timedelta(seconds=settings.SESSION_COOKIE_AGE)
    return min(_read(data, BEGAN) + longest, _read(data, SEEN) + settings.SESSION_IDLE)
