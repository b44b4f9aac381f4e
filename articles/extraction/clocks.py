"""Times of day on their tokens: what bounds them, the same moment said twice, and how far a clock is ahead of UTC.

News agencies give a time twice, in the zone of the place and in that of their readers: "5:30 p.m. (1430 GMT)". The
words outside the brackets are the claim; those inside tell how far its clock is ahead, and with it every other clock
that the text calls local.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Final, TypeVar

from articles.extraction.moments import DatePhrase
from articles.extraction.records import record
from articles.extraction.tokens import Tokens
from articles.values import Hedge, Interval
from articles.zones import DAY, QUARTER, SEASONS, UNNAMED, minutes_of, offset_beside, offsets_of, resolve_offset

Phrase = TypeVar("Phrase")

SHORTLY: Final = 30
"""Minutes that "shortly after" reaches at most: our own rule, half the smallest unit in which such a time is told."""

LAST_MINUTE: Final = DAY - 1


@record(frozen=True, slots=True)
class ClockPhrase:
    """A time of day on its tokens, `last` exclusive; `zone` where the words name one ("GMT", "local").

    `twins` are the same moment on other clocks, said beside it.
    """

    first: int
    last: int
    interval: Interval[time]
    hedge: Hedge = Hedge.EXACT
    zone: str | None = None
    twins: tuple[ClockPhrase, ...] = ()


@dataclass(frozen=True, slots=True)
class ClockWords:
    """The words of a language around a time of day: what bounds it, and what says that the bound is near.

    `near` stand before "after" and "before" and draw them close ("shortly after"); `loose` leave them as they are
    ("sometime after").
    """

    prepositions: Mapping[str, Hedge]
    near: Container[str]
    loose: Container[str] = ()


def frame_clock(
    tokens: Tokens, first: int, last: int, floor: int, moment: time, words: ClockWords, zone: str | None = None
) -> ClockPhrase:
    """A time of day with the words before it that say how it bounds what happened."""
    low = tokens.low
    hedge = words.prepositions.get(low[first - 1]) if first > floor else None
    first -= hedge is not None
    interval = Interval(moment, moment)
    before = low[first - 1] if first > floor else ""
    if hedge is Hedge.ABOUT and words.prepositions.get(before, Hedge.EXACT) not in (Hedge.EXACT, Hedge.ABOUT):
        # "By about 6 p.m."
        first, hedge = first - 1, words.prepositions[before]
    elif hedge in (Hedge.AFTER, Hedge.BEFORE) and before in words.near:
        first, interval = first - 1, _reach(moment, after=hedge is Hedge.AFTER)
    elif hedge in (Hedge.AFTER, Hedge.BEFORE) and before in words.loose:
        first -= 1
    return ClockPhrase(first, last, interval, hedge or Hedge.EXACT, zone)


def _reach(moment: time, *, after: bool) -> Interval[time]:
    """From a moment to the end of what is shortly after it, or before it; neither leaves the day that it names."""
    minutes = minutes_of(moment)
    if after:
        return Interval(moment, _time(min(minutes + SHORTLY, LAST_MINUTE)), low_open=True)
    if not minutes:
        # Before midnight is the end of a day.
        return Interval(_time(DAY - SHORTLY), _time(LAST_MINUTE))
    return Interval(_time(max(minutes - SHORTLY, 0)), moment, high_open=True)


def _time(minutes: int) -> time:
    return time(*divmod(minutes, 60))


# What may stand between a time and the bracket in which it is said again: a day, at the most.
LONGEST_GAP: Final = 5
MOST_TWINS: Final = 3
SEPARATORS: Final = frozenset({",", ";", "/", "or", "ou", "and", "et"})


def pair_clocks(tokens: Tokens, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases with each time that is said again beside it as one: "5:30 p.m. (1430 GMT)", "8 p.m. ET/5 p.m. PT".

    Where the bracket holds more than times ("(0130 GMT on Wednesday)") all phrases stay, and the first knows its twin.
    """
    kept: list[Phrase] = []
    index = 0
    while index < len(phrases):
        phrase = phrases[index]
        index += 1
        if isinstance(phrase, ClockPhrase):
            twins, last = _read_aside(tokens, phrase, phrases[index : index + MOST_TWINS])
            if last:
                index += len(twins)
            if twins:
                phrase = replace(phrase, twins=twins, last=last or phrase.last)
        kept.append(phrase)
    return kept


def _read_aside(tokens: Tokens, clock: ClockPhrase, following: Sequence[object]) -> tuple[tuple[ClockPhrase, ...], int]:
    """The twins of a time among the phrases that follow, and the token after them where nothing else stands there."""
    low, at = tokens.low, clock.last + 1
    mark = low[clock.last]
    twins: list[ClockPhrase] = []
    for other in following if mark in ("(", "/") else ():
        at += low[at] in SEPARATORS
        if not isinstance(other, ClockPhrase) or other.first != at or not _is_twin(clock, other):
            break
        twins.append(other)
        at = other.last
        if mark == "/" or low[at] == ")":
            return tuple(twins), at + (mark == "(")
    if twins:
        return tuple(twins), 0
    # "At 9:30 p.m. on Tuesday (0130 GMT on Wednesday)".
    if following and isinstance(following[0], DatePhrase):
        following = following[1:]
    other = following[0] if following else None
    if isinstance(other, ClockPhrase) and other.first - clock.last <= LONGEST_GAP and low[other.first - 1] == "(":
        return ((other,), 0) if _is_twin(clock, other) else ((), 0)
    return (), 0


def _is_twin(one: ClockPhrase, other: ClockPhrase) -> bool:
    """Whether two times can be one moment on the clocks of two zones, of which at least one is named."""
    if one.zone == other.zone or {one.zone, other.zone} <= UNNAMED:
        return False
    ours, theirs = one.interval.low, other.interval.low
    if ours is None or theirs is None:
        return False
    apart = minutes_of(ours) - minutes_of(theirs)
    if not (offsets_of(one.zone) and offsets_of(other.zone)):
        return apart % QUARTER == 0
    return any(
        (apart - a + b) % DAY == 0
        for season in SEASONS
        for a in offsets_of(one.zone, season)
        for b in offsets_of(other.zone, season)
    )


def offset_of(clock: ClockPhrase, day: date | None, home: str | None) -> int | None:
    """How many minutes a clock is ahead of UTC on a day, by its zone or by the time said beside it; None if unknown.

    `home` is the zone of the text, which decides an ambiguous abbreviation.
    """
    offset = resolve_offset(clock.zone, day, home)
    shown = clock.interval.low
    if offset is not None or shown is None:
        return offset
    for twin in clock.twins:
        known = resolve_offset(twin.zone, day, home)
        if known is not None and twin.interval.low is not None:
            return offset_beside(shown, twin.interval.low, known)
    return None


def local_offset(clocks: Sequence[ClockPhrase], day: date | None, home: str | None) -> int | None:
    """How far the clocks of the place are ahead of UTC where the text says one time on both; None where two differ."""
    found: set[int | None] = set()
    for clock in clocks:
        if not clock.twins:
            continue
        if clock.zone in UNNAMED:
            found.add(offset_of(clock, day, home))
        for twin in clock.twins:
            if twin.zone in UNNAMED:
                found.add(offset_of(replace(twin, twins=(clock,)), day, home))
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def is_beside(tokens: Tokens, first: int, last: int, links: Container[str]) -> bool:
    """Whether only linking words stand on the tokens from `first` up to `last`: "3 p.m. on Friday"."""
    return 0 <= last - first <= LONGEST_LINK and all(word in links for word in tokens.low[first:last])


LONGEST_LINK: Final = 2


def has_day(interval: Interval[time]) -> bool:
    """Whether a day beside a time tells its day; midnight is the end of a day to some and its beginning to others (AP
    Stylebook, "midnight").
    """
    return interval.low is not None and minutes_of(interval.low) > 0
