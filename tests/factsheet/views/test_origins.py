"""The page on which an editor says where an article comes from."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from factsheet.models import SheetArticle
from tests.factsheet.views.desk import SignIn, Site, address_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(editor: User, client_of: SignIn) -> Client:
    return client_of(editor)


def test_an_origin_is_corrected_and_said_so_in_the_list(site: Site, client: Client) -> None:
    other = site.sheet.entries.exclude(article=site.article).order_by("position")[0]
    data = {"ruling": "with", "other": other.article_id, "reason": "One reporter wrote <both>."}
    response = client.post(address_of("article-origin", site), data, follow=True)
    assert response.redirect_chain == [("/sheets/mission/articles/", 302)]
    assert "The origins are counted anew." in response.text
    assert "an editor says: One reporter wrote &lt;both&gt;" in response.text
    form = client.get(address_of("article-origin", site)).context["form"]
    assert (form["ruling"].value(), form["other"].value()) == ("with", other.article_id)
    client.post(address_of("article-origin", site), {"ruling": ""})
    assert not SheetArticle.objects.exclude(origin_ruling="").exists()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"ruling": "alone"}, "Say why"),
        ({"ruling": "with", "reason": "One owner."}, "Choose the article whose origin it is."),
        ({"ruling": "with", "reason": "One owner.", "other": "999999"}, "not one of the available choices"),
        ({"ruling": "nobody", "reason": "One owner."}, "not one of the available choices"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_saved(
    site: Site, client: Client, data: dict[str, str], words: str
) -> None:
    response = client.post(address_of("article-origin", site), data)
    assert response.status_code == 422
    assert words in response.text
    assert not SheetArticle.objects.exclude(origin_ruling="").exists()


def test_an_article_of_another_sheet_is_not_found(site: Site, client: Client) -> None:
    assert client.get(f"/sheets/mission/articles/{site.article.pk + 1000}/origin/").status_code == 404
