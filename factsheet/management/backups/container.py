"""The file of a backup: a ZIP with the copy of the database and `manifest.json`, which says what it is, of which
version, how long and with which SHA-256. It is written beside its place and put there whole, or not at all.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from factsheet.management.backups.engines import BackupError, Told

SCHEMA = "factsheet.backup/1"
MANIFEST = "manifest.json"
LONGEST_MANIFEST = 1_000_000
CHUNK = 1 << 20

# As fast as it gets: texts shrink to a third by it.
LEVEL = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. `migrations` are those that were run, as "app.name"; `size` is in bytes."""

    engine: str
    engine_version: str
    made_at: str
    migrations: list[str]
    member: str
    size: int
    sha256: str
    schema: str = SCHEMA


@contextmanager
def open_folder(beside: Path) -> Iterator[Path]:
    """A folder beside a file, for this user alone, that is gone at the end with all that is left in it.

    Raises:
        BackupError: where none can be made.
    """
    try:
        folder = tempfile.TemporaryDirectory(prefix=f".{beside.name}-", dir=beside.parent)
    except OSError as error:
        raise BackupError(f"{beside}: cannot be written there: {error.strerror}") from error
    with folder as name:
        yield Path(name)


def write_backup(path: Path, copy: Path, *, compress: bool, told: Told, **stamp: Any) -> str:
    """Write a backup of the copy to a new file, for this user alone, and make sure that it is on the disk.

    Returns:
        The SHA-256 of the copy.
    """
    digest, size, total = hashlib.sha256(), 0, copy.stat().st_size
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    with os.fdopen(descriptor, "w+b") as file:
        with zipfile.ZipFile(file, "w", method, compresslevel=LEVEL) as archive:
            with copy.open("rb") as source, archive.open(copy.name, "w", force_zip64=True) as target:
                while chunk := source.read(CHUNK):
                    digest.update(chunk)
                    target.write(chunk)
                    size += len(chunk)
                    told("written", size, total)
            manifest = Manifest(member=copy.name, size=size, sha256=digest.hexdigest(), **stamp)
            archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def put(new: Path, place: Path, *, force: bool) -> None:
    """Let a new file be at its place, at once; one that is there already only gives way to `force`.

    Raises:
        BackupError: where there is one.
    """
    if force:
        new.replace(place)
    else:
        try:
            os.link(new, place)
        except FileExistsError:
            raise BackupError(f"{place}: there is a file already; --force writes over it.") from None
    sync_folder(place.parent)


def sync_folder(folder: Path) -> None:
    """Make sure that the names in a folder are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def open_backup(path: Path) -> Iterator[tuple[Manifest, zipfile.ZipFile]]:
    """The manifest of a backup, and the archive to extract from.

    Raises:
        BackupError: for what is no backup, or not a whole one.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            yield _read_manifest(path, archive), archive
    except zipfile.BadZipFile:
        raise BackupError(f"{path}: this is no backup, or a part of one.") from None
    except OSError as error:
        if error.filename != str(path):
            raise
        raise BackupError(f"{path}: cannot be read: {error.strerror}") from None


def _read_manifest(path: Path, archive: zipfile.ZipFile) -> Manifest:
    try:
        with archive.open(MANIFEST) as file:
            read = json.loads(file.read(LONGEST_MANIFEST))
        if read["schema"] != SCHEMA:
            raise BackupError(f"{path}: this is a backup of another kind, {str(read['schema'])[:40]!r}.")
        manifest = Manifest(**read)
        if archive.getinfo(manifest.member).file_size != manifest.size:
            raise BackupError(f"{path}: the copy is not as long as the backup says.")
    except (KeyError, TypeError, ValueError, zlib.error):
        raise BackupError(f"{path}: this is no backup of Factsheet.") from None
    return manifest


def extract(path: Path, archive: zipfile.ZipFile, manifest: Manifest, target: Path, told: Told) -> None:
    """Write the copy that a backup holds into a new file, for this user alone.

    Raises:
        BackupError: where it is not the one that was backed up.
    """
    digest, size = hashlib.sha256(), 0
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file, archive.open(manifest.member) as source:
            while chunk := source.read(CHUNK):
                digest.update(chunk)
                file.write(chunk)
                size += len(chunk)
                told("read", size, manifest.size)
            file.flush()
            os.fsync(file.fileno())
    except (EOFError, zipfile.BadZipFile, zlib.error):
        raise BackupError(f"{path}: the backup is damaged.") from None
    if digest.hexdigest() != manifest.sha256:
        raise BackupError(f"{path}: the backup is damaged: its SHA-256 is not the one that it names.")
