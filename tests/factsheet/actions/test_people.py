"""A person asks to be forgotten: no name is left outside of what was published, and every chain stays whole."""

from __future__ import annotations

import io
import json

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.urls import reverse

from factsheet import actions, channel
from factsheet.models import Activity
from tests.factories import PASSWORD, make_user
from tests.factsheet.newsroom import LATER, assert_refused, decide, make_fact_with

pytestmark = pytest.mark.django_db

NAMES = {"username": "zwentibold", "first_name": "Zwentibold", "last_name": "Quux", "email": "zwentibold@quux.example"}


@pytest.fixture
def person() -> User:
    """Somebody who settled a fact, got one, commented on it, and is signed in."""
    username, *_ = NAMES.values()
    person = make_user(username, role="Editor", **{name: value for name, value in NAMES.items() if name != "username"})
    with channel.coming_from("web", "192.0.2.7"):
        fact = make_fact_with("13000")
        decide(fact, "13000", by=person)
        actions.assign(fact, to=person, by=person, at=LATER)
        actions.comment(fact, text="Ask the ministry.", by=person, at=LATER)
    LogEntry.objects.log_actions(
        make_user("boss").pk, [person], 2, change_message=f"Changed {username}", single_object=True
    )
    return person


def find_names() -> set[str]:
    """The tables in which a name stands."""
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            text = json.dumps(cursor.fetchall(), default=str).casefold()
            found |= {table for name in NAMES.values() if name.casefold() in text}
    return found


def verify() -> None:
    call_command("verify", stdout=io.StringIO(), stderr=io.StringIO())


def test_no_name_is_left_and_every_chain_is_whole(person: User) -> None:
    assert find_names() == {"auth_user", "django_admin_log"}
    verify()
    name = actions.pseudonymise(person, by=None, at=LATER)
    assert find_names() == set()
    verify()
    person.refresh_from_db()
    assert (person.username, person.is_active, person.groups.count()) == (name, False, 0)
    assert not Activity.objects.exclude(address=None).exists()
    line = Activity.objects.latest("id")
    assert (line.act, line.sheet, line.subject, line.subject_id) == ("person.pseudonymised", None, "", person.pk)


def test_the_person_is_signed_out_and_cannot_come_back(person: User) -> None:
    client, other = Client(), Client()
    name = person.username
    for somebody, known in ((client, name), (other, "boss")):
        assert somebody.post("/sign-in/", {"username": known, "password": PASSWORD}).status_code == 302
    actions.pseudonymise(person, by=None, at=LATER)
    assert client.session.get("_auth_user_id") is None
    assert other.session.get("_auth_user_id") is not None
    for known in (name, person.username):
        assert client.post("/sign-in/", {"username": known, "password": PASSWORD}).status_code == 200


def test_it_is_done_once_and_never_to_oneself(person: User) -> None:
    assert_refused(lambda: actions.pseudonymise(person, by=person, at=LATER), "another administrator")
    actions.pseudonymise(person, by=None, at=LATER)
    assert_refused(lambda: actions.pseudonymise(person, by=None, at=LATER), "gone already")


def test_the_command_says_what_the_person_is_called_from_now_on(person: User) -> None:
    told = io.StringIO()
    call_command("pseudonymise", person.username, stdout=told)
    assert f"person-{person.pk}" in told.getvalue()
    with pytest.raises(CommandError, match="Nobody is called") as refused:
        call_command("pseudonymise", "zwentibold")
    assert refused.value.returncode == 2


def test_an_administrator_is_asked_once_more(person: User, administrator: User) -> None:
    client = Client()
    client.force_login(administrator)
    address = reverse("admin:auth_user_changelist")
    chosen = {"action": "replace_names", "_selected_action": [person.pk]}
    assert "cannot be undone" in client.post(address, chosen).content.decode()
    assert User.objects.filter(username=person.username).exists()
    assert client.post(address, {**chosen, "sure": "yes"}).status_code == 302
    assert not User.objects.filter(username=person.username).exists()
    line = Activity.objects.latest("id")
    assert (line.act, line.actor, line.channel) == ("person.pseudonymised", administrator, "admin")


def test_who_is_no_administrator_is_not_offered_it(person: User) -> None:
    clerk = make_user("clerk", role="Editor", is_staff=True)
    client = Client()
    client.force_login(clerk)
    chosen = {"action": "replace_names", "_selected_action": [person.pk], "sure": "yes"}
    client.post(reverse("admin:auth_user_changelist"), chosen)
    assert User.objects.filter(username=person.username).exists()
