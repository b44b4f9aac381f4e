"""Every screen of the demonstration: open to everybody in both themes, and whole on a small screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from playwright.sync_api import Page, expect

from tests.browser import journeys
from tests.browser.pages import SignIn, assert_accessible, run_axe, wait_for_htmx
from tests.browser.reading import NARROW, OVERFLOWS, assert_in_order
from tests.factories import Role

SHEET = "/sheets/minusma/"

# WCAG 1.4.10: nothing is lost at a width of 320 px, and the page itself does not scroll sideways.
SMALL = {"width": 320, "height": 640}

Open = Callable[[Page], object]


def _at(path: str, heading: str) -> Open:
    def open_page(page: Page) -> None:
        page.goto(path)
        expect(page.get_by_role("heading", name=heading).first).to_be_visible()

    return open_page


def _open_fact(page: Page, *, then: str = "") -> None:
    page.goto(SHEET)
    address = journeys.find_row(page, "303 peacekeepers").get_by_role("rowheader").get_by_role("link")
    page.goto((address.get_attribute("href") or "") + then)
    expect(page.get_by_role("heading", name="Peacekeepers killed since 2013").first).to_be_visible()


def _open_fact_beside(page: Page) -> None:
    page.goto(SHEET)
    panel = journeys.open_fact(page, "303 peacekeepers")
    panel.get_by_role("radio", name="A range").check()
    panel.get_by_text("Weigh or move evidence").click()
    panel.get_by_text("Split by scope").click()
    panel.get_by_text("Merge with another fact").click()


def _open_article(page: Page) -> None:
    page.goto(SHEET + "articles/")
    page.get_by_role("rowheader").get_by_role("link").first.click()
    expect(page.locator(".article-text mark").first).to_be_visible()


def _open_every_part(page: Page) -> None:
    _open_fact_beside(page)
    parts = page.locator("#panel details > summary")
    parts.evaluate_all("parts => parts.forEach((part) => part.parentElement.open || part.click())")
    expect(page.locator("#panel details:not([open])")).to_have_count(0)


def _open_making(page: Page) -> None:
    _open_article(page)
    page.get_by_text("Make a claim of words in the text").click()
    expect(page.get_by_role("button", name="Make the claim")).to_be_visible()


def _open_reading(page: Page) -> None:
    _open_article(page)
    page.locator(".article-text .notes").get_by_role("link", name="Correct").first.click()
    expect(page.get_by_role("button", name="Save this reading")).to_be_visible()


def _open_rejected(page: Page) -> None:
    page.goto(SHEET + "inbox/")
    row = page.locator("#items [data-row]").first
    row.get_by_text("Reject", exact=False).first.click()
    row.get_by_role("button", name="Not a claim").click()
    wait_for_htmx(page)
    page.goto(SHEET + "inbox/?show=rejected")
    expect(page.get_by_role("button", name="Restore").first).to_be_visible()


def _open_columns(page: Page) -> None:
    page.goto(SHEET)
    page.locator("summary", has_text="Columns").click()
    expect(page.get_by_role("button", name="Pin").first).to_be_visible()


def _open_palette(page: Page) -> None:
    page.goto(SHEET)
    page.keyboard.press("/")
    wait_for_htmx(page)
    expect(page.get_by_role("dialog", name="Find").get_by_role("link").first).to_be_visible()


def _open_checked_draft(page: Page) -> None:
    page.goto(SHEET + "draft/")
    page.get_by_label("The story").fill(
        "Some 15,000 personnel serve in MINUSMA, and 303 peacekeepers have been killed."
    )
    page.get_by_role("button", name="Check the story").click()
    wait_for_htmx(page)
    expect(page.locator(".notes li").first).to_be_visible()


def _open_refused_form(page: Page) -> None:
    _open_fact(page)
    page.get_by_role("radio", name="Disputed").check()
    page.get_by_role("button", name="Settle").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _open_keys(page: Page) -> None:
    page.goto(SHEET)
    page.get_by_role("button", name="Keys").click()
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


PAGES: Mapping[str, tuple[Role | None, Open]] = {
    "sign-in": (None, _at("/sign-in/", "Sign in")),
    "desk": ("Editor", _at("/", "Sheets")),
    "desk without a match": ("Editor", _at("/?q=nothing+like+it", "No sheet matches")),
    "find": ("Editor", _at("/find/?sheet=minusma&q=mission", "Find")),
    "find without a match": ("Editor", _at("/find/?q=nothing+like+it", "Find")),
    "new sheet": ("Editor", _at("/sheets/new/", "New sheet")),
    "matrix": ("Editor", _at(SHEET, "The end of the UN mission in Mali")),
    "list of keys": ("Editor", _open_keys),
    "fact beside the matrix": ("Editor", _open_fact_beside),
    "palette": ("Editor", _open_palette),
    "columns of the matrix": ("Editor", _open_columns),
    "matrix by kind": ("Editor", _at(SHEET + "?group=kind", "The end of the UN mission in Mali")),
    "fact with every part open": ("Editor", _open_every_part),
    "fact": ("Editor", _open_fact),
    "fact with a form that is not right": ("Editor", _open_refused_form),
    "fact, read only": ("Reporter", _open_fact),
    "new fact": ("Editor", _at(SHEET + "facts/new/", "New fact")),
    "change of a fact": ("Editor", lambda page: _open_fact(page, then="change/")),
    "inbox": ("Editor", _at(SHEET + "inbox/", "The end of the UN mission in Mali")),
    "inbox by fact": ("Editor", _at(SHEET + "inbox/?group=fact", "The end of the UN mission in Mali")),
    "inbox with something rejected": ("Editor", _open_rejected),
    "nothing rejected": ("Editor", _at(SHEET + "inbox/?show=rejected", "Nothing rejected")),
    "articles": ("Editor", _at(SHEET + "articles/", "The end of the UN mission in Mali")),
    "article": ("Editor", _open_article),
    "claim made by hand": ("Editor", _open_making),
    "reading corrected": ("Editor", _open_reading),
    "add articles": ("Editor", _at(SHEET + "articles/add/", "Add articles")),
    "review": ("Editor", _at(SHEET + "review/", "The end of the UN mission in Mali")),
    "editions": ("Editor", _at(SHEET + "editions/", "The end of the UN mission in Mali")),
    "draft checker": ("Reporter", _at(SHEET + "draft/", "The end of the UN mission in Mali")),
    "draft, checked": ("Reporter", _open_checked_draft),
    "edition": ("Publisher", _at(SHEET + "editions/1/", "The end of the UN mission in Mali")),
    "editions compared": ("Reporter", _at(SHEET + "editions/compare/", "From edition 1 to edition 1")),
    "corrections": ("Reporter", _at("/corrections/", "Corrections")),
    "activity": ("Editor", _at(SHEET + "activity/", "The end of the UN mission in Mali")),
    "nothing there": ("Editor", _at(SHEET + "nowhere/", "There is nothing at this address")),
    "not open": ("Reporter", _at(SHEET + "facts/new/", "This is not open to you")),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_open_to_everybody_and_whole_on_a_small_screen(signed_in_page: SignIn, name: str) -> None:
    role, open_page = PAGES[name]
    page = signed_in_page(role, None)
    open_page(page)
    assert_accessible(page)
    assert_in_order(page)
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    assert page.evaluate(OVERFLOWS) == []
    run_axe(page, {"runOnly": NARROW}, title=f"{page.url} on a small screen")


def test_a_sheet_in_review_is_open_to_everybody_until_it_is_published(signed_in_page: SignIn) -> None:
    page = signed_in_page("Publisher", SHEET + "?show=conflicts")
    for figure in ("13,000 troops and police", "in 2020 and 2021"):
        panel = journeys.open_fact(page, figure)
        journeys.settle(panel, "Left out", outcome="left out", Rationale="No line of ours.")
    journeys.open_tab(page, "Review")
    page.get_by_role("button", name="Submit").click()
    journeys.expect_said(page, "The sheet is in review.")
    second = signed_in_page("Administrator", SHEET + "review/")
    second.get_by_text("Send back").first.click()
    assert_accessible(second)
    second.get_by_role("button", name="Approve", exact=True).click()
    journeys.expect_said(second, "The sheet is approved.")
    assert_accessible(second)


def test_a_table_wider_than_the_screen_scrolls_within_itself_by_keyboard(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", SHEET, viewport=SMALL)
    table = page.get_by_role("region", name="Facts in rows")
    table.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.matrix-scroll').scrollLeft > 0")
    expect(table.get_by_role("rowheader").first).to_be_in_viewport()


def test_the_panel_opens_in_view_on_a_small_screen_and_gives_the_row_back(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", SHEET, viewport=SMALL)
    row = journeys.find_row(page, "303 peacekeepers").get_by_role("rowheader").get_by_role("link")
    row.click()
    wait_for_htmx(page)
    heading = page.locator("#panel").get_by_role("heading", name="Peacekeepers killed")
    expect(heading).to_be_in_viewport()
    box = heading.bounding_box()
    assert box is not None
    assert box["y"] < SMALL["height"] / 2, "what opened begins at the lower edge of the screen"
    page.keyboard.press("Escape")
    expect(row).to_be_focused()
    expect(row).to_be_in_viewport()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_header_of_an_article_opens_on_demand(signed_in_page: SignIn, javascript: bool) -> None:
    page = signed_in_page("Editor", javascript=javascript)
    _open_article(page)
    header = page.locator(".article-text details")
    expect(header).not_to_have_attribute("open", "")
    header.get_by_text("Front matter").click()
    expect(header).to_have_attribute("open", "")
    expect(header).to_contain_text("source: Associated Press")
