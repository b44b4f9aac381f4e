"""A story that is checked before it is printed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.intake import Document, UnreadableFile, check_size, describe, read_document
from factsheet.forms.fields import date_field


class DraftForm(forms.Form):
    """A story to check: pasted, or a file. `document` is the story of a valid form."""

    text = forms.CharField(
        label=gettext_lazy("The story"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 14})
    )
    upload = forms.FileField(
        label=gettext_lazy("Or a file"),
        required=False,
        allow_empty_file=True,
        help_text=gettext_lazy("Plain text or Markdown. It is read, and not kept."),
    )
    published = date_field(gettext_lazy("To appear on"))

    document: Document

    def clean(self) -> dict[str, Any]:
        """A file goes before what is pasted; either must be a text that can be read."""
        data = super().clean() or {}
        file, text = data.get("upload"), data.get("text", "")
        try:
            if file:
                check_size(file.size or 0)
                self.document = read_document(file.read(), file.name or "")
            elif text.strip():
                check_size(len(text.encode()))
                self.document = describe(text)
            elif not self.errors:
                self.add_error("text", _("Paste the story, or choose a file."))
        except UnreadableFile as unreadable:
            raise ValidationError(str(unreadable)) from unreadable
        return data
