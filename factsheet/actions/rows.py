"""Columns of many rows are written at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TypeVar

from django.db.models import Manager, Model

Row = TypeVar("Row", bound=Model)


def overwrite(table: Manager[Row], rows: Collection[Row], columns: Sequence[str]) -> None:
    """Write these columns of rows that are there, whole as they were read, under the lock of their sheet.

    Said to the database as rows to insert, each of which is there already: `bulk_update` builds a condition for every
    cell, which for a hundred rows takes ten times as long.
    """
    table.bulk_create(rows, update_conflicts=True, unique_fields=["pk"], update_fields=[*columns])
