"""Every address of the site: pages, fragments, and what is not there. Who gets in is held by `test_addresses`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from factsheet.models import Activity, FactSheet
from tests.factories import PASSWORD, make_user
from tests.factsheet.newsroom import make_busy_sheet, rows
from tests.factsheet.views.desk import (
    ACTS,
    ADDRESSES,
    FRAGMENTS,
    HTMX,
    PAGES,
    SignIn,
    Site,
    address_of,
    send,
)

pytestmark = pytest.mark.django_db

WITHOUT_SHEET = (
    *("corrections", "desk", "find", "keys", "notices", "notices-mail", "notices-read", "sheet-new", "theme"),
)


def least(name: str) -> User:
    """The person of least rights who may use the address."""
    return make_user(role=ADDRESSES[name].role)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ["desk", "fact", "fact-settle"])
def test_who_is_not_signed_in_is_led_to_the_sign_in_and_back(site: Site, name: str, method: str) -> None:
    before = rows()
    address = address_of(name, site)
    response = getattr(Client(), method)(address)
    assert response.status_code == 302
    assert response.url == f"{reverse('sign-in')}?next={quote(address)}"
    assert rows() == before


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_for_whoever_may_see_it(site: Site, name: str, client_of: SignIn) -> None:
    for role in ADDRESSES[name].roles:
        response = client_of(make_user(role=role)).get(address_of(name, site))
        assert response.status_code == 200
        assert "<!doctype html" in response.text.lower()
        assert "HX-Request" in response.headers["Vary"]


@pytest.mark.parametrize("name", FRAGMENTS)
def test_htmx_gets_the_fragment_alone(site: Site, name: str, client_of: SignIn) -> None:
    client = client_of(least(name))
    response = client.get(address_of(name, site), headers=HTMX) if name in PAGES else send(name, site, client, **HTMX)
    assert response.status_code == 200
    assert response.text.strip()
    assert "<html" not in response.text.lower()
    assert "HX-Request" in response.headers["Vary"]


@pytest.mark.parametrize("header", ["HX-Boosted", "HX-History-Restore-Request"])
@pytest.mark.parametrize("name", [name for name in FRAGMENTS if name in PAGES])
def test_a_boosted_visit_and_a_restored_page_are_whole(site: Site, name: str, header: str, client_of: SignIn) -> None:
    response = client_of(least(name)).get(address_of(name, site), headers={**HTMX, header: "true"})
    assert "<html" in response.text


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_refused_fragment_is_a_sentence_where_messages_are_shown(site: Site, name: str, client_of: SignIn) -> None:
    client = client_of(make_user())
    method = client.get if ADDRESSES[name].get else client.post
    response = method(address_of(name, site), headers=HTMX)
    assert response.status_code == 403
    assert response.headers["HX-Retarget"].startswith("#")
    assert response.headers["HX-Reswap"] == "innerHTML"
    assert "Ask an administrator" in response.text
    assert "<html" not in response.text.lower()


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_done_by_a_plain_form_and_leads_to_a_page(site: Site, name: str, client_of: SignIn) -> None:
    client = client_of(least(name))
    lines = Activity.objects.count()
    response = send(name, site, client)
    assert response.status_code == 302
    assert client.get(response.url).status_code == 200
    assert Activity.objects.count() > lines


@pytest.mark.parametrize("name", [name for name in ADDRESSES if name not in WITHOUT_SHEET])
def test_a_sheet_that_is_not_there_is_not_found(site: Site, name: str, client_of: SignIn) -> None:
    client = client_of(make_user(role="Administrator"))
    keys = {**ADDRESSES[name].keys(site), "slug": "nowhere"}
    method = client.get if ADDRESSES[name].get else client.post
    assert method(reverse(name, kwargs=keys)).status_code == 404


@pytest.mark.parametrize("key", [0, 987654321, 2**63 - 1, 2**63, 10**30])
@pytest.mark.parametrize(
    "name", [name for name in ADDRESSES if name.startswith(("fact", "evid", "article", "edition"))]
)
def test_a_row_that_is_not_there_is_not_found(site: Site, name: str, key: int, client_of: SignIn) -> None:
    keys = {word: key if word != "slug" else "mission" for word in ADDRESSES[name].keys(site)}
    client = client_of(make_user(role="Administrator"))
    method = client.get if ADDRESSES[name].get else client.post
    if keys.keys() != {"slug"}:
        assert method(reverse(name, kwargs=keys)).status_code == 404


@pytest.mark.parametrize("name", [name for name in ADDRESSES if name.startswith(("fact", "evidence", "article"))])
def test_a_row_of_another_sheet_is_not_found_here(site: Site, name: str, client_of: SignIn) -> None:
    FactSheet.objects.create(
        title="x", slug="other", created_at=site.sheet.created_at, changed_at=site.sheet.changed_at
    )
    keys = {**ADDRESSES[name].keys(site), "slug": "other"}
    client = client_of(make_user(role="Administrator"))
    before = rows()
    if "pk" in keys:
        method = client.get if ADDRESSES[name].get else client.post
        assert method(reverse(name, kwargs=keys), {"stance": "supports"}).status_code == 404
    assert rows() == before


def test_no_page_asks_more_queries_of_a_sheet_five_times_as_large(
    administrator: User, client_of: SignIn, count_queries: Callable[[Callable[[], object]], int]
) -> None:
    client = client_of(administrator)
    counts = []
    for size in (1, 5):
        sheet = make_busy_sheet(size, by=make_user())
        first = sheet.facts.order_by("position")[0]
        article = sheet.entries.order_by("position")[0].article_id
        claim = sheet.evidence.filter(claim__article=article)[0].claim_id
        sheet_keys = {"slug": sheet.slug}
        keys: dict[str, dict[str, Any]] = {
            "corrections": {},
            "desk": {},
            "find": {},
            "notices": {},
            "sheet-new": {},
            "fact": {**sheet_keys, "pk": first.pk},
            "fact-change": {**sheet_keys, "pk": first.pk},
            "article": {**sheet_keys, "pk": article},
            "article-describe": {**sheet_keys, "pk": article},
            "article-origin": {**sheet_keys, "pk": article},
            "article-claim": {**sheet_keys, "pk": article},
            "article-reading": {**sheet_keys, "pk": article, "claim": claim},
            "article-changes": {**sheet_keys, "pk": sheet.entries.order_by("-position")[0].article_id},
            "edition": {**sheet_keys, "number": 1},
        }
        addresses = {name: reverse(name, kwargs=keys.get(name, sheet_keys)) for name in PAGES}
        counts.append({name: count_queries(partial(client.get, address)) for name, address in addresses.items()})
    assert counts[0] == counts[1]
    assert max(counts[0].values()) <= 20


def test_who_signs_in_lands_where_they_wanted_to_go(site: Site, editor: User) -> None:
    client = Client()
    address = address_of("matrix", site)
    response = client.post(f"/sign-in/?next={address}", {"username": "editor", "password": PASSWORD, "next": address})
    assert (response.status_code, response.headers["Location"]) == (302, address)
    assert client.post("/sign-out/").status_code == 302
    assert client.get(address).status_code == 302


def test_a_wrong_password_is_said_and_a_foreign_address_is_not_gone_to(editor: User) -> None:
    client = Client()
    response = client.post("/sign-in/", {"username": "editor", "password": "wrong"})
    assert response.status_code == 200
    assert "correct username and password" in response.text
    away = {"username": "editor", "password": PASSWORD, "next": "https://evil.example/"}
    assert client.post("/sign-in/", away).headers["Location"] == reverse("desk")


def test_who_is_signed_in_is_not_asked_again(editor: User, client_of: SignIn) -> None:
    assert client_of(editor).get("/sign-in/").headers["Location"] == reverse("desk")
    assert client_of(editor).get("/sign-out/").status_code == 405
