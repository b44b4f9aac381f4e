"""Whoever fetched an edition is noted once the answer is on its way."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import now

from factsheet.actions.delivering import note_delivery
from factsheet.models import ApiToken, Reader


def note_when_sent(request: HttpRequest, answer: HttpResponse, *, edition: int, reader: Reader) -> HttpResponse:
    """The answer, which notes its own delivery to a system when it is closed; a colleague who looks is no system."""
    if isinstance(reader, ApiToken) and request.method == "GET":
        whole = answer.status_code == HTTPStatus.OK
        note = partial(note_delivery, edition, reader.pk, whole=whole, at=now())
        # What Django does to the files of an upload: closed by the server after the last byte is sent.
        answer._resource_closers.append(note)  # type: ignore[attr-defined]  # noqa: SLF001
    return answer
