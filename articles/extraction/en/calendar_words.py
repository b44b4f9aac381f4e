"""The words of the calendar.

Names and abbreviations of months and weekdays follow the AP Stylebook and the Oxford style guide.
"""

from __future__ import annotations

from typing import Final

from articles.extraction.moments import Base, Which
from articles.values import Hedge, Precision

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
SHORT_MONTHS: Final = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
MONTHS_THAT_ARE_WORDS: Final = frozenset({"may", "march", "august", "april", "june", "mar", "dec", "sep", "jan", "apr"})
# Of these only the capital tells the month: "may", "an august body", and abbreviations that are words or names.
WORDS_IN_LOWER_CASE: Final = frozenset({"may", "march", "august", "mar", "dec", "sep", "jan", "jun", "nov", "oct"})
WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "monday mondays mon",
            "tuesday tuesdays tue tues",
            "wednesday wednesdays wed",
            "thursday thursdays thu thur thurs",
            "friday fridays fri",
            "saturday saturdays sat",
            "sunday sundays sun",
        )
    )
    for name in names.split()
}
SHORT_WEEKDAYS: Final = frozenset("mon tue tues wed thu thur thurs fri sat sun".split())
SEASONS: Final = {"spring": 0, "springtime": 0, "summer": 1, "summertime": 1, "autumn": 2, "fall": 2, "winter": 3}
UNITS: Final = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "weekend": Precision.WEEKEND,
    "month": Precision.MONTH,
    "quarter": Precision.QUARTER,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.CENTURY,
}
PLURAL_UNITS: Final = {
    "days": Precision.DAY,
    "weeks": Precision.WEEK,
    "weekends": Precision.WEEKEND,
    "months": Precision.MONTH,
    "quarters": Precision.QUARTER,
    "years": Precision.YEAR,
    "decades": Precision.DECADE,
    "centuries": Precision.CENTURY,
}
DEICTIC_DAYS: Final = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
PARTS_OF_DAY: Final = frozenset(
    "morning afternoon evening night dawn noon midday midnight dusk sunrise sunset daybreak lunchtime".split()
)
# Which period of several, and what it is counted from.
WHICH: Final = {
    "last": (-1, Base.PUBLISHED, Which.LAST),
    "past": (-1, Base.PUBLISHED, Which.LAST),
    "this": (0, Base.PUBLISHED, Which.THIS),
    "latest": (-1, Base.PUBLISHED, Which.LAST),
    "current": (0, Base.PUBLISHED, Which.THIS),
    "next": (1, Base.PUBLISHED, Which.NEXT),
    "coming": (1, Base.PUBLISHED, Which.NEXT),
    "upcoming": (1, Base.PUBLISHED, Which.NEXT),
    "previous": (-1, Base.REFERENCE, Which.LAST),
    "prior": (-1, Base.REFERENCE, Which.LAST),
    "preceding": (-1, Base.REFERENCE, Which.LAST),
    "following": (1, Base.REFERENCE, Which.NEXT),
    "subsequent": (1, Base.REFERENCE, Which.NEXT),
    "same": (0, Base.REFERENCE, Which.SAME),
    "that": (0, Base.REFERENCE, Which.SAME),
    "very": (0, Base.REFERENCE, Which.SAME),
}
# Words that name a part of a period; the claim is the period (DESIGN: "earlier in June" is June).
PARTS: Final = frozenset("early late mid middle beginning start end close earlier later latter turn outset".split())
STARTS: Final = frozenset({"beginning", "start", "outset", "turn"})
ENDS: Final = frozenset({"end", "close"})
# Prepositions before a date: how they bound what happened, and whether they stand in the claim's span.
BOUNDS: Final = (
    {(word,): Hedge.EXACT for word in "on in during from".split()}
    | {(word,): Hedge.UNTIL for word in "until till til through thru".split()}
    | {(word,): Hedge.ABOUT for word in "around about circa approximately roughly".split()}
    | {(word,): Hedge.SINCE for word in "since starting beginning commencing".split()}
    | {
        (word, link): Hedge.SINCE
        for word in "starting beginning commencing".split()
        for link in "in on from with".split()
    }
    | {
        ("by",): Hedge.BY,
        ("no", "later", "than"): Hedge.BY,
        ("not", "later", "than"): Hedge.BY,
        ("before",): Hedge.BEFORE,
        ("prior", "to"): Hedge.BEFORE,
        ("ahead", "of"): Hedge.BEFORE,
        ("up", "to"): Hedge.UNTIL,
        ("up", "until"): Hedge.UNTIL,
        ("after",): Hedge.AFTER,
        ("within",): Hedge.WITHIN,
        ("as", "of"): Hedge.EXACT,
    }
)
LONGEST_BOUND: Final = 3
# "Through September" reaches to its last day.
WHOLE: Final = frozenset({"through", "thru"})
CHRISTIAN_ERA: Final = frozenset({"ad", "a.d.", "ce", "c.e."})
BEFORE_CHRIST: Final = frozenset({"bc", "b.c.", "bce", "b.c.e."})
