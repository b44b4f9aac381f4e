"""Who is signed in where."""

from __future__ import annotations

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Session(AbstractBaseSession):
    """A browser's session, of a person once somebody signed in there; `factsheet.sessions` writes it.

    `expire_date` is when it ends unless it is used again.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+", db_index=False
    )
    began = models.DateTimeField(null=True, blank=True)
    seen = models.DateTimeField(null=True, blank=True)

    class Meta(AbstractBaseSession.Meta):
        abstract = False
        # Whoever is signed in sees and ends their own; nobody is permitted anything over those of others.
        default_permissions = ()
        indexes = [
            # The sessions of one person, for the page that shows and ends them.
            models.Index(fields=["user", "-seen"], name="session_of_user"),
        ]
