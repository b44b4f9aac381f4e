"""Precision and recall of the engine's claims against annotated spans; pure: claims and gold in, tallies out.

A corpus line is `{"id", "text", "published", "gold": [{"kind", "start", "end", ...}], "ignore"}`. The kinds of gold:

- "date": `low` and `high` (ISO days, inclusive);
- "number": `low`, the figure itself, hedges apart, or `numbers` where there are several; where it is told also `unit`,
  `hedge` and `change`, all three in the words of the contract;
- "interval": `low` and `high`, null where open, with `low_open` and `high_open`;
- "quote": `speaker`, null where the text names none.

Precision, recall and F1 are those of van Rijsbergen, "Information Retrieval", 1979, chapter 7. That a figure is right
only with its unit, or only with its hedge, is how Almasian et al. score theirs ("CQE: A Comprehensive Quantity
Extractor", EMNLP 2023).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from itertools import product, takewhile
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
    "quote": frozenset({Kind.QUOTE.value}),
}
"""The kinds of claim that may answer a kind of gold."""
NEEDED: Mapping[str, frozenset[str]] = {
    kind: frozenset({"start", "end"} | ({"speaker"} if kind == "quote" else {"low", "high"})) for kind in FAMILIES
}
"""What gold of each kind must tell."""


class Fault(StrEnum):
    """How a claim can fall short of the gold."""

    MISSED = "missed"
    EXTRA = "extra"
    VALUE = "value"
    UNIT = "unit"
    HEDGE = "hedge"
    SPEAKER = "speaker"


class Measure(StrEnum):
    """What counts as a hit; `FORBIDDEN` tells the faults that a hit must not have."""

    FOUND = "found"
    VALUE = "value"
    UNIT = "value and unit"
    HEDGE = "value and hedge"
    SPEAKER = "speaker"


FORBIDDEN: Mapping[Measure, frozenset[Fault]] = {
    Measure.FOUND: frozenset(),
    Measure.VALUE: frozenset({Fault.VALUE}),
    Measure.UNIT: frozenset({Fault.VALUE, Fault.UNIT}),
    Measure.HEDGE: frozenset({Fault.VALUE, Fault.HEDGE}),
    Measure.SPEAKER: frozenset({Fault.SPEAKER}),
}


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean, each from 0 to 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one span, of one claim, or of the two where they belong together; one of them may be None."""

    span: Row | None
    claim: Row | None
    faults: frozenset[Fault]

    @property
    def start(self) -> int:
        """Where it stands in the text."""
        row = self.span or self.claim or {"start": 0}
        return int(row["start"])


@dataclass(frozen=True, slots=True)
class Tally:
    """How often the gold was met. Tallies add up over documents.

    `gold` counts the annotated spans, `claimed` the claims that a span or nothing at all answers to, `hits` the pairs
    of a span and a claim by what they have right.
    """

    gold: int = 0
    claimed: int = 0
    hits: Counter[Measure] = field(default_factory=Counter)

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.gold + other.gold, self.claimed + other.claimed, self.hits + other.hits)

    def rate(self, measure: Measure) -> Rates:
        """How well the gold is met by this measure."""
        hits = self.hits[measure]
        precision = hits / self.claimed if self.claimed else 0.0
        recall = hits / self.gold if self.gold else 0.0
        both = precision + recall
        return Rates(precision, recall, 2 * precision * recall / both if both else 0.0)


def count(verdicts: Iterable[Verdict]) -> Tally:
    """The tally of verdicts on one kind of gold."""
    gold = claimed = 0
    hits: Counter[Measure] = Counter()
    for verdict in verdicts:
        gold += verdict.span is not None
        claimed += verdict.claim is not None
        if verdict.span is not None and verdict.claim is not None:
            hits.update(measure for measure, forbidden in FORBIDDEN.items() if forbidden.isdisjoint(verdict.faults))
    return Tally(gold, claimed, hits)


def name_measures(kind: str, gold: Iterable[Row]) -> list[Measure]:
    """What spans of a kind can be measured by: their units and hedges only where they tell them."""
    if kind == "quote":
        return [Measure.FOUND, Measure.SPEAKER]
    told: set[str] = set().union(*(row.keys() for row in gold if row["kind"] == kind))
    more = [measure for key, measure in (("unit", Measure.UNIT), ("hedge", Measure.HEDGE)) if key in told]
    return [Measure.FOUND, Measure.VALUE, *more]


def judge(kind: str, gold: Iterable[Row], claims: Iterable[Row], ignore: Iterable[Sequence[int]] = ()) -> list[Verdict]:
    """The verdicts on one document for one kind of gold, in the order of the text.

    Spans and claims are paired one to one, the longest overlap first; of equals the one that agrees, then the earliest.
    Figures pair by agreement before length, since one phrase may hold two of them. A claim that answers no gold is not
    counted where it touches one of the `ignore` spans (start, end; end exclusive).

    Raises:
        KeyError: for a kind of gold that there is not.
    """
    family = FAMILIES[kind]
    spans = [row for row in gold if row["kind"] == kind]
    answers = [row for row in claims if row["kind"] in family]
    skipped = list(ignore)
    pairs = _pair(spans, answers, value_first=family is FIGURES)
    answered, paired = {j for _i, j in pairs}, {i for i, _j in pairs}
    verdicts = [Verdict(spans[i], answers[j], frozenset(find_faults(spans[i], answers[j]))) for i, j in pairs]
    verdicts += [Verdict(row, None, frozenset({Fault.MISSED})) for i, row in enumerate(spans) if i not in paired]
    verdicts += [
        Verdict(None, row, frozenset({Fault.EXTRA}))
        for j, row in enumerate(answers)
        if j not in answered and not any(start < row["end"] and row["start"] < end for start, end in skipped)
    ]
    return sorted(verdicts, key=lambda verdict: verdict.start)


def _pair(spans: Sequence[Row], answers: Sequence[Row], *, value_first: bool) -> list[tuple[int, int]]:
    """The places of spans and answers that belong together."""
    ranked = []
    for (i, span), (j, answer) in product(enumerate(spans), enumerate(answers)):
        shared = min(span["end"], answer["end"]) - max(span["start"], answer["start"])
        if shared > 0:
            is_right = agrees(span, answer)
            ranked.append((not (value_first and is_right), -shared, not is_right, i, j))
    free_spans, free_answers = set(range(len(spans))), set(range(len(answers)))
    pairs = []
    for *_rank, i, j in sorted(ranked):
        if i in free_spans and j in free_answers:
            free_spans.remove(i)
            free_answers.remove(j)
            pairs.append((i, j))
    return pairs


def find_faults(span: Row, claim: Row) -> Iterator[Fault]:
    """What a claim has wrong of the span that it answers."""
    if not agrees(span, claim):
        yield Fault.SPEAKER if span["kind"] == "quote" else Fault.VALUE
    if "unit" in span and span["unit"] != claim.get("unit"):
        yield Fault.UNIT
    if any(key in span and span[key] != claim.get(key) for key in ("hedge", "change")):
        yield Fault.HEDGE


def agrees(span: Row, claim: Row) -> bool:
    """Whether a claim says the value of an annotated span.

    A date by its days; a number where the claim holds all its figures; an interval by both bounds, and by their being
    open where they are there; a quotation by its speaker.
    """
    match span["kind"]:
        case "date":
            return (span["low"], span["high"]) == (claim.get("low"), claim.get("high"))
        case "number":
            return {_number(figure) for figure in span.get("numbers") or [span["low"]]} <= {*_figures(claim)}
        case "quote":
            speaker = claim.get("speaker")
            return names_same(span["speaker"], speaker and speaker["text"])
        case _:
            return all(
                _number(span[bound]) == _number(claim.get(bound))
                and (span[bound] is None or bool(span.get(f"{bound}_open")) is bool(claim.get(f"{bound}_open")))
                for bound in ("low", "high")
            )


def _figures(claim: Row) -> Iterator[Decimal | str | None]:
    said = claim.get("number")
    figures = [figure for figure in (said if isinstance(said, list) else [said]) if figure is not None]
    return map(_number, figures or [claim.get("low"), claim.get("high")])


def _number(spelling: Any) -> Decimal | str | None:
    """The decimal that is spelt, so that 5 is 5.0; what spells none stays as it is and agrees with nothing else."""
    if spelling is None:
        return None
    try:
        return Decimal(str(spelling))
    except InvalidOperation:
        return str(spelling)


DETERMINERS = frozenset("a an the his her their its one".split())
TITLES = frozenset(
    "mr mrs ms miss dr sir sen senator rep gov governor president mayor justice prof professor gen col capt".split()
)
BREAKS = frozenset("of for from who in with at whose which that".split())
"""The words at which a noun phrase has told its head."""


def names_same(one: str | None, two: str | None) -> bool:
    """Whether two spellings can stand for the same speaker: "Mr. Diop" and "Abdoulaye Diop", not "Diop's office".

    They share the last word of their noun phrase, and one of them says no more than the other: "Awa Diop" is not
    "Abdoulaye Diop". Of words in apposition ("the envoy, Awa Diop") each part may name the speaker. A title that names
    nobody is a role: "the mayor".
    """
    if one is None or two is None:
        return one is two
    return any(
        a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a))
        for a, b in product(_name_parts(one), _name_parts(two))
    )


def _name_parts(name: str) -> list[list[str]]:
    parts = []
    for part in name.lower().split(","):
        words = [word for spelt in part.split() if (word := spelt.strip("“”‘’\"'().;:")) and word not in DETERMINERS]
        words = list(takewhile(lambda word: word not in BREAKS, words))
        if words:
            parts.append([word for word in words if word not in TITLES] or words)
    return parts
