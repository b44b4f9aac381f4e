"""How it is said that something is not done: a page, a fragment, or the form that programs read."""

from __future__ import annotations

import sys
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.defaults import server_error

from factsheet.problems import Problem
from factsheet.trouble import Trouble, find_trouble

# What a form sends besides what somebody typed or chose: where it stood, and how the sheet was when it was drawn.
MACHINERY = frozenset(
    "csrfmiddlewaretoken act article choice cite closed done drawn_from evidence fact next order pinned seen sheet "
    "sort undo version view wanted username".split()
)
RETRY_AFTER = {Trouble.BUSY: 5}
"""Seconds after which it is worth asking again, where that is not a minute."""


def is_for_programs(request: HttpRequest) -> bool:
    """Whether it asks the API, whose answers are read by programs."""
    return request.path.startswith("/api/")


def wants_page(request: HttpRequest) -> bool:
    """Whether a whole page answers, and not a fragment for htmx."""
    return request.headers.get("HX-Request") != "true" or request.headers.get("HX-Boosted") == "true"


def refuse(request: HttpRequest, reason: str, status: int) -> HttpResponse:
    """The page or the fragment that says why something is not done."""
    context = {"reason": reason, "status": status}
    if wants_page(request):
        return render(request, "refused.html", context, status=status)
    response = render(request, "components/_refusal.html", context, status=status)
    # Whatever the fragment was to replace stays; the sentence goes where messages are shown.
    response.headers["HX-Retarget"] = "#announcer"
    response.headers["HX-Reswap"] = "innerHTML"
    return response


def tell_trouble(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """503 with what is wrong with the database or the disk. The page holds what was typed, to copy it from."""
    status = HTTPStatus.SERVICE_UNAVAILABLE
    if is_for_programs(request):
        response = Problem(status, trouble.words).answer(request)
    elif wants_page(request):
        context = {"reason": trouble.words, "status": status.value, "typed": _read_typed(request)}
        if trouble.can_be_read:
            response = render(request, "trouble.html", context, status=status)
        else:
            # Who asks, and what else a page shows, would be asked of the database.
            bare = {**context, "request": request, "csrf_token": get_token(request)}
            response = HttpResponse(render_to_string("trouble.html", bare), status=status)
    else:
        response = refuse(request, trouble.words, status)
    response.headers["Retry-After"] = str(RETRY_AFTER.get(trouble, 60))
    response.headers["Cache-Control"] = "no-store"
    return response


def answer_error(request: HttpRequest) -> HttpResponse:
    """What answers when an error was caught nowhere: what is wrong with the database or the disk, else that we fail.

    It is Django's handler of status 500, so the error is the one that is being handled.
    """
    error = sys.exc_info()[1]
    if trouble := error and find_trouble(error):
        return tell_trouble(request, trouble)
    if is_for_programs(request):
        detail = "The fault is ours; it stands in the server's log."
        return Problem(HTTPStatus.INTERNAL_SERVER_ERROR, detail).answer(request)
    return server_error(request)


def _read_typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed into the form that was sent, by the names of its fields; no password, and nothing that a page of
    another site may have sent.
    """
    if request.method != "POST" or not getattr(request, "csrf_processing_done", False):
        return []
    return [
        (name.replace("_", " ").capitalize(), value)
        for name, values in request.POST.lists()
        if name not in MACHINERY and "password" not in name
        for value in values
        if value.strip()
    ]
