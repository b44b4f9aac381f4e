"""`manage.py extract`: the claims in files, or in a stream of texts, as JSON lines. Needs no database."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.extraction import extract, to_json
from articles.intake import Document, UnreadableFile, describe, read_document

SCHEMA = "factsheet.extract/1"


class Command(BaseCommand):
    """Read files, or JSON lines on standard input, and write one JSON object a line for each."""

    help = "Find every figure, date, amount and quotation in texts; one JSON object a line (schema factsheet.extract/1)."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        """Name the files, the dates of publication and the time zone."""
        parser.add_argument("files", nargs="*", metavar="FILE")
        parser.add_argument("--published", action="append", default=[], metavar="DATE|FILE=DATE")
        parser.add_argument("--timezone", default="UTC", type=_read_timezone, metavar="ZONE")
        parser.add_argument("--jsonl", action="store_true", help="read {id, text, published, timezone} lines from stdin")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the claims; a text that cannot be read is one line on standard error and exit status 2 at the end."""
        files: list[str] = options["files"]
        if options["jsonl"] == bool(files):
            raise CommandError("name the files to read, or give --jsonl and their lines on standard input", returncode=2)
        if options["jsonl"]:
            answers = _answer_lines(sys.stdin.buffer, options["timezone"])
        else:
            common, dates = _read_published(options["published"])
            answers = _answer_files(files, common, dates, options["timezone"])
        failed = False
        for answer in answers:
            if isinstance(answer, str):
                failed = True
                self.stderr.write(answer)
            else:
                _write(self.stdout, answer)
        if failed:
            raise SystemExit(2)


def _write(stream: Any, answer: dict[str, object]) -> None:
    out: TextIO = getattr(stream, "_out", stream)
    try:
        out.write(json.dumps(answer, ensure_ascii=False) + "\n")
    except UnicodeEncodeError:
        out.write(json.dumps(answer) + "\n")
    out.flush()


def _answer_files(
    files: list[str], common: date | None, dates: dict[str, date], timezone: str
) -> Iterator[dict[str, object] | str]:
    for name in files:
        path = Path(name)
        try:
            document = read_document(path.read_bytes(), path.name)
        except OSError as error:
            yield f"{name}: {error.strerror or error}"
            continue
        except UnreadableFile as error:
            yield f"{name}: {error}"
            continue
        published = dates.get(name, dates.get(path.name, common))
        yield _answer(path.name, document, published, timezone)


def _answer_lines(lines: Iterator[bytes] | Any, timezone: str) -> Iterator[dict[str, object] | str]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            text, given = item["text"], item.get("published")
            if not isinstance(text, str):
                raise TypeError("text is no string")
            published = None if given is None else date.fromisoformat(given)
            zone = _read_timezone(item.get("timezone") or timezone)
        except KeyError as error:
            yield f"line {number}: {error} is missing"
            continue
        except (ValueError, TypeError, AttributeError, RecursionError, argparse.ArgumentTypeError) as error:
            yield f"line {number}: {' '.join(str(error).split())[:200]}"
            continue
        yield _answer(item.get("id", number), describe(text), published, zone)


def _answer(name: object, document: Document, published: date | None, timezone: str) -> dict[str, object]:
    known = published or document.published
    source = "argument" if published is not None else document.published_from
    readings = extract(document.text, published=known, timezone=timezone, furniture=document.furniture)
    return {
        "schema": SCHEMA,
        "id": name,
        "published": None if known is None else known.isoformat(),
        "published_from": source,
        "title": document.title,
        "source": document.source,
        "claims": [to_json(reading) for reading in readings],
    }


def _read_published(values: list[str]) -> tuple[date | None, dict[str, date]]:
    """The date for all files, and the dates for single ones, by name or path."""
    common, dates = None, {}
    for value in values:
        name, _, day = value.rpartition("=")
        try:
            parsed = date.fromisoformat(day)
        except ValueError:
            raise CommandError(f"--published {value}: {day!r} is no date of the form 2023-06-30", returncode=2) from None
        if name:
            dates[name] = parsed
        else:
            common = parsed
    return common, dates


def _read_timezone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError, TypeError):
        raise argparse.ArgumentTypeError(f"{name!r} is no time zone") from None
    return name
