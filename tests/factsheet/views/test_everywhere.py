"""What every page offers, and what the browser is told of what was typed."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.factories import make_fact, make_sheet
from tests.factsheet.views.desk import HTMX, SignIn, make_site

pytestmark = pytest.mark.django_db

HOSTILE = '"><script>alert(1)</script>'


def test_what_is_found_is_escaped_and_so_is_what_was_asked(editor: User, client_of: SignIn) -> None:
    make_fact(HOSTILE, sheet=make_sheet(HOSTILE, slug="evil"))
    client = client_of(editor)
    for headers in ({}, HTMX):
        text = client.get("/find/", {"q": HOSTILE, "sheet": "evil"}, headers=headers).text
        assert "alert(1)" in text
        assert "<script>alert" not in text


def test_enter_leads_to_the_first_and_to_the_page_where_there_is_none(editor: User, client_of: SignIn) -> None:
    fact = make_fact("Bridges closed")
    client = client_of(editor)
    assert client.get("/find/", {"q": "bridges", "go": "first"}).headers["Location"] == fact.get_absolute_url()
    response = client.get("/find/", {"q": "tunnels", "go": "first"})
    assert (response.status_code, "Nothing is called that" in response.text) == (200, True)


def test_single_keys_are_off_for_who_switched_them_off(editor: User, publisher: User, client_of: SignIn) -> None:
    client = client_of(editor)
    assert "data-keys-off" not in client.get("/").text
    response = client.post("/keys/", {"keys": "off"}, headers={"Referer": "http://testserver/find/?q=x"})
    assert response.headers["Location"] == "/find/?q=x"
    assert "data-keys-off" in client.get("/").text
    client.force_login(publisher)
    assert "data-keys-off" not in client.get("/").text
    client.force_login(editor)
    assert "data-keys-off" not in client.post("/keys/", {"keys": "on"}, headers=HTMX).text
    assert "data-keys-off" not in client.get("/").text


@pytest.mark.parametrize(
    "page", ["https://evil.example/x", "http://testserver//evil.example/x", "not an address", "http://testserver"]
)
def test_nobody_is_led_to_another_site(page: str, editor: User, client_of: SignIn) -> None:
    response = client_of(editor).post("/theme/", {"theme": "dark"}, headers={"Referer": page})
    assert response.headers["Location"] == reverse("desk")


def test_a_theme_is_one_of_those_there_are(editor: User, client_of: SignIn) -> None:
    client = client_of(editor)
    assert 'data-theme="dark"' in client.post("/theme/", {"theme": "dark"}, headers=HTMX).text
    assert 'data-theme="dark"' in client.get("/").text
    client.post("/theme/", {"theme": HOSTILE})
    assert 'data-theme=""' in client.get("/").text
    client.cookies["theme"] = "x<script>"
    assert "x<script>" not in client.get("/").text


def test_the_browser_is_told_which_form_was_accepted(editor: User, client_of: SignIn) -> None:
    site = make_site()
    client = client_of(editor)
    address = reverse("fact-comment", args=[site.sheet.slug, site.open.pk])
    assert client.post(address, {"text": "Ring them."}).cookies["accepted"].value == address
    assert client.post(address, {"text": "Ring them."}, headers=HTMX).cookies["accepted"].value == address


def test_it_is_told_nothing_of_what_was_refused_asked_or_sent_by_nobody(
    editor: User, reporter: User, client_of: SignIn
) -> None:
    site = make_site()
    new = reverse("fact-new", args=[site.sheet.slug])
    draft = reverse("draft", args=[site.sheet.slug])
    answers = [
        client_of(editor).post(new, {"label": ""}),
        client_of(reporter).post(new, {"label": "Paid", "kind": "money"}),
        client_of(editor).post(draft, {"text": "13,000 troops", "act": "check"}),
        client_of(editor).get(new),
        Client().post(new, {"label": "Paid", "kind": "money"}),
    ]
    assert [response.status_code for response in answers] == [422, 403, 200, 200, 302]
    assert all("accepted" not in response.cookies for response in answers)


def test_who_sent_a_form_signed_out_comes_back_to_its_page() -> None:
    site = make_site()
    page = reverse("fact", args=[site.sheet.slug, site.open.pk])
    settle = reverse("fact-settle", args=[site.sheet.slug, site.open.pk])
    response = Client().post(settle, {}, headers={"Referer": f"http://testserver{page}"})
    assert response.headers["Location"] == f"{reverse('sign-in')}?next={page}"
