"""What a claim is looked up by, and the few things of a large sheet that a new claim may belong with.

Each claim is entered under a handful of marks, strings that other claims of its fact are likely to share: a telling
word, the value, what is counted together with what happens. A mark leads to few claims however large the sheet is: it
is not entered again where many have it, or where the claim's own fact is known by it. So what a look-up costs does not
grow with the sheet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from heapq import nsmallest
from typing import NamedTuple

from factsheet.reconcile.candidates import features_of
from factsheet.reconcile.subjects import Subject

VERSION = 2
"""To be raised with every change of what a mark or a count means: what was kept under another version is made anew."""

MOST_HOLDERS = 40
"""A mark that so many claims have tells nothing apart, and is entered for no more."""

MOST_OF_A_FACT = 3
"""So many claims of one fact stand under a mark; what more there are would only lead to the same fact."""

MOST_NEAR = 4
"""A claim is led to so many facts, and to so many claims that stand alone."""


class Holder(NamedTuple):
    """A claim that stands under a mark, and the fact that it is placed under, if any."""

    claim: str
    fact: str | None


Holders = Mapping[str, Sequence[Holder]]
"""The claims under each mark."""

Marks = Mapping[str, int]
"""The marks of a claim, each with how much it tells."""


@dataclass(frozen=True, slots=True)
class Near:
    """The facts, and the claims that stand alone, which some new claims may belong with."""

    facts: frozenset[str]
    alone: frozenset[str]


def marks_of(subject: Subject) -> dict[str, int]:
    """What a claim is looked up by; the same for equal features, whatever process asks."""
    return {
        f"{subject.family} {_spell(feature)}": weight
        for feature, weight in features_of(subject).items()
        if isinstance(feature, str) or any(part is not None for part in _tail(feature))
    }


def _tail(feature: Hashable) -> Sequence[object]:
    """What a feature says, without its name; a claim that has no value is not looked up by that."""
    return feature[1:] if isinstance(feature, tuple) else (feature,)


def _spell(feature: Hashable) -> str:
    if isinstance(feature, Decimal):
        return f"{feature.normalize():f}"
    return " ".join(map(_spell, feature)) if isinstance(feature, tuple) else str(feature)


def find_near(new: Iterable[Marks], holders: Holders) -> Near:
    """What shares most with each of the new claims."""
    facts: set[str] = set()
    alone: set[str] = set()
    for marks in new:
        led = rank({mark: (marks[mark], holders[mark]) for mark in marks if mark in holders})
        facts.update(led.facts)
        alone.update(led.alone)
    return Near(frozenset(facts), frozenset(alone))


def rank(shared: Mapping[str, tuple[int, Iterable[Holder]]]) -> Near:
    """Of what stands under one claim's marks, given with their weights, the facts and the lone claims with the most."""
    facts: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for weight, found in shared.values():
        told = set(found)
        for fact in {holder.fact for holder in told if holder.fact is not None}:
            facts[fact] += weight
        for holder in told:
            if holder.fact is None:
                alone[holder.claim] += weight
    return Near(frozenset(_first(facts)), frozenset(_first(alone)))


def _first(shared: Mapping[str, int]) -> list[str]:
    return [key for _, key in nsmallest(MOST_NEAR, [(-weight, key) for key, weight in shared.items()])]


def choose_entries(
    new: Mapping[str, Marks], places: Mapping[str, str | None], holders: Holders
) -> list[tuple[str, str]]:
    """Under which marks new claims are to be entered, as pairs of mark and claim.

    Args:
        new: the marks of each claim.
        places: the fact that each claim was placed under, if any.
        holders: what stands under these marks already.
    """
    standing: dict[str, list[Holder]] = defaultdict(list)
    entries = []
    for claim, marks in sorted(new.items()):
        fact = places.get(claim)
        for mark in marks:
            found = standing.setdefault(mark, list(holders.get(mark, ())))
            if len(found) < MOST_HOLDERS and (fact is None or [at for _, at in found].count(fact) < MOST_OF_A_FACT):
                found.append(Holder(claim, fact))
                entries.append((mark, claim))
    return entries
