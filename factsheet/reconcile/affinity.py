"""How likely two claims speak of one fact: points for and against, each with its reason.

The score is a sum of points in the manner of log-odds (Fellegi and Sunter, "A theory for record linkage", 1969): each
feature that two claims share adds, each that sets them apart takes away, and a shared feature adds the more, the
rarer it is in the event. Above 0 the two are taken to belong together. Points are whole numbers, so that sums do not
depend on the order of adding. The weights were set by hand on invented events (tests/events) and are all in the two
tables below.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from articles.values import Kind, is_digit_swap, is_factor_of_ten, share_apart
from factsheet.reconcile.lexicon.events import RIVALS
from factsheet.reconcile.lexicon.people import PARTS_OF_PEOPLE, WIDE_ROLES
from factsheet.reconcile.profiles import FULL, NEAR, Profile
from factsheet.reconcile.quote_relations import ALIKE, contains, likeness, words_of
from factsheet.reconcile.subjects import Subject
from factsheet.reconcile.tokens import tokenise


class Feature(Enum):
    """What speaks for or against two claims being one fact."""

    PRIOR = auto()
    WORDS = auto()
    SAME_EVENT = auto()
    OTHER_EVENT = auto()
    RIVAL_EVENT = auto()
    SAME_VALUE = auto()
    CLOSE_VALUE = auto()
    OTHER_VALUE = auto()
    FAR_VALUE = auto()
    SLIP = auto()
    SAME_ARTICLE = auto()
    SAME_SENTENCE = auto()
    TWICE_IN_SENTENCE = auto()
    SAME_NOUN = auto()
    WIDE_NOUN = auto()
    OTHER_NOUN = auto()
    RARE_UNIT = auto()
    OTHER_PER = auto()
    OTHER_CHANGE = auto()
    OTHER_FRAME = auto()
    OTHER_YEARS = auto()
    SAME_BOUND = auto()
    OTHER_BOUND = auto()
    QUOTED = auto()


Points = tuple[Feature, int]

COUNTED: dict[Feature, int] = {
    Feature.PRIOR: -420,
    Feature.WORDS: 900,
    Feature.SAME_EVENT: 300,
    Feature.OTHER_EVENT: -100,
    Feature.RIVAL_EVENT: -1500,
    Feature.SAME_VALUE: 220,
    Feature.CLOSE_VALUE: 200,
    Feature.OTHER_VALUE: -167,
    Feature.FAR_VALUE: -600,
    Feature.SLIP: 250,
    Feature.SAME_ARTICLE: -450,
    Feature.SAME_SENTENCE: -3000,
    Feature.TWICE_IN_SENTENCE: -500,
    Feature.SAME_NOUN: 250,
    Feature.WIDE_NOUN: 100,
    Feature.OTHER_NOUN: -450,
    Feature.RARE_UNIT: 300,
    Feature.OTHER_PER: -400,
    Feature.OTHER_CHANGE: -150,
    Feature.OTHER_FRAME: -700,
    Feature.OTHER_YEARS: -250,
}
"""Points for figures. SAME_VALUE is for each telling digit; CLOSE_VALUE falls to nothing at CLOSE_SHARE."""

DATED: dict[Feature, int] = {
    Feature.PRIOR: -550,
    Feature.WORDS: 1000,
    Feature.SAME_EVENT: 350,
    Feature.OTHER_EVENT: -200,
    Feature.RIVAL_EVENT: -600,
    Feature.SAME_VALUE: 600,
    Feature.CLOSE_VALUE: 120,
    Feature.OTHER_VALUE: -175,
    Feature.FAR_VALUE: -350,
    Feature.SAME_ARTICLE: -400,
    Feature.SAME_SENTENCE: -700,
    Feature.TWICE_IN_SENTENCE: -500,
    Feature.SAME_BOUND: 150,
    Feature.OTHER_BOUND: -120,
}
"""Points for dates."""

QUOTE_PRIOR, FEWEST_WORDS, NEVER = 550, 4, -3000

SMALL_COUNT, LARGE_COUNT, MOST_DIGITS = 10, 1000, 3
"""A count up to ten is shared by chance, one in the thousands hardly, however round it is."""

CLOSE_SHARE, FAR_SHARE, MAGNITUDE_SHARE = Decimal("0.3"), Decimal("0.5"), Decimal("0.7")
"""How far apart figures of one fact may be: close, neither here nor there, another value, another magnitude."""

ONCE_AN_ARTICLE, OFTEN_ONCE = 12, 16
"""Densities, in tenths, up to which a unit counts as rare, and as a third as telling."""

EVERYDAY_UNITS = frozenset({Kind.MONEY, Kind.PERCENTAGE})
"""Kinds whose unit says little of what is counted, however seldom it is used."""

WIDER, OUT_OF_SCALE = 40, -200
"""A period says something of a day in it up to a month; that both lie in one year is no likeness."""

ROUGHLY = 10
"""A deadline told by a length of time is meant to a tenth of it."""

REASONS: dict[Feature, str] = {
    Feature.WORDS: "the words around share {words}",
    Feature.SAME_EVENT: "both are about “{event}”",
    Feature.SAME_VALUE: "the same value",
    Feature.CLOSE_VALUE: "values close to one another",
    Feature.SLIP: "values that differ by a slip of the keys",
    Feature.SAME_NOUN: "both count the same thing",
    Feature.WIDE_NOUN: "both count people",
    Feature.RARE_UNIT: "the unit is rare in the event",
    Feature.SAME_BOUND: "both set a deadline",
    Feature.QUOTED: "the same words quoted",
}


@dataclass(frozen=True, slots=True)
class Affinity:
    """The score of two claims and the reasons that speak for it, the strongest first."""

    score: int
    reasons: tuple[str, ...]


def score_of(a: Subject, b: Subject) -> int:
    """How likely two claims of one family speak of the same fact; symmetric, above 0 for more likely than not."""
    return sum([points for _, points in _points(a, b)])


def affinity(a: Subject, b: Subject) -> Affinity:
    """The score of two claims with its reasons in words."""
    found = list(_points(a, b))
    telling = sorted(((-points, REASONS[feature]) for feature, points in found if points > 0 and feature in REASONS))
    words = {"words": _shared_words(a, b), "event": a.profile.event}
    return Affinity(sum(points for _, points in found), tuple(reason.format(**words) for _, reason in telling))


def _points(a: Subject, b: Subject) -> Iterator[Points]:
    kind = a.side.kind
    if kind is Kind.QUOTE or kind is Kind.STATEMENT:
        yield _quoted(a, b)
    elif kind is Kind.DATE:
        yield from _common(a, b, DATED)
        yield from _bounds(a, b)
        yield from _days(a, b)
    else:
        yield from _common(a, b, COUNTED)
        yield from _counted(a, b)
        yield from _figures(a, b)


def _common(a: Subject, b: Subject, weights: dict[Feature, int]) -> Iterator[Points]:
    yield Feature.PRIOR, weights[Feature.PRIOR]
    yield Feature.WORDS, weights[Feature.WORDS] * a.vector.cosine(b.vector) // FULL
    if feature := _events(a.profile, b.profile):
        yield feature, weights[feature]


def _events(a: Profile, b: Profile) -> Feature | None:
    if a.event is None or b.event is None:
        return None
    if a.event == b.event:
        return Feature.SAME_EVENT
    if b.events.get(a.event, 0) >= NEAR or a.events.get(b.event, 0) >= NEAR:
        return None
    both = {a.event, b.event}
    return Feature.RIVAL_EVENT if any(both <= rivals for rivals in RIVALS) else Feature.OTHER_EVENT


def _counted(a: Subject, b: Subject) -> Iterator[Points]:
    """What is counted, over which time, in which mood."""
    if a.family == Kind.QUANTITY or a.family == Kind.ORDINAL:
        yield _nouns(a.profile, b.profile)
    density = max(a.unit_density, b.unit_density)
    if density <= OFTEN_ONCE:
        telling = density <= ONCE_AN_ARTICLE and a.side.kind not in EVERYDAY_UNITS
        yield Feature.RARE_UNIT, COUNTED[Feature.RARE_UNIT] // (1 if telling else 3)
    if a.side.per != b.side.per:
        yield Feature.OTHER_PER, COUNTED[Feature.OTHER_PER] // (1 if a.side.per and b.side.per else 4)
    if a.side.change is not b.side.change:
        yield Feature.OTHER_CHANGE, COUNTED[Feature.OTHER_CHANGE] // (1 if a.side.change and b.side.change else 3)
    if a.profile.frames != b.profile.frames:
        yield Feature.OTHER_FRAME, COUNTED[Feature.OTHER_FRAME]
    if a.profile.years != b.profile.years and a.profile.years.isdisjoint(b.profile.years):
        yield Feature.OTHER_YEARS, COUNTED[Feature.OTHER_YEARS]


def _nouns(a: Profile, b: Profile) -> Points:
    if a.role and b.role:
        if a.role == b.role:
            feature = Feature.SAME_NOUN
        elif {a.role, b.role} & WIDE_ROLES and not {a.role, b.role} & PARTS_OF_PEOPLE:
            feature = Feature.WIDE_NOUN
        else:
            feature = Feature.OTHER_NOUN
    elif _is_deed(a, b) or _is_deed(b, a):
        feature = Feature.WIDE_NOUN
    elif a.head is None or b.head is None:
        return Feature.OTHER_NOUN, 0
    else:
        feature = Feature.SAME_NOUN if a.head == b.head else Feature.OTHER_NOUN
    return feature, COUNTED[feature]


def _is_deed(a: Profile, b: Profile) -> bool:
    """Whether one side counts deeds and the other the people they were done to: "31 arrests", "27 people arrested"."""
    return a.head is not None and a.head == b.event and b.role is not None


def _figures(a: Subject, b: Subject) -> Iterator[Points]:
    p, q = a.figure, b.figure
    if p is None or q is None:
        return
    if p == q:
        digits = min(a.digits, MOST_DIGITS) + (abs(p) >= LARGE_COUNT) if abs(p) > SMALL_COUNT else 1
        yield from _same_value(a, b, COUNTED, digits)
        return
    yield from _apart(a, b, COUNTED)
    share = share_apart(p, q)
    if _is_slip(a, b):
        yield Feature.SLIP, COUNTED[Feature.SLIP]
    elif a.side.kind is Kind.ORDINAL or share > MAGNITUDE_SHARE:
        yield Feature.FAR_VALUE, COUNTED[Feature.FAR_VALUE]
    elif share <= CLOSE_SHARE:
        yield Feature.CLOSE_VALUE, int(COUNTED[Feature.CLOSE_VALUE] * (CLOSE_SHARE - share) / CLOSE_SHARE)
    elif share > FAR_SHARE:
        yield Feature.OTHER_VALUE, COUNTED[Feature.OTHER_VALUE]


def _is_slip(a: Subject, b: Subject) -> bool:
    """Whether one figure looks like the other mistyped; a point moves only in large figures ("million", "billion")."""
    p, q = a.figure, b.figure
    if p is None or q is None or min(a.digits, b.digits) < 2:
        return False
    return is_digit_swap(p, q) or (min(abs(p), abs(q)) >= LARGE_COUNT and is_factor_of_ten(p, q))


def values_are_close(a: Subject, b: Subject) -> bool:
    """Whether two values could be one told twice: figures close together or a slip apart, dates that touch."""
    if a.figure is not None and b.figure is not None:
        return share_apart(a.figure, b.figure) <= CLOSE_SHARE or _is_slip(a, b)
    if a.days is not None and b.days is not None:
        return max(a.days[0], b.days[0]) - min(a.days[1], b.days[1]) <= 1
    return False


def _same_value(a: Subject, b: Subject, weights: dict[Feature, int], digits: int) -> Iterator[Points]:
    """The more often an article gives a value, the less it tells; one sentence that gives it twice means two facts."""
    density = max(a.value_density, b.value_density)
    yield Feature.SAME_VALUE, weights[Feature.SAME_VALUE] * digits * 100 // (density * density)
    if a.sentence == b.sentence:
        yield Feature.TWICE_IN_SENTENCE, weights[Feature.TWICE_IN_SENTENCE]


def _apart(a: Subject, b: Subject, weights: dict[Feature, int]) -> Iterator[Points]:
    """Against joining two different values that one article, or even one sentence, gives."""
    if a.side.article == b.side.article:
        yield Feature.SAME_ARTICLE, weights[Feature.SAME_ARTICLE]
        if a.sentence == b.sentence:
            yield Feature.SAME_SENTENCE, weights[Feature.SAME_SENTENCE]


def _bounds(a: Subject, b: Subject) -> Iterator[Points]:
    if a.bound != b.bound:
        yield Feature.OTHER_BOUND, DATED[Feature.OTHER_BOUND]
    elif a.bound:
        rare = max(a.unit_density, b.unit_density) <= ONCE_AN_ARTICLE
        yield Feature.SAME_BOUND, DATED[Feature.SAME_BOUND] * (2 if rare else 1)


def _days(a: Subject, b: Subject) -> Iterator[Points]:
    if a.days is None or b.days is None:
        return
    if a.days == b.days:
        yield from _same_value(a, b, DATED, 1)
        return
    yield from _apart(a, b, DATED)
    gap = max(a.days[0], b.days[0]) - min(a.days[1], b.days[1])
    short, long = sorted((a.days[1] - a.days[0] + 1, b.days[1] - b.days[0] + 1))
    if a.bound and b.bound and abs(a.days[1] - b.days[1]) <= long // ROUGHLY:
        # "within six months" and "by the end of the year" set one deadline, though one is a period and one a day
        yield Feature.CLOSE_VALUE, DATED[Feature.CLOSE_VALUE]
    elif gap <= 0:
        yield Feature.CLOSE_VALUE, DATED[Feature.CLOSE_VALUE] if long <= WIDER * short else OUT_OF_SCALE
    elif gap == 1 and a.bound == b.bound and not (a.is_relative and b.is_relative):
        yield Feature.CLOSE_VALUE, DATED[Feature.CLOSE_VALUE]
    elif a.is_relative and b.is_relative:
        # "last year" and "this year" are told apart on purpose, 2020 and 2021 may be a mistake
        yield Feature.FAR_VALUE, 2 * DATED[Feature.FAR_VALUE]
    else:
        feature = Feature.FAR_VALUE if gap > 3 * long else Feature.OTHER_VALUE
        yield feature, DATED[feature]


def _quoted(a: Subject, b: Subject) -> Points:
    """The same words, one quotation within the other, or one in two wordings; anything else is another quotation."""
    one, other = words_of(a.side.text), words_of(b.side.text)
    shortest = min(len(one), len(other))
    if shortest > 1 and (contains(one, other) or contains(other, one)):
        return Feature.QUOTED, FULL
    if shortest >= FEWEST_WORDS and (alike := likeness(one, other)) >= ALIKE:
        return Feature.QUOTED, int(FULL * alike) - QUOTE_PRIOR
    return Feature.QUOTED, NEVER


def _shared_words(a: Subject, b: Subject) -> str:
    """The three words that both stand among and that weigh most, as the first side writes them."""
    ours, theirs = a.vector.weights, b.vector.weights
    best = sorted((name for name in ours if name in theirs), key=lambda name: (-ours[name] * theirs[name], name))[:3]
    written = {token.name: token.text.rstrip(".").lower() for token in reversed(tokenise(a.side.sentence))}
    return ", ".join(f"“{written.get(name, name)}”" for name in best)
