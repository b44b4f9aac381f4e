"""What the commands that read articles share: their arguments, the texts one by one, and how trouble is told."""

from __future__ import annotations

import gc
import json
import sys
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal
from zoneinfo import available_timezones

from django.core.management.base import BaseCommand, CommandError

from articles.extraction import choose_language, extract
from articles.extraction.languages import CODES
from articles.extraction.readings import Reading
from articles.intake import Document, UnreadableFile, check_size, describe, read_document
from articles.intake.reading import MAX_BYTES

FAILED = 2
"""The exit status when something could not be read; what could be read is done all the same."""

COLLECT_AFTER = 100_000
"""How many objects more there are before those that refer to one another in a circle are looked for."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to read. `id` is the file's name (its path, where two have one name) or the id of a line."""

    id: Any
    document: Document
    published: date | None
    published_from: Literal["argument", "text", "unknown"]
    timezone: str
    language: str

    def read(self) -> list[Reading]:
        """The claims in it."""
        return extract(
            self.document.text,
            published=self.published,
            timezone=self.timezone,
            language=self.language,
            furniture=self.document.furniture,
        )


class ReadingCommand(BaseCommand):
    """A command that reads articles: each failure is one line on standard error, and the rest is read all the same."""

    failed = False

    def execute(self, *args: Any, **options: Any) -> str | None:
        """Run with the garbage collector at rest."""
        with collect_seldom():
            return super().execute(*args, **options)

    def add_text_arguments(self, parser: ArgumentParser) -> None:
        """The files or lines to read."""
        parser.add_argument("files", nargs="*", metavar="FILE", help="articles, one a file")
        parser.add_argument(
            "--jsonl",
            action="store_true",
            help='read {"id", "text", "published", "timezone"} lines on standard input',
        )
        self.add_dating_arguments(parser)

    def add_dating_arguments(self, parser: ArgumentParser) -> None:
        """What relative dates are counted from."""
        parser.add_argument(
            "--published",
            action="append",
            default=[],
            metavar="DATE|FILE=DATE",
            help="the publication date (YYYY-MM-DD) of all files, or of one; may be repeated",
        )
        parser.add_argument("--timezone", metavar="ZONE", help="the articles' time zone, such as America/New_York")
        parser.add_argument(
            "--language", choices=CODES, help="the articles' language; without it, each text tells its own"
        )

    def read_texts(self, options: Mapping[str, Any]) -> Iterator[Text]:
        """The texts that the arguments name, each as soon as it is read.

        Raises:
            CommandError: with exit status 2, for arguments that make no sense.
        """
        if options["jsonl"] == bool(options["files"]):
            raise CommandError(
                "Name the files to read, or give --jsonl and lines on standard input.", returncode=FAILED
            )
        if options["jsonl"]:
            return self._read_lines(sys.stdin.buffer, *_read_defaults(options))
        return self.read_files(options["files"], options)

    def read_files(self, files: Sequence[str], options: Mapping[str, Any]) -> Iterator[Text]:
        """The files as texts; one that cannot be read is told and left out.

        Raises:
            CommandError: with exit status 2, for a date or a time zone that is none.
        """
        return self._read_files(files, read_dates(options["published"]), *_read_defaults(options))

    def _read_files(
        self, files: Sequence[str], dates: Mapping[str, date], timezone: str | None, language: str | None
    ) -> Iterator[Text]:
        names = Counter(Path(file).name for file in files)
        for file in dates.keys() - {"", *files, *names}:
            self.complain(f"--published {file}=…: there is no such file among those to read")
        for file in files:
            path = Path(file)
            try:
                check_size(path.stat().st_size)
                with path.open("rb") as opened:
                    # A device has no size, and may have no end.
                    document = read_document(opened.read(MAX_BYTES + 1), path.name)
            except OSError as error:
                self.complain(f"{file}: {error.strerror or error}")
            except UnreadableFile as error:
                self.complain(f"{file}: {error}")
            else:
                given = dates.get(file) or dates.get(path.name) or dates.get("")
                yield _describe(path.name if names[path.name] == 1 else file, document, given, timezone, language)

    def _read_lines(self, lines: Iterable[bytes], timezone: str | None, language: str | None) -> Iterator[Text]:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                yield _read_line(number, json.loads(line), timezone, language)
            except KeyError as error:
                self.complain(f"line {number}: {error} is missing")
            except (AttributeError, CommandError, RecursionError, TypeError, ValueError) as error:
                self.complain(f"line {number}: {str(error)[:200]}")

    def complain(self, message: str) -> None:
        """One line on standard error; the exit status will say that something was left out."""
        self.failed = True
        self.stderr.write(" ".join(message.split()))

    def finish(self) -> None:
        """End with exit status 2 where something could not be read."""
        if self.failed:
            sys.exit(FAILED)


@contextmanager
def collect_seldom() -> Iterator[None]:
    """Let the garbage collector rest while texts are read: it takes a tenth of the time, and more the longer a text is.

    What start-up made never goes, and a text's readings refer to one another in no circle: they go as they are let go.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


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


def check_timezone(name: str | None) -> str | None:
    """The name of a time zone that is known.

    Raises:
        CommandError: with exit status 2, for one that is not.
    """
    if name and name not in _list_timezones():
        raise CommandError(f"“{name}” is no time zone; write it as Europe/London or UTC.", returncode=FAILED)
    return name


def _read_defaults(options: Mapping[str, Any]) -> tuple[str | None, str | None]:
    """The time zone and the language given for all texts."""
    return check_timezone(options["timezone"]), options["language"]


@cache
def _list_timezones() -> frozenset[str]:
    return frozenset(available_timezones())


def _read_line(number: int, item: Mapping[str, Any], timezone: str | None, language: str | None) -> Text:
    text = item["text"]
    if not isinstance(text, str):
        raise TypeError("text is no string")
    given = date.fromisoformat(item["published"]) if item.get("published") else None
    zone = check_timezone(item.get("timezone")) or timezone
    return _describe(item.get("id", number), describe(text), given, zone, language)


def _describe(name: Any, document: Document, given: date | None, timezone: str | None, language: str | None) -> Text:
    zone = document.timezone if document.timezone in _list_timezones() else None
    return Text(
        id=name,
        document=document,
        published=given or document.published,
        published_from="argument" if given else document.published_from,
        timezone=timezone or zone or "UTC",
        language=language or choose_language(document.text).code,
    )
