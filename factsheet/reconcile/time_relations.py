"""How two times of day stand to one another, each on the clock of its own zone.

A clock whose zone is known is set to UTC. One whose zone its article leaves out is compared as it stands with another
of that sort, since both speak of one place. With a clock that is known it agrees by the zone in which its article was
written, as a hint; by any other zone of the world only if that is so, which an editor has to find out. Times without
a day are compared round the clock: half past eleven is an hour before half past midnight.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from articles.phrasing import gettext_noop as _
from articles.values import Hedge, Interval, intersect, is_unbounded
from articles.zones import ABBREVIATIONS, DAY, HOUR, UNNAMED, WORLD, minutes_of, spell_offset
from factsheet.reconcile.clocks import (
    Minutes,
    bound_of,
    minute_named,
    minutes_from,
    move,
    offsets_at_home,
    offsets_told,
    times_of,
)
from factsheet.reconcile.date_relations import DEADLINES, bound_alike
from factsheet.reconcile.sides import Side
from factsheet.reconcile.spelling import spell_list
from factsheet.reconcile.verdicts import Difference, RelationKind, Verdict

ABOUT_MINUTES = 15
"""How far "about" and "shortly after" may be off: a quarter of an hour, the coarsest scale below the hour."""

FIVE_MINUTES = 5
"""Who tells the time rounds it to five minutes (Van der Henst, Carles and Sperber, "Truthfulness and relevance in
telling the time", 2002), so that 18:30 may be 18:32.
"""

FAR_MINUTES = 120
"""Through an open end, times further apart than two hours are in tension: the clock's counterpart of "10 % apart"."""

AGREEING = frozenset({RelationKind.SAME, RelationKind.CONSISTENT, RelationKind.ROUNDING})


class Known(Enum):
    """By what the zones of two clocks are known."""

    TOLD = auto()  # both articles tell, by a zone or by saying the time twice
    SHARED = auto()  # neither tells: both speak of one place
    HOME = auto()  # by another article on the same fact, or by the zone in which an article was written
    GUESSED = auto()  # no article tells


@dataclass(frozen=True, slots=True)
class Setting:
    """Two clocks set to one, with what then holds: `ours` and `theirs` are minutes ahead of UTC."""

    verdict: Verdict
    ours: int
    theirs: int
    known: Known


def relate_times(a: Side, b: Side) -> Verdict:
    """The relation of two times of day by the moment that they name."""
    setting = _set(a, b)
    return Verdict(RelationKind.CONSISTENT, Difference.PRECISION) if setting is None else setting.verdict


def tell_zones(a: Side, b: Side) -> str:
    """In words, how the clocks of two times are set to one: "14:00 at UTC-4 is 18:00 at UTC"; "" where they are not."""
    setting = _set(a, b)
    x, y = times_of(a), times_of(b)
    if setting is None or x is None or y is None or setting.ours == setting.theirs:
        return ""
    if setting.known is Known.GUESSED:
        unknown, offset = (b, setting.theirs) if offsets_told(a) else (a, setting.ours)
        return UNKNOWN_ZONE.format(words=unknown.text, offset=spell_offset(offset))
    there, ours, theirs = bound_of(y), _name_zone(a, setting.ours), _name_zone(b, setting.theirs)
    here = minutes_of(there) - setting.theirs + setting.ours
    template = THE_NEXT_DAY if here >= DAY else THE_DAY_BEFORE if here < 0 else THAT_DAY
    here %= DAY
    said = template.format(
        there=f"{there:%H:%M}", their_zone=theirs, here=f"{here // HOUR:02}:{here % HOUR:02}", our_zone=ours
    )
    if setting.known is Known.HOME:
        homes = spell_list(_tell_home(side) for side in (a, b) if not offsets_told(side))
        return IF_AT_HOME.format(said=said, homes=homes)
    return said


UNKNOWN_ZONE = _("the clock of “{words}” is at {offset}, which its article does not say")
THAT_DAY = _("{there} {their_zone} is {here} {our_zone}")
THE_NEXT_DAY = _("{there} {their_zone} is {here} {our_zone} the next day")
THE_DAY_BEFORE = _("{there} {their_zone} is {here} {our_zone} the day before")
IF_AT_HOME = _("{said}, if {homes}")
AT_HOME = _("“{words}” is told by the clock of {zone}, where it was written")
AS_TOLD = _("“{words}” is told by the clock that another article tells")
AT_OFFSET = _("at {offset}")


def _tell_home(side: Side) -> str:
    return (AT_HOME if side.lent_offset is None else AS_TOLD).format(words=side.text, zone=side.timezone)


def _name_zone(side: Side, offset: int) -> str:
    """A zone as its article abbreviates it, "EDT", or its distance from UTC, "at UTC+3"."""
    return side.unit if side.unit and side.unit in ABBREVIATIONS else AT_OFFSET.format(offset=spell_offset(offset))


def _set(a: Side, b: Side) -> Setting | None:
    """The clocks of two times set to one in the way that is best known; None where one is not understood."""
    if times_of(a) is None or times_of(b) is None:
        return None
    ours, theirs = offsets_told(a), offsets_told(b)
    if ours and theirs:
        return _best(a, b, ours, theirs, Known.TOLD)
    is_shared = not (ours or theirs) or {a.unit, b.unit} <= UNNAMED
    plain = _setting(a, b, 0, 0, Known.SHARED) if is_shared else None
    if plain and plain.verdict.kind in AGREEING:
        return plain
    if None in (a.unit, b.unit) and not is_shared:
        # "6 p.m." beside "6 p.m. EDT": the one leaves the zone out.
        same = _best(a, b, ours or theirs, theirs or ours, Known.SHARED)
        if same.ours == same.theirs and same.verdict.kind in AGREEING:
            return Setting(_lessened(same.verdict, Difference.PRECISION), same.ours, same.theirs, Known.SHARED)
    if (ours or theirs or a.unit is b.unit is None) and offsets_at_home(a) and offsets_at_home(b):
        at_home = _best(a, b, offsets_at_home(a), offsets_at_home(b), Known.HOME)
        # What another article tells of the place leaves nothing to be guessed.
        is_lent = any(side.lent_offset is not None and not offsets_told(side) for side in (a, b))
        if at_home.verdict.kind in AGREEING or (is_lent and not plain):
            return at_home
    if plain:
        return plain
    guess = _best(a, b, ours or _guess(a, b, theirs), theirs or _guess(b, a, ours), Known.GUESSED)
    if guess.verdict.kind in AGREEING:
        return Setting(Verdict(RelationKind.TENSION, Difference.TIME_ZONE), guess.ours, guess.theirs, Known.GUESSED)
    return guess


def _guess(unknown: Side, known: Side, offsets: tuple[int, ...]) -> tuple[int, ...]:
    """The distances from UTC at which a clock nearly shows what another does; where there are none, that of UTC."""
    x, y = times_of(unknown), times_of(known)
    if x is None or y is None:
        return (0,)
    needed = [minutes_of(bound_of(x)) - minutes_of(bound_of(y)) + offset for offset in offsets]
    return tuple(one for one in WORLD if any((one - each + NEAR) % DAY <= 2 * NEAR for each in needed)) or (0,)


NEAR = 2 * ABOUT_MINUTES


def _best(a: Side, b: Side, ours: tuple[int, ...], theirs: tuple[int, ...], known: Known) -> Setting:
    """The setting in which two times contradict one another least, of equally good ones that nearest to UTC."""
    found = [_setting(a, b, one, other, known) for one in ours for other in theirs]
    return min(found, key=lambda one: (*_rank(one.verdict), abs(one.ours) + abs(one.theirs)))


def _rank(verdict: Verdict) -> tuple[int, str]:
    return verdict.kind.severity, verdict.difference or ""


def _setting(a: Side, b: Side, ours: int, theirs: int, known: Known) -> Setting:
    verdicts = [_compare(a, b, x, y) for x, y in _lay_out(a, b, ours, theirs)]
    verdict = min(verdicts, key=_rank)
    is_moved = ours != theirs and verdict.kind in AGREEING
    return Setting(_lessened(verdict, Difference.TIME_ZONE) if is_moved else verdict, ours, theirs, known)


def _lessened(verdict: Verdict, difference: Difference) -> Verdict:
    """The verdict with the difference that it took to reach it: no longer the very same value."""
    return Verdict(max(verdict.kind, RelationKind.CONSISTENT, key=lambda kind: kind.severity), difference)


def _lay_out(a: Side, b: Side, ours: int, theirs: int) -> Iterator[tuple[Minutes, Minutes]]:
    """Both times as minutes on one line: on their days, or as near to one another as a clock that goes round allows."""
    x, y = minutes_from(a, ours), minutes_from(b, theirs)
    if a.as_of is not None and b.as_of is not None:
        yield x, move(y, (b.as_of - a.as_of).days)
        return
    apart = minute_named(x) - minute_named(y)
    turns = {round((apart + nudge) / DAY) for nudge in (-1, 1)} | ({0} if ours == theirs else set())
    for turn in sorted(turns):
        yield x, move(y, turn)


def _compare(a: Side, b: Side, x: Minutes, y: Minutes) -> Verdict:
    """The relation of two times that lie on one line."""
    if x == y and bound_alike(a.hedge, b.hedge):
        return Verdict(RelationKind.SAME)
    reach, other = _reach(a, b, x), _reach(b, a, y)
    apart = _distance(x, y)
    if intersect(reach, other) is not None:
        if is_unbounded(reach) or is_unbounded(other):
            return Verdict(RelationKind.TENSION if apart > FAR_MINUTES else RelationKind.CONSISTENT)
        return Verdict(RelationKind.CONSISTENT, None if x == y else Difference.PRECISION)
    gap = _distance(reach, other)
    if gap <= _slack(a, b, x, y):
        return Verdict(RelationKind.ROUNDING, Difference.ROUNDING)
    is_exact = x.low == x.high and y.low == y.high
    return Verdict(RelationKind.CONFLICT, _hint(a, b, apart) if is_exact else None)


def _reach(side: Side, other: Side, minutes: Minutes) -> Minutes:
    """Where a time lies by its hedge; what happens by a time may have happened at any before it."""
    if minutes.low != minutes.high:
        return minutes
    if side.hedge is Hedge.BEFORE:
        return Interval(None, minutes.high, high_open=True)
    if side.hedge is Hedge.AFTER:
        return Interval(minutes.low, None, low_open=True)
    return Interval(None, minutes.high) if side.hedge in DEADLINES and other.hedge not in DEADLINES else minutes


def _distance(x: Minutes, y: Minutes) -> Decimal:
    """Minutes from the end of the earlier to the beginning of the later; 0 where they meet or touch."""
    gaps = [
        later.low - earlier.high
        for earlier, later in ((x, y), (y, x))
        if earlier.high is not None and later.low is not None
    ]
    return max([Decimal(0), *gaps])


def _slack(a: Side, b: Side, x: Minutes, y: Minutes) -> Decimal:
    """How far two times may lie apart that are told roughly, or of which one is rounded to five minutes."""
    if Hedge.ABOUT in (a.hedge, b.hedge) or x.low != x.high or y.low != y.high:
        return Decimal(ABOUT_MINUTES)
    is_rounded = (minute_named(x) % FIVE_MINUTES == 0) != (minute_named(y) % FIVE_MINUTES == 0)
    return Decimal(FIVE_MINUTES // 2 if is_rounded else 0)


def _hint(a: Side, b: Side, apart: Decimal) -> Difference | None:
    """What the minutes between two times that contradict one another look like."""
    if apart % DAY == 0 and apart:
        return Difference.ADJACENT_DAY if apart == DAY else Difference.AS_OF
    if apart == DAY // 2:
        # "5 a.m." for "5 p.m.".
        return Difference.TRANSCRIPTION
    is_one_place = a.unit is not None and a.unit == b.unit
    return Difference.TIME_ZONE if apart % (HOUR // 2) == 0 and apart and not is_one_place else None
