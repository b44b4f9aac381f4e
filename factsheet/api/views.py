"""The CMS reads: the newest edition of a sheet, any edition by its number, the list of them, and the schemas.

An edition is sent as the bytes that are stored. Whoever has them already is told so from one row, the body unread.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

from factsheet.api.access import find_reader
from factsheet.api.deliveries import note_when_sent
from factsheet.api.endpoints import endpoint
from factsheet.export.edition import canonicalize
from factsheet.export.encoding import write_moment
from factsheet.export.schemas import SCHEMAS, write_schema
from factsheet.models import Edition, Reader, visible_sheets
from factsheet.problems import Problem
from factsheet.queries.feed import EditionEntry, EditionHead, edition_body, edition_feed, edition_head
from factsheet.queries.paging import read_key

JSON = "application/json"
SCHEMA = "application/schema+json"
PAGE = 50
LARGEST_PAGE = 200

# The bytes of a numbered edition never change, but what became of it is told beside them: who keeps it asks each time,
# which a 304 answers cheaply.
ASK_AGAIN = "private, no-cache"
# What an edition that was replaced is called, by the kind of the one that did.
STATUS: Mapping[str, str] = {
    Edition.Kind.UPDATE: "updated",
    Edition.Kind.CLARIFICATION: "clarified",
    Edition.Kind.CORRECTION: "corrected",
    Edition.Kind.WITHDRAWAL: "withdrawn",
}
LONGEST_NOTE = 200
SCHEMA_CACHE = "public, max-age=86400"


@endpoint(JSON)
def newest_edition(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest edition of a sheet."""
    return _serve_edition(request, find_reader(request), slug, None)


@endpoint(JSON)
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One edition of a sheet: the same bytes for good, with what became of it since in the header."""
    return _serve_edition(request, find_reader(request), slug, number)


@endpoint(JSON)
def editions(request: HttpRequest, slug: str) -> HttpResponse:
    """The editions of a sheet, newest first; `?before=` a number goes on to older ones, `?limit=` is at most 200."""
    reader = find_reader(request)
    before, limit = read_number(request, "before"), read_number(request, "limit")
    size = min(limit or PAGE, LARGEST_PAGE)
    found = edition_feed(visible_sheets(reader), slug, before=before, size=size)
    if found is None:
        raise Problem(HTTPStatus.NOT_FOUND, f"There is no sheet “{slug}”.")
    entries, more = found
    address = settings.SITE_URL + reverse("api:editions", args=[slug])
    body = canonicalize(
        {
            "schema": "factsheet.editions/1",
            "sheet": slug,
            "editions": [
                {
                    "number": entry.number,
                    "url": edition_url(slug, entry.number),
                    "published_at": write_moment(entry.published_at),
                    "sha256": entry.sha256,
                    "previous_sha256": entry.previous_sha256 or None,
                    "kind": entry.kind or None,
                    "note": entry.note or None,
                    "replaced": entry.replaced and _write_replaced(slug, entry.replaced),
                }
                for entry in entries
            ],
            "next": f"{address}?before={entries[-1].number}&limit={size}" if more else None,
        }
    )
    digest = hashlib.sha256(body).hexdigest()
    changed = entries[0].published_at if entries else None
    return serve(request, lambda: body, digest=digest, changed=changed, schema="editions-1")


def _write_replaced(slug: str, entry: EditionEntry) -> dict[str, str | int | None]:
    return {
        "number": entry.number,
        "url": edition_url(slug, entry.number),
        "published_at": write_moment(entry.published_at),
        "kind": entry.kind or None,
        "note": entry.note or None,
    }


@endpoint(SCHEMA, JSON)
def schema(_request: HttpRequest, name: str) -> HttpResponse:
    """A JSON Schema; it says nothing of any sheet, so it needs no token."""
    if name not in SCHEMAS:
        raise Problem(HTTPStatus.NOT_FOUND, f"There is no schema “{name}”; there are {', '.join(SCHEMAS)}.")
    body = write_schema(name, address=settings.SITE_URL + reverse("api:schema", args=[name]))
    return HttpResponse(body, content_type=SCHEMA, headers={"Cache-Control": SCHEMA_CACHE})


@endpoint()
def nowhere(_request: HttpRequest, rest: str) -> HttpResponse:
    """Every other address under the API."""
    raise Problem(HTTPStatus.NOT_FOUND, f"There is no “{rest}” in the API.")


def _serve_edition(request: HttpRequest, reader: Reader, slug: str, number: int | None) -> HttpResponse:
    head = edition_head(visible_sheets(reader), slug, number)
    if head is None:
        which = "no edition yet" if number is None else f"no edition {number}"
        raise Problem(HTTPStatus.NOT_FOUND, f"There is {which} of a sheet “{slug}”.")
    answer = serve(
        request,
        lambda: edition_body(head),
        digest=head.sha256,
        changed=head.published_at,
        schema="edition-1",
        links=tuple(_link_versions(slug, head.number)),
        headers={"Edition-Status": write_status(slug, head)},
    )
    return note_when_sent(request, answer, edition=head.key, reader=reader)


def edition_url(slug: str, number: int) -> str:
    """Where an edition's bytes are."""
    return f"{settings.SITE_URL}{reverse('api:edition', args=[slug, number])}"


def _link_versions(slug: str, number: int) -> Iterator[str]:
    """The newest edition and the one before, as RFC 5829 names them."""
    newest = settings.SITE_URL + reverse("api:newest-edition", args=[slug])
    yield f'<{newest}>; rel="latest-version"'
    if number > 1:
        yield f'<{edition_url(slug, number - 1)}>; rel="predecessor-version"'


def write_status(slug: str, head: EditionHead) -> str:
    """What became of an edition, as an item of RFC 9651 with its parameters, the note as a display string."""
    if head.replaced is None:
        return f"current;kind={head.kind}" if head.kind else "current"
    by = head.replaced
    note = "".join(chr(byte) if 0x20 <= byte < 0x7F and byte not in b'%"' else f"%{byte:02x}" for byte in _cut(by.note))
    told = [f"by={by.number}", f"at=@{int(by.published_at.timestamp())}", f'url="{edition_url(slug, by.number)}"']
    return ";".join([STATUS.get(by.kind, "replaced"), *told, *([f'note=%"{note}"'] if note else [])])


def _cut(note: str) -> bytes:
    """As much of a note as a header carries everywhere; the whole stands in the list of editions."""
    return note[:LONGEST_NOTE].encode()


def serve(
    request: HttpRequest,
    load: Callable[[], bytes],
    *,
    digest: str,
    changed: datetime | None,
    schema: str,
    links: Sequence[str] = (),
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """Send what `load` gives, or 304 to whoever has it already; `digest` is its SHA-256 in hexadecimal."""
    tag = f'"{digest}"'
    modified = int(changed.timestamp()) if changed else None
    answer = get_conditional_response(request, etag=tag, last_modified=modified)
    if answer is None:
        answer = _send_whole(load(), digest=digest, schema=schema)
    elif answer.status_code == HTTPStatus.PRECONDITION_FAILED:
        raise Problem(HTTPStatus.PRECONDITION_FAILED, "This is not the version that the request's condition names.")
    answer.headers["ETag"] = tag
    answer.headers["Cache-Control"] = ASK_AGAIN
    if links:
        answer.headers["Link"] = ", ".join([*filter(None, [answer.headers.get("Link")]), *links])
    for name, value in (headers or {}).items():
        answer.headers[name] = value
    if modified is not None:
        answer.headers["Last-Modified"] = http_date(modified)
    patch_vary_headers(answer, ["Authorization", "Cookie"])
    return answer


def _send_whole(body: bytes, *, digest: str, schema: str) -> HttpResponse:
    schema_address = settings.SITE_URL + reverse("api:schema", args=[schema])
    return HttpResponse(
        body,
        content_type=JSON,
        headers={
            "Content-Length": str(len(body)),
            # RFC 9530: the SHA-256 of what is stored, so that a reader can check what arrived.
            "Repr-Digest": f"sha-256=:{base64.b64encode(bytes.fromhex(digest)).decode()}:",
            "Link": f'<{schema_address}>; rel="describedby"; type="{SCHEMA}"',
        },
    )


def read_number(request: HttpRequest, name: str) -> int | None:
    """A number from the address; None where it says none.

    Raises:
        Problem: 400 for what is no whole number above 0.
    """
    text = request.GET.get(name)
    if text is None:
        return None
    number = read_key(text)
    if not number:
        raise Problem(HTTPStatus.BAD_REQUEST, f"“{name}” is a whole number above 0.")
    return number
