"""`manage.py export SLUG`: a published edition in a format of exchange, on standard output or in a file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandError

from factsheet.export import FORMATS
from factsheet.export.edition import EditionError
from factsheet.models import FactSheet
from factsheet.queries.feed import edition_body, edition_head


class Command(BaseCommand):
    """Write an edition of a sheet; exit status 2 with one line on standard error where that cannot be done."""

    help = "Writes a published edition of a sheet, the newest unless one is numbered."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the sheet's address, the format, the edition and the file."""
        parser.add_argument("slug", help="the address of the sheet, as in its URL")
        parser.add_argument("--format", choices=FORMATS, default="json", help="json is the bytes that are stored")
        parser.add_argument("--edition", type=int, metavar="N", help="the number of the edition; else the newest")
        parser.add_argument("--output", type=Path, metavar="FILE", help="where to write; else standard output")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Write the edition."""
        slug, number, output = options["slug"], options["edition"], options["output"]
        head = edition_head(FactSheet.objects.all(), slug, number)
        body = edition_body(head) if head else b""
        if head is None:
            which = "no edition" if number is None else f"no edition {number}"
            _refuse(f"There is {which} of a sheet “{slug}”.")
        try:
            content = FORMATS[options["format"]].write(body)
            if output is None:
                self._print(content)
            else:
                output.write_bytes(content)
        except EditionError as error:
            _refuse(f"Edition {head.number} of “{slug}” cannot be read: {error}")
        except OSError as error:
            _refuse(f"{output or 'Standard output'} cannot be written: {error.strerror}")

    def _print(self, content: bytes) -> None:
        """Write bytes, not text, so that what arrives is what is stored."""
        if buffer := getattr(self.stdout, "buffer", None):
            buffer.write(content)
            buffer.flush()
        else:
            self.stdout.write(content.decode(), ending="")


def _refuse(message: str) -> NoReturn:
    raise CommandError(message, returncode=2)
