"""Prints who may do what, or writes it into the documentation."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import override

from factsheet.roles import write_roles


class Command(BaseCommand):
    """`manage.py roles`"""

    help = "Prints who may do what: roles, acts, states and addresses. --write renews factsheet/ROLES.md."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add `--write`."""
        parser.add_argument("--write", action="store_true", help="write factsheet/ROLES.md")

    def handle(self, *_args: object, write: bool, **_options: object) -> None:
        """Print the table, or write it."""
        with override(settings.LANGUAGE_CODE):
            text = write_roles()
        if write:
            (Path(settings.BASE_DIR) / "factsheet" / "ROLES.md").write_text(text, encoding="utf-8")
        else:
            self.stdout.write(text, ending="")
