"""Evidence under facts as it stands there, read in bulk: a fact has hundreds of claims, and each is looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    """A piece of evidence under a fact, with its side in place of its claim."""

    side: Side
    pk: int
    claim: int
    fact: int
    state: str
    stance: str
    weighed_by: int | None
    relation: str
    relation_reason: str

    @property
    def is_live(self) -> bool:
        """Whether it takes part in how its fact stands."""
        return self.stance not in WITHDRAWN


OWN = ("pk", "claim", "fact", "state", "stance", "weighed_by", "relation", "relation_reason")
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
