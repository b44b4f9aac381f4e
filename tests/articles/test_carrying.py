"""What editors made of an article is made of its next version where the words still stand."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.actions import add_claim, set_furniture, take_in
from articles.intake import describe
from articles.models import Article, Claim
from articles.reading import read_span
from articles.values import Span
from tests.databases import run_at_once
from tests.factories import NOON

TEXT = """The storm killed 12 people on the coast, the mayor said on Friday.

The weather was fine in the hills. Some 300 homes lost power in the north.

Call 5,000 neighbours today."""

ADDRESS = "https://wire.example/storm"


def first(text: str = TEXT) -> Article:
    known: dict[str, Any] = {"title": "Storm", "source": "The Wire", "url": ADDRESS, "timezone": "Africa/Bamako"}
    return take_in(describe(text), by=None, at=NOON, published=date(2023, 6, 30), **known).article


def edit(text: str, **known: Any) -> Article:
    return take_in(describe(text), by=None, at=NOON, url=ADDRESS, **known).article


def read_by_hand(article: Article, words: str, typed: str, by: User, corrects: Claim | None = None) -> Claim:
    start = article.text.index(words)
    claim = read_span(article, Span(start, start + len(words)), typed)
    return add_claim(claim, by=by, at=NOON, corrects=corrects)


def standing(article: Article) -> list[Claim]:
    return list(article.claims.filter(correction=None).select_related("earlier").order_by("start", "pk"))


@pytest.mark.django_db
def test_a_revision_knows_what_the_version_before_was_told() -> None:
    article, after = first(), edit(TEXT.replace("12", "19"))
    same = ("title", "source", "url", "published", "published_from", "timezone")
    assert [getattr(after, name) for name in same] == [getattr(article, name) for name in same]
    other = edit(TEXT.replace("12", "20"), title="Storm, updated", source="The Post")
    assert (other.title, str(other.source), other.previous) == ("Storm, updated", "The Post", after)


@pytest.mark.django_db
def test_a_version_of_which_nothing_was_known_adds_nothing() -> None:
    article = take_in(describe(TEXT), by=None, at=NOON, file_name="one.txt").article
    taken = take_in(describe(f"{TEXT} More."), by=None, at=NOON, revises=article, file_name="two.txt")
    assert (taken.article.title, taken.article.published_from) == ("one.txt", "unknown")
    assert taken.missing == ("outlet", "publication date")


@pytest.mark.django_db
def test_each_claim_names_that_in_whose_place_it_stands() -> None:
    article = first()
    after = edit(
        f"A bridge of 90 metres fell.\n\n{TEXT.replace('12 people', '19 people').replace('Some 300 homes', 'Homes')}"
    )
    became = {claim.text: claim.earlier and claim.earlier.text for claim in standing(after)}
    assert became == {
        "90 metres": None,
        "19 people": "12 people",
        "on Friday": "on Friday",
        "5,000 neighbours": "5,000 neighbours",
        "today": "today",
    }
    assert not Claim.objects.filter(article=article, text="Some 300 homes", later__isnull=False).exists()


@pytest.mark.django_db
def test_an_editors_reading_is_made_again_where_its_words_stand(editor: User) -> None:
    article = first()
    read = article.claims.get(text="12 people")
    again = read_by_hand(article, "12 people", "12,000 people", editor, corrects=read)
    last = read_by_hand(article, "12 people", "13,000 people", editor, corrects=again)
    mine = read_by_hand(article, "The weather was fine", "20 degrees Celsius", editor)
    after = edit(f"More.\n\n{TEXT}".replace("on the coast", "along the coast"))
    carried = after.claims.get(earlier=last)
    assert (carried.low, carried.typed, carried.made_by, carried.made_at) == (last.low, last.typed, editor, NOON)
    assert carried.corrects is not None
    assert (carried.corrects.read_by, carried.corrects.text) == ("engine", "12 people")
    assert carried.corrects.earlier == read
    by_hand = after.claims.get(earlier=mine)
    assert (by_hand.unit, by_hand.corrects, by_hand.low) == (mine.unit, None, mine.low)
    for claim in after.claims.all():
        assert after.text[claim.start : claim.end] == claim.text
        assert claim.sentence_start <= claim.start < claim.end <= claim.sentence_end
    assert {claim.text for claim in standing(after)} >= {"12 people", "The weather was fine", "Some 300 homes"}
    third = edit(f"Even more.\n\n{TEXT}")
    assert third.claims.get(earlier=carried).low == last.low


@pytest.mark.django_db
def test_an_editors_reading_goes_with_its_words(editor: User) -> None:
    article = first()
    read_by_hand(article, "The weather was fine", "20 degrees Celsius", editor)
    read_by_hand(article, "12 people", "12,000 people", editor, corrects=article.claims.get(text="12 people"))
    after = edit(TEXT.replace("The weather was fine in the hills. ", "").replace("12 people", "19 people"))
    assert not after.claims.filter(read_by="editor").exists()
    # The figure that follows upon the correction stands in its place all the same.
    earlier = after.claims.get(text="19 people").earlier
    assert earlier is not None
    assert earlier.read_by == "editor"


@pytest.mark.django_db
def test_what_an_editor_took_out_of_an_article_stays_out_of_the_next_version() -> None:
    article = first("Share this story 500 times\n\n" + TEXT)
    start = article.text.index("Call")
    assert [reason for *_place, reason in article.furniture] == ["sharing"]
    set_furniture(article, [(start, len(article.text), "taken out by an editor")])
    after = edit("Share this story 500 times\n\nMore.\n\n" + TEXT)
    (stretch,) = after.furniture
    assert (after.text[stretch[0] : stretch[1]], stretch[2]) == (
        "Call 5,000 neighbours today.",
        "taken out by an editor",
    )
    assert not after.claims.filter(text__contains="5,000").exists()


@pytest.mark.django_db
def test_what_an_editor_put_back_into_an_article_is_part_of_the_next_version() -> None:
    article = first("Share this story 500 times\n\n" + TEXT)
    set_furniture(article, [])
    after = edit("Share this story 500 times\n\nMore.\n\n" + TEXT)
    assert after.furniture == []
    assert after.claims.get(text="500 times").earlier == article.claims.get(text="500 times")


def test_of_one_edit_taken_in_twice_at_once_there_is_one_version(own_database: None) -> None:
    article = first()
    text = TEXT.replace("12", "19")
    results = run_at_once(*[lambda: take_in(describe(text), by=None, at=NOON, url=ADDRESS)] * 4)
    assert [result for result in results if isinstance(result, Exception)] == []
    assert sorted(result.is_new for result in results if not isinstance(result, Exception)) == [False] * 3 + [True]
    after = Article.objects.get(previous=article)
    assert after.claims.count() == len({(claim.start, claim.kind) for claim in after.claims.all()})


@pytest.mark.parametrize("is_told", [True, False])
def test_edits_taken_in_at_once_follow_upon_one_another(own_database: None, *, is_told: bool) -> None:
    texts = [TEXT.replace("12", str(number)) for number in (19, 20, 21)]
    article = first()
    known: dict[str, Any] = {"revises": article} if is_told else {"url": ADDRESS}
    results = run_at_once(*(lambda text=text: take_in(describe(text), by=None, at=NOON, **known) for text in texts))
    assert [result for result in results if isinstance(result, Exception)] == []
    chain = [article]
    while (following := Article.objects.filter(previous=chain[-1]).first()) is not None:
        chain.append(following)
    assert {each.text for each in chain[1:]} == {*texts}
    for before, after in pairwise(chain):
        assert after.claims.filter(earlier__article=before, earlier__text__contains="people").count() == 1


def test_texts_from_an_address_that_is_new_follow_upon_one_another_too(own_database: None) -> None:
    texts = [TEXT.replace("12", str(number)) for number in (19, 20, 21)]
    run_at_once(*(lambda text=text: take_in(describe(text), by=None, at=NOON, url=ADDRESS) for text in texts))
    assert Article.objects.filter(previous=None).count() == 1
    assert Article.objects.count() == len(texts)
