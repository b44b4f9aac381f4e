"""How two claims stand to one another: DESIGN section 5, row by row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction.readings import Twin
from articles.values import Change, ClaimStatus, Hedge, Interval, Kind
from factsheet.reconcile import FactStatus, Origin, relate, status_of
from factsheet.reconcile.verdicts import Difference, RelationKind
from tests.factsheet.reconcile.samples import clock, day, figure, make_side, money, people, quote

SAME, CONSISTENT, ROUNDING, TENSION, CONFLICT = RelationKind

FIGURES = [
    ("<174 people>", "<174 people>", SAME, None),
    ("<more than 15,000 people>", "<more than 15,000 people>", SAME, None),
    ("<15,000 people>", "<about 15,000 people>", CONSISTENT, None),
    ("<at least 170 people>", "<174 people>", CONSISTENT, None),
    ("<up to 200 people>", "<190 people>", CONSISTENT, None),
    ("<10 to 12 people>", "<11 people>", CONSISTENT, None),
    ("<about 15,000 people>", "<15,209 people>", ROUNDING, Difference.ROUNDING),
    ("<15,000 people>", "<15,209 people>", ROUNDING, Difference.ROUNDING),
    ("<more than 15,000 people>", "<about 15,000 people>", ROUNDING, Difference.ROUNDING),
    ("<about 20 people>", "<22 people>", ROUNDING, Difference.ROUNDING),
    ("<20 people>", "<21 people>", CONFLICT, None),
    ("<1,000 people>", "<1,400 people>", CONFLICT, None),
    ("<at least 170 people>", "<303 people>", TENSION, None),
    ("<up to 500 people>", "<200 people>", TENSION, None),
    ("<more than 15,000 people>", "<13,000 people>", CONFLICT, None),
    ("<174 people>", "<303 people>", CONFLICT, None),
    ("<fewer than 170 people>", "<170 people>", ROUNDING, Difference.ROUNDING),
    ("<1,534 people>", "<1,354 people>", CONFLICT, Difference.TRANSCRIPTION),
    ("<1,500 people>", "<15,000 people>", CONFLICT, Difference.TRANSCRIPTION),
    ("<174 people>", "<303 troops>", CONFLICT, Difference.SCOPE),
]


@pytest.mark.parametrize(("ours", "theirs", "kind", "difference"), FIGURES)
def test_figures_relate_as_their_hedges_and_rounding_allow(ours: Any, theirs: Any, kind: str, difference: Any) -> None:
    found = relate(people(f"It counts {ours}."), people(f"It counts {theirs}."))
    assert (found.kind, found.difference) == (kind, difference)


DATES = [
    (("<on Saturday>", "2023-07-01"), ("<from Saturday>", "2023-07-01"), SAME, None),
    (("<by Dec. 31>", "2023-12-31"), ("<by the end of the year>", "2023-12-31"), SAME, None),
    (("<earlier in June>", "2023-06-01", "2023-06-30"), ("<June 16>", "2023-06-16"), CONSISTENT, Difference.PRECISION),
    (("<by Dec. 31>", "2023-12-31"), ("<within six months>", "2023-06-29", "2023-12-29"), CONSISTENT, None),
    (("<by Dec. 31>", "2023-12-31"), ("<on Dec. 20>", "2023-12-20"), CONSISTENT, None),
    (("<by Dec. 31>", "2023-12-31"), ("<on July 4>", "2023-07-04"), TENSION, None),
    (("<before August>", "2023-08-01", "2023-08-31"), ("<on July 4>", "2023-07-04"), CONSISTENT, Difference.PRECISION),
    (("<before August>", "2023-08-01", "2023-08-31"), ("<on March 4>", "2023-03-04"), TENSION, None),
    (("<after August>", "2023-08-01", "2023-08-31"), ("<on July 4>", "2023-07-04"), CONFLICT, None),
    (("<by Dec. 31>", "2023-12-31"), ("<by January 1>", "2024-01-01"), CONFLICT, Difference.ADJACENT_DAY),
    (("<by Friday>", "2023-06-30"), ("<on Saturday>", "2023-07-01"), CONFLICT, Difference.ADJACENT_DAY),
    (("<by Friday>", "2023-06-30"), ("<on July 9>", "2023-07-09"), CONFLICT, None),
    (("<May 4>", "2023-05-04"), ("<April 5>", "2023-04-05"), CONFLICT, Difference.TRANSCRIPTION),
    (("<in 2013>", "2013-01-01", "2013-12-31"), ("<in 2015>", "2015-01-01", "2015-12-31"), CONFLICT, None),
    (("<about May>", "2023-05-01", "2023-05-31"), ("<June 2>", "2023-06-02"), ROUNDING, Difference.ROUNDING),
]


@pytest.mark.parametrize(("ours", "theirs", "kind", "difference"), DATES)
def test_dates_relate_as_their_periods_and_bounds_allow(ours: Any, theirs: Any, kind: str, difference: Any) -> None:
    hedge = Hedge.ABOUT if "about" in ours[0] else None
    one = day(f"It ends {ours[0]}.", *ours[1:], **({"hedge": hedge} if hedge else {}))
    found = relate(one, day(f"It ends {theirs[0]}.", *theirs[1:]))
    assert (found.kind, found.difference) == (kind, difference)


TIMES = [
    ("09:30", "09:30", SAME, None),
    ("09:30", "14:30", CONFLICT, Difference.TIME_ZONE),
    ("09:30", "09:50", CONFLICT, None),
]


@pytest.mark.parametrize(("ours", "theirs", "kind", "difference"), TIMES)
def test_times_that_differ_by_whole_hours_hint_at_time_zones(
    ours: Any, theirs: Any, kind: str, difference: Any
) -> None:
    found = relate(clock(f"It struck at <{ours}>.", ours), clock(f"It struck at <{theirs}>.", theirs))
    assert (found.kind, found.difference) == (kind, difference)


QUOTES = [
    ("We will leave without delay", "we will leave, without delay.", SAME, None),
    ("We will leave without delay", "without delay", CONSISTENT, Difference.PRECISION),
    (
        "We will leave this country without delay",
        "We shall leave the country without delay",
        ROUNDING,
        Difference.WORDING,
    ),
    ("We will leave without delay", "Nobody asked the fishermen", TENSION, Difference.WORDING),
]


@pytest.mark.parametrize(("ours", "theirs", "kind", "difference"), QUOTES)
def test_quotations_relate_by_their_words(ours: Any, theirs: Any, kind: str, difference: Any) -> None:
    found = relate(quote(ours), quote(theirs))
    assert (found.kind, found.difference) == (kind, difference)


@pytest.mark.parametrize(("count", "kind"), [("450", CONSISTENT), ("1,000", CONSISTENT), ("1,400", TENSION)])
def test_vague_plurals_reach_up_to_five_times_their_least(count: Any, kind: str) -> None:
    hundreds = make_side("It killed <hundreds>.", interval=Interval(Decimal(200), None), unit="person")
    assert relate(hundreds, people(f"It killed <{count} people>.")).kind is kind


UNITS = [
    (("<10 miles>", "mile"), ("<16 kilometres>", "kilometre"), ROUNDING),
    (("<2 weeks>", "week"), ("<14 days>", "day"), SAME),
    (("<10 miles>", "mile"), ("<25 kilometres>", "kilometre"), CONFLICT),
]


@pytest.mark.parametrize(("ours", "theirs", "kind"), UNITS)
def test_measures_are_compared_in_one_unit(ours: Any, theirs: Any, kind: str) -> None:
    one, other = (figure(f"It took {words}.", unit=unit) for words, unit in (ours, theirs))
    found = relate(one, other)
    assert (found.kind, found.difference) == (kind, Difference.UNIT)


def test_two_currencies_are_shown_as_not_comparable() -> None:
    found = relate(money("It cost <$5 million>."), money("It cost <€4 million>.", unit="EUR"))
    assert (found.kind, found.difference) == (ROUNDING, Difference.UNIT)


def test_an_amount_is_compared_by_what_the_other_outlet_gives_beside_it() -> None:
    dollars = Twin(Interval(Decimal("3.25e9"), Decimal("3.25e9")), "USD")
    pair = money("It cost <CHF 3 billion ($3.25 billion)>.", interval=interval("3e9"), unit="CHF", twin=dollars)
    for amount, kind, difference in (
        ("3.25e9", CONSISTENT, Difference.CURRENCY),
        ("3.3e9", ROUNDING, Difference.CURRENCY),
        ("5.1e9", CONFLICT, None),
    ):
        found = relate(pair, money(f"It cost <${amount}>.", interval=interval(amount)))
        assert (found.kind, found.difference) == (kind, difference)


def interval(number: str) -> Interval[Decimal]:
    return Interval(Decimal(number), Decimal(number))


def test_one_figure_in_two_currencies_names_a_wrong_one() -> None:
    found = relate(money("They ask for <$8.5 million>."), money("They ask for <€8.5 million>.", unit="EUR"))
    assert (found.kind, found.difference) == (CONFLICT, Difference.CURRENCY)


def test_percent_and_percentage_points_of_one_figure_are_not_the_same() -> None:
    kinds = {"kind": Kind.PERCENTAGE}
    percent = figure("Support rose <3 percent>.", unit="percent", **kinds)
    for count, kind in (("3", TENSION), ("5", ROUNDING)):
        found = relate(percent, figure(f"Support rose <{count} points>.", unit="percentage point", **kinds))
        assert (found.kind, found.difference) == (kind, Difference.POINTS)


def vote(first: int, second: int, words: str = "") -> Any:
    low, high = sorted((Decimal(first), Decimal(second)))
    numbers = (Decimal(first), Decimal(second))
    return figure(
        f"It passed <{words or f'{first}-{second}'}>.", interval=Interval(low, high), unit="vote", numbers=numbers
    )


VOTES = [
    (vote(218, 211), vote(218, 211), SAME, None),
    (vote(218, 211), vote(211, 218), CONSISTENT, None),
    (vote(218, 211), vote(218, 210), CONFLICT, None),
    (vote(218, 211), vote(281, 211), CONFLICT, Difference.TRANSCRIPTION),
    (vote(10, 12, "between 10 and 12 votes"), vote(11, 12, "between 11 and 12 votes"), CONSISTENT, None),
]


@pytest.mark.parametrize(("ours", "theirs", "kind", "difference"), VOTES)
def test_votes_are_compared_by_both_counts(ours: Any, theirs: Any, kind: str, difference: Any) -> None:
    found = relate(ours, theirs)
    assert (found.kind, found.difference) == (kind, difference)


def test_nobody_rounds_a_few_years() -> None:
    sides = [
        figure(f"He was jailed for <{years} years>.", kind=Kind.DURATION, unit="year", noun=None)
        for years in ("6", "5.5", "about 6")
    ]
    assert relate(sides[0], sides[1]).kind is CONFLICT
    assert relate(sides[1], sides[2]).kind is ROUNDING


def test_a_rate_and_a_count_may_both_be_true() -> None:
    found = relate(
        figure("It runs <35 trains an hour>.", unit="train", per="hour"), figure("It ran <19 trains>.", unit="train")
    )
    assert (found.kind, found.difference) == (TENSION, Difference.UNIT)


def test_a_limit_and_the_day_itself_are_no_alarm() -> None:
    found = relate(day("Pay comes <before Christmas>.", "2024-12-25"), day("Pay comes <at Christmas>.", "2024-12-25"))
    assert (found.kind, found.difference) == (TENSION, Difference.ADJACENT_DAY)


def test_the_days_on_which_two_tolls_were_told_are_two() -> None:
    one = day("The coast guard had reported 31 dead <on Monday>.", "2024-03-11")
    other = day("It had given the number as 46 <on Tuesday>.", "2024-03-12")
    assert relate(one, other).difference is Difference.AS_OF


SET_APART = [
    ("He had put the toll at <24 people>.", Difference.REVISION),
    ("It was up from <24 people> a week ago.", Difference.AS_OF),
    ("Analysts expect <24 people>.", Difference.EXPECTED),
    ("The mayor had proposed <24 people>.", Difference.EXPECTED),
    ("It killed many, including <24 people> from here.", Difference.PART),
]


@pytest.mark.parametrize(("words", "difference"), SET_APART)
def test_a_figure_that_its_article_sets_apart_contradicts_nothing(words: str, difference: Any) -> None:
    found = relate(people(words), people("It is <46 people>."))
    assert (found.kind, found.difference) == (CONSISTENT, difference)
    assert found.reason


def test_what_a_later_article_tells_as_former_replaces_nothing() -> None:
    first = people("It is <46 people>.", published=date(2024, 3, 12))
    later = people("He had put the toll at <24 people>.", published=date(2024, 3, 13))
    assert relate(first, later).difference is Difference.AS_OF
    assert relate(replace(later, published=date(2024, 3, 11)), first).difference is Difference.REVISION


def test_a_slip_of_the_keys_is_no_revision() -> None:
    first = people("The storm displaced <46,000 people>.", published=date(2024, 3, 12))
    later = people("The storm displaced <64,000 people>.", published=date(2024, 3, 14))
    found = relate(first, later)
    assert (found.kind, found.difference) == (CONFLICT, Difference.TRANSCRIPTION)


def test_a_count_that_is_now_another_is_a_revision_whatever_it_counts() -> None:
    first = figure("It was found in <9 districts>.", unit="district", published=date(2024, 3, 12))
    later = figure("It has now been found in <11 districts>.", unit="district", published=date(2024, 3, 15))
    assert relate(first, later).difference is Difference.REVISION


def test_counts_by_different_rules_say_so() -> None:
    found = relate(people("It has <97 confirmed people>."), people("It has <140 estimated people>."))
    assert found.difference is Difference.DEFINITION
    assert all(word in found.reason for word in ("“confirmed”", "“estimated”"))


def test_a_quotation_worded_differently_says_in_which_words() -> None:
    reason = relate(quote("We will leave the country without delay"), quote("We will leave this country without delay"))
    assert "“the” for “this”" in reason.reason or "“this” for “the”" in reason.reason


def test_one_speaker_in_two_wordings_may_be_translated() -> None:
    words = ("We ask the mission to leave without delay", "The mission must go away at once, without delay")
    one, other = (quote(said, attribution="the minister") for said in words)
    assert relate(one, other).difference is Difference.TRANSLATION
    assert relate(one, quote(words[1], attribution="her aide")).difference is Difference.WORDING


def test_a_rise_contradicts_a_fall_of_the_same_size() -> None:
    up, down = (figure("Rents moved <3 %>.", kind=Kind.PERCENTAGE, unit="percent", change=change) for change in Change)
    assert (relate(up, down).kind, relate(up, down).difference) == (CONFLICT, Difference.DIRECTION)


def test_a_later_higher_toll_is_a_revision() -> None:
    first = people("The quake killed <41 people>.", published=date(2024, 3, 12))
    later = people("The quake killed <58 people>.", published=date(2024, 3, 13))
    found = relate(later, first)
    assert (found.kind, found.difference) == (CONSISTENT, Difference.REVISION)
    assert found.a == first.key


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("The quake killed <{}>.", (13, 12)),
        ("Since 2013 it has killed <{}>.", (12, 13)),
        ("The mission counts <{}>.", (12, 13)),
    ],
)
def test_a_toll_that_falls_or_runs_over_years_or_is_no_toll_is_no_revision(words: str, days: Any) -> None:
    first = people(words.format("41 people"), published=date(2024, 3, days[0]))
    later = people(words.format("58 people"), published=date(2024, 3, days[1]))
    assert relate(first, later).kind is CONFLICT


def test_two_tolls_of_one_day_may_each_be_right_at_their_hour() -> None:
    day = date(2024, 3, 12)
    one, other = (people(f"The quake killed <{number} people>.", published=day) for number in (41, 58))
    found = relate(one, other)
    assert (found.kind, found.difference) == (TENSION, Difference.REVISION)
    assert "may still have been moving" in found.reason
    far = people("The quake killed <410 people>.", published=day)
    assert relate(one, far).kind is CONFLICT


def test_figures_of_different_dates_say_so() -> None:
    first = people("The mission counts <41 people>.", as_of=date(2024, 3, 1))
    later = people("The mission counts <58 people>.", as_of=date(2024, 4, 1))
    assert relate(first, later).difference is Difference.AS_OF


def test_a_value_that_its_article_takes_back_contradicts_nothing() -> None:
    denied = people("It is <288 people>.", status=ClaimStatus.SUPERSEDED)
    found = relate(denied, people("It is <275 people>."))
    assert found.kind is CONSISTENT
    assert "taken back" in found.reason


def test_a_reason_names_both_figures_as_written_and_both_nouns_where_they_differ() -> None:
    reason = relate(people("It has <13,000 troops>."), people("It has <15,900 staff>.")).reason
    assert all(words in reason for words in ("“13,000 troops”", "“15,900 staff”", "“troops”", "“staff”"))


def test_status_is_the_worst_relation_between_different_origins() -> None:
    sides = [people(f"It has <{count} people>.") for count in (174, 175, 303)]
    relations = [relate(a, b) for a in sides for b in sides if a.key < b.key]
    origins = {side.key: Origin(number, (), "") for number, side in enumerate(sides)}
    one_origin = dict.fromkeys(origins, Origin(1, (), ""))
    first_two = {side.key: origins[side.key] for side in sides[:1]}
    assert status_of(relations, origins) is FactStatus.CONFLICT
    assert status_of(relations, one_origin) is FactStatus.SINGLE
    assert status_of(relations, first_two) is FactStatus.SINGLE


def test_status_of_a_history_is_revision_and_of_equal_values_agree() -> None:
    tolls = [people(f"The quake killed <{n} people>.", published=date(2024, 3, n)) for n in (12, 13, 14)]
    equal = [people("It has <9 people>.") for _ in range(2)]
    for sides, status in ((tolls, FactStatus.REVISION), (equal, FactStatus.AGREE)):
        relations = [relate(a, b) for a in sides for b in sides if a.key < b.key]
        assert status_of(relations, {s.key: Origin(n, (), "") for n, s in enumerate(sides)}) is status


bounds = st.integers(0, 3000).map(Decimal)
words = st.sampled_from(["people", "troops", "houses", "5 miles", "dozens"])


@st.composite
def sides(draw: Any) -> Any:
    """Figures and dates with any hedge and bounds."""
    low, high = sorted((draw(bounds), draw(bounds)))
    if draw(st.booleans()):
        start = date(2020, 1, 1).toordinal()
        first, last = (date.fromordinal(start + int(bound)) for bound in (low, high))
        return day("It is <then>.", first.isoformat(), last.isoformat(), hedge=draw(st.sampled_from(Hedge)))
    interval = draw(
        st.sampled_from(
            [Interval(low, high), Interval(low, None), Interval(None, high), Interval(low, None, low_open=True)]
        )
    )
    return figure(
        f"It is <{low} {draw(words)}>.",
        interval=interval,
        hedge=draw(st.sampled_from(Hedge)),
        unit=draw(st.sampled_from(["person", "mile", "kilometre", None])),
        published=draw(st.sampled_from([None, date(2024, 1, 1), date(2024, 1, 2)])),
        status=draw(st.sampled_from(ClaimStatus)),
        change=draw(st.sampled_from([None, *Change])),
    )


@given(sides(), sides())
def test_relations_are_symmetric(a: Any, b: Any) -> None:
    assert relate(a, b) == relate(b, a)


@given(sides())
def test_a_claim_is_the_same_as_itself(side: Any) -> None:
    twin = type(side)(**{**{name: getattr(side, name) for name in side.__slots__}, "key": "twin", "article": "other"})
    assert relate(side, twin).kind in (SAME, CONSISTENT)


def test_what_is_not_understood_says_nothing_of_the_fact() -> None:
    known = day("It ends <on June 30>.", "2023-06-30", article="a")
    waiting = [make_side("It ends <on Monday>.", kind=Kind.DATE, article=name) for name in ("b", "c")]
    relations = [relate(known, waiting[0]), relate(*waiting)]
    assert [relation.difference for relation in relations] == [Difference.UNKNOWN] * 2
    origins = {side.key: Origin(number, (), "") for number, side in enumerate((known, *waiting), start=1)}
    assert status_of(relations, origins) is FactStatus.SINGLE
