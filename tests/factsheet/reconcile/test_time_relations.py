"""Two times of day: on one clock, on the clocks of two zones, and round midnight."""

from __future__ import annotations

from datetime import date, time
from itertools import combinations, count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction import extract
from articles.values import Hedge, Interval, Kind
from articles.zones import DAY, FIXED, minutes_of, offsets_of
from factsheet.reconcile import Difference, Origin, RelationKind, Side, relate, side_of, suggest
from factsheet.reconcile.clocks import lend_offsets
from factsheet.reconcile.time_relations import relate_times

SAME, CONSISTENT, ROUNDING, TENSION, CONFLICT = RelationKind
WEDNESDAY = date(2023, 7, 5)
ARTICLES = count()


def told(text: str, timezone: str = "UTC", published: date | None = WEDNESDAY) -> Side:
    """The last time of day in a text, as the engine reads it."""
    *_, last = (found for found in extract(text, published=published, timezone=timezone) if found.kind is Kind.TIME)
    article = f"article {next(ARTICLES)}"
    return side_of(last, key=article, article=article, text=text, published=published, timezone=timezone)


ONE_PLACE = [
    ("at 6 p.m.", "at 18:00", SAME, None),
    ("at 6 p.m. local time", "at 6 p.m.", SAME, None),
    ("at 6 p.m.", "about 6 p.m.", CONSISTENT, None),
    ("about 3 a.m.", "at 3:15 a.m.", ROUNDING, Difference.ROUNDING),
    ("about 3 a.m.", "at 3:16 a.m.", CONFLICT, None),
    ("at 3:04 a.m.", "at 3:05 a.m.", ROUNDING, Difference.ROUNDING),
    ("at 3:04 a.m.", "at 3:06 a.m.", CONFLICT, None),
    ("at 3 a.m.", "at 3:10 a.m.", CONFLICT, None),
    ("at 3 a.m.", "at 3 p.m.", CONFLICT, Difference.TRANSCRIPTION),
    ("at 3 a.m.", "at 5 a.m.", CONFLICT, Difference.TIME_ZONE),
    ("at 3 a.m. local time", "at 5 a.m. local time", CONFLICT, None),
    ("shortly after midnight", "at 12:20 a.m.", CONSISTENT, Difference.PRECISION),
    ("shortly after midnight", "at 12:40 a.m.", ROUNDING, Difference.ROUNDING),
    ("shortly after midnight", "at 11:50 p.m.", ROUNDING, Difference.ROUNDING),
    ("shortly after midnight", "at 3 a.m.", CONFLICT, None),
    ("shortly before midnight", "at 11:40 p.m.", CONSISTENT, Difference.PRECISION),
    ("shortly before noon", "at 12:40 p.m.", CONFLICT, None),
    ("after 11 p.m.", "at 12:30 a.m.", CONSISTENT, None),
    ("after 6 p.m.", "at 9 p.m.", TENSION, None),
    ("before noon", "at 11:15 a.m.", CONSISTENT, None),
    ("before noon", "at 5 a.m.", TENSION, None),
    ("before noon", "at 11 p.m.", CONFLICT, Difference.TIME_ZONE),
    ("by 6 p.m.", "at 5:30 p.m.", CONSISTENT, None),
    ("by 6 p.m.", "at 6:30 p.m.", CONFLICT, Difference.TIME_ZONE),
    ("by 6 p.m.", "until 6 p.m.", SAME, None),
    ("by 6 p.m.", "by 6:45 p.m.", CONFLICT, None),
]
TWO_ZONES = [
    ("at 18:00 GMT", "at 2 p.m. EDT", CONSISTENT, Difference.TIME_ZONE),
    ("at 18:00 GMT", "at 18:00 UTC", SAME, None),
    ("at 2 p.m. EDT", "at 2 p.m. ET", SAME, None),
    ("at 2 p.m. ET", "at 11 a.m. Pacific", CONSISTENT, Difference.TIME_ZONE),
    ("at 2 p.m. EST", "at 1800 GMT", CONFLICT, Difference.TIME_ZONE),
    ("at 18:00 GMT", "at 18:00 CEST", CONFLICT, Difference.TIME_ZONE),
    ("about 18:00 GMT", "at 2:10 p.m. EDT", ROUNDING, Difference.TIME_ZONE),
    ("by 1800 GMT", "at 1 p.m. EDT", CONSISTENT, Difference.TIME_ZONE),
    ("at 6 p.m. IST", "at 1230 GMT", CONSISTENT, Difference.TIME_ZONE),
    ("at 6 p.m. IST", "at 1600 GMT", CONSISTENT, Difference.TIME_ZONE),
    ("at 6 p.m. IST", "at 1645 GMT", CONFLICT, None),
    ("at 18:00 Moscow time", "at 1500 GMT", CONSISTENT, Difference.TIME_ZONE),
    ("at 18:00 UTC+5:45", "at 1215 GMT", CONSISTENT, Difference.TIME_ZONE),
    ("at 11:30 p.m. EST on Friday", "at 0430 GMT on Saturday", CONSISTENT, Difference.TIME_ZONE),
    ("at 11:30 p.m. EST", "at 0430 GMT on Saturday", CONSISTENT, Difference.TIME_ZONE),
    ("at 11:30 p.m. EST on Friday", "at 0430 GMT on Friday", CONFLICT, Difference.ADJACENT_DAY),
    ("at 3 a.m. on Friday", "at 3 a.m. on Saturday", CONFLICT, Difference.ADJACENT_DAY),
    ("at 3 a.m. on Friday", "at 3 a.m. on Sunday", CONFLICT, Difference.AS_OF),
    ("at 5:30 p.m. (1430 GMT)", "at 1430 GMT", CONSISTENT, Difference.TIME_ZONE),
    ("at 5:30 p.m. (1430 GMT)", "at 5:30 p.m. local time", SAME, None),
    ("at 5:30 p.m. (1430 GMT)", "at 10:30 a.m. EDT", CONSISTENT, Difference.TIME_ZONE),
]
UNTOLD = [
    ("at 6 p.m.", "at 6 p.m. EDT", CONSISTENT, Difference.PRECISION),
    ("at 6 p.m. local time", "at 1500 GMT", TENSION, Difference.TIME_ZONE),
    ("at 6 p.m. local time", "at 1230 GMT", TENSION, Difference.TIME_ZONE),
    ("at 6 p.m. local time", "at 1800 GMT", TENSION, Difference.TIME_ZONE),
    ("about 6 p.m. local time", "at 1510 GMT", TENSION, Difference.TIME_ZONE),
    ("at 6:07 p.m. local time", "at 1500 GMT", CONFLICT, None),
    ("at 6 p.m.", "at 1510 GMT", CONFLICT, None),
]


@pytest.mark.parametrize(("ours", "theirs", "kind", "difference"), [*ONE_PLACE, *TWO_ZONES, *UNTOLD])
def test_times_relate_by_the_moment_that_they_name(
    ours: str, theirs: str, kind: RelationKind, difference: Difference | None
) -> None:
    found = relate(told(f"It began {ours}."), told(f"It began {theirs}."))
    assert (found.kind, found.difference) == (kind, difference)


def test_what_an_article_says_twice_tells_the_zone_of_its_other_times() -> None:
    pair = told("The first blast came at 5 p.m. (1400 GMT). The second came at 6 p.m. local time.")
    found = relate(pair, told("The second came at 1500 GMT."))
    assert (found.kind, found.difference) == (CONSISTENT, Difference.TIME_ZONE)
    assert found.reason == (
        "“at 6 p.m. local time” and “at 1500 GMT” agree once both clocks are set to one time zone: "
        "15:00 GMT is 18:00 at UTC+3."
    )


def test_the_zone_of_an_article_is_a_hint() -> None:
    found = relate(told("It began at 6 p.m. local time.", "Africa/Nairobi"), told("It began at 1500 GMT."))
    assert (found.kind, found.difference) == (CONSISTENT, Difference.TIME_ZONE)
    assert found.reason.endswith(
        "15:00 GMT is 18:00 at UTC+3, if “at 6 p.m. local time” is told by the clock of Africa/Nairobi, where it was "
        "written."
    )


def test_two_outlets_may_each_tell_the_time_at_home() -> None:
    ours, theirs = told("It began at 9 a.m.", "America/New_York"), told("It began at 2 p.m.", "Europe/London")
    assert relate(ours, theirs).kind is CONSISTENT
    assert relate(told("It began at 9 a.m. local time.", "America/New_York"), theirs).kind is CONFLICT


@pytest.mark.parametrize(
    ("ours", "theirs", "reason"),
    [
        (
            "at 18:00 GMT",
            "at 2 p.m. EDT",
            "“at 18:00 GMT” and “at 2 p.m. EDT” agree once both clocks are set to one time zone: "
            "14:00 EDT is 18:00 GMT.",
        ),
        (
            "at 11:30 p.m. EST",
            "at 0430 GMT",
            "“at 11:30 p.m. EST” and “at 0430 GMT” agree once both clocks are set to one time zone: "
            "04:30 GMT is 23:30 EST the day before.",
        ),
        (
            "at 6 p.m. local time",
            "at 1500 GMT",
            "“at 6 p.m. local time” and “at 1500 GMT” agree only if the clock of “at 6 p.m. local time” is at UTC+3, "
            "which its article does not say.",
        ),
        (
            "about 18:00 GMT",
            "at 2:10 p.m. EDT",
            "“about 18:00 GMT” and “at 2:10 p.m. EDT” meet within rounding once both clocks are set to one time zone: "
            "14:10 EDT is 18:10 GMT.",
        ),
        (
            "at 3 a.m.",
            "at 3 p.m.",
            "“at 3 a.m.” and “at 3 p.m.” are twelve hours apart, as when morning and evening are mistaken.",
        ),
        ("at 6 p.m.", "at 18:00", "“at 6 p.m.” and “at 18:00” give the same time."),
    ],
)
def test_the_reason_says_how_the_clocks_are_set(ours: str, theirs: str, reason: str) -> None:
    assert relate(told(f"It began {ours}."), told(f"It began {theirs}.")).reason == reason


def test_times_on_two_days_are_said_to_be_a_day_apart() -> None:
    reason = relate(told("It began at 3 a.m. on Friday."), told("It began at 3 a.m. on Saturday.")).reason
    assert reason.endswith("are exactly one day apart.")
    assert "30" in reason


def test_another_article_lends_the_clock_of_the_place() -> None:
    pair, local = told("It began at 5:30 p.m. (1430 GMT)."), told("It ended at 9 p.m. local time.")
    known = told("It ended at 1800 GMT.")
    assert relate(local, known).kind is TENSION
    _, lent, same = lend_offsets([pair, local, known])
    assert same is known
    found = relate(lent, known)
    assert (found.kind, found.difference) == (CONSISTENT, Difference.TIME_ZONE)
    assert found.reason.endswith(
        "18:00 GMT is 21:00 at UTC+3, if “at 9 p.m. local time” is told by the clock that another article tells."
    )


def test_what_disagrees_by_the_clock_that_another_article_tells_is_in_conflict() -> None:
    pair, local = told("It began at 5:30 p.m. (1430 GMT)."), told("It ended at 10 p.m. local time.")
    known = told("It ended at 1800 GMT.")
    _, lent, _ = lend_offsets([pair, local, known])
    assert (relate(local, known).kind, relate(lent, known).kind) == (TENSION, CONFLICT)


def test_nothing_is_lent_where_two_articles_set_the_clock_differently() -> None:
    sides = [told(f"It began at {words}.") for words in ("5 p.m. (1400 GMT)", "5 p.m. (1500 GMT)", "9 p.m. local time")]
    assert lend_offsets(sides) == sides


def test_the_season_decides_where_the_day_is_known() -> None:
    winter, summer = date(2023, 1, 10), date(2023, 7, 5)
    for day, clock in ((winter, "1900"), (summer, "1800")):
        ours, theirs = told("It began at 2 p.m. ET.", "UTC", day), told(f"It began at {clock} GMT.", "UTC", day)
        assert relate(ours, theirs).kind is CONSISTENT


@pytest.mark.parametrize(
    ("words", "best"),
    [
        (("at 1430 GMT", "at 5:30 p.m. (1430 GMT)", "at 10:30 a.m. EDT"), "at 5:30 p.m. (1430 GMT)"),
        (("shortly after 9 p.m.", "at 9:10 p.m."), "at 9:10 p.m."),
        (("after 9 p.m.", "at 9:30 p.m."), "at 9:30 p.m."),
        (("by 9 p.m.", "shortly before 9 p.m."), "shortly before 9 p.m."),
    ],
)
def test_of_times_that_agree_the_most_exact_and_clearest_is_suggested(words: tuple[str, ...], best: str) -> None:
    sides = [told(f"It began {each}.") for each in words]
    relations = [relate(a, b) for a, b in combinations(sides, 2)]
    origins = {side.key: Origin(number, (), "") for number, side in enumerate(sides)}
    found = suggest(sides, relations, origins)
    assert found is not None
    assert (found.text, found.hedge is Hedge.EXACT) == (best, "shortly" not in best)
    assert found.utc_offset == next(side.utc_offset for side in sides if side.text == best)


CLOCKS = st.builds(time, st.integers(0, 23), st.integers(0, 59))
ZONES = st.sampled_from([None, "local", "ET", "Asia/Kolkata", "UTC-3:30", *FIXED])
DAYS = st.one_of(st.none(), st.dates(date(2023, 1, 1), date(2023, 1, 3)))


@st.composite
def sides(draw: st.DrawFn) -> Side:
    low, high = sorted((draw(CLOCKS), draw(CLOCKS)))
    low = high if draw(st.booleans()) else low
    return Side(
        key=f"{draw(st.integers())}",
        article=f"{draw(st.integers())}",
        kind=Kind.TIME,
        interval=Interval(low, high),
        hedge=draw(st.sampled_from(Hedge)),
        unit=draw(ZONES),
        as_of=draw(DAYS),
        published=draw(DAYS),
        timezone=draw(st.sampled_from([None, "Europe/Paris", "nowhere"])),
        lent_offset=draw(st.sampled_from([None, 180])),
        text=f"{low}",
    )


@given(sides(), sides())
def test_neither_of_two_times_comes_first(a: Side, b: Side) -> None:
    assert relate_times(a, b) == relate_times(b, a)


@given(sides())
def test_a_time_agrees_with_itself(a: Side) -> None:
    assert relate_times(a, a).kind is SAME


@given(CLOCKS, st.sampled_from(sorted(FIXED)), st.sampled_from(sorted(FIXED)))
def test_one_moment_on_two_clocks_is_one_moment(clock: time, here: str, there: str) -> None:
    (ours, *_), (theirs, *_) = offsets_of(here), offsets_of(there)
    shown = (minutes_of(clock) - ours + theirs) % DAY
    other = time(*divmod(shown, 60))
    a = Side("a", "a", Kind.TIME, Interval(clock, clock), unit=here, text="here")
    b = Side("b", "b", Kind.TIME, Interval(other, other), unit=there, text="there")
    assert relate_times(a, b).kind in (SAME, CONSISTENT)
