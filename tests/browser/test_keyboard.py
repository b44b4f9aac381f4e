"""No hand leaves the keyboard: from the desk to settled facts and a sorted inbox."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.journeys import expect_said
from tests.browser.pages import SignIn, wait_for_htmx

SHOWS_ITS_FOCUS = """element => {
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  return element.matches(":focus-visible") && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}"""


def test_facts_are_settled_by_keyboard_alone(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor")
    keys = page.keyboard
    _tab_to(page, page.get_by_role("link", name="The end of the UN mission in Mali"))
    keys.press("Enter")
    page.wait_for_url("/sheets/minusma/")

    # A claim's value, by its digit.
    row = _walk_to(page, "Personnel of MINUSMA")
    keys.press("Enter")
    wait_for_htmx(page)
    panel = page.locator("#panel")
    _expect_focus(panel.get_by_role("heading", name="Personnel of MINUSMA"))
    choice = panel.get_by_role("radio", name="13,000 troops and police")
    keys.press(choice.get_attribute("data-key") or "")
    _expect_focus(choice)
    expect(choice).to_be_checked()
    keys.press("w")
    wait_for_htmx(page)
    expect_said(page, "The decision is saved.")
    _expect_focus(panel.get_by_role("heading", name="Personnel of MINUSMA"))
    expect(panel.locator(".panel-answer")).to_contain_text("13,000 troops and police")
    expect(row).to_contain_text("settled")
    expect(row).not_to_contain_text("challenged")

    # Back to the row, and on to the fact that is in conflict: a range, typed.
    keys.press("Escape")
    expect(panel).to_be_hidden()
    _expect_focus(row.get_by_role("rowheader").get_by_role("link"))
    _walk_to(page, "Army officers seize power")
    keys.press("Enter")
    wait_for_htmx(page)
    keys.press("r")
    expect(panel.get_by_role("radio", name="A range")).to_be_checked()
    _expect_focus(panel.get_by_label("From"))
    keys.type("2020-01-01")
    _type(page, panel.get_by_label("To", exact=True), "2021-12-31")
    _type(page, panel.get_by_label("As it is printed"), "two coups, in 2020 and 2021")
    _tab_to(page, panel.get_by_role("button", name="Settle"))
    keys.press("Enter")
    wait_for_htmx(page)
    expect_said(page, "The decision is saved.")
    expect(panel.locator(".panel-answer")).to_contain_text("two coups, in 2020 and 2021")

    # What the form refuses is said, and its fault is one step away.
    keys.press("d")
    _expect_focus(panel.get_by_label("Rationale"))
    keys.press("Control+Enter")
    wait_for_htmx(page)
    _expect_focus(panel.get_by_role("alert"))
    _tab_to(page, panel.get_by_role("alert").get_by_role("link").first)
    keys.press("Enter")
    expect(panel.locator("[aria-invalid=true]").first).to_be_focused()
    keys.press("Tab")

    # On to the next fact without leaving the panel, and back.
    keys.press("Shift+Tab")
    _tab_to(page, panel.get_by_role("button", name="Settle"))
    keys.press("j")
    wait_for_htmx(page)
    _expect_focus(panel.get_by_role("heading", name="Wagner fighters in Mali"))
    keys.press("k")
    wait_for_htmx(page)
    _expect_focus(panel.get_by_role("heading", name="Army officers seize power"))


def test_the_inbox_is_sorted_by_keyboard_alone(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", "/sheets/minusma/inbox/?show=proposed")
    keys = page.keyboard
    claims = page.get_by_role("listitem").filter(has=page.get_by_role("button", name="Accept"))
    count = claims.count()

    keys.press("j")
    keys.press("j")
    box = claims.nth(1).get_by_role("checkbox")
    _expect_focus(box)
    words = claims.nth(1).inner_text()
    keys.press("a")
    wait_for_htmx(page)
    expect_said(page, "1 claim is sorted.")
    expect(claims).to_have_count(count - 1)
    expect(claims.filter(has_text=words)).to_have_count(0)
    # The focus is where the claim was: on the one that took its place.
    _expect_focus(claims.nth(1).get_by_role("checkbox"))

    keys.press("x")
    _expect_focus(claims.nth(1).get_by_role("button", name="Not about this event"))
    keys.press("4")
    wait_for_htmx(page)
    expect(claims).to_have_count(count - 2)
    _expect_focus(claims.nth(1).get_by_role("checkbox"))

    # Undone, and done again.
    for left in (count - 1, count - 2):
        keys.press("u")
        wait_for_htmx(page)
        expect_said(page, "It is undone.")
        expect(claims).to_have_count(left)

    keys.press("j")
    keys.press("Space")
    keys.press("j")
    keys.press("Space")
    expect(page.get_by_text("2 selected")).to_be_visible()
    keys.press("p")
    _expect_focus(page.get_by_label("Fact to place under"))
    keys.type("Wagner")
    keys.press("Tab")
    keys.press("Enter")
    wait_for_htmx(page)
    expect_said(page, "2 claims are sorted.")
    expect(claims).to_have_count(count - 4)


def test_the_list_of_keys_opens_closes_and_switches_them_off(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", "/sheets/minusma/")
    keys = page.keyboard
    keys.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    _tab_to(page, dialog.get_by_role("button", name="Switch single keys off"))
    keys.press("Enter")
    wait_for_htmx(page)
    _expect_focus(dialog.get_by_role("button", name="Switch single keys on"))
    keys.press("Escape")
    expect(dialog).to_be_hidden()
    keys.press("j")
    expect(page.locator("[data-open]:focus")).to_have_count(0)
    page.reload()
    keys.press("?")
    expect(dialog).to_be_hidden()
    # A key with a modifier is no single key.
    keys.press("Control+k")
    expect(page.get_by_role("dialog", name="Find")).to_be_visible()
    keys.press("Escape")

    page.get_by_role("button", name="Keys").click()
    dialog.get_by_role("button", name="Switch single keys on").click()
    wait_for_htmx(page)
    keys.press("Escape")
    keys.press("j")
    expect(page.locator("[data-open]:focus")).to_have_count(1)


def _tab_to(page: Page, target: Locator, *, within: int = 60) -> None:
    """Press Tab until the target has the focus, which every stop on the way must show."""
    for _step in range(within):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            _expect_focus(target)
            return
    raise AssertionError(f"{within} times Tab does not lead to {target}")


def _walk_to(page: Page, label: str) -> Locator:
    """Press j until the row of this fact has the focus, and k where it lies above."""
    row = page.get_by_role("row", name=label)
    link = row.get_by_role("rowheader").get_by_role("link")
    for key in "jk":
        for _step in range(page.locator("[data-row]").count()):
            page.keyboard.press(key)
            if link.evaluate("element => element === document.activeElement"):
                _expect_focus(link)
                return row
    raise AssertionError(f"neither j nor k leads to {label}")


def _type(page: Page, field: Locator, words: str) -> None:
    _tab_to(page, field)
    page.keyboard.type(words)


def _expect_focus(target: Locator) -> None:
    """The target has the focus, within view, with an outline around it."""
    expect(target).to_be_focused()
    assert target.evaluate(SHOWS_ITS_FOCUS), f"the focus on {target} is not shown"
