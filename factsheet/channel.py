"""From where an act comes: the screens, the admin, the API, a command on the server, or plain code.

It is said once at the edge, where a request or a command begins, and read where the act is recorded. A variable of the
context carries it, so that no act has to be told, and no thread sees another's.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

WEB, ADMIN, API, SHELL = "web", "admin", "api", "shell"

COMMAND = "command:"
"""What stands before the name of a command: "command:ingest"."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A way into the program, and the client's network address where the newsroom keeps it (`LOG_ADDRESSES`)."""

    name: str = SHELL
    address: str | None = None


_current: ContextVar[Channel] = ContextVar("channel")


def current() -> Channel:
    """The channel of what is being done; `shell` where nobody said one, as in Python code run by hand."""
    return _current.get(Channel())


@contextmanager
def coming_from(name: str, address: str | None = None) -> Iterator[None]:
    """Say from where everything comes that is done within."""
    token = _current.set(Channel(name[:40], address))
    try:
        yield
    finally:
        _current.reset(token)
