"""What the CMS asks after an edition: what is different from one to another, and what was corrected anywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from factsheet.api.access import find_reader
from factsheet.api.endpoints import endpoint
from factsheet.api.views import JSON, LARGEST_PAGE, PAGE, edition_url, read_number, serve
from factsheet.export.differences import LineDifference, Part
from factsheet.export.edition import canonicalize
from factsheet.export.encoding import write_moment
from factsheet.models import Edition, visible_sheets
from factsheet.problems import Problem
from factsheet.queries.corrections import corrections as read_corrections
from factsheet.queries.edition import edition_comparison
from factsheet.queries.paging import read_moment_key
from factsheet.wording import compare_words


@endpoint(JSON)
def compare(request: HttpRequest, slug: str) -> HttpResponse:
    """What is different between two editions of a sheet, `?from=` one and `&to=` another, line by line."""
    reader = find_reader(request)
    before, after = _demand_number(request, "from"), _demand_number(request, "to")
    sheet = visible_sheets(reader).filter(slug=slug).first()
    comparison = edition_comparison(sheet, before, after) if sheet else None
    if comparison is None:
        raise Problem(HTTPStatus.NOT_FOUND, f"There are no editions {before} and {after} of a sheet “{slug}”.")
    difference = comparison.difference
    body = canonicalize(
        {
            "schema": "factsheet.difference/1",
            "sheet": slug,
            "from": _write_edition(slug, comparison.before),
            "to": _write_edition(slug, comparison.after),
            "head": _write_parts(difference.head),
            "lines": [_write_line(line) for line in difference.changed],
            "kept": len(difference.kept),
        }
    )
    changed = max(comparison.before.published_at, comparison.after.published_at)
    digest = hashlib.sha256(body).hexdigest()
    return serve(request, lambda: body, digest=digest, changed=changed, schema="difference-1")


@endpoint(JSON)
def corrections(request: HttpRequest) -> HttpResponse:
    """Every edition that replaced another, newest first; `?kind=` one kind, `?limit=`, and `?after=` a page."""
    find_reader(request)
    kind, after = request.GET.get("kind", ""), request.GET.get("after", "")
    if kind and kind not in Edition.Kind:
        raise Problem(HTTPStatus.BAD_REQUEST, f"“kind” is one of {', '.join(Edition.Kind.values)}.")
    if after and read_moment_key(after) is None:
        raise Problem(HTTPStatus.BAD_REQUEST, "“after” is the key of a page: follow “next”.")
    size = min(read_number(request, "limit") or PAGE, LARGEST_PAGE)
    page = read_corrections(kind=kind, after=after, size=size)
    onward = {"after": page.next, "limit": str(size), **({"kind": kind} if kind else {})}
    address = settings.SITE_URL + reverse("api:corrections")
    body = canonicalize(
        {
            "schema": "factsheet.corrections/1",
            "corrections": [_write_correction(edition) for edition in page.editions],
            "next": f"{address}?{urlencode(onward)}" if page.next else None,
        }
    )
    changed = page.editions[0].published_at if page.editions else None
    digest = hashlib.sha256(body).hexdigest()
    return serve(request, lambda: body, digest=digest, changed=changed, schema="corrections-1")


def _demand_number(request: HttpRequest, name: str) -> int:
    number = read_number(request, name)
    if number is None:
        raise Problem(HTTPStatus.BAD_REQUEST, f"Say which editions: “?from=1&to=2”; “{name}” is missing.")
    return number


def _write_edition(slug: str, edition: Edition) -> dict[str, Any]:
    return {
        "number": edition.number,
        "url": edition_url(slug, edition.number),
        "published_at": write_moment(edition.published_at),
        "sha256": edition.sha256,
        "kind": edition.kind or None,
        "note": edition.note or None,
    }


def _write_line(line: LineDifference) -> dict[str, Any]:
    told = {"id": line.id, "label": line.label, "change": line.fate, "figure": line.is_figure}
    return {**told, "parts": _write_parts(line.parts)}


def _write_parts(parts: Iterable[Part]) -> list[dict[str, Any]]:
    return [
        {
            "name": part.name,
            "before": part.before or None,
            "after": part.after or None,
            "words": [
                {"fate": change.fate, "words": change.words} for change in compare_words(part.before, part.after)
            ],
        }
        for part in parts
    ]


def _write_correction(edition: Edition) -> dict[str, Any]:
    slug = edition.sheet.slug
    query = urlencode({"from": edition.number - 1, "to": edition.number})
    return {
        "sheet": {"slug": slug, "title": edition.sheet.title},
        **_write_edition(slug, edition),
        "replaces": edition_url(slug, edition.number - 1),
        "difference": f"{settings.SITE_URL}{reverse('api:edition-compare', args=[slug])}?{query}",
    }
