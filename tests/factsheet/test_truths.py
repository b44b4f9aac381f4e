"""Suggested answers against known truth, and the yardsticks beside them."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from factsheet.management.truths import (
    Question,
    Record,
    discover,
    figure_of,
    is_right,
    make_event,
    measure,
    vote,
    weighted_median,
)
from factsheet.reconcile import Origin
from tests.factsheet.reconcile.samples import people


def ask(truth: int, *said: tuple[str, str]) -> Question:
    """A question to which outlets gave figures."""
    sides = {outlet: people(f"It has <{words}>.") for outlet, words in said}
    return Question(
        Decimal(truth),
        tuple(sides.values()),
        {side.key: outlet for outlet, side in sides.items()},
        {side.key: Origin(n, (), "") for n, side in enumerate(sides.values(), start=1)},
    )


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    return {record.method: record for record in measure(40, 7)}


def test_independent_origins_beat_the_majority_and_crh(records: dict[str, Record]) -> None:
    ours = records["most_origins"]
    for yardstick in (records["majority vote"], records["CRH"]):
        assert ours.accuracy > yardstick.accuracy + 0.05
        assert ours.recall > yardstick.recall


def test_silence_is_kept_for_a_minority_of_questions(records: dict[str, Record]) -> None:
    assert 0.8 <= records["most_origins"].answered / records["most_origins"].asked < 1
    assert records["majority vote"].answered == records["CRH"].answered == records["CRH"].asked


def test_equal_seeds_make_equal_records() -> None:
    assert measure(3, 5) == measure(3, 5)
    assert measure(3, 5) != measure(3, 6)


def test_the_majority_is_what_most_articles_say() -> None:
    question = ask(174, ("a", "174 people"), ("b", "303 people"), ("c", "303 people"))
    assert vote(question) == Decimal(303)


def test_crh_believes_the_outlet_that_is_right_elsewhere() -> None:
    known = [
        ask(n, ("good", f"{n} people"), ("bad", f"{2 * n} people"), ("other", f"{n} people")) for n in (50, 60, 70)
    ]
    torn = ask(90, ("good", "90 people"), ("bad", "40 people"))
    assert list(discover([*known, torn]))[-1] == Decimal(90)


def test_the_weighted_median_is_where_half_of_the_weight_lies() -> None:
    assert weighted_median([(Decimal(1), 1.0), (Decimal(5), 3.0), (Decimal(9), 1.0)]) == Decimal(5)
    assert weighted_median([]) is None


def test_a_rounding_of_the_truth_is_right() -> None:
    assert is_right(Decimal(15_000), Decimal(15_209))
    assert not is_right(Decimal(15_000), Decimal(17_209))
    assert not is_right(None, Decimal(1))


def test_events_have_figures_of_several_articles_for_each_fact() -> None:

    questions = make_event(Random(3), 0)
    assert len(questions) == 12
    assert all(len(question.sides) >= 4 for question in questions)
    assert all(figure_of(side) is not None for question in questions for side in question.sides)
