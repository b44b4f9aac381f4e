"""Pairs of claims worth comparing: all in a small block, else those that share rare words or a value."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from heapq import nsmallest
from itertools import combinations

from factsheet.reconcile.subjects import Subject

SMALL_BLOCK = 80
"""Up to this many claims, every pair is compared."""

TELLING_WORDS = 6
"""A claim is looked up by this many of its rarest and nearest words."""

LONGEST_POSTING = 40
"""Of the claims that share a word, this many are looked at: those whose keys stand next to the claim's own."""

NEIGHBOURS = 10
"""Each claim is compared with this many that share the most."""

VALUE_WEIGHT, NOUN_WEIGHT = 500, 300


def find_candidates(block: Sequence[Subject]) -> Iterator[tuple[str, str]]:
    """Pairs of keys, each once and the smaller first; `block` is in the order of the keys.

    The number of pairs grows with the block, not with its square.
    """
    if len(block) <= SMALL_BLOCK:
        for a, b in combinations(block, 2):
            yield a.side.key, b.side.key
        return
    keys = [subject.side.key for subject in block]
    features = [features_of(subject) for subject in block]
    postings: dict[Hashable, list[int]] = defaultdict(list)
    for number, weights in enumerate(features):
        for name in weights:
            postings[name].append(number)
    seen: set[tuple[int, int]] = set()
    for number, weights in enumerate(features):
        shared: dict[int, int] = defaultdict(int)
        for name, weight in weights.items():
            for other in _beside(postings[name], number):
                shared[other] -= weight
        del shared[number]
        for _, other in nsmallest(NEIGHBOURS, [(weight, other) for other, weight in shared.items()]):
            pair = (number, other) if number < other else (other, number)
            if pair not in seen:
                seen.add(pair)
                yield keys[pair[0]], keys[pair[1]]


def _beside(posting: Sequence[int], number: int) -> Sequence[int]:
    if len(posting) <= LONGEST_POSTING:
        return posting
    first = min(max(bisect_left(posting, number) - LONGEST_POSTING // 2, 0), len(posting) - LONGEST_POSTING)
    return posting[first : first + LONGEST_POSTING]


def features_of(subject: Subject) -> dict[Hashable, int]:
    """What a claim is found by, with its weight: its telling words, its value, its noun and event together."""
    words = sorted(subject.vector.weights.items(), key=lambda item: (-item[1], item[0]))[:TELLING_WORDS]
    found: dict[Hashable, int] = dict(words)
    found["value", subject.figure, subject.days] = VALUE_WEIGHT
    found["about", subject.profile.role or subject.profile.head, subject.profile.event] = NOUN_WEIGHT
    return found
