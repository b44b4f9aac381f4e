"""Two people decide one fact at once: nobody's work is overwritten, and nobody's typing is lost."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from playwright.sync_api import Page, expect

from tests.browser import journeys
from tests.browser.pages import SignIn

MATRIX = "/sheets/minusma/"
FIGURE = "in 2020 and 2021"


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_second_of_two_savers_sees_what_changed_and_may_send_again(
    signed_in_page: SignIn, javascript: bool
) -> None:
    first = signed_in_page("Publisher", MATRIX, javascript=javascript)
    second = signed_in_page("Editor", MATRIX, javascript=javascript)
    panel = journeys.open_fact(second, FIGURE)
    panel.get_by_role("radio", name="An own value").check()
    panel.get_by_label("As it is printed").fill("twice, in 2020 and 2021")
    panel.get_by_label("Rationale").fill("There were two coups.")
    journeys.settle(
        journeys.open_fact(first, FIGURE), "Not established", outcome="not established", Rationale="We cannot tell."
    )

    assert _send(second) == HTTPStatus.CONFLICT

    expect(panel.get_by_role("alert")).to_contain_text("Somebody changed this fact")
    expect(panel.locator(".panel-answer")).to_contain_text("We cannot tell.")
    expect(panel.locator(".panel-answer")).to_contain_text("Ravi Okafor")
    expect(panel.locator(".deciding").get_by_role("radio", name="An own value")).to_be_checked()
    expect(panel.get_by_role("radio", name="An own value (yours)")).to_be_checked()
    expect(panel.get_by_role("radio", name="not established (theirs)")).not_to_be_checked()
    expect(panel.get_by_label("As it is printed")).to_have_value("twice, in 2020 and 2021")
    expect(panel.get_by_label("Rationale")).to_have_value("There were two coups.")

    assert _send(second) in (HTTPStatus.OK, HTTPStatus.FOUND)

    expect(panel.locator(".panel-answer")).to_contain_text("twice, in 2020 and 2021")
    panel.get_by_text("decisions").click()
    expect(panel.locator(".history li")).to_contain_text(
        ["twice, in 2020 and 2021", "We cannot tell.", "Are we answering", "in 2020 and 2021"]
    )


def test_an_overtaken_change_of_a_fact_is_refused_with_what_was_typed(signed_in_page: SignIn) -> None:
    first = signed_in_page("Publisher", MATRIX)
    second = signed_in_page("Editor", MATRIX)
    for page in (first, second):
        page.goto(
            journeys.find_row(page, FIGURE).get_by_role("rowheader").get_by_role("link").get_attribute("href") or ""
        )
        page.get_by_role("link", name="Change").click()
    second.get_by_label("Fact", exact=True).fill("Coups since 2020")
    first.get_by_label("Fact", exact=True).fill("Years of the coups")
    first.get_by_role("button", name="Save").click()
    journeys.expect_said(first, "The fact is changed.")

    with second.expect_response(lambda response: response.request.method == "POST") as caught:
        second.get_by_role("button", name="Save").click()
    assert caught.value.status == HTTPStatus.CONFLICT
    expect(second.get_by_role("alert")).to_contain_text("changed since you opened it")
    expect(second.get_by_label("Fact", exact=True)).to_have_value("Coups since 2020")
    expect(second.get_by_role("heading", name="Years of the coups")).to_be_visible()
    second.get_by_role("button", name="Save").click()
    journeys.expect_said(second, "The fact is changed.")
    expect(second.get_by_role("heading", name="Coups since 2020")).to_be_visible()


def test_a_sheet_changed_after_its_approval_is_not_published(signed_in_page: SignIn) -> None:
    editor = signed_in_page("Editor", MATRIX)
    for figure in ("13,000 troops and police", FIGURE):
        panel = journeys.open_fact(editor, figure)
        journeys.settle(panel, "Left out", outcome="left out", Rationale="No line of ours.")
    journeys.open_tab(editor, "Review")
    editor.get_by_role("button", name="Submit").click()
    journeys.expect_said(editor, "The sheet is in review.")
    publisher = signed_in_page("Publisher", MATRIX + "review/")
    publisher.get_by_role("button", name="Approve", exact=True).click()
    journeys.expect_said(publisher, "The sheet is approved.")
    panel = journeys.open_fact(editor, "303 peacekeepers")
    journeys.settle(panel, "303 peacekeepers", outcome="303 peacekeepers")

    publisher.get_by_label("correction").check()
    publisher.get_by_label("Note").fill("Two lines are left out.")
    publisher.get_by_role("button", name="Publish").click()

    expect(publisher.get_by_role("heading", name="This cannot be done now")).to_be_visible()
    publisher.get_by_role("link", name="Go to the sheet", exact=True).click()
    expect(journeys.find_row(publisher, "303 peacekeepers")).to_contain_text("settled")
    journeys.open_tab(publisher, "Editions")
    expect(publisher.get_by_role("rowheader")).to_have_text(["Edition 1"])


def _send(page: Page) -> int:
    with page.expect_response(lambda response: response.url.endswith("/settle/")) as caught:
        page.get_by_role("button", name="Settle").click()
    return caught.value.status
