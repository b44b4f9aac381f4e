"""The matrix: facts in rows, articles in columns, each figure as the article wrote it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet

from factsheet.arrangement import Arrangement, Group, arrange_columns, arrange_facts
from factsheet.marks import Mark, mark_answers
from factsheet.models import (
    AGREED,
    DECIDED,
    IN_TROUBLE,
    Act,
    Activity,
    Challenge,
    Evidence,
    Fact,
    FactSheet,
    SheetArticle,
)
from factsheet.queries.mismatches import is_mismatched, with_mismatch
from factsheet.queries.spreads import Spread, draw_spread

AS_IT_IS = Arrangement()


@dataclass(frozen=True, slots=True)
class Column:
    """An article of the sheet; `pin` is its place among those that stay in view, counted from one, or nought.

    It is first or last where it can go no further to a side: what stays in view stands before the rest.
    """

    entry: SheetArticle
    pin: int = 0
    is_first: bool = False
    is_last: bool = False

    @property
    def key(self) -> int:
        """By what the article is known."""
        return self.entry.article_id

    @property
    def is_replaced(self) -> bool:
        """Whether the sheet has a newer version of the article."""
        return bool(self.entry.is_replaced)  # type: ignore[attr-defined]

    @property
    def source(self) -> str:
        """Who published it, or its title where that is not known."""
        article = self.entry.article
        return article.source.name if article.source else article.title


@dataclass(frozen=True, slots=True)
class Row:
    """A fact with the evidence of each article, one list a column, in the order of the columns.

    It is mismatched where its answer and others of the sheet cannot all be true. `spread` is nothing where it has no
    figure, date or time that can be drawn; `mark` is where the sentence stands that its answer rests on.
    """

    fact: Fact
    cells: list[list[Evidence]]
    is_mismatched: bool = False
    spread: Spread | None = None
    mark: Mark | None = None

    @property
    def claims(self) -> int:
        """How many pieces of evidence stand in the columns that are shown."""
        return sum(len(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Band:
    """A group of facts with the rows that are shown of it: none where it is closed."""

    group: Group
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The facts and articles of a sheet that are chosen, as they are arranged; `every` is each article in its order."""

    sheet: FactSheet
    arrangement: Arrangement
    columns: list[Column]
    bands: list[Band]
    every: list[Column] = field(default_factory=list)

    @property
    def rows(self) -> list[Row]:
        """The rows that are shown."""
        return [row for band in self.bands for row in band.rows]

    @property
    def has_heads(self) -> bool:
        """Whether the groups have heads."""
        return any(band.group.name for band in self.bands)

    @property
    def facts(self) -> int:
        """How many facts are chosen, those of closed groups among them."""
        return sum(len(band.group.facts) for band in self.bands)

    @property
    def agreed(self) -> int:
        """How many facts that are shown can be settled as suggested by one act."""
        return sum(row.fact.can_be_accepted for row in self.rows)

    @property
    def width(self) -> int:
        """How many columns the table has."""
        return len(self.columns) + 4

    @property
    def sources(self) -> list[tuple[int, str]]:
        """Whose articles there are, by name."""
        known = (column.entry.article.source for column in self.every)
        return sorted({(source.pk, source.name) for source in known if source}, key=lambda pair: pair[1].casefold())

    @property
    def origins(self) -> list[tuple[int, str]]:
        """The origins of the articles, each with the names of those who have it from there."""
        names: dict[int, list[str]] = {}
        for column in sorted(self.every, key=lambda column: column.entry.origin):
            names.setdefault(column.entry.origin, []).append(column.source)
        return [(number, ", ".join(dict.fromkeys(who))) for number, who in names.items()]


def matrix(sheet: FactSheet, arrangement: Arrangement = AS_IT_IS, *, by: User | None = None) -> Matrix:
    """The matrix of a sheet as somebody arranges it; four queries."""
    every = _columns(sheet, arrangement)
    columns = [column for column in every if _is_chosen(column, arrangement)]
    groups = arrange_facts(list(_with_all(_choose(sheet, arrangement, by))), arrangement)
    shown = [fact for group in groups if not group.is_closed for fact in group.facts]
    rows = iter(_rows(shown, columns, _evidence(shown)))
    bands = [Band(group, [] if group.is_closed else [next(rows) for _fact in group.facts]) for group in groups]
    # An order that is the one the articles came in need not be said.
    came = sorted(every, key=lambda column: (column.pin == 0, column.pin, column.entry.position))
    order = () if [column.key for column in came] == [column.key for column in every] else arrangement.order
    return Matrix(sheet, replace(arrangement, order=order), columns, bands, every)


def matrix_row(fact: Fact, arrangement: Arrangement = AS_IT_IS) -> Matrix:
    """The matrix of one fact alone, to draw its row again; four queries."""
    return matrix_rows([fact.pk], arrangement)


def matrix_rows(facts: Sequence[int], arrangement: Arrangement = AS_IT_IS) -> Matrix:
    """The matrix of these facts alone, one or more of one sheet, to draw their rows again; four queries."""
    found = list(_with_all(Fact.objects.filter(pk__in=facts)))
    every = _columns(found[0].sheet, arrangement)
    columns = [column for column in every if _is_chosen(column, arrangement)]
    group = Group("", "", found, is_closed=False)
    return Matrix(found[0].sheet, arrangement, columns, [Band(group, _rows(found, columns, _evidence(found)))], every)


def walk(fact: Fact, arrangement: Arrangement = AS_IT_IS, *, by: User | None = None) -> list[Fact]:
    """The facts as one walks through the matrix, this one among them whatever is chosen; one query."""
    chosen = _choose(fact.sheet, arrangement, by).values("pk")
    facts = Fact.objects.filter(Q(pk__in=chosen) | Q(pk=fact.pk)).select_related("sheet")
    return walk_through(list(facts), fact, arrangement)


def walk_through(facts: list[Fact], fact: Fact, arrangement: Arrangement) -> list[Fact]:
    """Facts as one walks through them, this one among them; no query."""
    groups = arrange_facts(facts if fact in facts else [*facts, fact], arrangement)
    return [other for group in groups for other in group.facts if not group.is_closed or other.pk == fact.pk]


def settling_act(fact: int) -> int | None:
    """The key of the act in the log by which a fact was settled last; one query."""
    acts = Activity.objects.filter(subject_type="fact", subject_id=fact, act=Act.FACT_SETTLED)
    return acts.order_by("-id").values_list("pk", flat=True).first()


def settled_together(sheet: FactSheet, one: int) -> list[Activity]:
    """The acts by which facts were settled at once, as one of them was; one query."""
    acts = sheet.activity.filter(act=Act.FACT_SETTLED)
    told = acts.filter(pk=one)
    same = acts.filter(at=told.values("at")[:1], actor=told.values("actor")[:1], details__together=True)
    return list(same.order_by("pk"))


def _with_all(facts: QuerySet[Fact]) -> QuerySet[Fact]:
    """Facts with all that a row tells of them."""
    return with_mismatch(facts).select_related("decision__editor", "sheet", "assigned_to")


def _columns(sheet: FactSheet, arrangement: Arrangement) -> list[Column]:
    """Every article of the sheet in the order that is chosen."""
    newer = SheetArticle.objects.filter(sheet=sheet, article__previous=OuterRef("article"))
    entries = sheet.entries.select_related("article__source").defer("article__text", "article__furniture")
    entries = entries.annotate(is_replaced=Exists(newer))
    found = arrange_columns(entries.order_by("position"), arrangement, lambda entry: entry.article_id)
    pins = sum(entry.article_id in arrangement.pinned for entry in found)
    return [
        Column(entry, pin=n if n <= pins else 0, is_first=n in (1, pins + 1), is_last=n in (pins, len(found)))
        for n, entry in enumerate(found, start=1)
    ]


def _is_chosen(column: Column, arrangement: Arrangement) -> bool:
    source, origin = arrangement.source, arrangement.origin
    return source in (None, column.entry.article.source_id) and origin in (None, column.entry.origin)


def _evidence(facts: Iterable[Fact]) -> QuerySet[Evidence]:
    """What stands under facts; each piece knows whether it `challenges` the answer."""
    return (
        Evidence.objects.filter(fact__in=[fact.pk for fact in facts])
        .exclude(state=Evidence.State.REJECTED)
        .annotate(challenges=Exists(Challenge.objects.filter(evidence=OuterRef("pk"), fact=OuterRef("fact"))))
        .select_related("claim")
        .defer("placed_because", "claim__read_as", "claim__alternatives", "claim__numbers")
        .order_by("claim__article_id", "claim__start")
    )


def _rows(facts: Sequence[Fact], columns: Sequence[Column], evidence: Iterable[Evidence]) -> list[Row]:
    cells: dict[tuple[int, int], list[Evidence]] = defaultdict(list)
    of_fact: dict[int, list[Evidence]] = defaultdict(list)
    for item in evidence:
        cells[item.fact_id or 0, item.claim.article_id].append(item)
        of_fact[item.fact_id or 0].append(item)
    articles = [column.key for column in columns]
    marks = mark_answers(facts, chain.from_iterable(of_fact.values()))
    return [
        Row(
            fact,
            [cells[fact.pk, article] for article in articles],
            is_mismatched(fact),
            draw_spread(fact, of_fact[fact.pk]),
            marks.get(fact.pk),
        )
        for fact in facts
    ]


def _choose(sheet: FactSheet, arrangement: Arrangement, by: User | None) -> QuerySet[Fact]:
    """The facts that are shown."""
    facts = _filter(Fact.objects.filter(sheet=sheet), arrangement.show)
    if arrangement.kind:
        facts = facts.filter(kind=arrangement.kind)
    if arrangement.whose:
        facts = facts.filter(assigned_to=by if arrangement.whose == "me" else None)
    if arrangement.source or arrangement.origin:
        entries = SheetArticle.objects.filter(sheet=sheet)
        if arrangement.source:
            entries = entries.filter(article__source=arrangement.source)
        if arrangement.origin:
            entries = entries.filter(origin=arrangement.origin)
        said = Evidence.objects.filter(fact=OuterRef("pk"), claim__article__in=entries.values("article"))
        facts = facts.filter(Exists(said.exclude(state=Evidence.State.REJECTED)))
    return facts


def _filter(facts: QuerySet[Fact], show: str) -> QuerySet[Fact]:
    match show:
        case "conflicts":
            # As the desk counts them: what was decided over a conflict is none that waits.
            return facts.filter(IN_TROUBLE)
        case "open":
            return facts.filter(state=Fact.State.OPEN)
        case "agreed":
            return facts.filter(AGREED)
        case "waiting":
            return facts.filter(state=Fact.State.OPEN).exclude(question="")
        case "challenged":
            return facts.filter(challenged_at__isnull=False)
        case "mismatched":
            return facts.filter(mismatches__isnull=False).distinct()
        case "decided":
            return facts.filter(DECIDED)
        case "left_out":
            return facts.filter(state=Fact.State.LEFT_OUT)
    return facts.exclude(state=Fact.State.LEFT_OUT)
