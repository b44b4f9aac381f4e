"""A text as its narrator tells it: every quotation drawn together into one token, so that grammars read past it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articles.extraction.tokens import BREAK, Tokens

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

    A token keeps the place it has in the text; that of a quotation spans its marks.
    """
    if not quoted:
        return Narration(tokens, [])
    word: list[str] = []
    low: list[str] = []
    start: list[int] = []
    end: list[int] = []
    sentences: list[int] = []
    quotes: list[int] = []
    read_to = boundary = 0
    for opened, closed in quoted:
        first = bisect_left(tokens.start, opened)
        last = bisect_left(tokens.start, closed)
        if first >= last:
            quotes.append(-1)
            continue
        is_closed = tokens.word[last] in MARKS
        opening = first - 1
        while opening > read_to and tokens.word[opening - 1] == tokens.word[first - 1] and tokens.touches(opening):
            opening -= 1  # two marks that are one: ``
        for part, source in ((word, tokens.word), (low, tokens.low), (start, tokens.start), (end, tokens.end)):
            part += source[read_to:opening]  # type: ignore[operator]
        boundary = _keep_sentences(tokens.sentences, boundary, first + 1, sentences, len(word) - opening, len(word))
        quotes.append(len(word))
        final = last - 1
        while final > first and tokens.word[final] in MARKS:
            final -= 1  # "..., 'never,'"
        mark = ENDS.get(tokens.word[final], PLAIN_QUOTE) if is_closed else OPEN_QUOTE
        word.append(mark)
        low.append(mark)
        start.append(tokens.start[opening])
        read_to = last + is_closed
        while is_closed and tokens.word[read_to] == tokens.word[last] and tokens.touches(read_to):
            read_to += 1
        end.append(tokens.end[read_to - 1])
        while boundary < len(tokens.sentences) and tokens.sentences[boundary] < read_to:
            boundary += 1
    shift = len(word) - read_to
    for part, source in ((word, tokens.word), (low, tokens.low), (start, tokens.start), (end, tokens.end)):
        part += source[read_to:]  # type: ignore[operator]
    _keep_sentences(tokens.sentences, boundary, len(tokens.word), sentences, shift, len(word))
    return Narration(Tokens(tokens.text, word, low, start, end, sentences), quotes)


def _keep_sentences(starts: Sequence[int], boundary: int, limit: int, kept: list[int], shift: int, highest: int) -> int:
    """Carry the sentence starts below `limit` over; one at the opening of a quotation is the quotation's."""
    while boundary < len(starts) and starts[boundary] < limit:
        place = min(starts[boundary] + shift, highest)
        if not kept or kept[-1] < place:
            kept.append(place)
        boundary += 1
    return boundary


def paragraph_start(tokens: Tokens, index: int, reach: int) -> int:
    """The first token of the paragraph that holds a token, not looking further back than `reach` tokens."""
    floor = max(index - reach, 0)
    while index > floor and tokens.word[index - 1] != BREAK:
        index -= 1
    return index
