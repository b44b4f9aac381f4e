"""The sign-in, another password, and the one there is before sessions are ended."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import password_validators_help_texts
from django.core.exceptions import ValidationError
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from factsheet.models import GivenPassword

LONGEST = 1000
"""Characters of a password: a sentence goes in, and hashing it costs nothing that could be noticed."""


class SignInForm(AuthenticationForm):
    """A name and a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _limit(self.fields["password"])

    def confirm_login_allowed(self, user: Any) -> None:
        """Let in whoever's password is right, but by one that was given too long ago.

        Raises:
            ValidationError: then, and for an account that is closed.
        """
        super().confirm_login_allowed(user)
        latest = now() - timedelta(days=settings.GIVEN_PASSWORD_DAYS)
        if GivenPassword.objects.filter(user=user, at__lt=latest).exists():
            words = _("This password was given to you too long ago to be used. Ask an administrator for another.")
            raise ValidationError(words, code="given_password_expired")


class OwnPasswordForm(PasswordChangeForm):
    """Another password for oneself, against the one there is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["old_password"].label = gettext_lazy("Your password now")
        self.fields["old_password"].widget.attrs.pop("autofocus", None)
        self.fields["new_password1"].help_text = " ".join(password_validators_help_texts())
        self.fields["new_password2"].help_text = ""
        for field in self.fields.values():
            _limit(field)


class EndSessionsForm(forms.Form):
    """The password once more, of whoever has one, before anybody is signed out anywhere."""

    password = forms.CharField(
        label=gettext_lazy("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, person: User, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        _limit(self.fields["password"])
        if not person.has_usable_password():
            # Who comes in by the newsroom's own sign-in has none here.
            del self.fields["password"]

    def clean_password(self) -> str:
        """The password.

        Raises:
            ValidationError: when it is another.
        """
        password: str = self.cleaned_data["password"]
        if not self.person.check_password(password):
            raise ValidationError(_("This is not your password."), code="password_incorrect")
        return password


def _limit(field: forms.Field) -> None:
    assert isinstance(field, forms.CharField)
    field.max_length = LONGEST
    field.widget.attrs["maxlength"] = str(LONGEST)
