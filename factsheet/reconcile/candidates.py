"""Pairs of claims worth comparing: all in a small block, else those that share rare words or a value."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from factsheet.reconcile.affinity import Subject

SMALL_BLOCK = 80
"""Up to this many claims, every pair is compared."""

TELLING_WORDS = 8
"""A claim is looked up by this many of its rarest and nearest words."""

LONGEST_POSTING = 60
"""A word that more claims share tells too little to be worth following."""

NEIGHBOURS = 24
"""Each claim is compared with this many that share the most."""


def find_candidates(block: Sequence[Subject]) -> Iterator[tuple[str, str]]:
    """Pairs of keys, each once; the number grows with the block, not with its square."""
    if len(block) <= SMALL_BLOCK:
        for a, b in combinations(block, 2):
            yield a.side.key, b.side.key
        return
    features = {subject.side.key: features_of(subject) for subject in block}
    postings: dict[Hashable, list[str]] = defaultdict(list)
    for key, weights in features.items():
        for name in weights:
            postings[name].append(key)
    seen: set[tuple[str, str]] = set()
    for key, weights in features.items():
        shared: Counter[str] = Counter()
        for name, weight in weights.items():
            for other in postings[name][:LONGEST_POSTING]:
                shared[other] += weight
        del shared[key]
        for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:NEIGHBOURS]:
            pair = (key, other) if key < other else (other, key)
            if pair not in seen:
                seen.add(pair)
                yield pair


def features_of(subject: Subject) -> dict[Hashable, int]:
    """What a claim is found by, with its weight: its telling words, its value, its noun and event together."""
    words = sorted(subject.vector.weights.items(), key=lambda item: (-item[1], item[0]))[:TELLING_WORDS]
    return {
        **dict(words),
        ("value", subject.side.interval): 500,
        ("about", subject.profile.role or subject.profile.head, subject.profile.event): 500,
    }
