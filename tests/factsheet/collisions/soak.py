"""Minutes of 32 writers, 8 readers and an import on one database: `python -m tests.factsheet.collisions.soak --help`.

It makes a database of its own (SQLite in a temporary folder, or the empty one of DATABASE_URL), serves it by gunicorn,
and compares in the end what was acknowledged with what is there. The exit status is 0 where nothing was lost, no page
failed and no act was refused for a locked database.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

TEXT = "The mission counted {figure:,} troops on day {day}. It lost {lost} vehicles."


def main(arguments: list[str]) -> int:
    """Run it, and print what was seen."""
    parser = argparse.ArgumentParser(description="Many writers, some readers and an import on one database.")
    parser.add_argument("--seconds", type=float, default=180, help="how long they work (180)")
    parser.add_argument("--writers", type=int, default=32)
    parser.add_argument("--readers", type=int, default=8)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="factsheet-soak-") as name:
        folder = Path(name)
        os.environ.update(DJANGO_SETTINGS_MODULE="tests.settings", DATA_DIR=name, HTTPS="off")
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/factsheet.sqlite3")
        import django

        django.setup()
        return _soak(folder, options.seconds, options.writers, options.readers)


def _soak(folder: Path, seconds: float, writers: int, readers: int) -> int:
    from django.core.management import call_command

    from tests.factsheet.collisions.audit import Before, find_broken, find_lost
    from tests.factsheet.collisions.editors import Plan
    from tests.factsheet.collisions.newsroom import let_work, make_floor, tell
    from tests.factsheet.collisions.server import serve

    call_command("migrate", verbosity=0)
    floor = make_floor(people=writers, sheets=4, facts=20)
    before = Before.look()
    with serve(folder) as server:
        importing = Import(folder, time.monotonic() + seconds)
        importing.start()
        told = (floor.sessions, floor.sheets, 0, 1, seconds, readers)
        tried = let_work(Plan(server.host, server.port, *told))
        importing.join()
    log = server.log.read_text(encoding="utf-8")
    wrong = [
        f"{act.kind} was answered {act.status}: {act.text[-300:]}"
        for act in tried
        if act.status in (0, *range(500, 600))
    ]
    wrong += [line for line in log.splitlines() if "locked" in line or "ERROR" in line] + importing.failures
    wrong += [*find_lost([act for act in tried if act.kind != "read"], before, [user.pk for user in floor.people])]
    wrong += find_broken()
    slowest = sorted(act.seconds for act in tried)
    print(f"{len(tried):,} requests in {seconds:.0f} s by {writers} writers and {readers} readers: {tell(tried)}")
    half = slowest[len(slowest) // 2]
    print(f"{importing.done} imports; half of the answers within {half:.2f} s, the last in {slowest[-1]:.2f} s")
    print("\n".join(wrong[:40]) or "Nothing was lost, nothing failed, and no database was locked.")
    return int(bool(wrong))


class Import(threading.Thread):
    """Takes folders of articles into a sheet of their own, one after another, by the command that a newsroom uses."""

    def __init__(self, folder: Path, end: float) -> None:
        super().__init__()
        self.folder, self.end = folder, end
        self.done = 0
        self.failures: list[str] = []

    def run(self) -> None:
        """Import until the end."""
        while time.monotonic() < self.end:
            articles = self.folder / f"import-{self.done}"
            articles.mkdir()
            for number in range(10):
                day = 10 * self.done + number
                text = TEXT.format(figure=13000 + day, day=day + 1, lost=day % 7 + 2)
                (articles / f"{number}.txt").write_text(text, encoding="utf-8")
            command = (sys.executable, "manage.py", "ingest", str(articles), "--sheet", "import", "--title", "Import")
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                self.failures.append(f"import {self.done}: {done.stderr[-500:]}")
            self.done += 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
