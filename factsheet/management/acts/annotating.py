"""Acts on articles: claims are made and corrected, parts taken out and put back, dates set."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from articles.models import Claim
from articles.passages import paragraph_around
from articles.reading import furniture_of
from articles.values import Span
from factsheet.management.acts.desk import WHY, Act, Ask, Desk


def _open_article(desk: Desk) -> Iterator[Ask]:
    for article in desk.articles:
        yield Ask(desk.place("article", article.pk))


def _claims(desk: Desk) -> Iterator[Claim]:
    """Some claims of each article that are as the program read them."""
    for article in desk.articles:
        yield from islice(article.claims.filter(evidence__sheet=desk.sheet, correction=None).order_by("pk"), 5)


def _check_words(desk: Desk) -> Iterator[Ask]:
    for claim in _claims(desk):
        data = {"act": "check", "words": claim.text, "start": claim.start, "typed": ""}
        place = desk.place("article-claim", claim.article_id)
        yield Ask(place, data, beside=desk.place("article", claim.article_id))


def _make_claim(desk: Desk) -> Iterator[Ask]:
    for article in desk.articles:
        for claim in islice(article.claims.order_by("pk"), 3):
            sentence = article.text[claim.sentence_start : claim.sentence_end]
            data = {"words": sentence, "start": claim.sentence_start, "typed": "about 13,000 troops"}
            yield Ask(desk.place("article-claim", article.pk), data)


def _correct_claim(desk: Desk) -> Iterator[Ask]:
    for claim in _claims(desk):
        data = {"words": claim.text, "start": claim.start, "typed": "about 13,000 troops"}
        yield Ask(desk.place("article-reading", claim.article_id, claim.pk), data)


def _return_to_program(desk: Desk) -> Iterator[Ask]:
    for ask in _correct_claim(desk):
        desk.send(ask)
        made = Claim.objects.filter(corrects__isnull=False).latest("id")
        yield Ask(desk.place("article-reading", made.article_id, made.pk), {"act": "return"})


def _take_out(desk: Desk) -> Iterator[Ask]:
    for claim in _claims(desk):
        article = claim.article
        paragraph = paragraph_around(article.text, Span(claim.start, claim.end))
        if not any(paragraph.overlaps(other) for other in furniture_of(article)):
            data = {"words": claim.text, "start": claim.start}
            yield Ask(desk.place("article-part", article.pk), data)


def _put_back(desk: Desk) -> Iterator[Ask]:
    for ask in _take_out(desk):
        before = {article.pk: article.furniture for article in desk.articles}
        desk.send(ask)
        for article in desk.articles:
            for part in article.furniture:
                if part not in before[article.pk]:
                    yield Ask(desk.place("article-part", article.pk), {"back": part[0]})


def _date(act: str) -> Callable[[Desk], Iterator[Ask]]:
    def asks(desk: Desk) -> Iterator[Ask]:
        for article in desk.articles:
            beside = desk.place("article", article.pk) if act == "check" else ""
            yield Ask(desk.place("article-date", article.pk), {"act": act, "published": "2022-02-02"}, beside=beside)

    return asks


def _describe(desk: Desk) -> Iterator[Ask]:
    for article in desk.articles:
        yield Ask(desk.place("article-describe", article.pk), {"title": "Another title", "source": "Another outlet"})


def _correct_origin(desk: Desk) -> Iterator[Ask]:
    for article in desk.articles:
        yield Ask(desk.place("article-origin", article.pk), {"ruling": "alone", "reason": WHY})


ACTS = (
    Act("open an article", _open_article),
    Act("read words as they are typed", _check_words),
    Act("make a claim", _make_claim),
    Act("correct a reading", _correct_claim),
    Act("return to the program's", _return_to_program),
    Act("take a paragraph out", _take_out),
    Act("put a paragraph back", _put_back),
    Act("see what a date changes", _date("check")),
    Act("set a date", _date("set")),
    Act("describe an article", _describe),
    Act("correct an origin", _correct_origin),
)
