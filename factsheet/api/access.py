"""Who may read: the holder of a live token (RFC 6750), or somebody signed in who may see sheets."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest

from factsheet.api.problems import Problem
from factsheet.policies import check_permission, reason_against
from factsheet.queries.feed import is_token_live

CHALLENGE = 'Bearer realm="factsheet"'
# RFC 6750, section 3: the error is named only to those who sent a token.
INVALID = f'{CHALLENGE}, error="invalid_token", error_description="The token is unknown or revoked"'


def check_reader(request: HttpRequest) -> None:
    """Let a reader pass; with a token in one query. A token that is sent counts alone, whoever is signed in.

    Raises:
        Problem: 401 without a token or with a bad one, 403 for somebody signed in whose role may not see sheets.
    """
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    if scheme:
        if scheme.lower() != "bearer" or not is_token_live(secret.strip()):
            detail = "The token is unknown or revoked. An administrator makes tokens in the admin."
            raise Problem(HTTPStatus.UNAUTHORIZED, detail, {"WWW-Authenticate": INVALID})
    elif not request.user.is_authenticated:
        detail = "Send a token: “Authorization: Bearer fs_…”."
        raise Problem(HTTPStatus.UNAUTHORIZED, detail, {"WWW-Authenticate": CHALLENGE})
    elif reason := reason_against(check_permission, request.user, "factsheet.view_factsheet"):
        raise Problem(HTTPStatus.FORBIDDEN, reason)
