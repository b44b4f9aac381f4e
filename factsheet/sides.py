"""Between the rows of the database and the pure comparison: evidence and answers as its `Side`s."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from operator import itemgetter
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Greatest, Substr

from articles.claims import reading_of
from articles.models import Article, Claim
from articles.values import Hedge, Interval, Kind, Precision, Span
from factsheet.models import Decision, Evidence, Fact, SheetArticle
from factsheet.reconcile import Origin, Side, Silence, Suggestion, side_of
from factsheet.reconcile.clocks import lend_offsets
from factsheet.reconcile.sides import BEFORE_LENGTH
from factsheet.reconcile.voices import trace_figures

# The sides that are no claim of an article: what we say ourselves.
ANSWER = "answer"

FACT = "fact "

# Evidence of these stances takes no part in how a fact stands.
WITHDRAWN = frozenset({Evidence.Stance.SUPERSEDED, Evidence.Stance.DIFFERENT_SCOPE, Evidence.Stance.SET_ASIDE})

# So many claims tell how a fact stands; each pair of them is compared.
TELLING = 60

# What these say is their words; everything else is a value, or not yet understood.
WORDED = frozenset({Kind.QUOTE, Kind.STATEMENT})


def key_of_fact(pk: int) -> str:
    """The key of a fact where facts and claims have keys among one another."""
    return f"{FACT}{pk}"


def number_of_fact(key: str) -> int:
    """The fact that such a key is of."""
    return int(key.removeprefix(FACT))


def is_live(evidence: Evidence) -> bool:
    """Whether the evidence takes part in how its fact stands."""
    return evidence.state != Evidence.State.REJECTED and evidence.stance not in WITHDRAWN


def can_be_taken(claim: Claim) -> bool:
    """Whether a claim can be the answer: words stand for themselves, everything else must have been understood."""
    return claim.kind in WORDED or claim.interval is not None


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
        timezone=article.timezone,
    )


def load_sides(rows: QuerySet[Evidence]) -> list[tuple[Evidence, Side]]:
    """Evidence with the side of each, in the order of the sheet's columns and of each text; one query.

    The database cuts the sentence and what stands before it out of the text, which is not read.
    """
    begin = Greatest(F("claim__sentence_start") - BEFORE_LENGTH, 0)
    passage = Substr("claim__article__text", begin + 1, F("claim__sentence_end") - begin)
    evidence = (
        rows.select_related("claim__article")
        .defer("claim__article__text", "claim__article__furniture")
        .annotate(passage=passage)
        .order_by("claim__article_id", "claim__start", "pk")
    )
    return [(item, _side_in_passage(item)) for item in evidence]


def _side_in_passage(evidence: Evidence) -> Side:
    claim, article = evidence.claim, evidence.claim.article
    begin = max(claim.sentence_start - BEFORE_LENGTH, 0)
    reading = reading_of(claim)
    moved = replace(
        reading,
        start=claim.start - begin,
        end=claim.end - begin,
        sentence=Span(claim.sentence_start - begin, claim.sentence_end - begin),
    )
    passage: str = evidence.passage  # type: ignore[attr-defined]
    side = side_of(
        moved,
        key=str(evidence.pk),
        article=str(article.pk),
        text=passage,
        published=article.published,
        timezone=article.timezone,
    )
    return replace(side, start=claim.start, end=claim.end)


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
        utc_offset=decision.utc_offset,
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
        utc_offset=suggestion.utc_offset,
        text=suggestion.text,
        sentence=fact.label,
    )


def side_in_force(fact: Fact) -> Side | None:
    """The answer of a fact, with its decision loaded: what is settled, or what is suggested while it is open."""
    if fact.state == Fact.State.OPEN:
        return _side_of_stored(fact)
    return side_of_answer(fact, fact.decision) if fact.decision else None


def _side_of_stored(fact: Fact) -> Side | None:
    """The suggestion that is stored with a fact, where it has a value that can be reckoned with."""
    stored = fact.suggestion or {}
    if not (stored.get("low") or stored.get("high")):
        return None
    return Side(
        key=ANSWER,
        article=ANSWER,
        kind=Kind(fact.kind),
        interval=read_bounds(fact.kind, stored),
        hedge=Hedge(stored["hedge"]),
        unit=stored["unit"] or None,
        utc_offset=stored.get("utc_offset"),
        as_of=fact.as_of,
        text=stored["text"],
        sentence=fact.label,
    )


# How the bounds of a kind are read from their text; those of any other are decimals.
READERS: Mapping[str, Callable[[str], Any]] = {Kind.DATE: date.fromisoformat, Kind.TIME: time.fromisoformat}


def read_bounds(kind: str, stored: Mapping[str, Any]) -> Interval[Any]:
    """The interval of a suggestion as `write_suggestion` stores it, for a fact of this kind."""
    read = READERS.get(kind, Decimal)
    low, high = (read(stored[name]) if stored[name] else None for name in ("low", "high"))
    return Interval(low, high, stored["low_open"], stored["high_open"])


def choose_telling(sides: Iterable[Side], origins: Mapping[str, Origin]) -> list[Side]:
    """Of sides that one origin says in the same words of value the first: a repetition tells nothing more.

    At most `TELLING` are kept, in their order: the first of each value, then the second of each that has one, and so
    on. Every pair of them is compared, so what hundreds say may not cost the square of that.
    """
    told: dict[tuple[object, ...], tuple[int, Side]] = {}
    times: Counter[tuple[object, ...]] = Counter()
    for side in lend_offsets(list(sides)):
        bounds = (side.interval, side.hedge, side.unit, side.per, side.utc_offset)
        value = (*bounds, side.change, side.status, side.noun, side.as_of)
        words = " ".join(side.text.split()) if side.interval is None else ""
        said = (side.kind, value, words)
        by_origin = (origins[side.key].number, *said)
        if by_origin not in told:
            told[by_origin] = (times[said], side)
            times[said] += 1
    chosen = {side.key for _, side in sorted(told.values(), key=itemgetter(0))[:TELLING]}
    return [side for _, side in told.values() if side.key in chosen]


def traced_entries(sheet: int, articles: Iterable[int] | None = None) -> QuerySet[SheetArticle]:
    """The entries of a sheet, of these articles or of all, each with the name of its outlet as `outlet`."""
    entries = SheetArticle.objects.filter(sheet=sheet).annotate(outlet=F("article__source__name"))
    return entries if articles is None else entries.filter(article__in=articles)


def origins_of(evidence: Iterable[Evidence], entries: Iterable[SheetArticle]) -> dict[str, Origin]:
    """The origin of the article of each piece of live evidence, by its side's key."""
    traced = {entry.article_id: Origin(entry.origin, (), entry.origin_reason) for entry in entries}
    return {str(item.pk): traced[item.claim.article_id] for item in evidence if is_live(item)}


def voices_of(
    sides: Iterable[Side], origins: Mapping[str, Origin], entries: Iterable[SheetArticle]
) -> dict[str, Origin]:
    """The origin of each live side's figure: its article's, or one with others that have it from one voice.

    `entries` are those of `traced_entries`.
    """
    return trace_figures(sides, origins, {str(entry.article_id): _outlet_of(entry) for entry in entries})


def _outlet_of(entry: SheetArticle) -> str:
    outlet: str | None = entry.outlet  # type: ignore[attr-defined]
    return outlet or ""


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
        "utc_offset": found.utc_offset,
        "reasons": list(found.reasons),
        "confidence": str(found.confidence),
        "policy": found.policy.value,
        "evidence": [int(key) for key in found.keys],
    }
