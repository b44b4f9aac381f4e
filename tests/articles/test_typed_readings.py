"""What an editor types in the place of an article's words, on a page in another language than the article's."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from articles.reading import read_span
from articles.spelling import spell_claim
from articles.values import Span
from tests.factories import make_article

pytestmark = pytest.mark.django_db

TYPED = [
    ("3,5 millions de personnes", "3.5 million people"),
    ("environ 15 000 soldats", "about 15,000 people"),
    ("plus de 2,4 milliards de dollars", "more than $2.4bn"),
    ("le 24 juin 2023", "24 June 2023"),
    ("about 13 000 troops", "about 13,000 people"),
]


@pytest.mark.parametrize(("words", "said"), TYPED)
def test_words_typed_on_a_french_page_are_read_for_an_english_article(words: str, said: str) -> None:
    article = make_article("The mission has battalions in the north, officials said on Friday.", language="en")
    start = article.text.index("battalions")
    with override("fr"):
        claim = read_span(article, Span(start, start + len("battalions")), words)
    assert spell_claim(claim) == said
