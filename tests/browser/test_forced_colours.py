"""What forced colours leave of each screen."""

from __future__ import annotations

import pytest

from tests.browser.pages import SignIn
from tests.browser.test_every_page import PAGES

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


@pytest.mark.parametrize("name", ["matrix", "fact beside the matrix", "inbox", "article", "draft, checked", "review"])
def test_nothing_is_lost_in_forced_colours(signed_in_page: SignIn, name: str) -> None:
    role, open_page = PAGES[name]
    page = signed_in_page(role, "/")
    open_page(page)
    page.emulate_media(forced_colors="active")
    assert page.evaluate(LOST) == []
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.evaluate("element => getComputedStyle(element).outlineStyle") != "none"
