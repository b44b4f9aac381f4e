"""Two revisions of an article side by side: what became of each figure, then what became of the words.

Pure. Paragraphs are matched first, so that an unchanged text costs next to nothing, and words only within those that
changed. Figures are paired wherever they stand, so that a paragraph that was moved keeps its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from articles.passages import cut_lines

CONTEXT = 80
"""So many characters on either side tell what a figure is about."""

ALIKE = 0.2
"""Two figures whose contexts share less of their words than this speak of different things."""

MOST_PAIRS = 40_000
"""Where more figures than this could be paired with each other, only those in the same words are."""

MOST_STEPS = 4_000_000
"""Where two stretches have more words than this, one times the other, they are shown whole."""

_WORD = re.compile(r"\S+\s*|\s+")
_LETTERS = re.compile(r"\w+")


class Figure(Protocol):
    """What is compared: a claim, or a reading; how its columns are typed is no matter here."""

    @property
    def kind(self) -> Any:
        """What it is about."""

    @property
    def start(self) -> Any:
        """The code point at which it begins in its text."""

    @property
    def end(self) -> Any:
        """Where it ends, not included."""

    @property
    def text(self) -> Any:
        """Its words."""

    @property
    def unit(self) -> Any:
        """What it counts."""

    @property
    def hedge(self) -> Any:
        """How its words qualify it."""

    @property
    def interval(self) -> Any:
        """Its value, None where it has none."""


F = TypeVar("F", bound=Figure)


class Fate(StrEnum):
    """What became of a figure or of a stretch of words."""

    SAME = "same"
    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class FigureChange(Generic[F]):
    """A figure before and after; one of them is None where it was added or removed."""

    before: F | None
    after: F | None

    @property
    def fate(self) -> Fate:
        """What became of it."""
        if self.before is None:
            return Fate.ADDED
        return Fate.REMOVED if self.after is None else Fate.CHANGED


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one fate; joined, all but the added are the old text and all but the removed the new one."""

    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class Comparison(Generic[F]):
    """What differs: the figures, how many of them are the same, and the text stretch by stretch."""

    figures: list[FigureChange[F]]
    unchanged: int
    stretches: list[Stretch]


def compare_revisions(old: str, before: Sequence[F], new: str, after: Sequence[F]) -> Comparison[F]:
    """Compare an earlier text and its figures with a later one, each in the order of its text."""
    pairs = _pair(old, before, new, after)
    paired = {id(a): b for a, b in pairs}
    taken = {id(b) for _, b in pairs}
    gone = [FigureChange(a, paired.get(id(a))) for a in before if id(a) not in paired or _differ(a, paired[id(a)])]
    came: list[FigureChange[F]] = [FigureChange(None, b) for b in after if id(b) not in taken]
    same = sum(1 for a, b in pairs if not _differ(a, b))
    figures = sorted(gone, key=lambda change: change.after is None) + came
    return Comparison(figures, same, list(_stretches(old, new)))


def _differ(a: Figure, b: Figure) -> bool:
    if a.interval is None and b.interval is None:
        return " ".join(a.text.split()) != " ".join(b.text.split())
    return (a.interval, a.hedge, a.unit) != (b.interval, b.hedge, b.unit)


def _pair(old: str, before: Sequence[F], new: str, after: Sequence[F]) -> list[tuple[F, F]]:
    """Which figure became which: of one kind and unit those whose contexts share most words, the likest first."""
    shelves: dict[tuple[str, str], tuple[list[F], list[F]]] = defaultdict(lambda: ([], []))
    for side, figures in enumerate((before, after)):
        for figure in figures:
            shelves[figure.kind, figure.unit or ""][side].append(figure)
    pairs: list[tuple[F, F]] = []
    for left, right in shelves.values():
        contexts = [[_context(text, each) for each in group] for text, group in ((old, left), (new, right))]
        is_large = len(left) * len(right) > MOST_PAIRS
        by_words: dict[str, list[int]] = defaultdict(list)
        for place, figure in enumerate(right):
            by_words[figure.text].append(place)
        scored = []
        for m, a in enumerate(left):
            for n in by_words[a.text] if is_large else range(len(right)):
                score = _share(contexts[0][m], contexts[1][n])
                if score >= ALIKE:
                    scored.append((-score - (a.text == right[n].text), abs(m - n), m, n))
        used: tuple[set[int], set[int]] = (set(), set())
        for *_, m, n in sorted(scored):
            if m not in used[0] and n not in used[1]:
                used[0].add(m)
                used[1].add(n)
                pairs.append((left[m], right[n]))
    return pairs


def _context(text: str, figure: Figure) -> frozenset[str]:
    around = text[max(figure.start - CONTEXT, 0) : figure.start] + " " + text[figure.end : figure.end + CONTEXT]
    return frozenset(_LETTERS.findall(around.lower()))


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a or b else 1.0


def _stretches(old: str, new: str) -> Iterator[Stretch]:
    lines = [[text[line.start : line.end] for line in cut_lines(text, 0, len(text))] for text in (old, new)]
    plain = [[" ".join(line.split()) for line in group] for group in lines]
    for tag, a, b, c, d in SequenceMatcher(None, plain[0], plain[1], autojunk=False).get_opcodes():
        removed, added = "".join(lines[0][a:b]), "".join(lines[1][c:d])
        if tag == "equal":
            yield from _same(removed, added)
        elif tag == "replace":
            yield from _words(removed, added)
        elif removed:
            yield Stretch(Fate.REMOVED, removed)
        else:
            yield Stretch(Fate.ADDED, added)


def _same(old: str, new: str) -> Iterator[Stretch]:
    """The same words; the space that only the old ones are followed by parts them from what came next."""
    yield Stretch(Fate.SAME, new)
    space = old[len(old.rstrip()) :]
    if space and new == new.rstrip():
        yield Stretch(Fate.REMOVED, space)


def _words(old: str, new: str) -> Iterator[Stretch]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    if len(before) * len(after) > MOST_STEPS:
        yield Stretch(Fate.REMOVED, old)
        yield Stretch(Fate.ADDED, new)
        return
    plain = [[word.strip() for word in words] for words in (before, after)]
    for tag, a, b, c, d in SequenceMatcher(None, plain[0], plain[1], autojunk=False).get_opcodes():
        if tag == "equal":
            yield from _same("".join(before[a:b]), "".join(after[c:d]))
            continue
        if a < b:
            yield Stretch(Fate.REMOVED, "".join(before[a:b]))
        if c < d:
            yield Stretch(Fate.ADDED, "".join(after[c:d]))
