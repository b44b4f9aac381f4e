"""Suggested answers against known truth: events of our own making, and two yardsticks from the literature.

Nobody knows the truth of real news, so the accuracy of an answer is measured on events made for it: outlets of known
reliability report counts whose true value is known. Some carry a wire, errors included; some round or hedge; some give
a count that has been overtaken; some slip. Every method sees the same claims.

The yardsticks are the majority vote, and CRH (Li, Li, Gao, Zhao, Fan and Han, "Resolving conflicts in heterogeneous
data by truth discovery and source reliability estimation", SIGMOD 2014): truths and the weights of sources are worked
out in turn, the truth of a figure being the median weighted by how reliable its sources proved over all facts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from math import log
from random import Random
from statistics import pstdev
from typing import Final

from articles.values import Hedge, Interval, Kind, rounds_to
from articles.values import figure as figure_named
from factsheet.reconcile import Origin, Policy, Side, Suggestion, relate, weigh
from factsheet.reconcile.measures import decimals_of

OUTLETS: Final = 30
WIRES: Final = 3
FACTS_AN_EVENT: Final = 12
FIRST_DAY: Final = date(2024, 3, 1)
CARRIES_A_WIRE, HEDGES, IS_OVERTAKEN, MOVES = 0.5, 0.35, 0.25, 0.3
"""How often an article carries a wire, a figure is rounded or hedged, is overtaken, and moves at all."""

RELIABLE: Final = (0.6, 0.98)
"""Between these lies how often a reporter gets a figure right."""

ROUNDS_OF_CRH: Final = 20


@dataclass(frozen=True, slots=True)
class Question:
    """A fact of a made event: its true figure, and what was reported of it, `outlets` and `origins` by claim."""

    truth: Decimal
    sides: tuple[Side, ...]
    outlets: Mapping[str, str]
    origins: Mapping[str, Origin]


@dataclass(frozen=True, slots=True)
class Record:
    """How a method did: of `asked` questions it answered so many, and so many of those right."""

    method: str
    asked: int
    answered: int
    right: int

    @property
    def accuracy(self) -> float:
        """The share of its answers that are right."""
        return self.right / max(self.answered, 1)

    @property
    def recall(self) -> float:
        """The share of all questions that it answers right."""
        return self.right / max(self.asked, 1)


def measure(events: int, seed: int) -> list[Record]:
    """What each method makes of the same made events; equal seeds make equal events."""
    questions = [question for number in range(events) for question in make_event(_chance(f"{seed}.{number}"), number)]
    answers: dict[str, list[Decimal | None]] = {
        "majority vote": [vote(question) for question in questions],
        "CRH": list(discover(questions)),
    }
    for policy in (Policy.MOST_ORIGINS, Policy.MOST_RECENT, Policy.CONSERVATIVE):
        answers[policy.value] = [suggested(question, policy) for question in questions]
    return [
        Record(
            method,
            len(questions),
            sum(one is not None for one in found),
            sum(is_right(one, question.truth) for one, question in zip(found, questions, strict=True)),
        )
        for method, found in answers.items()
    ]


def is_right(answer: Decimal | None, truth: Decimal) -> bool:
    """Whether a figure is the true one, or how one would round it."""
    return answer is not None and (answer == truth or rounds_to(answer, truth))


def vote(question: Question) -> Decimal | None:
    """The figure that most articles give, the smallest of equals."""
    counts = Counter(figure for side in question.sides if (figure := figure_of(side)) is not None)
    return min(counts, key=lambda figure: (-counts[figure], figure), default=None)


def suggested(question: Question, policy: Policy) -> Decimal | None:
    """The figure that the program would answer, None where it keeps silent."""
    relations = [relate(a, b) for a, b in combinations(question.sides, 2)]
    found = weigh(question.sides, relations, question.origins, policy)
    if not isinstance(found, Suggestion):
        return None
    bound = found.low if found.low is not None else found.high
    return bound if isinstance(bound, Decimal) else None


def discover(questions: Sequence[Question]) -> Iterator[Decimal | None]:
    """The truths that CRH finds for all questions together."""
    claims = [
        [(question.outlets[side.key], figure) for side in question.sides if (figure := figure_of(side)) is not None]
        for question in questions
    ]
    weights: dict[str, float] = defaultdict(lambda: 1.0)
    truths: list[Decimal | None] = []
    for _round in range(ROUNDS_OF_CRH):
        truths = [weighted_median([(figure, weights[outlet]) for outlet, figure in told]) for told in claims]
        losses: dict[str, list[float]] = defaultdict(list)
        for told, truth in zip(claims, truths, strict=True):
            spread = _spread([figure for _, figure in told])
            for outlet, figure in told:
                losses[outlet].append(float(abs(figure - (truth or figure))) / spread)
        mean = {outlet: sum(each) / len(each) for outlet, each in losses.items()}
        total = sum(mean.values()) or 1.0
        weights.update({outlet: -log(max(loss / total, 1e-6)) for outlet, loss in mean.items()})
    yield from truths


def weighted_median(weighed: Sequence[tuple[Decimal, float]]) -> Decimal | None:
    """The figure at which half of the weight is reached, None of nothing."""
    half, reached = sum(weight for _, weight in weighed) / 2, 0.0
    for figure, weight in sorted(weighed):
        reached += weight
        if reached >= half:
            return figure
    return None


def _spread(figures: Sequence[Decimal]) -> float:
    """The standard deviation by which CRH makes the losses of large and small figures comparable; at least 1."""
    return max(pstdev(map(float, figures)), 1.0)


def figure_of(side: Side) -> Decimal | None:
    """The figure that a claim names, whatever it hedges."""
    interval = decimals_of(side)
    return None if interval is None else figure_named(interval)


@dataclass(frozen=True, slots=True)
class _Reporter:
    name: str
    reliability: float


def _chance(seed: str) -> Random:
    return Random(seed)  # noqa: S311 - made data must be the same for the same seed, and guards nothing


def make_event(chance: Random, number: int) -> list[Question]:
    """The questions of one event: some articles on it, each with a figure for most of its facts."""
    reliable = _chance("outlets")
    outlets = [_Reporter(f"outlet {n}", reliable.uniform(*RELIABLE)) for n in range(OUTLETS)]
    wires = [_Reporter(f"wire {n}", reliable.uniform(*RELIABLE)) for n in range(WIRES)]
    chosen = chance.sample(outlets, chance.randint(4, 9))
    carried = {one.name: chance.choice(wires) for one in chosen if chance.random() < CARRIES_A_WIRE}
    days = {one.name: chance.randint(0, 3) for one in (*chosen, *wires)}
    sources = sorted({carried.get(one.name, one).name for one in chosen})
    questions = []
    for place in range(FACTS_AN_EVENT):
        history = _history(chance)
        told = {one.name: _report(chance, one, history, days[one.name]) for one in (*chosen, *wires)}
        sides, said_by, origins = [], {}, {}
        for one in chosen:
            source = carried.get(one.name, one)
            key = f"{number}.{place}.{one.name}"
            sides.append(_side(key, one.name, told[source.name], FIRST_DAY + timedelta(days[source.name])))
            said_by[key] = one.name
            origins[key] = Origin(sources.index(source.name) + 1, (), "")
        questions.append(Question(history[-1], tuple(sides), said_by, origins))
    return questions


def _history(chance: Random) -> list[Decimal]:
    """The true count on each of four days: most stand still, some rise as tolls do."""
    count = Decimal(round(10 ** chance.uniform(1.5, 4.7)))
    if chance.random() >= MOVES:
        return [count] * 4
    return [(count * Decimal(share)).to_integral_value() for share in ("0.4", "0.7", "0.9", "1")]


def _report(chance: Random, who: _Reporter, history: Sequence[Decimal], day: int) -> tuple[Decimal, Hedge]:
    truth = history[max(day - 1, 0) if chance.random() < IS_OVERTAKEN else day]
    if chance.random() > who.reliability:
        truth = _mistaken(chance, truth)
    if chance.random() >= HEDGES:
        return truth, Hedge.EXACT
    unit = Decimal(10) ** max(len(str(truth)) - 2, 0)
    rounded = (truth / unit).to_integral_value() * unit
    return rounded, Hedge.EXACT if rounded != truth and chance.random() < 0.3 else _hedge(chance, rounded, truth)


def _hedge(chance: Random, rounded: Decimal, truth: Decimal) -> Hedge:
    if rounded == truth or chance.random() < 0.5:
        return Hedge.ABOUT
    return Hedge.MORE_THAN if rounded < truth else Hedge.LESS_THAN


def _mistaken(chance: Random, truth: Decimal) -> Decimal:
    """A figure as it goes wrong: digits swapped, a factor of ten, or another count of something like it."""
    digits = str(truth)
    swapped = Decimal(digits[:-2] + digits[-1] + digits[-2])
    kinds = [truth * 10, (truth * Decimal(chance.uniform(0.6, 0.95))).to_integral_value()]
    kinds += [(truth * Decimal(chance.uniform(1.05, 1.4))).to_integral_value()]
    return chance.choice([*kinds, swapped] if swapped != truth and swapped >= 1 else kinds)


def _side(key: str, article: str, said: tuple[Decimal, Hedge], published: date) -> Side:
    number, hedge = said
    bounds: Interval[Decimal] = Interval(number, number)
    if hedge is Hedge.MORE_THAN:
        bounds = Interval(number, None, low_open=True)
    elif hedge is Hedge.LESS_THAN:
        bounds = Interval(None, number, high_open=True)
    words = f"{hedge.value.replace('_', ' ')} {number:,} people" if hedge is not Hedge.EXACT else f"{number:,} people"
    return Side(
        key=key,
        article=article,
        kind=Kind.QUANTITY,
        interval=bounds,
        hedge=hedge,
        unit="person",
        noun="people",
        text=words,
        end=len(words),
        sentence=f"{words} were killed.",
        published=published,
    )
