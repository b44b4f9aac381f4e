"""What two claims may have in common and what may set them apart, whatever their kind."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum, auto

from factsheet.reconcile.profiles import FULL
from factsheet.reconcile.subjects import Subject


class Feature(IntEnum):
    """What speaks for or against two claims being one fact."""

    PRIOR = auto()
    WORDS = auto()
    SAME_EVENT = auto()
    OTHER_EVENT = auto()
    RIVAL_EVENT = auto()
    SAME_PLACE = auto()
    OTHER_PLACE = auto()
    OTHER_SCALE = auto()
    SAME_VALUE = auto()
    SMALL_VALUE = auto()
    LONG_VALUE = auto()
    CLOSE_VALUE = auto()
    OTHER_VALUE = auto()
    FAR_VALUE = auto()
    SLIP = auto()
    TOLD_APART = auto()
    SAME_ARTICLE = auto()
    SAME_SENTENCE = auto()
    TWICE_IN_SENTENCE = auto()
    BOTH_EARLY = auto()
    SAME_NOUN = auto()
    NAMED_NOUN = auto()
    BARE_NOUN = auto()
    WIDE_NOUN = auto()
    OTHER_NOUN = auto()
    RARE_UNIT = auto()
    OTHER_PER = auto()
    OTHER_CHANGE = auto()
    OTHER_MOOD = auto()
    OTHER_WISH = auto()
    OTHER_TIME = auto()
    OTHER_PART = auto()
    OTHER_YEARS = auto()
    SAME_YEARS = auto()
    SHARED_WORDS = auto()
    NO_WORDS = auto()
    ONE_DIGIT = auto()
    PRECISE_VALUE = auto()
    SAME_BOUND = auto()
    OTHER_BOUND = auto()
    DATELINE = auto()
    OTHER_AGE = auto()
    QUOTED = auto()


Strength = tuple[Feature, int]
"""A feature with how strong it is, 0 to FULL."""

EARLY = 400
"""What stands in the headline or the first paragraph, in characters, is what the event is about."""

EVEN = 10
"""The density, in tenths, of what an article that has it has once."""

CROWD = 300
"""An article that counts one thing thirty times (in tenths) shares values with others by chance."""


def same_value(a: Subject, b: Subject) -> Iterator[Strength]:
    """The more often an article gives a value, or counts what is counted, the less the value tells; one sentence that
    gives it twice means two facts.
    """
    density = max(a.value_density, b.value_density)
    if a.side.article == b.side.article:
        density = max(density - EVEN, EVEN)
    crowd = 1 + max(a.unit_density, b.unit_density) // CROWD
    yield Feature.SAME_VALUE, FULL * EVEN * EVEN // (density * density * crowd)
    if a.sentence == b.sentence:
        yield Feature.TWICE_IN_SENTENCE, FULL


def tell_apart(a: Subject, b: Subject, alike: int) -> Iterator[Strength]:
    """Against joining two different values that one article, or even one sentence, gives, unless one of them is told
    as what was said before.
    """
    if a.is_former is not b.is_former:
        return
    if a.side.article == b.side.article:
        yield Feature.SAME_ARTICLE, FULL
        if a.sentence == b.sentence:
            yield Feature.SAME_SENTENCE, FULL
    else:
        known = (b.side.article in a.tellers) + (a.side.article in b.tellers)
        if known:
            # Of two claims in the same words, that value was told elsewhere of something else.
            yield Feature.TOLD_APART, (FULL - alike) * known // 2
