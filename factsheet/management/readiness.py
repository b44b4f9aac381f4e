"""Whether the database is ready for a command or the server, said in one line where it is not.

`python -m factsheet.management.readiness` is what gunicorn asks before it starts: in a process of its own, so that the
one which starts the workers loads nothing of the program, and a reload begins with the new code.
"""

from __future__ import annotations

import os
import sys

import django
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management.base import CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from factsheet.management.running import UNABLE, run_told
from factsheet.trouble import ADVICE, Trouble, explain


def check_migrated() -> None:
    """Refuse to work on a database whose tables are not those of this version of the program.

    Raises:
        CommandError: with exit status 2, where one cannot be reached or `migrate` has to be run first.
    """
    try:
        is_ready = is_migrated()
    except DatabaseError as error:
        raise CommandError(explain(error), returncode=UNABLE) from None
    if not is_ready:
        raise CommandError(f"{ADVICE[Trouble.UNPREPARED]}.", returncode=UNABLE)


def check_collected() -> None:
    """Refuse to draw pages whose style sheets and scripts have no addresses yet.

    Raises:
        CommandError: with exit status 2, where `collectstatic` has to be run first.
    """
    try:
        staticfiles_storage.url("factsheet/favicon.svg")
    except ValueError:
        raise CommandError(
            "The static files are not collected: run “manage.py collectstatic” first.", returncode=UNABLE
        ) from None


def is_migrated() -> bool:
    """Whether every migration of this version was run."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _ask_before_serving() -> None:
    """Refuse to serve where `migrate` has to be run first. A database that does not answer may do so later: every page
    says so until then.

    Raises:
        SystemExit: with status 2.
    """
    try:
        is_ready = is_migrated()
    except DatabaseError as error:
        print(explain(error), file=sys.stderr)
        return
    if not is_ready:
        print(f"{ADVICE[Trouble.UNPREPARED]}.", file=sys.stderr)
        raise SystemExit(UNABLE)


def _main() -> None:
    django.setup()
    _ask_before_serving()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factsheet.settings")
    run_told(_main)
