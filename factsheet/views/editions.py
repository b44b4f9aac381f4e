"""Editions as readers get them, any two of them compared, and everything that was corrected."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from factsheet import queries
from factsheet.models import Edition
from factsheet.queries.paging import read_key
from factsheet.views.common import Request, find_sheet


def index(request: Request, slug: str) -> HttpResponse:
    """The editions of a sheet, newest first."""
    sheet = find_sheet(request, slug)
    return render(request, "edition/list.html", {"sheet": sheet, "lines": queries.edition_list(sheet)})


def show(request: Request, slug: str, number: int) -> HttpResponse:
    """One edition, from the bytes that are served."""
    page = queries.edition_page(find_sheet(request, slug), number)
    if page is None:
        raise Http404(_("This sheet has no edition of that number."))
    return render(
        request,
        "edition/edition.html",
        {
            "sheet": page.sheet,
            "page": page,
            "edition": page.edition,
            "content": page.content,
            "deliveries": queries.deliveries_of([page.edition.pk])[page.edition.pk],
        },
    )


def compare(request: Request, slug: str) -> HttpResponse:
    """What is different from one edition to another; where the address does not say which, the last two."""
    sheet = find_sheet(request, slug)
    lines = queries.edition_list(sheet)
    newest = lines[0].edition.number if lines else 0
    after = read_key(request.GET.get("to", "")) or newest
    before = read_key(request.GET.get("from", "")) or max(newest - 1, 1)
    comparison = queries.edition_comparison(sheet, before, after)
    if comparison is None:
        raise Http404(_("This sheet has no edition of that number."))
    return render(request, "edition/compare.html", {"sheet": sheet, "comparison": comparison})


def list_corrections(request: Request) -> HttpResponse:
    """Every correction, clarification, update and withdrawal, newest first."""
    page = queries.corrections(kind=request.GET.get("kind", ""), after=request.GET.get("after", ""))
    return render(request, "edition/corrections.html", {"page": page, "kinds": Edition.Kind.choices})
