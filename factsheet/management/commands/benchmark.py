"""`manage.py benchmark`: how fast the screens answer, how fast and how well texts are read and compared."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from factsheet.management.benchmarks import acts, comparing, reading, screens, suggesting
from factsheet.management.benchmarks.clock import Unmeasurable
from factsheet.management.readiness import check_collected, check_migrated

PARTS = {"screens": screens, "acts": acts, "extract": reading, "compare": comparing, "suggest": suggesting}


class Command(BaseCommand):
    """Measure, and leave nothing behind."""

    help = "Measure the screens and acts of the desk, or the engine on articles and corpora; nothing is stored."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to measure."""
        parts = parser.add_subparsers(dest="part", required=True, metavar="|".join(PARTS))
        for name, part in PARTS.items():
            part.add_arguments(parts.add_parser(name, help=part.HELP))

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Measure one part and print a line for each figure.

        Raises:
            CommandError: with exit status 2, for a size or a file that makes no sense, a database without tables, or
                static files that are not collected.
        """
        if options["part"] in ("screens", "acts") or options.get("database"):
            check_migrated()
        if options["part"] in ("screens", "acts"):
            check_collected()
        try:
            PARTS[options["part"]].measure(options, self.stdout)
        except Unmeasurable as error:
            raise CommandError(str(error), returncode=2) from None
