"""How many acts a fact costs an editor over the demonstration: a key, a click, or a field filled is one each.

Arriving at the fact counts. What is counted is printed (`-s` shows it).
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.journeys import expect_said, find_row, open_tab
from tests.browser.pages import SignIn, wait_for_htmx
from tests.browser.site import ROOT

MATRIX = "/sheets/minusma/"
FIGURE = "in 2020 and 2021"

# The five articles of the demonstration, as they lie on a disk.
FILES = sorted((ROOT / "seeds" / "minusma").glob("*.md"))


class Hand:
    """An editor's hand on a page, which counts what it does."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.acts: list[str] = []

    def press(self, key: str, *, sends: bool = False) -> None:
        """Press a key, and wait for the answer where it sends something."""
        self.acts.append(key)
        self.page.keyboard.press(key)
        if sends:
            wait_for_htmx(self.page)

    def fill(self, field: Locator, words: str) -> None:
        """Fill a field."""
        self.acts.append(f"“{words}”")
        field.fill(words)

    def click(self, what: Locator) -> None:
        """Click a button, a link or a box."""
        self.acts.append("click")
        what.click()

    def go(self, tab: str) -> None:
        """Click one of the sheet's tabs."""
        self.acts.append(tab)
        open_tab(self.page, tab)

    def open(self, figure: str) -> None:
        """Click the fact under which a figure stands."""
        self.acts.append("click")
        find_row(self.page, figure).get_by_role("rowheader").get_by_role("link").click()
        wait_for_htmx(self.page)

    def count(self, what: str) -> int:
        """Tell what was done since the last count, and begin anew."""
        print(f"{what}: {len(self.acts)} acts ({', '.join(self.acts)})")
        found, self.acts = len(self.acts), []
        return found


@pytest.fixture
def page(signed_in_page: SignIn) -> Page:
    return signed_in_page("Editor", MATRIX)


def test_a_fact_on_which_all_agree_costs_one_act(page: Page) -> None:
    hand = Hand(page)
    hand.open("on June 16")
    hand.count("to the first open fact")
    settled = []
    while page.get_by_role("button", name="Take as agreed").is_visible():
        label = page.locator("#panel-title").inner_text()
        row = page.locator(f"#fact-{page.locator('#panel').get_attribute('data-fact')}")
        hand.press("a", sends=True)
        expect(row).to_contain_text("settled")
        assert hand.count(f"“{label}”, agreed") == 1
        settled.append(label)
    assert len(settled) >= 3


def test_a_conflict_settled_by_a_claim_costs_three_acts_and_one_to_undo(page: Page) -> None:
    hand, panel = Hand(page), page.locator("#panel")
    hand.open(FIGURE)
    hand.press("1")
    hand.press("w", sends=True)
    expect(panel.locator(".panel-answer")).to_be_visible()
    assert hand.count("a conflict settled by a claim") <= 3
    hand.press("u", sends=True)
    expect(find_row(page, FIGURE)).to_contain_text("conflict")
    assert hand.count("undone") == 1


def test_a_range_a_dispute_and_a_split_with_a_rationale_cost_six_acts_at_most(page: Page) -> None:
    hand, panel = Hand(page), page.locator("#panel")
    rationale = panel.get_by_label("Rationale")

    hand.open(FIGURE)
    hand.press("r")
    hand.fill(panel.get_by_label("To", exact=True), "2021-12-31")
    hand.fill(rationale, "Two reports, two coups.")
    hand.press("Control+Enter", sends=True)
    expect(panel.locator(".panel-answer")).to_contain_text("2020")
    assert hand.count("a range with a rationale") <= 6
    hand.press("u", sends=True)
    hand.count("undone")

    hand.open(FIGURE)
    hand.press("d")
    hand.fill(rationale, "They count different coups.")
    hand.press("Control+Enter", sends=True)
    expect(panel.locator(".panel-answer")).to_contain_text("Associated Press says")
    assert hand.count("a dispute with its wording and a rationale") <= 6
    hand.press("u", sends=True)
    hand.count("undone")

    hand.open("13,000 troops and police")
    hand.press("x")
    hand.press("4")
    hand.fill(panel.get_by_label("What the new fact counts"), "troops and police only")
    hand.fill(panel.get_by_label("Why they are two"), "Press TV leaves civilians out.")
    hand.press("Enter", sends=True)
    expect(page.get_by_role("row", name="Personnel of MINUSMA")).to_have_count(2)
    assert hand.count("a split by scope with a rationale") <= 6
    hand.press("u", sends=True)
    expect(page.get_by_role("row", name="Personnel of MINUSMA")).to_have_count(1)
    assert hand.count("undone") == 1


def test_evidence_set_aside_and_a_merger_cost_six_acts_at_most(page: Page) -> None:
    hand, panel = Hand(page), page.locator("#panel")
    hand.open("13,000 troops and police")
    hand.press("e")
    hand.press("4")
    hand.fill(panel.locator("#weigh-reason"), "It counts no civilians.")
    hand.press("Enter", sends=True)
    expect(panel.locator(".evidence.aside")).to_contain_text("It counts no civilians.")
    assert hand.count("evidence set aside with a reason") <= 6
    hand.press("u", sends=True)
    expect(panel.locator(".evidence.aside")).to_have_count(0)
    assert hand.count("undone") == 1

    hand.open("two separate coups")
    hand.press("m")
    hand.acts.append("a fact chosen by its first letters")
    page.keyboard.type("Wagner")
    hand.press("Control+Enter", sends=True)
    expect(panel.get_by_role("heading", name="Wagner fighters in Mali")).to_be_visible()
    expect(page.get_by_role("row", name="Coups seen")).to_have_count(0)
    assert hand.count("two facts merged") <= 6
    hand.press("u", sends=True)
    expect(page.get_by_role("row", name="Coups seen")).to_have_count(1)
    assert hand.count("undone") == 1


def test_from_five_files_to_a_published_edition_costs_less_than_sixty_acts(signed_in_page: SignIn) -> None:
    assert len(FILES) == 5
    editor, chief = (Hand(signed_in_page(role)) for role in ("Editor", "Publisher"))
    _take_in(editor)
    _sort_and_settle(editor)
    editor.go("Review")
    editor.click(editor.page.get_by_role("button", name="Submit"))
    expect_said(editor.page, "The sheet is in review.")

    chief.page.reload()
    chief.click(chief.page.get_by_role("link", name="Mali, from disk"))
    chief.go("Review")
    chief.click(chief.page.get_by_role("button", name="Approve", exact=True))
    expect_said(chief.page, "The sheet is approved.")
    chief.click(chief.page.get_by_role("button", name="Publish"))
    expect_said(chief.page, "Edition 1 is published.")
    assert chief.page.locator(".edition dt").count() >= 10
    assert editor.count("from five files to a sheet in review") + chief.count("approved and published") < 60


def _take_in(editor: Hand) -> None:
    page = editor.page
    editor.click(page.get_by_role("link", name="New sheet"))
    editor.fill(page.get_by_label("Title"), "Mali, from disk")
    editor.press("Enter")
    editor.acts.append("five files chosen")
    page.get_by_label("Files").set_input_files(FILES)
    editor.click(page.get_by_role("button", name="Take in"))
    expect_said(page, "5 articles are taken in.")


def _sort_and_settle(editor: Hand) -> None:
    page = editor.page
    editor.go("Inbox")
    editor.click(page.get_by_role("button", name="as proposed").first)
    wait_for_htmx(page)
    editor.go("Matrix")
    editor.click(page.get_by_label("All that agree"))
    editor.press("A", sends=True)
    conflicts = page.locator("tr[data-row]").filter(has_text="open: conflict")
    while conflicts.count():
        left = conflicts.count()
        editor.click(conflicts.first.get_by_role("rowheader").get_by_role("link"))
        wait_for_htmx(page)
        editor.press("1")
        editor.press("w", sends=True)
        expect(conflicts).to_have_count(left - 1)
