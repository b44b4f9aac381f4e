"""The inbox at the speed of thought: by confidence, by group, by selection; what was rejected is found and restored."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journeys import expect_said
from tests.browser.pages import SignIn, assert_accessible, wait_for_htmx

INBOX = "/sheets/minusma/inbox/"


def waiting(page: Page) -> int:
    """The count on the tab."""
    return int(page.locator("#to-sort").inner_text())


def test_all_above_a_confidence_are_accepted_and_that_is_undone(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", INBOX)
    before = waiting(page)
    page.get_by_label("Sure to at least").fill("80")
    page.keyboard.press("Enter")
    page.wait_for_url("**confidence=80**")
    button = page.get_by_role("button", name=re.compile(r"Accept all \d+ as proposed"))
    expect(button).to_have_count(1)
    (promised,) = (int(n) for n in re.findall(r"\d+", button.inner_text()))
    expect(page.get_by_role("listitem").filter(has=page.get_by_role("checkbox"))).to_have_count(promised)
    button.click()
    expect_said(page, f"{promised} claims are sorted.")
    expect(page.locator("#to-sort")).to_have_text(str(before - promised))
    expect(page.get_by_role("heading", name="Nothing here to sort")).to_be_focused()
    page.get_by_role("button", name="Undo").click()
    expect_said(page, "It is undone.")
    expect(page.locator("#to-sort")).to_have_text(str(before))
    expect(button).to_have_count(1)


def test_a_group_is_one_act(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", INBOX)
    page.get_by_label("Group by").select_option("fact")
    page.wait_for_url("**group=fact**")
    heading = page.get_by_role("heading", level=2).first
    words = heading.inner_text()
    group = page.locator("#items .items > .row").filter(has_text=words)
    group.get_by_role("button").click()
    wait_for_htmx(page)
    expect(page.get_by_role("heading", level=2, name=words, exact=True)).to_have_count(0)
    assert_accessible(page)


def test_an_act_leaves_the_page_as_it_would_be_read_anew(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", INBOX)

    def assert_as_read_anew() -> None:
        wait_for_htmx(page)
        parts = "#items li.item, #items h2, #items .count, #more a, #shown, #fact option, #bulk option"
        read = "part => [part.id, part.matches('input') ? part.value : part.textContent.replace(/\\s+/g, ' ').trim()]"
        told = f"[...document.querySelectorAll({parts!r})].map({read})"
        now = page.evaluate(told)
        page.reload()
        assert now == page.evaluate(told)

    for group in ("", "?group=fact"):
        page.goto(INBOX + group)
        row = page.locator("#items [data-row]").nth(1)
        follower = page.locator("#items [data-row]").nth(2).get_attribute("id")
        untouched = page.locator("#items [data-row]").first
        untouched.evaluate("row => (row.dataset.kept = 1)")
        row.get_by_role("button", name="Accept").click()
        expect_said(page, "1 claim is sorted.")
        # The next claim has the focus, and what did not change is still the very element.
        expect(page.locator(f"#{follower} :focus")).to_have_count(1)
        expect(untouched).to_have_attribute("data-kept", "1")
        assert_as_read_anew()
        page.get_by_role("button", name="Undo").click()
        expect_said(page, "It is undone.")
        assert_as_read_anew()


@pytest.mark.parametrize("javascript", [True, False])
def test_what_is_rejected_is_found_again_and_restored(signed_in_page: SignIn, javascript: bool) -> None:
    page = signed_in_page("Editor", INBOX + "?show=proposed", javascript=javascript)
    before = waiting(page)
    row = page.get_by_role("listitem").filter(has=page.get_by_role("checkbox")).first
    row.get_by_text("Reject", exact=False).first.click()
    row.get_by_label("Another reason").fill("A wish, not a plan.")
    # Enter means what is typed, not the first button of the row.
    row.get_by_label("Another reason").press("Enter")
    expect(page.locator("#to-sort")).to_have_text(str(before - 1))
    page.goto(INBOX + "?show=rejected")
    expect(page.get_by_text("A wish, not a plan.")).to_be_visible()
    expect(page.get_by_text(re.compile("just now"))).not_to_have_count(0)
    page.get_by_role("button", name="Restore").first.click()
    expect(page.locator("#to-sort")).to_have_text(str(before))


def test_a_figure_leads_to_its_marked_sentence(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", INBOX)
    mark = page.locator("#items blockquote a").first
    words = mark.inner_text()
    mark.click()
    target = page.locator("mark:target")
    expect(target).to_be_in_viewport()
    assert words.startswith(target.inner_text().strip())


@pytest.mark.parametrize("group", ["article", "fact"])
def test_the_inbox_fits_a_narrow_screen(signed_in_page: SignIn, group: str) -> None:
    page = signed_in_page("Editor", f"{INBOX}?group={group}", viewport={"width": 320, "height": 700})
    page.locator("#items details.menu summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    box = page.locator("details.menu[open] > div").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    page.keyboard.press("Escape")
    assert_accessible(page)
