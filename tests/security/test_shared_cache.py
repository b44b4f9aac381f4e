"""What the processes of one machine count, they count together."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
import time_machine
from django.conf import settings as project

from factsheet.shared_cache import SharedCache, choose_cache

COUNT = """
import sys, django
django.setup()
from factsheet.limits import count_request
print("ready", flush=True)
sys.stdin.readline()
print(sum(not count_request("sign_in", "somebody", at=1_000_000.0) for _ in range(200)))
"""


@pytest.fixture
def cache(tmp_path: Path) -> SharedCache:
    return SharedCache(str(tmp_path / "counts.sqlite3"), {})


def test_two_processes_let_no_more_through_than_one(tmp_path: Path) -> None:
    said = {"DJANGO_SETTINGS_MODULE": "factsheet.settings", "DATA_DIR": str(tmp_path), "RATE_SIGN_IN": "300/1d"}
    start = partial(
        subprocess.Popen,
        [sys.executable, "-c", COUNT],
        cwd=project.BASE_DIR,
        env={**os.environ, **said},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with start() as one, start() as other:
        # Both are ready before either goes.
        for process in (one, other):
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
        for process in (one, other):
            assert process.stdin
            process.stdin.write("go\n")
            process.stdin.flush()
        let_through = [int(process.communicate(timeout=60)[0]) for process in (one, other)]
    assert sum(let_through) == 300
    assert (one.returncode, other.returncode) == (0, 0)


def test_of_many_threads_each_is_counted_and_one_adds(cache: SharedCache) -> None:
    added: list[bool] = []

    def count() -> None:
        added.append(cache.add("one", 0))
        for _ in range(50):
            cache.incr("one")

    threads = [Thread(target=count) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(added) == [False] * 7 + [True]
    assert cache.get("one") == 400


def keep_all(cache: SharedCache) -> None:
    """Ask a cache for everything that one does."""
    assert cache.get("a", "nothing") == "nothing"
    cache.set("a", [1.5, "two"], 60)
    assert cache.get("a") == [1.5, "two"]
    assert not cache.add("a", 1)
    assert cache.get("a", version=2) is None
    assert (cache.delete("a"), cache.delete("a")) == (True, False)
    assert cache.add("a", 1)
    assert (cache.touch("a", 60), cache.incr("a"), cache.get("a")) == (True, 2, 2)
    cache.clear()
    assert "a" not in cache
    with pytest.raises(ValueError, match="a"):
        cache.incr("a")


def test_it_keeps_what_other_caches_keep(cache: SharedCache) -> None:
    keep_all(cache)


def test_what_has_ended_is_not_there(cache: SharedCache) -> None:
    with time_machine.travel("2026-03-01 12:00+00:00", tick=False) as clock:
        cache.add("short", 5, 60)
        cache.set("long", 5, None)
        cache.set("moved", 5, 60)
        assert (cache.touch("moved", 600), cache.touch("other", 600)) == (True, False)
        clock.shift(61)
        assert cache.get("short") is None
        with pytest.raises(ValueError, match="short"):
            cache.incr("short")
        assert cache.add("short", 7, 60)
        assert (cache.get("short"), cache.get("long"), cache.incr("moved")) == (7, 5, 6)


def test_a_file_that_is_no_database_is_made_anew(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "counts.sqlite3"
    path.write_bytes(b"something else " * 1000)
    cache = SharedCache(str(path), {})
    assert cache.add("a", 1)
    assert "counts requests for itself" in caplog.text
    assert cache.add("a", 1)
    assert cache.incr("a") == 2


def test_one_that_cannot_be_taken_away_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "counts.sqlite3"
    path.write_bytes(b"something else " * 1000)

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    cache = SharedCache(str(path), {})
    assert (cache.add("a", 1), cache.add("a", 1)) == (True, False)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_MISUSE])
def test_another_trouble_than_its_own_takes_no_file_away(
    cache: SharedCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    cache.set("a", 1)

    def fail() -> None:
        error = sqlite3.DatabaseError("it failed")
        error.sqlite_errorcode = code
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(cache, "_connect", fail)
        assert cache.get("a") is None
    assert (tmp_path / "counts.sqlite3").exists()
    assert cache.get("a") == 1


def test_where_no_file_can_be_each_process_counts_for_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = str(tmp_path / "nowhere" / "counts.sqlite3")
    keep_all(SharedCache(nowhere, {}))
    # Django makes one for each thread.
    SharedCache(nowhere, {}).set("b", 5)
    assert SharedCache(nowhere, {}).incr("b") == 6
    monkeypatch.setattr(os, "access", lambda *_args: False)
    assert "locmem" in choose_cache(tmp_path)["BACKEND"]
