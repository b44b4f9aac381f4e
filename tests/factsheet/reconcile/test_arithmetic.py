"""What the answers of a sheet say together: parts, sums, shares, periods and ages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from articles.extraction import extract
from articles.values import Hedge, Interval, Kind
from factsheet.reconcile import Side, side_of
from factsheet.reconcile.arithmetic import Line, Mismatch, check
from factsheet.reconcile.ties import TieKind
from tests.factsheet.reconcile.samples import figure, make_side

TOLD = date(2024, 5, 2)


def read_lines(text: str, *answers: Side | None) -> list[Line]:
    """A fact for each claim of a text, in its order, with the answers given."""
    readings = extract(text, published=TOLD)
    sides = [side_of(found, key=str(n), article="a", text=text, published=TOLD) for n, found in enumerate(readings)]
    assert len(sides) == len(answers), [side.text for side in sides]
    return [
        Line(f"f{n}", side.text, answer, (side,)) for n, (side, answer) in enumerate(zip(sides, answers, strict=True))
    ]


def found(text: str, *answers: Side | None) -> list[tuple[TieKind, tuple[str, ...]]]:
    return [(one.kind, one.facts) for one in check(read_lines(text, *answers))]


def count(words: str, **fields: object) -> Side:
    return figure(f"<{words}>", **{"unit": "person", **fields})


def share(words: str) -> Side:
    return figure(f"<{words}>", kind=Kind.PERCENTAGE, unit="percent")


def day(words: str, **fields: object) -> Side:
    low = date.fromisoformat(words)
    return make_side(f"<{words}>", kind=Kind.DATE, interval=Interval(low, low), **fields)


PARTS = (
    "Police arrested 88 of the 275 protesters.",
    "Of the dead, 88 of 275 people were children.",
)


@pytest.mark.parametrize("text", PARTS)
def test_a_part_is_not_more_than_its_whole(text: str) -> None:
    assert found(text, count("88"), count("275")) == []
    assert found(text, count("312"), count("275")) == [(TieKind.PART, ("f0", "f1"))]


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 275 people, including 88 children.",
        "The storm killed 275 people, among them 88 children.",
        "The storm killed 275 people, 88 of whom were children.",
    ],
)
def test_the_part_may_stand_after_its_whole(text: str) -> None:
    assert found(text, count("275"), count("88")) == []
    assert found(text, count("80"), count("88")) == [(TieKind.PART, ("f1", "f0"))]


def test_a_hedge_leaves_room_for_the_part() -> None:
    text = "The storm killed 275 people, including 88 children."
    assert found(text, count("at least 80"), count("88")) == []
    assert found(text, count("80"), count("up to 88")) == []
    assert found(text, count("about 80"), count("86")) == []


def test_rounding_leaves_room_for_the_part() -> None:
    text = "Of 15,000 troops, 15,209 of them left."
    assert found(text, count("15,000"), count("15,209")) == []
    assert found(text, count("15,000"), count("16,209")) == [(TieKind.PART, ("f1", "f0"))]


def test_parts_add_up_to_the_whole_that_an_article_gives_them() -> None:
    text = "The 12 victims were seven men and five women."
    assert found(text, count("12"), count("7"), count("5")) == []
    assert found(text, count("14"), count("7"), count("5")) == [(TieKind.SUM, ("f1", "f2", "f0"))]
    assert found(text, count("at least 10"), count("7"), count("5")) == []


def test_figures_that_do_not_add_up_in_any_article_tie_nothing() -> None:
    assert found("The 30 guests ate seven cakes and five pies.", count("40"), count("7"), count("5")) == []


def test_a_share_goes_with_its_counts() -> None:
    text = "Turnout was 70 percent: 8,400 people of 12,000 voters went to the polls."
    assert found(text, share("70%"), count("8,400"), count("12,000")) == []
    assert found(text, share("70%"), count("9,100"), count("12,000")) == [(TieKind.SHARE, ("f0", "f1", "f2"))]
    assert found(text, share("70%"), count("9,100"), None) == []


def test_a_period_ends_after_it_began() -> None:
    text = "The mission ran from May 3, 2013 to June 30, 2023."
    readings = extract(text, published=TOLD)
    sides = [side_of(one, key=str(n), article="a", text=text, published=TOLD) for n, one in enumerate(readings)]
    assert [side.kind for side in sides] == [Kind.DATE, Kind.DATE]
    assert found(text, day("2013-05-03"), day("2023-06-30", hedge=Hedge.UNTIL)) == []
    assert found(text, day("2023-07-03"), day("2023-06-30")) == [(TieKind.PERIOD, ("f0", "f1"))]


def test_an_age_goes_with_the_year_of_birth() -> None:
    text = "Maria Lopez, 34, was born on March 9, 1990."
    age = figure("<34>", kind=Kind.DURATION, unit="year", published=TOLD)
    assert found(text, age, day("1990-03-09")) == []
    assert found(text, age, day("1980-03-09")) == [(TieKind.AGE, ("f0", "f1"))]


def test_the_reason_names_the_facts_and_their_answers() -> None:
    [mismatch] = check(read_lines(PARTS[0], count("312"), count("275")))
    assert isinstance(mismatch, Mismatch)
    assert mismatch.reason == "“88” (312) is told to be a part of “275 protesters” (275), and cannot be more than it."
    assert mismatch.side.interval == Interval(Decimal(88), Decimal(88))


def test_the_order_of_the_facts_makes_no_difference() -> None:
    lines = read_lines("The 12 victims were seven men and five women.", count("14"), count("7"), count("5"))
    there, back = check(lines), check(lines[::-1])
    assert [(one.kind, one.facts, one.reason) for one in there] == [(one.kind, one.facts, one.reason) for one in back]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("The ship had 12 passengers and a crew of 24.", (count("30"), count("24"))),
        ("The court convicted him of 11 charges and cleared him of two.", (count("11"), count("2"))),
        ("The storm killed 80 people, including 88 children.", (count("80"), count("88"))),
    ],
)
def test_what_only_looks_like_a_part_ties_nothing(text: str, answers: tuple[Side, ...]) -> None:
    assert found(text, *answers) == []
