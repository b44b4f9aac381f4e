"""Triggers by which the database itself refuses to change what is append-only or immutable, on SQLite and PostgreSQL.

They are declared beside the models and installed after every `migrate`, not by one migration: SQLite rebuilds a table
to alter it and drops the table's triggers on the way, so a trigger made once would be lost silently by a later change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuse to change `columns` of a model's rows (None is every column) and, unless `delete`, to delete a row."""

    model: type[Model]
    columns: tuple[str, ...] | None = None
    delete: bool = False

    @property
    def table(self) -> str:
        """The guarded table's name."""
        return self.model._meta.db_table

    def names(self) -> list[str]:
        """The names of the triggers this guard consists of."""
        return [f"{self.table}_keep"] + ([] if self.delete else [f"{self.table}_keep_rows"])


def install(connection: BaseDatabaseWrapper, guards: Iterable[Guard]) -> None:
    """Create the guards' triggers, replacing those of the same name."""
    statements = _write_postgresql if connection.vendor == "postgresql" else _write_sqlite
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for guard in guards:
            if guard.table in tables:
                for statement in statements(guard):
                    cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper, guards: Iterable[Guard]) -> list[str]:
    """The names of triggers that should stand in the database and do not."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        present = {row[0] for row in cursor.fetchall()}
    return sorted(name for guard in guards for name in guard.names() if name not in present)


def _message(guard: Guard) -> str:
    return (
        f"{guard.table} is append-only"
        if guard.columns is None
        else f"{guard.table}: {', '.join(guard.columns)} never change"
    )


def _write_sqlite(guard: Guard) -> list[str]:
    keep, *rows = guard.names()
    of = "" if guard.columns is None else " OF " + ", ".join(f'"{column}"' for column in guard.columns)
    statements = [
        f'DROP TRIGGER IF EXISTS "{keep}"',
        f'CREATE TRIGGER "{keep}" BEFORE UPDATE{of} ON "{guard.table}" '
        f"BEGIN SELECT RAISE(ABORT, '{_message(guard)}'); END",
    ]
    for name in rows:
        statements += [
            f'DROP TRIGGER IF EXISTS "{name}"',
            f'CREATE TRIGGER "{name}" BEFORE DELETE ON "{guard.table}" '
            f"BEGIN SELECT RAISE(ABORT, '{guard.table}: rows are kept for ever'); END",
        ]
    return statements


def _write_postgresql(guard: Guard) -> list[str]:
    keep, *rows = guard.names()
    of = "" if guard.columns is None else " OF " + ", ".join(f'"{column}"' for column in guard.columns)
    statements = [
        "CREATE OR REPLACE FUNCTION factsheet_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f'CREATE OR REPLACE TRIGGER "{keep}" BEFORE UPDATE{of} ON "{guard.table}" '
        f"FOR EACH ROW EXECUTE FUNCTION factsheet_refuse('{_message(guard)}')",
    ]
    return statements + [
        f'CREATE OR REPLACE TRIGGER "{name}" BEFORE DELETE ON "{guard.table}" '
        f"FOR EACH ROW EXECUTE FUNCTION factsheet_refuse('{guard.table}: rows are kept for ever')"
        for name in rows
    ]
