"""The order of a sheet's facts: by headings, and under each heading as editors put them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

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
    lock(fact.sheet_id)
    fact = Fact.objects.select_related("sheet").get(pk=fact.pk)
    shown = in_reading_order(Fact.objects.filter(sheet=fact.sheet_id).exclude(state=Fact.State.LEFT_OUT))
    groups: dict[str, list[Fact]] = {}
    for other in shown:
        groups.setdefault(other.heading, []).append(other)
    if fact not in shown:
        raise Refused(_("A fact that is left out has no place on the sheet."))
    step = -1 if up else 1
    if not _swap(groups[fact.heading], fact, step):
        headings = [heading for heading in groups if heading]
        if not fact.heading or not _swap(headings, fact.heading, step):
            raise Refused(_("It stands first already.") if up else _("It stands last already."))
        groups = {heading: groups[heading] for heading in [*headings, *(name for name in groups if not name)]}
    write_order(other for group in groups.values() for other in group)
    record(Act.FACT_MOVED, sheet=fact.sheet, actor=by, at=at, subject=fact, up=up)
    touch(fact.sheet, at=at)


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
