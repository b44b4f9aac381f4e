"""Where the figure of a fact stands in print, and to whom it went: every edition, and every system that fetched it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from factsheet.models import Delivery, Edition, EditionLine, Fact


@dataclass(frozen=True, slots=True)
class PrintedIn:
    """An edition in which a fact stands, in these words; `is_current` where they are those of the answer in force."""

    edition: Edition
    words: str
    is_current: bool
    deliveries: list[Delivery]


def printed_in(fact: Fact) -> list[PrintedIn]:
    """The editions in which a fact stands, newest first, each with the systems that fetched it; two queries.

    The decision of the fact is loaded.
    """
    return printed_all([fact])[fact.pk]


def printed_all(facts: Iterable[Fact]) -> dict[int, list[PrintedIn]]:
    """By fact the editions in which each stands, as `printed_in`; two queries for all of them."""
    answers = {fact.pk: fact.decision.answer if fact.decision else None for fact in facts}
    lines = EditionLine.objects.filter(fact_key__in=answers).select_related("edition").defer("edition__body")
    found = list(lines.order_by("-edition__number"))
    fetched = deliveries_of({line.edition_id for line in found})
    printed: dict[int, list[PrintedIn]] = {key: [] for key in answers}
    for line in found:
        is_current = line.words == answers[line.fact_key]
        printed[line.fact_key].append(PrintedIn(line.edition, line.words, is_current, fetched[line.edition_id]))
    return printed


def deliveries_of(editions: Iterable[int]) -> dict[int, list[Delivery]]:
    """The systems that fetched editions, in the order in which they first did; one query."""
    found: dict[int, list[Delivery]] = defaultdict(list)
    for row in Delivery.objects.filter(edition__in=list(editions)).select_related("token").order_by("first_at", "id"):
        found[row.edition_id].append(row)
    return found
