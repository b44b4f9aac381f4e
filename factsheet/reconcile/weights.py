"""What each feature of two claims is worth, in points for its full strength; 150 points are one unit of log-odds.

The points are fitted, not set: logistic regression on the pairs of claims of twelve events (tests/events), around what
was believed beforehand. `python -m tests.factsheet.reconcile.fitting` prints them anew, and what those fitted on all
the other events are worth on each.
"""

from __future__ import annotations

from factsheet.reconcile.bonds import Bond
from factsheet.reconcile.features import Feature

COUNTED: dict[Feature, int] = {
    Feature.PRIOR: -492,
    Feature.WORDS: 513,
    Feature.SAME_EVENT: 150,
    Feature.OTHER_EVENT: 65,
    Feature.RIVAL_EVENT: -1419,
    Feature.SAME_PLACE: 105,
    Feature.OTHER_PLACE: -273,
    Feature.SAME_VALUE: 379,
    Feature.SMALL_VALUE: 233,
    Feature.CLOSE_VALUE: 372,
    Feature.OTHER_VALUE: -307,
    Feature.FAR_VALUE: -707,
    Feature.SLIP: 501,
    Feature.TOLD_APART: -425,
    Feature.SAME_ARTICLE: -602,
    Feature.SAME_SENTENCE: -2995,
    Feature.TWICE_IN_SENTENCE: -624,
    Feature.BOTH_EARLY: 160,
    Feature.SAME_NOUN: 209,
    Feature.NAMED_NOUN: 154,
    Feature.BARE_NOUN: -123,
    Feature.WIDE_NOUN: 195,
    Feature.OTHER_NOUN: -214,
    Feature.RARE_UNIT: 156,
    Feature.OTHER_PER: -346,
    Feature.OTHER_CHANGE: -125,
    Feature.OTHER_MOOD: -670,
    Feature.OTHER_WISH: -79,
    Feature.OTHER_TIME: -718,
    Feature.OTHER_PART: -624,
    Feature.OTHER_AGE: -479,
    Feature.OTHER_YEARS: -387,
    Feature.SAME_YEARS: -37,
    Feature.SHARED_WORDS: 243,
    Feature.NO_WORDS: -190,
    Feature.ONE_DIGIT: 251,
    Feature.PRECISE_VALUE: 45,
}
"""Points for figures."""

DATED: dict[Feature, int] = {
    Feature.PRIOR: -434,
    Feature.WORDS: 868,
    Feature.SAME_EVENT: 216,
    Feature.OTHER_EVENT: -82,
    Feature.RIVAL_EVENT: -588,
    Feature.SAME_PLACE: 108,
    Feature.OTHER_PLACE: -97,
    Feature.OTHER_SCALE: -224,
    Feature.SAME_VALUE: 581,
    Feature.LONG_VALUE: -89,
    Feature.CLOSE_VALUE: 80,
    Feature.OTHER_VALUE: -186,
    Feature.FAR_VALUE: -257,
    Feature.TOLD_APART: -210,
    Feature.SAME_ARTICLE: -423,
    Feature.SAME_SENTENCE: -700,
    Feature.TWICE_IN_SENTENCE: -526,
    Feature.BOTH_EARLY: -24,
    Feature.SAME_BOUND: 251,
    Feature.OTHER_BOUND: -67,
    Feature.DATELINE: -1500,
    Feature.SHARED_WORDS: 45,
    Feature.NO_WORDS: -77,
    Feature.ONE_DIGIT: 95,
    Feature.PRECISE_VALUE: 38,
}
"""Points for dates."""

BONDED: dict[Bond, int] = {
    Bond.PRIOR: -95,
    Bond.MEAN: 62,
    Bond.BEST: 28,
    Bond.BOTH_ALONE: -181,
    Bond.WIDELY_TOLD: 12,
    Bond.SHARED_ARTICLES: -217,
    Bond.ONE_FORMER: 21,
    Bond.CLEAR: 49,
    Bond.CLEAR_ONE_WAY: 45,
    Bond.BOTH_EARLY: 53,
}
"""Points for two groups whose values differ."""
