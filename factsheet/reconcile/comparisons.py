"""The whole way: the readings of several articles on one event to proposed facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from articles.extraction.readings import Reading
from articles.values import Kind
from factsheet.reconcile.answers import Policy, Silence, Suggestion
from factsheet.reconcile.arithmetic import Line, Mismatch, check
from factsheet.reconcile.clocks import lend_offsets
from factsheet.reconcile.clusters import Pair
from factsheet.reconcile.groups import Group, group
from factsheet.reconcile.origins import ArticleText, Origin, find_origins
from factsheet.reconcile.relations import FactStatus, Relation, relate, status_of
from factsheet.reconcile.sides import UNTOLD_ZONE, Side, side_of
from factsheet.reconcile.suggestions import weigh
from factsheet.reconcile.voices import trace_figures


@dataclass(frozen=True, slots=True)
class ArticleReadings:
    """An article with what was read in it; `key` is its stable id within the comparison."""

    key: str
    text: str
    readings: tuple[Reading, ...]
    title: str = ""
    source: str = ""
    published: date | None = None
    timezone: str = UNTOLD_ZONE


@dataclass(frozen=True, slots=True)
class ComparedFact:
    """A proposed fact: its claims, how they stand to one another, and what to answer.

    `origins` counts the independent origins of its live claims. `silence` says why there is no suggestion.
    """

    label: str
    kind: Kind
    unit: str | None
    status: FactStatus
    sides: tuple[Side, ...]
    reasons: Mapping[str, str]
    relations: tuple[Relation, ...]
    origins: int
    suggestion: Suggestion | None
    silence: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several articles side by side: the origin of each by its key, and the facts, those in dispute first.

    `mismatches` are suggestions that cannot all be true; they name facts by their place in `facts` ("0", "1", ...).
    """

    origins: Mapping[str, Origin]
    facts: tuple[ComparedFact, ...] = field(default=())
    mismatches: tuple[Mismatch, ...] = ()


def compare(
    articles: Sequence[ArticleReadings],
    *,
    must: Iterable[Pair] = (),
    cannot: Iterable[Pair] = (),
    policy: Policy = Policy.MOST_ORIGINS,
) -> Comparison:
    """Group the claims of `articles` by fact and relate them; the order of the articles makes no difference.

    The key of a claim is its article's key and its place, "000.txt:812-838"; `must` and `cannot` are pairs of such
    keys.
    """
    origins = find_origins([ArticleText(a.key, a.text, a.title, a.source, a.published) for a in articles])
    sides = {side.key: side for article in articles for side in sides_of(article)}
    sources = {article.key: article.source for article in articles}
    facts = [
        compare_fact(found, [sides[key] for key in found.keys], origins, policy, sources)
        for found in group(list(sides.values()), must=must, cannot=cannot)
    ]
    order = list(FactStatus)
    facts.sort(key=lambda fact: -order.index(fact.status))
    return Comparison(origins, tuple(facts), tuple(check([_line(place, fact) for place, fact in enumerate(facts)])))


def _line(place: int, fact: ComparedFact) -> Line:
    """A fact with what is suggested for it, as the claim whose value that is."""
    keys = fact.suggestion.keys if fact.suggestion else ()
    printed = fact.suggestion.text if fact.suggestion else ""
    backing = [side for side in fact.sides if side.key in keys]
    answer = next((side for side in backing if side.text == printed), backing[0] if backing else None)
    return Line(str(place), fact.label, answer, fact.sides)


def sides_of(article: ArticleReadings) -> list[Side]:
    """The sides of an article's readings, with keys such as "000.txt:812-838" (and the kind, where two share it)."""
    found: dict[str, Side] = {}
    for reading in article.readings:
        key = f"{article.key}:{reading.start}-{reading.end}"
        key = key if key not in found else f"{key}:{reading.kind}"
        found[key] = side_of(
            reading,
            key=key,
            article=article.key,
            text=article.text,
            published=article.published,
            timezone=article.timezone,
        )
    return list(found.values())


def compare_fact(
    found: Group,
    sides: Sequence[Side],
    origins: Mapping[str, Origin],
    policy: Policy,
    sources: Mapping[str, str] | None = None,
) -> ComparedFact:
    """The fact that a group is: its claims related two by two, its status, and an answer.

    `origins` and `sources`, the names of the outlets, are by article.
    """
    sides = lend_offsets(sides)
    relations = tuple(relate(a, b) for a, b in combinations(sides, 2) if not _is_repetition(a, b))
    by_side = origins_by_side(sides, origins)
    # Two outlets that disagree do so whoever they have their figures from; what agrees is worth what its voices are.
    voices = trace_figures(sides, by_side, sources)
    answer = weigh(sides, relations, voices, policy)
    return ComparedFact(
        label=found.label,
        kind=found.kind,
        unit=found.unit,
        status=status_of(relations, by_side),
        sides=tuple(sides),
        reasons=found.reasons,
        relations=relations,
        origins=len({origin.number for origin in voices.values()}),
        suggestion=answer if isinstance(answer, Suggestion) else None,
        silence=answer.why if isinstance(answer, Silence) else "",
    )


def _is_repetition(a: Side, b: Side) -> bool:
    """Whether an article only says again what it said before."""
    return a.article == b.article and a.interval is not None and (a.interval, a.hedge) == (b.interval, b.hedge)


def origins_by_side(sides: Iterable[Side], origins: Mapping[str, Origin]) -> dict[str, Origin]:
    """The origin of each live side by its key, from the origins of the articles by theirs."""
    return {side.key: origins[side.article] for side in sides if side.is_live and side.article in origins}
