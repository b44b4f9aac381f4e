"""The reconcile panel: one fact with its evidence side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Q

from articles.revisions import differ
from factsheet.arrangement import Arrangement
from factsheet.marks import Mark, MarkedAnswer, marked_answers, quotable, suggested
from factsheet.models import (
    POLICY_CHOICES,
    Act,
    Activity,
    Challenge,
    Comment,
    Decision,
    Evidence,
    Fact,
    Phrase,
    SheetArticle,
    in_reading_order,
)
from factsheet.policies import colleagues_for
from factsheet.queries.activity import choose_undoable
from factsheet.queries.matrix import AS_IT_IS, walk, walk_through
from factsheet.queries.mismatches import MismatchItem, read_mismatches
from factsheet.queries.printed import PrintedIn, printed_in
from factsheet.queries.sentences import Sentence, cut_sentence
from factsheet.reconcile import Origin, Policy, Relation, Scale, Side, Suggestion, relate, scale, weigh
from factsheet.reconcile.objections import OBJECTIONS
from factsheet.reconcile.scales import history
from factsheet.reconcile.standings import FactState
from factsheet.sides import (
    can_be_taken,
    choose_telling,
    is_live,
    load_evidence,
    origins_of,
    side_of_evidence,
    traced_entries,
    voices_of,
)
from factsheet.wording import Change, compare_words

POLICY_NAMES = {value: str(name) for value, name in POLICY_CHOICES}

CONTEXT = 400
"""So many characters around a sentence are shown on demand."""

RECENT = 20
"""So many acts that can be undone are listed."""

LOOKED_THROUGH = 200
"""So many of the newest acts on a fact and its evidence are looked through for them."""

# The digits that choose a claim's value by one key.
KEYS = "123456789"


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One piece of evidence in its sentence; `key` is the digit that takes its value.

    `origin` is where its figure comes from: the origin of its article, or one that several have the figure from.
    """

    evidence: Evidence
    entry: SheetArticle
    origin: Origin
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

    @property
    def said_before(self) -> str:
        """What stands before the sentence, from the beginning of a word."""
        claim = self.evidence.claim
        text = claim.article.text[max(claim.sentence_start - CONTEXT, 0) : claim.sentence_start]
        return text.partition(" ")[2] if claim.sentence_start > CONTEXT else text

    @property
    def said_after(self) -> str:
        """What stands after the sentence, to the end of a word."""
        claim = self.evidence.claim
        text = claim.article.text[claim.sentence_end : claim.sentence_end + CONTEXT]
        return text if claim.sentence_end + CONTEXT >= len(claim.article.text) else text.rpartition(" ")[0]


@dataclass(frozen=True, slots=True)
class Pair:
    """How two pieces of evidence stand to one another."""

    a: EvidenceItem
    b: EvidenceItem
    relation: Relation


@dataclass(frozen=True, slots=True)
class Bundle:
    """Evidence of one origin."""

    origin: Origin
    items: list[EvidenceItem]


@dataclass(frozen=True, slots=True)
class Counsel:
    """What a policy would answer, first by the evidence of this key; why not, where `text` is empty."""

    policy: str
    text: str
    reasons: tuple[str, ...]
    by: int = 0


@dataclass(frozen=True, slots=True)
class Past:
    """A decision of the fact's history, its words beside those of the decision before, and what both rest on.

    `against` are the claims against which it only kept the answer, `because` why.
    """

    decision: Decision
    answer: list[Change]
    rationale: list[Change]
    mark: Mark | None
    was: Mark | None = None
    against: Sequence[tuple[str, Mark]] = ()
    because: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything an editor weighs to decide one fact.

    `comments` are those of the thread that nobody took back, `colleagues` who may settle facts, `undoable` the acts on
    the fact that can be undone, the newest first. `challengers` are the pieces of evidence that challenge the answer,
    `printed` where it stands in print, `kept` the acts that kept it against a claim;
    `marks` where the sentence of each piece of evidence stands, and
    `given` where those of the answers that were given do.
    """

    fact: Fact
    items: list[EvidenceItem]
    pairs: list[Pair]
    scale: Scale | None
    decisions: list[Decision]
    previous: Fact | None
    next: Fact | None
    others: list[Fact]

    mismatches: list[MismatchItem]
    counsels: list[Counsel]
    comments: list[Comment]
    phrases: list[str]
    colleagues: list[User]
    undoable: list[Activity]
    challengers: frozenset[int]
    printed: list[PrintedIn]
    marks: Mapping[int, Mark]
    given: Sequence[MarkedAnswer]
    kept: Sequence[Activity]

    @property
    def mark(self) -> Mark | None:
        """Where the sentence stands that the answer in force rests on."""
        return self._mark(self.fact.decision)

    @property
    def suggested(self) -> Mark | None:
        """Where the sentence stands whose value is suggested."""
        return self.marks.get(suggested(self.fact) or 0)

    @property
    def words(self) -> dict[str, Mark]:
        """Where the sentence stands of whatever is quoted: a claim, or an answer that was given."""
        said = {quotable(item.evidence.claim.text): self.marks[item.evidence.pk] for item in reversed(self.items)}
        return {quotable(answer.words): answer.mark for answer in reversed(self.given)} | said

    def _mark(self, decision: Decision | None) -> Mark | None:
        return next((answer.mark for answer in self.given if decision and answer.number == decision.number), None)

    @property
    def last_act(self) -> Activity | None:
        """The newest act on the fact that can be undone."""
        return self.undoable[0] if self.undoable else None

    @property
    def history(self) -> list[Past]:
        """The decisions, newest first, with what each changed in the words of the one before."""
        before: list[Decision | None] = [*self.decisions[1:], None]
        pairs = zip(self.decisions, before, strict=False)
        past = (_compare(decision, earlier, self._mark(decision), self._mark(earlier)) for decision, earlier in pairs)
        kept = {act.details["decision"]: act.details for act in self.kept}
        return [_add_reason(item, kept.get(item.decision.number)) for item in past]

    @property
    def challenging(self) -> list[EvidenceItem]:
        """The evidence that challenges the answer."""
        return [item for item in self.items if item.evidence.pk in self.challengers]

    @property
    def objection(self) -> str:
        """Why what challenges the answer does so, where that has no value to which it could stand in a relation."""
        return OBJECTIONS.get(FactState(self.fact.state), "")

    @property
    def changed_from(self) -> dict[int, str]:
        """By a piece of evidence what the version of its article before said in its place, where that differs."""
        said = {item.evidence.claim_id: item.evidence.claim for item in self.items}
        pairs = ((item.evidence, said.get(item.evidence.claim.earlier_id or 0)) for item in self.items)
        return {evidence.pk: before.text for evidence, before in pairs if before and differ(before, evidence.claim)}

    @property
    def fetched(self) -> int:
        """How many systems fetched an edition in which the fact stands."""
        return len({delivery.token_id for place in self.printed for delivery in place.deliveries})

    @property
    def mergeable(self) -> list[Fact]:
        """The facts that this one can be merged into."""
        return [other for other in self.others if other.kind == self.fact.kind]

    @property
    def policy(self) -> str:
        """The name of the policy by which the answer is suggested."""
        return POLICY_NAMES.get((self.fact.suggestion or {}).get("policy", ""), "")

    @property
    def origins(self) -> list[Bundle]:
        """The live evidence bundled by origin, in the order in which the origins appear."""
        bundles: dict[int, Bundle] = {}
        for item in self.items:
            if item.is_live:
                bundles.setdefault(item.origin.number, Bundle(item.origin, [])).items.append(item)
        return list(bundles.values())


def panel(fact: Fact, arrangement: Arrangement = AS_IT_IS, *, by: User | None = None) -> Panel:
    """The panel of a fact, its sheet and decision loaded, in a matrix that somebody arranged.

    Fifteen queries, and one more where the matrix holds facts back.
    """
    evidence = load_evidence(fact.evidence.exclude(state=Evidence.State.REJECTED))
    # After the evidence: an article that a colleague takes in between the two brings its entry along.
    entries = {entry.article_id: entry for entry in traced_entries(fact.sheet_id)}
    evidence.sort(key=lambda item: (entries[item.claim.article_id].position, item.claim.start))
    keys = iter(KEYS)
    sides = [side_of_evidence(item) for item in evidence if is_live(item)]
    origins = origins_of(evidence, entries.values())
    voices = voices_of(sides, origins, entries.values())
    items = []
    for item in evidence:
        claim, entry = item.claim, entries[item.claim.article_id]
        sentence = cut_sentence(claim, claim.sentence)
        origin = voices.get(str(item.pk)) or Origin(entry.origin, (), entry.origin_reason)
        items.append(EvidenceItem(item, entry, origin, sentence, next(keys, "")))
    live = {str(item.evidence.pk): item for item in items if item.is_live}
    telling = choose_telling(sides, origins)
    pairs = [Pair(live[a.key], live[b.key], relate(a, b)) for a, b in combinations(telling, 2)]
    pairs.sort(key=lambda pair: -pair.relation.kind.severity)
    facts = list(Fact.objects.filter(sheet=fact.sheet_id).exclude(state=Fact.State.LEFT_OUT))
    for other in facts:
        other.sheet = fact.sheet
    path = walk(fact, arrangement, by=by) if arrangement.is_filtered else walk_through(facts, fact, arrangement)
    place = path.index(fact)
    return Panel(
        fact=fact,
        items=items,
        pairs=pairs,
        scale=_draw(fact, sides),
        decisions=list(fact.decisions.select_related("editor").defer("weighed", "suggestion").order_by("-number")),
        previous=path[place - 1] if place else None,
        next=path[place + 1] if place + 1 < len(path) else None,
        others=[other for other in in_reading_order(facts) if other.pk != fact.pk],
        mismatches=read_mismatches(facts=fact.pk),
        counsels=_ask_all(fact, telling, [pair.relation for pair in pairs], voices),
        comments=list(fact.comments.filter(withdraws=None, withdrawal=None).select_related("author").order_by("id")),
        phrases=list(Phrase.objects.values_list("text", flat=True)),
        colleagues=list(colleagues_for(fact.sheet)),
        undoable=_list_undoable(fact, [item.pk for item in evidence]),
        challengers=frozenset(Challenge.objects.filter(fact=fact).values_list("evidence_id", flat=True)),
        printed=printed_in(fact),
        marks={item.pk: Mark.of(item.claim) for item in evidence},
        given=marked_answers([fact.pk]),
        kept=list(Activity.objects.filter(subject_type="fact", subject_id=fact.pk, act=Act.FACT_KEPT)),
    )


def _draw(fact: Fact, sides: Sequence[Side]) -> Scale | None:
    """The line of the values; of a figure that was revised the course it took, where more than one day is known."""
    if fact.status == Fact.Status.REVISION:
        course = history(sides)
        if len({bar.low for bar in course.bars}) > 1:
            return course
    return scale(sides) if any(side.interval for side in sides) else None


def last_act(fact: Fact) -> Activity | None:
    """The newest act on a fact that can be undone; one query."""
    return next(iter(_list_undoable(fact, [])), None)


def _list_undoable(fact: Fact, evidence: Sequence[int]) -> list[Activity]:
    """The acts on a fact and on this evidence that can be undone, the newest first."""
    of_fact = Q(subject_type="fact", subject_id=fact.pk)
    of_evidence = Q(subject_type="evidence", subject_id__in=evidence)
    acts = Activity.objects.filter(of_fact | of_evidence).select_related("actor").order_by("-id")
    return list(islice(choose_undoable(acts[:LOOKED_THROUGH]), RECENT))


def _compare(decision: Decision, earlier: Decision | None, mark: Mark | None, was: Mark | None) -> Past:
    if earlier is None:
        return Past(decision, [], [], mark)
    answer = compare_words(earlier.answer, decision.answer)
    return Past(decision, answer, compare_words(earlier.rationale, decision.rationale), mark, was)


def _add_reason(past: Past, kept: Mapping[str, Any] | None) -> Past:
    """With what the log tells of a decision that only kept the answer: against which claims, and why."""
    if kept is None:
        return past
    against = [(quotable(claim["text"]), Mark(claim["article"], claim["claim"])) for claim in kept["claims"]]
    return replace(past, against=against, because=kept["because"])


def next_fact(fact: Fact, arrangement: Arrangement = AS_IT_IS, *, by: User | None = None) -> Fact | None:
    """Where to go on after a decision: the next open fact of a matrix, from its top again; one query."""
    path = walk(fact, arrangement, by=by)
    place = path.index(fact)
    around = [*path[place + 1 :], *path[:place]]
    return next((other for other in around if other.state == Fact.State.OPEN), None)


def _ask_all(
    fact: Fact, sides: Sequence[Side], relations: Sequence[Relation], voices: Mapping[str, Origin]
) -> list[Counsel]:
    """What the policies that are not the newsroom's would answer, but for leaving open."""
    chosen = (fact.suggestion or {}).get("policy", "")
    found = []
    for policy in Policy:
        if policy not in (chosen, Policy.LEAVE_OPEN):
            answer = weigh(sides, relations, voices, policy)
            name = POLICY_NAMES[policy]
            if isinstance(answer, Suggestion):
                found.append(Counsel(name, answer.text, answer.reasons, int(answer.keys[0]) if answer.keys else 0))
            else:
                found.append(Counsel(name, "", (answer.why,)))
    return found
