"""The line in a row of the matrix: all that is said of a fact, and what we say, on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from articles.values import Hedge, Kind
from factsheet.models import Evidence, Fact
from factsheet.reconcile import Scale, Side, scale
from factsheet.sides import is_live, side_in_force


@dataclass(frozen=True, slots=True)
class Spread:
    """All that is said of a fact, and what we say, on one line; each claim known by the key of its bar there."""

    scale: Scale
    said: dict[str, Evidence]


def draw_spread(fact: Fact, evidence: Sequence[Evidence]) -> Spread | None:
    """The line of a fact, each value drawn once for each way in which it stands to the answer."""
    said: dict[tuple[object, ...], Evidence] = {}
    for item in evidence:
        claim = item.claim
        if is_live(item) and (interval := claim.interval) is not None:
            value = (interval.low, interval.high, interval.low_open, interval.high_open, claim.unit, claim.utc_offset)
            said.setdefault((*value, item.relation), item)
    sides = [_side(item) for item in said.values()]
    if not sides:
        return None
    answer = side_in_force(fact)
    line = scale([*sides, answer] if answer and answer.interval else sides)
    return Spread(line, {str(item.pk): item for item in said.values()}) if line.bars else None


def _side(evidence: Evidence) -> Side:
    """As much of a claim as its place on a line takes."""
    claim = evidence.claim
    return Side(
        key=str(evidence.pk),
        article=str(claim.article_id),
        kind=Kind(claim.kind),
        interval=claim.interval,
        hedge=Hedge(claim.hedge),
        unit=claim.unit or None,
        as_of=claim.as_of,
        utc_offset=claim.utc_offset,
    )
