"""The room's configuration: the database's guards after every `migrate`, and the project's own system checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import AppConfig
from django.conf import settings
from django.contrib.auth.signals import user_logged_in
from django.db import connections
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate
from django.http import HttpRequest
from django.utils.timezone import now
from django.utils.translation import get_language

from factsheet.databases import refuse_unsafe

if TYPE_CHECKING:
    from django.contrib.auth.models import User


class FactsheetConfig(AppConfig):
    """What we say."""

    name = "factsheet"
    verbose_name = "Fact sheets"

    def ready(self) -> None:
        """Install the triggers once the tables stand, do what each sign-in begins with, and register the checks."""
        from factsheet import checks  # noqa: F401 - registers itself

        connection_created.connect(refuse_unsafe, dispatch_uid="factsheet.databases")
        user_logged_in.connect(_begin_session, dispatch_uid="factsheet.sessions")
        user_logged_in.connect(_note_language, dispatch_uid="factsheet.language")
        post_migrate.connect(_install_guards, sender=self, dispatch_uid="factsheet.guards")


def _begin_session(request: HttpRequest, user: User, **_kwargs: Any) -> None:
    from factsheet import sessions

    sessions.begin(request.session, user, at=now())


def _note_language(user: User, **_kwargs: Any) -> None:
    from factsheet.actions import watching

    watching.note_language(user, get_language() or settings.LANGUAGE_CODE)


def _install_guards(using: str, **_kwargs: Any) -> None:
    from articles import guards
    from factsheet import models

    guards.install(connections[using], models.GUARDS)
