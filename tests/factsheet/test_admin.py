"""The admin opens every model, and changes only what it may, with its record."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Claim, Source, VagueNumber
from factsheet.models import (
    DERIVED,
    Act,
    Activity,
    ApiToken,
    Citation,
    Comment,
    Decision,
    Delivery,
    Edition,
    Evidence,
    FactSheet,
    GivenPassword,
    Letter,
    LineVerdict,
    MailWish,
    Membership,
    Notice,
    Ruling,
    Session,
    SheetArticle,
    Watch,
)
from tests import factories
from tests.factsheet.admin_rows import MAKERS, form_of, in_each_model, list_of, page_of

pytestmark = pytest.mark.django_db

KEPT = [Article, Claim, SheetArticle, Evidence, Decision, Citation, Ruling, Comment, Edition, Activity]


@pytest.fixture
def boss(client_of: Callable[[User], Client], administrator: User) -> Any:
    """A client signed in as an administrator."""
    return client_of(administrator)


def test_every_model_of_both_rooms_is_registered() -> None:
    models = {model for room in ("articles", "factsheet") for model in apps.get_app_config(room).get_models()}
    # Who sees a sheet is said on a screen of its own, by those who answer for the sheet.
    models -= {*DERIVED, GivenPassword, Membership, Session}
    # What reviewers say of lines stands in the review.
    models.remove(LineVerdict)
    # What was sent where stands beside the edition; what somebody is told is theirs alone.
    models -= {Delivery, Watch, Notice, Letter, MailWish}
    assert models == set(MAKERS)
    assert models <= set(admin.site._registry)


def test_the_admin_bears_the_name_of_the_program(boss: Client) -> None:
    page = boss.get(reverse("admin:index"))
    assert page.context["site_header"] == "Factsheet administration"
    assert "What stands behind the desk" in page.content.decode()


@in_each_model
def test_each_list_search_and_row_opens(boss: Client, model: Any) -> None:
    row = MAKERS[model]()
    listed = boss.get(list_of(model))
    assert listed.status_code == 200
    assert page_of(row) in listed.content.decode()
    for term in ("13,000", f"#{row.pk}", "a" * 64, "nothing like it", "%_\\'\"", "#99999999999999999999"):
        assert boss.get(list_of(model, q=term)).status_code == 200
    for page in ("change", "history"):
        assert boss.get(page_of(row, page)).status_code == 200


@in_each_model
def test_each_row_is_found_by_its_number_and_by_nothing_else(boss: Client, model: Any) -> None:
    row, other = MAKERS[model](), MAKERS[model]()
    found = boss.get(list_of(model, q=f"#{row.pk}")).content.decode()
    assert page_of(row) in found
    assert page_of(other) not in found


@pytest.mark.parametrize("model", KEPT, ids=lambda model: model._meta.model_name)
def test_what_acts_leave_behind_is_shown_and_not_changed(boss: Client, model: Any) -> None:
    row = MAKERS[model]()
    assert boss.get(list_of(model) + "add/").status_code == 403
    assert boss.post(page_of(row), {}).status_code == 403
    page = boss.get(page_of(row))
    assert not page.context["has_change_permission"]
    assert "drawn_from" not in page.content.decode()


@in_each_model
def test_nothing_is_deleted(boss: Client, model: Any) -> None:
    row = MAKERS[model]()
    deletable = model in {Source, VagueNumber}
    assert boss.post(page_of(row, "delete"), {"post": "yes"}).status_code == (302 if deletable else 403)
    listed = boss.post(list_of(model), {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"})
    assert listed.status_code in {200, 302, 403}
    assert model.objects.filter(pk=row.pk).exists() is not deletable


@in_each_model
def test_whoever_is_no_staff_stays_outside(
    client_of: Callable[[User | None], Client], publisher: User, model: Any
) -> None:
    row = MAKERS[model]()
    for address in (list_of(model), page_of(row)):
        assert client_of(publisher).get(address).status_code == 403
        assert client_of(None).get(address).status_code == 302


@in_each_model
def test_staff_who_may_only_look_cannot_change(client_of: Callable[[User], Client], model: Any) -> None:
    watcher = factories.make_user(is_staff=True)
    codename = f"view_{model._meta.model_name}"
    watcher.user_permissions.add(Permission.objects.get(codename=codename))
    client, row = client_of(watcher), MAKERS[model]()
    assert client.get(page_of(row)).status_code == 200
    assert client.post(page_of(row), {}).status_code == 403


@pytest.mark.parametrize(
    ("make", "change"),
    [
        (factories.make_source, {"name": "A new name"}),
        (factories.make_sheet, {"title": "A new title"}),
        (factories.make_fact, {"label": "A new label"}),
        (lambda: factories.make_token()[0], {"name": "A new name"}),
    ],
    ids=["source", "sheet", "fact", "token"],
)
def test_of_two_who_change_a_row_the_second_is_told(boss: Client, make: Any, change: Any) -> None:
    row = make()
    (name, value), *_ = change.items()
    first, second = form_of(boss, page_of(row)), form_of(boss, page_of(row))
    assert boss.post(page_of(row), {**first, **change}).status_code == 302
    refused = boss.post(page_of(row), {**second, name: "The second name"})
    assert refused.status_code == 409
    assert "Somebody changed this while you had it open" in refused.content.decode()
    row.refresh_from_db()
    assert getattr(row, name) == value
    again = refused.context["adminform"].form
    assert f"somebody made it “{value}”" in str(again.errors[name])
    assert again[name].value() == "The second name"
    assert (
        boss.post(
            page_of(row), {**second, **{field: again[field].value() for field in (name, "drawn_from")}}
        ).status_code
        == 302
    )
    row.refresh_from_db()
    assert getattr(row, name) == "The second name"


def test_a_form_without_its_digest_saves_nothing(boss: Client) -> None:
    source = factories.make_source("As it was")
    form = form_of(boss, page_of(source))
    del form["drawn_from"]
    assert boss.post(page_of(source), {**form, "name": "Another"}).status_code == 409
    source.refresh_from_db()
    assert source.name == "As it was"


def test_a_save_writes_only_what_was_changed(boss: Client) -> None:
    fact = factories.make_fact()
    form = form_of(boss, page_of(fact))
    with CaptureQueriesContext(connection) as captured:
        boss.post(page_of(fact), {**form, "label": "A new label"})
    (update,) = [
        sql
        for sql in (entry["sql"] for entry in captured)
        if sql.startswith('UPDATE "factsheet_fact"') and "label" in sql
    ]
    assert "state" not in update.split("WHERE")[0]


def test_a_new_wording_of_a_fact_is_recorded_and_makes_its_sheet_a_draft(boss: Client, administrator: User) -> None:
    sheet = factories.make_sheet(state=FactSheet.State.APPROVED, approved_at=factories.NOON)
    fact = factories.make_fact(sheet=sheet)
    boss.post(page_of(fact), {**form_of(boss, page_of(fact)), "label": "A new label"})
    sheet.refresh_from_db()
    fact.refresh_from_db()
    assert (sheet.state, sheet.approved_at, fact.version) == (FactSheet.State.DRAFT, None, 2)
    log = Activity.objects.get(sheet=sheet)
    assert (log.act, log.actor, log.channel) == (Act.FACT_CHANGED, administrator, "admin")
    assert log.details == {"before": {"label": "Troops of the mission"}, "after": {"label": "A new label"}}


def test_a_fact_saved_as_it_was_leaves_no_trace(boss: Client) -> None:
    fact = factories.make_fact(as_of=date(2023, 6, 1))
    assert boss.post(page_of(fact), form_of(boss, page_of(fact))).status_code == 302
    fact.refresh_from_db()
    assert fact.version == 1
    assert not Activity.objects.exists()


def test_a_new_title_of_a_sheet_is_recorded_and_makes_it_a_draft(boss: Client) -> None:
    sheet = factories.make_sheet(state=FactSheet.State.PUBLISHED)
    boss.post(page_of(sheet), {**form_of(boss, page_of(sheet)), "title": "A new title"})
    sheet.refresh_from_db()
    assert (sheet.title, sheet.state) == ("A new title", FactSheet.State.DRAFT)
    assert Activity.objects.get(sheet=sheet).act == Act.SHEET_CHANGED


def test_a_sheet_made_here_is_recorded_and_its_address_stays(boss: Client, administrator: User) -> None:
    boss.post(list_of(FactSheet) + "add/", {"title": "The flood", "slug": "flood", "language": "en", "summary": ""})
    sheet = FactSheet.objects.get(slug="flood")
    assert sheet.created_by == administrator
    assert Activity.objects.get(sheet=sheet).act == Act.SHEET_CREATED
    assert "slug" not in form_of(boss, page_of(sheet))


def test_a_token_is_shown_once_and_works(boss: Client, client: Client, administrator: User) -> None:
    factories.make_edition(factories.make_sheet(slug="flood"))
    shown = boss.post(list_of(ApiToken) + "add/", {"name": "Website"})
    (secret,) = set(re.findall(r"fs_[\w-]{43}", shown.content.decode()))
    token = ApiToken.objects.get(name="Website")
    assert (token.sha256, token.created_by) == (ApiToken.digest(secret), administrator)
    assert (
        client.get("/api/sheets/flood/edition.json", headers={"Authorization": f"Bearer {secret}"}).status_code == 200
    )
    later = [boss.get(page_of(token)), boss.get(list_of(ApiToken)), boss.get(page_of(token, "history"))]
    assert all(secret not in page.content.decode() for page in later)
    assert secret not in str(shown.cookies) + str(boss.cookies)
    assert "no-store" in shown["Cache-Control"]
    assert secret not in json.dumps(list(Activity.objects.values("subject", "details")))
    assert Activity.objects.get().act == Act.TOKEN_CREATED


def test_two_tokens_do_not_share_a_name(boss: Client) -> None:
    factories.make_token("Website")
    again = boss.post(list_of(ApiToken) + "add/", {"name": "Website"})
    assert again.context["adminform"].form.errors.keys() == {"name"}
    assert ApiToken.objects.count() == 1


def test_tokens_are_revoked_once_and_recorded(boss: Client) -> None:
    live, gone = factories.make_token()[0], factories.make_token(revoked_at=factories.NOON)[0]
    boss.post(list_of(ApiToken), {"action": "revoke", "_selected_action": [live.pk, gone.pk]})
    live.refresh_from_db()
    gone.refresh_from_db()
    assert live.revoked_at is not None
    assert gone.revoked_at == factories.NOON
    assert Activity.objects.get().act == Act.TOKEN_REVOKED


def test_the_list_of_editions_says_which_corrected_the_one_before(boss: Client) -> None:
    first = factories.make_edition()
    factories.make_edition(first.sheet, kind="correction", note="It was wrong.")
    assert '<td class="field-kind">correction</td>' in boss.get(list_of(Edition)).content.decode()


def test_an_edition_is_shown_indented_and_escaped(boss: Client) -> None:
    body = json.dumps({"title": "<script>alert(1)</script>"}).encode()
    edition = factories.make_edition(body=body)
    text = boss.get(page_of(edition)).content.decode()
    assert "{\n  &quot;title&quot;: &quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot;\n}" in text
    assert reverse("api:edition", args=[edition.sheet.slug, 1]) in text


def test_a_body_that_is_no_json_is_shown_as_it_is(boss: Client) -> None:
    edition = factories.make_edition(body=b"\xff<b>")
    assert "<pre>\ufffd&lt;b&gt;</pre>" in boss.get(page_of(edition)).content.decode()
