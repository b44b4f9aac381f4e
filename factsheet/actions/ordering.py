"""The order of a sheet's facts: by headings, and under each heading as editors put them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from factsheet.actions.log import lock, record, touch
from factsheet.models import Act, Fact, in_reading_order
from factsheet.policies import Refused

Item = TypeVar("Item")


@transaction.atomic
def move_fact(fact: Fact, *, up: bool, by: User, at: datetime) -> None:
    """Move a fact one place up or down on its sheet; past the edge of its heading, the whole heading moves.

    Facts that are left out of the sheet are passed over.

    Raises:
        Refused: for the first fact up and the last one down, and for one that is left out.
    """
    shown = _read_order(fact)
    fact = shown[shown.index(fact)]
    before = _describe_place(fact)
    groups: dict[str, list[Fact]] = {}
    for other in shown:
        groups.setdefault(other.heading, []).append(other)
    step = -1 if up else 1
    if not _swap(groups[fact.heading], fact, step):
        headings = [heading for heading in groups if heading]
        if not fact.heading or not _swap(headings, fact.heading, step):
            raise Refused(_("It stands first already.") if up else _("It stands last already."))
        groups = {heading: groups[heading] for heading in [*headings, *(name for name in groups if not name)]}
    write_order(other for group in groups.values() for other in group)
    told = {"before": before, "after": _describe_place(fact)}
    record(Act.FACT_MOVED, sheet=fact.sheet, actor=by, at=at, subject=fact, up=up, **told)
    touch(fact.sheet, at=at)


@transaction.atomic
def put_fact(fact: Fact, *, beside: Fact, after: bool, by: User, at: datetime) -> None:
    """Put a fact next before or after another one of its sheet, under the heading of that one.

    Raises:
        Refused: where one of them is left out or gone.
    """
    others = [other for other in _read_order(fact) if other != fact]
    if beside not in others:
        raise Refused(_("The fact to put it beside is not on the sheet any more."))
    place = others.index(beside)
    follows = beside if after else others[place - 1] if place else None
    _put(fact, heading=others[place].heading, follows=follows.pk if follows else None, by=by, at=at)


@transaction.atomic
def put_fact_back(fact: Fact, *, heading: str, follows: int | None, by: User, at: datetime) -> None:
    """Put a fact where it stood: under its heading, after the fact of this key, or first.

    Raises:
        Refused: where one of them is left out or gone.
    """
    _put(fact, heading=heading, follows=follows, by=by, at=at)


def _put(fact: Fact, *, heading: str, follows: int | None, by: User, at: datetime) -> None:
    order = _read_order(fact)
    here = order.index(fact)
    fact = order.pop(here)
    before = _describe_place(fact)
    stood = {"heading": fact.heading, "follows": order[here - 1].pk if here else None}
    keys = [None, *(other.pk for other in order)]
    if follows not in keys:
        raise Refused(_("The fact to put it beside is not on the sheet any more."))
    order.insert(keys.index(follows), fact)
    if heading != fact.heading:
        fact.heading, fact.version = heading, fact.version + 1
        fact.save(update_fields=["heading", "version"])
    write_order(order)
    told = {"before": before, "after": _describe_place(fact)}
    record(Act.FACT_MOVED, sheet=fact.sheet, actor=by, at=at, subject=fact, stood=stood, **told)
    touch(fact.sheet, at=at)


def _describe_place(fact: Fact) -> dict[str, Any]:
    return {"heading": fact.heading, "position": fact.position}


def _read_order(fact: Fact) -> list[Fact]:
    """The facts of the sheet as they stand, this one among them; those that are left out have no place."""
    lock(fact.sheet_id)
    facts = Fact.objects.filter(sheet=fact.sheet_id).exclude(state=Fact.State.LEFT_OUT).select_related("sheet")
    shown = in_reading_order(facts)
    if fact not in shown:
        raise Refused(_("A fact that is left out has no place on the sheet."))
    return shown


def write_order(facts: Iterable[Fact]) -> None:
    """Give facts the places that they hold together in this new order; where two share one, those after move on."""
    ordered = list(facts)
    last, changed = 0, []
    for fact, place in zip(ordered, sorted(fact.position for fact in ordered), strict=True):
        last = max(last + 1, place)
        if fact.position != last:
            fact.position = last
            changed.append(fact)
    Fact.objects.bulk_update(changed, ["position"])


def _swap(items: list[Item], item: Item, step: int) -> bool:
    """Exchange an item with its neighbour; False where it has none on that side."""
    place = items.index(item)
    other = place + step
    if not 0 <= other < len(items):
        return False
    items[place], items[other] = items[other], items[place]
    return True
