"""The palette: whatever can be gone to by its name, from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import TypeVar

from django.contrib.auth.models import User
from django.db.models import Case, IntegerField, Model, OrderBy, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from factsheet.addresses import ADDRESSES
from factsheet.models import Fact, FactSheet, SheetArticle, visible_sheets

Row = TypeVar("Row", bound=Model)

LIMIT = 12
# Facts and articles are looked for on the sheet one is on and on those changed last, so that a key pressed costs the
# same however large the archive is; every sheet is found by its title.
REACH = 20
LONGEST = 100
MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Act:
    """A screen where something can be done: its words, and its address; who may go there is declared of that."""

    words: str | Promise
    name: str
    filter: str = ""


ACTS_OF_SHEET = (
    Act(gettext_lazy("Matrix"), "matrix"),
    Act(gettext_lazy("Open conflicts and tensions"), "matrix", filter="?show=conflicts"),
    Act(gettext_lazy("Challenged facts"), "matrix", filter="?show=challenged"),
    Act(gettext_lazy("Inbox: sort claims"), "inbox"),
    Act(gettext_lazy("Add articles"), "article-add"),
    Act(gettext_lazy("New fact"), "fact-new"),
    Act(gettext_lazy("Articles"), "article-list"),
    Act(gettext_lazy("Draft checker"), "draft"),
    Act(gettext_lazy("Review and publish"), "review"),
    Act(gettext_lazy("Editions"), "edition-list"),
    Act(gettext_lazy("Activity"), "activity"),
    Act(gettext_lazy("Who sees this sheet"), "members"),
)
ACTS_OF_DESK = (
    Act(gettext_lazy("All sheets"), "desk"),
    Act(gettext_lazy("New sheet"), "sheet-new"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: its words, its kind in words, the sheet it is in, and whether that is where one is."""

    words: str
    address: str
    kind: str
    inside: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class Palette:
    """What was asked for, on which sheet, and what was found, the best first."""

    query: str
    sheet: FactSheet | None
    places: list[Place]


def palette(query: str, *, sheet: str, by: User) -> Palette:
    """What holds every word of the query in its name: acts, facts, articles and sheets, at most `LIMIT`.

    What begins with the query comes first, then what is on the sheet one is on. Without a query, the acts possible here
    and the newest sheets. At most four queries.

    Args:
        query: as it was typed.
        sheet: the address of the sheet one is on; empty or unknown where there is none.
        by: who asks; only what they see and may do is found.
    """
    query = " ".join(query.replace("\x00", "").split())[:LONGEST]
    words = query.casefold().split()[:MOST_WORDS]
    here = visible_sheets(by).filter(slug=sheet).first() if sheet else None
    found = [*_acts(here, words, by), *(_named(here, query, words, by) if words else ()), *_sheets(query, words, by)]
    if words:
        begun = query.casefold()
        found.sort(key=lambda place: (not place.words.casefold().startswith(begun), not place.here))
    return Palette(query, here, found[:LIMIT])


def _acts(here: FactSheet | None, words: list[str], by: User) -> Iterator[Place]:
    offers = [(act, [here.slug], here.title) for act in ACTS_OF_SHEET] if here else []
    for act, keys, inside in [*offers, *((act, [], "") for act in ACTS_OF_DESK)]:
        name = str(act.words)
        if all(word in name.casefold() for word in words) and by.has_perm(ADDRESSES[act.name].permission):
            yield Place(name, reverse(act.name, args=keys) + act.filter, _("act"), inside, here=bool(here))


def _named(here: FactSheet | None, query: str, words: list[str], by: User) -> Iterator[Place]:
    """The facts and the articles of the sheets within reach."""
    recent = visible_sheets(by).order_by("-changed_at", "-id").values("pk")[:REACH]
    near = Q(sheet__in=recent) | Q(sheet=here) if here else Q(sheet__in=recent)
    facts = _best(Fact.objects.filter(near), "label", query, words, here).select_related("sheet")
    for fact in facts.only("label", "sheet__slug", "sheet__title"):
        yield Place(fact.label, fact.get_absolute_url(), _("fact"), fact.sheet.title, here=fact.sheet == here)
    entries = _best(SheetArticle.objects.filter(near), "article__title", query, words, here, "article__source__name")
    known = entries.select_related("article__source", "sheet")
    for entry in known.only("article__title", "article__source__name", "sheet__slug", "sheet__title"):
        article, source = entry.article, entry.article.source
        kind = _("article, %(source)s") % {"source": source.name} if source else _("article")
        address = reverse("article", args=[entry.sheet.slug, article.pk])
        yield Place(article.title, address, kind, entry.sheet.title, here=entry.sheet == here)


def _sheets(query: str, words: list[str], by: User) -> Iterable[Place]:
    sheets = visible_sheets(by).only("title", "slug").order_by("-changed_at", "-id")
    if words:
        begins = _first("title__istartswith", query)
        sheets = sheets.filter(_holds(words, "title")).order_by(begins, "-changed_at", "-id")
    for sheet in sheets[:LIMIT]:
        yield Place(sheet.title, sheet.get_absolute_url(), _("sheet"))


def _best(
    rows: QuerySet[Row], field: str, query: str, words: list[str], here: FactSheet | None, *also: str
) -> QuerySet[Row]:
    """The rows that hold each word in one of the fields: first those that begin with the query, then those here."""
    found = rows.filter(_holds(words, field, *also))
    order = (_first(f"{field}__istartswith", query), _first("sheet", here), "-sheet__changed_at", "pk")
    return found.order_by(*order)[:LIMIT]


def _holds(words: Iterable[str], *fields: str) -> Q:
    """Every word, each in any of the fields."""
    by_word = ((Q(**{f"{field}__icontains": word}) for field in fields) for word in words)
    return reduce(and_, (reduce(or_, fields) for fields in by_word))


def _first(look_up: str, value: object) -> OrderBy:
    """An order in which what fits comes first."""
    fits = When(**{look_up: value}, then=Value(0))
    return Case(fits, default=Value(1), output_field=IntegerField()).asc()
