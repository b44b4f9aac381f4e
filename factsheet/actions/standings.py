"""How the evidence of facts stands: status, suggestion and number of origins, and what contradicts the answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from factsheet.actions.pairs import Kept, keep, read_kept, relate_all
from factsheet.actions.rows import overwrite
from factsheet.models import Decision, Evidence, Fact, PolicyChoice, SheetArticle
from factsheet.placed import Placed, read_placed
from factsheet.reconcile import (
    Origin,
    Policy,
    Relation,
    RelationKind,
    Side,
    Silence,
    Suggestion,
    relate,
    status_of,
    weigh,
)
from factsheet.reconcile.clocks import lend_offsets
from factsheet.reconcile.voices import trace_figures
from factsheet.sides import choose_telling, side_of_answer, side_of_suggestion, write_suggestion

FOUND = ("status", "suggestion", "origins", "challenged_at")
"""What of a fact follows from its evidence."""

TRACED = ("article", "article__source__name", "origin", "origin_reason")

NONE: Mapping[int, Decision] = {}

CONTRADICTING = frozenset({RelationKind.CONFLICT, RelationKind.TENSION})


@dataclass(frozen=True, slots=True)
class Files:
    """What is kept of some facts of a sheet besides their evidence; articles by the keys of sides."""

    origins: Mapping[str, Origin]
    outlets: Mapping[str, str]
    policies: Mapping[str, Policy]
    kept: Mapping[int, Kept]


def work_out(facts: Sequence[Fact], decisions: Mapping[int, Decision] = NONE) -> list[tuple[Fact, list[Placed]]]:
    """Give facts of one sheet their status, suggestion and number of origins, and write how their evidence stands.

    The facts themselves are left to be saved. The number of queries does not grow with them.

    Args:
        facts: with their decisions loaded.
        decisions: the answers to measure against, by the fact, where they are not the facts' own yet.

    Returns:
        Each fact with its evidence as it is then, in the order of articles and of their text.
    """
    placed: dict[int, list[Placed]] = defaultdict(list)
    for item in read_placed(Evidence.objects.filter(fact__in=[fact.pk for fact in facts])):
        placed[item.fact].append(item)
    files = _read_files(facts, placed)
    worked, changed, kept = [], [], {}
    for fact in facts:
        evidence = _set_clocks(placed[fact.pk])
        decision = decisions.get(fact.pk)
        answer, kept[fact.pk] = _weigh_up(fact, evidence, files, decision or fact.decision)
        settles = decision is not None and decision.outcome == Decision.Outcome.SETTLED
        stands = [_measure(item, answer, settles=settles) for item in evidence]
        changed += [new for old, new in zip(evidence, stands, strict=True) if new is not old]
        worked.append((fact, stands))
    _write_evidence(changed)
    keep({fact: found for fact, found in kept.items() if found != files.kept.get(fact)})
    return worked


def _set_clocks(evidence: Sequence[Placed]) -> list[Placed]:
    """The evidence of a fact, each time of day with what the others tell of the clock of its place."""
    sides = lend_offsets([item.side for item in evidence])
    return [item if side is item.side else replace(item, side=side) for item, side in zip(evidence, sides, strict=True)]


def _read_files(facts: Sequence[Fact], placed: Mapping[int, Sequence[Placed]]) -> Files:
    articles = {int(item.side.article) for evidence in placed.values() for item in evidence}
    entries = SheetArticle.objects.filter(sheet__in={fact.sheet_id for fact in facts}, article__in=articles)
    origins, outlets = {}, {}
    for article, outlet, number, reason in entries.values_list(*TRACED):
        origins[str(article)], outlets[str(article)] = Origin(number, (), reason), outlet or ""
    policies = {kind: Policy(policy) for kind, policy in PolicyChoice.objects.values_list("kind", "policy")}
    return Files(origins, outlets, policies, read_kept(fact.pk for fact in facts))


def _weigh_up(
    fact: Fact, evidence: Sequence[Placed], files: Files, decision: Decision | None
) -> tuple[Side | None, Kept]:
    """Give a fact what its evidence makes of it; returned are the answer to measure by, and what is to be kept."""
    standing = [item.side for item in evidence if item.is_live]
    origins = {side.key: files.origins[side.article] for side in standing}
    telling = choose_telling(standing, origins)
    relations, kept = relate_all(telling, files.kept.get(fact.pk, Kept()))
    outlets = {item.side.article: files.outlets[item.side.article] for item in evidence}
    voices = trace_figures(standing, origins, outlets)
    # A figure is no answer to "when": what an editor put here of another kind is seen, and not suggested.
    fitting = [side for side in telling if side.kind == fact.kind]
    suggestion = weigh(fitting, relations, voices, files.policies.get(fact.kind, Policy.MOST_ORIGINS))
    fact.status = status_of(relations, origins).value
    fact.origins = len({origin.number for origin in voices.values()})
    fact.suggestion = write_suggestion(suggestion)
    answer = _answer_to_compare(fact, decision, suggestion)
    if answer is not None:
        *_others, answer = lend_offsets([*standing, answer])
    return answer, kept


def _answer_to_compare(fact: Fact, decision: Decision | None, suggestion: Suggestion | Silence) -> Side | None:
    if decision is not None and decision.outcome == Decision.Outcome.SETTLED:
        return side_of_answer(fact, decision)
    return side_of_suggestion(fact, suggestion) if isinstance(suggestion, Suggestion) else None


def _measure(item: Placed, answer: Side | None, *, settles: bool) -> Placed:
    """The evidence as it stands to the answer; itself where nothing changed."""
    relation = relate(item.side, answer) if answer else None
    kind = relation.kind.value if relation else Evidence.Relation.NONE.value
    reason = relation.reason[:400] if relation else ""
    stance = _stance_of(relation).value if settles and item.weighed_by is None and item.is_live else item.stance
    if (kind, reason, stance) == (item.relation, item.relation_reason, item.stance):
        return item
    return replace(item, relation=kind, relation_reason=reason, stance=stance)


def _stance_of(relation: Relation | None) -> Evidence.Stance:
    if relation is None:
        return Evidence.Stance.UNWEIGHED
    return Evidence.Stance.CONTRADICTS if relation.kind in CONTRADICTING else Evidence.Stance.SUPPORTS


def _write_evidence(changed: Sequence[Placed]) -> None:
    rows = Evidence.objects.in_bulk([item.pk for item in changed])
    for item in changed:
        row = rows[item.pk]
        row.relation, row.relation_reason, row.stance = item.relation, item.relation_reason, item.stance
    overwrite(Evidence.objects, rows.values(), ["relation", "relation_reason", "stance"])
