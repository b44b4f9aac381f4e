"""SQLite: the database is a file; it is copied by SQLite's own online backup, page by page, while others write."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from factsheet.management.backups.container import open_folder, sync_folder
from factsheet.management.backups.engines import BackupError, Told

# So many pages (16 MB) are copied at a time; between two of them others may write.
PAGES = 4096

# A write between two steps makes SQLite begin again (https://sqlite.org/backup.html). After so many times it is copied
# while writers wait, as they wait for one another.
BEGINNINGS = 3
BUSY_SECONDS = 20.0

BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a database that somebody has open, or that nobody closed."""


class _BeganAgainError(Exception):
    """Somebody wrote while it was copied, and once more."""


@dataclass(frozen=True, slots=True)
class SqliteFile:
    """The file of a database."""

    settings: dict[str, Any]
    name: str = "sqlite"
    member: str = "database.sqlite3"
    is_compressed: bool = False

    @property
    def path(self) -> Path:
        """Where it is."""
        return Path(self.settings["NAME"])

    def is_there(self) -> bool:
        """Whether there is a file."""
        return self.path.is_file()

    def describe(self) -> str:
        """The version of the library."""
        return sqlite3.sqlite_version

    def dump(self, target: Path, told: Told) -> None:
        """Copy the database; see `Engine.dump`."""
        with closing(_open(self.path)) as source, closing(sqlite3.connect(target)) as copy:
            target.chmod(0o600)
            try:
                _copy(source, copy, told, beginnings=BEGINNINGS)
            except _BeganAgainError:
                # To read holds writers off.
                source.execute("BEGIN")
                source.execute("SELECT count(*) FROM sqlite_schema").fetchone()
                _copy(source, copy, told)
        check_file(target)

    @contextmanager
    def prepare(self) -> Iterator[FreshFile]:
        """A new file on the same disk; see `Engine.prepare`."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with open_folder(self.path) as folder:
            yield FreshFile(self, folder / self.member)


@dataclass(frozen=True, slots=True)
class FreshFile:
    """A copy that is put back."""

    former: SqliteFile
    extracted: Path

    @property
    def name(self) -> str:
        """Its path."""
        return str(self.extracted)

    def load(self, told: Told) -> None:  # noqa: ARG002
        """Check it: the file is a database as it is."""
        check_file(self.extracted)

    def replace(self, suffix: str) -> str:
        """Take the place of the former file, which is kept beside it; see `Fresh.replace`."""
        place, kept = self.former.path, Path(f"{self.former.path}{suffix}")
        with self.extracted.open("rb+") as file:
            os.fsync(file.fileno())
        if not place.exists():
            self.extracted.rename(place)
            sync_folder(place.parent)
            return ""
        _take_after(place, self.extracted)
        with _hold(place):
            # One name after the other, so that there is a database at every moment.
            os.link(place, kept)
            for end in BESIDE:
                with contextlib.suppress(FileNotFoundError):
                    Path(f"{place}{end}").rename(f"{kept}{end}")
            self.extracted.replace(place)
            sync_folder(place.parent)
        return str(kept)


def check_file(path: Path) -> None:
    """Refuse a file that is no whole SQLite database.

    Raises:
        BackupError: with the first thing that is wrong.
    """
    try:
        with closing(sqlite3.connect(path)) as copy:
            wrong = [row[0] for row in copy.execute("PRAGMA integrity_check(1)") if row[0] != "ok"]
            wrong += [f"a row of {row[0]} refers to nothing" for row in copy.execute("PRAGMA foreign_key_check")]
    except sqlite3.DatabaseError as error:
        wrong = [str(error)]
    if wrong:
        raise BackupError(f"The copy is damaged: {' '.join(str(wrong[0]).split())}")


def _open(path: Path) -> sqlite3.Connection:
    """A connection that makes no new file where there is none."""
    return sqlite3.connect(f"file:{quote(str(path))}?mode=rw", uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _copy(source: sqlite3.Connection, copy: sqlite3.Connection, told: Told, *, beginnings: int = 0) -> None:
    """Copy all pages; where `beginnings` are given, give up when the copy began again so many times."""
    left_before: int | None = None
    begun = 0

    def watch(status: int, left: int, total: int) -> None:
        nonlocal left_before, begun
        if status == sqlite3.SQLITE_OK and left_before is not None and left >= left_before:
            begun += 1
            if beginnings and begun >= beginnings:
                raise _BeganAgainError
        left_before = left
        told("copied", (total - left) * size, total * size)

    (size,) = source.execute("PRAGMA page_size").fetchone()
    source.backup(copy, pages=PAGES, progress=watch, sleep=0.05)


def _take_after(former: Path, new: Path) -> None:
    """Give a new file the rights of the former, which another user's server may read and write."""
    shutil.copymode(former, new)
    status = former.stat()
    with contextlib.suppress(PermissionError):
        os.chown(new, status.st_uid, status.st_gid)


@contextmanager
def _hold(path: Path) -> Iterator[None]:
    """Let nobody write into the database meanwhile, and leave nothing beside it that belongs to it.

    Raises:
        BackupError: where others have it open and do not let go.
    """
    try:
        with closing(_open(path)) as connection:
            # Where there is a write-ahead log it is only given up by who is alone.
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise
        raise BackupError(f"{path}: others are using it. Stop the server first.") from None
    except sqlite3.DatabaseError:
        # It is damaged, which may be why a backup is put back. It is kept all the same.
        yield
