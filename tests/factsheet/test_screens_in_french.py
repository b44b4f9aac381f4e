"""Every screen of the demonstration in French: no sentence of the engine stands there in English."""

from __future__ import annotations

import io
import re
from collections import Counter, deque
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.urls import Resolver404, resolve
from django.utils import translation
from pytest_django import Settings

from factsheet import phrasebook
from factsheet.management.commands import demo

MOST_OF_A_KIND = 8
"""So many addresses of one screen are opened: of what stands there a hundred times, the first."""

SPOKEN = ("title", "aria-label", "placeholder", "alt", "data-said")
VOID = frozenset({"meta", "link", "input", "br", "hr", "img", "wbr", "source"})
SAYING = re.compile(r"[A-Za-z]{2,}")
FEWEST_WORDS = 3
"""Fewer words of a template may stand in a row by chance, in the name of a fact or of an article."""


class Reader(HTMLParser):
    """What a page says in French, in its text and in its attributes, and where it leads."""

    def __init__(self) -> None:
        super().__init__()
        self.languages: list[tuple[str, str]] = [("", "")]
        self.said: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the language, the words in attributes and the address."""
        given = dict(attrs)
        language = given.get("lang") or self.languages[-1][1]
        if language == "fr":
            self.said += [words for name in SPOKEN if (words := given.get(name))]
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        if tag not in VOID and not tag.startswith(("use", "path", "line", "circle", "rect")):
            self.languages.append((tag, "" if tag in ("script", "style", "mark") else language))

    def handle_endtag(self, tag: str) -> None:
        """Go back to the language around it."""
        if any(tag == opened for opened, _ in self.languages):
            while self.languages.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Note the words of a text that is told to be French."""
        if self.languages[-1][1] == "fr" and data.strip():
            self.said.append(" ".join(data.split()))


def find_english(said: list[str]) -> list[str]:
    """What of the said is an English sentence of the engine: one of its templates, or a long stretch of one."""
    with translation.override("en"):
        return [words for words in said if any(stretch in words for stretch in STRETCHES) or _is_template(words)]


def _count_words(text: str) -> int:
    return len(SAYING.findall(text))


STRETCHES = sorted(
    {
        fixed.strip(" .“”:,;()")
        for template in phrasebook.templates()
        for fixed in template.fixed
        if _count_words(fixed) >= FEWEST_WORDS
    }
)


def _is_template(words: str) -> bool:
    found = phrasebook.read(words.rstrip(".")) or phrasebook.read(words)
    return found is not None and _count_words(phrasebook.SLOT.sub("", found.template)) >= FEWEST_WORDS


@pytest.fixture
def french_desk(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch, db: None) -> Iterator[Client]:
    """The demonstration, before an editor who reads French; the next test reads English again."""
    settings.DATA_DIR = tmp_path
    monkeypatch.setenv("SITE_URL", "http://127.0.0.1:8000")
    monkeypatch.setattr(demo, "_collect_static", lambda: None)
    call_command("demo", no_serve=True, password="open sesame", stdout=io.StringIO())
    client = Client()
    client.force_login(User.objects.get(username="editor"))
    client.cookies["django_language"] = "fr"
    with translation.override("en"):
        yield client


def walk(client: Client) -> Iterator[tuple[str, str, Reader]]:
    """Every page that links lead to from the desk: its address, the name of its screen, and what it says."""
    waiting, known, opened = deque(["/"]), {"/"}, Counter[str]()
    while waiting:
        address = waiting.popleft()
        screen = resolve(urlsplit(address).path).view_name
        if opened[screen] >= MOST_OF_A_KIND:
            continue
        response = client.get(address)
        if response.status_code == 302 or not response.headers["Content-Type"].startswith("text/html"):
            continue
        opened[screen] += 1
        assert response.status_code == 200, address
        reader = Reader()
        reader.feed(response.text)
        yield address, screen, reader
        for link in reader.links:
            target = urldefrag(urljoin(address, link))[0]
            if urlsplit(target).netloc or target in known or target.startswith(("/admin/", "/static/")):
                continue
            try:
                resolve(urlsplit(target).path)
            except Resolver404:
                continue
            known.add(target)
            waiting.append(target)


SCREENS = frozenset(
    {
        "desk", "sheet-new", "matrix", "fact", "fact-change", "inbox", "article-list", "article", "article-origin",
        "article-reading", "draft", "review", "edition-list", "edition", "activity",
    }
)  # fmt: skip
"""What the walk has to come by at least."""


STORY = (
    "Some 12,000 personnel serve in MINUSMA, and 303 peacekeepers have been killed since 2013. The mission ends on "
    "June 16, according to RT. Its budget is $1.2 billion a year, and 99 camels were counted by 4 p.m."
)


def test_no_screen_says_in_english_what_the_engine_says(french_desk: Client) -> None:
    english: dict[str, list[str]] = {}
    screens = set()
    number = 0
    for address, screen, reader in walk(french_desk):
        screens.add(screen)
        number += len(reader.said)
        if found := find_english(reader.said):
            english[address] = found
    assert english == {}
    assert screens >= SCREENS
    assert number > 1000

    checked = Reader()
    checked.feed(french_desk.post("/sheets/minusma/draft/", {"text": STORY, "act": "check"}).text)
    assert find_english(checked.said) == []
    assert any("La fiche n’a aucun fait" in words for words in checked.said)


def test_english_is_found_where_it_stands() -> None:
    page = '<html lang="fr"><p title="“1” and “2” cannot both be true.">No evidence stands.</p>{}</html>'
    reader = Reader()
    reader.feed(page.format('<p lang="en">No evidence stands.</p><mark>No evidence stands.</mark><p>“a” vs. “b”</p>'))
    assert find_english(reader.said) == ["“1” and “2” cannot both be true.", "No evidence stands."]
