"""By which of its evidence a fact is known, where reading all of it would cost too much."""

from __future__ import annotations

from django.db.models import OuterRef, QuerySet, Subquery

from factsheet.models import Evidence, Fact
from factsheet.reconcile.placing import MOST_SIDES


def choose_known(facts: QuerySet[Fact], evidence: QuerySet[Evidence]) -> list[int]:
    """Of the evidence, the ids of that by which each of the facts is known: the first and the last few of each.

    What editors accepted comes first; one query. Each is found by the index, so that what it costs follows the number
    of facts and not of their evidence.
    """
    own = evidence.filter(fact=OuterRef("pk"))
    ends = [
        Subquery(own.order_by(*order).values("pk")[place : place + 1])
        for order in (("state", "pk"), ("-state", "-pk"))
        for place in range(MOST_SIDES // 2)
    ]
    rows = facts.order_by().values_list(*ends)
    return sorted({pk for row in rows for pk in row if pk is not None})
