"""PostgreSQL: the database is copied by its own pg_dump, and put back by pg_restore into a new database.

The password goes to them in the environment, which others on the machine cannot see as they see a command line.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient
from psycopg import sql

from factsheet.management.backups.container import CHUNK
from factsheet.management.backups.engines import BackupError, Told

TOOLS = "PostgreSQL's client programs (on Debian: apt install postgresql-client)"

# From which a database can be made or renamed without being in it.
MAINTENANCE = ("postgres", "template1")

# A name may have 63 bytes.
LONGEST_STEM = 30
ATTEMPTS = 20


@dataclass(frozen=True, slots=True)
class PostgresDatabase:
    """A database on a server."""

    settings: dict[str, Any]
    name: str = "postgresql"
    member: str = "database.dump"
    is_compressed: bool = True

    @property
    def database(self) -> str:
        """What it is called there."""
        return str(self.settings["NAME"])

    def is_there(self) -> bool:
        """Always: the server tells who asks for one that is not."""
        return True

    def describe(self) -> str:
        """The version of the server."""
        return str(connection.pg_version)  # type: ignore[attr-defined]

    def dump(self, target: Path, told: Told) -> None:
        """Copy the database by pg_dump; see `Engine.dump`."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            (total,) = cursor.fetchone()
        command = ["pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--no-password"]
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            self.run_tool([*command, self.database], into=file.fileno(), watched=(target, total, told))
        # Reads the whole table of contents.
        self.run_tool(["pg_restore", "--list", str(target)], connects=False)

    @contextmanager
    def prepare(self) -> Iterator[FreshDatabase]:
        """A new, empty database on the same server; see `Engine.prepare`."""
        with tempfile.TemporaryDirectory(prefix="factsheet-") as folder:
            fresh = FreshDatabase(self, Path(folder) / self.member, f"{self.database[:LONGEST_STEM]}_restoring")
            try:
                fresh.create()
                yield fresh
            except psycopg.Error as error:
                raise BackupError(" ".join(str(error).split())) from None
            finally:
                fresh.drop()

    def run_tool(
        self,
        command: Sequence[str],
        *,
        connects: bool = True,
        into: int = subprocess.DEVNULL,
        watched: tuple[Path, int, Told] | None = None,
    ) -> None:
        """Run one of PostgreSQL's programs on the server.

        Raises:
            BackupError: where there is none, or with what it said.
        """
        if not (program := shutil.which(command[0])):
            raise BackupError(f"{command[0]} is not on this machine: install {TOOLS}.")
        arguments, environment = DatabaseClient.settings_to_cmd_args_env({**self.settings, "NAME": ""}, [])
        # Without the name of the program before them and of a database behind.
        options = arguments[1:-1] if connects else []
        with tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(  # noqa: S603 - a fixed command, and no shell
                [program, *options, *command[1:]],
                env={**os.environ, **(environment or {})},
                stdin=subprocess.DEVNULL,
                stdout=into,
                stderr=errors,
            )
            while process.poll() is None:
                try:
                    process.wait(0.5)
                except subprocess.TimeoutExpired:
                    if watched:
                        path, total, told = watched
                        told("copied", path.stat().st_size, total)
            errors.seek(0)
            said = " ".join(errors.read(CHUNK).decode("utf-8", errors="replace").split())
        if process.returncode:
            raise BackupError(said[:500] or f"{command[0]} failed.")


@dataclass(frozen=True, slots=True)
class FreshDatabase:
    """A copy that is put back."""

    former: PostgresDatabase
    extracted: Path
    name: str

    def create(self) -> None:
        """Make an empty database that sorts as the former one does."""
        self.drop()
        with self._connect() as maintenance:
            found = maintenance.execute(
                "SELECT datcollate, datctype FROM pg_database WHERE datname = %s AND datlocprovider = 'c'",
                [self.former.database],
            ).fetchone()
            sorting = sql.SQL("LC_COLLATE {} LC_CTYPE {}").format(*found) if found else sql.SQL("")
            statement = sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' {}")
            maintenance.execute(statement.format(sql.Identifier(self.name), sorting))

    def drop(self) -> None:
        """Remove it, if it is still called so."""
        with self._connect() as maintenance:
            maintenance.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(self.name)))

    def load(self, told: Told) -> None:  # noqa: ARG002 - pg_restore does not say how far it is
        """Fill it by pg_restore, which stops at the first thing that goes wrong."""
        into = ["--exit-on-error", "--no-owner", "--no-privileges", "--no-password", f"--dbname={self.name}"]
        self.former.run_tool(["pg_restore", *into, str(self.extracted)])

    def replace(self, suffix: str) -> str:
        """Take the name of the former database, which gets another; see `Fresh.replace`."""
        place = self.former.database
        kept = f"{place[:LONGEST_STEM]}{suffix.replace('-', '_').replace('.', '_').lower()}"
        with self._connect() as maintenance:
            is_there = maintenance.execute("SELECT 1 FROM pg_database WHERE datname = %s", [place]).fetchone()
            renames = [(self.name, place)] if not is_there else [(place, kept), (self.name, place)]
            for attempt in range(ATTEMPTS):
                try:
                    # Both names change at one moment.
                    with maintenance.transaction():
                        maintenance.execute(
                            "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity "
                            "WHERE datname = ANY(%s) AND pid <> pg_backend_pid()",
                            [[place, self.name]],
                        )
                        for one, other in renames:
                            statement = sql.SQL("ALTER DATABASE {} RENAME TO {}")
                            maintenance.execute(statement.format(sql.Identifier(one), sql.Identifier(other)))
                    break
                except psycopg.errors.ObjectInUse:
                    # Somebody came back in between.
                    if attempt == ATTEMPTS - 1:
                        raise BackupError(f"{place}: others are using it. Stop the server first.") from None
        return kept if is_there else ""

    def _connect(self) -> psycopg.Connection[Any]:
        """A connection to the server beside its databases.

        Raises:
            BackupError: where there is none.
        """
        parameters = connection.get_connection_params()
        parameters = {key: parameters[key] for key in parameters if key not in ("dbname", "cursor_factory", "context")}
        last: psycopg.Error | None = None
        for name in MAINTENANCE:
            if name == self.former.database:
                continue
            try:
                return psycopg.connect(**parameters, dbname=name, autocommit=True)
            except psycopg.OperationalError as error:
                last = error
        raise BackupError(f"The server cannot be reached: {' '.join(str(last).split())}")
