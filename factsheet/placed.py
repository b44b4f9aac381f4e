"""Evidence under facts as it stands there, read in bulk: a fact has hundreds of claims, and each is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Greatest, Substr

from articles.claims import reading_of
from articles.models import Claim
from factsheet.models import Evidence
from factsheet.reconcile import Side, side_of
from factsheet.reconcile.sides import BEFORE_LENGTH
from factsheet.sides import WITHDRAWN


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of evidence under a fact, with its side in place of its claim.

    `earlier` is the claim in whose place it stands, of the version of its article before.
    """

    side: Side
    pk: int
    claim: int
    fact: int
    state: str
    stance: str
    weighed_by: int | None
    relation: str
    relation_reason: str
    earlier: int | None = None

    @property
    def is_live(self) -> bool:
        """Whether it takes part in how its fact stands."""
        return self.stance not in WITHDRAWN

    @property
    def is_superseded(self) -> bool:
        """Whether a newer version of its article took its place; an editor says so by their name."""
        return self.stance == Evidence.Stance.SUPERSEDED and self.weighed_by is None


class Succession:
    """The evidence of a fact, and what of it stands in the place of what, from version to version of an article."""

    def __init__(self, evidence: Sequence[Placed], links: Mapping[int, int | None]) -> None:
        """`links` tell of claims in whose places each stands, by `read_successions`."""
        self.evidence = evidence
        self._links = links
        self._by_claim = {item.claim: item for item in evidence}
        self._newest = {other.pk: item for item in evidence for other in self.up_to(item)}

    def up_to(self, item: Placed) -> list[Placed]:
        """A piece of evidence and all in whose place it stands, itself first."""
        found, claim = [item], item.earlier
        while claim is not None:
            found += [self._by_claim[claim]] if claim in self._by_claim else []
            claim = self._links.get(claim)
        return found

    def newest(self, item: Placed) -> Placed:
        """What stands in the place of a piece of evidence by now; itself where nothing does."""
        return self._newest[item.pk]


def read_successions(facts: Iterable[Sequence[Placed]]) -> list[Succession]:
    """The successions of the evidence of some facts.

    A query for each version further back whose claim is under none of them any more.
    """
    facts = list(facts)
    links = {item.claim: item.earlier for evidence in facts for item in evidence}
    while missing := {claim for claim in links.values() if claim is not None} - links.keys():
        links |= Claim.objects.filter(pk__in=missing).values_list("pk", "earlier")
    return [Succession(evidence, links) for evidence in facts]


OWN = ("pk", "claim", "fact", "state", "stance", "weighed_by", "relation", "relation_reason", "claim__earlier")
COLUMNS = (*OWN, "begin", "passage", "claim__article__published", "claim__article__timezone")
CLAIM = tuple(field.attname for field in Claim._meta.concrete_fields)


class _Row:
    """A claim without what makes it an object of the database, which takes longer than all that is done with it."""

    interval = Claim.interval

    def __init__(self, columns: Iterable[Any]) -> None:
        self.__dict__.update(zip(CLAIM, columns, strict=True))


def read_placed(evidence: QuerySet[Evidence]) -> Iterator[Placed]:
    """Of this evidence what stands under a fact, with the sides and in the order of `load_sides`; one query."""
    begin = Greatest(F("claim__sentence_start") - BEFORE_LENGTH, 0)
    rows = (
        evidence.filter(fact__isnull=False)
        .exclude(state=Evidence.State.REJECTED)
        .annotate(begin=begin, passage=Substr("claim__article__text", begin + 1, F("claim__sentence_end") - begin))
        .order_by("claim__article_id", "claim__start", "pk")
        .values_list(*COLUMNS, *(f"claim__{name}" for name in CLAIM))
    )
    for row in rows:
        own, passage, columns = row[: len(OWN)], row[len(OWN) : len(COLUMNS)], row[len(COLUMNS) :]
        yield Placed(_read_side(str(own[0]), _Row(columns), *passage), *own)


def _read_side(key: str, row: Any, begin: int, passage: str, published: date | None, timezone: str) -> Side:
    """The side of a claim in the passage that begins so far into its article."""
    start, end = row.start, row.end
    row.start, row.end = start - begin, end - begin
    row.sentence_start, row.sentence_end = row.sentence_start - begin, row.sentence_end - begin
    article = str(row.article_id)
    side = side_of(reading_of(row), key=key, article=article, text=passage, published=published, timezone=timezone)
    return replace(side, start=start, end=end)
