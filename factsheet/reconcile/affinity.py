"""How likely two claims speak of one fact: points for and against, each with its reason.

The score is a sum of points in the manner of log-odds (Fellegi and Sunter, "A theory for record linkage", 1969): each feature
that two claims share adds, each that sets them apart takes away, and a shared feature adds the more, the rarer it is in the event.
Above 0 the two are taken to belong together. Points are whole numbers, so that sums do not depend on the order of adding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from articles.values import Hedge, Interval, Kind, share_apart, significant_digits
from factsheet.reconcile.date_relations import DEADLINES, days_of
from factsheet.reconcile.lexicon.events import RIVALS
from factsheet.reconcile.lexicon.people import PARTS_OF_PEOPLE, WIDE_ROLES
from factsheet.reconcile.measures import decimals_of, to_base
from factsheet.reconcile.profiles import FULL, NEAR, Profile, Vector
from factsheet.reconcile.quote_relations import contains, likeness, words_of
from factsheet.reconcile.sides import Side

Points = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Subject:
    """A side with all that its likeness to another is judged by.

    `value_density` is how many claims of its value an article has on average, in tenths (10 when each article that gives the
    value gives it once), and `unit_density` the same of its unit.
    """

    side: Side
    profile: Profile
    vector: Vector
    value_density: int
    unit_density: int


@dataclass(frozen=True, slots=True)
class Weights:
    """The points of each feature; kept in one place so that they can be read, tuned and shown."""

    prior: int
    words: int
    same_event: int
    other_event: int
    rival_event: int
    same_value: int
    close_value: int
    far_value: int
    same_article: int


COUNTED = Weights(
    prior=-450, words=900, same_event=300, other_event=-100, rival_event=-500,
    same_value=220, close_value=200, far_value=-500, same_article=-450,
)  # fmt: skip
DATED = Weights(
    prior=-550, words=1000, same_event=350, other_event=-200, rival_event=-600,
    same_value=600, close_value=120, far_value=-350, same_article=-400,
)  # fmt: skip
SAME_NOUN, SAME_ROLE, WIDE_ROLE, OTHER_ROLE = 250, 250, 100, -450
RARE_UNIT, OCCASIONAL_UNIT = 300, 100
OTHER_PER, LEVEL_AND_CHANGE, OTHER_DIRECTION = -400, -150, -150
OTHER_FRAME, OTHER_YEARS, OTHER_RANK = -350, -150, -500
SAME_SENTENCE, TWICE_IN_SENTENCE = -700, -500
SAME_BOUND, OTHER_BOUND = 150, -120


@dataclass(frozen=True, slots=True)
class Affinity:
    """The score of two claims and the reasons that speak for it, the strongest first."""

    score: int
    reasons: tuple[str, ...]


def affinity(a: Subject, b: Subject) -> Affinity:
    """How likely two claims of one kind speak of the same fact; symmetric."""
    if a.side.kind in (Kind.QUOTE, Kind.STATEMENT):
        points = _quote_points(a.side, b.side)
    elif a.side.kind is Kind.DATE:
        points = _date_points(a, b)
    else:
        points = _figure_points(a, b)
    said = sorted((-score, reason) for score, reason in points if score > 0 and reason)
    return Affinity(sum(score for score, _ in points), tuple(reason for _, reason in said))


def _figure_points(a: Subject, b: Subject) -> list[Points]:
    weights, x, y = COUNTED, decimals_of(a.side), decimals_of(b.side)
    points = [(weights.prior, ""), *_shared_words(a, b, weights), *_events(a.profile, b.profile, weights)]
    if a.side.kind in (Kind.QUANTITY, Kind.ORDINAL):
        points.append(_nouns(a.profile, b.profile))
    density = max(a.unit_density, b.unit_density)
    points.append(
        (RARE_UNIT if density <= 12 else OCCASIONAL_UNIT if density <= 16 else 0, "the unit is rare in the event")
    )
    if a.side.per != b.side.per:
        points.append((OTHER_PER, ""))
    if (a.side.change is None) != (b.side.change is None):
        points.append((LEVEL_AND_CHANGE, ""))
    elif a.side.change is not b.side.change:
        points.append((OTHER_DIRECTION, ""))
    points.extend(_frames(a.profile, b.profile))
    if x is not None and y is not None:
        points.extend(_values(a, b, to_base(x, a.side.unit), to_base(y, b.side.unit)))
    return points


def _frames(a: Profile, b: Profile) -> list[Points]:
    """Against joining a forecast with a result, last year's figure with this year's, a part with its whole."""
    points = [(OTHER_FRAME, "")] if a.frames != b.frames else []
    if a.years != b.years and (not a.years or not b.years or a.years.isdisjoint(b.years)):
        points.append((OTHER_YEARS, ""))
    return points


def _shared_words(a: Subject, b: Subject, weights: Weights) -> list[Points]:
    cosine = a.vector.cosine(b.vector)
    shared = [name for name in a.vector.weights if name in b.vector.weights]
    best = sorted(shared, key=lambda name: (-a.vector.weights[name] * b.vector.weights[name], name))[:3]
    return [(weights.words * cosine // FULL, f"the words around share “{'”, “'.join(best)}”" if best else "")]


def _events(a: Profile, b: Profile, weights: Weights) -> list[Points]:
    if a.event is None or b.event is None:
        return []
    if a.event == b.event:
        return [(weights.same_event, f"both are about “{a.event}”")]
    if any({a.event, b.event} <= rivals for rivals in RIVALS) and not _shares_event(a, b):
        return [(weights.rival_event, "")]
    return [(weights.other_event, "")] if not _shares_event(a, b) else []


def _shares_event(a: Profile, b: Profile) -> bool:
    """Whether the nearest event of one stands near the other as well."""
    return b.events.get(a.event or "", 0) >= NEAR or a.events.get(b.event or "", 0) >= NEAR


def _nouns(a: Profile, b: Profile) -> Points:
    if a.role and b.role:
        if a.role == b.role:
            return SAME_ROLE, "both count the same kind of people"
        if {a.role, b.role} & WIDE_ROLES and not {a.role, b.role} & PARTS_OF_PEOPLE:
            return WIDE_ROLE, "both count people"
        return OTHER_ROLE, ""
    if a.head and a.head == b.head:
        return SAME_NOUN, f"both count “{a.head}”"
    return (0, "") if a.head is None or b.head is None else (OTHER_ROLE, "")


def _values(a: Subject, b: Subject, x: Interval[Decimal], y: Interval[Decimal]) -> list[Points]:
    p, q = _named(x), _named(y)
    if p == q:
        digits = min(significant_digits(p), 3) + (abs(p) >= LARGE_COUNT) if abs(p) > SMALL_COUNT else 1
        points = [(TWICE_IN_SENTENCE, "")] if _in_one_sentence(a.side, b.side) else []
        return [
            *points,
            (COUNTED.same_value * digits * 100 // max(a.value_density, b.value_density) ** 2, "the same figure"),
        ]
    points = _apart(a.side, b.side, COUNTED)
    if a.side.kind is Kind.ORDINAL:
        return [*points, (OTHER_RANK, "")]
    share = share_apart(p, q)
    if share <= CLOSE_SHARE:
        return [
            *points,
            (int(COUNTED.close_value * (CLOSE_SHARE - share) / CLOSE_SHARE), "figures close to one another"),
        ]
    if share <= FAR_SHARE:
        return points
    return [*points, (COUNTED.far_value if share > MAGNITUDE_SHARE else COUNTED.far_value // 3, "")]


SMALL_COUNT, LARGE_COUNT = 10, 1000
"""A count up to ten is shared by chance, one in the thousands hardly, however round it is."""

CLOSE_SHARE, FAR_SHARE, MAGNITUDE_SHARE = Decimal("0.3"), Decimal("0.5"), Decimal("0.8")


def _apart(a: Side, b: Side, weights: Weights) -> list[Points]:
    """Against joining two different values that one article, or even one sentence, gives."""
    if a.article != b.article:
        return []
    return [(weights.same_article + (SAME_SENTENCE if _in_one_sentence(a, b) else 0), "")]


def _in_one_sentence(a: Side, b: Side) -> bool:
    return a.article == b.article and a.start - a.offset == b.start - b.offset


def _named(interval: Interval[Decimal]) -> Decimal:
    """One figure that stands for the interval: its only bound, or the middle."""
    if interval.low is None or interval.high is None:
        return next(bound for bound in (interval.low, interval.high) if bound is not None)
    return (interval.low + interval.high) / 2


def _date_points(a: Subject, b: Subject) -> list[Points]:
    weights, x, y = DATED, days_of(a.side), days_of(b.side)
    points = [(weights.prior, ""), *_shared_words(a, b, weights), *_events(a.profile, b.profile, weights)]
    deadlines = [side.hedge in {*DEADLINES, Hedge.WITHIN} for side in (a.side, b.side)]
    if all(deadlines):
        points.append((SAME_BOUND, "both set a deadline"))
    elif any(deadlines):
        points.append((OTHER_BOUND, ""))
    if x is not None and y is not None:
        points.extend(_days(a, b, x, y))
    return points


def _days(a: Subject, b: Subject, x: Interval[date], y: Interval[date]) -> list[Points]:
    if x == y:
        points = [(TWICE_IN_SENTENCE, "")] if _in_one_sentence(a.side, b.side) else []
        return [*points, (DATED.same_value * 100 // max(a.value_density, b.value_density) ** 2, "the same date")]
    gap, lengths = _gap(x, y), sorted((_length(x), _length(y)))
    points = _apart(a.side, b.side, DATED)
    if gap <= 0:
        return [
            *points,
            (DATED.close_value if lengths[1] <= WIDER * lengths[0] else OUT_OF_SCALE, "dates that overlap"),
        ]
    if gap <= 1 and _bounds_alike(a.side, b.side) and not (_is_relative(a.side) and _is_relative(b.side)):
        return [*points, (DATED.close_value, "dates beside one another")]
    return [*points, (DATED.far_value if gap > 3 * lengths[1] else DATED.far_value // 2, "")]


RELATIVE = re.compile(r"\b(?:last|this|next|previous)\b", re.IGNORECASE)


def _is_relative(side: Side) -> bool:
    """Whether a date is named from the day of writing: "last year" and "this year" are told apart on purpose."""
    return bool(RELATIVE.search(side.text))


def _bounds_alike(a: Side, b: Side) -> bool:
    return (a.hedge in DEADLINES) is (b.hedge in DEADLINES)


WIDER, OUT_OF_SCALE = 40, -200
"""A period says something of a day in it up to a month; that both lie in one year is no likeness."""


def _gap(x: Interval[date], y: Interval[date]) -> int:
    """Days between two periods, 0 or less when they overlap; an open end counts as its other end."""
    lows = [(i.low or i.high or date.min).toordinal() for i in (x, y)]
    highs = [(i.high or i.low or date.max).toordinal() for i in (x, y)]
    return max(lows) - min(highs)


def _length(period: Interval[date]) -> int:
    return (period.high - period.low).days + 1 if period.low and period.high else 1


def _quote_points(a: Side, b: Side) -> list[Points]:
    one, other = words_of(a.text), words_of(b.text)
    if min(len(one), len(other)) >= 2 and (contains(one, other) or contains(other, one)):
        return [(FULL, "the same words quoted")]
    alike = likeness(one, other) if min(len(one), len(other)) > 3 else 0.0
    return [(int(FULL * alike) - 550, "nearly the same words quoted")]
