"""What the answers of a sheet say together is checked whenever one of them, or what it rests on, changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models import Claim
from factsheet.models import Evidence, Fact, FactSheet, Mismatch
from factsheet.placed import read_placed
from factsheet.reconcile import Side
from factsheet.reconcile.arithmetic import Line, check
from factsheet.sides import WITHDRAWN, side_in_force

Sentence = tuple[int, int]
"""An article, and where the sentence begins in its text."""


def check_together(sheet: FactSheet, facts: Iterable[int]) -> None:
    """Find anew which answers cannot be true together with those of the given facts; the sheet's lock is held.

    Read are the sentences in which one of the facts stands beside another, and the newest articles that tell of one
    whole: there a start and an end, a birth and an age may stand apart.
    """
    changed = set(facts)
    Mismatch.objects.filter(facts__in=changed).delete()
    newest, shared = _find_beside(sheet, changed)
    beside = Q(claim__in=shared) | Q(claim__article__in=newest)
    sides: dict[int, list[Side]] = defaultdict(list)
    for item in read_placed(_standing(sheet).filter(beside)):
        sides[item.fact].append(item.side)
    rows = Fact.objects.filter(pk__in=sides).exclude(state=Fact.State.LEFT_OUT).select_related("decision")
    lines = [Line(str(fact.pk), fact.label, side_in_force(fact), tuple(sides[fact.pk])) for fact in rows.order_by("pk")]
    for found in check(lines):
        keys = [int(key) for key in found.facts]
        if changed.intersection(keys):
            mismatch = Mismatch.objects.create(
                sheet=sheet,
                kind=found.kind.value,
                reason=found.reason,
                evidence_id=int(found.side.key),
                sentence=found.side.sentence,
            )
            mismatch.facts.set(keys)


def forget_mismatches(facts: Iterable[int]) -> None:
    """Drop what was found of facts that are about to go."""
    Mismatch.objects.filter(facts__in=set(facts)).delete()


def _standing(sheet: FactSheet) -> QuerySet[Evidence]:
    rows = sheet.evidence.filter(fact__isnull=False).exclude(state=Evidence.State.REJECTED)
    return rows.exclude(stance__in=WITHDRAWN)


WHOLE_ARTICLES = 12
"""So many articles are read whole for what their sentences say together; what the older ones say has been checked."""


def _find_beside(sheet: FactSheet, facts: set[int]) -> tuple[list[int], list[int]]:
    """The articles that tell of the facts, those that came last, and the claims in one sentence with one of theirs."""
    beside = Claim.objects.filter(
        article=OuterRef("claim__article"),
        sentence_start=OuterRef("claim__sentence_start"),
        # What stands in a sentence begins in it; by that the index finds it.
        start__range=(OuterRef("claim__sentence_start"), OuterRef("claim__sentence_end")),
    )
    told: dict[Sentence, bool] = {}
    rows = _standing(sheet).filter(fact__in=facts).annotate(shares=Exists(beside.exclude(pk=OuterRef("claim"))))
    for article, start, shares in rows.values_list("claim__article_id", "claim__sentence_start", "shares"):
        told[article, start] = shares
    newest = sorted({article for article, _ in told}, reverse=True)[:WHOLE_ARTICLES]
    older = {sentence for sentence, shares in told.items() if shares and sentence[0] not in newest}
    if not older:
        return newest, []
    found = Claim.objects.filter(
        article__in={article for article, _ in older}, sentence_start__in={start for _, start in older}
    ).values_list("pk", "article_id", "sentence_start")
    return newest, [pk for pk, article, start in found if (article, start) in older]
