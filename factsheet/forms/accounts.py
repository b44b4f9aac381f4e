"""The sign-in, and another password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm
from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils.translation import gettext_lazy

LONGEST = 1000
"""Characters of a password: a sentence goes in, and hashing it costs nothing that could be noticed."""


class SignInForm(AuthenticationForm):
    """A name and a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _limit(self.fields["password"])


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


def _limit(field: forms.Field) -> None:
    assert isinstance(field, forms.CharField)
    field.max_length = LONGEST
    field.widget.attrs["maxlength"] = str(LONGEST)
