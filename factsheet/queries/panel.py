"""The reconcile panel: one fact with its evidence side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from factsheet.models import Decision, Evidence, Fact, SheetArticle, in_reading_order
from factsheet.queries.sentences import Sentence, cut_sentence
from factsheet.reconcile import Relation, Scale, relate, scale
from factsheet.sides import can_be_taken, choose_telling, is_live, load_evidence, origins_of, side_of_evidence

# The digits that choose a claim's value by one key.
KEYS = "123456789"


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One piece of evidence in its sentence, with where it comes from; `key` is the digit that takes its value."""

    evidence: Evidence
    entry: SheetArticle
    sentence: Sentence
    key: str

    @property
    def is_live(self) -> bool:
        """Whether it takes part in how the fact stands."""
        return is_live(self.evidence)

    @property
    def can_be_taken(self) -> bool:
        """Whether its value can be the answer."""
        return can_be_taken(self.evidence.claim)


@dataclass(frozen=True, slots=True)
class Pair:
    """How two pieces of evidence stand to one another."""

    a: EvidenceItem
    b: EvidenceItem
    relation: Relation


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything an editor weighs to decide one fact."""

    fact: Fact
    items: list[EvidenceItem]
    pairs: list[Pair]
    scale: Scale | None
    decisions: list[Decision]
    previous: Fact | None
    next: Fact | None
    others: list[Fact]

    @property
    def origins(self) -> list[list[EvidenceItem]]:
        """The evidence bundled by origin, in the order in which the origins appear."""
        bundles: dict[int, list[EvidenceItem]] = {}
        for item in self.items:
            bundles.setdefault(item.entry.origin, []).append(item)
        return list(bundles.values())


def panel(fact: Fact) -> Panel:
    """The panel of a fact, its sheet and decision loaded; five queries."""
    evidence = load_evidence(fact.evidence.exclude(state=Evidence.State.REJECTED))
    # After the evidence: an article that a colleague takes in between the two brings its entry along.
    entries = {entry.article_id: entry for entry in SheetArticle.objects.filter(sheet=fact.sheet_id)}
    evidence.sort(key=lambda item: (entries[item.claim.article_id].position, item.claim.start))
    keys = iter(KEYS)
    items = []
    for item in evidence:
        claim = item.claim
        sentence = cut_sentence(claim, claim.sentence)
        items.append(EvidenceItem(item, entries[claim.article_id], sentence, next(keys, "")))
    live = {str(item.evidence.pk): item for item in items if item.is_live}
    sides = [side_of_evidence(item.evidence) for item in live.values()]
    telling = choose_telling(sides, origins_of(evidence, entries.values()))
    pairs = [Pair(live[a.key], live[b.key], relate(a, b)) for a, b in combinations(telling, 2)]
    pairs.sort(key=lambda pair: -pair.relation.kind.severity)
    facts = in_reading_order(Fact.objects.filter(sheet=fact.sheet_id).exclude(state=Fact.State.LEFT_OUT))
    place = next((n for n, other in enumerate(facts) if other.pk == fact.pk), None)
    return Panel(
        fact=fact,
        items=items,
        pairs=pairs,
        scale=scale(sides) if any(side.interval for side in sides) else None,
        decisions=list(fact.decisions.select_related("editor").order_by("-number")),
        previous=facts[place - 1] if place else None,
        next=facts[place + 1] if place is not None and place + 1 < len(facts) else None,
        others=[other for other in facts if other.pk != fact.pk],
    )
