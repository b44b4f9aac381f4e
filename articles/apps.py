"""The room's configuration: after every `migrate` the database's guards are put in place."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class ArticlesConfig(AppConfig):
    """What they said."""

    name = "articles"
    verbose_name = "Articles"

    def ready(self) -> None:
        """Install the triggers once the tables stand."""
        post_migrate.connect(_install_guards, sender=self, dispatch_uid="articles.guards")


def _install_guards(using: str, **_kwargs: Any) -> None:
    from articles import guards, models

    guards.install(connections[using], models.GUARDS)
