"""The desk, a new sheet, and the activity of one."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.views.decorators.http import require_http_methods, require_safe

from factsheet import actions, queries
from factsheet.forms import SheetForm
from factsheet.policies import check_can_create_sheet, reason_against
from factsheet.views.common import Request, find_sheet, permitted, render_part


@require_safe
@permitted("factsheet.view_factsheet")
def show(request: Request) -> HttpResponse:
    """The sheets, filtered and searched."""
    page = queries.desk(
        query=request.GET.get("q", ""), state=request.GET.get("state", ""), after=request.GET.get("after", "")
    )
    context = {"desk": page, "cannot_create": reason_against(check_can_create_sheet, request.user)}
    return render_part(request, "desk/desk.html", "desk/_sheet_rows.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permitted("factsheet.add_factsheet")
def new(request: Request) -> HttpResponse:
    """Open a sheet."""
    form = SheetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        sheet = actions.create_sheet(**form.cleaned_data, by=request.user, at=now())
        return redirect("article-add", sheet.slug)
    return render(request, "sheets/new.html", {"form": form}, status=422 if form.is_bound else 200)


@require_safe
@permitted("factsheet.view_factsheet")
def activity(request: Request, slug: str) -> HttpResponse:
    """Every act on a sheet, newest first."""
    sheet = find_sheet(slug)
    context = {"sheet": sheet, "activity": queries.activity(sheet, after=request.GET.get("after", ""))}
    return render_part(request, "activity/activity.html", "activity/_entries.html", context)
