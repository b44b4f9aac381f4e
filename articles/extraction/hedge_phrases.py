"""Tables of the phrases that qualify a figure, matched word by word outwards from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from articles.extraction.tokens import Tokens
from articles.values import Hedge

# Whether a phrase is no hedge here; it is given the phrase and the token where it begins, or, after a figure, ends.
OtherUse = Callable[[Tokens, int, tuple[str, ...]], bool]
Phrase = tuple[tuple[str, ...], Hedge]
# Phrases by the word beside the figure and the one beyond it, which is empty for phrases of one word.
Index = dict[tuple[str, str], list[Phrase]]


class HedgePhrases:
    """The phrases of one language that qualify a figure, before it and after it.

    The tables hold phrases in lower case between bars ("more than|over"), words and marks apart as the tokens are.
    """

    def __init__(
        self,
        before: Mapping[Hedge, str],
        after: Mapping[Hedge, str],
        is_other_before: OtherUse,
        is_other_after: OtherUse,
    ) -> None:
        """Index the tables by the words that stand beside the figure."""
        self._before = _index(before, -1, -2)
        self._after = _index(after, 0, 1)
        self._is_other_before = is_other_before
        self._is_other_after = is_other_after

    def read_before(self, tokens: Tokens, first: int, floor: int) -> tuple[int, Hedge | None]:
        """The hedge that ends just before a token: where it begins, and what it is; a bound outweighs "about"."""
        hedge: Hedge | None = None
        while first > floor:
            found = self._match_before(tokens, first, floor)
            if found is None:
                break
            start, stronger = found
            if hedge is not None and (hedge is not Hedge.ABOUT or stronger is Hedge.ABOUT):
                break
            first, hedge = start, stronger
        return first, hedge

    def _match_before(self, tokens: Tokens, first: int, floor: int) -> tuple[int, Hedge] | None:
        low = tokens.low
        for words, hedge in _look_up(self._before, low[first - 1], low[first - 2]):
            start = first - len(words)
            if start >= floor and tuple(low[start:first]) == words and not self._is_other_before(tokens, start, words):
                return start, hedge
        return None

    def read_after(self, tokens: Tokens, last: int) -> tuple[int, Hedge | None]:
        """The hedge that begins at a token: where it ends, and what it is."""
        low = tokens.low
        for words, hedge in _look_up(self._after, low[last], low[last + 1]):
            end = last + len(words)
            if tuple(low[last:end]) == words and not self._is_other_after(tokens, end, words):
                return end, hedge
        return last, None


def strongest(before: Hedge | None, after: Hedge | None, *, is_vague: bool) -> Hedge:
    """The bound that the words name, where softer ones stand beside it: "about 200 or more" is at least 200."""
    hedge = before or after or Hedge.EXACT
    if before is Hedge.ABOUT and after is not None:
        hedge = after
    return Hedge.AT_LEAST if is_vague and hedge in (Hedge.EXACT, Hedge.ABOUT) else hedge


def _index(tables: Mapping[Hedge, str], beside: int, beyond: int) -> Index:
    """Phrases by the words at these two places, the longest first."""
    index: Index = {}
    for hedge, phrases in tables.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.replace(">=", "> =").replace("<=", "< =").split())
            index.setdefault((words[beside], words[beyond] if len(words) > 1 else ""), []).append((words, hedge))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def _look_up(index: Index, beside: str, beyond: str) -> Iterator[Phrase]:
    """The phrases that two words may belong to, the longest first."""
    yield from index.get((beside, beyond), ())
    yield from index.get((beside, ""), ())
