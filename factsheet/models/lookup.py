"""What the program keeps so that a new article finds its place without reading all others; it can be made anew."""

from __future__ import annotations

from django.db import models

from articles.models import Article
from factsheet.models.fact import Evidence, Fact
from factsheet.models.sheet import FactSheet


class Mark(models.Model):
    """A claim of a sheet under one of the marks that it is looked up by, kept as a number of 64 bits."""

    # Nothing is ever looked up by the evidence alone, and the sheet is served by the constraint's index.
    sheet = models.ForeignKey(FactSheet, models.CASCADE, related_name="marks", db_index=False)
    mark = models.BigIntegerField()
    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="marks", db_index=False)

    class Meta:
        ordering = ["sheet", "mark"]
        # Serves the look-up of a new article's marks.
        constraints = [models.UniqueConstraint(fields=["sheet", "mark", "evidence"], name="mark_once_on_evidence")]

    def __str__(self) -> str:
        return f"{self.mark}: {self.evidence_id}"


class Term(models.Model):
    """How often a word, a value or a unit is found in a sheet, and in how many articles; the term as 64 bits."""

    sheet = models.ForeignKey(FactSheet, models.CASCADE, related_name="terms", db_index=False)
    term = models.BigIntegerField()
    times = models.PositiveIntegerField()
    articles = models.PositiveIntegerField()

    class Meta:
        ordering = ["sheet", "term"]
        # Serves the reading of a few terms of a sheet.
        constraints = [models.UniqueConstraint(fields=["sheet", "term"], name="term_once_in_sheet")]

    def __str__(self) -> str:
        return f"{self.term}: {self.times}"


class Standing(models.Model):
    """How the telling evidence of a fact stands to one another, so that what did not change is not compared again."""

    fact = models.OneToOneField(Fact, models.CASCADE, primary_key=True, related_name="standing")
    # The digests of the sides, 64 bits each, and of each pair of them its verdict, 16 bits.
    sides = models.BinaryField()
    verdicts = models.BinaryField()

    class Meta:
        ordering = ["fact"]
        # It goes with its fact, and nobody else reads or changes it.
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.fact_id}"


class ArticleTrace(models.Model):
    """By what the origin of an article is told, so that its text is read once."""

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="trace")
    version = models.PositiveSmallIntegerField()
    # Numbers of 64 bits, the highest byte first.
    sketch = models.BinaryField()
    credits = models.JSONField(default=list)

    class Meta:
        ordering = ["article"]

    def __str__(self) -> str:
        return f"{self.article_id}"
