"""Who comes in with a name and a password, and who is not even asked for a while."""

from __future__ import annotations

from typing import Any

from axes.backends import AxesStandaloneBackend
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from django.http import HttpRequest


class PasswordBackend(AxesStandaloneBackend, ModelBackend):  # type: ignore[misc]
    """Django's own accounts and permissions, behind a count of wrong passwords.

    It is one backend, where django-axes proposes two, since with several Django asks everywhere which is meant.
    """

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        """The person of this name and password, or None.

        Raises:
            PermissionDenied: after too many wrong passwords, whatever the password.
        """
        AxesStandaloneBackend.authenticate(self, request, username, password, **kwargs)
        user = ModelBackend.authenticate(self, request, username, password, **kwargs)
        assert user is None or isinstance(user, User)
        return user
