"""What sets a figure apart from the story's own: it was expected, it belongs to an earlier time, it is one part of a
whole.
"""

from __future__ import annotations

import re
from enum import StrEnum

from factsheet.reconcile.lexicon.words import SCOPE_WORDS

REACH = 60
"""A frame holds for a figure when its words stand within this many characters of it, in its sentence and clause."""


class Frame(StrEnum):
    """A time or a mood that a figure belongs to."""

    FORECAST = "forecast"
    WISHED = "wished"
    EARLIER = "earlier"
    FORMER = "former"
    PART = "part"
    AGE = "age"


COMPARED = r"(?<!from )(?<!than )(?<!to )(?<!on )(?<!with )"
MOVED = (
    r"(?:up|down|back|higher|lower|increas\w*|rise|rose|risen|rising|f[ae]ll\w*|drop\w*|climb\w*|jump\w*|grow\w*|grew|slid"
    r"|cut|rais\w*|mov\w*|revis\w*|reduc\w*|declin\w*|shrank|shrunk|improv\w*|widen\w*|narrow\w*)"
)
PATTERNS: dict[Frame, re.Pattern[str]] = {
    Frame.FORECAST: re.compile(
        r"\b(?:forecasts?|forecasting|predict\w*|project(?:s|ed|ions?)|guidance|outlook|target\w*"
        r"|analysts|economists|(?:had|was|were|been|is|are|it|now|market)\s+expect\w*|could reach)\b",
        re.IGNORECASE,
    ),
    Frame.WISHED: re.compile(
        r"\b(?:propos(?:ed|es|ing|al)|ask(?:ed|s|ing)? for|demand(?:s|ed|ing)?|want(?:s|ed)|sought|offer(?:s|ed)?"
        r"|float(?:s|ed)|call(?:s|ed) for|open(?:s|ed) with|start(?:s|ed) at|bid of"
        r"|need(?:s|ed)|requir\w+|threshold|recommend\w*|minimum)\b",
        re.IGNORECASE,
    ),
    Frame.EARLIER: re.compile(
        rf"\b{COMPARED}(?:last (?:year|season|month|quarter)['’]s"
        r"|an? (?:year|month|week|day|decade) (?:ago|earlier|before)"
        r"|the (?:day|week|month|year|season) before"
        r"|(?:in )?the (?:previous|prior) (?:\w+ )?(?:year|quarter|month|season|election|vote|budget)"
        r"|previously|at the time)\b"
        rf"|\b{MOVED}\b[^.;]{{0,24}}\bfrom\W+(?:\w+\W+)?#|\bcompared (?:with|to)\W+(?:\w+\W+){{0,2}}#",
        re.IGNORECASE,
    ),
    Frame.FORMER: re.compile(
        r"\b(?:had|having) (?:\w+ )?(?:said|put|given|reported|stood|counted|estimated|told|announced)\b"
        r"|\b(?:earlier|initial|previous|original|first) (?:official )?"
        r"(?:count|estimate|figure|toll|tally|report|number)s?\b"
        r"|\b(?:initially|originally|earlier (?:put|said|reported|given|estimated))\b|\bnot\s+#",
        re.IGNORECASE,
    ),
    Frame.PART: re.compile(
        r"\b(?:including|among them|of which|of whom)\W+(?:\w+\W+){0,2}#"
        r"|#\s+(?:[a-z]+\s+){0,1}of (?:them|those|whom|which|the|its|their|his|her)\b"
    ),
    Frame.AGE: re.compile(r"[A-Z][\w’'-]+,\s+#\s*(?:[,.)]|$)|\baged?\s+(?:of\s+)?#"),
}
YEAR = re.compile(r"\b(since|after|until|by)?(?:\W+\w+){0,4}?\W*\b((?:18|19|20)\d\d)\b", re.IGNORECASE)
CLAUSE_END = re.compile(
    r"[;:—–]|, (?:and|but|while|which|who|after|before|as|below|above|against|compared|versus|up|down)\b|\. ",
    re.IGNORECASE,
)


def frames_of(sentence: str, start: int, end: int) -> frozenset[Frame]:
    """The frames that hold for the figure at `start:end` of its sentence."""
    clause = clause_around(sentence, start, end)
    found = {frame for frame, pattern in PATTERNS.items() if pattern.search(clause)}
    return frozenset(found | {Frame.AGE} if OLD.search(sentence[start:end]) else found)


OLD = re.compile(r"year.olds?$")
SCOPE = re.compile(rf"\b(?:{'|'.join(sorted(word.replace('+', ' ') for word in SCOPE_WORDS))})\b", re.IGNORECASE)
SCOPE_BEFORE, SCOPE_AFTER = 30, 40


def scope_of(sentence: str, start: int, end: int) -> frozenset[str]:
    """The words right beside the figure that narrow what is counted ("confirmed", "nationwide"), in lower case."""
    near = f"{sentence[max(start - SCOPE_BEFORE, 0) : start]}{sentence[start : end + SCOPE_AFTER]}"
    return frozenset(word.lower() for word in SCOPE.findall(near))


def side_of_vote(sentence: str, start: int, end: int) -> str | None:
    """Which side of a vote a count is of, "approved" or "opposed", by what follows it or by its place in a pair."""
    before, after = sentence[max(start - SCOPE_BEFORE, 0) : start], sentence[end : end + SCOPE_AFTER]
    if AGAINST.match(after) or SECOND.search(before):
        return "opposed"
    return "approved" if FAVOUR.match(after) or FIRST.match(after) else None


AGAINST = re.compile(r"\W{0,2}(?:\w+ ){0,2}(?:against|opposed)\b")
FAVOUR = re.compile(r"\W{0,2}(?:\w+ ){0,3}(?:in favou?r\b|for[,.;])")
FIRST, SECOND = re.compile(r" (?:votes )?to [\w-]+"), re.compile(r"[\w-]+ (?:votes )?to $")


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
