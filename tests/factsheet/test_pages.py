"""What holds for every page as it is served: its outline, its names for what can be used, and no JavaScript needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from factsheet import actions
from factsheet.models import Fact, FactSheet
from tests.factories import NOON, make_evidence
from tests.factsheet.newsroom import decide, make_dossier, make_fact_with

TEXTS = (
    "The mission in Orland counts 13,000 troops, the council said. It ends on Friday.",
    "More than 15,000 troops leave Orland, a spokesman said on Saturday.",
)
VOID = {"input", "link", "meta", "br", "hr"}
UNNAMED = {"hidden", "submit"}


class Page(HTMLParser):
    """The elements of a page, and of each control the words that name it."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.stack: list[str] = []
        self.unnamed: list[str] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element, and whether a label stands around a control."""
        found = {name: value or "" for name, value in attrs}
        self.elements.append((tag, found))
        if tag not in VOID:
            self.stack.append(tag)
        if (
            tag in ("input", "select", "textarea")
            and found.get("type") not in UNNAMED
            and "aria-label" not in found
            and "label" not in self.stack
        ):
            self.unnamed.append(found.get("id", ""))

    def handle_endtag(self, tag: str) -> None:
        """Leave the element; what is closed must be what is open."""
        assert self.stack, tag
        assert self.stack.pop() == tag

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element of the tag."""
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture
def sheet(editor: User, publisher: User) -> FactSheet:
    """A sheet on which everything is on show: figures that differ, an answer, claims to sort, and an edition."""
    sheet = make_dossier(*TEXTS, by=editor)
    decide(make_fact_with("13000", "15000", sheet=sheet, label="Troops"), "13000", by=editor)
    make_fact_with("170", "303", sheet=sheet, label="Killed")
    make_evidence(sheet=sheet)
    Fact.objects.filter(sheet=sheet, state="open").exclude(label="Killed").update(status="agree")
    FactSheet.objects.filter(pk=sheet.pk).update(state="approved", facts_in_conflict=0)
    sheet.refresh_from_db()
    actions.publish(sheet, by=publisher, at=NOON, note="First print.")
    return sheet


def _addresses(sheet: FactSheet) -> list[str]:
    slug = sheet.slug
    facts = sheet.facts.filter(label__in=["Troops", "Killed"])
    of_sheet = (
        "matrix",
        "inbox",
        "article-list",
        "article-add",
        "draft",
        "review",
        "edition-list",
        "activity",
        "fact-new",
    )
    return [
        reverse("desk"),
        reverse("desk") + "?q=nothing+like+it",
        reverse("sheet-new"),
        *(reverse(name, args=[slug]) for name in of_sheet),
        *(fact.get_absolute_url() for fact in facts),
        reverse("matrix", args=[slug]) + "?show=challenged",
        reverse("inbox", args=[slug]) + "?show=rejected",
        reverse("article", args=[slug, sheet.entries.earliest("position").article_id]),
        reverse("edition", args=[slug, 1]),
        "/nowhere/",
    ]


def test_every_page_has_an_outline_that_can_be_walked(
    sheet: FactSheet, publisher: User, client_of: Callable[[User | None], Client]
) -> None:
    client = client_of(publisher)
    for address in (*_addresses(sheet), reverse("sign-in")):
        reader = client_of(None) if address == reverse("sign-in") else client
        response = reader.get(address)
        assert response.status_code == (404 if address == "/nowhere/" else 200), address
        page = Page(response.content.decode())
        assert page.stack == [], address
        assert len(page.all("h1")) == 1, address
        assert [main["id"] for main in page.all("main")] == ["main"], address
        assert any(link.get("href") == "#main" for link in page.all("a")), address
        assert page.all("html")[0]["lang"] == "en"
        levels = [int(tag[1]) for tag, _ in page.elements if tag in ("h1", "h2", "h3")]
        assert all(below - above <= 1 for above, below in pairwise(levels)), address


def test_every_name_on_a_page_leads_to_one_element(
    sheet: FactSheet, publisher: User, client_of: Callable[[User | None], Client]
) -> None:
    client = client_of(publisher)
    for address in _addresses(sheet):
        page = Page(client.get(address).content.decode())
        ids = Counter(attributes["id"] for _tag, attributes in page.elements if "id" in attributes)
        assert [name for name, times in ids.items() if times > 1] == [], address
        wanted = {
            name
            for _tag, attributes in page.elements
            for key in ("for", "form", "aria-describedby", "aria-labelledby")
            for name in attributes.get(key, "").split()
        } | {link["href"][1:] for link in page.all("a") if link.get("href", "").startswith("#")}
        assert wanted <= ids.keys(), address
        labels = {label.get("for") for label in page.all("label")}
        assert [name for name in page.unnamed if name not in labels] == [], address


def test_every_table_says_what_it_shows_and_what_its_heads_head(
    sheet: FactSheet, publisher: User, client_of: Callable[[User | None], Client]
) -> None:
    client = client_of(publisher)
    for address in _addresses(sheet):
        page = Page(client.get(address).content.decode())
        assert len(page.all("caption")) == len(page.all("table")), address
        assert all(head.get("scope") in ("row", "col", "rowgroup") for head in page.all("th")), address


def test_every_form_that_changes_something_carries_its_own_proof(
    sheet: FactSheet, publisher: User, client_of: Callable[[User | None], Client]
) -> None:
    client = client_of(publisher)
    for address in _addresses(sheet):
        page = Page(client.get(address).content.decode())
        forms = [form for form in page.all("form") if form.get("method") == "post"]
        proofs = [field for field in page.all("input") if field.get("name") == "csrfmiddlewaretoken"]
        assert len(forms) == len(proofs), address
