"""Triggers by which the database itself refuses to change what is append-only or immutable, on SQLite and PostgreSQL.

They are declared beside the models and installed after every `migrate`, not by one migration: SQLite rebuilds a table
to alter it and drops the table's triggers on the way, so a trigger made once would be lost silently by a later change.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BinaryField, Model


@dataclass(frozen=True, slots=True)
class Guard:
    """Refuse to change `columns` of a model's rows (None is every column) and, unless `delete`, to delete a row.

    A row's key never changes either way. Writing a column's own value again is no change.

    Where `chain` names a column, the rows that share its value are a chain: a new one is refused unless its `number` is
    one more than the newest's and its `previous_sha256` is the newest's `sha256`, both 1 and "" for the first. Where
    `digests` names a column, the column `sha256` has to be that of its bytes, of a text in UTF-8; SQLite cannot tell.
    """

    model: type[Model]
    columns: tuple[str, ...] | None = None
    delete: bool = False
    chain: str | None = None
    digests: str | None = None

    @property
    def table(self) -> str:
        """The guarded table's name."""
        return self.model._meta.db_table

    @property
    def key(self) -> str:
        """The column of the table's primary key."""
        return str(self.model._meta.pk.column)

    def named_columns(self) -> set[str]:
        """The columns that its triggers name."""
        chain = {self.chain, "number", "previous_sha256", "sha256"} if self.chain else set()
        digest = {self.digests, "sha256"} if self.digests else set()
        return {self.key, *(self.columns or ()), *chain, *digest}

    def unique_columns(self) -> list[tuple[str, ...]]:
        """The sets of columns that no two rows share, the primary key's first."""
        meta = self.model._meta
        fields = [(str(field.column),) for field in meta.concrete_fields if field.unique and not field.primary_key]
        constraints = [
            tuple(str(meta.get_field(name).column) for name in constraint.fields)  # type: ignore[union-attr]
            for constraint in meta.total_unique_constraints
        ]
        return [(self.key,), *fields, *constraints]


def install(connection: BaseDatabaseWrapper, guards: Iterable[Guard]) -> None:
    """Create the guards' triggers, replacing those of the same name."""
    tables = set(connection.introspection.table_names())
    # In one transaction: there is no moment without them.
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(REFUSE)
        guards = [guard for guard in guards if guard.table in tables]
        remove(connection, guards)
        for guard in guards:
            # A migration in between, or one back, leaves a table without its columns; the last one installs the guard.
            if guard.named_columns() <= _read_columns(connection, guard):
                if connection.vendor == "postgresql" and guard.chain:
                    cursor.execute(_define_follow(guard, guard.chain))
                for name, definition in _triggers(connection, guard).items():
                    cursor.execute(f'CREATE TRIGGER "{name}" {definition}')


def remove(connection: BaseDatabaseWrapper, guards: Iterable[Guard]) -> None:
    """Drop the guards' triggers, of tables that are there, for who must clear a whole database."""
    with connection.cursor() as cursor:
        for guard in guards:
            for name in _triggers(connection, guard):
                cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"{_place(connection, guard)}')


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
    return sorted(name for guard in guards for name in _triggers(connection, guard) if name not in present)


def _read_columns(connection: BaseDatabaseWrapper, guard: Guard) -> set[str]:
    with connection.cursor() as cursor:
        return {column.name for column in connection.introspection.get_table_description(cursor, guard.table)}


def _place(connection: BaseDatabaseWrapper, guard: Guard) -> str:
    # A trigger's name is the schema's on SQLite and the table's on PostgreSQL.
    return f' ON "{guard.table}"' if connection.vendor == "postgresql" else ""


def _triggers(connection: BaseDatabaseWrapper, guard: Guard) -> dict[str, str]:
    return _define_postgresql(guard) if connection.vendor == "postgresql" else _define_sqlite(guard)


def _change(guard: Guard, differs: str) -> tuple[str, str]:
    """The `OF` clause and the condition of the trigger on updates; both are empty where any update is refused."""
    if guard.columns is None:
        return "", ""
    columns = (guard.key, *guard.columns)
    of = ", ".join(f'"{column}"' for column in columns)
    return f" OF {of}", " OR ".join(f'OLD."{column}" {differs} NEW."{column}"' for column in columns)


def _message(guard: Guard) -> str:
    return (
        f"{guard.table} is append-only"
        if guard.columns is None
        else f"{guard.table}: {', '.join(guard.columns)} never change"
    )


def _message_of_chain(guard: Guard) -> str:
    return f"{guard.table} is append-only: a new row follows the newest of its chain"


def _define_sqlite(guard: Guard) -> dict[str, str]:
    of, changed = _change(guard, "IS NOT")
    when = f" WHEN {changed}" if changed else ""
    table = guard.table
    triggers = {
        f"{table}_keep": f"BEFORE UPDATE{of} ON \"{table}\"{when} BEGIN SELECT RAISE(ABORT, '{_message(guard)}'); END"
    }
    if not guard.delete:
        triggers[f"{table}_keep_rows"] = (
            f"BEFORE DELETE ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table}: rows are kept for ever'); END"
        )
    # INSERT OR REPLACE deletes the row in its way and fires no trigger for that (https://sqlite.org/lang_conflict.html),
    # so the row is seen to beforehand. A plain INSERT gets the very error that it would have got.
    for number, columns in enumerate(guard.unique_columns()[: 1 if guard.delete else None]):
        same = " AND ".join(f'"{column}" = NEW."{column}"' for column in columns)
        taken = "UNIQUE constraint failed: " + ", ".join(f"{table}.{column}" for column in columns)
        triggers[f"{table}_keep_place_{number}"] = (
            f'BEFORE INSERT ON "{table}" WHEN EXISTS (SELECT 1 FROM "{table}" WHERE {same}) '  # noqa: S608 - our own names
            f"BEGIN SELECT RAISE(ABORT, '{taken}'); END"
        )
    if guard.chain:
        newest = f'FROM "{table}" WHERE "{guard.chain}" = NEW."{guard.chain}" ORDER BY "number" DESC LIMIT 1'
        triggers[f"{table}_keep_chain"] = (
            f'BEFORE INSERT ON "{table}" WHEN NEW."number" IS NOT 1 + coalesce((SELECT "number" {newest}), 0) '
            f'OR NEW."previous_sha256" IS NOT coalesce((SELECT "sha256" {newest}), \'\') '
            f"BEGIN SELECT RAISE(ABORT, '{_message_of_chain(guard)}'); END"
        )
    return triggers


REFUSE = (
    "CREATE OR REPLACE FUNCTION factsheet_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$"
)


def _define_follow(guard: Guard, chain: str) -> str:
    """The function that refuses a row which does not follow the newest of its chain."""
    newest = f'FROM "{guard.table}" WHERE "{chain}" = NEW."{chain}" ORDER BY "number" DESC LIMIT 1'
    return (
        f"CREATE OR REPLACE FUNCTION {guard.table}_follow() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ DECLARE last bigint; digest text; BEGIN "
        f'SELECT "number", "sha256" INTO last, digest {newest}; '
        'IF NEW."number" <> coalesce(last, 0) + 1 OR NEW."previous_sha256" <> coalesce(digest, \'\') THEN '
        f"RAISE EXCEPTION '{_message_of_chain(guard)}' USING ERRCODE = 'integrity_constraint_violation'; "
        "END IF; RETURN NEW; END $$"
    )


def _define_postgresql(guard: Guard) -> dict[str, str]:
    of, changed = _change(guard, "IS DISTINCT FROM")
    when = f" WHEN ({changed})" if changed else ""
    table = guard.table
    triggers = {
        f"{table}_keep": f'BEFORE UPDATE{of} ON "{table}" FOR EACH ROW{when} '
        f"EXECUTE FUNCTION factsheet_refuse('{_message(guard)}')"
    }
    if not guard.delete:
        refuse = f"EXECUTE FUNCTION factsheet_refuse('{table}: rows are kept for ever')"
        triggers[f"{table}_keep_rows"] = f'BEFORE DELETE ON "{table}" FOR EACH ROW {refuse}'
        triggers[f"{table}_keep_all"] = f'BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT {refuse}'
    if guard.chain:
        triggers[f"{table}_keep_chain"] = f'BEFORE INSERT ON "{table}" FOR EACH ROW EXECUTE FUNCTION {table}_follow()'
    if guard.digests:
        binary = isinstance(guard.model._meta.get_field(guard.digests), BinaryField)
        content = f'NEW."{guard.digests}"' if binary else f"convert_to(NEW.\"{guard.digests}\", 'UTF8')"
        triggers[f"{table}_keep_digest"] = (
            f'BEFORE INSERT ON "{table}" FOR EACH ROW WHEN (NEW."sha256" <> encode(sha256({content}), \'hex\')) '
            f"EXECUTE FUNCTION factsheet_refuse('{table}: sha256 is append-only and that of {guard.digests}')"
        )
    return triggers
