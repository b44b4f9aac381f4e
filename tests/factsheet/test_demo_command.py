"""`manage.py demo` shows every state once, changes nothing the second time, and leaves other people's work alone."""

from __future__ import annotations

import io
import json
import socket
import stat
from pathlib import Path

import jsonschema
import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from pytest_django import Settings

from articles.models import Article
from factsheet.export.schemas import SCHEMAS
from factsheet.management import demonstration
from factsheet.management.commands import demo
from factsheet.models import Activity, ApiToken, Edition, Evidence, Fact, FactSheet
from tests.factories import make_article, make_sheet, make_user
from tests.factsheet.views.desk import HTMX, SignIn

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Secrets go to a folder of the test's own; static files are another test's business."""
    settings.DATA_DIR = tmp_path
    monkeypatch.setenv("SITE_URL", "http://127.0.0.1:8000")
    monkeypatch.setattr(demo, "_collect_static", lambda: None)


def run(**options: object) -> str:
    told = io.StringIO()
    call_command("demo", no_serve=True, stdout=told, **options)
    return told.getvalue()


def state_of_everything() -> dict[str, tuple[int, object]]:
    """For every table the number of its rows and its newest key."""
    rooms = [apps.get_app_config(name) for name in ("articles", "factsheet", "auth")]
    models = [model for room in rooms for model in room.get_models()]
    keys = {model.__name__: model._default_manager.order_by("-pk").values_list("pk", flat=True) for model in models}
    return {name: (found.count(), found.first()) for name, found in keys.items()}


def test_every_state_is_on_show_with_an_edition_and_a_draft_after_it() -> None:
    told = run(password="open sesame")
    sheet = FactSheet.objects.get()
    states = set(Fact.objects.values_list("state", flat=True))
    assert states >= {"open", "settled", "disputed", "not_established"}
    opened = set(Fact.objects.filter(state="open").values_list("status", flat=True))
    assert "conflict" in opened
    assert opened & {"agree", "rounding", "revision"}
    assert Fact.objects.filter(challenged_at__isnull=False).exists()
    assert Evidence.objects.filter(state="candidate").exists()
    assert (sheet.state, Edition.objects.count()) == ("draft", 1)
    assert 0 not in (sheet.facts_challenged, sheet.facts_in_conflict, sheet.facts_decided, sheet.claims_to_sort)
    assert Article.objects.count() == 5
    for words in ("editor", "reviewer", "admin", "open sesame", "/sheets/minusma/", "Bearer fs_", "/admin/"):
        assert words in told


def test_its_edition_is_valid_and_every_line_cites_its_evidence() -> None:
    run()
    body = bytes(Edition.objects.get().body)
    document = json.loads(body)
    jsonschema.Draft202012Validator(SCHEMAS["edition-1"], format_checker=jsonschema.FormatChecker()).validate(document)
    texts = {article.pk: article.text for article in Article.objects.all()}
    facts = document["content"]["facts"]
    assert len(facts) >= 5
    for fact in facts:
        assert fact["citations"] or fact["state"] == "not_established"
        for citation in fact["citations"] + fact["dissent"]:
            quote = citation["quote"]
            assert texts[citation["article"]["id"]][quote["start"] : quote["end"]] == quote["text"]


def test_the_second_run_changes_nothing_and_prints_the_same() -> None:
    first = run()
    before = state_of_everything()
    second = run()
    assert state_of_everything() == before
    assert second == first.replace("Reading five articles and settling their facts ...\n", "")


def test_its_people_can_sign_in_each_in_their_role(client_of: SignIn) -> None:
    run(password="open sesame")
    for person in demonstration.PEOPLE:
        client = Client()
        signed = client.post("/sign-in/", {"username": person.username, "password": "open sesame"})
        assert signed.status_code == 302
        assert client.get("/sheets/minusma/").status_code == 200
        user = User.objects.get(username=person.username)
        assert [group.name for group in user.groups.all()] == [person.role]
        assert user.is_staff is person.is_staff
    run(password="another")
    assert Client().post("/sign-in/", {"username": "editor", "password": "open sesame"}).status_code == 200


def test_the_token_it_prints_opens_the_edition(client_of: SignIn) -> None:
    told = run()
    secret = told.split("Bearer ")[1].split("'")[0]
    assert ApiToken.objects.get().sha256 == ApiToken.digest(secret)
    response = Client().get("/api/sheets/minusma/edition.json", headers={"Authorization": f"Bearer {secret}"})
    assert (response.status_code, response.content) == (200, bytes(Edition.objects.get().body))


def test_what_is_kept_for_the_next_run_is_readable_by_this_user_only(tmp_path: Path) -> None:
    run(password="open sesame")
    path = tmp_path / demo.SECRETS
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert json.loads(path.read_text())["password"] == "open sesame"
    assert "open sesame" in run()


def test_every_page_of_it_opens(client_of: SignIn) -> None:
    run()
    sheet = FactSheet.objects.get()
    client = client_of(User.objects.get(username="admin"))
    address = f"/sheets/{sheet.slug}/"
    parts = ("inbox", "articles", "articles/add", "review", "editions", "editions/1", "activity", "facts/new")
    addresses = ["/", "/sheets/new/", address, *(f"{address}{part}/" for part in parts)]
    addresses += [f"{address}facts/{fact.pk}/" for fact in sheet.facts.all()]
    addresses += [f"{address}facts/{sheet.facts.all()[0].pk}/change/"]
    addresses += [f"{address}articles/{article.pk}/" for article in Article.objects.all()]
    for page in addresses:
        for headers in ({}, HTMX):
            assert client.get(page, headers=headers).status_code == 200, page


def test_every_act_is_in_the_log_by_somebody_and_in_the_order_of_time() -> None:
    run()
    lines = list(Activity.objects.order_by("id"))
    assert all(line.actor is not None for line in lines)
    moments = [line.at for line in lines]
    assert moments == sorted(moments)
    assert {line.act for line in lines} >= {"sheet.created", "article.added", "fact.settled", "sheet.published"}


def test_the_author_of_the_facts_is_not_who_approved_them() -> None:
    run()
    published = Activity.objects.get(act="sheet.approved")
    settled = set(Activity.objects.filter(act="fact.settled").values_list("actor", flat=True))
    assert published.actor_id not in settled


OTHERS = {
    "a sheet": lambda: make_sheet("Their own"),
    "a sheet of its name": lambda: make_sheet("Their own", slug="minusma"),
    "an article": make_article,
    "a person": lambda: make_user("somebody"),
    "a person of its name": lambda: make_user("admin"),
}


@pytest.mark.parametrize("make", OTHERS.values(), ids=OTHERS)
def test_a_database_with_other_peoples_work_is_left_as_it_is(make: object, tmp_path: Path) -> None:
    assert callable(make)
    make()
    before = state_of_everything()
    passwords = list(User.objects.values_list("password", flat=True))
    with pytest.raises(CommandError, match="This database holds other work") as refused:
        run(password="open sesame")
    assert refused.value.returncode == 2
    assert "\n" not in str(refused.value)
    assert state_of_everything() == before
    assert list(User.objects.values_list("password", flat=True)) == passwords
    assert not (tmp_path / demo.SECRETS).exists()


def test_other_peoples_tables_are_left_at_the_version_they_have(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(demo, "call_command", lambda name, **_options: asked.append(name))
    make_sheet("Their own")
    with pytest.raises(CommandError, match="This database holds other work"):
        run()
    assert asked == []


def test_a_database_without_tables_holds_nobodys_work(monkeypatch: pytest.MonkeyPatch) -> None:
    make_sheet("Not seen")
    monkeypatch.setattr(type(connection.introspection), "table_names", lambda _self: ["django_migrations"])
    assert not demonstration.is_loaded()
    demonstration.check_alone()


def test_who_made_a_sheet_while_trying_it_can_start_it_again() -> None:
    run()
    make_sheet("My own")
    make_user("colleague")
    before = state_of_everything()
    run()
    assert state_of_everything() == before


def test_a_failure_while_loading_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = state_of_everything()
    monkeypatch.setattr("factsheet.actions.publishing.build_edition", lambda _content: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run()
    assert state_of_everything() == before


def test_it_serves_the_site_it_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    served: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr("os.execve", lambda _path, command, environment: served.append((command, environment)))
    monkeypatch.setattr(demo, "_check_free", lambda _port: None)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SITE_URL")
    told = io.StringIO()
    call_command("demo", port=8123, stdout=told)
    ((command, environment),) = served
    assert command[1:3] == ["-m", "gunicorn"]
    assert (environment["PORT"], environment["SITE_URL"]) == ("8123", "http://127.0.0.1:8123")
    assert "http://127.0.0.1:8123/sheets/minusma/" in told.getvalue()
    assert b'"url":"http://127.0.0.1:8123/' in bytes(Edition.objects.get().body)


def test_a_port_that_is_taken_is_said_before_anything_is_set_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"^Port {port} cannot be used .*--port {port + 1}$") as caught:
            call_command("demo", port=port)
    assert caught.value.returncode == 2
    assert not FactSheet.objects.exists()
