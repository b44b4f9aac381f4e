"""The desk in French, for an editor who chose it before the sign-in."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import journeys
from tests.browser.pages import SignIn, assert_accessible
from tests.browser.reading import OVERFLOWS
from tests.browser.test_every_page import SHEET, SMALL
from tests.factories import PASSWORD


def test_an_editor_settles_a_fact_in_french_from_the_sign_in_to_the_review(signed_in_page: SignIn) -> None:
    page = signed_in_page(None)
    page.get_by_role("button", name="Français").click()
    expect(page.get_by_role("heading", name="Se connecter")).to_be_visible()
    _check(page)
    page.get_by_label("Nom d’utilisateur").fill("editor")
    page.get_by_label("Mot de passe").fill(PASSWORD)
    page.get_by_role("button", name="Se connecter").click()
    expect(page.get_by_role("heading", name="Fiches", level=1)).to_be_visible()
    _check(page)
    page.goto(SHEET)
    expect(page.get_by_role("columnheader", name="Réponse")).to_be_visible()
    _check(page)
    journeys.find_row(page, "303 peacekeepers").get_by_role("rowheader").get_by_role("link").click()
    panel = page.locator("#panel")
    expect(panel.get_by_role("heading", name="Notre réponse")).to_be_visible()
    panel.get_by_role("radio", name="Non établi").check()
    panel.get_by_label("Justification", exact=True).fill("La mission ne le dit pas.")
    panel.get_by_role("button", name="Trancher").click()
    expect(panel.locator(".panel-answer")).to_contain_text("non établi")
    _check(page)
    page.get_by_role("link", name="Relecture").click()
    expect(page.get_by_role("heading", name="Soumettre à relecture")).to_be_visible()
    _check(page)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Submit for review")).to_be_visible()


def _check(page: Page) -> None:
    """Said to be French, accessible, and whole on a small screen, where the longer words have to find their place."""
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    assert_accessible(page, themes=("light",))
    size = page.viewport_size
    assert size is not None
    page.set_viewport_size({"width": SMALL["width"], "height": SMALL["height"]})
    assert page.evaluate(OVERFLOWS) == []
    page.set_viewport_size(size)
