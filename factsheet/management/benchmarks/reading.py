"""`benchmark extract`: how fast texts are read, and how well annotated corpora are."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import OutputWrapper

from factsheet.management.benchmarks.clock import Unmeasurable, most_memory, take
from factsheet.management.corpora import Sample, cut, judge_all, load, repeat
from factsheet.management.scoring import Fault, Rates, Verdict, count, name_measures

HELP = "speed of reading texts"

GROWTH = (10 * 1024, 100 * 1024, 1024 * 1024, 5 * 1024 * 1024)
"""How many characters the texts have whose cost shows whether twice the text takes twice the time, growing."""
GROWTH_ROUNDS = 2


def add_arguments(parser: ArgumentParser) -> None:
    """Which texts are read how often, and what else is told of them."""
    add_file_arguments(parser, nargs="+")
    parser.add_argument("--errors", type=int, default=0, help="of each corpus, show so many errors of each class")
    parser.add_argument("--growth", action="store_true", help="the cost of a KB in longer and longer texts")


def add_file_arguments(parser: ArgumentParser, *, nargs: str) -> None:
    """Which texts are read how often."""
    parser.add_argument(
        "files", nargs=nargs, metavar="FILE", help="an article, or a corpus of annotated texts (.jsonl)"
    )
    parser.add_argument("--times", type=int, default=10, help="read the files this often (default: %(default)s)")


def measure(options: Mapping[str, Any], out: OutputWrapper) -> None:
    """How well each corpus is read, and how fast all texts together are.

    Raises:
        Unmeasurable: for a file that cannot be read, or for growth without any text.
    """
    files = {name: load_samples(name) for name in options["files"]}
    samples = [sample for loaded in files.values() for sample in loaded]
    longest = _repeat(samples) if options["growth"] else ""
    for name, loaded in files.items():
        _score(Path(name).stem, loaded, options["errors"], out)
    _measure_reading(samples, options["times"], out)
    if longest:
        _measure_growth(longest, options["times"], out)


def load_samples(name: str) -> list[Sample]:
    """The texts of a file.

    Raises:
        Unmeasurable: for one that cannot be read.
    """
    try:
        return load(Path(name))
    except (OSError, ValueError) as error:
        raise Unmeasurable(str(error)) from None


def _repeat(samples: Sequence[Sample]) -> str:
    try:
        return repeat(samples, GROWTH[-1])
    except ValueError as error:
        raise Unmeasurable(str(error)) from None


def _score(name: str, samples: Sequence[Sample], errors: int, out: OutputWrapper) -> None:
    gold = [span for sample in samples for span in sample.gold]
    for kind, judged in judge_all(samples).items():
        tally = count(verdict for _sample, verdict in judged)
        figures = "".join(f" | {measure} P R F1 {_spell(tally.rate(measure))}" for measure in name_measures(kind, gold))
        out.write(f"{name} {kind}: {tally.gold} marked, {tally.claimed} claimed{figures}")
        if errors > 0:
            _show_errors(judged, errors, out)


def _show_errors(judged: Sequence[tuple[Sample, Verdict]], errors: int, out: OutputWrapper) -> None:
    """How many errors of each class there are, and the first of each."""
    for fault in Fault:
        faulty = [(sample, verdict) for sample, verdict in judged if fault in verdict.faults]
        if faulty:
            out.write(f"  {fault}: {len(faulty)}")
        for sample, verdict in faulty[:errors]:
            out.write(f"    {sample.name.rpartition(':')[2]}: {_spell_error(sample, verdict, fault)}")


def _measure_reading(samples: Sequence[Sample], times: int, out: OutputWrapper) -> None:
    claims = sum(len(sample.read()) for sample in samples)
    taken = take(lambda: _read(samples), rounds=times)
    size = kilobytes(samples)
    out.write(
        f"extract: {len(samples)} texts, {size:.0f} KB, {claims} claims in {taken.wall * 1000:.1f} ms "
        f"= {size / taken.wall:.0f} KB/s ({size / taken.cpu:.0f} KB per second of CPU), "
        f"{claims / taken.wall:.0f} claims/s; {most_memory():.0f} MB at the most"
    )


def _measure_growth(text: str, times: int, out: OutputWrapper) -> None:
    """What a KB costs when the very same text stands in few long articles or in many short ones."""
    for size in GROWTH:
        articles = cut(text, size)
        taken = take(partial(_read, articles), rounds=min(times, GROWTH_ROUNDS))
        cost = taken.cpu * 1000 / kilobytes(articles)
        out.write(f"growth: {cost:.3f} ms of CPU a KB in texts of {size / 1024:>4.0f} KB")


def _read(samples: Sequence[Sample]) -> None:
    """Read the texts and keep nothing, as a stream is read."""
    for sample in samples:
        sample.read()


def kilobytes(samples: Sequence[Sample]) -> float:
    """The length of some texts."""
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
