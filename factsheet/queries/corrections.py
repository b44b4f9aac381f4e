"""Everything that was corrected, clarified, updated or withdrawn, of every sheet but the confidential ones."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from factsheet.models import Edition
from factsheet.queries.paging import cut_page, read_moment_key, write_moment_key

PAGE = 30


@dataclass(frozen=True, slots=True)
class Corrections:
    """A page of corrections, newest first; `next` is the key of the page after it, empty at the end."""

    editions: list[Edition]
    kind: str
    next: str


def corrections(*, kind: str = "", after: str = "", size: int = PAGE) -> Corrections:
    """Editions that replaced another, newest first, of one kind or of any, from after a key on; one query.

    Everybody gets the same list, so nothing of a confidential sheet stands in it, whoever asks.
    """
    kind = kind if kind in Edition.Kind else ""
    rows = (
        Edition.objects.exclude(kind="")
        .filter(sheet__confidential=False)
        .select_related("sheet", "published_by")
        .defer("body")
    )
    if kind:
        rows = rows.filter(kind=kind)
    if key := read_moment_key(after):
        at, pk = key
        rows = rows.filter(Q(published_at__lt=at) | Q(published_at=at, pk__lt=pk))
    editions, more = cut_page(list(rows.order_by("-published_at", "-id")[: size + 1]), size)
    last = write_moment_key(editions[-1].published_at, editions[-1].pk) if more else ""
    return Corrections(editions, kind, last)
