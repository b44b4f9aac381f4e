"""The matrix as an editor arranges it: the address tells every view, the way back is right, one act settles many."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journeys import expect_said, find_row
from tests.browser.pages import SignIn, assert_accessible, wait_for_htmx

MATRIX = "/sheets/minusma/"


@pytest.fixture
def page(signed_in_page: SignIn) -> Page:
    return signed_in_page("Editor", MATRIX)


def _heads(page: Page) -> Sequence[str]:
    return page.locator("thead th small").locator("xpath=../a").all_inner_texts()


def test_j_and_k_walk_through_conflicts_and_the_way_back_is_right(page: Page) -> None:
    rows = page.locator("[data-row]")
    every = rows.count()
    page.get_by_label("Which facts").select_option("challenged")
    wait_for_htmx(page)
    expect(page).to_have_url(re.compile(r"\?show=challenged$"))
    page.get_by_label("Which facts").select_option("open")
    wait_for_htmx(page)
    labels = page.locator("[data-open]").all_inner_texts()
    assert 2 < len(labels) < every

    page.locator("[data-open]").first.click()
    wait_for_htmx(page)
    expect(page).to_have_url(re.compile(r"\?show=open&fact=\d+$"))
    title = page.locator("#panel-title")
    expect(title).to_have_text(labels[0])
    page.keyboard.press("j")
    wait_for_htmx(page)
    expect(title).to_have_text(labels[1])
    page.go_back()
    expect(title).to_have_text(labels[0])
    expect(rows).to_have_count(len(labels))
    page.keyboard.press("Escape")
    expect(page).to_have_url(re.compile(r"\?show=open$"))
    page.go_back()
    expect(title).to_have_text(labels[0])


def test_columns_change_places_and_stay_in_view_by_keyboard(page: Page) -> None:
    before = _heads(page)
    page.get_by_text("Columns", exact=True).click()
    button = page.get_by_role("button", name=f"Move {before[0]} to the right")
    button.focus()
    page.keyboard.press("Enter")
    wait_for_htmx(page)
    expect(button).to_be_focused()
    assert _heads(page)[:2] == [before[1], before[0]]
    pin = page.get_by_role("button", name=f"Pin {before[-1]}")
    pin.focus()
    page.keyboard.press("Enter")
    wait_for_htmx(page)
    expect(pin).to_be_focused()
    expect(pin).to_have_attribute("aria-pressed", "true")
    assert _heads(page)[0] == before[-1]
    assert_accessible(page)
    page.reload()
    assert _heads(page)[:3] == [before[-1], before[1], before[0]]
    page.get_by_role("link", name="Show everything").click()
    expect(page).to_have_url(re.compile(rf"{MATRIX}$"))
    assert _heads(page) == before


def test_rows_are_sorted_and_groups_closed_and_the_focus_stays(page: Page) -> None:
    group = page.get_by_role("link", name="The decision")
    group.click()
    wait_for_htmx(page)
    expect(group).to_be_focused()
    expect(group).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("link", name="Mandate of MINUSMA ends")).to_have_count(0)
    page.get_by_label("Grouped").select_option("none")
    wait_for_htmx(page)
    head = page.get_by_role("columnheader", name="Fact")
    head.get_by_role("link").click()
    wait_for_htmx(page)
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(head.get_by_role("link")).to_be_focused()
    labels = page.locator("[data-open]").all_inner_texts()
    assert labels == sorted(labels, key=str.casefold)
    assert_accessible(page)


def test_all_that_agree_are_settled_by_two_keys_and_opened_again_by_one_act(page: Page) -> None:
    boxes = page.locator("[name=accept]")
    count = boxes.count()
    assert count > 3
    page.get_by_label("All that agree").check()
    page.keyboard.press("A")
    wait_for_htmx(page)
    expect_said(page, f"{count} facts are settled as suggested.")
    expect(boxes).to_have_count(0)
    expect(page.get_by_role("button", name="Accept the ticked")).to_be_focused()
    expect(find_row(page, "on June 16")).to_contain_text("settled")
    page.get_by_role("button", name="Undo").click()
    wait_for_htmx(page)
    expect_said(page, f"{count} facts are open again.")
    expect(boxes).to_have_count(count)


def test_one_fact_is_ticked_by_key_where_the_focus_is(page: Page) -> None:
    find_row(page, "on June 16").get_by_role("rowheader").get_by_role("link").focus()
    page.keyboard.press("x")
    expect(find_row(page, "on June 16").get_by_role("checkbox")).to_be_checked()
    page.keyboard.press("A")
    wait_for_htmx(page)
    expect_said(page, "1 fact is settled as suggested.")


def test_without_javascript_a_view_is_chosen_and_facts_are_settled(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", MATRIX, javascript=False)
    page.get_by_label("Which facts").select_option("agreed")
    page.get_by_role("button", name="Filter").click()
    rows = page.locator("[data-row]")
    count = rows.count()
    rows.first.get_by_role("checkbox").check()
    page.get_by_role("button", name="Accept the ticked").click()
    expect(rows).to_have_count(count - 1)
    page.get_by_role("button", name="Undo").click()
    expect(rows).to_have_count(count)
    page.get_by_text("Columns", exact=True).click()
    before = _heads(page)
    page.get_by_role("button", name=f"Move {before[0]} to the right").click()
    assert _heads(page)[:2] == [before[1], before[0]]


def _draw(page: Page, row: int, *, onto: int) -> None:
    """Take a row by its handle and hold it over the upper half of another."""
    handle = page.locator("[data-drag]").nth(row)
    expect(handle).to_have_attribute("title", "Drag to another place")
    handle.hover()
    page.mouse.down()
    box = page.locator("[data-row]").nth(onto).bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 60, box["y"] + 6)
    page.mouse.move(box["x"] + 60, box["y"] + 5)
    expect(page.locator("[data-drop=before]")).to_have_count(1)


def _touch(page: Page, row: int, *, onto: int) -> None:
    """Draw a row by its handle onto the upper half of another with a finger."""
    handle, other = page.locator("[data-drag]").nth(row), page.locator("[data-row]").nth(onto)
    handle.scroll_into_view_if_needed()
    start, end = handle.bounding_box(), other.bounding_box()
    assert start is not None
    assert end is not None
    finger = page.context.new_cdp_session(page)
    points = [(start["x"] + 4, start["y"] + 8), (end["x"] + 60, end["y"] + 6), (end["x"] + 60, end["y"] + 5)]
    for kind, (x, y) in zip(("touchStart", "touchMove", "touchMove"), points, strict=True):
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    expect(page.locator("[data-drop=before]")).to_have_count(1)
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    wait_for_htmx(page)


def test_a_fact_is_drawn_to_another_place_and_back_by_one_act(page: Page) -> None:
    labels = page.locator("[data-open]")
    before = labels.all_inner_texts()
    _draw(page, 2, onto=0)
    page.keyboard.press("Escape")
    expect(page.locator("[data-drop]")).to_have_count(0)
    page.mouse.up()
    _draw(page, 2, onto=0)
    page.context.set_offline(True)
    page.mouse.up()
    expect_said(page, "No connection")
    assert labels.all_inner_texts() == before
    page.context.set_offline(False)
    _draw(page, 2, onto=0)
    page.mouse.up()
    wait_for_htmx(page)
    expect_said(page, f"“{before[2]}” is moved.")
    expect(labels.first).to_have_text(before[2])
    assert labels.all_inner_texts() == [before[2], *before[:2], *before[3:]]
    page.get_by_role("button", name=re.compile("^Undo ?: moved")).click()
    expect_said(page, "It is undone.")
    assert labels.all_inner_texts() == before
    _touch(page, 2, onto=0)
    expect_said(page, f"“{before[2]}” is moved.")
    expect(labels.first).to_have_text(before[2])
    # Sorted rows stand where their figures put them.
    page.get_by_role("columnheader", name="Fact").get_by_role("link").click()
    wait_for_htmx(page)
    expect(page.locator("[data-drag]")).to_have_count(0)
