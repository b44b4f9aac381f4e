"""System checks: does the live database keep what it acknowledges, and does it refuse what it must?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from articles import guards
from articles.models import GUARDS as ARTICLE_GUARDS
from factsheet.databases import find_unsafe
from factsheet.models import GUARDS as SHEET_GUARDS


@register(Tags.database)
def check_pragmas(databases: Sequence[str] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """Each SQLite connection answers the PRAGMAs that make its commits durable (run by `check --database default`)."""
    hint = "Leave OPTIONS of the database to factsheet.databases.configure."
    return [
        Error(unsafe, hint=hint, id="factsheet.E001")
        for alias in databases or []
        for unsafe in find_unsafe(connections[alias])
    ]


@register(Tags.database)
def check_guards(databases: Sequence[str] | None = None, **_kwargs: Any) -> list[CheckMessage]:
    """Every trigger that keeps the append-only tables stands in the database."""
    messages: list[CheckMessage] = []
    for alias in databases or []:
        connection = connections[alias]
        tables = set(connection.introspection.table_names())
        installed = [guard for guard in (*ARTICLE_GUARDS, *SHEET_GUARDS) if guard.table in tables]
        messages += [
            Error(f"The database lacks the trigger {name}.", hint="Run manage.py migrate.", id="factsheet.E002")
            for name in guards.missing(connection, installed)
        ]
    return messages
