"""A list of the admin costs the same however many rows there are, and leads to what its rows belong to."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Claim, Source, VagueNumber
from factsheet.models import (
    Activity,
    Citation,
    Decision,
    Edition,
    Evidence,
    Fact,
    FactSheet,
    PolicyChoice,
    SheetArticle,
)
from tests import factories
from tests.factsheet.admin_rows import MAKERS, MODELS, in_each_model, list_of, page_of

pytestmark = pytest.mark.django_db

# A list takes two queries for the session and its user, one to count (bounded), one for the rows; two more find the
# first and the last day where there is a hierarchy of dates.
LIST_QUERIES = dict.fromkeys(MODELS, 4) | dict.fromkeys((Article, FactSheet, Decision, Edition), 6)

# One row a kind of fact, or a vague word, so there are never more than a handful.
BOUNDED = {PolicyChoice, VagueNumber}


@pytest.fixture
def boss(client_of: Callable[[User], Client], administrator: User) -> Any:
    """A client signed in as an administrator."""
    return client_of(administrator)


@pytest.mark.parametrize(
    "model", [model for model in MODELS if model not in BOUNDED], ids=lambda model: model._meta.model_name
)
def test_a_list_takes_the_same_queries_for_5_rows_and_for_25(boss: Client, model: Any, count_queries: Any) -> None:
    counts = []
    for more in (5, 20):
        for _ in range(more):
            MAKERS[model]()
        counts.append(count_queries(lambda: boss.get(list_of(model))))
    assert counts == [LIST_QUERIES[model]] * 2


@in_each_model
def test_a_list_counts_no_further_than_its_bound_and_reads_no_large_column(boss: Client, model: Any) -> None:
    for _ in range(2):
        MAKERS[model]()
    for query in ({}, {"q": "mission"}):
        with CaptureQueriesContext(connection) as captured:
            boss.get(list_of(model, **query))
        for statement in (entry["sql"] for entry in captured):
            if "COUNT(" in statement:
                assert "LIMIT 1001" in statement
            assert '"articles_article"."text"' not in statement
            assert '"factsheet_edition"."body"' not in statement
            assert '"factsheet_decision"."weighed"' not in statement


@in_each_model
def test_a_search_reads_only_the_newest_rows(boss: Client, model: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.admin_base.SIFTED", 2)
    for _ in range(3):
        MAKERS[model]()
    with CaptureQueriesContext(connection) as captured:
        boss.get(list_of(model, q="mission"))
    searches = [entry["sql"] for entry in captured if re.search(r"\bI?LIKE\b", entry["sql"])]
    assert searches
    column = f'"{model._meta.db_table}"."id" >='
    assert all(column in statement for statement in searches)


def test_a_filter_reads_only_the_newest_rows_of_alist_of(boss: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.admin_base.SIFTED", 2)
    article = factories.make_article("10 dead, 20 dead, 30 dead, 40 dead")
    claims = [factories.make_claim(f"{number} dead", article=article) for number in (10, 20, 30)]
    others = [factories.make_claim() for _ in range(2)]
    listed = boss.get(list_of(Claim, kind__exact="quantity")).context["cl"].result_list
    assert list(listed) == others[::-1]
    of_article = (
        boss.get(list_of(Claim, kind__exact="quantity", article__id__exact=article.pk)).context["cl"].result_list
    )
    assert list(of_article) == claims[:0:-1]
    assert len(boss.get(list_of(Claim, article__id__exact=article.pk)).context["cl"].result_list) == 3


@pytest.mark.parametrize("query", [{"text__icontains": "a"}, {"noun": "a"}, {"article__text__contains": "a"}])
def test_an_address_cannot_make_a_list_filter_by_another_column(boss: Client, query: Any) -> None:
    assert boss.get(list_of(Claim, **query)).status_code == 400


@in_each_model
def test_a_list_pages_no_further_than_its_bound(boss: Client, model: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.admin_base.COUNTED", 2)
    monkeypatch.setattr(admin.site._registry[model], "list_per_page", 1)
    for _ in range(3):
        MAKERS[model]()
    page = boss.get(list_of(model))
    assert page.context["cl"].result_count == 2
    assert "more rows than these pages show" in page.content.decode()
    assert boss.get(list_of(model, p=2)).status_code == 200
    assert boss.get(list_of(model, p=3)).status_code == 302


def test_a_list_that_is_shown_whole_does_not_speak_of_more(boss: Client) -> None:
    factories.make_source()
    assert "more rows than these pages show" not in boss.get(list_of(Source)).content.decode()


@in_each_model
def test_a_list_is_sorted_only_where_an_index_serves(model: Any) -> None:
    columns = admin.site._registry[model].sortable_by
    leading = {index.fields[0].lstrip("-") for index in model._meta.indexes if not index.condition}
    leading |= {field.name for field in model._meta.fields if field.db_index or field.unique}
    assert set(columns or ()) <= leading


def test_an_address_cannot_make_a_list_sort_by_another_column(boss: Client) -> None:
    with CaptureQueriesContext(connection) as captured:
        boss.get(list_of(Claim, o="1.2.3"))
    assert [entry["sql"] for entry in captured][-1].endswith('ORDER BY "articles_claim"."id" DESC')


@in_each_model
def test_related_rows_are_searched_for_and_never_all_listed(rf: Any, administrator: User, model: Any) -> None:
    request = rf.get("/")
    request.user = administrator
    model_admin = admin.site._registry[model]
    relations = {field.name for field in model._meta.fields if field.is_relation}
    assert set(model_admin.get_autocomplete_fields(request)) == relations
    filters = dict(entry for entry in model_admin.get_list_filter(request) if isinstance(entry, tuple))
    assert relations <= set(filters)


def test_a_link_narrows_a_list_and_says_to_what(boss: Client) -> None:
    claim, other = factories.make_claim(), factories.make_claim()
    page = boss.get(list_of(Claim, article__id__exact=claim.article_id))
    text = page.content.decode()
    assert page_of(claim) in text
    assert page_of(other) not in text
    assert str(claim.article) in text
    for value in ("x", "1e9", "-1", str(10**30)):
        assert boss.get(list_of(Claim, article__id__exact=value)).status_code in {200, 302}


@in_each_model
def test_each_row_leads_to_those_that_point_to_it(boss: Client, model: Any) -> None:
    row = MAKERS[model]()
    text = boss.get(page_of(row)).content.decode()
    pointing = [
        relation.field
        for relation in model._meta.related_objects
        if not relation.field.many_to_many and relation.related_model in MAKERS
    ]
    for field in pointing:
        assert f"{list_of(field.model)}?{field.name}__id__exact={row.pk}" in text


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
def test_a_list_links_to_what_its_rows_belong_to(boss: Client, model: Any, related: Any) -> None:
    fact = factories.make_fact()
    row = factories.make_evidence(fact=fact) if model is Evidence else MAKERS[model]()
    assert page_of(getattr(row, related)) in boss.get(list_of(model)).content.decode()
