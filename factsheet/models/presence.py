"""Who is on which sheet just now, and on which of its facts: rows that live for a minute, and no part of any record."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from factsheet.models.sheet import FactSheet


class Presence(models.Model):
    """That somebody has a sheet open. The fact is a number alone: it may be gone before the row is."""

    sheet = models.ForeignKey(FactSheet, models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    fact_id = models.BigIntegerField(null=True)
    seen_at = models.DateTimeField(_("last seen"))

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["sheet", "person"], name="presence_once")]
        indexes = [
            # What is over is deleted.
            models.Index(fields=["seen_at"], name="presence_over"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.sheet}"
