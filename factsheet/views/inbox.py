"""The inbox: claims are accepted, placed, rejected and restored, one or many at once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from factsheet import actions, queries
from factsheet.models import Evidence, Fact, FactSheet
from factsheet.policies import Refused, check_can_sort, reason_against
from factsheet.queries.paging import read_key
from factsheet.views.common import Request, find_sheet, permitted, render_part, typed, wants_fragment

# Short, so that one is chosen without thinking; the list is what desks reject machine readings for.
REASONS = ("Not about this event", "Read wrongly", "Not a claim", "Said twice", "Too vague to use")


@require_safe
@permitted("factsheet.view_factsheet")
def show(request: Request, slug: str) -> HttpResponse:
    """The claims to sort."""
    return _render_inbox(request, find_sheet(slug), request.GET)


@require_POST
@permitted("factsheet.sort_evidence")
def sort(request: Request, slug: str) -> HttpResponse:
    """Sort the chosen claims; what is refused leaves all of them as they were."""
    sheet = find_sheet(slug)
    sorted_ = _sort(request, sheet)
    words = ngettext("%(n)s claim is sorted.", "%(n)s claims are sorted.", len(sorted_)) % {"n": len(sorted_)}
    if wants_fragment(request):
        return _render_inbox(request, find_sheet(slug), request.POST, announcement=words)
    messages.success(request, words)
    show = request.POST.get("show", "")
    return redirect(reverse("inbox", args=[slug]) + (f"?show={show}" if show in queries.INBOX_SHOWS else ""))


def _sort(request: Request, sheet: FactSheet) -> list[Evidence]:
    data = request.POST
    chosen = [key for pk in data.getlist("evidence") if (key := read_key(pk)) is not None]
    match data.get("act"):
        case "accept":
            return actions.accept(sheet, chosen, by=request.user, at=now())
        case "place":
            key = read_key(data.get("fact", ""))
            fact = None if key is None else get_object_or_404(Fact, sheet=sheet, pk=key)
            return actions.place(sheet, chosen, fact=fact, by=request.user, at=now())
        case "new":
            return actions.place(sheet, chosen, label=typed(data, "label"), by=request.user, at=now())
        case "reject":
            return actions.reject(sheet, chosen, reason=typed(data, "reason"), by=request.user, at=now())
        case "restore":
            return actions.restore(sheet, chosen, by=request.user, at=now())
    raise Refused(_("Choose what to do with the claims."))


def _render_inbox(request: Request, sheet: FactSheet, wanted: QueryDict, *, announcement: str = "") -> HttpResponse:
    context = {
        "sheet": sheet,
        "inbox": queries.inbox(sheet, show=wanted.get("show", ""), after=wanted.get("after", "")),
        "reasons": REASONS,
        "announcement": announcement,
        "cannot_sort": reason_against(check_can_sort, request.user),
    }
    return render_part(request, "inbox/inbox.html", "inbox/_items.html", context)
