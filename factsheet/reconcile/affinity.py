"""How likely two claims speak of one fact: points for and against, each with its reason.

The score is a sum of points in the manner of log-odds (Fellegi and Sunter, "A theory for record linkage", 1969): each
feature that two claims share adds, each that sets them apart takes away, and a shared feature adds the more, the
rarer it is in the event. Above 0 the two are taken to belong together. Points are whole numbers, so that sums do not
depend on the order of adding. `figure_features` and `date_features` say what is looked at beside the words and events,
`weights` what it is worth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from articles.phrasing import gettext_noop as _
from articles.values import Kind
from factsheet.reconcile.clocks import apart_on_one_clock
from factsheet.reconcile.date_features import features_of_dates
from factsheet.reconcile.features import EARLY, Feature, Strength
from factsheet.reconcile.figure_features import features_of_figures
from factsheet.reconcile.lexicon.outcomes import RIVALS
from factsheet.reconcile.profiles import FULL, Profile
from factsheet.reconcile.quote_relations import ALIKE, contains, likeness, words_of
from factsheet.reconcile.subjects import Subject
from factsheet.reconcile.tokens import tokenise
from factsheet.reconcile.weights import COUNTED, DATED

REASONS: dict[Feature, str] = {
    Feature.WORDS: _("the words around share {words}"),
    Feature.SAME_EVENT: _("both are about “{event}”"),
    Feature.SAME_VALUE: _("the same value"),
    Feature.CLOSE_VALUE: _("values close to one another"),
    Feature.SLIP: _("values that differ by a slip of the keys"),
    Feature.SAME_NOUN: _("both count the same thing"),
    Feature.NAMED_NOUN: _("what the one counts stands beside the other"),
    Feature.WIDE_NOUN: _("both count people"),
    Feature.RARE_UNIT: _("the unit is rare in the event"),
    Feature.SAME_BOUND: _("both set a deadline"),
    Feature.BOTH_EARLY: _("both stand at the beginning of their articles"),
    Feature.QUOTED: _("the same words quoted"),
}

QUOTED_KINDS = frozenset({Kind.QUOTE, Kind.STATEMENT})

FEWEST_WORDS = 4
QUOTE_PRIOR, NEVER = 550, -3000


@dataclass(frozen=True, slots=True)
class Affinity:
    """The score of two claims and the reasons that speak for it, the strongest first."""

    score: int
    reasons: tuple[str, ...]


def score_of(a: Subject, b: Subject) -> int:
    """How likely two claims of one family speak of the same fact; symmetric, above 0 for more likely than not."""
    if a.side.kind in QUOTED_KINDS:
        return _quoted(a, b)
    weights = DATED if a.side.kind is Kind.DATE else COUNTED
    return sum([weights[feature] * strength // FULL for feature, strength in features_of_pair(a, b)])


def affinity(a: Subject, b: Subject) -> Affinity:
    """The score of two claims with its reasons in words."""
    found = list(_points(a, b))
    telling = sorted(((-points, REASONS[feature]) for feature, points in found if points > 0 and feature in REASONS))
    words = {"words": _shared_words(a, b), "event": a.profile.event}
    return Affinity(sum(points for _, points in found), tuple(reason.format(**words) for _, reason in telling))


def _points(a: Subject, b: Subject) -> Iterator[tuple[Feature, int]]:
    if a.side.kind in QUOTED_KINDS:
        yield Feature.QUOTED, _quoted(a, b)
        return
    weights = DATED if a.side.kind is Kind.DATE else COUNTED
    for feature, strength in features_of_pair(a, b):
        yield feature, weights[feature] * strength // FULL


def features_of_pair(a: Subject, b: Subject) -> list[Strength]:
    """The features of two claims of one family, each at most once; symmetric."""
    alike, shared = a.vector.cosine(b.vector), a.vector.shared(b.vector)
    found = [(Feature.PRIOR, FULL), (Feature.WORDS, alike), (Feature.SHARED_WORDS, shared)]
    if not shared:
        found.append((Feature.NO_WORDS, FULL))
    if a.profile.event is not None and b.profile.event is not None:
        found += _events(a.profile, a.profile.event, b.profile, b.profile.event)
    if a.places and b.places:
        found.append((Feature.OTHER_PLACE if a.places.isdisjoint(b.places) else Feature.SAME_PLACE, FULL))
    if a.side.start < EARLY and b.side.start < EARLY:
        found.append((Feature.BOTH_EARLY, FULL))
    if a.side.kind is Kind.DATE:
        found += features_of_dates(a, b, alike)
    else:
        found += features_of_figures(a, b, alike)
    return found


def _events(a: Profile, ours: str, b: Profile, theirs: str) -> Iterator[Strength]:
    """Events tell the more, the nearer they stand to their claims, and the further off the event of the other one."""
    near, there = a.events.get(ours, FULL), b.events.get(theirs, FULL)
    if ours == theirs:
        yield Feature.SAME_EVENT, min(2 * near, 2 * there, FULL)
        return
    apart = min(near - a.events.get(theirs, 0), there - b.events.get(ours, 0))
    if apart > 0:
        yield Feature.RIVAL_EVENT if (ours, theirs) in RIVALRY else Feature.OTHER_EVENT, min(2 * apart, FULL)


RIVALRY = frozenset(pair for rivals in RIVALS for pair in permutations(rivals, 2))


def _quoted(a: Subject, b: Subject) -> int:
    """The points of two quotations: the same words, one within the other, or one in two wordings; else another one."""
    one, other = words_of(a.side.text), words_of(b.side.text)
    shortest = min(len(one), len(other))
    if shortest > 1 and (contains(one, other) or contains(other, one)):
        return FULL
    if shortest >= FEWEST_WORDS and (alike := likeness(one, other)) >= ALIKE:
        return int(FULL * alike) - QUOTE_PRIOR
    return NEVER


def give_one_value(a: Subject, b: Subject) -> bool:
    """Whether two claims give the same value, or have none that could differ."""
    if a.side.kind is Kind.TIME:
        return not apart_on_one_clock(a.side, b.side)[0]
    return (a.figure, a.days) == (b.figure, b.days)


def _shared_words(a: Subject, b: Subject) -> str:
    """The three words that both stand among and that weigh most, as the first side writes them."""
    ours, theirs = a.vector.weights, b.vector.weights
    best = sorted((name for name in ours if name in theirs), key=lambda name: (-ours[name] * theirs[name], name))[:3]
    written = {token.name: token.text.rstrip(".").lower() for token in reversed(tokenise(a.side.sentence))}
    return ", ".join(f"“{written.get(name, name)}”" for name in best)
