"""`benchmark screens`: what each screen takes on a large sheet."""

from __future__ import annotations

import gzip
from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any

from django.core.management.base import OutputWrapper
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse
from django.utils.timezone import now

from factsheet.management.benchmarks.clock import Unmeasurable, take, undone
from factsheet.management.large_sheet import make_large_sheet, make_reader

HELP = "time and queries of each screen"


def add_arguments(parser: ArgumentParser) -> None:
    """How large the sheet is."""
    parser.add_argument("--facts", type=int, default=100, help="so many facts (default: %(default)s)")
    parser.add_argument("--articles", type=int, default=20, help="so many articles (default: %(default)s)")


def measure(options: Mapping[str, Any], out: OutputWrapper) -> None:
    """A line for each screen of a sheet that is made for it and undone.

    Raises:
        Unmeasurable: for a sheet without facts or articles.
    """
    facts, articles = options["facts"], options["articles"]
    if facts < 1 or articles < 1:
        raise Unmeasurable("A sheet has at least one fact and one article.")
    out.write(f"{'screen':<12} {'ms':>8} {'queries':>8} {'KB':>8} {'KB gzip':>8}")
    with undone(), override_settings(SECURE_SSL_REDIRECT=False, ALLOWED_HOSTS=["testserver"]):
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
            _measure_screen(client, name, address, out)


def _measure_screen(client: Client, name: str, address: str, out: OutputWrapper) -> None:
    with CaptureQueriesContext(connection) as queries:
        body = client.get(address).content
        asked = len(queries)
    taken = take(lambda: client.get(address)).wall
    packed = len(gzip.compress(body))
    out.write(f"{name:<12} {taken * 1000:>8.1f} {asked:>8} {len(body) / 1024:>8.0f} {packed / 1024:>8.0f}")
