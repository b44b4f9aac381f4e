"""A sheet goes to review and is published: what each step refuses, and how that is said."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from factsheet.models import Activity, Edition, FactSheet
from tests.factories import make_user
from tests.factsheet.newsroom import make_ready_sheet, rows
from tests.factsheet.views.desk import HTMX, SignIn, make_site

pytestmark = pytest.mark.django_db

STEPS = {"submit": "draft", "send-back": "in_review", "approve": "in_review", "publish": "approved"}


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "fragment"])
@pytest.mark.parametrize("step", STEPS)
def test_a_step_from_another_state_is_refused_with_why(
    publisher: User, client_of: SignIn, step: str, headers: dict[str, str]
) -> None:
    sheet = make_ready_sheet(by=make_user(), state="published")
    before = rows()
    response = client_of(publisher).post(f"/sheets/{sheet.slug}/review/{step}/", {"comment": "x"}, headers=headers)
    assert response.status_code == 409
    assert "This sheet is now “published”, so that cannot be done." in response.text
    assert ("HX-Retarget" in response.headers) is bool(headers)
    assert rows() == before


@pytest.mark.parametrize("step", ["submit", "approve", "publish"])
def test_no_step_passes_over_an_open_conflict(publisher: User, client_of: SignIn, step: str) -> None:
    site = make_site()
    site.move(STEPS[step])
    FactSheet.objects.update(facts_in_conflict=2)
    before = rows()
    response = client_of(publisher).post(f"/sheets/mission/review/{step}/")
    assert response.status_code == 409
    assert "2 facts are in conflict. That has to be settled, or left out, first." in response.text
    assert rows() == before


def test_who_settled_a_fact_cannot_approve_it(publisher: User, client_of: SignIn) -> None:
    sheet = make_ready_sheet(by=publisher, state="in_review")
    address = f"/sheets/{sheet.slug}/review/"
    client = client_of(publisher)
    page = client.post(f"{address}approve/", follow=True)
    assert "1 line is left for a colleague, since you had a hand in it" in page.text
    assert "You settled this line yourself. Somebody else has to approve it." in page.text
    assert FactSheet.objects.get(pk=sheet.pk).state == "in_review"
    response = client.post(f"{address}approve/")
    assert response.status_code == 409
    assert "Somebody else has to approve it." in response.text


@pytest.mark.parametrize("comment", ["", "  ", "\x00"])
def test_sending_back_needs_a_word(publisher: User, client_of: SignIn, comment: str) -> None:
    sheet = make_ready_sheet(by=make_user(), state="in_review")
    response = client_of(publisher).post(f"/sheets/{sheet.slug}/review/send-back/", {"comment": comment})
    assert response.status_code == 409
    assert "Say what has to change" in response.text


def test_the_page_gives_each_step_or_the_reason_against_it(editor: User, client_of: SignIn) -> None:
    sheet = make_ready_sheet(by=make_user())
    cannot = client_of(editor).get(f"/sheets/{sheet.slug}/review/").context["cannot"]
    assert cannot["submit"] == ""
    assert all("Ask an administrator" in cannot[step] for step in ("send_back", "approve", "publish"))


def test_the_whole_way_from_a_draft_to_an_edition(editor: User, publisher: User, client_of: SignIn) -> None:
    sheet = make_ready_sheet(by=editor)
    address = f"/sheets/{sheet.slug}/review/"
    settles, approves = client_of(editor), client_of(publisher)
    assert settles.post(f"{address}submit/").headers["Location"] == address
    assert approves.post(f"{address}send-back/", {"comment": "Name the source."}).headers["Location"] == address
    assert "Name the source." in settles.get(address).text
    settles.post(f"{address}submit/")
    approves.post(f"{address}approve/")
    response = approves.post(f"{address}publish/", {"note": " First\x00. "})
    edition = Edition.objects.get()
    assert response.headers["Location"] == edition.get_absolute_url()
    assert edition.note == "First."
    page = approves.get(response.headers["Location"])
    assert "Edition 1 is published." in page.text
    assert page.context["content"].facts[0].label == "Troops"
    acts = ["sheet.submitted", "sheet.sent_back", "sheet.submitted", "sheet.approved", "sheet.published"]
    assert list(Activity.objects.order_by("id").values_list("act", flat=True))[-5:] == acts
    assert approves.post(f"{address}publish/").status_code == 409
    assert Edition.objects.count() == 1
