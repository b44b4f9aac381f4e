"""The log of every act, append-only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from factsheet.channel import ADMIN, API, COMMAND, SHELL, WEB
from factsheet.models.sealing import describe_act, seal, to_plain_json
from factsheet.models.sheet import FactSheet


class Act(models.TextChoices):
    """The stable codes of what people and commands do."""

    SHEET_CREATED = "sheet.created", _("created the sheet")
    SHEET_CHANGED = "sheet.changed", _("changed the title or the summary")
    SHEET_CONFIDED = "sheet.confided", _("made the sheet confidential")
    SHEET_OPENED = "sheet.opened", _("opened the sheet to the whole newsroom")
    MEMBER_ADDED = "member.added", _("let somebody see the sheet")
    MEMBER_REMOVED = "member.removed", _("kept somebody out of the sheet")
    ARTICLE_ADDED = "article.added", _("took in an article")
    ARTICLE_REVISED = "article.revised", _("took in a newer version of an article")
    ARTICLE_SEPARATED = "article.separated", _("let both versions of an article count again")
    ARTICLE_DESCRIBED = "article.described", _("corrected what is known about an article")
    ARTICLE_DATED = "article.dated", _("set the publication date")
    ARTICLE_TRACED = "article.traced", _("corrected the origin of an article")
    ARTICLE_TRIMMED = "article.trimmed", _("took a paragraph out of an article")
    ARTICLE_RESTORED = "article.restored", _("put a paragraph back into an article")
    FACT_CREATED = "fact.created", _("added a fact")
    FACT_CHANGED = "fact.changed", _("changed a fact")
    FACT_MOVED = "fact.moved", _("moved a fact on the sheet")
    FACT_SPLIT = "fact.split", _("split a fact by scope")
    FACT_MERGED = "fact.merged", _("merged two facts")
    FACT_ASSIGNED = "fact.assigned", _("assigned a fact")
    FACT_COMMENTED = "fact.commented", _("commented on a fact")
    COMMENT_WITHDRAWN = "comment.withdrawn", _("took back a comment")
    FACT_SETTLED = "fact.settled", _("settled a fact")
    FACT_DISPUTED = "fact.disputed", _("marked a fact disputed")
    FACT_NOT_ESTABLISHED = "fact.not_established", _("marked a fact not established")
    FACT_LEFT_OUT = "fact.left_out", _("left a fact out")
    FACT_REOPENED = "fact.reopened", _("reopened a fact")
    FACT_CHALLENGED = "fact.challenged", _("brought a claim that challenges a fact")
    FACT_KEPT = "fact.kept", _("kept an answer that was challenged")
    CLAIM_MADE = "claim.made", _("made a claim by hand")
    CLAIM_CORRECTED = "claim.corrected", _("corrected how a claim is read")
    CLAIM_ACCEPTED = "claim.accepted", _("accepted a claim")
    CLAIM_PLACED = "claim.placed", _("placed a claim")
    CLAIM_REJECTED = "claim.rejected", _("rejected a claim")
    CLAIM_RESTORED = "claim.restored", _("restored a claim")
    EVIDENCE_WEIGHED = "evidence.weighed", _("weighed a piece of evidence")
    SHEET_SUBMITTED = "sheet.submitted", _("submitted the sheet for review")
    SHEET_SENT_BACK = "sheet.sent_back", _("sent the sheet back")
    LINES_APPROVED = "lines.approved", _("approved lines of the sheet")
    SHEET_APPROVED = "sheet.approved", _("approved the sheet")
    SHEET_PUBLISHED = "sheet.published", _("published the sheet")
    SHEET_WITHDRAWN = "sheet.withdrawn", _("withdrew the sheet")
    POLICY_CHOSEN = "policy.chosen", _("chose how answers are suggested")
    PHRASE_CHANGED = "phrase.changed", _("changed a phrase for rationales")
    TOKEN_CREATED = "token.created", _("made an API token")
    TOKEN_REVOKED = "token.revoked", _("revoked an API token")
    PERSON_SIGNED_IN = "person.signed_in", _("signed in")
    PERSON_SIGNED_OUT = "person.signed_out", _("signed out")
    PERSON_REFUSED = "person.refused", _("was refused at the sign-in")
    SESSIONS_ENDED = "person.sessions_ended", _("signed out elsewhere")
    PASSWORD_CHANGED = "person.password_changed", _("changed the password")
    PASSWORD_GIVEN = "person.password_given", _("gave somebody a password")
    FACTORS_CHANGED = "person.factors_changed", _("changed a second factor")
    PROVIDER_CHANGED = "person.provider_changed", _("changed whether the newsroom’s own sign-in lets somebody in")
    PERSON_PSEUDONYMISED = "person.pseudonymised", _("replaced a person's name")


CHANNELS = {
    WEB: _("on the screens"),
    ADMIN: _("in the admin"),
    API: _("by the API"),
    SHELL: _("by hand on the server"),
}
"""In words, from where an act came; commands are named by themselves."""


class ActivityManager(models.Manager["Activity"]):
    """The log, which grows at the end of each chain."""

    def append(self, **fields: Any) -> Activity:
        """Write the next line of a chain; the caller holds the lock of the sheet, or of what belongs to none."""
        return self.append_all([self.model(**fields)])[0]

    def append_all(self, rows: Sequence[Activity]) -> Sequence[Activity]:
        """Write the next lines of one chain, which is locked as above; two queries, however many they are."""
        chain = rows[0].sheet_id or 0
        newest = self.filter(chain=chain).order_by("-number").values_list("number", "sha256").first()
        last, previous = newest or (0, "")
        for number, row in enumerate(rows, start=last + 1):
            row.details = to_plain_json(row.details)
            row.chain, row.number, row.previous_sha256 = chain, number, previous
            row.sha256 = previous = seal(describe_act(row))
        return self.bulk_create(rows)


class Activity(models.Model):
    """One act: who, what, on what, when, from where, with the details that a reader of the log needs.

    The acts on a sheet are one chain, those that belong to no sheet another, by `factsheet.models.sealing`. People are
    kept by their keys alone, so that a name can be replaced without breaking a chain.
    """

    sheet = models.ForeignKey(FactSheet, models.PROTECT, null=True, blank=True, related_name="activity")
    act = models.CharField(_("act"), max_length=32, choices=Act)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who"),
        help_text=_("Empty for a command on the server."),
    )
    subject = models.CharField(_("on what"), max_length=500, blank=True, help_text=_("As it was named at the time."))
    # Which row, for the link: "fact", 12.
    subject_type = models.CharField(max_length=20, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    details = models.JSONField(default=dict, blank=True, help_text=_("With what was before and after."))
    at = models.DateTimeField(_("when"))
    channel = models.CharField(
        _("from where"), max_length=40, blank=True, help_text=_("Empty for acts from before this was kept.")
    )
    # The only column that may change: to nothing, when somebody's traces are erased.
    address = models.GenericIPAddressField(_("network address"), null=True, blank=True)
    # The key of the sheet, 0 for what belongs to none.
    chain = models.PositiveBigIntegerField()
    number = models.PositiveBigIntegerField(_("number"), help_text=_("In its chain, from 1."))
    previous_sha256 = models.CharField(
        max_length=64, blank=True, help_text=_("Of the act before; empty for the first.")
    )
    sha256 = models.CharField(max_length=64)

    objects = ActivityManager()

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = _("activity")
        indexes = [
            # The activity of a sheet, newest first, paged by key.
            models.Index(fields=["sheet", "-id"], name="activity_of_sheet"),
            # The history of one fact or claim.
            models.Index(fields=["subject_type", "subject_id", "-id"], name="activity_of_subject"),
        ]
        constraints = [
            # Also finds the newest of a chain.
            models.UniqueConstraint(fields=["chain", "number"], name="activity_chain_never_forks"),
            models.CheckConstraint(
                condition=Q(sheet__isnull=True, chain=0) | Q(sheet__isnull=False, chain=F("sheet")),
                name="activity_in_the_chain_of_its_sheet",
            ),
            models.CheckConstraint(
                condition=Q(number=1, previous_sha256="") | (Q(number__gt=1) & ~Q(previous_sha256="")),
                name="activity_chained_to_the_one_before",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.subject}"

    @property
    def came(self) -> str:
        """From where the act came, in words; empty where that was not kept yet."""
        return str(CHANNELS.get(self.channel, self.channel.removeprefix(COMMAND)))

    @property
    def done(self) -> str:
        """What was done, with the number where it was done to many claims at once."""
        n = self.details.get("claims_sorted", 1)
        match self.act if n > 1 else "":
            case Act.CLAIM_ACCEPTED:
                words = ngettext("accepted %(n)s claim", "accepted %(n)s claims", n)
            case Act.CLAIM_PLACED:
                words = ngettext("placed %(n)s claim", "placed %(n)s claims", n)
            case Act.CLAIM_REJECTED:
                words = ngettext("rejected %(n)s claim", "rejected %(n)s claims", n)
            case Act.CLAIM_RESTORED:
                words = ngettext("restored %(n)s claim", "restored %(n)s claims", n)
            case _:
                # As `get_act_display`, which puts every code into words to find one.
                return str(Act(self.act).label)
        return words % {"n": n}
