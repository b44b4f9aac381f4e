"""The fact sheet, the dossier on one event, and the articles in it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import Article


class FactSheet(models.Model):
    """The dossier on one event: its articles and its facts."""

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "in_review", _("in review")
        APPROVED = "approved", _("approved")
        PUBLISHED = "published", _("published")
        CORRECTED = "corrected", _("corrected")
        WITHDRAWN = "withdrawn", _("withdrawn")

    title = models.CharField(_("title"), max_length=200)
    slug = models.SlugField(_("address"), max_length=80, unique=True)
    summary = models.TextField(_("summary"), blank=True)
    language = models.CharField(_("language"), max_length=12, default="en")
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    articles: models.ManyToManyField[Article, SheetArticle] = models.ManyToManyField(
        Article, through="SheetArticle", related_name="sheets", verbose_name=_("articles")
    )
    confidential = models.BooleanField(_("confidential"), default=False, help_text=_("Seen by its members alone."))
    created_at = models.DateTimeField(_("created"))
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    changed_at = models.DateTimeField(_("last changed"))
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("approved by")
    )
    approved_sha256 = models.CharField(
        max_length=64, blank=True, help_text=_("Of the lines as they were approved; empty where they are not.")
    )
    # Kept by `actions.recount`, so that the desk reads one row a sheet however large the sheet is.
    facts_open = models.PositiveIntegerField(_("open facts"), default=0)
    facts_decided = models.PositiveIntegerField(_("decided facts"), default=0)
    facts_in_conflict = models.PositiveIntegerField(_("open conflicts"), default=0)
    facts_challenged = models.PositiveIntegerField(_("challenged facts"), default=0)
    facts_mismatched = models.PositiveIntegerField(_("facts that do not add up"), default=0)
    claims_to_sort = models.PositiveIntegerField(_("claims to sort"), default=0)
    lookup_version = models.PositiveSmallIntegerField(
        default=0, help_text=_("By which version of the program its marks and terms were made; 0 where there are none.")
    )
    lookup_until = models.PositiveIntegerField(
        default=0, help_text=_("Up to which position its articles are among its marks and terms.")
    )

    class Meta:
        ordering = ["-changed_at", "-id"]
        indexes = [
            # The desk, newest first, paged by key.
            models.Index(fields=["-changed_at", "-id"], name="sheet_by_change"),
            models.Index(fields=["state", "-changed_at", "-id"], name="sheet_by_state"),
        ]
        permissions = [
            ("submit_factsheet", "Can submit a sheet for review"),
            ("approve_factsheet", "Can approve a sheet or send it back"),
            ("publish_factsheet", "Can publish an approved sheet"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The address of the sheet's matrix."""
        return reverse("matrix", args=[self.slug])


class SheetArticle(models.Model):
    """An article in a sheet, with the origin it was traced to: copies of one text share one number.

    What an editor says of it stands against what is traced: that it is the origin of another article, or its own.
    """

    class Ruling(models.TextChoices):
        TRACED = "", _("as the program traces it")
        ALONE = "alone", _("an origin of its own")
        WITH = "with", _("the origin of another article")

    sheet = models.ForeignKey(FactSheet, models.PROTECT, related_name="entries")
    article = models.ForeignKey(Article, models.PROTECT, related_name="entries")
    position = models.PositiveIntegerField(_("position"))
    origin = models.PositiveIntegerField(_("origin"))
    origin_reason = models.CharField(_("why this origin"), max_length=300, blank=True)
    origin_ruling = models.CharField(
        _("an editor's word on it"), max_length=5, choices=Ruling, default=Ruling.TRACED, blank=True
    )
    origin_with = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("whose origin")
    )
    origin_because = models.CharField(_("why an editor says so"), max_length=200, blank=True)
    added_at = models.DateTimeField(_("added"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["sheet", "position"]
        verbose_name = _("article of a sheet")
        verbose_name_plural = _("articles of a sheet")
        constraints = [
            models.UniqueConstraint(fields=["sheet", "article"], name="article_once_in_sheet"),
            models.UniqueConstraint(fields=["sheet", "position"], name="position_once_in_sheet"),
            models.CheckConstraint(
                condition=Q(origin_ruling="") | ~Q(origin_because=""), name="origin_ruled_with_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(origin_ruling="with", origin_with__isnull=False)
                | ~Q(origin_ruling="with") & Q(origin_with__isnull=True),
                name="origin_of_another_names_it",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sheet}: {self.article}"
