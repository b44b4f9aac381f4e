"""What was typed and not saved outlives a reload, an expired sign-in and a dead line, and is told of; no longer."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import journeys
from tests.browser.pages import SignIn, assert_accessible, wait_for_htmx
from tests.factories import PASSWORD

MATRIX = "/sheets/minusma/"
NEW_FACT = "/sheets/minusma/facts/new/"
TOLD = "What you typed here before is back; it is not saved yet."
STORED = "() => Object.keys(localStorage).filter(key => key.startsWith('unsaved ')).length"


def test_a_decision_outlives_a_reload_until_it_is_saved(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    journeys.type_a_decision(page)
    page.reload()
    panel = journeys.open_fact(page, "in 2020 and 2021")
    journeys.expect_typed(panel)
    expect(panel.get_by_text(TOLD)).to_be_visible()
    assert_accessible(page, within="#panel")

    panel.get_by_role("button", name="Settle").click()
    expect(panel.locator(".panel-answer")).to_contain_text("twice, in 2020 and 2021")
    assert page.evaluate(STORED) == 0
    page.reload()
    panel = journeys.open_fact(page, "in 2020 and 2021")
    expect(panel.get_by_label("Rationale")).to_have_value("")
    expect(panel.get_by_text(TOLD)).to_have_count(0)


def test_another_act_on_the_fact_leaves_the_rationale_that_is_being_written(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    panel = journeys.type_a_decision(page)
    panel.get_by_text("Comments", exact=False).first.click()
    panel.get_by_role("textbox", name="Comment").fill("Ring the ministry.")
    panel.get_by_role("button", name="Comment", exact=True).click()
    wait_for_htmx(page)
    expect(panel.get_by_text("Ring the ministry.").first).to_be_visible()
    expect(panel.get_by_role("textbox", name="Comment")).to_have_value("")
    journeys.expect_typed(panel)


def test_a_form_of_its_own_page_outlives_a_dead_line_and_an_expired_sign_in(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", NEW_FACT)
    label = page.get_by_label("Fact", exact=True)
    label.fill("Schools closed")
    page.context.set_offline(True)
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name="Add the fact").click(no_wait_after=True)
    page.context.set_offline(False)
    page.goto(NEW_FACT)
    expect(label).to_have_value("Schools closed")
    expect(page.get_by_text(TOLD)).to_be_visible()

    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Add the fact").click()
    expect(page.get_by_text("What you typed and did not save is kept in this browser.")).to_be_visible()
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{NEW_FACT}")
    expect(label).to_have_value("Schools closed")
    expect(page.get_by_text(TOLD)).to_be_visible()

    page.get_by_role("button", name="Add the fact").click()
    expect(page.get_by_text("Schools closed").first).to_be_visible()
    assert page.evaluate(STORED) == 0
    page.goto(NEW_FACT)
    expect(label).to_have_value("")


def test_who_signs_in_again_in_another_tab_sends_the_form_of_this_one(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    panel = journeys.type_a_decision(page)
    page.context.clear_cookies(name="sessionid")
    panel.get_by_role("button", name="Settle").click()
    journeys.expect_said(page, "You are signed out; nothing was saved.")

    with page.expect_popup() as popup:
        page.get_by_role("status").get_by_role("link", name="Sign in").click()
    journeys.sign_in(popup.value, "editor", PASSWORD)
    popup.value.close()
    journeys.expect_typed(panel)
    panel.get_by_role("button", name="Settle").click()
    expect(panel.locator(".panel-answer")).to_contain_text("twice, in 2020 and 2021")
    assert page.evaluate(STORED) == 0


def test_on_a_page_of_its_own_too_a_decision_comes_back_after_the_sign_in(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    link = journeys.find_row(page, "in 2020 and 2021").get_by_role("rowheader").get_by_role("link")
    page.goto(link.get_attribute("href") or "")
    page.get_by_label("Rationale").fill("There were two coups.")
    address = page.url
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Settle").click()
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(address)
    expect(page.get_by_label("Rationale")).to_have_value("There were two coups.")


def test_what_came_back_can_be_discarded(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", NEW_FACT)
    page.get_by_label("Fact", exact=True).fill("Schools closed")
    page.reload()
    page.get_by_role("button", name="Discard it").click()
    expect(page.get_by_label("Fact", exact=True)).to_have_value("")
    expect(page.get_by_text(TOLD)).to_have_count(0)
    assert page.evaluate(STORED) == 0


def test_a_story_being_checked_stays_until_the_sign_out(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", "/sheets/minusma/draft/")
    page.get_by_label("The story").fill("The mission has 13,000 troops and police.")
    page.get_by_role("button", name="Check the story").click()
    wait_for_htmx(page)
    expect(page.locator("#draft-title")).to_be_visible()
    page.reload()
    expect(page.get_by_label("The story")).to_have_value("The mission has 13,000 troops and police.")
    expect(page.get_by_text(TOLD)).to_be_visible()

    page.get_by_role("banner").locator("summary").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    assert page.evaluate(STORED) == 0


def test_a_claim_being_made_is_kept_while_its_reading_is_shown(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX + "articles/")
    page.get_by_role("rowheader").get_by_role("link").first.click()
    form = page.locator("#make")
    form.locator("summary").click()
    form.get_by_label("Words as they stand in the text").fill("several thousand people")
    wait_for_htmx(page)
    page.reload()
    expect(form).to_have_attribute("open", "")
    expect(form.get_by_label("Words as they stand in the text")).to_have_value("several thousand people")


def test_nobody_is_shown_what_somebody_else_typed(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", NEW_FACT)
    page.get_by_label("Fact", exact=True).fill("Schools closed")
    page.context.clear_cookies()
    page.goto("/sign-in/")
    journeys.sign_in(page, "admin", PASSWORD)
    page.goto(NEW_FACT)
    expect(page.get_by_label("Fact", exact=True)).to_have_value("")


def test_nothing_is_kept_of_the_sign_in(page: Page) -> None:
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill("a secret")
    page.reload()
    expect(page.get_by_label("Password")).to_have_value("")
    assert page.evaluate("() => JSON.stringify(localStorage)") == "{}"
