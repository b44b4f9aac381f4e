"""Notices are read, sheets watched, and mail of it wanted or not."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import now
from django.utils.translation import gettext as _

from factsheet import queries
from factsheet.actions import watching as actions
from factsheet.middleware import page_sent_from
from factsheet.queries.paging import read_key
from factsheet.views.common import Request, find_sheet


def show(request: Request) -> HttpResponse:
    """What one is told of, newest first."""
    page = queries.notices(request.user, after=request.GET.get("after", ""))
    return render(request, "notices/notices.html", {"page": page})


def read(request: Request) -> HttpResponse:
    """Mark a notice as read, or all of them."""
    chosen = [key for value in request.POST.getlist("notice") if (key := read_key(value)) is not None]
    if not chosen and request.POST.get("act") != "all":
        return redirect("notices")
    actions.read_notices(request.user, chosen or None, at=now())
    return redirect("notices")


def choose_mail(request: Request) -> HttpResponse:
    """Say whether one wants mail of what one watches."""
    wanted = request.POST.get("mail") == "on"
    actions.choose_mail(request.user, wanted=wanted)
    messages.success(request, _("You get mail from now on.") if wanted else _("You get no mail any more."))
    return redirect("notices")


def watch(request: Request, slug: str) -> HttpResponse:
    """Begin or stop to watch a sheet."""
    sheet = find_sheet(request, slug)
    if request.POST.get("act") == "stop":
        actions.stop_watching(sheet, request.user)
        messages.success(request, _("You watch this sheet no longer."))
    else:
        actions.watch(sheet, request.user)
        messages.success(request, _("You watch this sheet: you are told of what happens to it."))
    return redirect(page_sent_from(request) or sheet.get_absolute_url())


def add_unread(request: HttpRequest) -> dict[str, object]:
    """For every page: how many notices are unread, asked where it is shown."""
    return {"unread_notices": SimpleLazyObject(lambda: queries.unread_notices(request.user))}  # type: ignore[arg-type]
