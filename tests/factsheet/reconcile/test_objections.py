"""What speaks against an answer that was given, and what only leaves room for it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from articles.values import Hedge, Interval, Kind
from factsheet.reconcile import Side, relate
from factsheet.reconcile.objections import is_unheard_of, speaks_against


def figure(low: int | None, high: int | None, hedge: Hedge = Hedge.EXACT, *, key: str = "a") -> Side:
    """So many killed, in an article of its own."""
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    words = f"{low if low is not None else high} killed"
    return Side(
        key=key, article=key, kind=Kind.QUANTITY, interval=Interval(ends[0], ends[1]), hedge=hedge, unit="person",
        noun="killed", text=words, sentence=words,
    )  # fmt: skip


AT_LEAST_170 = figure(170, None, Hedge.AT_LEAST, key="answer")
EXACTLY_170 = figure(170, 170, key="answer")


@pytest.mark.parametrize(
    ("claim", "answer", "speaks"),
    [
        (figure(303, 303), EXACTLY_170, True),
        (figure(303, 303), AT_LEAST_170, True),
        (figure(303, None, Hedge.AT_LEAST), AT_LEAST_170, True),
        (figure(174, 174), AT_LEAST_170, False),
        (figure(100, None, Hedge.MORE_THAN), EXACTLY_170, False),
        (figure(24, None, Hedge.AT_LEAST), AT_LEAST_170, False),
        (figure(170, 170), EXACTLY_170, False),
    ],
    ids=["another figure", "far beyond", "at least far beyond", "a little beyond", "room for it", "dozens", "the same"],
)
def test_a_claim_speaks_against_an_answer_unless_it_only_leaves_room(claim: Side, answer: Side, speaks: bool) -> None:
    assert speaks_against(claim, answer, relate(claim, answer).kind) is speaks


@pytest.mark.parametrize(
    ("claim", "is_new"),
    [(figure(250, 250), True), (figure(303, 303), False), (figure(24, None, Hedge.AT_LEAST), False)],
    ids=["a third figure", "one of the two", "room for both"],
)
def test_what_none_of_those_in_dispute_gives_was_not_heard_of(claim: Side, is_new: bool) -> None:
    heard = [figure(170, 170, key="b"), figure(303, 303, key="c")]
    assert is_unheard_of(claim, heard) is is_new
    assert is_unheard_of(claim, []) is True
