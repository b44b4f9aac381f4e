"""How gunicorn serves Factsheet: `gunicorn -c factsheet/gunicorn_conf.py factsheet.wsgi`."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import gunicorn.http.wsgi

from factsheet.databases import choose_journal

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
worker_class = "gthread"
timeout = 60
# What a proxy says of the scheme is heard by Django alone, and only where BEHIND_PROXY is on.
secure_scheme_headers: dict[str, str] = {}
# The name that stands in each answer tells neither the program nor its version.
gunicorn.http.wsgi.SERVER = "web"
# No query of a page keeps the database busy for longer, in seconds; commands may take their time.
os.environ.setdefault("STATEMENT_SECONDS", "30")
# On SIGTERM nothing new is taken in, and what runs has so many seconds to end.
graceful_timeout = 20
# A worker is renewed now and then, so that a leak in a library never grows; the jitter keeps them from going together.
max_requests = 10_000
max_requests_jitter = 1_000
limit_request_line = 8190
limit_request_field_size = 16_380
# The default path of the control socket is shared by every instance of a user.
control_socket_disable = True


def on_starting(_server: Any) -> None:
    """Refuse to start, in one sentence, on a database whose migrations were not run, or with settings that are none."""
    command = (sys.executable, "-m", "factsheet.management.readiness")
    status = subprocess.run(command, cwd=Path(__file__).parent.parent, check=False).returncode  # noqa: S603 - our own
    if status:
        raise SystemExit(status)


def when_ready(server: Any) -> None:
    """Say at start-up how SQLite, where it is the database, keeps what it acknowledges."""
    if os.environ.get("DATABASE_URL", "sqlite").startswith("sqlite"):
        journal = choose_journal(sqlite3.sqlite_version_info)
        server.log.info("SQLite %s: journal mode %s, synchronous FULL", sqlite3.sqlite_version, journal)
        if journal != "wal":
            server.log.info("This version can lose a committed write with a write-ahead log, so it is not used.")
