"""Facts are made, and decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from articles.values import Hedge
from factsheet.actions.arithmetic import check_together
from factsheet.actions.arranging import refresh_fact
from factsheet.actions.log import lock, record, touch
from factsheet.actions.rulings import Word, rule
from factsheet.models import Act, Citation, Decision, Evidence, Fact, FactSheet
from factsheet.models.sealing import describe_decision, seal
from factsheet.policies import STATE_AFTER, Refused
from factsheet.sides import is_live, side_of_answer

ACT_OF = {
    Decision.Outcome.SETTLED: Act.FACT_SETTLED,
    Decision.Outcome.DISPUTED: Act.FACT_DISPUTED,
    Decision.Outcome.NOT_ESTABLISHED: Act.FACT_NOT_ESTABLISHED,
    Decision.Outcome.LEFT_OUT: Act.FACT_LEFT_OUT,
    Decision.Outcome.REOPENED: Act.FACT_REOPENED,
}


class Stale(Exception):  # noqa: N818 - it says what the form is, not what failed
    """Somebody else changed the fact since the form was opened; nothing was saved."""

    def __init__(self, fact: Fact) -> None:
        super().__init__(_("The fact has changed since you opened it."))
        self.fact = fact


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


@transaction.atomic
def create_fact(
    sheet: FactSheet,
    *,
    label: str,
    kind: str,
    by: User | None,
    at: datetime,
    unit: str = "",
    scope: str = "",
    as_of: date | None = None,
    heading: str = "",
    question: str = "",
    ask_whom: str = "",
) -> Fact:
    """Add a line to the sheet, at its end."""
    lock(sheet.pk)
    fact = Fact.objects.create(
        sheet=sheet,
        label=label[:200],
        kind=kind,
        unit=unit,
        scope=scope,
        as_of=as_of,
        heading=heading,
        question=question,
        ask_whom=ask_whom,
        position=next_position(sheet),
    )
    record(Act.FACT_CREATED, sheet=sheet, actor=by, at=at, subject=fact)
    touch(sheet, at=at)
    return fact


@transaction.atomic
def change_fact(
    fact: Fact,
    *,
    version: int,
    label: str,
    scope: str,
    as_of: date | None,
    heading: str,
    by: User | None,
    at: datetime,
    question: str = "",
    ask_whom: str = "",
) -> Fact:
    """Change what a fact asks, or where it stands on the sheet; from then on it is an editor's, not the program's.

    Raises:
        Stale: when the fact's version is no longer `version`; nothing is saved.
    """
    fact = take_version(fact, version)
    values = {
        "label": label[:200],
        "scope": scope,
        "as_of": as_of,
        "heading": heading,
        "question": question,
        "ask_whom": ask_whom,
    }
    before = {name: str(getattr(fact, name) or "") for name in values if getattr(fact, name) != values[name]}
    for name, value in values.items():
        setattr(fact, name, value)
    fact.proposed = False
    fact.save(update_fields=[*values, "proposed"])
    # What was found of it names it by its label.
    check_together(fact.sheet, [fact.pk])
    record(Act.FACT_CHANGED, sheet=fact.sheet, actor=by, at=at, subject=fact, before=before)
    touch(fact.sheet, at=at)
    return fact


def take_version(fact: Fact, version: int) -> Fact:
    """The fact as it stands under the lock of its sheet, its version raised.

    Raises:
        Stale: when its version is no longer `version`.
    """
    lock(fact.sheet_id)
    taken = Fact.objects.filter(pk=fact.pk, version=version).update(version=F("version") + 1)
    fact = Fact.objects.select_related("sheet", "decision__editor").get(pk=fact.pk)
    if not taken:
        raise Stale(fact)
    return fact


def next_position(sheet: FactSheet) -> int:
    """The place after the sheet's last fact."""
    last: int | None = Fact.objects.filter(sheet=sheet).aggregate(last=Max("position"))["last"]
    return 1 if last is None else last + 1


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
    together: bool = False,
) -> Decision:
    """Decide a fact, or reopen it: append the decision with the evidence as it stands, and cite what it rests on.

    Candidates under the fact are accepted by it. Evidence that no editor has weighed supports or contradicts the
    answer as their values say. Without `cite` (ids of evidence, in order) a settled fact cites what supports it, or
    everything live where its answer has no value to compare; a disputed one, and one that cannot be established,
    everything live. `together` tells the log that others were decided by the same act.

    Raises:
        Stale: when the fact's version is no longer `version`; nothing is saved.
        Refused: when what is cited is not evidence under this fact, or when an answer would rest on nothing.
    """
    fact = take_version(fact, version)
    accepted = [] if answer.outcome == Decision.Outcome.REOPENED else _accept_candidates(fact, by=by, at=at)
    decision = append_decision(fact, answer, by=by, at=at, rationale=rationale, cite=cite)
    record_decision(decision, accepted=accepted, **({"together": True} if together else {}))
    touch(fact.sheet, at=at)
    return decision


def append_decision(
    fact: Fact,
    answer: Answer,
    *,
    by: User,
    at: datetime,
    rationale: str = "",
    cite: Sequence[int] = (),
    weighed: list[dict[str, Any]] | None = None,
) -> Decision:
    """Write a decision to a fact as it stands under the lock of its sheet; the record of the act is the caller's.

    Args:
        fact: with its sheet.
        answer: what is decided.
        by: who decides.
        at: when.
        rationale: why.
        cite: ids of evidence, in order; see `decide`.
        weighed: what had been weighed when this answer was first given, where it is given again.

    Raises:
        Refused: see `decide`.
    """
    newest = fact.decisions.order_by("-number").values_list("number", "sha256").first()
    last, previous = newest or (0, "")
    decision = Decision(
        fact=fact,
        number=last + 1,
        previous_sha256=previous,
        outcome=answer.outcome,
        method=answer.method,
        answer=answer.text[:500],
        rationale=rationale,
        suggestion=fact.suggestion,
        editor=by,
        at=at,
        **{name: getattr(answer, name) for name in VALUE_FIELDS},
    )
    fact.state = STATE_AFTER[answer.outcome]
    fact.challenged_at = None
    fact.proposed = False
    evidence = refresh_fact(fact, decision=decision)
    decision.weighed = [_weighed(item) for item in evidence] if weighed is None else weighed
    cited = _choose_citations(decision, evidence, cite)
    decision.sha256 = seal(describe_decision(decision, [item.pk for item in cited]))
    decision.save(force_insert=True)
    Citation.objects.bulk_create(
        Citation(decision=decision, evidence=item, number=place) for place, item in enumerate(cited, start=1)
    )
    fact.decision = decision
    fact.save(update_fields=["state", "challenged_at", "proposed", "decision", "status", "suggestion", "origins"])
    check_together(fact.sheet, [fact.pk])
    return decision


def record_decision(decision: Decision, **details: Any) -> None:
    """Write a decision into the log."""
    record(
        ACT_OF[Decision.Outcome(decision.outcome)],
        sheet=decision.fact.sheet,
        actor=decision.editor,
        at=decision.at,
        subject=decision.fact,
        answer=decision.answer,
        decision=decision.number,
        rationale=decision.rationale,
        **details,
    )


def _accept_candidates(fact: Fact, *, by: User, at: datetime) -> list[int]:
    """Accept what is still to sort under the fact, and tell which that is."""
    candidates = list(fact.evidence.filter(state=Evidence.State.CANDIDATE))
    accepted = [item.pk for item in candidates]
    rule(((item, fact, Word.TOGETHER) for item in candidates), act=Act.CLAIM_ACCEPTED, by=by, at=at)
    Evidence.objects.filter(pk__in=accepted).update(state=Evidence.State.ACCEPTED, sorted_at=at, sorted_by=by)
    return accepted


def _weighed(evidence: Evidence) -> dict[str, Any]:
    claim = evidence.claim
    interval = claim.interval
    return {
        "evidence": evidence.pk,
        "claim": claim.pk,
        "text": claim.text,
        "low": None if interval is None or interval.low is None else str(interval.low),
        "high": None if interval is None or interval.high is None else str(interval.high),
        "hedge": claim.hedge,
        "stance": evidence.stance,
        "relation": evidence.relation,
    }


def _choose_citations(decision: Decision, evidence: Sequence[Evidence], cite: Sequence[int]) -> list[Evidence]:
    if decision.outcome in (Decision.Outcome.REOPENED, Decision.Outcome.LEFT_OUT):
        return []
    if cite:
        by_id = {item.pk: item for item in evidence}
        if not by_id.keys() >= set(cite):
            raise Refused(_("Only evidence under this fact can be cited. Place the claim here first."))
        return [by_id[key] for key in dict.fromkeys(cite)]
    chosen = [item for item in evidence if is_live(item)]
    if side_of_answer(decision.fact, decision) is not None:
        chosen = [item for item in chosen if item.stance == Evidence.Stance.SUPPORTS]
    if not chosen and decision.outcome != Decision.Outcome.NOT_ESTABLISHED:
        raise Refused(
            _("No evidence here supports this answer. Cite what it rests on.")
            if evidence
            else _("There is no evidence under this fact. Place a claim here before you answer it.")
        )
    return chosen
