"""Mutated texts by the hundred thousand, each of which the engine must read without harm.

    python -m tests.articles.extraction.fuzz --inputs 1000000 --seed 1

Every input follows from the seed, its number and the texts to begin with, which the report tells by a checksum:
`--first 4711 --inputs 1` makes number 4711 again. The report names the inputs that failed and how; the exit status is 1
where there are any.
"""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser, ArgumentTypeError
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median
from zlib import crc32

from articles.extraction import extract, to_json
from articles.extraction.readings import Reading
from tests.articles.extraction.mutations import FIRST_DAY, MAX_LENGTH, load_texts, make_input

MAX_DIGITS = 30
"""What a number may have before the point, and after it."""
COLUMNS = {"unit": 64, "per": 32}
"""The lengths of the columns that a reading's words go into as they are."""
SLOWEST = 25
"""How many times what a character of prose costs any may cost; where every second one is a figure it is some twelve."""
SHORTEST = 2_000
"""An input is timed as though it had at least so many characters: below, a call costs more than its characters do."""
TRIALS = 3
"""How often a slow input is read again before it counts: something else may have had the processor."""
SHOWN = 5
"""How many failures of a kind are told in full."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong with which input."""

    number: int
    kind: str
    told: str


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a run. `slowest` is the largest cost of a character in seconds, with the number of its input."""

    inputs: int
    characters: int
    readings: int
    failures: tuple[Failure, ...]
    slowest: tuple[float, int]
    bound: float | None


def find_misplaced(text: str, readings: Sequence[Reading]) -> Iterator[str]:
    """Which readings of a text do not stand exactly where they say."""
    for each in readings:
        if not (each.text and text[each.start : each.end] == each.text == each.text.strip()):
            yield f"{each.start}..{each.end} is not {each.text[:60]!r}"
        if not 0 <= each.sentence.start <= each.start < each.end <= len(text):
            yield f"{each.text[:60]!r} lies outside its sentence {each.sentence}"
        if (who := each.mention) is not None and text[who.start : who.end] != who.text:
            yield f"the speaker {who.start}..{who.end} is not {who.text[:60]!r}"


def find_misfits(readings: Sequence[Reading]) -> Iterator[str]:
    """Which readings have values that are longer than what is kept of a claim."""
    for each in readings:
        intervals = [each.interval, *each.alternatives] + ([each.twin.interval] if each.twin else [])
        bounds = [bound for interval in intervals if interval is not None for bound in (interval.low, interval.high)]
        numbers = {*each.numbers, *(bound for bound in bounds if isinstance(bound, Decimal))}
        if not all(map(fits, numbers)):
            yield f"{each.text[:60]!r} has a number of more than {MAX_DIGITS} digits"
        for name, longest in COLUMNS.items():
            if len(getattr(each, name) or "") > longest:
                yield f"{each.text[:60]!r} has a {name} of more than {longest} characters"


def fits(number: Decimal) -> bool:
    """Whether a number is finite and has at most 30 digits before the point and 30 after it."""
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and number.adjusted() < MAX_DIGITS and -exponent <= MAX_DIGITS


def measure(text: str, published: date | None) -> float:
    """Seconds of the processor that a character of the text takes."""
    began = time.process_time()
    extract(text, published=published)
    return (time.process_time() - began) / max(len(text), SHORTEST)


def set_bound(texts: Sequence[str]) -> float:
    """The most that a character may take on this machine: many times what one of the starting texts takes."""
    prose = "\n\n".join(text for text in texts if text.isprintable())[:MAX_LENGTH]
    return SLOWEST * median(measure(prose, FIRST_DAY) for _round in range(9))


def run(seed: int, numbers: range, texts: Sequence[str], *, bound: float | None = None) -> Report:
    """Read the inputs of these numbers and tell what came of it.

    Without a bound (seconds a character) only exceptions and places are looked at, neither values nor time.
    """
    failures: list[Failure] = []
    characters = readings = 0
    slowest = (0.0, 0)
    for number in numbers:
        text, published = make_input(seed, number, texts)
        characters += len(text)
        began = time.process_time()
        try:
            found = extract(text, published=published)
            cost = (time.process_time() - began) / max(len(text), SHORTEST)
            failures += [Failure(number, "place", told) for told in find_misplaced(text, found)]
            for reading in found:
                to_json(reading)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            failures.append(Failure(number, type(error).__name__, str(error)[:200]))
            continue
        readings += len(found)
        if bound is not None:
            failures += [Failure(number, "value", told) for told in find_misfits(found)]
            if cost > bound:
                cost = min(cost, *(measure(text, published) for _trial in range(TRIALS)))
            if cost > bound:
                failures.append(Failure(number, "slow", f"{cost * 1e6:.2f} µs a character, {len(text)} characters"))
            slowest = max(slowest, (cost, number))
    return Report(len(numbers), characters, readings, tuple(failures), slowest, bound)


def spell(report: Report, start: str, seconds: float) -> str:
    """The report in lines for people; `start` tells what the inputs were made from."""
    kinds = Counter(failure.kind for failure in report.failures)
    lines = [
        f"{start}: {report.inputs} inputs, {report.characters / 1e6:.1f} million characters, "
        f"{report.readings} readings, {seconds:.0f} s",
        f"slowest: input {report.slowest[1]}, {report.slowest[0] * 1e6:.2f} µs a character; "
        f"the bound is {(report.bound or 0) * 1e6:.2f}",
        f"failures: {', '.join(f'{count} {kind}' for kind, count in kinds.most_common()) or 'none'}",
    ]
    for kind in kinds:
        of_kind = [failure for failure in report.failures if failure.kind == kind]
        lines += [f"  input {failure.number}: {kind}: {failure.told}" for failure in of_kind[:SHOWN]]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Run as the arguments say; 1 where an input failed."""
    parser = ArgumentParser(
        prog="python -m tests.articles.extraction.fuzz", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--inputs", type=_count, default=10_000, help="how many (default: 10,000)")
    parser.add_argument("--first", type=int, default=0, help="the number of the first one (default: 0)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    texts = load_texts()
    began = time.perf_counter()
    numbers = range(options.first, options.first + options.inputs)
    report = run(options.seed, numbers, texts, bound=set_bound(texts))
    start = f"seed {options.seed}, texts {crc32(repr(texts).encode()):08x}"
    print(spell(report, start, time.perf_counter() - began))
    return 1 if report.failures else 0


def _count(word: str) -> int:
    if not word.isdecimal() or not int(word):
        raise ArgumentTypeError(f"“{word}” is no number of inputs")
    return int(word)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
