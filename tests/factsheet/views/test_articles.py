"""Articles are handed in: what can be read goes in, and each text that cannot gets one sentence."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from pytest_django import Settings

from articles.actions import TakenIn, take_in
from articles.intake import Document
from articles.intake.reading import MAX_BYTES
from articles.models import Article
from factsheet.models import FactSheet
from tests.factories import make_article, make_sheet, make_user
from tests.factsheet.newsroom import rows, take_in_texts
from tests.factsheet.views.desk import HTMX, SignIn, Site, make_site

pytestmark = pytest.mark.django_db

ADD = "/sheets/mission/articles/add/"
TEXT = "The mission has {} troops in the country, a spokesman said."


@pytest.fixture
def sheet(db: None) -> FactSheet:
    return make_sheet(slug="mission")


@pytest.fixture
def client(reporter: User, client_of: SignIn) -> Client:
    return client_of(reporter)


def file(name: str, content: str | bytes = "") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def hand_in(client: Client, *files: SimpleUploadedFile, **data: Any) -> Any:
    return client.post(ADD, {"uploads": list(files), **data})


def told(response: Any) -> str:
    """All of a page that is sent while the work is done."""
    assert response.streaming
    return "".join(part.decode() for part in response)


def test_a_pasted_text_goes_in_with_what_the_desk_knows(sheet: FactSheet, client: Client, reporter: User) -> None:
    known = {"title": "A story", "source": "The Wire", "published": "2023-06-30", "timezone": "Africa/Bamako"}
    response = client.post(ADD, {"text": TEXT.format("13,000"), "url": "wire.example/story", **known})
    assert response.headers["Location"] == "/sheets/mission/"
    assert "1 article is taken in." in client.get(response.headers["Location"]).text
    article = Article.objects.select_related("source").get()
    assert (article.title, str(article.source), article.timezone) == ("A story", "The Wire", "Africa/Bamako")
    assert (article.published, article.published_from) == (date(2023, 6, 30), "argument")
    assert (article.url, article.taken_in_by) == ("https://wire.example/story", reporter)
    assert sheet.evidence.get().claim.text == "13,000 troops"


def test_several_files_go_in_at_once(sheet: FactSheet, client: Client) -> None:
    response = hand_in(client, file("a.txt", TEXT.format("13,000")), file("b.md", TEXT.format("15,000")))
    page = told(response)
    assert re.findall(r"\d of \d: \S+?(?=<)", page) == ["1 of 2: a.txt", "2 of 2: b.md"]
    assert "2 articles are taken in." in page.partition("2 of 2")[2]
    assert "<form" not in page.partition("2 of 2")[2].partition("</main>")[0]
    assert list(Article.objects.order_by("id").values_list("file_name", flat=True)) == ["a.txt", "b.md"]


def test_what_could_not_be_found_is_said_where_everything_went_in(sheet: FactSheet, client: Client) -> None:
    response = hand_in(client, file("a.txt", TEXT.format("13,000")), source="The Wire")
    page = client.get(response.headers["Location"]).text
    assert "Not found in the text" in page
    assert "publication date" in page
    assert "outlet" not in page.partition("Not found in the text")[2][:200]


def test_title_and_address_are_those_of_one_file_and_the_source_of_all(sheet: FactSheet, client: Client) -> None:
    two = [file("a.txt", TEXT.format("13,000")), file("b.txt", TEXT.format("15,000"))]
    told(hand_in(client, *two, title="x", source="The Wire"))
    assert set(Article.objects.values_list("source__name", flat=True)) == {"The Wire"}
    assert "x" not in Article.objects.values_list("title", flat=True)
    hand_in(client, file("c.txt", TEXT.format("17,000")), title="One story")
    assert Article.objects.latest("id").title == "One story"


BAD_FILES = {
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(200), "This is a picture (PNG)"),
    "empty.txt": (b"", "This file is empty"),
    "blank.txt": (b" \n\t\n", "holds only white space"),
    "page.html": (b"<!doctype html><title>x</title>", "This is a web page"),
    "story.pdf": (b"%PDF-1.7\n" + bytes(100), "This is a PDF"),
    "binary.txt": (bytes(range(256)) * 8, "text"),
    "large.txt": (b"x" * (MAX_BYTES + 1), "5.0 MB"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_of_several_files_the_bad_one_is_named_with_why_and_the_others_go_in(
    sheet: FactSheet, client: Client, name: str
) -> None:
    content, sentence = BAD_FILES[name]
    response = hand_in(
        client, file("a.txt", TEXT.format("13,000")), file(name, content), file("z.txt", TEXT.format("15,000"))
    )
    page = told(response)
    assert sheet.entries.count() == 2
    words, _heading, results = page.partition("What was taken in")
    assert "2 articles are taken in." in words
    assert name in results
    assert sentence in results
    assert 'name="uploads"' in results


def test_a_mistake_of_the_program_in_one_text_leaves_the_others_in(
    sheet: FactSheet, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_on_b(document: Document, **given: Any) -> TakenIn:
        if given["file_name"] == "b.txt":
            raise ZeroDivisionError
        return take_in(document, **given)

    monkeypatch.setattr("factsheet.views.articles.take_in", fail_on_b)
    page = told(hand_in(client, *(file(f"{name}.txt", TEXT.format(name)) for name in "abc")))
    assert "because of a mistake in the program" in page.partition("What was taken in")[2]
    assert sorted(sheet.entries.values_list("article__file_name", flat=True)) == ["a.txt", "c.txt"]


@pytest.mark.parametrize("parts", [1, 2], ids=["before the first text", "after the first text"])
def test_who_leaves_while_several_are_taken_in_stops_nothing(
    sheet: FactSheet, client: Client, parts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    response = hand_in(client, *(file(f"{name}.txt", TEXT.format(name)) for name in "abc"))
    heard = [part.decode() for part, _ in zip(response, range(parts), strict=False)]
    assert len(heard) == parts
    assert not sheet.entries.exists()
    # The connection is the test's, not the request's, with which it would end.
    monkeypatch.setattr(connection, "close_if_unusable_or_obsolete", lambda: None)
    response.close()
    assert sheet.entries.count() == 3


def test_what_is_taken_in_while_it_is_told_came_by_the_screens_and_in_the_readers_language(
    sheet: FactSheet, client: Client
) -> None:
    response = client.post(
        ADD,
        {"uploads": [file("a.txt", TEXT.format("13,000")), file("b.txt", " ")]},
        headers={"Accept-Language": "fr"},
    )
    # Another request is answered on this thread before the page is read on.
    client.get("/", headers={"Accept-Language": "en"})
    page = told(response)
    assert "1 article est versé" in page
    assert "What was taken in" not in page
    assert set(sheet.activity.filter(act="article.added").values_list("channel", flat=True)) == {"web"}


def test_a_fragment_or_one_text_is_answered_at_once(sheet: FactSheet, client: Client) -> None:
    two = [file("a.txt", TEXT.format("13,000")), file("b.txt", TEXT.format("15,000"))]
    assert not client.post(ADD, {"uploads": two}, headers=HTMX).streaming
    assert not hand_in(client, file("c.txt", TEXT.format("17,000"))).streaming
    assert sheet.entries.count() == 3


def test_who_may_not_take_in_is_refused_before_anything_is_read(sheet: FactSheet, client_of: SignIn) -> None:
    before = rows()
    response = hand_in(client_of(make_user("reader")), file("a.txt", TEXT), file("b.txt", TEXT + "!"))
    assert (response.status_code, response.streaming) == (403, False)
    assert rows() == before


def test_a_bad_file_alone_leaves_what_was_typed(sheet: FactSheet, client: Client) -> None:
    before = rows()
    response = hand_in(client, file("empty.txt", b"\n"), source="The Wire of the north")
    assert response.status_code == 422
    assert "The Wire of the north" in response.text
    assert rows() == before


def test_what_neither_the_text_nor_the_desk_told_is_said_where_results_are_listed(
    sheet: FactSheet, client: Client
) -> None:
    response = hand_in(client, file("a.txt", TEXT.format("13,000")), file("empty.txt", b" "))
    page = told(response)
    assert "Not found in the text:" in page
    assert "outlet" in page


def test_one_text_under_two_names_goes_in_once(sheet: FactSheet, client: Client) -> None:
    text = TEXT.format("13,000")
    assert "1 article is taken in." in told(hand_in(client, file("a.txt", text), file("b.txt", text)))
    assert (Article.objects.count(), sheet.entries.count()) == (1, 1)


def test_a_text_that_is_there_already_is_said_and_not_stored_twice(sheet: FactSheet, client: Client) -> None:
    for status in (302, 200):
        response = client.post(ADD, {"text": TEXT.format("13,000")})
        assert response.status_code == status
    assert Article.objects.count() == 1
    assert response.context["added"] == set()


def test_a_text_of_the_archive_joins_another_sheet(sheet: FactSheet, client: Client) -> None:
    take_in_texts(TEXT.format("13,000"))
    assert client.post(ADD, {"text": TEXT.format("13,000")}).status_code == 302
    assert sheet.entries.count() == Article.objects.count() == 1


INVALID = [
    ({}, "Choose a file, or paste the text of an article."),
    ({"text": " \n "}, "Choose a file, or paste the text of an article."),
    ({"text": "x", "timezone": "Mars/Olympus"}, "is no time zone"),
    ({"text": "x", "published": "2023-02-30"}, "Enter a valid date"),
    ({"text": "x", "url": "javascript:alert(1)"}, "Enter a valid URL"),
    ({"text": "x", "title": "y" * 501}, "at most 500 characters"),
    ({"text": "a\x00b"}, "Null characters are not allowed"),
]


@pytest.mark.parametrize(("data", "sentence"), INVALID, ids=[sentence for _, sentence in INVALID])
def test_a_form_that_is_not_valid_comes_back_with_what_was_typed(
    sheet: FactSheet, client: Client, data: dict[str, str], sentence: str
) -> None:
    before = rows()
    response = client.post(ADD, {"source": "The Wire of the north", **data})
    assert response.status_code == 422
    assert sentence in response.text
    assert "The Wire of the north" in response.text
    assert rows() == before


TOO_MUCH = [
    ({"DATA_UPLOAD_MAX_NUMBER_FILES": 2}, {"uploads": [file(f"{n}.txt", "x") for n in range(3)]}),
    ({"DATA_UPLOAD_MAX_MEMORY_SIZE": 1000}, {"text": "x" * 2000}),
    ({"DATA_UPLOAD_MAX_NUMBER_FIELDS": 3}, {f"field{n}": "x" for n in range(9)}),
]


@pytest.mark.parametrize(("limits", "data"), TOO_MUCH, ids=["files", "text", "fields"])
def test_more_than_the_desk_takes_at_once_is_answered_with_a_sentence(
    sheet: FactSheet, client: Client, settings: Settings, limits: dict[str, int], data: dict[str, Any]
) -> None:
    for name, limit in limits.items():
        setattr(settings, name, limit)
    before = rows()
    response = client.post(ADD, data)
    assert response.status_code == 413
    assert "at once" in response.text
    assert "Traceback" not in response.text
    assert rows() == before


@pytest.fixture
def site(db: None) -> Site:
    return make_site()


def test_the_day_of_an_article_is_set_and_taken_back(site: Site, client: Client) -> None:
    address = f"/sheets/mission/articles/{site.article.pk}/date/"
    for typed, day in (("2023-07-02", date(2023, 7, 2)), ("", None)):
        response = client.post(address, {"published": typed})
        assert response.status_code == 302
        assert "The date is set;" in client.get(response.headers["Location"]).text
        site.article.refresh_from_db()
        assert site.article.published == day


@pytest.mark.parametrize("typed", ["2023-02-30", "yesterday", "0000-01-01", "x" * 5000, "\x00"])
def test_a_day_that_is_none_comes_back_with_the_article(site: Site, client: Client, typed: str) -> None:
    before = rows()
    response = client.post(f"/sheets/mission/articles/{site.article.pk}/date/", {"published": typed})
    assert response.status_code == 422
    assert response.context["form"].errors
    assert "41 troops" in response.text
    assert rows() == before


def test_the_day_of_an_article_of_another_sheet_is_not_set_here(site: Site, client: Client) -> None:
    other = make_article()
    assert client.post(f"/sheets/mission/articles/{other.pk}/date/", {"published": "2023-07-02"}).status_code == 404


def test_a_text_without_claims_goes_in_and_has_its_page(sheet: FactSheet, client: Client) -> None:
    client.post(ADD, {"text": "Nothing was said."})
    entry = sheet.entries.get()
    assert "Nothing was said." in client.get(f"/sheets/mission/articles/{entry.article_id}/").text


def test_a_new_sheet_leads_to_its_first_articles(editor: User, client_of: SignIn) -> None:
    client = client_of(editor)
    response = client.post("/sheets/new/", {"title": "New", "summary": "Why."})
    assert response.headers["Location"] == "/sheets/new-2/articles/add/"
    assert client.get(response.headers["Location"]).status_code == 200
    for data in ({"title": " "}, {"title": "x" * 201}, {"title": "a\x00"}):
        assert client.post("/sheets/new/", data).status_code == 422
    assert FactSheet.objects.count() == 1


def test_a_form_on_a_page_of_its_own_begins_in_its_first_field(
    sheet: FactSheet, editor: User, client_of: SignIn
) -> None:
    client = client_of(editor)
    for path, name in ((ADD, "uploads"), ("/sheets/new/", "title"), ("/sheets/mission/facts/new/", "label")):
        main = client.get(path).text.partition("<main")[2].partition("</main>")[0]
        (field,) = re.findall(r"<input[^>]* autofocus[^>]*>", main)
        assert f'name="{name}"' in field
