"""The answer to propose, by policy; silence where two are equally good."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.values import ClaimStatus, Hedge, Interval
from factsheet.reconcile import Origin, Policy, Silence, Suggestion, relate, suggest, weigh
from factsheet.reconcile.rankings import rank_of
from tests.factsheet.reconcile.samples import day, money, people, quote


def ask(sides: Any, policy: Any = Policy.MOST_ORIGINS, origins: Any = None) -> Any:
    relations = [relate(a, b) for a, b in combinations(sides, 2)]
    numbers = origins or range(1, len(sides) + 1)
    by_side = {s.key: Origin(n, (), "") for s, n in zip(sides, numbers, strict=True) if s.is_live}
    return weigh(sides, relations, by_side, policy)


def test_the_value_that_most_origins_can_agree_on_wins_and_the_most_exact_of_it() -> None:
    found = ask([people(f"It has <{words}>.") for words in ("at least 170 people", "303 people", "174 people")])
    assert (found.low, found.high, found.text) == (Decimal(174), Decimal(174), "174 people")
    assert found.confidence == Decimal("0.50")
    assert found.reasons == (
        "Most origins agree on it.",
        "2 of 3 independent origins can be true together with it.",
        "It is the most exact of the figures that agree.",
    )


def test_each_origin_that_agrees_halves_the_doubt() -> None:
    sides = [people("It has <174 people>.") for _ in range(3)]
    assert [ask(sides[:number]).confidence for number in (1, 2, 3)] == [Decimal(n) for n in ("0.50", "0.75", "0.88")]


def test_a_plurality_is_not_called_most() -> None:
    found = ask([people(f"It has <{count} people>.") for count in (174, 174, 303, 411, 522)])
    assert found.reasons[0] == "More origins agree on it than on any other figure."


def test_repeating_one_origin_wins_nothing() -> None:
    sides = [people(f"It has <{count} people>.") for count in (174, 174, 303, 305)]
    assert isinstance(ask(sides, origins=[1, 1, 2, 3]), Silence)
    assert ask(sides[:2], origins=[1, 1]).confidence == Decimal("0.50")


def test_what_one_article_says_twice_is_one_answer() -> None:
    sides = [day(f"It ends <{words}>.", "2023-06-30", article="a") for words in ("Friday", "on Friday")]
    origins = {side.key: Origin(1, (), "") for side in sides}
    found = suggest(sides, [], origins)
    assert found is not None
    assert found.low == date(2023, 6, 30)


def test_two_equal_answers_are_no_answer_and_the_reason_names_both() -> None:
    found = ask([people("It has <174 people>."), people("It has <303 people>.")])
    assert isinstance(found, Silence)
    assert "“174 people”" in found.why
    assert "“303 people”" in found.why
    assert suggest([], [], {}) is None


def test_a_later_count_takes_the_place_of_an_earlier_one() -> None:
    sides = [
        people(f"The quake killed <{count} people>.", published=date(2024, 3, number))
        for count, number in (("41", 12), ("43", 12), ("58", 13))
    ]
    assert ask(sides).text == "58 people"


def test_a_vague_plural_is_no_answer_beside_a_figure() -> None:
    dozens = people("It killed <24 people>.", text="dozens of people")
    assert ask([dozens, people("It killed <24 people>."), people("It killed <24 people>.")]).text == "24 people"


def test_a_value_taken_back_is_never_proposed() -> None:
    sides = [people("It has <288 people>.", status=ClaimStatus.SUPERSEDED), people("It has <275 people>.")]
    first = [
        people("It has <275 people>.", key="a"),
        people("It has <288 people>.", key="b", status=ClaimStatus.DENIED),
    ]
    later = people("It has <244 people>.", published=date(2024, 1, 1))
    assert ask(sides).text == ask(first).text == "275 people"
    assert isinstance(ask(sides[:1]), Silence)
    assert isinstance(ask([later, *first]), Silence)


def test_authority_beats_number_of_origins_where_the_newsroom_says_so() -> None:
    sides = [
        people("It has <174 people>.", attribution="the electoral commission"),
        people("It has <303 people>.", attribution="a witness"),
        people("It has <303 people>."),
    ]
    assert ask(sides, Policy.MOST_AUTHORITATIVE).text == "174 people"
    assert ask(sides).text == "303 people"
    assert ask(sides[2:], Policy.MOST_AUTHORITATIVE).why == "No figure is attributed to an authority."


def test_recent_cautious_range_and_open_policies() -> None:
    sides = [
        people("It has <303 people>.", published=date(2024, 3, 1)),
        people("It has <174 people>.", published=date(2024, 3, 1), as_of=date(2024, 3, 2)),
    ]
    assert ask(sides, Policy.MOST_RECENT).text == "174 people"
    assert ask(sides, Policy.MOST_RECENT).reasons[0] == "The latest, of 2 March 2024."
    assert ask(sides, Policy.CONSERVATIVE).text == "174 people"
    whole = ask(sides, Policy.RANGE)
    assert (whole.low, whole.high, whole.text) == (Decimal(174), Decimal(303), "174 to 303")
    assert ask(sides, Policy.LEAVE_OPEN).why == "This kind of fact is left open for an editor."
    assert isinstance(ask([quote("no figure in it")], Policy.RANGE), Silence)


def test_dates_and_quotations_have_answers_too() -> None:
    deadlines = [
        day(f"It ends <{words}>.", iso) for words, iso in (("by Dec. 31", "2023-12-31"), ("by then", "2023-12-31"))
    ]
    found = ask(deadlines)
    assert (found.low, found.hedge) == (date(2023, 12, 31), Hedge.BY)
    words = ask([quote("without delay"), quote("we will go without delay")])
    assert (words.low, words.text) == (None, "we will go without delay")


def test_two_wordings_of_one_quotation_are_no_answer() -> None:
    said = [quote("We are still treating this as a rescue"), quote("We're treating it as a rescue for now")]
    assert isinstance(ask(said), Silence)


@pytest.mark.parametrize(
    ("sides", "text"),
    [
        ([people("It had <220>.", noun=None), people("It had <220 passengers>.")], "220 passengers"),
        ([people("It had <3 boats>.", text="three boats", noun="boats"), people("It had <3 boats>.")], "3 boats"),
        ([day(f"It sank <{words}>.", "2008-01-01", "2008-12-31") for words in ("that year", "in 2008")], "in 2008"),
        ([day("It sank <that year>.", "2008-01-01", "2008-12-31")], "2008"),
        ([day("It sank <last month>.", "2008-02-01", "2008-02-29")], "February 2008"),
        ([day("It sank <on Monday>.", "2008-02-04")], "4 February 2008"),
        ([day("It sank <at the weekend>.", "2008-02-02", "2008-02-03")], "2 February 2008 to 3 February 2008"),
        ([day("It ends <by Friday>.", "2008-02-08")], "by 8 February 2008"),
        ([day("It ends <within days>.", "2008-02-08", "2008-02-12", hedge=Hedge.WITHIN)], "within days"),
    ],
)  # fmt: skip
def test_the_answer_is_clear_without_its_article(sides: Any, text: str) -> None:
    assert {ask(sides).text, ask(sides[::-1]).text} == {text}


def test_a_range_is_written_as_its_ends_are() -> None:
    dollars = [money("It costs <$1.2 billion>.", interval=Interval(Decimal(n), Decimal(n))) for n in (1_200_000_000,)]
    more = money("It costs <$1.4 billion>.", interval=Interval(Decimal(1_400_000_000), Decimal(1_400_000_000)))
    assert ask([*dollars, more], Policy.RANGE).text == "$1.2 billion to $1.4 billion"
    days = [day("It ends <Friday>.", "2008-02-08"), day("It ends <on Feb. 10>.", "2008-02-10")]
    assert ask(days, Policy.RANGE).text == "8 February 2008 to 10 February 2008"


@pytest.mark.parametrize(
    ("who", "rank"),
    [
        ("the United Nations", 3), ("U.N. officials", 3), ("the Statistics Office", 3), ("WHO", 3),
        ("the health ministry", 2), ("police", 2), ("authorities", 2), ("Coast Guard officials", 2),
        ("the Allied Transport Union", 1), ("two analysts", 1),
        ("United Airlines", 0), ("Maria Lopez", 0), ("", 0),
    ],
)  # fmt: skip
def test_authorities_are_ranked_by_the_words_of_their_names(who: str, rank: int) -> None:
    assert rank_of(people("It has <9 people>.", attribution=who)) == rank


counts = st.lists(st.integers(1, 400), min_size=1, max_size=6)


@given(counts, st.sampled_from(Policy), st.randoms(use_true_random=False))
def test_no_policy_depends_on_the_order_of_the_sides(numbers: Any, policy: Any, random: Any) -> None:
    sides = [people(f"It has <{number} people>.", published=date(2024, 1, 1)) for number in numbers]
    relations = [relate(a, b) for a, b in combinations(sides, 2)]
    origins = {side.key: Origin(number, (), "") for number, side in enumerate(sides)}
    shuffled = random.sample(sides, len(sides))
    found = weigh(sides, relations, origins, policy)
    assert weigh(shuffled, relations[::-1], origins, policy) == found
    if isinstance(found, Suggestion):
        assert 0 < found.confidence <= 1
        assert found.reasons


@pytest.mark.parametrize("policy", Policy)
def test_a_lone_claim_is_proposed_with_no_more_than_half_confidence(policy: Any) -> None:
    found = ask([people("It has <9 people>.", attribution="the ministry", published=date(2024, 1, 1))], policy)
    assert isinstance(found, Silence) if policy is Policy.LEAVE_OPEN else found.confidence == Decimal("0.5")
