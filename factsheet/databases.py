"""How a DATABASE_URL becomes a Django database, and how SQLite is kept from losing what it acknowledged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import environ

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

# https://sqlite.org/wal.html, "The WAL-reset bug": a write that races a WAL reset by another connection can be lost
# from 3.7.0 up to 3.51.2; the fix was carried back to 3.50.7 and 3.44.6.
WAL_FIXED = (3, 51, 3)
WAL_BACKPORTS = {(3, 50): 7, (3, 44): 6}


def choose_journal(version: tuple[int, int, int]) -> str:
    """The journal mode that is durable on this version of SQLite: `wal` where its reset bug is fixed, else `delete`."""
    backport = WAL_BACKPORTS.get(version[:2])
    fixed = version >= WAL_FIXED or (backport is not None and version[2] >= backport)
    return "wal" if fixed else "delete"


def expected_pragmas(version: tuple[int, int, int] = sqlite3.sqlite_version_info) -> dict[str, str]:
    """What each live SQLite connection must answer (synchronous 2 is FULL; the busy timeout is in milliseconds)."""
    return {"journal_mode": choose_journal(version), "synchronous": "2", "foreign_keys": "1", "busy_timeout": "20000"}


def find_unsafe(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """What a live SQLite connection answers otherwise than keeps every acknowledged write; nothing of PostgreSQL."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for name, expected in expected_pragmas().items():
            cursor.execute(f"PRAGMA {name}")
            live = str(cursor.fetchone()[0])
            # An in-memory database has no journal to lose.
            if live != expected and (name, live) != ("journal_mode", "memory"):
                yield f"SQLite answers {name}={live} where {expected} keeps every acknowledged write."


def refuse_unsafe(connection: BaseDatabaseWrapper, **_kwargs: Any) -> None:
    """Let nothing be written over a new connection that would not keep it.

    Raises:
        environ.ImproperlyConfigured: with what the connection answers; it is closed.
    """
    if unsafe := list(find_unsafe(connection)):
        connection.close()
        raise environ.ImproperlyConfigured(" ".join(unsafe))


def sqlite_url(path: Path) -> str:
    """The URL of a SQLite file, whatever characters stand in its path."""
    return f"sqlite:///{quote(str(path))}"


def configure(url: str) -> dict[str, Any]:
    """The DATABASES entry for a URL; `sqlite:///path`, `postgres://user:password@host:port/name`.

    Raises:
        environ.ImproperlyConfigured: when the URL names a database that is not supported.
    """
    scheme = url.partition("://")[0]
    if scheme not in {"sqlite", "postgres", "postgresql"}:
        # Only the first word is repeated: the rest may hold a password.
        raise environ.ImproperlyConfigured(
            f"DATABASE_URL begins with {scheme.split(':')[0]!r}; "
            "Factsheet runs on SQLite (sqlite:///path) and PostgreSQL (postgres://...)."
        )
    try:
        config: dict[str, Any] = dict(environ.Env.db_url_config(url))
    except ValueError as error:
        raise environ.ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from None
    if scheme == "sqlite":
        journal = choose_journal(sqlite3.sqlite_version_info)
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL;",
        }
    else:
        config["OPTIONS"] = {**config.get("OPTIONS", {}), "pool": {"min_size": 0, "max_size": 16, "timeout": 10}}
        config["DISABLE_SERVER_SIDE_CURSORS"] = False
        # After the server was restarted, the pool's old connections are found dead before an act begins on one.
        config["CONN_HEALTH_CHECKS"] = True
    return config


def limit_time(config: dict[str, Any], seconds: int) -> None:
    """Have PostgreSQL end each statement of a DATABASES entry that takes longer; SQLite has no such limit."""
    if config["ENGINE"].endswith("postgresql"):
        options: dict[str, Any] = config["OPTIONS"]
        options["options"] = f"{options.get('options', '')} -c statement_timeout={seconds * 1000}".strip()
