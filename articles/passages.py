"""Places in a text as people name them: by the words that stand there, by the paragraph around them.

Pure: a text and words in, spans of code points out. What people type or copy differs from the text in white space,
in the shape of quotation marks and dashes, and in how accents are spelled; none of that hides the place.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from articles.values import Span

# Of each set any may stand for any other: keyboards have one of them, articles all.
ALIKE = ("'’‘ʼ", '"“”„«»', "-‐‑–—")
_ALIKE = {char: f"[{re.escape(chars)}]" for chars in ALIKE for char in chars}
# A letter and the accent that follows it are one: a place never begins or ends between the two.
_WHOLE = r"(?![\u0300-\u036f\u200d\ufe0f])"
_LINE = re.compile(r"[^\n]*(?:\n\s*(?=\S|\Z)|\Z)")


def find_words(text: str, words: str, *, occurrence: int = 1, near: int | None = None) -> Span | None:
    """Where the words stand in the text, or None.

    Args:
        text: the article's.
        words: as they are typed or copied.
        occurrence: which of several places, from 1, counted over whole words.
        near: a code point; the place closest to it is meant, whole words or not.
    """
    if near is not None:
        places = iterate_places(text, words, whole=False)
        return min(places, key=lambda span: abs(span.start - near), default=None)
    for number, span in enumerate(iterate_places(text, words), start=1):
        if number == occurrence:
            return span
    return None


def count_places(text: str, words: str) -> int:
    """At how many places of the text the words stand, as whole words."""
    return sum(1 for _ in iterate_places(text, words))


def iterate_places(text: str, words: str, *, whole: bool = True) -> Iterator[Span]:
    """The places where the words stand, in their order; `whole` leaves out those within longer words and figures."""
    pattern = r"\s+".join("".join(map(_spell, unicodedata.normalize("NFC", word))) for word in words.split())
    if not pattern:
        return
    first, last = words.strip()[0], words.strip()[-1]
    before = r"(?<![\w.,])(?<!\d[.,])" if whole and first.isdigit() else r"(?<!\w)" if whole and first.isalpha() else ""
    after = r"(?!\w)(?![.,]\d)" if whole and last.isalnum() else ""
    for match in re.finditer(f"{before}{pattern}{_WHOLE}{after}", text):
        yield Span(match.start(), match.end())


def _spell(char: str) -> str:
    apart = unicodedata.normalize("NFD", char)
    if apart != char:
        return f"(?:{re.escape(char)}|{re.escape(apart)})"
    return _ALIKE.get(char) or re.escape(char)


def cut_lines(text: str, start: int, end: int) -> Iterator[Span]:
    """The lines between two places, each with its line ends and the blank lines that follow; joined they are all."""
    while start < end:
        match = _LINE.match(text, start, end)
        stop = match.end() if match and match.end() > start else end
        yield Span(start, stop)
        start = stop


def paragraph_around(text: str, span: Span) -> Span:
    """The lines in which a span lies, from the first sign to the last, their line ends apart."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    part = text[start : len(text) if end < 0 else end]
    start += len(part) - len(part.lstrip())
    return Span(start, start + len(part.strip()))
