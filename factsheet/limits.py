"""What protects the service from too much at once: how large a request may be, and how often one may ask.

Both are settings (`UPLOAD_MB`, `FORM_MB`, `RATE_...`), and both are answered in words: a page, a fragment, or the form
that programs read. Other limits stand where they are kept: the size of an article in `articles.intake`, the time that
the database may take in `factsheet.databases`. factsheet/SECURITY.md has them all in one table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from math import ceil
from time import time

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import (
    ImproperlyConfigured,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.defaults import bad_request

from factsheet.addresses import IDENTITY
from factsheet.middleware import read_address
from factsheet.problems import Problem
from factsheet.refusals import is_for_programs, refuse

GetResponse = Callable[[HttpRequest], HttpResponse]

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 24 * 3600}

UPLOADS = frozenset({"article-add", "draft"})
"""The addresses that take whole articles."""
SIGN_INS = frozenset({"sign-in", "account-password", "account-sessions", *IDENTITY})
"""Where a password or a code can be tried."""
RETURNS = frozenset({"openid_connect_callback"})
"""Of these what is only read counts as well: by it somebody comes in."""
SIGN_IN_BYTES = 16 * 1024

# What is not read is thrown away up to here, so that a browser which still sends hears the answer.
DRAINED = 128 * 1024 * 1024
CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests in so many seconds, counted in windows that begin at whole multiples of them."""

    count: int
    seconds: int

    @classmethod
    def read(cls, text: str) -> Rate | None:
        """The rate that is written as "30/5m" (`s`, `m`, `h`, `d`); None for "off".

        Raises:
            ImproperlyConfigured: for what is written otherwise.
        """
        if text.strip().lower() == "off":
            return None
        match = re.fullmatch(r"\s*([1-9]\d{0,6})/([1-9]\d{0,4})?([smhd])\s*", text)
        if not match:
            raise ImproperlyConfigured(f"A rate is written as 30/5m, or off; not {text!r}.")
        return cls(int(match[1]), int(match[2] or 1) * UNITS[match[3]])


def name_rate(request: HttpRequest) -> str | None:
    """Under which of the rates a request counts, by its address and method; None under none."""
    name = request.resolver_match.view_name if request.resolver_match else ""
    if is_for_programs(request):
        return "api"
    if request.method == "POST" or name in RETURNS:
        return "sign_in" if name in SIGN_INS else "upload" if name in UPLOADS else "act"
    return "export" if name.endswith(("-csv", "-jsonl", "-json", "-markdown")) else None


def count_request(name: str, who: str, *, at: float) -> int:
    """Count one more request; how many seconds to wait where that is one too many, else 0.

    Args:
        name: of the rate, a key of `RATES`.
        who: whose requests are counted together.
        at: seconds since 1970.
    """
    rate = Rate.read(settings.RATES.get(name, "off"))
    if rate is None:
        return 0
    window, passed = divmod(at, rate.seconds)
    key = f"rate:{name}:{who}:{rate.seconds}:{window:.0f}"
    cache.add(key, 0, timeout=rate.seconds * 2)
    try:
        counted = cache.incr(key)
    except ValueError:
        # The store threw it away in between, or keeps nothing.
        return 0
    return ceil(rate.seconds - passed) if counted > rate.count else 0


def largest_body(request: HttpRequest) -> int:
    """How many bytes a request to this path may bring."""
    if request.path == reverse("sign-in"):
        return SIGN_IN_BYTES
    if request.path.endswith(("/articles/add/", "/draft/")):
        return int(settings.UPLOAD_MB) * settings.MEGABYTE
    return int(settings.FORM_MB) * settings.MEGABYTE


class LimitMiddleware:
    """Refuse what is too large with 413 and what comes too often with 429; the view hears of neither."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, unless it says that it is too large."""
        most = largest_body(request)
        if _read_length(request) <= most:
            return self.get_response(request)
        _drain(request)
        size = f"{most // settings.MEGABYTE} MB" if most >= settings.MEGABYTE else f"{most // 1024} KB"
        words = _("This is larger than the %(size)s that can be sent at once. Nothing was saved; send less.")
        return _answer(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, words % {"size": size})

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponseBase | None:
        """429 where this is one request too many of this person, or of this address before the sign-in."""
        name = name_rate(request)
        if name is None:
            return None
        by_person = name != "sign_in" and not is_for_programs(request) and request.user.is_authenticated
        who = f"person-{request.user.pk}" if by_person else f"address-{read_address(request)}"
        wait = count_request(name, who, at=time())
        return answer_too_many(request, wait) if wait else None


def answer_too_many(request: HttpRequest, wait: int) -> HttpResponse:
    """429 with how many seconds to wait."""
    words = ngettext(
        "That was too often in a short time. Nothing was saved; try again in %(n)s second.",
        "That was too often in a short time. Nothing was saved; try again in %(n)s seconds.",
        wait,
    )
    return _answer(request, HTTPStatus.TOO_MANY_REQUESTS, words % {"n": wait}, {"Retry-After": str(wait)})


def answer_locked_out(request: HttpRequest, _response: object = None, _credentials: object = None) -> HttpResponse:
    """429 after too many wrong passwords; the same words whether there is such an account or not."""
    pause: timedelta = settings.AXES_COOLOFF_TIME
    minutes = ceil(pause.total_seconds() / 60)
    words = ngettext(
        "Too many wrong passwords. Wait %(n)s minute and try again, or ask an administrator for a new one.",
        "Too many wrong passwords. Wait %(n)s minutes and try again, or ask an administrator for a new one.",
        minutes,
    )
    headers = {"Retry-After": str(minutes * 60)}
    return _answer(request, HTTPStatus.TOO_MANY_REQUESTS, words % {"n": minutes}, headers)


def answer_bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What answers a request that Django itself refuses to read: 413 where it is too much, else 400 (`handler400`)."""
    if isinstance(exception, TooManyFilesSent):
        most = settings.DATA_UPLOAD_MAX_NUMBER_FILES
        words = _("These are more than the %(n)s files that can be sent at once. Nothing was saved; send fewer.")
    elif isinstance(exception, TooManyFieldsSent):
        most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
        words = _("This form holds more than %(n)s fields. Nothing was saved; choose less at once.")
    elif isinstance(exception, RequestDataTooBig):
        most = settings.FORM_MB
        words = _("This is more text than the %(n)s MB that can be sent at once. Nothing was saved; send less.")
    else:
        return bad_request(request, exception)
    return _answer(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, words % {"n": most})


def _answer(
    request: HttpRequest, status: HTTPStatus, words: str, headers: dict[str, str] | None = None
) -> HttpResponse:
    if is_for_programs(request):
        return Problem(status, words, headers).answer(request)
    response = refuse(request, words, status)
    for name, value in {"Cache-Control": "no-store", **(headers or {})}.items():
        response.headers[name] = value
    return response


def _read_length(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _drain(request: HttpRequest) -> None:
    read = 0
    while read < DRAINED and (chunk := request.read(CHUNK)):
        read += len(chunk)
