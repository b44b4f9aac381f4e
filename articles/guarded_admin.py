"""Forms of the admin that lose no save: of two who have a row open, the second is told what the first changed.

As it ships, the admin writes the whole row as each form shows it, so the second save takes the first one back, unseen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.core import signing
from django.db.models import Field, Manager, ManyToManyField, Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Any]
    _ModelForm = forms.ModelForm[Any]
else:
    _ModelAdmin, _ModelForm = admin.ModelAdmin, forms.ModelForm

Values = dict[str, str | list[str] | None]

SECRET = frozenset({"password"})
"""What no form carries, not even as a digest of itself: no form of a row changes it."""

OVERTAKEN = 409


class GuardedForm(_ModelForm):
    """Refuses to save over what somebody else changed while the form was open.

    It carries the values that it was drawn with, signed, and compares them with the row, held until the save. Where
    they differ it comes back with what was typed, says of each field what it was and what it is now, and shows what
    stands in fields that were left alone; sent once more it saves.
    """

    drawn_from = forms.CharField(widget=forms.HiddenInput, required=False)
    is_overtaken = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            self.initial["drawn_from"] = self._sign(self._read(self.instance))

    def clean(self) -> dict[str, Any] | None:
        """Compare the row as it stands with the one the form was drawn from."""
        cleaned = super().clean()
        if self.instance.pk is not None:
            rows = self.instance._meta.default_manager.select_for_update(of=("self",))
            row = rows.filter(pk=self.instance.pk).first()
            if row is None:
                self.is_overtaken = True
                self.add_error(None, _("Somebody deleted this while you had it open."))
            else:
                self._compare(row)
        return cleaned

    @property
    def changed_fields(self) -> list[str]:
        """The names of the row's fields whose value is another now."""
        return [name for name in self.changed_data if name in self._columns()]

    @property
    def changes(self) -> dict[str, dict[str, Any] | None]:
        """What the form changed, as the log keeps it: each field `before` and `after`; a new row was nothing before.

        Related rows stand by their keys.
        """
        names = self.changed_fields
        before = {name: _say(self.initial.get(name)) for name in names} if "drawn_from" in self.initial else None
        return {"before": before, "after": {name: _say(self.cleaned_data.get(name)) for name in names}}

    def _compare(self, row: Model) -> None:
        stands, was = self._read(row), self._unsign(self.data.get(self.add_prefix("drawn_from"), ""))
        if was == stands:
            return
        self.is_overtaken = True
        data = self.data.copy()  # type: ignore[attr-defined]
        self.data = data
        data[self.add_prefix("drawn_from")] = self._sign(stands)
        if was is None:
            self.add_error(None, _("This form was not sent as it was drawn. Look at it, and send it again."))
            return
        self.add_error(
            None,
            _(
                "Somebody changed this while you had it open. Nothing of yours was saved: compare the fields marked "
                "below, and save again."
            ),
        )
        fresh = type(self)(instance=row, prefix=self.prefix)
        for name in (name for name in stands if stands[name] != was.get(name)):
            if _say(self.cleaned_data.get(name, "")) == was.get(name):
                # Its editor left it alone, so what stands is shown in its place.
                _fill(data, fresh[name])
            told = {"was": _spell(was.get(name)), "now": _spell(stands[name])}
            self.add_error(name, _("It was “%(was)s”; somebody made it “%(now)s”.") % told)

    def _columns(self) -> dict[str, Field[Any, Any] | ManyToManyField[Any, Any]]:
        meta = self._meta.model._meta
        fields = {field.name: field for field in (*meta.concrete_fields, *meta.many_to_many)}
        return {name: field for name, field in fields.items() if name in self.fields and name not in SECRET}

    def _read(self, row: Model) -> Values:
        return {
            name: _say(getattr(row, name)) if field.many_to_many else _say(field.value_from_object(row))
            for name, field in self._columns().items()
        }

    def _sign(self, values: Values) -> str:
        return signing.dumps(values, salt=self._salt, compress=True)

    def _unsign(self, told: str) -> Values | None:
        try:
            values: Values = signing.loads(told, salt=self._salt)
        except signing.BadSignature:
            return None
        return values

    @property
    def _salt(self) -> str:
        """Of one row alone: what was signed for another one says nothing of this."""
        return f"{self._meta.model._meta.label_lower} {self.instance.pk}"


def _say(value: Any) -> Any:
    """A value as JSON tells it: related rows by their keys."""
    if isinstance(value, Manager):
        value = value.all()
    if isinstance(value, QuerySet | list | tuple):
        return sorted(str(_say(item)) for item in value)
    if isinstance(value, Model):
        value = value.pk
    return None if value is None else str(value)


def _spell(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value or "")


def _fill(data: Any, field: forms.BoundField) -> None:
    """Put the value of a field that was drawn anew into what was sent."""
    value, widget = field.value(), field.field.widget
    if isinstance(widget, forms.MultiWidget):
        parts = zip(widget.decompress(value) or [], widget.widgets, strict=True)
        for number, (part, one) in enumerate(parts):
            data[f"{field.html_name}_{number}"] = one.format_value(part) or ""
    elif isinstance(value, list | tuple | QuerySet):
        data.setlist(field.html_name, [str(_say(item)) for item in value])
    elif isinstance(field.field, forms.BooleanField) and not value:
        data.pop(field.html_name, None)
    else:
        data[field.html_name] = "" if value is None else widget.format_value(value) or ""


class GuardedAdmin(_ModelAdmin):
    """An admin whose forms are guarded, whatever form it is given, and which writes only what a form changed."""

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form of the model's admin, guarded where there is a row that somebody else may have open as well."""
        if obj is not None and not issubclass(self.form, GuardedForm):
            kwargs["form"] = type(f"Guarded{self.form.__name__}", (GuardedForm, self.form), {})
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The fields, with the hidden one that guards a change."""
        *others, (name, options) = super().get_fieldsets(request, obj)
        fields = options["fields"]
        if obj is None or "drawn_from" in fields or not self.has_change_permission(request, obj):
            return [*others, (name, options)]
        return [*others, (name, {**options, "fields": [*fields, "drawn_from"]})]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Write a new row whole, and of another only what changed: the rest may have moved on since it was read."""
        if not change:
            super().save_model(request, obj, form, change)
            return
        columns = {field.name for field in obj._meta.concrete_fields}
        if changed := [name for name in form.changed_fields if name in columns]:
            obj.save(update_fields=changed)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page with the form; one that was overtaken says so to programs as well."""
        response = super().render_change_form(request, context, *args, **kwargs)
        if getattr(context["adminform"].form, "is_overtaken", False):
            response.status_code = OVERTAKEN
        return response
