"""How two claims stand to one another, why, and what kind of difference it looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from articles.values import Kind
from factsheet.reconcile.date_relations import relate_dates
from factsheet.reconcile.differences import explain_difference
from factsheet.reconcile.figure_relations import relate_figures
from factsheet.reconcile.origins import Origin
from factsheet.reconcile.quote_relations import relate_quotes
from factsheet.reconcile.reasons import reason_for
from factsheet.reconcile.sides import Side
from factsheet.reconcile.time_relations import relate_times
from factsheet.reconcile.verdicts import Difference, RelationKind, Verdict


@dataclass(frozen=True, slots=True)
class Relation:
    """How the sides with the keys `a` and `b` stand to one another; `reason` is a sentence for an editor."""

    a: str
    b: str
    kind: RelationKind
    difference: Difference | None
    reason: str


class FactStatus(StrEnum):
    """How the evidence of a fact stands as a whole."""

    SINGLE = "single"
    AGREE = "agree"
    REVISION = "revision"
    ROUNDING = "rounding"
    TENSION = "tension"
    CONFLICT = "conflict"


BY_KIND: Mapping[Kind, Callable[[Side, Side], Verdict]] = {
    Kind.DATE: relate_dates,
    Kind.TIME: relate_times,
    Kind.QUOTE: relate_quotes,
    Kind.STATEMENT: relate_quotes,
}


def relate(a: Side, b: Side) -> Relation:
    """How two claims about one fact stand to one another (DESIGN section 5).

    Symmetric: `relate(a, b) == relate(b, a)`; the earlier published side is named first.
    """
    if _order(b) < _order(a):
        a, b = b, a
    if not (_is_known(a) and _is_known(b)):
        verdict = Verdict(RelationKind.CONSISTENT, Difference.UNKNOWN)
    elif a.kind is not b.kind:
        verdict = Verdict(RelationKind.CONSISTENT, Difference.UNIT)
    else:
        verdict = explain_difference(a, b, BY_KIND.get(a.kind, relate_figures)(a, b))
    return Relation(a.key, b.key, verdict.kind, verdict.difference, reason_for(a, b, verdict))


def _is_known(side: Side) -> bool:
    """Whether there is something to compare: a value, or the words of a quotation."""
    return side.interval is not None or BY_KIND.get(side.kind) is relate_quotes


def _order(side: Side) -> tuple[date, str, int, str]:
    return (side.published or date.max, side.article, side.start, side.key)


SEVERITY: Mapping[RelationKind, FactStatus] = {
    RelationKind.SAME: FactStatus.AGREE,
    RelationKind.CONSISTENT: FactStatus.AGREE,
    RelationKind.ROUNDING: FactStatus.ROUNDING,
    RelationKind.TENSION: FactStatus.TENSION,
    RelationKind.CONFLICT: FactStatus.CONFLICT,
}


def status_of(relations: Iterable[Relation], origins: Mapping[str, Origin]) -> FactStatus:
    """The worst relation among live evidence from different origins; `origins` maps the key of each live side to its
    origin.

    A side that is missing from `origins` takes no part (a value its own article takes back, evidence set aside).
    Evidence of one origin only, or whose values are not known, is SINGLE; where a later count follows an earlier one
    and nothing is worse, REVISION.
    """
    found = {FactStatus.SINGLE}
    for relation in relations:
        one, other = origins.get(relation.a), origins.get(relation.b)
        if one is None or other is None or one.number == other.number or relation.difference is Difference.UNKNOWN:
            continue
        revised = relation.difference is Difference.REVISION and relation.kind is RelationKind.CONSISTENT
        found.add(FactStatus.REVISION if revised else SEVERITY[relation.kind])
    return max(found, key=list(FactStatus).index)
