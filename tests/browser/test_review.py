"""Two people bring a sheet into print again: line by line, back once with a comment, and as a correction."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.pages import SignIn, assert_accessible

SHEET = "/sheets/minusma/"


def test_a_correction_is_reviewed_line_by_line_sent_back_once_and_told_beside_the_old_edition(
    signed_in_page: SignIn,
) -> None:
    editor = signed_in_page("Editor", SHEET)
    for figure in ("13,000 troops and police", "in 2020 and 2021"):
        panel = journeys.open_fact(editor, figure)
        journeys.settle(panel, "Left out", outcome="left out", Rationale="No line of ours.")
    journeys.open_tab(editor, "Review")
    editor.get_by_role("button", name="Submit").click()
    journeys.expect_said(editor, "The sheet is in review.")
    publisher = signed_in_page("Publisher", SHEET + "review/", javascript=False)
    lines = publisher.get_by_role("region", name="What changed since edition 1").get_by_role("listitem")
    coups = lines.filter(has_text="no longer printed").first
    coups.get_by_role("button", name="Approve this line").click()
    journeys.expect_said(publisher, "The line is approved.")
    expect(coups).to_contain_text("approved")
    dead = lines.filter(has_text="Peacekeepers killed")
    dead.get_by_text("Comment on this line").click()
    dead.get_by_role("textbox").fill("Whose count is the higher one?")
    publisher.locator("summary", has_text="Send back").click()
    publisher.get_by_role("button", name="Send back").click()
    expect(publisher.get_by_role("complementary").get_by_text("Whose count is the higher one?")).to_be_visible()

    editor.reload()
    editor.get_by_role("complementary").get_by_role("link", name="Whose count is the higher one?").click()
    expect(editor.get_by_text("Whose count is the higher one?")).to_be_visible()
    journeys.open_tab(editor, "Review")
    editor.get_by_role("button", name="Submit").click()
    publisher.reload()
    expect(dead).to_contain_text("sent back")
    publisher.get_by_role("button", name="Approve", exact=True).click()
    journeys.expect_said(publisher, "The sheet is approved.")
    publisher.get_by_label("correction").check()
    publisher.get_by_label("Note").fill("The coups are no longer told.")
    publisher.get_by_role("button", name="Publish").click()
    journeys.expect_said(publisher, "Edition 2 is published.")

    editor.goto(SHEET + "editions/1/")
    expect(editor.get_by_text("Corrected by edition 2")).to_be_visible()
    expect(editor.get_by_text("The coups are no longer told.")).to_be_visible()
    editor.get_by_role("link", name="What changed").click()
    expect(editor.get_by_role("heading", name="From edition 1 to edition 2")).to_be_visible()
    assert_accessible(editor)
    editor.get_by_role("navigation", name="Main").get_by_role("link", name="Corrections").click()
    expect(editor.get_by_role("listitem").filter(has_text="The coups are no longer told.")).to_be_visible()
    assert_accessible(editor)
