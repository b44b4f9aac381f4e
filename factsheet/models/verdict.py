"""What those who review a sheet say of each of its lines, as it would be printed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from factsheet.models.discussion import Comment
from factsheet.models.fact import Fact
from factsheet.models.sheet import FactSheet


class LineVerdict(models.Model):
    """A reviewer's word on one line, append-only: the newest on a line holds, for as long as the line stays the same.

    Which line it is about is said by the digest of what would be printed (`factsheet.export.lines`): a line that
    changes has another, and so no verdict.
    """

    class Word(models.TextChoices):
        APPROVED = "approved", _("approved")
        SENT_BACK = "sent_back", _("sent back")

    sheet = models.ForeignKey(FactSheet, models.PROTECT, related_name="verdicts")
    fact = models.ForeignKey(
        Fact, models.PROTECT, null=True, blank=True, related_name="+", help_text=_("Empty for the title and summary.")
    )
    sha256 = models.CharField(max_length=64, help_text=_("Of the line as it would be printed."))
    word = models.CharField(_("verdict"), max_length=9, choices=Word)
    own = models.BooleanField(
        _("of one's own work"),
        default=False,
        help_text=_("Whoever approved it had settled or changed it; only where the desk goes without a second look."),
    )
    comment = models.ForeignKey(Comment, models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who"))
    at = models.DateTimeField(_("when"))

    class Meta:
        ordering = ["sheet", "id"]
        # Given and read in the review alone, by the permissions that a sheet has.
        default_permissions = ()
        verbose_name = _("verdict on a line")
        verbose_name_plural = _("verdicts on lines")
        # The review looks the verdicts on its lines up by what they say.
        indexes = [models.Index(fields=["sheet", "sha256"], name="verdict_on_line")]
        constraints = [
            models.CheckConstraint(
                condition=Q(word="approved", comment__isnull=True)
                | Q(word="sent_back", comment__isnull=False, fact__isnull=False, own=False),
                name="verdict_sent_back_with_a_comment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fact or self.sheet}: {self.get_word_display()}"
