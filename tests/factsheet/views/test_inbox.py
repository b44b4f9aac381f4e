"""The inbox: claims sorted by plain forms and by htmx, one or many at once."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from factsheet.models import Activity, Evidence, Fact
from tests.factories import make_claim, make_evidence, make_fact
from tests.factsheet.newsroom import add_figure, rows
from tests.factsheet.views.desk import HTMX, SignIn, Site

pytestmark = pytest.mark.django_db


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
    response = sort(client, site.candidate, act="accept", view="show=proposed", headers=HTMX)
    assert response.context["announcement"] == "1 claim is sorted."
    assert [item.evidence.claim.text for item in response.context["inbox"].items] == ["8 troops"]
    assert response.context["inbox"].wanted.show == "proposed"
    # The counts above the sheet ride along.
    assert '<span id="to-sort" class="count count-alert" hx-swap-oob="true">2</span>' in response.text


def test_an_act_brings_only_what_it_changed(site: Site, client: Client) -> None:
    for number in range(60):
        make_evidence(make_claim(f"{number} carts"), sheet=site.sheet)
    page = client.get("/sheets/mission/inbox/")
    first, *others = [item.evidence.pk for item in page.context["inbox"].items]
    chosen = Evidence.objects.get(pk=first)
    answer = sort(client, chosen, act="reject", reason="x", shown=page.context["shown"], headers=HTMX)
    assert answer["HX-Reswap"] == "none"
    last = answer.context["inbox"].items[-1].evidence.pk
    assert f'<div id="item-{first}" hx-swap-oob="delete"></div>' in answer.text
    assert f'<ul hx-swap-oob="afterend:#item-{others[-1]}">' in answer.text
    assert re.findall(r'<li class="item" id="item-(\d+)"', answer.text) == [str(last)]
    # What it brought is what the next act starts from.
    act = answer.context["inbox"].last_act.pk
    answer = sort(client, act="undo", undo=act, shown=answer.context["shown"], headers=HTMX)
    assert re.findall(r'<li class="item" id="item-(\d+)"', answer.text) == [str(first)]
    assert f'<div id="item-{last}" hx-swap-oob="delete"></div>' in answer.text


@pytest.mark.parametrize("shown", ["", "all.0:1.0", "nonsense", "all.0:" + "9" * 30])
def test_where_nothing_stays_all_comes_anew(site: Site, client: Client, shown: str) -> None:
    answer = sort(client, site.candidate, act="accept", shown=shown, headers=HTMX)
    assert "HX-Reswap" not in answer
    assert '<div id="items">' in answer.text


def test_after_a_plain_form_one_is_back_on_the_list_one_came_from(site: Site, client: Client) -> None:
    view = "group=fact&show=proposed&evil=1"
    assert (
        sort(client, site.candidate, act="accept", view=view).url == "/sheets/mission/inbox/?show=proposed&group=fact"
    )
    assert sort(client, waiting(), act="reject", reason="x", view="//evil.example").url == "/sheets/mission/inbox/"


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
    assert f'href="?{page.next.replace("&", "&amp;")}"' in first.text
    second = client.get(f"/sheets/mission/inbox/?{page.next}")
    assert len(second.context["inbox"].items) == 11


def test_all_above_a_confidence_are_accepted_by_one_act(site: Site, client: Client) -> None:
    unsure = add_figure(site.open, "43", state="candidate", confidence="0.40")
    page = client.get("/sheets/mission/inbox/?confidence=75").text
    assert "Accept all 2 as proposed" in page
    assert "100% sure" in page
    assert "Accept all 3 as proposed" in client.get("/sheets/mission/inbox/").text
    assert "2 claims are sorted." in sort(client, act="accept-all", wanted="confidence=75", headers=HTMX).text
    states = {item: Evidence.objects.get(pk=item.pk).state for item in (site.candidate, unsure, waiting())}
    assert list(states.values()) == ["accepted", "candidate", "candidate"]
    response = sort(client, act="accept-all", wanted="confidence=75")
    assert "None of these claims waits with a proposed place any more." in response.text


def test_a_group_is_accepted_by_one_act(site: Site, client: Client) -> None:
    add_figure(site.open, "43", state="candidate")
    group = client.get("/sheets/mission/inbox/?group=fact").context["inbox"].groups[0]
    sort(client, act="accept-all", wanted=group.wanted)
    assert not site.open.evidence.filter(state="candidate").exists()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"reject": "Said twice"}, "Said twice"),
        ({"reject": "Said twice", "reason": "A year."}, "A year."),
        ({"act": "", "reason": "A year."}, "A year."),
        ({"act": "reject", "reject": "", "reason": "A year."}, "A year."),
    ],
)
def test_a_reason_is_chosen_or_typed(site: Site, client: Client, data: dict[str, Any], reason: str) -> None:
    sort(client, waiting(), **data)
    assert (waiting().state, waiting().reason) == ("rejected", reason)


def test_a_form_sent_from_a_field_does_what_the_field_is_for(site: Site, client: Client) -> None:
    sort(client, site.candidate, act="", label="Vehicles")
    assert Evidence.objects.get(pk=site.candidate.pk).fact == Fact.objects.get(label="Vehicles")
    sort(client, site.candidate, act="", fact=site.open.pk)
    assert Evidence.objects.get(pk=site.candidate.pk).fact == site.open


def test_what_was_rejected_says_by_whom_when_and_why(site: Site, client: Client, reporter: User) -> None:
    sort(client, waiting(), reject="Said twice")
    page = client.get("/sheets/mission/inbox/?show=rejected").text
    assert "Said twice" in page
    assert f"{reporter.username} · <time" in page


def test_the_last_act_is_undone_by_one_act_and_done_again_by_another(site: Site, client: Client) -> None:
    both = [site.candidate, waiting()]
    before = [(item.fact_id, "candidate", "") for item in both]
    after = [(None, "rejected", "Said twice")] * 2
    sort(client, *both, reject="Said twice")
    for stand in (before, after, before):
        page = client.get("/sheets/mission/inbox/")
        act = page.context["inbox"].last_act
        lines = Activity.objects.count()
        assert "2 claims" in page.text
        assert "It is undone." in sort(client, act="undo", undo=act.pk, headers=HTMX).text
        assert Activity.objects.count() == lines + 1
        found = Evidence.objects.in_bulk([item.pk for item in both])
        assert [(found[item.pk].fact_id, found[item.pk].state, found[item.pk].reason) for item in both] == stand


def test_what_was_sorted_again_since_is_not_undone(site: Site, client: Client) -> None:
    sort(client, site.candidate, waiting(), act="new", label="Vehicles")
    together = Activity.objects.get(act="claim.placed")
    sort(client, waiting(), act="reject", reject="Said twice")
    response = sort(client, act="undo", undo=together.pk)
    assert response.status_code == 409
    assert "Something was done here since." in response.text


def test_only_an_act_of_the_inbox_on_this_sheet_is_undone_here(site: Site, client: Client) -> None:
    sort(client, make_evidence(), act="reject", reject="Said twice")
    for act in (site.settling.pk, 0, "²"):
        assert sort(client, act="undo", undo=act).status_code == 404


def test_a_figure_leads_to_its_marked_sentence(site: Site, client: Client) -> None:
    claim = site.candidate.claim
    link = f'<a href="/sheets/mission/articles/{claim.article_id}/#claim-{claim.pk}"><mark>{claim.text}</mark></a>'
    assert link in client.get("/sheets/mission/inbox/").text
