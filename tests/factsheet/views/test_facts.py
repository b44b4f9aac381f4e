"""The panel: deciding, reopening, weighing and moving, with and without htmx, alone and beside a colleague."""

from __future__ import annotations

import re
import sqlite3
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError
from django.test import Client

from factsheet import actions
from factsheet.models import Decision, Evidence, Fact
from tests.factories import make_claim, make_evidence, make_fact
from tests.factsheet.newsroom import add_figure, decide, make_fact_with, rows
from tests.factsheet.views.desk import HTMX, SignIn, Site, address_of, settling

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(editor: User, client_of: SignIn) -> Client:
    return client_of(editor)


def settle(site: Site, client: Client, *, headers: dict[str, str] | None = None, **changes: Any) -> Any:
    return client.post(address_of("fact-settle", site), settling(site, **changes), headers=headers or {})


def test_taking_a_claim_settles_the_fact_and_says_so(site: Site, client: Client, editor: User) -> None:
    response = settle(site, client)
    page = client.get(response.url)
    assert "The decision is saved." in page.text
    fact = Fact.objects.get(pk=site.open.pk)
    assert fact.decision is not None
    assert (fact.state, fact.decision.answer, fact.decision.editor) == ("settled", "41 troops", editor)


def test_the_fragment_brings_the_panel_the_row_of_the_matrix_and_the_outcome(site: Site, client: Client) -> None:
    response = settle(site, client, headers=HTMX)
    assert response.status_code == 200
    assert response.context["announcement"] == "The decision is saved."
    (row,) = response.context["matrix"].rows
    assert (row.fact.pk, row.fact.state) == (site.open.pk, "settled")
    assert f'id="fact-{site.open.pk}"' in response.text


BAD_FORMS: list[dict[str, str]] = [
    {"choice": ""},
    {"choice": "claim:0"},
    {"choice": "claim:²"},
    {"choice": "nonsense"},
    {"choice": "own", "answer": "", "rationale": "", "low": "41"},
    {"choice": "range", "low": "57", "high": "41"},
    {"choice": "range", "low": "1e999999", "high": "2"},
    {"choice": "disputed", "answer": "41 or 57", "rationale": "  "},
    {"choice": "not_established", "rationale": ""},
    {"choice": "left_out", "rationale": ""},
    {"version": "x"},
    {"cite": "0"},
    {"cite": "²"},
    {"answer": "x" * 501},
    {"answer": "a\x00b"},
    {"choice": "own", "answer": "41", "rationale": "I rang them.", "low": "43210"},
]


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
@pytest.mark.parametrize("changes", BAD_FORMS, ids=str)
def test_a_form_that_is_not_valid_comes_back_with_what_was_typed(
    site: Site, client: Client, changes: dict[str, str], headers: dict[str, str]
) -> None:
    before = rows()
    response = settle(site, client, headers=headers, **{"rationale": "Typed by hand.", **changes})
    assert response.status_code == 422
    assert response.context["form"].errors
    typed = changes.get("rationale", "Typed by hand.").strip()
    assert typed in response.text
    assert ("<html" in response.text) is not bool(headers)
    assert rows() == before


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
def test_who_was_overtaken_sees_both_versions_and_may_send_theirs_after(
    site: Site, client: Client, publisher: User, headers: dict[str, str]
) -> None:
    mine = settling(site, rationale="I rang the ministry.")
    decide(site.open, actions.Answer(outcome="not_established"), by=publisher, rationale="Nobody knows.")
    before = rows()
    response = client.post(address_of("fact-settle", site), mine, headers=headers)
    assert response.status_code == 409
    assert rows() == before
    assert "I rang the ministry." in response.text
    assert "Nobody knows." in response.text
    assert response.context["stale"] == "settle"
    form = response.context["form"]
    again = {**mine, "version": form["version"].value()}
    assert f'name="version" value="{again["version"]}"' in response.text
    assert client.post(address_of("fact-settle", site), again).status_code == 302
    assert Fact.objects.get(pk=site.open.pk).state == "settled"
    assert site.open.decisions.count() == 2


def test_an_answer_that_rests_on_nothing_comes_back_with_the_sentence(site: Site, client: Client) -> None:
    before = rows()
    response = settle(site, client, choice="own", answer="90 dead", low="90", rationale="I rang them.")
    assert response.status_code == 422
    assert "Cite what it rests on." in response.text
    assert "I rang them." in response.text
    assert rows() == before
    response = settle(
        site, client, choice="own", answer="90 dead", low="90", rationale="I rang them.", cite=[site.item.pk]
    )
    assert response.status_code == 302
    assert Decision.objects.latest("id").citations.get().evidence == site.item


def test_a_decided_fact_is_reopened(site: Site, client: Client) -> None:
    response = client.post(
        address_of("fact-reopen", site), {"version": site.settled.version, "rationale": "New count."}
    )
    assert "The fact is open again." in client.get(response.headers["Location"]).text
    fact = Fact.objects.get(pk=site.settled.pk)
    assert fact.state == "open"
    assert fact.decision is not None
    assert fact.decision.rationale == "New count."


@pytest.mark.parametrize("version", ["", "x", "²", "-1", "9" * 40, "999"])
def test_reopening_what_one_has_not_seen_is_stale(site: Site, client: Client, version: str) -> None:
    before = rows()
    response = client.post(address_of("fact-reopen", site), {"version": version})
    assert response.status_code == 409
    assert rows() == before


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
def test_an_open_fact_is_not_reopened_and_the_page_says_why(
    site: Site, client: Client, headers: dict[str, str]
) -> None:
    before = rows()
    address = address_of("fact-settle", site).replace("settle", "reopen")
    response = client.post(address, {"version": site.open.version}, headers=headers)
    assert response.status_code == 409
    assert "This fact is open already." in response.text
    assert ("HX-Retarget" in response.headers) is bool(headers)
    assert rows() == before


def weigh(site: Site, client: Client, item: Evidence, *, headers: dict[str, str] | None = None, **data: Any) -> Any:
    data = {"evidence": item.pk, **data}
    return client.post(f"/sheets/mission/facts/{item.fact_id}/weigh/", data, headers=headers or {})


def test_evidence_is_weighed_and_the_fact_stands_anew(site: Site, client: Client, editor: User) -> None:
    response = weigh(site, client, site.item, stance="set_aside", reason="A plan.", headers=HTMX)
    assert response.context["announcement"] == "The evidence is weighed."
    site.item.refresh_from_db()
    assert (site.item.stance, site.item.reason, site.item.weighed_by) == ("set_aside", "A plan.", editor)


@pytest.mark.parametrize(
    "data", [{}, {"stance": "nonsense"}, {"stance": "set_aside"}, {"stance": "set_aside", "reason": " \x00"}]
)
def test_a_judgement_that_is_none_is_refused_with_why(site: Site, client: Client, data: dict[str, Any]) -> None:
    before = rows()
    response = weigh(site, client, site.item, **data)
    assert response.status_code == 409
    assert rows() == before


def test_evidence_moves_to_another_fact(site: Site, client: Client) -> None:
    response = weigh(site, client, site.item, fact=site.settled.pk)
    assert f"/facts/{site.open.pk}/?after=" in response.url
    assert "The claim is moved to “Troops”." in client.get(response.url).text
    site.item.refresh_from_db()
    assert site.item.fact == site.settled


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
def test_moving_the_last_claim_of_a_proposed_fact_shows_where_it_went(
    site: Site, client: Client, headers: dict[str, str]
) -> None:
    item = add_figure(make_fact("Proposed", sheet=site.sheet, proposed=True), "41")
    response = weigh(site, client, item, fact=site.open.pk, headers=headers)
    assert not Fact.objects.filter(label="Proposed").exists()
    if headers:
        assert response.context["fact"].pk == site.open.pk
    else:
        assert client.get(response.url).status_code == 200


@pytest.mark.parametrize("fact", ["999999", "9" * 18, "²", "x", "-1", "9" * 40])
def test_evidence_does_not_move_to_a_fact_that_is_not_on_the_sheet(site: Site, client: Client, fact: str) -> None:
    before = rows()
    for wanted in (fact, str(make_fact().pk)):
        refused = weigh(site, client, site.item, fact=wanted, stance="supports")
        assert (refused.status_code, "not on this sheet" in refused.text) == (409, True)
    assert rows()["Evidence"] == before["Evidence"]


def test_a_new_fact_needs_a_name_and_a_kind(site: Site, client: Client) -> None:
    before = rows()
    for data in (
        {"label": "", "kind": "money"},
        {"label": "Paid", "kind": "nonsense"},
        {"label": "x" * 201, "kind": "money"},
    ):
        response = client.post("/sheets/mission/facts/new/", data)
        assert response.status_code == 422
        assert response.context["form"].errors
    assert rows() == before


def test_a_change_that_was_overtaken_comes_back_and_can_be_sent_again(
    site: Site, client: Client, publisher: User
) -> None:
    data = {"label": "The dead of the mission", "version": site.open.version}
    decide(site.open, actions.Answer(outcome="not_established"), by=publisher)
    response = client.post(address_of("fact-change", site), data)
    assert response.status_code == 409
    assert "The dead of the mission" in response.text
    data["version"] = response.context["form"]["version"].value()
    assert client.post(address_of("fact-change", site), data).status_code == 302
    assert Fact.objects.get(pk=site.open.pk).label == "The dead of the mission"


def test_a_reader_sees_the_panel_without_its_forms(site: Site, reporter: User, client_of: SignIn) -> None:
    response = client_of(reporter).get(address_of("fact", site))
    assert "Ask an administrator" in response.context["cannot_settle"]
    actions_of = set(re.findall(r'action="/sheets/mission/facts/\d+/(\w+)/', response.text))
    assert actions_of == {"comments"}


def test_a_quotation_and_an_unread_date_are_shown(site: Site, client: Client) -> None:
    fact = make_fact("Said", sheet=site.sheet, kind="quote", unit="")
    make_evidence(make_claim("without delay", kind="quote"), fact=fact)
    date = make_fact("When", sheet=site.sheet, kind="date", unit="")
    unread = make_evidence(make_claim("last Friday", kind="date", needs_published=True), fact=date)
    assert client.get(f"/sheets/mission/facts/{fact.pk}/").status_code == 200
    page = client.get(f"/sheets/mission/facts/{date.pk}/")
    assert f'value="claim:{unread.pk}"' not in page.text


def test_a_fact_with_many_claims_has_its_panel(site: Site, client: Client) -> None:
    fact = make_fact_with(*(str(13000 + n) for n in range(12)), sheet=site.sheet, label="Many")
    response = client.get(f"/sheets/mission/facts/{fact.pk}/", headers=HTMX)
    assert len(response.context["panel"].items) == 12


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_database_that_is_busy_says_that_nothing_was_saved(
    site: Site, client: Client, headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_named: object) -> None:
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise OperationalError("database is locked") from error

    monkeypatch.setattr("factsheet.actions.decide", refuse)
    response = client.post(f"/sheets/mission/facts/{site.open.pk}/settle/", settling(site), headers=headers)
    assert response.status_code == 503
    assert "Nothing was saved" in response.text
    assert ("HX-Retarget" in response.headers) is bool(headers)
