"""How long an act takes, how much memory was held, and a block whose writing is undone."""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction

ROUNDS = 7
SHORTEST = 1e-6
"""A clock of coarse ticks may see no time pass at all."""


class Unmeasurable(ValueError):  # noqa: N818 - it names what stands in the way
    """What is to be measured makes no sense, or is not there."""


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock on the wall, and seconds that the processor worked for this process."""

    wall: float
    cpu: float


def take(act: Callable[[], object], *, rounds: int = ROUNDS) -> Taken:
    """What the act takes, the median of some rounds."""
    walls, processor = [], []
    for _round in range(max(rounds, 1)):
        wall, cpu = time.perf_counter(), time.process_time()
        act()
        walls.append(time.perf_counter() - wall)
        processor.append(time.process_time() - cpu)
    return Taken(statistics.median(walls), max(statistics.median(processor), SHORTEST))


def most_memory() -> float:
    """The most that this process ever held, in megabytes; the kernel counts kilobytes on Linux, bytes on macOS."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


@contextmanager
def undone() -> Iterator[None]:
    """Let a block write, and undo it at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
