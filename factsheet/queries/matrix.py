"""The matrix: facts in rows, articles in columns, each figure as the article wrote it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from articles.values import Kind
from factsheet.models import DECIDED, IN_TROUBLE, Evidence, Fact, FactSheet, SheetArticle, in_reading_order
from factsheet.queries.mismatches import is_mismatched, with_mismatch


@dataclass(frozen=True, slots=True)
class Column:
    """An article of the sheet."""

    entry: SheetArticle

    @property
    def source(self) -> str:
        """Who published it, or its title where that is not known."""
        article = self.entry.article
        return article.source.name if article.source else article.title


@dataclass(frozen=True, slots=True)
class Row:
    """A fact with the evidence of each article, one list a column, in the order of the columns.

    It is mismatched where its answer and others of the sheet cannot all be true.
    """

    fact: Fact
    cells: list[list[Evidence]]
    is_mismatched: bool = False

    @property
    def claims(self) -> int:
        """How many pieces of evidence stand under the fact."""
        return sum(len(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The facts of a sheet that the filter lets through, against all its articles."""

    sheet: FactSheet
    columns: list[Column]
    rows: list[Row]
    show: str
    kind: str

    @property
    def is_filtered(self) -> bool:
        """Whether rows are held back."""
        return bool(self.show or self.kind)


# What the filters call their choices.
KINDS = frozenset(kind.value for kind in Kind)
SHOWS = ("conflicts", "open", "challenged", "mismatched", "decided", "left_out")


def matrix(sheet: FactSheet, *, show: str = "", kind: str = "") -> Matrix:
    """The matrix of a sheet; three queries."""
    facts = _filter(with_mismatch(sheet.facts.select_related("decision__editor", "sheet")), show)
    kind = kind if kind in KINDS else ""
    if kind:
        facts = facts.filter(kind=kind)
    columns = _columns(sheet)
    rows = in_reading_order(facts)
    evidence = _evidence(sheet).filter(fact__in=[fact.pk for fact in rows])
    return Matrix(sheet, columns, _rows(rows, columns, evidence), show if show in SHOWS else "", kind)


def matrix_row(fact: Fact) -> Matrix:
    """The matrix of one fact alone, to draw its row again; three queries."""
    fact = with_mismatch(Fact.objects.select_related("decision__editor", "sheet")).get(pk=fact.pk)
    columns = _columns(fact.sheet)
    return Matrix(fact.sheet, columns, _rows([fact], columns, _evidence(fact.sheet).filter(fact=fact)), "", "")


def _columns(sheet: FactSheet) -> list[Column]:
    entries = sheet.entries.select_related("article__source").defer("article__text", "article__furniture")
    return [Column(entry) for entry in entries.order_by("position")]


def _evidence(sheet: FactSheet) -> QuerySet[Evidence]:
    return (
        sheet.evidence.exclude(state=Evidence.State.REJECTED)
        .select_related("claim")
        .defer("claim__read_as", "claim__alternatives", "claim__numbers")
        .order_by("claim__article_id", "claim__start")
    )


def _rows(facts: list[Fact], columns: list[Column], evidence: QuerySet[Evidence]) -> list[Row]:
    cells: dict[tuple[int, int], list[Evidence]] = defaultdict(list)
    for item in evidence:
        cells[item.fact_id or 0, item.claim.article_id].append(item)
    articles = [column.entry.article_id for column in columns]
    return [Row(fact, [cells[fact.pk, article] for article in articles], is_mismatched(fact)) for fact in facts]


def _filter(facts: QuerySet[Fact], show: str) -> QuerySet[Fact]:
    match show:
        case "conflicts":
            # As the desk counts them: what was decided over a conflict is none that waits.
            return facts.filter(IN_TROUBLE)
        case "open":
            return facts.filter(state=Fact.State.OPEN)
        case "challenged":
            return facts.filter(challenged_at__isnull=False)
        case "mismatched":
            return facts.filter(mismatches__isnull=False).distinct()
        case "decided":
            return facts.filter(DECIDED)
        case "left_out":
            return facts.filter(state=Fact.State.LEFT_OUT)
    return facts.exclude(state=Fact.State.LEFT_OUT)
