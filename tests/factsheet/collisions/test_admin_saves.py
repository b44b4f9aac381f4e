"""A hundred saves in the admin that overlap: none is lost; with its guard off, as the admin ships, many are."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import partial
from html import unescape
from typing import Any

import pytest
from django.contrib.admin import ModelAdmin
from django.contrib.auth.models import Group, Permission, User
from django.forms import ModelForm
from django.test import Client
from django.urls import reverse

from articles.guarded_admin import GuardedAdmin, GuardedForm
from articles.models import Source
from tests.databases import run_at_once
from tests.factories import make_source, make_user
from tests.factsheet.admin_rows import form_of, page_of

EDITORS, ROWS = 4, 3
NOTES = re.compile(r'<textarea name="notes"[^>]*>\s*(.*?)</textarea>', re.DOTALL)
DRAWN_FROM = re.compile(r'name="drawn_from" value="([^"]*)"')


def save_all(client: Client, editor: int, rows: list[Source], share: int) -> list[str]:
    """Add a word of one's own to the notes of a row, again and again, until one's share is acknowledged."""
    chance = random.Random(editor)
    saved: list[str] = []
    while len(saved) < share:
        row, word = chance.choice(rows), f"word-{editor}-{len(saved)}"
        drawn = client.get(page_of(row)).content.decode()
        status = 0
        while status != 302:
            notes, told = NOTES.search(drawn), DRAWN_FROM.search(drawn)
            text = unescape(notes[1]) if notes else ""
            # Who is refused looks at what stands now, and adds to that.
            text = text if status == 0 else text.replace(f" {word}", "")
            form = {"name": row.name, "kind": row.kind, "homepage": "", "timezone": row.timezone}
            form |= {"notes": f"{text} {word}", "drawn_from": unescape(told[1]) if told else ""}
            answer = client.post(page_of(row), form)
            status = answer.status_code
            assert status in (302, 409), answer.content
            if status == 409:
                drawn = client.get(page_of(row)).content.decode()
        saved.append(word)
    return saved


def find_lost(saves: int) -> list[str]:
    """The words that were acknowledged and are not there."""
    boss = make_user("boss", role="Administrator")
    rows = [make_source(f"Outlet number {number}") for number in range(ROWS)]
    clients = [Client() for _ in range(EDITORS)]
    for client in clients:
        client.force_login(boss)
    results = run_at_once(*(partial(save_all, client, n, rows, saves // EDITORS) for n, client in enumerate(clients)))
    failed = [result for result in results if isinstance(result, Exception)]
    assert not failed, failed
    stands = " ".join(Source.objects.values_list("notes", flat=True)).split()
    words = [word for result in results if isinstance(result, list) for word in result]
    assert len(words) == saves
    return [word for word in words if stands.count(word) != 1]


def test_of_a_hundred_saves_that_overlap_none_is_lost(own_database: None) -> None:
    assert find_lost(100) == []


def test_with_the_guard_off_many_are_lost_and_that_is_seen(own_database: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GuardedForm, "clean", ModelForm.clean)
    monkeypatch.setattr(GuardedAdmin, "save_model", ModelAdmin.save_model)
    assert len(find_lost(40)) > 4


@pytest.fixture
def boss(client_of: Callable[[User], Client], administrator: User) -> Client:
    """A client signed in as an administrator."""
    return client_of(administrator)


def overtake(client: Client, row: Any, first: dict[str, Any], second: dict[str, Any]) -> Iterator[Any]:
    """Two open a row; the first saves, then the second, who sends what comes back once more."""
    drawn = form_of(client, page_of(row))
    assert client.post(page_of(row), {**drawn, **first}).status_code == 302
    refused = client.post(page_of(row), {**drawn, **second})
    yield refused
    form = refused.context["adminform"].form
    shown = {name: form[name].value() for name in form.fields}
    again = {name: "" if value is None else value for name, value in shown.items()}
    yield client.post(page_of(row), again)


@pytest.mark.django_db
def test_a_role_is_guarded_with_what_it_may_do(boss: Client) -> None:
    role = Group.objects.create(name="Checkers")
    one, other = (str(permission.pk) for permission in Permission.objects.all()[:2])
    refused, saved = overtake(boss, role, {"permissions": [one]}, {"name": "Readers", "permissions": []})
    assert refused.status_code == 409
    assert f"somebody made it “{one}”" in refused.content.decode()
    assert saved.status_code == 302
    role.refresh_from_db()
    # What the second left alone is as the first made it.
    assert (role.name, [str(found.pk) for found in role.permissions.all()]) == ("Readers", [one])
    assert other != one


@pytest.mark.django_db
def test_an_account_is_guarded_and_a_sign_in_is_no_change_of_it(boss: Client) -> None:
    person = make_user("anna", first_name="Ana")
    drawn = form_of(boss, page_of(person))
    Client().force_login(person)
    assert boss.post(page_of(person), {**drawn, "first_name": "Anna"}).status_code == 302
    refused = boss.post(page_of(person), {**drawn, "last_name": "Berg", "email": "anna@example.org"})
    assert refused.status_code == 409
    assert "It was “Ana”; somebody made it “Anna”." in refused.content.decode()
    person.refresh_from_db()
    assert (person.first_name, person.last_name, person.last_login is None) == ("Anna", "", False)


@pytest.mark.django_db
def test_a_new_password_writes_nothing_else_of_the_account(boss: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    person = make_user("anna")
    words = {"password1": "a long horse battery", "password2": "a long horse battery", "usable_password": "true"}
    kept: list[Any] = []
    save = User.save

    def note(user: User, **told: Any) -> None:
        kept.append(told.get("update_fields"))
        save(user, **told)

    monkeypatch.setattr(User, "save", note)
    address = reverse("admin:auth_user_password_change", args=[person.pk])
    assert boss.post(address, words).status_code == 302
    assert kept == [["password"]]
    person.refresh_from_db()
    assert person.check_password("a long horse battery")


@pytest.mark.django_db
def test_a_row_that_was_deleted_meanwhile_is_said_to_be_gone(boss: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    source = make_source("Gone soon")
    drawn = form_of(boss, page_of(source))
    form = GuardedForm.clean

    def clean(self: Any) -> Any:
        Source.objects.filter(pk=source.pk).delete()
        return form(self)

    monkeypatch.setattr(GuardedForm, "clean", clean)
    refused = boss.post(page_of(source), {**drawn, "name": "Another"})
    assert (refused.status_code, "Somebody deleted this" in refused.content.decode()) == (409, True)


@pytest.mark.django_db
def test_what_is_signed_for_one_row_is_worth_nothing_for_another(boss: Client) -> None:
    one, other = make_source("One"), make_source("Other")
    drawn = {**form_of(boss, page_of(other)), "drawn_from": form_of(boss, page_of(one))["drawn_from"]}
    assert boss.post(page_of(other), drawn).status_code == 409
