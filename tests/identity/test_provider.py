"""Whom the word of the newsroom's own sign-in lets in; the provider answers in the place of the network."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from axes.models import AccessAttempt
from django.contrib.auth.models import User
from django.test import Client
from django.utils.timezone import now
from pytest_django import Settings
from requests.adapters import HTTPAdapter

from factsheet.identity.provider import Word
from factsheet.models import Activity, GivenPassword
from tests.factories import PASSWORD, make_user
from tests.factsheet.newsroom import acts_of
from tests.identity.people import equip
from tests.identity.provider import ANOTHER_KEY, Provider, come_back, go, is_in, let_in, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Provider:
    """The provider, which speaks of somebody whose key is 41."""
    provider = Provider()
    monkeypatch.setattr(HTTPAdapter, "send", lambda *args, **kwargs: provider.send(*args, **kwargs))
    return provider


VOUCHED = {"email": "ada@example.org", "email_verified": True}


def test_who_has_no_account_is_not_let_in_and_none_is_made(provider: Provider, editor: User) -> None:
    client = Client()
    for claims in ({}, VOUCHED, {"preferred_username": "editor"}):
        provider.claims = claims
        answer = sign_in(client)
        assert answer.headers["Location"] == "/sign-in/"
        assert "Ask an administrator for one" in client.get("/sign-in/").text
        assert not is_in(client)
    assert list(User.objects.all()) == [editor]
    assert not SocialAccount.objects.exists()


def test_who_was_given_an_account_of_the_same_address_comes_in_and_is_known_from_then_on(provider: Provider) -> None:
    user = let_in()
    provider.claims = VOUCHED
    client = Client()
    assert acts_of(lambda: sign_in(client)) == ["person.provider_changed", "person.signed_in"]
    assert is_in(client)
    came = Activity.objects.latest("id")
    assert (came.actor, came.details["by"]) == (user, ["sso"])
    provider.claims = {}
    another = Client()
    assert acts_of(lambda: sign_in(another)) == ["person.signed_in"]
    assert is_in(another)
    assert not any("ada" in str(row) for row in SocialAccount.objects.values_list("extra_data", flat=True))


@pytest.mark.parametrize("said", [False, None, "true", "false", 1])
def test_an_address_that_was_not_verified_opens_nothing(provider: Provider, said: object) -> None:
    let_in()
    provider.claims = {"email": "ada@example.org", "email_verified": said}
    client = Client()
    sign_in(client)
    assert not is_in(client)


@pytest.mark.parametrize(
    ("token", "info", "email"),
    [
        (VOUCHED, {"email": "eve@example.org"}, ""),
        (VOUCHED, {"email": "eve@example.org", "email_verified": True}, "eve@example.org"),
        (VOUCHED, {"email_verified": False}, "ada@example.org"),
        ({"email": "ada@example.org"}, {"email_verified": True}, ""),
        ({}, VOUCHED, "ada@example.org"),
        ({**VOUCHED, "email": "\N{LATIN SMALL LETTER DOTLESS I}da@example.org"}, {}, ""),
        ({**VOUCHED, "email": "ada@example.org\N{KELVIN SIGN}"}, {}, ""),
    ],
)
def test_an_address_is_verified_where_it_stands_and_of_plain_letters(
    token: dict[str, Any], info: dict[str, Any], email: str
) -> None:
    assert Word.read({"id_token": {"sub": "41", **token}, "userinfo": {"sub": "41", **info}}).email == email


def test_no_letter_of_an_account_is_taken_for_another(provider: Provider) -> None:
    user = let_in()
    User.objects.filter(pk=user.pk).update(email="\N{LATIN SMALL LETTER DOTLESS I}da@example.org")
    provider.claims = {**VOUCHED, "email": "ida@example.org"}
    client = Client()
    sign_in(client)
    assert not is_in(client)


def test_no_address_opens_an_account_that_has_a_password(provider: Provider, settings: Settings) -> None:
    make_user("ada", role="Publisher", email="ada@example.org")
    provider.claims = VOUCHED
    for role in ("", "Reporter"):
        settings.SSO_ROLE = role
        client = Client()
        sign_in(client)
        assert not is_in(client)
        assert "Sign in by its password" in client.get("/sign-in/").text
    assert User.objects.count() == 1


def test_an_address_of_two_people_opens_neither_account(provider: Provider) -> None:
    let_in()
    let_in("another")
    provider.claims = VOUCHED
    client = Client()
    sign_in(client)
    assert not is_in(client)


def test_a_wrong_password_of_long_ago_is_forgotten_on_the_way_in(provider: Provider) -> None:
    let_in()
    provider.claims = VOUCHED
    client = Client()
    taken = go(client)
    AccessAttempt.objects.create(username="invited", failures_since_start=1)
    AccessAttempt.objects.update(attempt_time=now() - timedelta(days=2))
    come_back(client, taken)
    assert is_in(client)
    assert not AccessAttempt.objects.exists()


def test_whoever_has_the_address_now_is_not_who_was_let_in_by_it(provider: Provider) -> None:
    let_in()
    provider.claims = VOUCHED
    sign_in(Client())
    provider.claims = {**VOUCHED, "sub": "42"}
    client = Client()
    sign_in(client)
    assert not is_in(client)


@pytest.mark.parametrize("is_known", [True, False])
def test_who_is_closed_out_is_not_let_in_whoever_vouches(provider: Provider, is_known: bool) -> None:
    user = let_in()
    provider.claims = VOUCHED
    if is_known:
        sign_in(Client())
    User.objects.filter(pk=user.pk).update(is_active=False)
    client = Client()
    assert acts_of(lambda: sign_in(client)) == ["person.refused"]
    assert not is_in(client)


def test_an_account_is_made_with_the_role_that_the_settings_say(provider: Provider, settings: Settings) -> None:
    settings.SSO_ROLE = "Reporter"
    make_user("ada", role="Administrator")
    provider.claims = {**VOUCHED, "preferred_username": "ada", "given_name": "Ada", "family_name": "Byron"}
    client = Client()
    assert acts_of(lambda: sign_in(client)) == ["person.provider_changed", "person.signed_in"]
    assert is_in(client)
    made = User.objects.latest("pk")
    assert made.username != "ada"
    assert (made.first_name, made.email, made.is_staff, made.has_usable_password()) == (
        "Ada",
        "ada@example.org",
        False,
        False,
    )
    assert [group.name for group in made.groups.all()] == ["Reporter"]


def test_who_signed_in_by_password_connects_the_two_and_parts_them(provider: Provider, editor: User) -> None:
    client = Client()
    client.post("/sign-in/", {"username": "editor", "password": PASSWORD})
    assert acts_of(lambda: sign_in(client, process="connect")) == ["person.provider_changed"]
    other = Client()
    sign_in(other)
    assert is_in(other)
    row = SocialAccount.objects.get(user=editor)
    assert acts_of(lambda: client.post("/account/provider/", {"account": row.pk})) == ["person.provider_changed"]
    other = Client()
    sign_in(other)
    assert not is_in(other)


def test_nobody_connects_the_two_before_they_did_what_comes_first(
    provider: Provider, settings: Settings, editor: User
) -> None:
    client = Client()
    client.post("/sign-in/", {"username": "editor", "password": PASSWORD})
    settings.REQUIRE_MFA = "everybody"
    assert sign_in(client, process="connect").headers["Location"] == "/account/factors/"
    settings.REQUIRE_MFA = "nobody"
    GivenPassword.objects.create(user=editor, at=now())
    client.post("/sign-out/")
    client.post("/sign-in/", {"username": "editor", "password": PASSWORD})
    assert sign_in(client, process="connect").headers["Location"] == "/account/"
    assert "Choose one that only you know" in client.get("/account/").text
    assert not SocialAccount.objects.exists()


def test_what_is_connected_already_is_connected_with_nobody_else(provider: Provider, editor: User) -> None:
    provider.claims = VOUCHED
    let_in()
    sign_in(Client())
    client = Client()
    client.post("/sign-in/", {"username": "editor", "password": PASSWORD})
    sign_in(client, process="connect")
    assert not SocialAccount.objects.filter(user=editor).exists()


def test_a_second_factor_is_asked_after_the_provider(provider: Provider, editor: User) -> None:
    person = equip(editor)
    sign_in(person.client, process="connect")
    client = person.client = Client()
    assert sign_in(client).headers["Location"] == "/sign-in/code/"
    assert not is_in(client)
    person.give_code(person.codes[0])
    assert is_in(client)
    assert Activity.objects.latest("id").details["by"] == ["sso", "recovery_codes"]


@pytest.mark.parametrize(
    ("methods", "counts"), [(["pwd", "mfa"], True), (["pwd"], False), ("mfa", False), (None, False)]
)
def test_several_factors_there_count_for_one_here(
    provider: Provider, settings: Settings, methods: object, counts: bool
) -> None:
    settings.REQUIRE_MFA = "everybody"
    let_in()
    provider.claims = {**VOUCHED, "amr": methods}
    client = Client()
    sign_in(client)
    assert client.get("/").status_code == (200 if counts else 302)


def test_the_browser_takes_a_challenge_there_and_the_proof_comes_from_here(provider: Provider) -> None:
    client = Client()
    taken = go(client)
    assert taken["code_challenge_method"] == "S256"
    assert taken["response_type"] == "code"
    come_back(client, taken)
    assert provider.sent[0]["code_verifier"]


def test_what_was_not_begun_in_this_browser_lets_nobody_in(provider: Provider) -> None:
    let_in()
    provider.claims = VOUCHED
    client, other = Client(), Client()
    taken = go(client)
    for answer in (
        come_back(other, taken),
        come_back(client, taken, state="another"),
        client.get("/sign-in/sso/back/", {"state": taken["state"], "error": "access_denied"}),
    ):
        assert answer.headers["Location"] == "/sign-in/"
    come_back(client, taken)
    assert not is_in(client)
    assert not is_in(other)


@pytest.mark.parametrize(
    "changes",
    [
        {"issuer": "https://evil.example"},
        {"audience": "another program"},
        {"claims": {"exp": 1_000_000_000}},
        {"info": {"sub": "42"}},
        {"key": ANOTHER_KEY},
        {"signs_by": "none", "key": None},
        {"signs_by": "HS256", "key": "a word that both know, or one could guess"},
        {"claims": {"sub": None}},
    ],
    ids=[
        "another issuer",
        "for another program",
        "too old",
        "of somebody else",
        "of another's key",
        "unsigned",
        "by a word",
        "of nobody",
    ],
)
def test_a_word_that_does_not_hold_lets_nobody_in(provider: Provider, changes: dict[str, Any]) -> None:
    let_in()
    for name, value in changes.items():
        setattr(provider, name, value)
    provider.claims = {**VOUCHED, **provider.claims}
    client = Client()
    assert sign_in(client).headers["Location"] == "/sign-in/"
    assert not is_in(client)


def test_a_provider_that_does_not_answer_is_told_on_the_sign_in(provider: Provider) -> None:
    client = Client()
    taken = go(client)
    provider.is_down = True
    for answer in (client.post("/sign-in/sso/"), come_back(client, taken)):
        assert answer.headers["Location"] == "/sign-in/"
    assert "cannot be reached" in client.get("/sign-in/").text


@pytest.mark.parametrize("there", ["https://evil.example/", "//evil.example/", "/\\evil.example/"])
def test_it_leads_back_to_this_site_alone(provider: Provider, there: str) -> None:
    let_in()
    provider.claims = VOUCHED
    assert sign_in(Client(), next="/corrections/").headers["Location"] == "/corrections/"
    assert sign_in(Client(), next=there).headers["Location"] == "/"


def test_a_provider_that_calls_itself_otherwise_is_not_gone_to(provider: Provider) -> None:
    provider.calls_itself = "https://evil.example"
    client = Client()
    assert client.post("/sign-in/sso/").headers["Location"] == "/sign-in/"


def test_another_provider_than_ours_is_not_there(provider: Provider) -> None:
    assert Client().post("/sign-in/evil/").status_code == 404
    assert Client().get("/sign-in/sso/").status_code == 405


def test_the_sign_in_offers_it_by_name(provider: Provider) -> None:
    assert "Sign in with Example" in Client().get("/sign-in/").text
