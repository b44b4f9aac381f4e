"""Any figure on any screen leads to its marked sentence in one act.

Each value of a claim and each answer that a page shows is a link to the mark of a claim that says it, or has one in its
row or its card.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles.models import Claim
from factsheet import actions, addresses
from factsheet.actions.arranging import refresh_facts
from factsheet.models import Citation, Decision, Evidence, Fact, FactSheet
from tests.factories import make_article, make_claim, make_evidence, make_sheet, make_sheet_article
from tests.factsheet.newsroom import (
    LATER,
    add_figure,
    decide,
    figure_of,
    make_agreed_fact,
    make_fact_with,
    take_in_texts,
)
from tests.factsheet.views.desk import ADDRESSES, PUBLIC, SignIn, Site

pytestmark = pytest.mark.django_db

VOID = frozenset({"meta", "link", "input", "br", "hr", "img", "wbr", "source", "use", "path", "line", "circle", "rect"})
UNREAD = frozenset({"head", "script", "style", "template", "datalist", "select", "textarea"})
"""What no reader sees as text, and what is typed or chosen there."""

ROWS = frozenset({"tr", "li"})
CARDS = frozenset({"panel-part", "split", "notice", "item"})
"""The classes of the cards of a page; a row or a card has one thing in it."""

STORY = "The mission had 15227 troops, the council said. It had 41999 refugees on Friday."


class Node:
    """An element, with its text and elements in their order."""

    def __init__(self, tag: str, attrs: Mapping[str, str | None], parent: Node | None) -> None:
        self.tag, self.attrs, self.parent = tag, attrs, parent
        self.parts: list[Node | str] = []

    @property
    def classes(self) -> set[str]:
        """Its classes."""
        return set((self.attrs.get("class") or "").split())

    def iterate(self) -> Iterator[Node]:
        """It and all within it."""
        yield self
        for part in self.parts:
            if isinstance(part, Node):
                yield from part.iterate()

    def around(self) -> Iterator[Node]:
        """It and all around it, the nearest first."""
        node: Node | None = self
        while node:
            yield node
            node = node.parent

    @property
    def links(self) -> set[int]:
        """The claims to whose marks it and what is within it lead."""
        found = (re.search(r"#claim-(\d+)$", node.attrs.get("href") or "") for node in self.iterate())
        return {int(match[1]) for match in found if match}

    @property
    def text(self) -> str:
        """The words within it, those of other blocks apart."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)


class Tree(HTMLParser):
    """A page as its elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.root = self.here = Node("", {}, None)
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element."""
        node = Node(tag, dict(attrs), self.here)
        self.here.parts.append(node)
        if tag not in VOID:
            self.here = node

    def handle_endtag(self, tag: str) -> None:
        """Leave it, and what was left open within it."""
        for node in self.here.around():
            if node.tag == tag and node.parent:
                self.here = node.parent
                return

    def handle_data(self, data: str) -> None:
        """Note the words."""
        self.here.parts.append(data)


@pytest.fixture
def site(publisher: User) -> Site:
    """A sheet with one of everything that shows a figure, each figure of five digits and its own."""
    by = publisher
    sheet = make_sheet(slug="mission")
    settled = make_fact_with("13417", "15226", sheet=sheet, label="Troops")
    _decide_by(figure_of(settled, "13417"), by=by)
    gone = make_fact_with("70001", sheet=sheet, label="Interpreters")
    _decide_by(figure_of(gone, "70001"), by=by)
    _publish(sheet, by=by)
    _decide_by(figure_of(settled, "15226"), by=by)
    decide(gone, actions.Answer(outcome=Decision.Outcome.LEFT_OUT), by=by, rationale="Nobody asks.")
    come = make_fact_with("70002", sheet=sheet, label="Drivers")
    _decide_by(figure_of(come, "70002"), by=by)
    _publish(sheet, by=by, kind="correction", note="Counted anew.")
    _decide_by(figure_of(settled, "13417"), by=by, text="some 13417")

    disputed = make_fact_with("12118", "12903", sheet=sheet, label="Dead")
    words = "12118 or 12903, as one asks"
    decide(disputed, actions.Answer(outcome=Decision.Outcome.DISPUTED, text=words), by=by, rationale="Both count.")
    opened = make_fact_with("41233", "57891", "41234", sheet=sheet, label="Fled")
    item = figure_of(opened, "41233")
    candidate = add_figure(opened, "42066", state="candidate")
    actions.weigh(figure_of(opened, "57891"), stance="set_aside", reason="A plan.", by=by, at=LATER)
    make_agreed_fact(sheet, figure="30303")
    make_evidence(make_claim("70707 trucks"), sheet=sheet)
    make_evidence(make_claim("90909 vans"), sheet=sheet, state="rejected", reason="Too vague.")

    revision = make_article("The mission counts 49999 troops.", previous=item.claim.article)
    make_sheet_article(sheet, revision)
    make_evidence(make_claim("49999 troops", article=revision), sheet=sheet)
    _challenge(sheet, by=by)
    _mismatch(sheet, by=by)
    actions.accept(
        sheet, [make_evidence(make_claim("60606 tents"), fact=opened, state="candidate").pk], by=by, at=LATER
    )
    sheet.refresh_from_db()
    return Site(sheet, Fact.objects.get(pk=settled.pk), opened, item, candidate, item.claim.article, revision)


def _decide_by(item: Evidence, *, by: User, text: str = "") -> None:
    answer = actions.Answer.of_claim(item, text=text)
    assert item.fact is not None
    decide(item.fact, answer, by=by, cite=[item.pk], rationale="The ministry says so.")


def _publish(sheet: FactSheet, *, by: User, **why: str) -> None:
    FactSheet.objects.filter(pk=sheet.pk).update(state="approved")
    sheet.refresh_from_db()
    actions.publish(sheet, by=by, at=LATER, **why)


def _challenge(sheet: FactSheet, *, by: User) -> None:
    wounded = make_fact_with("20511", sheet=sheet, label="Wounded")
    decide(wounded, "20511", by=by)
    add_figure(wounded, "80744", state="candidate")
    refresh_facts(sheet, [wounded.pk], by=None, at=LATER)


def _mismatch(sheet: FactSheet, *, by: User) -> None:
    """One sentence ties two facts, and the answer to one of them goes against it."""
    actions.add_articles(sheet, take_in_texts("Police held 18088 of the 27275 protesters."), by=by, at=LATER)
    for label, words in (("Held", "18088"), ("Protesters", "27275")):
        item = sheet.evidence.get(claim__text__startswith=words)
        actions.place(sheet, [item.pk], fact=None, label=label, by=by, at=LATER)
    held = Fact.objects.get(sheet=sheet, label="Held")
    decide(held, "31222", by=by, rationale="So the court.", cite=[held.evidence.get().pk])


def known_values(sheet: FactSheet) -> dict[str, set[int]]:
    """What claims say and what we say, each with the claims to whose marks it may lead: any in the same sentence."""
    marked: dict[tuple[int, int], set[int]] = defaultdict(set)
    claims = list(Claim.objects.filter(evidence__sheet=sheet))
    for claim in claims:
        marked[claim.article_id, claim.sentence_start].add(claim.pk)
    values: dict[str, set[int]] = defaultdict(set)
    for claim in claims:
        values[claim.text] |= marked[claim.article_id, claim.sentence_start]
    for answer, key in Citation.objects.filter(decision__fact__sheet=sheet, number=1).values_list(
        "decision__answer", "evidence__claim"
    ):
        values[answer].add(key)
    for suggestion in sheet.facts.values_list("suggestion", flat=True):
        if suggestion and "text" in suggestion:
            said = Evidence.objects.filter(pk__in=suggestion["evidence"])
            values[suggestion["text"]].update(said.values_list("claim", flat=True))
    values.pop("", None)
    return values


def find_figures(page: str, values: Mapping[str, set[int]]) -> tuple[int, list[str]]:
    """How many values a page shows, and those that lead nowhere."""
    longest = sorted(values, key=len, reverse=True)
    known = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    shown, lost = 0, list[str]()
    for node, text in _read(Tree(page).root):
        for match in known.finditer(text):
            shown += 1
            if not _leads(node, values[match[0]]):
                lost.append(f"“{match[0]}” in “{' '.join(text.split())}”, <{node.tag}>")
    return shown, lost


def _read(node: Node) -> Iterator[tuple[Node, str]]:
    """Each element with the text that stands in it, what it marks, adds and strikes out as a part of it."""
    if node.tag in UNREAD:
        return
    run = ""
    for part in node.parts:
        if isinstance(part, str):
            run += part
        else:
            yield from _read(part)
            run += "\n"
    if run.strip():
        yield node, run


def _leads(node: Node, claims: set[int]) -> bool:
    chosen = False
    for around in node.around():
        found = around.links & claims
        if around.tag == "a" and found:
            return True
        # The marked sentence itself: in the text of its article, or quoted.
        if "words" in around.classes or (around.tag == "blockquote" and node.tag == "mark"):
            return True
        # A link in the label of what is chosen would take the click; it stands elsewhere on the page.
        chosen = chosen or around.tag == "label"
        if not chosen and (around.tag in ROWS or around.classes & CARDS):
            return bool(found)
    return chosen and bool(found)


def pages(site: Site) -> dict[str, str]:
    """Every address of the site that answers with a page, and what of it shows more when it is asked."""
    names = {name for name, one in addresses.ADDRESSES.items() if "GET" in one.methods and not name.startswith("api:")}
    files = {name for name, address in ADDRESSES.items() if address.is_file}
    found = {name: reverse(name, kwargs=dict(ADDRESSES[name].keys(site))) for name in names & ADDRESSES.keys() - files}
    assert names - files - PUBLIC - found.keys() == {"account"}
    sheet = site.sheet.get_absolute_url()
    return found | {
        "matrix, left out": f"{sheet}?show=left_out",
        "inbox, rejected": f"{found['inbox']}?show=rejected",
        "inbox, by fact": f"{found['inbox']}?group=fact",
        "find, a fact": f"{found['find']}?q=troops&sheet=mission",
        "edition-compare, all": f"{found['edition-compare']}?from=1&to=2",
        "edition, new": reverse("edition", args=["mission", 2]),
        **{f"fact, {fact.label}": fact.get_absolute_url() for fact in site.sheet.facts.all()},
    }


FEWEST: Mapping[str, int] = {
    "fact": 50,
    "fact, Fled": 50,
    "fact, Troops": 30,
    "fact, Wounded": 30,
    "fact, Dead": 24,
    "fact, Arrested": 20,
    "fact, Held": 16,
    "fact, Protesters": 15,
    "fact, Interpreters": 10,
    "fact, Drivers": 10,
    "matrix": 20,
    "matrix, left out": 1,
    "inbox": 8,
    "inbox, by fact": 8,
    "inbox, rejected": 2,
    "desk": 1,
    "review": 25,
    "edition": 5,
    "edition, new": 5,
    "edition-compare": 5,
    "edition-compare, all": 5,
    "article": 3,
    "article-changes": 2,
    "article-reading": 2,
    "draft, checked": 7,
    "activity": 15,
    "notices": 3,
}
"""The screens that show figures, each with how many at least."""


def test_every_figure_on_every_screen_leads_to_its_marked_sentence(
    site: Site, publisher: User, client_of: SignIn
) -> None:
    client = client_of(publisher)
    values = known_values(site.sheet)
    assert len(values) >= 20
    shown, lost = Counter[str](), dict[str, list[str]]()
    answers: dict[str, Any] = {name: client.get(address) for name, address in pages(site).items()}
    answers["draft, checked"] = client.post(reverse("draft", args=["mission"]), {"text": STORY, "act": "check"})
    for name, response in answers.items():
        assert response.status_code == 200, name
        shown[name], found = find_figures(response.text, values)
        if found:
            lost[name] = found
    assert lost == {}
    assert (+shown).keys() == FEWEST.keys()
    assert {name for name, least in FEWEST.items() if shown[name] < least} == set()


@pytest.mark.parametrize(
    ("row", "shown", "lost"),
    [
        ("13417 troops", 1, 1),
        ('<a href="/sheets/a/facts/1/">13417</a>', 1, 1),
        ('<a href="/sheets/a/articles/1/#claim-3">13417</a>', 1, 1),
        ('<a href="/sheets/a/articles/1/#claim-2">13417 troops</a>, <b>13417</b>', 2, 1),
        ('<a href="/sheets/a/articles/1/#claim-1">13417</a>, <b>13417 troops</b>', 2, 0),
    ],
)
def test_a_figure_that_leads_nowhere_or_elsewhere_is_found(row: str, shown: int, lost: int) -> None:
    values = {"13417": {1}, "13417 troops": {1, 2}}
    found = find_figures(f'<ul><li>{row}</li><li><a href="#claim-1">It</a></li></ul>', values)
    assert (found[0], len(found[1])) == (shown, lost)
