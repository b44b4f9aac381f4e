"""What every journey asks of a page: that htmx has settled, that everybody can use it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Protocol

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

from tests.factories import Role

# Counts htmx's requests; it goes into each document before the document's own scripts. It counts what is sent, not what
# htmx tells of it: of a request whose element is gone, nobody hears the end. Who else is here is asked by the clock,
# not by what a test did: nobody awaits that answer, and none may be taken for the one that is awaited.
WATCH_HTMX = """
window.factsheetTests = {begun: 0, ended: 0, awaited: 0};
const { open, send } = XMLHttpRequest.prototype;
Object.assign(XMLHttpRequest.prototype, {
  open(method, address, ...others) {
    this.isCounted = !new URL(address, location.href).pathname.endsWith("/present/");
    return open.call(this, method, address, ...others);
  },
  send(...sent) {
    if (this.isCounted) {
      window.factsheetTests.begun += 1;
      this.addEventListener("loadend", () => (window.factsheetTests.ended += 1));
    }
    return send.apply(this, sent);
  },
});
"""

HTMX_HAS_SETTLED = """() => {
  const counts = window.factsheetTests;
  const settled = counts.ended > counts.awaited && counts.ended === counts.begun
    && !document.querySelector(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added");
  if (settled) counts.awaited = counts.ended;
  return settled;
}"""

# Success criteria of WCAG 2.2 at levels A and AA, as axe names them.
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

# Those of their rules that ask for colours, in nothing but which the themes differ: `light-dark` is all they know.
COLOUR_RULES = ["color-contrast", "link-in-text-block"]

RUN_AXE = "([within, options]) => axe.run(within ?? document, options).then(({violations}) => ({violations}))"

Theme = Literal["light", "dark"]
THEMES: Sequence[Theme] = ("light", "dark")


def wait_for_htmx(page: Page) -> None:
    """Wait until a request that htmx made since the last wait is answered, and what it brought is in place."""
    page.wait_for_function(HTMX_HAS_SETTLED)


def assert_accessible(page: Page, *, within: str | None = None, themes: Sequence[Theme] = THEMES) -> None:
    """Fail when axe finds a breach of WCAG 2.2 A or AA on the page, or within a selector of it, in a theme."""
    options: dict[str, Any] = {"runOnly": WCAG}
    for theme in themes:
        page.emulate_media(color_scheme=theme)
        run_axe(page, options, within=within, title=f"{page.url} in the {theme} theme")
        options = {"runOnly": COLOUR_RULES}
    page.emulate_media(color_scheme="null")


def run_axe(page: Page, options: Mapping[str, Any], *, within: str | None = None, title: str) -> None:
    """Fail when axe, with options of its own, finds a breach on the page, or within a selector of it.

    The script goes in through the debugger's door, which a content security policy does not close.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN_AXE, [within, {"resultTypes": ["violations"], **options}])
    if found["violations"]:
        raise AssertionError(f"{title}: {AxeResults(found).generate_report()}")


class SignIn(Protocol):
    """Open a page in a profile of its own, signed in as somebody of a role, at an address of the site or at none."""

    def __call__(
        self, role: Role | None, path: str | None = "/", *, javascript: bool = True, **options: Any
    ) -> Page: ...
