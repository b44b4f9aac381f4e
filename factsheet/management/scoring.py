"""Precision and recall of the engine's claims against annotated spans; pure: claims and gold in, tallies out.

A corpus line is `{"id", "text", "published", "gold": [{"kind", "start", "end", "low", "high"}], "ignore"}`; the kinds
of gold are "date" (ISO days, inclusive), "number" (the figure itself, hedges apart) and "interval" (bounds as the words
say, null where open). Precision, recall and F1 are those of van Rijsbergen, "Information Retrieval", 1979, chapter 7.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from articles.extraction.contract import NUMERIC
from articles.values import Kind

Row = Mapping[str, Any]
"""A claim as the contract has it, or an annotated span."""

FIGURES = frozenset(kind.value for kind in NUMERIC)
FAMILIES: Mapping[str, frozenset[str]] = {
    "date": frozenset({Kind.DATE.value}),
    "number": FIGURES,
    "interval": FIGURES,
}
"""The kinds of claim that may answer a kind of gold."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Tally:
    """How often the gold was met. Tallies add up over documents.

    `gold` counts the annotated spans, `claimed` the claims that a span or nothing at all answers to, `found` the pairs
    of a span and a claim that overlap, `right` those of them whose value agrees too.
    """

    gold: int = 0
    claimed: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.gold + other.gold, self.claimed + other.claimed, self.found + other.found, self.right + other.right
        )

    def rate_found(self) -> Rates:
        """How well the places are found."""
        return self._rate(self.found)

    def rate_value(self) -> Rates:
        """How well the places are found and their values read."""
        return self._rate(self.right)

    def _rate(self, hits: int) -> Rates:
        precision = hits / self.claimed if self.claimed else 0.0
        recall = hits / self.gold if self.gold else 0.0
        both = precision + recall
        return Rates(precision, recall, 2 * precision * recall / both if both else 0.0)


def score(kind: str, gold: Iterable[Row], claims: Iterable[Row], ignore: Iterable[Sequence[int]] = ()) -> Tally:
    """The tally of one document for one kind of gold.

    Spans and claims are paired one to one, the longest overlap first; of equals the one that agrees, then the earliest.
    Figures pair by agreement before length, since one phrase may hold two of them. A claim that answers no gold is not
    counted where it touches one of the `ignore` spans (start, end; end exclusive).

    Raises:
        KeyError: for a kind of gold that there is not.
    """
    family = FAMILIES[kind]
    spans = [row for row in gold if row["kind"] == kind]
    answers = [row for row in claims if row["kind"] in family]
    pairs = _pair(spans, answers, value_first=kind != Kind.DATE.value)
    answered = {claim for _span, claim in pairs}
    skipped = list(ignore)
    extra = sum(
        1
        for place, claim in enumerate(answers)
        if place not in answered and not any(start < claim["end"] and claim["start"] < end for start, end in skipped)
    )
    right = sum(agrees(spans[span], answers[claim]) for span, claim in pairs)
    return Tally(len(spans), len(pairs) + extra, len(pairs), right)


def _pair(spans: Sequence[Row], answers: Sequence[Row], *, value_first: bool) -> list[tuple[int, int]]:
    """The places of spans and answers that belong together."""
    ranked = []
    for i, span in enumerate(spans):
        for j, answer in enumerate(answers):
            shared = min(span["end"], answer["end"]) - max(span["start"], answer["start"])
            if shared > 0:
                favour = value_first and agrees(span, answer)
                ranked.append((not favour, -shared, not agrees(span, answer), i, j))
    free_spans, free_answers = set(range(len(spans))), set(range(len(answers)))
    pairs = []
    for *_rank, i, j in sorted(ranked):
        if i in free_spans and j in free_answers:
            free_spans.remove(i)
            free_answers.remove(j)
            pairs.append((i, j))
    return pairs


def agrees(span: Row, claim: Row) -> bool:
    """Whether a claim says the value of an annotated span.

    A date by its days; a number where the claim holds it among its figures; an interval by both bounds, and by their
    being open where they are there.
    """
    if span["kind"] == Kind.DATE.value:
        return (span["low"], span["high"]) == (claim.get("low"), claim.get("high"))
    if span["kind"] == "number":
        return _number(span["low"]) in map(_number, _figures(claim))
    return all(
        _number(span[bound]) == _number(claim.get(bound))
        and (span[bound] is None or bool(span.get(f"{bound}_open")) is bool(claim.get(f"{bound}_open")))
        for bound in ("low", "high")
    )


def _figures(claim: Row) -> list[Any]:
    said = claim.get("number")
    figures = [figure for figure in (said if isinstance(said, list) else [said]) if figure is not None]
    return figures or [claim.get("low"), claim.get("high")]


def _number(spelling: Any) -> Decimal | str | None:
    """The decimal that is spelt, so that 5 is 5.0; what spells none stays as it is and agrees with nothing else."""
    if spelling is None:
        return None
    try:
        return Decimal(str(spelling))
    except InvalidOperation:
        return str(spelling)
