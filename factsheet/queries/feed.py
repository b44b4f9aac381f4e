"""What the newsroom's systems fetch: editions as they are stored, with no row written and no body read for nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Case, QuerySet, Value, When

from factsheet.models import ApiToken, Edition, FactSheet
from factsheet.queries.edition import GRAVITY, find_gravest
from factsheet.queries.paging import cut_page


@dataclass(frozen=True, slots=True)
class EditionHead:
    """What is known of an edition before its body is read; `key` is for `edition_body`.

    `replaced` is the later edition that matters most to who has this one; None where there is none.
    """

    key: int
    number: int
    sha256: str
    published_at: datetime
    kind: str
    note: str
    replaced: EditionHead | None = None


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """One line in the list of a sheet's editions; `previous_sha256` is "" for the first."""

    number: int
    sha256: str
    previous_sha256: str
    published_at: datetime
    kind: str
    note: str
    replaced: EditionEntry | None = None


def live_token(secret: str) -> ApiToken | None:
    """The token of this secret, unless somebody revoked it; one query."""
    return ApiToken.objects.filter(sha256=ApiToken.digest(secret), revoked_at__isnull=True).first()


def edition_head(sheets: QuerySet[FactSheet], slug: str, number: int | None = None) -> EditionHead | None:
    """The edition of one of these sheets, the newest unless numbered, or None; one query.

    A numbered one comes with the later one that matters most: two rows at most.
    """
    editions = Edition.objects.filter(sheet__in=sheets.filter(slug=slug))
    if number is None:
        editions = editions.order_by("-number")[:1]
    else:
        asked = Case(When(number=number, then=Value(0)), default=Value(1))
        gravity = Case(*(When(kind=kind, then=Value(place)) for place, kind in enumerate(GRAVITY)), default=Value(9))
        editions = editions.filter(number__gte=number).order_by(asked, gravity, "-number")[:2]
    heads = [
        EditionHead(*row) for row in editions.values_list("pk", "number", "sha256", "published_at", "kind", "note")
    ]
    if not heads or number not in (None, heads[0].number):
        return None
    return replace(heads[0], replaced=heads[1] if heads[1:] else None)


def edition_body(head: EditionHead) -> bytes:
    """The stored bytes of an edition; one query."""
    return bytes(Edition.objects.values_list("body", flat=True).get(pk=head.key))


def edition_feed(
    sheets: QuerySet[FactSheet], slug: str, *, before: int | None, size: int
) -> tuple[list[EditionEntry], bool] | None:
    """At most `size` editions of a sheet below the number `before`, newest first, and whether there are older ones.

    Each comes with the later one that matters most to who has it. None where none of these sheets has this address; two
    queries.
    """
    sheet = sheets.filter(slug=slug).values_list("pk", flat=True).first()
    if sheet is None:
        return None
    rows = Edition.objects.filter(sheet=sheet).order_by("-number")
    # What replaced those of a page stands on the pages before it: a sheet's editions are few, and no body is read.
    columns = ("number", "sha256", "previous_sha256", "published_at", "kind", "note")
    everything = [EditionEntry(*row) for row in rows.values_list(*columns)]
    told = [replace(entry, replaced=find_gravest(everything[:place])) for place, entry in enumerate(everything)]
    return cut_page([entry for entry in told if before is None or entry.number < before], size)
