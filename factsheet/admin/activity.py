"""The log of every act."""

from __future__ import annotations

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin_base import KeptAdmin, link_row, show_json
from factsheet.models import Activity


@admin.register(Activity)
class ActivityAdmin(KeptAdmin):
    """Who did what, on what, when: kept for ever."""

    list_display = ("__str__", "act", "its_sheet", "actor", "at")
    list_select_related = ("sheet", "actor")
    list_filter = ("act",)
    search_fields = ("subject",)
    fields = ("act", "subject", "subject_type", "subject_id", "sheet", "actor", "at", "the_details")

    @admin.display(description=_("sheet"))
    def its_sheet(self, row: Activity) -> SafeString | str:
        """The sheet, as a link."""
        return link_row(row.sheet)

    @admin.display(description=_("details"))
    def the_details(self, row: Activity) -> SafeString:
        """What a reader of the log needs besides."""
        return show_json(row.details)
