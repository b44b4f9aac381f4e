"""What editors say to one another about a fact, and the phrases in which they give their reasons."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from factsheet.models.fact import Fact


class Comment(models.Model):
    """A remark on a fact for colleagues, append-only; one that is taken back is so by another that names it."""

    fact = models.ForeignKey(Fact, models.PROTECT, related_name="comments")
    text = models.TextField(_("text"), blank=True)
    withdraws = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="withdrawal", verbose_name=_("takes back")
    )
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"))
    at = models.DateTimeField(_("when"))

    class Meta:
        # The thread of a fact is read by the index of its key.
        ordering = ["fact", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(text="", withdraws__isnull=False) | ~Q(text="") & Q(withdraws__isnull=True),
                name="comment_says_or_takes_back",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Phrase(models.Model):
    """A reason that editors often give for a decision, offered wherever a rationale is written."""

    text = models.CharField(_("text"), max_length=300, unique=True)
    position = models.PositiveSmallIntegerField(
        _("position"), default=100, help_text=_("Those with low numbers are offered first.")
    )

    class Meta:
        ordering = ["position", "text"]
        verbose_name = _("phrase for rationales")
        verbose_name_plural = _("phrases for rationales")

    def __str__(self) -> str:
        return self.text
