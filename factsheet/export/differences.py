"""What is different between two editions of a sheet, line by line and part by part, figures first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from factsheet.export.content import Citation, EditionContent, FactLine, Value
from factsheet.export.encoding import write_bound, write_moment
from factsheet.export.lines import digest_line


class Fate(StrEnum):
    """What became of a line."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    KEPT = "kept"


# Of a line that has one of these, the figure itself is another.
FIGURES = frozenset({"answer", "value", "state"})


# What is compared, in the order in which it is told; the first three are the head's.
PARTS = (
    "title", "summary", "language", "label", "answer", "value", "state", "scope", "as_of", "heading", "rationale",
    "citations", "dissent", "status", "origins", "decided",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a line or the head says, before and after; empty where it said nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LineDifference:
    """A line in one edition or in both, with the parts that are different."""

    id: int
    label: str
    fate: Fate
    parts: tuple[Part, ...]
    before: FactLine | None = None
    after: FactLine | None = None

    @property
    def is_figure(self) -> bool:
        """Whether what a reader takes away is another figure."""
        return self.fate == Fate.CHANGED and any(part.name in FIGURES for part in self.parts)


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything between two editions: the head's parts, and all lines, those with another figure first."""

    head: tuple[Part, ...]
    lines: tuple[LineDifference, ...]

    @property
    def changed(self) -> list[LineDifference]:
        """The lines that are not the same, in their order."""
        return [line for line in self.lines if line.fate != Fate.KEPT]

    @property
    def kept(self) -> list[LineDifference]:
        """The lines that are the same, in the order of the later edition."""
        return [line for line in self.lines if line.fate == Fate.KEPT]


def compare_editions(before: EditionContent, after: EditionContent) -> Difference:
    """What is different from one edition to another: other figures first, then lines that came, went, or were reworded.

    Those of one sort stand in the order of `after`, what went in that of `before`.
    """
    old = {fact.id: fact for fact in before.facts}
    new = {fact.id: fact for fact in after.facts}
    lines = [compare_lines(old.get(key), fact) for key, fact in new.items()]
    lines += [compare_lines(fact, None) for key, fact in old.items() if key not in new]
    head = _compare(_describe_head(before), _describe_head(after))
    return Difference(head, tuple(sorted(lines, key=_rank)))


def compare_lines(before: FactLine | None, after: FactLine | None) -> LineDifference:
    """What became of a line that stands in one edition or in both.

    Raises:
        ValueError: when it stands in neither.
    """
    line = after or before
    if line is None:
        raise ValueError("a line that was never printed")
    parts = _compare(describe_line(before), describe_line(after))
    if before is None or after is None:
        fate = Fate.REMOVED if after is None else Fate.ADDED
    else:
        # What is quoted around the words, and how they are weighed, is printed but no part of its own.
        fate = Fate.CHANGED if digest_line(before) != digest_line(after) else Fate.KEPT
    return LineDifference(line.id, line.label, fate, parts, before, after)


def describe_line(fact: FactLine | None) -> dict[str, str]:
    """What a line says, by the names under which its parts are compared; of no line, nothing."""
    if fact is None:
        return {}
    answer = fact.answer
    return {
        "label": fact.label,
        "answer": answer.text if answer else "",
        "value": _describe_value(answer.value) if answer else "",
        "state": fact.state,
        "scope": fact.scope,
        "as_of": write_bound(fact.as_of) or "",
        "heading": fact.heading,
        "rationale": fact.rationale,
        "citations": _describe_citations(fact.citations),
        "dissent": _describe_citations(fact.dissent),
        "status": fact.status,
        "origins": str(fact.origins),
        "decided": f"{write_moment(fact.decided_at)} {fact.decided_by}" if fact.decided_at else "",
    }


def _describe_head(content: EditionContent) -> dict[str, str]:
    return {"title": content.title, "summary": content.summary, "language": content.language}


def _describe_value(value: Value) -> str:
    if value.low is None and value.high is None:
        return ""
    low, high = (write_bound(bound) or "…" for bound in (value.low, value.high))
    bounds = low if low == high else f"{'>' if value.low_open else ''}{low} – {'<' if value.high_open else ''}{high}"
    unit = " / ".join(word for word in (value.unit, value.per) if word)
    hedge = value.hedge.replace("_", " ") if value.hedge != "exact" else ""
    return " ".join(word for word in (hedge, bounds, unit, value.precision) if word)


def _describe_citations(citations: Iterable[Citation]) -> str:
    return "\n".join(map(describe_citation, citations))


def describe_citation(citation: Citation) -> str:
    """What a line cites, in one line: whose it is, and its words."""
    day = citation.article_published.isoformat() if citation.article_published else ""
    named = (citation.source, citation.article_title, day, citation.article_url, citation.attribution)
    return f"{', '.join(word for word in named if word)}: “{citation.text}”"


def _compare(before: dict[str, str], after: dict[str, str]) -> tuple[Part, ...]:
    pairs = ((name, before.get(name, ""), after.get(name, "")) for name in before | after)
    return tuple(Part(*pair) for pair in pairs if pair[1] != pair[2])


def _rank(line: LineDifference) -> int:
    return 0 if line.is_figure else 1 + [Fate.ADDED, Fate.REMOVED, Fate.CHANGED, Fate.KEPT].index(line.fate)
