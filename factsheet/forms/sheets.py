"""A sheet is opened."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy


class SheetForm(forms.Form):
    """A new sheet."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=200,
        help_text=gettext_lazy("The event, in a few words."),
        widget=forms.TextInput(attrs={"autofocus": True}),
    )
    summary = forms.CharField(
        label=gettext_lazy("Summary"), required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=5000
    )
    confidential = forms.BooleanField(
        label=gettext_lazy("Confidential"),
        required=False,
        help_text=gettext_lazy("Only you see it, and whom you let in."),
    )
