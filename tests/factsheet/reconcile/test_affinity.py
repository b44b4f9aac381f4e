"""What makes two claims likelier to speak of one fact, and what less likely."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.values import Kind
from factsheet.reconcile.affinity import affinity, score_of
from factsheet.reconcile.subjects import subjects_of
from tests.factsheet.reconcile.samples import day, figure, money, people, quote


def percent(marked: Any, **fields: Any) -> Any:
    return figure(marked, kind=Kind.PERCENTAGE, unit="percent", **fields)


def year(marked: Any, **fields: Any) -> Any:
    digits = marked[marked.index(">") - 4 : marked.index(">")]
    return day(marked, f"{digits}-01-01", f"{digits}-12-31", **fields)


LIKELIER = [
    ("the same event", people, "The flood killed <40 people>.", "<43 people> have died.", "<43 people> were injured."),
    (
        "the same value",
        money,
        "Repairs cost <$2.1 million>.",
        "The bill of <$2.1 million> is high.",
        "The bill of <$2.6 million> is high.",
    ),
    (
        "a slip of the keys",
        money,
        "He took <$3.4 million> from the fund.",
        "He moved <$4.3 million> abroad.",
        "He moved <$4.9 million> abroad.",
    ),
    (
        "another figure beside them",
        percent,
        "School spending grows by <3 percent> to $610 million.",
        "Teachers get <4 percent>, or $610 million.",
        "Teachers get <4 percent>, or $950 million.",
    ),
    (
        "a rare word",
        people,
        "The ferry carried <900 people> to Skerry.",
        "From Skerry came <800 people> by boat.",
        "From the mainland came <800 people> by boat.",
    ),
    (
        "a whole apart from what befell its part",
        people,
        "The ferry Aurelia carried <212 passengers>.",
        "Of the <212 passengers> of the ferry Aurelia, 14 were injured.",
        "On the ferry Aurelia <212 passengers> were injured.",
    ),
    ("the same role", people, "It has <900 troops>.", "It had <800 soldiers>.", "It had <800 students>."),
    (
        "the same mood",
        money,
        "Profit was <$420 million>.",
        "Profit rose to <$465 million>.",
        "Analysts had expected profit of <$465 million>.",
    ),
    (
        "the same time",
        people,
        "The flood killed <40 people>.",
        "The flood has killed <43 people>.",
        "The 1987 flood killed <43 people>.",
    ),
    (
        "the whole",
        people,
        "The flood killed <45 people>.",
        "It killed <44 people>.",
        "It killed many, including <44 people> here.",
    ),
    (
        "the verb before a date, not the one after",
        year,
        "The council voted in <2013> to close the port.",
        "A vote was held in <2013>.",
        "The port closed in <2013>.",
    ),
    (
        "a year beside it",
        year,
        "The plant opens in <2026>.",
        "The plant will open in <2027>.",
        "The plant will open in <2033>.",
    ),
]


@pytest.mark.parametrize(("reason", "maker", "ours", "likelier", "other"), LIKELIER, ids=[row[0] for row in LIKELIER])
def test_what_claims_share_makes_them_likelier_one_fact(
    reason: str, maker: Any, ours: Any, likelier: Any, other: Any
) -> None:
    sides = [maker(words, key=key, article=key) for key, words in (("a", ours), ("b", likelier), ("c", other))]
    found = subjects_of(sides)
    assert score_of(found["a"], found["b"]) > score_of(found["a"], found["c"])


def test_a_sentence_gives_a_fact_one_value() -> None:
    near = [people("It killed <40 people> and 43 dogs.", key="a", article="x", sentence_number=7)]
    near.append(people("It killed 40 people and <43 dogs>.", key="b", article="x", sentence_number=7))
    found = subjects_of(near)
    assert score_of(found["a"], found["b"]) < -2000


def test_last_year_and_this_year_are_told_apart_on_purpose() -> None:
    sides = [
        day("Spending on roads fell <last year>.", "2023-01-01", "2023-12-31", key="a"),
        day("Spending on roads fell <this year>.", "2024-01-01", "2024-12-31", key="b"),
        day("Spending on roads fell <in 2024>.", "2024-01-01", "2024-12-31", key="c"),
    ]
    found = subjects_of(sides)
    assert score_of(found["a"], found["b"]) < score_of(found["a"], found["c"])


def test_reasons_are_those_that_speak_for_it_the_strongest_first() -> None:
    sides = [
        people("The flood killed <43 people> in Skerry.", key="a"),
        people("In Skerry <43 people> died.", key="b"),
    ]
    found = subjects_of(sides)
    reasons = affinity(found["a"], found["b"]).reasons
    assert set(reasons) >= {"the same value", "both are about “killed”", "both count people"}
    assert any("“skerry”" in reason for reason in reasons)


SIDES = [
    people("The flood killed <43 people> in Skerry.", article="a"),
    people("In Skerry <40 people> died.", article="b"),
    money("Repairs cost <$2.1 million>.", article="a"),
    year("The plant opens in <2026>.", article="b"),
    quote("we heard the walls crack and ran", article="a"),
    quote("we heard that wall crack and ran", article="b"),
]


@settings(deadline=None)
@given(st.sampled_from(SIDES), st.sampled_from(SIDES))
def test_scores_are_symmetric_and_the_sum_of_what_is_shown(one: Any, other: Any) -> None:
    if one.kind is other.kind:
        found = subjects_of(SIDES)
        a, b = found[one.key], found[other.key]
        assert score_of(a, b) == score_of(b, a) == affinity(a, b).score
