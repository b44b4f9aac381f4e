"""Fits the weights of `factsheet/reconcile/weights.py` to the invented events, and says what they are worth elsewhere.

    python -m tests.factsheet.reconcile.fitting

A pair of claims of one family is an example: one fact or not. The chance of it is a logistic function of the features'
strengths; the weights are the maximum of its likelihood times a normal prior around what was believed before (ridge;
Hoerl and Kennard, 1970), found by Newton's method. Two claims that no gold fact holds are an example only where their
values differ: then they are taken for two facts. An event with more pairs counts for more, by their square root.

The bonds of groups are fitted the same way, on the groups that claims of one value make: two of them are one fact or
not. What is printed for each event is what weights fitted on all the others do there, then the weights of all together,
in points: UNIT to a unit of log-odds.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp
from pathlib import Path
from typing import Any, Generic, TypeVar

from articles.values import Kind
from factsheet.reconcile import ArticleReadings, compare, sides_of
from factsheet.reconcile.affinity import features_of_pair
from factsheet.reconcile.bonds import UNIT, Bond
from factsheet.reconcile.features import Feature
from factsheet.reconcile.groups import link_groups
from factsheet.reconcile.profiles import FULL
from factsheet.reconcile.subjects import Subject, subjects_of
from factsheet.reconcile.weights import BONDED, COUNTED, DATED
from tests.factsheet.reconcile.scoring import judge, read_articles

EVENTS = Path(__file__).parents[2] / "events"
ORIGINALS = Path(__file__).parents[4] / "shared" / "gold" / "minusma.json"
ROUNDS = 9
LEAN = 107
"""Points by which groups are joined sooner than their odds say: a conflict missed is printed as a fact."""

REAL = 8
"""What real press tells counts for so many of what was made up."""

FIGURES = {
    Feature.PRIOR: -420,
    Feature.WORDS: 900,
    Feature.SAME_EVENT: 300,
    Feature.OTHER_EVENT: -100,
    Feature.RIVAL_EVENT: -1500,
    Feature.SAME_PLACE: 150,
    Feature.OTHER_PLACE: -300,
    Feature.SAME_VALUE: 600,
    Feature.SMALL_VALUE: -300,
    Feature.CLOSE_VALUE: 200,
    Feature.OTHER_VALUE: -167,
    Feature.FAR_VALUE: -600,
    Feature.SLIP: 250,
    Feature.TOLD_APART: -300,
    Feature.SAME_ARTICLE: -450,
    Feature.SAME_SENTENCE: -3000,
    Feature.TWICE_IN_SENTENCE: -500,
    Feature.SAME_NOUN: 250,
    Feature.NAMED_NOUN: 150,
    Feature.BARE_NOUN: -200,
    Feature.WIDE_NOUN: 100,
    Feature.OTHER_NOUN: -450,
    Feature.RARE_UNIT: 300,
    Feature.OTHER_PER: -400,
    Feature.OTHER_CHANGE: -150,
    Feature.OTHER_MOOD: -700,
    Feature.OTHER_TIME: -700,
    Feature.OTHER_PART: -700,
    Feature.OTHER_WISH: -300,
    Feature.OTHER_AGE: -500,
    Feature.OTHER_YEARS: -250,
}
DATES = {
    Feature.PRIOR: -550,
    Feature.WORDS: 1000,
    Feature.SAME_EVENT: 350,
    Feature.OTHER_EVENT: -200,
    Feature.RIVAL_EVENT: -600,
    Feature.SAME_PLACE: 100,
    Feature.OTHER_PLACE: -100,
    Feature.OTHER_SCALE: -200,
    Feature.SAME_VALUE: 600,
    Feature.LONG_VALUE: -150,
    Feature.CLOSE_VALUE: 120,
    Feature.OTHER_VALUE: -175,
    Feature.FAR_VALUE: -350,
    Feature.TOLD_APART: -100,
    Feature.SAME_ARTICLE: -400,
    Feature.SAME_SENTENCE: -700,
    Feature.TWICE_IN_SENTENCE: -500,
    Feature.DATELINE: -1500,
    Feature.SAME_BOUND: 200,
    Feature.OTHER_BOUND: -120,
}
"""What was believed of the features before (set by hand on four of the events); of the others, that they are worth
nothing.
"""

FIRM = frozenset(
    {
        Feature.RIVAL_EVENT,
        Feature.SAME_SENTENCE,
        Feature.OTHER_MOOD,
        Feature.OTHER_TIME,
        Feature.OTHER_PART,
        Feature.OTHER_PLACE,
        Feature.BARE_NOUN,
        Feature.DATELINE,
    }
)
"""What follows from what a fact is, so that a few examples that were read wrongly do not change it."""

FIRMNESS = {"counted": 5.0, "dated": 20.0, "bonded": 1.0}
"""How many examples it takes, in effect, to change a belief; of dates there are few, and most are alike."""


F = TypeVar("F", Feature, Bond)


@dataclass(frozen=True)
class Example(Generic[F]):
    """The strengths of a pair's features (shares of 1), and whether it is one fact."""

    strengths: Mapping[F, float]
    together: bool


@dataclass(frozen=True)
class Event:
    """An invented event as its gold tells it, with its pairs by the table that judges them."""

    name: str
    gold: dict[str, Any]
    articles: Sequence[ArticleReadings]
    subjects: Mapping[str, Subject]
    truths: Mapping[str, int]
    counted: Sequence[Example[Feature]]
    dated: Sequence[Example[Feature]]


def read_event(name: str, gold: dict[str, Any], articles: Sequence[ArticleReadings]) -> Event:
    """The event with the examples that its gold makes of its claims."""
    subjects = subjects_of([side for article in articles for side in sides_of(article)])
    truths = {key: truth for key, subject in subjects.items() if (truth := _truth(subject, gold)) is not None}
    pairs = [
        (a, b)
        for a, b in combinations(subjects.values(), 2)
        if a.family == b.family and a.side.kind not in (Kind.QUOTE, Kind.STATEMENT)
    ]
    examples: dict[bool, list[Example[Feature]]] = {True: [], False: []}
    for a, b in pairs:
        one, other = truths.get(a.side.key), truths.get(b.side.key)
        if one is None and other is None and (a.figure, a.days) == (b.figure, b.days):
            continue
        strengths = {feature: strength / FULL for feature, strength in features_of_pair(a, b)}
        together = one is not None and one == other
        examples[a.side.kind is Kind.DATE].append(Example(strengths, together))
    return Event(name, gold, articles, subjects, truths, examples[False], examples[True])


def read_bonds(event: Event) -> list[Example[Bond]]:
    """The examples that an event's groups make under the weights of pairs in force."""
    return [
        Example(
            {bond: strength / FULL for bond, strength in strengths.items()},
            (one := _most(event, ours)) is not None and one == _most(event, theirs),
        )
        for ours, theirs, strengths in link_groups(event.subjects).find_bonds()
    ]


def _most(event: Event, keys: Sequence[str]) -> int | None:
    """The fact that more than half of some claims speak of."""
    truth, number = Counter(event.truths.get(key) for key in keys).most_common(1)[0]
    return truth if 2 * number > len(keys) else None


def _truth(subject: Subject, gold: dict[str, Any]) -> int | None:
    side = subject.side
    files = {key: article["file"] for key, article in gold["articles"].items()}
    found = [
        (min(side.end, claim["end"]) - max(side.start, claim["start"]), -number)
        for number, fact in enumerate(gold["facts"])
        for claim in fact["claims"]
        if files[claim["article"]] == side.article and fact["kind"] == side.kind
    ]
    both, number = max(found, default=(0, 0))
    return -number if both > 0 else None


def fit(
    groups: Sequence[Sequence[Example[F]]], features: Sequence[F], beliefs: Mapping[F, int], firmness: float
) -> dict[F, int]:
    """The points of each feature, fitted on the examples of several events."""
    weights = {feature: beliefs.get(feature, 0) / UNIT for feature in features}
    believed = dict(weights)
    firm = {feature: firmness * (10 if feature in FIRM else 1) for feature in features}
    place = {feature: number for number, feature in enumerate(features)}
    most = max(len(group) for group in groups)
    for _ in range(ROUNDS):
        gradient = [firm[feature] * (believed[feature] - weights[feature]) for feature in features]
        curvature = [[firm[one] if one is other else 0.0 for other in features] for one in features]
        for group in groups:
            scale = (most / max(len(group), 1)) ** 0.5
            for example in group:
                known = [(place[feature], strength) for feature, strength in example.strengths.items()]
                score = sum(weights[features[i]] * strength for i, strength in known)
                chance = 1 / (1 + exp(-max(min(score, 30), -30)))
                error = scale * (example.together - chance)
                bend = scale * chance * (1 - chance)
                for i, strength in known:
                    gradient[i] += error * strength
                    row, part = curvature[i], bend * strength
                    for j, other in known:
                        row[j] += part * other
        for feature, step in zip(features, _solve(curvature, gradient), strict=True):
            weights[feature] += step
    return {feature: round(UNIT * weight) for feature, weight in weights.items()}


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a positive definite system, by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        for j in range(i + 1, size):
            factor = rows[j][i] / rows[i][i]
            if factor:
                rows[j] = [x - factor * y for x, y in zip(rows[j], rows[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        found[i] = (rows[i][size] - sum(rows[i][j] * found[j] for j in range(i + 1, size))) / rows[i][i]
    return found


def read_events() -> Iterator[Event]:
    """Every event in tests/events, and the original articles where they stand beside the project."""
    if ORIGINALS.exists():
        gold = json.loads(ORIGINALS.read_text(encoding="utf-8"))
        yield read_event(ORIGINALS.stem, gold, read_articles(gold, ORIGINALS.parents[1] / "seeds"))
    for path in sorted(EVENTS.glob("*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield read_event(path.parent.name, gold, read_articles(gold, path.parent))


Weights = tuple[dict[Feature, int], dict[Feature, int]]


def use(weights: Weights) -> None:
    """Put weights of pairs in place of those in force."""
    COUNTED.update(weights[0])
    DATED.update(weights[1])


def fit_pairs(events: Sequence[Event]) -> Weights:
    """The two tables of points for pairs, fitted on some events."""
    counted = fit([event.counted for event in events], list(COUNTED), FIGURES, FIRMNESS["counted"])
    return counted, fit([event.dated for event in events], list(DATED), DATES, FIRMNESS["dated"])


def fit_bonds(examples: Mapping[str, Sequence[Example[Bond]]]) -> dict[Bond, int]:
    """The points for groups, fitted on the examples of some events, by their names."""
    pooled = [
        example
        for name, found in examples.items()
        for example in found
        for _ in range(REAL if name == ORIGINALS.stem else 1)
    ]
    found = fit([pooled], list(BONDED), {}, FIRMNESS["bonded"])
    return {**found, Bond.PRIOR: found[Bond.PRIOR] + LEAN}


def main() -> None:
    """Print what is learned from all events but one, for each of them, and then what is learned from all."""
    events = list(read_events())
    pairs = fit_pairs(events)
    use(pairs)
    bonds = {event.name: read_bonds(event) for event in events}
    for event in events:
        use(fit_pairs([other for other in events if other is not event]))
        BONDED.update(fit_bonds({name: found for name, found in bonds.items() if name != event.name}))
        print(f"{event.name:13} {judge(event.gold, compare(event.articles).facts)}", flush=True)
    for table in (*pairs, fit_bonds(bonds)):
        print(*(f"    {type(name).__name__}.{name.name}: {points}," for name, points in table.items()), sep="\n")


if __name__ == "__main__":
    main()
