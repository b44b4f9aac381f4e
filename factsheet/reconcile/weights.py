"""What each feature of two claims is worth, in points for its full strength."""

from __future__ import annotations

from factsheet.reconcile.features import Feature

COUNTED: dict[Feature, int] = {
    Feature.PRIOR: -336,
    Feature.WORDS: 661,
    Feature.SAME_EVENT: 147,
    Feature.OTHER_EVENT: -38,
    Feature.RIVAL_EVENT: -1477,
    Feature.SAME_PLACE: 130,
    Feature.OTHER_PLACE: -296,
    Feature.SAME_VALUE: 706,
    Feature.SMALL_VALUE: -174,
    Feature.CLOSE_VALUE: 445,
    Feature.OTHER_VALUE: -332,
    Feature.FAR_VALUE: -676,
    Feature.SLIP: 385,
    Feature.TOLD_APART: -440,
    Feature.SAME_ARTICLE: -531,
    Feature.SAME_SENTENCE: -2997,
    Feature.TWICE_IN_SENTENCE: -500,
    Feature.BOTH_EARLY: 72,
    Feature.SAME_NOUN: 161,
    Feature.NAMED_NOUN: 104,
    Feature.BARE_NOUN: -176,
    Feature.WIDE_NOUN: 104,
    Feature.OTHER_NOUN: -489,
    Feature.RARE_UNIT: 192,
    Feature.OTHER_PER: -397,
    Feature.OTHER_CHANGE: -179,
    Feature.OTHER_MOOD: -666,
    Feature.OTHER_WISH: -232,
    Feature.OTHER_TIME: -723,
    Feature.OTHER_PART: -636,
    Feature.OTHER_AGE: -414,
    Feature.OTHER_YEARS: -401,
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
    Feature.CLOSE_VALUE: 78,
    Feature.OTHER_VALUE: -181,
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
