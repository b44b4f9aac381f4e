"""Facts are decided: what is printed, why, and by which evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from articles.values import Hedge
from factsheet.actions.arithmetic import check_together
from factsheet.actions.challenging import describe_weighed
from factsheet.actions.facts import take_version
from factsheet.actions.log import record, touch
from factsheet.actions.rows import overwrite
from factsheet.actions.rulings import Word, rule
from factsheet.actions.standings import FOUND, work_out
from factsheet.actions.watching import watch_by_working
from factsheet.models import Act, Challenge, Citation, Decision, Evidence, Fact
from factsheet.models.sealing import describe_decision, seal
from factsheet.placed import Placed
from factsheet.policies import STATE_AFTER, Refused
from factsheet.sides import side_of_answer

ACT_OF = {
    Decision.Outcome.SETTLED: Act.FACT_SETTLED,
    Decision.Outcome.DISPUTED: Act.FACT_DISPUTED,
    Decision.Outcome.NOT_ESTABLISHED: Act.FACT_NOT_ESTABLISHED,
    Decision.Outcome.LEFT_OUT: Act.FACT_LEFT_OUT,
    Decision.Outcome.REOPENED: Act.FACT_REOPENED,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What an editor decides: the outcome, how it was reached, the words to print and the value behind them."""

    outcome: str
    method: str = ""
    text: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    low_day: date | None = None
    high_day: date | None = None
    low_time: time | None = None
    high_time: time | None = None
    low_open: bool = False
    high_open: bool = False
    hedge: str = Hedge.EXACT
    unit: str = ""
    per: str = ""
    utc_offset: int | None = None
    precision: str = ""

    @classmethod
    def of_claim(cls, evidence: Evidence, *, text: str = "") -> Answer:
        """The answer that takes a claim's value, in its own words unless others are given."""
        claim = evidence.claim
        return cls(
            outcome=Decision.Outcome.SETTLED,
            method=Decision.Method.CLAIM,
            text=text or " ".join(claim.text.split()),
            **{name: getattr(claim, name) for name in VALUE_FIELDS},
        )

    @classmethod
    def of_decision(cls, decision: Decision) -> Answer:
        """The answer that a decision gave."""
        return cls(
            outcome=decision.outcome,
            method=decision.method,
            text=decision.answer,
            **{name: getattr(decision, name) for name in VALUE_FIELDS},
        )


VALUE_FIELDS = (
    *("low", "high", "low_day", "high_day", "low_time", "high_time", "low_open", "high_open"),
    *("hedge", "unit", "per", "utc_offset", "precision"),
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be decided of a fact as it stands under the lock of its sheet, and why.

    `cite` are ids of evidence in their order, see `decide`; `weighed` what had been weighed when this answer was first
    given, where it is given again.
    """

    fact: Fact
    answer: Answer
    rationale: str = ""
    cite: Sequence[int] = ()
    weighed: list[dict[str, Any]] | None = None


class Unfounded(Refused):
    """An answer that would rest on nothing, or on what is not evidence under its fact."""

    def __init__(self, fact: Fact, words: str) -> None:
        super().__init__(words)
        self.fact = fact


@transaction.atomic
def decide(
    fact: Fact,
    answer: Answer,
    *,
    version: int,
    by: User,
    at: datetime,
    rationale: str = "",
    cite: Sequence[int] = (),
) -> Decision:
    """Decide a fact, or reopen it: append the decision with the evidence as it stands, and cite what it rests on.

    Candidates under the fact are accepted by it. Evidence that no editor has weighed supports or contradicts the
    answer as their values say. Without `cite` (ids of evidence, in order) a settled fact cites what supports it, or
    everything live where its answer has no value to compare; a disputed one, and one that cannot be established,
    everything live.

    Raises:
        Stale: when the fact's version is no longer `version`; nothing is saved.
        Unfounded: when what is cited is not evidence under this fact, or when an answer would rest on nothing.
    """
    fact = take_version(fact, version)
    (decision,) = decide_all([Wish(fact, answer, rationale, cite)], by=by, at=at)
    return decision


def decide_all(wishes: Sequence[Wish], *, by: User, at: datetime, **details: Any) -> list[Decision]:
    """Decide facts of one sheet, each as `decide` does, with a line of the log of its own that tells `details`.

    The number of queries does not grow with them, but for the lines of the log.

    Raises:
        Unfounded: see `decide`; naming the first fact of which that is true.
    """
    answered = [wish.fact for wish in wishes if wish.answer.outcome != Decision.Outcome.REOPENED]
    accepted = accept_candidates(answered, by=by, at=at)
    decisions = append_decisions(wishes, by=by, at=at)
    watch_by_working(wishes[0].fact.sheet, by)
    for decision in decisions:
        record_decision(decision, accepted=accepted[decision.fact_id], **details)
    touch(wishes[0].fact.sheet, at=at)
    return decisions


def append_decisions(wishes: Sequence[Wish], *, by: User, at: datetime) -> list[Decision]:
    """Write a decision to each of some facts of one sheet, which is loaded; the lines of the log are the caller's.

    Raises:
        Unfounded: see `decide_all`.
    """
    decisions = _draft(wishes, by=by, at=at)
    for fact in (wish.fact for wish in wishes):
        fact.state, fact.challenged_at, fact.proposed = STATE_AFTER[decisions[fact.pk].outcome], None, False
    cited: list[tuple[Decision, list[Placed]]] = []
    worked = {fact.pk: evidence for fact, evidence in work_out([wish.fact for wish in wishes], decisions)}
    for wish in wishes:
        decision, evidence = decisions[wish.fact.pk], worked[wish.fact.pk]
        decision.weighed = [describe_weighed(item) for item in evidence] if wish.weighed is None else wish.weighed
        # An answer that is given again rests on what it rested on, which may be nothing where none is established.
        chosen = _choose_citations(decision, evidence, wish.cite) if wish.cite or wish.weighed is None else []
        cited.append((decision, chosen))
        decision.sha256 = seal(describe_decision(decision, [item.pk for item in cited[-1][1]]))
    Decision.objects.bulk_create(decisions.values())
    Citation.objects.bulk_create(
        Citation(decision=decision, evidence_id=item.pk, number=place)
        for decision, evidence in cited
        for place, item in enumerate(evidence, start=1)
    )
    for wish in wishes:
        wish.fact.decision = decisions[wish.fact.pk]
    # Whoever gives an answer again leaves open what challenges it; every other answer has weighed all there is.
    Challenge.objects.filter(fact__in=[wish.fact for wish in wishes if wish.weighed is None]).delete()
    overwrite(Fact.objects, [wish.fact for wish in wishes], ["state", "proposed", "decision", *FOUND])
    check_together(wishes[0].fact.sheet, decisions)
    return list(decisions.values())


def _draft(wishes: Sequence[Wish], *, by: User, at: datetime) -> dict[int, Decision]:
    """The next decision on each fact, without what follows from its evidence."""
    rows = Decision.objects.filter(fact__in=[wish.fact for wish in wishes]).order_by("number")
    newest = {row.fact_id: row for row in rows.only("fact_id", "number", "sha256", "outcome", "answer")}
    drafts = {}
    for wish in wishes:
        fact, answer = wish.fact, wish.answer
        previous = newest.get(fact.pk)
        drafts[fact.pk] = Decision(
            fact=fact,
            number=previous.number + 1 if previous else 1,
            previous_sha256=previous.sha256 if previous else "",
            outcome=answer.outcome,
            method=answer.method,
            answer=answer.text[:500],
            rationale=wish.rationale,
            suggestion=fact.suggestion,
            editor=by,
            at=at,
            **{name: getattr(answer, name) for name in VALUE_FIELDS},
        )
        drafts[fact.pk].previous = previous
    return drafts


def record_decision(decision: Decision, *, act: Act | None = None, **details: Any) -> None:
    """Write a decision into the log, by the act of its outcome where no other is given."""
    record(
        act or ACT_OF[Decision.Outcome(decision.outcome)],
        sheet=decision.fact.sheet,
        actor=decision.editor,
        at=decision.at,
        subject=decision.fact,
        before=decision.previous and describe_answer(decision.previous),
        after=describe_answer(decision),
        answer=decision.answer,
        decision=decision.number,
        # Makes the whole decision a part of the log's chain.
        decision_sha256=decision.sha256,
        rationale=decision.rationale,
        **details,
    )


def describe_answer(decision: Decision) -> dict[str, Any]:
    """What is decided, as the log keeps it."""
    return {"outcome": decision.outcome, "answer": decision.answer, "decision": decision.number}


def accept_candidates(
    facts: Collection[Fact], *, by: User, at: datetime, only: Collection[int] | None = None
) -> dict[int, list[int]]:
    """Accept what is still to sort under the facts, or `only` this of it, and tell which that is of each."""
    accepted: dict[int, list[int]] = defaultdict(list)
    by_key = {fact.pk: fact for fact in facts}
    waiting = Evidence.objects.filter(fact__in=by_key, state=Evidence.State.CANDIDATE)
    candidates = list((waiting if only is None else waiting.filter(pk__in=only)).order_by("pk"))
    for item in candidates:
        accepted[item.fact_id or 0].append(item.pk)
    words = ((item, by_key[item.fact_id or 0], Word.TOGETHER) for item in candidates)
    rule(words, act=Act.CLAIM_ACCEPTED, by=by, at=at)
    rows = Evidence.objects.filter(pk__in=[item.pk for item in candidates])
    rows.update(state=Evidence.State.ACCEPTED, sorted_at=at, sorted_by=by)
    return accepted


def _choose_citations(decision: Decision, evidence: Sequence[Placed], cite: Sequence[int]) -> list[Placed]:
    if decision.outcome in (Decision.Outcome.REOPENED, Decision.Outcome.LEFT_OUT):
        return []
    if cite:
        by_id = {item.pk: item for item in evidence}
        if not by_id.keys() >= set(cite):
            words = _("Only evidence under this fact can be cited. Place the claim here first.")
            raise Unfounded(decision.fact, words)
        return [by_id[key] for key in dict.fromkeys(cite)]
    chosen = [item for item in evidence if item.is_live]
    if side_of_answer(decision.fact, decision) is not None:
        chosen = [item for item in chosen if item.stance == Evidence.Stance.SUPPORTS]
    if not chosen and decision.outcome != Decision.Outcome.NOT_ESTABLISHED:
        raise Unfounded(
            decision.fact,
            _("No evidence here supports this answer. Cite what it rests on.")
            if evidence
            else _("There is no evidence under this fact. Place a claim here before you answer it."),
        )
    return chosen
