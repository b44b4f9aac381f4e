"""An answer is kept although a claim challenges it: said of that claim alone, with the reason."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factsheet.actions.arranging import refresh_facts
from factsheet.actions.challenging import describe_weighed
from factsheet.actions.decisions import Answer, Wish, accept_candidates, append_decisions, record_decision
from factsheet.actions.facts import take_version
from factsheet.actions.log import touch
from factsheet.actions.watching import watch_by_working
from factsheet.models import Act, Challenge, Decision, Evidence, Fact
from factsheet.placed import read_placed
from factsheet.policies import Refused


@transaction.atomic
def keep_answer(
    fact: Fact, evidence: Collection[int], *, version: int, because: str, by: User, at: datetime
) -> Decision:
    """Decide a fact again as it is decided, with claims weighed that came since; they challenge it no longer.

    What is printed stays the same to the letter: the reason is about these claims and stands with them, not in the
    rationale. Other claims go on challenging the answer, and so does whatever comes later. Candidates among these are
    accepted by it.

    Raises:
        Stale: when the fact's version is no longer `version`; nothing is saved.
        Refused: when no reason is given, or one of these does not challenge the answer (any more).
    """
    because = because.strip()
    if not because:
        raise Refused(_("Say why the answer stands against this claim."))
    fact = take_version(fact, version)
    chosen = set(evidence)
    challenging = set(Challenge.objects.filter(fact=fact).values_list("evidence_id", flat=True))
    decision = fact.decision
    if decision is None or not chosen or not chosen <= challenging:
        raise Refused(_("This claim does not challenge the answer any more. Look at it again."))
    accepted = accept_candidates([fact], only=chosen, by=by, at=at)
    items = list(read_placed(Evidence.objects.filter(pk__in=chosen)))
    weighed = [item for item in decision.weighed if item["evidence"] not in chosen]
    weighed += [describe_weighed(item) | {"because": because} for item in items]
    cite = decision.citations.filter(evidence__fact=fact).order_by("number").values_list("evidence_id", flat=True)
    wish = Wish(fact, Answer.of_decision(decision), decision.rationale, list(cite), weighed)
    (kept,) = append_decisions([wish], by=by, at=at)
    watch_by_working(fact.sheet, by)
    claims = [{"claim": item.claim, "article": int(item.side.article), "text": item.side.text} for item in items]
    record_decision(kept, act=Act.FACT_KEPT, accepted=accepted[fact.pk], claims=claims, because=because)
    refresh_facts(fact.sheet, [fact.pk], by=by, at=at)
    touch(fact.sheet, at=at)
    return kept
