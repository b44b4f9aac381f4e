"""The doors of the site, in a browser."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.pages import SignIn, assert_accessible
from tests.factories import PASSWORD


def test_the_admin_asks_who_is_there(page: Page) -> None:
    page.goto("/admin/login/")
    expect(page.get_by_label("Username")).to_be_focused()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()


def test_an_editor_signs_in_with_a_password_and_comes_to_the_desk(page: Page) -> None:
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_the_sign_in_form_is_accessible(page: Page) -> None:
    assert_accessible(page)


def test_a_signed_in_editor_comes_to_the_desk_at_once(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
