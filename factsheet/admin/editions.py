"""Published editions, and the tokens by which systems fetch them."""

from __future__ import annotations

import json
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.admin_base import BoundedAdmin, KeptAdmin, link_row, show_json
from articles.guarded_admin import GuardedForm
from factsheet.actions.tokens import create_token, revoke_token
from factsheet.models import ApiToken, Edition


@admin.register(Edition)
class EditionAdmin(KeptAdmin):
    """A published snapshot of a sheet, kept for ever to the byte."""

    list_display = ("__str__", "its_sheet", "number", "kind", "published_at", "published_by", "short_digest")
    list_select_related = ("sheet", "published_by")
    date_hierarchy = "published_at"
    search_fields = ("sheet__title", "note")
    unread = ("body",)
    fields = (
        "sheet",
        "number",
        "published_at",
        "published_by",
        "kind",
        "note",
        "sha256",
        "previous_sha256",
        "its_address",
        "the_body",
    )

    def view_on_site(self, row: Edition) -> str:
        """The edition as readers get it."""
        return row.get_absolute_url()

    @admin.display(description=_("sheet"))
    def its_sheet(self, row: Edition) -> SafeString | str:
        """The sheet, as a link."""
        return link_row(row.sheet)

    @admin.display(description=_("SHA-256"))
    def short_digest(self, row: Edition) -> str:
        """The first twelve digits of the digest."""
        return row.sha256[:12]

    @admin.display(description=_("for the CMS"))
    def its_address(self, row: Edition) -> SafeString:
        """The address of the stored bytes."""
        address = reverse("api:edition", args=[row.sheet.slug, row.number])
        return format_html('<a href="{}">{}</a>', address, address)

    @admin.display(description=_("body"))
    def the_body(self, row: Edition) -> SafeString:
        """The stored JSON, indented to be read; as it stands where it is no JSON."""
        body = bytes(row.body)
        try:
            return show_json(json.loads(body))
        except ValueError:
            return format_html("<pre>{}</pre>", body.decode(errors="replace"))


@admin.register(ApiToken)
class ApiTokenAdmin(BoundedAdmin):
    """A token: its secret is shown when it is made and never again; revoked, it stays as a record."""

    list_display = ("name", "hint", "created_at", "created_by", "revoked_at")
    list_select_related = ("created_by",)
    list_filter = (("revoked_at", admin.EmptyFieldListFilter),)
    search_fields = ("name", "hint")
    fields = ("name", "hint", "created_at", "created_by", "revoked_at")
    readonly_fields = ("hint", "created_at", "created_by", "revoked_at")
    actions = ("revoke",)

    def save_model(self, request: HttpRequest, obj: ApiToken, form: GuardedForm, change: bool) -> None:
        """Save the new name, or make the token and keep its secret for the answer alone."""
        if change:
            super().save_model(request, obj, form, change)
            return
        made, secret = create_token(name=obj.name, by=cast("User", request.user), at=timezone.now())
        obj.pk, obj.hint = made.pk, made.hint
        # Handed to `response_add`, the only place that shows it.
        obj.secret = secret  # type: ignore[attr-defined]

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:  # noqa: ARG002
        """The page with the secret: the answer itself, so that it passes through no cookie, session or log."""
        context = {
            **self.admin_site.each_context(request),
            "title": _("New API token"),
            "secret": obj.secret,
            "token": obj,
        }
        return TemplateResponse(request, "admin/factsheet/apitoken/secret.html", context)

    @admin.action(description=_("Revoke the selected tokens"), permissions=["change"])
    def revoke(self, request: HttpRequest, queryset: QuerySet[ApiToken]) -> None:
        """Revoke tokens, each with its record; one that is revoked already keeps its moment."""
        now, user = timezone.now(), cast("User", request.user)
        live = list(queryset.filter(revoked_at__isnull=True))
        for token in live:
            revoke_token(token, by=user, at=now)
        done = ngettext("%(n)s token was revoked.", "%(n)s tokens were revoked.", len(live)) % {"n": len(live)}
        self.message_user(request, done, messages.SUCCESS if live else messages.WARNING)
