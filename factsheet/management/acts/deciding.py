"""Acts on facts: they are decided, weighed, split, merged, ordered and talked about, and any of it undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import resolve

from factsheet.management.acts.desk import REVIEWER, WHY, Act, Ask, Desk
from factsheet.models import Evidence, Fact
from factsheet.queries import settling_act


def on_fact(desk: Desk, act: str, fact: Fact, /, **data: Any) -> Ask:
    """An act on a fact whose panel is open beside the matrix, as whoever sees it as it stands."""
    beside = f"{desk.matrix}?fact={fact.pk}"
    return Ask(desk.place(act, fact.pk), {"version": fact.version, **data}, beside=beside)


def _evidence(fact: Fact) -> list[int]:
    """What stands under a fact, in the order it came."""
    return list(fact.evidence.exclude(state=Evidence.State.REJECTED).order_by("pk").values_list("pk", flat=True))


def _open_panel(desk: Desk) -> Iterator[Ask]:
    for fact in desk.facts:
        yield Ask(fact.get_absolute_url(), beside=desk.matrix)


def _settle(choice: str, **data: str) -> Callable[[Desk], Iterator[Ask]]:
    def asks(desk: Desk) -> Iterator[Ask]:
        for fact in desk.open_facts:
            if (choice != "agreed" or fact.is_agreed) and ("text" in (fact.suggestion or {}) or choice != "suggestion"):
                yield on_fact(desk, "fact-settle", fact, choice=choice, **data)

    return asks


def _take_claim(desk: Desk) -> Iterator[Ask]:
    for fact in desk.open_facts:
        yield on_fact(desk, "fact-settle", fact, choice=f"claim:{_evidence(fact)[0]}", rationale=WHY)


def _settle_range(desk: Desk) -> Iterator[Ask]:
    ends = {"date": ("2024-01-01", "2024-01-31"), "quantity": ("100", "200")}
    for fact in desk.open_facts:
        if fact.kind in ends:
            low, high = ends[fact.kind]
            cite = _evidence(fact)
            yield on_fact(desk, "fact-settle", fact, choice="range", low=low, high=high, cite=cite, rationale=WHY)


def _settle_own(desk: Desk) -> Iterator[Ask]:
    for fact in desk.open_facts:
        low = {"date": "2024-01-01", "quantity": "100"}.get(fact.kind, "")
        words, cite = "Our own words", _evidence(fact)
        yield on_fact(desk, "fact-settle", fact, choice="own", answer=words, low=low, cite=cite, rationale=WHY)


def _reopen(desk: Desk) -> Iterator[Ask]:
    for fact in desk.facts:
        if fact.state != Fact.State.OPEN:
            yield on_fact(desk, "fact-reopen", fact, rationale=WHY)


def _weigh_evidence(desk: Desk) -> Iterator[Ask]:
    for item in desk.sheet.evidence.filter(fact__isnull=False).select_related("fact__sheet"):
        if item.fact:
            told = {"evidence": item.pk, "stance": "set_aside", "reason": WHY}
            yield on_fact(desk, "fact-weigh", item.fact, **told, rows=desk.rows)


def _move_evidence(desk: Desk) -> Iterator[Ask]:
    facts = desk.facts
    for fact, other in zip(facts, [*facts[1:], facts[0]], strict=True):
        yield on_fact(desk, "fact-weigh", fact, evidence=_evidence(fact)[0], fact=other.pk, rows=desk.rows)


def _split(desk: Desk) -> Iterator[Ask]:
    for fact in desk.facts:
        first, *others = _evidence(fact)
        if others:
            told = {"evidence": [first], "label": "Apart", "scope": "apart", "rationale": WHY}
            yield on_fact(desk, "fact-split", fact, **told, rows=desk.rows)


def _merge(desk: Desk) -> Iterator[Ask]:
    for fact in desk.open_facts:
        other = next((other for other in desk.facts if other.kind == fact.kind and other.pk != fact.pk), None)
        if other:
            yield on_fact(desk, "fact-merge", fact, into=other.pk, rows=desk.rows)


def _undo(before: Callable[[Desk], Iterator[Ask]]) -> Callable[[Desk], Iterator[Ask]]:
    """Undo an act on a fact, which is done first."""

    def asks(desk: Desk) -> Iterator[Ask]:
        for ask in before(desk):
            desk.send(ask)
            # The fact that is merged into another one is gone.
            shown = (ask.data or {}).get("into") or resolve(ask.address).kwargs["pk"]
            told = {"act": desk.last_act(), "rows": desk.rows}
            yield Ask(desk.place("fact-undo", shown), told, beside=ask.beside)

    return asks


def _move_fact(desk: Desk) -> Iterator[Ask]:
    shown = [fact for fact in desk.facts if fact.state != Fact.State.LEFT_OUT]
    for fact, other in zip(shown, [*shown[1:], shown[0]], strict=True):
        yield on_fact(desk, "fact-move", fact, to="after", beside=other.pk, rows=desk.rows)


def _assign(desk: Desk) -> Iterator[Ask]:
    for fact in desk.facts:
        yield on_fact(desk, "fact-assign", fact, to=desk.people[REVIEWER].pk)


def _comment(desk: Desk) -> Iterator[Ask]:
    for fact in desk.facts:
        yield on_fact(desk, "fact-comment", fact, text="Who counted this?")


def _take_back_comment(desk: Desk) -> Iterator[Ask]:
    for ask in _comment(desk):
        desk.send(ask)
        fact = desk.sheet.facts.get(comments__isnull=False, comments__withdrawal=None)
        yield on_fact(desk, "fact-comment", fact, withdraws=fact.comments.latest("id").pk)


def _change_fact(desk: Desk) -> Iterator[Ask]:
    for fact in desk.facts:
        yield Ask(desk.place("fact-change", fact.pk), {"version": fact.version, "label": f"{fact.label}, again"})


def _add_fact(desk: Desk) -> Iterator[Ask]:
    yield Ask(desk.place("fact-new"), {"label": "Who signed it", "kind": "statement"})


def _accept_agreed(desk: Desk) -> Iterator[Ask]:
    ticked = [f"{fact.pk}:{fact.version}" for fact in desk.facts if fact.can_be_accepted]
    yield Ask(desk.place("facts-agreed"), {"act": "accept", "accept": ticked}, beside=desk.matrix)


def _undo_agreed(desk: Desk) -> Iterator[Ask]:
    (ask,) = _accept_agreed(desk)
    desk.send(ask)
    first = next(fact for fact in desk.facts if fact.state == Fact.State.SETTLED and fact.decision_id)
    ticked = (int(pair.partition(":")[0]) for pair in (ask.data or {})["accept"])
    done = min((act for fact in ticked if (act := settling_act(fact))), default=settling_act(first.pk))
    yield Ask(ask.address, {"act": "undo", "done": done}, beside=desk.matrix)


ACTS = (
    Act("open a panel", _open_panel),
    Act("settle: take a claim", _take_claim),
    Act("settle: as suggested", _settle("suggestion", rationale=WHY)),
    Act("settle: all agree", _settle("agreed")),
    Act("settle: a range", _settle_range),
    Act("settle: own value", _settle_own),
    Act("settle: disputed", _settle("disputed", wording="Some say so, others do not.", rationale=WHY)),
    Act("settle: not established", _settle("not_established", rationale=WHY)),
    Act("settle: leave out", _settle("left_out", rationale=WHY)),
    Act("reopen", _reopen),
    Act("undo a decision", _undo(_take_claim)),
    Act("settle all that agree", _accept_agreed),
    Act("undo all that agree", _undo_agreed),
    Act("weigh evidence", _weigh_evidence),
    Act("undo weighing", _undo(_weigh_evidence)),
    Act("move evidence", _move_evidence),
    Act("split a fact", _split),
    Act("undo a split", _undo(_split)),
    Act("merge facts", _merge),
    Act("undo a merger", _undo(_merge)),
    Act("move a fact", _move_fact),
    Act("change a fact", _change_fact),
    Act("add a fact", _add_fact),
    Act("assign a fact", _assign),
    Act("comment", _comment),
    Act("take a comment back", _take_back_comment),
)
