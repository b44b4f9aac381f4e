"""The decision form turns what an editor chose into the answer to store, or says what is missing."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.values import Hedge, Interval
from factsheet.models import Fact
from tests.factories import make_claim, make_evidence, make_fact
from tests.factsheet.forms.answers import WHY, answer_of, clock_of, fill, value_of
from tests.factsheet.newsroom import decide, make_fact_with

pytestmark = pytest.mark.django_db


def test_a_claims_value_is_taken_with_its_words_or_with_others(troops: Fact) -> None:
    key = troops.evidence.order_by("pk")[2].pk
    answer = answer_of(fill(troops, choice=f"claim:{key}"))
    assert (answer.outcome, answer.method, answer.text, answer.unit) == ("settled", "claim", "15000 troops", "person")
    assert value_of(answer) == (15000, 15000, False, False, "exact")
    assert answer_of(fill(troops, choice=f"claim:{key}", answer=" 15,000 soldiers ")).text == "15,000 soldiers"


def test_the_suggestion_is_taken_with_the_unit_of_its_claim(troops: Fact) -> None:
    answer = answer_of(fill(troops, choice="suggestion"))
    assert troops.suggestion is not None
    assert (answer.method, answer.text, answer.unit) == ("suggestion", troops.suggestion["text"], "person")
    assert value_of(answer) == (13000, 13000, False, False, "exact")


def test_a_suggested_day_is_a_day(withdrawal: Fact) -> None:
    first = withdrawal.evidence.order_by("pk")[0]
    withdrawal.suggestion = {
        "text": "by Dec. 31,\n2023", "low": "2023-12-31", "high": "2023-12-31", "low_open": False, "high_open": False,
        "hedge": "by", "unit": "", "evidence": [first.pk],
    }  # fmt: skip
    answer = answer_of(fill(withdrawal, choice="suggestion"))
    assert value_of(answer) == (date(2023, 12, 31), date(2023, 12, 31), False, False, "by")
    assert (answer.text, answer.precision, answer.low) == ("by Dec. 31, 2023", "day", None)


def test_a_suggestion_whose_claim_was_rejected_since_keeps_its_own_value(troops: Fact) -> None:
    troops.evidence.update(state="rejected", fact=None, reason="Wrong.", stance="")
    assert value_of(answer_of(fill(troops, choice="suggestion"))) == (13000, 13000, False, False, "exact")


@pytest.mark.parametrize("suggestion", [None, {"silence": "two are equally good"}])
def test_silence_cannot_be_taken(troops: Fact, suggestion: dict[str, str] | None) -> None:
    troops.suggestion = suggestion
    assert "suggests nothing" in str(fill(troops, choice="suggestion").errors["choice"])


def test_a_claim_that_was_not_understood_cannot_be_taken(withdrawal: Fact) -> None:
    item = make_evidence(make_claim("last Friday", kind="date", needs_published=True), fact=withdrawal)
    assert "not understood yet" in str(fill(withdrawal, choice=f"claim:{item.pk}").errors["choice"])


def test_a_range_has_two_ends_and_words_of_its_own(troops: Fact) -> None:
    answer = answer_of(fill(troops, choice="range", low="13,000", high="15 000"))
    assert (answer.method, answer.text, answer.unit) == ("range", "13,000 to 15,000", "person")
    assert value_of(answer) == (13000, 15000, False, False, "exact")
    assert answer_of(fill(troops, choice="range", low="1", high="2", answer="one or two")).text == "one or two"


# The hedge, and what 15,000 becomes with it: low, high, low open, high open.
HEDGED: dict[str, tuple[int | None, int | None, bool, bool]] = {
    **{hedge.value: (15000, 15000, False, False) for hedge in Hedge},
    "more_than": (15000, None, True, False),
    "at_least": (15000, None, False, False),
    "less_than": (None, 15000, False, True),
    "at_most": (None, 15000, False, False),
    "up_to": (None, 15000, False, False),
}


@pytest.mark.parametrize("hedge", HEDGED)
def test_an_own_figure_is_bounded_by_its_hedge(troops: Fact, hedge: str) -> None:
    answer = answer_of(fill(troops, choice="own", low="15000", hedge=hedge, answer="15,000", **WHY))
    assert value_of(answer) == (*HEDGED[hedge], hedge)
    Interval(answer.low, answer.high, answer.low_open, answer.high_open)


@pytest.mark.parametrize("hedge", HEDGED)
def test_every_own_figure_can_be_stored(troops: Fact, hedge: str, editor: User) -> None:
    answer = answer_of(fill(troops, choice="own", low="15000", hedge=hedge, answer="15,000", **WHY))
    decision = decide(troops, answer, by=editor, cite=[troops.evidence.order_by("pk")[0].pk])
    assert decision.interval is not None


def test_an_own_day_keeps_its_hedge(withdrawal: Fact) -> None:
    answer = answer_of(fill(withdrawal, choice="own", low="2023-12-31", hedge="until", answer="until Dec. 31", **WHY))
    assert value_of(answer) == (date(2023, 12, 31), date(2023, 12, 31), False, False, "until")
    assert answer.low is None


def test_an_own_answer_may_be_words_alone(troops: Fact) -> None:
    answer = answer_of(fill(troops, choice="own", answer="several thousand", **WHY))
    assert value_of(answer) == (None, None, False, False, "exact")


def test_an_own_answer_may_name_only_where_it_ends(troops: Fact) -> None:
    answer = answer_of(fill(troops, choice="own", high="15000", answer="up to 15,000", hedge="up_to", **WHY))
    assert value_of(answer) == (None, 15000, False, False, "up_to")
    form = fill(troops, choice="own", high="15000", answer="more than 15,000", hedge="more_than", **WHY)
    assert "low" in form.errors


@pytest.mark.parametrize(("choice", "outcome"), [("disputed", "disputed"), ("not_established", "not_established")])
def test_what_has_no_value_has_its_words(troops: Fact, choice: str, outcome: str) -> None:
    answer = answer_of(fill(troops, choice=choice, answer=" 174 or 303 ", low="174", **WHY))
    assert (answer.outcome, answer.method, answer.text) == (outcome, "", "174 or 303")
    assert value_of(answer) == (None, None, False, False, "exact")


def test_what_is_left_out_says_nothing(troops: Fact) -> None:
    answer = answer_of(fill(troops, choice="left_out", answer="174", **WHY))
    assert (answer.outcome, answer.text) == ("left_out", "")


MISSING = [
    ({"choice": "own", "answer": "15,000", "low": "15000"}, {"rationale"}),
    ({"choice": "own", "low": "15000", **WHY}, {"answer"}),
    ({"choice": "own", "answer": "  ", "rationale": " \n"}, {"answer", "rationale"}),
    ({"choice": "disputed", "answer": "174 or 303"}, {"rationale"}),
    ({"choice": "not_established"}, {"rationale"}),
    ({"choice": "left_out"}, {"rationale"}),
    ({"choice": "agreed"}, {"choice"}),
    ({"choice": "disputed", "wording": "x" * 501, **WHY}, {"wording"}),
    ({"choice": "suggestion", "phrase": "x" * 301}, {"phrase"}),
    ({"choice": "range", "low": "3", "high": "2"}, {"high"}),
    ({"choice": "own", "low": "3", "high": "2.9", "answer": "3", **WHY}, {"high"}),
    ({}, {"choice"}),
    ({"choice": "claim:"}, {"choice"}),
    ({"choice": "claim:0"}, {"choice"}),
    ({"choice": "claim:²"}, {"choice"}),
    ({"choice": "claim:" + "9" * 5000}, {"choice"}),
    ({"choice": "suggestion:1"}, {"choice"}),
    ({"choice": "suggestion", "hedge": "roughly"}, {"hedge"}),
    ({"choice": "suggestion", "cite": ["0"]}, {"cite"}),
    ({"choice": "suggestion", "cite": ["²"]}, {"cite"}),
    ({"choice": "suggestion", "version": ""}, {"version"}),
    ({"choice": "suggestion", "version": "9" * 5000}, {"version"}),
    ({"choice": "suggestion", "rationale": "x" * 5001}, {"rationale"}),
    ({"choice": "suggestion", "answer": "a\x00"}, {"answer"}),
]


@pytest.mark.parametrize(("data", "fields"), MISSING, ids=[str(data)[:60] for data, _ in MISSING])
def test_what_is_missing_or_wrong_is_said_beside_its_box(troops: Fact, data: dict[str, Any], fields: set[str]) -> None:
    form = fill(troops, **data)
    assert not form.is_valid()
    assert form.errors.keys() == fields


def test_the_suggested_time_is_stored_with_its_zone(strike: Fact, editor: User) -> None:
    assert strike.status == "agree"
    decision = decide(strike, answer_of(fill(strike, choice="suggestion")), by=editor)
    decision.refresh_from_db()
    suggested = {"at 18:00 GMT": (time(18), time(18), "GMT", 0), "at 2 p.m. EDT": (time(14), time(14), "EDT", -240)}
    assert clock_of(decision) == suggested[decision.answer]


def test_a_time_is_taken_from_a_claim_with_its_zone(strike: Fact) -> None:
    key = strike.evidence.order_by("pk")[1].pk
    assert clock_of(answer_of(fill(strike, choice=f"claim:{key}"))) == (time(14), time(14), "EDT", -240)


RANGES = [
    ({}, (13000, 15000), "13,000 to 15,000"),
    ({"low": "12,000"}, (12000, 15000), "12,000 to 15,000"),
    ({"high": "14000"}, (13000, 14000), "13,000 to 14,000"),
]


@pytest.mark.parametrize(("typed", "bounds", "text"), RANGES)
def test_an_end_of_a_range_that_is_not_typed_is_that_of_the_evidence(
    troops: Fact, typed: dict[str, str], bounds: tuple[int, int], text: str
) -> None:
    answer = answer_of(fill(troops, choice="range", **typed))
    assert ((answer.low, answer.high), answer.text) == (bounds, text)


def test_days_too_have_a_first_and_a_last(withdrawal: Fact) -> None:
    answer = answer_of(fill(withdrawal, choice="range"))
    assert (answer.low_day, answer.high_day) == (date(2023, 12, 31), date(2024, 1, 1))


@pytest.mark.parametrize(("typed", "missing"), [({}, "low"), ({"low": "1"}, "high"), ({"high": "1"}, "low")])
def test_a_range_without_evidence_needs_both_ends(typed: dict[str, str], missing: str) -> None:
    assert fill(make_fact(), choice="range", **typed).errors.keys() == {missing}


def test_a_dispute_is_worded_from_the_evidence_unless_an_editor_words_it(withdrawal: Fact) -> None:
    first, second = (item.claim.article.source for item in withdrawal.evidence.order_by("pk"))
    draft = f"{first} says by Dec. 31, 2023; {second} by January 1, 2024"
    assert fill(withdrawal).initial["wording"] == draft
    assert answer_of(fill(withdrawal, choice="disputed", **WHY)).text == draft
    assert answer_of(fill(withdrawal, choice="disputed", wording=" Not agreed. ", **WHY)).text == "Not agreed."


def test_a_dispute_without_two_sides_has_to_be_worded() -> None:
    form = fill(make_fact_with("13000"), choice="disputed", **WHY)
    assert form.errors.keys() == {"wording"}


def test_what_is_agreed_is_taken_as_suggested(db: None) -> None:
    fact = make_fact_with("13000", "13000.0", status="agree")
    fact.suggestion = {
        "text": "13,000", "low": "13000", "high": "13000", "low_open": False, "high_open": False, "hedge": "exact",
        "unit": "person", "evidence": [],
    }  # fmt: skip
    answer = answer_of(fill(fact, choice="agreed"))
    assert (answer.method, answer.text, answer.low) == ("suggestion", "13,000", 13000)
    fact.state = "settled"
    assert "does not agree" in str(fill(fact, choice="agreed").errors["choice"])


def test_a_phrase_is_a_rationale_and_stands_before_what_is_typed(troops: Fact) -> None:
    form = fill(troops, choice="not_established", phrase="No source says.", rationale=" Asked twice. ")
    assert form.is_valid()
    assert form.cleaned_data["rationale"] == "No source says. Asked twice."
    form = fill(troops, choice="not_established", phrase="No source says.")
    assert form.is_valid()
    assert form.cleaned_data["rationale"] == "No source says."


@pytest.mark.parametrize(
    ("places", "expected"),
    [(["", "", ""], "123"), (["2", "", "1"], "312"), (["3", "2", "1"], "321"), (["", "1", ""], "213"),
     (["1", "1", "²"], "123"), (["-1", "9" * 5000, "1"], "312")],
)  # fmt: skip
def test_citations_stand_in_the_places_that_are_typed(troops: Fact, places: list[str], expected: str) -> None:
    keys = [item.pk for item in troops.evidence.order_by("pk")]
    typed = {f"place-{key}": place for key, place in zip(keys, places, strict=True)}
    form = fill(troops, choice="suggestion", cite=[str(key) for key in keys], **typed)
    assert form.is_valid()
    assert form.cleaned_data["cite"] == [keys[int(place) - 1] for place in expected]


def test_citations_are_those_ticked_in_their_order(troops: Fact) -> None:
    keys = [item.pk for item in troops.evidence.order_by("-pk")]
    form = fill(troops, choice="suggestion", cite=[str(key) for key in keys])
    assert form.is_valid()
    assert form.cleaned_data["cite"] == keys
