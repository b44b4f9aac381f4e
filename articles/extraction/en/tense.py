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
    """
    expected due set scheduled planned plans planning slated hopes hoping aims intends
    expects awaiting expires close closes ends begins starts opens meets resumes upcoming forthcoming deadline remaining
    intended needed needs
    supposed predicted projected
    """.split()
)
# These look ahead only before an infinitive: "about to leave", but "about 200".
EXPECTING_TO: Final = frozenset("likely going about poised bound".split())
VOWING: Final = frozenset("vowed promised pledged threatened agreed vows agrees pledges promises wants hoped".split())
PAST: Final = (
    VERBS_AFTER
    - frozenset(
        """
        say says die dies live lives remain remains face faces make makes take takes work works join attend attends need
        needs want wants use get gets let hurt split spread
        """.split()
    )
) | {"was", "were", "had", "did", "been", "having"}
PRESENT: Final = frozenset("is are has have does do am says say".split())
MODALS: Final = frozenset("may can must should could might".split())
NOT_PAST: Final = frozenset(
    "united unprecedented hundred indeed based related armed bed need speed seed feed breed".split()
)
SUBJECTS: Final = frozenset({"it", "he", "she", "which", "and"})
DETERMINERS: Final = frozenset("the a an his her its their our my this that these those".split())
REACH: Final = 14


def read_tense(tokens: Tokens, first: int, last: int) -> Tense:
    """The tense that governs a date on the tokens `first` to `last` (exclusive)."""
    start, end = tokens.sentence(first)
    before = _scan(tokens, range(first - 1, max(start, first - REACH) - 1, -1), start)
    if before is not Tense.OPEN:
        return before
    return _scan(tokens, range(last, min(end, last + REACH)), start)


def _scan(tokens: Tokens, places: range, start: int) -> Tense:
    for place in places:
        tense = _tense_of(tokens, place, start)
        if tense is Tense.OPEN and tokens.low[place] == "to":
            tense = _infinitive(tokens, place, start, is_before=places.step < 0)
        if tense is not Tense.OPEN:
            return tense
    return Tense.OPEN


def _tense_of(tokens: Tokens, place: int, start: int) -> Tense:
    """What one word says of the time, `OPEN` for most."""
    word = tokens.low[place]
    if word in FUTURE or word in EXPECTING or (word in MODALS and tokens.word[place].islower()):
        return Tense.FUTURE
    if word in EXPECTING_TO and tokens.low[place + 1] == "to":
        return Tense.FUTURE
    if word in PAST or (len(word) > 3 and word.endswith("ed") and word not in NOT_PAST):
        is_name = tokens.word[place][0].isupper() and place > start
        return Tense.OPEN if is_name else _past_or_passive(tokens, place, start)
    if word in PRESENT:
        return Tense.PRESENT
    is_verb = len(word) > 4 and word.endswith("s") and tokens.low[place - 1] in SUBJECTS
    return Tense.PRESENT if is_verb else Tense.OPEN


def _infinitive(tokens: Tokens, place: int, start: int, *, is_before: bool) -> Tense:
    """An infinitive looks ahead where "due" or "expected" governs it; before a date it hides the verb further off."""
    verb = tokens.low[place + 1]
    if not verb.isalpha() or not tokens.word[place + 1].islower() or verb in DETERMINERS:
        return Tense.OPEN
    if tokens.low[place - 1] in ("is", "are") and place - 1 > start:
        return Tense.FUTURE
    if any(
        word in EXPECTING or word in VOWING or word in EXPECTING_TO or word in FUTURE
        for word in tokens.low[max(place - 3, start) : place]
    ):
        return Tense.FUTURE
    return Tense.PRESENT if is_before else Tense.OPEN


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
