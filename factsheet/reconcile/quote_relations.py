"""How two quotations stand to one another, and whether they can be the same words."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from factsheet.reconcile.sides import Side
from factsheet.reconcile.tokens import stem
from factsheet.reconcile.verdicts import Difference, RelationKind, Verdict

WORD = re.compile(r"\w+(?:['’]\w+)*")

ALIKE = 0.6
"""Two wordings with this share of words in common, in order, are one quotation told twice (difflib's own "close
match").
"""


def relate_quotes(a: Side, b: Side) -> Verdict:
    """Same words, the one inside the other, the same quotation worded differently, or different words."""
    x, y = words_of(a.text), words_of(b.text)
    if x == y:
        return Verdict(RelationKind.SAME)
    if contains(x, y) or contains(y, x):
        return Verdict(RelationKind.CONSISTENT, Difference.PRECISION)
    if likeness(x, y) >= ALIKE:
        return Verdict(RelationKind.ROUNDING, Difference.WORDING)
    return Verdict(RelationKind.TENSION, Difference.WORDING)


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The stems of a quotation's words, marks and case aside."""
    return tuple(map(stem, WORD.findall(text)))


def contains(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether `part` stands in `whole` word by word."""
    return any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1))


@lru_cache(maxsize=4096)
def likeness(x: tuple[str, ...], y: tuple[str, ...]) -> float:
    """The share of words that two wordings have in common, in order; 0 where it cannot reach ALIKE. Symmetric."""
    if 2 * (Counter(x) & Counter(y)).total() < ALIKE * (len(x) + len(y)):
        return 0.0
    x, y = sorted((x, y))
    return SequenceMatcher(None, x, y, autojunk=False).ratio()
