"""What the admin of both rooms is built on: lists that stay quick over a million rows, and forms that lose no save.

The stock admin counts a table twice for each list, pages by an OFFSET without bound, offers every row of a related
table in a select, and lets the second of two editors overwrite the first. None of that happens here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import time
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.paginator import Paginator
from django.db.models import ForeignKey, ForeignObject, Model, QuerySet, URLField
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from articles.guarded_admin import GuardedAdmin, GuardedForm
from articles.models import ValueFields

if TYPE_CHECKING:
    _Paginator = Paginator[Any]
    _RelatedFilter = admin.RelatedFieldListFilter
else:
    _Paginator, _RelatedFilter = Paginator, admin.RelatedFieldListFilter

COUNTED = 1_000
"""How many rows a list counts and pages through; past them one narrows it by a filter, a day or a search."""

SIFTED = 20_000
"""How many of the newest rows of a list a filter or a search reads; a list narrowed to one row's own is read whole."""

ROW_NUMBER = re.compile(r"#([0-9]{1,18})")
SHA256 = re.compile(r"[0-9a-f]{64}")


Veil = Callable[[QuerySet[Any], HttpRequest], QuerySet[Any]]
VEILS: dict[type[Model], Veil] = {}
"""What keeps rows of a model from those who may not see them, said by the room that knows why; for every list, page,
search and choice of the admin."""


class BoundedPaginator(_Paginator):
    """Pages of the first `COUNTED` rows, so that neither the count nor an OFFSET grows with the table."""

    @cached_property
    def count(self) -> int:
        """How many rows there are, or `COUNTED` when there are more."""
        return min(self._counted, COUNTED)

    @property
    def is_cut(self) -> bool:
        """Whether there are more rows than are paged through."""
        return self._counted > COUNTED

    @cached_property
    def _counted(self) -> int:
        rows = cast("QuerySet[Any]", self.object_list)
        return rows.order_by().values_list("pk")[: COUNTED + 1].count()


class BoundedChangeList(ChangeList):
    """A list that is sorted only by what `sortable_by` names, and filtered only among its newest rows."""

    def get_ordering_field(self, field_name: Any) -> Any:
        """The column to sort by, or None where no index would serve it, whatever the address asks for."""
        return super().get_ordering_field(field_name) if field_name in (self.sortable_by or ()) else None

    def get_filters(self, request: HttpRequest) -> Any:
        """The filters; where one is used that no index serves, the list is cut to its newest rows first."""
        found = super().get_filters(request)
        used = [spec for spec in found[0] if spec.used_parameters]
        if any(not isinstance(spec, NarrowedFilter) for spec in used):
            rows = self.root_queryset
            for spec in used:
                if isinstance(spec, NarrowedFilter):
                    rows = spec.queryset(request, rows) or rows
            self.root_queryset = self.root_queryset.filter(pk__gte=find_oldest(rows))
        return found


class NarrowedFilter(_RelatedFilter):
    """Says to which related row a list was narrowed by a link, and lets one go back; it offers no other rows."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """The row that the address names."""
        keys = [key for key in self.lookup_val or () if key.isascii() and key.isdigit() and len(key) < 19]
        if not keys:
            return []
        related = model_admin.admin_site.get_model_admin(field.remote_field.model)
        return [(str(row.pk), str(row)) for row in related.get_queryset(request).filter(pk__in=keys)]

    def has_output(self) -> bool:
        """Whether the list is narrowed."""
        return bool(self.lookup_val or self.lookup_val_isnull)


class BoundedAdmin(GuardedAdmin):
    """A model's admin whose lists and searches cost the same however many rows there are.

    `search_fields` are searched in the newest `SIFTED` rows listed; "#12" finds the row of that number anywhere, and
    a SHA-256 the row that has it. Rows of related tables are chosen by autocomplete. What other rows rest on is never
    deleted here.
    """

    form = GuardedForm
    formfield_overrides: ClassVar[dict[type[Any], dict[str, Any]]] = {URLField: {"assume_scheme": "https"}}
    paginator = BoundedPaginator
    change_list_template = "admin/bounded_change_list.html"
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 50
    ordering: ClassVar[tuple[str, ...]] = ("-id",)
    sortable_by: ClassVar[tuple[str, ...]] = ()
    search_help_text = _(
        "Filters and searches read the newest 20,000 rows of this list. #12 finds the row with that number."
    )
    # Large columns that no list shows, also of related rows.
    unread: tuple[str, ...] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows that who asks may see, without their large columns."""
        rows = super().get_queryset(request).defer(*self.unread)
        return VEILS[self.model](rows, request) if self.model in VEILS else rows

    def get_autocomplete_fields(self, request: HttpRequest) -> list[str]:  # noqa: ARG002 - the stock signature
        """Every related row is chosen by searching for it."""
        return [field.name for field in self._relations()]

    def get_list_filter(self, request: HttpRequest) -> list[Any]:
        """One filter for each related row by which a link may have narrowed the list, and those of the model."""
        return [*((field.name, NarrowedFilter) for field in self._relations()), *super().get_list_filter(request)]

    def _relations(self) -> list[ForeignKey[Any, Any]]:
        fields = (field for field in self.model._meta.fields if isinstance(field, ForeignKey))
        return [field for field in fields if self.admin_site.is_registered(field.remote_field.model)]

    @admin.display(description=_("see also"))
    def see_also(self, row: Model) -> SafeString | str:
        """Links to the lists of the rows that point to this one."""
        if row.pk is None:
            return "-"
        pointing = (relation for relation in row._meta.related_objects if relation.field.many_to_many is False)
        links = [
            link_rows(relation.field, row)
            for relation in pointing
            if self.admin_site.is_registered(relation.related_model)
        ]
        return format_html_join(" · ", "{}", ((link,) for link in links)) or "-"

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:  # noqa: ARG002 - the stock names
        """The bounded list."""
        return BoundedChangeList

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Whether the address of a list may filter so: by what the list offers, and no other column."""
        offered = [entry[0] if isinstance(entry, tuple) else entry for entry in self.get_list_filter(request)]
        return lookup.split("__")[0] in {*offered, self.date_hierarchy} and super().lookup_allowed(
            lookup, value, request
        )

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """The rows that the term finds, and that there are no duplicates among them."""
        term = search_term.strip()
        if number := ROW_NUMBER.fullmatch(term):
            return queryset.filter(pk=int(number[1])), False
        if SHA256.fullmatch(term) and "sha256" in {field.name for field in self.model._meta.fields}:
            return queryset.filter(sha256=term), False
        if not term:
            return queryset, False
        searched = queryset.filter(pk__gte=find_oldest(queryset))
        return super().get_search_results(request, searched, term)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Nothing is deleted: other rows rest on it, and to say which would list them all."""
        return False


class KeptAdmin(BoundedAdmin):
    """A model whose rows are shown and never changed here: acts on the screens write them, with their own record."""

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """No."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """No."""
        return False


def find_oldest(rows: QuerySet[Any]) -> int:
    """The key of the oldest of the newest `SIFTED` rows, 0 where there are no more than those."""
    keys = rows.order_by("-pk").values_list("pk", flat=True)[SIFTED - 1 : SIFTED]
    return next(iter(keys), 0)


def link_row(row: Model | None, text: object = None) -> SafeString | str:
    """A link to a row's page in the admin, its name cut where it is long; a dash for none."""
    if row is None:
        return "-"
    address = reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    return format_html('<a href="{}">{}</a>', address, cut(str(row)) if text is None else text)


def cut(text: str, length: int = 60) -> str:
    """The text in a cell of a list, with an ellipsis for what is beyond `length` characters."""
    return text if len(text) <= length else f"{text[: length - 1]}…"


def link_rows(field: ForeignObject[Any, Any], row: Model) -> SafeString:
    """A link to the admin's list of all rows whose `field` is this row."""
    meta = field.model._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
    query = urlencode({f"{field.name}__{field.target_field.name}__exact": row.pk})
    # What points to its own kind is named by the way it points.
    name = field.remote_field.related_name if field.related_model is field.model else meta.verbose_name_plural
    return format_html('<a href="{}?{}">{}</a>', address, query, capfirst(name))


def show_interval(row: ValueFields) -> str:
    """The value of a row in words; a dash where nothing is known of it."""
    interval = row.interval
    if interval is None:
        return "-"
    low, high = (f"{bound:%H:%M}" if isinstance(bound, time) else bound for bound in (interval.low, interval.high))
    if high is None:
        return f"more than {low}" if interval.low_open else f"{low} or more"
    if low is None:
        return f"less than {high}" if interval.high_open else f"{high} or less"
    return f"{low}" if low == high else f"{low} to {high}"


def show_json(value: object) -> SafeString:
    """JSON for people, escaped and indented."""
    return format_html("<pre>{}</pre>", json.dumps(value, ensure_ascii=False, indent=2, default=str))
