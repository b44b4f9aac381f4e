"""A second factor is asked of whoever has one, and of everybody of whom the newsroom asks one, at every address."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.conf import settings as project
from django.contrib.auth.models import User
from django.core import management
from django.core.cache import cache
from django.core.management import CommandError
from django.test import Client
from django.urls import get_resolver, reverse
from pytest_django import Settings

from factsheet.actions.people import pseudonymise
from factsheet.addresses import ADDRESSES, IDENTITY, Address, Door, find_address
from factsheet.duties import ALWAYS, SET_UP_FACTOR
from factsheet.models import Activity
from tests.factories import NOON, PASSWORD, make_user
from tests.factsheet.newsroom import acts_of
from tests.factsheet.test_addresses import walk
from tests.factsheet.views import desk
from tests.identity.people import Person, equip, make_code, make_key

pytestmark = pytest.mark.django_db

AT = "2026-03-01 12:00:05+00:00"


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(AT, tick=False) as clock:
        yield clock


@pytest.fixture
def person(clock: time_machine.Traveller, editor: User) -> Person:
    """The editor, signed in, with an app."""
    return equip(editor)


def last_details() -> dict[str, object]:
    details: dict[str, object] = Activity.objects.latest("id").details
    return details


def test_every_address_of_it_is_declared() -> None:
    declared = {**ADDRESSES, **IDENTITY}
    assert sorted({name for name, _ in walk(get_resolver()) if not name.startswith("admin:")}) == sorted(declared)


def test_nobody_is_asked_who_has_none(editor: User) -> None:
    person = Person(editor)
    assert person.give_password().headers["Location"] == "/"
    assert person.is_in()
    assert last_details()["by"] == ["password"]


def test_an_app_is_set_up_by_a_right_code_and_ends_the_other_sessions(
    clock: time_machine.Traveller, editor: User
) -> None:
    here, there = Person(editor), Person(editor)
    there.give_password()
    here.give_password()
    assert here.set_up_app("000000").status_code == 200
    assert not Authenticator.objects.exists()
    assert acts_of(here.set_up_app) == ["person.factors_changed"]
    assert (last_details()["before"], last_details()["after"]) == ([], ["recovery_codes", "totp"])
    assert len(set(here.codes)) == 10
    assert here.is_in()
    assert not there.is_in()


def test_the_secrets_of_it_are_not_in_the_database_and_the_codes_are_shown_once(person: Person) -> None:
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert not any(secret in kept for secret in (person.secret, *person.codes))
    page = person.client.get("/account/factors/codes/").text
    assert not any(code in page for code in person.codes)
    assert not any(secret in str(Activity.objects.values_list()) for secret in (person.secret, *person.codes))


def test_the_code_is_asked_after_the_password_and_only_then_is_somebody_in(
    person: Person, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(minutes=1))
    person.client = Client()
    assert person.give_code().headers["Location"] == "/account/sign-in/"
    assert person.give_password().headers["Location"] == "/sign-in/code/"
    assert not person.is_in()
    assert person.client.get("/", follow=True).redirect_chain[-1][0].startswith("/sign-in/")
    assert acts_of(lambda: person.give_code("000000")) == ["person.refused"]
    assert not person.is_in()
    assert acts_of(person.give_code) == ["person.signed_in"]
    assert person.is_in()
    assert last_details()["by"] == ["password", "totp"]


def test_a_code_counts_once_and_for_half_a_minute(person: Person, clock: time_machine.Traveller) -> None:
    clock.shift(timedelta(minutes=1))
    code = make_code(person.secret)
    for client, lets_in in ((Client(), True), (Client(), False)):
        person.client = client
        person.give_password()
        person.give_code(code)
        assert person.is_in() is lets_in
    clock.shift(timedelta(seconds=30))
    person.give_code(code)
    assert not person.is_in()
    person.give_code(make_code(person.secret, steps=1))
    assert not person.is_in()
    person.give_code()
    assert person.is_in()


def test_a_recovery_code_counts_once(person: Person) -> None:
    for client, lets_in in ((Client(), True), (Client(), False)):
        person.client = client
        person.give_password()
        person.give_code(person.codes[3])
        assert person.is_in() is lets_in
    assert last_details()["by"] == ["totp"]


def test_after_five_wrong_codes_none_is_tried_for_a_while_from_anywhere(
    person: Person, clock: time_machine.Traveller
) -> None:
    clock.shift(timedelta(minutes=1))
    for number in range(5):
        person.client = Client()
        person.give_password()
        person.give_code(f"00000{number}", REMOTE_ADDR=f"192.0.2.{number}")
    person.client = Client()
    person.give_password()
    for code in ("", person.codes[0]):
        assert "Too many" in person.give_code(code).text
        assert not person.is_in()
    clock.shift(timedelta(minutes=16))
    person.give_password()
    person.give_code()
    assert person.is_in()


def test_codes_count_among_the_sign_ins_of_an_address(person: Person, settings: Settings) -> None:
    settings.RATES = {"sign_in": "2/1m"}
    assert [person.give_code("000000").status_code for _ in range(3)] == [302, 302, 429]


def test_it_is_taken_away_by_who_shows_once_more_who_they_are(person: Person, clock: time_machine.Traveller) -> None:
    clock.shift(timedelta(minutes=10))
    away = "/account/factors/app/remove/"
    assert person.client.post(away).headers["Location"].startswith("/account/again/")
    again = f"/account/again/?next={away}"
    assert person.client.post(again, {"password": "wrong"}).status_code == 200
    assert Authenticator.objects.exists()
    key = person.client.session.session_key
    # What was asked is done then, and not asked for once more.
    assert acts_of(lambda: person.client.post(again, {"password": PASSWORD})) == ["person.factors_changed"]
    assert (last_details()["before"], last_details()["after"]) == (["recovery_codes", "totp"], [])
    assert not Authenticator.objects.exists()
    assert person.client.session.session_key != key
    assert person.is_in()


def test_an_account_that_was_closed_in_between_is_not_let_in(person: Person, clock: time_machine.Traveller) -> None:
    clock.shift(timedelta(minutes=1))
    person.client = Client()
    person.give_password()
    User.objects.filter(pk=person.user.pk).update(is_active=False)
    assert acts_of(person.give_code) == ["person.refused"]
    assert not person.is_in()


def test_an_administrator_takes_it_away_by_a_command(person: Person) -> None:
    assert acts_of(partial(management.call_command, "remove_factors", "editor", verbosity=0)) == [
        "person.factors_changed"
    ]
    assert not Authenticator.objects.exists()
    assert not person.is_in()
    assert person.give_password().headers["Location"] == "/"
    for name in ("editor", "nobody"):
        with pytest.raises(CommandError) as refused:
            management.call_command("remove_factors", name)
        assert refused.value.returncode == 2


def test_of_who_asks_to_be_forgotten_no_factor_is_left(person: Person, administrator: User) -> None:
    pseudonymise(person.user, by=administrator, at=NOON)
    assert not Authenticator.objects.exists()


# Whoever is led to set one up asks these.
OPEN = {name for name in ADDRESSES if ADDRESSES[name].door is Door.ANYBODY} | SET_UP_FACTOR.leading | ALWAYS


def everything() -> dict[str, Address]:
    """The addresses of the site and some of the admin, with what is declared of them."""
    site = desk.make_site()
    own = {desk.address_of(name, site): ADDRESSES[name] for name in desk.ADDRESSES if name not in OPEN}
    others = {name: find_address(name) for name in ("admin:index", "admin:auth_user_changelist", "account-sessions")}
    return own | {reverse(name): address for name, address in others.items() if address}


def test_no_address_answers_who_lacks_the_factor_that_is_asked_of_them(
    settings: Settings, clock: time_machine.Traveller, administrator: User
) -> None:
    settings.REQUIRE_MFA = "everybody"
    person = Person(administrator)
    person.give_password()
    asked = everything()
    assert len(asked) > 50
    for path, address in asked.items():
        for method in address.methods:
            answer = person.client.generic(method, path)
            assert (answer.status_code, answer.headers.get("Location")) == (302, "/account/factors/"), path
            assert person.client.generic(method, path, headers=desk.HTMX).status_code == 403, path
    assert person.client.get("/api/corrections.json").status_code == 403
    assert person.client.get("/account/factors/").status_code == 200
    person.set_up_app()
    assert person.client.get("/").status_code == person.client.get("/admin/").status_code == 200
    assert person.client.get("/api/corrections.json").status_code == 200


def test_a_session_from_before_shows_the_factor_that_there_is(
    settings: Settings, person: Person, clock: time_machine.Traveller
) -> None:
    settings.REQUIRE_MFA = "everybody"
    clock.shift(timedelta(minutes=1))
    person.client = Client()
    person.client.force_login(person.user)
    assert person.client.get("/").headers["Location"] == "/account/factors/"
    person.client.post("/account/again/code/?next=/", {"code": make_code(person.secret)})
    assert person.client.get("/").status_code == 200


@pytest.mark.parametrize("required", ["everybody", "nobody"])
def test_who_has_a_factor_makes_another_by_it_and_by_no_password_alone(
    settings: Settings, person: Person, clock: time_machine.Traveller, required: str
) -> None:
    settings.REQUIRE_MFA = required
    clock.shift(timedelta(minutes=1))
    client = Client()
    client.force_login(person.user)
    add = "/account/factors/keys/new/"
    client.post(f"/account/again/?next={add}", {"password": PASSWORD})
    for path in (add, "/account/factors/app/"):
        for answer in (client.get(path), client.post(path)):
            assert answer.headers["Location"] == f"/account/again/code/?next={path}"
    answer = client.post(f"/account/again/code/?next={add}", {"code": make_code(person.secret)})
    assert answer.headers["Location"] == add
    assert client.get(add).status_code == 200
    # Whoever showed it at the sign-in is not asked for it once more.
    clock.shift(timedelta(minutes=1))
    person.client = Client()
    person.give_password()
    person.give_code()
    assert person.client.get(add).status_code == 200


def answer_as_key(client_data: str, authenticator: str, attestation: str) -> dict[str, object]:
    """An answer of the shape that a key gives."""
    response = {"clientDataJSON": client_data, "authenticatorData": authenticator, "signature": authenticator}
    return {"id": "eA", "rawId": "eA", "type": "public-key", "response": {**response, "attestationObject": attestation}}


# What no key answers: parts of another kind, a part alone, bytes that are too few, and lists of lists.
MALFORMED = [
    7,
    "x",
    {"id": "x"},
    {"id": 7, "response": []},
    {"id": "eA", "rawId": "eA", "type": "public-key", "response": {}},
    answer_as_key("e30", "eA", "oA"),
    answer_as_key("W10", "", "eA"),
    answer_as_key("e30", "eA", "gYGB" * 1000),
]


@pytest.mark.parametrize("path", ["/sign-in/code/", "/account/again/key/", "/account/factors/keys/new/"])
def test_what_no_key_answers_is_a_wrong_answer(person: Person, clock: time_machine.Traveller, path: str) -> None:
    if path == "/account/again/key/":
        make_key(person.user)
    if path == "/sign-in/code/":
        person.client = Client()
        person.give_password()
    for answer in MALFORMED:
        # How often one may be wrong is another question.
        cache.clear()
        # The page makes a challenge.
        assert person.client.get(path).status_code == 200
        told = person.client.post(path, {"credential": json.dumps(answer)}, follow=True)
        assert told.status_code == 200, answer
        assert "Incorrect code" in told.text, answer
    if path == "/sign-in/code/":
        assert not person.is_in()


def test_taking_it_away_closes_what_it_opened(settings: Settings, person: Person) -> None:
    settings.REQUIRE_MFA = "everybody"
    assert person.client.get("/").status_code == 200
    person.client.post("/account/factors/app/remove/")
    assert person.client.get("/").headers["Location"] == "/account/factors/"


@pytest.mark.parametrize(
    ("role", "status"), [("Reporter", 200), ("Editor", 200), ("Publisher", 302), ("Administrator", 302)]
)
def test_it_is_asked_of_who_publishes_or_could_make_anybody_a_publisher(
    settings: Settings, role: str, status: int
) -> None:
    settings.REQUIRE_MFA = "publishers"
    client = Client()
    client.force_login(make_user(role=role))  # type: ignore[arg-type]
    assert client.get("/").status_code == status


def test_what_one_proved_counts_for_nobody_else_in_the_browser(settings: Settings, person: Person) -> None:
    settings.REQUIRE_MFA = "everybody"
    proved = person.client.session["proved"]
    person.client.force_login(make_user("another", role="Editor"))
    kept = person.client.session
    kept["proved"] = proved
    kept.save()
    assert person.client.get("/").headers["Location"] == "/account/factors/"


@pytest.mark.parametrize("language", project.LANGUAGES, ids=lambda language: language[0])
def test_its_pages_are_ours_in_both_languages_with_nothing_inline(person: Person, language: tuple[str, str]) -> None:
    asked = [name for name in IDENTITY if name.startswith("mfa_") and "GET" in IDENTITY[name].methods]
    person.client.cookies["django_language"] = person.client.cookies["__Host-language"] = language[0]
    assert len(asked) > 8
    for name in asked:
        keys = {"pk": 1} if name == "mfa_remove_webauthn" else {}
        answer = person.client.get(reverse(name, kwargs=keys), follow=True)
        if keys:
            assert answer.status_code == 404
            continue
        assert f'<html lang="{language[0]}"' in answer.text, name
        assert "<style" not in answer.text, name
        assert " style=" not in answer.text, name
        assert "unsaved.js" not in answer.text or "/account/factors/" not in answer.request["PATH_INFO"], name
