"""What is made ready for a decision out of the evidence: the wording of a dispute, the ends of a range."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from articles.models import Claim
from articles.spelling import spell_period
from articles.values import Hedge, Interval, Kind
from factsheet.models import Evidence, Fact
from factsheet.reconcile.answers import AnyBound
from factsheet.sides import is_live
from factsheet.wording import Voice, word_dispute


def prepare_dispute(fact: Fact, evidence: Iterable[Evidence]) -> str:
    """The sentence that attributes each figure of the fact's live evidence to who has it; empty where all say the same.

    The evidence has its claims with their articles and sources. It is a draft for the editor, in the editor's language.
    """
    return word_dispute(Kind(fact.kind), [_voice(item.claim) for item in _understood(evidence)])


def prepare_range(evidence: Iterable[Evidence]) -> tuple[AnyBound, AnyBound] | None:
    """The lowest and the highest bound that the live evidence names; None where it names none, or of several sorts."""
    intervals = [item.claim.interval for item in _understood(evidence)]
    bounds = [bound for found in intervals if found for bound in (found.low, found.high) if bound is not None]
    if len({type(bound) for bound in bounds}) != 1:
        return None
    return min(bounds), max(bounds)


def _understood(evidence: Iterable[Evidence]) -> Sequence[Evidence]:
    """What takes part: live evidence of claims that their articles stand by."""
    return [item for item in evidence if is_live(item) and item.claim.status == "live"]


def _voice(claim: Claim) -> Voice:
    article = claim.article
    return Voice(
        source=article.source.name if article.source else _("“{words}”").format(words=article.title),
        words=_print(claim),
        value=(claim.interval, claim.hedge, claim.unit, claim.per) if claim.interval else _plain(claim.text),
        citing=claim.attribution if claim.kind != Kind.QUOTE else "",
    )


def _plain(words: str) -> str:
    return " ".join(words.split())


def _print(claim: Claim) -> str:
    """The article's words, or the day where they need the article to be understood ("on Monday")."""
    words = _plain(claim.text)
    low, high = claim.low_day, claim.high_day
    if low is None or high is None or any(letter.isdigit() for letter in words):
        return words
    day = spell_period(Interval(low, high), claim.precision)
    return day if claim.hedge == Hedge.EXACT else f"{claim.get_hedge_display()} {day}"
