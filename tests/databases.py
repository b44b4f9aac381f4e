"""A database of a test's own, for what a rolled back transaction cannot show: commits, locks, altered tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Barrier
from typing import TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper

T = TypeVar("T")


@contextmanager
def clone_database(folder: Path) -> Iterator[None]:
    """Let every connection, of any thread, go to a copy of the test database while the block lasts.

    The append-only tables refuse to be emptied, so a test that commits cannot clean up behind it; the copy is dropped.
    """
    original = connections[DEFAULT_DB_ALIAS]
    settings = connections.settings[DEFAULT_DB_ALIAS]
    name = settings["NAME"]
    copy = _copy(original, folder)
    del connections[DEFAULT_DB_ALIAS]
    settings["NAME"] = copy
    try:
        yield
    finally:
        _disconnect(connections[DEFAULT_DB_ALIAS])
        connections[DEFAULT_DB_ALIAS] = original
        settings["NAME"] = name
        if original.vendor == "postgresql":
            with original._nodb_cursor() as cursor:
                cursor.execute(f'DROP DATABASE "{copy}" WITH (FORCE)')


def _copy(original: BaseDatabaseWrapper, folder: Path) -> str:
    if original.vendor == "postgresql":
        copy = f"{original.settings_dict['NAME']}_copy"
        # A database can be copied while nobody is connected to it.
        _disconnect(original)
        with original._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{copy}" TEMPLATE "{original.settings_dict["NAME"]}"')
        return copy
    original.ensure_connection()
    with closing(sqlite3.connect(folder / "copy.sqlite3")) as target:
        original.connection.backup(target)
    return str(folder / "copy.sqlite3")


def _disconnect(wrapper: BaseDatabaseWrapper) -> None:
    wrapper.close()
    if wrapper.vendor == "postgresql":
        wrapper.close_pool()  # type: ignore[attr-defined]


def run_at_once(*acts: Callable[[], T]) -> list[T | Exception]:
    """Run acts in threads that begin together, in `own_database`; give what each returned or raised."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], T]) -> T | Exception:
        try:
            barrier.wait()
            return act()
        except Exception as error:  # noqa: BLE001 - what it raised is the result
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))
