"""Rows become sides of a comparison, and a suggestion becomes what is stored."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from articles.values import Hedge, Interval, Kind, Precision
from factsheet.models import Evidence
from factsheet.reconcile import Origin, Policy, Side, Silence, Suggestion
from factsheet.sides import (
    ANSWER,
    TELLING,
    can_be_taken,
    choose_telling,
    is_live,
    load_evidence,
    origins_of,
    side_of_answer,
    side_of_evidence,
    side_of_suggestion,
    write_suggestion,
)
from tests.factories import make_article, make_claim, make_decision, make_evidence, make_fact
from tests.factsheet.newsroom import add_figure, make_fact_with

pytestmark = pytest.mark.django_db

SUGGESTION = Suggestion(
    low=Decimal(15000), high=None, low_open=True, high_open=False, hedge=Hedge.MORE_THAN, unit="person",
    text="more than 15,000", reasons=("2 independent origins.",), confidence=Decimal("0.67"),
    policy=Policy.MOST_ORIGINS, keys=("7", "12"),
)  # fmt: skip


def test_evidence_is_the_side_of_its_claim_in_its_sentence() -> None:
    article = make_article("Before. The U.N. counts more than 15,000 troops there. After.", published=date(2023, 6, 30))
    claim = make_claim(
        "more than 15,000 troops", article=article, low="15000", low_open=True, hedge="more_than", unit="person",
        noun="troops", per="year", as_of=date(2023, 6, 1), sentence_start=8, sentence_end=54, attribution="The U.N.",
        attribution_start=8, attribution_end=16,
    )  # fmt: skip
    item = make_evidence(claim)
    side = side_of_evidence(item)
    assert (side.key, side.article, side.kind) == (str(item.pk), str(article.pk), Kind.QUANTITY)
    assert (side.interval, side.hedge) == (Interval(Decimal(15000), None, low_open=True), Hedge.MORE_THAN)
    assert (side.unit, side.noun, side.per, side.as_of) == ("person", "troops", "year", date(2023, 6, 1))
    assert side.sentence == "The U.N. counts more than 15,000 troops there."
    assert side.sentence[side.offset :].startswith(side.text)
    assert (side.before, side.attribution, side.published) == ("Before. ", "The U.N.", date(2023, 6, 30))


def test_an_answer_is_a_side_of_its_own() -> None:
    fact = make_fact(as_of=date(2023, 6, 1))
    decision = make_decision(fact, low="13000", high="13000", hedge="about", unit="person", precision="")
    side = side_of_answer(fact, decision)
    assert side is not None
    assert (side.key, side.article, side.text, side.sentence) == (ANSWER, ANSWER, "13,000", fact.label)
    assert (side.interval, side.hedge, side.unit) == (Interval(Decimal(13000), Decimal(13000)), Hedge.ABOUT, "person")
    assert (side.as_of, side.precision) == (date(2023, 6, 1), None)


@pytest.mark.parametrize("outcome", ["disputed", "not_established", "left_out", "reopened"])
def test_what_settles_nothing_is_no_side(outcome: str) -> None:
    decision = make_decision(outcome=outcome, low="13000", high="13000")
    assert side_of_answer(decision.fact, decision) is None


@pytest.mark.parametrize(
    ("kind", "compared"), [("quote", True), ("statement", True), ("quantity", False), ("date", False)]
)
def test_an_answer_without_a_value_is_compared_only_where_words_are_the_value(kind: str, compared: bool) -> None:
    fact = make_fact(kind=kind)
    decision = make_decision(fact, low=None, high=None, answer="without delay")
    side = side_of_answer(fact, decision)
    assert (side is not None) is compared


def test_a_day_keeps_its_precision() -> None:
    fact = make_fact(kind="date")
    decision = make_decision(fact, low_day=date(2023, 6, 1), high_day=date(2023, 6, 30), precision="month")
    side = side_of_answer(fact, decision)
    assert side is not None
    assert (side.interval, side.precision) == (Interval(date(2023, 6, 1), date(2023, 6, 30)), Precision.MONTH)


def test_a_suggestion_is_a_side_and_is_stored_as_plain_json() -> None:
    side = side_of_suggestion(make_fact(), SUGGESTION)
    assert (side.interval, side.hedge) == (Interval(Decimal(15000), None, low_open=True), Hedge.MORE_THAN)
    written = write_suggestion(SUGGESTION)
    assert json.loads(json.dumps(written)) == written == {
        "text": "more than 15,000", "low": "15000", "high": None, "low_open": True, "high_open": False,
        "hedge": "more_than", "unit": "person", "reasons": ["2 independent origins."], "confidence": "0.67",
        "policy": "most_origins", "evidence": [7, 12], "utc_offset": None,
    }  # fmt: skip


def test_silence_is_stored_with_why() -> None:
    assert write_suggestion(Silence("Two are equally good.")) == {"silence": "Two are equally good."}


@pytest.mark.parametrize("stance", Evidence.Stance.values)
@pytest.mark.parametrize("state", Evidence.State.values)
def test_evidence_is_live_unless_it_is_rejected_or_withdrawn(state: str, stance: str) -> None:
    withdrawn = stance in ("superseded", "different_scope", "set_aside")
    assert is_live(Evidence(state=state, stance=stance)) is (state != "rejected" and not withdrawn)


@pytest.mark.parametrize(
    ("kind", "value", "taken"),
    [
        ("quantity", {"low": Decimal(5)}, True),
        ("date", {"high_day": date(2023, 7, 1)}, True),
        ("date", {}, False),
        ("money", {}, False),
        ("quote", {}, True),
        ("statement", {}, True),
        ("time", {"low_time": time(18), "high_time": time(18)}, True),
        ("time", {}, False),
    ],
)
def test_a_claim_can_be_taken_when_it_was_understood(kind: str, value: dict[str, object], taken: bool) -> None:
    claim = make_claim().__class__(kind=kind, **value)
    assert can_be_taken(claim) is taken


def test_origins_are_those_of_the_articles_of_live_evidence(editor: User) -> None:
    fact = make_fact_with("13000", "15000")
    add_figure(fact, "16000", stance="set_aside", reason="A plan.")
    fact.sheet.entries.update(origin=3, origin_reason="All copies.")
    origins = origins_of(fact.evidence.select_related("claim"), fact.sheet.entries.all())
    live = [str(item.pk) for item in fact.evidence.exclude(stance="set_aside")]
    assert sorted(origins) == sorted(live)
    assert {(origin.number, origin.reason) for origin in origins.values()} == {(3, "All copies.")}


def test_what_one_origin_repeats_is_compared_once(editor: User) -> None:
    fact = make_fact_with("13000", "13000.0", "15000")
    fact.sheet.entries.update(origin=1)
    evidence = load_evidence(fact.evidence.all())
    sides = [side_of_evidence(item) for item in evidence]
    origins = origins_of(evidence, fact.sheet.entries.all())
    assert [str(side.interval and side.interval.low) for side in choose_telling(sides, origins)] == ["13000", "15000"]
    apart = {key: replace(origin, number=number) for number, (key, origin) in enumerate(origins.items())}
    assert choose_telling(sides, apart) == sides


def test_no_more_values_are_compared_than_a_fact_has() -> None:
    side = Side(key="", article="a", kind=Kind.QUANTITY)
    many = [replace(side, key=str(n), interval=Interval(Decimal(n), Decimal(n))) for n in range(TELLING + 5)]
    assert choose_telling(many, {one.key: Origin(1, (), "") for one in many}) == many[:TELLING]


def test_evidence_is_loaded_in_reading_order_with_its_articles() -> None:
    fact = make_fact()
    later, earlier = make_article("One 5 two 7 three."), make_article("Four 9 five.")
    for words, article in (("9", earlier), ("7", later), ("5", later)):
        make_evidence(make_claim(words, article=article), fact=fact)
    loaded = load_evidence(fact.evidence.all())
    assert [item.claim.text for item in loaded] == ["5", "7", "9"]
    assert loaded[0].claim.article is loaded[1].claim.article
