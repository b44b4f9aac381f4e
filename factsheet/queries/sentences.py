"""A claim in its sentence, cut into what stands before it, its words, and what stands after."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.db.models.functions import Substr

from articles.models import Claim
from factsheet.models import Evidence


@dataclass(frozen=True, slots=True)
class Sentence:
    """The three parts of a sentence around a claim; joined they are the article's own words."""

    before: str
    words: str
    after: str


def cut_sentence(claim: Claim, sentence: str) -> Sentence:
    """Cut the sentence of a claim around the claim's words."""
    start, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    return Sentence(sentence[:start], sentence[start:end], sentence[end:])


def with_sentence(evidence: QuerySet[Evidence]) -> QuerySet[Evidence]:
    """Evidence with the words of its sentence as `sentence`, cut by the database, without the article's text."""
    length = F("claim__sentence_end") - F("claim__sentence_start")
    return evidence.annotate(sentence=Substr("claim__article__text", F("claim__sentence_start") + 1, length)).defer(
        "claim__article__text", "claim__article__furniture"
    )


def sentence_of(evidence: Evidence) -> str:
    """The sentence that `with_sentence` brought along."""
    sentence: str = evidence.sentence  # type: ignore[attr-defined]
    return sentence
