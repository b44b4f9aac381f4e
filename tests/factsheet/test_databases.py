"""A DATABASE_URL becomes a database that keeps what it acknowledges."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import environ
import pytest
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker

from factsheet import databases

JOURNALS: list[tuple[tuple[int, int, int], str]] = [
    ((3, 6, 23), "delete"),
    ((3, 40, 1), "delete"),
    ((3, 44, 5), "delete"),
    ((3, 44, 6), "wal"),
    ((3, 44, 7), "wal"),
    ((3, 45, 6), "delete"),
    ((3, 50, 6), "delete"),
    ((3, 50, 7), "wal"),
    ((3, 51, 0), "delete"),
    ((3, 51, 2), "delete"),
    ((3, 51, 3), "wal"),
    ((3, 52, 0), "wal"),
    ((4, 0, 0), "wal"),
]


@pytest.mark.parametrize(("version", "journal"), JOURNALS)
def test_the_write_ahead_log_is_used_where_its_reset_bug_is_fixed(version: tuple[int, int, int], journal: str) -> None:
    assert databases.choose_journal(version) == journal
    assert databases.expected_pragmas(version)["journal_mode"] == journal


@pytest.fixture
def file_database(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[BaseDatabaseWrapper]:
    """A connection to a new SQLite file, made from a URL as the settings do."""
    url = databases.sqlite_url(tmp_path / "factsheet.sqlite3")
    connection = ConnectionHandler({"default": databases.configure(url)})["default"]
    with django_db_blocker.unblock():
        yield connection
        connection.close()


def read_pragma(connection: BaseDatabaseWrapper, name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        return str(cursor.fetchone()[0])


def test_each_sqlite_connection_answers_the_pragmas_that_make_its_commits_durable(
    file_database: BaseDatabaseWrapper,
) -> None:
    for _ in range(2):
        live = {name: read_pragma(file_database, name) for name in databases.expected_pragmas()}
        assert live == databases.expected_pragmas()
        file_database.close()
    assert live["synchronous"] == "2"
    assert live["busy_timeout"] == "20000"


def test_a_connection_that_would_lose_what_it_acknowledged_is_refused_and_closed(
    file_database: BaseDatabaseWrapper,
) -> None:
    file_database.settings_dict["OPTIONS"]["init_command"] = "PRAGMA synchronous=OFF;"
    for _ in range(2):
        with pytest.raises(environ.ImproperlyConfigured, match="synchronous=0 where 2 keeps"):
            file_database.ensure_connection()
        assert file_database.connection is None


def test_a_transaction_takes_the_write_lock_when_it_begins(file_database: BaseDatabaseWrapper) -> None:
    """So it waits its turn at the door, and never fails half way for having read before another wrote."""
    # As `transaction.atomic` begins one.
    file_database.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    with (
        closing(sqlite3.connect(file_database.settings_dict["NAME"], timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")
    file_database.rollback()


POSTGRESQL: list[tuple[str, dict[str, Any]]] = [
    (
        "postgres://desk:p%40ss@db.example:5433/factsheet",
        {"NAME": "factsheet", "USER": "desk", "PASSWORD": "p@ss", "HOST": "db.example", "PORT": 5433},
    ),
    ("postgresql://desk@db.example/factsheet", {"NAME": "factsheet", "USER": "desk", "HOST": "db.example"}),
    ("postgres://desk@//var/run/postgresql/factsheet", {"NAME": "factsheet", "HOST": "/var/run/postgresql"}),
]


@pytest.mark.parametrize(("url", "expected"), POSTGRESQL)
def test_a_postgresql_url_is_read_and_its_connections_are_pooled(url: str, expected: dict[str, Any]) -> None:
    config = databases.configure(url)
    assert config["ENGINE"] == "django.db.backends.postgresql"
    assert {key: config[key] for key in expected} == expected
    assert config["OPTIONS"]["pool"]["max_size"] > 0


def test_what_the_url_asks_of_postgresql_is_kept_beside_the_pool() -> None:
    assert (
        databases.configure("postgres://desk@db.example/factsheet?sslmode=require")["OPTIONS"]["sslmode"] == "require"
    )


@pytest.mark.parametrize("name", ["factsheet.sqlite3", "a b.sqlite3", "50%20.sqlite3", "a+b#c?d.sqlite3", "é.sqlite3"])
def test_a_sqlite_path_may_hold_any_character(name: str, tmp_path: Path) -> None:
    assert databases.configure(databases.sqlite_url(tmp_path / name))["NAME"] == str(tmp_path / name)


@pytest.mark.parametrize(
    "url",
    ["", "factsheet.sqlite3", "mysql://desk:secret@db.example/factsheet", "desk:secret@db.example", "oracle://x/y"],
)
def test_another_database_is_refused_without_telling_its_password(url: str) -> None:
    with pytest.raises(environ.ImproperlyConfigured, match=r"SQLite .* and PostgreSQL") as refusal:
        databases.configure(url)
    assert "secret" not in str(refusal.value)
