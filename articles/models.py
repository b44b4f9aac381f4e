"""Sources, their articles, and the claims found in them."""

from __future__ import annotations

import hashlib
from datetime import date, time
from decimal import Decimal

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Cast, Lower
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from articles.extraction import list_vague_words
from articles.fields import ExactDecimalField
from articles.guards import Guard
from articles.values import ClaimStatus, Hedge, Interval
from articles.words import CHANGES, HEDGES, KINDS, PRECISIONS, STATUSES, choices_of
from articles.zones import EASTMOST, WESTMOST

KIND_CHOICES = choices_of(KINDS)


class Source(models.Model):
    """Who says it: an outlet, a wire agency, an institution, an official, a document."""

    class Kind(models.TextChoices):
        OUTLET = "outlet", _("outlet")
        AGENCY = "agency", _("wire agency")
        INSTITUTION = "institution", _("institution")
        OFFICIAL = "official", _("official")
        DOCUMENT = "document", _("document")

    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind, default=Kind.OUTLET)
    homepage = models.URLField(_("homepage"), blank=True)
    timezone = models.CharField(_("time zone"), max_length=64, default="UTC")
    notes = models.TextField(_("notes"), blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(Lower("name"), name="source_name_unique")]

    def __str__(self) -> str:
        return self.name


class Article(models.Model):
    """One text as a source published it. The text never changes; an update by the outlet is a new revision."""

    class PublishedFrom(models.TextChoices):
        ARGUMENT = "argument", _("given when it was taken in")
        TEXT = "text", _("found in the text")
        EDITOR = "editor", _("set by an editor")
        UNKNOWN = "unknown", _("not known")

    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="articles")
    title = models.CharField(_("title"), max_length=500)
    url = models.URLField(_("address"), max_length=2000, blank=True)
    published = models.DateField(
        _("published"), null=True, blank=True, help_text=_("The day, in the article's time zone.")
    )
    published_from = models.CharField(max_length=8, choices=PublishedFrom, default=PublishedFrom.UNKNOWN)
    timezone = models.CharField(_("time zone"), max_length=64, default="UTC")
    language = models.CharField(_("language"), max_length=12, default="en")
    text = models.TextField(_("text"))
    sha256 = models.CharField(max_length=64, unique=True, help_text=_("Of the text in UTF-8."))
    # [start, end, reason] of each stretch that is no part of the story, such as share links.
    furniture = models.JSONField(default=list, blank=True)
    file_name = models.CharField(max_length=255, blank=True)
    previous = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="next", verbose_name=_("revision of")
    )
    taken_in_at = models.DateTimeField(_("taken in"))
    taken_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-id"]
        indexes = [
            # The admin's date hierarchy, and the articles of one source by day.
            models.Index(fields=["source", "published"], name="article_by_source"),
            models.Index(fields=["published"], name="article_by_day"),
            # Of what a text that comes in is a revision.
            models.Index(fields=["url"], name="article_by_address", condition=~Q(url="")),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="article_has_text"),
            models.CheckConstraint(
                condition=Q(published__isnull=True, published_from="unknown")
                | (Q(published__isnull=False) & ~Q(published_from="unknown")),
                name="article_published_says_from_where",
            ),
        ]
        permissions = [("take_in_article", "Can take in articles")]

    def __str__(self) -> str:
        return self.title

    @staticmethod
    def digest(text: str) -> str:
        """The SHA-256 by which a text is known, in hexadecimal."""
        return hashlib.sha256(text.encode()).hexdigest()


class VagueNumberManager(models.Manager["VagueNumber"]):
    """The newsroom's values of vague numbers."""

    def tables(self) -> dict[str, dict[str, int]]:
        """How many each word means at least, by language and word, as the engine takes them."""
        tables: dict[str, dict[str, int]] = {}
        for language, word, least in self.values_list("language", "word", "least"):
            tables.setdefault(language, {})[word] = least
        return tables


class VagueNumber(models.Model):
    """How many the newsroom takes a vague word for, where it differs from the program: "dozens" at least 20, not 24."""

    language = models.CharField(_("language"), max_length=12, default="en")
    word = models.CharField(_("word"), max_length=40, help_text=_("In lower case, as the articles write it: “dozens”."))
    least = models.PositiveBigIntegerField(_("at least"), help_text=_("The lowest number that the word may stand for."))

    objects = VagueNumberManager()

    class Meta:
        ordering = ["language", "least", "word"]
        verbose_name = _("vague number")
        constraints = [
            models.UniqueConstraint(fields=["language", "word"], name="vague_number_once_per_word"),
            models.CheckConstraint(condition=Q(least__gt=0), name="vague_number_is_positive"),
            models.CheckConstraint(
                condition=~Q(word="") & Q(word=Lower("word")), name="vague_number_word_in_lower_case"
            ),
        ]

    def __str__(self) -> str:
        return self.word

    def clean(self) -> None:
        """Only a word that the program reads as a vague number can have another value.

        Raises:
            ValidationError: for a word that it does not read, with those that it does.
        """
        self.word = self.word.strip().lower()
        known = list_vague_words().get(self.language, {})
        if self.word not in known:
            words = ", ".join(sorted(known)) or _("none")
            raise ValidationError(
                {"word": _("The program reads no such vague number in this language; it reads: %s.") % words}
            )


NUMBERLESS = Q(low__isnull=True, high__isnull=True)
DAYLESS = Q(low_day__isnull=True, high_day__isnull=True)
TIMELESS = Q(low_time__isnull=True, high_time__isnull=True)


class ValueFields(models.Model):
    """A normalised value: an interval of decimals, of days or of times of day, with its hedge and its unit.

    The unit of a time is its zone, as `articles.zones` has it; `utc_offset` says how far ahead its clock was.
    """

    low = ExactDecimalField(_("low"), null=True, blank=True)
    high = ExactDecimalField(_("high"), null=True, blank=True)
    low_day = models.DateField(_("first day"), null=True, blank=True)
    high_day = models.DateField(_("last day"), null=True, blank=True)
    low_time = models.TimeField(_("from this time"), null=True, blank=True)
    high_time = models.TimeField(_("to this time"), null=True, blank=True)
    low_open = models.BooleanField(_("low is not included"), default=False)
    high_open = models.BooleanField(_("high is not included"), default=False)
    hedge = models.CharField(_("hedge"), max_length=12, choices=choices_of(HEDGES), default=Hedge.EXACT)
    unit = models.CharField(_("unit"), max_length=64, blank=True)
    per = models.CharField(_("per"), max_length=32, blank=True)
    utc_offset = models.SmallIntegerField(
        _("ahead of UTC"), null=True, blank=True, help_text=_("In minutes: by how much the clock of a time is.")
    )
    precision = models.CharField(_("precision"), max_length=8, choices=choices_of(PRECISIONS), blank=True)

    class Meta:
        abstract = True
        constraints = [
            # Nothing that is missing makes a check fail. A cast to a float is close enough to see two bounds swapped.
            models.CheckConstraint(
                condition=LessThanOrEqual(Cast("low", models.FloatField()), Cast("high", models.FloatField())),
                name="%(class)s_low_not_above_high",
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(F("low_day"), F("high_day")), name="%(class)s_first_day_not_after_last"
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(F("low_time"), F("high_time")), name="%(class)s_low_time_not_after_high"
            ),
            models.CheckConstraint(
                condition=(NUMBERLESS & DAYLESS) | (DAYLESS & TIMELESS) | (NUMBERLESS & TIMELESS),
                name="%(class)s_bounds_of_one_sort",
            ),
            models.CheckConstraint(
                condition=Q(utc_offset__gte=WESTMOST, utc_offset__lte=EASTMOST), name="%(class)s_utc_offset_of_a_zone"
            ),
        ]

    @property
    def interval(self) -> Interval[Decimal] | Interval[date] | Interval[time] | None:
        """The value as an interval, or None where nothing is known of it."""
        if self.low_time is not None or self.high_time is not None:
            return Interval(self.low_time, self.high_time, self.low_open, self.high_open)
        if self.low_day is not None or self.high_day is not None:
            return Interval(self.low_day, self.high_day, self.low_open, self.high_open)
        if self.low is not None or self.high is not None:
            return Interval(self.low, self.high, self.low_open, self.high_open)
        return None


class Claim(ValueFields):
    """One assertion in one article: its span in the text, its kind and its value. `text` is the article's own words."""

    class ReadBy(models.TextChoices):
        ENGINE = "engine", _("the program")
        EDITOR = "editor", _("an editor")

    article = models.ForeignKey(Article, models.PROTECT, related_name="claims")
    kind = models.CharField(_("kind"), max_length=10, choices=KIND_CHOICES)
    start = models.PositiveIntegerField(help_text=_("Code points from the start of the article's text."))
    end = models.PositiveIntegerField(help_text=_("Not included."))
    text = models.TextField(_("text"))
    sentence_start = models.PositiveIntegerField()
    sentence_end = models.PositiveIntegerField()
    numbers = models.JSONField(default=list, blank=True, help_text=_("The figures alone, hedges apart."))
    noun = models.CharField(_("noun"), max_length=200, blank=True, help_text=_("What is counted, as written."))
    as_of = models.DateField(_("as of"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=choices_of(STATUSES), default=ClaimStatus.LIVE)
    change = models.CharField(_("change"), max_length=4, choices=choices_of(CHANGES), blank=True)
    # Whom the words are attributed to; of a quotation, its speaker.
    attribution = models.CharField(_("attribution"), max_length=300, blank=True)
    attribution_start = models.PositiveIntegerField(null=True, blank=True)
    attribution_end = models.PositiveIntegerField(null=True, blank=True)
    needs_published = models.BooleanField(
        _("waits for the publication date"),
        default=False,
        help_text=_("Its words can only be resolved against that date."),
    )
    alternatives = models.JSONField(default=list, blank=True, help_text=_("Other readings that are equally likely."))
    read_as = models.TextField(_("read as"), blank=True)
    read_by = models.CharField(_("read by"), max_length=6, choices=ReadBy, default=ReadBy.ENGINE)
    # Of a claim that an editor made: what it was read from, and the claim whose reading it corrects.
    typed = models.CharField(
        _("read from"),
        max_length=300,
        blank=True,
        help_text=_("What was typed to be read in the place of the words."),
    )
    made_at = models.DateTimeField(_("made"), null=True, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("made by")
    )
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="correction", verbose_name=_("correction of")
    )
    # Of a claim in a revision, the one in whose place it stands, whether or not that said the same.
    earlier = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="later", verbose_name=_("in the version before")
    )

    class Meta(ValueFields.Meta):
        ordering = ["article", "start"]
        # The article page reads its claims in the order of the text.
        indexes = [models.Index(fields=["article", "start"], name="claim_in_text")]
        constraints = [
            *ValueFields.Meta.constraints,
            # Editors may read the same words in several ways, one after the other.
            models.UniqueConstraint(
                fields=["article", "start", "end", "kind"], name="claim_once_per_span", condition=Q(read_by="engine")
            ),
            models.CheckConstraint(
                condition=Q(read_by="editor") | Q(made_at__isnull=True, corrects__isnull=True, typed=""),
                name="claim_made_by_an_editor",
            ),
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="claim_span_not_empty"),
            models.CheckConstraint(
                condition=Q(sentence_start__lte=F("start"), end__lte=F("sentence_end")), name="claim_within_sentence"
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def sentence(self) -> str:
        """The sentence it stands in, cut from the article's text."""
        return self.article.text[self.sentence_start : self.sentence_end]


GUARDS = (
    Guard(Article, columns=("text", "sha256", "previous_id"), digests="text"),
    Guard(
        Claim,
        columns=("article_id", "start", "end", "text", "made_at", "made_by_id", "corrects_id", "earlier_id"),
        delete=True,
    ),
)
