"""A text as its narrator tells it: every quotation drawn together into one token, so that grammars read past it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articles.extraction.tokens import Tokens

# What a quotation becomes: the mark tells how its words end, and whether the sentence can be over with them.
OPEN_QUOTE: Final = "“…”"
PLAIN_QUOTE: Final = "“”"
COMMA_QUOTE: Final = "“,”"
FULL_QUOTE: Final = "“.”"
LOUD_QUOTE: Final = "“!”"
QUOTES: Final = frozenset({OPEN_QUOTE, PLAIN_QUOTE, COMMA_QUOTE, FULL_QUOTE, LOUD_QUOTE})
ENDS: Final = {",": COMMA_QUOTE, ".": FULL_QUOTE, "!": LOUD_QUOTE, "?": LOUD_QUOTE, "…": LOUD_QUOTE}
MARKS: Final = frozenset("\"“”«»„‘’'`")


@dataclass(frozen=True, slots=True, eq=False)
class Narration:
    """The tokens of a text with each quotation as one of them, and the place of each quotation among them."""

    tokens: Tokens
    quotes: list[int]


def narrate(tokens: Tokens, quoted: Sequence[tuple[int, int]]) -> Narration:
    """The narration of a text whose quotations stand from the offset `start` to `end` (exclusive), marks left out.

    A token keeps the place it has in the text; that of a quotation spans its marks. A quotation without words has no
    place among the tokens (-1).
    """
    if not quoted:
        return Narration(tokens, [])
    words, lows, starts, ends, sentences = tokens.word, tokens.low, tokens.start, tokens.end, tokens.sentences
    word: list[str] = []
    low: list[str] = []
    start: list[int] = []
    end: list[int] = []
    told: list[int] = []
    quotes: list[int] = []
    read_to = boundary = 0
    for opened, closed in quoted:
        first = bisect_left(starts, opened, read_to)
        last = bisect_left(starts, closed, first)
        if first >= last or first == 0:
            quotes.append(-1)
            continue
        opening, closing = _with_marks(tokens, first, last, read_to)
        shift = len(word) - read_to
        word += words[read_to:opening]
        low += lows[read_to:opening]
        start += starts[read_to:opening]
        end += ends[read_to:opening]
        begun = bisect_left(sentences, opening, boundary)
        told += [place + shift for place in sentences[boundary:begun]]
        boundary = bisect_left(sentences, closing, begun)
        if begun < boundary and sentences[begun] <= first:
            told.append(len(word))
        quotes.append(len(word))
        mark = _mark_of(words, first, last)
        word.append(mark)
        low.append(mark)
        start.append(starts[opening])
        end.append(ends[closing - 1])
        read_to = closing
    shift = len(word) - read_to
    word += words[read_to:]
    low += lows[read_to:]
    start += starts[read_to:]
    end += ends[read_to:]
    told += [place + shift for place in sentences[boundary:]]
    return Narration(Tokens(tokens.text, word, low, start, end, told or [0], tokens.vocabulary), quotes)


def _with_marks(tokens: Tokens, first: int, last: int, floor: int) -> tuple[int, int]:
    """The tokens of quoted words with their marks, of which some are two tokens: ``...''."""
    words, opening, closing = tokens.word, first - 1, last
    while opening > floor and words[opening - 1] == words[first - 1] and tokens.touches(opening):
        opening -= 1
    if words[last] in MARKS:
        closing += 1
        while words[closing] == words[last] and tokens.touches(closing):
            closing += 1
    return opening, closing


def _mark_of(words: list[str], first: int, last: int) -> str:
    if words[last] not in MARKS:
        return OPEN_QUOTE
    final = last - 1
    while final > first and words[final] in MARKS:
        final -= 1  # "..., 'never,'"
    return ENDS.get(words[final], PLAIN_QUOTE)
