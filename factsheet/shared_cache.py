"""A cache that every process on this machine shares: one small SQLite file in `DATA_DIR`.

In it requests are counted, and codes marked that were used. Django's own caches on a disk or in the database count by
reading and then writing, so that of two requests at once one is not counted; here each is one statement. What is lost
when the machine goes down is a few minutes of counts, so nothing waits for the disk.

Where the file cannot be used each process counts in its own memory, so that whoever shows a code is let in by it.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import random
import sqlite3
import threading
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.locmem import LocMemCache

from factsheet.databases import choose_journal

logger = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

TABLE = """
CREATE TABLE IF NOT EXISTS entry (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires REAL NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS entry_by_end ON entry (expires);
"""
# One add in so many clears away what has ended.
SWEEP = 500
# Seconds that a statement waits for those of other processes, each of which takes a fraction of a millisecond.
PATIENCE = 2.0
NEVER = 1e15
# Values that a process keeps by itself, of which 300 would be Django's own measure.
IN_MEMORY = {"MAX_ENTRIES": 20_000}
BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class Held:
    """A connection of one thread in one process, closed when the thread ends."""

    def __init__(self, path: Path) -> None:
        self.process = os.getpid()
        self.connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        # A journal that stays costs no new file with each statement, where the write-ahead log has its bug.
        journal = "wal" if choose_journal(sqlite3.sqlite_version_info) == "wal" else "persist"
        self.connection.execute(f"PRAGMA journal_mode={journal}")
        self.connection.execute("PRAGMA synchronous=OFF")
        self.connection.executescript(TABLE)

    def __del__(self) -> None:
        with contextlib.suppress(AttributeError):
            self.connection.close()


def _or_alone(
    operation: Callable[Concatenate[SharedCache, P], T],
) -> Callable[Concatenate[SharedCache, P], T]:
    """An operation that is done in the memory of this process where the file cannot be used."""

    @wraps(operation)
    def do(cache: SharedCache, /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return operation(cache, *args, **kwargs)
        except sqlite3.Error as error:
            cache.put_aside(error)
        done: T = getattr(cache.alone, operation.__name__)(*args, **kwargs)
        return done

    return do


class SharedCache(BaseCache):
    """Values are whatever JSON can say; `location` is the path of the file."""

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._path = Path(location)
        self.alone = LocMemCache(location, {**params, "OPTIONS": IN_MEMORY})
        self._local = threading.local()

    @_or_alone
    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Keep a value under a key that has none; whether it was kept, as one step of all processes."""
        if random.random() < 1 / SWEEP:  # noqa: S311 - which of them sweeps is no secret
            self._ask("DELETE FROM entry WHERE expires <= ?", time.time())
        sql = (
            "INSERT INTO entry VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE"
            " SET value = excluded.value, expires = excluded.expires WHERE entry.expires <= ? RETURNING 1"
        )
        row = (self.make_and_validate_key(key, version), json.dumps(value), self._end(timeout), time.time())
        return self._ask(sql, *row) is not None

    @_or_alone
    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """The value of a key, which has not ended."""
        sql = "SELECT value FROM entry WHERE key = ? AND expires > ?"
        found = self._ask(sql, self.make_and_validate_key(key, version), time.time())
        return json.loads(found[0]) if found else default

    @_or_alone
    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Keep a value under a key, whatever was there."""
        sql = "INSERT OR REPLACE INTO entry VALUES (?, ?, ?)"
        self._ask(sql, self.make_and_validate_key(key, version), json.dumps(value), self._end(timeout))

    @_or_alone
    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Let a value end at another time; whether there is one."""
        sql = "UPDATE entry SET expires = ? WHERE key = ? AND expires > ? RETURNING 1"
        key = self.make_and_validate_key(key, version)
        return self._ask(sql, self._end(timeout), key, time.time()) is not None

    @_or_alone
    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        """Add to a number, as one step of all processes.

        Raises:
            ValueError: when there is none under the key.
        """
        sql = "UPDATE entry SET value = value + ? WHERE key = ? AND expires > ? RETURNING CAST(value AS INTEGER)"
        found = self._ask(sql, delta, self.make_and_validate_key(key, version), time.time())
        if found is None:
            raise ValueError(f"Nothing is kept under {key!r}")
        return int(found[0])

    @_or_alone
    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget a key; whether it was there."""
        sql = "DELETE FROM entry WHERE key = ? RETURNING 1"
        return self._ask(sql, self.make_and_validate_key(key, version)) is not None

    @_or_alone
    def clear(self) -> None:
        """Forget everything."""
        self._ask("DELETE FROM entry")

    def _end(self, timeout: Any) -> float:
        end = self.get_backend_timeout(timeout)
        return NEVER if end is None else float(end)

    def _ask(self, sql: str, *parameters: Any) -> tuple[Any, ...] | None:
        """The first row that a statement gives; None where it gives none."""
        # To the end: a statement that returns rows is done when all were read.
        rows = self._connect().execute(sql, parameters).fetchall()
        return rows[0] if rows else None

    def _connect(self) -> sqlite3.Connection:
        held: Held | None = getattr(self._local, "held", None)
        if held is None or held.process != os.getpid():
            held = self._local.held = Held(self._path)
        return held.connection

    def put_aside(self, error: sqlite3.Error) -> None:
        """Close a file that cannot be used; one that is no database, or no longer, is made anew."""
        logger.warning("Each process counts requests for itself: %s: %s", self._path.name, error)
        self._local.held = None
        # Being locked, on a full disk, or out of reach passes. Of an error, the last byte says the kind.
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in BROKEN:
            for suffix in ("-wal", "-shm", "-journal", ""):
                with contextlib.suppress(OSError):
                    self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)


def choose_cache(folder: Path) -> dict[str, Any]:
    """The CACHES entry where no CACHE_URL is said: a file in the folder, else the memory of each process."""
    if os.access(folder, os.W_OK):
        return {"BACKEND": f"{__name__}.SharedCache", "LOCATION": str(folder / "counts.sqlite3")}
    return {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": IN_MEMORY}
