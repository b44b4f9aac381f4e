"""How pairs of evidence stand is kept: a pair is related again only when one of its sides, or the rules, changed."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from itertools import product
from pathlib import Path
from typing import NamedTuple

import articles
from factsheet import reconcile
from factsheet.models import Standing
from factsheet.reconcile import Difference, Relation, RelationKind, Side, relate

SIZE = 8
"""A side is known by so many bytes of its digest."""

VERDICTS = tuple(product(RelationKind, (None, *Difference), (False, True)))
"""What is kept of a pair, by its number: the relation, the difference, and whether the second side is named first."""

NUMBERS = {verdict: number for number, verdict in enumerate(VERDICTS)}


class Kept(NamedTuple):
    """The digests of some sides one after another, and the number of the verdict on each pair, in their order."""

    sides: bytes = b""
    verdicts: bytes = b""


def relate_all(sides: Sequence[Side], kept: Kept) -> tuple[list[Relation], Kept]:
    """How each side stands to each other one, and what is to be kept of it.

    What is kept serves whoever has the same sides in the same order, others among them; the relations that come from
    there say no reason.
    """
    digests = [digest(side) for side in sides]
    known = {kept.sides[at : at + SIZE]: at // SIZE for at in range(0, len(kept.sides), SIZE)}
    places = [known.get(one) for one in digests]
    numbers = struct.unpack(f">{len(kept.verdicts) // 2}H", kept.verdicts)
    relations, found = [], []
    for at, (a, place) in enumerate(zip(sides, places, strict=True), start=1):
        # Where the verdicts on `a` with those after it would begin, if those were counted from the first side.
        before = 0 if place is None else place * (2 * len(known) - place - 1) // 2 - place - 1
        for b, other in zip(sides[at:], places[at:], strict=True):
            if place is not None and other is not None and place < other:
                number = numbers[before + other]
                relation = _spell(a, b, number)
            else:
                relation = relate(a, b)
                number = NUMBERS[relation.kind, relation.difference, relation.a != a.key]
            relations.append(relation)
            found.append(number)
    return relations, Kept(b"".join(digests), struct.pack(f">{len(found)}H", *found))


def _spell(a: Side, b: Side, number: int) -> Relation:
    kind, difference, swapped = VERDICTS[number]
    return Relation(b.key, a.key, kind, difference, "") if swapped else Relation(a.key, b.key, kind, difference, "")


def digest(side: Side) -> bytes:
    """By what a side is known, together with the rules that it is related by."""
    return blake2b(repr(side).encode(errors="surrogatepass"), digest_size=SIZE, key=_digest_rules()).digest()


@cache
def _digest_rules() -> bytes:
    """The rules by which sides are related, by the text of the program: nobody has to remember to raise a number."""
    rules = blake2b(digest_size=32)
    room = Path(articles.__file__).parent
    for path in sorted([*room.glob("*.py"), *Path(reconcile.__file__).parent.rglob("*.py")]):
        rules.update(path.read_bytes())
    return rules.digest()


def read_kept(facts: Iterable[int]) -> dict[int, Kept]:
    """What is kept of these facts."""
    rows = Standing.objects.filter(fact__in=facts).values_list("fact", "sides", "verdicts")
    return {fact: Kept(bytes(sides), bytes(verdicts)) for fact, sides, verdicts in rows}


def keep(found: Mapping[int, Kept]) -> None:
    """Write down what is to be kept of facts, by the fact."""
    Standing.objects.bulk_create(
        (Standing(fact_id=fact, sides=kept.sides, verdicts=kept.verdicts) for fact, kept in found.items()),
        update_conflicts=True,
        unique_fields=["fact"],
        update_fields=["sides", "verdicts"],
    )
