"""What is in the database after many were at it: every acknowledged act once with its effect, and no other."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Max

from factsheet.actions.arranging import refresh_facts
from factsheet.actions.log import touch
from factsheet.management.verification import Verification
from factsheet.models import Activity, Comment, Decision, Evidence, Fact, FactSheet, in_reading_order
from factsheet.policies import STATE_AFTER
from tests.factsheet.collisions.editors import Tried
from tests.factsheet.newsroom import LATER

CODES = {"move": "fact.moved", "merge": "fact.merged"}
"""Of the acts that carry no words of their own: by these and by who did them on what they are told apart."""

COUNTS = ("facts_open", "facts_decided", "facts_in_conflict", "facts_challenged", "facts_mismatched", "claims_to_sort")
FOUND = ("status", "origins", "state", "challenged_at", "decision_id", "position", "heading")


@dataclass(frozen=True, slots=True)
class Before:
    """How the sheets stood before anybody was at them."""

    last_act: int
    order: Mapping[int, Sequence[int]]
    places: Mapping[int, int | None]

    @classmethod
    def look(cls) -> Before:
        """As they stand now."""
        last = Activity.objects.aggregate(last=Max("pk"))["last"] or 0
        order = {sheet.pk: _order(sheet) for sheet in FactSheet.objects.all()}
        return cls(last, order, dict(Evidence.objects.values_list("pk", "fact")))


def find_lost(tried: Sequence[Tried], before: Before, editors: Sequence[int]) -> Iterator[str]:
    """Whatever is not as it was acknowledged, a line each; `editors` are the keys of the people, by their numbers."""
    done = [act for act in tried if act.is_acknowledged]
    log = list(Activity.objects.filter(pk__gt=before.last_act, actor__in=editors).order_by("pk"))
    if len(log) != len(done):
        yield f"{len(done)} acts were acknowledged, and the log has {len(log)}"
    yield from _find_unseen(done)
    yield from _find_words(tried, log)
    yield from _find_counted(done, log, editors)
    yield from _replay(log, before)


def find_broken() -> Iterator[str]:
    """Whatever does not fit together, whoever did it: each rule of the rows, and what `manage.py verify` says."""
    yield from Verification().run()
    newest = {row.fact_id: row for row in Decision.objects.order_by("number")}
    for fact in Fact.objects.all():
        row = newest.get(fact.pk)
        if fact.decision_id != (row and row.pk):
            yield f"fact {fact.pk} stands on decision {fact.decision_id}, and the newest is {row and row.pk}"
        if fact.state != (STATE_AFTER[row.outcome] if row else "open"):
            yield f"fact {fact.pk} is {fact.state}, and its newest decision says {row and row.outcome}"
    for sheet in FactSheet.objects.all():
        yield from _work_out_again(sheet)


def _find_unseen(done: Sequence[Tried]) -> Iterator[str]:
    """Of two acts that both began from one version of a fact, the second went over the first without seeing it."""
    seen = Counter((act.fact, act.sent["version"]) for act in done if "version" in act.sent)
    for (fact, version), times in seen.items():
        if times > 1:
            yield f"{times - 1} of {times} acts on version {version} of fact {fact} overwrote what nobody had seen"


def _find_words(tried: Sequence[Tried], log: Sequence[Activity]) -> Iterator[str]:
    told: dict[str, list[Activity]] = defaultdict(list)
    for act in log:
        told[act.details.get("rationale") or act.details.get("comment") or ""].append(act)
    decided = Counter(Decision.objects.values_list("rationale", flat=True))
    said = Counter(Comment.objects.values_list("text", flat=True))
    for sent in tried:
        if sent.kind not in ("settle", "comment"):
            continue
        rows = (decided if sent.kind == "settle" else said)[sent.word]
        lines = len([line for line in told[sent.word] if line.subject_id == sent.fact])
        if (lines, rows) != ((1, 1) if sent.is_acknowledged else (0, 0)):
            found = f"is {lines} times in the log, {rows} there"
            yield f"{sent.kind} {sent.word} was answered {sent.status}, and {found}"


def _find_counted(done: Sequence[Tried], log: Sequence[Activity], editors: Sequence[int]) -> Iterator[str]:
    for kind, code in CODES.items():
        name = "other_id" if kind == "merge" else None
        acknowledged: Counter[tuple[Any, Any]] = Counter(
            (editors[act.editor], act.fact) for act in done if act.kind == kind
        )
        logged: Counter[tuple[Any, Any]] = Counter(
            (line.actor_id, line.details[name] if name else line.subject_id) for line in log if line.act == code
        )
        if acknowledged != logged:
            yield f"of {kind}: acknowledged {acknowledged - logged}, in the log {logged - acknowledged}"


def _replay(log: Sequence[Activity], before: Before) -> Iterator[str]:
    """Play the log on how it was before: it must lead, step by step, to how it is now."""
    order = {sheet: list(facts) for sheet, facts in before.order.items()}
    left_out: set[int] = set()
    places = dict(before.places)
    for line in log:
        facts = [fact for fact in order[line.sheet_id or 0] if fact not in left_out]
        match line.act:
            case "fact.moved":
                yield from _move(line, facts, order[line.sheet_id or 0])
            case "fact.merged":
                left_out.add(line.details["other_id"])
                for item in line.details["before"]["evidence"]:
                    if places[item] != line.details["before"]["fact"]:
                        yield f"act {line.pk} moved evidence {item} from where it was not"
                    places[item] = line.details["after"]["fact"]
            case "fact.disputed" | "fact.not_established":
                left_out.discard(line.subject_id or 0)
    for sheet in FactSheet.objects.filter(pk__in=order):
        if [fact for fact in order[sheet.pk] if fact not in left_out] != _order(sheet):
            yield f"the facts of sheet {sheet.pk} are not in the order that the log leads to"
    if places != dict(Evidence.objects.filter(sheet__in=order).values_list("pk", "fact")):
        yield "evidence is not where the log leads to"


def _move(line: Activity, facts: Sequence[int], order: list[int]) -> Iterator[str]:
    fact = line.subject_id or 0
    there = facts.index(fact) + (-1 if line.details["up"] else 1) if fact in facts else -1
    if 0 <= there < len(facts):
        _exchange(order, fact, facts[there])
    else:
        yield f"act {line.pk} moved fact {fact}, which was not there any more or had nothing beside it"


def _exchange(facts: list[int], one: int, other: int) -> None:
    here, there = facts.index(one), facts.index(other)
    facts[here], facts[there] = other, one


def _order(sheet: FactSheet) -> list[int]:
    return [fact.pk for fact in in_reading_order(sheet.facts.exclude(state=Fact.State.LEFT_OUT))]


def _work_out_again(sheet: FactSheet) -> Iterator[str]:
    """Work out anew what follows from the evidence, in a transaction that is rolled back: nothing may change."""
    with transaction.atomic():
        before = json.dumps(list(sheet.facts.order_by("pk").values_list("pk", *FOUND)), default=str)
        counts = [getattr(sheet, name) for name in COUNTS]
        positions = Counter(sheet.facts.exclude(state="left_out").values_list("position", flat=True))
        refresh_facts(sheet, list(sheet.facts.values_list("pk", flat=True)), by=None, at=LATER)
        touch(sheet, at=LATER)
        if before != json.dumps(list(sheet.facts.order_by("pk").values_list("pk", *FOUND)), default=str):
            yield f"the facts of sheet {sheet.pk} do not follow from their evidence"
        if counts != [getattr(sheet, name) for name in COUNTS]:
            yield f"the counts of sheet {sheet.pk} were {counts}"
        if any(times > 1 for times in positions.values()):
            yield f"two facts of sheet {sheet.pk} share a place"
        transaction.set_rollback(True)
