"""Where the words of an earlier text stand in a later one, wherever they were moved to.

Pure: two texts in, spans of code points out. White space, the shape of quotation marks and dashes, and how accents are
spelled make no other words of them, as in `articles.passages`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from articles.passages import ALIKE, cut_lines, iterate_places
from articles.values import Span

CONTEXT = 80
"""So many characters on either side tell what words are about."""

SHARED = 0.2
"""Words whose contexts share less of their own words than this speak of different things."""

MOST_STEPS = 4_000_000
"""Where two stretches have more words than this, one times the other, they are not compared word by word."""

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"\w+")
_PLAIN = str.maketrans({char: chars[0] for chars in ALIKE for char in chars})


def plain(words: str) -> str:
    """Words in the spelling in which they are compared."""
    return " ".join(unicodedata.normalize("NFC", words).translate(_PLAIN).split())


def context_of(text: str, span: Span) -> frozenset[str]:
    """The words around a span, by which it is told what it is about."""
    around = f"{text[max(span.start - CONTEXT, 0) : span.start]} {text[span.end : span.end + CONTEXT]}"
    return frozenset(_LETTERS.findall(plain(around).lower()))


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the words of two contexts they have in common, 0..1."""
    return len(one & other) / len(one | other) if one or other else 1.0


@dataclass(frozen=True, slots=True)
class Run:
    """Lines of the earlier text, by their numbers, beside those of the later; `tag` is that of `difflib`."""

    tag: str
    before: range
    after: range


class Words:
    """A text in lines, and word by word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [Span(match.start(), match.end()) for match in _WORD.finditer(text)]
        self.plain = [plain(text[span.start : span.end]) for span in self.spans]
        self.lines = list(cut_lines(text, 0, len(text)))
        self._starts = [span.start for span in self.spans]
        self._ends = [span.end for span in self.spans]

    def under(self, span: Span) -> range:
        """The numbers of the words that a span touches."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def of_lines(self, lines: range) -> range:
        """The numbers of the words of some lines."""
        return self.under(Span(self.lines[lines[0]].start, self.lines[lines[-1]].end)) if lines else range(0)

    def spell_lines(self) -> list[str]:
        """The lines as they are compared."""
        return [" ".join(self.plain[n] for n in self.under(line)) for line in self.lines]


def _compare(before: Sequence[str], after: Sequence[str]) -> Iterator[Run]:
    """What is equal and what is not of two lists of lines, in their order.

    Of very many only how they begin and end is compared: equal lines take as many steps as the one times the other.
    """
    if len(before) * len(after) <= MOST_STEPS:
        for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
            yield Run(tag, range(a, b), range(c, d))
        return
    most = min(len(before), len(after))
    head = next((n for n in range(most) if before[n] != after[n]), most)
    tail = next((n for n in range(most - head) if before[-1 - n] != after[-1 - n]), most - head)
    old, new = range(head, len(before) - tail), range(head, len(after) - tail)
    if head:
        yield Run("equal", range(head), range(head))
    if old or new:
        yield Run("replace" if old and new else "delete" if old else "insert", old, new)
    if tail:
        yield Run("equal", range(old.stop, len(before)), range(new.stop, len(after)))


class Alignment:
    """An earlier text beside a later one: lines first, then words within those that changed."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = Words(old), Words(new)
        self._places: dict[int, int] = {}
        before, after = self.old.spell_lines(), self.new.spell_lines()
        self.runs = list(_compare(before, after))
        for run in self.runs:
            if run.tag == "equal":
                self._join(self.old.of_lines(run.before), self.new.of_lines(run.after))
        self._join_moved(before, after)
        taken = set(self._places.values())
        for run in self.runs:
            if run.tag == "replace":
                self._join_words(
                    [n for n in self.old.of_lines(run.before) if n not in self._places],
                    [n for n in self.new.of_lines(run.after) if n not in taken],
                )

    def lead(self, span: Span) -> Span | None:
        """Where the words of a span of the earlier text stand, where unchanged words around them lead there."""
        words = self.old.under(span)
        first = self._places.get(words[0]) if words else None
        if first is None or any(self._places.get(n) != first + n - words[0] for n in words):
            return None
        start = self._within(words[0], first, span.start)
        end = self._within(words[-1], first + len(words) - 1, span.end)
        if start is None or end is None or start >= end:
            return None
        return Span(start, end) if self._likeness(span, Span(start, end)) >= SHARED else None

    def follow(self, span: Span) -> Span | None:
        """Where the words of a span of the earlier text stand in the later one; None where they do no more.

        Of several places it is that which unchanged words lead to, or else the one in the likest context.
        """
        if led := self.lead(span):
            return led
        places = iterate_places(self.new.text, self.old.text[span.start : span.end])
        scored = [(self._likeness(span, place), -place.start, place) for place in places]
        best = max(scored, default=None, key=lambda one: one[:2])
        return best[2] if best is not None and best[0] >= SHARED else None

    def _likeness(self, span: Span, other: Span) -> float:
        return share(context_of(self.old.text, span), context_of(self.new.text, other))

    def _within(self, old: int, new: int, place: int) -> int | None:
        """A place in a word of the earlier text as one in the same word of the later, which may spell it otherwise."""
        before, after = self.old.spans[old], self.new.spans[new]
        word, other = self.old.text[before.start : before.end], self.new.text[after.start : after.end]
        inside = min(max(place - before.start, 0), len(word))
        if word == other or inside == 0:
            return after.start + inside
        told = plain(word[:inside])
        for cut in range(1, len(other) + 1):
            is_whole = cut == len(other) or not unicodedata.combining(other[cut])
            if is_whole and plain(other[:cut]) == told:
                return after.start + cut
        return None

    def _join(self, before: Iterable[int], after: Iterable[int]) -> None:
        self._places.update(zip(before, after, strict=True))

    def _join_moved(self, before: Sequence[str], after: Sequence[str]) -> None:
        """Join the lines that stand in both texts, but elsewhere."""
        free: dict[str, deque[int]] = defaultdict(deque)
        changed = [run for run in self.runs if run.tag != "equal"]
        for n in (n for run in changed for n in run.after):
            free[after[n]].append(n)
        for n in (n for run in changed for n in run.before):
            if before[n] and free[before[n]]:
                to = free[before[n]].popleft()
                self._join(self.old.of_lines(range(n, n + 1)), self.new.of_lines(range(to, to + 1)))

    def _join_words(self, before: Sequence[int], after: Sequence[int]) -> None:
        """Join the words that two stretches have in common in their order."""
        if len(before) * len(after) > MOST_STEPS:
            return
        spelled = [self.old.plain[n] for n in before], [self.new.plain[n] for n in after]
        for one, other, size in SequenceMatcher(None, *spelled, autojunk=False).get_matching_blocks():
            self._join(before[one : one + size], after[other : other + size])
