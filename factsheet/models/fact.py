"""A line of the sheet, the evidence under it, and the decisions on it."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models import KIND_CHOICES, Claim, ValueFields
from factsheet.models.sheet import FactSheet


class Fact(models.Model):
    """One line of the sheet: a question with one answer ("Peacekeepers killed since 2013")."""

    class State(models.TextChoices):
        OPEN = "open", _("open")
        SETTLED = "settled", _("settled")
        DISPUTED = "disputed", _("disputed")
        NOT_ESTABLISHED = "not_established", _("not established")
        LEFT_OUT = "left_out", _("left out")

    class Status(models.TextChoices):
        SINGLE = "single", _("nothing to compare")
        AGREE = "agree", _("agree")
        REVISION = "revision", _("revised over time")
        ROUNDING = "rounding", _("differ by rounding")
        TENSION = "tension", _("in tension")
        CONFLICT = "conflict", _("conflict")

    sheet = models.ForeignKey(FactSheet, models.PROTECT, related_name="facts")
    label = models.CharField(_("label"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=KIND_CHOICES)
    unit = models.CharField(_("unit"), max_length=64, blank=True)
    scope = models.CharField(_("scope"), max_length=200, blank=True)
    as_of = models.DateField(_("as of"), null=True, blank=True)
    heading = models.CharField(_("heading"), max_length=120, blank=True)
    # A fact may wait for a source that nobody has asked yet.
    question = models.CharField(_("question to ask"), max_length=300, blank=True)
    ask_whom = models.CharField(_("whom to ask"), max_length=120, blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("assigned to"),
        help_text=_("Who sees to it; empty where anybody may."),
    )
    position = models.PositiveIntegerField(_("position"))
    proposed = models.BooleanField(
        _("proposed by the program"), default=False, help_text=_("No editor has looked at it yet.")
    )
    state = models.CharField(_("state"), max_length=15, choices=State, default=State.OPEN)
    status = models.CharField(_("status of the evidence"), max_length=8, choices=Status, default=Status.SINGLE)
    challenged_at = models.DateTimeField(
        _("challenged"),
        null=True,
        blank=True,
        help_text=_("When a new claim contradicted the answer; empty when none does."),
    )
    # What the program would answer, with its reasons; null when it keeps silent.
    suggestion = models.JSONField(null=True, blank=True)
    origins = models.PositiveIntegerField(_("origins"), default=0)
    # The decision in force, the newest of `decisions`.
    decision = models.OneToOneField("Decision", models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(
        default=1, help_text=_("Raised by every change, so that two editors cannot overwrite each other.")
    )

    class Meta:
        ordering = ["sheet", "position"]
        indexes = [
            # The rows of the matrix in their order.
            models.Index(fields=["sheet", "position", "id"], name="fact_of_sheet"),
            # The queue of conflicts of a sheet, and the counts the desk keeps.
            models.Index(fields=["sheet", "state", "status"], name="fact_queue"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open") | Q(decision__isnull=False), name="fact_decided_by_a_decision"
            ),
            models.CheckConstraint(
                condition=Q(challenged_at__isnull=True) | ~Q(state="open"), name="fact_challenged_only_when_decided"
            ),
        ]
        permissions = [("settle_fact", "Can settle facts")]

    def __str__(self) -> str:
        return self.label

    def get_absolute_url(self) -> str:
        """The address of the fact's reconcile panel."""
        return reverse("fact", args=[self.sheet.slug, self.pk])

    @property
    def is_agreed(self) -> bool:
        """Whether one act may settle it as suggested: it is open, and all that is said of it can be true at once."""
        return self.state == self.State.OPEN and self.status == self.Status.AGREE

    @property
    def can_be_accepted(self) -> bool:
        """Whether all agree, and the program says on what."""
        return self.is_agreed and "text" in (self.suggestion or {})

    @property
    def is_waiting(self) -> bool:
        """Whether it is open because somebody has yet to be asked."""
        return self.state == self.State.OPEN and bool(self.question)


# Open, and its evidence does not agree: what keeps a sheet from being published.
IN_TROUBLE = Q(state=Fact.State.OPEN, status__in=[Fact.Status.TENSION, Fact.Status.CONFLICT])
# As `Fact.is_agreed`.
AGREED = Q(state=Fact.State.OPEN, status=Fact.Status.AGREE)
# As `Fact.is_waiting`.
WAITING = Q(state=Fact.State.OPEN) & ~Q(question="")
# What an edition prints.
DECIDED = Q(state__in=[Fact.State.SETTLED, Fact.State.DISPUTED, Fact.State.NOT_ESTABLISHED])


def in_reading_order(facts: Iterable[Fact]) -> list[Fact]:
    """Facts by position, those under one heading together where the first of them stands."""
    ordered = sorted(facts, key=lambda fact: (fact.position, fact.pk))
    first: dict[str, int] = {}
    for place, fact in enumerate(ordered):
        first.setdefault(fact.heading, place)
    # Facts without a heading follow those that an editor put under one.
    return sorted(ordered, key=lambda fact: (not fact.heading, first[fact.heading]))


class Evidence(models.Model):
    """A claim in a sheet: a candidate until an editor accepts it under a fact, or rejects it with a reason."""

    class State(models.TextChoices):
        CANDIDATE = "candidate", _("to sort")
        ACCEPTED = "accepted", _("accepted")
        REJECTED = "rejected", _("rejected")

    class Stance(models.TextChoices):
        UNWEIGHED = "", _("not weighed")
        SUPPORTS = "supports", _("supports")
        CONTRADICTS = "contradicts", _("contradicts")
        SUPERSEDED = "superseded", _("superseded")
        DIFFERENT_SCOPE = "different_scope", _("different scope")
        SET_ASIDE = "set_aside", _("set aside")

    class Relation(models.TextChoices):
        NONE = "", _("not compared")
        SAME = "same", _("same")
        CONSISTENT = "consistent", _("consistent")
        ROUNDING = "rounding", _("rounding")
        TENSION = "tension", _("tension")
        CONFLICT = "conflict", _("conflict")

    sheet = models.ForeignKey(FactSheet, models.PROTECT, related_name="evidence")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="evidence")
    # Of a candidate, the place that the program proposes.
    fact = models.ForeignKey(Fact, models.PROTECT, null=True, blank=True, related_name="evidence")
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.CANDIDATE)
    stance = models.CharField(_("stance"), max_length=15, choices=Stance, default=Stance.UNWEIGHED, blank=True)
    reason = models.CharField(_("reason"), max_length=300, blank=True, help_text=_("Why it is rejected or set aside."))
    placed_because = models.CharField(_("why here"), max_length=300, blank=True)
    confidence = models.DecimalField(_("confidence"), max_digits=3, decimal_places=2, default=1)
    weighed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("weighed by"),
        help_text=_("Whose judgement the stance is; empty where it follows from the values."),
    )
    # How the claim stands to the fact's answer, or to the suggestion while the fact is open.
    relation = models.CharField(_("relation"), max_length=10, choices=Relation, default=Relation.NONE, blank=True)
    relation_reason = models.CharField(_("relation in words"), max_length=400, blank=True)
    sorted_at = models.DateTimeField(_("sorted"), null=True, blank=True)
    sorted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["sheet", "claim"]
        verbose_name_plural = _("evidence")
        indexes = [
            # The inbox, paged by key; only what is still to sort.
            models.Index(fields=["sheet", "id"], name="evidence_inbox", condition=Q(state="candidate")),
            # The rows of the matrix and the panel of a fact.
            models.Index(fields=["fact", "state"], name="evidence_of_fact"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["sheet", "claim"], name="claim_once_in_sheet"),
            models.CheckConstraint(
                condition=~Q(state="accepted") | Q(fact__isnull=False), name="evidence_accepted_under_a_fact"
            ),
            models.CheckConstraint(
                condition=(~Q(state="rejected") & ~Q(stance="set_aside")) | ~Q(reason=""),
                name="evidence_refused_with_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state="rejected") | Q(fact__isnull=True), name="evidence_rejected_from_every_fact"
            ),
            models.CheckConstraint(
                condition=Q(confidence__gte=0, confidence__lte=1), name="evidence_confidence_a_share"
            ),
        ]
        permissions = [("sort_evidence", "Can sort claims")]

    def __str__(self) -> str:
        return str(self.claim)


class Decision(ValueFields):
    """An editor's act on a fact, append-only: the answer, how it was reached and why."""

    class Outcome(models.TextChoices):
        SETTLED = "settled", _("settled")
        DISPUTED = "disputed", _("disputed")
        NOT_ESTABLISHED = "not_established", _("not established")
        LEFT_OUT = "left_out", _("left out")
        REOPENED = "reopened", _("reopened")

    class Method(models.TextChoices):
        CLAIM = "claim", _("a claim's value")
        SUGGESTION = "suggestion", _("the suggestion")
        RANGE = "range", _("a range")
        OWN = "own", _("an own value")
        NONE = "", _("no value")

    fact = models.ForeignKey(Fact, models.PROTECT, related_name="decisions")
    number = models.PositiveIntegerField(_("number"))
    outcome = models.CharField(_("outcome"), max_length=15, choices=Outcome)
    method = models.CharField(_("method"), max_length=10, choices=Method, blank=True)
    answer = models.CharField(_("answer"), max_length=500, blank=True, help_text=_("As it is printed."))
    rationale = models.TextField(_("rationale"), blank=True)
    suggestion = models.JSONField(null=True, blank=True, help_text=_("What the program had suggested."))
    # The evidence as it stood when it was weighed: claim, words, value, stance and relation of each.
    weighed = models.JSONField(default=list)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"))
    # The decisions on a fact are a chain, by `factsheet.models.sealing`; the log names each by this digest.
    previous_sha256 = models.CharField(
        max_length=64, blank=True, help_text=_("Of the decision before; empty for the first.")
    )
    sha256 = models.CharField(max_length=64)

    # Of a decision that was made just now, the one before it.
    previous: Decision | None = None

    class Meta(ValueFields.Meta):
        ordering = ["fact", "number"]
        # The admin's date hierarchy reads the first and the last day.
        indexes = [models.Index(fields=["at"], name="decision_by_day")]
        constraints = [
            *ValueFields.Meta.constraints,
            # Also finds the newest decision on a fact.
            models.UniqueConstraint(fields=["fact", "number"], name="decision_number_unique"),
            models.CheckConstraint(
                condition=Q(number=1, previous_sha256="") | (Q(number__gt=1) & ~Q(previous_sha256="")),
                name="decision_chained_to_the_one_before",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=["settled", "disputed"]) | ~Q(answer=""), name="decision_says_an_answer"
            ),
            models.CheckConstraint(
                condition=Q(outcome="settled") & ~Q(method="") | ~Q(outcome="settled") & Q(method=""),
                name="decision_method_when_settled",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.answer or self.get_outcome_display()}"


class Citation(models.Model):
    """A numbered reference from a decision to the evidence behind it, append-only like the decision."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="citations")
    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="citations")
    number = models.PositiveIntegerField(_("number"))

    class Meta:
        ordering = ["decision", "number"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "number"], name="citation_number_unique"),
            models.UniqueConstraint(fields=["decision", "evidence"], name="citation_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="citation_counts_from_one"),
        ]

    def __str__(self) -> str:
        return f"[{self.number}] {self.evidence}"
