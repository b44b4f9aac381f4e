"""A fact is added, or what it asks is changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from articles.models import KIND_CHOICES
from factsheet.forms.fields import date_field
from factsheet.forms.merging import MergingForm
from factsheet.models import FactSheet


class ChangeFactForm(MergingForm):
    """What a fact asks, and where it stands on the sheet."""

    # They make one question.
    together = frozenset({"label", "scope", "as_of"})

    label = forms.CharField(
        label=gettext_lazy("Fact"),
        max_length=200,
        widget=forms.TextInput(attrs={"autofocus": True}),
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
    question = forms.CharField(
        label=gettext_lazy("Question to ask"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Where no source says it yet: the fact is shown as waiting until it is decided."),
    )
    ask_whom = forms.CharField(label=gettext_lazy("Whom to ask"), max_length=120, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, sheet: FactSheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.headings = sheet.facts.exclude(heading="").order_by("heading").values_list("heading", flat=True).distinct()
        self.fields["heading"].widget.attrs["list"] = "headings"


class FactForm(ChangeFactForm):
    """A new fact, by hand."""

    version = None  # type: ignore[assignment]
    drawn_from = None  # type: ignore[assignment]
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        choices=KIND_CHOICES,
        help_text=gettext_lazy("A statement has no figure: “The port is closed”."),
    )
    unit = forms.CharField(label=gettext_lazy("Unit"), max_length=64, required=False)
