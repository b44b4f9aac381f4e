"""The inbox: claims are accepted, placed, rejected and restored, one or many at once, and any of it undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from articles.models import KIND_CHOICES
from factsheet import actions, queries
from factsheet.models import Activity, Fact, FactSheet
from factsheet.policies import SORTING, Refused, check_can_sort, reason_against
from factsheet.queries.paging import read_key
from factsheet.queries.repaints import Shown, compare_pages
from factsheet.views.common import Request, find_sheet, render_part, typed, wants_fragment

# What desks reject machine readings for: short, so that one is chosen without thinking. Kept as they stand here and
# shown in the reader's language; what fits none of them is typed.
REASONS = (
    gettext_noop("Not about this event"),
    gettext_noop("Read wrongly"),
    gettext_noop("Not a claim"),
    gettext_noop("Said twice"),
    gettext_noop("Too vague to use"),
)


def show(request: Request, slug: str) -> HttpResponse:
    """The claims to sort, or those that were rejected."""
    return _render_inbox(request, find_sheet(request, slug), queries.Wanted.read(_plain(request.GET)))


def sort(request: Request, slug: str) -> HttpResponse:
    """Sort the chosen claims; what is refused leaves all of them as they were."""
    words = _sort(request, find_sheet(request, slug))
    wanted = _read_wanted(request.POST, "view")
    if wants_fragment(request):
        return _repaint(request, find_sheet(request, slug), wanted, words)
    messages.success(request, words)
    return redirect(reverse("inbox", args=[slug]) + (f"?{wanted.address}" if wanted.address else ""))


def _sort(request: Request, sheet: FactSheet) -> str:
    """Do what the form asks for, and say what was done."""
    data, by, at = request.POST, request.user, now()
    chosen = [key for pk in data.getlist("evidence") if (key := read_key(pk)) is not None]
    match data.get("act") or _guess_act(data):
        case "accept":
            done = actions.accept(sheet, chosen, by=by, at=at)
        case "accept-all":
            waiting = queries.inbox_waiting(sheet, _read_wanted(data, "wanted"))
            done = actions.accept_waiting(sheet, waiting, by=by, at=at)
        case "place":
            key = read_key(data.get("fact", ""))
            fact = None if key is None else get_object_or_404(Fact, sheet=sheet, pk=key)
            done = actions.place(sheet, chosen, fact=fact, by=by, at=at)
        case "new":
            done = actions.place(sheet, chosen, label=typed(data, "label"), by=by, at=at)
        case "reject":
            reason = typed(data, "reason") or typed(data, "reject")
            done = actions.reject(sheet, chosen, reason=reason, by=by, at=at)
        case "restore":
            done = actions.restore(sheet, chosen, by=by, at=at)
        case "undo":
            key = read_key(data.get("undo", "")) or 0
            actions.undo(get_object_or_404(Activity, sheet=sheet, pk=key, act__in=SORTING), by=by, at=at)
            return _("It is undone.")
        case _other:
            raise Refused(_("Choose what to do with the claims."))
    return ngettext("%(n)s claim is sorted.", "%(n)s claims are sorted.", len(done)) % {"n": len(done)}


def _guess_act(data: QueryDict) -> str:
    """What a form means that was sent from one of its fields: what that field is for."""
    fields = {"label": "new", "reason": "reject", "reject": "reject", "fact": "place"}
    return next((act for name, act in fields.items() if typed(data, name)), "")


def _read_wanted(data: QueryDict, name: str) -> queries.Wanted:
    """Which claims a form speaks of, said in one field as an address would."""
    return queries.Wanted.read(_plain(QueryDict(typed(data, name))))


def _plain(data: QueryDict) -> Mapping[str, str]:
    return {name: typed(data, name) for name in data}


def _render_inbox(request: Request, sheet: FactSheet, wanted: queries.Wanted) -> HttpResponse:
    return render_part(request, "inbox/inbox.html", "inbox/_items.html", _show(request, sheet, wanted))


def _repaint(request: Request, sheet: FactSheet, wanted: queries.Wanted, words: str) -> HttpResponse:
    """What changed on the page that the form was sent from; all of it where nothing stays."""
    context = _show(request, sheet, wanted) | {"announcement": words}
    inbox = context["inbox"]
    repaint = compare_pages(Shown.read(typed(request.POST, "shown")), inbox.groups)
    if repaint is None:
        return render(request, "inbox/_items.html", context)
    response = render(request, "inbox/_repaint.html", context | {"repaint": repaint})
    # Each part says where it goes.
    response["HX-Reswap"] = "none"
    return response


def _show(request: Request, sheet: FactSheet, wanted: queries.Wanted) -> dict[str, Any]:
    inbox = queries.inbox(sheet, wanted)
    return {
        "sheet": sheet,
        "inbox": inbox,
        "shown": Shown.of(inbox.groups).text,
        "kinds": KIND_CHOICES,
        "reasons": REASONS,
        "cannot_sort": reason_against(check_can_sort, request.user),
    }
