"""Backups: what is kept in one, how each database is copied out while people go on writing, and put back."""

from __future__ import annotations

from typing import Any

from factsheet.management.backups import postgresql, sqlite
from factsheet.management.backups.engines import Engine

__all__ = ["choose_engine"]


def choose_engine(settings: dict[str, Any]) -> Engine:
    """What copies a database of these settings (an entry of DATABASES) out and in."""
    if settings["ENGINE"].endswith("sqlite3"):
        return sqlite.SqliteFile(dict(settings))
    return postgresql.PostgresDatabase(dict(settings))
