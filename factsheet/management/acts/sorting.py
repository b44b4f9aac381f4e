"""Acts in the inbox: claims are accepted, placed, rejected and restored, and any of it undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from factsheet.management.acts.desk import WHY, Act, Ask, Desk
from factsheet.models import Evidence
from factsheet.queries import inbox, inbox_waiting
from factsheet.queries.inbox import PAGE, Wanted
from factsheet.queries.repaints import Shown


def _sort(act: str, evidence: list[int], desk: Desk, **data: Any) -> Ask:
    place = desk.place("inbox-sort")
    shown = Shown.of(inbox(desk.sheet).groups).text
    return Ask(place, {"act": act, "evidence": evidence, "shown": shown, **data}, beside=desk.place("inbox"))


def _show_inbox(desk: Desk) -> Iterator[Ask]:
    yield Ask(desk.place("inbox"))


def _filter_inbox(desk: Desk) -> Iterator[Ask]:
    yield Ask(f"{desk.place('inbox')}?show=alone", beside=desk.place("inbox"))


def _accept_one(desk: Desk) -> Iterator[Ask]:
    for key in inbox_waiting(desk.sheet, Wanted()):
        yield _sort("accept", [key], desk)


def _accept_all(desk: Desk) -> Iterator[Ask]:
    yield _sort("accept-all", [], desk)


def _place(desk: Desk) -> Iterator[Ask]:
    facts = desk.facts
    for number, key in enumerate(_to_sort(desk)):
        yield _sort("place", [key], desk, fact=facts[number % len(facts)].pk)


def _place_anew(desk: Desk) -> Iterator[Ask]:
    for key in _to_sort(desk):
        yield _sort("new", [key], desk, label="A fact of its own")


def _reject_one(desk: Desk) -> Iterator[Ask]:
    for key in _to_sort(desk):
        yield _sort("reject", [key], desk, reason=WHY)


def _reject_page(desk: Desk) -> Iterator[Ask]:
    yield _sort("reject", _to_sort(desk)[:PAGE], desk, reason=WHY)


def _restore(desk: Desk) -> Iterator[Ask]:
    for ask in _reject_one(desk):
        desk.send(ask)
        yield _sort("restore", (ask.data or {})["evidence"], desk)


def _undo_sorting(before: Callable[[Desk], Iterator[Ask]]) -> Callable[[Desk], Iterator[Ask]]:
    def asks(desk: Desk) -> Iterator[Ask]:
        for ask in before(desk):
            desk.send(ask)
            yield _sort("undo", [], desk, undo=desk.last_act())

    return asks


def _to_sort(desk: Desk) -> list[int]:
    waiting = desk.sheet.evidence.filter(state=Evidence.State.CANDIDATE).order_by("pk")
    return list(waiting.values_list("pk", flat=True))


ACTS = (
    Act("open the inbox", _show_inbox),
    Act("filter the inbox", _filter_inbox),
    Act("accept a claim", _accept_one),
    Act("accept all claims", _accept_all),
    Act("place a claim", _place),
    Act("place under a new fact", _place_anew),
    Act("reject a claim", _reject_one),
    Act("reject a page of claims", _reject_page),
    Act("restore a claim", _restore),
    Act("undo accepting", _undo_sorting(_accept_one)),
    Act("undo accepting all", _undo_sorting(_accept_all)),
    Act("undo placing", _undo_sorting(_place)),
    Act("undo rejecting", _undo_sorting(_reject_one)),
)
