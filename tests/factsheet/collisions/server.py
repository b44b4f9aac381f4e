"""Gunicorn with the project's own configuration, on the database that the test is connected to."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection, connections

ROOT = Path(__file__).resolve().parent.parent.parent.parent
AS_IT_IS = "factsheet.wsgi"
UNLOCKED = "tests.factsheet.collisions.unlocked"


@dataclass(frozen=True, slots=True)
class Server:
    """Where it answers, and the file that it writes its log to."""

    port: int
    log: Path
    host: str = "127.0.0.1"


def database_url() -> str:
    """The URL of the database that the tests are connected to."""
    told = connections.settings["default"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{told['NAME']}"
    return f"postgres://{told['USER']}@/{told['HOST']}/{told['NAME']}"


@contextmanager
def serve(folder: Path, application: str = AS_IT_IS) -> Iterator[Server]:
    """Serve while the block lasts; this process lets go of its own connections first."""
    connections.close_all()
    log = folder / "server.log"
    told = {
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATA_DIR": str(folder),
        "SECRET_KEY": settings.SECRET_KEY,
        "HTTPS": "off",
        "WEB_CONCURRENCY": "2",
    }
    with socket.create_server(("127.0.0.1", 0), backlog=256) as listener, log.open("a", encoding="utf-8") as output:
        port = listener.getsockname()[1]
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "--config", "factsheet/gunicorn_conf.py"),
                *("--bind", f"fd://{listener.fileno()}", application),
            ],
            cwd=ROOT,
            env={**os.environ, **told},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            pass_fds=[listener.fileno()],
        )
    try:
        _wait(port, process, log)
        yield Server(port, log)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until it answers: the socket listens before the server does, so the first request waits for it."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
            connection.sendall(b"GET /sign-in/ HTTP/1.0\r\nHost: localhost\r\n\r\n")
            if connection.recv(12)[9:] == b"200":
                return
    except OSError:
        pass
    process.kill()
    raise RuntimeError(f"The server does not answer:\n{log.read_text(encoding='utf-8')}")
