"""The tense of the verb beside a date, which decides between last Friday and next.

The nearest verb before the date in its sentence speaks first, else the nearest after it; an infinitive says nothing of
its own unless what governs it looks ahead ("is due to end on Friday").
"""

from __future__ import annotations

from typing import Final

from articles.extraction.en.noun_words import VERBS_AFTER
from articles.extraction.moments import Tense
from articles.extraction.tokens import Tokens

FUTURE: Final = frozenset("will shall 'll ’ll would won".split())
EXPECTING: Final = frozenset(
    "expected due set scheduled planned plans planning slated likely going about poised bound hopes hoping aims intends "
    "expects awaiting expires ends begins starts opens meets resumes upcoming forthcoming deadline remaining intended supposed predicted projected".split()
)
PAST: Final = frozenset(
    VERBS_AFTER
    - {
        "say",
        "says",
        "die",
        "dies",
        "live",
        "lives",
        "remain",
        "remains",
        "face",
        "faces",
        "make",
        "makes",
        "take",
        "takes",
        "work",
        "works",
        "join",
        "attend",
        "attends",
        "need",
        "needs",
        "want",
        "wants",
        "use",
        "get",
        "gets",
        "set",
        "cut",
        "put",
        "let",
        "hit",
        "hurt",
        "read",
        "split",
        "spread",
    }
) | frozenset("was were had did been having hit set cut put".split())
PRESENT: Final = frozenset("is are has have does do am 's ’s says say".split())
MODALS: Final = frozenset("may can must should could might".split())
NOT_PAST: Final = frozenset(
    "united unprecedented hundred indeed based related armed so-called red bed need speed seed feed hundred".split()
)
BEFORE_A_PARTICIPLE: Final = frozenset("be will to is are being".split())
REACH: Final = 14


def read_tense(tokens: Tokens, first: int, last: int) -> Tense:
    """The tense that governs a date on the tokens `first` to `last` (exclusive)."""
    start, end = tokens.sentence(first)
    before = _scan(tokens, range(first - 1, max(start, first - REACH) - 1, -1), start)
    if before is not Tense.OPEN:
        return before
    return _scan(tokens, range(last, min(end, last + REACH)), start)


def _scan(tokens: Tokens, places: range, start: int) -> Tense:
    low = tokens.low
    for place in places:
        word = low[place]
        if word in FUTURE or word in EXPECTING:
            return Tense.FUTURE
        if word in MODALS and (word != "may" or tokens.word[place] == "may"):
            return Tense.FUTURE
        if word in PAST or (len(word) > 3 and word.endswith("ed") and word not in NOT_PAST):
            if tokens.word[place][0].isupper() and place > start:
                continue
            return _past_or_passive(tokens, place, start)
        if word == "to" and low[place + 1] not in ("the", "a", "an") and low[place + 1].islower():
            if _governor_is_future(tokens, place, start):
                return Tense.FUTURE
            if low[place + 1] not in _PLACES and places.step < 0 and low[place + 1].isalpha():
                return Tense.PRESENT
        if word in PRESENT and word not in ("'s", "’s"):
            return Tense.PRESENT
        if len(word) > 4 and word.endswith("s") and place and low[place - 1] in ("it", "he", "she", "which", "and"):
            return Tense.PRESENT
    return Tense.OPEN


_PLACES: Final = frozenset("his her its their our my this that these those be".split()) - {"be"}


def _past_or_passive(tokens: Tokens, place: int, start: int) -> Tense:
    """Past, unless "will be" or "to be" or "is to be" stands before the participle."""
    before = tokens.low[max(place - 4, start) : place]
    for word in reversed(before):
        if word in FUTURE or word in MODALS:
            return Tense.FUTURE
        if word in ("is", "are"):
            return Tense.PRESENT
        if word == "to":
            return Tense.FUTURE if "be" in before else Tense.PAST
        if word in ("was", "were", "had", "been") or word in (",", "and"):
            return Tense.PAST
    return Tense.PAST


def _governor_is_future(tokens: Tokens, place: int, start: int) -> bool:
    return any(word in EXPECTING or word in FUTURE for word in tokens.low[max(place - 3, start) : place])
