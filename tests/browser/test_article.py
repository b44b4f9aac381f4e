"""In the text of an article: claims made by mouse, by key and by a plain form, readings corrected, parts put back."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser import journeys
from tests.browser.pages import SignIn, assert_accessible, wait_for_htmx

SHEET = "/sheets/minusma/"
ARTICLE = SHEET + "articles/1/"
SMALL = {"width": 320, "height": 640}

# A family, a flag and a thumb with its skin are several code points and twice as many of UTF-16; "é" here is two.
PICTURES = "👩\u200d👩\u200d👧 🇲🇱 👍🏽 cafe\u0301 𝒳"
STORY = f"""{PICTURES}: the harbour crews left. {PICTURES}, then the harbour crews came back.

The mayor thanked {PICTURES} the harbour crews last July."""

WHERE = """([words, nth]) => {
  const places = [];
  for (const element of document.querySelectorAll(".words")) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode()); ) {
      for (let at = node.data.indexOf(words); at >= 0; at = node.data.indexOf(words, at + 1)) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        places.push(range);
      }
    }
  }
  const boxes = [...places[nth].getClientRects()];
  const [first, last] = [boxes[0], boxes.at(-1)];
  return [first.left + 1, (first.top + first.bottom) / 2, last.right - 1, (last.top + last.bottom) / 2];
}"""

# What of the text the address leads to, by its outline.
SHOWN = """() => [...document.querySelectorAll(".words mark")]
  .filter((mark) => getComputedStyle(mark).outlineStyle !== "none").map((mark) => mark.textContent)"""

OVERFLOWS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


def select(page: Page, words: str, nth: int = 0) -> None:
    """Drag the mouse over words of the article, the first place of them being 0."""
    page.locator(".words").filter(has_text=words).first.scroll_into_view_if_needed()
    left, top, right, bottom = page.evaluate(WHERE, [words, nth])
    page.mouse.move(left, top)
    page.mouse.down()
    page.mouse.move(right, bottom, steps=4)
    page.mouse.up()


def take_in(page: Page, story: str = STORY) -> None:
    """Paste a story and open it."""
    page.goto(SHEET)
    journeys.paste(page, {"Or paste the text": story, "Title": "The crews", "Published": "2023-06-30"})
    journeys.open_tab(page, "Articles")
    page.get_by_role("link", name="The crews", exact=True).click()
    expect(page.get_by_role("heading", name="The crews")).to_be_visible()


def form_of(page: Page) -> Locator:
    return page.locator("#make")


def passage_of(page: Page, words: str) -> Locator:
    return page.locator(".passage").filter(has_text=words)


def test_words_selected_by_mouse_become_a_claim_at_their_very_place(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor")
    take_in(page)
    for nth in (2, 1):
        select(page, "the harbour crews", nth)
        wait_for_htmx(page)
        expect(page.get_by_label("Words as they stand in the text")).to_have_value("the harbour crews")
        expect(page.locator("#understood")).to_contain_text("kept as a statement")
        expect(page.locator("#understood")).to_contain_text("3 places")
        expect(page.locator("#understood blockquote")).to_contain_text("came back" if nth == 1 else "last July")
        page.get_by_label("Read it as").fill("about 30 crews")
        wait_for_htmx(page)
        expect(page.locator("#understood")).to_contain_text("about 30")
        page.get_by_role("button", name="Make the claim").click()
        journeys.expect_said(page, "“the harbour crews” is a claim now.")
    marks = page.locator(".words mark").filter(has_text="the harbour crews")
    expect(marks).to_have_count(2)
    expect(passage_of(page, "came back").locator(".words")).to_contain_text(f"{PICTURES}, then the harbour crews came")
    expect(passage_of(page, "The mayor").locator(".notes")).to_contain_text("by hand")
    assert page.evaluate(SHOWN) == ["the harbour crews"]


def test_a_selection_of_pictures_and_accents_is_counted_rightly(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor")
    take_in(page)
    select(page, PICTURES, 2)
    wait_for_htmx(page)
    expect(page.locator("#understood mark")).to_have_text(PICTURES)
    expect(page.locator("#understood blockquote")).to_contain_text("The mayor thanked")
    page.get_by_role("button", name="Make the claim").click()
    journeys.expect_said(page, "is a claim now.")
    expect(page.locator(".words mark").filter(has_text="🇲🇱")).to_have_text(PICTURES)


def test_a_selection_beyond_its_paragraph_ends_with_it(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor")
    take_in(page)
    page.locator(".words").filter(has_text="came back").click(click_count=3, position={"x": 150, "y": 12})
    wait_for_htmx(page)
    expect(page.get_by_label("Words as they stand in the text")).to_have_value(STORY.splitlines()[0])


def test_a_claim_is_made_by_keyboard_alone(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor")
    take_in(page)
    page.keyboard.press("c")
    words = page.get_by_label("Words as they stand in the text")
    expect(words).to_be_focused()
    page.keyboard.type("The mayor")
    wait_for_htmx(page)
    expect(page.locator("#understood mark")).to_have_text("The mayor")
    page.keyboard.press("Tab")
    page.keyboard.type("2 mayors")
    wait_for_htmx(page)
    expect(page.locator("#understood")).to_contain_text("quantity")
    page.keyboard.press("Enter")
    journeys.expect_said(page, "“The mayor” is a claim now.")


def test_what_is_selected_by_keyboard_is_taken_by_the_key(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor")
    take_in(page)
    # As caret browsing leaves it.
    page.evaluate("""() => {
      const words = [...document.querySelectorAll(".words")].find((each) => each.textContent.startsWith("The mayor"));
      getSelection().setBaseAndExtent(words, 0, words, 0);
      for (let step = 0; step < 9; step += 1) getSelection().modify("extend", "forward", "character");
    }""")
    page.keyboard.press("c")
    wait_for_htmx(page)
    expect(page.get_by_label("Words as they stand in the text")).to_have_value("The mayor")
    expect(page.locator("#understood mark")).to_have_text("The mayor")


def test_without_javascript_words_are_found_by_which_of_them(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", javascript=False)
    take_in(page)
    page.goto(page.url + "claims/new/")
    page.get_by_label("Words as they stand in the text").fill("the harbour crews")
    page.get_by_role("button", name="Show how it is read").click()
    expect(page.locator("#understood")).to_contain_text("3 times: say which")
    page.get_by_label("Which of them").fill("2")
    page.get_by_role("button", name="Show how it is read").click()
    expect(page.locator("#understood blockquote")).to_contain_text("came back")
    page.get_by_role("button", name="Make the claim").click()
    expect(page.locator(".words mark").filter(has_text="the harbour crews")).to_have_count(1)


def test_a_reading_is_corrected_with_a_preview_and_taken_back(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", ARTICLE)
    page.get_by_role("link", name="Correct more than 15,000 personnel").click()
    expect(page.get_by_role("heading", name="is read")).to_be_visible()
    assert_accessible(page)
    page.get_by_label("Read it as").fill("about 15,500 soldiers")
    wait_for_htmx(page)
    expect(page.locator("#understood")).to_contain_text("about 15,500 people")
    expect(page.locator("#understood mark")).to_have_text("more than 15,000 personnel")
    page.get_by_role("button", name="Save this reading").click()
    journeys.expect_said(page, "is read anew.")
    note = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="Correct more than 15,000 personnel"))
    expect(note).to_contain_text("about 15,500 people")
    expect(note).to_contain_text("before: more than 15,000 people")
    assert page.evaluate(SHOWN) == ["more than 15,000 personnel"]
    assert_accessible(page)
    page.get_by_role("link", name="Correct more than 15,000 personnel").click()
    page.get_by_role("button", name="Read it as the program did").click()
    expect(note).to_contain_text("before: about 15,500 people")


def test_another_date_shows_what_it_changes_before_it_is_set(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", ARTICLE)
    page.get_by_label("Publication date").fill("2022-03-04")
    wait_for_htmx(page)
    expect(page.locator("#rereadings")).to_contain_text("claims are read anew")
    expect(page.locator("#rereadings")).to_contain_text("before: 30 June 2023, counted from 30 June 2023")
    expect(page.locator("#rereadings")).to_contain_text("now: 4 March 2022, counted from 4 March 2022")
    assert_accessible(page, within="main")
    expect(page.locator(".notes").filter(has_text="30 June 2023, counted").last).to_be_visible()
    page.get_by_role("button", name="Set").click()
    journeys.expect_said(page, "The date is set;")
    expect(passage_of(page, "In a unanimous vote").locator(".notes")).to_contain_text("4 March 2022")


def test_furniture_is_put_back_and_a_paragraph_taken_out(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", ARTICLE)
    caption = passage_of(page, "Blue helmets on patrol")
    expect(caption).to_contain_text("Not read: photo caption")
    caption.get_by_role("button", name="Put back").click()
    journeys.expect_said(page, "It is part of the article; 1 claim came with it.")
    expect(caption.locator("mark")).to_have_text("May 4, 2019")
    select(page, "Blue helmets on patrol")
    wait_for_htmx(page)
    page.get_by_role("button", name="Take this paragraph out").click()
    journeys.expect_said(page, "The paragraph is no part of the article any more.")
    expect(caption).to_contain_text("Not read: taken out by an editor")


def test_two_revisions_are_compared_the_figures_first(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor")
    take_in(page, "The storm killed 12 people on the coast.\n\nSchools stay closed.\n\nSome 300 homes lost power.")
    page.goto(SHEET + "articles/add/")
    page.get_by_label("Or paste the text").fill(
        "The storm killed 19 people on the coast.\n\nSchools stay closed.\n\nPower is back. A bridge of 90 metres fell."
    )
    page.get_by_label("Title", exact=True).fill("The crews, updated")
    page.get_by_label("Newer version of").select_option(label="The crews")
    page.get_by_role("button", name="Take in").click()
    journeys.expect_said(page, "1 article is taken in.")
    journeys.open_tab(page, "Articles")
    page.get_by_role("link", name="The crews", exact=True).click()
    page.get_by_role("link", name="What it changed").click()
    rows = page.get_by_role("row")
    expect(rows.nth(1)).to_contain_text("12 people")
    expect(rows.nth(1)).to_contain_text("19 people")
    expect(rows.nth(1)).to_contain_text("changed")
    expect(rows.filter(has_text="300 homes")).to_contain_text("gone")
    expect(rows.filter(has_text="90 metres")).to_contain_text("new")
    expect(page.locator("ins").first).to_have_text("19 ")
    assert_accessible(page)
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    assert not page.evaluate(OVERFLOWS)
    rows.nth(1).get_by_role("link", name="19 people").click()
    assert page.evaluate(SHOWN) == ["19 people"]


def test_the_form_is_open_to_everybody_and_whole_on_a_small_screen(signed_in_page: SignIn) -> None:
    page = signed_in_page("Editor", ARTICLE)
    page.keyboard.press("c")
    assert_accessible(page)
    page.set_viewport_size(SMALL)  # type: ignore[arg-type]
    assert not page.evaluate(OVERFLOWS)
    page.goto(ARTICLE + "claims/new/")
    assert_accessible(page)
    assert not page.evaluate(OVERFLOWS)
