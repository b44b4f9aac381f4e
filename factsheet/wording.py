"""Words for what editors decide: a dispute put into one sentence, and two wordings compared word by word.

Knows no Django and no database: words in, words out.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from articles.values import Kind

MOST_NAMES = 3
"""So many of those who say the same are named; the others are counted."""

# What is said of each side of a dispute: of one who says it, of several, and before what the sides after it say.
# Days and times bring their own preposition along ("by Dec. 31"), and words are quoted.
SAYS: dict[Kind, tuple[str, str, str]] = dict.fromkeys(
    (Kind.DATE, Kind.TIME, Kind.ORDINAL, Kind.QUOTE, Kind.STATEMENT), ("says", "say", "")
)
PUTS = ("puts it at", "put it at", "at ")
QUOTED = frozenset({Kind.QUOTE, Kind.STATEMENT})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says what: a source, whom it cites, and the words of the figure; those of one `value` say the same."""

    source: str
    words: str
    value: Hashable
    citing: str = ""


def word_dispute(kind: Kind, voices: Iterable[Voice]) -> str:
    """What is printed where sources contradict one another: "A puts it at 41, B and C at about 26".

    The sides stand in the order in which they first appear, each in the words of its first voice.

    Returns:
        An empty text where there is no other side.
    """
    sides: dict[Hashable, list[Voice]] = {}
    for voice in voices:
        sides.setdefault(voice.value, []).append(voice)
    if len(sides) < 2:
        return ""
    one, several, link = SAYS.get(kind, PUTS)
    clauses = []
    for number, side in enumerate(sides.values()):
        names = list(dict.fromkeys(voice.source for voice in side if voice.source))
        citing = side[0].citing if len(side) == 1 else ""
        who = f"{_list(names)}, citing {citing}," if citing and names else _list(names)
        words = f"“{side[0].words}”" if kind in QUOTED else side[0].words
        says = f" {one if len(names) < 2 else several} " if number == 0 else f" {link}"
        clauses.append(f"{who}{says}{words}")
    return "; ".join(clauses)


def _list(names: Sequence[str]) -> str:
    if not names:
        return "another source"
    if len(names) > MOST_NAMES:
        names = [*names[: MOST_NAMES - 1], f"{len(names) - MOST_NAMES + 1} others"]
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


class Fate(StrEnum):
    """What became of words between two wordings."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Change:
    """A run of words, and what became of it."""

    fate: Fate
    words: str


def compare_words(before: str, after: str) -> list[Change]:
    """What changed from one wording to another, by whole words with the spaces after them.

    The words kept and new, joined, are `after`; those kept and gone are `before`.
    """
    old, new = (re.findall(r"\s*\S+|\s+$", text) for text in (before, after))
    changes: list[Change] = []
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            changes.append(Change(Fate.KEPT, "".join(new[k:m])))
            continue
        changes += [Change(Fate.GONE, "".join(old[i:j]))] if i < j else []
        changes += [Change(Fate.NEW, "".join(new[k:m]))] if k < m else []
    return changes
