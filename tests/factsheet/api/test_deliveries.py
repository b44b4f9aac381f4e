"""Which system was sent which edition is known, and asking for it never waits for that to be written."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from django.test import Client

from factsheet.actions.delivering import note_delivery
from factsheet.addresses import ADDRESSES
from factsheet.models import Activity, Delivery, Edition
from tests.databases import run_at_once
from tests.factories import NOON, make_edition, make_sheet, make_token
from tests.factsheet.newsroom import writes_of

FIRST = "/api/sheets/ferry/editions/1.json"
NEWEST = "/api/sheets/ferry/edition.json"


def make_feed() -> tuple[Edition, Callable[..., Any]]:
    """A sheet with two editions, the second of which is given, and a system that asks for them."""
    sheet = make_sheet(slug="ferry")
    make_edition(sheet)
    _token, secret = make_token("CMS")
    newest = make_edition(sheet)

    def ask(path: str, method: str = "get", **headers: str) -> Any:
        return getattr(Client(), method)(path, headers={"Authorization": f"Bearer {secret}", **headers})

    return newest, ask


def deliveries() -> list[tuple[int, int, int]]:
    """Of each edition how often it was sent and confirmed."""
    return list(Delivery.objects.order_by("edition__number").values_list("edition__number", "sent", "confirmed"))


@pytest.mark.django_db
def test_what_a_system_fetches_is_counted_whole_or_confirmed() -> None:
    newest, ask = make_feed()
    tag = ask(NEWEST)["ETag"]
    begun = Delivery.objects.get()
    assert (begun.edition, begun.token.name, begun.first_at) == (newest, "CMS", begun.last_at)
    assert ask(NEWEST, **{"If-None-Match": tag}).status_code == 304
    ask(NEWEST)
    ask(FIRST)
    assert deliveries() == [(1, 1, 0), (2, 2, 1)]
    again = Delivery.objects.get(edition=newest)
    assert again.first_at == begun.first_at < again.last_at
    assert not Activity.objects.exists()


@pytest.mark.django_db
def test_what_fetches_no_edition_is_no_delivery(publisher: User) -> None:
    _newest, ask = make_feed()
    ask(NEWEST, "head")
    ask(NEWEST, **{"If-Match": '"another"'})
    ask("/api/sheets/ferry/editions.json")
    ask("/api/sheets/ferry/editions/7.json")
    colleague = Client()
    colleague.force_login(publisher)
    assert colleague.get(NEWEST).status_code == 200
    assert deliveries() == []


@pytest.mark.django_db
def test_it_writes_what_is_declared_and_costs_one_statement_once_it_has_begun() -> None:
    _newest, ask = make_feed()
    assert ADDRESSES["api:edition"].writes == ADDRESSES["api:newest-edition"].writes == {"factsheet_delivery"}
    ask(NEWEST)
    (sql,) = writes_of(lambda: ask(NEWEST))
    assert sql.startswith('UPDATE "factsheet_delivery"')


@pytest.mark.django_db
def test_an_answer_does_not_fail_with_what_notes_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    _newest, ask = make_feed()

    def fail(*_args: object, **_kwargs: object) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr("factsheet.actions.delivering._count", fail)
    with caplog.at_level(logging.WARNING):
        answer = ask(NEWEST)
    assert answer.status_code == 200
    assert "the disk is full" in caplog.text
    assert deliveries() == []


def test_a_database_that_is_busy_is_waited_for_but_a_moment(own_database: None) -> None:
    newest, _ask = make_feed()
    token, _secret = make_token()
    note_delivery(newest.pk, token.pk, whole=True, at=NOON)
    with transaction.atomic():
        Delivery.objects.update(sent=1)
        begun = time.monotonic()
        assert run_at_once(lambda: note_delivery(newest.pk, token.pk, whole=True, at=NOON)) == [False]
        assert time.monotonic() - begun < 10
    assert note_delivery(newest.pk, token.pk, whole=False, at=NOON + timedelta(hours=1))
    assert deliveries() == [(2, 1, 1)]


def test_systems_that_ask_at_once_are_all_counted(own_database: None) -> None:
    newest, _ask = make_feed()
    token, _secret = make_token()
    notes = [lambda: note_delivery(newest.pk, token.pk, whole=True, at=NOON)] * 6
    done = run_at_once(*notes)
    assert deliveries() == [(2, sum(result is True for result in done), 0)]
    assert any(done)
