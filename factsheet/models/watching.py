"""Who watches which sheet, what they are told of it, and what waits to be sent to them by mail."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from factsheet.models.activity import Activity
from factsheet.models.sheet import FactSheet


class Watch(models.Model):
    """That somebody watches a sheet, or did and wants no more of it; whoever works on it does so unasked."""

    sheet = models.ForeignKey(FactSheet, models.CASCADE, related_name="watches")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    stopped = models.BooleanField(_("stopped"), default=False)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["sheet", "person"], name="watch_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.sheet}"


class Notice(models.Model):
    """That somebody is told of an act: what it was stands in the log."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    activity = models.ForeignKey(Activity, models.CASCADE, related_name="+")
    at = models.DateTimeField(_("when"))
    read_at = models.DateTimeField(_("read"), null=True, blank=True)

    class Meta:
        ordering = ["person", "-id"]
        default_permissions = ()
        indexes = [
            # The page of notices, newest first, paged by key.
            models.Index(fields=["person", "-id"], name="notice_of_person"),
            # Their number on every page.
            models.Index(fields=["person"], name="notice_unread", condition=Q(read_at__isnull=True)),
            # What a mail tells of.
            models.Index(fields=["person", "at"], name="notice_of_mail"),
        ]
        constraints = [models.UniqueConstraint(fields=["activity", "person"], name="notice_once")]

    def __str__(self) -> str:
        return str(self.activity)


class Letter(models.Model):
    """A mail that waits to be sent: it tells somebody of everything that one act did, at one moment.

    It is written when it is sent, from the notices of that moment, and gone afterwards.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField(_("when"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    tried_at = models.DateTimeField(_("last tried"), null=True, blank=True)
    error = models.CharField(_("what went wrong"), max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["person", "at"], name="letter_once_per_act")]

    def __str__(self) -> str:
        return f"{self.person}, {self.at:%Y-%m-%d %H:%M}"


class MailWish(models.Model):
    """How somebody wants mail of what they watch; who never said that they want none gets it.

    Its language is the one that they last chose for pages; none is known of who has not been here yet.
    """

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    is_off = models.BooleanField(_("no mail"), default=False)
    language = models.CharField(_("language"), max_length=10, blank=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        # gettext looks for no message within an f-string.
        chosen = _("no mail") if self.is_off else _("mail")
        return f"{self.person}: {chosen}"
