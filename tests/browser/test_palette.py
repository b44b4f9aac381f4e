"""The palette leads from anywhere to any sheet, fact, article and act by its name."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import SignIn, assert_accessible, wait_for_htmx

MATRIX = "/sheets/minusma/"


def _open(page: Page, *, by: str) -> None:
    page.keyboard.press(by)
    expect(page.get_by_role("dialog", name="Find")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Sheet, fact, article or act").last).to_be_focused()


def test_enter_goes_to_the_first_fact_however_fast_it_was_typed(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor")
    _open(page, by="/")
    page.keyboard.type("peacekeepers killed since")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Peacekeepers killed since 2013").first).to_be_visible()
    assert re.search(r"/facts/\d+/$", page.url)


def test_arrows_walk_through_what_was_found_and_a_letter_goes_on_typing(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    _open(page, by="Control+k")
    wait_for_htmx(page)
    dialog = page.get_by_role("dialog", name="Find")
    # What can be done here stands there before a letter is typed.
    expect(dialog.get_by_role("link", name="Add articles")).to_be_visible()
    page.keyboard.type("review")
    links = dialog.get_by_role("link")
    expect(links.first).to_contain_text("Review and publish")
    wait_for_htmx(page)
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(links.last).to_be_focused()
    page.keyboard.type(" and")
    expect(dialog.get_by_role("searchbox")).to_have_value("review and")
    expect(links).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review/")
    # Who comes back finds the page without the palette.
    page.go_back()
    page.wait_for_url(f"**{MATRIX}")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_it_opens_while_one_types_and_gives_the_focus_back(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor")
    title = page.get_by_label("Title")
    title.fill("The end / of it")
    expect(page.get_by_role("dialog")).to_have_count(0)
    _open(page, by="Control+k")
    wait_for_htmx(page)
    page.keyboard.press("Escape")
    expect(title).to_be_focused()
    expect(title).to_have_value("The end / of it")


def test_it_gives_the_focus_back_to_the_row(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    page.keyboard.press("j")
    row = page.locator("[data-row] [data-open]").first
    expect(row).to_be_focused()
    _open(page, by="/")
    wait_for_htmx(page)
    page.keyboard.press("Escape")
    expect(row).to_be_focused()


def test_it_is_open_to_everybody(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    _open(page, by="/")
    page.keyboard.type("mission")
    wait_for_htmx(page)
    expect(page.locator("#found-said")).to_contain_text("found")
    assert_accessible(page)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert_accessible(page, themes=("light",))


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_page_of_its_own_does_the_same(signed_in_page: SignIn, javascript: bool) -> None:
    page = signed_in_page("Editor", "/find/?sheet=minusma", javascript=javascript)
    box = page.get_by_role("searchbox", name="Sheet, fact, article or act")
    expect(box).to_have_count(1)
    box.fill("peacekeepers killed")
    page.get_by_role("main").get_by_role("button", name="Find").click()
    assert "q=peacekeepers+killed" in page.url
    page.get_by_role("main").get_by_role("link", name="Peacekeepers killed since 2013").first.click()
    expect(page.get_by_role("heading", name="Peacekeepers killed since 2013").first).to_be_visible()


def test_without_javascript_its_link_leads_to_the_page(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX, javascript=False)
    page.get_by_role("link", name="Find").click()
    page.wait_for_url("**/find/?sheet=minusma")
    expect(page.get_by_role("heading", name="Find", level=1)).to_be_visible()
    expect(page.get_by_role("link", name="Inbox: sort claims")).to_be_visible()


def test_an_answer_that_comes_late_takes_the_focus_from_nobody(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    _open(page, by="/")
    wait_for_htmx(page)
    dialog = page.get_by_role("dialog", name="Find")
    # Before the answer to the letters is there, the focus is on what they will take away.
    page.keyboard.type("review and")
    page.keyboard.press("ArrowUp")
    expect(dialog.get_by_role("link")).to_have_count(1)
    wait_for_htmx(page)
    expect(dialog.get_by_role("searchbox")).to_be_focused()
