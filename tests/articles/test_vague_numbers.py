"""The newsroom's own values of vague numbers: kept in the admin, and used for what is taken in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from articles.actions import set_published, take_in
from articles.intake import describe
from articles.models import Claim, VagueNumber
from tests.factories import NOON

pytestmark = pytest.mark.django_db

ADD = reverse("admin:articles_vaguenumber_add")
TEXT = "Dozens of people were hurt on Friday, and several hundred fled."


def lows() -> list[tuple[str, int]]:
    return [(claim.text, int(claim.low or 0)) for claim in Claim.objects.filter(kind="quantity").order_by("start")]


def test_the_programs_own_values_count_where_the_newsroom_has_none() -> None:
    take_in(describe(TEXT), by=None, at=NOON)
    assert lows() == [("Dozens of people", 24), ("several hundred", 300)]


def test_the_newsrooms_value_counts_for_what_is_taken_in() -> None:
    VagueNumber.objects.create(word="dozens", least=36)
    VagueNumber.objects.create(language="fr", word="several", least=9)
    take_in(describe(TEXT), by=None, at=NOON)
    assert lows() == [("Dozens of people", 36), ("several hundred", 300)]


def test_a_later_value_counts_when_an_article_is_dated_anew() -> None:
    article = take_in(describe(TEXT), by=None, at=NOON).article
    VagueNumber.objects.create(word="several", least=4)
    changed = set_published(article, published=date(2023, 6, 30))
    assert {claim.text for claim in changed} == {"on Friday", "several hundred"}
    assert lows() == [("Dozens of people", 24), ("several hundred", 400)]


@pytest.mark.parametrize("word", [" Dozens ", "dozens"])
def test_a_word_is_kept_in_lower_case(word: str) -> None:
    number = VagueNumber(word=word, least=20)
    number.full_clean()
    assert number.word == "dozens"


@pytest.mark.parametrize(("language", "word"), [("en", "umpteen"), ("xx", "dozens")])
def test_a_word_that_the_program_does_not_read_is_refused(language: str, word: str) -> None:
    with pytest.raises(ValidationError, match="reads no such vague number"):
        VagueNumber(language=language, word=word, least=20).full_clean()


def test_an_administrator_sets_a_value_and_takes_it_back(
    client_of: Callable[[User], Client], administrator: User
) -> None:
    boss = client_of(administrator)
    refused = boss.post(ADD, {"language": "en", "word": "umpteen", "least": "20"})
    assert "it reads: " in refused.content.decode()
    assert boss.post(ADD, {"language": "en", "word": "dozens", "least": "20"}).status_code == 302
    (number,) = VagueNumber.objects.all()
    assert VagueNumber.objects.tables() == {"en": {"dozens": 20}}
    boss.post(reverse("admin:articles_vaguenumber_delete", args=[number.pk]), {"post": "yes"})
    assert VagueNumber.objects.tables() == {}
