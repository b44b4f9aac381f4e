"""`manage.py benchmark`: how fast the screens answer, and how fast texts are read and compared, on this machine."""

from __future__ import annotations

import gzip
import resource
import statistics
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse
from django.utils.timezone import now

from articles.extraction import extract
from articles.intake import read_document
from factsheet.management.large_sheet import make_large_sheet, make_reader
from factsheet.reconcile import ArticleReadings, compare

ROUNDS = 7


class Command(BaseCommand):
    """Measure, and leave nothing behind."""

    help = "Measure the screens on a large sheet, or the engine on files; nothing is stored."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to measure."""
        parts = parser.add_subparsers(dest="part", required=True, metavar="screens|extract|compare")
        screens = parts.add_parser("screens", help="time and queries of each screen")
        screens.add_argument("--facts", type=int, default=100)
        screens.add_argument("--articles", type=int, default=20)
        for name, what in (("extract", "reading texts"), ("compare", "grouping and relating their claims")):
            engine = parts.add_parser(name, help=f"speed of {what}")
            engine.add_argument("files", nargs="+", metavar="FILE")
            engine.add_argument("--times", type=int, default=10, help="read the files this often (default: 10)")

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Measure one part and print a line for each figure.

        Raises:
            CommandError: with exit status 2, for a size or a file that makes no sense.
        """
        if options["part"] == "screens":
            self._measure_screens(options["facts"], options["articles"])
        else:
            self._measure_engine(options["part"], options["files"], options["times"])

    def _measure_screens(self, facts: int, articles: int) -> None:
        if facts < 1 or articles < 1:
            raise CommandError("A sheet has at least one fact and one article.", returncode=2)
        self.stdout.write(f"{'screen':<12} {'ms':>8} {'queries':>8} {'KB':>8} {'KB gzip':>8}")
        with _undone(), override_settings(SECURE_SSL_REDIRECT=False, ALLOWED_HOSTS=["testserver"]):
            sheet = make_large_sheet(facts=facts, articles=articles, at=now())
            client = Client()
            client.force_login(make_reader(sheet.slug))
            fact, article = sheet.facts.all()[0], sheet.articles.all()[0]
            addresses = {
                "desk": reverse("desk"),
                "matrix": reverse("matrix", args=[sheet.slug]),
                "panel": reverse("fact", args=[sheet.slug, fact.pk]),
                "inbox": reverse("inbox", args=[sheet.slug]),
                "article": reverse("article", args=[sheet.slug, article.pk]),
                "review": reverse("review", args=[sheet.slug]),
                "activity": reverse("activity", args=[sheet.slug]),
            }
            for name, address in addresses.items():
                self._measure_screen(client, name, address)

    def _measure_screen(self, client: Client, name: str, address: str) -> None:
        with CaptureQueriesContext(connection) as queries:
            body = client.get(address).content
            asked = len(queries)
        taken = _time(lambda: client.get(address))
        packed = len(gzip.compress(body))
        self.stdout.write(f"{name:<12} {taken * 1000:>8.1f} {asked:>8} {len(body) / 1024:>8.0f} {packed / 1024:>8.0f}")

    def _measure_engine(self, part: str, files: list[str], times: int) -> None:
        try:
            documents = [(name, read_document(Path(name).read_bytes(), name)) for name in files]
        except (OSError, ValueError) as error:
            raise CommandError(str(error), returncode=2) from None
        size = sum(len(document.text.encode()) for _name, document in documents)

        def read() -> list[ArticleReadings]:
            return [
                ArticleReadings(
                    name,
                    document.text,
                    tuple(extract(document.text, published=document.published, furniture=document.furniture)),
                    published=document.published,
                )
                for name, document in documents
            ]

        articles = read()
        claims = sum(len(article.readings) for article in articles)
        taken = _time(read if part == "extract" else lambda: compare(articles), rounds=times)
        # Kilobytes on Linux, bytes on macOS.
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
        self.stdout.write(
            f"{part}: {len(files)} files, {size / 1024:.0f} KB, {claims} claims in {taken * 1000:.1f} ms "
            f"= {size / 1024 / taken:.0f} KB/s, {claims / taken:.0f} claims/s; {memory:.0f} MB at the most"
        )


def _time(act: Callable[[], object], *, rounds: int = ROUNDS) -> float:
    """Seconds that the act takes, the median of some rounds."""

    def once() -> float:
        began = time.perf_counter()
        act()
        return time.perf_counter() - began

    return statistics.median(once() for _round in range(max(rounds, 1)))


@contextmanager
def _undone() -> Iterator[None]:
    """Let a block write, and undo it at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
