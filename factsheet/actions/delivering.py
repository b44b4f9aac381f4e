"""That a system fetched an edition is written down, which never fails an answer and never holds it up.

It is the one thing that reading writes. It is no act of anybody's, so it stands in no log; by it a figure that turns
out to be wrong is looked for where it went.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import F

from factsheet.models import Delivery

logger = logging.getLogger(__name__)

PATIENCE = 250
"""So many milliseconds it waits for a database that is busy; by then the answer is sent, and the thread is wanted."""


def note_delivery(edition: int, token: int, *, whole: bool, at: datetime) -> bool:
    """Count that a system got an edition, whole or as word that what it has still holds.

    Returns:
        Whether it could be written; where it could not, the server's own log says what is missing.
    """
    counts = {"sent": int(whole), "confirmed": int(not whole)}
    try:
        with _hurry():
            if not _count(edition, token, counts, at):
                _begin(edition, token, counts, at)
    except DatabaseError as error:
        logger.warning("Delivery of edition %s to token %s at %s not written: %s", edition, token, at, error)
        return False
    return True


def _count(edition: int, token: int, counts: dict[str, int], at: datetime) -> int:
    more = {name: F(name) + n for name, n in counts.items() if n}
    return Delivery.objects.filter(edition=edition, token=token).update(last_at=at, **more)


def _begin(edition: int, token: int, counts: dict[str, int], at: datetime) -> None:
    try:
        with transaction.atomic():
            Delivery.objects.create(edition_id=edition, token_id=token, first_at=at, last_at=at, **counts)
    except IntegrityError:
        # The system asked twice at the same moment.
        _count(edition, token, counts, at)


@contextmanager
def _hurry() -> Iterator[None]:
    """A transaction that waits but a moment for what others hold."""
    if connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}ms'")
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        (before,) = cursor.fetchone()
        cursor.execute(f"PRAGMA busy_timeout = {PATIENCE}")
        try:
            with transaction.atomic():
                yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {before}")
