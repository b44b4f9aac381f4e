"""What a claim is about, by the words around it: what happens, who or what is counted, and what stands nearby."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import isqrt

from articles.values import Kind
from factsheet.reconcile.frames import Frame, frames_of, scope_of, side_of_vote, years_around
from factsheet.reconcile.lexicon.outcomes import BY_ROLE, EVENTS_OF_PEOPLE, REPORTING
from factsheet.reconcile.sides import Side
from factsheet.reconcile.tokens import ANYONE, PERSON, ROLE_BY_STEM, Sense, Token, role_of, stem, tokenise

FULL = 1000
"""The weight of a word that stands beside the claim; weights are whole thousandths, so that sums do not depend on
order.
"""

HALF_DISTANCE = 4
"""At this distance, in words, a word weighs half."""

BREAK_COSTS = {",": 2, ";": 8, ":": 5, "—": 5, "–": 3, "(": 3, ")": 3, ".": 6, "!": 6, "?": 6}
CLAUSE_WORDS = frozenset(
    "which who whom while whereas but although though after before when as where that because since and".split()
)
CLAUSE_COST = 2
EMPTY_COST = 0.5
AHEAD_COST = 2
"""A date inside a clause belongs to the verb before it ("voted Friday to end"), so what follows stands further off."""

WHOLE_COST = 4
"""What follows "71 percent of" is the whole, not what happens."""

FARTHEST = 600
"""Words further away than this many characters weigh next to nothing, and a text without a full stop has no end."""

NEAR = 280
"""An event that weighs less than this stands too far away to be the claim's own."""


BESIDE = 500
"""What stands this near a bare figure says what it counts: "the toll rose to 46"."""

LABEL, COLLECTIVE = re.compile(r"([A-Z][a-z]+):\s*$"), re.compile(r"\b(\w+) of $")
"""What stands before a bare figure and says what it counts: "Deaths: 78", "a crew of 24"."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a side is about. `events` and `words` map shared names to weights; `event` is the nearest event, if one is
    near, `places` the names of places nearby, `scope` the words that narrow what is counted.
    """

    events: Mapping[str, int]
    event: str | None
    words: Mapping[str, int]
    role: str | None
    head: str | None
    nouns: frozenset[str]
    places: frozenset[str]
    scope: frozenset[str]
    frames: frozenset[Frame]
    years: frozenset[str]


@dataclass(frozen=True, slots=True)
class Vector:
    """The words of a profile weighted by how rare they are in the event's own sentences, with their length."""

    weights: Mapping[str, int]
    length: int

    def cosine(self, other: Vector) -> int:
        """The likeness of two vectors, 0..1000."""
        if not self.length or not other.length:
            return 0
        ours, theirs = self.weights, other.weights
        if len(ours) > len(theirs):
            ours, theirs = theirs, ours
        dot = 0
        for name, weight in ours.items():
            if name in theirs:
                dot += weight * theirs[name]
        return min(FULL * dot // (self.length * other.length), FULL)

    def shared(self, other: Vector) -> int:
        """How much the words in both weigh together, 0..1000, however much else is said; three near rare ones are
        enough.
        """
        ours, theirs = self.weights, other.weights
        if len(ours) > len(theirs):
            ours, theirs = theirs, ours
        return min(sum(min(weight, theirs[name]) for name, weight in ours.items() if name in theirs) * 2 // 3, FULL)


def profile_of(side: Side) -> Profile:
    """What `side` is about; the same for equal words, wherever the article stands."""
    start, end = side.offset, side.offset + side.end - side.start
    first, last = max(start - FARTHEST, 0), end + FARTHEST
    found = _profile(side.sentence[first:last], start - first, end - first, side.noun, side.unit, side.kind)
    if len(found.words) + len(found.events) > THIN or not side.before:
        return found
    return _filled(found, side.before)


THIN, TALKED_OF = 3, 250
"""A sentence of so few words of its own is read with the one before ("Last week it had said £33m"), at this weight."""


def _filled(profile: Profile, before: str) -> Profile:
    """The profile with the words of what stands before its sentence."""
    words, events = dict(profile.words), dict(profile.events)
    for token in tokenise(before):
        if token.sense in (Sense.WORD, Sense.PLACE):
            words.setdefault(token.name, TALKED_OF)
        elif token.sense is Sense.EVENT:
            events.setdefault(token.name, TALKED_OF)
    return replace(profile, words=words, events=events)


@lru_cache(maxsize=16384)
def _profile(sentence: str, start: int, end: int, noun: str | None, unit: str | None, kind: Kind) -> Profile:
    events: dict[str, int] = {}
    words: dict[str, int] = {}
    is_whole = OF_THE.search(sentence, max(start - OF_THE_REACH, 0), start) is not None
    for token, weight in _weighted(tokenise(sentence), start, end, kind):
        if is_whole and token.sense is Sense.EVENT and weight < FULL:
            continue
        into = events if token.sense is Sense.EVENT else words
        into[token.name] = max(into.get(token.name, 0), weight)
    if noun is None and unit in (None, PERSON) and (said := _noun_before(sentence, start)):
        noun, unit = said, PERSON if stem(said) in ROLE_BY_STEM else said
    counted = noun or unit if unit == PERSON else unit or noun
    contents = [
        token.name for token in tokenise(counted or "") if token.sense in (Sense.EVENT, Sense.PLACE, Sense.WORD)
    ]
    if kind is Kind.QUANTITY and (side := side_of_vote(sentence, start, end)) and not VOTING.isdisjoint(events):
        events[side] = FULL + 1
    role, event = role_of(noun, unit), _nearest(events)
    if counted is None and kind is Kind.QUANTITY and event in EVENTS_OF_PEOPLE and events[event] >= BESIDE:
        role = ANYONE
    return Profile(
        events=events,
        event=BY_ROLE.get((role or "", event or ""), event),
        words=words,
        role=role,
        head=contents[-1] if contents else None,
        nouns=frozenset(contents),
        places=_places_near(sentence, start, end),
        scope=scope_of(sentence, start, end),
        frames=frames_of(sentence, start, end) - ({Frame.PART} if kind is Kind.PERCENTAGE else NOTHING),
        years=years_around(sentence, start, end),
    )


def _noun_before(sentence: str, start: int) -> str | None:
    """The noun that the words before a bare figure give it."""
    if match := LABEL.search(sentence, 0, start):
        return match[1]
    match = COLLECTIVE.search(sentence, 0, start)
    return match[1] if match and stem(match[1]) in ROLE_BY_STEM else None


NOTHING: frozenset[Frame] = frozenset()
OF_THE = re.compile(r"\b[Oo]f (?:(?:the|its|their|all|these|those|some) )+$")
OF_THE_REACH = 24
"""Of "14 of the 212 passengers were taken to hospital" only the part was: nothing befell the whole."""


def _places_near(sentence: str, start: int, end: int) -> frozenset[str]:
    """The words of the names that follow "in", "at", "near" beside the claim: where it happens."""
    first = max(start - PLACE_REACH, 0)
    near = f"{sentence[first:start]}{' ' * (end - start)}{sentence[end : end + PLACE_REACH]}"
    return frozenset(
        token.name
        for match in WHERE.finditer(near)
        for token in tokenise(match[1])
        if token.sense in (Sense.WORD, Sense.PLACE)
    )


VOTING = frozenset({"voted", "approved", "rejected", "opposed"})
PLACE_REACH = 60
WHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]utside|[Aa]cross|[Oo]ff|[Aa]round) (?:the )?((?:[A-Z][\w’'-]+ ?)+)"
)


def _nearest(events: Mapping[str, int]) -> str | None:
    near = [(name in REPORTING, -weight, name) for name, weight in events.items() if weight >= NEAR]
    return min(near)[2] if near else None


def _weighted(tokens: Sequence[Token], start: int, end: int, kind: Kind) -> Iterable[tuple[Token, int]]:
    """Each content word with its weight by its distance from the claim, breaks between clauses counted as distance."""
    before = [token for token in tokens if token.end <= start]
    after = [token for token in tokens if token.start >= end]
    fronted = all(token.sense in (Sense.EMPTY, Sense.BREAK, Sense.NUMBER) for token in before[-3:])
    ahead = 0.0
    if kind is Kind.DATE and not fronted:
        ahead = AHEAD_COST
    elif kind is Kind.PERCENTAGE and after and after[0].name == "of":
        ahead = WHOLE_COST
    for token in tokens:
        if token.start < end and token.end > start and token.sense not in (Sense.EMPTY, Sense.BREAK, Sense.NUMBER):
            # "Starting in 2020" is the date's own way of saying since, and yields to what happens beside it.
            yield token, BESIDE if kind is Kind.DATE and token.sense is Sense.EVENT else FULL
    yield from _outwards(reversed(before), 0.0)
    yield from _outwards(after, ahead, fronted=fronted)


def _outwards(tokens: Iterable[Token], distance: float, *, fronted: bool = False) -> Iterable[tuple[Token, int]]:
    for place, token in enumerate(tokens):
        if token.sense is Sense.BREAK:
            is_label = token.text == ":" and not place  # "Deaths: 78"
            if not is_label and not (fronted and token.text == ","):
                distance += BREAK_COSTS.get(token.text, 0)
            fronted = False
        elif token.sense is Sense.EMPTY:
            distance += CLAUSE_COST if token.name in CLAUSE_WORDS else EMPTY_COST
        else:
            yield token, int(FULL * HALF_DISTANCE / (HALF_DISTANCE + distance))
            distance += 1


def vector_of(profile: Profile, rarity: Mapping[str, int]) -> Vector:
    """The profile's words and events weighted by rarity.

    Other figures of the sentence weigh where they are shared, and add nothing to the length where they are not: the
    sentence of one outlet gives the age and that of another does not.
    """
    weights = {
        name: weight * rarity.get(name, FULL) // FULL
        for name, weight in (*profile.words.items(), *profile.events.items())
    }
    return Vector(weights, isqrt(sum(weight * weight for name, weight in weights.items() if not name[0].isdigit())))
