"""Who may read: the holder of a live token (RFC 6750), or somebody signed in who may see sheets."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest

from factsheet.addresses import check_admitted
from factsheet.api.endpoints import declared
from factsheet.duties import find_duty
from factsheet.models import Reader
from factsheet.policies import reason_against
from factsheet.problems import Problem
from factsheet.queries.feed import live_token

CHALLENGE = 'Bearer realm="factsheet"'
# RFC 6750, section 3: the error is named only to those who sent a token.
INVALID = f'{CHALLENGE}, error="invalid_token", error_description="The token is unknown or revoked"'


def find_reader(request: HttpRequest) -> Reader:
    """Who reads; with a token in one query. A token that is sent counts alone, whoever is signed in.

    Raises:
        Problem: 401 without a token or with a bad one, 403 for somebody signed in whose role may not see sheets,
            or who has something to do first.
    """
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme:
        token = live_token(secret.strip()) if scheme.lower() == "bearer" else None
        if token is None:
            detail = "The token is unknown or revoked. An administrator makes tokens in the admin."
            raise Problem(HTTPStatus.UNAUTHORIZED, detail, {"WWW-Authenticate": INVALID})
        return token
    if not request.user.is_authenticated:
        detail = "Send a token: “Authorization: Bearer fs_…”."
        raise Problem(HTTPStatus.UNAUTHORIZED, detail, {"WWW-Authenticate": CHALLENGE})
    if duty := find_duty(request):
        raise Problem(HTTPStatus.FORBIDDEN, str(duty.words))
    address = declared(request)
    if reason := reason_against(check_admitted, request.user, address):
        raise Problem(HTTPStatus.FORBIDDEN, reason)
    return request.user
