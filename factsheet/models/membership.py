"""Who sees a confidential sheet. A sheet that is not confidential is seen by everybody whose role sees sheets."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from factsheet.models.edition import ApiToken
from factsheet.models.sheet import FactSheet, SheetArticle

Reader = User | AnonymousUser | ApiToken
"""Who reads: a colleague, or a system by its token."""


class Membership(models.Model):
    """A colleague or a system that is let in to a confidential sheet. Who was when is told by the log."""

    sheet = models.ForeignKey(FactSheet, models.CASCADE, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="memberships"
    )
    token = models.ForeignKey(ApiToken, models.CASCADE, null=True, blank=True, related_name="memberships")
    added_at = models.DateTimeField(_("added"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        default_permissions = ()
        constraints = [
            # Each also finds the sheets that somebody sees.
            models.UniqueConstraint(fields=["user", "sheet"], name="member_once_in_sheet"),
            models.UniqueConstraint(fields=["token", "sheet"], name="token_once_in_sheet"),
            models.CheckConstraint(
                condition=Q(user__isnull=False, token__isnull=True) | Q(user__isnull=True, token__isnull=False),
                name="member_is_a_person_or_a_system",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sheet}: {self.user or self.token}"


def seen_by(reader: Reader, path: str = "") -> Q:
    """The condition on rows that their sheet, at the end of `path` ("fact__sheet"), is one that somebody sees.

    It is the one rule for all screens, lists, searches and feeds, administrators included: a newsroom's secret is kept
    from those who run its machines as well. Only who has the server itself can let somebody in from outside.
    """
    is_open = Q(**{f"{path}__confidential" if path else "confidential": False})
    if reader.pk is None:
        return is_open
    who = {"token": reader.pk} if isinstance(reader, ApiToken) else {"user": reader.pk}
    return is_open | Q(**{f"{path or 'pk'}__in": Membership.objects.filter(**who).values("sheet")})


def visible_sheets(reader: Reader) -> QuerySet[FactSheet]:
    """The sheets that somebody sees."""
    return FactSheet.objects.filter(seen_by(reader))


def visible_articles(reader: Reader) -> QuerySet[Article]:
    """The articles of the sheets that somebody sees, and those of none: what an open sheet holds is no secret."""
    held = SheetArticle.objects.filter(article=OuterRef("pk"))
    return Article.objects.filter(~Exists(held) | Exists(held.filter(seen_by(reader, "sheet"))))
