"""Fields that several forms have."""

from __future__ import annotations

from typing import Any

from django import forms


def date_field(label: Any) -> forms.DateField:
    """A day that may stay empty, as the browser's own control sends it."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, widget=widget)
