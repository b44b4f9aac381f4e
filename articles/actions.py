"""Everything that writes to this room. Each act is one transaction; the caller records it in the log of its sheet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from articles.claims import claim_fields
from articles.extraction import choose_language, extract
from articles.extraction.languages import CODES
from articles.intake import Document
from articles.models import Article, Claim, Source, VagueNumber
from articles.values import Kind, Span

# By these a claim is known; every other column of a reading is what a new reading of the same words may change.
KNOWN_BY = frozenset({"kind", "start", "end", "text"})


@dataclass(frozen=True, slots=True)
class TakenIn:
    """An article in the archive, whether it is new there, and in words what neither the text nor the desk told."""

    article: Article
    is_new: bool
    missing: tuple[str, ...] = ()


def take_in(
    document: Document,
    *,
    by: User | None,
    at: datetime,
    published: date | None = None,
    source: str = "",
    title: str = "",
    url: str = "",
    timezone: str = "",
    language: str = "",
    file_name: str = "",
) -> TakenIn:
    """Store a document as an article with its claims; what is given goes before what the text tells.

    The same text is stored once: taking it in again returns the article that is there, unchanged.
    """
    digest = Article.digest(document.text)
    stored = Article.objects.filter(sha256=digest).select_related("source").first()
    if stored:
        return TakenIn(stored, is_new=False)
    day = published or document.published
    zone = timezone or document.timezone or "UTC"
    code = language or choose_language(document.text).code
    # Before the transaction, in which nobody else can write to SQLite: a long text takes seconds to read.
    vague = VagueNumber.objects.tables()
    readings = extract(
        document.text, published=day, timezone=zone, furniture=document.furniture, language=code, vague=vague
    )
    with transaction.atomic():
        # Two may take in one text at the same moment: the second gets what the first stored.
        article, is_new = Article.objects.get_or_create(
            sha256=digest,
            defaults={
                "source": find_source(source or document.source or ""),
                "title": (title or document.title or file_name or "Untitled")[:500],
                "url": (url or document.url or "")[:2000],
                "published": day,
                "published_from": _published_from(published, document.published),
                "timezone": zone,
                "language": code,
                "text": document.text,
                "furniture": [[mark.span.start, mark.span.end, str(mark.reason)] for mark in document.marks],
                "file_name": file_name[:255],
                "taken_in_at": at,
                "taken_in_by": by,
            },
        )
        if not is_new:
            return TakenIn(article, is_new=False)
        Claim.objects.bulk_create(Claim(article=article, **claim_fields(reading)) for reading in readings)
    known = {"title": title or document.title, "outlet": article.source, "publication date": article.published}
    return TakenIn(article, is_new=True, missing=tuple(words for words, value in known.items() if not value))


def find_source(name: str) -> Source | None:
    """The source of this name, made when it is new; None for no name."""
    name = " ".join(name.split())[:200]
    if not name:
        return None
    return Source.objects.get_or_create(name__iexact=name, defaults={"name": name})[0]


def _published_from(given: date | None, told: date | None) -> str:
    if given:
        return Article.PublishedFrom.ARGUMENT
    return Article.PublishedFrom.TEXT if told else Article.PublishedFrom.UNKNOWN


@transaction.atomic
def describe(article: Article, *, title: str, source: str, url: str) -> dict[str, str]:
    """Correct what is known about an article; its text stays as it is.

    Returns:
        What changed, by name, as it was before.
    """
    values = {"title": title[:500], "source": find_source(source), "url": url[:2000]}
    before = {name: str(getattr(article, name) or "") for name in values if getattr(article, name) != values[name]}
    for name in before:
        setattr(article, name, values[name])
    article.save(update_fields=list(before))
    return before


@transaction.atomic
def set_published(article: Article, *, published: date | None) -> list[Claim]:
    """Set the publication date, and read anew the claims that stand against it; an editor's own readings stay.

    Returns:
        The claims whose value changed.
    """
    article.published = published
    article.published_from = Article.PublishedFrom.EDITOR if published else Article.PublishedFrom.UNKNOWN
    article.save(update_fields=["published", "published_from"])
    spans = [Span(start, end) for start, end, _reason in article.furniture]
    vague = VagueNumber.objects.tables()
    readings = extract(
        article.text,
        published=published,
        timezone=article.timezone,
        furniture=spans,
        # An administrator may name a language that the engine does not read.
        language=article.language if article.language in CODES else None,
        vague=vague,
    )
    known = {(claim.start, claim.end, claim.kind): claim for claim in article.claims.all()}
    return _read_again(known, article, [claim_fields(reading) for reading in readings])


def _read_again(
    known: dict[tuple[int, int, str], Claim], article: Article, fields: Iterable[dict[str, object]]
) -> list[Claim]:
    changed: list[Claim] = []
    read: list[Claim] = []
    new: list[Claim] = []
    told: dict[str, object] = {}
    for values in fields:
        claim = known.get((values["start"], values["end"], values["kind"]))  # type: ignore[arg-type]
        if claim is None:
            new.append(Claim(article=article, **values))
        elif claim.read_by == Claim.ReadBy.ENGINE:
            told = {name: value for name, value in values.items() if name not in KNOWN_BY}
            before, differs = _value_of(claim), any(getattr(claim, name) != value for name, value in told.items())
            for name, value in told.items():
                setattr(claim, name, value)
            if differs:
                read.append(claim)
            if _value_of(claim) != before:
                changed.append(claim)
    # What says how a value was read may change where the value does not.
    if read:
        Claim.objects.bulk_update(read, list(told), batch_size=500)
    return changed + Claim.objects.bulk_create(new)


def _value_of(claim: Claim) -> tuple[object, ...]:
    """What a claim says: of a time also the day, and how far ahead of UTC its clock is in that season."""
    return claim.interval, claim.as_of if claim.kind == Kind.TIME else None, claim.utc_offset
