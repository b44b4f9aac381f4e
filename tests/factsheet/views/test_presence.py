"""Colleagues see who else is on a sheet and on its facts, for a minute, and whoever does not want it is not seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils.timezone import now

from factsheet import actions
from factsheet.actions.presence import be_present
from factsheet.models import Activity, Fact, Presence
from tests.factories import make_user
from tests.factsheet.newsroom import LATER, make_fact_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def fact(db: None) -> Fact:
    """A fact on a sheet that everybody sees."""
    return make_fact_with("13000", label="Troops")


@pytest.fixture
def ana(client_of: Callable[[User | None], Client]) -> Client:
    """Ana, at her desk."""
    return client_of(make_user("ana", role="Editor", first_name="Ana", last_name="Berg"))


@pytest.fixture
def ben(client_of: Callable[[User | None], Client]) -> Client:
    """Ben, at his."""
    return client_of(make_user("ben", role="Reporter", first_name="Ben", last_name="Cole"))


def tell(client: Client, fact: Fact, **data: object) -> str:
    """An open panel says that it is open; what it is told."""
    address = f"/sheets/{fact.sheet.slug}/present/"
    return client.post(address, {"fact": fact.pk, "act": "check", **data}).content.decode()


def test_who_has_the_same_fact_open_is_named_there(fact: Fact, ana: Client, ben: Client) -> None:
    assert "Ana" not in tell(ana, fact)
    assert "Ana Berg is on this fact too" in tell(ben, fact)
    assert "Ana Berg is on this fact too" in ben.get(fact.get_absolute_url()).content.decode()
    other = make_fact_with("41", sheet=fact.sheet, label="Dead")
    assert "Ana Berg is on this sheet" in ben.get(other.get_absolute_url()).content.decode()
    assert "here now:" in ben.get("/").content.decode()
    assert not Activity.objects.exists()


def test_one_row_a_person_and_sheet_moves_with_what_is_open(fact: Fact, ana: Client) -> None:
    other = make_fact_with("41", sheet=fact.sheet, label="Dead")
    tell(ana, fact)
    tell(ana, other)
    assert list(Presence.objects.values_list("fact_id", flat=True)) == [other.pk]


def test_who_is_gone_is_shown_no_longer_and_then_forgotten(fact: Fact, ana: Client, ben: Client) -> None:
    tell(ana, fact)
    Presence.objects.update(seen_at=now() - timedelta(seconds=70))
    assert "Ana" not in ben.get(fact.get_absolute_url()).content.decode()
    Presence.objects.update(seen_at=now() - timedelta(minutes=11))
    tell(ben, fact)
    assert list(Presence.objects.values_list("person__username", flat=True)) == ["ben"]


def test_who_does_not_want_it_is_not_seen_and_says_so_without_javascript(fact: Fact, ana: Client, ben: Client) -> None:
    tell(ana, fact)
    assert "Do not show colleagues" in ana.get(fact.get_absolute_url()).content.decode()
    assert ana.post(f"/sheets/{fact.sheet.slug}/present/", {"wish": "hide"}).status_code == 302
    tell(ana, fact)
    assert not Presence.objects.exists()
    assert "Let colleagues see" in ana.get(fact.get_absolute_url()).content.decode()
    ana.post(f"/sheets/{fact.sheet.slug}/present/", {"wish": "show"})
    tell(ana, fact)
    assert "Ana Berg" in tell(ben, fact)


def test_a_confidential_sheet_tells_nobody_outside_of_it(fact: Fact, ana: Client, ben: Client, editor: User) -> None:
    anna = User.objects.get(username="ana")
    be_present(fact.sheet, anna, fact=fact.pk, at=now())
    actions.confide(fact.sheet, by=anna, at=LATER)
    assert ben.post(f"/sheets/{fact.sheet.slug}/present/", {"fact": fact.pk}).status_code == 404
    assert "Ana" not in ben.get("/").content.decode()
    assert Presence.objects.count() == 1


def test_looking_at_a_page_writes_nothing(fact: Fact, ana: Client) -> None:
    for address in ("/", fact.sheet.get_absolute_url(), fact.get_absolute_url()):
        assert ana.get(address).status_code == 200
    assert not Presence.objects.exists()
