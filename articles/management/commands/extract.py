"""`manage.py extract`: the claims in files, or in a stream of texts, as JSON lines. Needs no database."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from articles.extraction import to_json
from articles.management.reading import ReadingCommand, Text

SCHEMA = "factsheet.extract/1"


class Command(ReadingCommand):
    """Read files, or JSON lines on standard input, and write one JSON object a line for each."""

    help = f"Find every figure, date, amount and quotation in texts; one JSON object a line (schema {SCHEMA})."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the files, the dates of publication and the time zone."""
        self.add_text_arguments(parser)

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Write the claims of each text as soon as it is read."""
        for text in self.read_texts(options):
            self.stdout.write(_write(text))
            self.stdout.flush()
        self.finish()


def _write(text: Text) -> str:
    answer = {
        "schema": SCHEMA,
        "id": text.id,
        "published": text.published.isoformat() if text.published else None,
        "published_from": text.published_from,
        "language": text.language,
        "title": text.document.title,
        "source": text.document.source,
        "claims": [to_json(reading) for reading in text.read()],
    }
    # A lone surrogate, which JSON input can hold, has no UTF-8: it goes out as it came in, escaped.
    line = json.dumps(answer, ensure_ascii=False)
    return line if line.isascii() or _is_encodable(line) else json.dumps(answer)


def _is_encodable(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True
