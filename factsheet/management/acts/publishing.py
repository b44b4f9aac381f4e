"""Acts on the whole sheet: it goes to review, comes back, is approved and published."""

from __future__ import annotations

from collections.abc import Iterator

from factsheet.management.acts.deciding import on_fact
from factsheet.management.acts.desk import REVIEWER, WHY, Act, Ask, Desk
from factsheet.models import Fact


def _decide_rest(desk: Desk) -> None:
    for fact in desk.facts:
        if fact.state == Fact.State.OPEN or fact.challenged_at:
            desk.send(on_fact(desk, "fact-settle", fact, choice="left_out", rationale=WHY))


def _submit(desk: Desk) -> Iterator[Ask]:
    _decide_rest(desk)
    yield Ask(desk.place("sheet-submit"), {})


def _send_back(desk: Desk) -> Iterator[Ask]:
    desk.send(*_submit(desk))
    yield Ask(desk.place("sheet-send-back"), {"comment": WHY}, who=REVIEWER)


def _approve(desk: Desk) -> Iterator[Ask]:
    desk.send(*_submit(desk))
    yield Ask(desk.place("sheet-approve"), {}, who=REVIEWER)


def _publish(desk: Desk) -> Iterator[Ask]:
    desk.send(*_approve(desk))
    yield Ask(desk.place("sheet-publish"), {"kind": "update", "note": WHY}, who=REVIEWER)


ACTS = (
    Act("open the review", lambda desk: iter([Ask(desk.place("review"))])),
    Act("submit", _submit),
    Act("send back", _send_back),
    Act("approve", _approve),
    Act("publish", _publish),
)
