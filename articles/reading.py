"""Articles read by the engine as the newsroom has it: in their language and zone, with its own vague numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from articles.claims import claim_fields
from articles.extraction import extract
from articles.extraction.languages import CODES, choose_language
from articles.extraction.readings import Reading
from articles.extraction.rewordings import read_reworded
from articles.models import Article, Claim, VagueNumber
from articles.typed import rewrite_figures
from articles.values import Kind, Span


@dataclass(frozen=True, slots=True)
class Rereading:
    """A claim before, None where there was none, and as it would be read, a claim that is not saved."""

    before: Claim | None
    after: Claim


def read_article(article: Article, *, published: date | None, furniture: Sequence[Span]) -> list[Reading]:
    """Everything the engine finds in an article published on a day, but for its furniture; one query."""
    return extract(
        article.text,
        published=published,
        timezone=article.timezone,
        furniture=furniture,
        language=language_of(article),
        vague=VagueNumber.objects.tables(),
    )


def read_span(article: Article, span: Span, words: str = "") -> Claim:
    """The claim, not saved, that a span of the article makes, or that these words make in its place; one query.

    Typed words are read in the article's language, their figures by the marks of the page's; or in the page's, where
    that understands more of them.
    """
    own, page = language_of(article), (get_language() or "")[:2]
    vague = VagueNumber.objects.tables()

    def read(said: str, language: str | None) -> Reading:
        return read_reworded(
            article.text,
            span,
            said,
            published=article.published,
            timezone=article.timezone,
            language=language,
            vague=vague,
        )

    spoken = own or choose_language(article.text).code
    foreign = words and page in CODES and page != spoken and _reach(words, page) > _reach(words, spoken)
    reading = read(words, page) if foreign else read(rewrite_figures(words, page, spoken), own)
    return Claim(article=article, typed=words, read_by=Claim.ReadBy.EDITOR, **claim_fields(reading))


def _reach(words: str, language: str) -> int:
    """How many characters of typed words a language understands as one value."""
    return max((found.end - found.start for found in extract(words, language=language)), default=0)


def preview_dating(article: Article, published: date | None) -> list[Rereading]:
    """What another publication date would change: claims that get another value, and new ones; two queries."""
    known = known_claims(article)
    found = []
    for reading in read_article(article, published=published, furniture=furniture_of(article)):
        before = known.get((reading.start, reading.end, reading.kind.value))
        after = Claim(article=article, **claim_fields(reading))
        if before is None or (before.read_by == Claim.ReadBy.ENGINE and value_of(before) != value_of(after)):
            found.append(Rereading(before, after))
    return found


def known_claims(article: Article) -> dict[tuple[int, int, str], Claim]:
    """The claims of an article by their place and kind; the program's own where an editor read the same words."""
    # "editor" comes before "engine", and the later of two takes the place.
    claims = article.claims.order_by("read_by")
    return {(claim.start, claim.end, claim.kind): claim for claim in claims}


def value_of(claim: Claim) -> tuple[object, ...]:
    """What a claim says: of a time also the day, and how far ahead of UTC its clock is in that season."""
    return claim.interval, claim.as_of if claim.kind == Kind.TIME else None, claim.utc_offset


def furniture_of(article: Article) -> list[Span]:
    """The stretches of an article that are no part of its story."""
    return [Span(start, end) for start, end, _reason in article.furniture]


def language_of(article: Article) -> str | None:
    """The language to read an article in; an administrator may name one that the engine does not read."""
    return article.language if article.language in CODES else None
