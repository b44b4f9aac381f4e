"""The matrix at its address: every view of it, what htmx gets, and many facts settled at once."""

from __future__ import annotations

import gzip
import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from factsheet.management.large_sheet import make_large_sheet
from factsheet.models import Fact
from tests.factories import NOON
from tests.factsheet.newsroom import make_agreed_fact, make_fact_with, tick
from tests.factsheet.views.desk import HTMX, SignIn, Site

pytestmark = pytest.mark.django_db

MATRIX = "/sheets/mission/"
AGREED = f"{MATRIX}facts/agreed/"


@pytest.fixture
def client(editor: User, client_of: SignIn) -> Client:
    return client_of(editor)


def get(client: Client, query: str = "", *, beside: str | None = None, **headers: str) -> Any:
    """The matrix; as a fragment for whoever looks at it with the query `beside`."""
    if beside is not None:
        headers |= {**HTMX, "HX-Current-URL": f"http://testserver{MATRIX}{beside}"}
    return client.get(MATRIX + query, headers=headers)


def labels(response: Any) -> list[str]:
    return [row.fact.label for row in response.context["matrix"].rows]


def articles(response: Any) -> list[int]:
    return [column.key for column in response.context["matrix"].columns]


def test_rows_and_columns_are_filtered_by_source_and_origin(site: Site, client: Client) -> None:
    column = next(column for column in get(client).context["matrix"].columns if column.key == site.article.pk)
    for query in (f"?source={column.entry.article.source_id}", f"?origin={column.entry.origin}"):
        response = get(client, query)
        assert site.article.pk in articles(response)
        assert "Dead" in labels(response)
        assert "Troops" not in labels(response)


def test_facts_assigned_to_me_are_mine_alone(site: Site, client: Client) -> None:
    user = client.session["_auth_user_id"]
    Fact.objects.filter(pk=site.open.pk).update(assigned_to=user)
    assert labels(get(client, "?whose=me")) == ["Dead"]
    assert "Dead" not in labels(get(client, "?whose=nobody"))


def test_a_closed_group_shows_its_head_alone_which_opens_it(site: Site, client: Client) -> None:
    Fact.objects.filter(pk=site.open.pk).update(heading="The toll")
    response = get(client, "?closed=The+toll")
    assert "Dead" not in labels(response)
    assert f'href="{MATRIX}" hx-get="{MATRIX}"' in response.content.decode()
    assert 'aria-expanded="false"' in response.content.decode()


def test_a_column_that_is_moved_or_pinned_leads_to_the_address_of_that_view(site: Site, client: Client) -> None:
    first, second, *others = articles(get(client))
    order = ",".join(map(str, (first, second, *others)))
    response = get(client, f"?show=&order={order}&move=right-{first}")
    assert response.status_code == 302
    assert response["Location"].endswith("#columns")
    assert articles(client.get(response["Location"])) == [second, first, *others]
    response = client.get(get(client, f"?order={order}&pin={second}")["Location"])
    assert articles(response) == [second, first, *others]
    assert '<th scope="col" class="pin pin-1">' in response.content.decode()


def test_an_order_that_is_the_one_they_came_in_is_not_said(site: Site, client: Client) -> None:
    order = ",".join(map(str, articles(get(client))))
    response = get(client, f"?show=open&kind=&order={order}", beside="")
    assert response["HX-Push-Url"] == f"{MATRIX}?show=open"


def test_htmx_is_told_the_address_only_where_it_changed(site: Site, client: Client) -> None:
    assert "HX-Push-Url" not in get(client, "?show=open", beside="?show=open")
    # Beside the matrix a fact is open, and stays open.
    response = get(client, "?show=open", beside=f"?fact={site.open.pk}")
    assert response["HX-Push-Url"] == f"{MATRIX}?show=open&fact={site.open.pk}"


def test_the_panel_beside_the_matrix_has_its_address_and_walks_as_it_is_arranged(site: Site, client: Client) -> None:
    other = make_fact_with("1", "9", sheet=site.sheet, label="Buried")
    Fact.objects.filter(pk__in=[other.pk, site.open.pk]).update(status="conflict")
    current = f"http://testserver{MATRIX}?show=conflicts&sort=label"
    headers = {**HTMX, "HX-Current-URL": current}
    response = client.get(other.get_absolute_url(), headers=headers)
    assert response["HX-Push-Url"] == f"{MATRIX}?show=conflicts&sort=label&fact={other.pk}"
    panel = response.context["panel"]
    assert (panel.previous, panel.next) == (None, site.open)
    assert "HX-Push-Url" not in client.get(
        other.get_absolute_url(), headers={**headers, "HX-Current-URL": f"{current}&fact={other.pk}"}
    )
    elsewhere = client.get(other.get_absolute_url(), headers={**HTMX, "HX-Current-URL": "http://testserver/"})
    assert "HX-Push-Url" not in elsewhere


def test_a_fact_in_the_address_is_opened_beside_and_without_javascript_by_a_link(site: Site, client: Client) -> None:
    page = get(client, f"?fact={site.open.pk}").content.decode()
    assert f'class="button no-js" href="{site.open.get_absolute_url()}"' in page
    assert 'hx-trigger="load"' in page


def settle(client: Client, *facts: Fact, act: str = "accept", **headers: str) -> Any:
    return client.post(AGREED, {"act": act, "accept": tick(*facts), "view": "show=open"}, headers=headers)


def test_ticked_facts_are_settled_and_only_their_rows_come_back(site: Site, client: Client) -> None:
    facts = [site.agreed, make_agreed_fact(site.sheet, "Wounded")]
    page = get(client).content.decode()
    assert all(f'name="accept" value="{fact.pk}:{fact.version}" form="accept"' in page for fact in facts)
    response = settle(client, *facts, **HTMX)
    fragment = response.content.decode()
    assert "2 facts are settled as suggested." in fragment
    assert labels(response) == ["Arrested", "Wounded"]
    assert fragment.count("<template><tr") == fragment.count('hx-swap-oob="outerHTML"') == 2
    undone = client.post(AGREED, {"act": "undo", "done": response.context["done"]}, headers=HTMX)
    assert "2 facts are open again." in undone.content.decode()
    assert Fact.objects.filter(pk__in=[fact.pk for fact in facts], state="open").count() == 2


def test_without_javascript_the_view_stays_and_the_act_can_be_undone_there(site: Site, client: Client) -> None:
    response = settle(client, site.agreed)
    assert response["Location"].startswith(f"{MATRIX}?show=open&done=")
    page = client.get(response["Location"]).content.decode()
    assert "1 fact is settled as suggested." in page
    assert 'value="undo"' in page


def test_what_was_left_is_named(site: Site, client: Client) -> None:
    first, second = site.agreed, make_agreed_fact(site.sheet, "Wounded")
    seen = tick(first, second)
    Fact.objects.filter(pk=second.pk).update(version=99)
    response = client.post(AGREED, {"act": "accept", "accept": seen}, headers=HTMX)
    assert "1 fact is settled as suggested. Changed since, and left as they were: “Wounded”." in (
        response.content.decode()
    )


@pytest.mark.parametrize(
    "data", [{}, {"act": "accept"}, {"act": "accept", "accept": "x:y"}, {"act": "undo"}, {"act": "x"}]
)
def test_nothing_ticked_is_refused_in_words(site: Site, client: Client, data: dict[str, str]) -> None:
    assert client.post(AGREED, data).status_code == 409


def test_a_large_matrix_is_small_on_the_wire(site: Site, client: Client) -> None:
    sheet = make_large_sheet(facts=100, articles=20, at=NOON)
    body = client.get(sheet.get_absolute_url()).content
    assert body.count(b'class="figure') == 2000
    assert len(gzip.compress(body)) < 150_000


def rows_of(client: Client) -> str:
    """What the page says of the rows that it shows."""
    found = re.search(r'id="rows" name="rows" value="([^"]+)"', client.get(MATRIX).text)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("target", ["panel", "matrix"])
def test_a_fact_that_is_moved_comes_with_its_own_row_alone(site: Site, client: Client, target: str) -> None:
    headers = {**HTMX, "HX-Current-URL": f"http://testserver{MATRIX}", "HX-Target": target}
    told = {"to": "before", "beside": site.settled.pk} if target == "matrix" else {"to": "up"}
    before = labels(client.get(MATRIX))
    response = client.post(f"{site.open.get_absolute_url()}move/", {**told, "rows": rows_of(client)}, headers=headers)
    assert "HX-Trigger" not in response
    assert response.get("HX-Reswap", "") == ("none" if target == "matrix" else "")
    text = response.text
    assert re.findall(r'<tr id="fact-(\d+)" hx-swap-oob="delete">', text) == [str(site.open.pk)]
    assert re.findall(r'<tr id="fact-(\d+)" data-row', text) == [str(site.open.pk)]
    assert '<tbody hx-swap-oob="afterbegin:#rows-1">' in text
    after = labels(client.get(MATRIX))
    assert (sorted(after), after.index("Dead")) == (sorted(before), before.index("Dead") - 1)
    assert f'value="{rows_of(client)}"' in text


def test_where_the_columns_are_others_by_now_the_matrix_is_asked_for_again(site: Site, client: Client) -> None:
    shown = rows_of(client)
    make_fact_with("1", sheet=site.sheet, label="Buried")
    headers = {**HTMX, "HX-Current-URL": f"http://testserver{MATRIX}"}
    response = client.post(f"{site.open.get_absolute_url()}move/", {"to": "up", "rows": shown}, headers=headers)
    assert response["HX-Trigger"] == "facts-changed"
    response = client.post(
        f"{site.open.get_absolute_url()}move/",
        {"to": "after", "beside": site.settled.pk, "rows": shown},
        headers={**headers, "HX-Target": "matrix"},
    )
    assert response.text.count("<table") == 1
