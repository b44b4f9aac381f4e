"""What each feature of two claims is worth, in points for its full strength."""

from __future__ import annotations

from factsheet.reconcile.features import Feature

COUNTED: dict[Feature, int] = {
    Feature.PRIOR: -339,
    Feature.WORDS: 663,
    Feature.SAME_EVENT: 146,
    Feature.OTHER_EVENT: -39,
    Feature.RIVAL_EVENT: -1477,
    Feature.SAME_PLACE: 130,
    Feature.OTHER_PLACE: -296,
    Feature.SAME_VALUE: 708,
    Feature.SMALL_VALUE: -175,
    Feature.CLOSE_VALUE: 452,
    Feature.OTHER_VALUE: -334,
    Feature.FAR_VALUE: -678,
    Feature.SLIP: 387,
    Feature.TOLD_APART: -441,
    Feature.SAME_ARTICLE: -532,
    Feature.SAME_SENTENCE: -2997,
    Feature.TWICE_IN_SENTENCE: -500,
    Feature.BOTH_EARLY: 73,
    Feature.SAME_NOUN: 159,
    Feature.NAMED_NOUN: 104,
    Feature.BARE_NOUN: -177,
    Feature.WIDE_NOUN: 104,
    Feature.OTHER_NOUN: -494,
    Feature.RARE_UNIT: 203,
    Feature.OTHER_PER: -397,
    Feature.OTHER_CHANGE: -178,
    Feature.OTHER_MOOD: -666,
    Feature.OTHER_WISH: -232,
    Feature.OTHER_TIME: -723,
    Feature.OTHER_PART: -636,
    Feature.OTHER_AGE: -361,
    Feature.OTHER_YEARS: -403,
}
"""Points for figures."""

DATED: dict[Feature, int] = {
    Feature.PRIOR: -510,
    Feature.WORDS: 964,
    Feature.SAME_EVENT: 301,
    Feature.OTHER_EVENT: -95,
    Feature.RIVAL_EVENT: -597,
    Feature.SAME_PLACE: 98,
    Feature.OTHER_PLACE: -102,
    Feature.OTHER_SCALE: -237,
    Feature.SAME_VALUE: 573,
    Feature.LONG_VALUE: -89,
    Feature.CLOSE_VALUE: 77,
    Feature.OTHER_VALUE: -180,
    Feature.FAR_VALUE: -196,
    Feature.TOLD_APART: -137,
    Feature.SAME_ARTICLE: -411,
    Feature.SAME_SENTENCE: -700,
    Feature.TWICE_IN_SENTENCE: -507,
    Feature.BOTH_EARLY: -63,
    Feature.SAME_BOUND: 232,
    Feature.OTHER_BOUND: -69,
    Feature.DATELINE: -1500,
}
"""Points for dates."""
