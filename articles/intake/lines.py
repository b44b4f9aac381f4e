"""A text as the lines that hold something: where each stands, and the forms in which rules look at it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.values import Span

# Longer than any line of furniture: the forms for phrase rules are not made for such a line.
MAX_FURNITURE_LENGTH = 700
_LABEL_LENGTH = 80

_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_EDGE = "".join(char for char in map(chr, range(0x3001)) if char.isspace()) + _INVISIBLE
_ORNAMENTS = _EDGE + "#>*_-–—•·|~=:.,;!…\"'“”«»[]()➡→▶►"
_SAME_SIGNS = tuple((dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("“”„‟", '"') | dict.fromkeys(_INVISIBLE, "")).items())

_WORD = re.compile(r"[\w'@&+]+")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]{0,3}$")
_ELLIPSIS_END = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])$")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

# A sentence of an article is seldom shorter, a headline seldom longer (in characters; a Han character counts as three).
_SENTENCE_WEIGHT = 45
_PARAGRAPH_WEIGHT = 220


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it.

    `span` is its place without the white space around it, `text` that slice. `folded` is the text in lower case with
    plain quotes and single spaces, `bare` is that without the signs around it ("- Sponsor -" is "sponsor"); both are
    empty where the line is too long to be furniture. `is_prose` says that it reads as a paragraph: a whole sentence of
    some length, or long in any case. `opens_block` says that a blank line, or nothing, stands before.
    """

    span: Span
    text: str
    opens_block: bool
    folded: str = field(init=False)
    bare: str = field(init=False)
    is_prose: bool = field(init=False)

    def __post_init__(self) -> None:
        short = len(self.text) <= MAX_FURNITURE_LENGTH
        folded = " ".join(_unify(self.text).casefold().split()) if short else ""
        object.__setattr__(self, "folded", folded)
        object.__setattr__(self, "bare", folded.strip(_ORNAMENTS))
        object.__setattr__(self, "is_prose", self._reads_as_prose())

    @property
    def words(self) -> str:
        """The words of `bare` alone, where it is short enough to be a label; else empty."""
        return " ".join(_WORD.findall(self.bare)) if len(self.bare) <= _LABEL_LENGTH else ""

    @property
    def has_figure(self) -> bool:
        """Whether the line holds a digit."""
        return any(map(str.isdigit, self.text))

    @property
    def ends_sentence(self) -> bool:
        """Whether the line ends as a sentence does."""
        return _SENTENCE_END.search(self.text, max(0, len(self.text) - 6)) is not None

    @property
    def trails_off(self) -> bool:
        """Whether the line ends in an ellipsis, as a teaser does."""
        return _ELLIPSIS_END.search(self.text, max(0, len(self.text) - 6)) is not None

    def _reads_as_prose(self) -> bool:
        weight = len(self.text)
        if weight < _PARAGRAPH_WEIGHT:
            weight += 2 * len(_WIDE.findall(self.text))
        return weight >= _PARAGRAPH_WEIGHT or (weight >= _SENTENCE_WEIGHT and self.ends_sentence)


def _unify(text: str) -> str:
    """The text with plain quotes and nothing invisible; a line has few such signs, so each is looked for by itself."""
    for sign, plain in _SAME_SIGNS:
        text = text.replace(sign, plain)
    return text


def is_blank(text: str) -> bool:
    """Whether there is nothing in the text that a reader would see."""
    return not text.strip(_EDGE)


def split_lines(text: str, start: int = 0) -> tuple[Line, ...]:
    """The lines of `text` from `start` on that hold something, in order."""
    return tuple(_iterate_lines(text, start))


def _iterate_lines(text: str, start: int) -> Iterator[Line]:
    after_blank = True
    for raw in text[start:].splitlines(keepends=True):
        content = raw.lstrip(_EDGE)
        begin = start + len(raw) - len(content)
        content = content.rstrip(_EDGE)
        if content:
            yield Line(Span(begin, begin + len(content)), content, after_blank)
        after_blank = not content
        start += len(raw)
