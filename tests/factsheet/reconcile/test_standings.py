"""How a claim of a story stands to the sheet: it may round the answer or say less, not more and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.extraction import extract
from articles.values import ClaimStatus, Hedge, Kind
from factsheet.reconcile import Side, side_of
from factsheet.reconcile.standings import FactState, SheetFact, Standing, as_printed, judge, judge_value

AGREES, DEVIATES, DISPUTED, NOT_ESTABLISHED, OPEN, UNKNOWN = Standing
PUBLISHED = date(2023, 7, 1)


def read(words: str, *, before: str = "The mission counts ", after: str = " there.", **fields: Any) -> Side:
    """The first claim of a sentence."""
    text = f"{before}{words}{after}"
    found = extract(text, published=PUBLISHED)[0]
    side = side_of(found, key="said", article="draft", text=text, published=PUBLISHED)
    return replace(side, **fields)


def answer(words: str, **fields: Any) -> Side:
    """An answer that prints these words."""
    found = extract(words, published=PUBLISHED)[0]
    return Side(
        key="answer", article="answer", kind=found.kind, interval=found.interval, hedge=found.hedge, text=words,
        unit=found.unit or ("person" if found.kind is Kind.QUANTITY else None), per=found.per, numbers=found.numbers,
        precision=found.precision, **fields,
    )  # fmt: skip


FIGURES = [
    # What the sheet says, what the story says, how that stands.
    ("13,000 troops", "13,000 troops", AGREES),
    ("13,000 troops", "15,000 troops", DEVIATES),
    ("13,000", "13,000 troops", AGREES),
    # The story rounds.
    ("15,209 troops", "15,000 troops", AGREES),
    ("15,209 troops", "about 15,000 troops", AGREES),
    ("174 people", "about 170 people", AGREES),
    ("174 people", "about 150 people", DEVIATES),
    ("21 people", "20 people", DEVIATES),
    # The story says less.
    ("174 people", "at least 170 people", AGREES),
    ("174 people", "170 to 180 people", AGREES),
    ("more than 15,209 troops", "more than 15,000 troops", AGREES),
    ("15,000 troops", "about 15,000 troops", AGREES),
    # So much less that a reader is led astray.
    ("303 people", "at least 170 people", DEVIATES),
    # The story says more.
    ("more than 15,000 troops", "15,000 troops", DEVIATES),
    ("at least 170 people", "170 people", DEVIATES),
    ("up to 200 people", "190 people", DEVIATES),
    ("170 to 180 people", "174 people", DEVIATES),
    ("about 15,000 troops", "15,209 troops", DEVIATES),
    ("15,000 troops", "15,209 troops", DEVIATES),
    ("more than 15,000 troops", "at least 15,209 troops", DEVIATES),
    # A round figure is taken as roughly as "about" has it; a counted one is not.
    ("about 15,000 troops", "15,000 troops", AGREES),
    ("about 174 people", "174 people", DEVIATES),
    # Units.
    ("10 miles", "16 km", AGREES),
    ("10 miles", "26 km", DEVIATES),
    ("$1.2 billion", "$1.2 billion", AGREES),
    ("$1.2 billion", "€1.3 billion", DEVIATES),
    ("$1.2 billion a year", "$1.2 billion a day", DEVIATES),
    ("5.2 percent", "5 percent", AGREES),
    ("5 percent", "5.2 percent", DEVIATES),
    ("four percent", "4 percentage points", DEVIATES),
]


@pytest.mark.parametrize(("printed", "said", "standing"), FIGURES)
def test_a_figure_must_be_covered_by_the_answer(printed: str, said: str, standing: Standing) -> None:
    judged = judge_value(read(said), answer(printed))
    assert judged.standing is standing, judged.reason
    assert judged.reason.endswith(".")


DATES = [
    ("30 June 2023", "on June 30, 2023", AGREES),
    ("30 June 2023", "on Friday", AGREES),
    ("30 June 2023", "in June 2023", AGREES),
    ("30 June 2023", "on July 1, 2023", DEVIATES),
    ("June 2023", "on June 30, 2023", DEVIATES),
    ("by 31 December 2023", "by December 31, 2023", AGREES),
    ("by 31 December 2023", "until December 31, 2023", AGREES),
    ("by 31 December 2023", "on December 31, 2023", DEVIATES),
    ("by 31 December 2023", "by January 1, 2024", DEVIATES),
    ("31 December 2023", "by December 31, 2023", AGREES),
    ("after 30 June 2023", "on July 2, 2023", DEVIATES),
    ("2 July 2023", "after June 30, 2023", AGREES),
    ("28 June 2023", "before June 30, 2023", AGREES),
    ("before 30 June 2023", "on June 28, 2023", DEVIATES),
]


@pytest.mark.parametrize(("printed", "said", "standing"), DATES)
def test_a_date_must_be_covered_by_the_answer(printed: str, said: str, standing: Standing) -> None:
    judged = judge_value(read(said, before="The mission ended "), answer(printed))
    assert judged.standing is standing, judged.reason


def test_a_hedge_that_is_left_out_is_named() -> None:
    assert judge_value(read("15,000 troops"), answer("more than 15,000 troops")).reason == (
        "The sheet says “more than 15,000 troops”: the story leaves out “more than”."
    )


def test_a_quotation_must_be_word_for_word() -> None:
    said = Side("said", "draft", Kind.QUOTE, text="without any delay at all, please")
    same = Side("answer", "answer", Kind.QUOTE, text="without any delay at all, please")
    other = replace(same, text="at the end of the year, we hope")
    assert judge_value(said, same).standing is AGREES
    assert judge_value(said, other).standing is DEVIATES


def test_a_date_that_is_not_understood_stands_to_nothing() -> None:
    said = replace(read("on Friday", before="The mission ends "), interval=None)
    assert judge_value(said, answer("30 June 2023")).standing is UNKNOWN


def test_a_share_and_a_count_are_not_compared() -> None:
    assert judge_value(read("12 percent"), answer("12 troops")).standing is UNKNOWN


def test_the_day_a_figure_is_of_must_be_that_of_the_answer() -> None:
    said = read("174 people", as_of=date(2023, 5, 14))
    assert judge_value(said, answer("174 people", as_of=date(2023, 6, 1))).standing is DEVIATES
    assert judge_value(said, answer("174 people", as_of=date(2023, 5, 14))).standing is AGREES
    assert judge_value(said, answer("174 people")).standing is AGREES


def test_a_figure_counted_by_another_rule_deviates_whatever_its_value() -> None:
    printed = answer("174 people", sentence="Confirmed deaths")
    assert judge_value(read("174 estimated deaths"), replace(printed, unit="death")).standing is DEVIATES
    assert judge_value(read("174 confirmed deaths"), replace(printed, unit="death")).standing is AGREES


def test_what_a_story_tells_as_expected_is_not_held_against_what_happened() -> None:
    said = read("300 deaths", before="Officials had forecast ", after=" for the year.")
    judged = judge_value(said, answer("174 deaths"))
    assert judged.standing is UNKNOWN
    assert "expected" in judged.reason


def sheet_fact(state: FactState, *sides: Side, printed: str = "", with_answer: bool = True) -> SheetFact:
    value = answer(printed) if printed and with_answer else None
    return SheetFact("f", state, "People killed", Kind.QUANTITY, "person", sides, value, printed)


def test_an_open_fact_is_not_settled_whatever_is_said() -> None:
    for said in ("174 people", "303 people"):
        judged = judge(read(said), sheet_fact(FactState.OPEN, printed="174 people"))
        assert judged.standing is OPEN
        assert judged.reason.startswith("It is not settled yet.")
    assert judge(read("174 people"), sheet_fact(FactState.OPEN)).standing is OPEN


def test_what_is_not_established_may_be_attributed_but_not_told_as_a_fact() -> None:
    fact = sheet_fact(FactState.NOT_ESTABLISHED)
    assert judge(read("174 people"), fact).standing is NOT_ESTABLISHED
    judged = judge(read("174 people", attribution="the minister"), fact)
    assert (judged.standing, "the minister" in judged.reason) == (AGREES, True)


def test_a_disputed_value_must_be_attributed_and_somebody_must_say_it() -> None:
    tellers = (read("174 people", key="1", attribution="the U.N."), read("303 people", key="2"))
    fact = sheet_fact(FactState.DISPUTED, *tellers, printed="174 or 303", with_answer=False)
    assert judge(read("174 people"), fact).standing is DISPUTED
    assert judge(read("174 people", attribution="the council"), fact).standing is AGREES
    assert "by the U.N." in judge(read("174 people", attribution="the council"), fact).reason
    assert judge(read("500 people", attribution="the council"), fact).standing is DISPUTED
    taken_back = replace(tellers[0], status=ClaimStatus.SUPERSEDED)
    fact = replace(fact, sides=(taken_back, tellers[1]))
    assert judge(read("174 people", attribution="the council"), fact).standing is DISPUTED


def test_a_fact_that_is_left_out_says_nothing() -> None:
    assert judge(read("174 people"), sheet_fact(FactState.LEFT_OUT, printed="303 people")).standing is UNKNOWN


def test_an_answer_without_a_value_is_compared_by_its_words() -> None:
    fact = sheet_fact(FactState.SETTLED, printed="174  People", with_answer=False)
    assert judge(read("174 people"), replace(fact, words="174 People")).standing is AGREES
    assert judge(read("174 people"), replace(fact, words="most of them")).standing is UNKNOWN


def test_what_is_printed_is_what_holds() -> None:
    counted = answer("15,209 troops")
    printed = as_printed(replace(counted, text="more than 15,000 troops"), extract("more than 15,000 troops"))
    assert printed.hedge is Hedge.MORE_THAN
    assert judge_value(read("15,209 troops"), printed).standing is DEVIATES
    assert judge_value(read("more than 15,000 troops"), printed).standing is AGREES


@pytest.mark.parametrize("words", ["many troops", "13,000 troops and 400 trucks", "on Friday", "", "on 1 July 2023"])
def test_printed_words_of_no_one_value_leave_the_value_as_it_is(words: str) -> None:
    counted = answer("15,209 troops")
    assert as_printed(counted, extract(words)) == counted


def test_a_printed_figure_keeps_the_unit_that_it_does_not_name() -> None:
    assert as_printed(answer("15,209 troops"), extract("15,209")).unit == "person"


figures = st.builds(
    "{}{:,} people".format,
    st.sampled_from(["", "about ", "more than ", "at least ", "up to ", "fewer than "]),
    st.integers(2, 20_000),
)


@given(figures)
def test_what_is_printed_as_the_sheet_has_it_always_agrees(words: str) -> None:
    assert judge_value(read(words), answer(words)).standing is AGREES


@given(figures, figures)
def test_two_figures_never_each_say_more_than_the_other_and_agree(one: str, other: str) -> None:
    judged = judge_value(read(one), answer(other))
    assert judged.standing in (AGREES, DEVIATES)
    assert judged.reason
