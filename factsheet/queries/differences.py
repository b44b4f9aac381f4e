"""Differences between what was printed and what is, put into words: each part of a line, word by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from factsheet.export.content import Citation, FactLine
from factsheet.export.differences import Difference, LineDifference, Part, describe_citation
from factsheet.models import Fact
from factsheet.wording import Change, Fate, compare_words

Words = str | Promise
Marks = Mapping[str, Citation]

NONE: Marks = MappingProxyType({})

NAMES: Mapping[str, Words] = {
    "title": _("Title"),
    "summary": _("Summary"),
    "language": _("Language"),
    "label": _("Fact"),
    "answer": _("Answer"),
    "value": _("Value"),
    "state": _("State"),
    "scope": _("Scope"),
    "as_of": _("As of"),
    "heading": _("Heading"),
    "rationale": _("Rationale"),
    "citations": _("Cites"),
    "dissent": _("Differing"),
    "status": _("Evidence"),
    "origins": _("Origins"),
    "decided": _("Decided"),
}
# Of which only what went and what came is told.
LISTS = frozenset({"citations", "dissent"})
# What is stored as a code, with its words.
CODES: Mapping[str, Mapping[str, Words]] = {
    "state": dict(Fact.State.choices),
    "status": dict(Fact.Status.choices),
}


@dataclass(frozen=True, slots=True)
class WordedRow:
    """The words that went and came, and of figures the citations that say where the sentences of both stand."""

    changes: list[Change]
    was: Citation | None = None
    now: Citation | None = None


@dataclass(frozen=True, slots=True)
class WordedPart:
    """A part of a line or of the head, with the words that went and came; of what is cited, a row for each article."""

    name: str
    title: Words
    rows: list[WordedRow]


@dataclass(frozen=True, slots=True)
class WordedLine:
    """A line with its parts in words; of one that came or went, the whole is in `line`."""

    line: LineDifference
    parts: list[WordedPart]

    @property
    def has_answer(self) -> bool:
        """Whether another answer is among the parts."""
        return any(part.name == "answer" for part in self.parts)


@dataclass(frozen=True, slots=True)
class WordedDifference:
    """Two editions' difference: the head's parts, the lines that are not the same, and how many are."""

    head: list[WordedPart]
    changed: list[WordedLine]
    kept: list[LineDifference]


def word_difference(difference: Difference) -> WordedDifference:
    """The difference of two editions in words."""
    changed = [word_line(line) for line in difference.changed]
    return WordedDifference(word_parts(difference.head), changed, difference.kept)


def word_line(line: LineDifference) -> WordedLine:
    """What is different about a line in words; of one that stands in one edition only, nothing apart."""
    if line.before is None or line.after is None:
        return WordedLine(line, [])
    names = {part.name for part in line.parts}
    # Another answer is another value, and another decision: that goes without saying.
    silent = {"value", "decided"} if "answer" in names else {"decided"} if len(names) > 1 else set()
    told = (part for part in line.parts if part.name not in silent)
    return WordedLine(line, word_parts(told, _find_marks(line.before), _find_marks(line.after)))


def _find_marks(line: FactLine) -> dict[str, Citation]:
    """What a line cites as its parts tell of it, and what its answer rests on."""
    cited = {describe_citation(citation): citation for citation in line.citations + line.dissent}
    return cited | {"answer": line.citations[0]} if line.citations else cited


def word_parts(parts: Iterable[Part], was: Marks = NONE, now: Marks = NONE) -> list[WordedPart]:
    """Parts in words, each word by word; where the sentences of figures stand before and after, by what tells them."""
    return [WordedPart(part.name, NAMES[part.name], _compare(part, was, now)) for part in parts]


def _compare(part: Part, was: Marks, now: Marks) -> list[WordedRow]:
    if part.name in LISTS:
        before, after = part.before.splitlines(), part.after.splitlines()
        gone = [WordedRow([Change(Fate.GONE, row)], was=was.get(row)) for row in before if row not in after]
        return gone + [WordedRow([Change(Fate.NEW, row)], now=now.get(row)) for row in after if row not in before]
    return [WordedRow(compare_words(*_spell(part)), was.get(part.name), now.get(part.name))]


def _spell(part: Part) -> tuple[str, str]:
    words = CODES.get(part.name, {})
    return str(words.get(part.before, part.before)), str(words.get(part.after, part.after))
