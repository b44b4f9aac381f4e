"""`manage.py benchmark`: how fast the screens answer, how fast and how well texts are read and compared."""

from __future__ import annotations

import gzip
import resource
import statistics
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse
from django.utils.timezone import now

from factsheet.management.corpora import Sample, cut, judge_all, load, repeat
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
from factsheet.management.large_sheet import make_large_sheet, make_reader
from factsheet.management.scoring import Fault, Rates, Verdict, count, name_measures
from factsheet.management.truths import measure
from factsheet.reconcile import ArticleReadings, compare

ROUNDS = 7
GROWTH = (10 * 1024, 100 * 1024, 1024 * 1024, 5 * 1024 * 1024)
"""How many characters the texts have whose cost shows whether twice the text takes twice the time, growing."""
GROWTH_ROUNDS = 2
SHORTEST = 1e-6
"""A clock of coarse ticks may see no time pass at all."""


class Command(BaseCommand):
    """Measure, and leave nothing behind."""

    help = "Measure the screens on a large sheet, or the engine on articles and corpora; nothing is stored."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to measure."""
        parts = parser.add_subparsers(dest="part", required=True, metavar="screens|extract|compare|suggest")
        screens = parts.add_parser("screens", help="time and queries of each screen")
        screens.add_argument("--facts", type=int, default=100)
        screens.add_argument("--articles", type=int, default=20)
        for name, what in (("extract", "reading texts"), ("compare", "grouping and relating their claims")):
            engine = parts.add_parser(name, help=f"speed of {what}")
            engine.add_argument(
                "files",
                nargs="+" if name == "extract" else "*",
                metavar="FILE",
                help="an article, or a corpus of annotated texts (.jsonl)",
            )
            engine.add_argument("--times", type=int, default=10, help="read the files this often (default: 10)")
            if name == "compare":
                engine.description = "Without files: what grouping and placing cost as a made event grows."
                engine.add_argument(
                    "--articles", type=int, default=PLACED[-1], help="the largest sheet (default: %(default)s)"
                )
                engine.add_argument("--database", action="store_true", help="also place into sheets in the database")
            if name == "extract":
                engine.add_argument(
                    "--errors", type=int, default=0, help="of each corpus, show so many errors of each class"
                )
                engine.add_argument("--growth", action="store_true", help="the cost of a KB in longer and longer texts")

        suggest = parts.add_parser("suggest", help="suggested answers against known truth, beside two yardsticks")
        suggest.add_argument("--events", type=int, default=200, help="so many made events (default: %(default)s)")
        suggest.add_argument("--seed", type=int, default=1, help="equal seeds make equal events")

    def handle(self, *args: object, **options: Any) -> None:  # noqa: ARG002
        """Measure one part and print a line for each figure.

        Raises:
            CommandError: with exit status 2, for a size or a file that makes no sense.
        """
        if options["part"] == "screens":
            self._measure_screens(options["facts"], options["articles"])
        elif options["part"] == "suggest":
            self._measure_suggesting(options["events"], options["seed"])
        elif options["part"] == "compare" and not options["files"]:
            self._measure_event(options["articles"], in_database=options["database"])
        else:
            self._measure_engine(options)

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
        taken = _time(lambda: client.get(address)).wall
        packed = len(gzip.compress(body))
        self.stdout.write(f"{name:<12} {taken * 1000:>8.1f} {asked:>8} {len(body) / 1024:>8.0f} {packed / 1024:>8.0f}")

    def _measure_engine(self, options: Mapping[str, Any]) -> None:
        try:
            files = {name: load(Path(name)) for name in options["files"]}
            samples = [sample for loaded in files.values() for sample in loaded]
            longest = repeat(samples, GROWTH[-1]) if options.get("growth") else ""
        except (OSError, ValueError) as error:
            raise CommandError(str(error), returncode=2) from None
        if options["part"] == "compare":
            self._measure_comparing(samples, options["times"])
            return
        for name, loaded in files.items():
            self._score(Path(name).stem, loaded, options["errors"])
        self._measure_reading(samples, options["times"])
        if longest:
            self._measure_growth(longest, options["times"])

    def _score(self, name: str, samples: Sequence[Sample], errors: int) -> None:
        gold = [span for sample in samples for span in sample.gold]
        for kind, judged in judge_all(samples).items():
            tally = count(verdict for _sample, verdict in judged)
            figures = "".join(
                f" | {measure} P R F1 {_spell(tally.rate(measure))}" for measure in name_measures(kind, gold)
            )
            self.stdout.write(f"{name} {kind}: {tally.gold} marked, {tally.claimed} claimed{figures}")
            if errors > 0:
                self._show_errors(judged, errors)

    def _show_errors(self, judged: Sequence[tuple[Sample, Verdict]], errors: int) -> None:
        """How many errors of each class there are, and the first of each."""
        for fault in Fault:
            faulty = [(sample, verdict) for sample, verdict in judged if fault in verdict.faults]
            if faulty:
                self.stdout.write(f"  {fault}: {len(faulty)}")
            for sample, verdict in faulty[:errors]:
                self.stdout.write(f"    {sample.name.rpartition(':')[2]}: {_spell_error(sample, verdict, fault)}")

    def _measure_reading(self, samples: Sequence[Sample], times: int) -> None:
        claims = sum(len(sample.read()) for sample in samples)
        taken = _time(lambda: _read(samples), rounds=times)
        size = _kilobytes(samples)
        self.stdout.write(
            f"extract: {len(samples)} texts, {size:.0f} KB, {claims} claims in {taken.wall * 1000:.1f} ms "
            f"= {size / taken.wall:.0f} KB/s ({size / taken.cpu:.0f} KB per second of CPU), "
            f"{claims / taken.wall:.0f} claims/s; {_most_memory():.0f} MB at the most"
        )

    def _measure_growth(self, text: str, times: int) -> None:
        """What a KB costs when the very same text stands in few long articles or in many short ones."""
        for size in GROWTH:
            articles = cut(text, size)
            taken = _time(partial(_read, articles), rounds=min(times, GROWTH_ROUNDS))
            cost = taken.cpu * 1000 / _kilobytes(articles)
            self.stdout.write(f"growth: {cost:.3f} ms of CPU a KB in texts of {size / 1024:>4.0f} KB")

    def _measure_comparing(self, samples: Sequence[Sample], times: int) -> None:
        articles = [
            ArticleReadings(
                sample.name, sample.document.text, tuple(sample.read()), published=sample.document.published
            )
            for sample in samples
        ]
        claims = sum(len(article.readings) for article in articles)
        taken = _time(lambda: compare(articles), rounds=times).wall
        size = _kilobytes(samples)
        self.stdout.write(
            f"compare: {len(samples)} texts, {size:.0f} KB, {claims} claims in {taken * 1000:.1f} ms "
            f"= {size / taken:.0f} KB/s, {claims / taken:.0f} claims/s; {_most_memory():.0f} MB at the most"
        )

    def _measure_event(self, most: int, *, in_database: bool) -> None:
        """What grouping and placing cost on larger and larger sheets of one event."""
        if most < 1:
            raise CommandError("A sheet has at least one article.", returncode=2)
        articles = read_articles(most + PROBES + 1)
        for cost in measure_grouping(articles, _up_to(GROUPED, most)):
            self.stdout.write(
                f"grouping: {cost.articles} articles, {cost.claims} claims in {cost.seconds:.2f} s of CPU "
                f"= {cost.seconds * 1000 / cost.claims:.2f} ms a claim"
            )
        for cost in measure_placing(articles, _up_to(PLACED, most)):
            self._tell_placing("placing", cost)
        for size in _up_to(PLACED, most) if in_database else ():
            with _undone():
                self._tell_placing("adding", measure_adding(articles, size, at=now()))

    def _tell_placing(self, name: str, cost: Cost) -> None:
        self.stdout.write(
            f"{name}: one more article to {cost.articles}, with {cost.claims} claims, "
            f"in {cost.seconds * 1000:.0f} ms of CPU"
        )

    def _measure_suggesting(self, events: int, seed: int) -> None:
        if events < 1:
            raise CommandError("There is at least one event.", returncode=2)
        self.stdout.write(f"{'method':<20} {'asked':>6} {'answered':>8} {'accuracy':>8} {'recall':>7}")
        for record in measure(events, seed):
            self.stdout.write(
                f"{record.method:<20} {record.asked:>6} {record.answered:>8} "
                f"{100 * record.accuracy:>8.1f} {100 * record.recall:>7.1f}"
            )


def _up_to(sizes: Sequence[int], most: int) -> list[int]:
    """The sizes below `most`, and it."""
    return sorted({*(size for size in sizes if size < most), min(most, sizes[-1])})


def _read(samples: Sequence[Sample]) -> None:
    """Read the texts and keep nothing, as a stream is read."""
    for sample in samples:
        sample.read()


def _kilobytes(samples: Sequence[Sample]) -> float:
    return sum(sample.size for sample in samples) / 1024


def _spell(rates: Rates) -> str:
    return f"{100 * rates.precision:5.1f} {100 * rates.recall:5.1f} {100 * rates.f1:5.1f}"


TOLD: Mapping[Fault, Sequence[str]] = {
    Fault.UNIT: ("unit",),
    Fault.HEDGE: ("hedge", "change"),
    Fault.SPEAKER: ("speaker",),
}
"""What shows a fault, where it is not the bounds."""
SHOWN = 60
"""How many characters of a span are shown."""


def _spell_error(sample: Sample, verdict: Verdict, fault: Fault) -> str:
    """One error in a line: the words, what the gold says of them, what the claim says."""
    keys = TOLD.get(fault, ("number", "low", "high"))
    parts = []
    if (span := verdict.span) is not None:
        keys_of_gold = ("speaker",) if span["kind"] == "quote" else keys
        words = sample.document.text[span["start"] : span["end"]]
        parts.append(f"“{words[:SHOWN]}” = {_spell_values(span, keys_of_gold)}")
    if (claim := verdict.claim) is not None:
        keys_of_claim = ("speaker",) if claim["kind"] == "quote" else keys
        parts.append(f"“{claim['text'][:SHOWN]}” read as {_spell_values(claim, keys_of_claim)}")
    return ", ".join(parts).replace("\n", " ")


def _spell_values(row: Mapping[str, Any], keys: Sequence[str]) -> str:
    values = [row[key] for key in keys if key in row]
    return " / ".join(str(value["text"] if isinstance(value, Mapping) else value) for value in values)


def _most_memory() -> float:
    """The most that this process ever held, in megabytes; the kernel counts kilobytes on Linux, bytes on macOS."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock on the wall, and seconds that the processor worked for this process."""

    wall: float
    cpu: float


def _time(act: Callable[[], object], *, rounds: int = ROUNDS) -> Taken:
    """What the act takes, the median of some rounds."""
    walls, processor = [], []
    for _round in range(max(rounds, 1)):
        wall, cpu = time.perf_counter(), time.process_time()
        act()
        walls.append(time.perf_counter() - wall)
        processor.append(time.process_time() - cpu)
    return Taken(statistics.median(walls), max(statistics.median(processor), SHORTEST))


@contextmanager
def _undone() -> Iterator[None]:
    """Let a block write, and undo it at the end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
