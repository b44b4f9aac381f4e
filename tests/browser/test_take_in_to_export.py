"""The whole way: five articles in, each conflict settled, reviewed, published, and fetched by the CMS."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from playwright.sync_api import Page, expect

from tests.browser import event, journeys
from tests.browser.pages import SignIn
from tests.browser.site import Site
from tests.factories import PASSWORD

SLUG = "the-grounding-of-the-aurelia"


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_five_articles_become_an_edition_that_the_cms_fetches(
    signed_in_page: SignIn, site: Site, javascript: bool
) -> None:
    desk = signed_in_page(None, javascript=javascript)
    journeys.sign_in(desk, "editor", PASSWORD)
    _take_in(desk)
    journeys.sort_as_proposed(desk)
    _settle(desk)
    _submit(desk)
    second = signed_in_page(None, javascript=javascript)
    journeys.sign_in(second, "reviewer", PASSWORD)
    _publish(second)
    _check_footnotes(second)
    _check_export(site)


def _take_in(page: Page) -> None:
    journeys.make_sheet(page, event.TITLE)
    journeys.upload(page, event.FILES)
    expect(page.get_by_role("columnheader")).to_contain_text(
        ["Fact", "The Harbour Gazette", "Northern Wire", "Island Radio", "Trade Bulletin", "Answer"]
    )
    journeys.paste(page, event.PASTED)
    expect(page.get_by_role("columnheader").filter(has_text="Kestrel Post")).to_be_visible()
    expect(journeys.find_row(page, "14 injured passengers").first).to_contain_text("conflict")
    agreed = journeys.find_row(page, "212 passengers").first
    expect(agreed).to_contain_text("agree")
    expect(agreed.get_by_role("link", name="212 passengers (same")).to_have_count(4)


def _settle(page: Page) -> None:
    panel = journeys.open_fact(page, "212 passengers")
    journeys.settle(panel, "The suggestion", outcome="212 passengers")
    panel = journeys.open_fact(page, "19 injured passengers")
    # Against two outlets that have 14.
    journeys.settle(panel, "19 injured passengers", outcome="19 injured passengers", Rationale="The hospital counted.")
    panel = journeys.open_fact(page, "$3 million")
    journeys.settle(panel, "A range", outcome="$3 to 5 million", From="3,000,000", To="5000000",
                    As_it_is_printed="$3 to 5 million")  # fmt: skip
    panel = journeys.open_fact(page, "26 fishing boats")
    words = "26 boats, says the Gazette; 41, says the harbour master"
    journeys.settle(panel, "Disputed", outcome=words, Attributed_wording=words, Rationale="Neither names a list.")
    panel = journeys.open_fact(page, "90 metres")
    journeys.settle(panel, "Left out", outcome="left out", Rationale="Of no interest to our readers.")


def _submit(page: Page) -> None:
    journeys.open_tab(page, "Review")
    page.get_by_role("button", name="Submit").click()
    journeys.expect_said(page, "The sheet is in review.")
    expect(page.get_by_text("A colleague who may approve does this.")).to_be_visible()


def _publish(page: Page) -> None:
    page.get_by_role("link", name=event.TITLE).click()
    journeys.open_tab(page, "Review")
    page.get_by_role("button", name="Approve", exact=True).click()
    journeys.expect_said(page, "The sheet is approved.")
    page.get_by_role("button", name="Publish").click()
    journeys.expect_said(page, "Edition 1 is published.")


def _check_footnotes(page: Page) -> None:
    line = page.get_by_role("definition").filter(has_text="19 injured passengers")
    line.get_by_role("link", name="note").first.click()
    note = page.locator(".references li:target")
    expect(note).to_contain_text("A hospital counted 19 injured passengers.")
    note.get_by_role("link", name="19 injured passengers").click()
    expect(page.get_by_role("heading", name="Aurelia strikes a reef")).to_be_visible()
    expect(page.locator("mark:target")).to_have_text("19 injured passengers")


def _check_export(site: Site) -> None:
    status, headers, body = _fetch(site, f"/api/sheets/{SLUG}/edition.json")
    assert status == HTTPStatus.OK
    edition = json.loads(body)
    _status, _headers, schema = _fetch(site, "/api/schemas/edition-1.json")
    Draft202012Validator(json.loads(schema), format_checker=FormatChecker()).validate(edition)
    answers = {fact["answer"]["text"]: (fact["state"], _bounds(fact)) for fact in edition["content"]["facts"]}
    assert answers == {
        "212 passengers": ("settled", ("212", "212")),
        "19 injured passengers": ("settled", ("19", "19")),
        "$3 to 5 million": ("settled", ("3000000", "5000000")),
        "26 boats, says the Gazette; 41, says the harbour master": ("disputed", (None, None)),
    }
    again, headers_again, nothing = _fetch(site, f"/api/sheets/{SLUG}/edition.json", {"If-None-Match": headers["ETag"]})
    assert (again, headers_again["ETag"], nothing) == (HTTPStatus.NOT_MODIFIED, headers["ETag"], b"")


def _bounds(fact: dict[str, Any]) -> tuple[str | None, str | None]:
    return fact["answer"]["low"], fact["answer"]["high"]


def _fetch(site: Site, path: str, headers: dict[str, str] | None = None) -> tuple[int, Any, bytes]:
    request = Request(site.url + path, headers={"Authorization": f"Bearer {site.token}", **(headers or {})})
    try:
        with urlopen(request, timeout=10) as response:
            return response.status, response.headers, response.read()
    except HTTPError as error:
        with error:
            return error.code, error.headers, error.read()
