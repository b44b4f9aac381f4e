"""Facts, the evidence under them, the decisions on them and what those cite."""

from __future__ import annotations

from typing import cast

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.admin_base import BoundedAdmin, KeptAdmin, cut, link_row, show_interval, show_json
from articles.guarded_admin import GuardedForm
from factsheet.actions.log import record, touch
from factsheet.models import Act, Citation, Comment, Decision, Evidence, Fact, Ruling

FACT_KEPT = (
    "sheet",
    "kind",
    "unit",
    "assigned_to",
    "state",
    "status",
    "decision",
    "challenged_at",
    "origins",
    "proposed",
    "the_suggestion",
    "version",
    "see_also",
)


@admin.register(Fact)
class FactAdmin(BoundedAdmin):
    """A line of a sheet: its wording can be changed here, its answer only by a decision."""

    list_display = ("label", "its_sheet", "kind", "unit", "state", "status", "origins", "see_also")
    list_select_related = ("sheet",)
    list_filter = ("state", "status", "kind", "proposed")
    search_fields = ("label", "scope", "heading")
    fieldsets = (
        (None, {"fields": ("label", "heading", "scope", "as_of", "position", "question", "ask_whom")}),
        (_("Where it stands"), {"fields": FACT_KEPT}),
    )
    readonly_fields = FACT_KEPT

    def view_on_site(self, row: Fact) -> str:
        """The fact's reconcile panel."""
        return row.get_absolute_url()

    @admin.display(description=_("sheet"))
    def its_sheet(self, row: Fact) -> SafeString | str:
        """The sheet, as a link."""
        return link_row(row.sheet)

    @admin.display(description=_("suggestion"))
    def the_suggestion(self, row: Fact) -> SafeString:
        """What the program would answer."""
        return show_json(row.suggestion)

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Facts are made where their claims are placed."""
        return False

    def save_model(self, request: HttpRequest, obj: Fact, form: GuardedForm, change: bool) -> None:
        """Save the wording, with its record and a new version; the sheet is a draft again."""
        super().save_model(request, obj, form, change)
        if not form.changed_fields:
            return
        now, user = timezone.now(), cast("User", request.user)
        Fact.objects.filter(pk=obj.pk).update(version=F("version") + 1)
        touch(obj.sheet, at=now)
        record(Act.FACT_CHANGED, sheet=obj.sheet, actor=user, at=now, subject=obj, **form.changes)


@admin.register(Evidence)
class EvidenceAdmin(KeptAdmin):
    """A claim in a sheet. It is sorted in the inbox and weighed in the panel of its fact, which then follows it."""

    list_display = ("its_claim", "its_sheet", "its_fact", "state", "stance", "relation", "sorted_at", "see_also")
    list_select_related = ("claim", "sheet", "fact")
    list_filter = ("state", "stance", "relation")
    search_fields = ("claim__text", "reason")
    fieldsets = (
        (None, {"fields": ("sheet", "claim", "fact", "state", "stance", "reason", "see_also")}),
        (_("Beside the answer"), {"fields": ("relation", "relation_reason", "placed_because", "confidence")}),
        (_("Sorting"), {"fields": ("sorted_at", "sorted_by")}),
    )

    @admin.display(description=_("claim"))
    def its_claim(self, row: Evidence) -> str:
        """The article's own words, cut where they are long."""
        return cut(row.claim.text)

    @admin.display(description=_("sheet"))
    def its_sheet(self, row: Evidence) -> SafeString | str:
        """The sheet, as a link."""
        return link_row(row.sheet)

    @admin.display(description=_("fact"))
    def its_fact(self, row: Evidence) -> SafeString | str:
        """The fact, as a link."""
        return link_row(row.fact)


@admin.register(Decision)
class DecisionAdmin(KeptAdmin):
    """An editor's act on a fact, kept for ever as it was made."""

    list_display = ("__str__", "its_fact", "its_sheet", "outcome", "method", "editor", "at", "see_also")
    list_select_related = ("fact__sheet", "editor")
    list_filter = ("outcome", "method")
    date_hierarchy = "at"
    search_fields = ("answer", "rationale")
    unread = ("weighed", "suggestion")
    fieldsets = (
        (None, {"fields": ("fact", "number", "outcome", "method", "answer", "value", "rationale", "editor", "at")}),
        (_("Value"), {"fields": ("hedge", "unit", "per", "precision", "utc_offset")}),
        (_("What it rests on"), {"fields": ("see_also", "the_weighed", "the_suggestion")}),
    )

    @admin.display(description=_("fact"))
    def its_fact(self, row: Decision) -> SafeString | str:
        """The fact, as a link."""
        return link_row(row.fact)

    @admin.display(description=_("sheet"))
    def its_sheet(self, row: Decision) -> SafeString | str:
        """The sheet, as a link."""
        return link_row(row.fact.sheet)

    @admin.display(description=_("value"))
    def value(self, row: Decision) -> str:
        """The value in words."""
        return show_interval(row)

    @admin.display(description=_("evidence as it stood"))
    def the_weighed(self, row: Decision) -> SafeString:
        """What was weighed."""
        return show_json(row.weighed)

    @admin.display(description=_("suggestion"))
    def the_suggestion(self, row: Decision) -> SafeString:
        """What the program had suggested."""
        return show_json(row.suggestion)


@admin.register(Citation)
class CitationAdmin(KeptAdmin):
    """A numbered reference from a decision to its evidence, kept like the decision."""

    list_display = ("__str__", "its_decision", "its_evidence", "number")
    list_select_related = ("decision__fact", "evidence__claim")
    search_fields = ("evidence__claim__text", "decision__answer")
    fields = ("decision", "evidence", "number")
    unread = ("decision__weighed", "decision__suggestion")

    @admin.display(description=_("decision"))
    def its_decision(self, row: Citation) -> SafeString | str:
        """The decision, as a link, with its fact."""
        return format_html("{} ({})", link_row(row.decision), link_row(row.decision.fact))

    @admin.display(description=_("evidence"))
    def its_evidence(self, row: Citation) -> SafeString | str:
        """The evidence, as a link."""
        return link_row(row.evidence)


@admin.register(Ruling)
class RulingAdmin(KeptAdmin):
    """An editor's word on where a claim belongs, kept for ever. Its fact may be gone, so only its number is shown."""

    list_display = ("__str__", "its_evidence", "word", "act", "by", "at")
    list_select_related = ("evidence__claim", "by")
    list_filter = ("word",)
    search_fields = ("evidence__claim__text",)
    fields = ("evidence", "its_fact", "word", "act", "by", "at")

    @admin.display(description=_("evidence"))
    def its_evidence(self, row: Ruling) -> SafeString | str:
        """The evidence, as a link."""
        return link_row(row.evidence)

    @admin.display(description=_("fact"))
    def its_fact(self, row: Ruling) -> str:
        """The number of the fact that it was said of."""
        return f"#{row.fact_id}"


@admin.register(Comment)
class CommentAdmin(KeptAdmin):
    """A remark on a fact for colleagues, kept for ever; one that is taken back is so by another."""

    list_display = ("__str__", "its_fact", "author", "at")
    list_select_related = ("fact__sheet", "author")
    search_fields = ("text",)
    fields = ("fact", "text", "withdraws", "author", "at", "see_also")

    @admin.display(description=_("fact"))
    def its_fact(self, row: Comment) -> SafeString | str:
        """The fact, as a link."""
        return link_row(row.fact)
