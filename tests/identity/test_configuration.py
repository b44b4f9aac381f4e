"""What switches it on, and that nothing of it is there where nothing does."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from pathlib import Path

import environ
import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from factsheet.identity import configuration
from factsheet.identity.configuration import INSTALL, Provider, read_required

ON = {
    "MFA": "on",
    "REQUIRE_MFA": "publishers",
    "SSO_OIDC_URL": "https://id.example/realm",
    "SSO_OIDC_CLIENT_ID": "factsheet",
    "SSO_OIDC_SECRET": "a secret of the provider's",
    "SSO_OIDC_ORIGINS": "https://more.example",
}

LOOK = """
import io, sys, django
from django.conf import settings
from django.core.management import call_command
django.setup()
call_command("makemigrations", "--check", "--dry-run", verbosity=0)
call_command("check", "--deploy", "--fail-level", "WARNING", stdout=io.StringIO())
from django.contrib import admin
from django.urls import get_resolver
print("allauth" in sys.modules, "mfa_index" in get_resolver().reverse_dict, settings.SECURE_CSP["form-action"])
print([str(model) for model in admin.site._registry if "allauth" in str(model)])
"""


def look(folder: Path, **environment: str) -> str:
    """What a process of its own says of itself with such settings."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    server = {
        "SECRET_KEY": secrets.token_urlsafe(64),
        "SITE_URL": "https://desk.example",
        "ALLOWED_HOSTS": "desk.example",
    }
    named = {"DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "factsheet.settings"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", LOOK],
        env={**kept, **server, **named, **environment},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_where_it_is_off_nothing_of_it_is_imported_and_where_it_is_on_all_is_there(tmp_path: Path) -> None:
    assert look(tmp_path) == "False False [\"'self'\"]\n[]\n"
    origins = "[\"'self'\", 'https://id.example', 'https://more.example']"
    assert look(tmp_path, **ON) == f"True True {origins}\n[]\n"


def read(monkeypatch: pytest.MonkeyPatch, **environment: str) -> Provider | None:
    for name in ON:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return Provider.read(environ.Env())


def test_a_provider_is_named_whole_and_by_https(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch) is None
    provider = read(monkeypatch, **ON)
    assert provider is not None
    assert (provider.url, provider.name) == ("https://id.example/realm", "id.example")
    assert provider.secret not in repr(provider)
    with pytest.raises(ImproperlyConfigured, match="SSO_OIDC_SECRET"):
        read(monkeypatch, **{**ON, "SSO_OIDC_SECRET": ""})
    with pytest.raises(ImproperlyConfigured, match="https://"):
        read(monkeypatch, **{**ON, "SSO_OIDC_URL": "http://id.example"})


@pytest.mark.parametrize(("said", "mfa"), [("publishers", False), ("sometimes", True)])
def test_a_factor_that_cannot_be_asked_for_stops_the_program(
    monkeypatch: pytest.MonkeyPatch, said: str, mfa: bool
) -> None:
    monkeypatch.setenv("REQUIRE_MFA", said)
    with pytest.raises(ImproperlyConfigured, match="REQUIRE_MFA"):
        read_required(environ.Env(), mfa=mfa)


def test_where_the_extra_is_not_installed_it_says_how_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(configuration, "find_spec", lambda _name: None)
    with pytest.raises(ImproperlyConfigured) as refused:
        configuration.install({}, mfa=True, provider=None)
    assert INSTALL in str(refused.value)
    configuration.install({}, mfa=False, provider=None)
