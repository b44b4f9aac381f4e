"""Fact sheets and the articles in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, cast

from django.contrib import admin
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin_base import BoundedAdmin, KeptAdmin, link_row
from articles.guarded_admin import GuardedForm
from factsheet.actions.log import record, touch
from factsheet.models import Act, FactSheet, SheetArticle

COUNTS = ("facts_open", "facts_decided", "facts_in_conflict", "facts_challenged", "facts_mismatched", "claims_to_sort")
KEPT = ("state", *COUNTS, "created_at", "created_by", "changed_at", "approved_at", "approved_by", "see_also")


@admin.register(FactSheet)
class FactSheetAdmin(BoundedAdmin):
    """The dossier on one event. Its state moves by review, on its own screen; its address is printed, so it stays."""

    list_display = ("title", "slug", "state", "facts_in_conflict", "facts_challenged", "claims_to_sort", "changed_at")
    list_filter = ("state",)
    date_hierarchy = "changed_at"
    ordering: ClassVar[tuple[str, ...]] = ("-changed_at", "-id")
    sortable_by = ("changed_at",)
    search_fields = ("title", "slug", "summary")
    fieldsets = (
        (None, {"fields": ("title", "slug", "summary", "language")}),
        (_("Where it stands"), {"fields": KEPT}),
    )
    readonly_fields = KEPT

    def view_on_site(self, row: FactSheet) -> str:
        """The sheet's matrix."""
        return row.get_absolute_url()

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """A new sheet stands nowhere yet."""
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets[:1] if obj is None else fieldsets

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:  # noqa: ARG002
        """What stands once the sheet is there."""
        return KEPT if obj is None else (*KEPT, "slug")

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Sequence[str]]:  # noqa: ARG002
        """A new sheet's address is made from its title."""
        return {"slug": ("title",)} if obj is None else {}

    def save_model(self, request: HttpRequest, obj: FactSheet, form: GuardedForm, change: bool) -> None:
        """Save the wording, with its record; a sheet that changed is a draft again."""
        now, user = timezone.now(), cast("User", request.user)
        if not change:
            obj.created_at = obj.changed_at = now
            obj.created_by = user
        super().save_model(request, obj, form, change)
        if not change:
            record(Act.SHEET_CREATED, sheet=obj, actor=user, at=now, subject=obj, **form.changes)
        elif form.changed_fields:
            touch(obj, at=now)
            record(Act.SHEET_CHANGED, sheet=obj, actor=user, at=now, subject=obj, **form.changes)


@admin.register(SheetArticle)
class SheetArticleAdmin(KeptAdmin):
    """An article in a sheet, with the origin it was traced to."""

    list_display = ("__str__", "its_sheet", "its_article", "position", "origin", "added_at")
    list_select_related = ("sheet", "article")
    search_fields = ("article__title", "origin_reason")
    unread = ("article__text", "article__furniture")
    fields = (
        *("sheet", "article", "position", "origin", "origin_reason"),
        *("origin_ruling", "origin_with", "origin_because", "added_at", "added_by"),
    )

    @admin.display(description=_("sheet"))
    def its_sheet(self, row: SheetArticle) -> SafeString | str:
        """The sheet, as a link."""
        return link_row(row.sheet)

    @admin.display(description=_("article"))
    def its_article(self, row: SheetArticle) -> SafeString | str:
        """The article, as a link."""
        return link_row(row.article)
