"""How two times of day stand to one another, each on the clock of its own zone.

A clock whose zone is known is set to UTC. One whose zone its article leaves out is compared as it stands with another
of that sort, since both speak of one place. With a clock that is known it agrees by the zone in which its article was
written, as a hint; by any other zone of the world only if that is so, which an editor has to find out. Times without
a day are compared round the clock: half past eleven is an hour before half past midnight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from decimal import Decimal
from enum import Enum, auto

from articles.phrasing import gettext_noop as _
from articles.values import Hedge, Interval, Kind, intersect, is_unbounded
from articles.zones import ABBREVIATIONS, DAY, HOUR, UNNAMED, WORLD, minutes_of, offsets_of, spell_offset
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

ONE_SIDED = frozenset({Hedge.BEFORE, Hedge.AFTER, *DEADLINES})
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
        unknown, offset = (b, setting.theirs) if _offsets(a) else (a, setting.ours)
        return UNKNOWN_ZONE.format(words=unknown.text, offset=spell_offset(offset))
    there, ours, theirs = _bound(y), _name_zone(a, setting.ours), _name_zone(b, setting.theirs)
    here = minutes_of(there) - setting.theirs + setting.ours
    template = THE_NEXT_DAY if here >= DAY else THE_DAY_BEFORE if here < 0 else THAT_DAY
    here %= DAY
    said = template.format(
        there=f"{there:%H:%M}", their_zone=theirs, here=f"{here // HOUR:02}:{here % HOUR:02}", our_zone=ours
    )
    if setting.known is Known.HOME:
        homes = spell_list(_tell_home(side) for side in (a, b) if not _offsets(side))
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


def apart_on_one_clock(a: Side, b: Side) -> tuple[int, bool]:
    """Minutes between two times round the clock, and whether their clocks are known to be set to one.

    They are where both tell their distance from UTC, or leave out or name the same zone.
    """
    x, y = times_of(a), times_of(b)
    if x is None or y is None:
        return 0, False
    is_told = a.utc_offset is not None and b.utc_offset is not None
    ours, theirs = (a.utc_offset or 0, b.utc_offset or 0) if is_told else (0, 0)
    apart = (minutes_of(_bound(x)) - ours - minutes_of(_bound(y)) + theirs) % DAY
    return min(apart, DAY - apart), is_told or a.unit == b.unit


def minutes_left_open(side: Side) -> int:
    """How many minutes the words of a time leave open: those of its range, or a day's where a hedge bounds one end."""
    times = times_of(side)
    if times is None or times.low is None or times.high is None:
        return DAY
    if times.low == times.high and side.hedge in ONE_SIDED:
        return DAY
    return minutes_of(times.high) - minutes_of(times.low)


def lend_offsets(sides: Sequence[Side]) -> list[Side]:
    """The sides of one fact, with the clock of its place set by what other articles say twice ("5:30 p.m. (1430 GMT)").

    Where two articles set it differently, nothing is lent.
    """
    local = [side for side in sides if side.kind is Kind.TIME and side.unit in UNNAMED]
    told = {side.utc_offset for side in local if side.utc_offset is not None}
    if len(told) != 1:
        return list(sides)
    (offset,) = told
    return [
        replace(side, lent_offset=offset)
        if side.kind is Kind.TIME and side.unit in UNNAMED and side.utc_offset is None
        else side
        for side in sides
    ]


def line_up(sides: Sequence[Side]) -> tuple[dict[str, Interval[Decimal]], bool]:
    """The times among the sides, by their keys, as minutes from one midnight on, and whether that is midnight UTC.

    They are set to UTC where all have a zone and not all the same, else they stand as their clocks show them. Each lies
    within half a day of the first.
    """
    times = [side for side in lend_offsets(sides) if times_of(side)]
    offsets = [(side.lent_offset,) if side.lent_offset is not None else _offsets(side) for side in times]
    in_utc = all(len(each) == 1 for each in offsets) and len(set(offsets)) > 1
    found: dict[str, Minutes] = {}
    first: Decimal | None = None
    for side, known in zip(times, offsets, strict=True):
        minutes = _minutes(side, known[0] if in_utc else 0)
        first = _named(minutes) if first is None else first
        found[side.key] = _moved(minutes, round((first - _named(minutes)) / DAY))
    return found, in_utc


def times_of(side: Side) -> Interval[time] | None:
    """The side's interval where it is one of times of day."""
    interval = side.interval
    if interval is None or not isinstance(interval.low if interval.low is not None else interval.high, time):
        return None
    low, high = (bound if isinstance(bound, time) else None for bound in (interval.low, interval.high))
    return Interval(low, high, interval.low_open, interval.high_open)


def _bound(interval: Interval[time]) -> time:
    """The bound that there is; of two, the first."""
    return interval.low if interval.low is not None else interval.high or time()


def _offsets(side: Side) -> tuple[int, ...]:
    """How far ahead of UTC the side's clock can be by what its article says; several where IST is India or Israel."""
    return (side.utc_offset,) if side.utc_offset is not None else offsets_of(side.unit, _day(side))


def _home(side: Side) -> tuple[int, ...]:
    """How far ahead its clock is if that is the one of another article, or the one by which its own was written."""
    if side.lent_offset is not None:
        return _offsets(side) or (side.lent_offset,)
    return _offsets(side) or offsets_of(side.timezone, _day(side))


def _day(side: Side) -> date | None:
    return side.as_of or side.published


def _set(a: Side, b: Side) -> Setting | None:
    """The clocks of two times set to one in the way that is best known; None where one is not understood."""
    if times_of(a) is None or times_of(b) is None:
        return None
    ours, theirs = _offsets(a), _offsets(b)
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
    if (ours or theirs or a.unit is b.unit is None) and _home(a) and _home(b):
        at_home = _best(a, b, _home(a), _home(b), Known.HOME)
        # What another article tells of the place leaves nothing to be guessed.
        is_lent = any(side.lent_offset is not None and not _offsets(side) for side in (a, b))
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
    needed = [minutes_of(_bound(x)) - minutes_of(_bound(y)) + offset for offset in offsets]
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


Minutes = Interval[Decimal]


def _lay_out(a: Side, b: Side, ours: int, theirs: int) -> Iterator[tuple[Minutes, Minutes]]:
    """Both times as minutes on one line: on their days, or as near to one another as a clock that goes round allows."""
    x, y = _minutes(a, ours), _minutes(b, theirs)
    if a.as_of is not None and b.as_of is not None:
        yield x, _moved(y, (b.as_of - a.as_of).days)
        return
    apart = _named(x) - _named(y)
    turns = {round((apart + nudge) / DAY) for nudge in (-1, 1)} | ({0} if ours == theirs else set())
    for turn in sorted(turns):
        yield x, _moved(y, turn)


def _minutes(side: Side, offset: int) -> Minutes:
    interval = times_of(side) or Interval(None, None)
    low, high = (
        None if bound is None else Decimal(minutes_of(bound) - offset) for bound in (interval.low, interval.high)
    )
    return Interval(low, high, interval.low_open, interval.high_open)


def _moved(minutes: Minutes, days: int) -> Minutes:
    low, high = (None if bound is None else bound + days * DAY for bound in (minutes.low, minutes.high))
    return Interval(low, high, minutes.low_open, minutes.high_open)


def _named(minutes: Minutes) -> Decimal:
    return minutes.low if minutes.low is not None else minutes.high or Decimal(0)


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
    is_rounded = (_named(x) % FIVE_MINUTES == 0) != (_named(y) % FIVE_MINUTES == 0)
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
