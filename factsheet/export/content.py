"""What stands in an edition: its lines, their answers, and the evidence cited for them.

A text that is missing is "" here and null in the JSON. Days are inclusive, moments carry a time zone, offsets are code
points of the article's text with the end not included.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

Bound = Decimal | date | time


@dataclass(frozen=True, slots=True)
class Value:
    """A normalised value, from `low` to `high`, both included unless marked open; None is unbounded.

    Both bounds are None where nothing is known of the value, as for a quotation.
    """

    low: Bound | None = None
    high: Bound | None = None
    low_open: bool = False
    high_open: bool = False
    hedge: str = "exact"
    unit: str = ""
    per: str = ""
    precision: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the newsroom prints, in words and as a value."""

    text: str
    value: Value = Value()


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim that a line rests on or speaks against, with the place in the article where it stands.

    `text` is the slice `start:end` of the article's text, `sentence` the sentence around it; `article_sha256` is that
    of the text in UTF-8. `number` is given by `build_edition`; whatever is passed in is replaced.
    """

    evidence_id: int
    claim_id: int
    article_id: int
    article_title: str
    article_sha256: str
    text: str
    start: int
    end: int
    sentence: str
    source: str = ""
    article_url: str = ""
    article_published: date | None = None
    stance: str = ""
    relation: str = ""
    relation_reason: str = ""
    attribution: str = ""
    value: Value = Value()
    number: int = 0


@dataclass(frozen=True, slots=True)
class FactLine:
    """One line of the sheet. An open one has no answer and no decision; a settled or disputed one cites its evidence.

    `citations` is what the decision rests on, `dissent` the evidence that contradicts the answer; what stands in both
    keeps one number.
    """

    id: int
    label: str
    kind: str
    position: int
    state: str
    status: str
    unit: str = ""
    per: str = ""
    scope: str = ""
    as_of: date | None = None
    heading: str = ""
    answer: Answer | None = None
    rationale: str = ""
    decided_at: datetime | None = None
    decided_by: str = ""
    origins: int = 0
    citations: tuple[Citation, ...] = ()
    dissent: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """One article that the edition cites, with the numbers of the citations that stand in it."""

    article_id: int
    source: str
    title: str
    url: str
    published: date | None
    sha256: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EditionContent:
    """A whole edition: whose it is, who let it out and when, and its lines in their order.

    `previous_sha256` is that of the stored bytes of the edition before, "" for the first. `site_url` has no slash at
    the end. `kind` is why this edition replaces the one before: correction, clarification, update or withdrawal; "" for
    the first edition, None in those published before kinds were kept. `approved_alone` are the ids of the lines that
    were approved by whoever had settled or changed them, where the desk goes without a second look.
    """

    site_url: str
    slug: str
    title: str
    number: int
    published_at: datetime
    published_by: str
    facts: tuple[FactLine, ...]
    language: str = "en"
    summary: str = ""
    approved_by: str = ""
    approved_at: datetime | None = None
    previous_sha256: str = ""
    note: str = ""
    kind: str | None = None
    approved_alone: tuple[int, ...] = ()

    @property
    def url(self) -> str:
        """The address under which these bytes are served for good."""
        return f"{self.site_url}/api/sheets/{self.slug}/editions/{self.number}.json"

    @property
    def references(self) -> tuple[Reference, ...]:
        """Each article cited, once, in the order of its first citation."""
        numbers: dict[int, set[int]] = {}
        articles: dict[int, Citation] = {}
        for citation in self.iterate_citations():
            numbers.setdefault(citation.article_id, set()).add(citation.number)
            articles.setdefault(citation.article_id, citation)
        return tuple(
            Reference(
                article_id=article_id,
                source=first.source,
                title=first.article_title,
                url=first.article_url,
                published=first.article_published,
                sha256=first.article_sha256,
                citations=tuple(sorted(numbers[article_id])),
            )
            for article_id, first in articles.items()
        )

    def iterate_citations(self) -> Iterator[Citation]:
        """Every citation in the order a reader meets it, those of one line before its dissent."""
        for fact in self.facts:
            yield from fact.citations
            yield from fact.dissent
