"""What each feature of two claims is worth, in points for its full strength."""

from __future__ import annotations

from factsheet.reconcile.features import Feature

COUNTED: dict[Feature, int] = {
    Feature.PRIOR: -345,
    Feature.WORDS: 620,
    Feature.SAME_EVENT: 139,
    Feature.OTHER_EVENT: -27,
    Feature.RIVAL_EVENT: -1477,
    Feature.SAME_PLACE: 136,
    Feature.OTHER_PLACE: -296,
    Feature.SAME_VALUE: 689,
    Feature.SMALL_VALUE: -159,
    Feature.CLOSE_VALUE: 411,
    Feature.OTHER_VALUE: -329,
    Feature.FAR_VALUE: -677,
    Feature.SLIP: 373,
    Feature.TOLD_APART: -428,
    Feature.SAME_ARTICLE: -527,
    Feature.SAME_SENTENCE: -2997,
    Feature.TWICE_IN_SENTENCE: -500,
    Feature.BOTH_EARLY: 64,
    Feature.SAME_NOUN: 185,
    Feature.NAMED_NOUN: 111,
    Feature.BARE_NOUN: -171,
    Feature.WIDE_NOUN: 123,
    Feature.OTHER_NOUN: -489,
    Feature.RARE_UNIT: 219,
    Feature.OTHER_PER: -409,
    Feature.OTHER_CHANGE: -188,
    Feature.OTHER_MOOD: -665,
    Feature.OTHER_WISH: -215,
    Feature.OTHER_TIME: -720,
    Feature.OTHER_PART: -696,
    Feature.OTHER_AGE: -410,
    Feature.OTHER_YEARS: -429,
}
"""Points for figures."""

DATED: dict[Feature, int] = {
    Feature.PRIOR: -525,
    Feature.WORDS: 955,
    Feature.SAME_EVENT: 291,
    Feature.OTHER_EVENT: -100,
    Feature.RIVAL_EVENT: -597,
    Feature.SAME_PLACE: 99,
    Feature.OTHER_PLACE: -102,
    Feature.OTHER_SCALE: -233,
    Feature.SAME_VALUE: 610,
    Feature.LONG_VALUE: -93,
    Feature.CLOSE_VALUE: 71,
    Feature.OTHER_VALUE: -182,
    Feature.FAR_VALUE: -260,
    Feature.TOLD_APART: -129,
    Feature.SAME_ARTICLE: -408,
    Feature.SAME_SENTENCE: -700,
    Feature.TWICE_IN_SENTENCE: -515,
    Feature.BOTH_EARLY: -52,
    Feature.SAME_BOUND: 228,
    Feature.OTHER_BOUND: -66,
    Feature.DATELINE: -1500,
}
"""Points for dates."""
