"""Words that nobody means well in every field that is shown: no screen and no export runs anything of them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from markdown_it import MarkdownIt
from playwright.sync_api import Page

from factsheet.export.tables import FIGURE, FORMULA
from tests.browser.pages import SignIn
from tests.browser.site import ROOT, Site, environment_of
from tests.security.payloads import PAYLOADS, read_others

LISTS = ("matrix", "inbox", "article-list", "draft", "review", "edition-list", "activity", "fact-new", "article-add")
ADMIN = (
    *("articles/article", "articles/claim", "articles/source", "auth/user", "factsheet/evidence", "factsheet/fact"),
    *("factsheet/factsheet", "factsheet/decision", "factsheet/comment", "factsheet/edition", "factsheet/activity"),
    *("factsheet/apitoken", "factsheet/phrase"),
)

# Before anything of a page: what is struck is told, and so is what the policy stopped.
WATCH = """
window.struck = [];
window.strike = () => window.struck.push("ran");
for (const name of ["alert", "confirm", "prompt"]) window[name] = () => window.struck.push(name);
addEventListener("securitypolicyviolation", (event) => window.struck.push(event.violatedDirective));
"""

# What in a tree could only have come out of a text: elements and attributes that this site never sends, and addresses
# that lead elsewhere than over the web, or load from elsewhere than here.
INSPECT = """(root) => {
  const found = [];
  const loads = ["src", "srcset", "action", "formaction", "data", "hx-get", "hx-post", "poster", "background"];
  for (const element of root.querySelectorAll("*")) {
    const tag = element.localName;
    if (["iframe", "object", "embed", "base", "style", "marquee", "math", "image", "audio", "video"].includes(tag)
        || (tag === "script" && !element.hasAttribute("src") && !/json$/.test(element.type))
        || (tag === "meta" && element.httpEquiv)) found.push(element.outerHTML.slice(0, 200));
    for (const {name, value} of element.attributes) {
      const address = () => { try { return new URL(value, location.origin + "/x/"); } catch { return null; } };
      if (/^(on|data-hx-on|hx-on|style$|srcdoc$)/.test(name)) found.push(`${tag} ${name}=${value}`.slice(0, 200));
      if (/^(href|xlink:href)$/.test(name) && !/^https?:$/.test(address()?.protocol)) found.push(`${tag} ${value}`);
      if (loads.includes(name) && address()?.origin !== location.origin) found.push(`${tag} ${name}=${value}`);
    }
  }
  return found;
}"""

# Pages of one kind, asked for one after the other and put into one that is open: handlers and pictures act as in a
# page of their own, and scripts are seen where they stand. Nobody looks, so nothing is laid out.
OPEN_ALL = """async (addresses) => {
  const inspect = INSPECT, found = [];
  document.querySelector("main").hidden = true;
  for (const address of addresses) {
    const answer = await fetch(address);
    const text = await answer.text();
    const page = new DOMParser().parseFromString(text, "text/html");
    if (answer.status !== 200) found.push(`${address}: ${answer.status}`);
    found.push(...inspect(page).map((what) => `${address}: ${what}`));
    document.querySelector("main").innerHTML = text;
    for (const element of document.querySelectorAll("main a, main button, main summary, main mark")) {
      element.dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
      element.dispatchEvent(new FocusEvent("focus"));
    }
  }
  return found;
}""".replace("INSPECT", INSPECT)


def fill(site: Site, *arguments: str) -> list[dict[str, Any]]:
    """Fill the site's database with hostile words."""
    done = subprocess.run(
        (sys.executable, "-m", "tests.security.hostile", *arguments),
        cwd=ROOT,
        env=environment_of(site.folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    made: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return made


def watch(page: Page) -> None:
    page.add_init_script(WATCH)


def look_at(page: Page, address: str) -> None:
    """Open an address, and fail on whatever of it is no text."""
    page.goto(address, wait_until="load")
    assert page.evaluate(f"({INSPECT})(document)") == [], address
    assert page.evaluate("window.struck") == [], address


def look_at_all(page: Page, addresses: list[str]) -> None:
    assert page.evaluate(OPEN_ALL, addresses) == []
    assert page.evaluate("window.struck") == []


def test_nothing_of_any_payload_runs_on_any_screen_or_in_any_export(signed_in_page: SignIn, site: Site) -> None:
    sheets = fill(site)
    page = signed_in_page("Administrator")
    watch(page)
    printed: set[str] = set()
    for made in sheets:

        def at(name: str, **keys: Any) -> str:
            return reverse(name, kwargs={"slug": made["slug"], **keys})  # noqa: B023 - called before it changes

        for address in (*map(at, LISTS), at("edition", number=1), f"/api/sheets/{made['slug']}/edition.json"):
            look_at(page, address)
        look_at(page, at("article", pk=made["articles"][0]))
        look_at(page, at("fact", pk=made["facts"][0]))
        # All of them stand on the lists; each has the page of its fact or that of its article as well.
        look_at_all(page, [at("fact", pk=key) for key in made["facts"][::2]])
        look_at_all(page, [at("article", pk=key) for key in made["articles"][1::2]])
        forms = [at(name, pk=made["articles"][3]) for name in ("article-describe", "article-origin", "article-claim")]
        look_at_all(page, [*forms, at("fact-change", pk=made["facts"][3])])
        printed |= check_files(page, at)
    assert printed >= set(PAYLOADS)
    for address in ("/", "/corrections/", "/notices/", "/account/", "/find/?q=script", "/find/?q=onerror"):
        look_at(page, address)
        assert address != "/notices/" or page.locator("[id^=notice-]").count() > 10
    check_written_files(page, site, sheets[0]["slug"])
    for model in ADMIN:
        look_at(page, f"/admin/{model}/")
        assert page.locator("#result_list tbody tr").count() > 0, model
    for model in ("articles/article", "articles/claim", "factsheet/evidence"):
        page.goto(f"/admin/{model}/")
        row = page.locator("#result_list tbody th a, #result_list tbody td a").first
        look_at(page, row.get_attribute("href") or "")


def check_files(page: Page, at: Callable[..., str]) -> set[str]:
    """The files that are taken away: no cell computes, and JSON stays JSON. Gives the rationales that are printed."""
    for path, kind in ((at("activity-csv"), "text/csv"), (at("activity-jsonl"), "application/jsonl")):
        answer = page.request.get(path)
        assert answer.headers["content-type"].startswith(kind)
        assert answer.headers["content-disposition"].startswith('attachment; filename="')
        assert answer.headers["x-content-type-options"] == "nosniff"
        if kind == "text/csv":
            assert_no_formula(answer.text())
    answer = page.request.get(at("api:newest-edition"))
    assert answer.headers["content-type"] == "application/json"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["server"] == "web", "neither the program nor its version"
    return {fact["rationale"] for fact in answer.json()["content"]["facts"]}


def assert_no_formula(text: str) -> None:
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert len(cells) > 30
    assert [cell for cell in cells if FORMULA.match(cell) and not FIGURE.fullmatch(cell)] == []


def check_written_files(page: Page, site: Site, slug: str) -> None:
    """The files that a command writes: no cell computes, and no Markdown is HTML, which CommonMark lets through."""
    written = {}
    for form in ("csv", "markdown"):
        command = (sys.executable, "manage.py", "export", slug, "--format", form)
        done = subprocess.run(command, cwd=ROOT, env=environment_of(site.folder), capture_output=True, check=True)
        written[form] = done.stdout.decode()
    assert_no_formula(written["csv"])
    html = MarkdownIt("commonmark", {"html": True}).render(written["markdown"])
    page.goto("/account/")
    page.evaluate("(html) => { document.querySelector('main').innerHTML = html; }", html)
    assert page.evaluate(f"({INSPECT})(document.querySelector('main'))") == []
    assert page.evaluate("window.struck") == []


def test_nothing_of_the_corpus_of_others_runs(signed_in_page: SignIn, site: Site) -> None:
    if not read_others():
        pytest.skip("the corpus of others is not beside the project")
    (made,) = fill(site, "others")
    page = signed_in_page("Administrator")
    watch(page)
    for name in ("matrix", "inbox", "article-list"):
        look_at(page, reverse(name, kwargs={"slug": made["slug"]}))
    look_at(page, reverse("article", kwargs={"slug": made["slug"], "pk": made["articles"][0]}))
