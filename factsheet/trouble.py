"""What is wrong where the database or the disk does not do what it is asked, in a sentence that says what to do.

Each database and each library says it in its own way; here it is told by their codes, never by their English.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from django.db import connection
from django.utils.translation import gettext_lazy as _


class Trouble(Enum):
    """What is wrong."""

    BUSY = "busy"
    FULL = "full"
    READ_ONLY = "read-only"
    DISK = "disk"
    UNREACHABLE = "unreachable"
    UNPREPARED = "unprepared"
    DAMAGED = "damaged"

    @property
    def words(self) -> str:
        """The sentences for an editor, in the language of who asks."""
        return str(WORDS[self])

    @property
    def can_be_read(self) -> bool:
        """Whether pages can be read as before."""
        return self in (Trouble.BUSY, Trouble.FULL, Trouble.READ_ONLY)


WORDS = {
    Trouble.BUSY: _("The database is busy. Nothing was saved; try again in a moment."),
    Trouble.FULL: _(
        "The server's disk is full. Nothing was saved. Reading works as before. Tell your administrator, and send it "
        "again when there is room."
    ),
    Trouble.READ_ONLY: _(
        "The database can only be read at present. Nothing was saved, and nobody can sign in. Tell your administrator, "
        "and send it again later."
    ),
    Trouble.DISK: _("The server's disk does not work as it should. Nothing was saved. Tell your administrator."),
    Trouble.UNREACHABLE: _(
        "The database cannot be reached. Try again in a moment; if you sent something, look first whether it is saved. "
        "If it goes on, tell your administrator."
    ),
    Trouble.UNPREPARED: _(
        "The database is not ready for this version of the program. Nothing was saved. Your administrator has to run "
        "“manage.py migrate”."
    ),
    Trouble.DAMAGED: _("The database is damaged. Nothing was saved. Your administrator has to restore a backup."),
}

ADVICE = {
    Trouble.BUSY: "The database is busy; try again in a moment",
    Trouble.FULL: "The disk is full; nothing half done is left. Make room, and run it again",
    Trouble.READ_ONLY: "The database can only be read; nothing was written",
    Trouble.DISK: "The disk does not take what is written, or is full; nothing half done is left",
    Trouble.UNREACHABLE: "The database cannot be reached",
    Trouble.UNPREPARED: "The database is not ready: run “manage.py migrate” first",
    Trouble.DAMAGED: "The database is damaged: restore a backup (manage.py restore)",
}
"""The same for who runs a command, without the point: what the system itself said follows."""

# https://sqlite.org/rescode.html; the lower byte of an extended code is the code.
SQLITE = {
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_IOERR: Trouble.DISK,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: Trouble.DAMAGED,
}

# https://www.postgresql.org/docs/current/errcodes-appendix.html; the longest beginning of an error's code counts.
POSTGRESQL = {
    "08": Trouble.UNREACHABLE,
    "25006": Trouble.READ_ONLY,
    "28": Trouble.UNREACHABLE,
    "3D": Trouble.UNREACHABLE,
    "40": Trouble.BUSY,
    "42P01": Trouble.UNPREPARED,
    "42703": Trouble.UNPREPARED,
    "53": Trouble.BUSY,
    "53100": Trouble.FULL,
    "55P03": Trouble.BUSY,
    "57014": Trouble.BUSY,
    "57P": Trouble.UNREACHABLE,
    "58": Trouble.DISK,
    "XX001": Trouble.DAMAGED,
    "XX002": Trouble.DAMAGED,
}

DISK = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EFBIG: Trouble.FULL,
    errno.EROFS: Trouble.READ_ONLY,
    errno.EIO: Trouble.DISK,
}


def find_trouble(error: BaseException) -> Trouble | None:
    """What an error says of the database or the disk; None for what is a mistake of the program, or of a person."""
    for cause in _iterate_causes(error):
        trouble: Trouble | None = None
        if isinstance(cause, sqlite3.Error):
            trouble = _read_sqlite(cause)
        elif hasattr(cause, "sqlstate"):
            trouble = _read_postgresql(cause)
        elif isinstance(cause, OSError):
            trouble = DISK.get(cause.errno or 0)
        if trouble:
            return trouble
    return None


def explain(error: BaseException) -> str:
    """One line for who runs a command: what is wrong, what to do, and in brackets what the system itself said."""
    trouble = find_trouble(error)
    said = " ".join(str(error).split())
    return f"{ADVICE[trouble]}. ({said})" if trouble else said


def _iterate_causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _read_sqlite(error: sqlite3.Error) -> Trouble | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    if code & 0xFF == sqlite3.SQLITE_CANTOPEN:
        # A database that is there cannot be written where no journal can be made beside it.
        return Trouble.READ_ONLY if _can_be_opened() else Trouble.UNREACHABLE
    if code == sqlite3.SQLITE_ERROR and str(error).startswith(("no such table", "no such column")):
        # SQLite has no code of their own for these.
        return Trouble.UNPREPARED
    return SQLITE.get(code & 0xFF)


def _can_be_opened() -> bool:
    try:
        with Path(connection.settings_dict["NAME"]).open("rb"):
            return True
    except OSError:
        return False


def _read_postgresql(error: BaseException) -> Trouble | None:
    code: str | None = getattr(error, "sqlstate", None)
    if code is None:
        # It never answered, or hung up; what the library itself refuses is of another class.
        return Trouble.UNREACHABLE if type(error).__name__ in ("OperationalError", "PoolTimeout") else None
    return next((POSTGRESQL[code[:size]] for size in (5, 3, 2) if code[:size] in POSTGRESQL), None)
