"""The desk: the sheets, newest change first."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from factsheet.marks import Mark
from factsheet.models import Challenge, Edition, FactSheet
from factsheet.queries.paging import cut_page, read_moment_key, write_moment_key

PAGE = 50


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One sheet, with the number of its newest edition, and the newest of the claims that challenge its answers.

    Of that claim there are its words and its mark, whose they are, and of which fact; all empty where none does.
    """

    sheet: FactSheet
    edition: int | None
    challenger: str = ""
    challenged_by: str = ""
    challenged: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """A page of the desk; `after` is the key of the next page, empty on the last."""

    rows: list[SheetRow]
    after: str
    query: str
    state: str
    states: list[tuple[str, str]]

    @property
    def is_filtered(self) -> bool:
        """Whether an empty page means that the filter holds all sheets back."""
        return bool(self.query or self.state)


def desk(sheets: QuerySet[FactSheet], *, query: str = "", state: str = "", after: str = "", size: int = PAGE) -> Desk:
    """Those of the sheets whose title holds the query and whose state is the given one; one query."""
    newest = Edition.objects.filter(sheet=OuterRef("pk")).order_by("-number").values("number")[:1]
    article = "evidence__claim__article"
    sheets = sheets.annotate(
        edition=Subquery(newest),
        challenger=_tell_newest(F("evidence__claim__text")),
        claim=_tell_newest(F("evidence__claim")),
        article=_tell_newest(F("evidence__claim__article")),
        challenged_by=_tell_newest(Coalesce(F(f"{article}__source__name"), F(f"{article}__title"))),
        challenged=_tell_newest(F("fact__label")),
    ).order_by("-changed_at", "-id")
    query = " ".join(query.replace("\x00", "").split())[:200]
    if query:
        sheets = sheets.filter(title__icontains=query)
    if state in FactSheet.State.values:
        sheets = sheets.filter(state=state)
    key = read_moment_key(after)
    if key:
        sheets = sheets.filter(Q(changed_at__lt=key[0]) | Q(changed_at=key[0], id__lt=key[1]))
    rows, more = cut_page(list(sheets[: size + 1]), size)
    return Desk(
        rows=[
            SheetRow(
                sheet,
                sheet.edition,
                sheet.challenger or "",
                sheet.challenged_by or "",
                sheet.challenged or "",
                Mark(sheet.article, sheet.claim) if sheet.claim else None,
            )
            for sheet in rows
        ],
        after=write_moment_key(rows[-1].changed_at, rows[-1].pk) if more else "",
        query=query,
        state=state if state in FactSheet.State.values else "",
        states=[(value, str(label)) for value, label in FactSheet.State.choices],
    )


def _tell_newest(column: F | Coalesce) -> Case:
    """A column of what challenges a sheet last; looked for only where something does."""
    newest = Challenge.objects.filter(fact__sheet=OuterRef("pk")).order_by("-id").annotate(told=column)
    return Case(When(facts_challenged__gt=0, then=Subquery(newest.values("told")[:1])))
