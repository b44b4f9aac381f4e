"""What somebody is told of, newest first, and which sheets they watch."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import QuerySet

from factsheet.models import FactSheet, MailWish, Notice, Watch, seen_by, visible_sheets
from factsheet.queries.paging import cut_page, read_key
from factsheet.telling import Told, tell_all

PAGE = 50

MOST = 100
"""More unread notices than this are not counted: the number stands on every page."""


@dataclass(frozen=True, slots=True)
class NoticePage:
    """A page of notices; `after` is the key of the next, older page, empty on the last. `watched` is cut at `MOST`."""

    told: list[Told]
    after: str
    watched: list[FactSheet]
    wants_mail: bool


def notices(person: User, *, after: str = "", size: int = PAGE) -> NoticePage:
    """What somebody is told of, of the sheets that they see; four queries."""
    rows = _of(person).select_related("activity__sheet", "activity__actor").order_by("-id")
    key = read_key(after)
    if key is not None:
        rows = rows.filter(id__lt=key)
    page, more = cut_page(list(rows[: size + 1]), size)
    watches = Watch.objects.filter(person=person, stopped=False)
    watched = visible_sheets(person).filter(watches__in=watches).order_by("-changed_at", "-id")
    return NoticePage(
        told=tell_all(page),
        after=str(page[-1].pk) if more else "",
        watched=list(watched[:MOST]),
        wants_mail=not MailWish.objects.filter(person=person, is_off=True).exists(),
    )


def unread_notices(person: User) -> int:
    """How many notices somebody has not read, `MOST` at the most; one query."""
    return _of(person).filter(read_at=None)[:MOST].count()


def is_watched(sheet: FactSheet, by: User) -> bool:
    """Whether somebody watches a sheet; one query."""
    return Watch.objects.filter(sheet=sheet, person=by, stopped=False).exists()


def _of(person: User) -> QuerySet[Notice]:
    return Notice.objects.filter(seen_by(person, "activity__sheet"), person=person)
