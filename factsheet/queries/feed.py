"""What the newsroom's systems fetch: editions as they are stored, with no row written and no body read for nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from factsheet.models import ApiToken, Edition, FactSheet
from factsheet.queries.paging import cut_page


@dataclass(frozen=True, slots=True)
class EditionHead:
    """What is known of an edition before its body is read; `key` is for `edition_body`."""

    key: int
    number: int
    sha256: str
    published_at: datetime


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """One line in the list of a sheet's editions; `previous_sha256` is "" for the first."""

    number: int
    sha256: str
    previous_sha256: str
    published_at: datetime
    note: str


def live_token(secret: str) -> ApiToken | None:
    """The token of this secret, unless somebody revoked it; one query."""
    return ApiToken.objects.filter(sha256=ApiToken.digest(secret), revoked_at__isnull=True).first()


def edition_head(sheets: QuerySet[FactSheet], slug: str, number: int | None = None) -> EditionHead | None:
    """The edition of one of these sheets, the newest unless numbered, or None; one query of one row."""
    editions = Edition.objects.filter(sheet__in=sheets.filter(slug=slug)).order_by("-number")
    if number is not None:
        editions = editions.filter(number=number)
    row = editions.values_list("pk", "number", "sha256", "published_at").first()
    return None if row is None else EditionHead(*row)


def edition_body(head: EditionHead) -> bytes:
    """The stored bytes of an edition; one query."""
    return bytes(Edition.objects.values_list("body", flat=True).get(pk=head.key))


def edition_feed(
    sheets: QuerySet[FactSheet], slug: str, *, before: int | None, size: int
) -> tuple[list[EditionEntry], bool] | None:
    """At most `size` editions of a sheet below the number `before`, newest first, and whether there are older ones.

    None where none of these sheets has this address; two queries.
    """
    sheet = sheets.filter(slug=slug).values_list("pk", flat=True).first()
    if sheet is None:
        return None
    editions = Edition.objects.filter(sheet=sheet)
    if before is not None:
        editions = editions.filter(number__lt=before)
    rows = editions.order_by("-number").values_list("number", "sha256", "previous_sha256", "published_at", "note")
    entries, more = cut_page([EditionEntry(*row) for row in rows[: size + 1]], size)
    return entries, more
