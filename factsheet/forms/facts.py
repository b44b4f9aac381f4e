"""A fact is added, or what it asks is changed."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from articles.values import Kind
from factsheet.forms.fields import date_field


class ChangeFactForm(forms.Form):
    """What a fact asks, and where it stands on the sheet."""

    label = forms.CharField(
        label=gettext_lazy("Fact"),
        max_length=200,
        help_text=gettext_lazy("A question with one answer: “Peacekeepers killed since 2013”."),
    )
    heading = forms.CharField(
        label=gettext_lazy("Heading"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Facts of one heading stand together."),
    )
    scope = forms.CharField(
        label=gettext_lazy("Scope"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("What is counted, and what is not: “all personnel”, “troops only”."),
    )
    as_of = date_field(gettext_lazy("As of"))
    version = forms.IntegerField(widget=forms.HiddenInput)


class FactForm(ChangeFactForm):
    """A new fact, by hand."""

    version = None  # type: ignore[assignment]
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[(kind.value, kind.value) for kind in Kind])
    unit = forms.CharField(label=gettext_lazy("Unit"), max_length=64, required=False)
