"""Whatever an article, a file or an editor wrote is text on every screen, never markup."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from factsheet import actions
from factsheet.models import Evidence, Fact, FactSheet, Mismatch, SheetArticle
from tests.factories import NOON, make_article, make_claim, make_evidence, make_sheet, make_sheet_article, make_source
from tests.factsheet.newsroom import LATER, decide
from tests.factsheet.views.desk import HTMX, PAGES, SignIn

pytestmark = pytest.mark.django_db

# Ends an attribute, a comment, a script and a text area, and then would do something that can be seen.
EVIL = "'\"></textarea></script>--><img src=x onerror=alert(1)><script>alert(1)</script>"
ADDRESS = "https://evil.example/'\"onmouseover=alert(1)//<script>"


class Elements(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def assert_harmless(page: str) -> None:
    for tag, attributes in Elements(page).found:
        assert not any(name.startswith("on") for name in attributes), (tag, attributes)
        assert tag != "img" or attributes.get("src") != "x"
        assert not str(attributes.get("href", "")).startswith("javascript:")
    assert "<script>alert" not in page


def make_evil_sheet(by: User) -> dict[str, dict[str, object]]:
    """A sheet in which every word is an attack; gives the keys of its addresses."""
    sheet = make_sheet(EVIL, slug="evil", summary=EVIL)
    article = make_article(
        f"{EVIL} 13,000 troops {EVIL}", title=EVIL, source=make_source(EVIL), url=ADDRESS, file_name=EVIL
    )
    article.furniture = [[0, 5, EVIL]]
    article.save(update_fields=["furniture"])
    make_sheet_article(sheet, article, origin_reason=EVIL)
    fact = actions.create_fact(
        sheet, label=EVIL, kind="quantity", unit=EVIL[:64], scope=EVIL, heading=EVIL[:120], by=by, at=NOON
    )
    claim = make_claim(
        "13,000 troops", article=article, low="13000", high="13000", unit=EVIL[:64], noun=EVIL, attribution=EVIL,
        attribution_start=0, attribution_end=9, read_as=EVIL,
    )  # fmt: skip
    evil_claim = make_claim(EVIL, article=article, kind="quote")
    make_evidence(claim, fact=fact, placed_because=EVIL)
    make_evidence(evil_claim, sheet=sheet)
    rejected = make_evidence(make_claim(EVIL[2:], article=article, kind="quote"), sheet=sheet)
    actions.reject(sheet, [rejected.pk], reason=EVIL, by=by, at=NOON)
    (item,) = Evidence.objects.filter(fact=fact)
    answer = actions.Answer.of_claim(item, text=EVIL)
    decide(Fact.objects.get(pk=fact.pk), answer, by=by, rationale=EVIL)
    FactSheet.objects.filter(pk=sheet.pk).update(state="in_review")
    sheet.refresh_from_db()
    actions.send_back(sheet, comment=EVIL, by=by, at=LATER)
    FactSheet.objects.filter(pk=sheet.pk).update(state="approved", approved_by=by, approved_at=NOON)
    sheet.refresh_from_db()
    actions.publish(sheet, by=by, at=LATER, note=EVIL)
    Mismatch.objects.create(sheet=sheet, kind="part", reason=EVIL, evidence=item, sentence=EVIL).facts.set([fact])
    SheetArticle.objects.filter(sheet=sheet).update(origin_ruling="alone", origin_because=EVIL, origin_reason=EVIL)
    keys: dict[str, dict[str, object]] = {name: {"slug": "evil"} for name in PAGES}
    keys |= {name: {} for name in ("corrections", "desk", "find", "notices", "sheet-new")}
    keys |= {"edition": {"slug": "evil", "number": 1}}
    keys |= {name: {"slug": "evil", "pk": fact.pk} for name in ("fact", "fact-change")}
    revision = make_article(f"{article.text} {EVIL}", previous=article, title=EVIL)
    mine = make_claim(EVIL, article=revision, kind="quote", read_as=EVIL, read_by="editor", made_by=by)
    make_evidence(mine, sheet=sheet, state="rejected", reason=EVIL)
    of_article = {"slug": "evil", "pk": article.pk}
    keys |= dict.fromkeys(("article", "article-describe", "article-origin", "article-claim"), of_article)
    return keys | {
        "article-reading": {**of_article, "claim": claim.pk},
        "article-changes": {"slug": "evil", "pk": revision.pk},
    }


@pytest.fixture
def evil_client(publisher: User, client_of: SignIn) -> Client:
    publisher.first_name, publisher.last_name = EVIL, EVIL
    publisher.save()
    return client_of(publisher)


def test_every_screen_escapes_what_it_shows(evil_client: Client, publisher: User) -> None:
    keys = make_evil_sheet(publisher)
    assert keys.keys() == set(PAGES)
    for name in PAGES:
        address = reverse(name, kwargs=keys[name])
        for headers in ({}, HTMX):
            response = evil_client.get(address, headers=headers)
            assert response.status_code == 200, name
            assert_harmless(response.text)
            if name not in ("sheet-new", "fact-new", "draft"):
                assert "&lt;" in response.text or name == "article-add", name


@pytest.mark.parametrize(
    "address",
    ["/?q={}", "/find/?q={}&sheet={}", "/sheets/evil/?show={}&kind={}", "/sheets/evil/inbox/?show={}&after={}"],
)
def test_what_stands_in_the_address_is_escaped(evil_client: Client, publisher: User, address: str) -> None:
    make_evil_sheet(publisher)
    for words in (EVIL, "javascript:alert(1)", "\x00"):
        response = evil_client.get(address.replace("{}", words.replace("&", "%26").replace("#", "%23")))
        assert response.status_code == 200
        assert_harmless(response.text)


def test_what_was_typed_comes_back_escaped(evil_client: Client, publisher: User) -> None:
    keys = make_evil_sheet(publisher)
    fact = keys["fact"]["pk"]
    typed = {
        "title": EVIL,
        "source": EVIL,
        "url": EVIL,
        "timezone": EVIL,
        "answer": EVIL,
        "rationale": EVIL,
        "low": EVIL,
    }
    typed |= {"choice": EVIL, "label": EVIL * 9, "version": "1", "published": EVIL}
    for address, status in (
        ("/sheets/new/", 302),
        ("/sheets/evil/articles/add/", 422),
        (f"/sheets/evil/facts/{fact}/settle/", 422),
        ("/sheets/evil/facts/new/", 422),
    ):
        response = evil_client.post(address, typed)
        assert response.status_code == status
        assert_harmless(response.text)


def test_the_names_of_files_come_back_escaped(evil_client: Client, publisher: User) -> None:
    make_sheet(slug="evil")
    file = SimpleUploadedFile("<img src=x onerror=alert(1)>.txt", b" ")
    response = evil_client.post("/sheets/evil/articles/add/", {"uploads": [file]})
    assert response.status_code == 422
    assert_harmless(response.text)
    assert "&lt;img" in response.text


def test_a_refusal_is_escaped(evil_client: Client, publisher: User) -> None:
    make_evil_sheet(publisher)
    item = Evidence.objects.get(state="candidate")
    for headers in ({}, HTMX):
        response = evil_client.post("/sheets/evil/inbox/sort/", {"act": "accept", "evidence": item.pk}, headers=headers)
        assert response.status_code == 409
        assert "has no proposed place" in response.text
        assert_harmless(response.text)
