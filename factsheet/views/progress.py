"""Pages that tell how far long work is while it is done, one part after another."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from contextvars import copy_context
from secrets import token_hex
from typing import Any

from django.http import StreamingHttpResponse
from django.template.loader import render_to_string

from factsheet.views.common import Request


def stream(
    request: Request, template: str, context: dict[str, Any], work: Generator[str, None, str]
) -> StreamingHttpResponse:
    """A page that is sent as far as the work has come.

    The work goes on from the end of the view, past what the middleware did around it, so it runs in the view's own
    context: its acts come from the same channel and its words are in the same language. It can set no message and no
    status any more. When the connection is lost, it is done to its end all the same, as that of any other view.

    Args:
        request: with whatever is to be refused refused already.
        template: a page with `{{ here }}` twice: for the lines, and for the result.
        context: of the template.
        work: yields its lines, and returns the result that follows them.
    """
    # Of a mark that nobody can know in advance, no text of the page can be a part.
    here = token_hex(16)
    head, between, tail = render_to_string(template, {**context, "here": here}, request).split(here)
    around = copy_context()

    def parts() -> Iterator[str]:
        try:
            yield head
            while True:
                try:
                    yield around.run(next, work)
                except StopIteration as done:
                    yield between + done.value + tail
                    return
        finally:
            # Nobody listens any more; what was promised is done all the same.
            around.run(deque, work, 0)

    response = StreamingHttpResponse(parts())
    # A proxy that gathers an answer before it passes it on would tell everything at the end.
    response.headers["X-Accel-Buffering"] = "no"
    response.headers["Cache-Control"] = "private, no-store"
    return response
