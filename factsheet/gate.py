"""The gate of the site: every request is held against what is declared of its address before a view runs."""

from __future__ import annotations

import logging
import re
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from factsheet.addresses import READING, Address, Door, check_admitted, find_address
from factsheet.duties import Duty, find_duty
from factsheet.middleware import GetResponse, page_sent_from
from factsheet.policies import reason_against
from factsheet.refusals import is_for_programs, refuse, wants_page

logger = logging.getLogger(__name__)

# What a session keeps of who reads: it is renewed, and it ends when the password was changed.
KEPT_OF_READERS = frozenset({"factsheet_session"})

# PostgreSQL also lets a query change rows in what stands before it in brackets.
CHANGES = re.compile(
    r"\s*(?:WITH\b.*?[()]\s*)?(?:INSERT|UPDATE|DELETE|REPLACE|MERGE|COPY|CREATE|ALTER|DROP|TRUNCATE)\b",
    re.IGNORECASE | re.DOTALL,
)
CHANGED = re.compile(r'\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)', re.IGNORECASE)


class WroteWhileReading(Exception):  # noqa: N818 - says what happened
    """A request that only reads tried to write, which is a mistake of the program."""


class GateMiddleware:
    """Let nobody past what is declared of an address, and nothing be written by a request that only reads.

    Who has to sign in is led there, and then back: after a form that was sent, to the page it stood on. Who has to do
    something else before (`duties`) is led there. What is not declared answers nobody, so that a new view is closed
    until somebody says whom it is for.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; one that reads, with the database closed to writing."""
        if request.method not in (*READING, "OPTIONS"):
            return self.get_response(request)
        with connection.execute_wrapper(partial(_only_read, request)):
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: object, _args: object, _kwargs: object
    ) -> HttpResponseBase | None:
        """Where the view may not answer, the sign-in, 403 or 405 instead."""
        address = _find_address(request)
        if address is None:
            logger.error("Nothing is declared of %s in factsheet.addresses, so it is closed", request.path)
            return refuse(request, _("Nobody has said yet who may use this address."), 403)
        if is_for_programs(request):
            # Asked by the API itself, of the same declaration: its refusals have the form that programs read.
            return None
        if address.door is not Door.ANYBODY and not request.user.is_authenticated:
            back = page_sent_from(request) if request.method == "POST" else ""
            return redirect_to_login(back or request.get_full_path(), settings.LOGIN_URL)
        if request.method not in address.methods:
            response = refuse(request, _("This address is not asked in that way."), 405)
            response.headers["Allow"] = ", ".join(address.methods)
            return response
        duty = find_duty(request) if address.door is not Door.ANYBODY else None
        if duty and not duty.admits(_name(request)):
            return _lead_to(request, duty)
        reason = reason_against(check_admitted, request.user, address)
        return refuse(request, reason, 403) if reason else None


def _lead_to(request: HttpRequest, duty: Duty) -> HttpResponse:
    """The page where somebody does first what comes first; htmx, which has no page to show, is told why."""
    if not wants_page(request):
        return refuse(request, str(duty.words), 403)
    messages.warning(request, str(duty.words))
    return redirect(duty.address)


def _name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _find_address(request: HttpRequest) -> Address | None:
    return find_address(_name(request))


def _only_read(request: HttpRequest, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    """Execute what does not write, and what writes into tables that the address's declaration names."""
    if CHANGES.match(sql):
        address, table = _find_address(request), CHANGED.match(sql)
        allowed = KEPT_OF_READERS | (address.writes if address else frozenset())
        if table is None or table[1] not in allowed:
            raise WroteWhileReading(f"{request.method} {request.path} tried: {sql[:200]}")
    return execute(sql, params, many, context)
