"""A document becomes an article with its claims, once; its day may be set later."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.actions import find_source, set_furniture, set_published, take_in
from articles.intake import Document, describe, read_document
from articles.models import Article, Claim, Source
from articles.values import Span
from tests.factories import NOON, make_article, make_claim, make_source

pytestmark = pytest.mark.django_db

TEXT = "The council voted last Friday. The mission has more than 13,000 troops there, and “we leave in peace,” he said."


def test_a_document_is_stored_with_what_it_tells_and_what_was_read_in_it(editor: User) -> None:
    document = read_document(
        b"---\ntitle: A story\nsource: The Wire\npublished: 2023-06-30\nurl: https://wire.example/1\n---\n\n"
        + TEXT.encode(),
        "story.md",
    )
    taken = take_in(document, by=editor, at=NOON, file_name="story.md")
    article = Article.objects.select_related("source").get()
    assert (taken.article, taken.is_new, taken.missing) == (article, True, ())
    assert (article.title, str(article.source), article.url) == ("A story", "The Wire", "https://wire.example/1")
    assert (article.published, article.published_from) == (date(2023, 6, 30), "text")
    assert (article.file_name, article.taken_in_by, article.taken_in_at) == ("story.md", editor, NOON)
    assert article.text == document.text
    assert article.sha256 == Article.digest(document.text)
    (front,) = [mark for mark in article.furniture if mark[2] == "front matter"]
    assert document.text[front[0] : front[1]].startswith("---")


def test_the_language_of_a_text_is_kept_and_read_by_again() -> None:
    french = "Plus de 15 000 soldats ont quitté le pays lundi, selon le ministère de la défense."
    article = take_in(describe(french), by=None, at=NOON).article
    assert article.language == "fr"
    assert set_published(article, published=date(2023, 6, 30))
    assert article.claims.get(kind="date").low_day == date(2023, 6, 26)
    Article.objects.update(language="de")
    article.refresh_from_db()
    assert set_published(article, published=date(2023, 7, 7))


def test_every_claim_is_the_slice_it_names_and_lies_in_no_furniture() -> None:
    take_in(describe("Share this story 500 times\n\n" + TEXT), by=None, at=NOON, published=date(2023, 6, 30))
    article = Article.objects.get()
    claims = list(article.claims.all())
    assert {claim.kind for claim in claims} >= {"date", "quantity", "quote"}
    for claim in claims:
        assert article.text[claim.start : claim.end] == claim.text
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end
        span = Span(claim.start, claim.end)
        assert not any(span.overlaps(Span(start, end)) for start, end, _reason in article.furniture)


def test_what_is_given_goes_before_what_the_text_tells() -> None:
    document = Document(
        text=TEXT, title="Told", source="Told Times", published=date(2023, 6, 1), timezone="Africa/Bamako",
        url="https://told.example/",
    )  # fmt: skip
    given: dict[str, Any] = {
        "title": "Given",
        "source": "Given Post",
        "url": "https://given.example/",
        "timezone": "Europe/London",
    }
    article = take_in(document, by=None, at=NOON, published=date(2023, 6, 30), **given).article
    assert (article.title, str(article.source), article.url) == ("Given", "Given Post", "https://given.example/")
    assert (article.published, article.published_from) == (date(2023, 6, 30), "argument")
    assert article.timezone == "Europe/London"


def test_what_nobody_tells_is_named() -> None:
    taken = take_in(Document(text=TEXT), by=None, at=NOON)
    assert taken.missing == ("title", "outlet", "publication date")
    article = taken.article
    assert (article.title, article.source, article.published, article.timezone) == ("Untitled", None, None, "UTC")
    assert article.published_from == "unknown"


def test_a_text_without_a_title_goes_by_its_file() -> None:
    assert take_in(Document(text=TEXT), by=None, at=NOON, file_name="story.txt").article.title == "story.txt"


def test_the_same_text_is_stored_once_and_stays_as_it_is(editor: User) -> None:
    first = take_in(describe(TEXT), by=editor, at=NOON, published=date(2023, 6, 30), source="The Wire").article
    before = Article.objects.values().get()
    again = take_in(describe(TEXT), by=None, at=NOON, published=date(2024, 1, 1), source="Another", title="Other")
    assert (again.article, again.is_new) == (first, False)
    assert Article.objects.values().get() == before
    assert list(Source.objects.values_list("name", flat=True)) == ["The Wire"]
    assert Claim.objects.count() == first.claims.count()


def test_words_longer_than_their_columns_are_cut() -> None:
    long = "x" * 3000
    article = take_in(
        Document(text=TEXT, title=long, source=long, url=f"https://x.example/{long}"), by=None, at=NOON, file_name=long
    ).article
    article.refresh_from_db()
    assert article.source is not None
    assert [len(words) for words in (article.title, article.source.name, article.url, article.file_name)] == [
        500,
        200,
        2000,
        255,
    ]


def test_a_source_is_known_by_its_name_in_any_case_and_spacing() -> None:
    wire = make_source("The Wire")
    assert find_source(" the \n WIRE ") == wire
    assert find_source("The Wires") != wire
    assert find_source(" \t") is None
    assert Source.objects.count() == 2


def test_a_failure_while_reading_leaves_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.actions.extract", lambda *_args, **_named: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        take_in(describe(TEXT), by=None, at=NOON, source="The Wire")
    assert not Article.objects.exists()
    assert not Source.objects.exists()


def day_of(article: Article) -> Claim:
    return article.claims.get(kind="date")


def test_setting_the_day_resolves_what_waited_for_it_and_nothing_else() -> None:
    article = take_in(describe(TEXT), by=None, at=NOON).article
    assert (day_of(article).interval, day_of(article).needs_published) == (None, True)
    others = list(article.claims.exclude(kind="date").values())
    changed = set_published(article, published=date(2023, 7, 5))
    assert changed == [day_of(article)]
    claim = day_of(article)
    assert (claim.low_day, claim.high_day, claim.needs_published) == (date(2023, 6, 30), date(2023, 6, 30), False)
    assert "2023-06-30" in claim.read_as
    assert list(article.claims.exclude(kind="date").values()) == others
    assert set_published(article, published=date(2023, 7, 5)) == []


def test_an_editors_reading_stays() -> None:
    article = take_in(describe(TEXT), by=None, at=NOON).article
    article.claims.filter(kind="date").update(low_day=date(2020, 1, 1), high_day=date(2020, 1, 1), read_by="editor")
    assert set_published(article, published=date(2023, 7, 5)) == []
    assert day_of(article).low_day == date(2020, 1, 1)


def test_a_claim_that_is_read_no_more_is_kept() -> None:
    article = make_article(TEXT, published=None)
    mine = make_claim("troops there", article=article, kind="statement")
    set_published(article, published=date(2023, 7, 5))
    mine.refresh_from_db()
    assert mine.text == "troops there"


def test_what_was_read_for_the_first_time_becomes_a_claim() -> None:
    article = make_article(TEXT, published=None)
    new = set_published(article, published=date(2023, 7, 5))
    assert {claim.text for claim in new} == set(article.claims.values_list("text", flat=True))
    assert {"date", "quantity", "quote"} <= {claim.kind for claim in new}


def test_what_changed_beside_the_value_is_kept_too() -> None:
    article = take_in(describe(TEXT), by=None, at=NOON, published=date(2023, 6, 30)).article
    article.claims.filter(kind="quantity").update(read_as="as an older program read it", as_of=date(1999, 1, 1))
    assert set_published(article, published=date(2023, 6, 30)) == []
    claim = article.claims.get(kind="quantity")
    assert (claim.read_as != "as an older program read it", claim.as_of) == (True, None)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_any_day_of_the_calendar_can_be_set(day: date) -> None:
    article = take_in(describe(f"{TEXT} It began a decade ago and ends next year."), by=None, at=NOON).article
    set_published(article, published=day)
    assert Article.objects.get().published == day


ADDRESS = "https://wire.example/1"


def test_another_text_from_the_same_address_is_a_revision_of_the_newest_one() -> None:
    texts = [f"{TEXT} Version {number}." for number in range(3)]
    first, second, third = (take_in(describe(text), by=None, at=NOON, url=ADDRESS).article for text in texts)
    other = take_in(describe(TEXT), by=None, at=NOON, url="https://wire.example/2").article
    assert (first.previous, second.previous, third.previous, other.previous) == (None, first, second, None)
    assert take_in(describe(texts[0]), by=None, at=NOON, url=ADDRESS).article.previous is None


def test_a_revision_may_be_said_to_be_one_and_follows_the_newest() -> None:
    first = take_in(describe(TEXT), by=None, at=NOON).article
    second = take_in(describe(f"{TEXT} More."), by=None, at=NOON, revises=first).article
    third = take_in(describe(f"{TEXT} Even more."), by=None, at=NOON, revises=first, url=ADDRESS).article
    assert (second.previous, third.previous) == (first, second)


def test_texts_without_an_address_are_no_revisions_of_each_other() -> None:
    articles = [take_in(describe(f"{TEXT} {number}."), by=None, at=NOON, title="Same").article for number in range(2)]
    assert [article.previous for article in articles] == [None, None]


def test_other_furniture_reads_the_article_anew_and_loses_no_claim() -> None:
    article = take_in(describe(f"{TEXT}\n\nCall 5,000 people today."), by=None, at=NOON).article
    known = set(article.claims.values_list("pk", flat=True))
    stretch = (len(TEXT) + 2, len(article.text), "taken out")
    assert set_furniture(article, [stretch]) == []
    assert set(article.claims.values_list("pk", flat=True)) == known
    article.claims.filter(start__gte=stretch[0]).delete()
    assert {claim.text for claim in set_furniture(article, [])} == {"5,000 people", "today"}
