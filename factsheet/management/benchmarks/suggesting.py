"""`benchmark suggest`: how often a suggested answer is right where the truth is known."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from typing import Any

from django.core.management.base import OutputWrapper

from factsheet.management import truths
from factsheet.management.benchmarks.clock import Unmeasurable

HELP = "suggested answers against known truth, beside two yardsticks"


def add_arguments(parser: ArgumentParser) -> None:
    """How many events are made, and from what."""
    parser.add_argument("--events", type=int, default=200, help="so many made events (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="equal seeds make equal events")


def measure(options: Mapping[str, Any], out: OutputWrapper) -> None:
    """A line for each method of answering.

    Raises:
        Unmeasurable: where no event is asked for.
    """
    if options["events"] < 1:
        raise Unmeasurable("There is at least one event.")
    out.write(f"{'method':<20} {'asked':>6} {'answered':>8} {'accuracy':>8} {'recall':>7}")
    for record in truths.measure(options["events"], options["seed"]):
        out.write(
            f"{record.method:<20} {record.asked:>6} {record.answered:>8} "
            f"{100 * record.accuracy:>8.1f} {100 * record.recall:>7.1f}"
        )
