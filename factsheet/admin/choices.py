"""What the newsroom chooses once for all its sheets."""

from __future__ import annotations

from typing import ClassVar, cast

from django.contrib import admin
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils import timezone

from articles.admin_base import BoundedAdmin
from articles.guarded_admin import GuardedForm
from factsheet.actions.log import record
from factsheet.models import Act, Phrase, PolicyChoice


@admin.register(PolicyChoice)
class PolicyChoiceAdmin(BoundedAdmin):
    """By which policy answers to facts of one kind are suggested; one row a kind."""

    list_display = ("kind", "policy")
    ordering: ClassVar[tuple[str, ...]] = ("kind",)
    search_fields = ("kind", "policy")
    fields = ("kind", "policy")

    def save_model(self, request: HttpRequest, obj: PolicyChoice, form: GuardedForm, change: bool) -> None:
        """Save the choice, with its record."""
        super().save_model(request, obj, form, change)
        if form.changed_fields or not change:
            user = cast("User", request.user)
            told = {"policy": obj.policy, **form.changes}
            record(Act.POLICY_CHOSEN, sheet=None, actor=user, at=timezone.now(), subject=obj, **told)


@admin.register(Phrase)
class PhraseAdmin(BoundedAdmin):
    """A reason that is offered wherever a rationale is written."""

    list_display = ("text", "position")
    ordering: ClassVar[tuple[str, ...]] = ("position", "text")
    search_fields = ("text",)
    fields = ("text", "position")

    def save_model(self, request: HttpRequest, obj: Phrase, form: GuardedForm, change: bool) -> None:
        """Save the phrase, with its record."""
        super().save_model(request, obj, form, change)
        if form.changed_fields or not change:
            user = cast("User", request.user)
            record(Act.PHRASE_CHANGED, sheet=None, actor=user, at=timezone.now(), subject=obj, **form.changes)
