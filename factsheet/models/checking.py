"""How the newsroom wants facts suggested, and which answers of a sheet cannot all be true."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import KIND_CHOICES
from factsheet.models.fact import Evidence, Fact
from factsheet.models.sheet import FactSheet
from factsheet.reconcile import Policy

POLICY_CHOICES = [
    (Policy.MOST_ORIGINS.value, _("most independent origins")),
    (Policy.MOST_AUTHORITATIVE.value, _("most authoritative")),
    (Policy.MOST_RECENT.value, _("most recent")),
    (Policy.CONSERVATIVE.value, _("conservative")),
    (Policy.RANGE.value, _("range")),
    (Policy.LEAVE_OPEN.value, _("leave open")),
]


class PolicyChoice(models.Model):
    """By which policy an answer is suggested for facts of one kind; most origins where nothing is chosen."""

    kind = models.CharField(_("kind of fact"), max_length=10, choices=KIND_CHOICES, unique=True)
    policy = models.CharField(
        _("policy"),
        max_length=20,
        choices=POLICY_CHOICES,
        default=Policy.MOST_ORIGINS,
        help_text=_("An open fact follows a new choice when its evidence changes next."),
    )

    class Meta:
        ordering = ["kind"]
        verbose_name = _("policy for a kind of fact")
        verbose_name_plural = _("policies by kind of fact")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_policy_display()}"


class Mismatch(models.Model):
    """Facts of a sheet whose answers cannot all be true, as a sentence of an article ties them."""

    sheet = models.ForeignKey(FactSheet, models.CASCADE, related_name="mismatches")
    facts: models.ManyToManyField[Fact, models.Model] = models.ManyToManyField(Fact, related_name="mismatches")
    kind = models.CharField(max_length=8)
    reason = models.TextField()
    # The claim that ties them, and the sentence it stands in.
    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="+")
    sentence = models.TextField()

    class Meta:
        ordering = ["sheet", "id"]
        verbose_name_plural = _("mismatches")

    def __str__(self) -> str:
        return self.reason


# A row for each fact that a mismatch is about.
MismatchedFact: Any = Mismatch.facts.through
