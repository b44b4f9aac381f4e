"""Dates all in digits."""

from __future__ import annotations

import re
from typing import Final

from articles.extraction.moments import Found, Moment
from articles.extraction.tokens import Tokens
from articles.values import Precision

NUMERIC: Final = re.compile(r"([0-9]{1,4})([-/.])([0-9]{1,2})[-/.]([0-9]{1,4})")


def read_numeric_date(tokens: Tokens, index: int, *, day_first: bool = False) -> Found | None:
    """ "2023-06-30" (ISO 8601), "30.6.2023", "30/06/23"; with a slash, days and months up to 12 are ambiguous.

    `day_first` says that the language settles it: its slashed dates begin with the day.
    """
    match = NUMERIC.fullmatch(tokens.word[index])
    if match is None:
        return None
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4 and len(match[4]) <= 2:
        moment = Moment(Precision.DAY, first, second, third)
    elif len(match[1]) <= 2 and (len(match[4]) == 4 or (len(match[4]) == 2 and match[2] != ".")):
        year = third if len(match[4]) == 4 else third + (1900 if third > 50 else 2000)
        is_day_first = first > 12 or match[2] == "." or day_first
        month, day = (second, first) if is_day_first else (first, second)
        is_open = not is_day_first and day <= 12 and day != month
        other = Moment(Precision.DAY, year, day, month, is_numeric=True, day_first=True) if is_open else None
        moment = Moment(Precision.DAY, year, month, day, either=other, is_numeric=True, day_first=is_day_first)
    else:
        return None
    is_day = 1 <= (moment.month or 0) <= 12 and 1 <= (moment.day or 0) <= 31
    return Found(index, index + 1, moment) if is_day else None
