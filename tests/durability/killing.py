"""Kill the server, a worker, a command or the database by SIGKILL while people act, and look what is lost.

`python -m tests.durability.killing --kills 100 --database postgresql` does it with the project's own gunicorn
configuration, and prints one line a kill and what was found; exit status 1 where something was. `--seed N` chooses the
same again; with `--break halves` or `late` acts are broken on purpose, and something has to be found.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from tests import postgres
from tests.durability.clients import Acts, Ingestion, Journal, Load
from tests.durability.seed import PUBLISHERS, SETTLERS
from tests.durability.served import PATIENCE, Site, kill, run_python

# An act has about so many statements inside its transactions; what lies beyond its end kills nobody: it is tried again.
STATEMENTS = 40


@dataclass
class Run:
    """One site with people at work on it, and the ways in which something of it is killed."""

    site: Site
    acts: Acts
    folder: Path
    random: random.Random
    server: postgres.Server | None = None
    killed: Counter[str] = field(default_factory=Counter)

    def kill_worker(self) -> bool:
        """A process that answers, at any moment."""
        self._pause()
        workers = self.site.workers()
        return bool(workers) and kill(self.random.choice(workers))

    def kill_master(self) -> bool:
        """The process that starts the others; its workers see it and end."""
        self._pause()
        return kill(self.site.process.pid)

    def kill_all(self) -> bool:
        """The master and its workers, as when the machine stops."""
        self._pause()
        killed = [kill(pid) for pid in (self.site.process.pid, *self.site.workers())]
        return any(killed)

    def die_inside(self, act: Callable[[int], bool], last: int = STATEMENTS) -> bool:
        """The worker, before a statement of an act, or between its commit and its answer."""
        at = self.random.randrange(last)
        while True:
            before = len(self.acts.refusals)
            if not act(at) and len(self.acts.refusals) == before:
                return True
            if len(self.acts.refusals) > before:
                return False
            at //= 2

    def kill_command(self) -> bool:
        """`manage.py ingest`, at any moment after it began to read."""
        ingestion = Ingestion(self.folder, self.site.environment, self.acts.journal)
        with contextlib.suppress(subprocess.TimeoutExpired):
            ingestion.process.wait(self.random.uniform(0.5, 2.5))
        is_killed = ingestion.process.poll() is None and kill(ingestion.process.pid)
        ingestion.end()
        return is_killed

    def die_inside_command(self) -> bool:
        """`manage.py ingest`, before a statement of a transaction."""
        at = str(self.random.randrange(STATEMENTS))
        ingestion = Ingestion(self.folder, {**self.site.environment, "DIE_AT": at}, self.acts.journal)
        ingestion.end()
        return ingestion.process.returncode == -signal.SIGKILL

    def kill_backend(self) -> bool:
        """A process of PostgreSQL that serves a connection: the server then throws all of them out and recovers."""
        assert self.server
        self._pause()
        backends = [pid for pid, title in _children(self.server.pid) if "factsheet postgres" in title]
        return bool(backends) and kill(self.random.choice(backends))

    def kill_database(self) -> bool:
        """PostgreSQL's first process; its supervisor starts it again."""
        assert self.server
        self._pause()
        is_killed = kill(self.server.pid)
        until = time.monotonic() + PATIENCE
        while True:
            # Those that it had started end one by one, and hold its memory until then.
            try:
                self.server.start()
            except postgres.Unavailable:
                if time.monotonic() > until:
                    raise
                self.site.stopped.wait(0.1)
            else:
                return is_killed

    def ways(self) -> dict[str, Callable[[], bool]]:
        """Every way to kill, by its name."""
        ways: dict[str, Callable[[], bool]] = {
            "inside settle": partial(self.die_inside, partial(self.acts.settle, SETTLERS)),
            "worker": self.kill_worker,
            "inside publish": partial(self.die_inside, partial(self.acts.publish, PUBLISHERS)),
            "inside ingest": self.die_inside_command,
            "inside take in": partial(self.die_inside, self.acts.take_in),
            "after commit": partial(self.die_inside, partial(self.acts.settle, SETTLERS), 1),
            "ingest": self.kill_command,
            "master": self.kill_master,
            "worker again": self.kill_worker,
            "all": self.kill_all,
        }
        if self.server:
            ways |= {"backend": self.kill_backend, "database": self.kill_database}
        return ways

    def kill_often(self, kills: int, told: Callable[[str], object], *, settlers: int = SETTLERS) -> None:
        """Kill so many times, in each way in turn, and wait each time until the site answers again."""
        acts = [partial(self.acts.settle, number) for number in range(settlers)]
        load = Load(*acts, partial(self.acts.publish, 0), self.acts.take_in)
        ways = self.ways()
        try:
            while self.killed.total() < kills:
                for name, way in ways.items():
                    begun = time.monotonic()
                    for _attempt in range(10):
                        if way():
                            self.killed[name] += 1
                            break
                        self.site.wait()
                    self.site.wait()
                    told(
                        f"{self.killed.total():>4} {name:<15} {time.monotonic() - begun:5.1f} s  "
                        f"{self.acts.journal.count()} acts acknowledged"
                    )
                    if self.killed.total() >= kills:
                        break
        finally:
            load.stop()
        # Whoever acts last finds everything in order.
        if not all([self.acts.settle(0), self.acts.publish(0), self.acts.take_in()]):
            told(f"     refused: {self.acts.refusals[-3:]}")

    def _pause(self) -> None:
        """Let the people act, until a moment that is drawn by chance, or until the site is stopped."""
        self.site.stopped.wait(self.random.uniform(0, 0.3))

    def check(self) -> list[str]:
        """What is lost or half done."""
        path = self.folder / "journal.json"
        path.write_text(json.dumps(self.acts.journal.entries), encoding="utf-8")
        done = run_python(self.site.environment, "-m", "tests.durability.checking", str(path))
        return done.splitlines()


def _children(pid: int) -> list[tuple[int, str]]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, IndexError, ValueError):
            parent = int((folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            if parent == pid:
                found.append((int(folder.name), (folder / "cmdline").read_bytes().decode("utf-8", "replace")))
    return found


@contextmanager
def prepare(
    folder: Path, url: str, *, seed: int, broken: str = "", seeded: dict[str, Any] | None = None, secret: str = "x" * 50
) -> Iterator[Run]:
    """A site at work on the database of a URL, which is filled unless it is known what it was filled with."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.durability.settings",
        "DATA_DIR": str(folder),
        "DATABASE_URL": url,
        "SECRET_KEY": secret,
        "DURABILITY_BREAK": broken,
    }
    (folder / "static").mkdir(exist_ok=True)
    if seeded is None:
        run_python(environment, "-m", "tests.durability.seed", str(folder / "seed.json"))
        seeded = json.loads((folder / "seed.json").read_text(encoding="utf-8"))
    site = Site(environment, folder / "server.log")
    try:
        yield Run(site, Acts(site.port, seeded, Journal()), folder, random.Random(seed))
    finally:
        site.stop()


def main() -> int:
    """Run as the arguments say."""
    parser = argparse.ArgumentParser(description="Kill the server again and again, and look what is lost.")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--break", dest="broken", choices=["halves", "late"], default="")
    options = parser.parse_args()
    # What was started is stopped as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    print(f"--database {options.database} --seed {options.seed}", flush=True)
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="factsheet-kills-")))
        server = stack.enter_context(postgres.serve(careful=True)) if options.database == "postgresql" else None
        url = server.url if server else f"sqlite:///{folder}/factsheet.sqlite3"
        run = stack.enter_context(prepare(folder, url, seed=options.seed, broken=options.broken))
        run.server = server
        run.kill_often(options.kills, partial(print, flush=True))
        found = run.check()
        counts = Counter(entry["kind"] for entry in run.acts.journal.entries.values() if entry["acknowledged"])
        print(f"{run.killed.total()} kills: {dict(run.killed)}")
        print(f"acknowledged: {dict(counts)}; begun: {len(run.acts.journal.entries)}")
        print(f"refused: {dict(Counter(line.split()[0] for line in run.acts.refusals))}")
    print(*found, sep="\n")
    print(f"{len(found)} lost or half done.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
