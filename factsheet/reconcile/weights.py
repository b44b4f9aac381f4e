"""What each feature of two claims is worth, in points for its full strength; 150 points are one unit of log-odds.

The points are fitted, not set: logistic regression on the pairs of claims of twelve events (tests/events), around what
was believed beforehand. `python -m tests.factsheet.reconcile.fitting` prints them anew, and what those fitted on all
the other events are worth on each.
"""

from __future__ import annotations

from factsheet.reconcile.features import Feature

COUNTED: dict[Feature, int] = {
    Feature.PRIOR: -346,
    Feature.WORDS: 622,
    Feature.SAME_EVENT: 158,
    Feature.OTHER_EVENT: -26,
    Feature.RIVAL_EVENT: -1476,
    Feature.SAME_PLACE: 143,
    Feature.OTHER_PLACE: -300,
    Feature.SAME_VALUE: 691,
    Feature.SMALL_VALUE: -151,
    Feature.CLOSE_VALUE: 417,
    Feature.OTHER_VALUE: -332,
    Feature.FAR_VALUE: -682,
    Feature.SLIP: 377,
    Feature.TOLD_APART: -432,
    Feature.SAME_ARTICLE: -544,
    Feature.SAME_SENTENCE: -2997,
    Feature.TWICE_IN_SENTENCE: -500,
    Feature.BOTH_EARLY: 63,
    Feature.SAME_NOUN: 184,
    Feature.NAMED_NOUN: 112,
    Feature.BARE_NOUN: -171,
    Feature.WIDE_NOUN: 122,
    Feature.OTHER_NOUN: -498,
    Feature.RARE_UNIT: 234,
    Feature.OTHER_PER: -411,
    Feature.OTHER_CHANGE: -196,
    Feature.OTHER_MOOD: -664,
    Feature.OTHER_WISH: -217,
    Feature.OTHER_TIME: -718,
    Feature.OTHER_PART: -696,
    Feature.OTHER_AGE: -409,
    Feature.OTHER_YEARS: -416,
}
"""Points for figures."""

DATED: dict[Feature, int] = {
    Feature.PRIOR: -521,
    Feature.WORDS: 939,
    Feature.SAME_EVENT: 304,
    Feature.OTHER_EVENT: -103,
    Feature.RIVAL_EVENT: -597,
    Feature.SAME_PLACE: 99,
    Feature.OTHER_PLACE: -100,
    Feature.OTHER_SCALE: -225,
    Feature.SAME_VALUE: 611,
    Feature.LONG_VALUE: -92,
    Feature.CLOSE_VALUE: 71,
    Feature.OTHER_VALUE: -187,
    Feature.FAR_VALUE: -249,
    Feature.TOLD_APART: -127,
    Feature.SAME_ARTICLE: -408,
    Feature.SAME_SENTENCE: -700,
    Feature.TWICE_IN_SENTENCE: -515,
    Feature.BOTH_EARLY: -56,
    Feature.SAME_BOUND: 226,
    Feature.OTHER_BOUND: -68,
    Feature.DATELINE: -1500,
}
"""Points for dates."""
