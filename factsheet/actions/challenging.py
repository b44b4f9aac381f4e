"""What comes to contradict an answer that is given challenges it, each claim by itself, until somebody answers that.

So does a newer version of an article that changes or withdraws what supported the answer; a value that none of those
gives between which a dispute was left; and any value of what was not established.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from articles.alignment import plain
from factsheet.actions.log import record_all
from factsheet.models import Act, Challenge, EditionLine, Evidence, Fact, FactSheet
from factsheet.placed import Placed, Succession, read_successions
from factsheet.reconcile import RelationKind
from factsheet.reconcile.objections import OBJECTIONS, is_unheard_of, speaks_against
from factsheet.reconcile.standings import FactState
from factsheet.sides import WITHDRAWN, side_of_answer

Worked = Sequence[tuple[Fact, Sequence[Placed]]]
Signature = tuple[Any, ...]

ANSWERED = frozenset({Fact.State.SETTLED, Fact.State.DISPUTED, Fact.State.NOT_ESTABLISHED})
"""What a claim can challenge."""

CONTRADICTING = frozenset({RelationKind.CONFLICT, RelationKind.TENSION})


def note_challenges(sheet: FactSheet, worked: Worked, *, by: User | None, at: datetime) -> None:
    """Write down which evidence newly challenges the answers of facts, and forget what no longer does.

    Each fact that gains a challenge is told of by one line of the log: by which claims, why, and in which editions its
    figure stands by then. The number of queries does not grow with the facts; saving `challenged_at` is the caller's.

    Args:
        sheet: of the facts, its lock held.
        worked: facts with their decisions, and their evidence as it stands now.
        by: whose act brought the evidence.
        at: when.
    """
    rows = {
        (row.fact_id, row.evidence_id): row for row in Challenge.objects.filter(fact__in=[fact for fact, _ in worked])
    }
    came: list[tuple[Fact, list[Placed]]] = []
    standing: dict[int, list[Placed]] = {}
    keys = [fact.pk for fact, _evidence in worked]
    lines = dict(zip(keys, read_successions(evidence for _fact, evidence in worked), strict=True))
    for fact, _evidence in worked:
        against = _find_unanswered(fact, lines[fact.pk])
        standing[fact.pk] = against
        new = [item for item in against if (fact.pk, item.pk) not in rows]
        kept = [rows[fact.pk, item.pk].at for item in against if (fact.pk, item.pk) in rows]
        fact.challenged_at = min([*kept, *([at] if new else [])], default=None)
        if new:
            came.append((fact, new))
    live = {(fact, item.pk) for fact, items in standing.items() for item in items}
    if gone := [row.pk for key, row in rows.items() if key not in live]:
        Challenge.objects.filter(pk__in=gone).delete()
    if not came:
        return
    Challenge.objects.bulk_create(
        Challenge(fact=fact, evidence_id=item.pk, at=at) for fact, new in came for item in new
    )
    printed = find_editions(fact.pk for fact, _ in came)
    told_of: list[tuple[Fact, dict[str, Any]]] = []
    for fact, new in came:
        fresh = {item.pk for item in new}
        before = [item.claim for item in standing[fact.pk] if item.pk not in fresh]
        claims = [_describe(item, fact, lines[fact.pk]) for item in new]
        told: dict[str, Any] = {"claims": claims, "editions": printed[fact.pk]}
        told |= {"before": before, "after": [item.claim for item in standing[fact.pk]]}
        told_of.append((fact, told))
    record_all(Act.FACT_CHALLENGED, told_of, sheet=sheet, actor=by, at=at)


def _find_unanswered(fact: Fact, line: Succession) -> list[Placed]:
    """The evidence that speaks against a settled answer and was not weighed, with its value, when that was given.

    It is what contradicts the answer, or where that has no value what was not heard of then, and what outlets have
    changed or withdrawn since of that on which it rests. What had been set aside then was not held against the answer.
    """
    if fact.decision is None or fact.state not in ANSWERED:
        return []
    settles = fact.state == Fact.State.SETTLED
    weighed = [item for item in fact.decision.weighed if item.get("stance") not in WITHDRAWN]
    known = {_sign(item) for item in weighed}
    against_it = {_sign(item) for item in weighed if not settles or item["relation"] in CONTRADICTING}
    new = [item for item in line.evidence if item.is_live and against_it.isdisjoint(_signs(item, line.up_to(item)))]
    against = _find_contradicting(fact, new) if settles else _find_unheard_of(new, line.evidence, known)
    rests_on = {item["evidence"] for item in weighed if not settles or item.get("stance") == Evidence.Stance.SUPPORTS}
    for item in line.evidence:
        if item.pk in rests_on and item.is_superseded:
            now = line.newest(item)
            if now.is_superseded or (now.is_live and known.isdisjoint(_signs(now, line.up_to(now)))):
                against.append(now)
    return sorted({item.pk: item for item in against}.values(), key=line.evidence.index)


def _find_contradicting(fact: Fact, new: Sequence[Placed]) -> list[Placed]:
    """Of this evidence what speaks against the answer of a settled fact."""
    answer = side_of_answer(fact, fact.decision) if fact.decision else None
    if answer is None:
        return [item for item in new if item.relation == RelationKind.CONFLICT]
    return [item for item in new if item.relation and speaks_against(item.side, answer, RelationKind(item.relation))]


def _find_unheard_of(new: Sequence[Placed], evidence: Sequence[Placed], known: Collection[Signature]) -> list[Placed]:
    """Of this evidence what gives a value that none of those gives that were known when no value was settled."""
    said = ((describe_weighed(item), item.side) for item in evidence if item.is_live)
    heard = {_value_of(weighed): side for weighed, side in said if _sign(weighed) in known}
    return [item for item in new if is_unheard_of(item.side, heard.values())]


def _sign(weighed: Mapping[str, Any]) -> Signature:
    """A piece of evidence with the value that it had: the date of its article may give it another."""
    return (weighed["evidence"], *_value_of(weighed))


def _signs(item: Placed, line: Iterable[Placed]) -> set[Signature]:
    """By what a piece of evidence is known, or would be as any that it follows upon."""
    return {(other.pk, *_value_of(describe_weighed(item))) for other in line}


def _value_of(weighed: Mapping[str, Any]) -> tuple[Any, ...]:
    low, high = weighed.get("low"), weighed.get("high")
    words = plain(weighed.get("text", "")) if low is None and high is None else ""
    return low, high, weighed.get("hedge"), words


def describe_weighed(item: Placed) -> dict[str, Any]:
    """A piece of evidence as a decision keeps it: its claim, words, value, stance and relation."""
    interval = item.side.interval
    return {
        "evidence": item.pk,
        "claim": item.claim,
        "text": item.side.text,
        "low": None if interval is None or interval.low is None else str(interval.low),
        "high": None if interval is None or interval.high is None else str(interval.high),
        "hedge": item.side.hedge.value,
        "stance": item.stance,
        "relation": item.relation,
    }


def _describe(item: Placed, fact: Fact, line: Succession) -> dict[str, Any]:
    """A claim that challenges, as the log keeps it.

    `reason` is why it speaks against the answer, `was` what the version before said in its place; of what no version
    says any more `is_gone` is true.
    """
    article = int(item.side.article)
    told: dict[str, Any] = {"claim": item.claim, "article": article, "text": item.side.text}
    if item.is_superseded:
        return told | {"reason": "", "is_gone": True}
    before = next(iter(line.up_to(item)[1:]), None)
    was = {"was": before.side.text} if before and before.side.text != item.side.text else {}
    return told | {"reason": OBJECTIONS.get(FactState(fact.state), item.relation_reason)} | was


def find_editions(facts: Iterable[int]) -> dict[int, list[int]]:
    """The numbers of the editions in which facts stand."""
    lines = EditionLine.objects.filter(fact_key__in=list(facts)).order_by("edition__number")
    found: dict[int, list[int]] = defaultdict(list)
    for fact, number in lines.values_list("fact_key", "edition__number"):
        found[fact].append(number)
    return found
