"""Listening to allauth."""

from __future__ import annotations

from django.apps import AppConfig


class IdentityConfig(AppConfig):
    """Second factors and a provider's sign-in; it has no tables of its own."""

    name = "factsheet.identity"

    def ready(self) -> None:
        """Connect what is noted of them."""
        from factsheet.identity import records

        records.listen()
