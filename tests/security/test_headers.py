"""What every answer tells the browser to refuse, over HTTPS as on a server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import Settings

from factsheet.middleware import read_address
from tests.factories import PASSWORD, make_sheet, make_token
from tests.factsheet.admin_rows import MAKERS
from tests.factsheet.views.desk import SignIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(client_of: SignIn, administrator: User) -> Client:
    return client_of(administrator)


def read_policy(response: Any) -> dict[str, list[str]]:
    rules = (rule.split() for rule in response.headers["Content-Security-Policy"].split(";"))
    return {name: values for name, *values in rules}


@pytest.mark.parametrize("path", ["/", "/admin/", "/nowhere/", "/sign-in/", "/account/"])
def test_a_page_runs_and_loads_nothing_but_files_of_this_site(client: Client, path: str) -> None:
    response = client.get(path)
    policy = read_policy(response)
    for name in ("default-src", "script-src", "style-src", "form-action"):
        assert policy[name] == ["'self'"], name
    for name in ("object-src", "base-uri", "frame-ancestors", "frame-src", "worker-src"):
        assert policy[name] == ["'none'"], name
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "microphone=()" in response.headers["Permissions-Policy"]
    assert "Server" not in response.headers


@pytest.mark.parametrize("path", ["/api/schemas/edition-1.json", "/api/nowhere", "/health/"])
def test_what_is_no_page_can_be_made_none(path: str) -> None:
    response = Client().get(path)
    policy = read_policy(response)
    assert (policy["default-src"], policy["sandbox"]) == (["'none'"], [])
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert not response.headers["Content-Type"].startswith("text/html")


def test_every_address_of_the_admin_has_neither_script_nor_style_inside(client: Client) -> None:
    rows = {model: make() for model, make in MAKERS.items()}
    addresses = ["/admin/", reverse("admin:auth_user_add"), reverse("admin:auth_user_password_change", args=[1])]
    for model, row in rows.items():
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        addresses += [reverse(f"{name}_changelist"), reverse(f"{name}_change", args=[row.pk])]
    seen = 0
    for address in addresses:
        page = client.get(address, follow=True).text
        seen += page.count("<script")
        assert "<style" not in page, address
        assert " style=" not in page, address
        assert " onclick=" not in page, address
        for start in page.split("<script")[1:]:
            opening, _tag, inside = start.partition(">")
            # What is no script of a kind that runs is data.
            assert "src=" in opening or 'type="application/json"' in opening or not inside.partition("<")[0].strip()
    assert seen > 0


def test_what_somebody_signed_in_is_shown_is_kept_by_no_cache(client: Client) -> None:
    make_sheet(slug="mission")
    for path in ("/", "/sheets/mission/", "/sheets/mission/inbox/", "/admin/"):
        assert "no-store" in client.get(path).headers["Cache-Control"], path
    assert "no-store" not in Client().get("/api/schemas/edition-1.json").headers["Cache-Control"]


def test_the_sign_out_clears_what_the_browser_keeps_of_pages(client: Client) -> None:
    response = client.post("/sign-out/")
    assert response.headers["Clear-Site-Data"] == '"cache"'


def test_over_plain_http_a_page_leads_to_https_and_the_api_refuses(settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    _token, secret = make_token()
    asking, headers = Client(), {"authorization": f"Bearer {secret}"}
    page = asking.get("/sign-in/")
    assert (page.status_code, page.headers["Location"]) == (301, "https://testserver/sign-in/")
    for path in ("/api/corrections.json", "/api/schemas/edition-1.json", "/api/nowhere"):
        answer = asking.get(path, headers=headers)
        assert (answer.status_code, answer.headers["Content-Type"]) == (403, "application/problem+json"), path
        assert "by https" in answer.json()["detail"]
    assert asking.get("/api/corrections.json", headers=headers, secure=True).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost@evil.example", "evil.example:80/x"]
)
def test_another_host_than_ours_is_not_answered(host: str) -> None:
    assert Client().get("/sign-in/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize(
    "there",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "https:evil.example",
        "javascript:alert(1)",
        "http:///evil.example",
        "\x00//evil.example",
        " //evil.example",
        "https://127.0.0.1@evil.example/",
    ],
)
def test_the_sign_in_and_the_choice_of_a_language_lead_nowhere_else(there: str, editor: User) -> None:
    client = Client()
    answers = [
        client.post("/sign-in/", {"username": "editor", "password": PASSWORD, "next": there}),
        client.get("/sign-in/", {"next": there}),
        client.post("/language/", {"language": "fr", "next": there}, headers={"referer": there}),
        client.post("/theme/", {"theme": "dark"}, headers={"referer": there}),
    ]
    for answer in answers:
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/")
        assert not answer.headers["Location"].startswith(("//", "/\\"))


def test_what_a_proxy_says_is_heard_only_where_there_is_one(settings: Settings) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.9", headers={"x-forwarded-for": "6.6.6.6, 203.0.113.7"})
    assert read_address(request) == "10.0.0.9"
    settings.BEHIND_PROXY = True
    assert read_address(request) == "203.0.113.7"


@pytest.mark.parametrize(
    ("sent", "address"),
    [
        ("6.6.6.6, 203.0.113.7, 10.0.0.1", "203.0.113.7"),
        ("203.0.113.7, 10.0.0.1", "203.0.113.7"),
        # Past the first proxy nobody says who it is but the second.
        ("203.0.113.8", "203.0.113.8"),
        ("", "10.0.0.9"),
        ("6.6.6.6, no address, 10.0.0.1", None),
    ],
)
def test_of_two_proxies_the_first_is_heard(settings: Settings, sent: str, address: str | None) -> None:
    settings.BEHIND_PROXY, settings.PROXY_HOPS = True, 2
    request = RequestFactory().get("/", REMOTE_ADDR="10.0.0.9", headers={"x-forwarded-for": sent})
    assert read_address(request) == address


READ_SETTINGS = """
import json, django
from django.conf import settings
names = "SESSION_COOKIE_NAME CSRF_COOKIE_NAME SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE SESSION_COOKIE_HTTPONLY"
names += " SESSION_COOKIE_SAMESITE SECURE_HSTS_SECONDS SECURE_HSTS_PRELOAD SECURE_HSTS_INCLUDE_SUBDOMAINS"
names += " SECURE_SSL_REDIRECT DEBUG SECURE_PROXY_SSL_HEADER PASSWORD_HASHERS"
print(json.dumps({name: getattr(settings, name) for name in names.split()}))
"""


def read_settings(tmp_path: Path, **environment: str) -> dict[str, Any]:
    """What the settings are in a process of its own with nothing else said than this."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", READ_SETTINGS],
        env={**kept, "DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "factsheet.settings", **environment},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_on_a_server_the_defaults_are_the_strict_ones(tmp_path: Path) -> None:
    found = read_settings(tmp_path)
    assert found["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert found["CSRF_COOKIE_NAME"].startswith("__Host-")
    assert found["SESSION_COOKIE_SECURE"] is found["CSRF_COOKIE_SECURE"] is found["SESSION_COOKIE_HTTPONLY"] is True
    assert found["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert found["SECURE_HSTS_SECONDS"] >= 31_536_000
    assert found["SECURE_HSTS_PRELOAD"] is found["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True
    assert found["SECURE_SSL_REDIRECT"] is True
    assert found["DEBUG"] is False
    assert found["SECURE_PROXY_SSL_HEADER"] is None
    assert found["PASSWORD_HASHERS"][0] == "factsheet.passwords.Hasher"
