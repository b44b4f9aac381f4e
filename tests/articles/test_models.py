"""The database keeps sources, articles and claims in order, whoever writes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model

from articles.models import Article, Claim, Source, VagueNumber
from articles.values import Interval
from tests.constraints import read_constraints
from tests.factories import NOON, make_article, make_claim, make_source

CONSTRAINTS = read_constraints([Source, Article, Claim, VagueNumber])

Act = Callable[[], object]


def make_twice(make: Callable[[], Model]) -> Act:
    def act() -> None:
        make()
        make()

    return act


def make_two_revisions() -> None:
    first = make_article()
    make_article(previous=first)
    make_article(previous=first)


def read_twice() -> None:
    claim = make_claim()
    make_claim(claim.text, article=claim.article)


def follow_twice() -> Claim:
    earlier = make_claim()
    make_claim(earlier=earlier)
    return make_claim(earlier=earlier)


def correct_twice() -> None:
    claim = make_claim()
    for _ in range(2):
        make_claim(claim.text, article=claim.article, corrects=claim, read_by="editor")


def read_as_two_kinds(words: str) -> None:
    claim = make_claim(words, kind="date")
    make_claim(words, article=claim.article, kind="quantity")


def make_vague_number(word: str = "dozens", least: int = 20) -> VagueNumber:
    return VagueNumber.objects.create(word=word, least=least)


BREACHES: dict[str, Act] = {
    "vague_number_once_per_word": make_twice(make_vague_number),
    "vague_number_is_positive": lambda: make_vague_number(least=0),
    "vague_number_word_in_lower_case": lambda: make_vague_number("Dozens"),
    "source_name_unique": lambda: (make_source("The Wire"), make_source("THE WIRE")),
    "article.sha256": make_twice(lambda: make_article("The same text.")),
    "article.previous": make_two_revisions,
    "article_has_text": lambda: Article.objects.create(text="", sha256=Article.digest(""), taken_in_at=NOON),
    "article_published_says_from_where": lambda: make_article(published=date(2023, 6, 30), published_from="unknown"),
    "claim_once_per_span": read_twice,
    "claim.corrects": correct_twice,
    "claim.earlier": follow_twice,
    "claim_made_by_an_editor": lambda: make_claim(made_at=NOON),
    "claim_span_not_empty": lambda: make_claim(start=5, end=5),
    "claim_within_sentence": lambda: make_claim(sentence_end=3),
    "claim_low_not_above_high": lambda: make_claim(low="13000.5", high="13000"),
    "claim_first_day_not_after_last": lambda: make_claim(low_day=date(2023, 7, 2), high_day=date(2023, 7, 1)),
    "claim_low_time_not_after_high": lambda: make_claim(low_time=time(18), high_time=time(6)),
    "claim_bounds_of_one_sort": lambda: make_claim(low="5", high_day=date(2023, 7, 1)),
    "claim_utc_offset_of_a_zone": lambda: make_claim(low_time=time(18), high_time=time(18), utc_offset=900),
}

OTHER_SIDES: list[tuple[str, Act]] = [
    ("article_published_says_from_where", lambda: make_article(published=None, published_from="text")),
    ("claim_made_by_an_editor", lambda: make_claim(typed="13,000 soldiers")),
    ("claim_made_by_an_editor", lambda: make_claim(corrects=make_claim())),
    ("claim_within_sentence", lambda: make_claim(sentence_start=40, sentence_end=60)),
    ("claim_bounds_of_one_sort", lambda: make_claim(high="5", low_day=date(2023, 7, 1))),
    ("claim_bounds_of_one_sort", lambda: make_claim(high="5", low_time=time(18))),
    ("claim_bounds_of_one_sort", lambda: make_claim(high_day=date(2023, 7, 1), low_time=time(18))),
    ("claim_utc_offset_of_a_zone", lambda: make_claim(low_time=time(18), high_time=time(18), utc_offset=-721)),
    ("claim_low_not_above_high", lambda: make_claim(low="-1", high="-2")),
    # As text, "9" comes after "10".
    ("claim_low_not_above_high", lambda: make_claim(low="10", high="9")),
]

BITES = [*BREACHES.items(), *OTHER_SIDES]

ALLOWED: dict[str, Act] = {
    "sources whose names differ": lambda: (make_source("The Wire"), make_source("The Wires")),
    "a revision of a revision": lambda: make_article(previous=make_article(previous=make_article())),
    "an undated article": lambda: make_article(published=None),
    "an article without a source": lambda: make_article(source=None),
    "two kinds in one span": lambda: make_claim(
        "2023", article=make_claim("2023", kind="date").article, kind="quantity"
    ),
    "an editor's reading beside the program's": lambda: make_claim(
        "13,000", article=make_claim("13,000").article, read_by="editor", made_at=NOON, typed="13,000 soldiers"
    ),
    "a claim of one letter": lambda: make_claim("7"),
    "a claim that is the whole sentence": lambda: make_claim(sentence_start=19, sentence_end=32),
    "one figure": lambda: make_claim(low="5", high="5"),
    "a range that text would turn round": lambda: make_claim(low="9", high="10"),
    "a negative range": lambda: make_claim(low="-2", high="-1"),
    "no upper bound": lambda: make_claim(low="15000", low_open=True, hedge="more_than"),
    "no lower bound": lambda: make_claim(high_day=date(2023, 12, 31), hedge="by", kind="date"),
    "one day": lambda: make_claim(low_day=date(2023, 7, 1), high_day=date(2023, 7, 1), kind="date"),
    "a time in the easternmost zone": lambda: make_claim(
        low_time=time(6), high_time=time(6), utc_offset=840, kind="time"
    ),
    "a time in the westernmost zone": lambda: make_claim(low_time=time(0), utc_offset=-720, kind="time"),
    "no value at all": lambda: make_claim("without delay", kind="quote"),
}


def test_every_constraint_is_tried_here() -> None:
    assert BREACHES.keys() == CONSTRAINTS.keys()


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "act"), BITES, ids=[name for name, _ in BITES])
def test_a_constraint_bites(name: str, act: Act) -> None:
    with pytest.raises(IntegrityError, match=CONSTRAINTS[name]), transaction.atomic():
        act()


@pytest.mark.django_db
@pytest.mark.parametrize("act", ALLOWED.values(), ids=ALLOWED.keys())
def test_no_constraint_forbids_what_articles_really_say(act: Act) -> None:
    act()


DECIMALS = [
    "0",
    "0.1",
    "-0.30",
    "1200000000",
    "1E+9",
    "5E-7",
    "1234567890123456789012345678",
    "0.1234567890123456789012345678",
    "12345678901234.56789012345678",
    "-9999999999999999999999999999",
    "123456789012345678901234567890.123456789",
]


@pytest.mark.django_db
@pytest.mark.parametrize("written", DECIMALS)
def test_a_decimal_comes_back_to_the_last_digit(written: str) -> None:
    number = Decimal(written)
    claim = Claim.objects.get(pk=make_claim(low=number, high=number).pk)
    assert (claim.low, claim.high) == (number, number)
    assert claim.low is not None
    # Its trailing zeros say how exactly it was written.
    assert f"{claim.low:f}" == f"{number:f}"
    assert Claim.objects.get(low=number) == claim


@pytest.mark.parametrize("written", ["", "many", "NaN", "Infinity", "-Infinity", "1,000", object(), [1]])
def test_what_is_no_finite_number_is_refused_or_empty(written: object) -> None:
    field = Claim._meta.get_field("low")
    if written == "":
        assert field.to_python(written) is None
    else:
        with pytest.raises(ValidationError, match="is not a number"):
            field.to_python(written)


@pytest.mark.django_db
def test_a_claim_gives_its_value_as_an_interval() -> None:
    day = date(2023, 7, 1)
    assert make_claim(low="15000", low_open=True).interval == Interval(Decimal(15000), None, low_open=True)
    assert make_claim(high_day=day, kind="date").interval == Interval(None, day)
    assert make_claim(kind="quote").interval is None


def test_a_text_is_known_by_the_digest_of_its_utf8() -> None:
    assert Article.digest("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"
