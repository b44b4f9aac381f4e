"""What every answer carries: its language, what keeps a fragment out of a page's cache and what tells the browser that
the server has what was typed; and how a refusal is said. Whom it goes to, the gate asks; see also `headers`, `limits`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import activate

from factsheet import channel
from factsheet.policies import NotPermitted, Refused
from factsheet.refusals import is_for_programs, refuse, tell_trouble
from factsheet.trouble import find_trouble

logger = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponse]


class HtmxVaryMiddleware:
    """Say that one address answers htmx and a plain visit differently, so that no cache mixes them up."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with `Vary: HX-Request`."""
        response = self.get_response(request)
        patch_vary_headers(response, ["HX-Request"])
        return response


class ChannelMiddleware:
    """Say from where the acts of a request come, with the client's address where the newsroom keeps that."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request within its channel."""
        is_admin = request.path.startswith("/admin/")
        name = channel.API if is_for_programs(request) else channel.ADMIN if is_admin else channel.WEB
        with channel.coming_from(name, read_address(request) if settings.LOG_ADDRESSES else None):
            return self.get_response(request)


def read_address(request: HttpRequest) -> str | None:
    """The client's network address; behind proxies the one that the first of them saw. None for what is no address."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_PROXY else ""
    # Each proxy appended one. What stands before these was sent by the client, who may write there what he likes.
    seen = forwarded.split(",")[-settings.PROXY_HOPS :]
    try:
        return str(ip_address(seen[0].strip() or request.META.get("REMOTE_ADDR", "")))
    except ValueError:
        return None


class LanguageMiddleware(LocaleMiddleware):
    """Speak the language that the reader chose, else the one the browser prefers; the API speaks one to all."""

    def process_request(self, request: HttpRequest) -> None:
        """Choose the language for the rest of the request."""
        if is_for_programs(request):
            activate(settings.LANGUAGE_CODE)
        else:
            super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Name the language of a page, and what it depends on."""
        return response if is_for_programs(request) else super().process_response(request, response)


def page_sent_from(request: HttpRequest) -> str:
    """The address on this site of the page that a form was sent from; empty where the browser does not tell."""
    _scheme, host, path, query, _fragment = urlsplit(request.headers.get("Referer", ""))
    address = f"{path}?{query}" if query else path
    is_ours = host == request.get_host() and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if is_ours else ""


class AcceptedMiddleware:
    """Tell the browser which form the server accepted, so that it keeps what was typed into it no longer (unsaved.js).

    It is told by a cookie, which outlives the redirect that follows. A form that only asks sends `act=check`: what was
    typed is saved nowhere, so the browser keeps it.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        response = self.get_response(request)
        is_accepted = request.method == "POST" and response.status_code < 400 and request.user.is_authenticated
        if is_accepted and request.POST.get("act") != "check":
            secure = request.is_secure()
            response.set_cookie("accepted", request.path, max_age=60, secure=secure, httponly=False, samesite="Lax")
        return response


class RefusalMiddleware:
    """Turn a refusal into the page or the fragment that says why; nothing was written."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """403 for what the role does not allow, 409 for what cannot be done now, 503 for trouble with the database.

        Other errors go their way, and so do refusals of the API, which has its own form for them.
        """
        if trouble := find_trouble(exception):
            logger.error("%s: %s %s", trouble.name, request.method, request.path, exc_info=exception)
            return tell_trouble(request, trouble)
        if isinstance(exception, Refused):
            return refuse(request, str(exception), 403 if isinstance(exception, NotPermitted) else 409)
        return None
