"""A fact that mixes two scopes is split, and two facts that ask the same are merged: each one act, and each undoes the
other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factsheet.actions.arranging import refresh_facts
from factsheet.actions.decisions import Answer, Wish, append_decisions
from factsheet.actions.evidence import move
from factsheet.actions.facts import next_position, take_version
from factsheet.actions.log import record, touch
from factsheet.actions.ordering import write_order
from factsheet.actions.weighing import describe_weight, write_weight
from factsheet.models import Act, Decision, Evidence, Fact, in_reading_order
from factsheet.policies import Refused


@transaction.atomic
def split(
    fact: Fact,
    evidence: Sequence[int],
    *,
    version: int,
    label: str,
    scope: str,
    by: User,
    at: datetime,
    rationale: str = "",
) -> Fact:
    """Put some of a fact's evidence under a new fact with a scope of its own, which follows it on the sheet.

    Returns:
        The new fact.

    Raises:
        Stale: when the fact's version is no longer `version`; nothing is saved.
        Refused: when no evidence is chosen, or all of it, or some that is not under the fact; or without a scope.
    """
    fact = take_version(fact, version)
    chosen = _load(fact, evidence)
    if not chosen:
        raise Refused(_("Choose the evidence that has another scope."))
    if len(chosen) == fact.evidence.count():
        raise Refused(_("Something has to stay. To say what all of it counts, change the scope of the fact."))
    if not scope:
        raise Refused(_("Say what the new fact counts."))
    new = Fact.objects.create(
        sheet=fact.sheet,
        label=label[:200] or fact.label,
        kind=fact.kind,
        unit=fact.unit,
        scope=scope[:200],
        as_of=fact.as_of,
        heading=fact.heading,
        position=next_position(fact.sheet),
    )
    _put_after(new, fact)
    weights = _weights(chosen)
    move([(item, new) for item in chosen], act=Act.FACT_SPLIT, by=by, at=at)
    _weigh_as_before(chosen, weights)
    _record(Act.FACT_SPLIT, fact, new, chosen, by=by, at=at, rationale=rationale)
    return new


@transaction.atomic
def merge(fact: Fact, into: Fact, *, version: int, by: User, at: datetime) -> None:
    """Put all evidence of a fact under another one of its sheet; the fact itself is left out, with that as the reason.

    Raises:
        Stale: when the fact's version is no longer `version`; nothing is saved.
        Refused: when it is the same fact, or one that another sheet has or that is of another kind.
    """
    fact = take_version(fact, version)
    if into.pk == fact.pk or into.sheet_id != fact.sheet_id:
        raise Refused(_("Choose another fact of this sheet."))
    if into.kind != fact.kind:
        raise Refused(_("Only facts of one kind can be merged."))
    into = Fact.objects.select_related("sheet").get(pk=into.pk)
    evidence = list(fact.evidence.select_related("claim", "fact"))
    weights = _weights(evidence)
    move([(item, into) for item in evidence], act=Act.FACT_MERGED, by=by, at=at)
    _weigh_as_before(evidence, weights)
    rationale = _("Merged into “%(fact)s”.") % {"fact": into}
    left_out = Answer(outcome=Decision.Outcome.LEFT_OUT)
    (decision,) = append_decisions([Wish(fact, left_out, rationale)], by=by, at=at)
    _record(Act.FACT_MERGED, into, fact, evidence, by=by, at=at, weights=weights, **_name(decision))


def take_apart(
    into: Fact, fact: Fact, weights: Mapping[str, Any], decide_again: Callable[[], Decision], *, by: User, at: datetime
) -> None:
    """Give a fact back the evidence that was merged into another, as far as it is still there, weighed as it was.

    `weights` are those that the log keeps of the merger; `decide_again` gives the fact the answer that it had.
    """
    returned = _load(into, [int(key) for key in weights])
    move([(item, fact) for item in returned], act=Act.FACT_SPLIT, by=by, at=at)
    _weigh_as_before(returned, weights)
    _record(Act.FACT_SPLIT, into, fact, returned, by=by, at=at, **_name(decide_again()))


def _name(decision: Decision) -> dict[str, Any]:
    """What the log says of a decision that another act made with it, on the other fact."""
    return {"decision": decision.number, "decision_sha256": decision.sha256}


def _load(fact: Fact, evidence: Sequence[int]) -> list[Evidence]:
    return list(fact.evidence.filter(pk__in=evidence).select_related("claim", "fact").order_by("pk"))


def _put_after(new: Fact, fact: Fact) -> None:
    order = in_reading_order(Fact.objects.filter(sheet=fact.sheet_id).exclude(pk=new.pk))
    place = next(n for n, other in enumerate(order) if other.pk == fact.pk)
    write_order([*order[: place + 1], new, *order[place + 1 :]])


def _weights(evidence: Iterable[Evidence]) -> dict[str, Any]:
    return {str(item.pk): describe_weight(item) for item in evidence}


def _weigh_as_before(evidence: Iterable[Evidence], weights: Mapping[str, Any]) -> None:
    """What an editor said of a piece of evidence goes with it; what follows from the values is worked out anew."""
    for item in evidence:
        if weights[str(item.pk)]["weighed_by"] is not None:
            write_weight(item, **weights[str(item.pk)])


def _record(
    act: Act, fact: Fact, other: Fact, moved: Sequence[Evidence], *, by: User, at: datetime, **details: Any
) -> None:
    """Write it into the log of the fact that stays, and work out anew how both stand."""
    left, reached = (fact, other) if act == Act.FACT_SPLIT else (other, fact)
    keys = [item.pk for item in moved]
    record(
        act,
        sheet=fact.sheet,
        actor=by,
        at=at,
        subject=fact,
        other=f"{other.label} ({other.scope})" if other.scope else other.label,
        other_id=other.pk,
        before={"fact": left.pk, "evidence": keys},
        after={"fact": reached.pk, "evidence": keys},
        facts=[fact.pk, other.pk],
        **details,
    )
    refresh_facts(fact.sheet, [fact.pk, other.pk], by=by, at=at)
    touch(fact.sheet, at=at)
