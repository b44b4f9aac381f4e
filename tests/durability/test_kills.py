"""Nothing that was acknowledged is lost, and nothing is half done, whatever is killed at whatever moment.

These are a few kills of each kind; `python -m tests.durability.killing` does as many as one likes, of PostgreSQL's own
processes as well.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from factsheet.databases import sqlite_url
from factsheet.models import Decision
from tests.durability.clients import Load
from tests.durability.killing import Run, prepare
from tests.durability.seed import fill

KILLS = 8

pytestmark = pytest.mark.usefixtures("own_database")


@contextmanager
def at_work(folder: Path, broken: str = "") -> Iterator[Run]:
    """A site that works on the test's own database."""
    seeded = fill()
    connection.close()
    known = connection.settings_dict
    url = sqlite_url(Path(known["NAME"]))
    if connection.vendor == "postgresql":
        url = f"postgres://{known['USER']}@/{known['HOST']}/{known['NAME']}"
    seed = random.SystemRandom().randrange(10**6)
    print(f"The seed is {seed}.")
    with prepare(folder, url, seed=seed, broken=broken, seeded=seeded, secret=settings.SECRET_KEY) as run:
        yield run


def test_nothing_is_lost_and_nothing_half_done_whatever_is_killed(tmp_path: Path) -> None:
    with at_work(tmp_path) as run:
        run.kill_often(KILLS, print, settlers=1)
        assert run.check() == []
    assert run.killed.total() == KILLS
    kinds = [entry["kind"] for entry in run.acts.journal.entries.values() if entry["acknowledged"]]
    assert set(kinds) == {"settle", "publish", "take in"}


def test_a_record_that_is_written_after_its_act_is_seen(tmp_path: Path) -> None:
    with at_work(tmp_path, broken="halves") as run:
        assert not run.acts.settle(0, die_at=0)
        run.site.wait()
        (line,) = (line for line in run.check() if line.startswith("settle "))
    assert "half done" in line


def test_an_act_that_is_written_after_it_was_acknowledged_is_seen(tmp_path: Path) -> None:
    with at_work(tmp_path, broken="late") as run:
        assert run.acts.settle(0)
        run.kill_all()
        run.site.wait()
        (line,) = (line for line in run.check() if line.startswith("settle "))
    assert "acknowledged, and lost" in line


def test_what_runs_when_the_server_is_told_to_stop_ends(tmp_path: Path) -> None:
    with at_work(tmp_path) as run:
        load = Load(lambda: run.acts.settle(0), lambda: run.acts.settle(1))
        assert run.acts.journal.wait(4, timeout=60)
        run.site.stopped.set()
        run.site.supervisor.join()
        run.site.process.terminate()
        assert run.site.process.wait(30) == 0
        load.stop()
        assert run.check() == []
    # Whatever was let in was answered as well: nothing is there of which nobody was told.
    unanswered = [mark for mark, entry in run.acts.journal.entries.items() if not entry["acknowledged"]]
    assert not Decision.objects.filter(rationale__in=unanswered).exists()
