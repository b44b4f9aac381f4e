"""`check --database default` sees when the live database would not keep what it must."""

from __future__ import annotations

import pytest
from django.core import checks
from django.db import connection

from articles import guards
from factsheet.models import GUARDS


def run_checks() -> list[str | None]:
    messages = checks.run_checks(tags=[checks.Tags.database], databases=["default"])
    return [message.id for message in messages]


@pytest.mark.django_db
def test_a_migrated_database_passes() -> None:
    assert run_checks() == []


@pytest.mark.django_db
def test_a_missing_trigger_is_an_error_that_says_how_to_mend_it() -> None:
    guards.remove(connection, GUARDS[:1])
    messages = checks.run_checks(tags=[checks.Tags.database], databases=["default"])
    assert {message.id for message in messages} == {"factsheet.E002"}
    assert {message.hint for message in messages} == {"Run manage.py migrate."}


def test_a_connection_that_does_not_wait_for_the_disk_is_an_error_on_sqlite(own_database: None) -> None:
    on_sqlite = connection.vendor == "sqlite"
    assert run_checks() == []
    if on_sqlite:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")
    assert run_checks() == (["factsheet.E001"] if on_sqlite else [])
