"""How a command is run: what it cannot do for want of a database or a disk is one line, and exit status 2."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Sequence

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.db import DatabaseError

from factsheet.trouble import explain, find_trouble

UNABLE = 2


def run_command(arguments: Sequence[str]) -> None:
    """Run what the command line asks for; with `--traceback` an error is shown as Python tells it.

    Raises:
        SystemExit: with status 2 and one line on standard error, where the settings make no sense, the database cannot
            be reached, is not ready or refuses to write, or a file cannot be read or written.
    """
    run_told(lambda: execute_from_command_line(list(arguments)), traceback="--traceback" in arguments)


def run_told(work: Callable[[], None], *, traceback: bool = False) -> None:
    """Do some work of a command, and tell in one line what it could not do; see `run_command`."""
    try:
        _leave_pool()
        work()
    except (DatabaseError, sqlite3.Error, ImproperlyConfigured, OSError) as error:
        is_ours = isinstance(error, DatabaseError | sqlite3.Error) and find_trouble(error) is None
        if is_ours or traceback or isinstance(error, BrokenPipeError):
            raise
        print(explain(error), file=sys.stderr)
        raise SystemExit(UNABLE) from None


def _leave_pool() -> None:
    """Connect without a pool: a command has one thread, and a pool says of a server that it cannot reach only after ten
    seconds, and not why.
    """
    for database in settings.DATABASES.values():
        database.get("OPTIONS", {}).pop("pool", None)
