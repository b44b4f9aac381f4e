"""`manage.py compare`: several articles on one event to the facts they speak of, as JSON. Needs no database."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from articles.management.reading import ReadingCommand
from factsheet.reconcile import ArticleReadings, compare
from factsheet.reconcile.reports import SCHEMA, report


class Command(ReadingCommand):
    """Compare files, or the lines of standard input."""

    help = f"Put the claims of several articles on one event side by side, as one JSON object (schema {SCHEMA})."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Name the files, the dates of publication and the time zone."""
        self.add_text_arguments(parser)

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Write one comparison as one line."""
        articles = list(self._read_articles(options))
        self.stdout.write(json.dumps(report(compare(articles), articles), ensure_ascii=False))
        self.finish()

    def _read_articles(self, options: dict[str, Any]) -> Iterator[ArticleReadings]:
        seen: set[str] = set()
        for text in self.read_texts(options):
            key = str(text.id)
            if key in seen:
                self.complain(f"{key}: an article of this name was there before")
                continue
            seen.add(key)
            yield ArticleReadings(
                key=key,
                text=text.document.text,
                readings=tuple(text.read()),
                title=text.document.title or "",
                source=text.document.source or "",
                published=text.published,
                timezone=text.timezone,
            )
