"""Any figure on any screen leads to its marked sentence in one act, or its sentence stands marked beside it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser import journeys
from tests.browser.pages import SignIn, wait_for_htmx
from tests.browser.test_draft import STORY, check, open_checker

SHEET = "/sheets/minusma/"

READ_LINKS = "links => links.map(link => [link.querySelector('mark').textContent.trim(), link.href])"

# The words of the mark that an address leads to; what overlaps is one mark after the other.
READ_MARK = """id => {
  const mark = document.getElementById(id)?.closest("mark");
  const then = mark?.nextElementSibling;
  return mark ? mark.textContent + (then?.matches("mark") ? then.textContent : "") : "";
}"""


@pytest.mark.parametrize(
    ("path", "figures", "at_least"),
    [
        ("", "a.figure", 30),
        ("inbox/", "#items blockquote a", 20),
        ("inbox/?group=fact", "#items blockquote a", 20),
        ("review/", ".references li a:has(mark)", 5),
        ("editions/1/", ".references li a:has(mark)", 5),
    ],
    ids=["matrix", "inbox", "inbox by fact", "review", "edition"],
)
def test_each_figure_is_a_link_to_its_marked_words(
    signed_in_page: SignIn, path: str, figures: str, at_least: int
) -> None:
    page = signed_in_page("Editor", SHEET + path)
    links = page.locator(figures)
    assert links.count() >= at_least
    # No figure is bare text.
    assert links.count() == page.locator("tbody mark, #items mark, .references mark").count()
    articles: dict[str, list[tuple[str, str]]] = {}
    for words, address in links.evaluate_all(READ_LINKS):
        article, _, claim = address.partition("#")
        articles.setdefault(article, []).append((words, claim))
    for article, claims in articles.items():
        page.goto(f"{article}#{claims[0][1]}")
        expect(page.locator("mark:is(:target, :has(:target))")).to_be_in_viewport()
        for words, claim in claims:
            marked = page.evaluate(READ_MARK, claim).strip()
            assert marked, f"{words} leads nowhere"
            assert marked.startswith(words) or words.startswith(marked)


@pytest.mark.parametrize("path", ["review/", "editions/1/"])
def test_each_answer_leads_to_the_note_with_its_sentence(signed_in_page: SignIn, path: str) -> None:
    page = signed_in_page("Editor", SHEET + path)
    lines = page.locator(".edition .lines > div")
    assert lines.count() >= 5
    for line in lines.all():
        if line.get_by_text("not established").count():
            continue
        note = line.locator("sup a").first
        note.click()
        target = page.locator(".references li:target")
        expect(target.locator("mark")).to_be_in_viewport()


def test_in_the_panel_each_piece_of_evidence_shows_its_sentence_and_leads_to_it(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", SHEET)
    panel = journeys.open_fact(page, "303 peacekeepers")
    wait_for_htmx(page)
    for evidence in panel.locator(".evidence").all():
        words = evidence.locator(".take span").first.inner_text()
        expect(evidence.locator("blockquote mark")).to_have_text(words)
        sources = evidence.locator(".meta a").get_attribute("href")
        assert evidence.locator("blockquote a:has(mark)").get_attribute("href") == sources
    panel.locator(".evidence blockquote a").first.click()
    expect(page.locator("mark:target")).to_be_in_viewport()


def test_in_a_checked_story_each_figure_leads_to_the_fact_and_that_to_its_sentences(signed_in_page: SignIn) -> None:
    page = signed_in_page("Reporter", SHEET)
    open_checker(page)
    check(page, STORY)
    wait_for_htmx(page)
    notes = page.locator(".notes li[id]")
    assert notes.count() == page.locator(".words mark").count() == 4
    for address in [note.get_by_role("link").nth(1).get_attribute("href") for note in notes.all()]:
        page.goto(address or "")
        expect(page.locator(".evidence blockquote mark").first).to_be_visible()


def test_the_list_of_articles_leads_to_every_claim_it_counts(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", SHEET + "articles/")
    row = page.locator("tbody tr").first
    count = int(row.locator(".number").inner_text())
    row.get_by_role("rowheader").get_by_role("link").click()
    expect(page.get_by_text(re.compile(rf"\b{count} claims"))).to_be_visible()
    expect(page.locator(".article-text .notes a[href^='#claim-']")).to_have_count(count)
