"""What every address of the API has in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from factsheet.addresses import Address, find_address
from factsheet.problems import Problem

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[HttpRequest, Arguments], HttpResponse]


def endpoint(*media_types: str) -> Callable[[View[Arguments]], View[Arguments]]:
    """An address that answers reading as one of these media types, and whatever else with a problem.

    It is open to whom the site's sign-in does not know: the view asks for a token itself, or needs none. Nothing is
    written under it, so that a request from another site can do nothing either. Methods are those declared of it.
    """

    def decorate(view: View[Arguments]) -> View[Arguments]:
        @csrf_exempt
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> HttpResponse:
            try:
                _check_request(request, media_types)
                return view(request, *args, **kwargs)
            except Problem as problem:
                return problem.answer(request)

        return guarded

    return decorate


def declared(request: HttpRequest) -> Address:
    """What is declared of the address that a request asks; the gate let none pass of which nothing is."""
    address = find_address(request.resolver_match.view_name) if request.resolver_match else None
    if address is None:
        raise Problem(HTTPStatus.NOT_FOUND, "There is no such address in the API.")
    return address


def _check_request(request: HttpRequest, media_types: Sequence[str]) -> None:
    if settings.SECURE_SSL_REDIRECT and not request.is_secure():
        # Not led to HTTPS, as a browser is: a program would go on sending its token in the clear first (ASVS 4.1.2).
        words = "Ask by https. A token that was sent without it could be read on the way: have another made."
        raise Problem(HTTPStatus.FORBIDDEN, words)
    if request.method not in declared(request).methods:
        allowed = ", ".join(declared(request).methods)
        raise Problem(HTTPStatus.METHOD_NOT_ALLOWED, f"This address answers {allowed} only.", {"Allow": allowed})
    if media_types and not _accepts(request, media_types):
        raise Problem(HTTPStatus.NOT_ACCEPTABLE, f"This address answers {media_types[0]} only.")


def _accepts(request: HttpRequest, media_types: Sequence[str]) -> bool:
    try:
        return any(request.accepts(media_type) for media_type in media_types)
    except ValueError:
        # A parameter in an encoding that is none, such as x*=nonsense''a, names nothing that could be sent.
        return False
