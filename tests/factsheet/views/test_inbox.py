"""The inbox: claims sorted by plain forms and by htmx, one or many at once."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from factsheet.models import Evidence, Fact
from tests.factories import make_claim, make_evidence, make_fact
from tests.factsheet.newsroom import rows
from tests.factsheet.views.desk import HTMX, SignIn, Site, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(db: None) -> Site:
    return make_site()


@pytest.fixture
def client(reporter: User, client_of: SignIn) -> Client:
    return client_of(reporter)


def sort(client: Client, *items: Evidence, headers: dict[str, str] | None = None, **data: Any) -> Any:
    return client.post(
        "/sheets/mission/inbox/sort/", {"evidence": [item.pk for item in items], **data}, headers=headers or {}
    )


def waiting() -> Evidence:
    return Evidence.objects.get(claim__text="7 trucks")


def test_claims_are_accepted_placed_and_rejected(site: Site, client: Client) -> None:
    both = [site.candidate, waiting()]
    for data, words in (
        ({"act": "accept"}, ("accepted", site.open)),
        ({"act": "place", "fact": site.settled.pk}, ("accepted", site.settled)),
        ({"act": "reject", "reason": "Too vague."}, ("rejected", None)),
        ({"act": "restore"}, ("candidate", None)),
    ):
        item = site.candidate
        response = sort(client, item, **data)
        assert response.status_code == 302
        item.refresh_from_db()
        assert (item.state, item.fact if item.state != "candidate" else None) == words
    response = sort(client, *both, act="new", label=" Vehicles ")
    assert "2 claims are sorted." in client.get(response.url).text
    assert Fact.objects.get(label="Vehicles").evidence.count() == 2


def test_the_fragment_brings_the_claims_that_are_left_and_the_outcome(site: Site, client: Client) -> None:
    response = sort(client, site.candidate, act="accept", show="proposed", headers=HTMX)
    assert response.context["announcement"] == "1 claim is sorted."
    assert response.context["inbox"].items == []
    assert response.context["inbox"].show == "proposed"


def test_after_a_plain_form_one_is_back_on_the_list_one_came_from(site: Site, client: Client) -> None:
    assert sort(client, site.candidate, act="accept", show="proposed").url == "/sheets/mission/inbox/?show=proposed"
    assert sort(client, waiting(), act="reject", reason="x", show="//evil.example").url == "/sheets/mission/inbox/"


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"act": "accept"}, "has no proposed place"),
    ({"act": "place"}, "Choose a fact, or type the name of a new one."),
    ({"act": "place", "fact": "²"}, "Choose a fact"),
    ({"act": "new", "label": " \x00 "}, "Choose a fact"),
    ({"act": "reject"}, "Say why it is rejected."),
    ({"act": "restore"}, "Only a rejected claim can be restored."),
    ({"act": "nonsense"}, "Choose what to do with the claims."),
    ({}, "Choose what to do with the claims."),
    ({"act": "accept", "evidence": []}, "Choose at least one claim."),
    ({"act": "accept", "evidence": ["²", "x", "-1", "9" * 40]}, "Choose at least one claim."),
    ({"act": "accept", "evidence": ["9" * 18]}, "Choose at least one claim."),
]


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
@pytest.mark.parametrize(("data", "words"), REFUSED, ids=[str(data) for data, _ in REFUSED])
def test_what_is_refused_leaves_all_claims_as_they_were(
    site: Site, client: Client, data: dict[str, Any], words: str, headers: dict[str, str]
) -> None:
    before = rows()
    response = sort(client, waiting(), headers=headers, **data)
    assert response.status_code == 409
    assert words in response.text
    assert ("HX-Retarget" in response.headers) is bool(headers)
    assert rows() == before


def test_one_claim_that_is_not_on_the_sheet_keeps_all_from_being_sorted(site: Site, client: Client) -> None:
    other = make_evidence()
    before = rows()
    response = sort(client, waiting(), other, act="reject", reason="x")
    assert "One of these claims is not on this sheet." in response.text
    assert rows() == before


def test_a_claim_is_not_placed_under_a_fact_of_another_sheet(site: Site, client: Client) -> None:
    assert sort(client, waiting(), act="place", fact=make_fact().pk).status_code == 404


def test_a_name_may_hold_what_a_database_does_not(site: Site, client: Client) -> None:
    assert sort(client, waiting(), act="new", label="Tr\x00ucks").status_code == 302
    assert Fact.objects.filter(label="Trucks").exists()


def test_the_next_page_is_reached_by_its_link(site: Site, client: Client) -> None:
    for number in range(60):
        make_evidence(make_claim(f"{number} carts"), sheet=site.sheet)
    first = client.get("/sheets/mission/inbox/?show=alone")
    page = first.context["inbox"]
    assert len(page.items) == 50
    assert f"after={page.after}" in first.text
    second = client.get(f"/sheets/mission/inbox/?show=alone&after={page.after}")
    assert len(second.context["inbox"].items) == 11
