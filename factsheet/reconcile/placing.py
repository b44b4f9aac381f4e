"""New claims against a sheet that already has facts: where each belongs, and why.

What is placed stays where it is; a fact gains claims and loses none. The result does not depend on the order in which
claims, facts and pairs are given. Of articles that come one after another, it depends on their order only where a claim
is as near to one fact as to another, or to none: what came first has been placed by then, and an editor works on it (on
the invented events, groups made in any order are to 98 % those made at once). `compare` and `group`, which see all
claims at once, never depend on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise
from math import exp

from articles.values import Kind
from factsheet.reconcile.bonds import UNIT
from factsheet.reconcile.candidates import find_candidates
from factsheet.reconcile.clusters import Clusters, Pair
from factsheet.reconcile.counts import Counts
from factsheet.reconcile.groups import BY_AN_EDITOR, describe_members, reason_for
from factsheet.reconcile.lookup import Holder, find_near, marks_of
from factsheet.reconcile.partitions import Partition
from factsheet.reconcile.sides import Side
from factsheet.reconcile.subjects import Subject, subjects_of

MOST_SIDES = 4
"""A fact is known by this many of its claims: its first and its last."""

SURE = 3000
"""Beyond so many points, either way, a chance is certain."""

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class PlacedFact:
    """A fact of the sheet with the claims under it; a handful of them is enough to know it by.

    One without claims gets those only that an editor said belong to it.
    """

    key: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Placement:
    """Claims that belong together: under the fact `fact`, or where that is None in one of their own.

    `reasons` says for each key why it is here. `kind` and `unit` are those of the fact that they would make, and so is
    `label` where they are of several articles and make one.
    """

    keys: tuple[str, ...]
    fact: str | None
    label: str
    kind: Kind
    unit: str | None
    reasons: Mapping[str, str]
    confidence: Decimal


def place(
    new: Sequence[Side],
    facts: Sequence[PlacedFact],
    alone: Sequence[Side] = (),
    *,
    counts: Counts | None = None,
    must: Iterable[Pair] = (),
    cannot: Iterable[Pair] = (),
) -> list[Placement]:
    """The place of each new claim, and of the claims that stood alone before and now belong somewhere.

    Args:
        new: the claims to place.
        facts: what they may belong under, the whole sheet's or those that a look-up led to.
        alone: claims that are under no fact, which a new one may make one with.
        counts: those of the whole sheet, where the claims given are not all of it.
        must: pairs of keys, of claims or of facts, that an editor confirmed to belong together.
        cannot: pairs of keys, of claims or of facts, that an editor told apart; `must` wins where both are asked.
    """
    must = list(must)
    known = {fact.key: choose_known(fact.sides) for fact in sorted(facts, key=lambda fact: fact.key) if fact.sides}
    empty = {fact.key for fact in facts} - known.keys()
    called = {key: fact for key, fact in sorted(must) if fact in empty}
    subjects = subjects_of([*new, *alone, *(side for sides in known.values() for side in sides)], counts)
    home = {side.key: fact for fact, sides in known.items() for side in sides}
    first = {fact: sides[0].key for fact, sides in known.items()}
    clusters = Clusters(
        subjects,
        must=_together(known, _claims(must, first, subjects)),
        cannot=[*_apart(known, subjects), *_claims(cannot, first, subjects)],
    )
    clusters.link(_pairs(sorted(side.key for side in new), sorted(side.key for side in alone), home, subjects))
    found = (_placement(clusters, members, home, called) for members in clusters.merge())
    return sorted((placement for placement in found if placement), key=lambda placement: placement.keys)


def choose_known(sides: Sequence[Side]) -> tuple[Side, ...]:
    """The claims that a fact is known by: the first and the last of those given."""
    half = MOST_SIDES // 2
    return tuple(sides) if len(sides) <= MOST_SIDES else (*sides[:half], *sides[-half:])


def _claims(pairs: Iterable[Pair], first: Mapping[str, str], subjects: Mapping[str, Subject]) -> Iterator[Pair]:
    """Pairs of claims at hand, a fact standing for the first of its own."""
    for pair in pairs:
        one, other = (first.get(key, key) for key in pair)
        if one in subjects and other in subjects:
            yield one, other


def _together(known: Mapping[str, Sequence[Side]], must: Iterable[Pair]) -> list[Pair]:
    """The claims of each fact, and what an editor put together; never so that two facts would become one."""
    pairs = [(one.key, other.key) for sides in known.values() for one, other in pairwise(sides)]
    fact_of = {side.key: fact for fact, sides in known.items() for side in sides}
    # What was said of a fact itself goes before what was said of two claims.
    asked = sorted(must, key=lambda pair: (fact_of.keys().isdisjoint(pair), pair))
    partition = Partition({*fact_of, *(key for pair in asked for key in pair)})
    for one, other in pairs:
        partition.join(one, other)
    owners = {partition.find(key): fact for key, fact in fact_of.items()}
    for one, other in asked:
        ends = (partition.find(one), partition.find(other))
        facts = {owners[end] for end in ends if end in owners}
        if len(facts) < 2:
            partition.join(one, other)
            pairs.append((one, other))
            owners.update((partition.find(one), fact) for fact in facts)
    return pairs


def _apart(known: Mapping[str, Sequence[Side]], subjects: Mapping[str, Subject]) -> Iterator[Pair]:
    """Facts never become one; those of different families never meet."""
    families: dict[str, list[str]] = defaultdict(list)
    for sides in known.values():
        for family in {subjects[side.key].family for side in sides}:
            families[family].append(sides[0].key)
    for firsts in families.values():
        yield from combinations(firsts, 2)


def _pairs(
    new: Sequence[str], alone: Sequence[str], home: Mapping[str, str], subjects: Mapping[str, Subject]
) -> set[Pair]:
    """What is worth scoring: new claims with one another, and each with the few things that share most with it."""
    blocks: dict[str, list[Subject]] = defaultdict(list)
    for key in new:
        blocks[subjects[key].family].append(subjects[key])
    pairs = {pair for block in blocks.values() for pair in find_candidates(block)}
    holders: dict[str, list[Holder]] = defaultdict(list)
    for key in (*alone, *home):
        for mark in marks_of(subjects[key]):
            holders[mark].append(Holder(key, home.get(key)))
    known: dict[str, list[str]] = defaultdict(list)
    for key, fact in home.items():
        known[fact].append(key)
    for key in new:
        near = find_near([marks_of(subjects[key])], holders)
        others = [key, *sorted(near.alone)]
        pairs.update(combinations(others, 2))
        pairs.update((key, other) for fact in near.facts for other in known[fact])
    family = {key: subject.family for key, subject in subjects.items()}
    return {(min(pair), max(pair)) for pair in pairs if family[pair[0]] == family[pair[1]]}


def _placement(
    clusters: Clusters, members: Sequence[str], home: Mapping[str, str], called: Mapping[str, str]
) -> Placement | None:
    """What became of a cluster; None where nothing in it has to be placed. `called` are claims of empty facts."""
    keys = [key for key in members if key not in home]
    if not keys:
        return None
    facts = {home[key] for key in members if key in home} or {called[key] for key in members if key in called}
    fact = min(facts, default=None)
    if fact is None and len({clusters.subjects[key].side.article for key in keys}) > 1:
        group = describe_members(clusters, members)
        confidence = confidence_of(group.score)
        return Placement(group.keys, None, group.label, group.kind, group.unit, group.reasons, confidence)
    side = clusters.subjects[keys[0]].side
    only_said = fact is not None and len(members) == 1
    reasons = {key: BY_AN_EDITOR if only_said else reason_for(clusters, key, members) for key in keys}
    confidence = confidence_of(clusters.cohesion(members)) if len(members) > 1 else Decimal(0)
    return Placement(tuple(keys), fact, "", side.kind, side.unit, reasons, confidence)


def confidence_of(score: int) -> Decimal:
    """The score of a group or an affinity as a chance, 0 to 1 in hundredths: it is log-odds, `UNIT` points to one."""
    odds = max(-SURE, min(score, SURE)) / UNIT
    return Decimal(1 / (1 + exp(-odds))).quantize(HUNDREDTH)
