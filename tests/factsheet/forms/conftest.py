"""Facts of each kind to decide: of a figure, of a day, of a time of day."""

from __future__ import annotations

from datetime import date, time

import pytest
from django.contrib.auth.models import User

from factsheet.actions.standings import work_out
from factsheet.models import Fact
from tests.factories import make_claim, make_evidence, make_fact
from tests.factsheet.newsroom import decide, make_fact_with


@pytest.fixture
def troops(db: None) -> Fact:
    """A fact for which the program suggests a figure."""
    fact = make_fact_with("13000", "13000.0", "15000")
    decide(fact, "13000", by=User.objects.create(username="somebody"))
    return Fact.objects.get(pk=fact.pk)


@pytest.fixture
def withdrawal(db: None) -> Fact:
    """A fact about a day."""
    fact = make_fact("Withdrawal completed", kind="date", unit="")
    for words, day in (("by Dec. 31, 2023", date(2023, 12, 31)), ("by January 1, 2024", date(2024, 1, 1))):
        claim = make_claim(words, kind="date", low_day=day, high_day=day, hedge="by", precision="day", numbers=[])
        make_evidence(claim, fact=fact)
    return fact


@pytest.fixture
def strike(db: None, editor: User) -> Fact:
    """A fact about a time of day, for which the program suggests that of the first claim."""
    fact = make_fact("First strike", kind="time", unit="GMT")
    for words, clock, offset in (("at 18:00 GMT", time(18), 0), ("at 2 p.m. EDT", time(14), -240)):
        zone = words.rpartition(" ")[2]
        claim = make_claim(
            words, kind="time", low_time=clock, high_time=clock, unit=zone, utc_offset=offset, numbers=[]
        )
        make_evidence(claim, fact=fact)
    work_out([fact])
    fact.save()
    return fact
