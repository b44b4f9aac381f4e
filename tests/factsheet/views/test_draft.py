"""The draft checker on the screen: a plain form, a fragment, hostile stories, and nothing kept."""

from __future__ import annotations

import re
from functools import partial
from html.parser import HTMLParser
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles.intake.reading import MAX_BYTES
from factsheet import actions
from factsheet.models import FactSheet
from tests.factories import make_sheet
from tests.factsheet.newsroom import decide, make_dossier, rows, writes_of
from tests.factsheet.views.desk import HTMX, SignIn

pytestmark = pytest.mark.django_db

TEXTS = (
    "The mission in Orland counts more than 15,000 troops, the council said.",
    "The mission in Orland has 13,000 troops, a spokesman said.",
)
STORY = "The mission in Orland counts 13,000 troops. A baker sold 45 rolls."
EVIL = "'\"></textarea></script><img src=x onerror=alert(1)><script>alert(1)</script>"


@pytest.fixture
def sheet(editor: User) -> FactSheet:
    """A sheet with one settled fact."""
    sheet = make_dossier(*TEXTS, by=editor)
    fact = sheet.facts.get()
    larger = fact.evidence.get(claim__text="more than 15,000 troops")
    decide(fact, actions.Answer.of_claim(larger), by=editor)
    return sheet


@pytest.fixture
def client(reporter: User, client_of: SignIn) -> Client:
    return client_of(reporter)


class Story(HTMLParser):
    """The text of the story as a page shows it, and the words of its marks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.marked = "", [""]
        self.depth, self.is_marked = 0, False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note where the story and each mark begin."""
        if tag == "div" and (self.depth or "words" in (dict(attrs).get("class") or "")):
            self.depth += 1
        if tag == "mark":
            self.is_marked = True

    def handle_endtag(self, tag: str) -> None:
        """Note where they end."""
        self.depth -= tag == "div" and self.depth > 0
        if tag == "mark":
            self.is_marked = False
            self.marked.append("")

    def handle_data(self, data: str) -> None:
        """Keep what stands in them."""
        if self.depth:
            self.text += data
        if self.is_marked:
            self.marked[-1] += data


def post(client: Client, sheet: FactSheet, story: str = STORY, **data: Any) -> Any:
    headers = data.pop("headers", {})
    return client.post(f"/sheets/{sheet.slug}/draft/", {"text": story, **data}, headers=headers)


def test_a_story_comes_back_with_its_figures_marked_and_the_facts_beside_them(sheet: FactSheet, client: Client) -> None:
    response = post(client, sheet)
    assert response.status_code == 200
    assert "<!doctype html" in response.text
    shown = Story(response.text)
    assert shown.text == STORY
    assert shown.marked == ["13,000 troops", "45 rolls", ""]
    assert "1 claim cannot be printed as it is" in response.text
    assert re.search(r'<strong><a [^>]*href="[^"]+#claim-\d+">more than 15,000 troops</a></strong>', response.text)
    assert "The mission in Orland counts <ins>more than 15,000 troops</ins>." in response.text


def test_htmx_gets_the_checked_story_alone(sheet: FactSheet, client: Client) -> None:
    response = post(client, sheet, headers=HTMX)
    assert response.text.lstrip().startswith('<div id="draft"')
    assert "<html" not in response.text
    assert Story(response.text).text == STORY


def test_the_story_stands_in_the_box_to_be_changed(sheet: FactSheet, client: Client) -> None:
    response = post(client, sheet, published="2023-07-01")
    assert f'rows="14" id="id_text">\n{STORY}</textarea>' in response.text
    assert 'value="2023-07-01"' in response.text


def test_checking_a_story_writes_nothing(sheet: FactSheet, client: Client) -> None:
    before = rows()
    assert writes_of(partial(post, client, sheet)) == []
    assert rows() == before


def test_a_file_goes_before_what_is_pasted(sheet: FactSheet, client: Client) -> None:
    file = SimpleUploadedFile("story.md", STORY.encode())
    assert Story(post(client, sheet, "Something else.", upload=file).text).text == STORY


UNREADABLE = [
    ({"text": ""}, "Paste the story, or choose a file."),
    ({"text": " \n "}, "Paste the story, or choose a file."),
    ({"text": "13,000\x00 troops"}, "Null characters are not allowed."),
    ({"upload": SimpleUploadedFile("a.txt", b"")}, "This file is empty"),
    ({"upload": SimpleUploadedFile("a.txt", b"\x00\x01\x02\xff" * 400)}, "a binary file"),
    ({"text": "é" * (MAX_BYTES // 2 + 1)}, "more than the 5 MB"),
    ({"upload": SimpleUploadedFile("a.txt", b"x" * (MAX_BYTES + 1))}, "more than the 5 MB"),
    ({"text": STORY, "published": "yesterday"}, "Enter a valid date."),
]


@pytest.mark.parametrize(("data", "sentence"), UNREADABLE)
def test_what_cannot_be_checked_is_said_in_a_sentence(
    sheet: FactSheet, client: Client, data: dict[str, Any], sentence: str
) -> None:
    for headers in ({}, HTMX):
        for given in data.values():
            if isinstance(given, SimpleUploadedFile):
                given.seek(0)
        response = client.post(f"/sheets/{sheet.slug}/draft/", data, headers=headers)
        assert response.status_code == 422
        assert sentence in response.text
        assert "was not saved" not in response.text


def test_a_story_is_text_and_never_markup(sheet: FactSheet, client: Client, editor: User) -> None:
    fact = sheet.facts.get()
    decide(fact, actions.Answer(outcome="disputed", text=EVIL), by=editor)
    sheet.facts.update(label=f"Troops in Orland {EVIL}", scope=EVIL)
    story = f"The mission in Orland counts 13,000 troops {EVIL}, {EVIL} said. {EVIL} 13,000 troops were in Orland."
    response = post(client, sheet, story)
    assert Story(response.text).text == story
    for words in ("<img", "<script>alert"):
        assert words not in response.text


def test_a_story_is_marked_in_place_whatever_stands_before_it(sheet: FactSheet, client: Client) -> None:
    story = f"🚢 e\u0301 café 𝄞\r\n\r\n{STORY}"
    shown = Story(post(client, sheet, story).text)
    assert shown.text == story
    assert shown.marked[0] == "13,000 troops"


def test_the_forms_token_is_asked_for(reporter: User, sheet: FactSheet) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(reporter)
    assert post(client, sheet).status_code == 403


def test_a_story_without_figures_and_a_sheet_without_facts_are_no_trouble(client: Client) -> None:
    empty = make_sheet(slug="empty")
    assert "The story has no figure and no date" in post(client, empty, "Nothing to count.").text
    assert "Nothing in the story goes against the sheet" in post(client, empty).text
