"""What speaks against an answer that was given, where the editor who gave it did not know of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from articles.phrasing import gettext_noop as _
from articles.values import Interval, intersect
from factsheet.reconcile.relations import relate
from factsheet.reconcile.sides import Side
from factsheet.reconcile.standings import WORDED, FactState
from factsheet.reconcile.verdicts import RelationKind

OBJECTIONS: Mapping[FactState, str] = {
    FactState.DISPUTED: _("It gives a value that none of those gives that are in dispute."),
    FactState.NOT_ESTABLISHED: _("It gives a value for what was not established, and was not known then."),
}
"""Why a claim speaks against an answer that has no value; against a settled one its relation says why."""


def speaks_against(claim: Side, answer: Side, relation: RelationKind) -> bool:
    """Whether a claim that stands so to an answer speaks against it.

    A conflict does. A tension does, unless it comes of what the claim alone leaves open: "more than 100" leaves room
    for 170, and so does "dozens"; 303 against "at least 170" says that the answer is not what it was.
    """
    if relation is not RelationKind.TENSION:
        return relation is RelationKind.CONFLICT
    ours: Interval[Any] | None = claim.interval
    theirs: Interval[Any] | None = answer.interval
    return ours is None or theirs is None or claim.unit != answer.unit or intersect(ours, theirs) != theirs


def is_unheard_of(claim: Side, heard: Iterable[Side]) -> bool:
    """Whether a claim has a value against which all speak that were heard when no value could be settled."""
    if claim.interval is None and claim.kind not in WORDED:
        return False
    return all(speaks_against(claim, other, relate(claim, other).kind) for other in heard)
