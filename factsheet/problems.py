"""Refusals to programs, as RFC 9457 says them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse


class Problem(Exception):  # noqa: N818 - the word of RFC 9457
    """A request that is not answered; `detail` is a sentence for the developer who reads it."""

    def __init__(self, status: HTTPStatus, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers or {}

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The problem as `application/problem+json`; its type is about:blank, since the status says what it is."""
        body = {
            "type": "about:blank",
            "title": self.status.phrase,
            "status": self.status.value,
            "detail": self.detail,
            "instance": request.path,
        }
        return HttpResponse(
            json.dumps(body, ensure_ascii=False) + "\n",
            status=self.status,
            content_type="application/problem+json",
            headers={"Cache-Control": "no-store", **self.headers},
        )
