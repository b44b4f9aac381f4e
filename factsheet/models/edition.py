"""A published edition, and the tokens by which the newsroom's systems fetch it."""

from __future__ import annotations

import hashlib
import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from factsheet.models.sheet import FactSheet


class Edition(models.Model):
    """A published, numbered, immutable snapshot of a sheet, stored as the exact bytes that are served."""

    class Kind(models.TextChoices):
        """Why there is another edition; the words that newsrooms have for it."""

        CORRECTION = "correction", _("correction")
        CLARIFICATION = "clarification", _("clarification")
        UPDATE = "update", _("update")
        WITHDRAWAL = "withdrawal", _("withdrawal")

    sheet = models.ForeignKey(FactSheet, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(_("number"))
    body = models.BinaryField(help_text=_("JSON in UTF-8, served as it is."))
    sha256 = models.CharField(max_length=64, help_text=_("Of the body."))
    previous_sha256 = models.CharField(
        max_length=64, blank=True, help_text=_("Of the edition before; empty for the first.")
    )
    kind = models.CharField(
        _("kind"),
        max_length=13,
        choices=Kind,
        blank=True,
        help_text=_("Why it replaces the one before; empty for the first, and where that was not kept yet."),
    )
    note = models.TextField(_("note"), blank=True, help_text=_("What was corrected, for readers."))
    published_at = models.DateTimeField(_("published"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("published by")
    )

    class Meta:
        ordering = ["sheet", "-number"]
        # The admin's date hierarchy reads the first and the last day.
        indexes = [
            models.Index(fields=["published_at"], name="edition_by_day"),
            # The list of corrections, newest first, paged by key.
            models.Index(fields=["-published_at", "-id"], name="edition_corrections", condition=~Q(kind="")),
        ]
        constraints = [
            # Also serves the newest edition of a sheet.
            models.UniqueConstraint(fields=["sheet", "number"], name="edition_number_unique"),
            models.UniqueConstraint(fields=["sheet", "previous_sha256"], name="edition_chain_never_forks"),
            models.CheckConstraint(
                condition=Q(number=1, previous_sha256="") | (Q(number__gt=1) & ~Q(previous_sha256="")),
                name="edition_chained_to_the_one_before",
            ),
            models.CheckConstraint(
                condition=Q(kind="") | Q(number__gt=1) & ~Q(note=""), name="edition_replaces_another_with_a_note"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sheet}, edition {self.number}"

    def get_absolute_url(self) -> str:
        """The address of the edition as readers get it."""
        return reverse("edition", args=[self.sheet.slug, self.number])


class ApiToken(models.Model):
    """A secret by which one system reads editions; only its SHA-256 is kept, so it is shown once."""

    PREFIX = "fs_"

    name = models.CharField(_("name"), max_length=100, unique=True, help_text=_("Which system uses it."))
    hint = models.CharField(_("begins with"), max_length=12)
    sha256 = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(_("created"))
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("API token")

    def __str__(self) -> str:
        return f"{self.name} ({self.hint}…)"

    @classmethod
    def draw_secret(cls) -> str:
        """A new secret of 256 random bits, with a prefix by which scanners know it."""
        return cls.PREFIX + secrets.token_urlsafe(32)

    @staticmethod
    def digest(secret: str) -> str:
        """The SHA-256 under which a secret is kept; it needs no salt, since the secret is random."""
        return hashlib.sha256(secret.encode()).hexdigest()
