"""The admin of what they said: names can be corrected, texts and readings cannot; dates lead to articles quickly."""

from __future__ import annotations

import html
import re
from calendar import month_name
from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from articles.models import Source
from tests.factories import make_article, make_claim, make_source

pytestmark = pytest.mark.django_db

ARTICLES = reverse("admin:articles_article_changelist")
MONTHS = month_name[1:]


@pytest.fixture
def boss(client_of: Callable[[User], Client], administrator: User) -> Any:
    return client_of(administrator)


def _change(row: Any) -> Any:
    return reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])


def _titles(page: Any) -> Any:
    return [row.title for row in page.context["cl"].result_list]


def _choices(page: Any) -> Any:
    """The links of the hierarchy of dates, in order."""
    links = page.content.decode().partition('class="toplinks"')[2].partition("</nav>")[0]
    return [html.unescape(title) for title in re.findall(r"<a [^>]*>([^<]*)</a>", links)]


def test_the_text_is_shown_with_its_claims_marked_and_linked(boss: Client) -> None:
    article = make_article("They counted 174 dead and 303 hurt.")
    dead, hurt = make_claim("174 dead", article=article), make_claim("303 hurt", article=article)
    text = boss.get(_change(article)).content.decode()
    assert f'They counted <mark title="quantity: 13000"><a href="{_change(dead)}">174 dead</a></mark> and ' in text
    assert f'<a href="{_change(hurt)}">303 hurt</a></mark>.' in text


def test_of_claims_that_overlap_the_first_is_marked_and_no_text_is_lost(boss: Client) -> None:
    article = make_article("About 12 to 14 people.")
    make_claim("About 12 to 14", article=article)
    make_claim("12 to 14 people", article=article)
    text = boss.get(_change(article)).content.decode()
    assert "About 12 to 14</a></mark> people.</div>" in text


def test_a_hostile_article_is_only_text(boss: Client) -> None:
    hostile = '<script>alert("1")</script>'
    article = make_article(f"{hostile} 13,000 troops", title=hostile, file_name=hostile, source=make_source(hostile))
    make_claim("13,000 troops", article=article, noun=hostile, attribution=hostile, read_as=hostile)
    for address in (_change(article), ARTICLES, reverse("admin:articles_claim_changelist")):
        assert "<script>alert" not in boss.get(address).content.decode()


def test_what_is_printed_of_an_article_is_not_changed_behind_the_sheets_that_print_it(boss: Client) -> None:
    article = make_article("The first text.")
    assert boss.get(_change(article)).status_code == 200
    assert boss.post(_change(article), {"title": "Another title", "text": "Other"}).status_code == 403
    article.refresh_from_db()
    assert (article.title, article.text) == ("The mission ends", "The first text.")


def test_the_name_of_a_source_stays_once_articles_are_from_it(boss: Client) -> None:
    used, unused = make_source("The Wire"), make_source("The Daily")
    make_article(source=used)
    for source, fixed in ((used, True), (unused, False)):
        form = boss.get(_change(source)).context["adminform"].form
        assert ("name" not in form.fields) is fixed


def test_articles_are_not_typed_in(boss: Client) -> None:
    assert boss.get(reverse("admin:articles_article_add")).status_code == 403


def test_an_article_is_found_by_the_digest_of_its_text(boss: Client) -> None:
    article, _other = make_article(title="This one"), make_article(title="That one")
    assert _titles(boss.get(ARTICLES, {"q": article.sha256})) == ["This one"]


def test_a_source_that_has_articles_is_not_deleted(boss: Client) -> None:
    used, unused = make_source(), make_source()
    make_article(source=used)
    for source, status in ((used, 403), (unused, 302)):
        address = reverse("admin:articles_source_delete", args=[source.pk])
        assert boss.post(address, {"post": "yes"}).status_code == status
    assert list(Source.objects.all()) == [used]


def test_two_sources_do_not_share_a_name_in_any_case(boss: Client) -> None:
    make_source("Harbour Daily")
    add = reverse("admin:articles_source_add")
    page = boss.post(add, {"name": "HARBOUR daily", "kind": "outlet", "timezone": "UTC"})
    assert page.status_code == 200
    assert Source.objects.count() == 1


def test_a_source_is_chosen_by_searching_for_it(boss: Client) -> None:
    make_source("Harbour Daily")
    make_source("River Weekly")
    query = {"term": "river", "app_label": "articles", "model_name": "article", "field_name": "source"}
    found = boss.get(reverse("admin:autocomplete"), query).json()
    assert [row["text"] for row in found["results"]] == ["River Weekly"]
    assert found["pagination"] == {"more": False}


@pytest.fixture
def dated() -> None:
    """Articles of three years, one without a date."""
    for day in (date(2021, 11, 3), date(2023, 6, 28), date(2023, 6, 30), date(2023, 7, 1)):
        make_article(title=str(day), published=day)
    make_article(title="undated", published=None)


@pytest.mark.parametrize(
    ("query", "titles", "choices"),
    [
        ({}, ["undated", "2023-07-01", "2023-06-30", "2023-06-28", "2021-11-03"], ["2021", "2022", "2023"]),
        (
            {"published__year": "2023"},
            ["2023-07-01", "2023-06-30", "2023-06-28"],
            ["‹ All dates", *(f"{month} 2023" for month in MONTHS[:7])],
        ),
        (
            {"published__year": "2023", "published__month": "6"},
            ["2023-06-30", "2023-06-28"],
            ["‹ 2023", *(f"{day} June" for day in range(1, 31))],
        ),
        (
            {"published__year": "2023", "published__month": "6", "published__day": "30"},
            ["2023-06-30"],
            ["‹ June 2023"],
        ),
        ({"published__year": "2021"}, ["2021-11-03"], ["‹ All dates", "November 2021", "December 2021"]),
        ({"published__year": "2022"}, [], ["‹ All dates", *(f"{month} 2022" for month in MONTHS)]),
        ({"published__year": "2030"}, [], ["‹ All dates"]),
    ],
)
def test_dates_lead_to_the_articles_of_a_period(
    boss: Client, dated: Any, query: Any, titles: Any, choices: Any
) -> None:
    page = boss.get(ARTICLES, query)
    assert _titles(page) == titles
    assert _choices(page) == choices


def test_within_one_year_the_months_are_offered_at_once(boss: Client) -> None:
    for day in (date(2023, 6, 30), date(2023, 8, 1)):
        make_article(published=day)
    assert _choices(boss.get(ARTICLES)) == ["‹ All dates", "June 2023", "July 2023", "August 2023"]


def test_the_days_that_are_offered_are_those_of_the_site(boss: Client, settings: Settings) -> None:
    from tests.factories import NOON, make_edition

    settings.TIME_ZONE = "Pacific/Auckland"
    edition = make_edition(published_at=NOON + timedelta(hours=11))
    query = {"published_at__year": "2023", "published_at__month": "7"}
    page = boss.get(reverse("admin:factsheet_edition_changelist"), query)
    assert list(page.context["cl"].result_list) == [edition]
    assert _choices(page) == ["‹ 2023", "2 July"]


@pytest.mark.parametrize(
    "query",
    [{"published__year": "x"}, {"published__year": "2023", "published__month": "13"}, {"published__month": "6"}],
)
def test_a_date_that_is_none_does_no_harm(boss: Client, dated: Any, query: Any) -> None:
    assert boss.get(ARTICLES, query, follow=True).status_code == 200


def test_a_time_is_shown_as_its_clock_shows_it(boss: Client) -> None:
    claim = make_claim("at 6 p.m. EDT", kind="time", low_time=time(18), high_time=time(18), unit="EDT", utc_offset=-240)
    page = boss.get(_change(claim)).content.decode()
    assert ">18:00<" in page
    assert ">-240<" in page
