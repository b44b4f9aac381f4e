"""Articles are taken in, described and dated."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from factsheet.forms.fields import date_field
from factsheet.models import SheetArticle


class ManyFilesInput(forms.ClearableFileInput):
    """A file box that takes several files."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files at once; what each holds is judged by the intake, one sentence a file."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """The files, none of them when nothing was chosen."""
        files = data if isinstance(data, list | tuple) else [data]
        return [super(ManyFilesField, self).clean(file, initial) for file in files if file]


class ArticleForm(forms.Form):
    """Articles to take in: files, or one text pasted, with what the desk knows about it."""

    # An empty file is refused by the intake like any other that cannot be read, so that the others go in.
    uploads = ManyFilesField(
        label=gettext_lazy("Files"),
        required=False,
        allow_empty_file=True,
        help_text=gettext_lazy("Plain text or Markdown, several at once."),
    )
    text = forms.CharField(
        label=gettext_lazy("Or paste the text"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 12})
    )
    title = forms.CharField(label=gettext_lazy("Title"), max_length=500, required=False)
    source = forms.CharField(label=gettext_lazy("Source"), max_length=200, required=False)
    published = date_field(gettext_lazy("Published"))
    url = forms.URLField(label=gettext_lazy("Address"), max_length=2000, required=False, assume_scheme="https")
    timezone = forms.CharField(
        label=gettext_lazy("Time zone"), max_length=64, required=False, help_text=gettext_lazy("Such as Europe/London.")
    )

    def clean_timezone(self) -> str:
        """A zone that is known, or none."""
        name: str = self.cleaned_data["timezone"].strip()
        if name and name not in available_timezones():
            raise ValidationError(_("“%(name)s” is no time zone. Write it as Europe/London or UTC.") % {"name": name})
        return name

    def clean_text(self) -> str:
        """The text as pasted, or nothing."""
        text: str = self.cleaned_data["text"]
        return text if text.strip() else ""

    def clean(self) -> dict[str, Any]:
        """Something to take in must be there."""
        data = super().clean() or {}
        if not data.get("uploads") and not data.get("text") and "uploads" not in self.errors:
            raise ValidationError(_("Choose a file, or paste the text of an article."))
        return data


class DescribeForm(forms.Form):
    """What is known about an article, but for its date."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=500)
    source = forms.CharField(
        label=gettext_lazy("Source"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Leave it empty while it is not known."),
    )
    url = forms.URLField(label=gettext_lazy("Address"), max_length=2000, required=False, assume_scheme="https")


class OriginForm(forms.Form):
    """Where an article comes from, against what the program traced."""

    ruling = forms.ChoiceField(label=gettext_lazy("It is"), required=False, choices=SheetArticle.Ruling.choices)
    other = forms.TypedChoiceField(
        label=gettext_lazy("Of which article"), required=False, coerce=int, empty_value=None, choices=()
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Colleagues will ask how the origins were counted."),
    )

    def __init__(self, *args: Any, others: Iterable[SheetArticle], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["other"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", "—"), *((str(entry.article_id), name_of(entry)) for entry in others)]

    def clean(self) -> dict[str, Any]:
        """An origin of another article needs that article, and every word against the program a reason."""
        data = super().clean() or {}
        if data.get("ruling") == SheetArticle.Ruling.WITH and data.get("other") is None and "other" not in self.errors:
            self.add_error("other", _("Choose the article whose origin it is."))
        if data.get("ruling") and not data.get("reason", "").strip():
            self.add_error("reason", _("Say why: colleagues will ask how the origins were counted."))
        return data


def name_of(entry: SheetArticle) -> str:
    """What tells an article of a sheet from the others: its outlet and its title."""
    source = entry.article.source
    return f"{source.name}: {entry.article.title}" if source else entry.article.title


class DateForm(forms.Form):
    """The publication date of an article."""

    published = date_field(gettext_lazy("Published"))
