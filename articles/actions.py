"""Everything that writes to this room. Each act is one transaction; the caller records it in the log of its sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import connection, transaction

from articles.alignment import Alignment
from articles.carrying import Stretch, carry_claims, carry_furniture
from articles.claims import claim_fields
from articles.extraction import choose_language, extract
from articles.intake import Document, Mark
from articles.models import Article, Claim, Source, VagueNumber
from articles.reading import furniture_of, known_claims, read_article, value_of
from articles.values import Span

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
    revises: Article | None = None,
) -> TakenIn:
    """Store a document as an article with its claims; what is given goes before what the text tells.

    The same text is stored once: taking it in again returns the article that is there, unchanged. Another text is a
    revision of the article that is given, or else of the one that was taken in from the same address. What neither it
    nor the desk tells is known from the version before, and what editors made of that is carried over
    (`articles.carrying`).
    """
    digest = Article.digest(document.text)
    stored = Article.objects.filter(sha256=digest).select_related("source").first()
    if stored:
        return TakenIn(stored, is_new=False)
    address = (url or document.url or "")[:2000]
    earlier = find_revised(address, revises)
    day = published or document.published or (earlier.published if earlier else None)
    zone = timezone or document.timezone or (earlier.timezone if earlier else "UTC")
    code = language or choose_language(document.text).code
    # Before the transaction, in which nobody else can write to SQLite: a long text takes seconds to read.
    alignment = Alignment(earlier.text, document.text) if earlier else None
    furniture = carry_furniture(alignment, earlier, document.marks) if alignment and earlier else _write(document.marks)
    readings = extract(
        document.text,
        published=day,
        timezone=zone,
        furniture=[Span(int(start), int(end)) for start, end, _reason in furniture],
        language=code,
        vague=VagueNumber.objects.tables(),
    )
    with transaction.atomic():
        newest = _hold_newest(address, revises)
        if newest is not None and newest != earlier:
            # Somebody took another edit in meanwhile: this one follows upon that.
            earlier, alignment = newest, Alignment(newest.text, document.text)
        # Two may take in one text at the same moment: the second gets what the first stored.
        article, is_new = Article.objects.get_or_create(
            sha256=digest,
            defaults={
                "source": find_source(source or document.source or "") or (earlier.source if earlier else None),
                "title": (title or document.title or (earlier.title if earlier else file_name) or "Untitled")[:500],
                "url": address or (earlier.url if earlier else ""),
                "previous": earlier,
                "published": day,
                "published_from": _published_from(published, document.published, earlier if day else None),
                "timezone": zone,
                "language": code,
                "text": document.text,
                "furniture": furniture,
                "file_name": file_name[:255],
                "taken_in_at": at,
                "taken_in_by": by,
            },
        )
        if not is_new:
            return TakenIn(article, is_new=False)
        claims = [Claim(article=article, **claim_fields(reading)) for reading in readings]
        if alignment is None or earlier is None:
            Claim.objects.bulk_create(claims)
        else:
            carried = carry_claims(alignment, earlier, article, claims)
            # What an editor made may correct what was read: that comes first.
            Claim.objects.bulk_create(carried.read)
            Claim.objects.bulk_create(carried.made)
    known = {
        "title": title or document.title or earlier,
        "outlet": article.source,
        "publication date": article.published,
    }
    return TakenIn(article, is_new=True, missing=tuple(words for words, value in known.items() if not value))


def _write(marks: Sequence[Mark]) -> list[Stretch]:
    return [[mark.span.start, mark.span.end, str(mark.reason)] for mark in marks]


def _hold_newest(address: str, given: Article | None) -> Article | None:
    """As `find_revised`, held until the transaction ends: of two edits taken in at once one follows upon the other."""
    if address and connection.vendor == "postgresql":
        # Where nothing is from this address yet there is no row to hold.
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"article {address}"])
    newest = find_revised(address, given)
    while newest is not None:
        Article.objects.select_for_update(no_key=True).only("pk").get(pk=newest.pk)
        following = find_revised("", newest)
        if following == newest:
            break
        newest = following
    return newest


def find_source(name: str) -> Source | None:
    """The source of this name, made when it is new; None for no name."""
    name = " ".join(name.split())[:200]
    if not name:
        return None
    return Source.objects.get_or_create(name__iexact=name, defaults={"name": name})[0]


def find_revised(address: str, given: Article | None = None) -> Article | None:
    """The newest revision of the article that is given, or else of that from the address; None where there is none."""
    key = given.pk if given else None
    if key is None and address:
        key = Article.objects.filter(url=address).order_by("-pk").values_list("pk", flat=True).first()
    while key is not None:
        following = Article.objects.filter(previous=key).values_list("pk", flat=True).first()
        if following is None:
            return Article.objects.get(pk=key)
        key = following
    return None


def _published_from(given: date | None, told: date | None, earlier: Article | None) -> str:
    if given:
        return Article.PublishedFrom.ARGUMENT
    if told:
        return Article.PublishedFrom.TEXT
    return earlier.published_from if earlier else Article.PublishedFrom.UNKNOWN


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
    return _read_again(article)


@transaction.atomic
def set_furniture(article: Article, furniture: Sequence[tuple[int, int, str]]) -> list[Claim]:
    """Say anew which stretches are no part of the story, and read the article again; no claim is lost by it.

    `furniture` holds the start, the end and the reason of each; none may overlap another.

    Returns:
        The claims that are new or whose value changed.
    """
    article.furniture = [list(stretch) for stretch in sorted(furniture)]
    article.save(update_fields=["furniture"])
    return _read_again(article)


@transaction.atomic
def add_claim(claim: Claim, *, by: User | None, at: datetime, corrects: Claim | None = None) -> Claim:
    """Store a claim that an editor made, as `articles.reading.read_span` gives it; what it corrects stays as it is."""
    claim.made_by, claim.made_at, claim.corrects = by, at, corrects
    claim.save(force_insert=True)
    return claim


def _read_again(article: Article) -> list[Claim]:
    known = known_claims(article)
    readings = read_article(article, published=article.published, furniture=furniture_of(article))
    changed: list[Claim] = []
    read: list[Claim] = []
    new: list[Claim] = []
    told: dict[str, object] = {}
    for values in map(claim_fields, readings):
        claim = known.get((values["start"], values["end"], values["kind"]))
        if claim is None:
            new.append(Claim(article=article, **values))
        elif claim.read_by == Claim.ReadBy.ENGINE:
            told = {name: value for name, value in values.items() if name not in KNOWN_BY}
            before, differs = value_of(claim), any(getattr(claim, name) != value for name, value in told.items())
            for name, value in told.items():
                setattr(claim, name, value)
            if differs:
                read.append(claim)
            if value_of(claim) != before:
                changed.append(claim)
    # What says how a value was read may change where the value does not.
    if read:
        Claim.objects.bulk_update(read, list(told), batch_size=500)
    return changed + Claim.objects.bulk_create(new)
