"""What two figures have in common and what sets them apart: what they count, over which time, and their values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from articles.values import Kind, is_digit_swap, is_factor_of_ten, is_one_digit_off, share_apart
from factsheet.reconcile.clocks import apart_on_one_clock
from factsheet.reconcile.features import Feature, Strength, same_value, tell_apart
from factsheet.reconcile.frames import Frame
from factsheet.reconcile.lexicon.people import PARTS_OF_PEOPLE, WIDE_ROLES
from factsheet.reconcile.profiles import FULL, NEAR, Profile
from factsheet.reconcile.subjects import Subject

SMALL_COUNT, LARGE_COUNT = 10, 1000
"""A count up to ten is shared by chance; a point is misplaced only in figures of thousands and more."""

CLOSE_SHARE, FAR_SHARE, MAGNITUDE_SHARE = Decimal("0.3"), Decimal("0.5"), Decimal("0.7")
"""How far apart figures of one fact may be: close, neither here nor there, another value, another magnitude."""

TELLING = 2
"""Of figures with more significant digits than this, few differ in one digit only by chance."""

HOUR = 60
"""Minutes; times of day that differ by whole hours may be one time in two zones."""

ONCE_AN_ARTICLE, OFTEN_ONCE = 12, 16
"""Densities, in tenths, up to which a unit counts as rare, and as a third as telling."""

EVERYDAY_UNITS = frozenset({Kind.MONEY, Kind.PERCENTAGE})
"""Kinds whose unit says little of what is counted, however seldom it is used."""

THIRD, QUARTER = FULL // 3, FULL // 4


def features_of_figures(a: Subject, b: Subject, alike: int) -> Iterator[Strength]:
    """The features of two figures of one family; `alike` is how alike the words around them are, 0 to FULL."""
    noun = _nouns(a.profile, b.profile) if a.family in NAMED else None
    yield from _counted(a, b, noun)
    yield from _figures(a, b, noun, alike)


def _counted(a: Subject, b: Subject, noun: Feature | None) -> Iterator[Strength]:
    """What is counted, and by what."""
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
    yield from _framed(p, q, noun)


def _framed(p: Profile, q: Profile, noun: Feature | None) -> Iterator[Strength]:
    """In which mood, of whom, and over which years."""
    if Frame.AGE in p.frames and Frame.AGE in q.frames and not _share_near(p, q):
        yield Feature.OTHER_AGE, FULL
    for frame in p.frames ^ q.frames:
        if frame is Frame.PART:
            yield Feature.OTHER_PART, THIRD if noun is Feature.SAME_NOUN and p.role not in WIDE_ROLES else FULL
        elif frame in FRAME_FEATURES:
            yield FRAME_FEATURES[frame], FULL
    if p.years & q.years:
        yield Feature.SAME_YEARS, FULL
    elif p.years != q.years:
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
    if a.side.kind is Kind.TIME:
        yield from _clocks(a, b, alike)
        return
    if p == q:
        yield from same_value(a, b)
        if abs(p) <= SMALL_COUNT:
            yield Feature.SMALL_VALUE, FULL
        elif a.digits > TELLING:
            yield Feature.PRECISE_VALUE, FULL if a.digits > TELLING + 1 else FULL // 2
    else:
        yield from tell_apart(a, b, alike)
        yield from _differing(a, p, b, q, noun)


def _differing(a: Subject, p: Decimal, b: Subject, q: Decimal, noun: Feature | None) -> Iterator[Strength]:
    """How far apart two figures are, and whether the one looks like the other misread."""
    share = share_apart(p, q)
    if _looks_like(a, b, is_one_digit_off):
        yield Feature.ONE_DIGIT, FULL if max(a.digits, b.digits) > TELLING else FULL // 2
    if is_slip(a, b) and noun not in UNLIKE_NOUNS:
        yield Feature.SLIP, FULL
    elif a.side.kind is Kind.ORDINAL or share > MAGNITUDE_SHARE:
        yield Feature.FAR_VALUE, FULL
    elif share <= CLOSE_SHARE and _is_of_one_grain(a, b, p, q):
        close = int(FULL * (CLOSE_SHARE - share) / CLOSE_SHARE)
        yield Feature.CLOSE_VALUE, close if max(abs(p), abs(q)) > SMALL_COUNT else close // 3
    elif share > FAR_SHARE:
        yield Feature.OTHER_VALUE, FULL


def _clocks(a: Subject, b: Subject, alike: int) -> Iterator[Strength]:
    """Two times of day: one moment, also in two zones; or not, unless whole hours may be what zones are apart."""
    apart, is_one_clock = apart_on_one_clock(a.side, b.side)
    if not apart:
        yield from same_value(a, b)
        return
    yield from tell_apart(a, b, alike)
    if is_one_clock or apart % HOUR:
        yield Feature.FAR_VALUE if apart > HOUR else Feature.OTHER_VALUE, FULL


def _is_of_one_grain(a: Subject, b: Subject, p: Decimal, q: Decimal) -> bool:
    """Whether two figures may count one thing: of bare figures, a fraction measures where a whole number counts."""
    return a.family != Kind.QUANTITY or bool(a.side.unit or b.side.unit) or (p % 1 == 0) is (q % 1 == 0)


def is_slip(a: Subject, b: Subject) -> bool:
    """Whether one figure looks like the other mistyped; a point moves only in large figures ("million", "billion")."""
    return min(a.digits, b.digits) > 1 and (_looks_like(a, b, is_digit_swap) or _looks_like(a, b, _is_point_moved))


def _is_point_moved(p: Decimal, q: Decimal) -> bool:
    return min(abs(p), abs(q)) >= LARGE_COUNT and is_factor_of_ten(p, q)


def _looks_like(a: Subject, b: Subject, judge: Callable[[Decimal, Decimal], bool]) -> bool:
    """Whether two figures look alike as their articles write them; in two units they are not written alike."""
    p, q = a.written, b.written
    return a.side.unit == b.side.unit and p is not None and q is not None and judge(p, q)
