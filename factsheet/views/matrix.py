"""The matrix."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from articles.values import Kind
from factsheet import queries
from factsheet.views.common import Request, find_sheet, permitted, render_part


@require_safe
@permitted("factsheet.view_factsheet")
def show(request: Request, slug: str) -> HttpResponse:
    """Facts against articles, filtered by the address."""
    sheet = find_sheet(slug)
    matrix = queries.matrix(sheet, show=request.GET.get("show", ""), kind=request.GET.get("kind", ""))
    context = {"sheet": sheet, "matrix": matrix, "kinds": [kind.value for kind in Kind]}
    return render_part(request, "matrix/matrix.html", "matrix/_matrix.html", context)
