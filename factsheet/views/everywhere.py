"""What every page offers: the palette, and how a reader wants pages to look and to listen; and whether there is one."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.i18n import set_language

from factsheet import queries
from factsheet.actions import watching
from factsheet.middleware import page_sent_from
from factsheet.views.common import Request, render_part, typed, wants_fragment

A_YEAR = 365 * 24 * 3600


def health(_request: HttpRequest) -> HttpResponse:
    """Whether pages can be read, for whoever watches the server; nothing is told of what stands in them.

    What is wrong otherwise is answered as on every page, with 503.
    """
    queries.ask_database()
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


def find(request: Request) -> HttpResponse:
    """Sheets, facts, articles and acts by their names; or the first of them at once."""
    words, sheet = typed(request.GET, "q"), typed(request.GET, "sheet")
    found = queries.palette(words, sheet=sheet, by=request.user)
    if request.GET.get("go") == "first" and found.places and not wants_fragment(request):
        return redirect(found.places[0].address)
    return render_part(request, "find/find.html", "find/_found.html", {"found": found})


def switch_keys(request: Request) -> HttpResponse:
    """Switch single keys off or on for who asks (WCAG 2.2, 2.1.4): the cookie holds the number of who wants none."""
    who = str(request.user.pk) if request.POST.get("keys") == "off" else ""
    return _remember(request, "keys_off", who, "components/_keys_switch.html")


def switch_theme(request: Request) -> HttpResponse:
    """Go over to the light or the dark theme, or to what the system says."""
    theme = request.POST.get("theme", "")
    return _remember(request, "theme", theme if theme in ("light", "dark") else "", "components/_theme.html")


def switch_language(request: HttpRequest) -> HttpResponseBase:
    """Go over to another language of the interface, kept in a cookie: before the sign-in as well.

    Of who is signed in it is known from then on, so that mail is written in it.
    """
    language = request.POST.get("language", "")
    if request.user.is_authenticated and language in dict(settings.LANGUAGES):
        watching.choose_language(request.user, language)
    return set_language(request)


def _remember(request: Request, name: str, value: str, part: str) -> HttpResponse:
    """Keep a wish in this browser, and show its control or the page that it stands on as it is now."""
    request.COOKIES[name] = value
    response = render(request, part) if wants_fragment(request) else redirect(page_sent_from(request) or "desk")
    response.set_cookie(name, value, max_age=A_YEAR, secure=request.is_secure(), httponly=True, samesite="Lax")
    return response
