"""Articles are taken in, described and dated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.models import Article, Claim
from articles.passages import count_places, find_words
from articles.reading import read_span
from articles.spelling import spell_claim
from articles.values import Span
from factsheet import actions
from factsheet.actions import Overtaken
from factsheet.forms.fields import date_field
from factsheet.forms.merging import MergingForm
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
        widget=ManyFilesInput(attrs={"autofocus": True}),
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
    revises = forms.TypedChoiceField(
        label=gettext_lazy("Newer version of"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=(),
        help_text=gettext_lazy("A text from the same address is known to be one. For a single text."),
    )

    def __init__(self, *args: Any, entries: Iterable[SheetArticle] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["revises"], entries)

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


class DescribeForm(MergingForm):
    """What is known about an article, but for its date."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=500)
    source = forms.CharField(
        label=gettext_lazy("Source"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Leave it empty while it is not known."),
    )
    url = forms.URLField(label=gettext_lazy("Address"), max_length=2000, required=False, assume_scheme="https")


class OriginForm(MergingForm):
    """Where an article comes from, against what the program traced."""

    together = frozenset({"ruling", "other", "reason"})

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
        _offer(self.fields["other"], others)

    def clean(self) -> dict[str, Any]:
        """An origin of another article needs that article, and every word against the program a reason."""
        data = super().clean() or {}
        if data.get("ruling") == SheetArticle.Ruling.WITH and data.get("other") is None and "other" not in self.errors:
            self.add_error("other", _("Choose the article whose origin it is."))
        if data.get("ruling") and not data.get("reason", "").strip():
            self.add_error("reason", _("Say why: colleagues will ask how the origins were counted."))
        return data


def _offer(field: forms.Field, entries: Iterable[SheetArticle]) -> None:
    """Make articles of a sheet the choices of a field."""
    assert isinstance(field, forms.TypedChoiceField)
    field.choices = [("", "—"), *((str(entry.article_id), name_of(entry)) for entry in entries)]


def name_of(entry: SheetArticle) -> str:
    """What tells an article of a sheet from the others: its outlet and its title."""
    source = entry.article.source
    return f"{source.name}: {entry.article.title}" if source else entry.article.title


class SpanForm(forms.Form):
    """Words of an article, named as they stand there; `span` of the cleaned data is their place.

    `start` comes from a selection: the code point near which they stand.
    """

    words = forms.CharField(
        label=gettext_lazy("Words as they stand in the text"),
        max_length=2000,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    occurrence = forms.IntegerField(label=gettext_lazy("Which of them"), required=False, min_value=1, max_value=100_000)

    def __init__(self, *args: Any, article: Article, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.article = article

    def clean(self) -> dict[str, Any]:
        """Find the place; of several one has to be chosen."""
        data = super().clean() or {}
        words = data.get("words", "")
        if not words or self.errors:
            return data
        number = data.get("occurrence")
        data["span"] = self._find(data)
        if not number and data.get("start") is not None and data["span"] is not None:
            return data
        count = count_places(self.article.text, words)
        if not count:
            self.add_error("words", _("These words do not stand in the text. Copy them as they are."))
        elif number and number > count:
            told = ngettext("They stand in the text %(n)s time.", "They stand in the text %(n)s times.", count)
            self.add_error("occurrence", told % {"n": count})
        elif count > 1 and not number:
            self.add_error("occurrence", _("They stand in the text %(n)s times: say which.") % {"n": count})
        return data

    def _find(self, data: Mapping[str, Any]) -> Span | None:
        number = data.get("occurrence")
        near = None if number else data.get("start")
        return find_words(self.article.text, data["words"], occurrence=number or 1, near=near)


class ClaimForm(SpanForm):
    """A claim of words of an article, and how to read them where they do not say it themselves."""

    typed = forms.CharField(
        label=gettext_lazy("Read it as"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=gettext_lazy("In words such as “about 13,000 troops” or “July 2023”; empty: as the article says it."),
    )


class ReadingForm(ClaimForm, MergingForm):
    """How a claim is to be read instead of how it is.

    `reading`, what is read in its words, is shown where two differ, and never sent.
    """

    # A reading is one thing.
    together = frozenset({"words", "start", "typed", "reading"})

    reading = forms.CharField(label=gettext_lazy("How it is read"), required=False, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None = None, *, claim: Claim, **kwargs: Any) -> None:
        initial = {"words": claim.text, "start": claim.start, "typed": claim.typed}
        stands = actions.reading_values(claim)
        super().__init__(data, article=claim.article, initial=initial, stands=stands, **kwargs)
        self.fields["start"].label = _("Place in the text")

    def _merge(self, overtaken: Overtaken) -> bool:
        data = self.cleaned_data
        data["reading"] = spell_claim(read_span(self.article, data["span"], data["typed"]))
        is_merged = super()._merge(overtaken)
        if is_merged:
            data["span"] = self._find(data)
        self.differences = [replace(item, is_choice=item.name != "reading") for item in self.differences]
        return is_merged


class DateForm(MergingForm):
    """The publication date of an article."""

    published = date_field(gettext_lazy("Published"))
