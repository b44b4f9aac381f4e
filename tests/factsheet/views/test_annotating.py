"""The forms in the text of an article: checked before anything is written, and checking writes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article, Claim
from factsheet.models import Evidence, FactSheet
from tests.factsheet.newsroom import make_dossier, rows, take_in_texts, writes_of
from tests.factsheet.views.desk import HTMX, SignIn

pytestmark = pytest.mark.django_db

TEXT = "Two crews came last Friday. The crews left, and 13,000 people cheered.\n\nShare this story 500 times"


@pytest.fixture
def article(editor: User) -> Article:
    return make_dossier(TEXT, by=editor).articles.get()


@pytest.fixture
def client(reporter: User, client_of: SignIn) -> Client:
    return client_of(reporter)


@pytest.fixture
def page(article: Article) -> str:
    return f"/sheets/{article.sheets.get().slug}/articles/{article.pk}/"


def claim_of(article: Article, words: str) -> Claim:
    return article.claims.get(text=words, correction=None)


def test_a_claim_made_leads_to_its_place_in_the_text(client: Client, article: Article, page: str) -> None:
    response = client.post(f"{page}claims/new/", {"words": "The crews", "typed": "2 crews"})
    claim = claim_of(article, "The crews")
    assert response.headers["Location"] == f"{page}#claim-{claim.pk}"
    shown = client.get(page).text
    assert f'<mark id="claim-{claim.pk}">The crews</mark>' in shown
    assert "by hand, reporter" in shown


ERRORS = [
    ({"words": ""}, "This field is required"),
    ({"words": "The trucks"}, "do not stand in the text"),
    ({"words": "crews"}, "2 times: say which"),
    ({"words": "crews", "occurrence": "3"}, "2 times."),
    ({"words": "The crews", "occurrence": "2"}, "1 time."),
    ({"words": "crews", "occurrence": "none"}, "Enter a whole number"),
    ({"words": "The crews", "start": "-1"}, "greater than or equal to 0"),
    ({"words": "The crews", "typed": "x" * 301}, "at most 300 characters"),
    ({"words": "x" * 2001}, "at most 2000 characters"),
    ({"words": "a\x00b"}, "Null characters"),
]


@pytest.mark.parametrize(("data", "sentence"), ERRORS, ids=[sentence for _, sentence in ERRORS])
def test_what_names_no_place_comes_back(client: Client, page: str, data: dict[str, str], sentence: str) -> None:
    before = rows()
    response = client.post(f"{page}claims/new/", data)
    assert response.status_code == 422
    assert sentence in response.text
    assert rows() == before
    check = client.post(f"{page}claims/new/", {**data, "act": "check"}, headers=HTMX)
    assert check.status_code == 200
    assert sentence in check.text
    assert check.text.strip().startswith('<div id="understood">')


def test_the_place_is_chosen_by_number_or_by_the_selection(client: Client, article: Article, page: str) -> None:
    client.post(f"{page}claims/new/", {"words": "crews", "occurrence": "2"})
    second = article.text.rindex("crews")
    assert article.claims.get(text="crews").start == second
    # A number that is typed counts more than what was selected before.
    client.post(f"{page}claims/new/", {"words": "crews", "start": str(second), "occurrence": "1"})
    assert set(article.claims.filter(text="crews").values_list("start", flat=True)) == {second, 4}
    response = client.post(f"{page}claims/new/", {"words": "rews", "start": str(second + 1)})
    assert response.status_code == 302
    assert article.claims.get(text="rews").start == second + 1


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["whole page", "fragment"])
def test_checking_shows_how_words_are_read_and_writes_nothing(
    client: Client, article: Article, page: str, headers: dict[str, str]
) -> None:
    claim = claim_of(article, "13,000 people")
    checks = {
        f"{page}claims/new/": ({"words": "The crews", "typed": "about 40 crews"}, "</strong> about 40 people"),
        f"{page}claims/{claim.pk}/": ({"words": "13,000 people", "typed": "15,000 people"}, "</strong> 15,000 people"),
        f"{page}date/": ({"published": "2022-03-04"}, "25 February 2022"),
    }
    for address, (data, said) in checks.items():
        act = partial(client.post, address, {**data, "act": "check"}, headers=headers)
        assert writes_of(act) == []
        response = act()
        assert response.status_code == 200
        assert said in response.text
        assert ("<html" in response.text) is not bool(headers)


def test_words_that_are_a_claim_already_are_refused(client: Client, article: Article, page: str) -> None:
    check = client.post(f"{page}claims/new/", {"words": "13,000 people", "act": "check"}, headers=HTMX)
    assert f'href="{page}claims/{claim_of(article, "13,000 people").pk}/"' in check.text
    response = client.post(f"{page}claims/new/", {"words": "13,000 people"})
    assert response.status_code == 409
    assert "a claim already" in response.text


def test_the_form_of_a_correction_shows_how_it_is_read_now(client: Client, article: Article, page: str) -> None:
    claim = claim_of(article, "13,000 people")
    shown = client.get(f"{page}claims/{claim.pk}/").text
    assert 'value="13,000 people"' in shown
    assert "</strong> 13,000 people" in shown
    assert "Read it as the program did" not in shown
    client.post(f"{page}claims/{claim.pk}/", {"words": "13,000 people", "typed": "15,000 people"})
    new = claim_of(article, "13,000 people")
    shown = client.get(f"{page}claims/{new.pk}/").text
    assert 'value="15,000 people"' in shown
    assert "Read it as the program did" in shown
    response = client.post(f"{page}claims/{new.pk}/", {"act": "return"})
    assert response.headers["Location"].endswith(f"#claim-{claim_of(article, '13,000 people').pk}")


def test_of_two_days_that_words_name_an_editor_takes_one(client: Client, editor: User) -> None:
    sheet = make_dossier("The museum closes on 5/6/2023.", by=editor)
    claim = sheet.evidence.get().claim
    address = f"/sheets/{sheet.slug}/articles/{claim.article_id}/claims/{claim.pk}/"
    shown = client.get(address).text
    assert [day for day in ("2023-05-06", "2023-06-05") if f'name="typed" value="{day}"' in shown] == [
        "2023-05-06",
        "2023-06-05",
    ]
    client.post(address, {"words": claim.text, "typed": ["", "2023-06-05"]})
    claim.refresh_from_db()
    assert (claim.correction.low_day, claim.correction.high_day) == (date(2023, 6, 5), date(2023, 6, 5))


def test_where_a_correction_stands_the_corrected_claim_is_found_too(
    client: Client, article: Article, page: str
) -> None:
    old = claim_of(article, "13,000 people")
    client.post(f"{page}claims/{old.pk}/", {"words": "13,000 people", "typed": "15,000 people"})
    shown = client.get(page).text
    assert f'id="claim-{old.pk}"' in shown
    assert shown.count(">13,000 people</mark>") == 1


def test_a_claim_of_another_article_is_not_corrected_here(client: Client, page: str, editor: User) -> None:
    other = make_dossier("A bridge of 90 metres fell.", by=editor).articles.get()
    assert client.get(f"{page}claims/{other.claims.get().pk}/").status_code == 404


def test_a_paragraph_is_taken_out_and_put_back(client: Client, article: Article, page: str) -> None:
    response = client.post(f"{page}part/", {"words": "came last Friday"})
    shown = client.get(response.headers["Location"]).text
    assert "The paragraph is no part of the article any more." in shown
    assert "Not read: taken out by an editor" in shown
    response = client.post(f"{page}part/", {"back": "0"})
    assert "It is part of the article;" in client.get(response.headers["Location"]).text
    assert not Evidence.objects.filter(claim__article=article, claim__start=0, state="rejected").exists()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [({}, "required"), ({"words": "x"}, "do not stand"), ({"back": "77"}, "Nothing is set apart")],
)
def test_a_part_that_is_none_is_refused(client: Client, page: str, data: dict[str, str], sentence: str) -> None:
    before = rows()
    response = client.post(f"{page}part/", data)
    assert response.status_code == 409
    assert sentence in response.text
    assert rows() == before


def test_an_editor_says_of_what_a_text_is_the_newer_version(client: Client, article: Article, page: str) -> None:
    sheet = article.sheets.get()
    data = {"text": TEXT.replace("13,000", "17,000"), "published": "2023-06-30", "revises": str(article.pk)}
    assert client.post(f"/sheets/{sheet.slug}/articles/add/", data).status_code == 302
    newer = Article.objects.get(previous=article)
    shown = client.get(f"/sheets/{sheet.slug}/articles/{newer.pk}/changes/").text
    assert "1 figure differs" in shown
    assert "<del>13,000 </del><ins>17,000 </ins>" in shown
    assert "A newer version was taken in on" in client.get(page).text
    assert client.post(f"/sheets/{sheet.slug}/articles/add/", {"text": "x", "revises": "0"}).status_code == 422


def test_an_article_that_revises_nothing_has_no_changes(client: Client, page: str) -> None:
    assert client.get(f"{page}changes/").status_code == 404


def test_a_newer_version_on_another_sheet_is_told_of(client: Client, article: Article, page: str) -> None:
    take_in_texts(TEXT.replace("13,000", "17,000"), revises=article)
    assert "It is not on this sheet." in client.get(page).text


def test_a_text_of_20_000_words_is_one_page_with_as_many_queries(
    editor: User, client: Client, count_queries: Callable[[Callable[[], object]], int]
) -> None:
    def count(paragraphs: int) -> tuple[int, int]:
        story = "\n\n".join(
            f"On day {n} the storm killed {n} people in {n % 9 + 2} towns, and the mayor spoke of it."
            for n in range(paragraphs)
        )
        sheet: FactSheet = make_dossier(story, by=editor)
        address = f"/sheets/{sheet.slug}/articles/{sheet.articles.get().pk}/"
        pages: list[str] = []
        queries = count_queries(lambda: pages.append(client.get(address).text))
        assert pages[0].count("<mark") >= 2 * paragraphs
        return len(story.split()), queries

    (_, few), (words, many) = count(3), count(1200)
    assert words >= 20_000
    assert few == many
