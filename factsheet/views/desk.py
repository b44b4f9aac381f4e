"""The desk, a new sheet, the activity of one, and any act in it undone."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from factsheet import actions, queries
from factsheet.channel import COMMAND
from factsheet.export.log import write_csv, write_jsonl
from factsheet.forms import SheetForm
from factsheet.middleware import page_sent_from
from factsheet.models import CHANNELS, Act, Activity, visible_sheets
from factsheet.policies import check_can_create_sheet, check_can_undo, reason_against
from factsheet.queries.history import LogFilter
from factsheet.queries.paging import read_key
from factsheet.views.common import Request, find_sheet, render_part


def show(request: Request) -> HttpResponse:
    """The sheets, filtered and searched."""
    page = queries.desk(
        visible_sheets(request.user),
        query=request.GET.get("q", ""),
        state=request.GET.get("state", ""),
        after=request.GET.get("after", ""),
    )
    present = queries.present([row.sheet for row in page.rows], by=request.user, at=now())
    context = {"desk": page, "present": present, "cannot_create": reason_against(check_can_create_sheet, request.user)}
    return render_part(request, "desk/desk.html", "desk/_sheet_rows.html", context)


def new(request: Request) -> HttpResponse:
    """Open a sheet."""
    form = SheetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        sheet = actions.create_sheet(**form.cleaned_data, by=request.user, at=now())
        return redirect("article-add", sheet.slug)
    return render(request, "sheets/new.html", {"form": form}, status=422 if form.is_bound else 200)


def activity(request: Request, slug: str) -> HttpResponse:
    """Every act on a sheet, newest first."""
    sheet = find_sheet(request, slug)
    page = queries.activity(sheet, LogFilter.read(request.GET.dict()), after=request.GET.get("after", ""))
    acts = [line.activity for line in page.entries]
    others = {act.pk for act in acts if reason_against(check_can_undo, request.user, act)}
    channels = [*CHANNELS.items(), (COMMAND, _("by a command on the server"))]
    context = {"sheet": sheet, "activity": page, "others": others, "acts": Act.choices, "channels": channels}
    context["is_watched"] = queries.is_watched(sheet, request.user)
    return render_part(request, "activity/activity.html", "activity/_entries.html", context)


def export_activity(request: Request, slug: str, form: str) -> StreamingHttpResponse:
    """The acts on a sheet that are asked for, all of them, as a file."""
    sheet = find_sheet(request, slug)
    write, kind = {"csv": (write_csv, "text/csv"), "jsonl": (write_jsonl, "application/jsonl")}[form]
    lines = queries.log_lines(sheet, LogFilter.read(request.GET.dict()))
    response = StreamingHttpResponse(write(lines), content_type=f"{kind}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{sheet.slug}-activity.{form}"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


def undo(request: Request, slug: str) -> HttpResponse:
    """Undo an act where the log tells of it, or all that were done with it, and go back to where that was told."""
    sheet = find_sheet(request, slug)
    key = read_key(request.POST.get("act", "") or request.POST.get("together", "")) or 0
    act = get_object_or_404(Activity, sheet=sheet, pk=key)
    check_can_undo(request.user, act)
    acts = queries.settled_together(sheet, key) if "together" in request.POST else [act]
    if len(acts) == 1:
        actions.undo(acts[0], by=request.user, at=now())
    else:
        actions.undo_together(acts, by=request.user, at=now())
    messages.success(request, _("It is undone."))
    return redirect(page_sent_from(request) or reverse("activity", args=[slug]))
