"""`manage.py backup FILE`: the whole database in one file, while the desk goes on working."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils.timezone import now

from factsheet.management.backups import choose_engine
from factsheet.management.backups.container import open_folder, put, write_backup
from factsheet.management.backups.engines import BackupError, Engine
from factsheet.management.backups.progress import Progress
from factsheet.management.readiness import check_migrated
from factsheet.management.running import UNABLE
from factsheet.models.sealing import write_moment


class Command(BaseCommand):
    """Copy the database as it is at one moment into a file that `manage.py restore` puts back."""

    help = "Copy the database into a file, as it is at one moment; others may go on writing meanwhile."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path, metavar="FILE", help="where to write; readable by this user only")
        parser.add_argument("--force", action="store_true", help="write over a file that is there")

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Write the backup, and print its size and the SHA-256 of the copy in it.

        Raises:
            CommandError: with exit status 2, where it cannot be made; nothing is left then, and no file overwritten.
        """
        path: Path = options["file"]
        try:
            engine = choose_engine(connection.settings_dict)
            _check_possible(path, engine, force=options["force"])
            check_migrated()
            told = Progress(self.stderr.write)
            with open_folder(path) as folder:
                copy = folder / engine.member
                made_at = write_moment(now())
                engine.dump(copy, told)
                sha256 = write_backup(
                    folder / "backup",
                    copy,
                    compress=not engine.is_compressed,
                    told=told,
                    engine=engine.name,
                    engine_version=engine.describe(),
                    made_at=made_at,
                    migrations=sorted(
                        f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()
                    ),
                )
                put(folder / "backup", path, force=options["force"])
        except BackupError as error:
            raise CommandError(str(error), returncode=UNABLE) from None
        self.stdout.write(f"{path}: {path.stat().st_size:,} bytes, {sha256}")


def _check_possible(path: Path, engine: Engine, *, force: bool) -> None:
    """Refuse before anything is read, and before SQLite makes a database where there is none.

    Raises:
        BackupError: where the file is there already, or no database is.
    """
    if path.exists() and not force:
        raise BackupError(f"{path}: there is a file already; --force writes over it.")
    if not engine.is_there():
        raise BackupError(f"There is no database at {connection.settings_dict['NAME']}.")
