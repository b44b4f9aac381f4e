"""A story is checked before it is printed: by mouse, by keyboard, and without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser import journeys
from tests.browser.pages import SignIn, assert_accessible, wait_for_htmx
from tests.browser.reading import OVERFLOWS
from tests.browser.test_every_page import SMALL

SHEET = "/sheets/minusma/"
STORY = """🚢 Blue helmets go home

Some 15,000 personnel serve in MINUSMA. In Mali, 303 peacekeepers have been killed since 2013. \
They must complete the withdrawal by January 1, 2024.
"""
WRONG, RIGHT = "by January 1, 2024", "by December 31, 2023"
TROUBLES = "3 claims cannot be printed as they are"


def open_checker(page: Page) -> None:
    page.goto(SHEET)
    journeys.open_tab(page, "Draft checker")


def check(page: Page, story: str) -> None:
    page.get_by_label("The story").fill(story)
    page.get_by_label("To appear on").fill("2023-07-02")
    page.get_by_role("button", name="Check the story").click()


def test_a_story_is_checked_put_right_and_checked_again(signed_in_page: SignIn) -> None:
    page = signed_in_page("Reporter", SHEET, permissions=["clipboard-read", "clipboard-write"])
    open_checker(page)
    assert_accessible(page)
    check(page, STORY)
    wait_for_htmx(page)
    expect(page.get_by_role("heading", name=TROUBLES)).to_be_focused()
    expect(page.locator("#announcer")).to_have_text("4 claims checked")
    assert page.locator(".words").evaluate("element => element.textContent") == STORY
    assert_accessible(page)

    # From a figure to the fact beside it, and back.
    page.get_by_role("link", name=f"{WRONG}: deviates").click()
    expect(page.locator("li:target")).to_contain_text(RIGHT)
    expect(page.locator("li:target")).to_be_in_viewport()
    page.locator("li:target").get_by_role("link", name=WRONG).click()
    expect(page.locator("mark:target")).to_have_text(WRONG)

    copy = page.locator("li").filter(has_text=RIGHT).get_by_role("button", name="Copy the sentence")
    copy.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    corrected = f"They must complete the withdrawal {RIGHT}."
    assert page.evaluate("navigator.clipboard.readText()") == corrected

    page.get_by_text("Change the story and check it again").click()
    expect(page.get_by_label("The story")).to_have_value(STORY)
    check(page, corrected)
    wait_for_htmx(page)
    expect(page.get_by_role("heading", name="Nothing in the story goes against the sheet")).to_be_focused()
    expect(page.get_by_role("link", name=f"{RIGHT}: agrees")).to_be_visible()
    page.get_by_text(re.compile("decided facts? that the story does not mention")).click()
    expect(page.get_by_role("link", name="Mandate of MINUSMA ends")).to_be_visible()


def test_the_claims_are_walked_through_by_keyboard_on_a_small_screen(signed_in_page: SignIn) -> None:
    page = signed_in_page("Reporter", SHEET, viewport=SMALL)
    open_checker(page)
    check(page, STORY)
    wait_for_htmx(page)
    for words in ("Some 15,000 personnel", "303 peacekeepers"):
        page.keyboard.press("j")
        expect(page.get_by_role("link", name=words, exact=True)).to_be_focused()
        expect(page.get_by_role("link", name=words, exact=True)).to_be_in_viewport()
    assert page.evaluate(OVERFLOWS) == []
    assert_accessible(page, themes=("light",))


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_file_is_checked_and_what_cannot_be_read_is_said(signed_in_page: SignIn, javascript: bool) -> None:
    page = signed_in_page("Reporter", SHEET, javascript=javascript)
    open_checker(page)
    page.get_by_role("button", name="Check the story").click()
    expect(page.get_by_role("alert")).to_contain_text("Paste the story, or choose a file.")
    page.get_by_label("To appear on").fill("2023-07-02")
    page.get_by_label("Or a file").set_input_files(
        FilePayload(name="a.md", mimeType="text/plain", buffer=STORY.encode())
    )
    page.get_by_role("button", name="Check the story").click()
    expect(page.get_by_role("heading", name=TROUBLES)).to_be_visible()
    expect(page.locator("mark")).to_have_text(["Some 15,000 personnel", "303 peacekeepers", "since 2013", WRONG])
    expect(page.get_by_label("The story")).to_have_value(STORY)
