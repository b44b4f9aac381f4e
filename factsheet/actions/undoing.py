"""Any act on a fact is undone by one more act, of the same kind or of its contrary: nothing is erased.

What an act must remember for that stands in the details of its line in the log. A line of the log from before it
remembered enough cannot be undone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from factsheet.actions.arranging import refresh_facts
from factsheet.actions.decisions import ACT_OF, Answer, Wish, append_decisions, record_decision
from factsheet.actions.discussion import assign, withdraw_comment
from factsheet.actions.evidence import unsort
from factsheet.actions.facts import WORDING, change_fact
from factsheet.actions.log import lock, record, touch
from factsheet.actions.ordering import move_fact, put_fact_back
from factsheet.actions.putting_back import put_claims_back
from factsheet.actions.scopes import merge, take_apart
from factsheet.actions.separating import separate
from factsheet.actions.weighing import describe_weight, write_weight
from factsheet.models import Act, Activity, Citation, Comment, Decision, Evidence, Fact
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
    if not _not_followed([activity]):
        raise Refused(_("Something was done here since. Look at it again."))
    try:
        WAYS[Act(activity.act)](activity, by, at)
    except (KeyError, Fact.DoesNotExist, Evidence.DoesNotExist, Comment.DoesNotExist):
        raise Refused(_("This act cannot be undone any more.")) from None


@transaction.atomic
def undo_together(acts: Sequence[Activity], *, by: User, at: datetime) -> list[Activity]:
    """Undo decisions on facts of one sheet that were made at once, but for those that something has followed.

    Returns:
        Those that were undone.

    Raises:
        Refused: when none can be.
    """
    lock(*{activity.sheet_id for activity in acts if activity.sheet_id})
    undone = _not_followed(acts)
    if not undone:
        raise Refused(_("Something was done here since. Look at it again."))
    _decide_as_before(undone, by, at)
    return undone


def _not_followed(acts: Sequence[Activity]) -> list[Activity]:
    """Of acts of one kind, each on something of its own, those that nothing of their kind has followed there."""
    if not acts:
        return []
    alike = next(kind for kind in KINDS if acts[0].act in kind)
    # An article is on several sheets, and what was done to it on one is undone there.
    on = Activity.objects.filter(
        sheet=acts[0].sheet_id,
        subject_type=acts[0].subject_type,
        subject_id__in=[activity.subject_id for activity in acts],
        act__in=alike,
    )
    newest = dict(on.order_by().values_list("subject_id").annotate(newest=Max("pk")))
    return [activity for activity in acts if newest.get(activity.subject_id) == activity.pk]


def _decide_as_before(acts: Sequence[Activity], by: User, at: datetime) -> None:
    """Give facts of one sheet the answers that they had before these decisions, and back what those had accepted."""
    facts = _facts(acts)
    decisions = _restore_answers({facts[act.subject_id]: act.details["decision"] for act in acts}, by=by, at=at)
    for decision in decisions:
        record_decision(decision)
    for name in {act.act for act in acts}:
        accepted = [key for act in acts if act.act == name for key in act.details.get("accepted", [])]
        rows = Evidence.objects.filter(
            pk__in=accepted, fact__in=[fact.pk for fact in facts.values()], state=Evidence.State.ACCEPTED
        )
        if items := list(rows.select_related("claim", "fact")):
            unsort(items, act=Act(name), by=by, at=at)
    touch(decisions[0].fact.sheet, at=at)


def _restore_answers(before: Mapping[Fact, int], *, by: User, at: datetime) -> list[Decision]:
    """Decide facts of one sheet again as they were before their decisions of these numbers: by that answer, or open."""
    wanted = {fact.pk: number - 1 for fact, number in before.items()}
    rows = Decision.objects.filter(fact__in=wanted, number__in=wanted.values())
    earlier = {row.fact_id: row for row in rows if row.number == wanted[row.fact_id]}
    answers = [row for row in earlier.values() if row.outcome != Decision.Outcome.REOPENED]
    cited = Citation.objects.filter(decision__in=answers, evidence__fact=F("decision__fact")).order_by("number")
    cite: dict[int, list[int]] = defaultdict(list)
    for fact, evidence in cited.values_list("decision__fact", "evidence"):
        cite[fact].append(evidence)
    wishes = [_wish_again(fact, earlier.get(fact.pk), cite[fact.pk]) for fact in before]
    decisions = append_decisions(wishes, by=by, at=at)
    if answers:
        refresh_facts(decisions[0].fact.sheet, [row.fact_id for row in answers], by=by, at=at)
    return decisions


def _wish_again(fact: Fact, earlier: Decision | None, cite: Sequence[int]) -> Wish:
    if earlier is None or earlier.outcome == Decision.Outcome.REOPENED:
        return Wish(fact, REOPENED, earlier.rationale if earlier else "")
    # What challenged the answer then challenges it again.
    return Wish(fact, Answer.of_decision(earlier), earlier.rationale, cite, earlier.weighed)


def _leave_out(activity: Activity, by: User, at: datetime) -> None:
    fact = _fact(activity)
    answer = Answer(outcome=Decision.Outcome.LEFT_OUT)
    (decision,) = append_decisions([Wish(fact, answer, _("It was added by mistake."))], by=by, at=at)
    record_decision(decision)
    touch(fact.sheet, at=at)


def _change_back(activity: Activity, by: User, at: datetime) -> None:
    fact = _fact(activity)
    before = dict(activity.details["before"])
    if "as_of" in before:
        before["as_of"] = date.fromisoformat(before["as_of"]) if before["as_of"] else None
    now = {name: getattr(fact, name) for name in WORDING}
    if not before.keys() <= now.keys():
        # In the admin a fact is put at a place by its number, which would be another one by now.
        raise KeyError("before")
    change_fact(fact, version=fact.version, **(now | before), by=by, at=at)


def _move_back(activity: Activity, by: User, at: datetime) -> None:
    fact = _fact(activity)
    stood = activity.details.get("stood")
    if stood:
        put_fact_back(fact, heading=stood["heading"], follows=stood["follows"], by=by, at=at)
    else:
        move_fact(fact, up=not activity.details["up"], by=by, at=at)


def _rearrange_back(activity: Activity, by: User, at: datetime) -> None:
    fact, details = _fact(activity), activity.details
    other = Fact.objects.select_related("sheet").get(pk=details["other_id"])
    if activity.act == Act.FACT_SPLIT:
        merge(other, fact, version=other.version, by=by, at=at)
    else:

        def decide_again() -> Decision:
            other.refresh_from_db()
            (decision,) = _restore_answers({other: details["decision"]}, by=by, at=at)
            return decision

        take_apart(fact, other, details["weights"], decide_again, by=by, at=at)


def _assign_back(activity: Activity, by: User, at: datetime) -> None:
    before = activity.details["before"]
    assign(_fact(activity), to=User.objects.get(pk=before) if before else None, by=by, at=at)


def _take_comment_back(activity: Activity, by: User, at: datetime) -> None:
    withdraw_comment(Comment.objects.select_related("fact").get(pk=activity.details["comment_id"]), by=by, at=at)


def _weigh_back(activity: Activity, by: User, at: datetime) -> None:
    item, before = _evidence(activity), activity.details["before"]
    now = describe_weight(item)
    if now != activity.details["after"]:
        # A newer version of the article came between.
        raise Refused(_("Something was done here since. Look at it again."))
    write_weight(item, **before)
    words: dict[str, Any] = {"stance": item.stance, "reason": item.reason, "fact": str(item.fact)}
    words |= {"facts": [item.fact_id], "before": now, "after": describe_weight(item)}
    record(Act.EVIDENCE_WEIGHED, sheet=item.sheet, actor=by, at=at, subject=item, **words)
    _refresh(item, by=by, at=at)


def _refresh(item: Evidence, *, by: User, at: datetime) -> None:
    if item.fact_id is not None:
        refresh_facts(item.sheet, [item.fact_id], by=by, at=at)
    touch(item.sheet, at=at)


def _fact(activity: Activity) -> Fact:
    (fact,) = _facts([activity]).values()
    return fact


def _facts(acts: Sequence[Activity]) -> dict[int | None, Fact]:
    """The facts that acts on one sheet were about, by their keys.

    Raises:
        Fact.DoesNotExist: when one is gone.
    """
    rows = Fact.objects.select_related("sheet", "decision").filter(sheet=acts[0].sheet_id)
    facts: dict[int | None, Fact] = {fact.pk: fact for fact in rows.filter(pk__in=[act.subject_id for act in acts])}
    if len(facts) < len(acts):
        raise Fact.DoesNotExist
    return facts


def _evidence(activity: Activity) -> Evidence:
    rows = Evidence.objects.select_related("sheet", "claim", "fact").filter(sheet=activity.sheet_id)
    return rows.get(pk=activity.subject_id or 0)


Way = Callable[[Activity, User, datetime], None]

WAYS: Mapping[Act, Way] = {
    **dict.fromkeys([*ACT_OF.values(), Act.FACT_KEPT], lambda activity, by, at: _decide_as_before([activity], by, at)),
    Act.FACT_CREATED: _leave_out,
    Act.FACT_CHANGED: _change_back,
    Act.FACT_MOVED: _move_back,
    Act.FACT_SPLIT: _rearrange_back,
    Act.FACT_MERGED: _rearrange_back,
    Act.FACT_ASSIGNED: _assign_back,
    Act.FACT_COMMENTED: _take_comment_back,
    Act.EVIDENCE_WEIGHED: _weigh_back,
    Act.ARTICLE_REVISED: separate,
    **dict.fromkeys(SORTING, put_claims_back),
}
