"""Words for what editors decide: a dispute put into one sentence, and two wordings compared word by word.

Knows no database: words in, words out, in the active language.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import reduce

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.values import Kind

MOST_NAMES = 3
"""So many of those who say the same are named; the others are counted."""

QUOTED = frozenset({Kind.QUOTE, Kind.STATEMENT})
SAID = QUOTED | {Kind.DATE, Kind.TIME, Kind.ORDINAL}
"""What one says; anything else is put at a figure."""


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
    clauses = [_word_side(kind, side, is_first=number == 0) for number, side in enumerate(sides.values())]
    *most, last = clauses
    return reduce(lambda after, clause: _("{clause}; {clauses}").format(clause=clause, clauses=after), most[::-1], last)


def _word_side(kind: Kind, side: Sequence[Voice], *, is_first: bool) -> str:
    """What those of one side say; the sides after the first leave the verb to it, where their language can."""
    names = list(dict.fromkeys(voice.source for voice in side if voice.source))
    citing = side[0].citing if len(side) == 1 else ""
    who = _list(names)
    if citing and names:
        who = _("{who}, citing {whom},").format(who=who, whom=citing)
    words = _("“{words}”").format(words=side[0].words) if kind in QUOTED else side[0].words
    n = max(len(names), 1)
    # Days and times bring their own preposition along ("by Dec. 31"), and words are quoted.
    if kind in SAID:
        first = ngettext("{who} says {words}", "{who} say {words}", n)
        after = ngettext("{who} {words}", "{who} {words}", n)
    else:
        first = ngettext("{who} puts it at {words}", "{who} put it at {words}", n)
        after = ngettext("{who} at {words}", "{who} at {words}", n)
    return (first if is_first else after).format(who=who, words=words)


def _list(names: Sequence[str]) -> str:
    if not names:
        return _("another source")
    if len(names) > MOST_NAMES:
        n = len(names) - MOST_NAMES + 1
        names = [*names[: MOST_NAMES - 1], ngettext("{n} other", "{n} others", n).format(n=n)]
    *first, last = names
    return _("{most} and {last}").format(most=", ".join(first), last=last) if first else last


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
