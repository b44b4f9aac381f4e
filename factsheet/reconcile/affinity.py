"""How likely two claims speak of one fact: points for and against, each with its reason.

The score is a sum of points in the manner of log-odds (Fellegi and Sunter, "A theory for record linkage", 1969): each
feature that two claims share adds, each that sets them apart takes away, and a shared feature adds the more, the
rarer it is in the event. Above 0 the two are taken to belong together. Points are whole numbers, so that sums do not
depend on the order of adding. `features` says what is looked at, `weights` what it is worth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.values import Kind
from factsheet.reconcile.features import Feature, features_of_pair, quoted
from factsheet.reconcile.profiles import FULL
from factsheet.reconcile.subjects import Subject
from factsheet.reconcile.tokens import tokenise
from factsheet.reconcile.weights import COUNTED, DATED

REASONS: dict[Feature, str] = {
    Feature.WORDS: "the words around share {words}",
    Feature.SAME_EVENT: "both are about “{event}”",
    Feature.SAME_VALUE: "the same value",
    Feature.CLOSE_VALUE: "values close to one another",
    Feature.SLIP: "values that differ by a slip of the keys",
    Feature.SAME_NOUN: "both count the same thing",
    Feature.NAMED_NOUN: "what the one counts stands beside the other",
    Feature.WIDE_NOUN: "both count people",
    Feature.RARE_UNIT: "the unit is rare in the event",
    Feature.SAME_BOUND: "both set a deadline",
    Feature.BOTH_EARLY: "both stand at the beginning of their articles",
    Feature.QUOTED: "the same words quoted",
}

QUOTED_KINDS = frozenset({Kind.QUOTE, Kind.STATEMENT})


@dataclass(frozen=True, slots=True)
class Affinity:
    """The score of two claims and the reasons that speak for it, the strongest first."""

    score: int
    reasons: tuple[str, ...]


def score_of(a: Subject, b: Subject) -> int:
    """How likely two claims of one family speak of the same fact; symmetric, above 0 for more likely than not."""
    if a.side.kind in QUOTED_KINDS:
        return quoted(a, b)
    weights = DATED if a.side.kind is Kind.DATE else COUNTED
    return sum([weights[feature] * strength // FULL for feature, strength in features_of_pair(a, b)])


def affinity(a: Subject, b: Subject) -> Affinity:
    """The score of two claims with its reasons in words."""
    found = list(_points(a, b))
    telling = sorted(((-points, REASONS[feature]) for feature, points in found if points > 0 and feature in REASONS))
    words = {"words": _shared_words(a, b), "event": a.profile.event}
    return Affinity(sum(points for _, points in found), tuple(reason.format(**words) for _, reason in telling))


def _points(a: Subject, b: Subject) -> Iterator[tuple[Feature, int]]:
    if a.side.kind in QUOTED_KINDS:
        yield Feature.QUOTED, quoted(a, b)
        return
    weights = DATED if a.side.kind is Kind.DATE else COUNTED
    for feature, strength in features_of_pair(a, b):
        yield feature, weights[feature] * strength // FULL


def _shared_words(a: Subject, b: Subject) -> str:
    """The three words that both stand among and that weigh most, as the first side writes them."""
    ours, theirs = a.vector.weights, b.vector.weights
    best = sorted((name for name in ours if name in theirs), key=lambda name: (-ours[name] * theirs[name], name))[:3]
    written = {token.name: token.text.rstrip(".").lower() for token in reversed(tokenise(a.side.sentence))}
    return ", ".join(f"“{written.get(name, name)}”" for name in best)
