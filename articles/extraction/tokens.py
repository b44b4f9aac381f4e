"""Step one: a text cut once into words, figures and marks, with the place of each and the sentences they form.

Every later step reads these lists by index, so that no step ever scans the whole text again. Cutting runs at the speed
of one compiled pattern: the tiles cover the text without a gap, so places are sums of lengths.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate, compress, count
from operator import add

LETTER = r"[^\W\d_]"
# Repetitions are bounded: a run of groups that ends badly must not be tried again from each of its groups.
FIGURE = r"""
    [0-9]{1,4}(?:-[0-9]{1,2}-|/[0-9]{1,2}/|\.[0-9]{1,2}\.)[0-9]{1,4}(?![\d/-]|\.\d)     # 2023-06-30, 30/6/2023
  | [0-9]{1,2}:[0-5][0-9](?::[0-5][0-9])?(?:\.[0-9]{1,3})?(?![\d:]|\.\d)    # 15:30, 2:11:53, 1:43.25
  | [0-9]{1,3}(?:,[0-9]{3}){1,12}(?:\.[0-9]+)?(?![\d]|,\d)                  # 1,200.5
  | [0-9]{1,2}(?:,[0-9]{2}){1,12},[0-9]{3}(?:\.[0-9]+)?(?![\d]|,\d)         # 12,34,567
  | [0-9]{1,3}(?:\.[0-9]{3}){1,12},[0-9]+(?![\d]|[.,]\d)                    # 1.200,5
  | [0-9]{1,3}(?:\.[0-9]{3}){2,12}(?![\d]|[.,]\d)                           # 1.200.000
  | [0-9]{1,3}(?:['’\u00a0\u2009\u202f][0-9]{3}){1,12}(?!\d)                # 1’200, 1 200 with a thin space
  | [0-9]+(?:\.[0-9]+)?(?:[eE][+-]?|\^[+-]?)[0-9]{1,3}(?!\w)                # 1e9, 10^6
  | [0-9]+\.[0-9]+(?![\d]|\.\d)                                             # 1.5
  | (?:[0-9]{1,3},[0-9]{1,2}|0,[0-9]{3,})(?![\d]|[.,]\d)                    # 1,5
  | [0-9]+
  | (?<![\w.])\.[0-9]+(?!\.?\d)                                             # .5
"""


def make_pattern(figures: str = FIGURE, words: str | None = None) -> re.Pattern[str]:
    """The tiles of a language: its figures, and the words of its own that are no run of letters ("aujourd'hui").

    Both are regular expressions in verbose spelling; their repetitions must be bounded, and they capture nothing.
    """
    return re.compile(
        rf"""(?:{"" if words is None else words + "|"}
            {LETTER}{{2,}}                         # most tiles, hence first
          | {LETTER}\.(?:{LETTER}\.)+            # U.N., a.m.
          | {LETTER}
          | {figures}
          | ['’]{LETTER}{{1,2}}(?!\w)              # the 's of "year's", the 't of "don't"
          | \S
        )[^\S\n]*(?:\n[^\S\n]*(?=[a-z]))?          # a line that goes on in lower case is the same sentence
        | \s+""",
        re.VERBOSE,
    )


TILE = make_pattern()
ENDERS = frozenset(".!?…")
LAST_OF_SENTENCE = ENDERS | {""}
CLOSERS = frozenset("\"”’')]»")
BREAK = ""
# Empty tokens after the last: no grammar looks further ahead than this, nor further back, where they come round.
PADDING = 12


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """A text as parallel lists, one item a token: `word` as written, `low` in lower case, and its span.

    `sentences` are the tokens with which sentences begin; `vocabulary` holds every word of the text in lower case: what
    is not among them need not be looked for.
    A paragraph break is a token too, the empty word, so that no grammar reads across it.
    """

    text: str
    word: list[str]
    low: list[str]
    start: list[int]
    end: list[int]
    sentences: list[int]
    vocabulary: frozenset[str]

    @property
    def count(self) -> int:
        """How many tokens the text has, the padding apart."""
        return len(self.word) - PADDING

    def touches(self, index: int) -> bool:
        """Whether the token and the one before it stand together, with no space between."""
        return index > 0 and self.end[index - 1] == self.start[index]

    def slice(self, first: int, last: int) -> str:
        """The text from the token `first` up to and not including `last`."""
        return self.text[self.start[first] : self.end[last - 1]]

    def sentence(self, index: int) -> tuple[int, int]:
        """The tokens of the sentence that holds the token: the first, and the one after its last."""
        place = bisect_right(self.sentences, index)
        first = self.sentences[place - 1]
        last = self.sentences[place] if place < len(self.sentences) else self.count
        while last - 1 > first and self.word[last - 1] == BREAK:
            last -= 1
        return first, last


def tokenise(
    text: str,
    abbreviations: frozenset[str],
    starters: frozenset[str],
    pattern: re.Pattern[str] = TILE,
    spellings: Mapping[str, str] | None = None,
) -> Tokens:
    """Cut a text into tokens and sentences.

    `abbreviations` are the words (lower case) after which a point ends no sentence; `starters` the words that begin one
    even after an abbreviation such as "U.N."; `pattern` is what `make_pattern` gives for the language; `spellings` the
    words (lower case) that `low` has in another spelling. The lists end with `PADDING` empty words, so that looking
    ahead is safe.
    """
    tiles = pattern.findall(text)
    word = list(map(str.rstrip, tiles))
    start = list(accumulate(map(len, tiles), initial=0))
    end = list(map(add, start, map(len, word)))
    word += [BREAK] * PADDING
    start += [len(text)] * (PADDING - 1)
    end += [len(text)] * PADDING
    # Each word is put in lower case once: `low` then holds no copies, and knows the hash by which it is looked up.
    lowered = {each: each.lower() for each in set(word)}
    if spellings:
        lowered = {each: spellings.get(low, low) for each, low in lowered.items()}
    low = list(map(lowered.__getitem__, word))
    vocabulary = frozenset(lowered.values())
    sentences = list(_sentence_starts(word, low, vocabulary, abbreviations, starters))
    return Tokens(text, word, low, start, end, sentences, vocabulary)


def _sentence_starts(
    word: list[str],
    low: list[str],
    vocabulary: frozenset[str],
    abbreviations: frozenset[str],
    starters: frozenset[str],
) -> Iterable[int]:
    yield 0
    latest, total = 0, len(word) - PADDING
    for index in find_places(low, {each for each in vocabulary if each[-1:] in LAST_OF_SENTENCE}):
        mark, following = low[index], index + 1
        if mark != BREAK:
            while low[following] in CLOSERS and following < total:
                following += 1
            begins = word[following]
            if mark[-1] == "." and mark != ".":
                if low[following] not in starters or not begins[:1].isupper():
                    continue
            elif begins[:1].islower() or (
                mark == "." and index and (low[index - 1] in abbreviations or _is_initial(word[index - 1]))
            ):
                continue
        if latest < following < total:
            latest = following
            yield following


def find_places(low: list[str], words: set[str]) -> list[int]:
    """The tokens that are one of these words, in order; the words are in lower case, as the list is."""
    return list(compress(count(), map(words.__contains__, low)))


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()
