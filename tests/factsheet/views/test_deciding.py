"""The acts of the panel besides the decision itself: in one key, undone, split, merged, handed on and talked about."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from factsheet import actions
from factsheet.models import Fact
from tests.factories import make_article, make_claim, make_evidence, make_fact, make_user
from tests.factsheet.newsroom import LATER, decide, make_fact_with, rows
from tests.factsheet.views.desk import HTMX, SignIn, Site

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(editor: User, client_of: SignIn) -> Client:
    return client_of(editor)


def post(client: Client, fact: Fact, where: str, /, *, headers: dict[str, str] | None = None, **data: Any) -> Any:
    return client.post(f"/sheets/mission/facts/{fact.pk}/{where}/", data, headers=headers or {})


def agree(site: Site, label: str, *figures: str) -> Fact:
    fact = make_fact_with(*figures, sheet=site.sheet, label=label)
    actions.weigh(fact.evidence.order_by("pk")[0], stance="", by=make_user(role="Editor"), at=LATER)
    fact.refresh_from_db()
    assert fact.is_agreed
    return fact


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
def test_what_is_agreed_is_settled_by_one_button_that_goes_on_and_can_be_undone_there(
    site: Site, client: Client, headers: dict[str, str]
) -> None:
    first, second = agree(site, "Trucks", "7", "7.0"), agree(site, "Vans", "9", "9.0")
    shown = client.get(first.get_absolute_url())
    assert 'name="choice" value="agreed"' in shown.text
    response = post(client, first, "settle", headers=headers, choice="agreed", version=first.version)
    if not headers:
        response = client.get(response.url)
    first.refresh_from_db()
    assert (first.state, response.context["fact"]) == ("settled", second)
    assert "“Trucks” is settled as suggested." in response.text
    last = response.context["last_act"]
    response = post(client, second, "undo", headers=headers, act=last.pk)
    first.refresh_from_db()
    assert first.state == "open"
    if headers:
        assert (response.context["fact"], response.headers["HX-Trigger"]) == (first, "facts-changed")
    else:
        assert response.url == first.get_absolute_url()


def test_a_fact_in_conflict_has_no_such_button(site: Site, client: Client) -> None:
    fact = make_fact_with("7", "900", sheet=site.sheet, status="conflict")
    assert 'value="agreed"' not in client.get(fact.get_absolute_url()).text
    assert post(client, fact, "settle", choice="agreed", version=fact.version).status_code == 422


def test_a_split_shows_the_fact_and_a_merger_the_one_that_stays(site: Site, client: Client) -> None:
    response = post(client, site.open, "split", evidence=site.item.pk, scope="soldiers only", version=site.open.version)
    assert response.url == site.open.get_absolute_url()
    new = Fact.objects.get(scope="soldiers only")
    assert "A new fact counts “soldiers only”." in client.get(response.url).text
    response = post(client, new, "merge", into=site.open.pk, version=new.version, headers=HTMX)
    assert (response.context["fact"], response.headers["HX-Trigger"]) == (site.open, "facts-changed")
    assert "is merged into this fact" in response.text


@pytest.mark.parametrize(("act", "data"), [("split", {"scope": "x"}), ("merge", {})])
def test_who_was_overtaken_splits_and_merges_nothing(
    site: Site, client: Client, act: str, data: dict[str, Any]
) -> None:
    before = rows()
    data = {"evidence": site.item.pk, "into": site.settled.pk, "version": site.open.version + 1, **data}
    response = post(client, site.open, act, **data)
    assert (response.status_code, response.context["stale"]) == (409, act)
    assert rows() == before


@pytest.mark.parametrize("act", ["", "0", "x", "²", "9" * 40])
def test_an_act_that_is_none_is_not_undone(site: Site, client: Client, act: str) -> None:
    assert post(client, site.open, "undo", act=act).status_code == 404


def test_an_act_on_another_sheet_is_not_undone_here(site: Site, client: Client, editor: User) -> None:
    other = make_fact_with("7", label="Elsewhere")
    decide(other, "7", by=editor)
    assert post(client, site.open, "undo", act=other.sheet.activity.latest("id").pk).status_code == 404


def test_only_who_may_settle_is_assigned_a_fact(site: Site, client: Client, editor: User, reporter: User) -> None:
    refused = post(client, site.open, "assign", to=reporter.pk)
    assert (refused.status_code, "Choose somebody who may settle" in refused.text) == (409, True)
    page = client.get(post(client, site.open, "assign", to=editor.pk).url)
    assert f"The fact is assigned to {editor}." in page.text
    assert Fact.objects.get(pk=site.open.pk).assigned_to == editor


def test_a_comment_is_shown_until_who_made_it_takes_it_back(
    site: Site, client: Client, reporter: User, client_of: SignIn
) -> None:
    theirs = client_of(reporter)
    page = theirs.get(post(theirs, site.open, "comments", text="<b>Ring</b> the ministry.").url)
    assert "&lt;b&gt;Ring&lt;/b&gt; the ministry." in page.text
    (said,) = site.open.comments.all()
    assert 'name="withdraws"' in page.text
    assert 'name="withdraws"' not in client.get(site.open.get_absolute_url()).text
    assert post(client, site.open, "comments", withdraws=said.pk).status_code == 409
    page = theirs.get(post(theirs, site.open, "comments", withdraws=said.pk).url)
    assert "Ring" not in page.context["panel"].comments
    assert page.context["panel"].comments == []


def test_the_history_says_what_each_decision_changed(site: Site, client: Client, editor: User) -> None:
    fact = make_fact_with("7", "9", sheet=site.sheet)
    decide(fact, actions.Answer(outcome="disputed", text="seven trucks or more"), by=editor, rationale="Counted once.")
    decide(fact, actions.Answer(outcome="disputed", text="nine trucks or more"), by=editor, rationale="Counted twice.")
    text = client.get(fact.get_absolute_url()).text
    mark = r'<a class="traced" href="[^"]+#claim-\d+">'
    assert re.search(
        rf"{mark}<del>.{{0,60}}seven</del></a>{mark}<ins>.{{0,60}}nine</ins></a>{mark} trucks or more", text
    )
    assert re.search(r"Counted<del>.{0,60} once.</del><ins>.{0,60} twice.</ins>", text)


def test_a_fact_that_waits_for_a_source_says_whom_to_ask(site: Site, client: Client) -> None:
    data = {
        "label": "The port is closed", "kind": "statement", "question": "Since when?", "ask_whom": "the harbour master",
        "heading": "The port",
    }  # fmt: skip
    response: Any = client.post("/sheets/mission/facts/new/", data)
    assert "Ask the harbour master: “Since when?”" in client.get(response.url).text
    assert '<option value="The port">' in client.get("/sheets/mission/facts/new/").text


def test_more_of_the_text_stands_around_the_sentence(site: Site, client: Client) -> None:
    words = " ".join(f"word{number}" for number in range(200))
    article = make_article(f"{words}\n\nThey have 77 trucks.\n\n{words}")
    start = article.text.index("They")
    claim = make_claim("77 trucks", article=article, sentence_start=start, sentence_end=start + 20)
    fact = make_evidence(claim, fact=make_fact(sheet=site.sheet)).fact
    assert fact is not None
    (item,) = client.get(fact.get_absolute_url()).context["panel"].items
    for passage in (item.said_before, item.said_after):
        assert 300 < len(passage) <= 400
        assert set(passage.split()) <= set(words.split())
