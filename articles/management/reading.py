"""What the commands that read article files share: their arguments, the files one by one, and how trouble is told."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from zoneinfo import available_timezones

from django.core.management.base import BaseCommand, CommandError

from articles.intake import Document, UnreadableFile, check_size, read_document

FAILED = 2
"""The exit status when something could not be read; what could be read is done all the same."""


class ReadingCommand(BaseCommand):
    """A command that reads article files: each failure is one line on standard error, and the rest goes on."""

    failed = False

    def add_dating_arguments(self, parser: ArgumentParser) -> None:
        """`--published` and `--timezone`, as DESIGN.md section 6 has them."""
        parser.add_argument(
            "--published",
            action="append",
            default=[],
            metavar="DATE|FILE=DATE",
            help="the publication date (YYYY-MM-DD) of all files, or of one; may be repeated",
        )
        parser.add_argument("--timezone", metavar="ZONE", help="the articles' time zone, such as America/New_York")

    def read_files(self, files: Sequence[str]) -> Iterator[tuple[Path, Document]]:
        """Each readable file with its document; a file that cannot be read is told and left out."""
        for file in files:
            path = Path(file)
            try:
                check_size(path.stat().st_size)
                document = read_document(path.read_bytes(), path.name)
            except OSError as error:
                self.complain(f"{file}: {error.strerror}")
            except UnreadableFile as error:
                self.complain(f"{file}: {error}")
            else:
                yield path, document

    def complain(self, message: str) -> None:
        """One line on standard error; the exit status will say that something was left out."""
        self.failed = True
        self.stderr.write(" ".join(message.split()))


def read_dates(arguments: Sequence[str]) -> dict[str, date]:
    """The publication dates by file; the date of all files under the empty name.

    Raises:
        CommandError: with exit status 2, for a date that is none.
    """
    dates = {}
    for argument in arguments:
        file, _, day = argument.rpartition("=")
        try:
            dates[file] = date.fromisoformat(day)
        except ValueError:
            raise CommandError(f"--published: “{day}” is no date of the form YYYY-MM-DD.", returncode=FAILED) from None
    return dates


def find_date(dates: dict[str, date], path: Path) -> date | None:
    """The date given for a file: by its path, by its name, or for all files."""
    return dates.get(str(path)) or dates.get(path.name) or dates.get("")


def check_timezone(name: str | None) -> None:
    """Refuse a time zone that is not known.

    Raises:
        CommandError: with exit status 2.
    """
    if name and name not in available_timezones():
        raise CommandError(f"--timezone: “{name}” is no time zone, such as Europe/London or UTC.", returncode=FAILED)
