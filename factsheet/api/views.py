"""The CMS reads: the newest edition of a sheet, any edition by its number, the list of them, and the schemas.

An edition is sent as the bytes that are stored. Whoever has them already is told so from one row, the body unread.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

from factsheet.api.access import find_reader
from factsheet.api.problems import Problem, endpoint
from factsheet.export.edition import canonicalize
from factsheet.export.encoding import write_moment
from factsheet.export.schemas import SCHEMAS, write_schema
from factsheet.models import Reader, visible_sheets
from factsheet.queries.feed import edition_body, edition_feed, edition_head
from factsheet.queries.paging import read_key

JSON = "application/json"
SCHEMA = "application/schema+json"
PAGE = 50
LARGEST_PAGE = 200

# A numbered edition never changes; what is newest has to be asked each time, which a 304 answers cheaply.
FOR_GOOD = "private, max-age=31536000, immutable"
ASK_AGAIN = "private, no-cache"
SCHEMA_CACHE = "public, max-age=86400"


@endpoint(JSON)
def newest_edition(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest edition of a sheet."""
    return _serve_edition(request, find_reader(request), slug, None, ASK_AGAIN)


@endpoint(JSON)
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One edition of a sheet, for good."""
    return _serve_edition(request, find_reader(request), slug, number, FOR_GOOD)


@endpoint(JSON)
def editions(request: HttpRequest, slug: str) -> HttpResponse:
    """The editions of a sheet, newest first; `?before=` a number goes on to older ones, `?limit=` is at most 200."""
    reader = find_reader(request)
    before, limit = _read_number(request, "before"), _read_number(request, "limit")
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
                    "url": settings.SITE_URL + reverse("api:edition", args=[slug, entry.number]),
                    "published_at": write_moment(entry.published_at),
                    "sha256": entry.sha256,
                    "previous_sha256": entry.previous_sha256 or None,
                    "note": entry.note or None,
                }
                for entry in entries
            ],
            "next": f"{address}?before={entries[-1].number}&limit={size}" if more else None,
        }
    )
    digest = hashlib.sha256(body).hexdigest()
    changed = entries[0].published_at if entries else None
    return _serve(request, lambda: body, digest=digest, changed=changed, cache=ASK_AGAIN, schema="editions-1")


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


def _serve_edition(request: HttpRequest, reader: Reader, slug: str, number: int | None, cache: str) -> HttpResponse:
    head = edition_head(visible_sheets(reader), slug, number)
    if head is None:
        which = "no edition yet" if number is None else f"no edition {number}"
        raise Problem(HTTPStatus.NOT_FOUND, f"There is {which} of a sheet “{slug}”.")
    return _serve(
        request,
        lambda: edition_body(head),
        digest=head.sha256,
        changed=head.published_at,
        cache=cache,
        schema="edition-1",
    )


def _serve(
    request: HttpRequest,
    load: Callable[[], bytes],
    *,
    digest: str,
    changed: datetime | None,
    cache: str,
    schema: str,
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
    answer.headers["Cache-Control"] = cache
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


def _read_number(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name)
    if text is None:
        return None
    number = read_key(text)
    if not number:
        raise Problem(HTTPStatus.BAD_REQUEST, f"“{name}” is a whole number above 0.")
    return number
