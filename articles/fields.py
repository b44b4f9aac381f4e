"""Database fields that Django does not bring."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    _Field = models.Field[Decimal | str | int | None, Decimal | None]
else:
    _Field = models.Field


class ExactDecimalField(_Field):
    """A decimal kept to the last digit on every database.

    Django's own field is a binary float on SQLite beyond 15 digits and pads every value to a fixed scale. This one is
    `numeric` on PostgreSQL and text on SQLite, where a comparison has to cast it (see `ValueFields.Meta.constraints`).
    """

    description = "A decimal number of any precision"

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """The column type on this database."""
        return "numeric" if connection.vendor == "postgresql" else "text"

    def from_db_value(self, value: Any, _expression: object, _connection: object) -> Decimal | None:
        """The stored value as a `Decimal`."""
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Decimal | None:
        """The value as a `Decimal`; a text that is no finite number is a validation error."""
        if value is None or value == "":
            return None
        try:
            number = Decimal(value)
        except (InvalidOperation, TypeError, ValueError):
            number = Decimal("NaN")
        if not number.is_finite():
            raise ValidationError(_("“%(value)s” is not a number."), code="invalid", params={"value": value})
        return number

    def get_prep_value(self, value: Any) -> str | Decimal | None:
        """The value in plain notation, without an exponent."""
        number = self.to_python(super().get_prep_value(value))
        return None if number is None else Decimal(f"{number:f}")

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        """The parameter to send: a `Decimal` to PostgreSQL, its text to SQLite."""
        value = super().get_db_prep_value(value, connection, prepared)
        return value if value is None or connection.vendor == "postgresql" else f"{value:f}"

    def value_to_string(self, obj: models.Model) -> str:
        """The value for a serialised fixture."""
        value = self.value_from_object(obj)
        return "" if value is None else f"{value:f}"

    def formfield(self, **kwargs: Any) -> Any:
        """A text box: a number input would round what a browser cannot hold."""
        return super().formfield(**{"form_class": forms.DecimalField, "widget": forms.TextInput, **kwargs})
