"""`benchmark compare`: how fast claims are grouped and related, and what that costs as a sheet grows."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.management.base import OutputWrapper
from django.utils.timezone import now

from factsheet.management.benchmarks.clock import Unmeasurable, most_memory, take, undone
from factsheet.management.benchmarks.reading import add_file_arguments, kilobytes, load_samples
from factsheet.management.corpora import Sample
from factsheet.management.growth import (
    GROUPED,
    PLACED,
    PROBES,
    Cost,
    measure_adding,
    measure_grouping,
    measure_placing,
    read_articles,
)
from factsheet.reconcile import ArticleReadings, compare

HELP = "speed of grouping and relating claims"


def add_arguments(parser: ArgumentParser) -> None:
    """Which files are compared, or how large the made event is."""
    add_file_arguments(parser, nargs="*")
    parser.description = "Without files: what grouping and placing cost as a made event grows."
    parser.add_argument("--articles", type=int, default=PLACED[-1], help="the largest sheet (default: %(default)s)")
    parser.add_argument("--database", action="store_true", help="also place into sheets in the database")


def measure(options: Mapping[str, Any], out: OutputWrapper) -> None:
    """How fast the files are compared; without files, a line for each size of a made event.

    Raises:
        Unmeasurable: for a file that cannot be read, or a sheet without articles.
    """
    if options["files"]:
        samples = [sample for name in options["files"] for sample in load_samples(name)]
        _measure_comparing(samples, options["times"], out)
    else:
        _measure_event(options["articles"], out, in_database=options["database"])


def _measure_comparing(samples: Sequence[Sample], times: int, out: OutputWrapper) -> None:
    articles = [
        ArticleReadings(sample.name, sample.document.text, tuple(sample.read()), published=sample.document.published)
        for sample in samples
    ]
    claims = sum(len(article.readings) for article in articles)
    taken = take(lambda: compare(articles), rounds=times).wall
    size = kilobytes(samples)
    out.write(
        f"compare: {len(samples)} texts, {size:.0f} KB, {claims} claims in {taken * 1000:.1f} ms "
        f"= {size / taken:.0f} KB/s, {claims / taken:.0f} claims/s; {most_memory():.0f} MB at the most"
    )


def _measure_event(most: int, out: OutputWrapper, *, in_database: bool) -> None:
    """What grouping and placing cost on larger and larger sheets of one event."""
    if most < 1:
        raise Unmeasurable("A sheet has at least one article.")
    articles = read_articles(most + PROBES + 1)
    for cost in measure_grouping(articles, _up_to(GROUPED, most)):
        out.write(
            f"grouping: {cost.articles} articles, {cost.claims} claims in {cost.seconds:.2f} s of CPU "
            f"= {cost.seconds * 1000 / cost.claims:.2f} ms a claim"
        )
    for cost in measure_placing(articles, _up_to(PLACED, most)):
        _tell_placing("placing", cost, out)
    for size in _up_to(PLACED, most) if in_database else ():
        with undone():
            _tell_placing("adding", measure_adding(articles, size, at=now()), out)


def _tell_placing(name: str, cost: Cost, out: OutputWrapper) -> None:
    out.write(
        f"{name}: one more article to {cost.articles}, with {cost.claims} claims, "
        f"in {cost.seconds * 1000:.0f} ms of CPU"
    )


def _up_to(sizes: Sequence[int], most: int) -> list[int]:
    """The sizes below `most`, and it."""
    return sorted({*(size for size in sizes if size < most), min(most, sizes[-1])})
