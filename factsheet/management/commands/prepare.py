"""`manage.py prepare`: sheets are made ready for a new version of the program, before anybody has to wait for it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factsheet.actions.lookups import count_left, prepare_in_parts
from factsheet.management.readiness import check_migrated
from factsheet.models import FactSheet


class Command(BaseCommand):
    """Make what sheets keep for comparing, as this version of the program keeps it."""

    help = "Make sheets ready for comparing new articles, after an update; it may be stopped and run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which sheets."""
        parser.add_argument("sheets", nargs="*", metavar="SLUG", help="the sheets' addresses; without any, all sheets")

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Make the sheets ready part by part, a line for each part.

        Raises:
            CommandError: with exit status 2, for a sheet that is not there or a database without tables; with 130
                where it is stopped by the keyboard.
        """
        check_migrated()
        sheets = FactSheet.objects.order_by("pk")
        if given := set(options["sheets"]):
            sheets = sheets.filter(slug__in=given)
            if missing := given - set(sheets.values_list("slug", flat=True)):
                raise CommandError(f"There is no sheet “{min(missing)}”.", returncode=2)
        try:
            for sheet in sheets:
                self._prepare(sheet)
        except KeyboardInterrupt:
            raise CommandError("Stopped. What is done stays done; run it again to go on.", returncode=130) from None

    def _prepare(self, sheet: FactSheet) -> None:
        total = count_left(sheet)
        for left in prepare_in_parts(sheet):
            self.stdout.write(f"{sheet.slug}: {total - left:,} of {total:,} articles")
            self.stdout.flush()
        self.stdout.write(f"{sheet.slug}: ready")
