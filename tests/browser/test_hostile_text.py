"""What comes in from outside is text wherever it is shown: nothing in it runs, and none of it becomes an element."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import journeys
from tests.browser.pages import SignIn, wait_for_htmx

STRIKE = "window.struck = true"
SCRIPT = f"<script>{STRIKE}</script>"
IMAGE = f'<img src=x onerror="{STRIKE}">'
LINK = f"javascript:{STRIKE}"
BREAKOUT = f"\"'></title></textarea></svg><svg onload='{STRIKE}'>{{{{ 7|add:7 }}}}"

ARTICLE = f"""---
title: Bridge closed {SCRIPT}
source: The Herald {IMAGE}
published: 2024-03-02
url: {LINK}
---

The bridge {SCRIPT} will be closed for 12 weeks, said Anna {IMAGE} Brandt.

“The bridge {IMAGE} is tired,” said Mayor {SCRIPT} Jonas Weber. {BREAKOUT}
The repair of the bridge costs $4 million in all.

[Read more]({LINK}) <a href="{LINK}">here</a> <iframe src="{LINK}"></iframe>
"""
OTHER = f"""---
title: Bridge shut {BREAKOUT}
source: {SCRIPT}
published: 2024-03-03
---

The bridge {SCRIPT} will be closed for 20 weeks. The repair of the bridge costs $9 million in all {IMAGE}.
"""

SHEET = "/sheets/the-bridge/"

# An element that only the texts above could have brought in; links are looked at by what they do.
FOREIGN = (
    'img[src="x"], iframe, script:not([src], [type]), [onload], [onerror], a[href^="javascript:" i], '
    '[src^="javascript:" i], [action^="javascript:" i]'
)


def test_nothing_in_a_text_runs_on_any_screen(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor")
    journeys.make_sheet(page, "The bridge")
    journeys.upload(page, {f"{IMAGE}.md": ARTICLE, f"{SCRIPT}.md": OTHER})
    _assert_harmless(page)
    _settle_in_hostile_words(page)
    for path in ("inbox/", "articles/", "review/", "activity/", "facts/new/"):
        page.goto(SHEET + path)
        _assert_harmless(page)
    page.goto(SHEET + "articles/")
    expect(page.get_by_role("rowheader")).to_have_text([f"Bridge closed {SCRIPT}", f"Bridge shut {BREAKOUT}"])
    page.get_by_role("rowheader").get_by_role("link").first.click()
    expect(page.locator(".article-text")).to_contain_text(f"Mayor {SCRIPT} Jonas Weber. {BREAKOUT}")
    _assert_harmless(page)
    _assert_harmless_when_refused(page)

    publisher = signed_in_page("Publisher", SHEET + "review/")
    _assert_harmless(publisher)
    publisher.get_by_role("button", name="Approve", exact=True).click()
    publisher.get_by_label("Note").fill(f"{IMAGE}{BREAKOUT}")
    publisher.get_by_role("button", name="Publish").click()
    journeys.expect_said(publisher, "Edition 1 is published.")
    expect(publisher.locator("#edition")).to_contain_text(f"12 weeks {SCRIPT}")
    _assert_harmless(publisher)
    for path in ("editions/", "activity/"):
        publisher.goto(SHEET + path)
        _assert_harmless(publisher)


def _settle_in_hostile_words(page: Page) -> None:
    panel = journeys.open_fact(page, "12 weeks")
    _assert_harmless(page)
    words = f"12 weeks {SCRIPT}"
    journeys.settle(panel, "An own value", outcome=words, As_it_is_printed=words, Rationale=f"{BREAKOUT}{IMAGE}")
    wait_for_htmx(page)
    _assert_harmless(page)
    panel = journeys.open_fact(page, "$9 million")
    panel.get_by_text("Weigh or move evidence").click()
    panel.locator("[type=radio][name=evidence]").first.check()
    panel.get_by_label("Stance").select_option(label="set aside")
    panel.get_by_label("Reason", exact=True).fill(IMAGE)
    panel.get_by_role("button", name="Save").click()
    expect(panel.get_by_text(f"set aside: {IMAGE}")).to_be_visible()
    _assert_harmless(page)
    journeys.settle(panel, "The suggestion", outcome="$9 million")
    page.goto(SHEET + "inbox/")
    boxes = page.get_by_role("checkbox", name="Select")
    if boxes.count():
        boxes.first.check()
        page.get_by_label("Label of a new fact").fill(BREAKOUT)
        page.get_by_role("button", name="New fact").click()
        journeys.expect_said(page, "1 claim is sorted.")
        _assert_harmless(page)
    journeys.open_tab(page, "Review")
    page.get_by_role("button", name="Submit").click()
    journeys.expect_said(page, "The sheet is in review.")


def _assert_harmless_when_refused(page: Page) -> None:
    page.goto("/?q=" + "%22%27%3E%3Csvg%20onload%3Dwindow.struck%3Dtrue%3E")
    expect(page.get_by_role("searchbox")).to_have_value("\"'><svg onload=window.struck=true>")
    _assert_harmless(page)
    page.goto(SHEET + "articles/add/")
    page.get_by_label("Time zone").fill(IMAGE)
    page.get_by_label("Address").fill(LINK)
    page.get_by_role("button", name="Take in").click()
    expect(page.get_by_role("alert")).to_contain_text(f"“{IMAGE}” is no time zone.")
    _assert_harmless(page)


def _assert_harmless(page: Page) -> None:
    page.wait_for_load_state()
    _assert_nothing_struck(page.context)
    foreign = page.locator(FOREIGN)
    assert foreign.count() == 0, f"{page.url}: {foreign.first.evaluate('element => element.outerHTML')}"


def _assert_nothing_struck(context: BrowserContext) -> None:
    for page in context.pages:
        assert page.evaluate("window.struck") is None, f"text of an article ran on {page.url}"
