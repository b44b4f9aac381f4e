"""What speaks against answers that are given, and where those answers stand in print."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from factsheet.models.edition import ApiToken, Edition
from factsheet.models.fact import Evidence, Fact


class Challenge(models.Model):
    """A claim that speaks against an answer, and that nobody weighed it against yet.

    A claim in its own right, or one on which the answer rested and which a newer version of its article changed or
    withdrew. It is there for as long as that is so; when it came, and how it was answered, stands in the log for good.
    """

    fact = models.ForeignKey(Fact, models.CASCADE, related_name="challenges")
    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="+")
    at = models.DateTimeField(_("when"))

    class Meta:
        ordering = ["fact", "id"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["fact", "evidence"], name="challenge_once")]

    def __str__(self) -> str:
        return f"{self.fact}: {self.evidence}"


class EditionLine(models.Model):
    """Which facts an edition prints, and in which words: an index into the bytes of editions, written with each."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="lines")
    # No foreign key: what is printed stays printed, whatever becomes of the fact.
    fact_key = models.BigIntegerField()
    words = models.CharField(
        _("answer"), max_length=500, blank=True, help_text=_("As it is printed; empty where nothing is established.")
    )

    class Meta:
        ordering = ["edition", "id"]
        default_permissions = ()
        constraints = [
            # Also finds the editions in which a fact stands.
            models.UniqueConstraint(fields=["fact_key", "edition"], name="edition_line_once"),
        ]

    def __str__(self) -> str:
        return self.words


class Delivery(models.Model):
    """That a system fetched an edition: when first and last, and how often.

    Written after the answer is sent; whoever looks at an edition on the screens is no delivery.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="deliveries")
    token = models.ForeignKey(ApiToken, models.PROTECT, related_name="deliveries", verbose_name=_("system"))
    first_at = models.DateTimeField(_("first fetched"))
    last_at = models.DateTimeField(_("last fetched"))
    sent = models.PositiveIntegerField(_("sent"), default=0, help_text=_("How often the whole edition was sent."))
    confirmed = models.PositiveIntegerField(
        _("confirmed"), default=0, help_text=_("How often the system had it already and was told that it still holds.")
    )

    class Meta:
        ordering = ["edition", "first_at", "id"]
        default_permissions = ()
        verbose_name_plural = _("deliveries")
        constraints = [models.UniqueConstraint(fields=["edition", "token"], name="delivery_once_per_system")]

    def __str__(self) -> str:
        return f"{self.edition}: {self.token.name}"
