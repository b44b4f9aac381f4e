"""What each feature of two claims is worth, in points for its full strength."""

from __future__ import annotations

from factsheet.reconcile.features import Feature

COUNTED: dict[Feature, int] = {
    Feature.PRIOR: -334,
    Feature.WORDS: 643,
    Feature.SAME_EVENT: 149,
    Feature.OTHER_EVENT: -37,
    Feature.RIVAL_EVENT: -1477,
    Feature.SAME_PLACE: 132,
    Feature.OTHER_PLACE: -296,
    Feature.SAME_VALUE: 706,
    Feature.SMALL_VALUE: -174,
    Feature.CLOSE_VALUE: 452,
    Feature.OTHER_VALUE: -332,
    Feature.FAR_VALUE: -674,
    Feature.SLIP: 385,
    Feature.TOLD_APART: -441,
    Feature.SAME_ARTICLE: -531,
    Feature.SAME_SENTENCE: -2997,
    Feature.TWICE_IN_SENTENCE: -500,
    Feature.BOTH_EARLY: 71,
    Feature.SAME_NOUN: 160,
    Feature.NAMED_NOUN: 104,
    Feature.BARE_NOUN: -176,
    Feature.WIDE_NOUN: 102,
    Feature.OTHER_NOUN: -496,
    Feature.RARE_UNIT: 199,
    Feature.OTHER_PER: -406,
    Feature.OTHER_CHANGE: -179,
    Feature.OTHER_MOOD: -666,
    Feature.OTHER_WISH: -233,
    Feature.OTHER_TIME: -723,
    Feature.OTHER_PART: -636,
    Feature.OTHER_AGE: -417,
    Feature.OTHER_YEARS: -402,
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
