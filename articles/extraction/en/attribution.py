"""Whom a figure is attributed to: "according to the U.N.", "..., the ministry said", "officials said that ..."."""

from __future__ import annotations

from typing import Final

from articles.extraction.en.names import AFTER_ROLE, NAMES
from articles.extraction.en.references import resolve
from articles.extraction.en.speech_words import REPORTING
from articles.extraction.en.subjects import subject_before
from articles.extraction.names import Run
from articles.extraction.tokens import Tokens
from articles.values import Span

REACH: Final = 60
# With a figure for an object these count instead of speaking: "employers added only 175,000".
COUNTING: Final = frozenset("added adds adding claimed claims counted".split())
ANSWERS: Final = frozenset({"no", "yes", "so", "it", "that"})
PUT_REACH: Final = 9
COMMA_REACH: Final = 10
OPENING: Final = frozenset('“"‘«')


def read_attribution(tokens: Tokens, first: int, last: int) -> Span | None:
    """Whoever the sentence of a figure on the tokens `first` to `last` says it is from, or None."""
    low = tokens.low
    start, end = tokens.sentence(first)
    start, end = max(start, first - REACH), min(end, last + REACH)
    start, end = _clause(tokens, first, start, last, end)
    putter = _who_put(tokens, first, start)
    if putter is not None:
        return _span(tokens, resolve(tokens, putter))
    named = [place for place in range(start, end) if low[place] == "according" and low[place + 1] == "to"]
    if named:
        nearest = min(named, key=lambda place: place - last if place >= last else first - place)
        return _span(tokens, NAMES.speaker_from(tokens, nearest + 2, end))
    for place in range(start, end):
        word = low[place]
        if word in REPORTING and not first <= place < last and not (word in COUNTING and 0 < first - place <= 3):
            found = _reporter(tokens, place, start, end, after=place >= last)
            if found is not None:
                return _span(tokens, resolve(tokens, found))
    return None


def _clause(tokens: Tokens, first: int, start: int, last: int, end: int) -> tuple[int, int]:
    """The part between semicolons in which a figure stands: "Organisers said 200; police put it at 50"."""
    low = tokens.low
    start = next((place + 1 for place in range(first - 1, start, -1) if low[place] == ";"), start)
    end = next((place for place in range(last, end) if low[place] == ";"), end)
    return start, end


def _who_put(tokens: Tokens, first: int, start: int) -> Run | None:
    """Police of "police put the crowd at 50,000", the UN of no "put at 670"."""
    low = tokens.low
    if low[first - 1] != "at":
        return None
    for place in range(first - 3, max(first - PUT_REACH, start), -1):
        if low[place] in ("put", "puts"):
            return subject_before(tokens, place, start)
    return None


def _reporter(tokens: Tokens, verb: int, start: int, end: int, *, after: bool) -> Run | None:
    """The subject of a verb of reporting; after the figure it must close the sentence (", the ministry said")."""
    if after:
        farthest = max(start, verb - COMMA_REACH - 1)
        comma = verb - 1
        while comma > farthest and tokens.low[comma] not in (",", "”", '"', "—", "–"):
            comma -= 1
        if comma == farthest:
            return None
        if comma == verb - 1 and tokens.low[comma] not in ("—", "–"):
            return _inverted(tokens, verb, end) or subject_before(tokens, verb, start)
        return subject_before(tokens, verb, comma + 1)
    return subject_before(tokens, verb, start)


def _inverted(tokens: Tokens, verb: int, end: int) -> Run | None:
    """The subject after its verb, where nothing else follows it (", said the minister."); else the verb says more."""
    if tokens.low[verb + 1] in AFTER_ROLE or tokens.low[verb + 1] in ANSWERS:
        return None
    found = NAMES.speaker_from(tokens, verb + 1, end)
    if found is None:
        return None
    following = tokens.low[found[1]]
    goes_on = (following.isalpha() and following not in AFTER_ROLE) or following in OPENING
    return None if goes_on else found


def _span(tokens: Tokens, run: Run | None) -> Span | None:
    return None if run is None else Span(tokens.start[run[0]], tokens.end[run[1] - 1])
