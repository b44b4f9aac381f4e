"""A new article's claims against a sheet that already has facts: where each belongs, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from factsheet.reconcile.affinity import Affinity, affinity
from factsheet.reconcile.candidates import features_of
from factsheet.reconcile.groups import group
from factsheet.reconcile.sides import Side
from factsheet.reconcile.subjects import Subject, subjects_of

FACTS_TRIED = 8
"""A claim is compared in full with this many facts, those that share the most with it."""

SURE = 1000
"""An affinity of this many points is taken as certain; confidence grows in a straight line up to it."""

MOST_SIDES = 8
"""A fact is known by this many of its claims."""

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class PlacedFact:
    """A fact of the sheet with the claims under it; a handful of them is enough to know it by."""

    key: str
    sides: tuple[Side, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the claim `key` belongs: under `fact`, or with the new claim `with_key` in a fact of its own, or (both
    None) alone.
    """

    key: str
    fact: str | None
    with_key: str | None
    confidence: Decimal
    reason: str


def place(new: Sequence[Side], facts: Sequence[PlacedFact]) -> list[Placement]:
    """The place of each new claim, in the order given; each looks at the few facts that share words or values with
    it.
    """
    known = {fact.key: fact.sides[:MOST_SIDES] for fact in facts}
    subjects = subjects_of([*new, *(side for sides in known.values() for side in sides)])
    index = _index(known, subjects)
    placed: dict[str, Placement] = {}
    for side in new:
        if found := _best_fact(subjects[side.key], known, subjects, index):
            fact, best = found
            placed[side.key] = Placement(side.key, fact, None, confidence_of(best.score), "; ".join(best.reasons[:3]))
    placed.update(_together([side for side in new if side.key not in placed]))
    return [placed[side.key] for side in new]


def _index(known: dict[str, tuple[Side, ...]], subjects: dict[str, Subject]) -> dict[Hashable, list[str]]:
    index: dict[Hashable, list[str]] = defaultdict(list)
    for fact, sides in known.items():
        for name in {name for side in sides for name in _features(subjects[side.key])}:
            index[name].append(fact)
    return index


def _features(subject: Subject) -> dict[Hashable, int]:
    return {(subject.family, name): weight for name, weight in features_of(subject).items()}


def _best_fact(
    subject: Subject,
    known: dict[str, tuple[Side, ...]],
    subjects: dict[str, Subject],
    index: dict[Hashable, list[str]],
) -> tuple[str, Affinity] | None:
    shared: Counter[str] = Counter()
    for name, weight in _features(subject).items():
        for fact in index.get(name, ()):
            shared[fact] += weight
    tried = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:FACTS_TRIED]
    found = [(fact, _mean(subject, [subjects[side.key] for side in known[fact]])) for fact, _ in tried]
    likely = [(fact, best) for fact, best in found if best.score > 0]
    return min(likely, key=lambda item: (-item[1].score, item[0])) if likely else None


def _mean(subject: Subject, members: Sequence[Subject]) -> Affinity:
    """The mean affinity to a fact's claims, with the reasons of the likest one."""
    found = [affinity(subject, member) for member in members]
    best = max(found, key=lambda one: (one.score, one.reasons))
    return Affinity(sum(one.score for one in found) // len(found), best.reasons)


def _together(sides: Sequence[Side]) -> Iterable[tuple[str, Placement]]:
    """The claims that found no fact, grouped among themselves."""
    for found in group(sides):
        first, *others = found.keys
        yield first, Placement(first, None, None, confidence_of(found.score), "no fact of the sheet speaks of this")
        for key in others:
            yield key, Placement(key, None, first, confidence_of(found.score), found.reasons[key])


def confidence_of(score: int) -> Decimal:
    """The score of a group or an affinity as a confidence, 0 to 1 in hundredths."""
    return (Decimal(max(0, min(score, SURE))) / SURE).quantize(HUNDREDTH)
