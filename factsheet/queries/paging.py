"""Paging by key: a page begins after the last row seen, so that its cost does not grow with how far one has read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row")
Rows = TypeVar("Rows", bound=Model)


def cut_page(rows: Sequence[Row], size: int) -> tuple[list[Row], bool]:
    """The first `size` of rows that were asked for with one more, and whether there are more."""
    return list(rows[:size]), len(rows) > size


def read_key(text: str) -> int | None:
    """A key from the address; what is no whole number, or too large for a database, is no key."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def write_moment_key(moment: datetime, pk: int) -> str:
    """The key of a row in an order by moment, then by id."""
    return f"{moment.isoformat()}~{pk}"


def read_moment_key(text: str) -> tuple[datetime, int] | None:
    """The moment and id in a key, or None for a text that is none."""
    moment, _, pk = text.partition("~")
    key = read_key(pk)
    try:
        at = datetime.fromisoformat(moment)
        # As the databases want it: a moment at the very end of the calendar may not exist in UTC.
        return (at.astimezone(UTC), key) if key is not None and at.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None


def read_pages(rows: QuerySet[Rows], keys: tuple[str, ...], size: int) -> Iterator[list[Rows]]:
    """All rows in the order of one or two keys, so many at a time."""
    rows, after = rows.order_by(*keys), Q()
    while page := list(rows.filter(after)[:size]):
        yield page
        if len(page) < size:
            return
        first, *second = keys
        last = getattr(page[-1], first)
        after = Q(**{f"{first}__gt": last})
        if second:
            after |= Q(**{first: last, f"{second[0]}__gt": getattr(page[-1], second[0])})
