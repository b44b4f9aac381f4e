"""Where the sentence stands that a figure rests on: what every answer that is shown leads to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from articles.models import Claim
from factsheet.models import Activity, Citation, Evidence, Fact

FIRST = 1
"""Citations are counted from one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim as it is marked in its article; a citation of an edition (`factsheet.export`) will do as well."""

    article_id: int
    claim_id: int

    @classmethod
    def of(cls, claim: Claim) -> Mark:
        """The mark of a claim."""
        return cls(claim.article_id, claim.pk)


@dataclass(frozen=True, slots=True)
class MarkedAnswer:
    """The answer that the decision of a number gave to a fact, with the mark of what it cites first."""

    fact: int
    number: int
    words: str
    mark: Mark


def marked_answers(facts: Collection[int]) -> list[MarkedAnswer]:
    """Every answer that was given to facts and cites something, the newest first; one query."""
    first = Citation.objects.filter(number=FIRST, decision__fact__in=facts).order_by("-decision__number")
    names = ("decision__fact", "decision__number", "decision__answer")
    rows = first.values_list(*names, "evidence__claim__article", "evidence__claim")
    return [MarkedAnswer(fact, number, words, Mark(article, claim)) for fact, number, words, article, claim in rows]


def quotable(words: str) -> str:
    """Words as a sentence of the engine quotes them: in one line."""
    return " ".join(words.split())


def find_mark(activity: Activity) -> Mark | None:
    """The mark of the claim that an act was done to; one query, none where it was done to something else."""
    if activity.subject_type != "evidence" or activity.subject_id is None:
        return None
    return Mark.of(Evidence.objects.select_related("claim").get(pk=activity.subject_id).claim)


def suggested(fact: Fact) -> int | None:
    """The evidence whose value is suggested for a fact, the first of it."""
    keys: list[int] = (fact.suggestion or {}).get("evidence", [])
    return keys[0] if keys else None


def mark_answers(facts: Collection[Fact], evidence: Iterable[Evidence]) -> dict[int, Mark]:
    """By fact, the mark of what its answer rests on, or what is suggested while it is open; one query.

    Args:
        facts: their decisions loaded.
        evidence: what stands under them, the claims loaded.
    """
    said = {item.pk: item.claim for item in evidence}
    decided = [fact.pk for fact in facts if fact.state != Fact.State.OPEN]
    given = {(answer.fact, answer.number): answer.mark for answer in marked_answers(decided)}
    marks: dict[int, Mark] = {}
    for fact in facts:
        if fact.state == Fact.State.OPEN:
            claim = said.get(suggested(fact) or 0)
            mark = claim and Mark.of(claim)
        else:
            mark = given.get((fact.pk, fact.decision.number)) if fact.decision else None
        if mark:
            marks[fact.pk] = mark
    return marks
