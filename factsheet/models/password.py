"""Passwords that somebody else knows."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class GivenPassword(models.Model):
    """The password of this account was chosen by an administrator, and by nobody's own hand since.

    It lets its owner in to choose another, for some days (`GIVEN_PASSWORD_DAYS`).
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.user}: {self.at:%Y-%m-%d}"
