"""The profiles of the browser, each with cookies and a storage of its own, and everything that goes wrong in one.

To make a profile takes longer than most tests take in it, so one that a test has done with is emptied for the next.
"""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from tests.browser.pages import WATCH_HTMX

# The browser calls these answers errors; they are how the site says that a form is not right or has been overtaken.
EXPECTED_ANSWERS = re.compile(r"^Failed to load resource: the server responded with a status of (409|422)\b")

# These too, where the page itself is what was asked for.
EXPECTED_PAGES = re.compile(r"^Failed to load resource: the server responded with a status of (403|404)\b")

# What a test hears that cuts the line itself, or leaves the page before an answer; where a request is lost otherwise,
# another cause stands beside these.
CUT_LINE = re.compile(
    r"^(Failed to load resource: net::ERR_INTERNET_DISCONNECTED$|htmx:(afterRequest|sendError|sendAbort),)"
)


# A document that asks for nothing further, an icon included.
NOTHING = '<link rel="icon" href="data:,">'


class Profile:
    """One profile, and everything on its pages that a test must not pass with."""

    def __init__(self, context: BrowserContext, origin: str, options: Mapping[str, Any]) -> None:
        self.context = context
        self.origin = origin
        self.options = options
        self.troubles: list[str] = []
        self.visited: set[str] = set()
        context.add_init_script(WATCH_HTMX)
        # A page is opened in half the time while another of its site is open, whose process serves both.
        self._idle = context.new_page()
        self._idle.route("**", lambda route: route.fulfill(content_type="text/html", body=NOTHING))
        self._idle.goto(origin)
        self._idle.unroute("**")
        self._debugger = context.new_cdp_session(self._idle)
        context.on("request", self._see_request)
        context.on("response", self._see_response)
        context.on("console", self._see_console)
        context.on("weberror", lambda error: self.troubles.append(f"page error: {error.error}"))

    @property
    def pages(self) -> list[Page]:
        """The pages that the test has open."""
        return [page for page in self.context.pages if page is not self._idle]

    def read_troubles(self) -> list[str]:
        """What went wrong so far, the last events included."""
        for page in self.context.pages:
            # Events come in order: when this is answered, all that went before has been heard.
            page.evaluate("0")
        return self.troubles

    def empty(self) -> None:
        """Close the test's pages, and leave nothing in the profile but the browser's copies of the site's files."""
        for page in self.pages:
            page.close()
        self.context.unroute_all()
        self.context.set_offline(False)
        self.context.clear_cookies()
        self._debugger.send("Storage.clearDataForOrigin", {"origin": self.origin, "storageTypes": "all"})
        self.read_troubles()
        self.troubles.clear()
        self.visited.clear()

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


class Profiles:
    """The profiles of a browser: those that the test at work has been lent, and those that wait for another."""

    def __init__(self, browser: Browser, origin: str, loop: asyncio.AbstractEventLoop) -> None:
        self.lent: list[Profile] = []
        self._waiting: defaultdict[str, list[Profile]] = defaultdict(list)
        self._browser = browser
        self._origin = origin
        self._loop = loop

    @classmethod
    @contextmanager
    def of(cls, browser: Browser, origin: str) -> Iterator[Profiles]:
        """The profiles of a browser for the site of this origin.

        Between two calls playwright leaves its event loop marked as running, beside which Django lets no test at its
        database; while the block lasts the mark is there for tests `at_work` alone.
        """
        loop = asyncio.get_running_loop()
        asyncio._set_running_loop(None)
        try:
            yield cls(browser, origin, loop)
        finally:
            asyncio._set_running_loop(loop)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Let a test borrow profiles while the block lasts."""
        asyncio._set_running_loop(self._loop)
        try:
            yield
            self._take_back()
        finally:
            asyncio._set_running_loop(None)

    def lend(self, **options: Any) -> Profile:
        """An empty profile with these options of playwright's."""
        waiting = self._waiting[repr(options)]
        profile = waiting.pop() if waiting else Profile(self._browser.new_context(**options), self._origin, options)
        self.lent.append(profile)
        return profile

    def _take_back(self) -> None:
        lent, self.lent = self.lent, []
        for profile in lent:
            profile.empty()
            self._waiting[repr(profile.options)].append(profile)
