"""The activity of a sheet, newest first."""

from __future__ import annotations

from dataclasses import dataclass

from factsheet.models import Activity, FactSheet
from factsheet.queries.paging import cut_page, read_key

PAGE = 100


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """A page of the log; `after` is the key of the next, older page, empty on the last."""

    sheet: FactSheet
    entries: list[Activity]
    after: str


def activity(sheet: FactSheet, *, after: str = "", size: int = PAGE) -> ActivityPage:
    """The newest acts, or those older than the key; one query."""
    rows = sheet.activity.select_related("actor").order_by("-id")
    key = read_key(after)
    if key is not None:
        rows = rows.filter(id__lt=key)
    entries, more = cut_page(list(rows[: size + 1]), size)
    return ActivityPage(sheet, entries, str(entries[-1].pk) if more else "")
