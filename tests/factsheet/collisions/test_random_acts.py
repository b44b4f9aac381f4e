"""Acts that chance throws, of every kind: whatever the database, the sheets export the same, to the byte."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.db import connection

from tests.factsheet.collisions.audit import find_broken
from tests.factsheet.collisions.random_acts import perform
from tests.factsheet.collisions.server import ROOT

ACTS = 160


@pytest.mark.django_db
def test_random_acts_leave_everything_whole() -> None:
    _exports, done = perform(60, seed=2)
    assert list(find_broken()) == []
    assert len([name for name in done if ":" not in name]) > 15, done


def test_the_same_acts_on_both_databases_give_the_same_exports(own_database: None) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("the run on PostgreSQL compares itself with SQLite")
    environment = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DATA_DIR")}
    command = (sys.executable, "-m", "tests.factsheet.collisions.random_acts", "--acts", str(ACTS))
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as on_sqlite:
        exports, _done = perform(ACTS)
        assert on_sqlite.stdout is not None
        assert exports.splitlines() == on_sqlite.stdout.read().splitlines()
