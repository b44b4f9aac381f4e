"""What sets a figure apart from the story's own: it was expected, it belongs to an earlier time, it is one part of a
whole.
"""

from __future__ import annotations

import re
from enum import StrEnum

REACH = 60
"""A frame holds for a figure when its words stand within this many characters of it, in its sentence and clause."""


class Frame(StrEnum):
    """A time or a mood that a figure belongs to."""

    FORECAST = "forecast"
    EARLIER = "earlier"
    PART = "part"


COMPARED = r"(?<!from )(?<!than )(?<!to )(?<!on )(?<!with )"
PATTERNS: dict[Frame, re.Pattern[str]] = {
    Frame.FORECAST: re.compile(
        r"\b(?:forecasts?|forecasting|predict\w*|project(?:s|ed|ions?)|guidance|outlook|target\w*"
        r"|analysts|economists|(?:had|was|were|been|is|are|it|now|market)\s+expect\w*|would have|could reach)\b",
        re.IGNORECASE,
    ),
    Frame.EARLIER: re.compile(
        rf"\b{COMPARED}(?:last (?:year|season|month|quarter)['’]s"
        r"|an? (?:year|month|week|day|decade) (?:ago|earlier|before)"
        r"|(?:in )?the (?:previous|prior) (?:\w+ )?(?:year|quarter|month|season|election|vote|budget)"
        r"|previously|at the time)\b",
        re.IGNORECASE,
    ),
    Frame.PART: re.compile(
        r"\b(?:including|among them)\W+(?:\w+\W+){0,2}#|#\W+(?:[a-z]+\W+){0,1}of (?:them|those|whom|which)\b"
    ),
}
YEAR = re.compile(r"\b(since|after|until|by)?(?:\W+\w+){0,4}?\W*\b((?:18|19|20)\d\d)\b", re.IGNORECASE)
CLAUSE_END = re.compile(
    r"[;:—–]|, (?:and|but|while|which|who|after|before|as|below|above|against|compared|versus|up|down)\b|\. ",
    re.IGNORECASE,
)


def frames_of(sentence: str, start: int, end: int) -> frozenset[Frame]:
    """The frames that hold for the figure at `start:end` of its sentence."""
    clause = clause_around(sentence, start, end)
    return frozenset(frame for frame, pattern in PATTERNS.items() if pattern.search(clause))


def years_around(sentence: str, start: int, end: int) -> frozenset[str]:
    """The years that the figure's clause names, those of "since 2013" and the figure's own digits apart."""
    found = YEAR.findall(clause_around(sentence, start, end))
    return frozenset(year for bound, year in found if not bound)


def clause_around(sentence: str, start: int, end: int) -> str:
    """The words of the sentence from the last clause break before the figure to the next one after it, at most REACH
    away.

    The figure itself is "#".
    """
    before, after = sentence[max(start - REACH, 0) : start], sentence[end : end + REACH]
    breaks = list(CLAUSE_END.finditer(before))
    ahead = CLAUSE_END.search(after)
    return f"{before[breaks[-1].end() if breaks else 0 :]} # {after[: ahead.start() if ahead else None]}"
