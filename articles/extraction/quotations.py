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
# A quotation so many tokens after another goes on with it.
NEAR: Final = 30
WORD: Final = re.compile(r"[^\W\d_]+")

SpeakerFinder = Callable[[Tokens, int, int], Run | None]


def read_quotations(tokens: Tokens, find_speaker: SpeakerFinder, in_titles: frozenset[str]) -> Iterator[Quotation]:
    """Every quotation of a text with its speaker; names and titles in quotation marks are none.

    `find_speaker` is given the tokens of the quoted words, their marks left out; `in_titles` are the small words that
    titles leave in lower case.
    """
    spans: list[Span] = []
    speakers: list[Run | None] = []
    waiting: list[int] = []
    last_told = -NEAR
    for opened, closed in find_quoted(tokens.text):
        quoted = tokens.text[opened:closed]
        start, end = closed - len(quoted.lstrip()), opened + len(quoted.rstrip())
        first, last = bisect_left(tokens.start, start), bisect_left(tokens.start, end)
        if not is_quotation(quoted.strip(), in_titles) or first >= last:
            continue
        speaker = find_speaker(tokens, first, last)
        if speaker is None and speakers and speakers[-1] is not None and _goes_on(tokens, last_told, first):
            speaker = speakers[-1]
        spans.append(Span(start, end))
        speakers.append(speaker)
        # A paragraph whose marks stay open is said by whoever is named after the next.
        waiting.append(len(spans) - 1)
        if speaker is not None:
            last_told = last
            for place in waiting:
                speakers[place] = speakers[place] or speaker
        if speaker is not None or tokens.text[closed : closed + 1] != "\n":
            waiting.clear()
    for span, said_by in zip(spans, speakers, strict=True):
        yield Quotation(span, None if said_by is None else _span(tokens, said_by))


def _span(tokens: Tokens, run: Run) -> Span:
    return Span(tokens.start[run[0]], tokens.end[run[1] - 1])


def find_quoted(text: str) -> Iterator[tuple[int, int]]:
    """The places of the words between quotation marks, the marks left out; a mark without its partner opens nothing.

    A quotation that goes on over paragraphs opens anew in each and closes in the last: each paragraph is one place.
    With guillemets it may open anew with the closing mark, as the Imprimerie nationale sets it.
    """
    opened, mark, read_to, goes_on = -1, "", 0, False
    for match in MARK.finditer(text):
        found, place = match.group(), match.start()
        if found[0] == "\n":
            goes_on = opened >= 0 and _opens_again(text, match.end(), mark)
            if goes_on and place - opened <= LONGEST:
                yield opened, place
            opened = -1
        elif opened < 0:
            is_again = goes_on and found == CLOSING.get(mark)
            if is_again or found in CLOSING or (found == '"' and _can_open(text, place)):
                opened, mark = match.end(), mark if is_again else found
            elif found in SINGLE_CLOSE and place >= read_to and _can_open(text, place):
                closed, read_to = _close_single(text, place, found)
                if closed is not None:
                    yield place + 1, closed
        elif found == CLOSING.get(mark, '"') or (mark == "“" and found == '"'):
            if opened < place <= opened + LONGEST:
                yield opened, place
            opened = -1


def _close_single(text: str, place: int, mark: str) -> tuple[int | None, int]:
    """Where the single mark at a place is closed in its line, if it is, and how far was looked for that."""
    closed = SINGLE_CLOSE[mark].search(text, place + 1, place + LONGEST)
    if closed is None:
        return None, min(place + LONGEST, len(text))
    is_quoted = closed.group() != "\n" and not CUT_WORDS.match(text, place + 1)
    return (closed.start() if is_quoted else None), closed.start()


def _can_open(text: str, place: int) -> bool:
    following = text[place + 1 : place + 2]
    return (place == 0 or not text[place - 1].isalnum()) and bool(following) and not following.isspace()


def _opens_again(text: str, place: int, mark: str) -> bool:
    following = text[place : place + 8].lstrip()
    return following.startswith(mark) or (mark == "«" and following.startswith("»"))


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
    return first - last < NEAR or first - started <= 1
