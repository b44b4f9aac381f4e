"""The site as it is served for real: gunicorn with the project's own configuration, on a database of the test's own."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent.parent
DATABASE = "factsheet.sqlite3"
SESSIONS = "sessions.json"
# Where `manage.py demo` keeps what it draws.
SECRETS = "demonstration.json"
SECONDS_TO_START = 90


@dataclass(frozen=True, slots=True)
class Site:
    """A running site: where it answers, the session of each role, and the folders it began as and works in."""

    url: str
    sessions: dict[str, str]
    template: Path
    folder: Path

    @property
    def log(self) -> Path:
        """The file that the server writes to."""
        return self.folder / "server.log"

    @property
    def token(self) -> str:
        """The secret by which the CMS of the demonstration signs in."""
        kept: dict[str, str] = json.loads((self.template / SECRETS).read_text(encoding="utf-8"))
        return kept["token"]

    def begin_anew(self) -> None:
        """Put the template's database in the place of the one that was worked on, and empty the log.

        Between two requests nobody has the database open, so the server does not notice.
        """
        for name in (f"{DATABASE}-journal", f"{DATABASE}-wal", f"{DATABASE}-shm"):
            (self.folder / name).unlink(missing_ok=True)
        copy = self.folder / f"{DATABASE}-copy"
        shutil.copy(self.template / DATABASE, copy)
        copy.replace(self.folder / DATABASE)
        os.truncate(self.log, 0)


def make_template(folder: Path) -> None:
    """Make the folder that each site begins as: the seeded database, the sessions, and the static files."""
    folder.mkdir()
    _run(folder, "-m", "tests.browser.seed", str(folder / SESSIONS))


@contextmanager
def serve(template: Path, folder: Path) -> Iterator[Site]:
    """Serve a copy of the template from the folder while the block lasts."""
    (folder / "static").symlink_to(template / "static")
    sessions = json.loads((template / SESSIONS).read_text(encoding="utf-8"))
    # The socket listens before the server starts: no port is guessed, and no request comes too early.
    with (
        socket.create_server(("127.0.0.1", 0)) as listener,
        (folder / "server.log").open("a", encoding="utf-8") as output,
    ):
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        site = Site(url, sessions, template, folder)
        site.begin_anew()
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "--config", "factsheet/gunicorn_conf.py"),
                *("--bind", f"fd://{listener.fileno()}", "factsheet.wsgi"),
            ],
            cwd=ROOT,
            env={**environment_of(folder), "SITE_URL": url, "WEB_CONCURRENCY": "1"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            pass_fds=[listener.fileno()],
        )
    try:
        # What the first page takes, on a busy machine, is nobody's test's time.
        with urlopen(f"{url}/sign-in/", timeout=SECONDS_TO_START):
            pass
        yield site
    finally:
        # At once: what the server held is thrown away.
        process.send_signal(signal.SIGQUIT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def environment_of(folder: Path) -> dict[str, str]:
    """The environment of the site that works in a folder."""
    ours = {
        "DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "factsheet.settings",
        "HTTPS": "off",
        # The sessions of the template are signed with it.
        "SECRET_KEY": "only for the browser tests, and the same in each of them",
    }
    return {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | ours


def _run(folder: Path, *command: str) -> None:
    done = subprocess.run(
        (sys.executable, *command),
        cwd=ROOT,
        env=environment_of(folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
