"""The admin shows every model, costs the same however many rows there are, and changes only what it may."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, Claim, Source
from factsheet.models import (
    Act,
    Activity,
    ApiToken,
    Citation,
    Decision,
    Edition,
    Evidence,
    Fact,
    FactSheet,
    SheetArticle,
)
from tests import factories

pytestmark = pytest.mark.django_db

MAKERS = {
    Source: factories.make_source,
    Article: factories.make_article,
    Claim: factories.make_claim,
    FactSheet: factories.make_sheet,
    SheetArticle: factories.make_sheet_article,
    Fact: factories.make_fact,
    Evidence: factories.make_evidence,
    Decision: factories.make_decision,
    Citation: factories.make_citation,
    Edition: factories.make_edition,
    Activity: factories.make_activity,
    ApiToken: lambda: factories.make_token()[0],
}
MODELS = list(MAKERS)
KEPT = [Claim, SheetArticle, Evidence, Decision, Citation, Edition, Activity]
OPEN = [model for model in MODELS if model not in KEPT]

# A list takes two queries for the session and its user, one to count (bounded), one for the rows; two more find the
# first and the last day where there is a hierarchy of dates.
LIST_QUERIES = dict.fromkeys(MODELS, 4) | dict.fromkeys((Article, FactSheet, Decision, Edition), 6)

in_each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)


def _list(model, **query):
    meta = model._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist", query=query)


def _page(row, page="change"):
    meta = row._meta
    return reverse(f"admin:{meta.app_label}_{meta.model_name}_{page}", args=[row.pk])


def _form(client, address):
    """What the form at the address would send when nothing is changed in it."""
    form = client.get(address).context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    return {name: "" if value is None else value for name, value in values.items()}


@pytest.fixture
def boss(client_of, administrator):
    """A client signed in as an administrator."""
    return client_of(administrator)


def test_every_model_of_both_rooms_is_registered():
    models = {model for room in ("articles", "factsheet") for model in apps.get_app_config(room).get_models()}
    assert models == set(MAKERS)
    assert models <= set(admin.site._registry)


def test_the_admin_bears_the_name_of_the_program(boss):
    page = boss.get(reverse("admin:index"))
    assert page.context["site_header"] == "Factsheet administration"
    assert "What stands behind the desk" in page.content.decode()


@in_each_model
def test_each_list_search_and_row_opens(boss, model):
    row = MAKERS[model]()
    listed = boss.get(_list(model))
    assert listed.status_code == 200
    assert _page(row) in listed.content.decode()
    for term in ("13,000", f"#{row.pk}", "a" * 64, "nothing like it", "%_\\'\"", "#99999999999999999999"):
        assert boss.get(_list(model, q=term)).status_code == 200
    for page in ("change", "history"):
        assert boss.get(_page(row, page)).status_code == 200


@in_each_model
def test_each_row_is_found_by_its_number_and_by_nothing_else(boss, model):
    row, other = MAKERS[model](), MAKERS[model]()
    found = boss.get(_list(model, q=f"#{row.pk}")).content.decode()
    assert _page(row) in found
    assert _page(other) not in found


@in_each_model
def test_a_list_takes_the_same_queries_for_5_rows_and_for_25(boss, model, count_queries):
    counts = []
    for more in (5, 20):
        for _ in range(more):
            MAKERS[model]()
        counts.append(count_queries(lambda: boss.get(_list(model))))
    assert counts == [LIST_QUERIES[model]] * 2


@in_each_model
def test_a_list_counts_no_further_than_its_bound_and_reads_no_large_column(boss, model):
    for _ in range(2):
        MAKERS[model]()
    for query in ({}, {"q": "mission"}):
        with CaptureQueriesContext(connection) as captured:
            boss.get(_list(model, **query))
        for statement in (entry["sql"] for entry in captured):
            if "COUNT(" in statement:
                assert "LIMIT 1001" in statement
            assert '"articles_article"."text"' not in statement
            assert '"factsheet_edition"."body"' not in statement
            assert '"factsheet_decision"."weighed"' not in statement


@in_each_model
def test_a_search_reads_only_the_newest_rows(boss, model, monkeypatch):
    monkeypatch.setattr("articles.admin_base.SIFTED", 2)
    for _ in range(3):
        MAKERS[model]()
    with CaptureQueriesContext(connection) as captured:
        boss.get(_list(model, q="mission"))
    searches = [entry["sql"] for entry in captured if re.search(r"\bI?LIKE\b", entry["sql"])]
    assert searches
    column = f'"{model._meta.db_table}"."id" >='
    assert all(column in statement for statement in searches)


def test_a_filter_reads_only_the_newest_rows_of_a_list(boss, monkeypatch):
    monkeypatch.setattr("articles.admin_base.SIFTED", 2)
    article = factories.make_article("10 dead, 20 dead, 30 dead, 40 dead")
    claims = [factories.make_claim(f"{number} dead", article=article) for number in (10, 20, 30)]
    others = [factories.make_claim() for _ in range(2)]
    listed = boss.get(_list(Claim, kind__exact="quantity")).context["cl"].result_list
    assert list(listed) == others[::-1]
    of_article = boss.get(_list(Claim, kind__exact="quantity", article__id__exact=article.pk)).context["cl"].result_list
    assert list(of_article) == claims[:0:-1]
    assert len(boss.get(_list(Claim, article__id__exact=article.pk)).context["cl"].result_list) == 3


@pytest.mark.parametrize("query", [{"text__icontains": "a"}, {"noun": "a"}, {"article__text__contains": "a"}])
def test_an_address_cannot_make_a_list_filter_by_another_column(boss, query):
    assert boss.get(_list(Claim, **query)).status_code == 400


@in_each_model
def test_a_list_pages_no_further_than_its_bound(boss, model, monkeypatch):
    monkeypatch.setattr("articles.admin_base.COUNTED", 2)
    monkeypatch.setattr(admin.site._registry[model], "list_per_page", 1)
    for _ in range(3):
        MAKERS[model]()
    page = boss.get(_list(model))
    assert page.context["cl"].result_count == 2
    assert "more rows than these pages show" in page.content.decode()
    assert boss.get(_list(model, p=2)).status_code == 200
    assert boss.get(_list(model, p=3)).status_code == 302


def test_a_list_that_is_shown_whole_does_not_speak_of_more(boss):
    factories.make_source()
    assert "more rows than these pages show" not in boss.get(_list(Source)).content.decode()


@in_each_model
def test_a_list_is_sorted_only_where_an_index_serves(model):
    columns = admin.site._registry[model].sortable_by
    leading = {index.fields[0].lstrip("-") for index in model._meta.indexes if not index.condition}
    leading |= {field.name for field in model._meta.fields if field.db_index or field.unique}
    assert set(columns) <= leading


def test_an_address_cannot_make_a_list_sort_by_another_column(boss):
    with CaptureQueriesContext(connection) as captured:
        boss.get(_list(Claim, o="1.2.3"))
    assert [entry["sql"] for entry in captured][-1].endswith('ORDER BY "articles_claim"."id" DESC')


@in_each_model
def test_related_rows_are_searched_for_and_never_all_listed(rf, administrator, model):
    request = rf.get("/")
    request.user = administrator
    model_admin = admin.site._registry[model]
    relations = {field.name for field in model._meta.fields if field.is_relation}
    assert set(model_admin.get_autocomplete_fields(request)) == relations
    filters = dict(entry for entry in model_admin.get_list_filter(request) if isinstance(entry, tuple))
    assert relations <= set(filters)


def test_a_link_narrows_a_list_and_says_to_what(boss):
    claim, other = factories.make_claim(), factories.make_claim()
    page = boss.get(_list(Claim, article__id__exact=claim.article_id))
    text = page.content.decode()
    assert _page(claim) in text
    assert _page(other) not in text
    assert str(claim.article) in text
    for value in ("x", "1e9", "-1", str(10**30)):
        assert boss.get(_list(Claim, article__id__exact=value)).status_code in {200, 302}


@in_each_model
def test_each_row_leads_to_those_that_point_to_it(boss, model):
    row = MAKERS[model]()
    text = boss.get(_page(row)).content.decode()
    pointing = [
        relation.field
        for relation in model._meta.related_objects
        if not relation.field.many_to_many and relation.related_model in MAKERS
    ]
    for field in pointing:
        assert f"{_list(field.model)}?{field.name}__id__exact={row.pk}" in text


@pytest.mark.parametrize(
    ("model", "related"),
    [
        (Claim, "article"),
        (Evidence, "fact"),
        (Evidence, "sheet"),
        (Decision, "fact"),
        (Citation, "decision"),
        (Citation, "evidence"),
        (Edition, "sheet"),
        (Fact, "sheet"),
        (SheetArticle, "article"),
        (Activity, "sheet"),
        (Article, "source"),
    ],
    ids=lambda value: value if isinstance(value, str) else value._meta.model_name,
)
def test_a_list_links_to_what_its_rows_belong_to(boss, model, related):
    fact = factories.make_fact()
    row = factories.make_evidence(fact=fact) if model is Evidence else MAKERS[model]()
    assert _page(getattr(row, related)) in boss.get(_list(model)).content.decode()


@pytest.mark.parametrize("model", KEPT, ids=lambda model: model._meta.model_name)
def test_what_acts_leave_behind_is_shown_and_not_changed(boss, model):
    row = MAKERS[model]()
    assert boss.get(_list(model) + "add/").status_code == 403
    assert boss.post(_page(row), {}).status_code == 403
    page = boss.get(_page(row))
    assert not page.context["has_change_permission"]
    assert "drawn_from" not in page.content.decode()


@in_each_model
def test_nothing_is_deleted(boss, model):
    row = MAKERS[model]()
    deletable = model is Source
    assert boss.post(_page(row, "delete"), {"post": "yes"}).status_code == (302 if deletable else 403)
    listed = boss.post(_list(model), {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"})
    assert listed.status_code in {200, 302, 403}
    assert model.objects.filter(pk=row.pk).exists() is not deletable


@in_each_model
def test_whoever_is_no_staff_stays_outside(client_of, publisher, model):
    row = MAKERS[model]()
    for address in (_list(model), _page(row)):
        assert client_of(publisher).get(address).status_code == 302
        assert client_of(None).get(address).status_code == 302


@in_each_model
def test_staff_who_may_only_look_cannot_change(client_of, model):
    watcher = factories.make_user(is_staff=True)
    codename = f"view_{model._meta.model_name}"
    watcher.user_permissions.add(Permission.objects.get(codename=codename))
    client, row = client_of(watcher), MAKERS[model]()
    assert client.get(_page(row)).status_code == 200
    assert client.post(_page(row), {}).status_code == 403


@pytest.mark.parametrize(
    ("make", "change"),
    [
        (factories.make_source, {"name": "A new name"}),
        (factories.make_article, {"title": "A new title"}),
        (factories.make_sheet, {"title": "A new title"}),
        (factories.make_fact, {"label": "A new label"}),
        (lambda: factories.make_token()[0], {"name": "A new name"}),
    ],
    ids=["source", "article", "sheet", "fact", "token"],
)
def test_of_two_who_change_a_row_the_second_is_told(boss, make, change):
    row = make()
    (name, value), *_ = change.items()
    first, second = _form(boss, _page(row)), _form(boss, _page(row))
    assert boss.post(_page(row), {**first, **change}).status_code == 302
    refused = boss.post(_page(row), {**second, name: "The second name"})
    assert refused.status_code == 200
    assert "Somebody changed this while you had it open" in refused.content.decode()
    row.refresh_from_db()
    assert getattr(row, name) == value


def test_a_form_without_its_digest_saves_nothing(boss):
    source = factories.make_source("As it was")
    form = _form(boss, _page(source))
    del form["drawn_from"]
    assert boss.post(_page(source), {**form, "name": "Another"}).status_code == 200
    source.refresh_from_db()
    assert source.name == "As it was"


def test_a_save_writes_only_what_was_changed(boss):
    fact = factories.make_fact()
    form = _form(boss, _page(fact))
    with CaptureQueriesContext(connection) as captured:
        boss.post(_page(fact), {**form, "label": "A new label"})
    (update,) = [
        sql
        for sql in (entry["sql"] for entry in captured)
        if sql.startswith('UPDATE "factsheet_fact"') and "label" in sql
    ]
    assert "state" not in update.split("WHERE")[0]


def test_a_new_wording_of_a_fact_is_recorded_and_makes_its_sheet_a_draft(boss, administrator):
    sheet = factories.make_sheet(state=FactSheet.State.APPROVED, approved_at=factories.NOON)
    fact = factories.make_fact(sheet=sheet)
    boss.post(_page(fact), {**_form(boss, _page(fact)), "label": "A new label"})
    sheet.refresh_from_db()
    fact.refresh_from_db()
    assert (sheet.state, sheet.approved_at, fact.version) == (FactSheet.State.DRAFT, None, 2)
    log = Activity.objects.get(sheet=sheet)
    assert (log.act, log.actor, log.details) == (Act.FACT_CHANGED, administrator, {"changed": ["label"]})


def test_a_fact_saved_as_it_was_leaves_no_trace(boss):
    fact = factories.make_fact(as_of=date(2023, 6, 1))
    assert boss.post(_page(fact), _form(boss, _page(fact))).status_code == 302
    fact.refresh_from_db()
    assert fact.version == 1
    assert not Activity.objects.exists()


def test_a_new_title_of_a_sheet_is_recorded_and_makes_it_a_draft(boss):
    sheet = factories.make_sheet(state=FactSheet.State.PUBLISHED)
    boss.post(_page(sheet), {**_form(boss, _page(sheet)), "title": "A new title"})
    sheet.refresh_from_db()
    assert (sheet.title, sheet.state) == ("A new title", FactSheet.State.DRAFT)
    assert Activity.objects.get(sheet=sheet).act == Act.SHEET_CHANGED


def test_a_sheet_made_here_is_recorded_and_its_address_stays(boss, administrator):
    boss.post(_list(FactSheet) + "add/", {"title": "The flood", "slug": "flood", "language": "en", "summary": ""})
    sheet = FactSheet.objects.get(slug="flood")
    assert sheet.created_by == administrator
    assert Activity.objects.get(sheet=sheet).act == Act.SHEET_CREATED
    assert "slug" not in _form(boss, _page(sheet))


def test_a_token_is_shown_once_and_works(boss, client, administrator):
    factories.make_edition(factories.make_sheet(slug="flood"))
    shown = boss.post(_list(ApiToken) + "add/", {"name": "Website"})
    secret = re.search(r"fs_[\w-]{43}", shown.content.decode())[0]
    token = ApiToken.objects.get(name="Website")
    assert (token.sha256, token.created_by) == (ApiToken.digest(secret), administrator)
    assert (
        client.get("/api/sheets/flood/edition.json", headers={"Authorization": f"Bearer {secret}"}).status_code == 200
    )
    later = [boss.get(_page(token)), boss.get(_list(ApiToken)), boss.get(_page(token, "history"))]
    assert all(secret not in page.content.decode() for page in later)
    assert secret not in str(shown.cookies) + str(boss.cookies)
    assert "no-store" in shown["Cache-Control"]
    assert secret not in json.dumps(list(Activity.objects.values("subject", "details")))
    assert Activity.objects.get().act == Act.TOKEN_CREATED


def test_two_tokens_do_not_share_a_name(boss):
    factories.make_token("Website")
    again = boss.post(_list(ApiToken) + "add/", {"name": "Website"})
    assert again.context["adminform"].form.errors.keys() == {"name"}
    assert ApiToken.objects.count() == 1


def test_tokens_are_revoked_once_and_recorded(boss):
    live, gone = factories.make_token()[0], factories.make_token(revoked_at=factories.NOON)[0]
    boss.post(_list(ApiToken), {"action": "revoke", "_selected_action": [live.pk, gone.pk]})
    live.refresh_from_db()
    gone.refresh_from_db()
    assert live.revoked_at is not None
    assert gone.revoked_at == factories.NOON
    assert Activity.objects.get().act == Act.TOKEN_REVOKED


def test_an_edition_is_shown_indented_and_escaped(boss):
    body = json.dumps({"title": "<script>alert(1)</script>"}).encode()
    edition = factories.make_edition(body=body)
    text = boss.get(_page(edition)).content.decode()
    assert "{\n  &quot;title&quot;: &quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot;\n}" in text
    assert reverse("api:edition", args=[edition.sheet.slug, 1]) in text


def test_a_body_that_is_no_json_is_shown_as_it_is(boss):
    edition = factories.make_edition(body=b"\xff<b>")
    assert "<pre>\ufffd&lt;b&gt;</pre>" in boss.get(_page(edition)).content.decode()
