"""Editions as readers get them."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from factsheet import queries
from factsheet.views.common import Request, find_sheet


def index(request: Request, slug: str) -> HttpResponse:
    """The editions of a sheet, newest first."""
    sheet = find_sheet(request, slug)
    return render(request, "edition/list.html", {"sheet": sheet, "editions": queries.edition_list(sheet)})


def show(request: Request, slug: str, number: int) -> HttpResponse:
    """One edition, from the bytes that are served."""
    page = queries.edition_page(find_sheet(request, slug), number)
    if page is None:
        raise Http404(_("This sheet has no edition of that number."))
    return render(
        request,
        "edition/edition.html",
        {"sheet": page.sheet, "page": page, "edition": page.edition, "content": page.content},
    )
