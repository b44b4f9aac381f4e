"""What each feature of two claims is worth, in points for its full strength; 150 points are one unit of log-odds.

The points are fitted, not set: logistic regression on the pairs of claims of twelve events (tests/events), around what
was believed beforehand. `python -m tests.factsheet.reconcile.fitting` prints them anew, and what those fitted on all
the other events are worth on each.
"""

from __future__ import annotations

from factsheet.reconcile.bonds import Bond
from factsheet.reconcile.features import Feature

COUNTED: dict[Feature, int] = {
    Feature.PRIOR: -395,
    Feature.WORDS: 484,
    Feature.SAME_EVENT: 165,
    Feature.OTHER_EVENT: 2,
    Feature.RIVAL_EVENT: -1424,
    Feature.SAME_PLACE: 184,
    Feature.OTHER_PLACE: -276,
    Feature.SAME_VALUE: 864,
    Feature.SMALL_VALUE: -89,
    Feature.CLOSE_VALUE: 354,
    Feature.OTHER_VALUE: -300,
    Feature.FAR_VALUE: -699,
    Feature.SLIP: 475,
    Feature.TOLD_APART: -410,
    Feature.SAME_ARTICLE: -586,
    Feature.SAME_SENTENCE: -2995,
    Feature.TWICE_IN_SENTENCE: -530,
    Feature.BOTH_EARLY: 128,
    Feature.SAME_NOUN: 153,
    Feature.NAMED_NOUN: 111,
    Feature.BARE_NOUN: -154,
    Feature.WIDE_NOUN: 110,
    Feature.OTHER_NOUN: -336,
    Feature.RARE_UNIT: 117,
    Feature.OTHER_PER: -386,
    Feature.OTHER_CHANGE: -213,
    Feature.OTHER_MOOD: -674,
    Feature.OTHER_WISH: -149,
    Feature.OTHER_TIME: -733,
    Feature.OTHER_PART: -632,
    Feature.OTHER_AGE: -459,
    Feature.OTHER_YEARS: -487,
    Feature.SAME_YEARS: -58,
    Feature.SHARED_WORDS: 190,
    Feature.NO_WORDS: -138,
    Feature.ONE_DIGIT: 303,
    Feature.PRECISE_VALUE: -310,
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
    Bond.PRIOR: -67,
    Bond.MEAN: 45,
    Bond.BEST: 51,
    Bond.BOTH_ALONE: -151,
    Bond.WIDELY_TOLD: 7,
    Bond.SHARED_ARTICLES: -251,
    Bond.ONE_FORMER: 66,
    Bond.CLEAR: 52,
    Bond.CLEAR_ONE_WAY: 7,
    Bond.BOTH_EARLY: 106,
}
"""Points for two groups whose values differ."""
