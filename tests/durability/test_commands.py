"""Commands that find no room on the disk, or no database: one line, exit status 2, and nothing half done."""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from factsheet import actions
from factsheet.databases import sqlite_url
from factsheet.management.verification import Verification
from tests.factories import make_user
from tests.factsheet.newsroom import LATER, make_ready_sheet, rows

ROOT = Path(__file__).resolve().parent.parent.parent

only_sqlite = pytest.mark.skipif("connection.vendor != 'sqlite'", reason="of SQLite's file")


@only_sqlite
@pytest.mark.parametrize("command", ["backup", "ingest", "restore"])
def test_a_command_that_finds_no_room_says_so_in_one_line_and_leaves_nothing_half_done(
    own_database: None, tmp_path: Path, command: str
) -> None:
    editor = make_user("editor", role="Editor")
    sheet = make_ready_sheet(by=editor, state="approved")
    actions.publish(sheet, by=editor, at=LATER)
    path, folder = Path(connection.settings_dict["NAME"]), tmp_path / "here"
    folder.mkdir()
    call_command("backup", str(tmp_path / "backup"), stdout=io.StringIO())
    (tmp_path / "story.txt").write_text("The mission has 13,000 troops in 41 places. " * 3000, encoding="utf-8")
    arguments: dict[str, list[str]] = {
        "backup": [str(folder / "second")],
        "restore": [str(tmp_path / "backup")],
        "ingest": [str(tmp_path / "story.txt"), "--sheet", sheet.slug],
    }
    before, files = rows(), set(tmp_path.iterdir())
    connection.close()
    # No file grows beyond this, as on a disk that is full.
    longest = path.stat().st_size + (8192 if command == "ingest" else -4096)
    done = subprocess.run(
        [sys.executable, "manage.py", command, *arguments[command]],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": sqlite_url(path), "DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (longest, longest)),
    )
    assert done.returncode == 2, done.stderr
    assert done.stderr.count("\n") == 1
    assert "disk" in done.stderr
    assert (rows(), set(tmp_path.iterdir()), list(folder.iterdir())) == (before, files, [])
    assert list(Verification().run()) == []


NOWHERE = {
    "missing": ("sqlite:///{folder}/none.sqlite3", "migrate"),
    "no folder": ("sqlite:///{folder}/no/where.sqlite3", "cannot be reached"),
    "no database": ("sqlite:///{folder}/story.txt", "damaged"),
    "no server": ("postgres://somebody:secret@127.0.0.1:1/desk", "cannot be reached"),
    "no port": ("postgres://somebody:secret@127.0.0.1:port/desk", "DATABASE_URL"),
    "no such kind": ("mysql://somebody:secret@127.0.0.1/desk", "DATABASE_URL"),
}
COMMANDS = {
    "export": ["quake"],
    "verify": [],
    "ingest": ["{folder}/story.txt", "--sheet", "quake"],
    "backup": ["{folder}/backup"],
}


@only_sqlite
@pytest.mark.parametrize(
    ("where", "command"),
    [
        *((where, "verify") for where in NOWHERE),
        ("missing", "export"),
        ("missing", "ingest"),
        ("no server", "backup"),
    ],
)
def test_without_a_database_a_command_says_so_in_one_line(tmp_path: Path, where: str, command: str) -> None:
    (tmp_path / "story.txt").write_text("The mission has 13,000 troops. " * 99, encoding="utf-8")
    url, words = NOWHERE[where]
    done = subprocess.run(
        [sys.executable, "manage.py", command, *(word.format(folder=tmp_path) for word in COMMANDS[command])],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url.format(folder=tmp_path), "DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert done.stderr.count("\n") == 1
    assert words in done.stderr or command == "backup"
    assert "secret" not in done.stderr
    assert not (tmp_path / "backup").exists()
