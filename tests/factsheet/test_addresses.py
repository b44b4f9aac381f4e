"""What is declared of the site's addresses is true of each of them, whoever asks and however."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import partial
from types import ModuleType
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse
from pytest_django import Settings

from factsheet import gate
from factsheet.addresses import ADDRESSES, Door, find_address
from factsheet.models import Act, Activity
from factsheet.policies import ACTS, OF_ONESELF, ROLES, check_permission, reason_against
from tests.factories import PASSWORD, Role, make_user
from tests.factsheet.newsroom import writes_of
from tests.factsheet.views import desk
from tests.factsheet.views.desk import Site, make_site

pytestmark = pytest.mark.django_db

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE")
SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")
PEOPLE: tuple[Role | str | None, ...] = (None, "no role", *ROLES)

# How the addresses beside those of `desk.ADDRESSES` are asked.
PROGRAMS: Mapping[str, Mapping[str, Any]] = {
    "api:newest-edition": {"slug": "mission"},
    "api:editions": {"slug": "mission"},
    "api:edition": {"slug": "mission", "number": 1},
    "api:edition-compare": {"slug": "mission"},
    "api:corrections": {},
    "api:schema": {"name": "edition-1"},
    "api:nowhere": {"rest": "else"},
}
# What is asked after the question mark, where nothing is answered without it.
QUERIES: Mapping[str, Mapping[str, Any]] = {"api:edition-compare": {"from": 1, "to": 1}}
SIGNING: Mapping[str, Mapping[str, Any]] = {
    "sign-in": {"username": "nobody", "password": PASSWORD},
    "sign-out": {},
    "language": {"language": "fr"},
    "account": {},
    "account-password": {
        "old_password": PASSWORD,
        "new_password1": "an orchard under slow rain",
        "new_password2": "an orchard under slow rain",
    },
    "account-sessions": {"password": PASSWORD},
}
TIMES_OUT_OF_PLACE = {"api:nowhere": 404}


def walk(resolver: URLResolver, namespaces: tuple[str, ...] = ()) -> Iterator[tuple[str, URLPattern]]:
    """Every address of a URL configuration by its full name, as a request's `view_name` has it."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from walk(entry, (*namespaces, entry.namespace) if entry.namespace else namespaces)
        else:
            yield ":".join([*namespaces, entry.name or entry.lookup_str]), entry


def undeclared(resolver: URLResolver) -> list[str]:
    return [name for name, _pattern in walk(resolver) if find_address(name) is None]


ALL = dict(walk(get_resolver()))
OWN = [name for name in ALL if not name.startswith("admin:")]


def test_every_address_of_the_site_is_declared() -> None:
    assert undeclared(get_resolver()) == []
    assert len(ALL) > 100
    assert sorted(ADDRESSES) == sorted(OWN), "what is declared is there as well"


def test_every_address_is_asked_here() -> None:
    known = {*desk.ADDRESSES, *PROGRAMS, *SIGNING, "health"}
    assert sorted(known) == sorted(OWN), "how it is asked is to be said in views/desk.py, or here"


def hello(request: HttpRequest) -> HttpResponse:
    return HttpResponse("hello")


class Bare(ModuleType):
    """A URL configuration in which somebody forgot to declare two addresses."""

    urlpatterns = (
        path("", hello, name="desk"),
        path("sign-in/", hello, name="sign-in"),
        path("forgotten/", hello, name="forgotten"),
        path("nameless/", hello),
    )


def test_an_address_that_nobody_declared_is_seen_and_answers_nobody(settings: Settings, administrator: User) -> None:
    bare = Bare("bare")
    assert undeclared(URLResolver(path("", hello).pattern, bare)) == ["forgotten", f"{__name__}.hello"]
    settings.ROOT_URLCONF = bare
    client = Client()
    client.force_login(administrator)
    assert client.get("/").status_code == 200
    for address in ("/forgotten/", "/nameless/"):
        for asking in (client, Client()):
            response = gate_alone(asking, address)
            assert response.status_code == 403
            assert "Nobody has said yet" in response.reason


class Answer:
    """What the gate says, before a page is drawn from it."""

    def __init__(self, status_code: int, reason: str) -> None:
        self.status_code, self.reason = status_code, reason


def gate_alone(client: Client, address: str) -> Answer:
    """The gate's answer, its page left out: that leads to addresses which the bare site has not."""
    said: list[Answer] = []

    def refuse(_request: HttpRequest, reason: str, status: int) -> HttpResponse:
        said.append(Answer(status, reason))
        return HttpResponse(status=status)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gate, "refuse", refuse)
        response = client.get(address)
    (answer,) = said
    assert response.content != b"hello"
    return answer


@pytest.mark.parametrize("name", ALL)
def test_what_guards_against_other_sites_is_what_is_declared(name: str) -> None:
    address = find_address(name)
    assert address is not None
    assert getattr(ALL[name].callback, "csrf_exempt", False) is not address.csrf
    assert address.csrf or set(address.methods) <= set(SAFE), "what may write is guarded"


class Asker:
    """Somebody who asks addresses of one site; whatever that does is taken back after each time."""

    def __init__(self, who: Role | str | None, site: Site, *, enforce_csrf_checks: bool = False) -> None:
        self.site, self.who = site, who
        self.user = None if who is None else make_user(role=None if who == "no role" else who)  # type: ignore[arg-type]
        self.client = Client(enforce_csrf_checks=enforce_csrf_checks)
        if self.user:
            self.client.force_login(self.user)

    def ask(self, method: str, name: str) -> tuple[Any, list[str], set[str]]:
        """The answer, the statements that wrote besides the session's, and the acts that were recorded."""
        sample = desk.ADDRESSES.get(name)
        keys = dict(sample.keys(self.site) if sample else PROGRAMS.get(name, {}))
        data: Mapping[str, Any] = SIGNING.get(name, {}) if method == "POST" else {}
        if sample and sample.post and method == "POST":
            data = sample.post(self.site)
        cookies = deepcopy(self.client.cookies)
        last = Activity.objects.latest("id").pk
        try:
            with transaction.atomic():
                if sample:
                    self.site.move(sample.state)
                send, address = (
                    getattr(self.client, method.lower()),
                    reverse(name, kwargs=keys, query=QUERIES.get(name)),
                )
                # A fragment is drawn in no time; what is a page is asked for as one.
                headers = {} if method in ("GET", "POST") else desk.HTMX
                with CaptureQueriesContext(connection) as captured:
                    response = send(address, data, headers=headers) if data else send(address, headers=headers)
                acts = set(Activity.objects.filter(pk__gt=last).values_list("act", flat=True))
                transaction.set_rollback(True)
        finally:
            self.client.cookies = cookies
        wrote = [
            query["sql"]
            for query in captured
            if query["sql"].startswith(("INSERT", "UPDATE", "DELETE")) and "factsheet_session" not in query["sql"]
        ]
        return response, wrote, acts


class Undone(Exception):
    """Ends a transaction."""


def expect(name: str, method: str, asker: Asker) -> int:
    """The status that the declaration calls for; 200 for whatever is answered."""
    address = ADDRESSES[name]
    if address.door is Door.READERS or name.startswith("api:"):
        if method not in address.methods:
            return 405
        if address.door is Door.READERS and asker.user is None:
            return 401
    elif asker.user is None and address.door is not Door.ANYBODY:
        return 302
    if method not in address.methods:
        return 405
    if address.permission and asker.user and reason_against(check_permission, asker.user, address.permission):
        return 403
    # Of some acts it also depends on what they are done to.
    if name in desk.ADDRESSES and asker.who not in desk.ADDRESSES[name].roles:
        return 403
    return TIMES_OUT_OF_PLACE.get(name, 200)


@pytest.mark.parametrize("who", PEOPLE)
def test_every_address_answers_each_person_and_method_as_declared(who: Role | str | None) -> None:
    asker = Asker(who, make_site())
    # Whether a method is answered at all depends on nobody's role.
    methods = METHODS if who in (None, "Administrator") else ("GET", "HEAD", "POST")
    for name in OWN:
        for method in methods:
            check_answer(asker, name, method)


def check_answer(asker: Asker, name: str, method: str) -> None:
    """The answer is the declared one, and what it left behind is what who asks may do."""
    response, wrote, acts = asker.ask(method, name)
    expected, location = expect(name, method, asker), response.headers.get("Location", "")
    about = (asker.user, method, name, response.status_code, wrote, acts)
    assert response.status_code == expected or (expected, response.status_code) == (200, 302), about
    assert location.startswith(f"{reverse('sign-in')}?next=") is (expected == 302), about
    assert not wrote or (expected == 200 and method not in SAFE), about
    assert acts or expected != 200 or method in SAFE or name not in desk.ACTS, about
    assert all(asker.user and asker.user.has_perm(ACTS[Act(act)]) for act in acts - OF_ONESELF), about
    if expected == 403 and method != "HEAD":
        assert "Ask an administrator" in response.content.decode(), about
    if expected == 405:
        assert response.headers["Allow"] == ", ".join(ADDRESSES[name].methods), about
    if expected in (401, 403, 405) and name.startswith("api:"):
        assert response.headers["Content-Type"] == "application/problem+json", about


def test_no_form_is_taken_without_its_token() -> None:
    asker = Asker("Administrator", make_site(), enforce_csrf_checks=True)
    for name in OWN:
        if "POST" in ADDRESSES[name].methods:
            response, wrote, acts = asker.ask("POST", name)
            assert response.status_code == 403, name
            assert not wrote, name
            assert not acts, name


def test_every_act_is_declared_with_a_permission_that_somebody_holds() -> None:
    assert {*ACTS, *OF_ONESELF} == set(Act)
    administrator = make_user(role="Administrator", is_superuser=False)
    assert all(administrator.has_perm(permission) for permission in ACTS.values())


def lists_of_admin() -> list[str]:
    return [name for name in ALL if name.startswith("admin:") and name.endswith(("_changelist", "_add"))]


@pytest.mark.parametrize("who", PEOPLE)
def test_the_admin_lets_in_whoever_is_marked_as_staff_and_shows_what_the_role_may(who: Role | str | None) -> None:
    asker = Asker(who, make_site())
    for name in lists_of_admin():
        model = next(
            model for model in admin.site._registry if f":{model._meta.app_label}_{model._meta.model_name}_" in name
        )
        listed = name.endswith("_changelist")
        if asker.user:
            User.objects.filter(pk=asker.user.pk).update(is_staff=False)
            assert asker.client.get(reverse(name)).status_code == 403, name
            User.objects.filter(pk=asker.user.pk).update(is_staff=True)
        words = [f"{model._meta.app_label}.{verb}_{model._meta.model_name}" for verb in ("view", "change", "add")]
        may = [asker.user is not None and asker.user.has_perm(word) for word in words]
        is_open = may[0] or may[1] if listed else may[2] and name not in KEPT
        writes = writes_of(partial(asker.client.get, reverse(name)))
        assert writes == [], name
        status = asker.client.get(reverse(name)).status_code
        assert status == (200 if is_open else 302 if asker.user is None else 403), (name, who)
        assert asker.client.put(reverse(name)).status_code == (302 if asker.user is None else 405), name


# Rows that no one adds in the admin: acts on the screens make them.
KEPT = {
    f"admin:{model._meta.app_label}_{model._meta.model_name}_add"
    for model, made_by in admin.site._registry.items()
    if type(made_by).has_add_permission is not admin.ModelAdmin.has_add_permission
}


def test_what_only_reads_cannot_write(administrator: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def count_the_visit(_request: HttpRequest) -> HttpResponse:
        User.objects.filter(pk=administrator.pk).update(first_name="Read")
        return HttpResponse("read")

    client = Client()
    client.force_login(administrator)
    monkeypatch.setattr(ALL["desk"], "callback", count_the_visit)
    for method in (client.get, client.head):
        with pytest.raises(gate.WroteWhileReading, match='tried: UPDATE "auth_user"'), transaction.atomic():
            method("/")
    administrator.refresh_from_db()
    assert administrator.first_name == ""


WRITING = [
    'INSERT INTO "x" VALUES (1)',
    ' update "x" SET a = 1',
    "DELETE FROM x",
    "INSERT OR IGNORE INTO x VALUES (1)",
    "WITH gone AS (DELETE FROM x RETURNING *) SELECT * FROM gone",
    "with a as (select 1) insert into x select * from a",
    "TRUNCATE x",
]
NOT_WRITING = [
    'SELECT "update" FROM "x" FOR UPDATE',
    "WITH a AS (SELECT 'insert' AS b) SELECT b FROM a FOR UPDATE",
    'SAVEPOINT "s1"',
    "PRAGMA foreign_keys",
]


@pytest.mark.parametrize("sql", WRITING)
def test_a_statement_that_writes_is_known(sql: str) -> None:
    assert gate.CHANGES.match(sql)


@pytest.mark.parametrize("sql", NOT_WRITING)
def test_a_statement_that_reads_is_left_alone(sql: str) -> None:
    assert not gate.CHANGES.match(sql)
