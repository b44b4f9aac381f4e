"""An act that the database gave up for another one's sake is done again, whole: what it read as well as what it wrote.

PostgreSQL ends one of two transactions that wait for each other, and one that cannot be put in a row with the others
(https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html); SQLite one whose view of the file is
no longer the newest, or that waited in vain. Nothing of it was saved, so doing it again does it once.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from typing import TypeVar

from django.db import connection
from django.http import HttpRequest, HttpResponse

T = TypeVar("T")

# Serialization failure, and deadlock.
POSTGRESQL = frozenset({"40001", "40P01"})
SQLITE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})

ATTEMPTS = 6
"""How often an act is tried at most."""

PATIENCE = 10.0
"""Seconds after which an act is not tried again: who sent it would think that nothing happens."""


class Attempts:
    """The attempts at one act: how many there were, and whether another one makes sense."""

    def __init__(self) -> None:
        self.made = 0
        self._begun = time.monotonic()

    def allow_another(self, error: BaseException) -> bool:
        """Whether to try again after this error; it waits then for a moment, longer each time and never the same."""
        self.made += 1
        late = self.made >= ATTEMPTS or time.monotonic() - self._begun > PATIENCE
        # Inside of another transaction nothing can be done again alone.
        if late or connection.in_atomic_block or not is_passing(error):
            return False
        time.sleep(random.uniform(0.5, 1.5) * 0.01 * 2**self.made)  # noqa: S311 - no secret
        return True


def is_passing(error: BaseException) -> bool:
    """Whether the database gave the act up although nothing is wrong with it."""
    cause = error.__cause__
    return _is_given_up(error) or (cause is not None and is_passing(cause))


def _is_given_up(error: BaseException) -> bool:
    if isinstance(error, sqlite3.Error):
        # The lower byte of an extended code is the code.
        return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF in SQLITE
    return getattr(error, "sqlstate", None) in POSTGRESQL


def retry(act: Callable[[], T]) -> T:
    """Do an act that is one transaction, again where the database gave it up.

    Raises:
        DatabaseError: where it gave it up each time.
    """
    attempts = Attempts()
    while True:
        try:
            return act()
        except Exception as error:
            if not attempts.allow_another(error):
                raise


class RetryMiddleware:
    """Answer a request anew where the database gave its act up; last in the list, so that a view alone is repeated."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        request.attempts = Attempts()  # type: ignore[attr-defined]
        for _again in _until_answered(request):
            response = self.get_response(request)
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Ask for another attempt, in the place of whatever would tell the reader of the failure."""
        attempts: Attempts = request.attempts  # type: ignore[attr-defined]
        if not attempts.allow_another(exception):
            return None
        request.is_given_up = True  # type: ignore[attr-defined]
        return HttpResponse(status=503)


def _until_answered(request: HttpRequest) -> Iterator[None]:
    while True:
        request.is_given_up = False  # type: ignore[attr-defined]
        yield
        if not request.is_given_up:  # type: ignore[attr-defined]
            return
        # What was read of a file that came with the form is read anew.
        for _name, files in request.FILES.lists():
            for file in files:
                file.seek(0)
