"""What the databases say when a constraint of a model bites."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db import connection
from django.db.models import CheckConstraint, Model, UniqueConstraint


def read_constraints(models: Iterable[type[Model]]) -> dict[str, str]:
    """Every constraint of the models with a pattern of the error that it alone raises on the database in use.

    The name of a field's own uniqueness is the model's and the field's: "article.sha256".
    """
    found: dict[str, str] = {}
    for model in models:
        meta = model._meta
        for constraint in meta.constraints:
            columns = tuple(str(meta.get_field(name).column) for name in getattr(constraint, "fields", ()))  # type: ignore[union-attr]
            assert isinstance(constraint, CheckConstraint | UniqueConstraint)
            found[constraint.name] = _pattern(model, constraint.name, columns)
        for field in meta.concrete_fields:
            if field.unique and not field.primary_key:
                pattern = _pattern(model, f"{meta.db_table}_{field.column}", (str(field.column),))
                found[f"{meta.model_name}.{field.name}"] = pattern
    return found


def _pattern(model: type[Model], name: str, columns: tuple[str, ...]) -> str:
    # SQLite names a unique constraint by its columns, and everything else by its name, as PostgreSQL does.
    if connection.vendor == "sqlite" and columns:
        table = model._meta.db_table
        return "UNIQUE constraint failed: " + re.escape(", ".join(f"{table}.{column}" for column in columns)) + "$"
    return rf"\b{name}"
