"""People's accounts, as Django has them, with one thing more: a name can be taken out of the newsroom's records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters

from articles.guarded_admin import GuardedAdmin
from factsheet.actions.accounts import forget_given_password, note_given_password
from factsheet.actions.people import pseudonymise
from factsheet.policies import Refused
from factsheet.queries.paging import read_key

if TYPE_CHECKING:
    _UserAdmin = UserAdmin[User]
    _PasswordForm = AdminPasswordChangeForm[User]
else:
    _UserAdmin, _PasswordForm = UserAdmin, AdminPasswordChangeForm

admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(Group)
class RoleAdmin(GuardedAdmin, GroupAdmin):
    """A role, and what it may do."""


class PasswordForm(_PasswordForm):
    """A new password for somebody; nothing else of the account is written with it."""

    def save(self, commit: bool = True) -> User:
        """Set the password."""
        user = super().save(commit=False)
        if commit:
            user.save(update_fields=["password"])
        return user


@admin.register(User)
class PersonAdmin(GuardedAdmin, _UserAdmin):
    """An account. It is never deleted: what its owner did stays done by somebody."""

    actions = ("replace_names",)
    change_password_form = PasswordForm
    # Both are noted when they happen.
    readonly_fields = ("last_login", "date_joined")

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Save the account; a new one has a password that its owner changes first."""
        super().save_model(request, obj, form, change)
        if not change and obj.has_usable_password():
            note_given_password(obj, by=cast("User", request.user), at=timezone.now())

    @method_decorator(sensitive_post_parameters())
    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002
        """Give somebody another password, which they change first; one's own is one's own already."""
        others = User.objects.exclude(pk=cast("User", request.user).pk).filter(pk=read_key(id) or 0)
        before = others.first()
        with transaction.atomic():
            response = super().user_change_password(request, id, form_url)
            after = others.first()
            if before and after and before.password != after.password:
                if after.has_usable_password():
                    note_given_password(after, by=cast("User", request.user), at=timezone.now())
                else:
                    forget_given_password(after)
        return response

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:  # noqa: ARG002
        """Nobody's account is deleted; its name can be replaced."""
        return False

    def has_pseudonymise_permission(self, request: HttpRequest) -> bool:
        """Only whoever administers everything."""
        return cast("User", request.user).is_superuser

    @admin.action(
        description=gettext_lazy("Replace the names of the selected people, and close their accounts"),
        permissions=["pseudonymise"],
    )
    def replace_names(self, request: HttpRequest, queryset: QuerySet[User]) -> TemplateResponse | None:
        """Ask once more, since it cannot be undone; then do it, each with its record."""
        if "sure" not in request.POST:
            context = {**self.admin_site.each_context(request), "people": queryset, "opts": self.model._meta}
            context["title"] = _("Replace names for good")
            return TemplateResponse(request, "admin/auth/user/replace_names.html", context)
        for person in queryset:
            try:
                name = pseudonymise(person, by=cast("User", request.user), at=timezone.now())
            except Refused as refused:
                self.message_user(request, str(refused), messages.ERROR)
            else:
                self.message_user(request, _("From now on: %(name)s.") % {"name": name}, messages.SUCCESS)
        return None
