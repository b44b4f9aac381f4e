"""The article: its text with every claim marked and furniture set apart; what changed from revision to revision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from django.contrib.auth.models import User
from django.db.models import Count, Q

from articles.models import Article, Claim
from articles.passages import cut_lines
from articles.revisions import Comparison, FigureChange, compare_revisions
from articles.values import Span
from factsheet.models import Act, Evidence, Fact, FactSheet, SheetArticle, visible_articles, visible_sheets
from factsheet.queries.printed import PrintedIn, printed_all

# What the page shows of the thousands of claims that a long article has.
SHOWN = (
    *("sheet", "state", "reason", "relation", "fact__label", "fact__sheet", "claim__article", "claim__kind"),
    *("claim__start", "claim__end", "claim__text", "claim__read_as", "claim__read_by"),
    *("claim__made_at", "claim__made_by", "claim__corrects"),
    # How each is read, in words (articles.spelling).
    *("claim__low", "claim__high", "claim__low_day", "claim__high_day", "claim__low_time", "claim__high_time"),
    *("claim__low_open", "claim__high_open", "claim__hedge", "claim__unit", "claim__noun", "claim__per"),
    *("claim__numbers", "claim__utc_offset", "claim__precision", "claim__as_of", "claim__status", "claim__change"),
    *("claim__needs_published", "claim__alternatives"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text in which nothing begins or ends: the claims it lies in, and those that begin with it."""

    text: str
    claims: tuple[int, ...]
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of the text with what follows it up to the next, or a stretch of furniture with why it is none of it.

    `start` is its first code point in the text; `notes` are the claims that begin in it.
    """

    start: int
    pieces: list[Piece]
    furniture: str
    notes: list[Evidence]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """An article in a sheet; `notes` are its claims with their place, in the order of the text.

    `earlier` and `later` are its neighbours among revisions of one text; `pks` are the articles of the sheet.
    """

    sheet: FactSheet
    entry: SheetArticle
    article: Article
    passages: list[Passage]
    notes: list[Evidence]
    previous: SheetArticle | None
    next: SheetArticle | None
    earlier: Article | None
    later: Article | None
    pks: frozenset[int]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article of a sheet with the number of its claims."""

    entry: SheetArticle
    claims: int


@dataclass(frozen=True, slots=True)
class StandsIn:
    """A fact of some sheet under which a figure stands, and the editions in which the fact is printed."""

    fact: Fact
    printed: list[PrintedIn]


@dataclass(frozen=True, slots=True)
class ChangedFigure:
    """A figure before and after, and wherever it is used."""

    change: FigureChange[Claim]
    stands: list[StandsIn]


@dataclass(frozen=True, slots=True)
class RevisionPage:
    """What differs between an article and the revision before it; `pks` tells which articles the sheet holds.

    `figures` are those that differ, first the ones that are printed, then the ones that stand under a fact.
    """

    sheet: FactSheet
    article: Article
    earlier: Article
    comparison: Comparison[Claim]
    figures: list[ChangedFigure]
    pks: frozenset[int]


def article_list(sheet: FactSheet) -> list[ArticleRow]:
    """The articles of a sheet in the order of its columns; one query."""
    entries = (
        sheet.entries.select_related("article__source", "added_by", "origin_with")
        .defer("article__text", "article__furniture")
        .annotate(claims=Count("article__claims", filter=Q(article__claims__correction=None)))
        .order_by("position")
    )
    return [ArticleRow(entry, entry.claims) for entry in entries]


def article_page(sheet: FactSheet, article_id: int, *, by: User) -> ArticlePage | None:
    """An article of the sheet with its claims, or None where the sheet does not hold it; six queries at most."""
    entries = list(
        sheet.entries.order_by("position").only("article_id", "position", "origin", "origin_reason", "sheet_id")
    )
    place = next((n for n, entry in enumerate(entries) if entry.article_id == article_id), None)
    if place is None:
        return None
    article = Article.objects.select_related("source").get(pk=article_id)
    revisions = (
        visible_articles(by).filter(Q(pk=article.previous_id) | Q(previous=article_id)).defer("text", "furniture")
    )
    near = {revision.pk == article.previous_id: revision for revision in revisions}
    notes = list(
        sheet.evidence.filter(claim__article=article, claim__correction=None)
        .select_related("claim", "fact")
        .only(*SHOWN)
        .prefetch_related("claim__made_by", "claim__corrects")
        .order_by("claim__start", "claim__end")
    )
    for note in notes:
        note.sheet = sheet
        if note.fact:
            note.fact.sheet = sheet
    return ArticlePage(
        sheet=sheet,
        entry=entries[place],
        article=article,
        passages=cut_passages(article, notes),
        notes=notes,
        previous=entries[place - 1] if place else None,
        next=entries[place + 1] if place + 1 < len(entries) else None,
        earlier=near.get(True),
        later=near.get(False),
        pks=frozenset(entry.article_id for entry in entries),
    )


def was_made_out_of_sight(claim: Claim, *, by: User) -> bool:
    """Whether a claim came over from a version of its article that somebody may not see; one query at most."""
    return bool(claim.earlier_id) and not visible_articles(by).filter(next=claim.article_id).exists()


def revision_page(sheet: FactSheet, article_id: int, *, by: User) -> RevisionPage | None:
    """What an article of the sheet changed of its earlier revision, or None where there is none; six queries."""
    seen = Article.objects.filter(entries__sheet=sheet, pk=article_id, previous__in=visible_articles(by))
    revised = seen.select_related("previous", "source").first()
    if revised is None or revised.previous is None:
        return None
    article, earlier = revised, revised.previous
    claims: dict[int, list[Claim]] = {article.pk: [], earlier.pk: []}
    for claim in Claim.objects.filter(article__in=claims, correction=None).order_by("start", "end"):
        claims[claim.article_id].append(claim)
    comparison = compare_revisions(earlier.text, claims[earlier.pk], article.text, claims[article.pk])
    pks = sheet.entries.filter(article__in=claims).values_list("article_id", flat=True)
    return RevisionPage(sheet, article, earlier, comparison, _find_uses(comparison, by), frozenset(pks))


def revisions(sheet: FactSheet, articles: Iterable[int]) -> dict[int, int]:
    """Of articles put into a sheet those that took the place of an earlier version, with how many figures changed.

    One query.
    """
    acts = sheet.activity.filter(act=Act.ARTICLE_REVISED, subject_type="article", subject_id__in=list(articles))
    return {key or 0: changed for key, changed in acts.order_by("id").values_list("subject_id", "details__changed")}


def _find_uses(comparison: Comparison[Claim], by: User) -> list[ChangedFigure]:
    """Where the figures that differ are used, on every sheet that somebody sees; three queries."""
    sides = {id(change): [side.pk for side in (change.before, change.after) if side] for change in comparison.figures}
    keys = [key for pair in sides.values() for key in pair]
    used = Evidence.objects.filter(claim__in=keys, fact__isnull=False, sheet__in=visible_sheets(by))
    facts: dict[int, dict[int, Fact]] = defaultdict(dict)
    for item in used.select_related("fact__sheet", "fact__decision").order_by("sheet", "fact"):
        if item.fact:
            facts[item.claim_id][item.fact.pk] = item.fact
    printed = printed_all(fact for under in facts.values() for fact in under.values())
    found = []
    for change in comparison.figures:
        under = {pk: fact for key in sides[id(change)] for pk, fact in facts[key].items()}
        found.append(ChangedFigure(change, [StandsIn(fact, printed[pk]) for pk, fact in under.items()]))
    return sorted(found, key=_rank)


def _rank(figure: ChangedFigure) -> int:
    return 0 if any(place.printed for place in figure.stands) else 1 if figure.stands else 2


def cut_passages(article: Article, notes: list[Evidence]) -> list[Passage]:
    """Cut the text into its lines and its furniture, and each wherever a claim begins or ends.

    So overlaps never break the page: the pieces joined are the text. The cost grows with the text and with the claims
    that overlap one another, not with their product.
    """
    stretches = list(_cut_stretches(article))
    opens: dict[int, list[Evidence]] = {}
    closes: dict[int, list[int]] = {}
    for note in notes:
        opens.setdefault(note.claim.start, []).append(note)
        closes.setdefault(note.claim.end, []).append(note.claim_id)
    bounds = {span.start for span, _ in stretches}
    cuts = sorted({0, len(article.text), *opens, *closes, *bounds})
    passages: list[Passage] = []
    reasons = {span.start: reason for span, reason in stretches}
    inside: dict[int, None] = {}
    for start, end in pairwise(cuts):
        if start in reasons:
            passages.append(Passage(start, [], reasons[start], []))
        for pk in closes.get(start, ()):
            inside.pop(pk, None)
        begun = opens.get(start, ())
        inside.update(dict.fromkeys(note.claim_id for note in begun))
        passages[-1].notes.extend(begun)
        passages[-1].pieces.append(Piece(article.text[start:end], tuple(inside), tuple(_names(begun))))
    return passages


def _names(notes: Iterable[Evidence]) -> Iterator[int]:
    """By which claims a mark is known: also by those that were corrected, to which other screens may lead."""
    for note in notes:
        yield note.claim_id
        if note.claim.corrects and note.claim.corrects.start == note.claim.start:
            yield note.claim.corrects.pk


def _cut_stretches(article: Article) -> Iterator[tuple[Span, str]]:
    """The furniture, and between it the lines; joined they are the text."""
    text, done = article.text, 0
    furniture = sorted(article.furniture)
    limits = [start for start, _end, _reason in furniture[1:]] + [len(text)]
    for (start, end, reason), limit in zip(furniture, limits, strict=False):
        yield from ((line, "") for line in cut_lines(text, done, start))
        done = end
        # The line end after it is shown with it, not as an empty line.
        while done < limit and text[done].isspace():
            done += 1
        yield Span(start, done), reason
    yield from ((line, "") for line in cut_lines(text, done, len(text)))
