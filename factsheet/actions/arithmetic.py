"""What the answers of a sheet say together is checked whenever one of them, or what it rests on, changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Claim
from factsheet.models import Evidence, Fact, FactSheet, Mismatch
from factsheet.reconcile import Side
from factsheet.reconcile.arithmetic import Line, check
from factsheet.sides import WITHDRAWN, load_sides, side_in_force

Sentence = tuple[int, int]
"""An article, and where the sentence begins in its text."""


def check_together(sheet: FactSheet, facts: Iterable[int]) -> None:
    """Find anew which answers cannot be true together with those of the given facts; the sheet's lock is held.

    Only the sentences are read in which one of the facts stands beside another.
    """
    changed = set(facts)
    Mismatch.objects.filter(facts__in=changed).delete()
    claims = _find_shared(sheet, changed)
    if not claims:
        return
    sides: dict[int, list[Side]] = defaultdict(list)
    evidence = {}
    for item, side in load_sides(_standing(sheet).filter(claim__in=claims)):
        sides[item.fact_id or 0].append(side)
        evidence[side.key] = item
    rows = Fact.objects.filter(pk__in=sides).exclude(state=Fact.State.LEFT_OUT).select_related("decision")
    lines = [Line(str(fact.pk), fact.label, side_in_force(fact), tuple(sides[fact.pk])) for fact in rows.order_by("pk")]
    for found in check(lines):
        keys = [int(key) for key in found.facts]
        if changed.intersection(keys):
            mismatch = Mismatch.objects.create(
                sheet=sheet,
                kind=found.kind.value,
                reason=found.reason,
                evidence=evidence[found.side.key],
                sentence=found.side.sentence,
            )
            mismatch.facts.set(keys)


def forget_mismatches(facts: Iterable[int]) -> None:
    """Drop what was found of facts that are about to go."""
    Mismatch.objects.filter(facts__in=set(facts)).delete()


def _standing(sheet: FactSheet) -> QuerySet[Evidence]:
    rows = sheet.evidence.filter(fact__isnull=False).exclude(state=Evidence.State.REJECTED)
    return rows.exclude(stance__in=WITHDRAWN)


def _find_shared(sheet: FactSheet, facts: set[int]) -> list[int]:
    """The claims that stand in one sentence with a claim under one of the facts."""
    beside = Claim.objects.filter(
        article=OuterRef("claim__article"),
        sentence_start=OuterRef("claim__sentence_start"),
        # What stands in a sentence begins in it; by that the index finds it.
        start__range=(OuterRef("claim__sentence_start"), OuterRef("claim__sentence_end")),
    )
    own: set[Sentence] = set(
        _standing(sheet)
        .filter(Exists(beside.exclude(pk=OuterRef("claim"))), fact__in=facts)
        .values_list("claim__article_id", "claim__sentence_start")
    )
    rows = Claim.objects.filter(
        article__in={article for article, _ in own}, sentence_start__in={start for _, start in own}
    ).values_list("pk", "article_id", "sentence_start")
    return [pk for pk, article, start in rows if (article, start) in own]
