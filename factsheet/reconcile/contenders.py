"""The figures that can be an answer, each with the evidence that can be true together with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from articles.values import Kind
from factsheet.reconcile.figure_relations import is_vague
from factsheet.reconcile.origins import Origin
from factsheet.reconcile.relations import Relation
from factsheet.reconcile.sides import Side
from factsheet.reconcile.verdicts import SET_APART, Difference, RelationKind

SUPPORTING = frozenset({RelationKind.SAME, RelationKind.CONSISTENT, RelationKind.ROUNDING})
WORDED = frozenset({Kind.QUOTE, Kind.STATEMENT})


@dataclass(frozen=True, slots=True)
class Contender:
    """A side that can be the answer; the supporters, itself among them, can all be true together."""

    side: Side
    supporters: tuple[Side, ...]
    origins: int


def find_contenders(
    live: Sequence[Side], relations: Sequence[Relation], origins: Mapping[str, Origin]
) -> list[Contender]:
    """What can be an answer: no count that a later one took the place of, and no "dozens" beside a figure."""
    keys = {side.key for side in live}
    older = {
        found.a
        for found in relations
        if found.kind is RelationKind.CONSISTENT
        and found.difference is Difference.REVISION
        and {found.a, found.b} <= keys
    }
    newest = [side for side in live if side.key not in older] or list(live)
    standing = [side for side in newest if not is_vague(side)] or newest
    friends = _friends(live, relations)
    distinct = {
        (side.interval, side.hedge, side.text, side.attribution, moment_of(side)): side for side in reversed(standing)
    }
    found = []
    for side in reversed(distinct.values()):
        supporters = _agreeing(side, [other for other in live if other.key in friends[side.key]], friends)
        found.append(Contender(side, supporters, len({origins[other.key].number for other in supporters})))
    return found


def moment_of(side: Side) -> date | None:
    """The day that a figure is of, as far as it is known."""
    return side.as_of or side.published


def _friends(live: Sequence[Side], relations: Sequence[Relation]) -> dict[str, set[str]]:
    """Which sides support which: one value of one article, and what can be true together."""
    said = defaultdict(set)
    for side in live:
        said[side.article, side.interval, side.hedge, side.text if side.interval is None else ""].add(side.key)
    friends = {key: set(keys) for keys in said.values() for key in keys}
    worded = {side.key for side in live if side.kind in WORDED}
    for relation in relations:
        supports = relation.kind in SUPPORTING and relation.difference not in SET_APART
        if relation.kind is RelationKind.ROUNDING and relation.a in worded:
            # Of two wordings of one quotation at most one was spoken.
            continue
        if supports and relation.a in friends and relation.b in friends:
            friends[relation.a].add(relation.b)
            friends[relation.b].add(relation.a)
    return friends


def _agreeing(side: Side, others: Sequence[Side], friends: Mapping[str, set[str]]) -> tuple[Side, ...]:
    """Those of a side's friends that can all be true together, the best befriended first; the side is one of them."""
    agreeing, open_to = [side], set(friends[side.key])
    for other in sorted(others, key=lambda one: (-len(friends[one.key]), one.key)):
        if other.key != side.key and other.key in open_to:
            agreeing.append(other)
            open_to &= friends[other.key]
    return tuple(agreeing)
