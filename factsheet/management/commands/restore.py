"""`manage.py restore FILE`: a backup takes the place of the database, once it is known to be whole and to hold."""

from __future__ import annotations

import zipfile
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.utils.timezone import now

from factsheet.management.backups import choose_engine
from factsheet.management.backups.container import Manifest, extract, open_backup
from factsheet.management.backups.engines import BackupError, Engine, Fresh, Told
from factsheet.management.backups.progress import Progress
from factsheet.management.readiness import is_migrated
from factsheet.management.running import UNABLE
from factsheet.management.verification import Verification

# So many of the things that do not hold are told; `verify` tells them all.
TOLD = 5


class Command(BaseCommand):
    """Put a backup in the place of the database; the former one is kept beside it."""

    help = "Put a backup in the place of the database, which is kept under another name. Stop the server first."
    # The database may be damaged, or not be there.
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path, metavar="FILE", help="what manage.py backup wrote")
        parser.add_argument(
            "--accept-broken", action="store_true", help="put it back although verify says that something does not hold"
        )

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Restore, and say under which name the former database is kept.

        Raises:
            CommandError: with exit status 2, where the backup is none or cannot be put back, with 1 where something in
                it does not hold; the database is then as it was.
        """
        engine = choose_engine(connection.settings_dict)
        path: Path = options["file"]
        told = Progress(self.stderr.write)
        try:
            with open_backup(path) as (manifest, archive):
                _check_fits(path, manifest, engine)
                with engine.prepare() as fresh:
                    self._fill(fresh, path, manifest, archive, told, accept_broken=options["accept_broken"])
                    kept = fresh.replace(f".before-{now():%Y%m%dT%H%M%SZ}")
        except BackupError as error:
            raise CommandError(str(error), returncode=UNABLE) from None
        self.stdout.write(f"Restored what was backed up at {manifest.made_at}.")
        if kept:
            self.stdout.write(f"What was there before is kept as {kept}; remove it when you no longer need it.")

    def _fill(
        self,
        fresh: Fresh,
        path: Path,
        manifest: Manifest,
        archive: zipfile.ZipFile,
        told: Told,
        *,
        accept_broken: bool,
    ) -> None:
        """Make a database of the backup, bring it to this version, and verify it."""
        extract(path, archive, manifest, fresh.extracted, told)
        fresh.load(told)
        with point_at(fresh.name):
            if not is_migrated():
                self.stderr.write("The backup is of an older version; its tables are brought to this one.")
                call_command("migrate", verbosity=0, interactive=False)
            broken = list(islice(Verification().run(), TOLD))
        for line in broken:
            self.stderr.write(f"broken: {line}")
        if broken and not accept_broken:
            raise CommandError("Something in the backup does not hold, so the database was left as it is.")


def _check_fits(path: Path, manifest: Manifest, engine: Engine) -> None:
    """Refuse a backup of another database, or of a newer version of the program.

    Raises:
        BackupError: saying which.
    """
    if manifest.engine != engine.name:
        raise BackupError(f"{path}: this is a backup of {manifest.engine}, and DATABASE_URL names {engine.name}.")
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    if newer := sorted(set(manifest.migrations) - known):
        raise BackupError(f"{path}: the backup is of another version of the program, which knows {newer[-1]}.")


@contextmanager
def point_at(name: str) -> Iterator[None]:
    """Let every query go to another database of the same server, or to another file."""
    settings, former = connections.settings[DEFAULT_DB_ALIAS], connections[DEFAULT_DB_ALIAS]
    own = settings["NAME"]
    _leave(former)
    del connections[DEFAULT_DB_ALIAS]
    settings["NAME"] = name
    try:
        yield
    finally:
        _leave(connections[DEFAULT_DB_ALIAS])
        connections[DEFAULT_DB_ALIAS] = former
        settings["NAME"] = own


def _leave(wrapper: BaseDatabaseWrapper) -> None:
    """Close its connection and, where there is one, its pool, which Django keeps by alias, of whatever database."""
    wrapper.close()
    if wrapper.vendor == "postgresql":
        wrapper.close_pool()  # type: ignore[attr-defined]
