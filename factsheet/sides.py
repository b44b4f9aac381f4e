"""Between the rows of the database and the pure comparison: evidence and answers as its `Side`s."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet

from articles.claims import reading_of
from articles.models import Article, Claim
from articles.values import Hedge, Interval, Kind, Precision
from factsheet.models import Decision, Evidence, Fact, SheetArticle
from factsheet.reconcile import Origin, Side, Silence, Suggestion, side_of

# The sides that are no claim of an article: what we say ourselves.
ANSWER = "answer"

# Evidence of these stances takes no part in how a fact stands.
WITHDRAWN = frozenset({Evidence.Stance.SUPERSEDED, Evidence.Stance.DIFFERENT_SCOPE, Evidence.Stance.SET_ASIDE})

# A fact with more different values than this is no fact, but a list that somebody put under one.
TELLING = 120

# What these say is their words; everything else is a value, or not yet understood.
WORDED = frozenset({Kind.QUOTE, Kind.STATEMENT})


def is_live(evidence: Evidence) -> bool:
    """Whether the evidence takes part in how its fact stands."""
    return evidence.state != Evidence.State.REJECTED and evidence.stance not in WITHDRAWN


def can_be_taken(claim: Claim) -> bool:
    """Whether a claim can be the answer: words stand for themselves, everything else must have been understood."""
    return claim.kind in WORDED or claim.kind == Kind.TIME or claim.interval is not None


def load_evidence(rows: QuerySet[Evidence]) -> list[Evidence]:
    """Evidence with its claims and their articles, in the order of the sheet's columns and of each text; two queries.

    Each article is read once, however many of its claims there are: a join would send its text with every one.
    """
    evidence = list(rows.select_related("claim"))
    articles = Article.objects.select_related("source").in_bulk({item.claim.article_id for item in evidence})
    for item in evidence:
        item.claim.article = articles[item.claim.article_id]
    return sorted(evidence, key=lambda item: (item.claim.article_id, item.claim.start, item.pk))


def side_of_evidence(evidence: Evidence) -> Side:
    """The side of one piece of evidence, with its claim and article loaded; its key is the evidence's."""
    claim, article = evidence.claim, evidence.claim.article
    return side_of(
        reading_of(claim),
        key=str(evidence.pk),
        article=str(article.pk),
        text=article.text,
        published=article.published,
    )


def side_of_answer(fact: Fact, decision: Decision) -> Side | None:
    """What a decision says as a side, or None where it settles nothing that can be compared."""
    if decision.outcome != Decision.Outcome.SETTLED or (decision.interval is None and fact.kind not in WORDED):
        return None
    return Side(
        key=ANSWER,
        article=ANSWER,
        kind=Kind(fact.kind),
        interval=decision.interval,
        hedge=Hedge(decision.hedge),
        unit=decision.unit or None,
        per=decision.per or None,
        precision=Precision(decision.precision) if decision.precision else None,
        as_of=fact.as_of,
        text=decision.answer,
        sentence=fact.label,
    )


def side_of_suggestion(fact: Fact, suggestion: Suggestion) -> Side:
    """What the program suggests as a side."""
    interval: Interval[Any] | None = None
    if suggestion.low is not None or suggestion.high is not None:
        interval = Interval(suggestion.low, suggestion.high, suggestion.low_open, suggestion.high_open)
    return Side(
        key=ANSWER,
        article=ANSWER,
        kind=Kind(fact.kind),
        interval=interval,
        hedge=suggestion.hedge,
        unit=suggestion.unit or None,
        text=suggestion.text,
        sentence=fact.label,
    )


def choose_telling(sides: Iterable[Side], origins: Mapping[str, Origin]) -> list[Side]:
    """Of sides that one origin says in the same words of value the first: a repetition tells nothing more.

    At most `TELLING` are kept, in their order. Every pair of them is compared, so a text that says thousands of
    different figures of one thing may not cost the square of that.
    """
    told: dict[tuple[object, ...], Side] = {}
    for side in sides:
        value = (side.interval, side.hedge, side.unit, side.per, side.change, side.status, side.noun, side.as_of)
        words = " ".join(side.text.split()) if side.interval is None else ""
        told.setdefault((origins[side.key].number, side.kind, value, words), side)
    return list(told.values())[:TELLING]


def origins_of(evidence: Iterable[Evidence], entries: Iterable[SheetArticle]) -> dict[str, Origin]:
    """The origin of each piece of live evidence, by its side's key."""
    traced = {entry.article_id: Origin(entry.origin, (), entry.origin_reason) for entry in entries}
    return {str(item.pk): traced[item.claim.article_id] for item in evidence if is_live(item)}


def write_suggestion(found: Suggestion | Silence) -> dict[str, Any]:
    """The suggestion as it is stored with the fact and with each decision: strings and lists, or why there is none."""
    if isinstance(found, Silence):
        return {"silence": found.why}
    return {
        "text": found.text,
        "low": None if found.low is None else str(found.low),
        "high": None if found.high is None else str(found.high),
        "low_open": found.low_open,
        "high_open": found.high_open,
        "hedge": found.hedge.value,
        "unit": found.unit or "",
        "reasons": list(found.reasons),
        "confidence": str(found.confidence),
        "policy": found.policy.value,
        "evidence": [int(key) for key in found.keys],
    }
