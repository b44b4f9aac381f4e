"""What does not add up, as the screens show it: why, by which sentence, and which facts it is about."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import BooleanField, Exists, OuterRef, QuerySet

from factsheet.models import Fact, Mismatch, MismatchedFact


@dataclass(frozen=True, slots=True)
class MismatchItem:
    """Answers that cannot all be true, with their facts in the order of the sheet."""

    mismatch: Mismatch
    facts: list[Fact] = field(default_factory=list)


def read_mismatches(**which: object) -> list[MismatchItem]:
    """The mismatches that a filter lets through; one query."""
    items: dict[int, MismatchItem] = {}
    rows = MismatchedFact.objects.filter(**{f"mismatch__{name}": value for name, value in which.items()})
    for row in rows.select_related("mismatch__evidence__claim", "fact__sheet").order_by(
        "mismatch_id", "fact__position", "fact_id"
    ):
        items.setdefault(row.mismatch_id, MismatchItem(row.mismatch)).facts.append(row.fact)
    return list(items.values())


def with_mismatch(facts: QuerySet[Fact]) -> QuerySet[Fact]:
    """Facts that know whether something does not add up about them."""
    found = Exists(MismatchedFact.objects.filter(fact=OuterRef("pk")), output_field=BooleanField())
    return facts.annotate(mismatched=found)


def is_mismatched(fact: Fact) -> bool:
    """What `with_mismatch` found."""
    found: bool = fact.mismatched  # type: ignore[attr-defined]
    return found
