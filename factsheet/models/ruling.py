"""What editors said of which claim belongs to which fact, append-only."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from factsheet.models.activity import Act
from factsheet.models.fact import Evidence, Fact


class Ruling(models.Model):
    """An editor's word on whether a claim belongs to a fact; of several on both, the newest counts.

    Two claims of which the newest words say that they belong to one fact are kept together, also when that fact is
    gone; a claim is never proposed for a fact that it was told apart from.
    """

    class Word(models.TextChoices):
        TOGETHER = "together", _("belongs here")
        APART = "apart", _("does not belong here")
        OPEN = "open", _("nothing said any more")

    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="rulings")
    # A proposed fact goes with its last claim; what was said of it stays.
    fact = models.ForeignKey(Fact, models.DO_NOTHING, related_name="rulings", db_constraint=False)
    word = models.CharField(_("word"), max_length=8, choices=Word)
    act = models.CharField(_("act"), max_length=32, choices=Act, help_text=_("By which it was said."))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who"))
    at = models.DateTimeField(_("when"))

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.evidence_id} {self.get_word_display()}: {self.fact_id}"
