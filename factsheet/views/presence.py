"""An open page says that it is open, and is told who else is there."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now

from factsheet import queries
from factsheet.actions import presence as actions
from factsheet.middleware import page_sent_from
from factsheet.queries.paging import read_key
from factsheet.views.common import Request, find_sheet

A_YEAR = 365 * 24 * 3600
COOKIE = "presence_off"


def is_hidden(request: Request) -> bool:
    """Whether who asks does not want to be seen by colleagues; the cookie holds the number of who does not."""
    return request.COOKIES.get(COOKIE) == str(request.user.pk)


def here(request: Request, slug: str) -> HttpResponse:
    """Say that the sheet is open, or that one does not want to be seen; and who else is there."""
    sheet = find_sheet(request, slug)
    if (wish := request.POST.get("wish")) in ("hide", "show"):
        if wish == "hide":
            actions.hide(request.user)
        response = redirect(page_sent_from(request) or sheet)
        value = str(request.user.pk) if wish == "hide" else ""
        response.set_cookie(
            COOKIE, value, max_age=A_YEAR, secure=request.is_secure(), httponly=True, samesite="Lax"
        )  # fmt: skip
        return response
    fact = read_key(request.POST.get("fact", ""))
    if not is_hidden(request):
        actions.be_present(sheet, request.user, fact=fact, at=now())
    found = queries.present([sheet], by=request.user, at=now()).get(sheet.pk, [])
    return render(request, "components/_present.html", {"present": found, "fact": {"pk": fact}})
