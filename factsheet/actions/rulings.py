"""What editors say of where claims belong, kept for ever and used whenever claims are arranged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from django.contrib.auth.models import User
from django.db.models import QuerySet

from factsheet.models import Act, Evidence, Fact, Ruling
from factsheet.sides import key_of_fact

Pair = tuple[str, str]
Word = Ruling.Word


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs that belong together and that do not, of claims and of facts by their keys.

    `facts` and `evidence` are what the pairs speak of besides the claims asked for.
    """

    must: list[Pair]
    cannot: list[Pair]
    facts: set[int]
    evidence: set[int]


def rule(words: Iterable[tuple[Evidence, Fact | None, Ruling.Word]], *, act: Act, by: User, at: datetime) -> None:
    """Write down an editor's words; a claim under no fact says nothing."""
    Ruling.objects.bulk_create(
        Ruling(evidence_id=item.pk, fact_id=fact.pk, word=word, act=act, by_id=by.pk, at=at)
        for item, fact, word in words
        if fact is not None
    )


def take_back_rejections(items: Iterable[Evidence], *, by: User, at: datetime) -> None:
    """Say of claims that are restored what was said before they were rejected."""
    said: dict[int, list[Ruling]] = {item.pk: [] for item in items}
    for ruling in Ruling.objects.filter(evidence__in=said).order_by("id"):
        said[ruling.evidence_id].append(ruling)
    lifted = []
    for rulings in said.values():
        if rulings and rulings[-1].act == Act.CLAIM_REJECTED:
            last = rulings[-1]
            before = [ruling.word for ruling in rulings[:-1] if ruling.fact_id == last.fact_id]
            word = before[-1] if before else Word.OPEN
            lifted.append(
                Ruling(
                    evidence_id=last.evidence_id, fact_id=last.fact_id, word=word, act=Act.CLAIM_RESTORED, by=by, at=at
                )
            )
    Ruling.objects.bulk_create(lifted)


def read_links(claims: Iterable[int]) -> Links:
    """What follows from the newest words for claims that have no place; two queries.

    A claim belongs to a fact, or not, as was said. It goes with the other claims of which the same was said, and apart
    from those of which the contrary was, wherever they are now; so they stay together when their fact is gone.
    """
    links = Links([], [], set(), set())
    own = _read_newest(Ruling.objects.filter(evidence__in=set(claims)))
    if not own:
        return links
    said = _read_newest(Ruling.objects.filter(fact__in={ruling.fact_id for ruling in own}))
    for ruling, other in product(own, said):
        if ruling.fact_id != other.fact_id or {ruling.word, other.word}.isdisjoint({Word.TOGETHER}):
            continue
        if ruling.evidence_id == other.evidence_id or Word.OPEN in (ruling.word, other.word):
            continue
        _link(links, ruling, other.evidence, together=ruling.word == other.word)
    for ruling in own:
        if ruling.word != Word.OPEN:
            pair = (str(ruling.evidence_id), key_of_fact(ruling.fact_id))
            (links.must if ruling.word == Word.TOGETHER else links.cannot).append(pair)
            links.facts.add(ruling.fact_id)
    return links


def _read_newest(rulings: QuerySet[Ruling]) -> list[Ruling]:
    """Of the words on each claim and fact the newest."""
    rows = rulings.select_related("evidence").order_by("id")
    return list({(ruling.evidence_id, ruling.fact_id): ruling for ruling in rows}.values())


def _link(links: Links, ruling: Ruling, other: Evidence, *, together: bool) -> None:
    if other.state == Evidence.State.REJECTED:
        return
    if other.fact_id is None:
        links.evidence.add(other.pk)
        key = str(other.pk)
    else:
        links.facts.add(other.fact_id)
        key = key_of_fact(other.fact_id)
    (links.must if together else links.cannot).append((str(ruling.evidence_id), key))
