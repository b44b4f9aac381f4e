"""The matrix, and what is done to many of its rows at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.models import KIND_CHOICES
from factsheet import actions, queries
from factsheet.arrangement import Arrangement
from factsheet.models import FactSheet
from factsheet.policies import Refused, check_can_settle, reason_against
from factsheet.queries.paging import read_key
from factsheet.queries.rows import LONGEST, ShownRows, compare_rows
from factsheet.views.common import Request, find_sheet, typed, wants_fragment


def show(request: Request, slug: str) -> HttpResponse:
    """Facts against articles, arranged by the address; what is open beside them stays open."""
    sheet = find_sheet(request, slug)
    arrangement = read_arrangement(request.GET)
    before = arrangement_beside(request, sheet)
    if before is not None:
        arrangement = replace(arrangement, fact=before.fact)
    matrix = queries.matrix(sheet, arrangement, by=request.user)
    address = sheet.get_absolute_url() + matrix.arrangement.query()
    if wants_fragment(request):
        response = _render(request, "matrix/_matrix.html", matrix)
        # An act on the columns, and what the form sends empty, are no part of the address.
        if before is None or before.query() != matrix.arrangement.query():
            response["HX-Push-Url"] = address
        return response
    if {"move", "pin"} & request.GET.keys():
        return redirect(f"{address}#columns")
    return _render(request, "matrix/matrix.html", matrix, done=read_key(request.GET.get("done", "")))


def settle_agreed(request: Request, slug: str) -> HttpResponse:
    """Settle the ticked facts as suggested, or undo what was settled so."""
    sheet = find_sheet(request, slug)
    match request.POST.get("act"):
        case "accept":
            words, facts, done = _accept(request, sheet)
        case "undo":
            words, facts, done = _undo(request, sheet)
        case _:
            raise Refused(_("Choose what to do with the facts."))
    if not wants_fragment(request):
        messages.success(request, words)
        view = read_arrangement(QueryDict(request.POST.get("view", "")))
        query = urlencode([*view.pairs(), *([("done", done)] if done else [])])
        return redirect(f"{sheet.get_absolute_url()}?{query}")
    matrix = queries.matrix_rows(facts, arrangement_beside(request, sheet) or Arrangement())
    return _render(request, "matrix/_accept.html", matrix, done=done, announcement=words)


def _accept(request: Request, sheet: FactSheet) -> tuple[str, list[int], int | None]:
    versions = {}
    for ticked in request.POST.getlist("accept"):
        fact, _colon, version = ticked.partition(":")
        if (key := read_key(fact)) is not None:
            versions[key] = read_key(version) or 0
    settled, left = actions.accept_agreed(sheet, versions, by=request.user, at=now())
    words = ngettext("%(n)s fact is settled as suggested.", "%(n)s facts are settled as suggested.", len(settled)) % {
        "n": len(settled)
    }
    if left:
        names = ", ".join(f"“{fact}”" for fact in left)
        words += " " + _("Changed since, and left as they were: %(facts)s.") % {"facts": names}
    facts = [decision.fact_id for decision in settled] + [fact.pk for fact in left]
    return words, facts, queries.settling_act(settled[0].fact_id)


def _undo(request: Request, sheet: FactSheet) -> tuple[str, list[int], None]:
    acts = queries.settled_together(sheet, read_key(request.POST.get("done", "")) or 0)
    undone = actions.undo_together(acts, by=request.user, at=now())
    words = ngettext("%(n)s fact is open again.", "%(n)s facts are open again.", len(undone)) % {"n": len(undone)}
    return words, [act.subject_id for act in undone if act.subject_id], None


def show_again(request: Request, sheet: FactSheet, **told: Any) -> HttpResponse:
    """What an act changed of the matrix as it is arranged where it was sent from, and what the act told."""
    matrix = queries.matrix(sheet, arrangement_beside(request, sheet) or Arrangement(), by=request.user)
    repaint = compare_rows(ShownRows.read(typed(request.POST, "rows", longest=LONGEST)), matrix)
    if repaint is None:
        return _render(request, "matrix/_matrix.html", matrix, **told)
    response = _render(request, "matrix/_moved.html", matrix, repaint=repaint, **told)
    # Each part says where it goes.
    response["HX-Reswap"] = "none"
    return response


def read_arrangement(data: QueryDict) -> Arrangement:
    """What an address or a form chooses."""
    return Arrangement.read(dict(data.lists()))


def arrangement_beside(request: Request, sheet: FactSheet) -> Arrangement | None:
    """How the matrix is arranged in which a request by htmx was made; None where it was made elsewhere."""
    address = urlsplit(request.htmx.current_url_abs_path or "") if request.htmx else None
    if address is None or address.path != reverse("matrix", args=[sheet.slug]):
        return None
    return read_arrangement(QueryDict(address.query))


def _render(
    request: Request, template: str, matrix: queries.Matrix, *, done: int | None = None, **told: Any
) -> HttpResponse:
    context = told | {
        "sheet": matrix.sheet,
        "matrix": matrix,
        "shown": ShownRows.of(matrix).text,
        "kinds": KIND_CHOICES,
        "done": done,
        "cannot_settle": reason_against(check_can_settle, request.user),
    }
    return render(request, template, context)
