"""An act that the database gave up is done again, whole; each failure here is provoked in the database itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, IntegrityError, connection, connections, transaction
from django.test import Client

from factsheet import retrying
from factsheet.models import Activity, Comment, Fact, FactSheet
from factsheet.retrying import retry
from tests.databases import run_at_once
from tests.factories import make_fact, make_sheet, make_user

is_postgresql = connections.settings["default"]["ENGINE"].endswith("postgresql")
on_postgresql = pytest.mark.skipif(not is_postgresql, reason="SQLite has one writer at a time")
on_sqlite = pytest.mark.skipif(is_postgresql, reason="PostgreSQL locks rows")


@pytest.fixture(autouse=True)
def no_pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were asked for, none of which is made."""
    pauses: list[float] = []
    monkeypatch.setattr("factsheet.retrying.time.sleep", pauses.append)
    return pauses


@contextmanager
def held_by_another() -> Iterator[sqlite3.Connection]:
    """Another connection writes to the SQLite file, and this one does not wait for it."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


@pytest.mark.django_db
def test_what_is_wrong_in_itself_is_not_tried_again() -> None:
    tried = []

    def act() -> None:
        tried.append(1)
        raise IntegrityError("a rule of the rows")

    with pytest.raises(IntegrityError):
        retry(act)
    assert tried == [1]


@on_sqlite
def test_an_act_that_found_the_file_held_is_done_when_it_is_free(own_database: None, no_pauses: list[float]) -> None:
    tried = []
    with held_by_another() as other:

        def act() -> FactSheet:
            tried.append(1)
            if len(tried) == 3:
                other.rollback()
            with transaction.atomic():
                return make_sheet()

        retry(act)
    assert (len(tried), FactSheet.objects.count(), len(no_pauses)) == (3, 1, 2)
    assert all(0 < pause < 0.1 for pause in no_pauses)


@on_sqlite
def test_an_act_is_given_up_after_some_attempts(own_database: None) -> None:
    tried = []

    def act() -> None:
        tried.append(1)
        with transaction.atomic():
            make_sheet()

    with held_by_another(), pytest.raises(DatabaseError, match="locked"):
        retry(act)
    assert len(tried) == retrying.ATTEMPTS


@on_sqlite
def test_an_act_that_waited_long_is_not_tried_again(own_database: None, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    monkeypatch.setattr(retrying, "PATIENCE", -1.0)

    def act() -> None:
        tried.append(1)
        with transaction.atomic():
            make_sheet()

    with held_by_another(), pytest.raises(DatabaseError, match="locked"):
        retry(act)
    assert tried == [1]


@on_sqlite
@pytest.mark.parametrize("frees", [True, False])
def test_a_form_sent_to_a_held_file_is_answered_when_it_is_free(
    own_database: None, frees: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    fact, client = make_fact(), _sign_in()
    address = f"/sheets/{fact.sheet.slug}/facts/{fact.pk}/comments/"
    with held_by_another() as other:
        monkeypatch.setattr("factsheet.retrying.time.sleep", lambda _pause: other.rollback() if frees else None)
        assert client.post(address, {"text": "Ask them."}).status_code == (302 if frees else 503)
    assert Comment.objects.count() == Activity.objects.count() == int(frees)


@on_postgresql
def test_of_two_acts_that_wait_for_each_other_both_are_done(own_database: None) -> None:
    one, other = make_fact(), make_fact()
    barrier, tried = Barrier(2), []

    def lock(*facts: Fact) -> None:
        tried.append(1)
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL deadlock_timeout = '50ms'")
            for place, fact in enumerate(facts):
                Fact.objects.filter(pk=fact.pk).update(question="Who?")
                if place == 0 and len(tried) <= 2:
                    _meet(barrier)

    results = run_at_once(lambda: retry(lambda: lock(one, other)), lambda: retry(lambda: lock(other, one)))
    assert results == [None, None]
    assert len(tried) == 3


@on_postgresql
def test_an_act_that_read_what_another_changed_reads_again(own_database: None) -> None:
    fact = make_fact()
    barrier, tried = Barrier(2), []

    def count_up() -> None:
        tried.append(1)
        is_first = len(tried) <= 2
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")
            version = Fact.objects.get(pk=fact.pk).version
            if is_first:
                _meet(barrier)
            Fact.objects.filter(pk=fact.pk).update(version=version + 1)

    assert run_at_once(*[lambda: retry(count_up)] * 2) == [None, None]
    assert (Fact.objects.get().version, len(tried)) == (3, 3)


@on_postgresql
def test_a_form_whose_act_cannot_be_put_in_a_row_is_answered_by_a_second_one(own_database: None) -> None:
    fact, client = make_fact(proposed=True), _sign_in()
    with connection.cursor() as cursor:
        cursor.execute("SET default_transaction_isolation = 'repeatable read'")
    overtaking = _Overtaking(fact)
    with connection.execute_wrapper(overtaking):
        address = f"/sheets/{fact.sheet.slug}/facts/{fact.pk}/comments/"
        assert client.post(address, {"text": "Ask them."}).status_code == 302
    assert overtaking.locks == 2
    assert Comment.objects.count() == Activity.objects.count() == 1
    assert Fact.objects.values_list("label", "proposed").get() == ("Overtaken", False)


def _sign_in() -> Client:
    user: User = make_user(role="Editor")
    client = Client()
    client.force_login(user)
    return client


def _meet(barrier: Barrier) -> None:
    try:
        barrier.wait(5)
    except BrokenBarrierError:
        pytest.fail("the two did not meet")


class _Overtaking:
    """Changes the fact from another connection when the act has taken its look at it for the first time."""

    def __init__(self, fact: Fact) -> None:
        self.fact, self.locks = fact, 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        result = execute(sql, params, many, context)
        if "FOR UPDATE" in sql and "factsheet_factsheet" in sql:
            self.locks += 1
            if self.locks == 1:
                run_at_once(lambda: Fact.objects.filter(pk=self.fact.pk).update(label="Overtaken"))
        return result
