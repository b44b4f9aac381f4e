"""Times of day under a fact: each is measured by the clock of its place, as any of its articles tells it."""

from __future__ import annotations

from datetime import time

import pytest
from django.contrib.auth.models import User

from factsheet.actions import Answer
from factsheet.actions.standings import work_out
from factsheet.models import Fact
from tests.factories import make_claim, make_evidence, make_fact
from tests.factsheet.newsroom import decide

pytestmark = pytest.mark.django_db

PAIR = ("at 5:30 p.m. (1430 GMT)", time(17, 30), "", 180)
LOCAL = ("at 5:30 p.m. local time", time(17, 30), "local", None)
KNOWN = ("at 1430 GMT", time(14, 30), "GMT", 0)


def make_fact_of(*times: tuple[str, time, str, int | None]) -> Fact:
    fact = make_fact("First blast", kind="time", unit="")
    for words, clock, zone, offset in times:
        claim = make_claim(
            f"it fell {words}", kind="time", low_time=clock, high_time=clock, unit=zone, utc_offset=offset, numbers=[]
        )
        make_evidence(claim, fact=fact)
    work_out([fact])
    fact.save()
    return Fact.objects.get(pk=fact.pk)


def settle(fact: Fact, place: int, editor: User) -> list[tuple[str, str]]:
    """Take the value of a claim under the fact; how the evidence stands to it then."""
    evidence = fact.evidence.select_related("claim").order_by("pk")[place]
    decide(fact, Answer.of_claim(evidence), by=editor)
    return list(fact.evidence.order_by("pk").values_list("relation", "stance"))


def test_times_that_agree_on_the_clock_of_the_place_support_the_answer(editor: User) -> None:
    fact = make_fact_of(LOCAL, KNOWN, PAIR)
    assert (fact.status, (fact.suggestion or {})["utc_offset"]) == ("agree", 180)
    relations = [("consistent", "supports"), ("same", "supports"), ("consistent", "supports")]
    assert settle(fact, 1, editor) == relations


def test_where_no_article_tells_the_clock_of_the_place_agreement_is_in_doubt(editor: User) -> None:
    fact = make_fact_of(LOCAL, KNOWN)
    assert fact.status == "tension"
    assert settle(fact, 1, editor) == [("tension", "contradicts"), ("same", "supports")]


def test_the_answer_is_on_the_clock_of_the_place_too(editor: User) -> None:
    fact = make_fact_of(LOCAL, KNOWN, PAIR)
    relations = [("same", "supports"), ("consistent", "supports"), ("same", "supports")]
    assert settle(fact, 0, editor) == relations
