"""A real browser on a real server; a test that needs neither fails nor passes without them (see `chromium`)."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.browser import site as sites
from tests.browser.pages import SignIn
from tests.browser.profiles import Profiles
from tests.browser.site import ROOT, Site
from tests.factories import Role

# Without a window to draw, the first takes half the time of the others.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW_TO_GET_IT = "install Debian's package chromium-headless-shell or chromium"

# Where the screenshots of failed tests go; git ignores it.
SCREENSHOTS = ROOT / "var" / "screenshots"

# Milliseconds that an act or an expectation may take on a machine that is busy with other things.
PATIENCE = 15_000

ARGUMENTS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--no-first-run",
    # The pages of a profile share a process; to start one takes longer than most of what a test does.
    "--process-per-site",
    # Nobody but the server under test can be found.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

PROFILES = pytest.StashKey[Profiles]()
SITE = pytest.StashKey[Site]()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the machine's Chromium. Without one the test is skipped, or fails where CI=true."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        reason = f"no Chromium on this machine: {HOW_TO_GET_IT}"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return path


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What every site begins as, made once a run: of several workers, the first makes it and the others wait."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    path = folder / "site"
    with (folder / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            making = folder / "site-in-the-making"
            shutil.rmtree(making, ignore_errors=True)
            sites.make_template(making)
            making.rename(path)
    return path


@pytest.fixture(scope="session")
def server(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server for this worker's tests."""
    with sites.serve(template, tmp_path_factory.mktemp("server")) as site:
        yield site


@pytest.fixture
def site(request: pytest.FixtureRequest, server: Site) -> Site:
    """The site as it begins, for this test alone."""
    server.begin_anew()
    request.node.stash[SITE] = server
    return server


@pytest.fixture(scope="session")
def profiles(chromium: str, server: Site) -> Iterator[Profiles]:
    """A browser for this worker's tests."""
    arguments = [*ARGUMENTS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        with Profiles.of(browser, server.url) as profiles:
            yield profiles
        browser.close()


@pytest.fixture
def signed_in_page(request: pytest.FixtureRequest, profiles: Profiles, site: Site) -> Iterator[SignIn]:
    """Pages signed in by role; None is nobody. Each has a profile of its own, so two editors can collide.

    Without a path nothing is opened yet.
    """
    request.node.stash[PROFILES] = profiles

    def open_page(role: Role | None, path: str | None = "/", *, javascript: bool = True, **options: Any) -> Page:
        context = profiles.lend(
            base_url=site.url, java_script_enabled=javascript, reduced_motion="reduce", locale="en-GB", **options
        ).context
        if role is not None:
            context.add_cookies([{"name": "sessionid", "value": site.sessions[role], "url": site.url}])
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        if path is not None:
            page.goto(path)
        return page

    with profiles.at_work():
        yield open_page


@pytest.fixture
def page(signed_in_page: SignIn) -> Page:
    """A page of somebody who is not signed in, where that leads: the sign-in form."""
    return signed_in_page(None)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Fail a test that passed while something on its pages went wrong."""
    result = yield
    profiles = item.stash.get(PROFILES, None)
    troubles = [trouble for profile in (profiles.lent if profiles else ()) for trouble in profile.read_troubles()]
    if troubles:
        pytest.fail("\n".join(troubles), pytrace=False)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show a failed test's pages and what its server said."""
    report = yield
    if report.when == "call" and report.failed:
        profiles = item.stash.get(PROFILES, None)
        pages = [page for profile in (profiles.lent if profiles else ()) for page in profile.pages]
        name = re.sub(r"[^\w-]+", "-", item.nodeid)
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        for number, page in enumerate(pages, start=1):
            path = SCREENSHOTS / f"{name}-{number}.png"
            page.screenshot(path=path, full_page=True)
            report.sections.append((f"screenshot of {page.url}", str(path)))
        if site := item.stash.get(SITE, None):
            report.sections.append(("what the server said", site.log.read_text(encoding="utf-8")))
    return report
