"""What every journey asks of a page: that htmx has settled, that everybody can use it, that nothing went wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Literal, Protocol
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

from tests.factories import Role

# Counts htmx's requests; it goes into each document before the document's own scripts.
WATCH_HTMX = """
window.factsheetTests = {begun: 0, ended: 0, awaited: 0};
addEventListener("htmx:beforeSend", () => { window.factsheetTests.begun += 1; });
addEventListener("htmx:afterRequest", () => { window.factsheetTests.ended += 1; });
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

Theme = Literal["light", "dark"]
THEMES: Sequence[Theme] = ("light", "dark")

# The browser calls these answers errors; they are how the site says that a form is not right or has been overtaken.
EXPECTED_ANSWERS = re.compile(r"^Failed to load resource: the server responded with a status of (409|422)\b")

# These too, where the page itself is what was asked for.
EXPECTED_PAGES = re.compile(r"^Failed to load resource: the server responded with a status of (403|404)\b")

# What a test hears that cuts the line itself, or leaves the page before an answer; where a request is lost otherwise,
# another cause stands beside these.
CUT_LINE = re.compile(
    r"^(Failed to load resource: net::ERR_INTERNET_DISCONNECTED$|htmx:(afterRequest|sendError|sendAbort),)"
)


def wait_for_htmx(page: Page) -> None:
    """Wait until a request that htmx made since the last wait is answered, and what it brought is in place."""
    page.wait_for_function(HTMX_HAS_SETTLED)


def assert_accessible(page: Page, *, within: str | None = None, themes: Sequence[Theme] = THEMES) -> None:
    """Fail when axe finds a breach of WCAG 2.2 A or AA on the page, or within a selector of it, in any of the themes.

    The script goes in through the debugger's door, which a content security policy does not close.
    """
    options: dict[str, Any] = {"runOnly": WCAG, "resultTypes": ["violations"]}
    for theme in themes:
        page.emulate_media(color_scheme=theme)
        results = Axe().run(page, context=within, options=options)
        if results.violations_count:
            raise AssertionError(f"{page.url} in the {theme} theme: {results.generate_report()}")
    page.emulate_media(color_scheme="null")


class SignIn(Protocol):
    """Open a page in a browser profile of its own, signed in as somebody of a role, at an address of the site."""

    def __call__(self, role: Role | None, path: str = "/", *, javascript: bool = True, **options: Any) -> Page: ...


class Watch:
    """Everything on a context's pages that a test must not pass with."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.context = context
        self.origin = origin
        self.troubles: list[str] = []
        self.visited: set[str] = set()
        context.on("request", self._see_request)
        context.on("response", self._see_response)
        context.on("console", self._see_console)
        context.on("weberror", lambda error: self.troubles.append(f"page error: {error.error}"))

    def read_troubles(self) -> list[str]:
        """What went wrong so far, the last events included."""
        for page in self.context.pages:
            # Events come in order: when this is answered, all that went before has been heard.
            page.evaluate("0")
        return self.troubles

    def _see_request(self, request: Request) -> None:
        if request.is_navigation_request():
            self.visited.add(request.url)
        address = urlsplit(request.url)
        if address.scheme in {"http", "https", "ws", "wss"} and f"{address.scheme}://{address.netloc}" != self.origin:
            self.troubles.append(f"a request left the site: {request.url}")

    def _see_response(self, response: Response) -> None:
        if response.status >= 500:
            self.troubles.append(f"the server failed: {response.status} {response.url}")

    def _see_console(self, message: ConsoleMessage) -> None:
        url = message.location.get("url")
        is_page = url in self.visited and EXPECTED_PAGES.match(message.text)
        is_expected = is_page or EXPECTED_ANSWERS.match(message.text) or CUT_LINE.match(message.text)
        if message.type in {"error", "warning"} and not is_expected:
            self.troubles.append(f"console {message.type}: {message.text} ({url})")
