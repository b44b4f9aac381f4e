"""Quotations in every pair of marks that news uses, and their speakers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Final

from articles.extraction.language import Quotation
from articles.extraction.names import Run
from articles.extraction.tokens import Tokens
from articles.values import Span

MARK: Final = re.compile(r"[“”\"«»„‘]|``|''|'(?=[^\W\d_])|\n\s*\n|\n")
CLOSING: Final = {"“": "”", "«": "»", "„": "”", "``": "''"}
# A straight mark closes after a mark of the sentence; else it may as well be an apostrophe.
SINGLE_CLOSE: Final = {"‘": re.compile(r"’(?![^\W_])|\n"), "'": re.compile(r"(?<=[,.!?…])'(?![^\W_])|\n")}
# Words that an apostrophe begins.
CUT_WORDS: Final = re.compile(r"(?:em|n|til|tis|twas|cause|cuz|round|bout|neath)\b", re.IGNORECASE)
LONGEST: Final = 4000
WORD: Final = re.compile(r"[^\W\d_]+")

SpeakerFinder = Callable[[Tokens, int, int], Run | None]


def read_quotations(tokens: Tokens, find_speaker: SpeakerFinder, in_titles: frozenset[str]) -> Iterator[Quotation]:
    """Every quotation of a text with its speaker; names and titles in quotation marks are none.

    `find_speaker` is given the tokens of the quoted words, their marks left out; `in_titles` are the small words that
    titles leave in lower case.
    """
    previous: tuple[int, Run] | None = None
    for opened, closed in find_quoted(tokens.text):
        quoted = tokens.text[opened:closed]
        start, end = closed - len(quoted.lstrip()), opened + len(quoted.rstrip())
        if not is_quotation(quoted.strip(), in_titles):
            continue
        first, last = bisect_left(tokens.start, start), bisect_left(tokens.start, end)
        if first >= last:
            continue
        speaker = find_speaker(tokens, first, last)
        if speaker is None and previous is not None and _goes_on(tokens, previous[0], first):
            speaker = previous[1]
        if speaker is not None:
            previous = last, speaker
            yield Quotation(Span(start, end), Span(tokens.start[speaker[0]], tokens.end[speaker[1] - 1]))
        else:
            yield Quotation(Span(start, end), None)


def find_quoted(text: str) -> Iterator[tuple[int, int]]:
    """The places of the words between quotation marks, the marks left out; a mark without its partner opens nothing.

    A quotation that goes on over paragraphs opens anew in each and closes in the last: each paragraph is one place.
    """
    opened, mark, read_to = -1, "", 0
    for match in MARK.finditer(text):
        found, place = match.group(), match.start()
        if found[0] == "\n":
            if opened >= 0 and _opens_again(text, match.end(), mark) and place - opened <= LONGEST:
                yield opened, place
            opened = -1
        elif opened < 0:
            if found in CLOSING or (found == '"' and _can_open(text, place)):
                opened, mark = match.end(), found
            elif found in SINGLE_CLOSE and place >= read_to and _can_open(text, place):
                closed = SINGLE_CLOSE[found].search(text, place + 1, place + LONGEST)
                read_to = min(place + LONGEST, len(text)) if closed is None else closed.start()
                if closed is not None and closed.group() != "\n" and not CUT_WORDS.match(text, place + 1):
                    yield place + 1, closed.start()
        elif found == CLOSING.get(mark, '"') or (mark == "“" and found == '"'):
            if opened < place <= opened + LONGEST:
                yield opened, place
            opened = -1


def _can_open(text: str, place: int) -> bool:
    following = text[place + 1 : place + 2]
    return (place == 0 or not text[place - 1].isalnum()) and bool(following) and not following.isspace()


def _opens_again(text: str, place: int, mark: str) -> bool:
    return text[place : place + 8].lstrip().startswith(mark)


def is_quotation(quoted: str, in_titles: frozenset[str]) -> bool:
    """Whether quoted words are somebody's words rather than a title, a nickname or a name."""
    words = WORD.findall(quoted)
    if not words:
        return False
    if quoted[-1] in ".!?," and any(word[0].islower() and word not in in_titles for word in words):
        return True
    long_words = [word for word in words if len(word) > 3] or words
    return any(word[0].islower() for word in long_words) or (
        (len(words) == 1 and quoted[-1] in ".!?,") and (not words[0].isupper())
    )


def _goes_on(tokens: Tokens, last: int, first: int) -> bool:
    """Whether a quotation follows on another: close by, or at the start of the next paragraph."""
    started = tokens.sentence(first)[0]
    return first - last < 30 or first - started <= 1
