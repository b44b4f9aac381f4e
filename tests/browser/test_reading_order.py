"""What a screen reader, a magnifier and forced colours make of each screen: its order, its headings, its shapes."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.pages import SignIn
from tests.browser.test_every_page import OVERFLOWS, PAGES

# Beyond WCAG: axe's names for a page that can be walked through by landmarks and headings.
STRUCTURE = [
    *("heading-order", "page-has-heading-one", "empty-heading", "region", "tabindex", "skip-link", "scope-attr-valid"),
    *("landmark-one-main", "landmark-no-duplicate-main", "landmark-no-duplicate-banner", "landmark-unique"),
]

# Whatever is read later stands below what was read before it, or to its right.
OUT_OF_ORDER = """() => {
  document.querySelectorAll("*").forEach((element) => element.scrollTo(0, 0));
  const seen = [...document.querySelectorAll("header, nav, main, aside, section, h1, h2, h3, form, [role=region]")]
    .filter((element) => element.checkVisibility() && !element.closest("dialog, .visually-hidden"))
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && box.height > 1);
  return seen.slice(1).flatMap(([element, box], index) => {
    const [before, earlier] = seen[index];
    if (before.contains(element)) return [];
    const isAfter = box.top >= earlier.bottom - 1 || box.left >= earlier.right - 1 || box.top >= earlier.top - 1;
    return isAfter ? [] : [`${element.outerHTML.slice(0, 80)} is read after ${before.outerHTML.slice(0, 80)}`];
  });
}"""

# At 400 % of a screen of 1280 x 1024 this is what is left of it (WCAG 1.4.10).
ZOOMED = {"width": 320, "height": 256}

# What stays in place while the page scrolls must leave room for it.
COVERED = """() => {
  scrollTo(0, document.documentElement.scrollHeight);
  const stuck = [...document.querySelectorAll("body *")]
    .filter((element) => ["fixed", "sticky"].includes(getComputedStyle(element).position))
    .filter((element) => element.checkVisibility() && !element.closest("dialog"))
    .map((element) => element.getBoundingClientRect())
    .filter((box) => box.width > innerWidth / 2 && box.top < innerHeight && box.bottom > 0);
  return Math.max(0, ...stuck.map((box) => Math.min(box.bottom, innerHeight) - Math.max(box.top, 0))) / innerHeight;
}"""

# Drawings whose ink is not to be told from the paper, and buttons without an edge.
LOST = """() => {
  const canvas = getComputedStyle(document.body).backgroundColor;
  const inks = (style) => [style.fill, style.stroke, style.color].filter((ink) => ink !== "none");
  const shapes = [...document.querySelectorAll("svg.icon, .scale .bar, .scale .point, .scale line")]
    .filter((shape) => shape.checkVisibility() && inks(getComputedStyle(shape)).every((ink) => ink === canvas));
  const buttons = [...document.querySelectorAll(".button:not(.button-quiet, [hidden])")]
    .filter((button) => button.checkVisibility() && parseFloat(getComputedStyle(button).borderTopWidth) === 0);
  return [...shapes, ...buttons].map((element) => element.outerHTML.slice(0, 120));
}"""


def _open(signed_in_page: SignIn, name: str) -> Page:
    role, open_page = PAGES[name]
    page = signed_in_page(role, "/")
    open_page(page)
    return page


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_read_in_the_order_in_which_it_is_seen(signed_in_page: SignIn, name: str) -> None:
    page = _open(signed_in_page, name)
    results = Axe().run(page, options={"runOnly": {"type": "rule", "values": STRUCTURE}})
    assert results.violations_count == 0, results.generate_report()
    expect(page.locator("h1")).to_have_count(1)
    assert page.evaluate(OUT_OF_ORDER) == []
    page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    assert page.evaluate(OVERFLOWS) == []
    assert page.evaluate(OUT_OF_ORDER) == []
    assert page.evaluate(COVERED) <= 0.5


@pytest.mark.parametrize("name", ["matrix", "fact beside the matrix", "inbox", "article", "draft, checked", "review"])
def test_nothing_is_lost_in_forced_colours(signed_in_page: SignIn, name: str) -> None:
    page = _open(signed_in_page, name)
    page.emulate_media(forced_colors="active")
    assert page.evaluate(LOST) == []
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.evaluate("element => getComputedStyle(element).outlineStyle") != "none"
