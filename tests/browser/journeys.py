"""What people do on the screens, step by step; each step works with and without JavaScript."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import FilePayload, Locator, Page, expect


def sign_in(page: Page, username: str, password: str) -> None:
    """Sign in by the form."""
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Sheets")).to_be_visible()


def open_tab(page: Page, name: str) -> None:
    """Go to one of the sheet's screens."""
    page.get_by_role("navigation", name="Sheet").get_by_role("link", name=name).click()
    expect(page.get_by_role("navigation", name="Sheet").locator("[aria-current]")).to_contain_text(name)


def make_sheet(page: Page, title: str) -> None:
    """From the desk to a new sheet, which asks for its first articles."""
    page.get_by_role("link", name="New sheet").first.click()
    page.get_by_label("Title").fill(title)
    page.get_by_role("button", name="Create the sheet").click()
    expect(page.get_by_role("heading", name="Add articles")).to_be_visible()


def upload(page: Page, files: Mapping[str, str]) -> None:
    """Take files in, all at once, from the form that adds articles."""
    payloads = [FilePayload(name=name, mimeType="text/markdown", buffer=text.encode()) for name, text in files.items()]
    page.get_by_label("Files").set_input_files(payloads)
    page.get_by_role("button", name="Take in").click()
    expect_said(page, f"{len(files)} articles are taken in." if len(files) > 1 else "1 article is taken in.")
    if len(files) > 1:
        # The page on which each was told of.
        page.get_by_role("link", name="Open the matrix").click()


def paste(page: Page, fields: Mapping[str, str]) -> None:
    """Take one text in, from any screen of the sheet."""
    open_tab(page, "Articles")
    page.get_by_role("link", name="Add articles").click()
    for label, words in fields.items():
        page.get_by_label(label, exact=True).fill(words)
    page.get_by_role("button", name="Take in").click()
    expect_said(page, "1 article is taken in.")


def find_row(page: Page, figure: str) -> Locator:
    """The row of the matrix in which this figure stands."""
    return page.get_by_role("row").filter(has=page.get_by_role("link", name=figure))


def open_fact(page: Page, figure: str) -> Locator:
    """From any screen of the sheet to the fact under which this figure stands.

    Returns:
        Its panel, beside the matrix or on a page of its own.
    """
    open_tab(page, "Matrix")
    link = find_row(page, figure).get_by_role("rowheader").get_by_role("link")
    label = link.inner_text()
    link.click()
    panel = page.locator("#panel")
    expect(panel.get_by_role("heading", name=label, exact=True)).to_be_visible()
    return panel


def settle(panel: Locator, choice: str, *, outcome: str, **fields: str) -> None:
    """Decide the fact of a panel: choose, fill the fields of these labels, and wait for the outcome to be shown."""
    panel.get_by_role("radio", name=choice).check()
    for label, words in fields.items():
        panel.get_by_label(label.replace("_", " "), exact=True).fill(words)
    panel.get_by_role("button", name="Settle").click()
    expect(panel.locator(".panel-answer")).to_contain_text(outcome)


def type_a_decision(page: Page) -> Locator:
    """Decide a fact of the demonstration but for the last step; `expect_typed` says what must be left of it."""
    panel = open_fact(page, "in 2020 and 2021")
    panel.get_by_role("radio", name="An own value").check()
    panel.get_by_label("As it is printed").fill("twice, in 2020 and 2021")
    panel.get_by_label("Rationale").fill("There were two coups.")
    return panel


def expect_typed(panel: Locator) -> None:
    """Wait until a panel shows what `type_a_decision` typed."""
    expect(panel.get_by_role("radio", name="An own value")).to_be_checked()
    expect(panel.get_by_label("As it is printed")).to_have_value("twice, in 2020 and 2021")
    expect(panel.get_by_label("Rationale")).to_have_value("There were two coups.")


def sort_as_proposed(page: Page) -> None:
    """Accept every claim of the inbox that the program has a place for."""
    open_tab(page, "Inbox")
    boxes = page.get_by_role("checkbox", name="Select")
    expect(boxes.first).to_be_visible()
    for box in boxes.all():
        box.check()
    page.get_by_role("button", name="Accept as proposed").click()
    expect(page.get_by_role("heading", name="All sorted")).to_be_visible()


def expect_said(page: Page, words: str) -> None:
    """Wait until the live region says it."""
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()
