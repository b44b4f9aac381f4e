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

from articles.alignment import MOST_STEPS, SHARED, Alignment, context_of, plain, share
from articles.values import Span

MOST_PAIRS = 40_000
"""Where more figures than this could be paired with each other, only those in the same words are."""

_WORD = re.compile(r"\S+\s*|\s+")


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

    @property
    def per(self) -> Any:
        """By what it is divided."""

    @property
    def change(self) -> Any:
        """Whether it is an amount by which something rose or fell."""

    @property
    def status(self) -> Any:
        """Whether the text itself takes it back."""


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
    """Words of one fate; joined, all but the removed are the new text, and all but the added the words of the old."""

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
    alignment = Alignment(old, new)
    pairs = pair_figures(alignment, before, after)
    paired = {id(a): b for a, b in pairs}
    taken = {id(b) for _, b in pairs}
    gone = [FigureChange(a, paired.get(id(a))) for a in before if id(a) not in paired or differ(a, paired[id(a)])]
    came: list[FigureChange[F]] = [FigureChange(None, b) for b in after if id(b) not in taken]
    same = sum(1 for a, b in pairs if not differ(a, b))
    figures = sorted(gone, key=lambda change: change.after is None) + came
    return Comparison(figures, same, list(_stretches(alignment)))


def differ(a: Figure, b: Figure) -> bool:
    """Whether a figure says something else than it did; the words alone make no other figure, but another quotation."""
    if a.interval is None or b.interval is None:
        return plain(a.text) != plain(b.text)
    return _value_of(a) != _value_of(b)


def _value_of(figure: Figure) -> tuple[Any, ...]:
    # What a reading has none of, a claim has as an empty text.
    words = (figure.unit or "", figure.per or "", figure.change or "")
    return figure.interval, figure.hedge, *words, figure.status


def pair_figures(alignment: Alignment, before: Sequence[F], after: Sequence[F]) -> list[tuple[F, F]]:
    """Which figure of the earlier text became which of the later.

    Those first to which unchanged words lead; of the others, of one kind and unit, those whose contexts share most of
    their words, the likest first.
    """
    there = {(b.start, b.end, b.kind): b for b in after}
    led: dict[int, tuple[F, F]] = {}
    for a in before:
        place = alignment.lead(Span(a.start, a.end))
        found = there.get((place.start, place.end, a.kind)) if place else None
        if found is not None:
            led.setdefault(id(found), (a, found))
    pairs = list(led.values())
    settled = {id(figure) for pair in pairs for figure in pair}
    left, right = ([figure for figure in side if id(figure) not in settled] for side in (before, after))
    return pairs + _pair_by_context(alignment.old.text, left, alignment.new.text, right)


def _pair_by_context(old: str, before: Sequence[F], new: str, after: Sequence[F]) -> list[tuple[F, F]]:
    shelves: dict[tuple[str, str], tuple[list[F], list[F]]] = defaultdict(lambda: ([], []))
    for side, figures in enumerate((before, after)):
        for figure in figures:
            shelves[figure.kind, figure.unit or ""][side].append(figure)
    return [pair for left, right in shelves.values() for pair in _pair_shelf(old, left, new, right)]


def _pair_shelf(old: str, left: Sequence[F], new: str, right: Sequence[F]) -> Iterator[tuple[F, F]]:
    contexts = [[context_of(text, Span(f.start, f.end)) for f in group] for text, group in ((old, left), (new, right))]
    is_large = len(left) * len(right) > MOST_PAIRS
    by_words: dict[str, list[int]] = defaultdict(list)
    for place, figure in enumerate(right):
        by_words[plain(figure.text)].append(place)
    scored = []
    for m, a in enumerate(left):
        same = frozenset(by_words[plain(a.text)])
        for n in sorted(same) if is_large else range(len(right)):
            score = share(contexts[0][m], contexts[1][n])
            if score >= SHARED:
                scored.append((-score - (n in same), abs(m - n), m, n))
    used: tuple[set[int], set[int]] = (set(), set())
    for *_, m, n in sorted(scored):
        if m not in used[0] and n not in used[1]:
            used[0].add(m)
            used[1].add(n)
            yield left[m], right[n]


def _stretches(alignment: Alignment) -> Iterator[Stretch]:
    for run in alignment.runs:
        removed, added = (
            "".join(side.text[side.lines[n].start : side.lines[n].end] for n in lines)
            for side, lines in ((alignment.old, run.before), (alignment.new, run.after))
        )
        if run.tag == "equal":
            yield from _same(removed, added)
        elif run.tag == "replace":
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
    spelled = [plain(word) for word in before], [plain(word) for word in after]
    for tag, a, b, c, d in SequenceMatcher(None, *spelled, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from _same("".join(before[a:b]), "".join(after[c:d]))
            continue
        if a < b:
            removed = "".join(before[a:b])
            # What stands in its place ends the paragraph once for both.
            words = removed.rstrip() if c < d else removed
            yield Stretch(Fate.REMOVED, words + " " if words != removed else words)
        if c < d:
            yield Stretch(Fate.ADDED, "".join(after[c:d]))
