"""Whether the database is ready for a command, said in one line where it is not."""

from __future__ import annotations

from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError


def check_migrated() -> None:
    """Refuse to work on a database whose tables are not those of this version of the program.

    Raises:
        CommandError: with exit status 2, where one cannot be reached or `migrate` has to be run first.
    """
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        words = " ".join(str(error).split())
        raise CommandError(f"The database cannot be reached: {words}", returncode=2) from None
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError("The database is not ready: run “manage.py migrate” first.", returncode=2)
