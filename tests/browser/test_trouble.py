"""When the sign-in has expired or the line is dead, nothing that was typed is lost, and it is said what to do."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.pages import SignIn, wait_for_htmx

MATRIX = "/sheets/minusma/"


def test_a_decision_survives_an_expired_sign_in(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    panel = journeys.type_a_decision(page)
    cookies = [cookie for cookie in page.context.cookies() if cookie["name"] == "sessionid"]
    page.context.clear_cookies(name="sessionid")

    panel.get_by_role("button", name="Settle").click()

    journeys.expect_said(page, "You are signed out; nothing was saved.")
    expect(page.get_by_role("status").get_by_role("link", name="Sign in")).to_have_attribute("target", "_blank")
    journeys.expect_typed(panel)
    # Signed in again, in another tab.
    page.context.add_cookies([{"name": "sessionid", "value": cookies[0]["value"], "url": page.url}])
    panel.get_by_role("button", name="Settle").click()
    expect(panel.locator(".panel-answer")).to_contain_text("twice, in 2020 and 2021")


def test_a_decision_survives_a_lost_connection(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    panel = journeys.type_a_decision(page)
    page.route("**/settle/", lambda route: route.abort("internetdisconnected"))

    panel.get_by_role("button", name="Settle").click()

    journeys.expect_said(page, "No connection: nothing was saved.")
    journeys.expect_typed(panel)
    # Who listens is told once, not each time that the page asks who else is here.
    page.evaluate("""() => {
      window.told = 0;
      new MutationObserver(() => window.told++).observe(document.getElementById("announcer"), { childList: true });
      for (const name of ["one", "two"]) dispatchEvent(new CustomEvent("htmx:sendError", { detail: { name } }));
    }""")
    assert page.evaluate("() => new Promise(done => setTimeout(() => done(window.told)))") == 0
    page.unroute_all()
    wait_for_htmx(page)
    panel.get_by_role("button", name="Settle").click()
    expect(panel.locator(".panel-answer")).to_contain_text("twice, in 2020 and 2021")
