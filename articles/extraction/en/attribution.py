"""Whom a figure is attributed to: "according to the U.N.", "..., the ministry said", "officials said that ..."."""

from __future__ import annotations

from typing import Final

from articles.extraction.en.calendar_words import WEEKDAYS
from articles.extraction.en.clauses import ADVERBS, GENITIVE, can_speak
from articles.extraction.en.names import AFTER_ROLE, NAMES
from articles.extraction.en.references import References
from articles.extraction.en.speech_words import BE, COUNTS, REPORTING
from articles.extraction.en.subjects import noun_after, noun_before, subject_before
from articles.extraction.names import Run
from articles.extraction.tokens import BREAK, Tokens

REACH: Final = 60
PUT_REACH: Final = 9
TAG_REACH: Final = 12
# With a figure for an object these count instead of speaking: "employers added only 175,000".
COUNTING: Final = frozenset("added adds adding claimed found".split())
PUTTING: Final = frozenset("put puts estimated estimates".split())
ISSUED: Final = frozenset("published released issued compiled conducted collected gathered provided estimated".split())
SOURCES: Final = frozenset({"according", "per", "by", "("}) | COUNTS
SIGNS: Final = REPORTING | SOURCES | PUTTING
TAG_MARKS: Final = frozenset({",", "—", "–"})
# What may follow a verb of reporting that closes its sentence.
CLOSING: Final = (
    AFTER_ROLE | set(WEEKDAYS) | frozenset([".", ",", ";", BREAK, "?", "!", ")", "—", "–", "late", "early"])
)
JOINING: Final = frozenset("and but while which who whose though although as when where because so yet".split())
ANSWERS: Final = frozenset({"no", "yes", "so", "it", "that"})
TELLING: Final = frozenset({"told", "tells"})


def find_source(tokens: Tokens, references: References, first: int, last: int) -> Run | None:
    """Whoever the sentence of a figure on the tokens `first` to `last` (exclusive) says it is from, or None."""
    start, end = _clause(tokens, first, last)
    if SIGNS.isdisjoint(tokens.low[start:end]):
        return None
    found = _who_put(tokens, first, last, start, end) or _named_source(tokens, first, last, start, end)
    found = found or _reporter_before(tokens, first, start) or _reporter_after(tokens, last, start, end)
    return None if found is None else references.stand_for(found)


def _clause(tokens: Tokens, first: int, last: int) -> Run:
    """The part between semicolons in which a figure stands: "Organisers said 200; police put it at 50"."""
    low = tokens.low
    start, end = tokens.sentence(first)
    start, end = max(start, first - REACH), min(end, last + REACH)
    if ";" in low[start:end]:
        start = next((place + 1 for place in range(first - 1, start, -1) if low[place] == ";"), start)
        end = next((place for place in range(last, end) if low[place] == ";"), end)
    return start, end


def _who_put(tokens: Tokens, first: int, last: int, start: int, end: int) -> Run | None:
    """Police of "police put the crowd at 50,000", the UN of "put at 670 by the UN"."""
    low = tokens.low
    puts = [place for place in range(max(first - PUT_REACH, start), last) if low[place] in PUTTING]
    if not puts or "at" not in low[puts[-1] : last]:
        return None
    if low[last] == "by":
        return noun_after(tokens, last + 1, end)
    return subject_before(tokens, puts[-1], start)


def _named_source(tokens: Tokens, first: int, last: int, start: int, end: int) -> Run | None:
    """The nearest of "according to the UN", else of "per the UN", "by the UN's count", "published by the UN"."""
    low = tokens.low
    places = [place for place in range(start, end) if low[place] in SOURCES and not first <= place < last]
    places.sort(key=lambda place: (low[place] != "according", place - last if place >= last else first - place))
    return next((found for place in places if (found := _source_at(tokens, place, start, end)) is not None), None)


def _source_at(tokens: Tokens, place: int, start: int, end: int) -> Run | None:
    low = tokens.low
    word = low[place]
    if word == "according" and low[place + 1] == "to":
        return _with_author(tokens, noun_after(tokens, place + 2, end), end)
    if word == "per" or (word == "(" and low[place + 1] == "per"):
        run = noun_after(tokens, place + 1 + (word == "("), end)
        return run if run is not None and NAMES.is_name_word(tokens, run[1] - 1) else None
    if word == "by" and low[place - 1] in ISSUED and low[place - 2] not in BE:
        return noun_after(tokens, place + 1, end)
    if word in COUNTS and low[place - 1] in GENITIVE:
        found = noun_before(tokens, place - 1, start)  # "by the ministry's count"
        return found if found is not None and can_speak(tokens, found) else None
    if word in COUNTS and low[place + 1] == "by":
        return noun_after(tokens, place + 2, end)  # "a count by Reuters"
    return None


def _with_author(tokens: Tokens, run: Run | None, end: int) -> Run | None:
    """A document with whoever wrote it: "a report by the World Bank"."""
    if run is None or tokens.low[run[1]] not in ("by", "from"):
        return run
    author = noun_after(tokens, run[1] + 1, end)
    return run if author is None else (run[0], author[1])


def _reporter_before(tokens: Tokens, first: int, start: int) -> Run | None:
    """The subject of the nearest verb of reporting before a figure: "officials said that 40 died"."""
    low = tokens.low
    for place in range(first - 1, start - 1, -1):
        if low[place] in REPORTING and not (low[place] in COUNTING and first - place <= 3 and low[place + 1] != "that"):
            found = subject_before(tokens, place, start)
            if found is not None and can_speak(tokens, found):
                return found
    return None


def _reporter_after(tokens: Tokens, last: int, start: int, end: int) -> Run | None:
    """The subject of a verb of reporting that closes the sentence: ", the ministry said.", ", said the minister."."""
    low = tokens.low
    for verb in range(last, end):
        if low[verb] not in REPORTING:
            continue
        comma = verb - 1
        while comma > max(start, verb - TAG_REACH) and low[comma] not in TAG_MARKS:
            comma -= 1
        if low[comma] not in TAG_MARKS or comma < last - 1 or low[comma + 1] in JOINING:
            continue
        if comma == verb - 1:
            found = _inverted(tokens, verb, end) or subject_before(tokens, verb, start)
        elif low[verb + 1] in CLOSING or low[verb + 1] in ADVERBS or _is_told(tokens, verb, end):
            found = subject_before(tokens, verb, comma + 1)
        else:
            found = None
        if found is not None:
            return found
    return None


def _is_told(tokens: Tokens, verb: int, end: int) -> bool:
    """Whether "told" closes its sentence with whom: ", officials told AFP on Friday."."""
    return tokens.low[verb] in TELLING and end - verb < TAG_REACH and "that" not in tokens.low[verb:end]


def _inverted(tokens: Tokens, verb: int, end: int) -> Run | None:
    """The subject after its verb, where nothing else follows it (", said the minister."); else the verb says more."""
    if tokens.low[verb] in TELLING or tokens.low[verb + 1] in AFTER_ROLE or tokens.low[verb + 1] in ANSWERS:
        return None
    found = noun_after(tokens, verb + 1, end)
    return found if found is not None and tokens.low[found[1]] in CLOSING else None
