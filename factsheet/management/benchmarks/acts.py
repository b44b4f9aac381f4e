"""`benchmark acts`: what each act of an editor takes on the demonstration, from the request to what is repainted."""

from __future__ import annotations

import math
import statistics
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import OutputWrapper
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.utils.crypto import get_random_string
from django.utils.timezone import now

from factsheet.management import demonstration
from factsheet.management.acts import ACTS, Act, Ask, Desk
from factsheet.management.benchmarks.clock import Taken, Unmeasurable, undone
from factsheet.models import FactSheet

HELP = "time, size and queries of each act on the demonstration"

TIMES = 20
"""So often an act is tried, each time from the same state: of so many, the second slowest is the 95th percentile."""

FRAME = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN")
"""What frames queries is none."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One try of an act: what it took, how many bytes came back and how many queries were asked."""

    taken: Taken
    size: int
    queries: int


def add_arguments(parser: ArgumentParser) -> None:
    """Which acts are tried how often."""
    parser.add_argument("acts", nargs="*", metavar="ACT", help="words of the names of acts (default: all)")
    parser.add_argument("--times", type=int, default=TIMES, help="try each act this often (default: %(default)s)")


def measure(options: Mapping[str, Any], out: OutputWrapper) -> None:
    """A line for each act: milliseconds of the processor and of the clock, median and 95th percentile.

    The demonstration is the one that is loaded, or is loaded and undone. An answer that only leads to a page counts
    with that page, and one that has the matrix drawn again with the matrix; what a commit takes is not in it.

    Raises:
        Unmeasurable: for an act that does not exist or is refused.
    """
    if options["times"] < 1:
        raise Unmeasurable("Each act is tried at least once.")
    chosen = [act for act in ACTS if not options["acts"] or any(word in act.name for word in options["acts"])]
    if not chosen:
        raise Unmeasurable("There is no such act.")
    out.write(f"{'act':<28} {'CPU ms':>8} {'95 %':>8} {'clock ms':>8} {'95 %':>8} {'queries':>8} {'KB':>8}")
    # No editor does in a minute what is tried here.
    with undone(), override_settings(SECURE_SSL_REDIRECT=False, ALLOWED_HOSTS=["testserver"], RATES={}):
        desk = _open_desk()
        for act in chosen:
            _tell(act, _try(act, desk, options["times"]), out)


def _open_desk() -> Desk:
    if not demonstration.is_loaded():
        demonstration.make_people(get_random_string(20))
        demonstration.load(ending_at=now())
    sheet = FactSheet.objects.get(slug=demonstration.read_plan()["slug"])
    people = {person.username: User.objects.get(username=person.username) for person in demonstration.PEOPLE}
    clients = {}
    for name, user in people.items():
        clients[name] = Client()
        clients[name].force_login(user)
    return Desk(sheet, people, clients)


def _try(act: Act, desk: Desk, times: int) -> list[Tried]:
    """Try an act so often, on one thing after the other on which it can be done; the first try only warms up."""
    tried: list[Tried] = []
    while len(tried) <= times:
        before = len(tried)
        for ask in _each(act, desk):
            tried.append(_send(desk, ask))
            if len(tried) > times:
                break
        if len(tried) == before:
            raise Unmeasurable(f"{act.name}: the demonstration has nothing to do this with.")
    return tried[1:]


def _each(act: Act, desk: Desk) -> Iterator[Ask]:
    """The requests of an act, each with what has to be done before it, which is undone after it."""
    asks = act.asks(desk)
    while True:
        with undone():
            ask = next(asks, None)
            if ask is None:
                return
            yield ask


def _send(desk: Desk, ask: Ask) -> Tried:
    with CaptureQueriesContext(connection) as asked, undone():
        desk.send(ask)
        queries = sum(not query["sql"].startswith(FRAME) for query in asked.captured_queries)
    with undone():
        wall, cpu = time.perf_counter(), time.process_time()
        size = desk.send(ask)
        return Tried(Taken(time.perf_counter() - wall, time.process_time() - cpu), size, queries)


def _tell(act: Act, tried: list[Tried], out: OutputWrapper) -> None:
    times = [
        figure * 1000
        for taken in ([one.taken.cpu for one in tried], [one.taken.wall for one in tried])
        for figure in (statistics.median(taken), _near_worst(taken))
    ]
    queries, size = max(one.queries for one in tried), max(one.size for one in tried)
    out.write(f"{act.name:<28} {' '.join(f'{figure:>8.1f}' for figure in times)} {queries:>8} {size / 1024:>8.1f}")


def _near_worst(figures: list[float]) -> float:
    """The 95th percentile: what all but the slowest twentieth keep to."""
    return sorted(figures)[math.ceil(len(figures) * 0.95) - 1]
