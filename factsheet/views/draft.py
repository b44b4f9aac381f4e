"""The draft checker: a story being written, checked against the sheet and not kept."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import get_current_timezone_name, localdate

from factsheet import queries
from factsheet.forms import DraftForm
from factsheet.views.common import Request, find_sheet, render_part


def check(request: Request, slug: str) -> HttpResponse:
    """The form for a story; posted, the story with every figure and date marked by how it stands to the sheet."""
    context = {"sheet": find_sheet(request, slug)}
    if request.method != "POST":
        return _render_draft(request, context | {"form": DraftForm(initial={"published": localdate()})})
    form = DraftForm(request.POST, request.FILES)
    if not form.is_valid():
        return _render_draft(request, context | {"form": form}, status=422)
    published = form.cleaned_data["published"] or form.document.published
    page = queries.draft_page(
        context["sheet"], form.document, published=published, timezone=get_current_timezone_name()
    )
    # What was uploaded stands in the box, so that it can be changed and checked again.
    again = DraftForm(initial={"text": page.text, "published": published})
    return _render_draft(request, context | {"form": again, "page": page})


def _render_draft(request: Request, context: dict[str, object], *, status: int = 200) -> HttpResponse:
    return render_part(request, "draft/draft.html", "draft/_draft.html", context, status=status)
