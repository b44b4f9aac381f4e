"""The panel at work: what is done to a fact, with and without JavaScript, and that keys wait while somebody types."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import journeys
from tests.browser.pages import SignIn, wait_for_htmx

MATRIX = "/sheets/minusma/"
FORCE = "13,000 troops and police"

with_and_without = pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])


def open_part(panel: Locator, name: str) -> Locator:
    """Open one of the panel's parts that are folded away."""
    part = panel.locator("details").filter(has=panel.page.get_by_text(name))
    part.locator("summary").click()
    return part


def rows(page: Page) -> list[str]:
    """The facts of the matrix from top to bottom."""
    journeys.open_tab(page, "Matrix")
    return page.locator("tr[data-row]").get_by_role("rowheader").all_inner_texts()


@with_and_without
def test_a_fact_is_split_talked_about_handed_on_and_put_together_again(
    signed_in_page: SignIn, javascript: bool
) -> None:
    page = signed_in_page("Editor", MATRIX, javascript=javascript)
    panel = journeys.open_fact(page, FORCE)
    part = open_part(panel, "Split by scope")
    part.get_by_role("checkbox", name=FORCE).check()
    part.get_by_label("What the new fact counts").fill("troops and police only")
    part.get_by_role("button", name="Split").click()
    journeys.expect_said(page, "A new fact counts “troops and police only”.")

    panel = journeys.open_fact(page, FORCE)
    expect(panel.get_by_text("troops and police only").first).to_be_visible()
    panel.get_by_label("Assigned to").select_option("Edda Torres")
    panel.get_by_role("button", name="Assign").click()
    journeys.expect_said(page, "The fact is assigned to Edda Torres.")
    part = open_part(panel, "Comments")
    part.get_by_label("Comment").fill("Ask Press TV whom it counts.")
    part.get_by_role("button", name="Comment").click()
    journeys.expect_said(page, "The comment is added.")
    expect(panel.get_by_text("Ask Press TV whom it counts.")).to_be_visible()
    panel.get_by_role("button", name="Undo").click()
    journeys.expect_said(page, "It is undone.")
    expect(panel.get_by_text("Ask Press TV whom it counts.")).to_have_count(0)

    part = open_part(panel, "Merge with another fact")
    part.get_by_label("Merge into").select_option("Personnel of MINUSMA (all personnel)")
    part.get_by_role("button", name="Merge").click()
    journeys.expect_said(page, "“Personnel of MINUSMA” is merged into this fact.")
    expect(panel.get_by_role("radio", name=FORCE)).to_be_visible()
    assert rows(page).count("Personnel of MINUSMA") == 1


@with_and_without
def test_a_dispute_is_worded_for_the_editor_who_may_reword_it(signed_in_page: SignIn, javascript: bool) -> None:
    page = signed_in_page("Editor", MATRIX, javascript=javascript)
    panel = journeys.open_fact(page, FORCE)
    panel.get_by_role("radio", name="Disputed").check()
    wording = panel.get_by_label("Attributed wording")
    expect(wording).to_have_value("Associated Press and RT put it at more than 15,000 personnel; “The UN ends its Mali "
                                  "peacekeeping mission MINUSMA” at about 15,000 personnel; Press TV at 13,000 troops "
                                  "and police")  # fmt: skip
    wording.fill("Most outlets put it above 15,000; Press TV at 13,000.")
    panel.get_by_label("A usual reason").select_option("The other figure counts something else.")
    panel.get_by_role("button", name="Settle").click()
    journeys.expect_said(page, "The decision is saved.")
    expect(panel.locator(".panel-answer")).to_contain_text("Most outlets put it above 15,000; Press TV at 13,000.")
    expect(panel.locator(".panel-answer")).to_contain_text("The other figure counts something else.")


@with_and_without
def test_facts_are_added_by_hand_and_put_in_order(signed_in_page: SignIn, javascript: bool) -> None:
    page = signed_in_page("Editor", MATRIX, javascript=javascript)
    before = rows(page)
    page.get_by_role("link", name="New fact").click()
    page.get_by_label("Fact", exact=True).fill("Bamako airport is closed")
    page.get_by_label("Heading").fill("The withdrawal")
    page.get_by_label("Kind").select_option("statement")
    page.get_by_label("Question to ask").fill("Since when is it closed?")
    page.get_by_label("Whom to ask").fill("the airport")
    page.get_by_role("button", name="Add the fact").click()
    panel = page.locator("#panel")
    expect(panel).to_contain_text("Waiting for a source. Ask the airport: “Since when is it closed?”")
    place = rows(page).index("Bamako airport is closed")
    assert before[place - 1] == "Withdrawal to be completed"

    page.get_by_role("link", name="Bamako airport is closed").click()
    panel.get_by_role("button", name="Move up").click()
    journeys.expect_said(page, "The fact stands one place higher.")
    assert rows(page).index("Bamako airport is closed") == place - 1


def test_rows_follow_the_order_beside_the_panel(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    journeys.open_fact(page, "by Dec. 31, 2023")
    wait_for_htmx(page)
    page.keyboard.press("K")
    wait_for_htmx(page)
    labels = page.locator("tr[data-row]").get_by_role("rowheader").all_inner_texts()
    assert labels.index("Withdrawal to be completed") == labels.index("Mission begins to cease operations") - 1
    expect(page.locator("[data-open][aria-current]")).to_have_text("Withdrawal to be completed")
    page.keyboard.press("u")
    wait_for_htmx(page)
    again = page.locator("tr[data-row]").get_by_role("rowheader").all_inner_texts()
    assert again.index("Withdrawal to be completed") == labels.index("Withdrawal to be completed") + 1


def test_keys_wait_while_somebody_types(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    panel = journeys.open_fact(page, FORCE)
    wait_for_htmx(page)
    rationale = panel.get_by_label("Rationale")
    rationale.focus()
    page.keyboard.type("1 sad rod, n=9: max w")
    expect(rationale).to_have_value("1 sad rod, n=9: max w")
    expect(panel.get_by_role("radio", checked=True)).to_have_count(0)
    expect(panel.locator("details[data-keys][open]")).to_have_count(0)
    # One step out of the field, with what was typed still in it, and keys work again.
    page.keyboard.press("Escape")
    expect(panel.get_by_role("heading", name="Personnel of MINUSMA")).to_be_focused()
    expect(rationale).to_have_value("1 sad rod, n=9: max w")
    page.keyboard.press("n")
    expect(panel.get_by_role("radio", name="Not established")).to_be_checked()


def test_digits_tick_the_evidence_of_the_part_that_is_open(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    panel = journeys.open_fact(page, FORCE)
    wait_for_htmx(page)
    page.keyboard.press("x")
    split = panel.locator("details[data-keys][open]")
    expect(split.get_by_role("checkbox").first).to_be_focused()
    for key in "42":
        page.keyboard.press(key)
    expect(split.get_by_role("checkbox", checked=True)).to_have_count(2)
    expect(panel.get_by_role("radio", checked=True)).to_have_count(0)
    panel.get_by_role("heading", name="Personnel of MINUSMA").focus()
    page.keyboard.press("1")
    expect(panel.get_by_role("radio", name="more than 15,000 personnel")).to_be_checked()


def test_a_part_that_is_open_is_gone_into_by_its_key(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    panel = journeys.open_fact(page, FORCE)
    wait_for_htmx(page)
    page.keyboard.press("c")
    page.keyboard.type("Ask them.")
    page.keyboard.press("Control+Enter")
    wait_for_htmx(page)
    expect(panel.get_by_text("Ask them.")).to_be_visible()
    page.keyboard.press("c")
    expect(panel.get_by_label("Comment", exact=True)).to_be_focused()


def test_who_else_is_here_is_told_without_moving_the_focus(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX)
    panel = journeys.open_fact(page, FORCE)
    wait_for_htmx(page)
    panel.locator("[id^=present-]").evaluate("told => told.dataset.before = ''")
    page.evaluate("document.activeElement.blur()")
    expect(panel.locator("[id^=present-]:not([data-before], .htmx-added, .htmx-settling)")).to_have_count(1)
    assert page.evaluate("document.activeElement === document.body")


@with_and_without
def test_citations_are_put_in_order(signed_in_page: SignIn, javascript: bool) -> None:
    page = signed_in_page("Editor", MATRIX, javascript=javascript)
    panel = journeys.open_fact(page, FORCE)
    panel.get_by_role("radio", name="more than 15,000 personnel").check()
    for words, place in (("more than 15,000 personnel", "2"), ("about 15,000 personnel", "1")):
        panel.get_by_role("checkbox", name=f"Cite {words}").check()
        panel.get_by_label(f"as number {words}").fill(place)
    panel.get_by_role("button", name="Settle").click()
    journeys.expect_said(page, "The decision is saved.")
    journeys.open_tab(page, "Review")
    # Other facts cite both sentences before; the last of each are this fact's.
    notes = page.get_by_role("main").inner_text()
    assert notes.rindex("start bringing out about 15,000") < notes.rindex("sends home its more than 15,000")
