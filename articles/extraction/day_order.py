"""Which comes first in 5/6/2023, the day or the month: what the text's country and its other dates tell.

By the CLDR (date formats "short" of en_US, en_PH and most others), only the United States and a few countries that
follow them write the month first; a text keeps to one order.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from articles.extraction.moments import DatePhrase, Moment

MONTH_FIRST_ZONES: Final = frozenset(
    """
    America/New_York America/Detroit America/Chicago America/Menominee America/Denver America/Boise America/Phoenix
    America/Los_Angeles America/Anchorage America/Juneau America/Sitka America/Nome America/Adak America/Yakutat
    America/Metlakatla Pacific/Honolulu Pacific/Guam Asia/Manila
    """.split()
)
MONTH_FIRST_REGIONS: Final = ("US/", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/")
DAY_FIRST_REGIONS: Final = frozenset({"Europe", "Africa", "Australia"})


def order_of_zone(timezone: str) -> bool | None:
    """Whether a text of this time zone (an IANA name) writes the day first; None where the zone does not tell."""
    if timezone in MONTH_FIRST_ZONES or timezone.startswith(MONTH_FIRST_REGIONS):
        return False
    return True if timezone.partition("/")[0] in DAY_FIRST_REGIONS else None


def order_of_text(phrases: Iterable[DatePhrase]) -> bool | None:
    """Whether the dates whose order is certain put the day first; None where they disagree or there are none.

    Dates in figures speak before those with a month by name.
    """
    figures: set[bool] = set()
    names: set[bool] = set()
    for phrase in phrases:
        moment = phrase.moment
        if moment.day_first is not None and moment.either is None:
            (figures if moment.is_numeric else names).add(moment.day_first)
    told = figures or names
    return told.pop() if len(told) == 1 else None


def put_in_order(moment: Moment, day_first: bool | None) -> Moment:
    """The one reading of a date that could be read in either order, once the order is known."""
    if moment.either is None or day_first is None:
        return moment
    return moment.either if day_first else replace(moment, either=None)
