"""What holds on every screen: the exact time, the way back, what long work says, the theme, and paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.pages import SignIn, wait_for_htmx

MATRIX = "/sheets/minusma/"

# What stands after the words of an element, drawn by the style sheet.
AFTER = "element => getComputedStyle(element, '::after').content"


def test_the_exact_time_is_there_for_the_pointer_and_for_the_keyboard(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor")
    time = page.locator("[data-row] time").first
    exact = time.get_attribute("title") or ""
    assert exact
    assert exact not in time.evaluate(AFTER)
    page.keyboard.press("j")
    assert exact in time.evaluate(AFTER)


def test_the_way_back_leads_to_what_was_shown_before(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    rows = page.locator("[data-open]")
    count = rows.count()
    page.locator("select[name=show]").select_option("conflicts")
    wait_for_htmx(page)
    expect(rows).not_to_have_count(count)
    assert "show=conflicts" in page.url
    page.go_back()
    expect(rows).to_have_count(count)
    expect(page.locator("select[name=show]")).to_have_value("")
    page.go_forward()
    expect(rows).not_to_have_count(count)
    expect(page.locator("select[name=show]")).to_have_value("conflicts")


def test_taking_articles_in_says_that_it_takes_a_while(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX + "articles/add/")
    # The answer never comes, and the page stays as it is while one waits.
    page.route("**/articles/add/", lambda route: route.abort("aborted"))
    page.get_by_label("Or paste the text").fill("The mission counts 13,000 troops, the council said on Friday.")
    expect(page.get_by_role("progressbar")).to_have_count(0)
    page.get_by_role("button", name="Take in").click(no_wait_after=True)
    expect(page.get_by_role("progressbar", name="Taking in")).to_be_visible()
    expect(page.get_by_text("leave this page open")).to_be_visible()
    page.unroute("**/articles/add/")
    page.get_by_role("button", name="Take in").click()
    expect(page.get_by_text("1 article is taken in.")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_theme_is_chosen_by_a_button_and_stays(signed_in_page: SignIn, javascript: bool) -> None:
    page = signed_in_page("Editor", MATRIX, javascript=javascript, color_scheme="light")
    for now, then in (("system", "light"), ("light", "dark")):
        page.get_by_role("button", name=f"Theme: {now}").click()
        expect(page.get_by_role("button", name=f"Theme: {then}")).to_be_visible()
    scheme = "() => getComputedStyle(document.documentElement).colorScheme"
    assert page.evaluate(scheme) == "dark"
    page.goto("/")
    assert page.evaluate(scheme) == "dark"
    assert page.url.endswith("/")


def test_on_paper_there_is_nothing_to_press(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    fact = page.locator("[data-open]").first.get_attribute("href") or ""
    for path in ("/", MATRIX, fact, MATRIX + "inbox/", MATRIX + "articles/", MATRIX + "activity/"):
        page.goto(path)
        page.emulate_media(media="print")
        controls = page.locator("button, input, select, textarea, kbd:not(.take > kbd), summary, .skip, .tabs").filter(
            visible=True
        )
        assert controls.count() == 0, (path, controls.first.evaluate("control => control.outerHTML"))
        time = page.locator("time[title]").first
        if time.count():
            assert (time.get_attribute("title") or "") in time.evaluate(AFTER)
        page.emulate_media(media="null")
