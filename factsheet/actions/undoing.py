"""Any act on a fact is undone by one more act, of the same kind or of its contrary: nothing is erased.

What an act must remember for that stands in the details of its line in the log. A line of the log from before it
remembered enough cannot be undone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factsheet.actions.arranging import refresh_facts
from factsheet.actions.discussion import assign, withdraw_comment
from factsheet.actions.evidence import describe_weight, unsort, write_weight
from factsheet.actions.facts import ACT_OF, Answer, append_decision, change_fact, record_decision
from factsheet.actions.log import lock, record, touch
from factsheet.actions.ordering import move_fact
from factsheet.actions.putting_back import put_claims_back
from factsheet.actions.scopes import merge, take_apart
from factsheet.models import Act, Activity, Comment, Decision, Evidence, Fact
from factsheet.policies import KINDS, SORTING, Refused

REOPENED = Answer(outcome=Decision.Outcome.REOPENED)


@transaction.atomic
def undo(activity: Activity, *, by: User, at: datetime) -> None:
    """Undo an act that nothing of its kind has followed on the same fact or claim.

    Raises:
        Refused: when something has, when the act cannot be undone, or when its contrary is not possible any more.
    """
    if activity.sheet_id is None or activity.act not in WAYS:
        raise Refused(_("This act cannot be undone."))
    lock(activity.sheet_id)
    way = WAYS[Act(activity.act)]
    alike = next(kind for kind in KINDS if activity.act in kind)
    later = Activity.objects.filter(
        subject_type=activity.subject_type, subject_id=activity.subject_id, act__in=alike, pk__gt=activity.pk
    )
    if later.exists():
        raise Refused(_("Something was done here since. Look at it again."))
    try:
        way(activity, by, at)
    except (KeyError, Fact.DoesNotExist, Evidence.DoesNotExist, Comment.DoesNotExist):
        raise Refused(_("This act cannot be undone any more.")) from None


@transaction.atomic
def undo_together(acts: Sequence[Activity], *, by: User, at: datetime) -> list[Activity]:
    """Undo acts of one sheet that were done at once, but for those that something has followed.

    Returns:
        Those that were undone.

    Raises:
        Refused: when none can be.
    """
    undone = []
    for activity in acts:
        try:
            undo(activity, by=by, at=at)
        except Refused:
            continue
        undone.append(activity)
    if not undone:
        raise Refused(_("Something was done here since. Look at it again."))
    return undone


def _decide_as_before(activity: Activity, by: User, at: datetime) -> None:
    fact = _fact(activity)
    decision = _restore_answer(fact, before=activity.details["decision"], by=by, at=at)
    record_decision(decision)
    accepted = activity.details.get("accepted", [])
    if items := list(fact.evidence.filter(pk__in=accepted, state=Evidence.State.ACCEPTED).select_related("claim")):
        unsort(items, act=Act(activity.act), by=by, at=at)
    touch(fact.sheet, at=at)


def _restore_answer(fact: Fact, *, before: int, by: User, at: datetime) -> Decision:
    """Decide a fact again as it was before its decision of this number: by that answer, or open."""
    earlier = fact.decisions.filter(number=before - 1).first()
    if earlier is None or earlier.outcome == Decision.Outcome.REOPENED:
        return append_decision(fact, REOPENED, by=by, at=at, rationale=earlier.rationale if earlier else "")
    cited = earlier.citations.filter(evidence__fact=fact).order_by("number").values_list("evidence", flat=True)
    decision = append_decision(
        fact,
        Answer.of_decision(earlier),
        by=by,
        at=at,
        rationale=earlier.rationale,
        cite=list(cited),
        # What challenged the answer then challenges it again.
        weighed=earlier.weighed,
    )
    refresh_facts(fact.sheet, [fact.pk], by=by, at=at)
    return decision


def _leave_out(activity: Activity, by: User, at: datetime) -> None:
    fact = _fact(activity)
    answer = Answer(outcome=Decision.Outcome.LEFT_OUT)
    record_decision(append_decision(fact, answer, by=by, at=at, rationale=_("It was added by mistake.")))
    touch(fact.sheet, at=at)


def _change_back(activity: Activity, by: User, at: datetime) -> None:
    fact = _fact(activity)
    before = dict(activity.details["before"])
    if "as_of" in before:
        before["as_of"] = date.fromisoformat(before["as_of"]) if before["as_of"] else None
    now = {name: getattr(fact, name) for name in ("label", "scope", "as_of", "heading", "question", "ask_whom")}
    change_fact(fact, version=fact.version, **(now | before), by=by, at=at)


def _move_back(activity: Activity, by: User, at: datetime) -> None:
    move_fact(_fact(activity), up=not activity.details["up"], by=by, at=at)


def _rearrange_back(activity: Activity, by: User, at: datetime) -> None:
    fact, details = _fact(activity), activity.details
    other = Fact.objects.select_related("sheet").get(pk=details["other_id"])
    if activity.act == Act.FACT_SPLIT:
        merge(other, fact, version=other.version, by=by, at=at)
    else:
        take_apart(fact, other, details["weights"], by=by, at=at)
        other.refresh_from_db()
        _restore_answer(other, before=details["decision"], by=by, at=at)
        touch(fact.sheet, at=at)


def _assign_back(activity: Activity, by: User, at: datetime) -> None:
    before = activity.details["before"]
    assign(_fact(activity), to=User.objects.get(pk=before) if before else None, by=by, at=at)


def _take_comment_back(activity: Activity, by: User, at: datetime) -> None:
    withdraw_comment(Comment.objects.select_related("fact").get(pk=activity.details["comment_id"]), by=by, at=at)


def _weigh_back(activity: Activity, by: User, at: datetime) -> None:
    item, before = _evidence(activity), activity.details["before"]
    now = describe_weight(item)
    write_weight(item, **before)
    words = {"stance": item.stance, "reason": item.reason, "fact": str(item.fact), "before": now}
    record(Act.EVIDENCE_WEIGHED, sheet=item.sheet, actor=by, at=at, subject=item, **words)
    _refresh(item, by=by, at=at)


def _refresh(item: Evidence, *, by: User, at: datetime) -> None:
    if item.fact_id is not None:
        refresh_facts(item.sheet, [item.fact_id], by=by, at=at)
    touch(item.sheet, at=at)


def _fact(activity: Activity) -> Fact:
    rows = Fact.objects.select_related("sheet", "decision").filter(sheet=activity.sheet_id)
    return rows.get(pk=activity.subject_id or 0)


def _evidence(activity: Activity) -> Evidence:
    rows = Evidence.objects.select_related("sheet", "claim", "fact").filter(sheet=activity.sheet_id)
    return rows.get(pk=activity.subject_id or 0)


Way = Callable[[Activity, User, datetime], None]

WAYS: Mapping[Act, Way] = {
    **dict.fromkeys(ACT_OF.values(), _decide_as_before),
    Act.FACT_CREATED: _leave_out,
    Act.FACT_CHANGED: _change_back,
    Act.FACT_MOVED: _move_back,
    Act.FACT_SPLIT: _rearrange_back,
    Act.FACT_MERGED: _rearrange_back,
    Act.FACT_ASSIGNED: _assign_back,
    Act.FACT_COMMENTED: _take_comment_back,
    Act.EVIDENCE_WEIGHED: _weigh_back,
    **dict.fromkeys(SORTING, put_claims_back),
}
