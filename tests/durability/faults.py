"""Where a process kills itself, and two ways to break every act, by which the test is known to see what it looks for.

A request with the header `X-Die-At`, or a command with `DIE_AT` in its environment, ends by SIGKILL before the
statement of that number inside a transaction; 0 is after the commit, before anybody is told.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from typing import Any

from django.apps import AppConfig
from django.db import connection, transaction
from django.db.backends.signals import connection_created
from django.http import HttpRequest, HttpResponse

HEADER = "X-Die-At"
VARIABLE = "DIE_AT"
BREAK = "DURABILITY_BREAK"
LATE_SECONDS = 5


def die(**_anything: object) -> None:
    """End at once, as when the power goes."""
    os.kill(os.getpid(), signal.SIGKILL)


class Death:
    """Waits among the statements of a connection for its own."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.seen = 0

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if connection.in_atomic_block:
            self.seen += 1
            if self.at == 0 and self.seen == 1:
                transaction.on_commit(die)
            if self.seen == self.at:
                die()
        return execute(sql, params, many, context)


class FaultMiddleware:
    """Lets a request die where it asks to."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if (at := request.headers.get(HEADER)) is None:
            return self.get_response(request)
        with connection.execute_wrapper(Death(int(at))):
            return self.get_response(request)


class FaultsConfig(AppConfig):
    """Brings the faults into a process."""

    name = "tests.durability"

    def ready(self) -> None:
        """Break what the settings ask for, and let a command die where its environment says."""
        if how := os.environ.get(BREAK):
            {"halves": break_into_halves, "late": break_by_writing_late}[how]()
        if at := os.environ.get(VARIABLE):
            connection_created.connect(lambda **_: connection.execute_wrappers.append(Death(int(at))), weak=False)


def break_into_halves() -> None:
    """Every act is committed first, and its line of the log in a transaction of its own."""
    from factsheet.actions import decisions

    module = vars(decisions)
    record = module["record"]

    def record_later(*args: Any, **named: Any) -> None:
        transaction.on_commit(lambda: record(*args, **named))

    module["record"] = record_later


def break_by_writing_late() -> None:
    """Every decision is acknowledged first, and written a moment later."""
    from factsheet import actions

    module = vars(actions)
    decide = module["decide"]

    def decide_later(*args: Any, **named: Any) -> None:
        threading.Timer(LATE_SECONDS, decide, args, named).start()

    module["decide"] = decide_later
