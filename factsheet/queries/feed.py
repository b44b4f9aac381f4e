"""What the newsroom's systems fetch: editions as they are stored, with no row written and no body read for nothing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import BinaryField, Case, F, Value, When
from django.db.models.functions import Length

from factsheet.models import ApiToken, Edition, FactSheet
from factsheet.queries.paging import cut_page


@dataclass(frozen=True, slots=True)
class StoredEdition:
    """An edition as it is served. `size` is that of the body in bytes; `body` is None where it was not asked for."""

    number: int
    sha256: str
    published_at: datetime
    size: int
    body: bytes | None


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """One line in the list of a sheet's editions; `previous_sha256` is "" for the first."""

    number: int
    sha256: str
    previous_sha256: str
    published_at: datetime
    note: str


def is_token_live(secret: str) -> bool:
    """Whether the secret is that of a token which nobody revoked; one query."""
    return ApiToken.objects.filter(sha256=ApiToken.digest(secret), revoked_at__isnull=True).exists()


def stored_edition(
    slug: str, number: int | None = None, *, held: Collection[str] = (), with_body: bool = True
) -> StoredEdition | None:
    """An edition of the sheet with this address, the newest unless numbered, or None; one query.

    Its body is left where it is when its SHA-256 is among those the caller holds already.
    """
    editions = Edition.objects.filter(sheet__slug=slug)
    if number is not None:
        editions = editions.filter(number=number)
    body = F("body") if with_body else Value(None)
    wanted = Case(When(sha256__in=list(held), then=Value(None)), default=body, output_field=BinaryField())
    row = editions.order_by("-number").values_list("number", "sha256", "published_at", Length("body"), wanted).first()
    if row is None:
        return None
    found, sha256, published_at, size, content = row
    return StoredEdition(found, sha256, published_at, size, None if content is None else bytes(content))


def edition_feed(slug: str, *, before: int | None, size: int) -> tuple[list[EditionEntry], bool] | None:
    """At most `size` editions of a sheet below the number `before`, newest first, and whether there are older ones.

    None where no sheet has this address; two queries.
    """
    sheet = FactSheet.objects.filter(slug=slug).values_list("pk", flat=True).first()
    if sheet is None:
        return None
    editions = Edition.objects.filter(sheet=sheet)
    if before is not None:
        editions = editions.filter(number__lt=before)
    rows = editions.order_by("-number").values_list("number", "sha256", "previous_sha256", "published_at", "note")
    entries, more = cut_page([EditionEntry(*row) for row in rows[: size + 1]], size)
    return entries, more
