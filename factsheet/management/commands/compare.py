"""`manage.py compare`: several articles on one event to the facts they speak of, as `factsheet.compare/1` JSON."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.extraction import extract
from articles.intake import UnreadableFile, read_document
from factsheet.reconcile import ArticleReadings, compare
from factsheet.reconcile.reports import report

UNREADABLE = 2
"""The exit status when something could not be read; what could be read is compared all the same."""


class Command(BaseCommand):
    """Compare files, or the lines of standard input; needs no database."""

    help = "Put the claims of several articles on one event side by side and write the proposed facts as JSON."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The arguments of the contract in DESIGN.md section 6."""
        parser.add_argument("files", nargs="*", metavar="FILE", help="articles, one a file")
        parser.add_argument(
            "--published",
            action="append",
            default=[],
            metavar="DATE|FILE=DATE",
            help="the publication date (YYYY-MM-DD) of all files, or of one; may be repeated",
        )
        parser.add_argument("--timezone", help="the articles' time zone, such as America/New_York")
        parser.add_argument(
            "--jsonl",
            action="store_true",
            help='read {"id", "text", "published", "timezone"} lines of one event on standard input',
        )

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Write one comparison as one line of JSON.

        Raises:
            CommandError: with exit status 2, for arguments that make no sense.
        """
        if options["jsonl"] == bool(options["files"]):
            raise CommandError("Give files to compare, or --jsonl to read standard input.", returncode=UNREADABLE)
        self.failed = False
        dates = read_dates(options["published"])
        if options["jsonl"]:
            articles = list(self.articles_of_lines(options["timezone"]))
        else:
            articles = list(self.articles_of_files(options["files"], dates, options["timezone"]))
        found = report(compare(articles), articles)
        self.stdout.write(json.dumps(found, ensure_ascii=False))
        if self.failed:
            sys.exit(UNREADABLE)

    def articles_of_files(
        self, files: Sequence[str], dates: dict[str, date], timezone: str | None
    ) -> Iterator[ArticleReadings]:
        """Each readable file with its readings; a file that cannot be read is reported and left out."""
        names = [Path(file).name for file in files]
        for file, name in zip(files, names, strict=True):
            try:
                document = read_document(Path(file).read_bytes(), name)
            except OSError as error:
                self.complain(f"{file}: {error.strerror}")
                continue
            except UnreadableFile as error:
                self.complain(f"{file}: {error}")
                continue
            published = dates.get(file) or dates.get(name) or dates.get("") or document.published
            yield ArticleReadings(
                key=name if names.count(name) == 1 else file,
                text=document.text,
                readings=tuple(
                    extract(
                        document.text,
                        published=published,
                        timezone=timezone or document.timezone or "UTC",
                        furniture=document.furniture,
                    )
                ),
                title=document.title or "",
                source=document.source or "",
                published=published,
            )

    def articles_of_lines(self, timezone: str | None) -> Iterator[ArticleReadings]:
        """Each readable line of standard input as an article."""
        seen: set[str] = set()
        for number, line in enumerate(sys.stdin, start=1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
                key, text = str(record["id"]), str(record["text"])
                published = date.fromisoformat(record["published"]) if record.get("published") else None
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                self.complain(f"line {number}: {type(error).__name__}: {error}")
                continue
            if key in seen:
                self.complain(f"line {number}: the id {key} was there before")
                continue
            seen.add(key)
            readings = extract(text, published=published, timezone=record.get("timezone") or timezone or "UTC")
            yield ArticleReadings(key=key, text=text, readings=tuple(readings), published=published)

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
            raise CommandError(
                f"--published: “{day}” is no date of the form YYYY-MM-DD.", returncode=UNREADABLE
            ) from None
    return dates
