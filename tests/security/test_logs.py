"""No secret in what is logged or mailed: passwords, tokens, cookies, keys, the address of the database."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings as project
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.utils.log import AdminEmailHandler
from pytest_django import Settings

from factsheet import queries
from tests.factories import PASSWORD, make_token
from tests.factsheet.views.desk import SignIn

pytestmark = pytest.mark.django_db

WRONG = "a-password-that-was-typed"
NEW = "an orchard under slow rain"


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """Everything that anybody logs but for debugging."""
    names = ["", "django", "django.request", "django.security", "django.db.backends", "axes", "factsheet"]
    before = {name: logging.getLogger(name).level for name in names}
    for name in names:
        # Below that stand the statements with what they store, and whatever templates look up.
        logging.getLogger(name).setLevel(logging.INFO)
    yield caplog
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


def assert_silent(text: str, *secrets: str) -> None:
    assert not [secret for secret in (*secrets, WRONG, PASSWORD, project.SECRET_KEY) if secret in text]


def read_mail() -> str:
    """What was mailed of an error, in plain text and with all that its HTML shows."""
    text = "".join(f"{letter.body}{getattr(letter, 'alternatives', '')}" for letter in mail.outbox)
    assert "it failed" in text
    assert "Local Vars" in text
    return text


def test_a_sign_in_that_fails_and_one_that_succeeds_log_no_password(
    said: pytest.LogCaptureFixture, editor: User
) -> None:
    client = Client()
    for password in (*[WRONG] * 6, PASSWORD):
        client.post("/sign-in/", {"username": "editor", "password": password})
    assert "axes" in {record.name.partition(".")[0] for record in said.records}
    assert_silent(said.text)


def test_a_token_is_not_logged_whether_it_is_good_or_not(said: pytest.LogCaptureFixture) -> None:
    _token, secret = make_token()
    bad = "fs_a-token-that-nobody-made"
    for token in (secret, bad):
        Client().get("/api/sheets/none/edition.json", headers={"authorization": f"Bearer {token}"})
    assert "Not Found" in said.text
    assert "Unauthorized" in said.text
    assert_silent(said.text, secret, bad)


def test_an_error_logs_where_it_was_and_mails_no_secret(
    said: pytest.LogCaptureFixture,
    client_of: SignIn,
    editor: User,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_args: Any, **_kwargs: Any) -> None:
        password = token = api_key = secret = code = code_verifier = WRONG  # noqa: F841 - a report shows the variables of each frame
        raise RuntimeError("it failed")

    settings.ADMINS = [("Desk", "desk@example.com")]
    monkeypatch.setattr(queries, "desk", fail)
    client = client_of(editor)
    client.raise_request_exception = False
    cookie = client.cookies[project.SESSION_COOKIE_NAME].value
    handler = AdminEmailHandler(include_html=True)
    logging.getLogger("django.request").addHandler(handler)
    try:
        answer = client.get("/", headers={"authorization": f"Bearer {WRONG}"})
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    assert answer.status_code == 500
    assert "it failed" not in answer.text
    assert "Traceback" not in answer.text
    assert "it failed" in said.text
    assert_silent(said.text, cookie)
    assert_silent(read_mail(), cookie)


def test_a_password_that_is_being_changed_is_in_no_report(
    client_of: SignIn, editor: User, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factsheet.actions import accounts

    def fail(_person: User, password: str, **_kwargs: Any) -> None:
        raise RuntimeError("it failed")

    settings.ADMINS = [("Desk", "desk@example.com")]
    monkeypatch.setattr(accounts, "change_password", fail)
    client = client_of(editor)
    client.raise_request_exception = False
    handler = AdminEmailHandler(include_html=True)
    logging.getLogger("django.request").addHandler(handler)
    try:
        sent = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
        assert client.post("/account/password/", sent).status_code == 500
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    assert_silent(read_mail(), NEW)


def test_a_database_url_that_cannot_be_read_is_not_repeated() -> None:
    import environ

    from factsheet.databases import configure

    with pytest.raises(environ.ImproperlyConfigured) as refused:
        configure(f"mysql://factsheet:{WRONG}@db.example/factsheet")
    assert_silent(str(refused.value))
