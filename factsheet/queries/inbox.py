"""The inbox: claims that no editor has sorted yet, each with the place that the program proposes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from articles.values import Kind
from factsheet.marks import Mark, find_mark
from factsheet.models import Activity, Evidence, Fact, FactSheet, in_reading_order
from factsheet.policies import SORTING
from factsheet.queries.paging import cut_page, read_key
from factsheet.queries.sentences import Sentence, cut_sentence, sentence_of, with_sentence

PAGE = 50
SHOWS = ("proposed", "alone", "rejected")

AT_ONCE = 5000
"""So many claims are accepted by one act at most, and so far they are counted."""

RECENT = 50
"""So many of the newest acts of a sheet are looked through for one that the inbox can undo."""

LISTED = 500
"""So many articles are offered to filter by."""

LAST = 10**18 - 1
"""The group of claims under no fact comes after those of all facts."""

# By what the claims of one group have in common; claims of one group stand together, in the order they came.
GROUPS: Mapping[str, Any] = {
    "article": F("claim__article_id"),
    "fact": Coalesce("fact_id", Value(LAST)),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims are shown, and how: what the address of the inbox says.

    `show` is one of SHOWS, or empty for all that are to sort; `confidence` the least confidence of the proposed place,
    in per cent, and leaves out what has none; `group` one of GROUPS; `after` the key of the claim before the page.
    """

    show: str = ""
    article: int | None = None
    kind: str = ""
    fact: int | None = None
    confidence: int | None = None
    group: str = ""
    after: str = ""

    @classmethod
    def read(cls, data: Mapping[str, str]) -> Wanted:
        """From what an address or a form says; what means nothing is as if it were not there."""

        def choose(name: str, among: Sequence[str]) -> str:
            return data[name] if data.get(name) in among else ""

        confidence = read_key(data.get("confidence", ""))
        return cls(
            show=choose("show", SHOWS),
            article=read_key(data.get("article", "")),
            kind=choose("kind", list(Kind)),
            fact=read_key(data.get("fact", "")),
            confidence=None if confidence is None else min(confidence, 100),
            group=choose("group", list(GROUPS)),
            after=data.get("after", ""),
        )

    @property
    def address(self) -> str:
        """What `read` reads, as it stands in an address."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return urlencode({name: value for name, value in values.items() if value not in ("", None)})

    @property
    def is_filtered(self) -> bool:
        """Whether some of the claims to sort may be left out."""
        return replace(self, group="", after="") != Wanted()


@dataclass(frozen=True, slots=True)
class InboxItem:
    """A claim to sort, in its sentence."""

    evidence: Evidence
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class InboxGroup:
    """Claims of a page that stand together; one group without a key where nothing is grouped.

    `total` are the claims of the group on all pages, `waiting` those of them with a proposed place, and `wanted` which
    these are.
    """

    key: int | None
    items: list[InboxItem]
    total: int
    waiting: int
    wanted: str

    @property
    def name(self) -> str:
        """By what the page knows it."""
        return "all" if self.key is None else str(self.key)


@dataclass(frozen=True, slots=True)
class Choice:
    """An article or a fact to narrow the claims down to, and how many it has of the first AT_ONCE."""

    key: int
    name: str
    claims: int


@dataclass(frozen=True, slots=True)
class Inbox:
    """A page of the inbox.

    `address` is the page's own and `next` that of the next page, empty on the last. `waiting` is how many of the claims
    that are wanted have a proposed place, counted up to AT_ONCE, and `has_more` whether there are more than that.
    `articles` and `places` are the articles and facts that a reader can narrow the claims down to, `facts` those that a
    claim can be placed under. `last_act` is the newest act that can be undone here, `mark` that of its claim.
    """

    sheet: FactSheet
    wanted: Wanted
    groups: list[InboxGroup]
    next: str
    waiting: int
    has_more: bool
    facts: list[Fact]
    articles: list[Choice]
    places: list[Choice]
    last_act: Activity | None
    mark: Mark | None

    @property
    def items(self) -> list[InboxItem]:
        """The claims of the page in their order."""
        return [item for group in self.groups for item in group.items]


def inbox(sheet: FactSheet, wanted: Wanted = Wanted(), *, size: int = PAGE) -> Inbox:
    """A page of the claims to sort, or of those that were rejected; six queries.

    There is one more where they are grouped, and where one of them was sorted last.

    A page that is empty because its claims were sorted meanwhile gives way to the first.
    """
    rows, more = _read_page(sheet, wanted, size)
    if not rows and wanted.after:
        wanted = replace(wanted, after="")
        rows, more = _read_page(sheet, wanted, size)
    waiting = _find_waiting(sheet, wanted)[: AT_ONCE + 1].count() if wanted.show not in ("alone", "rejected") else 0
    facts = in_reading_order(sheet.facts.all())
    for fact in facts:
        fact.sheet = sheet
    of_article, of_fact = _count_claims(sheet, wanted)
    last_act = _find_last_act(sheet)
    return Inbox(
        sheet=sheet,
        wanted=wanted,
        groups=_group(sheet, wanted, rows),
        next=replace(wanted, after=_write_after(rows[-1], wanted)).address if more else "",
        waiting=min(waiting, AT_ONCE),
        has_more=waiting > AT_ONCE,
        facts=facts,
        articles=_choose(_list_articles(sheet), of_article, wanted.article),
        places=_choose(((fact.pk, fact.label) for fact in facts), of_fact, wanted.fact),
        last_act=last_act,
        mark=find_mark(last_act) if last_act else None,
    )


def inbox_waiting(sheet: FactSheet, wanted: Wanted) -> list[int]:
    """The keys of the claims with a proposed place among those that are wanted, AT_ONCE at most; one query."""
    return list(_find_waiting(sheet, wanted).order_by("id").values_list("pk", flat=True)[:AT_ONCE])


def _find(sheet: FactSheet, wanted: Wanted) -> QuerySet[Evidence]:
    evidence = _find_all(sheet, wanted)
    if wanted.show in ("proposed", "alone"):
        evidence = evidence.filter(fact__isnull=wanted.show == "alone")
    if wanted.article is not None:
        evidence = evidence.filter(claim__article=wanted.article)
    if wanted.kind:
        evidence = evidence.filter(claim__kind=wanted.kind)
    if wanted.fact is not None:
        evidence = evidence.filter(fact=wanted.fact)
    if wanted.confidence is not None:
        evidence = evidence.filter(fact__isnull=False, confidence__gte=Decimal(wanted.confidence) / 100)
    return evidence


def _find_all(sheet: FactSheet, wanted: Wanted) -> QuerySet[Evidence]:
    state = Evidence.State.REJECTED if wanted.show == "rejected" else Evidence.State.CANDIDATE
    return sheet.evidence.filter(state=state)


def _find_waiting(sheet: FactSheet, wanted: Wanted) -> QuerySet[Evidence]:
    return _find(sheet, wanted).filter(state=Evidence.State.CANDIDATE, fact__isnull=False)


def _read_page(sheet: FactSheet, wanted: Wanted, size: int) -> tuple[list[Evidence], bool]:
    evidence = with_sentence(_find(sheet, wanted).select_related("claim__article__source", "fact__sheet", "sorted_by"))
    group, _, key = wanted.after.rpartition("~")
    last, last_group = read_key(key), read_key(group)
    if wanted.group:
        evidence = evidence.annotate(group=GROUPS[wanted.group]).order_by("group", "id")
        if last is not None and last_group is not None:
            evidence = evidence.filter(Q(group__gt=last_group) | Q(group=last_group, id__gt=last))
    else:
        evidence = evidence.order_by("id")
        if last is not None and not group:
            evidence = evidence.filter(id__gt=last)
    return cut_page(list(evidence[: size + 1]), size)


def _write_after(row: Evidence, wanted: Wanted) -> str:
    return f"{_group_of(row)}~{row.pk}" if wanted.group else str(row.pk)


def _group_of(row: Evidence) -> int:
    group: int = row.group  # type: ignore[attr-defined]
    return group


def _group(sheet: FactSheet, wanted: Wanted, rows: Sequence[Evidence]) -> list[InboxGroup]:
    items = [InboxItem(row, cut_sentence(row.claim, sentence_of(row))) for row in rows]
    if not wanted.group:
        return [InboxGroup(None, items, 0, 0, "")] if items else []
    counted = (
        _find(sheet, wanted)
        .annotate(group=GROUPS[wanted.group])
        .filter(group__in={_group_of(row) for row in rows})
        .order_by("group")
        .values_list("group")
        .annotate(total=Count("id"), waiting=Count("fact"))
    )
    counts = {key: (total, waiting) for key, total, waiting in counted}
    return [
        InboxGroup(
            key,
            list(members),
            *counts[key],
            _narrow(wanted, key).address,
        )
        for key, members in groupby(items, lambda item: _group_of(item.evidence))
    ]


def _narrow(wanted: Wanted, group: int) -> Wanted:
    """The claims of one group alone."""
    one = replace(wanted, after="")
    return replace(one, article=group) if wanted.group == "article" else replace(one, fact=group)


def _list_articles(sheet: FactSheet) -> list[tuple[int, str]]:
    entries = sheet.entries.order_by("position").values_list("article_id", "article__source__name", "article__title")
    return [(key, " · ".join(filter(None, (source, title)))) for key, source, title in entries[:LISTED]]


def _count_claims(sheet: FactSheet, wanted: Wanted) -> tuple[Counter[int], Counter[int]]:
    """How many of the first AT_ONCE claims, whatever else is wanted of them, each article and each fact has."""
    first = _find_all(sheet, wanted).order_by("id")[:AT_ONCE]
    of_article: Counter[int] = Counter()
    of_fact: Counter[int] = Counter()
    for article, fact in first.values_list("claim__article_id", "fact_id"):
        of_article[article] += 1
        if fact is not None:
            of_fact[fact] += 1
    return of_article, of_fact


def _choose(names: Iterable[tuple[int, str]], counts: Mapping[int, int], chosen: int | None) -> list[Choice]:
    """Those that have claims, in their order, and what is chosen already."""
    return [Choice(key, name, counts.get(key, 0)) for key, name in names if key in counts or key == chosen]


def _find_last_act(sheet: FactSheet) -> Activity | None:
    newest = sheet.activity.order_by("-id").values("pk")[:RECENT]
    acts = Activity.objects.filter(pk__in=newest, act__in=SORTING).select_related("actor")
    return acts.order_by("-id").first()
