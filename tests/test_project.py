"""What holds for the project as a whole: who gets in, what every answer carries, how it starts."""

from __future__ import annotations

import os
import runpy
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from factsheet import policies

ROOT = Path(settings.BASE_DIR)

# Whom nobody has to know, and why.
PUBLIC = {
    "sign-in": "the door itself",
    "language": "the sign-in is read in it as well",
    "admin:login": "the admin's door",
    "api:schema": "schemas are published so that others can check what they get",
    "health": "machines ask it whether the site is up",
    "api:nowhere": "it says that nothing is there",
}
EXAMPLES: dict[str, object] = {"slug": "mission", "int": 1, "string": "x", "path": "x"}


def read_addresses(
    resolver: URLResolver | None = None, space: str = "", given: dict[str, object] | None = None
) -> Iterator[tuple[str, str]]:
    """Every named address of the site, as (name, path), its parameters filled with examples."""
    for pattern in (resolver or get_resolver()).url_patterns:
        known = (given or {}) | {
            name: EXAMPLES[type(converter).__name__.removesuffix("Converter").lower()]
            for name, converter in pattern.pattern.converters.items()
        }
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from read_addresses(pattern, inner, known)
        elif pattern.name:
            # The one regular expression, of the admin, takes the name of an application.
            groups = dict.fromkeys(pattern.pattern.regex.groupindex, "auth") | known
            yield f"{space}{pattern.name}", reverse(f"{space}{pattern.name}", kwargs=groups)


ADDRESSES = dict(read_addresses())


def test_the_addresses_are_all_found() -> None:
    assert {"desk", "matrix", "fact-settle", "admin:articles_article_changelist", "api:edition"} <= ADDRESSES.keys()
    assert ADDRESSES["fact-settle"] == "/sheets/mission/facts/1/settle/"


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(ADDRESSES.keys() - PUBLIC.keys()))
def test_nobody_gets_in_without_signing_in(name: str, client: Client) -> None:
    for response in (client.get(ADDRESSES[name]), client.post(ADDRESSES[name])):
        if response.status_code == 302:
            assert response.headers["Location"].split("?")[0] in {reverse("sign-in"), reverse("admin:login")}
        else:
            assert response.status_code in {401, 405}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", "'self'"),
        ("/sign-in/", "'self'"),
        ("/admin/login/", "'self'"),
        ("/nothing-here/", "'self'"),
        # What is for programs is no page.
        ("/api/nothing-here", "'none'"),
    ],
)
def test_every_answer_carries_the_policy_and_keeps_fragments_apart(path: str, allowed: str, client: Client) -> None:
    response = client.get(path)
    assert response.headers["Content-Security-Policy"].startswith(f"default-src {allowed};")
    assert "unsafe" not in response.headers["Content-Security-Policy"]
    assert "HX-Request" in response.headers["Vary"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_a_migrated_database_has_the_roles_with_what_they_may_do() -> None:
    for name, allowed in policies.ROLES.items():
        group = Group.objects.get(name=name)
        granted = {f"{p.content_type.app_label}.{p.codename}" for p in group.permissions.select_related("content_type")}
        assert granted >= set(allowed)
        assert name == "Administrator" or granted == set(allowed)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, {"bind": "127.0.0.1:8000", "workers": 2}),
        ({"HOST": "0.0.0.0", "PORT": "9000", "WEB_CONCURRENCY": "5"}, {"bind": "0.0.0.0:9000", "workers": 5}),
    ],
)
def test_gunicorn_listens_where_the_environment_says(
    environment: dict[str, str], expected: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HOST", "PORT", "WEB_CONCURRENCY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    configuration = runpy.run_path(str(ROOT / "factsheet" / "gunicorn_conf.py"))
    assert {name: configuration[name] for name in expected} == expected


def test_processes_that_start_together_share_one_secret_key_that_nobody_else_can_read(tmp_path: Path) -> None:
    data = tmp_path / "not there yet"
    environment = {**os.environ, "DATA_DIR": str(data)}
    environment.pop("SECRET_KEY", None)
    command = [sys.executable, "-c", "from factsheet.settings import SECRET_KEY; print(SECRET_KEY)"]
    processes = [
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(4)
    ]
    keys = {process.communicate()[0].strip() for process in processes}
    assert len(keys) == 1
    assert len(keys.pop()) >= 64
    assert stat.S_IMODE((data / "secret-key").stat().st_mode) == 0o600
