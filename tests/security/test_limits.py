"""How much and how often: what is too much is refused in words, as a page, a fragment or a problem."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings as project
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from articles.models import Article
from factsheet.databases import configure, limit_time
from factsheet.limits import Rate, count_request
from tests.factories import make_sheet, make_token
from tests.factsheet.views.desk import HTMX, SignIn

pytestmark = pytest.mark.django_db

KB = 1024


def assert_told(answer: Any, status: int, words: str) -> None:
    assert answer.status_code == status
    assert words in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("30/5m", Rate(30, 300)),
        ("1/s", Rate(1, 1)),
        (" 600/1m ", Rate(600, 60)),
        ("5/2h", Rate(5, 7200)),
        ("off", None),
    ],
)
def test_a_rate_is_read(text: str, rate: Rate | None) -> None:
    assert Rate.read(text) == rate


@pytest.mark.parametrize("text", ["", "0/1m", "many", "3/0m", "3", "3/m/m", "-3/1m", "3/1y"])
def test_what_is_no_rate_stops_the_program(text: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="30/5m"):
        Rate.read(text)


def test_the_rates_of_the_project_can_be_read() -> None:
    from factsheet import settings as ours

    assert all(Rate.read(text) for text in ours.RATES.values())


def test_requests_are_counted_by_person_and_by_window(settings: Settings) -> None:
    settings.RATES = {"act": "2/1m"}
    assert [count_request("act", "a", at=60.0 + second) for second in range(4)] == [0, 0, 58, 57]
    assert count_request("act", "b", at=62.0) == 0
    assert count_request("act", "a", at=120.0) == 0
    assert count_request("other", "a", at=120.0) == 0


@pytest.fixture
def mission() -> str:
    return f"/sheets/{make_sheet(slug='mission').slug}/"


def test_too_many_acts_are_refused_as_page_and_as_fragment(client_of: SignIn, editor: User, settings: Settings) -> None:
    settings.RATES = {"act": "2/1m"}
    client = client_of(editor)
    with time_machine.travel("2026-03-01 12:00:20+00:00", tick=False):
        assert [client.post("/theme/", {"theme": "dark"}).status_code for _ in range(2)] == [302, 302]
        for headers in ({}, HTMX):
            answer = client.post("/theme/", {"theme": "dark"}, headers=headers)
            assert_told(answer, 429, "try again in 40 seconds")
            assert answer.headers["Retry-After"] == "40"
            assert ("<html" in answer.text) is not bool(headers)
            assert ("HX-Retarget" in answer.headers) is bool(headers)
        assert client.get("/").status_code == 200


def test_the_api_is_limited_by_address_and_says_it_as_a_problem(settings: Settings) -> None:
    settings.RATES = {"api": "2/1m"}
    (_token, secret) = make_token()
    headers = {"authorization": f"Bearer {secret}"}
    statuses = [Client().get("/api/sheets/x/edition.json", headers=headers).status_code for _ in range(3)]
    assert statuses == [404, 404, 429]
    answer = Client().get("/api/sheets/x/edition.json", headers=headers)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert Client().get("/api/sheets/x/edition.json", headers=headers, REMOTE_ADDR="192.0.2.9").status_code == 404


def test_sign_ins_uploads_and_exports_have_rates_of_their_own(
    client_of: SignIn, editor: User, settings: Settings, mission: str
) -> None:
    settings.RATES = {"sign_in": "1/1m", "upload": "1/1m", "export": "1/1m"}
    client = client_of(editor)
    asked: dict[str, Callable[[], Any]] = {
        "sign-in": lambda: Client().post("/sign-in/", {"username": "a", "password": "b"}),
        "upload": lambda: client.post(f"{mission}draft/", {"text": "Some 40 people came."}),
        "export": lambda: client.get(f"{mission}activity.csv"),
    }
    for name, ask in asked.items():
        assert ask().status_code == 200, name
        assert_told(ask(), 429, "too often")


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_request_that_is_too_large_is_refused_unread(
    client_of: SignIn, editor: User, settings: Settings, mission: str, headers: dict[str, str]
) -> None:
    settings.UPLOAD_MB = 1
    file = SimpleUploadedFile("a.txt", b"a" * (1024 * KB + 1))
    answer = client_of(editor).post(f"{mission}articles/add/", {"uploads": [file]}, headers=headers)
    assert_told(answer, 413, "larger than the 1 MB that can be sent at once")
    assert not Article.objects.exists()


def test_a_sign_in_is_small() -> None:
    answer = Client().post("/sign-in/", {"username": "a", "password": "b" * 20 * KB})
    assert_told(answer, 413, "16 KB")


def test_the_api_says_the_same_as_a_problem(settings: Settings) -> None:
    settings.FORM_MB = 0
    answer = Client().post("/api/schemas/edition-1.json", b"x" * 10, content_type="text/plain")
    assert answer.status_code == 413
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_too_many_files_fields_and_too_much_text_are_refused(
    client_of: SignIn, editor: User, settings: Settings, mission: str
) -> None:
    client = client_of(editor)
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    files = [SimpleUploadedFile(f"{number}.txt", b"Some 40 people came.") for number in range(3)]
    assert_told(client.post(f"{mission}articles/add/", {"uploads": files}), 413, "more than the 2 files")
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5
    assert_told(client.post("/theme/", {f"f{number}": "" for number in range(6)}), 413, "more than 5 fields")
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    assert_told(client.post("/theme/", {"theme": "d" * 200}), 413, "more text than the")
    assert not Article.objects.exists()


def test_one_article_that_is_too_large_leaves_the_others_in(client_of: SignIn, editor: User, mission: str) -> None:
    files = [
        SimpleUploadedFile("big.txt", b"a" * (5 * 1024 * KB + 1)),
        SimpleUploadedFile("small.txt", b"The mission has 13,000 troops in the country."),
    ]
    answer = client_of(editor).post(f"{mission}articles/add/", {"uploads": files})
    assert "more than the 5 MB an article may have" in b"".join(answer).decode()
    assert list(Article.objects.values_list("file_name", flat=True)) == ["small.txt"]


@pytest.mark.parametrize(
    "start", [b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"7z\xbc\xaf\x27\x1c", b"%PDF-"]
)
def test_nothing_is_unpacked_so_nothing_can_swell(client_of: SignIn, editor: User, mission: str, start: bytes) -> None:
    file = SimpleUploadedFile("bomb.txt", start + b"\x00" * 1000)
    assert client_of(editor).post(f"{mission}articles/add/", {"uploads": [file]}).status_code == 422
    assert not Article.objects.exists()


def test_a_statement_on_postgresql_ends_in_time_and_keeps_what_the_url_asks() -> None:
    config = configure("postgres://user:word@db.example/factsheet?options=-c%20lock_timeout%3D5000")
    limit_time(config, 30)
    assert config["OPTIONS"]["options"] == "-c lock_timeout=5000 -c statement_timeout=30000"
    plain = configure("sqlite:///here.sqlite3")
    before = deepcopy(plain)
    limit_time(plain, 30)
    assert plain == before


def test_every_limit_stands_in_the_documentation() -> None:
    text = Path(project.BASE_DIR, "factsheet", "SECURITY.md").read_text(encoding="utf-8")
    source = Path(project.BASE_DIR, "factsheet", "settings.py").read_text(encoding="utf-8")
    rates = re.findall(r'^ +\("(\w+)", "\d+/\d+[smhd]"\),$', source, re.MULTILINE)
    assert len(rates) == 5
    names = {f"RATE_{name.upper()}" for name in rates}
    names |= set(re.findall(r'"((?:UPLOAD|FORM|SIGN_IN|SESSION|HSTS)_\w+)"', source))
    assert {name for name in names if f"`{name}`" not in text} == set()
