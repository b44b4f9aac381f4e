"""How two quotations stand to one another, and whether they can be the same words."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from articles.phrasing import gettext_noop as _
from factsheet.reconcile.sides import Side
from factsheet.reconcile.tokens import stem
from factsheet.reconcile.verdicts import Difference, RelationKind, Verdict

WORD = re.compile(r"\w+(?:['’]\w+)*")

ALIKE = 0.6
"""Two wordings with this share of words in common, in order, are one quotation told twice (difflib's own "close
match").
"""


TRANSLATED = 0.35
"""Two wordings of one speaker that share this much, in any order, may be two translations of the same words."""


def relate_quotes(a: Side, b: Side) -> Verdict:
    """Same words, the one inside the other, the same quotation worded differently, or different words."""
    x, y = words_of(a.text), words_of(b.text)
    if x == y:
        return Verdict(RelationKind.SAME)
    if contains(x, y) or contains(y, x):
        return Verdict(RelationKind.CONSISTENT, Difference.PRECISION)
    if likeness(x, y) >= ALIKE:
        return Verdict(RelationKind.ROUNDING, Difference.WORDING)
    if a.attribution and a.attribution == b.attribution and _common(x, y) >= TRANSLATED:
        return Verdict(RelationKind.ROUNDING, Difference.TRANSLATION)
    return Verdict(RelationKind.TENSION, Difference.WORDING)


def worded_differently(x: str, y: str) -> str:
    """The words in which two wordings differ, as each writes them: "“shall” for “will”"."""
    ours, theirs = WORD.findall(x), WORD.findall(y)
    lowered = [word.lower() for word in ours], [word.lower() for word in theirs]
    found = []
    for what, i, j, m, n in SequenceMatcher(None, lowered[0], lowered[1], autojunk=False).get_opcodes():
        one, other = " ".join(ours[i:j]), " ".join(theirs[m:n])
        if what == "replace":
            found.append(INSTEAD.format(one=one, other=other))
        elif what != "equal":
            found.append(MORE.format(words=one or other))
    return ", ".join(found[:MOST_CHANGES])


MOST_CHANGES = 3
INSTEAD, MORE = _("“{one}” for “{other}”"), _("with or without “{words}”")


def _common(x: tuple[str, ...], y: tuple[str, ...]) -> float:
    return 2 * (Counter(x) & Counter(y)).total() / max(len(x) + len(y), 1)


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
