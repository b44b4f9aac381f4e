"""What a screen reader and a magnifier make of a page: its order, its headings, its landmarks, what does not fit."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.pages import run_axe

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

OVERFLOWS = """() => {
  const root = document.documentElement;
  return root.scrollWidth <= root.clientWidth ? [] : [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
    .slice(-5).map((element) => element.outerHTML.slice(0, 120));
}"""


# What depends on the width: colours do not, and take axe the longest.
NARROW = [
    *("target-size", "label", "link-name", "button-name", "select-name", "input-button-name", "summary-name"),
    *(
        "aria-hidden-focus",
        "nested-interactive",
        "scrollable-region-focusable",
        "duplicate-id-aria",
        "aria-valid-attr-value",
    ),
]


def assert_in_order(page: Page) -> None:
    """The page is read in the order in which it is seen, as it stands and at 400 %; its window stays small after it."""
    run_axe(page, {"runOnly": STRUCTURE}, title=page.url)
    expect(page.locator("h1")).to_have_count(1)
    assert page.evaluate(OUT_OF_ORDER) == []
    page.set_viewport_size(ZOOMED)  # type: ignore[arg-type]
    assert page.evaluate(OVERFLOWS) == []
    assert page.evaluate(OUT_OF_ORDER) == []
    assert page.evaluate(COVERED) <= 0.5
