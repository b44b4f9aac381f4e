"""What two claims have in common and what sets them apart: features, each with a strength of 0 to FULL."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import IntEnum, auto

from articles.values import Hedge, Kind, is_digit_swap, is_factor_of_ten, share_apart
from factsheet.reconcile.frames import Frame
from factsheet.reconcile.lexicon.events import RIVALS
from factsheet.reconcile.lexicon.people import PARTS_OF_PEOPLE, WIDE_ROLES
from factsheet.reconcile.profiles import FULL, NEAR, Profile
from factsheet.reconcile.quote_relations import ALIKE, contains, likeness, words_of
from factsheet.reconcile.subjects import Subject


class Feature(IntEnum):
    """What speaks for or against two claims being one fact."""

    PRIOR = auto()
    WORDS = auto()
    SAME_EVENT = auto()
    OTHER_EVENT = auto()
    RIVAL_EVENT = auto()
    SAME_PLACE = auto()
    OTHER_PLACE = auto()
    OTHER_SCALE = auto()
    SAME_VALUE = auto()
    SMALL_VALUE = auto()
    LONG_VALUE = auto()
    CLOSE_VALUE = auto()
    OTHER_VALUE = auto()
    FAR_VALUE = auto()
    SLIP = auto()
    TOLD_APART = auto()
    SAME_ARTICLE = auto()
    SAME_SENTENCE = auto()
    TWICE_IN_SENTENCE = auto()
    BOTH_EARLY = auto()
    SAME_NOUN = auto()
    NAMED_NOUN = auto()
    BARE_NOUN = auto()
    WIDE_NOUN = auto()
    OTHER_NOUN = auto()
    RARE_UNIT = auto()
    OTHER_PER = auto()
    OTHER_CHANGE = auto()
    OTHER_MOOD = auto()
    OTHER_WISH = auto()
    OTHER_TIME = auto()
    OTHER_PART = auto()
    OTHER_YEARS = auto()
    SAME_BOUND = auto()
    OTHER_BOUND = auto()
    DATELINE = auto()
    OTHER_AGE = auto()
    QUOTED = auto()


Strength = tuple[Feature, int]

SMALL_COUNT, LARGE_COUNT = 10, 1000
"""A count up to ten is shared by chance; a point is misplaced only in figures of thousands and more."""

CLOSE_SHARE, FAR_SHARE, MAGNITUDE_SHARE = Decimal("0.3"), Decimal("0.5"), Decimal("0.7")
"""How far apart figures of one fact may be: close, neither here nor there, another value, another magnitude."""

HOUR = 60
"""Minutes; times of day that differ by whole hours may be one time in two zones."""

ONCE_AN_ARTICLE, OFTEN_ONCE = 12, 16
"""Densities, in tenths, up to which a unit counts as rare, and as a third as telling."""

EVERYDAY_UNITS = frozenset({Kind.MONEY, Kind.PERCENTAGE})
"""Kinds whose unit says little of what is counted, however seldom it is used."""

WIDER = 40
"""A period says something of a day in it up to a month; that both lie in one year is no likeness."""

LONG = 31
"""In a year many things happen, on a day few."""

ROUGHLY = 10
"""A deadline told by a length of time is meant to a tenth of it."""

EARLY = 400
"""What stands in the headline or the first paragraph, in characters, is what the event is about."""

EVEN = 10
"""The density, in tenths, of what an article that has it has once."""

CROWD = 300
"""An article that counts one thing thirty times (in tenths) shares values with others by chance."""

THIRD, QUARTER = FULL // 3, FULL // 4
FEWEST_WORDS = 4
QUOTE_PRIOR, NEVER = 550, -3000


def features_of_pair(a: Subject, b: Subject) -> Iterator[Strength]:
    """The features of two claims of one family, each at most once; symmetric."""
    alike = a.vector.cosine(b.vector)
    yield Feature.PRIOR, FULL
    yield Feature.WORDS, alike
    yield from _events(a.profile, b.profile)
    if a.places and b.places:
        yield Feature.OTHER_PLACE if a.places.isdisjoint(b.places) else Feature.SAME_PLACE, FULL
    if a.side.start < EARLY and b.side.start < EARLY:
        yield Feature.BOTH_EARLY, FULL
    if a.side.kind is Kind.DATE:
        yield from _bounds(a, b)
        yield from _days(a, b, alike)
    else:
        noun = _nouns(a.profile, b.profile) if a.family in NAMED else None
        yield from _counted(a, b, noun)
        yield from _figures(a, b, noun, alike)


def _events(a: Profile, b: Profile) -> Iterator[Strength]:
    """Events tell the more, the nearer they stand to their claims, and the further off the event of the other one."""
    if a.event is None or b.event is None:
        return
    if a.event == b.event:
        yield Feature.SAME_EVENT, min(2 * a.events.get(a.event, FULL), 2 * b.events.get(b.event, FULL), FULL)
        return
    ours = a.events.get(a.event, FULL) - a.events.get(b.event, 0)
    theirs = b.events.get(b.event, FULL) - b.events.get(a.event, 0)
    if ours > 0 and theirs > 0:
        both = {a.event, b.event}
        rivals = any(both <= rivals for rivals in RIVALS)
        yield Feature.RIVAL_EVENT if rivals else Feature.OTHER_EVENT, min(2 * ours, 2 * theirs, FULL)


def _counted(a: Subject, b: Subject, noun: Feature | None) -> Iterator[Strength]:
    """What is counted, over which time, in which mood."""
    p, q = a.profile, b.profile
    if noun:
        yield noun, FULL
    density = max(a.unit_density, b.unit_density)
    if density <= OFTEN_ONCE:
        telling = density <= ONCE_AN_ARTICLE and a.side.kind not in EVERYDAY_UNITS
        yield Feature.RARE_UNIT, FULL if telling else THIRD
    if a.side.per != b.side.per:
        yield Feature.OTHER_PER, FULL if a.side.per and b.side.per else QUARTER
    if a.side.change is not b.side.change:
        yield Feature.OTHER_CHANGE, FULL if a.side.change and b.side.change else THIRD
    if Frame.AGE in p.frames and Frame.AGE in q.frames and not _share_near(p, q):
        yield Feature.OTHER_AGE, FULL
    for frame in p.frames ^ q.frames:
        if frame is Frame.PART:
            yield Feature.OTHER_PART, THIRD if noun is Feature.SAME_NOUN and p.role not in WIDE_ROLES else FULL
        elif frame in FRAME_FEATURES:
            yield FRAME_FEATURES[frame], FULL
    if p.years != q.years and p.years.isdisjoint(q.years):
        yield Feature.OTHER_YEARS, FULL if p.years and q.years else FULL // 2


NAMED = frozenset({str(Kind.QUANTITY), str(Kind.ORDINAL)})
UNLIKE_NOUNS = frozenset({Feature.OTHER_NOUN, Feature.BARE_NOUN})
FRAME_FEATURES = {
    Frame.FORECAST: Feature.OTHER_MOOD,
    Frame.WISHED: Feature.OTHER_WISH,
    Frame.EARLIER: Feature.OTHER_TIME,
    Frame.AGE: Feature.OTHER_AGE,
}


def _share_near(a: Profile, b: Profile) -> bool:
    """Whether a word stands near both, as the name or the calling of a person whose age is told."""
    return any(weight >= NEAR and b.words.get(name, 0) >= NEAR for name, weight in a.words.items())


def _nouns(a: Profile, b: Profile) -> Feature | None:
    if a.role and b.role:
        if a.role == b.role:
            return Feature.WIDE_NOUN if a.role in WIDE_ROLES else Feature.SAME_NOUN
        if {a.role, b.role} & WIDE_ROLES and not {a.role, b.role} & PARTS_OF_PEOPLE:
            return Feature.WIDE_NOUN
        return Feature.OTHER_NOUN
    if _is_deed(a, b) or _is_deed(b, a):
        return Feature.WIDE_NOUN
    if a.head is None or b.head is None:
        if a.head is None and b.head is None:
            return None
        return Feature.NAMED_NOUN if _names(a, b) or _names(b, a) else Feature.BARE_NOUN
    return Feature.SAME_NOUN if a.head == b.head else Feature.OTHER_NOUN


def _is_deed(a: Profile, b: Profile) -> bool:
    """Whether one side counts deeds and the other the people they were done to: "31 arrests", "27 people arrested"."""
    return a.head is not None and a.head == b.event and b.role is not None


def _names(a: Profile, b: Profile) -> bool:
    """Whether what one side counts stands near the bare figure of the other: "six libraries", "Libraries: 6"."""
    return any(b.words.get(name, 0) >= NEAR or b.events.get(name, 0) >= NEAR for name in a.nouns)


def _figures(a: Subject, b: Subject, noun: Feature | None, alike: int) -> Iterator[Strength]:
    p, q = a.figure, b.figure
    if p is None or q is None:
        return
    if p == q:
        yield from _same_value(a, b)
        if abs(p) <= SMALL_COUNT:
            yield Feature.SMALL_VALUE, FULL
        return
    yield from _apart(a, b, alike)
    share = share_apart(p, q)
    if a.side.kind is Kind.TIME:
        yield Feature.OTHER_VALUE if (p - q) % HOUR else Feature.CLOSE_VALUE, FULL
    elif _is_slip(a, b) and noun not in UNLIKE_NOUNS:
        yield Feature.SLIP, FULL
    elif a.side.kind is Kind.ORDINAL or share > MAGNITUDE_SHARE:
        yield Feature.FAR_VALUE, FULL
    elif share <= CLOSE_SHARE:
        close = int(FULL * (CLOSE_SHARE - share) / CLOSE_SHARE)
        yield Feature.CLOSE_VALUE, close if max(abs(p), abs(q)) > SMALL_COUNT else close // 3
    elif share > FAR_SHARE:
        yield Feature.OTHER_VALUE, FULL


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


def _same_value(a: Subject, b: Subject) -> Iterator[Strength]:
    """The more often an article gives a value, or counts what is counted, the less the value tells; one sentence that
    gives it twice means two facts.
    """
    density = max(a.value_density, b.value_density)
    if a.side.article == b.side.article:
        density = max(density - EVEN, EVEN)
    crowd = 1 + max(a.unit_density, b.unit_density) // CROWD
    yield Feature.SAME_VALUE, FULL * EVEN * EVEN // (density * density * crowd)
    if a.sentence == b.sentence:
        yield Feature.TWICE_IN_SENTENCE, FULL


def _apart(a: Subject, b: Subject, alike: int) -> Iterator[Strength]:
    """Against joining two different values that one article, or even one sentence, gives, unless one of them is told
    as what was said before.
    """
    if a.is_former is not b.is_former:
        return
    if a.side.article == b.side.article:
        yield Feature.SAME_ARTICLE, FULL
        if a.sentence == b.sentence:
            yield Feature.SAME_SENTENCE, FULL
    else:
        known = (b.side.article in a.tellers) + (a.side.article in b.tellers)
        if known:
            # Of two claims in the same words, that value was told elsewhere of something else.
            yield Feature.TOLD_APART, (FULL - alike) * known // 2


def _bounds(a: Subject, b: Subject) -> Iterator[Strength]:
    if a.bound != b.bound:
        yield Feature.OTHER_BOUND, FULL
    elif a.bound:
        rare = max(a.unit_density, b.unit_density) <= ONCE_AN_ARTICLE
        yield Feature.SAME_BOUND, FULL if rare else FULL // 2


def _days(a: Subject, b: Subject, alike: int) -> Iterator[Strength]:
    if a.days is None or b.days is None:
        return
    if a.days == b.days:
        yield from _same_value(a, b)
        if a.days[1] - a.days[0] > LONG:
            yield Feature.LONG_VALUE, FULL
        return
    yield from _apart(a, b, alike)
    if a.is_dateline or b.is_dateline:
        yield Feature.DATELINE, FULL
    yield from _distance(a, a.days, b, b.days)


def _distance(a: Subject, x: tuple[int, int], b: Subject, y: tuple[int, int]) -> Iterator[Strength]:
    """How far apart two different periods lie, for their length."""
    gap = max(x[0], y[0]) - min(x[1], y[1])
    short, long = sorted((x[1] - x[0] + 1, y[1] - y[0] + 1))
    both_bound = bool(a.bound and b.bound)
    is_rough = Hedge.WITHIN in (a.side.hedge, b.side.hedge)
    if long > WIDER * short and not both_bound:
        yield Feature.OTHER_SCALE, FULL
    if both_bound and abs(x[1] - y[1]) <= (long // ROUGHLY if is_rough else 1):
        # "within six months" and "by the end of the year" set one deadline, though one is a period and one a day
        yield Feature.CLOSE_VALUE, FULL
    elif gap <= 0 and (is_rough or not both_bound):
        if long <= WIDER * short:
            yield Feature.CLOSE_VALUE, FULL
    elif a.is_relative and b.is_relative:
        # "last year" and "this year" are told apart on purpose, 2020 and 2021 may be a mistake
        yield Feature.FAR_VALUE, 2 * FULL
    elif gap == 1 and a.bound == b.bound:
        # The next day is often the same; the next year is no nearer than any other, and no further.
        yield Feature.CLOSE_VALUE, FULL if short == 1 else 0
    elif gap > 3 * long:
        yield Feature.FAR_VALUE, min(FULL * gap // (3 * long), 2 * FULL)
    else:
        yield Feature.OTHER_VALUE, FULL


def quoted(a: Subject, b: Subject) -> int:
    """The points of two quotations: the same words, one within the other, or one in two wordings; else another one."""
    one, other = words_of(a.side.text), words_of(b.side.text)
    shortest = min(len(one), len(other))
    if shortest > 1 and (contains(one, other) or contains(other, one)):
        return FULL
    if shortest >= FEWEST_WORDS and (alike := likeness(one, other)) >= ALIKE:
        return int(FULL * alike) - QUOTE_PRIOR
    return NEVER
