"""Who sees a sheet: everybody, or those who are let in."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from factsheet import actions, queries
from factsheet.models import ApiToken, visible_sheets
from factsheet.policies import May, Refused, check_can_confide, reason_against
from factsheet.queries.paging import read_key
from factsheet.snapshot import name_of
from factsheet.views.common import Request, find_sheet, typed


def show(request: Request, slug: str) -> HttpResponse:
    """Whether a sheet is confidential, and who its members are."""
    sheet = find_sheet(request, slug)
    context = {
        "sheet": sheet,
        "page": queries.members(sheet),
        "cannot_confide": reason_against(check_can_confide, request.user, sheet),
    }
    return render(request, "sheets/members.html", context)


def change(request: Request, slug: str) -> HttpResponse:
    """Make a sheet confidential or open it, let somebody in or keep them out."""
    sheet = find_sheet(request, slug)
    check_can_confide(request.user, sheet)
    by, at = request.user, now()
    match request.POST.get("act"):
        case "confide":
            sheet = actions.confide(sheet, by=by, at=at)
            words = _("The sheet is confidential. Now only you see it: let in who works on it.")
        case "open":
            actions.open_up(sheet, by=by, at=at)
            words = _("The whole newsroom sees this sheet now.")
        case "admit":
            who = _read_who(request)
            actions.admit(sheet, who, by=by, at=at)
            words = _("%(name)s sees this sheet now.") % {"name": _name(who)}
        case "dismiss":
            who = _read_who(request)
            actions.dismiss(sheet, who, by=by, at=at)
            words = _("%(name)s does not see this sheet any more.") % {"name": _name(who)}
        case _other:
            raise Refused(_("Choose who is to see this sheet."))
    messages.success(request, words)
    is_seen = visible_sheets(by).filter(pk=sheet.pk).exists()
    return redirect("members", sheet.slug) if is_seen else redirect("desk")


def _read_who(request: Request) -> User | ApiToken:
    """The colleague or the system that a form names."""
    kind, _colon, key = typed(request.POST, "who").partition(":")
    if kind == "token":
        return get_object_or_404(ApiToken, pk=read_key(key))
    return get_object_or_404(User.objects.with_perm(May.SEE) if _lets_in(request) else User, pk=read_key(key))


def _lets_in(request: Request) -> bool:
    return request.POST.get("act") == "admit"


def _name(who: User | ApiToken) -> str:
    return name_of(who) if isinstance(who, User) else str(who)
